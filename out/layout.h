#pragma once
// Where everything of a picture goes: nodes, edges as curves, their labels. Knows sizes and lines,
// no names.
//
// Graphviz alone puts labels beside or under lines. So, in three passes: neato places the nodes
// with each label as a node of its own half-way along its line, which makes room for it
// (placement.h); then each line becomes one curve that bends towards the room made for its label,
// away from nodes and other labels (routing.h). Of several placements the one that reads best is
// kept. What still lies on something then is moved (mending.h). Parts that no line joins are laid
// out one by one and packed (packing.h). Tested by layout_test.cpp.

#include <cstddef>
#include <vector>

#include "out/geometry.h"

namespace entente {

constexpr double kDot = 12;  // points: a node that is less high has no name, it is a dot

struct Line {
  std::size_t from = 0;  // index in Plan::nodes
  std::size_t to = 0;
  bool arrow = false;      // has a head at `to`
  double label_width = 0;  // 0 = no label to place
  double label_height = 0;
};

struct Plan {
  std::vector<Shape> nodes;
  std::vector<Line> lines;
};

struct Route {
  Curve curve;            // ends where the arrow head begins, when there is one
  Point tip;              // of the arrow head, on the outline of the node
  bool labelled = false;  // false: no label, or no place for one without covering something
  Box label;
};

struct Layout {
  std::vector<Point> nodes;   // centres
  std::vector<Route> routes;  // one for each line
};

// The same plan and seed give the same layout. REQUIRES: graphviz_lock() is held.
Layout arrange(const Plan& plan, unsigned seed);

// The smallest box around nodes, labels and curves.
Box bounds(const Plan& plan, const Layout& layout);

// Centres alone, quickly, for tools that draw by themselves: nodes may lie on each other.
// REQUIRES: graphviz_lock() is held.
std::vector<Point> scatter(const Plan& plan, unsigned seed);

// Two things of a picture, of which one lies on or runs through the other.
struct Hit {
  enum class Part { Name, Label, Line };
  Part part = Part::Line;
  std::size_t index = 0;  // in Plan::nodes, or in Plan::lines
  Part other_part = Part::Name;
  std::size_t other = 0;
};

// What a reader of the picture stumbles over.
struct Clutter {
  std::size_t labels = 0;          // that have a place
  std::size_t hidden = 0;          // that have none, and are left out
  std::size_t boxes = 0;           // pairs of names and labels that lie on each other
  std::size_t through_names = 0;   // lines that run through the box of a name, for each such box;
                                   // through their own two where they come back to them
  std::size_t through_labels = 0;  // the same of labels of other lines
  std::vector<Hit> hits;           // each of the last three
};

// Dots, nodes too small to hold a name, may be run through.
Clutter clutter(const Plan& plan, const Layout& layout);

}  // namespace entente
