// Places on a page: see geometry.h.

#include "out/geometry.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr std::size_t kSteps = 48;      // straight pieces that a curve is seen as ...
constexpr std::size_t kLeastSteps = 8;  // ... and each of its pieces

double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// How many times `direction` fits from the centre to the outline.
double reach(const Shape& shape, Point direction) {
  const double w = shape.width / 2;
  const double h = shape.height / 2;
  if (shape.corners.size() < 3) return 1 / std::hypot(direction.x / w, direction.y / h);
  double best = 0;
  for (std::size_t i = 0; i < shape.corners.size(); ++i) {
    const Point a = shape.corners[i];
    const Point side = shape.corners[(i + 1) % shape.corners.size()] - a;
    const double across = direction.x * side.y - direction.y * side.x;
    if (std::abs(across) < 1e-9) continue;
    const double k = (a.x * side.y - a.y * side.x) / across;
    const double along = (a.x * direction.y - a.y * direction.x) / across;
    if (k > 0 && along >= -1e-9 && along <= 1 + 1e-9) best = std::max(best, k);
  }
  return best;
}

}  // namespace

Box grown(const Box& box, double by) {
  return {box.centre, box.width + 2 * by, box.height + 2 * by};
}

double share_inside(const Box& box, Point a, Point b) {
  double begin = 0;
  double end = 1;
  const auto clip = [&](double from, double to, double centre, double half) {
    const double way = to - from;
    if (std::abs(way) < 1e-9) return std::abs(from - centre) < half;
    const double enters = (centre - half - from) / way;
    const double leaves = (centre + half - from) / way;
    begin = std::max(begin, std::min(enters, leaves));
    end = std::min(end, std::max(enters, leaves));
    return begin < end;
  };
  const bool inside =
      clip(a.x, b.x, box.centre.x, box.width / 2) && clip(a.y, b.y, box.centre.y, box.height / 2);
  return inside ? end - begin : 0;
}

Box around(const std::vector<Box>& boxes) {
  double left = boxes.front().centre.x;
  double right = left;
  double bottom = boxes.front().centre.y;
  double top = bottom;
  for (const Box& box : boxes) {
    left = std::min(left, box.centre.x - box.width / 2);
    right = std::max(right, box.centre.x + box.width / 2);
    bottom = std::min(bottom, box.centre.y - box.height / 2);
    top = std::max(top, box.centre.y + box.height / 2);
  }
  return {{(left + right) / 2, (bottom + top) / 2}, right - left, top - bottom};
}

namespace {

// Of the cubic curve of four points, t in 0..1.
Point at(const Point* p, double t) {
  const double u = 1 - t;
  return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

}  // namespace

Point at(const Curve& curve, double t) {
  const std::size_t pieces = curve.points.size() / 3;
  const Point* p = curve.points.data();
  if (pieces > 1) {
    double whole = 0;
    for (std::size_t i = 0; i < pieces; ++i) whole += length(p[3 * i + 3] - p[3 * i]);
    double left = t * whole;
    for (std::size_t i = 0; i < pieces; ++i, p += 3) {
      const double piece = length(p[3] - p[0]);
      if (left <= piece || i + 1 == pieces) {
        t = piece > 0 ? std::min(left / piece, 1.0) : 0;
        break;
      }
      left -= piece;
    }
  }
  return at(p, t);
}

Curve moved(const Curve& curve, Point by) {
  Curve result = curve;
  for (Point& p : result.points) p = p + by;
  return result;
}

Track track_of(const Curve& curve) {
  const std::size_t pieces = curve.points.size() / 3;
  const std::size_t steps = std::max(kLeastSteps, kSteps / std::max<std::size_t>(pieces, 1));
  Track track;
  track.points.push_back(curve.points.front());
  for (std::size_t piece = 0; piece < pieces; ++piece) {
    for (std::size_t i = 1; i <= steps; ++i) {
      track.points.push_back(
          at(&curve.points[3 * piece], static_cast<double>(i) / static_cast<double>(steps)));
    }
  }
  Point least = track.points.front();
  Point most = least;
  for (const Point& p : track.points) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  track.box = {(least + most) * 0.5, most.x - least.x, most.y - least.y};
  return track;
}

bool runs_through(const Track& track, const Box& box) {
  if (!overlap(track.box, box, 1e-6)) return false;
  for (std::size_t i = 0; i + 1 < track.points.size(); ++i) {
    if (share_inside(box, track.points[i], track.points[i + 1]) > 0) return true;
  }
  return false;
}

bool comes_back(std::span<const Point> way, const Box& box) {
  while (!way.empty() && contains(box, way.front())) way = way.subspan(1);
  while (!way.empty() && contains(box, way.back())) way = way.first(way.size() - 1);
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    if (share_inside(box, way[i], way[i + 1]) > 0) return true;
  }
  return false;
}

Point border(const Shape& shape, Point centre, Point towards, double gap) {
  const Point direction = towards - centre;
  const double distance = length(direction);
  if (distance < 1e-9) return centre;
  return centre + direction * (reach(shape, direction) + gap / distance);
}

bool cross(Point a, Point b, Point c, Point d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

}  // namespace entente
