// Title, subtitle and legend as one HTML table: the label of the whole graph, which every layout
// engine sets above it.

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "out/labels.h"
#include "out/plain.h"

namespace entente {
namespace {

constexpr double kColumn = 0.58;  // of its height that a letter is wide, about
constexpr double kUsual = 1400;   // points: pictures wider than this get larger letters
constexpr double kLargest = 3;    // times as large at most

struct LegendEntry {
  std::string html;  // cells of a table row
  double width = 0;  // points, about
};

// Sizes of letters and gaps of one heading.
struct Sizes {
  double scale = 1;
  double legend() const { return std::round(10 * scale); }
  double gap(double points) const { return std::round(points * scale); }
  double width(std::string_view text) const {
    return kColumn * legend() * static_cast<double>(display_width(text));
  }
};

std::string table(std::string_view rows, int padding) {
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"" +
         std::to_string(padding) + "\">" + std::string(rows) + "</TABLE>";
}

std::string gap(double points) {
  return "<TD WIDTH=\"" + std::to_string(static_cast<int>(points)) + "\"></TD>";
}

// The types on the picture, in the order in which most readers look for them: people first, then by
// name.
std::vector<LegendEntry> type_entries(const View& view, const Style& style, const Sizes& sizes) {
  std::map<std::pair<bool, std::string>, std::string> labels;
  for (const View::Node& node : view.nodes) {
    labels[{node.type != "person", node.type}] = node.type_label;
  }
  std::vector<LegendEntry> entries;
  for (const auto& [key, label] : labels) {
    const NodeStyle& drawn = style.types.find(key.second)->second;
    const std::string text = printable(label);
    entries.push_back(
        {"<TD BGCOLOR=\"" + drawn.fill + "\" COLOR=\"" + drawn.stroke +
             "\" BORDER=\"1\" CELLPADDING=\"3\">" +
             sized(sizes.legend(), style.text, "&#160;" + html_text(text) + "&#160;") + "</TD>" +
             gap(sizes.gap(5)),
         sizes.width(text) + sizes.gap(22)});
  }
  return entries;
}

std::string line_sample(const EdgeStyle& drawn, bool symmetric, const Sizes& sizes) {
  std::string glyphs = drawn.dash == "solid" ? "──" : drawn.dash == "dashed" ? "╌╌" : "┈┈";
  glyphs += symmetric ? (drawn.dash == "solid" ? "─" : drawn.dash == "dashed" ? "╌" : "┈") : "▸";
  return "<TD>" + sized(sizes.gap(12), drawn.color, "<B>" + glyphs + "</B>") + "</TD>";
}

LegendEntry text_entry(const std::string& sample, std::string_view label, const Style& style,
                       const Sizes& sizes) {
  const std::string text = printable(label);
  return {sample + "<TD>" + sized(sizes.legend(), style.text, "&#160;" + html_text(text)) +
              "</TD>" + gap(sizes.gap(14)),
          sizes.width(text) + sizes.gap(54)};
}

// What became of it, where it did not just happen.
std::vector<LegendEntry> status_entries(const View& view, const Style& style, const Sizes& sizes) {
  const auto any = [&](Status status) {
    return std::ranges::any_of(view.edges,
                               [&](const View::Edge& edge) { return edge.status == status; });
  };
  const auto sample = [&](const char* glyphs) {
    return "<TD>" + sized(sizes.gap(12), style.secondary, glyphs) + "</TD>";
  };
  std::vector<LegendEntry> entries;
  if (any(Status::Planned))
    entries.push_back(text_entry(sample("╌╌╌"), "planned: dashed, paler", style, sizes));
  if (any(Status::Denied))
    entries.push_back(text_entry(sample("┈╱┈"), "denied: struck", style, sizes));
  if (any(Status::Hypothetical))
    entries.push_back(text_entry(sample("┈┈┈"), "hypothetical: dotted, paler", style, sizes));
  return entries;
}

// The relations on the picture; those that look alike share one entry.
std::vector<LegendEntry> relation_entries(const View& view, const Style& style,
                                          const Sizes& sizes) {
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
    entries.push_back(
        text_entry(line_sample({color, dash}, symmetric, sizes), label, style, sizes));
  }
  return entries;
}

bool any_wide(const View& view) {
  return std::ranges::any_of(view.edges, [](const View::Edge& edge) { return edge.facts > 1; });
}

struct Row {
  std::string html;
  double width = 0;
};

// Entries in rows of about `width` points.
void add_rows(std::vector<Row>& rows, const std::vector<LegendEntry>& entries, double width) {
  Row row;
  for (const LegendEntry& entry : entries) {
    if (row.width > 0 && row.width + entry.width > width) rows.push_back(std::exchange(row, {}));
    row.html += entry.html;
    row.width += entry.width;
  }
  if (!row.html.empty()) rows.push_back(std::move(row));
}

// A row that is narrower than the others would be stretched, so that each ends with an empty cell
// that fills it up.
std::string filled(const std::vector<Row>& rows, double least) {
  for (const Row& row : rows) least = std::max(least, row.width);
  std::string html;
  for (const Row& row : rows) {
    html += "<TR><TD ALIGN=\"LEFT\">" +
            table("<TR>" + row.html + gap(least - row.width + 1) + "</TR>", 0) + "</TD></TR>";
  }
  return html;
}

}  // namespace

std::string heading(const View& view, const Style& style, double width) {
  const auto line = [](std::string_view html) {
    return "<TR><TD ALIGN=\"LEFT\">" + std::string(html) + "</TD></TR>";
  };
  const Sizes sizes{std::clamp(width / kUsual, 1.0, kLargest)};
  const std::string title = printable(view.title);
  std::string subtitle = printable(view.subtitle);
  if (!subtitle.empty() && any_wide(view)) subtitle += " · the wider a line, the more often";
  std::vector<Row> rows;
  add_rows(rows, type_entries(view, style, sizes), width);
  add_rows(rows, relation_entries(view, style, sizes), width);
  add_rows(rows, status_entries(view, style, sizes), width);
  std::string html;
  if (!title.empty())
    html += line(sized(2 * sizes.legend(), style.text, "<B>" + html_text(title) + "</B>"));
  if (!subtitle.empty()) html += line(sized(sizes.gap(11), style.secondary, html_text(subtitle)));
  html += "<TR><TD HEIGHT=\"4\"></TD></TR>" +
          filled(rows, std::max(2.1 * sizes.width(title), 1.15 * sizes.width(subtitle))) +
          "<TR><TD HEIGHT=\"10\"></TD></TR>";
  return table(html, 2);
}

}  // namespace entente
