#pragma once
// Places on a page. Points (1/72 inch), y upwards, as Graphviz has them.

#include <array>
#include <vector>

namespace entente {

struct Point {
  double x = 0;
  double y = 0;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
double length(Point a);

struct Box {
  Point centre;
  double width = 0;
  double height = 0;
};

// Whether they share more than an edge when each is `gap` wider on all sides (half of it each).
bool overlap(const Box& a, const Box& b, double gap = 0);
bool contains(const Box& box, Point p);
Box grown(const Box& box, double by);  // on each side
// How much of the segment from `a` to `b` lies inside the box, 0..1.
double share_inside(const Box& box, Point a, Point b);
Box around(const std::vector<Box>& boxes);  // the smallest box around all; REQUIRES: not empty

// Cubic Bézier curves, each beginning where the last ends: 4, 7, 10 ... points.
struct Curve {
  std::vector<Point> points;
};
// t in 0..1; of several pieces each takes its share by the distance of its ends.
Point at(const Curve& curve, double t);
Curve moved(const Curve& curve, Point by);

// A curve as straight pieces, close enough to see what it runs through.
struct Track {
  std::array<Point, 49> points;
  Box box;  // around them
};
Track track_of(const Curve& curve);
bool runs_through(const Track& track, const Box& box);

// The outline of a node. `corners` relative to the centre, anticlockwise; empty = an ellipse.
struct Shape {
  double width = 0;
  double height = 0;
  std::vector<Point> corners;
};

// Where the line from the centre of the shape to `towards` leaves it, `gap` outside the outline.
// The centre itself when `towards` is the centre.
Point border(const Shape& shape, Point centre, Point towards, double gap);

// Whether the open segments a-b and c-d cross.
bool cross(Point a, Point b, Point c, Point d);

}  // namespace entente
