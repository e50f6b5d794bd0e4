// The diagram of a report on a dark screen. It is drawn once, in the light theme; in the dark, a
// rule for each of its colours puts another in its place: style rules win over attributes.

#include <algorithm>
#include <utility>
#include <vector>

#include "out/report_sections.h"

namespace entente {
namespace {

using Pair = std::pair<std::string, std::string>;  // in the light, and in the dark

// As Graphviz writes it.
std::string lower(std::string color) {
  for (char& c : color) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return color;
}

// Each colour of the light theme once. Where two parts share one there, they share one here: that
// of the first.
std::vector<Pair> pairs_of(const Style& light, const Style& dark) {
  std::vector<Pair> pairs;
  const auto add = [&](const std::string& from, const std::string& to) {
    Pair pair{lower(from), lower(to)};
    if (std::ranges::find(pairs, pair.first, &Pair::first) == pairs.end()) {
      pairs.push_back(std::move(pair));
    }
  };
  add(light.ground, dark.ground);
  add(light.text, dark.text);
  add(light.secondary, dark.secondary);
  add(light.faint, dark.faint);
  add(light.panel, dark.panel);
  for (const auto& [name, drawn] : light.types) {
    const NodeStyle& other = dark.types.find(name)->second;
    add(drawn.stroke, other.stroke);
    add(drawn.fill, other.fill);
  }
  for (const auto& [name, drawn] : light.relations) {
    const EdgeStyle& other = dark.relations.find(name)->second;
    add(drawn.color, other.color);
    add(paler(drawn.color, light), paler(other.color, dark));
  }
  return pairs;
}

}  // namespace

std::string report_dark_css(const std::string& svg, const Style& light, const Style& dark) {
  std::string css =
      "@media screen and (prefers-color-scheme: dark) {\n  .canvas { background: " +
      lower(dark.ground) +
      "; }\n  .canvas a:focus-visible > *:not(title) { outline-color: var(--link); }\n";
  for (const auto& [from, to] : pairs_of(light, dark)) {
    for (const std::string_view part : {"fill", "stroke"}) {
      const std::string attribute = std::string(part) + "=\"" + from + "\"";
      if (svg.find(attribute) == std::string::npos) continue;
      css.append("  .canvas [").append(attribute).append("] { ").append(part);
      css.append(": ").append(to).append("; }\n");
    }
  }
  return css + "}\n";
}

}  // namespace entente
