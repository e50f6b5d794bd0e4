#pragma once
// A graph as tools for networks want it: nodes with places and sizes, one edge for each pair,
// relation and status, or one for each pair. What GEXF, GraphML, CSV, graphology and Cytoscape have
// in common.

#include <string>
#include <vector>

#include "out/export_input.h"
#include "out/geometry.h"
#include "out/select.h"
#include "out/style.h"

namespace entente {

struct Network {
  struct Node {
    const Entity* entity = nullptr;
    std::string id;     // Entity::id, on one line
    std::string label;  // the name, on one line
    NodeStyle style;
    Point place;                    // within -500 .. 500 both ways
    double size = 4;                // 4 .. 30, by the number of facts
    std::optional<DateRange> when;  // from its first to its last dated fact
  };
  struct Edge {
    std::string id;          // stable: of the ends, relation and status
    std::size_t source = 0;  // index in `nodes`
    std::size_t target = 0;
    std::string relation;  // of a pair's edge all of them: "met-with; signed"
    std::string status;    // likewise
    bool symmetric = false;
    std::vector<const Fact*> facts;  // never empty
    BundleCounts counts;
    // The relation; with the status, when it is not "happened". Keeps parallel edges apart, so a
    // pair's edge has none.
    std::string kind;
    std::string label;  // Relation::label
    std::string color;  // "#rrggbb"
    std::optional<DateRange> when;
    std::string quote;  // one sentence behind it
    std::string url;    // of an article behind it; http or https, or empty
  };
  std::vector<Node> nodes;  // sorted by id
  std::vector<Edge> edges;  // sorted by source, target, relation, status
};

// Heeds ExportOptions::pairs and strip_emoji.
Network make_network(const ExportInput& input);

// The days on which the facts of an edge fall, without overlaps, in order of time.
std::vector<DateRange> spells(const Network::Edge& edge);

// "2024-08-19" and "" for what is not known; precision "day" ... "interval" of the whole.
std::string first_date(const std::optional<DateRange>& when);
std::string last_date(const std::optional<DateRange>& when);
std::string date_precision(const std::optional<DateRange>& when);

struct Rgb {
  int r = 0;
  int g = 0;
  int b = 0;
};
Rgb rgb(const std::string& color);  // REQUIRES: "#rrggbb"

}  // namespace entente
