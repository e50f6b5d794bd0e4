#pragma once
// Routes one line at a time against all that are routed already. For each a handful of bends is
// tried, and for each bend a handful of places for the label; the cheapest is kept. Where all of
// them run through a name or a label, a way around is looked for (detour.h). Costs are weights
// found by looking at pictures. Used by routing.cpp and mending.cpp.

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "out/detour.h"
#include "out/layout.h"
#include "out/placement.h"

namespace entente {

// Least cost of a line that runs through a name or a label, or whose label is in the way of a line.
constexpr double kHit = 30;

// How closely a router looks.
enum class Care {
  Quick,  // for every line, many times
  // For the few lines that still run through something. Curves are looked at as clutter() does,
  // hits cost more than all else, ways may be narrow, labels may stand beside their lines.
  Close,
};

class Router {
 public:
  static constexpr std::size_t kSamples = 20;

  // Of a curve.
  struct Samples {
    std::array<Point, kSamples + 1> points;
    Box box;                     // around them
    std::optional<Track> track;  // when looked at closely
  };

  // A line as it runs.
  struct Routed {
    Route route;
    Samples samples;
    double price = 0;  // of its own bends and of the place of its label
  };

  // Both must outlive the router.
  Router(const Plan& plan, const Placement& placement, Care care);

  // Straight, or around names, without regard to other lines.
  void route_alone(std::size_t index);

  // Routes one line against all that are routed now; where it is routed already, nothing that
  // costs more is taken. Returns its cost.
  double route(std::size_t line);

  // Takes a route as it is.
  void adopt(std::size_t line, const Route& route);

  // A line out of the picture, and back into it.
  Routed take(std::size_t line);
  void put(std::size_t line, const Routed& routed);

  // REQUIRES: the line is routed; so too for those below.
  // Whether it runs through a name or a label, or its own label has no place or one that is in the
  // way of something.
  bool in_hit(std::size_t index) const;
  double cost(std::size_t index) const;
  const Route& routed(std::size_t line) const { return routed_[line]->route; }

  // Lines whose label this one runs through, or that run through its own, or whose labels overlap
  // with its own. Ascending.
  std::vector<std::size_t> entangled(std::size_t index) const;

 private:
  enum class Way { Straight, Bent, Loop };
  struct Candidate {
    Way way = Way::Straight;
    Point control;     // the curve leaves both its nodes towards it, and bends towards it
    double price = 0;  // of not being straight
    double side = 1;   // of a loop
  };

  struct Choice {
    double cost = std::numeric_limits<double>::max();
    std::optional<Routed> routed;
  };

  double scaled(double hit) const;
  Samples samples_of(const Curve& curve) const;
  bool through(const Samples& samples, const Box& box) const;
  bool through_name(const Line& line, const Samples& samples, std::size_t node,
                    const Box& name) const;

  void consider(std::size_t line, Route route, double price, Choice& best) const;
  void consider_along(std::size_t line, const std::vector<Point>& turns, Choice& best) const;
  void try_ways_around(std::size_t index, Choice& best);
  void try_other_ways(std::size_t index, Choice& best) const;

  std::vector<Box> names_besides(const Line& line) const;
  std::vector<Box> labels() const;
  std::vector<Point> turns_around(const Line& line, const std::vector<Box>& obstacles,
                                  Clearance clearance = {}) const;
  Route curve_along(const Line& line, const std::vector<Point>& turns) const;
  std::vector<Candidate> bends(std::size_t index) const;
  Route curve_through(std::size_t index, const Candidate& candidate) const;
  Route loop(const Line& line, double side) const;

  double curve_cost(std::size_t index, const Samples& samples, double enough) const;
  double against(std::size_t index, const Samples& samples, std::size_t other) const;
  static bool crossing(const Samples& a, const Samples& b);
  double put_label(std::size_t index, Routed& trial) const;
  static double hidden_cost(const Routed& trial, const Box& label);
  double label_cost(std::size_t index, const Box& label, double enough) const;

  const Plan& plan_;
  const Placement& placement_;
  Care care_;
  std::vector<Box> nodes_;
  std::vector<std::size_t> named_;  // those that are no dots
  std::vector<std::optional<Routed>> routed_;
  std::vector<std::optional<std::vector<Point>>> around_names_;  // of each line, once asked for
};

}  // namespace entente
