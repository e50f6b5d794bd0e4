// A View drawn by Graphviz: measure, arrange (layout.h), draw what was arranged, make the bytes
// fit.

#include "out/picture.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/utf8.h"
#include "out/backdrop.h"
#include "out/graphviz.h"
#include "out/groups.h"
#include "out/labels.h"
#include "out/layout.h"
#include "out/plain.h"
#include "out/svg.h"
#include "out/timeline.h"
#include "out/wording.h"

namespace entente {
namespace {

constexpr std::size_t kMost = 3000;          // nodes that are drawn without force
constexpr std::size_t kMostOccasions = 150;  // ... occasions of a timeline
constexpr double kNarrowest = 560;           // points that a heading may take on any picture
constexpr std::size_t kAllLabels = 60;       // nodes up to which every telling label is drawn
constexpr std::size_t kAllCaptions = 150;    // ... every caption
constexpr std::size_t kAllNames = 400;       // ... every name; above, the others are dots
constexpr std::size_t kTopLabels = 40;  // labels on the edges with most facts, above kAllLabels
constexpr std::size_t kHubs = 60;       // names above kAllNames

// What is drawn of each node and edge, decided by the size of the picture.
struct Detail {
  std::vector<bool> names;
  std::vector<bool> labels;
  bool captions = true;
};

// True for the `count` largest of `sizes` that are `allowed`; the first of equals.
std::vector<bool> largest(const std::vector<std::size_t>& sizes, const std::vector<bool>& allowed,
                          std::size_t count) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (allowed[i]) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return sizes[i]; });
  order.resize(std::min(order.size(), count));
  std::vector<bool> chosen(sizes.size(), false);
  for (const std::size_t i : order) chosen[i] = true;
  return chosen;
}

Detail detail_of(const View& view, const Style& style) {
  std::vector<std::size_t> degrees;
  for (const View::Node& node : view.nodes) degrees.push_back(node.degree);
  std::vector<std::size_t> facts;
  for (const View::Edge& edge : view.edges) facts.push_back(edge.facts);
  const std::size_t size = view.nodes.size();
  Detail detail;
  if (view.form == Form::Timeline) {
    return {std::vector<bool>(size, true), std::vector<bool>(facts.size(), true), true};
  }
  detail.captions = size <= kAllCaptions;
  detail.names = largest(degrees, std::vector<bool>(size, true), size <= kAllNames ? size : kHubs);
  detail.labels =
      largest(facts, telling_labels(view, style), size <= kAllLabels ? facts.size() : kTopLabels);
  if (size > kAllNames) detail.labels.assign(facts.size(), false);
  return detail;
}

// Ids are readable names in DOT, but for those that would not survive there.
std::string dot_name(const View::Node& node, std::size_t index) {
  const bool plain = printable(node.id) == node.id && !node.id.starts_with('%') && !node.id.empty();
  return plain ? node.id : "node-" + std::to_string(index);
}

void set_defaults(Drawing& drawing, const Style& style) {
  drawing.set_nodes("fontname", style.font);
  drawing.set_nodes("fontsize", "12");
  drawing.set_nodes("penwidth", "1.4");
  drawing.set_nodes("margin", "0.12,0.06");
  drawing.set_nodes("height", "0.42");
  drawing.set_nodes("width", "0.5");
  drawing.set_nodes("label", "");
  drawing.set_nodes("pos", "0,0");
  drawing.set_edges("fontname", style.font);
  drawing.set_edges("fontsize", "9.5");
  drawing.set_edges("arrowhead", "vee");
  drawing.set_edges("arrowsize", "0.6");
}

void add_dot(Drawing& drawing, std::size_t node) {
  drawing.set_node(node, "shape", "circle");
  drawing.set_node(node, "style", "filled");
  drawing.set_node(node, "width", "0.12");
  drawing.set_node(node, "height", "0.12");
  drawing.set_node(node, "fixedsize", "true");
}

void add_named(Drawing& drawing, std::size_t node, const View::Node& what, const Style& style,
               bool with_caption) {
  const std::string& shape = style.types.find(what.type)->second.shape;
  drawing.set_node(node, "shape", shape == "rounded" ? "box" : shape);
  drawing.set_node(node, "style", shape == "rounded" ? "rounded,filled" : "filled");
  if (shape != "rounded" && shape != "box" && shape != "note" && shape != "tab" &&
      shape != "folder") {
    drawing.set_node(node, "margin", "0.02,0.02");  // these bring room of their own
  }
  View::Node shown = what;
  if (!with_caption) shown.caption.clear();
  drawing.set_node_html(node, "label", node_label(shown, style));
}

void add_nodes(Drawing& drawing, const View& view, const Style& style, const Detail& detail) {
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const View::Node& what = view.nodes[i];
    const NodeStyle& drawn = style.types.find(what.type)->second;
    const std::size_t node = drawing.add_node(dot_name(what, i));
    drawing.set_node(node, "fillcolor", drawn.fill);
    drawing.set_node(node, "color", drawn.stroke);
    if (detail.names[i]) {
      add_named(drawing, node, what, style, detail.captions);
    } else {
      add_dot(drawing, node);
    }
  }
}

// Where more than two took part, who did what to whom is in the words.
bool has_arrow(const View::Edge& edge) { return !edge.symmetric && edge.members.size() <= 2; }

// Sizes of all nodes and labels, in the fonts in which they will be drawn.
Plan measure(const View& view, const Style& style, const Detail& detail) {
  Drawing drawing;
  set_defaults(drawing, style);
  add_nodes(drawing, view, style, detail);
  std::vector<std::size_t> label_of(view.edges.size(), 0);
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    if (!detail.labels[i]) continue;
    label_of[i] = drawing.add_node("label-" + std::to_string(i));
    drawing.set_node(label_of[i], "shape", "plain");
    drawing.set_node_html(label_of[i], "label", edge_label_html(view.edges[i], style));
  }
  drawing.layout("nop1");
  Plan plan;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) plan.nodes.push_back(drawing.shape(i));
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const View::Edge& edge = view.edges[i];
    Line line{edge.source, edge.target, has_arrow(edge), 0, 0};
    if (detail.labels[i]) {
      const Shape label = drawing.shape(label_of[i]);
      line.label_width = label.width + 2;
      line.label_height = label.height;
    }
    plan.lines.push_back(line);
  }
  return plan;
}

std::string position(Point p) { return fixed(p.x, 1) + "," + fixed(p.y, 1); }

std::string position(const Route& route, bool arrow) {
  std::string text = arrow ? "e," + position(route.tip) : std::string();
  for (const Point& p : route.curve.points) text += (text.empty() ? "" : " ") + position(p);
  return text;
}

void style_edge(Drawing& drawing, std::size_t edge, const View::Edge& what, const Style& style) {
  const EdgeStyle& drawn = style.relations.find(what.relation)->second;
  const bool happened = what.status == Status::Happened;
  // How many texts say so; a wire story in ten papers is one.
  const double width =
      1.2 + 1.1 * std::log2(static_cast<double>(std::max<std::size_t>(what.sources, 1)));
  drawing.set_edge(edge, "color", happened ? drawn.color : paler(drawn.color, style));
  drawing.set_edge(edge, "style",
                   happened                         ? drawn.dash
                   : what.status == Status::Planned ? "dashed"
                                                    : "dotted");
  drawing.set_edge(edge, "dir", has_arrow(what) ? "forward" : "none");
  drawing.set_edge(edge, "penwidth", fixed(std::min(width, has_arrow(what) ? 1.8 : 3.4), 1));
  drawing.set_edge(edge, "class", "rel-" + printable(what.relation));
  if (is_web_address(what.url))
    drawing.set_edge(edge, "URL", graphviz_text(quoted_address(what.url)));
}

void add_edges(Drawing& drawing, const View& view, const Style& style, const Layout& layout) {
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const View::Edge& what = view.edges[i];
    const Route& route = layout.routes[i];
    const std::size_t edge = drawing.add_edge(what.source, what.target);
    style_edge(drawing, edge, what, style);
    drawing.set_edge(edge, "id", "edge-" + std::to_string(i));
    drawing.set_edge(edge, "pos", position(route, has_arrow(what)));
    if (!route.labelled) continue;
    drawing.set_edge(edge, "lp", position(route.label.centre));
    drawing.set_edge_html(edge, "label", edge_label_html(what, style));
  }
}

void set_page(Drawing& drawing, const View& view, const Style& style, double width) {
  drawing.set_graph("layout", "nop2");
  drawing.set_graph("charset", "UTF-8");
  drawing.set_graph("bgcolor", style.ground);
  drawing.set_graph("pad", shortest(kPagePadding));
  drawing.set_graph("outputorder", "edgesfirst");
  drawing.set_graph("fontname", style.font);
  drawing.set_graph("labelloc", "t");
  drawing.set_graph("labeljust", "l");
  drawing.set_graph_html("label", heading(view, style, width));
}

void check_size(const View& view, const PictureOptions& options) {
  if (options.force) return;
  if (view.nodes.size() > kMost) {
    throw Error(Fault::Usage,
                std::to_string(view.nodes.size()) +
                    " entities are too many for one picture (at most " + std::to_string(kMost) +
                    "): choose with --top 300 or --about NAME, export GEXF for Gephi, or insist "
                    "with --force");
  }
  if (view.form == Form::Timeline && view.edges.size() > kMostOccasions) {
    throw Error(Fault::Usage, std::to_string(view.edges.size()) +
                                  " occasions are too many for one timeline (at most " +
                                  std::to_string(kMostOccasions) +
                                  "): choose with --since and --until, --about NAME or --top 10, "
                                  "or insist with --force");
  }
}

// Everything that is decided before the first byte is written.
struct Arrangement {
  Detail detail;
  Plan plan;
  Layout layout;
  Backdrop backdrop;
};

// Lanes and columns; where the lanes are long, with names at both ends.
void arrange_in_time(const View& view, Arrangement& made) {
  std::vector<TimelineStop> stops;
  std::vector<DateRange> dates;
  std::vector<std::string> columns;
  for (const View::Edge& edge : view.edges) {
    if (dates.empty() || dates.back() != *edge.when) {
      dates.push_back(*edge.when);
      columns.push_back(to_words(*edge.when));
    }
    stops.push_back({columns.size() - 1, edge.members});
  }
  Timeline timeline = arrange_timeline(made.plan, stops, columns);
  made.layout = std::move(timeline.layout);
  made.backdrop = std::move(timeline.backdrop);
  for (std::size_t i = 0; timeline.right > 0 && i < view.nodes.size(); ++i) {
    made.backdrop.notes.push_back(
        {{timeline.right + 6, made.layout.nodes[i].y}, view.nodes[i].label});
  }
}

void arrange_in_groups(const View& view, unsigned seed, Arrangement& made) {
  std::vector<std::size_t> group_of;
  for (const View::Node& node : view.nodes) group_of.push_back(node.group);
  Groups groups = arrange_groups(made.plan, group_of, view.groups, seed);
  made.layout = std::move(groups.layout);
  made.backdrop = std::move(groups.backdrop);
}

Arrangement arrangement_of(const View& view, const Style& style, const PictureOptions& options) {
  Arrangement made;
  made.detail = detail_of(view, style);
  made.plan = measure(view, style, made.detail);
  if (view.form == Form::Timeline) {
    arrange_in_time(view, made);
  } else if (view.form == Form::Communities) {
    arrange_in_groups(view, options.seed, made);
  } else {
    made.layout = arrange(made.plan, options.seed);
  }
  strike_denied(view, made.layout, made.backdrop);
  return made;
}

// Draws what was arranged. DOT gets tooltips of its own; in SVG, titles say the same (svg.h).
std::string render(const View& view, const Style& style, const Arrangement& made,
                   PictureFormat format) {
  const Layout& layout = made.layout;
  const double width =
      view.nodes.empty() ? 0 : around({bounds(made.plan, layout), bounds(made.backdrop)}).width;
  Drawing drawing;
  set_page(drawing, view, style, std::max(width, kNarrowest));
  set_defaults(drawing, style);
  add_panels(drawing, made.backdrop, style);
  add_nodes(drawing, view, style, made.detail);
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    drawing.set_node(i, "pos", position(layout.nodes[i]));
    drawing.set_node(i, "id", "node-" + std::to_string(i));
    drawing.set_node(i, "class", "type-" + printable(view.nodes[i].type));
    if (format == PictureFormat::Dot) {
      drawing.set_node(i, "tooltip", graphviz_text(view.nodes[i].hover));
    }
  }
  add_edges(drawing, view, style, layout);
  for (std::size_t i = 0; format == PictureFormat::Dot && i < view.edges.size(); ++i) {
    drawing.set_edge(i, "edgetooltip", graphviz_text(view.edges[i].hover));
  }
  add_marks(drawing, made.backdrop, view, style);
  if (format == PictureFormat::Png) drawing.set_graph("dpi", "192");
  if (format == PictureFormat::Pdf) drawing.set_graph("margin", "0");  // the page is the picture
  drawing.layout("nop2");
  switch (format) {
    case PictureFormat::Dot:
      return drawing.render("dot");
    case PictureFormat::Svg:
      return modern_svg(drawing.render("svg"), view, style.font);
    case PictureFormat::Png:
      return drawing.render("png");
    case PictureFormat::Pdf:
      return drawing.render_pdf();
  }
  return {};
}

}  // namespace

std::string draw(const View& view, const Style& style, const PictureOptions& options) {
  check_size(view, options);
  const auto lock = graphviz_lock();
  return render(view, style, arrangement_of(view, style, options), options.format);
}

Clutter clutter_of(const View& view, const Style& style, const PictureOptions& options) {
  check_size(view, options);
  const auto lock = graphviz_lock();
  const Arrangement made = arrangement_of(view, style, options);
  return clutter(made.plan, made.layout);
}

}  // namespace entente
