#include "query/suggest.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kMost = 3;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    points += point.value;
    at += point.length;
  }
  return points;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string from = code_points(a);
  const std::u32string to = code_points(b);
  std::vector<std::size_t> before(to.size() + 1);  // row i - 2
  std::vector<std::size_t> last(to.size() + 1);    // row i - 1
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t differs = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + differs});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[to.size()];
}

bool is_slip(std::size_t distance, std::size_t length) {
  return distance <= std::max<std::size_t>(1, length / 3) && distance < length;
}

std::vector<std::string> suggest(std::string_view word, const std::vector<std::string>& known) {
  struct Near {
    std::size_t distance;
    std::size_t index;
  };
  std::vector<Near> near;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::size_t distance = edit_distance(word, known[i]);
    // "met" for "met-with": the beginning of a longer word is as near as one slip.
    const bool begins = word.size() >= 3 && known[i].starts_with(word);
    if (begins || is_slip(distance, word.size())) near.push_back({begins ? 1 : distance, i});
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const Near& a, const Near& b) { return a.distance < b.distance; });
  std::vector<std::string> suggestions;
  for (const Near& one : near) {
    if (suggestions.size() == kMost) break;
    suggestions.push_back(known[one.index]);
  }
  return suggestions;
}

std::string did_you_mean(const std::vector<std::string>& suggestions) {
  std::string text;
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    if (i == 0) {
      text = "; did you mean ";
    } else {
      text += i + 1 == suggestions.size() ? " or " : ", ";
    }
    text += '"' + printable(suggestions[i]) + '"';
  }
  return text.empty() ? text : text + '?';
}

}  // namespace entente
