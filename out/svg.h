#pragma once
// Makes Graphviz's SVG fit for today: readable titles, a size that adapts, no leftovers.

#include <string>
#include <string_view>

#include "out/view.h"

namespace entente {

// `svg`: as Graphviz wrote it, with ids "node-<i>" and "edge-<i>" for the nodes and edges of
// `view`. Returns the same picture in which every title is a sentence, the whole has a role, a
// title and a description, links are plain and carry no script, sizes come from the viewBox, and
// text falls back to fonts that every reader has.
std::string modern_svg(std::string_view svg, const View& view, std::string_view font);

}  // namespace entente
