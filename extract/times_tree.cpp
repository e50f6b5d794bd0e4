// From the time up to the verb that it belongs to, and what the words under that verb say.
// Tested by tests/extract/times_tree_test.cpp.

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "extract/times_future.h"

namespace entente {
namespace {

constexpr int kFarthest = 12;  // steps up

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs and adjectives whose infinitive is still to come.
bool looks_ahead(std::string_view lemma) {
  return among(lemma,
               {"agree",   "plan",    "decide", "vow",      "promise", "pledge",   "intend",
                "hope",    "want",    "expect", "schedule", "set",     "slate",    "invite",
                "urge",    "ask",     "call",   "order",    "prepare", "threaten", "propose",
                "refuse",  "aim",     "due",    "likely",   "ready",   "offer",    "demand",
                "request", "require", "wish",   "project",  "tell",    "want",     "anticipate"});
}

// Nouns whose infinitive is still to come.
bool is_intention(std::string_view lemma) {
  return among(lemma, {"plan", "invitation", "agreement", "decision", "pledge", "promise",
                       "proposal", "offer", "intention", "call", "order", "request"});
}

// "arrives on Friday", as timetables speak.
bool is_schedule(std::string_view lemma) {
  return among(lemma, {"arrive", "leave", "depart", "travel", "fly", "visit", "begin", "start",
                       "open", "host", "meet"});
}

bool is_planning(std::string_view participle) {
  return among(participle, {"planned", "scheduled", "expected", "slated", "set", "anticipated",
                            "rescheduled", "postponed"});
}

// What the auxiliaries of a clause say, and whether an infinitive's "to" stands before its verb.
struct Auxiliaries {
  Outlook outlook = Outlook::Silent;
  bool infinitive = false;
  bool be = false;  // "to be held"
  bool was = false;
  bool condition = false;  // "if X comes"
};

Auxiliaries auxiliaries(const Document& document, const Sentence& sentence, std::uint32_t verb) {
  Auxiliaries found;
  bool have = false;
  bool past = false;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = document.tokens[i];
    if (token.head != verb || i == verb) continue;
    if (token.deprel == Deprel::Mark && token.lower == "to") found.infinitive = true;
    if (token.deprel == Deprel::Mark && among(token.lower, {"if", "unless", "once", "until"}))
      found.condition = true;
    const bool auxiliary = token.deprel == Deprel::Aux || token.deprel == Deprel::AuxPass ||
                           token.deprel == Deprel::Cop;
    if (!auxiliary) continue;
    if (token.lower == "to") found.infinitive = true;
    if (among(token.lower, {"will", "'ll", "wo", "shall"})) found.outlook = Outlook::Future;
    if (token.lower == "would" || token.lower == "'d") found.outlook = Outlook::Planned;
    found.be = found.be || token.lower == "be";
    have = have || token.lower == "have";
    found.was = found.was || token.lower == "was" || token.lower == "were";
    past = past || among(token.lower, {"was", "were", "had", "did", "has", "have", "'ve"});
  }
  if (found.outlook == Outlook::Planned && have) found.outlook = Outlook::Past;
  if (found.outlook == Outlook::Silent && past) found.outlook = Outlook::Past;
  return found;
}

// Does the participle belong to a noun of a clause in the past?
bool told_of_past(const Document& document, const Sentence& sentence, std::uint32_t participle) {
  if (document.tokens[participle].deprel != Deprel::Acl) return false;
  std::uint32_t above = document.tokens[participle].head;
  for (int k = 0; k < kFarthest && !is_verb(document.tokens[above].tag); ++k) {
    const std::uint32_t head = document.tokens[above].head;
    if (head == above || head == kNotParsed) return false;
    above = head;
  }
  return document.tokens[above].tag == Tag::Past ||
         auxiliaries(document, sentence, above).outlook == Outlook::Past;
}

// The tense of the clause of `verb`; an infinitive has that of the clause it depends on.
Outlook tense_of(const Document& document, const Sentence& sentence, std::uint32_t verb,
                 int steps) {
  const Token& token = document.tokens[verb];
  const Auxiliaries own = auxiliaries(document, sentence, verb);
  if (token.tag == Tag::Participle && is_planning(token.lower)) {
    // "slated for May", "was planned for May", "the visit slated for May was cancelled"
    return own.was || told_of_past(document, sentence, verb) ? Outlook::Planned : Outlook::Future;
  }
  if (own.outlook != Outlook::Silent) return own.outlook;
  if (token.tag == Tag::Past) return Outlook::Past;
  if (token.tag == Tag::Present && (own.condition || is_schedule(token.lemma)))
    return Outlook::Future;
  const bool base = token.tag == Tag::Base || (own.be && token.tag == Tag::Participle);
  if (!own.infinitive || !base || token.head == verb || steps == 0) return Outlook::Silent;
  const Outlook above = tense_of(document, sentence, token.head, steps - 1);
  const bool complement = token.deprel == Deprel::Xcomp || token.deprel == Deprel::Ccomp ||
                          token.deprel == Deprel::Advcl;  // as "invited her to visit" is read
  if (token.deprel == Deprel::Acl && is_intention(document.tokens[token.head].lemma)) {
    return Outlook::Planned;
  }
  if (!complement || !looks_ahead(document.tokens[token.head].lemma)) return Outlook::Silent;
  return above == Outlook::Past || above == Outlook::Planned ? Outlook::Planned : Outlook::Future;
}

// "invited X to speak on Friday": parsers hang the day on what was done, which is to come.
bool asks_before(const Document& document, const Sentence& sentence, std::uint32_t verb,
                 std::uint32_t time) {
  if (!looks_ahead(document.tokens[verb].lemma)) return false;
  for (std::uint32_t i = verb + 1; i < time && i < sentence.tokens.end; ++i) {
    const Token& token = document.tokens[i];
    const bool complement = token.head == verb && token.deprel == Deprel::Xcomp;
    if (complement && auxiliaries(document, sentence, i).infinitive) return true;
  }
  return false;
}

}  // namespace

Outlook outlook_in_tree(const Document& document, const Sentence& sentence, TokenRange time) {
  const auto& tokens = document.tokens;
  std::uint32_t top = time.begin;
  if (tokens[top].head == kNotParsed) return Outlook::Silent;
  for (int step = 0; step < kFarthest; ++step) {
    const std::uint32_t head = tokens[top].head;
    if (head == top || head == kNotParsed) return Outlook::Silent;
    const bool inside = time.begin <= head && head < time.end;
    if (!inside) break;
    top = head;
  }
  // Below a noun it is not sure whether the time belongs to the noun or to the verb.
  const Token& token = tokens[top];
  const bool of_clause = token.deprel == Deprel::Obl || token.deprel == Deprel::OblUnmarked ||
                         token.deprel == Deprel::Advmod;
  if (!of_clause || !is_verb(tokens[token.head].tag)) return Outlook::Silent;
  const Outlook tense = tense_of(document, sentence, token.head, kFarthest);
  const bool asked_for = tense == Outlook::Past && top > token.head &&
                         asks_before(document, sentence, token.head, top);
  return asked_for ? Outlook::Planned : tense;
}

bool names_only(const Document& document, TokenRange time) {
  const auto& tokens = document.tokens;
  std::uint32_t top = time.begin;
  while (tokens[top].head != kNotParsed && tokens[top].head != top &&
         tokens[top].head >= time.begin && tokens[top].head < time.end) {
    top = tokens[top].head;
  }
  const Token& token = tokens[top];
  return token.head != kNotParsed && token.head >= time.end && token.head != top &&
         (token.deprel == Deprel::Compound || token.deprel == Deprel::NmodPoss ||
          token.deprel == Deprel::Nummod || token.deprel == Deprel::NmodUnmarked);
}

}  // namespace entente
