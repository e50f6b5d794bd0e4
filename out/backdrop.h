#pragma once
// What stands behind and beside the lines of a picture: groups, lanes, dates, strikes.

#include <optional>
#include <string>
#include <vector>

#include "out/geometry.h"
#include "out/graphviz.h"
#include "out/layout.h"
#include "out/style.h"
#include "out/view.h"

namespace entente {

struct Backdrop {
  struct Panel {  // what a group of nodes lies on
    Box box;
    std::size_t group = 0;  // index in View::groups
  };
  struct Rule {  // a thin line
    Point from;
    Point to;
    std::optional<std::size_t> node;  // whose lane it is
    std::optional<std::size_t> line;  // that it strikes through, in its colour
  };
  struct Mark {  // a dot on a line: who takes part
    Point at;
    std::size_t line = 0;
  };
  struct Note {  // words
    Point at;    // the middle of their left edge, or of all
    std::string text;
    double points = 9.5;
    bool bold = false;
    bool centred = false;
  };
  std::vector<Panel> panels;
  std::vector<Rule> rules;
  std::vector<Mark> marks;
  std::vector<Note> notes;
};

// How wide a note gets, about; rather more than less.
double width_of(const Backdrop::Note& note);

Box box_of(const Backdrop::Note& note);

// The smallest box around all of it; of no size when there is nothing.
Box bounds(const Backdrop& backdrop);

// Strikes through the lines of what was denied, beside their labels.
void strike_denied(const View& view, const Layout& layout, Backdrop& backdrop);

// Panels, and nodes before lines, so that lines run over panels. To be called before any node is
// added.
void add_panels(Drawing& drawing, const Backdrop& backdrop, const Style& style);

// The rest. After the view's nodes and edges, so that their numbers stay.
void add_marks(Drawing& drawing, const Backdrop& backdrop, const View& view, const Style& style);

}  // namespace entente
