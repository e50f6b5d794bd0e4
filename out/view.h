#pragma once
// What to draw: part of a graph, one edge for each pair and relation, before any position.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "query/filter.h"

namespace entente {

// How the same facts are shown.
enum class Form {
  Network,      // who is connected with whom
  Timeline,     // one edge an occasion, from left to right in time; what has no date is left out
  Communities,  // a network whose nodes stand in groups
};

struct View {
  struct Node {
    std::string id;          // Entity::id
    std::string type;        // EntityType::name
    std::string label;       // the name in full
    std::string caption;     // second line: latest office, or TYPE (with date for events)
    std::size_t degree = 0;  // facts in this view
    std::string hover;       // plain text: aliases, articles, mentions
    std::string type_label;  // EntityType::label, for the legend
    std::size_t group = 0;   // index in `groups`
  };
  struct Edge {
    std::size_t source = 0;  // index in `nodes`
    std::size_t target = 0;
    std::string relation;  // Relation::name
    bool symmetric = false;
    Status status = Status::Happened;
    std::size_t facts = 0;          // how many facts it stands for: meetings, visits
    std::size_t sources = 0;        // articles of different texts behind them
    std::optional<DateRange> when;  // from the first to the last dated fact
    double confidence = 0.0;
    std::string label;           // "met ×5 · Aug–Nov 2024"
    std::string hover;           // "Tô Lâm met Xi Jinping 5 times, Aug–Nov 2024", and one quote
    std::string url;             // of one article; http or https only, else empty
    std::string relation_label;  // Relation::label, for the legend
    std::vector<std::size_t> members{};  // of a timeline: all who took part, ascending
  };
  std::string title;
  std::string subtitle;     // counts, period, number of sentences and articles
  std::vector<Node> nodes;  // sorted by id
  std::vector<Edge> edges;  // sorted by source, target, relation, status; in a timeline by date
  Form form = Form::Network;
  std::vector<std::string> groups{};  // captions of communities: "Anna Keller and 4 others"
};

struct ViewOptions {
  Filter filter;
  std::string title;                 // empty = made from the content
  std::optional<std::string> about;  // Entity::id: only what is within `hops` of it
  std::size_t hops = 1;
  // When one of them is not empty: exactly these facts with their ends, and these entities.
  std::vector<KnowledgeGraph::Edge> only;
  std::vector<KnowledgeGraph::Vertex> also;
  std::size_t top = 0;  // 0 = all; else the so many best connected entities
  Form form = Form::Network;
  bool plain_names = false;  // without diacritics; quotes stay as they are
};

// Entities without any fact in the view are left out, but for those of `also`.
View make_view(const KnowledgeGraph& graph, const Ontology& ontology, const ViewOptions& options);

}  // namespace entente
