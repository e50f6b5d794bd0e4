// The labels of nodes and edges: see labels.h. The heading: heading.cpp.

#include "out/labels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "out/plain.h"
#include "out/text_table.h"
#include "out/xml.h"

namespace entente {
namespace {

constexpr std::size_t kNameWidth = 24;  // columns
constexpr std::size_t kNameLines =
    25;  // every name of people and bodies is whole, a page of text is not
constexpr std::size_t kCaptionWidth = 32;
constexpr std::size_t kLabelWidth = 30;

// Columns of the longest word: narrower lines would break it.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 2;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

// `text` in as few lines as its width asks for, of about equal width, cut after `most` lines.
std::vector<std::string> balanced(std::string_view text, std::size_t width, std::size_t most) {
  const std::string line = printable(text);
  std::vector<std::string> lines = wrap(line, width);
  const std::size_t count = lines.size();
  for (std::size_t narrow = std::max(display_width(line) / count, longest_word(line));
       narrow < width; ++narrow) {
    std::vector<std::string> trial = wrap(line, narrow);
    if (trial.size() > count) continue;
    lines = std::move(trial);
    break;
  }
  if (lines.size() > most) {
    lines.resize(most);
    lines.back() += "…";
  }
  return lines;
}

std::string html_lines(const std::vector<std::string>& lines) {
  std::string html;
  for (const std::string& line : lines) {
    const std::string text = html_text(line);
    html += (html.empty() ? "" : "<BR/>") + (text.empty() ? std::string("&#160;") : text);
  }
  return html;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string html;
  for (const char c : xml_text(text)) {
    if (c == '\\') html += c;
    html += c;
  }
  return html;
}

std::string sized(double points, std::string_view color, std::string_view html) {
  std::string text = "<FONT POINT-SIZE=\"" + shortest(points) + "\"";
  if (!color.empty()) text += " COLOR=\"" + std::string(color) + "\"";
  return text + ">" + std::string(html) + "</FONT>";
}

std::string node_label(const View::Node& node, const Style& style) {
  const double points = std::min(11 + 1.2 * std::log2(static_cast<double>(node.degree) + 1), 16.0);
  std::string label =
      sized(std::round(points * 10) / 10, style.text,
            "<B>" + html_lines(balanced(node.label, kNameWidth, kNameLines)) + "</B>");
  if (!node.caption.empty()) {
    label +=
        "<BR/>" + sized(9, style.secondary, html_lines(balanced(node.caption, kCaptionWidth, 2)));
  }
  return label;
}

std::string edge_label_html(const View::Edge& edge, const Style& style) {
  std::string text = html_lines(balanced(edge.label, kLabelWidth, 3));
  if (edge.status == Status::Denied) text = "<S>" + text + "</S>";
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\"><TR>"
         "<TD BGCOLOR=\"" +
         style.ground + "\">" +
         sized(9.5, style.relations.find(edge.relation)->second.color, text) + "</TD></TR></TABLE>";
}

std::vector<bool> telling_labels(const View& view, const Style& style) {
  using Look = std::tuple<std::string_view, std::string_view, bool>;
  const auto look = [&](const View::Edge& edge) {
    const EdgeStyle& drawn = style.relations.find(edge.relation)->second;
    return Look{drawn.color, drawn.dash, edge.symmetric};
  };
  std::map<Look, std::set<std::string_view>> relations;
  for (const View::Edge& edge : view.edges) relations[look(edge)].insert(edge.relation);
  std::vector<bool> telling;
  for (const View::Edge& edge : view.edges) {
    telling.push_back(edge.label != edge.relation_label || relations[look(edge)].size() > 1);
  }
  return telling;
}

}  // namespace entente
