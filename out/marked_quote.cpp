// A quoted sentence in parts: see marked_quote.h.

#include "out/marked_quote.h"

#include <algorithm>

namespace entente {
namespace {

// A stretch of the quote that stands out, as offsets into the quote.
struct Stretch {
  Span span;
  QuoteMark mark;
};

// In order and disjoint.
std::vector<Stretch> stretches(const Evidence& evidence) {
  std::vector<Stretch> all = {{evidence.subject, QuoteMark::End},
                              {evidence.object, QuoteMark::End},
                              {evidence.trigger, QuoteMark::Trigger}};
  const Span sentence = evidence.sentence;
  std::erase_if(all, [&](const Stretch& one) {
    return one.span.begin < sentence.begin || one.span.end > sentence.end ||
           one.span.begin >= one.span.end || one.span.end - sentence.begin > evidence.quote.size();
  });
  std::ranges::stable_sort(all, {}, [](const Stretch& one) { return one.span.begin; });
  std::vector<Stretch> apart;
  for (Stretch one : all) {
    one.span.begin -= sentence.begin;
    one.span.end -= sentence.begin;
    if (apart.empty() || apart.back().span.end <= one.span.begin) apart.push_back(one);
  }
  return apart;
}

}  // namespace

std::vector<QuotePart> quote_parts(const Evidence& evidence) {
  const std::string_view quote = evidence.quote;
  std::vector<QuotePart> parts;
  const auto add = [&](std::string_view text, QuoteMark mark) {
    if (!text.empty()) parts.push_back({text, mark});
  };
  std::uint32_t at = 0;
  for (const Stretch& stretch : stretches(evidence)) {
    add(slice(quote, {at, stretch.span.begin}), QuoteMark::None);
    add(slice(quote, stretch.span), stretch.mark);
    at = stretch.span.end;
  }
  add(quote.substr(at), QuoteMark::None);
  return parts;
}

}  // namespace entente
