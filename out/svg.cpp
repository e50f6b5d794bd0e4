// Makes Graphviz's SVG fit for today: see svg.h. Works on the few forms that Graphviz writes; all
// text in it was escaped by Graphviz, all text put in here is escaped by xml_text.

#include "out/svg.h"

#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "out/plain.h"
#include "out/xml.h"

namespace entente {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// Takes out everything from each `begin` up to the next `end`, `end` included.
void erase_all(std::string& text, std::string_view begin, std::string_view end) {
  for (std::size_t at = 0; (at = text.find(begin, at)) != std::string::npos;) {
    const std::size_t last = text.find(end, at + begin.size());
    if (last == std::string::npos) return;
    text.erase(at, last + end.size() - at);
  }
}

// The number of an id: "edge-12" -> 12, after `prefix`.
std::optional<std::size_t> number_after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  std::size_t number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ec != std::errc()) return std::nullopt;
  return number;
}

// What a reader sees who rests on the group with this id: also on "edge-1-mark-2", a part of
// edge 1.
std::string title_of(std::string_view id, const View& view) {
  if (const auto node = number_after(id, "node-"); node && *node < view.nodes.size()) {
    return view.nodes[*node].hover;
  }
  if (const auto edge = number_after(id, "edge-"); edge && *edge < view.edges.size()) {
    return view.edges[*edge].hover;
  }
  if (const auto group = number_after(id, "group-"); group && *group < view.groups.size()) {
    return view.groups[*group];
  }
  return id.starts_with("graph") ? view.title : std::string();
}

// Rewrites every <title>: it is the first child of a group with an id.
std::string with_titles(std::string_view svg, const View& view) {
  constexpr std::string_view group = "<g id=\"";
  constexpr std::string_view open = "<title>";
  constexpr std::string_view close = "</title>";
  std::string result;
  while (true) {
    const std::size_t title = svg.find(open);
    const std::size_t end = title == std::string_view::npos ? title : svg.find(close, title);
    if (end == std::string_view::npos) break;
    const std::size_t at = svg.substr(0, title).rfind(group);
    const std::string words =
        at == std::string_view::npos ? view.title : title_of(svg.substr(at + group.size()), view);
    result += svg.substr(0, title + open.size());
    result += xml_text(printable(words));
    svg.remove_prefix(end);
  }
  return result += svg;
}

std::string pixels(std::string_view points) {
  double value = 0;
  std::from_chars(points.data(), points.data() + points.size(), value);
  return fixed(value * 96 / 72, 0);
}

// The root element: no fixed size but for the most it grows to, and what it is for those who cannot
// see it.
void rewrite_root(std::string& svg, const View& view) {
  const std::size_t begin = svg.find("<svg ");
  const std::size_t end = begin == std::string::npos ? begin : svg.find('>', begin);
  if (end == std::string::npos) return;
  std::string root = svg.substr(begin, end + 1 - begin);
  const std::size_t quote = root.find("width=\"");
  std::string width;
  if (quote != std::string::npos) {
    const std::size_t unit = root.find("pt\"", quote);  // 72 to an inch; a CSS px is 96 to an inch
    width = pixels(root.substr(quote + 7, unit - quote - 7));
    erase_all(root, "width=\"", "\"");
    erase_all(root, "height=\"", "\"");
  }
  const std::string style =
      width.empty() ? "" : " style=\"width:100%;height:auto;max-width:" + width + "px\"";
  const std::string title = xml_text(printable(view.title));
  const std::string subtitle = xml_text(printable(view.subtitle));
  root.insert(5, "role=\"img\" aria-labelledby=\"title desc\"" + style + ' ');
  root += "\n<title id=\"title\">" + title + "</title>\n<desc id=\"desc\">" + subtitle + "</desc>";
  svg.replace(begin, end + 1 - begin, root);
}

}  // namespace

std::string modern_svg(std::string_view svg, const View& view, std::string_view font) {
  std::string result(svg);
  erase_all(result, "<!--", "-->\n");
  replace_all(result, "&#45;", "-");
  result = with_titles(result, view);
  erase_all(result, "<!DOCTYPE", ">\n");
  erase_all(result, " xlink:title=\"", "\"");
  replace_all(result, "stroke=\"transparent\"", "stroke=\"none\"");
  replace_all(result, "fill=\"transparent\"", "fill=\"none\"");
  const std::string name = xml_text(font);
  replace_all(result, "font-family=\"" + name + "\"",
              "font-family=\"" + name + ", Verdana, Arial, sans-serif\"");
  replace_all(result,
              "<a xlink:href=", "<a target=\"_blank\" rel=\"noopener noreferrer\" xlink:href=");
  rewrite_root(result, view);
  return result;
}

}  // namespace entente
