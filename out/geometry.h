#pragma once
// Places on a page. Points (1/72 inch), y upwards, as Graphviz has them.

#include <cmath>
#include <span>
#include <vector>

namespace entente {

struct Point {
  double x = 0;
  double y = 0;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
inline double length(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }

struct Box {
  Point centre;
  double width = 0;
  double height = 0;
};

// Whether they share more than an edge when each is `gap` wider on all sides (half of it each).
inline bool overlap(const Box& a, const Box& b, double gap = 0) {
  return std::abs(a.centre.x - b.centre.x) < (a.width + b.width) / 2 + gap &&
         std::abs(a.centre.y - b.centre.y) < (a.height + b.height) / 2 + gap;
}
inline bool contains(const Box& box, Point p) {
  return std::abs(box.centre.x - p.x) < box.width / 2 &&
         std::abs(box.centre.y - p.y) < box.height / 2;
}
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
  std::vector<Point> points;  // of every piece at least 8 more than its begin
  Box box;                    // around them
};
Track track_of(const Curve& curve);
bool runs_through(const Track& track, const Box& box);
// Of a way that begins or ends at the box: whether it enters it in between as well.
bool comes_back(std::span<const Point> way, const Box& box);

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
