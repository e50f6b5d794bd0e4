// Rectangles side by side: see packing.h.

#include "out/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kManyBoxes = 60;  // above: rows, since trying all corners takes cubic time

// Puts the boxes one by one where they reach least far, at a corner of those that lie already.
// Tops grow downwards from 0; the result is the top left corner of each.
class Shelf {
 public:
  explicit Shelf(double aspect) : aspect_(aspect) {}

  Point put(double width, double height) {
    Point best;
    double least = std::numeric_limits<double>::max();
    for (const double x : edges_x_) {
      for (const double y : edges_y_) {
        if (!is_free(x, y, width, height)) continue;
        const double w = std::max(width_, x + width);
        const double h = std::max(height_, y + height);
        // Of places that reach no farther, the topmost: rows fill before new ones begin.
        const double reach = std::max(w / aspect_, h) + 1e-3 * y + 1e-6 * x;
        if (reach < least) {
          least = reach;
          best = {x, y};
        }
      }
    }
    taken_.push_back({{best.x + width / 2, best.y + height / 2}, width, height});
    edges_x_.push_back(best.x + width);
    edges_y_.push_back(best.y + height);
    width_ = std::max(width_, best.x + width);
    height_ = std::max(height_, best.y + height);
    return best;
  }

 private:
  bool is_free(double x, double y, double width, double height) const {
    const Box box{{x + width / 2, y + height / 2}, width, height};
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Box& other) { return overlap(box, other, -1e-6); });
  }

  double aspect_;
  double width_ = 0;
  double height_ = 0;
  std::vector<Box> taken_;
  std::vector<double> edges_x_ = {0};
  std::vector<double> edges_y_ = {0};
};

// Many boxes: in rows, highest first, each as wide as the page is to be. Top left corners.
std::vector<Point> in_rows(const std::vector<Box>& boxes, std::vector<std::size_t> order,
                           double gap, double aspect) {
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return -boxes[i].height; });
  double area = 0;
  double page = 0;
  for (const Box& box : boxes) {
    area += (box.width + gap) * (box.height + gap);
    page = std::max(page, box.width + gap);
  }
  page = std::max(page, std::sqrt(area * aspect));
  std::vector<Point> corners(boxes.size());
  Point pen;
  double row = 0;
  for (const std::size_t i : order) {
    if (pen.x > 0 && pen.x + boxes[i].width + gap > page) pen = {0, pen.y + std::exchange(row, 0)};
    corners[i] = pen;
    pen.x += boxes[i].width + gap;
    row = std::max(row, boxes[i].height + gap);
  }
  return corners;
}

}  // namespace

std::vector<Point> pack(const std::vector<Box>& boxes, double gap, double aspect) {
  std::vector<std::size_t> order(boxes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return boxes[a].width * boxes[a].height > boxes[b].width * boxes[b].height;
  });
  std::vector<Point> corners(boxes.size());
  if (boxes.size() > kManyBoxes) {
    corners = in_rows(boxes, order, gap, aspect);
  } else {
    Shelf shelf(aspect);
    for (const std::size_t i : order) {
      corners[i] = shelf.put(boxes[i].width + gap, boxes[i].height + gap);
    }
  }
  std::vector<Point> moves;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Point centre{corners[i].x + boxes[i].width / 2, -corners[i].y - boxes[i].height / 2};
    moves.push_back(centre - boxes[i].centre);
  }
  return moves;
}

}  // namespace entente
