#include "extract/match.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;
using StepPlace = PatternStep::Place;
using What = PatternStep::What;
using AnchorKind = PatternAnchor::Kind;

// "10 days of war games", "a series of attacks": the deed stands behind "of".
const Strings kPortions = {"day",     "week",      "month",    "series",  "round", "part",   "wave",
                           "string",  "hour",      "campaign", "number",  "spate", "state",  "act",
                           "program", "programme", "package",  "plan",    "type",  "kind",   "form",
                           "lot",     "piece",     "set",      "barrage", "hail",  "volley", "ton",
                           "tonne",   "barrel",    "worth",    "dollar"};
constexpr std::uint32_t kSoon = 10;  // words from a verb to its "that"
// With whom this is done is not with whom one met: "in coordination with X, Y hosted".
const Strings kMeans = {"coordination", "partnership",  "collaboration", "cooperation",
                        "conjunction",  "consultation", "line",          "accordance"};
// What hangs on these belongs to another occasion: "spoke before a trip to X".
const Strings kApart = {"before", "after",   "during", "since", "until", "following",
                        "amid",   "despite", "ahead",  "while", "upon"};
// What is done to somebody: "the arrest of X" says of X nothing but that.
const Strings kSuffered = {"removal",   "arrest",    "death",         "killing",     "murder",
                           "ouster",    "detention", "release",       "defeat",      "trial",
                           "overthrow", "abduction", "assassination", "resignation", "kidnapping",
                           "execution", "dismissal", "disappearance", "imprisonment"};
// "the brother of X", "the staff of X": others than X.
const Strings kOfAnother = {"brother",   "sister",      "son",     "daughter", "father",
                            "mother",    "wife",        "husband", "widow",    "relative",
                            "family",    "cousin",      "staff",   "aide",     "adviser",
                            "advisor",   "lawyer",      "critic",  "rival",    "opponent",
                            "supporter", "predecessor", "spouse",  "friend",   "invitation"};
// Nor are "the neighbour of X", "the opposition of X" X.
const Strings kBeside = {"neighbor", "neighbour",   "ally",       "partner",  "enemy",
                         "foe",      "counterpart", "opposition", "colleague"};
// "Fighting broke out between X and Y".
const Strings kComesAbout = {"break",  "erupt",  "begin", "start", "continue", "take", "occur",
                             "resume", "follow", "flare", "rage",  "happen",   "open", "proceed"};
// "protested the violence against X": not against X.
const Strings kOwnAgainst = {"violence",  "discrimination", "crackdown", "brutality", "aggression",
                             "offensive", "attack",         "crime",     "racism",    "abuse",
                             "war",       "raid",           "sanction",  "ruling",    "decision",
                             "atrocity",  "hatred",         "verdict",   "strike",    "repression"};
// With whom one talks or meets, though no name is given.
const Strings kPeople = {"reporter",  "journalist", "official", "leader",    "member",
                         "family",    "people",     "student",  "worker",    "voter",
                         "crowd",     "supporter",  "audience", "executive", "businessman",
                         "resident",  "minister",   "delegate", "expert",    "cousin",
                         "survivor",  "victim",     "soldier",  "troop",     "rebel",
                         "colleague", "adviser",    "press",    "media"};
// "is one of the members"
const Strings kSome = {"one", "some", "part", "most"};
// Nobody in particular.
const Strings kVague = {"officials", "leaders", "parties"};
const Strings kVagueParty = {"women", "men", "people"};  // whom one meets
constexpr std::size_t kAbbreviation = 3;                 // letters of "EU"
constexpr int kFarthest = 3;  // words between a deed and what hangs on it behind a preposition

// "talks on relations with X" are not held with X.
const Strings kJoinsTwo = {"relation",     "tie",      "cooperation", "agreement",   "deal",
                           "war",          "treaty",   "pact",        "partnership", "border",
                           "accord",       "link",     "trade",       "conflict",    "dispute",
                           "contact",      "dialogue", "peace",       "alliance",    "friendship",
                           "relationship", "ceasefire"};

bool one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "$5 million": the sign heads it.
bool is_money(const Token& token) {
  static const Strings kSigns = {"$", "€", "£", "¥", "₹", "₩", "₽"};
  return kSigns.contains(token.lower);
}

bool lemma_in(const std::vector<std::string>& lemmas, const Token& token) {
  if (lemmas.front() == "*") return token.lemma != "be" && token.lemma != "have";
  const auto plural = [&](const std::string& lemma) {  // "troops", which is its own lemma
    return token.lower.size() == lemma.size() + 1 && token.lower.back() == 's' &&
           token.lower.starts_with(lemma);
  };
  if (is_money(token) && one_of(lemmas, "dollar")) return true;
  return one_of(lemmas, token.lemma) || one_of(lemmas, token.lower) ||
         std::any_of(lemmas.begin(), lemmas.end(), plural);
}

bool takes_countries(const Relation& relation) {
  return std::ranges::find(relation.subjects, "country") != relation.subjects.end();
}

bool only(const PatternAnchor& anchor, std::string_view lemma) {
  return anchor.lemmas.size() == 1 && anchor.lemmas.front() == lemma;
}

bool same_members(const std::vector<Member>& some, const std::vector<Member>& others) {
  return std::ranges::all_of(some, [&](const Member& one) {
    return std::ranges::find(others, one.entity, &Member::entity) != others.end();
  });
}

bool noun(const Token& token) {
  return token.tag == Tag::Noun || token.tag == Tag::Propn || token.tag == Tag::Gerund;
}

}  // namespace

Matcher::Matcher(const Fillers& fillers, const std::vector<LocalEntity>& entities,
                 const Syntax& syntax)
    : fillers_(fillers), entities_(entities), syntax_(syntax) {}

// The word of which something is said where `noun` says it: itself, or the "one" of "is one of the
// members".
std::optional<std::uint32_t> Matcher::predicate_of(std::uint32_t noun) const {
  if (syntax_.has_copula(noun)) return noun;
  const auto above = syntax_.head(noun);
  const bool some = above && syntax_.preposition(noun) == "of" && syntax_.has_copula(*above) &&
                    kSome.contains(syntax_.token(*above).lower);
  return some ? above : std::nullopt;
}

// A noun, or a word with an owner that is read as a verb: "ended her visit".
bool Matcher::is_noun(std::uint32_t word) const {
  if (noun(syntax_.token(word)) || is_money(syntax_.token(word))) return true;
  const auto& around = syntax_.children(word);
  return std::any_of(around.begin(), around.end(), [&](std::uint32_t c) {
    return c < word && syntax_.deprel(c) == Deprel::NmodPoss;
  });
}

// "a trade and cooperation agreement": no cooperation yet.
bool Matcher::describes_noun(std::uint32_t word) const {
  if (syntax_.is(word, "compound")) return true;
  const auto above = syntax_.head(word);
  return above && syntax_.is(word, "conj") && syntax_.is(*above, "compound") &&
         word + 1 < syntax_.range().end && syntax_.head(*above) == word + 1;
}

// "called X a decent man", "called X's plan swift": says what X is.
bool Matcher::names_it(std::uint32_t verb) const {
  std::optional<std::uint32_t> object;
  for (const std::uint32_t c : syntax_.children(verb)) {
    if (c < verb) continue;
    const Token& token = syntax_.token(c);
    const bool said = syntax_.is(c, "xcomp") && (noun(token) || token.tag == Tag::Adj);
    const bool second = object && syntax_.is(c, "obj");
    if ((said && !syntax_.infinitive(c)) || second) return true;
    if (syntax_.is(c, "obj")) object = c;
  }
  return false;
}

bool Matcher::anchors(const PatternAnchor& anchor, std::uint32_t word) const {
  const Token& token = syntax_.token(word);
  if (!lemma_in(anchor.lemmas, token)) return false;
  switch (anchor.kind) {
    case AnchorKind::Verb:
      return is_verb(token.tag) && !syntax_.is(word, "amod") && !syntax_.passive(word) &&
             (!only(anchor, "call") || !names_it(word));
    case AnchorKind::Passive:
      return (is_verb(token.tag) || token.tag == Tag::Adj) && syntax_.passive(word);
    case AnchorKind::Noun:
      return noun(token) && !describes_noun(word);
    case AnchorKind::Apposition:
      return noun(token);
    case AnchorKind::Predicate: {
      const auto predicate = noun(token) ? predicate_of(word) : std::nullopt;
      if (!predicate) return false;
      const std::string_view before = syntax_.preposition(*predicate);
      return anchor.prepositions.empty() ? before.empty() || before == "among"
                                         : one_of(anchor.prepositions, before);
    }
    case AnchorKind::Being:
      return !syntax_.is(word, "aux");
  }
  return false;
}

std::vector<Match> Matcher::match(const Pattern& pattern, std::uint32_t anchor) const {
  std::vector<Match> found;
  if (!anchors(pattern.anchor, anchor)) return found;
  Match match;
  match.trigger = match.deed = anchor;
  if (pattern.anchor.kind == AnchorKind::Predicate) match.deed = *predicate_of(anchor);
  if (pattern.anchor.kind == AnchorKind::Being && syntax_.is(anchor, "cop"))
    match.deed = anchor = syntax_.head(anchor).value_or(anchor);
  match.words.push_back(anchor);
  take_steps(pattern, 0, match, found);
  return found;
}

// Tries the step at every place where it may stand; the first that leads to the end of the pattern
// counts.
void Matcher::take_steps(const Pattern& pattern, std::size_t step, const Match& match,
                         std::vector<Match>& found) const {
  if (step == pattern.steps.size()) {
    if (match.both.empty() || !has_other_party(match)) found.push_back(match);
    return;
  }
  const PatternStep& now = pattern.steps[step];
  const std::vector<std::uint32_t> words = places(pattern, now, match);
  if (now.forbidden) {
    Match next = match;
    const bool none = std::none_of(words.begin(), words.end(), [&](std::uint32_t word) {
      return take(pattern, now, word, next);
    });
    if (none) take_steps(pattern, step + 1, match, found);
    return;
  }
  for (const std::uint32_t word : words) {
    Match next = match;
    if (!take(pattern, now, word, next)) continue;
    take_steps(pattern, step + 1, next, found);
    if (!found.empty()) return;
  }
}

// Does `word` fit? Then it goes into `match`.
bool Matcher::take(const Pattern& pattern, const PatternStep& step, std::uint32_t word,
                   Match& match) const {
  if (step.what == What::Noun || step.what == What::Verb) {
    const Token& token = syntax_.token(word);
    if (!lemma_in(step.lemmas, token)) return false;
    if (step.owned && step.lemmas.front() == "*" &&
        (kBeside.contains(token.lemma) || kOfAnother.contains(token.lemma)))
      return false;
    if (step.what == What::Noun &&
        (!is_noun(word) || (!step.owned && !step.forbidden && owned_by_other(match, word))))
      return false;
    match.words.push_back(word);
    // "will visit X at the invitation of Y": who is to come has been invited
    if (step.place == StepPlace::Behind && syntax_.token(word).lemma == "invitation")
      match.deed = word;
  } else if (step.what != What::Nothing) {
    std::vector<Member> members =
        fitting(step, *pattern.relation, fillers_.members_at(word, step.place == StepPlace::Owner));
    if (step.what == What::Subject && !match.words.empty())
      keep_antecedent(match.words.front(), members);
    if (members.empty() || (step.what == What::Both && members.size() < 2)) return false;
    if (!step.heads.empty() && !has_head(step, word)) return false;
    // "A and B support their neighbor": not each other
    const bool theirs = step.place == StepPlace::Owner && syntax_.token(word).lower == "their";
    if (theirs && match.subjects.size() > 1 && same_members(members, match.subjects)) return false;
    match.fillers.push_back(word);
    if (step.what == What::Subject) match.subjects = members;
    if (step.what == What::Object) match.objects = members;
    if (step.what == What::Both) match.both = members;
  }
  if (step.place == StepPlace::Word && one_of(step.words, "not")) match.says_not = true;
  return true;
}

// "A, B and C, who heads the Institute": only C heads it.
void Matcher::keep_antecedent(std::uint32_t verb, std::vector<Member>& members) const {
  const auto pronoun = syntax_.singular_relative(verb);
  if (!pronoun || members.size() < 2) return;
  const auto behind = [&](const Member& member) { return member.head.begin > *pronoun; };
  const auto nearest =
      std::max_element(members.begin(), members.end(), [&](const Member& a, const Member& b) {
        return behind(a) != behind(b) ? behind(a) : a.head.begin < b.head.begin;
      });
  members = {*nearest};
}

// "the Nairobi Climate Summit" of {object@summit}
bool Matcher::has_head(const PatternStep& slot, std::uint32_t word) const {
  const Phrase* phrase = fillers_.phrase_at(word);
  const TokenRange range = phrase == nullptr ? TokenRange{word, word + 1} : phrase->tokens;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (lemma_in(slot.heads, syntax_.token(t)) || one_of(slot.heads, syntax_.token(t).lower))
      return true;
  }
  return false;
}

// Of these the members of a type that the slot takes; people stand for a country as a group does.
std::vector<Member> Matcher::fitting(const PatternStep& slot, const Relation& relation,
                                     std::vector<Member> members) const {
  const std::vector<std::string>& types = !slot.types.empty()         ? slot.types
                                          : slot.what == What::Object ? relation.objects
                                                                      : relation.subjects;
  std::erase_if(members, [&](const Member& member) {
    const LocalEntity& entity = entities_[static_cast<std::size_t>(member.entity)];
    const std::string& type = entity.type;
    const std::string name = type == kGroupType ? fold(entity.name) : std::string();
    if (type == kGroupType &&
        (kVague.contains(name) || (relation.symmetric && kVagueParty.contains(name))))
      return true;
    const bool takes = std::ranges::find(types, type) != types.end();
    // "the ministers of X visited Y": no visit of a country
    const bool people = member.by_people && std::ranges::find(types, kGroupType) != types.end() &&
                        (type != "country" || takes_countries(relation));
    return !takes && !people;
  });
  return members;
}

// "X, a founder of Y and a member of Z": X of either noun.
std::optional<std::uint32_t> Matcher::apposed_to(std::uint32_t noun) const {
  const auto above = syntax_.head(noun);
  if (above && syntax_.is(noun, "conj")) {
    if (syntax_.is(*above, "appos")) return syntax_.head(*above);
    const auto first = syntax_.child(*above, "appos");  // or the parser joins the noun to X
    const auto joint = syntax_.child(noun, "cc");
    const bool goes_on = first && *first < noun && joint && *joint > *first + 1 &&
                         syntax_.token(*joint - 1).lower != ",";
    return goes_on ? above : std::nullopt;
  }
  return syntax_.is(noun, "appos") ? above : std::nullopt;
}

std::vector<std::uint32_t> Matcher::places(const Pattern& pattern, const PatternStep& step,
                                           const Match& match) const {
  std::vector<std::uint32_t> words;
  const std::uint32_t anchor = match.words.front();
  const std::uint32_t last = step.on_anchor ? anchor : match.words.back();
  switch (step.place) {
    case StepPlace::Subject:
      if (pattern.anchor.kind == AnchorKind::Apposition) {
        if (const auto described = apposed_to(anchor)) words.push_back(*described);
      } else if (const auto subject = syntax_.subject(match.deed)) {
        words.push_back(*subject);
      }
      break;
    case StepPlace::Owner:
      words = fillers_.owners(last);
      break;
    case StepPlace::Direct:
      words = direct(step, last);
      break;
    case StepPlace::Behind:
      if (pattern.anchor.kind == AnchorKind::Being && match.fillers.size() == 1 &&
          syntax_.has_copula(anchor)) {  // "is in Kenya": Kenya is what is said
        if (one_of(step.words, fillers_.preposition(anchor))) words.push_back(anchor);
        break;
      }
      words = behind(step.words, match);
      if (step.or_direct) {
        for (const std::uint32_t object : syntax_.objects(last)) words.push_back(object);
      }
      break;
    case StepPlace::Clause:
      words = governed(step, last);
      if (step.what == What::Verb && step.lemmas.front() != "*") add_farther(step, match, words);
      break;
    case StepPlace::Word:
      words = words_on(step, last);
      break;
  }
  return words;
}

std::vector<std::uint32_t> Matcher::direct(const PatternStep& step, std::uint32_t last) const {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t object : syntax_.objects(last)) {
    if (step.what == What::Noun) {
      for (const std::uint32_t joined : syntax_.conjuncts(object)) add_portion(joined, words);
    } else {
      words.push_back(object);
      if (step.what == What::Typed) add_run_on(object, words);
    }
  }
  if (step.what != What::Noun && step.recipient) add_recipients(last, words);
  for (const std::uint32_t c : syntax_.children(last)) {
    const bool predicate = step.what == What::Noun && syntax_.is(c, "xcomp");
    const bool named = step.what != What::Noun && noun(syntax_.token(last)) &&
                       (syntax_.is(c, "appos") || syntax_.is(c, "flat"));
    if (predicate || named) words.push_back(c);
  }
  return words;
}

std::vector<std::uint32_t> Matcher::words_on(const PatternStep& step, std::uint32_t last) const {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t c : syntax_.children(last)) {
    const bool opens = step.forbidden && (marked(c, step.words) ||  // "asked X about it"
                                          one_of(step.words, fillers_.preposition(c)));
    if (opens || one_of(step.words, syntax_.token(c).lower)) words.push_back(c);
  }
  if (step.forbidden) return words;
  // A particle, whatever it was hung on.
  if (words.empty() && last + 1 < syntax_.range().end && is_verb(syntax_.token(last).tag) &&
      one_of(step.words, syntax_.token(last + 1).lower))
    words.push_back(last + 1);
  if (words.empty() && step.or_direct) words.push_back(last);
  return words;
}

// `noun`, and what it is a portion of.
void Matcher::add_portion(std::uint32_t noun, std::vector<std::uint32_t>& words) const {
  words.push_back(noun);
  if (!kPortions.contains(syntax_.token(noun).lemma)) return;
  for (const std::uint32_t c : syntax_.children(noun)) {
    if (fillers_.preposition(c) == "of") words.push_back(c);
  }
}

// "awarded NAME the Order", read as one name
void Matcher::add_run_on(std::uint32_t object, std::vector<std::uint32_t>& words) const {
  const Phrase* phrase = fillers_.phrase_at(object);
  for (const std::uint32_t c : fillers_.hanging(object)) {
    if (c > object && syntax_.is(c, "flat") && fillers_.phrase_at(c) != phrase) words.push_back(c);
  }
}

// "gave Kenya 5 million dollars", read as if the dollars were Kenya's: who stands right behind the
// verb, before its object.
void Matcher::add_recipients(std::uint32_t verb, std::vector<std::uint32_t>& words) const {
  if (verb + 2 >= syntax_.range().end) return;
  const Tag between = syntax_.token(verb + 1).tag;
  const std::uint32_t begin = between == Tag::Det || between == Tag::Num ? verb + 2 : verb + 1;
  const Phrase* phrase = fillers_.phrase_at(begin);
  if (phrase == nullptr || phrase->possessive || phrase->tokens.begin != begin) return;
  // "pledged U.S. support": an abbreviation describes the word right behind it
  const std::string& last = syntax_.token(phrase->tokens.end - 1).lower;
  const bool describes = (last.size() <= kAbbreviation || last.find('.') != std::string::npos) &&
                         syntax_.is(phrase->tokens.end - 1, "compound");
  for (const std::uint32_t object : syntax_.objects(verb)) {
    const bool next = describes && object == phrase->tokens.end;
    if (object >= phrase->tokens.end && !next) words.push_back(syntax_.head_of(phrase->tokens));
  }
}

// Does one of `words` open the clause of `verb`: "if", "unless"?
bool Matcher::marked(std::uint32_t verb, const std::vector<std::string>& words) const {
  const auto mark = syntax_.child(verb, "mark");
  return mark && one_of(words, syntax_.token(*mark).lower);
}

// Is `subject` that of a verb with one of `auxiliaries`?
bool Matcher::obliged(std::uint32_t subject, const std::vector<std::string>& auxiliaries) const {
  const auto verb = syntax_.head(subject);
  if (!verb) return false;
  return std::any_of(syntax_.children(*verb).begin(), syntax_.children(*verb).end(),
                     [&](std::uint32_t c) {  // not "should X do it, Y will"
                       const bool inverted = c < subject && syntax_.is(c, "aux");
                       return !inverted && one_of(auxiliaries, syntax_.token(c).lower);
                     });
}

// The verb on which may hang what belongs to the noun: "Talks were held between X and Y".
std::optional<std::uint32_t> Matcher::verb_over(std::uint32_t noun) const {
  const auto verb = syntax_.head(noun);
  if (is_verb(syntax_.token(noun).tag) || !verb) return std::nullopt;
  if (syntax_.token(*verb).lemma == "blame") return std::nullopt;  // "blamed the attack on X"
  const bool acted_on = syntax_.is(noun, "obj") || syntax_.deprel(noun) == Deprel::NsubjPass;
  const bool comes_about =
      syntax_.is(noun, "nsubj") && kComesAbout.contains(syntax_.token(*verb).lemma);
  return acted_on || comes_about ? verb : std::nullopt;
}

// "in Vienna": a place that says no more than where.
bool Matcher::is_where(std::uint32_t word) const {
  const std::string_view before = fillers_.preposition(word);
  const Phrase* phrase = fillers_.phrase_at(word);
  if (phrase == nullptr || phrase->members.size() != 1 || (before != "in" && before != "at"))
    return false;
  const std::int32_t entity = phrase->members.front().entity;
  return entities_[static_cast<std::size_t>(entity)].type == "place";
}

// "the Nairobi Summit"
bool Matcher::is_event(std::uint32_t word) const {
  const Phrase* phrase = fillers_.phrase_at(word);
  if (phrase == nullptr || phrase->members.size() != 1) return false;
  const std::int32_t entity = phrase->members.front().entity;
  return entities_[static_cast<std::size_t>(entity)].type == "event";
}

// May what hangs on `word` belong to the deed on which `word` hangs?
bool Matcher::leads_on(std::uint32_t word, const std::vector<std::string>& prepositions) const {
  const Token& token = syntax_.token(word);
  const bool nominal = syntax_.is(word, "obj") || syntax_.is(word, "obl") ||
                       syntax_.is(word, "nmod") || syntax_.is(word, "conj");
  if (!nominal || kApart.contains(fillers_.preposition(word)) || kJoinsTwo.contains(token.lemma) ||
      kSuffered.contains(token.lemma) ||
      (fillers_.preposition(word) == "in" && kMeans.contains(token.lemma)) ||
      (kOfAnother.contains(token.lemma) && one_of(prepositions, "of")) ||
      (kOwnAgainst.contains(token.lemma) && one_of(prepositions, "against")))
    return false;
  if (fillers_.phrase_at(word) == nullptr) return true;
  // "handed over two suspects to Kenya": past a group to where it goes, not to where it is.
  const bool far =
      one_of(prepositions, "to") || one_of(prepositions, "from") || one_of(prepositions, "against");
  const bool sides = one_of(prepositions, "between") || one_of(prepositions, "with");
  // "was invited to the Summit by X"
  const bool agent = one_of(prepositions, "by") && fillers_.preposition(word) == "to";
  return (far && token.tag == Tag::Noun) || (sides && is_where(word)) || (agent && is_event(word));
}

// "hosted talks in coordination with X", where nobody asks with whom it was coordinated.
bool Matcher::with_means(std::uint32_t word, const Match& match) const {
  if (fillers_.preposition(word) != "with") return false;
  const Phrase* phrase = fillers_.phrase_at(word);
  const std::uint32_t first = phrase == nullptr ? word : phrase->tokens.begin;
  std::uint32_t with = first;
  while (with > syntax_.range().begin && first - with < kSoon &&
         syntax_.token(with).lower != "with")
    --with;
  if (with < syntax_.range().begin + 2 || syntax_.token(with - 2).lower != "in") return false;
  return kMeans.contains(syntax_.token(with - 1).lemma) &&
         std::find(match.words.begin(), match.words.end(), with - 1) == match.words.end();
}

// "developments in cooperation": with whom is told right behind the word or not at all.
bool Matcher::past_means(std::uint32_t word, const Match& match) const {
  const std::uint32_t last = match.words.back();
  if (fillers_.preposition(word) != "with" || syntax_.preposition(last) != "in" ||
      !kMeans.contains(syntax_.token(last).lemma))
    return false;
  return last + 1 >= syntax_.range().end || syntax_.token(last + 1).lower != "with" || word < last;
}

// What stands behind one of the step's prepositions: on the word found last, on those before it, or
// on a noun that hangs on them; the nearest first.
std::vector<std::uint32_t> Matcher::behind(const std::vector<std::string>& prepositions,
                                           const Match& match) const {
  std::vector<std::uint32_t> words;
  const std::uint32_t anchor = match.words.front();
  // "Following her arrest by the police, X was released": not released by them
  const bool agent_behind = one_of(prepositions, "by") && syntax_.passive(anchor);
  const auto is_words = [&](std::uint32_t word) {
    return std::find(match.words.begin(), match.words.end(), word) != match.words.end();
  };
  std::deque<std::pair<std::uint32_t, int>> open;
  for (auto word = match.words.rbegin(); word != match.words.rend(); ++word)
    open.emplace_back(*word, 0);
  if (const auto verb = verb_over(anchor)) open.emplace_back(*verb, 0);
  for (const std::uint32_t filler : match.fillers) open.emplace_back(filler, kFarthest);
  while (!open.empty()) {
    const auto [word, depth] = open.front();
    open.pop_front();
    // "supporters of X blocked", "the embassy in X suspended": that fills no other slot
    const bool of_subject =
        !match.fillers.empty() && word == match.fillers.front() && word < anchor;
    for (const std::uint32_t c : fillers_.hanging(word)) {
      const bool known = is_words(c);
      // "an invitation to visit Kenya from X"
      const bool offers = syntax_.token(word).lemma == "invitation";
      const bool describes = syntax_.deprel(c) == Deprel::Acl &&
                             (offers || !syntax_.child(c, "mark")) && depth < kFarthest;
      if (!known && describes) open.emplace_back(c, depth + 1);  // "a curfew imposed in Kenya"
      if (!known && syntax_.token(c).tag == Tag::Gerund && marked(c, prepositions)) {
        // "from neighboring Kenya", read as a clause
        for (const std::uint32_t name : syntax_.objects(c)) {
          if (name == c + 1) words.push_back(name);
        }
      }
      if (known || is_verb(syntax_.token(c).tag) || syntax_.is(c, "nsubj") ||
          syntax_.deprel(c) == Deprel::NmodPoss)
        continue;
      const std::string_view before = fillers_.preposition(c);
      const bool agent = syntax_.deprel(c) == Deprel::OblAgent && one_of(prepositions, "by");
      const bool where = (before == "in" || before == "at") && fillers_.phrase_at(c) != nullptr;
      const bool other = (agent_behind && before == "by" && c < anchor) ||
                         (of_subject && (before == "of" || where)) || with_means(c, match);
      if ((agent || one_of(prepositions, before)) && !other && !past_means(c, match))
        words.push_back(c);
      if (depth < kFarthest && leads_on(c, prepositions)) open.emplace_back(c, depth + 1);
    }
  }
  if (one_of(prepositions, "by") && syntax_.passive(anchor)) add_far_agents(anchor, words);
  return words;
}

// "was invited to visit Kenya by X": parsers hang X on the visit.
void Matcher::add_far_agents(std::uint32_t verb, std::vector<std::uint32_t>& words) const {
  for (const std::uint32_t asked : syntax_.children(verb)) {
    if (!syntax_.is(asked, "xcomp") || !syntax_.infinitive(asked) || syntax_.passive(asked))
      continue;
    for (const std::uint32_t c : syntax_.children(asked)) {
      if (c > asked && fillers_.preposition(c) == "by") words.push_back(c);
    }
  }
}

// "a desire for X to create": X creates.
bool Matcher::has_for(std::uint32_t holder, std::uint32_t verb) const {
  const auto& around = syntax_.children(holder);
  return std::any_of(around.begin(), around.end(), [&](std::uint32_t c) {
    return c > holder && c < verb && syntax_.preposition(c) == "for";
  });
}

// Verbs that parsers hang on another word of the deed, or on who is asked: "asked both parties to
// create", "continued their strike to demand", "X, accompanied by Y, arrived".
void Matcher::add_farther(const PatternStep& step, const Match& match,
                          std::vector<std::uint32_t>& words) const {
  const std::uint32_t anchor = match.words.front();
  std::vector<std::uint32_t> holders;
  if (match.words.back() != anchor) holders.push_back(anchor);
  for (const std::uint32_t filler : match.fillers) {
    if (filler > anchor || !one_of(step.words, "to")) holders.push_back(filler);
  }
  for (const std::uint32_t holder : holders) {
    for (const std::uint32_t word : governed(step, holder)) {
      if (!syntax_.child(word, "nsubj") && !has_for(holder, word)) words.push_back(word);
    }
  }
}

// The verbs of the clauses that `word` governs; for a slot the subjects of these.
std::vector<std::uint32_t> Matcher::governed(const PatternStep& step, std::uint32_t word) const {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t c : syntax_.children(word)) {
    if (!syntax_.is(c, "xcomp") && !syntax_.is(c, "ccomp") && !syntax_.is(c, "advcl") &&
        syntax_.deprel(c) != Deprel::Acl)
      continue;
    if (step.what == What::Verb) {
      const bool to = one_of(step.words, "to");
      const bool any = !to && !step.forbidden;
      if (any || (to && syntax_.infinitive(c)) || marked(c, step.words)) words.push_back(c);
    } else if (syntax_.is(c, "ccomp") || syntax_.is(c, "xcomp") || marked(c, step.words)) {
      for (const std::uint32_t subject : syntax_.children(c)) {
        // "demanded that X be released" asks nothing of X
        const bool sufferer = syntax_.deprel(subject) == Deprel::NsubjPass;
        if (syntax_.is(subject, "nsubj") && !sufferer &&
            (step.auxiliaries.empty() || obliged(subject, step.auxiliaries)))
          words.push_back(subject);
      }
    }
  }
  const bool sought = step.what != What::Verb && one_of(step.words, "that");
  if (words.empty() && sought) add_behind_that(step, word, words);
  return words;
}

// The name right behind "that": verbs of demand govern bare forms, which parsers take for nouns.
void Matcher::add_behind_that(const PatternStep& step, std::uint32_t word,
                              std::vector<std::uint32_t>& words) const {
  const std::uint32_t end = std::min(syntax_.range().end, word + kSoon);
  for (std::uint32_t t = word + 1; t + 2 < end; ++t) {
    if (syntax_.token(t).lower != "that") continue;
    const std::uint32_t begin = syntax_.token(t + 1).tag == Tag::Det ? t + 2 : t + 1;
    const Phrase* phrase = fillers_.phrase_at(begin);
    if (phrase == nullptr || phrase->possessive || phrase->tokens.begin > begin) return;
    // "demanded that X be taken off the list" asks nothing of X
    if (syntax_.deprel(syntax_.head_of(phrase->tokens)) == Deprel::NsubjPass) return;
    const std::uint32_t next = phrase->tokens.end;
    const bool must = step.auxiliaries.empty() ||
                      (next < end && one_of(step.auxiliaries, syntax_.token(next).lower));
    if (must) words.push_back(syntax_.head_of(phrase->tokens));
    return;
  }
}

// "X criticised Y's visit to Z": not a visit of X.
bool Matcher::owned_by_other(const Match& match, std::uint32_t noun) const {
  for (const std::uint32_t c : syntax_.children(noun)) {
    if (syntax_.deprel(c) != Deprel::NmodPoss) continue;
    // "In his talks with X, Y said": his who is named only then
    if (syntax_.token(c).tag == Tag::Pron && !match.fillers.empty() && c < match.fillers.front())
      continue;
    for (const Member& owner : fillers_.members_at(c, true)) {
      const auto same = [&](const Member& member) { return member.entity == owner.entity; };
      if (std::none_of(match.subjects.begin(), match.subjects.end(), same) &&
          std::none_of(match.both.begin(), match.both.end(), same) &&
          std::none_of(match.objects.begin(), match.objects.end(), same))
        return true;
    }
  }
  return false;
}

// "a roundtable of leaders", "a meeting with members"
bool Matcher::has_people(std::uint32_t noun) const {
  const auto& around = syntax_.children(noun);
  return syntax_.is(noun, "obj") && std::any_of(around.begin(), around.end(), [&](std::uint32_t c) {
           const std::string_view before = fillers_.preposition(c);
           return (before == "of" || before == "with") && kPeople.contains(syntax_.token(c).lemma);
         });
}

// "A and B met C", "A and B held talks with C", "A and B talked to reporters": not with each other.
bool Matcher::has_other_party(const Match& match) const {
  const auto is_deed = [&](std::uint32_t word) {
    return std::find(match.words.begin(), match.words.end(), word) != match.words.end();
  };
  for (const std::uint32_t word : match.words) {
    if (!is_verb(syntax_.token(word).tag) || syntax_.passive(word)) continue;
    for (const std::uint32_t object : syntax_.objects(word)) {
      // "have yet to meet the expectations"
      const bool other_sense = syntax_.token(word).lemma == "meet" && is_deed(word) &&
                               syntax_.is(object, "obj") && syntax_.token(object).tag == Tag::Noun;
      if (other_sense && !is_deed(object)) return true;
      const Phrase* phrase = is_deed(object) ? nullptr : fillers_.phrase_at(object);
      const bool named = phrase != nullptr && !phrase->members.empty();
      if (named || (!is_deed(object) && kPeople.contains(syntax_.token(object).lemma))) return true;
    }
  }
  const std::vector<std::uint32_t> others = behind({"with", "against"}, match);
  if (std::any_of(others.begin(), others.end(),
                  [&](std::uint32_t word) { return !fillers_.members_at(word).empty(); }))
    return true;
  for (const std::uint32_t c : syntax_.children(match.words.front())) {
    const std::string_view before = syntax_.preposition(c);
    if ((before == "with" || before == "to") && kPeople.contains(syntax_.token(c).lemma))
      return true;
  }
  // "A and B met with C to discuss", "A and B invited officials to discuss": not with each other
  const auto above = syntax_.head(match.deed);
  if (!above || !syntax_.infinitive(match.deed)) return false;
  const auto& around = syntax_.children(*above);
  return std::any_of(around.begin(), around.end(), [&](std::uint32_t c) {
    if (c >= match.deed) return false;
    const bool people = syntax_.is(c, "obj") && (kPeople.contains(syntax_.token(c).lemma) ||
                                                 !fillers_.members_at(c).empty());
    return people || fillers_.preposition(c) == "with" || has_people(c);
  });
}

}  // namespace entente
