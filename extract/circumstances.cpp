// A date belongs to the word that it hangs on. Parsers err about which of two words that is, so a
// few ways round are allowed where no other deed comes in between.

#include "extract/circumstances.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr int kHighest = 6;  // words from a date up to the deed

// "the visit began on": a date of theirs is the visit's.
const Strings kBegins = {"begin", "start", "open",  "take",   "end",  "conclude", "last",
                         "be",    "hold",  "occur", "happen", "come", "mark",     "follow"};
const Strings kDuring = {"during", "on", "in", "at", "amid", "throughout"};
const Strings kWhen = {"when", "while", "as"};

bool contains(const std::vector<std::uint32_t>& words, std::uint32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Dating {
 public:
  Dating(const Syntax& syntax, const std::vector<std::uint32_t>& deed)
      : syntax_(syntax), deed_(deed), verb_(clause_of(deed.front())) {}

  // How well a date suits that hangs on the word `time`: 0 = not at all.
  int fit(std::uint32_t time) const {
    std::uint32_t at = time;
    for (int k = 0; k < kHighest; ++k) {
      const auto above = syntax_.head(at);
      if (!above) return 0;
      if (contains(deed_, *above)) return k == 0 ? 10 : through(at);
      if (syntax_.heads_clause(*above)) return fit_of_clause(*above, time);
      at = *above;
    }
    return 0;
  }

 private:
  // The word that heads the clause in which `word` stands.
  std::uint32_t clause_of(std::uint32_t word) const {
    for (int k = 0; k < kHighest && !syntax_.heads_clause(word); ++k) {
      const auto above = syntax_.head(word);
      if (!above) break;
      word = *above;
    }
    return word;
  }

  // The date hangs on a noun, and that on the deed: "met during a visit in May", but not "met
  // after the election in May".
  int through(std::uint32_t noun) const {
    if (syntax_.is(noun, "nsubj") || syntax_.is(noun, "conj")) return 0;
    if (syntax_.is(noun, "obj")) return 4;
    return kDuring.contains(syntax_.preposition(noun)) ? 5 : 0;
  }

  // The date is one of the clause that `other` heads.
  int fit_of_clause(std::uint32_t other, std::uint32_t time) const {
    const std::uint32_t deed = deed_.front();
    const Token& word = syntax_.token(other);
    const auto above = syntax_.head(other);
    if (other == verb_) {  // the deed is a noun: "X's visit begins on Monday"
      if (syntax_.is(deed, "nsubj") || syntax_.is(deed, "obj") || joins(deed, other))
        return kBegins.contains(word.lemma) || syntax_.is(deed, "obj") ? 7 : 0;
      return 0;
    }
    if (above && contains(deed_, *above)) {
      if (word.deprel == Deprel::AclRelcl && kBegins.contains(word.lemma)) return 6;
      if (syntax_.is(other, "advcl")) {
        for (const std::uint32_t c : syntax_.children(other)) {
          if (kWhen.contains(syntax_.token(c).lower)) return 5;
        }
      }
      return 0;
    }
    if (syntax_.head(verb_) != other) return 0;
    if (syntax_.is(verb_, "conj") && time < verb_) return 6;  // "visited X in May and met Y"
    if (syntax_.is(verb_, "xcomp") && time > deed) return 5;  // "agreed to meet on Monday"
    const bool together = syntax_.is(verb_, "advcl") && syntax_.token(verb_).tag == Tag::Gerund &&
                          !syntax_.child(verb_, "mark");
    return together && time < verb_ ? 5 : 0;  // "arrived on Monday, meeting Y"
  }

  bool joins(std::uint32_t noun, std::uint32_t verb) const {
    return syntax_.head(noun) == verb && syntax_.deprel(noun) == Deprel::NsubjPass;
  }

  const Syntax& syntax_;
  const std::vector<std::uint32_t>& deed_;
  std::uint32_t verb_;  // of the deed's own clause
};

}  // namespace

std::optional<std::uint32_t> time_of(const Document& document, const Syntax& syntax,
                                     const std::vector<std::uint32_t>& deed) {
  const TokenRange range = syntax.range();
  auto time = std::lower_bound(
      document.times.begin(), document.times.end(), range.begin,
      [](const TimeMention& mention, std::uint32_t at) { return mention.tokens.begin < at; });
  const Dating dating(syntax, deed);
  std::optional<std::uint32_t> best;
  int best_fit = 0;
  for (; time != document.times.end() && time->tokens.begin < range.end; ++time) {
    const std::uint32_t head = syntax.head_of(time->tokens);
    int fit = 2 * dating.fit(head);
    if (fit > 0 && head > deed.front()) ++fit;  // of two, the one that follows
    if (fit > best_fit) {
      best_fit = fit;
      best = static_cast<std::uint32_t>(time - document.times.begin());
    }
  }
  return best;
}

bool tells_where(const Syntax& syntax, std::uint32_t word, const std::vector<std::uint32_t>& deed) {
  const std::string_view preposition = syntax.preposition(word);
  if (preposition != "in" && preposition != "at") return false;
  const auto above = syntax.head(word);
  if (!above) return false;
  if (contains(deed, *above)) return true;
  // "met X at the hall in Y": the parser may hang the second on the first
  const auto further = syntax.head(*above);
  return further && !syntax.heads_clause(*above) && contains(deed, *further) &&
         (syntax.is(*above, "obl") || syntax.is(*above, "obj"));
}

}  // namespace entente
