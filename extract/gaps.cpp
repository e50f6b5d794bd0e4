#include "extract/gaps.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kBefore = {"to", "in", "with", "at"};          // what may be said of the object again
const Strings kWhen = {"on", "in", "from", "at", "during"};  // before a time
const Strings kThen = {"then", "later", "also", "afterwards"};

class GapFinder {
 public:
  GapFinder(const Document& document, const Sentence& sentence, std::uint32_t from)
      : document_(document), tokens_(document.tokens), end_(sentence.tokens.end), at_(from) {}

  std::vector<Gap> find() {
    std::vector<Gap> gaps;
    bool dated = false;  // a time of the object before
    while (at_ < end_) {
      const Token& token = tokens_[at_];
      if (const auto time = time_at(at_)) {
        dated = true;
        at_ = document_.times[*time].tokens.end;
      } else if (is_verb(token.tag) || token.tag == Tag::Aux || token.lower == ";" || others()) {
        break;
      } else if (token.lower == "and" || token.lower == ",") {
        const auto gap = dated ? gap_at(at_ + 1) : std::nullopt;
        if (!gap && token.lower == "and") break;
        if (gap) {
          gaps.push_back(*gap);
        } else {
          ++at_;
        }
      } else {
        ++at_;
      }
    }
    return gaps;
  }

 private:
  // Is somebody else spoken of here, not where it was: "visited Kenya after Austria in May"?
  bool others() const {
    const bool where = at_ > 0 && among(at_ - 1, {"in", "at"});
    return phrase_at(at_) != nullptr && !where;
  }

  // Moves at_ behind the gap that begins at token `i`.
  std::optional<Gap> gap_at(std::uint32_t i) {
    if (is(i, "and")) ++i;  // ", and"
    if (among(i, kThen)) ++i;
    if (among(i, kBefore)) ++i;
    Gap gap{phrase_at(i), 0, nullptr};
    if (gap.object == nullptr || gap.object->members.empty() || gap.object->possessive)
      return std::nullopt;
    i = gap.object->tokens.end;
    std::optional<std::uint32_t> time;
    for (int k = 0; k < 2; ++k) {  // "in Vienna on Friday", "on Friday in Vienna"
      const std::uint32_t next = among(i, kWhen) ? i + 1 : i;
      if (const auto told = time ? std::nullopt : time_at(next)) {
        time = told;
        i = document_.times[*told].tokens.end;
      } else if (const Phrase* place = next > i ? phrase_at(next) : nullptr;
                 place != nullptr && gap.place == nullptr) {
        gap.place = place;
        i = place->tokens.end;
      }
    }
    // "and Austria on Friday signed a deal" is a clause of its own.
    if (!time || (i < end_ && (is_verb(tokens_[i].tag) || tokens_[i].tag == Tag::Aux)))
      return std::nullopt;
    gap.time = *time;
    at_ = i;
    return gap;
  }

  bool is(std::uint32_t i, std::string_view word) const {
    return i < end_ && tokens_[i].lower == word;
  }
  bool among(std::uint32_t i, const Strings& words) const {
    return i < end_ && words.contains(tokens_[i].lower);
  }

  std::optional<std::uint32_t> time_at(std::uint32_t i) const {
    const auto time = first_from(document_.times, i);
    if (i >= end_ || time == document_.times.end() || time->tokens.begin != i) return std::nullopt;
    return static_cast<std::uint32_t>(time - document_.times.begin());
  }

  const Phrase* phrase_at(std::uint32_t i) const {
    const auto phrase = first_from(document_.phrases, i);
    if (i >= end_ || phrase == document_.phrases.end() || phrase->tokens.begin != i) return nullptr;
    return &*phrase;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  std::uint32_t end_;
  std::uint32_t at_;
};

}  // namespace

std::vector<Gap> gaps_behind(const Document& document, const Sentence& sentence,
                             std::uint32_t from) {
  return GapFinder(document, sentence, from).find();
}

}  // namespace entente
