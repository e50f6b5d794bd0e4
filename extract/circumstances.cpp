// A date belongs to the word that it hangs on. Parsers err about which of two words that is, so a
// few ways round are allowed where no other deed comes in between.

#include "extract/circumstances.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr int kHighest = 6;     // words from a date up to the deed
constexpr int kOfOther = 6;     // how well the date of the clause before suits
constexpr int kBehindName = 6;  // "spoke with X on Monday": a name has no date, the deed has it

// "the visit began on", "trade grew in": a date of theirs is the visit's, the trade's.
const Strings kBegins = {"reach",  "total",  "rise",  "grow",  "increase", "surge",  "exceed",
                         "stand",  "amount", "fall",  "drop",  "decline",  "double", "climb",
                         "hit",    "begin",  "start", "open",  "take",     "end",    "conclude",
                         "last",   "be",     "hold",  "occur", "happen",   "come",   "mark",
                         "follow", "break",  "finish"};
const Strings kDuring = {"during", "on", "in", "at", "amid", "throughout"};
const Strings kAtIt = {"during", "at", "in", "following", "after"};
// What may have been dated before: "during the talks".
const Strings kOccasions = {"meeting",     "talk",     "visit",        "summit",  "trip",
                            "stay",        "tour",     "call",         "session", "discussion",
                            "negotiation", "ceremony", "conversation", "talks"};
const Strings kWhen = {"when", "while", "as"};
// "a visit planned for May": what they plan is then. Of other deeds "for" tells what the paper or
// the money is for: "signed a plan for 2025".
const Strings kPlans = {"plan",     "schedule", "set",     "slate",   "due",        "expect",
                        "postpone", "fix",      "book",    "arrange", "reschedule", "put",
                        "announce", "propose",  "prepare", "call",    "invite"};
// "is scheduled for May": of its subject.
const Strings kSchedules = {"plan", "schedule", "set", "slate", "expect", "fix", "reschedule"};
// "said on Monday after talks": of both.
const Strings kSays = {"say",   "tell",    "pledge", "announce", "declare", "vow",
                       "state", "promise", "warn",   "add",      "confirm", "speak"};
const Strings kTalks = {"talk", "meeting", "call", "conversation", "session", "discussion"};
// "invited X to speak on Friday": of the speech.
const Strings kAsks = {"invite", "urge", "ask", "request"};
// "left on Monday for Y, where she will speak": not of the speech.
const Strings kToCome = {"will", "would", "shall", "to"};
const Strings kRelative = {"who", "which", "that", "whom"};
// "the summit, which X chaired": of its day.
const Strings kGatherings = {"summit", "conference", "forum", "congress", "assembly"};
const Strings kHeldAt = {"for", "at", "during", "in", "to"};

bool contains(const std::vector<std::uint32_t>& words, std::uint32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Dating {
 public:
  Dating(const Syntax& syntax, const std::vector<std::uint32_t>& deed)
      : syntax_(syntax), deed_(deed), verb_(clause_of(deed.front())) {}

  // How well a date suits that hangs on the word `time`: 0 = not at all.
  int fit(std::uint32_t time, TokenRange words) const {
    if (opens_relative(time)) return 8;
    if (before_where_clause(words)) return 7;
    if (asked_for(time)) return 0;
    std::uint32_t at = time;
    bool names_only = true;  // between the date and the deed
    for (int k = 0; k < kHighest; ++k) {
      const auto above = syntax_.head(at);
      // A dateline tells when it was written.
      if (!above || syntax_.is(at, "parataxis")) return 0;
      if (contains(deed_, *above)) {
        if (k == 0) return 10;
        return names_only && !syntax_.is(at, "nsubj") ? kBehindName : through(at, time);
      }
      if (syntax_.heads_clause(*above)) return fit_of_clause(*above, time);
      at = *above;
      const bool other = syntax_.preposition(at) == "after" || syntax_.preposition(at) == "before";
      names_only = names_only && !other && (syntax_.token(at).tag == Tag::Propn || is_means(at));
    }
    return 0;
  }

 private:
  // "X, who in May signed Y": parsers may take the month for one of X.
  bool opens_relative(std::uint32_t time) const {
    const auto name = syntax_.head(time);
    if (!name || !syntax_.is(verb_, "acl") || syntax_.head(verb_) != name || time > verb_)
      return false;
    return std::ranges::any_of(syntax_.children(verb_), [&](std::uint32_t c) {
      return c > *name && c < time && kRelative.contains(syntax_.token(c).lower);
    });
  }

  // "a visit to X on May 3-4, during which they signed": the days are those of the visit and of
  // what was done there, on whatever either is hung.
  bool before_where_clause(TokenRange time) const {
    const TokenRange range = syntax_.range();
    std::uint32_t opening = time.end;
    if (opening < range.end && syntax_.token(opening).lower == ",") ++opening;
    if (opening + 1 >= range.end) return false;
    const bool during =
        syntax_.token(opening).lower == "during" && syntax_.token(opening + 1).lower == "which";
    if (!during && syntax_.token(opening).lower != "where") return false;
    const std::uint32_t verb = first_conjunct(verb_);
    if (verb > opening && of_its_time(verb)) {
      const std::uint32_t pronoun = during ? opening + 1 : opening;
      if (syntax_.head(pronoun) == verb) return true;
    }
    return during && std::ranges::any_of(deed_, [&](std::uint32_t word) {
             return kOccasions.contains(syntax_.token(word).lemma) && word < time.begin &&
                    no_verb_between(word, time.begin);
           });
  }

  bool no_verb_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin + 1; t < end; ++t) {
      if (is_verb(syntax_.token(t).tag)) return false;
    }
    return true;
  }

  // "invited X to speak on Friday"
  bool asked_for(std::uint32_t time) const {
    const std::uint32_t deed = deed_.front();
    if (syntax_.head(time) != deed || !kAsks.contains(syntax_.token(deed).lemma)) return false;
    return std::ranges::any_of(syntax_.children(deed), [&](std::uint32_t c) {
      return c < time && c > deed && syntax_.is(c, "xcomp") && syntax_.infinitive(c);
    });
  }

  // "by phone", "via video link".
  bool is_means(std::uint32_t noun) const {
    const std::string_view preposition = syntax_.preposition(noun);
    return (preposition == "by" || preposition == "via") && !syntax_.child(noun, "det");
  }

  // "in Y, where they signed", "during which they signed"; not "where they are to sign",
  // "from Y, where they had signed"
  bool says_where(std::uint32_t verb) const {
    if (!syntax_.is(verb, "acl") && !syntax_.is(verb, "advcl")) return false;
    if (!of_its_time(verb)) return false;
    for (const std::uint32_t c : syntax_.children(verb)) {
      const std::string_view low = syntax_.token(c).lower;
      const std::string_view preposition = syntax_.preposition(c);
      if (low == "where" || (low == "which" && (preposition == "at" || preposition == "during")))
        return true;
    }
    return false;
  }

  // "will sign", "is to sign"
  bool to_come(std::uint32_t verb) const {
    return std::ranges::any_of(syntax_.children(verb), [&](std::uint32_t c) {
      return c < verb && kToCome.contains(syntax_.token(c).lower);
    });
  }

  // Is a clause with "where" neither before nor after that which it hangs on?
  bool of_its_time(std::uint32_t verb) const {
    const auto above = syntax_.head(verb);
    if (!above) return false;
    const std::uint32_t main = clause_of(*above);
    return (!to_come(verb) || to_come(main)) && (!had(verb) || had(main));
  }

  bool had(std::uint32_t verb) const {
    const auto aux = syntax_.child(verb, "aux");
    return aux && syntax_.token(*aux).lower == "had";
  }

  // The first of the verbs that "and" joins.
  std::uint32_t first_conjunct(std::uint32_t verb) const {
    for (int k = 0; k < kHighest && syntax_.is(verb, "conj"); ++k) verb = *syntax_.head(verb);
    return verb;
  }

  // "went to the summit in May, which X chaired": `other` is "went".
  bool tells_of_gathering(std::uint32_t other) const {
    const auto summit = syntax_.head(verb_);
    return summit && syntax_.is(verb_, "acl") && syntax_.head(*summit) == other &&
           kGatherings.contains(syntax_.token(*summit).lower) &&
           kHeldAt.contains(syntax_.preposition(*summit));
  }

  // "is planned for May", "a visit planned for May"
  bool planned(std::uint32_t participle) const {
    const Token& word = syntax_.token(participle);
    return word.tag == Tag::Participle && kSchedules.contains(word.lemma);
  }

  // Not of "X, who takes over in May".
  bool of_thing(std::uint32_t relative) const {
    return std::ranges::none_of(syntax_.children(relative), [&](std::uint32_t c) {
      return syntax_.token(c).lower == "who" && c < relative;
    });
  }

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
  int through(std::uint32_t noun, std::uint32_t time) const {
    // "X on Monday met Y", "met here on Monday": the parser takes the nearest word
    if (syntax_.is(noun, "nsubj"))
      return time > noun && time < deed_.front() && !syntax_.has_copula(deed_.front()) ? 6 : 0;
    if (syntax_.is(noun, "advmod")) return 6;
    if (syntax_.is(noun, "conj")) return 0;
    if (syntax_.is(noun, "obj")) return 4;
    const Tag tag = syntax_.token(noun).tag;  // "a trade of $17 billion in 2022"
    if ((tag == Tag::Sym || tag == Tag::Num) && syntax_.preposition(noun) == "of") return 4;
    if (kDuring.contains(syntax_.preposition(noun))) return 5;
    // "signed a memorandum of understanding on Friday": a day with "on" is that of a deed
    return syntax_.preposition(time) == "on" && time > deed_.front() ? 3 : 0;
  }

  // "said on Monday after meeting Y", "after talks with Y": one speaks of it right then.
  bool comes_after(std::uint32_t says) const {
    const std::uint32_t deed = deed_.front();
    if (syntax_.head(deed) != says) return false;
    const bool gerund = syntax_.token(deed).tag == Tag::Gerund && syntax_.is(deed, "advcl");
    const auto mark = gerund ? syntax_.child(deed, "mark") : std::nullopt;
    if (mark) return syntax_.token(*mark).lower == "after" && *mark > says;
    const std::string_view preposition = syntax_.preposition(deed);
    return kTalks.contains(syntax_.token(deed).lemma) && deed > says &&
           (preposition == "after" || preposition == "following");
  }

  // The date is one of the clause that `other` heads.
  int fit_of_clause(std::uint32_t other, std::uint32_t time) const {
    const std::uint32_t deed = deed_.front();
    const Token& word = syntax_.token(other);
    const auto above = syntax_.head(other);
    if (kSays.contains(word.lemma) && comes_after(other)) return 5;
    if (other == verb_) {  // the deed is a noun: "X's visit begins on Monday"
      const bool says_when =
          kBegins.contains(word.lemma) || planned(other) || syntax_.has_copula(other);
      if (syntax_.is(deed, "obj")) return 7;
      return syntax_.is(deed, "nsubj") && says_when ? 7 : 0;
    }
    const bool begins = (kBegins.contains(word.lemma) && of_thing(other)) || planned(other);
    if (above && syntax_.is(other, "acl") && begins) {
      const auto further = syntax_.head(*above);  // "a visit to X which began": read as of X
      const bool of_deed = further && !syntax_.heads_clause(*above) && *further == deed;
      if (of_deed || contains(deed_, *above)) return 6;
    }
    // "met Y in Z on Monday, where they dined and signed"
    if (const std::uint32_t where = first_conjunct(verb_); says_where(where) && time < where) {
      std::uint32_t place = *syntax_.head(where);
      while (!syntax_.heads_clause(place) && syntax_.head(place)) place = *syntax_.head(place);
      if (place == other) return 5;
    }
    if (tells_of_gathering(other)) return 5;
    if (above && contains(deed_, *above)) {
      if (syntax_.is(other, "advcl")) {
        for (const std::uint32_t c : syntax_.children(other)) {
          if (kWhen.contains(syntax_.token(c).lower)) return 5;
        }
      }
      return 0;
    }
    if (word.lemma == "have" && other < time && time < verb_ && no_verb_between(other, verb_))
      return 8;  // "had on Monday met Y"
    if (syntax_.head(verb_) != other) return 0;
    if (syntax_.is(verb_, "conj") && time < verb_) return kOfOther;  // "visited X in May and met Y"
    if (syntax_.is(verb_, "xcomp") && time > deed) return 5;         // "agreed to meet on Monday"
    const bool together = syntax_.is(verb_, "advcl") && syntax_.token(verb_).tag == Tag::Gerund &&
                          !syntax_.child(verb_, "mark");
    return together && time < verb_ ? 5 : 0;  // "arrived on Monday, meeting Y"
  }

  const Syntax& syntax_;
  const std::vector<std::uint32_t>& deed_;
  std::uint32_t verb_;  // of the deed's own clause
};

// "for the past two months"
bool lasted(const Syntax& syntax, std::uint32_t time) {
  return std::ranges::any_of(syntax.children(time), [&](std::uint32_t c) {
    const std::string_view low = syntax.token(c).lower;
    return low == "past" || low == "last" || low == "recent" || low == "previous";
  });
}

// Index of the first time of `range` or behind it.
std::uint32_t first_time(const Document& document, TokenRange range) {
  const auto time = first_from(document.times, range.begin);
  return static_cast<std::uint32_t>(time - document.times.begin());
}

// "the first to visit Vienna since NAME in 1994": the year is the other's.
bool of_precedent(const Document& document, TokenRange time) {
  constexpr std::uint32_t titles = 3;  // tokens between "since" and the name
  std::uint32_t i = time.begin;
  while (i > 0 && document.tokens[i - 1].tag == Tag::Adp) --i;
  const auto named = std::ranges::find_if(document.mentions, [&](const Mention& mention) {
    return mention.type == "person" && mention.tokens.end == i;
  });
  if (named == document.mentions.end()) return false;
  const std::uint32_t begin = named->tokens.begin;
  for (std::uint32_t t = begin; t-- > 0 && begin - t <= titles + 1;) {
    if (document.tokens[t].lower == "since") return true;
    if (document.tokens[t].tag == Tag::Punct) return false;
  }
  return false;
}

}  // namespace

std::optional<std::uint32_t> only_time(const Document& document, TokenRange sentence) {
  std::optional<std::uint32_t> only;
  for (std::uint32_t t = first_time(document, sentence); t < document.times.size(); ++t) {
    if (document.times[t].tokens.begin >= sentence.end) break;
    if (only || document.times[t].side != TimeSide::At) return std::nullopt;
    only = t;
  }
  return only;
}

bool is_for(const Syntax& syntax, std::uint32_t time) {
  if (syntax.preposition(time) != "for" || lasted(syntax, time)) return false;
  auto above = syntax.head(time);  // "signed a protocol for 2025": read as of either
  for (int k = 0; above && k < kHighest && !is_verb(syntax.token(*above).tag); ++k)
    above = syntax.head(*above);
  if (!above) return false;
  const Token& word = syntax.token(*above);
  const bool past = word.tag == Tag::Past || word.tag == Tag::Participle;
  return past && !kPlans.contains(word.lemma);
}

std::optional<std::uint32_t> time_of(const Document& document, const Syntax& syntax,
                                     const std::vector<std::uint32_t>& deed) {
  const TokenRange range = syntax.range();
  const Dating dating(syntax, deed);
  std::optional<std::uint32_t> best;
  int best_fit = 0;
  for (std::uint32_t t = first_time(document, range); t < document.times.size(); ++t) {
    const TimeMention& time = document.times[t];
    if (time.tokens.begin >= range.end) break;
    if (time.side != TimeSide::At) continue;
    const std::uint32_t head = syntax.head_of(time.tokens);
    if (is_for(syntax, head) || of_precedent(document, time.tokens)) continue;
    int fit = 2 * dating.fit(head, time.tokens);
    if (fit > 0 && head > deed.front()) ++fit;  // of two, the one that follows
    if (fit > best_fit) {
      best_fit = fit;
      best = t;
    }
  }
  // "met X on Saturday, and on Friday Y received him": not of Saturday, whatever Friday hangs on.
  const std::size_t next = best ? *best + 1 : document.times.size();
  const bool nearer = best_fit <= 2 * kOfOther + 1 && next < document.times.size() &&
                      document.times[next].tokens.begin < deed.front();
  if (nearer) return std::nullopt;
  return best;
}

std::optional<std::uint32_t> occasion_of(const Syntax& syntax,
                                         const std::vector<std::uint32_t>& deed) {
  std::vector<std::uint32_t> words = deed;
  if (const auto above = syntax.head(deed.front());
      above && !syntax.heads_clause(deed.front()) && syntax.heads_clause(*above))
    words.push_back(*above);
  for (const std::uint32_t word : words) {
    for (const std::uint32_t c : syntax.children(word)) {
      if (!kAtIt.contains(syntax.preposition(c)) || !kOccasions.contains(syntax.token(c).lemma))
        continue;
      for (const std::uint32_t d : syntax.children(c)) {
        const bool definite = syntax.token(d).lower == "the" || syntax.token(d).lower == "this" ||
                              syntax.token(d).deprel == Deprel::NmodPoss;
        if (definite) return c;
      }
    }
  }
  return std::nullopt;
}

bool tells_where(const Syntax& syntax, std::uint32_t word, const std::vector<std::uint32_t>& at) {
  const std::string_view preposition = syntax.preposition(word);
  if (preposition != "in" && preposition != "at") return false;
  const auto above = syntax.head(word);
  if (!above) return false;
  if (contains(at, *above)) return true;
  // "met X at the hall in Y": the second hangs on the first
  const auto further = syntax.head(*above);
  return further && !syntax.heads_clause(*above) && contains(at, *further) &&
         (syntax.is(*above, "obl") || syntax.is(*above, "nmod") || syntax.is(*above, "obj"));
}

}  // namespace entente
