#pragma once
// The parts of a picture that hold text, as Graphviz's HTML-like labels. Everything is escaped
// here.

#include <string>
#include <string_view>
#include <vector>

#include "out/style.h"
#include "out/view.h"

namespace entente {

// Plain text for an HTML-like label. Backslashes are doubled: Graphviz looks for \N and its kin
// here too.
std::string html_text(std::string_view text);

// `html` in a FONT element; empty colour: as around it.
std::string sized(double points, std::string_view color, std::string_view html);

// Name in bold, the larger the better connected, and the caption below in grey. Long names take
// several lines.
std::string node_label(const View::Node& node, const Style& style);

// On white, so that the line does not run through the words; what was denied is struck out.
std::string edge_label_html(const View::Edge& edge, const std::string& color);

// Title, subtitle and the legend: only the types and relations that are on the picture.
// `width`: points that a row of the legend may take, about.
std::string heading(const View& view, const Style& style, double width);

// For each edge whether its label says more than the legend does.
std::vector<bool> telling_labels(const View& view, const Style& style);

}  // namespace entente
