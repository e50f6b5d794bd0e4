#include "extract/report_place.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint32_t kDateline = 16;  // tokens

bool is_dash(const std::string& mark) {
  return mark == "--" || mark == "-" || mark == "–" || mark == "—";
}

}  // namespace

std::optional<std::uint32_t> dateline_place(const Document& document) {
  if (document.sentences.empty()) return std::nullopt;
  const std::uint32_t first = document.sentences.front().tokens.begin;
  const std::uint32_t m = mention_from(document, first);
  if (m >= document.mentions.size() || document.mentions[m].tokens.begin != first)
    return std::nullopt;
  const auto end = static_cast<std::uint32_t>(document.tokens.size());
  for (std::uint32_t i = first; i < std::min(first + kDateline, end); ++i) {
    const bool after_day = std::ranges::any_of(
        document.times, [&](const TimeMention& t) { return t.tokens.end == i; });
    if (is_dash(document.tokens[i].lower) || (document.tokens[i].lower == ":" && after_day))
      return m;
  }
  return std::nullopt;
}

}  // namespace entente
