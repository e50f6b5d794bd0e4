#include "extract/clause.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kRelative = {"who", "which", "that", "whom"};
const Strings kBe = {"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got"};
const Strings kNegation = {"not", "n't", "never", "without", "neither", "nor"};
const Strings kWill = {"will", "shall", "'ll", "wo"};
const Strings kMay = {"may", "might", "could", "can", "should", "would", "'d"};
const Strings kPlannedVerbs = {"plan",    "intend", "expect", "schedule", "set",
                               "agree",   "pledge", "vow",    "promise",  "prepare",
                               "arrange", "decide", "aim",    "slate"};
const Strings kHypotheticalVerbs = {
    "want",    "hope",     "wish",    "seek", "urge",   "ask",       "call",     "invite", "offer",
    "propose", "consider", "request", "need", "demand", "encourage", "threaten", "try"};
const Strings kDeniedVerbs = {"refuse", "decline", "fail", "deny", "cancel", "postpone", "reject"};
const Strings kObjectControl = {"urge",   "ask",   "invite", "request", "call",
                                "tell",   "order", "allow",  "want",    "encourage",
                                "expect", "help",  "enable", "persuade"};
const Strings kPlannedAdjectives = {"due",     "set",         "scheduled", "expected", "ready",
                                    "poised",  "slated",      "willing",   "about",    "upcoming",
                                    "planned", "forthcoming", "next"};
const Strings kOtherEvent = {"following", "after", "since", "before", "until", "ahead"};
const Strings kBegins = {"begin", "start", "open", "take", "end", "conclude", "last", "be"};
const Strings kCancelled = {"cancelled", "canceled", "postponed", "called"};

}  // namespace

Clauses::Clauses(const Document& document, const Sentence& sentence)
    : document_(document), sentence_(sentence) {
  const auto starts = [](const auto& list, std::uint32_t begin) {
    return std::lower_bound(
        list.begin(), list.end(), begin,
        [](const auto& item, std::uint32_t at) { return item.tokens.begin < at; });
  };
  auto phrase = starts(document.phrases, sentence.tokens.begin);
  auto time = starts(document.times, sentence.tokens.begin);
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
    while (phrase != document.phrases.end() && phrase->tokens.begin < i) ++phrase;
    while (time != document.times.end() && time->tokens.begin < i) ++time;
    Item item;
    item.tokens = {i, i + 1};
    if (phrase != document.phrases.end() && phrase->tokens.begin == i) {
      item.tokens = phrase->tokens;
      item.phrase = static_cast<std::int32_t>(phrase - document.phrases.begin());
    } else if (time != document.times.end() && time->tokens.begin == i) {
      item.tokens = time->tokens;
      item.time = static_cast<std::int32_t>(time - document.times.begin());
    }
    i = item.tokens.end;
    items_.push_back(item);
  }
}

const Phrase* Clauses::phrase(std::size_t i) const {
  return items_[i].phrase < 0 ? nullptr
                              : &document_.phrases[static_cast<std::size_t>(items_[i].phrase)];
}

bool Clauses::skippable(std::size_t i) const {
  if (items_[i].time >= 0) return true;
  if (!is_word(i)) return false;
  const Tag tag = token(i).tag;
  return tag == Tag::Adv || tag == Tag::Aux || (tag == Tag::Part && token(i).lower != "'s") ||
         token(i).lower == "jointly";
}

bool Clauses::finite(std::size_t i) const {
  if (!is_word(i)) return false;
  const Tag tag = token(i).tag;
  if (tag == Tag::Past || tag == Tag::Present) return true;
  if (tag == Tag::Aux)
    return token(i).lower != "to" && token(i).lower != "be" && token(i).lower != "been" &&
           token(i).lower != "being" && token(i).lower != "having";
  if (tag != Tag::Participle && tag != Tag::Gerund && tag != Tag::Base) return false;
  for (std::size_t k = i; k-- > 0 && skippable(k);) {
    if (is_word(k) && token(k).tag == Tag::Aux) return true;
  }
  return false;
}

bool Clauses::passive(std::size_t i) const {
  if (!is_word(i) || (token(i).tag != Tag::Participle && token(i).tag != Tag::Past)) return false;
  bool auxiliary = false;
  for (std::size_t k = i; k-- > 0 && skippable(k);) {
    if (!is_word(k) || token(k).tag != Tag::Aux) continue;
    if (kBe.contains(token(k).lower)) return true;
    auxiliary = true;
  }
  if (auxiliary || token(i).tag == Tag::Past) return false;
  return i + 1 < size() && is_word(i + 1) && token(i + 1).lower == "by";  // "received by"
}

std::optional<std::size_t> Clauses::verb_before(std::size_t i) const {
  while (i-- > 0) {
    if (verb(i)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Clauses::item_of(std::uint32_t token) const {
  for (std::size_t k = 0; k < size(); ++k) {
    if (phrase(k) != nullptr && items_[k].tokens.begin <= token && token < items_[k].tokens.end)
      return k;
  }
  return std::nullopt;
}

// The head of the verb's subject; nullopt = the tree does not say.
std::optional<std::uint32_t> Clauses::subject_token(std::uint32_t verb, int depth) const {
  if (depth > 6 || document_.tokens[verb].head == kNotParsed) return std::nullopt;
  const Token& word = document_.tokens[verb];
  for (std::uint32_t k = sentence_.tokens.begin; k < sentence_.tokens.end; ++k) {
    const Token& child = document_.tokens[k];
    if (child.head != verb || k == verb) continue;
    if (universal(child.deprel) == "nsubj") {
      const bool relative = kRelative.contains(child.lower) && child.tag != Tag::Noun;
      return relative && word.deprel == Deprel::AclRelcl ? word.head : k;
    }
  }
  if (word.head == verb) return std::nullopt;
  const std::uint32_t above = word.head;
  switch (word.deprel) {
    case Deprel::Xcomp:
    case Deprel::Advcl: {
      // "asked X to visit": X; "met X to discuss": not X
      if (kObjectControl.contains(document_.tokens[above].lemma)) {
        for (std::uint32_t k = above + 1; k < verb; ++k) {
          if (document_.tokens[k].head == above && document_.tokens[k].deprel == Deprel::Obj)
            return k;
        }
      }
      return subject_token(above, depth + 1);
    }
    case Deprel::Conj:
      return is_verb(document_.tokens[above].tag) ? subject_token(above, depth + 1) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<std::size_t> Clauses::subject(std::size_t i) const {
  if (const auto token = subject_token(items_[i].tokens.begin, 0)) {
    const std::optional<std::size_t> found = item_of(*token);
    if (found && phrase(*found)->possessive) return std::nullopt;
    return found;
  }
  return subject_in_row(i, 0);
}

// For "after meeting X" and ", calling it ...": the subject of the first finite verb to the left,
// else to the right.
std::optional<std::size_t> Clauses::main_subject(std::size_t i, int depth) const {
  for (std::size_t k = i; k-- > 0;) {
    if (verb(k) && finite(k)) return subject_in_row(k, depth + 1);
  }
  for (std::size_t k = i + 1; k < size(); ++k) {
    if (verb(k) && finite(k)) return subject_in_row(k, depth + 1);
  }
  return std::nullopt;
}

// "X, who ..., met" and "X, on a visit to Y, met": the phrase before the other comma; "X came to Y,
// met Z": the verb's before.
std::optional<std::size_t> Clauses::subject_across_comma(std::size_t comma, std::size_t at,
                                                         int depth) const {
  for (std::size_t open = comma; open-- > 0;) {
    if (!is_word(open) || token(open).lower != ",") continue;
    if (open > 0 && phrase(open - 1) != nullptr && !phrase(open - 1)->possessive) {
      const bool object =
          open > 1 && is_word(open - 2) && (token(open - 2).tag == Tag::Adp || verb(open - 2));
      if (!object) return open - 1;
    }
    break;
  }
  if (comma > 0 && phrase(comma - 1) != nullptr &&
      document_.phrases[static_cast<std::size_t>(items_[comma - 1].phrase)].tokens.size() > 2 &&
      verb_before(comma) == std::nullopt) {
    return comma - 1;  // the comma closes an apposition
  }
  const std::optional<std::size_t> before = verb_before(comma);
  if (before && finite(*before) && (token(at).tag == Tag::Past || token(at).tag == Tag::Present))
    return subject_in_row(*before, depth + 1);
  return std::nullopt;
}

std::optional<std::size_t> Clauses::subject_in_row(std::size_t i, int depth) const {
  if (depth > 6) return std::nullopt;
  const Tag tag = token(i).tag;
  bool infinitive = false;
  for (std::size_t k = i; k-- > 0;) {
    if (skippable(k)) {
      infinitive = infinitive || token(k).lower == "to";
      continue;
    }
    if (const Phrase* found = phrase(k)) {
      if (found->possessive) return std::nullopt;
      const bool led =
          k > 0 && is_word(k - 1) && token(k - 1).tag == Tag::Adp && token(k - 1).lower != "that";
      if (infinitive && !finite(i)) {  // "asked X to visit": X; "met X to discuss": not X
        const std::optional<std::size_t> control = verb_before(k);
        if (control && kObjectControl.contains(token(*control).lemma)) return k;
        if (control) return subject_in_row(*control, depth + 1);
        return std::nullopt;
      }
      if (!led) return k;
      if (tag == Tag::Gerund || (tag == Tag::Participle && !finite(i)))
        return main_subject(i, depth);
      // Behind a preposition: the subject is what stands before it, a phrase ("X of Y" was one) or
      // a plain noun.
      if (k >= 2 && phrase(k - 2) != nullptr && !phrase(k - 2)->possessive &&
          token(k - 1).lower != "of")
        return k - 2;
      return std::nullopt;
    }
    const std::string& low = token(k).lower;
    if (kRelative.contains(low) &&
        (token(k).tag == Tag::Pron || token(k).tag == Tag::Sconj || token(k).tag == Tag::Det)) {
      std::size_t antecedent = k;
      if (antecedent > 0 && is_word(antecedent - 1) && token(antecedent - 1).lower == ",")
        --antecedent;
      if (antecedent > 0 && phrase(antecedent - 1) != nullptr &&
          !phrase(antecedent - 1)->possessive)
        return antecedent - 1;
      return std::nullopt;
    }
    if (low == "and" || low == "but" || low == "or" || low == "then") {
      const std::optional<std::size_t> before = verb_before(k);
      if (!before) return std::nullopt;
      return subject_in_row(*before, depth + 1);
    }
    if (low == ",") {
      if (tag == Tag::Gerund || (tag == Tag::Participle && !finite(i)))
        return main_subject(k, depth);
      return subject_across_comma(k, i, depth);
    }
    if (verb(k))
      return infinitive || tag == Tag::Gerund ? subject_in_row(k, depth + 1) : std::nullopt;
    if (tag == Tag::Gerund && (token(k).tag == Tag::Adp || token(k).tag == Tag::Sconj))
      return main_subject(i, depth);
    if (infinitive && (token(k).tag == Tag::Adj ||
                       token(k).tag == Tag::Noun)) {  // "is ready to visit", "a promise to visit"
      for (std::size_t m = k; m-- > 0;) {
        if (phrase(m) != nullptr || !is_word(m)) continue;
        if (token(m).tag == Tag::Aux || verb(m)) return subject_in_row(m, depth + 1);
        if (token(m).tag == Tag::Punct) break;
      }
    }
    return std::nullopt;
  }
  if (tag == Tag::Gerund || tag == Tag::Participle)
    return depth == 0 ? main_subject(i, depth) : std::nullopt;
  return std::nullopt;
}

// From the verb to the left: auxiliaries, negations, and the verbs that it depends on.
Status Clauses::status_before(std::size_t i) const {
  Status status = Status::Happened;
  bool infinitive = false;
  const auto weaken = [&](Status to) {
    if (status == Status::Happened) status = to;
  };
  for (std::size_t k = i; k-- > 0;) {
    if (items_[k].time >= 0) continue;
    if (phrase(k) != nullptr) {
      if (!infinitive) break;
      continue;
    }
    const Token& word = token(k);
    if (kNegation.contains(word.lower)) return Status::Denied;
    if (kWill.contains(word.lower) && word.tag == Tag::Aux) weaken(Status::Planned);
    if (kMay.contains(word.lower) && word.tag == Tag::Aux) weaken(Status::Hypothetical);
    if (word.lower == "to" && (word.tag == Tag::Part || word.tag == Tag::Adp)) {
      infinitive = k + 1 < size() && is_word(k + 1) &&
                   (token(k + 1).tag == Tag::Base || token(k + 1).tag == Tag::Adv ||
                    token(k + 1).tag == Tag::Aux);
      if (!infinitive) break;
      continue;
    }
    if (infinitive && (is_verb(word.tag) || word.tag == Tag::Adj || word.tag == Tag::Noun ||
                       word.tag == Tag::Aux)) {
      if (kDeniedVerbs.contains(word.lemma)) return Status::Denied;
      if (kHypotheticalVerbs.contains(word.lemma)) weaken(Status::Hypothetical);
      if (kPlannedVerbs.contains(word.lemma) || kPlannedAdjectives.contains(word.lower))
        weaken(Status::Planned);
      if (is_verb(word.tag) || word.tag == Tag::Aux) {
        weaken(Status::Planned);  // "came to attend", "is to visit": not yet
        infinitive = false;
      }
      continue;
    }
    if (word.tag == Tag::Adv || word.tag == Tag::Aux || word.tag == Tag::Part) continue;
    if (word.tag == Tag::Cconj && k > 0) {  // "will visit X and meet Y"
      const std::optional<std::size_t> before = verb_before(k);
      if (before && token(i).tag == Tag::Base)
        return status == Status::Happened ? status_before(*before) : status;
    }
    if (word.tag == Tag::Sconj &&
        (word.lower == "if" || word.lower == "whether" || word.lower == "unless"))
      return Status::Hypothetical;
    if (infinitive) continue;
    break;
  }
  return status;
}

Status Clauses::status(std::size_t i) const {
  if (verb(i)) {
    const Status status = status_before(i);
    if (status != Status::Happened) return status;
    const auto [begin, end] = clause(i);
    for (std::size_t k = begin; k < i; ++k) {
      if (is_word(k) && token(k).tag == Tag::Sconj &&
          (token(k).lower == "if" || token(k).lower == "unless" || token(k).lower == "whether"))
        return Status::Hypothetical;
    }
    return Status::Happened;
  }
  // A noun: "his planned visit", "a visit ... was cancelled", "will hold talks"
  for (std::size_t k = i; k-- > 0 && i - k < 5;) {
    if (!is_word(k)) break;
    const Token& word = token(k);
    if (kNegation.contains(word.lower)) return Status::Denied;  // "is not a member of"
    if (kPlannedAdjectives.contains(word.lower)) return Status::Planned;
    if (word.lower == "possible" || word.lower == "potential" || word.lower == "proposed")
      return Status::Hypothetical;
    if (word.lower == "no" || word.lower == "cancelled" || word.lower == "canceled")
      return Status::Denied;
    if (is_verb(word.tag)) return status(k);
    if (word.tag == Tag::Punct) break;
  }
  for (std::size_t k = i + 1; k < size() && k < i + 10; ++k) {
    if (!is_word(k)) continue;
    if (token(k).tag == Tag::Punct) break;
    if (verb(k) || token(k).tag == Tag::Aux) {
      std::size_t last = k;
      while (last + 1 < size() && is_word(last + 1) && (skippable(last + 1) || verb(last + 1)))
        ++last;
      for (std::size_t m = k; m <= last; ++m) {
        if (is_word(m) && kCancelled.contains(token(m).lower)) return Status::Denied;
      }
      if (verb(last) && token(last).tag == Tag::Base) return status_before(last);
      break;
    }
  }
  return Status::Happened;
}

std::pair<std::size_t, std::size_t> Clauses::clause(std::size_t i) const {
  const auto boundary = [&](std::size_t k) {
    if (!is_word(k)) return false;
    const std::string& low = token(k).lower;
    return low == ";" || low == ":" || token(k).tag == Tag::Sconj || low == "who" ||
           low == "which" || low == "\"" || low == "``" || low == "''";
  };
  const auto joins_clause = [&](std::size_t k) {  // "and" before another subject and verb
    if (!is_word(k) || token(k).tag != Tag::Cconj) return false;
    for (std::size_t m = k + 1; m < std::min(size(), k + 6); ++m) {
      if (verb(m)) return true;
      if (is_word(m) && token(m).tag == Tag::Punct) return false;
    }
    return false;
  };
  std::size_t begin = i;
  while (begin > 0 && !boundary(begin - 1) && !joins_clause(begin - 1)) --begin;
  std::size_t end = i + 1;
  while (end < size() && !boundary(end) && !joins_clause(end)) ++end;
  return {begin, end};
}

// "who arrived on Tuesday, met": a verb of its own before the date, a comma behind it.
bool Clauses::in_aside(std::size_t begin, std::size_t time, std::size_t anchor) const {
  if (time > anchor) return false;
  bool own_verb = false;
  for (std::size_t k = begin; k < time; ++k) own_verb = own_verb || verb(k);
  bool comma = false;
  for (std::size_t k = time + 1; k < anchor; ++k)
    comma = comma || (is_word(k) && token(k).lower == ",");
  return own_verb && comma;
}

std::optional<std::uint32_t> Clauses::time_of(std::size_t i) const {
  const auto [begin, end] = clause(i);
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t k) {
    return k > i ? k - i : 2 * (i - k);
  };  // what follows is nearer
  for (std::size_t k = begin; k < end; ++k) {
    if (items_[k].time < 0) continue;
    bool other_verb =
        false;  // the date belongs to another verb, or to "following his election in ..."
    for (std::size_t m = std::min(i, k) + 1; m < std::max(i, k); ++m)
      other_verb =
          other_verb ||
          (verb(m) && finite(m) && m != i && (verb(i) || !kBegins.contains(token(m).lemma))) ||
          (is_word(m) && m + 1 < k && kOtherEvent.contains(token(m).lower));
    if (other_verb || in_aside(begin, k, i)) continue;
    if (!best || distance(k) < distance(*best)) best = k;
  }
  if (!best && end + 2 < size() && is_word(end) &&
      (token(end).lower == "which" || token(end).lower == "that") && verb(end + 1) &&
      kBegins.contains(token(end + 1).lemma)) {
    for (std::size_t k = end + 2; k < std::min(size(), end + 5) && !best;
         ++k) {  // "a visit, which began on October 30"
      if (items_[k].time >= 0) best = k;
    }
  }
  if (!best) {  // "On Tuesday, ..." heads the sentence
    for (std::size_t k = 0; k < std::min<std::size_t>(size(), 4); ++k) {
      if (items_[k].time >= 0 && k + 1 < size()) {
        bool verb_between = false;
        for (std::size_t m = 0; m < k; ++m) verb_between = verb_between || verb(m);
        if (!verb_between) best = k;
        break;
      }
    }
  }
  if (!best) {  // "visited X in December and met Y"
    const std::size_t begin_of = clause(i).first;
    const bool joined =
        verb(i) && begin_of > 0 && is_word(begin_of - 1) && token(begin_of - 1).tag == Tag::Cconj;
    const std::optional<std::size_t> before = joined ? verb_before(begin_of - 1) : std::nullopt;
    return before ? time_of(*before) : std::nullopt;
  }
  return static_cast<std::uint32_t>(items_[*best].time);
}

}  // namespace entente
