// Graphviz behind one small class: see graphviz.h.

#include "out/graphviz.h"

#include <graphviz/gvc.h>

#include <cmath>
#include <cstdlib>

#include "base/error.h"
#include "base/utf8.h"
#include "out/pdf.h"
#include "out/plain.h"

namespace entente {
namespace {

std::string complaints;  // what Graphviz said since the last call; guarded by graphviz_lock

int collect(char* message) {
  complaints += message;
  return 0;
}

// One for the life of the program: plugins and fonts are found once.
GVC_t* context() {
  static GVC_t* const gvc = [] {
    agseterrf(collect);
    agseterr(AGERR);
    return gvContext();
  }();
  return gvc;
}

// Graphviz takes char* where it only reads.
char* c(const std::string& text) { return const_cast<char*>(text.c_str()); }

void set(void* object, graph_t* graph, const std::string& name, const std::string& value,
         bool html) {
  if (!html) {
    agsafeset(object, c(name), c(value), c(""));
    return;
  }
  char* const label = agstrdup_html(graph, c(value));
  agsafeset(object, c(name), label, c(""));
  agstrfree(graph, label);
}

// The type of the length differs between Graphviz releases.
template <typename Length>
std::string render_as(int (*render)(GVC_t*, graph_t*, const char*, char**, Length*), graph_t* graph,
                      const std::string& format) {
  char* bytes = nullptr;
  Length size = 0;
  complaints.clear();
  if (render(context(), graph, format.c_str(), &bytes, &size) != 0 || bytes == nullptr) {
    throw Error(Fault::System, "Graphviz cannot write " + format + ": " +
                                   (complaints.empty() ? "is its plugin installed? Try: sudo dot -c"
                                                       : printable(complaints)));
  }
  std::string result(bytes, size);
  gvFreeRenderData(bytes);
  return result;
}

}  // namespace

std::unique_lock<std::mutex> graphviz_lock() {
  static std::mutex mutex;
  return std::unique_lock(mutex);
}

std::string graphviz_text(std::string_view text) {
  std::string escaped;
  for (const char letter : printable(text)) {
    if (letter == '\\') escaped += '\\';
    escaped += letter;
    if (letter == '&') escaped += "amp;";
  }
  return escaped;
}

Drawing::Drawing() {
  context();
  graph_ = agopen(c("entente"), Agdirected, nullptr);
}

Drawing::~Drawing() {
  if (laid_out_) gvFreeLayout(context(), graph_);
  agclose(graph_);
}

void Drawing::set_graph(const std::string& name, const std::string& value) {
  agattr(graph_, AGRAPH, c(name), c(value));
}

void Drawing::set_graph_html(const std::string& name, const std::string& value) {
  set(graph_, graph_, name, value, true);
}

void Drawing::set_nodes(const std::string& name, const std::string& value) {
  agattr(graph_, AGNODE, c(name), c(value));
}

void Drawing::set_edges(const std::string& name, const std::string& value) {
  agattr(graph_, AGEDGE, c(name), c(value));
}

void Drawing::add_panel(const std::string& name, const Box& box,
                        const std::map<std::string, std::string>& look) {
  Agnode_s* const panel = agnode(graph_, c(name), 1);
  set(panel, graph_, "shape", "box", false);
  set(panel, graph_, "fixedsize", "true", false);
  set(panel, graph_, "width", fixed(box.width / 72, 4), false);
  set(panel, graph_, "height", fixed(box.height / 72, 4), false);
  set(panel, graph_, "pos", fixed(box.centre.x, 1) + "," + fixed(box.centre.y, 1), false);
  for (const auto& [key, value] : look) set(panel, graph_, key, value, false);
}

std::size_t Drawing::add_node(const std::string& name) {
  nodes_.push_back(agnode(graph_, c(name), 1));
  return nodes_.size() - 1;
}

void Drawing::set_node(std::size_t node, const std::string& name, const std::string& value) {
  set(nodes_[node], graph_, name, value, false);
}

void Drawing::set_node_html(std::size_t node, const std::string& name, const std::string& value) {
  set(nodes_[node], graph_, name, value, true);
}

std::size_t Drawing::add_edge(std::size_t tail, std::size_t head) {
  edges_.push_back(agedge(graph_, nodes_[tail], nodes_[head], nullptr, 1));
  return edges_.size() - 1;
}

void Drawing::set_edge(std::size_t edge, const std::string& name, const std::string& value) {
  set(edges_[edge], graph_, name, value, false);
}

void Drawing::set_edge_html(std::size_t edge, const std::string& name, const std::string& value) {
  set(edges_[edge], graph_, name, value, true);
}

void Drawing::layout(const std::string& engine) {
  complaints.clear();
  // The engines draw from the C library's generators, not all of them after seeding: the same for
  // all.
  std::srand(1);
  ::srand48(1);
  if (gvLayout(context(), graph_, engine.c_str()) != 0) {
    throw Error(Fault::System,
                "Graphviz cannot lay out with " + engine + ": " +
                    (complaints.empty() ? "are its plugins installed? Try: sudo dot -c"
                                        : printable(complaints)));
  }
  laid_out_ = true;
}

std::string Drawing::render(const std::string& format) {
  return render_as(gvRenderData, graph_, format);
}

std::string Drawing::render_pdf() {
  constexpr double padding = 2 * kPagePadding * 72;
  const boxf page = GD_bb(graph_);
  PdfPage pdf(page.UR.x - page.LL.x + padding, page.UR.y - page.LL.y + padding);
  complaints.clear();
  if (gvRenderContext(context(), graph_, "pdf", pdf.context()) != 0) {
    throw Error(Fault::System, "Graphviz cannot write pdf: " + printable(complaints));
  }
  return pdf.finish();
}

Shape Drawing::shape(std::size_t node) const {
  Agnode_s* const n = nodes_[node];
  Shape shape{ND_width(n) * 72, ND_height(n) * 72, {}};
  const auto* polygon = static_cast<const polygon_t*>(ND_shape_info(n));
  if (ND_shape(n)->polygon == nullptr || polygon == nullptr) return shape;
  for (int i = 0; polygon->sides > 2 && i < polygon->sides; ++i) {
    shape.corners.push_back({polygon->vertices[i].x, polygon->vertices[i].y});
  }
  return shape;
}

Point Drawing::place(std::size_t node) const {
  // Prism sums in an order that depends on addresses: its last digits are noise, which would make
  // choices differ from run to run.
  const auto settled = [](double value) { return std::round(value * 10) / 10; };
  return {settled(ND_coord(nodes_[node]).x), settled(ND_coord(nodes_[node]).y)};
}

}  // namespace entente

// Graphviz, Pango and fontconfig keep what they once allocated until the process ends; a leak
// checker would blame every program that draws.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();   // NOLINT: the sanitizer's name
extern "C" const char* __lsan_default_suppressions() {  // NOLINT
  return "leak:libgvc\nleak:libgvplugin\nleak:libcgraph\nleak:libcdt\nleak:libfontconfig\n"
         "leak:libpango\nleak:libcairo\nleak:libglib\nleak:libgobject\n";
}
extern "C" const char* __lsan_default_options();                                    // NOLINT
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }  // NOLINT
#endif
