#pragma once
// A View drawn by Graphviz (cgraph, gvc), as ARCHITECTURE.md tells. One layout at a
// time in a process.

#include <string>
#include <string_view>

#include "out/layout.h"
#include "out/style.h"
#include "out/view.h"

namespace entente {

enum class PictureFormat { Dot, Svg, Png, Pdf };

struct PictureOptions {
  PictureFormat format = PictureFormat::Svg;
  unsigned seed = 1;
  bool force = false;  // draw even when there are more than 3,000 nodes
};

// The bytes of the picture. The same view, style and options give the same bytes (PDF: but for
// nothing; its dates are fixed). Throws Error{Fault::Usage} for a view too large to draw, saying
// what to do instead; Error{Fault::System} when Graphviz fails.
std::string draw(const View& view, const Style& style, const PictureOptions& options);

// Lays out the same picture without drawing it, and counts what lies on what.
Clutter clutter_of(const View& view, const Style& style, const PictureOptions& options);

}  // namespace entente
