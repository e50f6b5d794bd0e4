// A sketch is 8 digits for the number of rows and 4 for each order. Candidates are found by bands
// of three orders: texts that share two thirds of all their rows agree in one of 42 bands all but
// surely, those that share a twentieth in one of two hundred. Within a band only the first few
// different texts are compared with, which bounds the work where thousands of articles end in the
// same words. Tested by copies_test.cpp.

#include "graph/copies.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kRow = 5;        // words
constexpr std::size_t kFewest = 16;    // rows: shorter texts are alike by chance
constexpr std::size_t kOrders = 126;   // the estimate is good to about 4 in 100
constexpr std::size_t kBand = 3;       // orders
constexpr std::size_t kCompared = 16;  // texts in a band
constexpr std::size_t kCountDigits = 8;
constexpr std::size_t kOrderDigits = 4;
constexpr std::size_t kDigits = kCountDigits + kOrders * kOrderDigits;
constexpr double kShared = 0.8;
constexpr std::string_view kHex = "0123456789abcdef";

// A mixer whose every bit of input moves every bit of output: splitmix64, https://prng.di.unimi.it/
std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

std::vector<std::uint64_t> hash_words(std::string_view folded) {
  std::vector<std::uint64_t> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.push_back(mix(fnv1a(folded.substr(at, end - at))));
    at = end + 1;
  }
  return words;
}

// Each once, sorted.
std::vector<std::uint64_t> hash_rows(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> rows;
  for (std::size_t i = 0; i + kRow <= words.size(); ++i) {
    std::uint64_t value = 0;
    for (std::size_t k = 0; k < kRow; ++k) value = mix(value + words[i + k]);
    rows.push_back(value);
  }
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

void append_digits(std::string& text, std::uint64_t value, std::size_t digits) {
  for (std::size_t i = digits; i-- > 0;) text += kHex[(value >> (4 * i)) & 15U];
}

double count_of(std::string_view sketch) {
  double count = 0;
  for (const char digit : sketch.substr(0, kCountDigits)) {
    count = count * 16 + static_cast<double>(kHex.find(digit));
  }
  return count;
}

std::string_view band_of(std::string_view sketch, std::size_t band) {
  return sketch.substr(kCountDigits + band * kBand * kOrderDigits, kBand * kOrderDigits);
}

// Texts that are one, each known by the first.
class Groups {
 public:
  explicit Groups(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), 0); }
  std::size_t first(std::size_t text) {
    while (first_[text] != text) text = first_[text] = first_[first_[text]];
    return text;
  }
  void join(std::size_t a, std::size_t b) {
    const auto [one, other] = std::minmax({first(a), first(b)});
    first_[other] = one;
  }

 private:
  std::vector<std::size_t> first_;
};

}  // namespace

std::string sketch_of(std::string_view body) {
  const std::vector<std::uint64_t> rows = hash_rows(hash_words(fold(body)));
  if (rows.size() < kFewest) return {};
  std::string sketch;
  append_digits(sketch, std::min<std::uint64_t>(rows.size(), 0xffffffffU), kCountDigits);
  std::uint64_t order = 0;
  for (std::size_t i = 0; i < kOrders; ++i) {
    order = mix(order);
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint64_t row : rows) least = std::min(least, (row ^ order) * (order | 1U));
    append_digits(sketch, mix(least), kOrderDigits);
  }
  return sketch;
}

bool is_sketch(std::string_view text) {
  return text.empty() ||
         (text.size() == kDigits && text.find_first_not_of(kHex) == std::string_view::npos);
}

bool same_text(std::string_view sketch, std::string_view other) {
  if (sketch.empty() || other.empty()) return false;
  std::size_t same = 0;
  for (std::size_t at = kCountDigits; at < kDigits; at += kOrderDigits) {
    if (sketch.substr(at, kOrderDigits) == other.substr(at, kOrderDigits)) ++same;
  }
  const double resemblance = static_cast<double>(same) / kOrders;  // of both in all rows
  const auto [shorter, longer] = std::minmax({count_of(sketch), count_of(other)});
  const double both = resemblance / (1 + resemblance) * (shorter + longer);
  return shorter * 2 >= longer && both >= kShared * shorter;
}

std::vector<std::size_t> find_copies(const std::vector<std::string_view>& sketches) {
  Groups groups(sketches.size());
  std::unordered_map<std::string_view, std::vector<std::size_t>> alike;  // first of each group
  for (std::size_t band = 0; band < kOrders / kBand; ++band) {
    alike.clear();
    for (std::size_t i = 0; i < sketches.size(); ++i) {
      if (sketches[i].empty()) continue;
      std::vector<std::size_t>& others = alike[band_of(sketches[i], band)];
      const bool known = std::ranges::any_of(others, [&](std::size_t other) {
        if (groups.first(other) == groups.first(i)) return true;
        if (!same_text(sketches[other], sketches[i])) return false;
        groups.join(other, i);
        return true;
      });
      if (!known && others.size() < kCompared) others.push_back(i);
    }
  }
  std::vector<std::size_t> first(sketches.size());
  for (std::size_t i = 0; i < first.size(); ++i) first[i] = groups.first(i);
  return first;
}

}  // namespace entente
