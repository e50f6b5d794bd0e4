// Title, subtitle and legend as one HTML table: the label of the whole graph, which every layout
// engine sets above it.

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "out/labels.h"
#include "out/plain.h"

namespace entente {
namespace {

constexpr double kColumn = 6.4;  // points a column of 10 point type takes, about

struct LegendEntry {
  std::string html;  // cells of a table row
  double width = 0;  // points, about
};

std::string table(std::string_view rows, int padding) {
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"" +
         std::to_string(padding) + "\">" + std::string(rows) + "</TABLE>";
}

std::string gap(int points) { return "<TD WIDTH=\"" + std::to_string(points) + "\"></TD>"; }

double text_width(std::string_view text) {
  return kColumn * static_cast<double>(display_width(text));
}

// The types on the picture, in the order in which most readers look for them: people first, then by
// name.
std::vector<LegendEntry> type_entries(const View& view, const Style& style) {
  std::map<std::pair<bool, std::string>, std::string> labels;
  for (const View::Node& node : view.nodes) {
    labels[{node.type != "person", node.type}] = node.type_label;
  }
  std::vector<LegendEntry> entries;
  for (const auto& [key, label] : labels) {
    const NodeStyle& drawn = style.types.find(key.second)->second;
    const std::string text = printable(label);
    entries.push_back({"<TD BGCOLOR=\"" + drawn.fill + "\" COLOR=\"" + drawn.stroke +
                           "\" BORDER=\"1\" CELLPADDING=\"3\">" +
                           sized(10, style.text, "&#160;" + html_text(text) + "&#160;") + "</TD>" +
                           gap(5),
                       text_width(text) + 30});
  }
  return entries;
}

std::string line_sample(const EdgeStyle& drawn, bool symmetric) {
  std::string glyphs = drawn.dash == "solid" ? "──" : drawn.dash == "dashed" ? "╌╌" : "┈┈";
  glyphs += symmetric ? (drawn.dash == "solid" ? "─" : drawn.dash == "dashed" ? "╌" : "┈") : "▸";
  return "<TD>" + sized(12, drawn.color, "<B>" + glyphs + "</B>") + "</TD>";
}

// The relations on the picture; those that look alike share one entry.
std::vector<LegendEntry> relation_entries(const View& view, const Style& style) {
  using Look = std::tuple<std::size_t, std::string, std::string, bool>;
  std::map<std::string, std::size_t> count;
  for (const View::Edge& edge : view.edges) count[edge.relation] += 1;
  std::map<std::tuple<std::string, std::string, bool>, std::map<std::string, std::string>> looks;
  for (const View::Edge& edge : view.edges) {
    const EdgeStyle& drawn = style.relations.find(edge.relation)->second;
    looks[{drawn.color, drawn.dash, edge.symmetric}][edge.relation] = edge.relation_label;
  }
  std::map<Look, std::string> ordered;  // most frequent first
  for (const auto& [look, relations] : looks) {
    std::size_t edges = 0;
    std::vector<std::string> labels;
    for (const auto& [relation, label] : relations) {
      edges += count[relation];
      if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
    }
    const auto& [color, dash, symmetric] = look;
    ordered[{view.edges.size() - edges, color, dash, symmetric}] = join(labels, " / ");
  }
  std::vector<LegendEntry> entries;
  for (const auto& [key, label] : ordered) {
    const auto& [rank, color, dash, symmetric] = key;
    const std::string text = printable(label);
    entries.push_back({line_sample({color, dash}, symmetric) + "<TD>" +
                           sized(10, style.text, "&#160;" + html_text(text)) + "</TD>" + gap(14),
                       text_width(text) + 54});
  }
  return entries;
}

bool any_wide(const View& view) {
  return std::ranges::any_of(view.edges, [](const View::Edge& edge) { return edge.facts > 1; });
}

// Entries in rows of about `width` points. A row that is narrower than the heading would be
// stretched, so that each ends with an empty cell that fills it up to `least`.
std::string rows(const std::vector<LegendEntry>& entries, double width, double least) {
  std::string html;
  std::string row;
  double used = 0;
  const auto end_row = [&] {
    if (row.empty()) return;
    if (used < least) row += gap(static_cast<int>(least - used));
    html += "<TR><TD ALIGN=\"LEFT\">" + table("<TR>" + row + "</TR>", 0) + "</TD></TR>";
    row.clear();
    used = 0;
  };
  for (const LegendEntry& entry : entries) {
    if (used > 0 && used + entry.width > width) end_row();
    row += entry.html;
    used += entry.width;
  }
  end_row();
  return html;
}

}  // namespace

std::string heading(const View& view, const Style& style, double width) {
  const auto line = [](std::string_view html) {
    return "<TR><TD ALIGN=\"LEFT\">" + std::string(html) + "</TD></TR>";
  };
  const std::string title = printable(view.title);
  std::string subtitle = printable(view.subtitle);
  if (!subtitle.empty() && any_wide(view)) subtitle += " · the wider a line, the more often";
  const double least = std::max(2.1 * text_width(title), 1.15 * text_width(subtitle));
  std::string html;
  if (!title.empty()) html += line(sized(20, style.text, "<B>" + html_text(title) + "</B>"));
  if (!subtitle.empty()) html += line(sized(11, style.secondary, html_text(subtitle)));
  html += "<TR><TD HEIGHT=\"4\"></TD></TR>" + rows(type_entries(view, style), width, least) +
          rows(relation_entries(view, style), width, least) + "<TR><TD HEIGHT=\"10\"></TD></TR>";
  return table(html, 2);
}

}  // namespace entente
