// Groups, lanes, dates and strikes: see backdrop.h.

#include "out/backdrop.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "out/labels.h"
#include "out/plain.h"

namespace entente {
namespace {

constexpr double kMarkSize = 7;        // points across
constexpr double kStrike = 8;          // half the length of a strike
constexpr double kLetterWidth = 0.66;  // of its height, bold

std::string position(Point p) { return fixed(p.x, 1) + "," + fixed(p.y, 1); }

// An invisible end for a rule.
std::size_t add_end(Drawing& drawing, const std::string& name, Point at) {
  const std::size_t node = drawing.add_node(name);
  drawing.set_node(node, "shape", "point");
  drawing.set_node(node, "style", "invis");
  drawing.set_node(node, "width", "0.01");
  drawing.set_node(node, "height", "0.01");
  drawing.set_node(node, "pos", position(at));
  return node;
}

const std::string& color_of(const View& view, std::size_t line, const Style& style) {
  return style.relations.find(view.edges[line].relation)->second.color;
}

void add_rule(Drawing& drawing, const Backdrop::Rule& rule, std::size_t number, const View& view,
              const Style& style) {
  const std::string name = "rule-" + std::to_string(number);
  const std::size_t from = add_end(drawing, name + "-from", rule.from);
  const std::size_t edge = drawing.add_edge(from, add_end(drawing, name + "-to", rule.to));
  const Point step = (rule.to - rule.from) * (1.0 / 3);
  drawing.set_edge(edge, "pos",
                   position(rule.from) + " " + position(rule.from + step) + " " +
                       position(rule.to - step) + " " + position(rule.to));
  drawing.set_edge(edge, "dir", "none");
  drawing.set_edge(edge, "color", rule.line ? color_of(view, *rule.line, style) : style.faint);
  drawing.set_edge(edge, "penwidth", rule.line ? "1.4" : rule.node ? "1.2" : "0.6");
  drawing.set_edge(edge, "id",
                   rule.line   ? "edge-" + std::to_string(*rule.line) + "-strike"
                   : rule.node ? "node-" + std::to_string(*rule.node) + "-lane"
                               : name);
}

}  // namespace

double width_of(const Backdrop::Note& note) {
  return kLetterWidth * note.points * static_cast<double>(display_width(printable(note.text)));
}

Box box_of(const Backdrop::Note& note) {
  const double width = width_of(note);
  const Point centre = note.centred ? note.at : note.at + Point{width / 2, 0};
  return {centre, width, note.points + 4};
}

Box bounds(const Backdrop& backdrop) {
  std::vector<Box> boxes;
  for (const Backdrop::Panel& panel : backdrop.panels) boxes.push_back(panel.box);
  for (const Backdrop::Rule& rule : backdrop.rules) {
    boxes.push_back({rule.from, 0, 0});
    boxes.push_back({rule.to, 0, 0});
  }
  for (const Backdrop::Note& note : backdrop.notes) {
    boxes.push_back(box_of(note));
  }
  return boxes.empty() ? Box{} : around(boxes);
}

void strike_denied(const View& view, const Layout& layout, Backdrop& backdrop) {
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    if (view.edges[i].status != Status::Denied) continue;
    const Route& route = layout.routes[i];
    double place = 0.5;
    for (const double t : {0.5, 0.35, 0.65, 0.25, 0.75, 0.18, 0.82}) {
      const Box label{route.label.centre, route.label.width + kStrike,
                      route.label.height + kStrike};
      if (route.labelled && contains(label, at(route.curve, t))) continue;
      place = t;
      break;
    }
    const Point along = at(route.curve, place + 0.02) - at(route.curve, place - 0.02);
    const double size = std::max(length(along), 1e-6);
    const Point unit = along * (kStrike / size);
    // Sixty degrees across.
    const Point across{0.5 * unit.x - 0.866 * unit.y, 0.866 * unit.x + 0.5 * unit.y};
    const Point centre = at(route.curve, place);
    backdrop.rules.push_back({centre - across, centre + across, std::nullopt, i});
  }
}

void add_panels(Drawing& drawing, const Backdrop& backdrop, const Style& style) {
  if (!backdrop.panels.empty()) drawing.set_graph("outputorder", "nodesfirst");
  for (const Backdrop::Panel& panel : backdrop.panels) {
    const std::string number = std::to_string(panel.group);
    drawing.add_panel("group-" + number, panel.box,
                      {{"id", "group-" + number},
                       {"class", "group"},
                       {"label", ""},
                       {"style", "rounded,filled"},
                       {"fillcolor", style.panel},
                       {"color", style.faint}});
  }
}

void add_marks(Drawing& drawing, const Backdrop& backdrop, const View& view, const Style& style) {
  for (std::size_t i = 0; i < backdrop.rules.size(); ++i) {
    add_rule(drawing, backdrop.rules[i], i, view, style);
  }
  for (std::size_t i = 0; i < backdrop.marks.size(); ++i) {
    const Backdrop::Mark& mark = backdrop.marks[i];
    const std::size_t node = drawing.add_node("mark-" + std::to_string(i));
    drawing.set_node(node, "shape", "circle");
    drawing.set_node(node, "style", "filled");
    drawing.set_node(node, "fixedsize", "true");
    drawing.set_node(node, "width", fixed(kMarkSize / 72, 3));
    drawing.set_node(node, "height", fixed(kMarkSize / 72, 3));
    drawing.set_node(node, "penwidth", "0");
    drawing.set_node(node, "fillcolor", color_of(view, mark.line, style));
    drawing.set_node(node, "pos", position(mark.at));
    drawing.set_node(node, "id",
                     "edge-" + std::to_string(mark.line) + "-mark-" + std::to_string(i));
  }
  for (std::size_t i = 0; i < backdrop.notes.size(); ++i) {
    const Backdrop::Note& note = backdrop.notes[i];
    const Box box = box_of(note);
    const std::size_t node = drawing.add_node("note-" + std::to_string(i));
    drawing.set_node(node, "shape", "plain");
    drawing.set_node(node, "id", "note-" + std::to_string(i));
    drawing.set_node(node, "pos", position(box.centre));
    const std::string text = html_text(printable(note.text));
    drawing.set_node_html(
        node, "label",
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD "
        "WIDTH=\"" +
            fixed(box.width, 0) + "\" ALIGN=\"" + (note.centred ? "CENTER" : "LEFT") + "\">" +
            sized(note.points, style.secondary, note.bold ? "<B>" + text + "</B>" : text) +
            "</TD></TR></TABLE>");
  }
}

}  // namespace entente
