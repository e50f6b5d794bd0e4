#pragma once
// Graphviz behind one small class: a graph that is filled, laid out, measured and rendered.
// Graphviz is not thread-safe: hold graphviz_lock() for as long as any Drawing lives.

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "out/geometry.h"

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace entente {

std::unique_lock<std::mutex> graphviz_lock();

// `text` for an attribute that Graphviz shows (a tooltip): backslashes and ampersands stand for
// themselves.
std::string graphviz_text(std::string_view text);

constexpr double kPagePadding = 0.3;  // inches of white around a picture: "pad" of its graph

class Drawing {
 public:
  Drawing();
  ~Drawing();
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  void set_graph(const std::string& name, const std::string& value);
  void set_graph_html(const std::string& name, const std::string& value);
  void set_nodes(const std::string& name, const std::string& value);  // default of all nodes
  void set_edges(const std::string& name, const std::string& value);

  // A box behind all nodes, and behind the edges when nodes are drawn first. It has no number.
  // (Graphviz has clusters for this, but draws them in the order of addresses.) REQUIRES: a new
  // name; before any node is added.
  void add_panel(const std::string& name, const Box& box,
                 const std::map<std::string, std::string>& look);

  std::size_t add_node(const std::string& name);  // REQUIRES: a new name. Returns 0, 1, 2, ...
  void set_node(std::size_t node, const std::string& name, const std::string& value);
  void set_node_html(std::size_t node, const std::string& name, const std::string& value);

  std::size_t add_edge(std::size_t tail, std::size_t head);  // parallel edges are kept apart
  void set_edge(std::size_t edge, const std::string& name, const std::string& value);
  void set_edge_html(std::size_t edge, const std::string& name, const std::string& value);

  // Throws Error{Fault::System} when Graphviz cannot. Once in a Drawing's life.
  void layout(const std::string& engine);
  std::string render(const std::string& format);  // REQUIRES: layout
  std::string render_pdf();                       // without dates; REQUIRES: layout

  Shape shape(std::size_t node) const;  // REQUIRES: layout
  Point place(std::size_t node) const;  // centre, to a tenth of a point; REQUIRES: layout

 private:
  Agraph_s* graph_;
  bool laid_out_ = false;
  std::vector<Agnode_s*> nodes_;
  std::vector<Agedge_s*> edges_;
};

}  // namespace entente
