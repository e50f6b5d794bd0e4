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

// On the colour of the page, so that the line does not run through the words; what was denied is
// struck out.
std::string edge_label_html(const View::Edge& edge, const Style& style);

// Title, subtitle and the legend: only the types, relations and statuses that are on the picture.
// `width`: points that the picture takes; a wide one gets larger letters, since it is seen from
// farther away.
std::string heading(const View& view, const Style& style, double width);

// For each edge whether its label says more than the legend does.
std::vector<bool> telling_labels(const View& view, const Style& style);

}  // namespace entente
