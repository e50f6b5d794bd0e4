#include "extract/match.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;
using StepPlace = PatternStep::Place;
using What = PatternStep::What;
using AnchorKind = PatternAnchor::Kind;

// "its leaders", "members of": those for whom they act are meant.
const Strings kActFor = {"leader",    "member",     "representative", "official",   "head",
                         "ruler",     "chief",      "commander",      "delegate",   "negotiator",
                         "president", "premier",    "chancellor",     "diplomat",   "king",
                         "minister",  "government", "regime",         "leadership", "authority",
                         "fighter",   "soldier",    "troop",          "force",      "ambassador",
                         "deputy",    "parliament", "administration", "side",       "delegation",
                         "envoy",     "army",       "guerrilla",      "element",    "faction"};
// "Israeli raids killed": they whose raids they are.
const Strings kBlows = {"attack",   "strike",      "airstrike", "raid",     "bombing",
                        "shelling", "assault",     "missile",   "rocket",   "shell",
                        "bomb",     "bombardment", "fire",      "gunfire",  "offensive",
                        "bullet",   "artillery",   "drone",     "incursion"};
// "a delegation led by X": X takes part in what it does.
const Strings kDelegations = {"delegation", "mission", "team", "group", "party", "contingent"};
const Strings kLeads = {"lead", "head", "chair"};
const Strings kIncludes = {"include", "comprise"};
// A group that is named by what it belongs to: "inspectors of the agency".
const Strings kMembersOf = {"member",    "inspector",  "soldier",  "fighter",
                            "troop",     "force",      "officer",  "guerrilla",
                            "delegate",  "negotiator", "official", "representative",
                            "commander", "leader",     "rebel",    "militant"};
// What is done to these is done to their owners.
const Strings kProperty = {
    "camp",       "home",         "house",      "position", "convoy",   "base",     "office",
    "vehicle",    "ship",         "plane",      "tank",     "village",  "building", "stronghold",
    "hideout",    "headquarters", "boat",       "trawler",  "aircraft", "jet",      "helicopter",
    "truck",      "car",          "patrol",     "outpost",  "post",     "embassy",  "consulate",
    "settlement", "property",     "territory",  "land",     "border",   "target",   "school",
    "mosque",     "church",       "hospital",   "shop",     "farm",     "vessel",   "tanker",
    "computer",   "website",      "checkpoint", "barracks", "soil",     "airspace"};
// "10 days of war games", "a series of attacks": the deed stands behind "of".
const Strings kPortions = {"day",     "week",      "month",    "series",  "round", "part",   "wave",
                           "string",  "hour",      "campaign", "number",  "spate", "state",  "act",
                           "program", "programme", "package",  "plan",    "type",  "kind",   "form",
                           "lot",     "piece",     "set",      "barrage", "hail",  "volley", "ton",
                           "tonne",   "barrel",    "worth",    "dollar"};
// Whoever says something may go on as "it", "they".
const Strings kSaying = {"say",    "announce", "declare", "state",   "claim",     "add",
                         "warn",   "pledge",   "promise", "confirm", "insist",    "report",
                         "deny",   "vow",      "admit",   "tell",    "reiterate", "acknowledge",
                         "signal", "stress",   "hint",    "think",   "believe",   "indicate"};
constexpr std::uint32_t kSoon = 10;  // words from a verb to its "that"
// What hangs on these belongs to another occasion: "spoke before a trip to X".
const Strings kApart = {"before", "after",   "during", "since", "until", "following",
                        "amid",   "despite", "ahead",  "while", "upon"};
constexpr int kFarthest = 3;  // words between a deed and what hangs on it behind a preposition

// "thousands of protesters": who acts stands behind "of".
const Strings kQuantities = {
    "thousand", "hundred",    "dozen",    "million", "ten",    "number",   "group",     "majority",
    "most",     "some",       "many",     "several", "part",   "half",     "all",       "lots",
    "lot",      "handful",    "score",    "couple",  "crowd",  "hundreds", "thousands", "dozens",
    "tens",     "millions",   "each",     "both",    "one",    "two",      "town",      "city",
    "village",  "capital",    "province", "state",   "island", "port",     "region",    "district",
    "area",     "stronghold", "airport"};
// "talks on relations with X" are not held with X.
const Strings kJoinsTwo = {"relation",     "tie",      "cooperation", "agreement",   "deal",
                           "war",          "treaty",   "pact",        "partnership", "border",
                           "accord",       "link",     "trade",       "conflict",    "dispute",
                           "contact",      "dialogue", "peace",       "alliance",    "friendship",
                           "relationship", "ceasefire"};

bool one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool lemma_in(const std::vector<std::string>& lemmas, const Token& token) {
  if (lemmas.front() == "*") return token.lemma != "be" && token.lemma != "have";
  const auto plural = [&](const std::string& lemma) {  // "troops", which is its own lemma
    return token.lower.size() == lemma.size() + 1 && token.lower.back() == 's' &&
           token.lower.starts_with(lemma);
  };
  return one_of(lemmas, token.lemma) || one_of(lemmas, token.lower) ||
         std::any_of(lemmas.begin(), lemmas.end(), plural);
}

bool noun(const Token& token) {
  return token.tag == Tag::Noun || token.tag == Tag::Propn || token.tag == Tag::Gerund;
}

}  // namespace

bool names_delegation(const Token& noun) { return kDelegations.contains(noun.lemma); }

Matcher::Matcher(const Document& document, const std::vector<LocalEntity>& entities,
                 const Syntax& syntax)
    : document_(document),
      entities_(entities),
      syntax_(syntax),
      phrases_(syntax.range().size(), -1),
      demonyms_(syntax.range().size(), -1) {
  const TokenRange range = syntax.range();
  auto mention =
      std::lower_bound(document.mentions.begin(), document.mentions.end(), range.begin,
                       [](const Mention& one, std::uint32_t at) { return one.tokens.begin < at; });
  for (; mention != document.mentions.end() && mention->tokens.begin < range.end; ++mention) {
    if (mention->demonym && !mention->nested && mention->entity >= 0 &&
        mention->tokens.end <= range.end)
      demonyms_[mention->tokens.end - 1 - range.begin] =
          static_cast<std::int32_t>(mention - document.mentions.begin());
  }
  auto phrase =
      std::lower_bound(document.phrases.begin(), document.phrases.end(), range.begin,
                       [](const Phrase& one, std::uint32_t at) { return one.tokens.begin < at; });
  for (; phrase != document.phrases.end() && phrase->tokens.begin < range.end; ++phrase) {
    for (std::uint32_t t = phrase->tokens.begin; t < std::min(phrase->tokens.end, range.end); ++t)
      phrases_[t - range.begin] = static_cast<std::int32_t>(phrase - document.phrases.begin());
  }
}

const Phrase* Matcher::phrase_at(std::uint32_t word) const {
  const std::int32_t index = phrases_[word - syntax_.range().begin];
  return index < 0 ? nullptr : &document_.phrases[static_cast<std::size_t>(index)];
}

// What hangs on `word`, or on any word of its phrase, which parsers cut wrongly.
std::vector<std::uint32_t> Matcher::hanging(std::uint32_t word) const {
  const Phrase* phrase = phrase_at(word);
  if (phrase == nullptr) return syntax_.children(word);
  std::vector<std::uint32_t> words;
  for (std::uint32_t t = phrase->tokens.begin; t < phrase->tokens.end; ++t) {
    for (const std::uint32_t c : syntax_.children(t)) {
      if (c < phrase->tokens.begin || c >= phrase->tokens.end) words.push_back(c);
    }
  }
  return words;
}

std::string_view Matcher::preposition(std::uint32_t word) const {
  const Phrase* phrase = phrase_at(word);
  if (phrase == nullptr) return syntax_.preposition(word);
  for (const std::uint32_t c : hanging(word)) {
    if (c < phrase->tokens.begin && syntax_.is(c, "case")) return syntax_.token(c).lower;
  }
  return {};
}

std::vector<Member> Matcher::members_at(std::uint32_t word, bool owner) const {
  std::vector<Member> members;
  gather(word, owner, 0, members);
  return members;
}

void Matcher::gather(std::uint32_t word, bool owner, int depth,
                     std::vector<Member>& members) const {
  if (depth > kFarthest) return;
  const Phrase* phrase = phrase_at(word);
  if (phrase != nullptr && !phrase->members.empty()) {
    if (phrase->possessive && !owner) return;  // "met X's brother"
    const std::size_t first = members.size();
    if (kMembersOf.contains(syntax_.token(word).lemma) && phrase->tokens.size() == 1) {
      for (const std::uint32_t c : hanging(word)) {
        const std::string_view before = preposition(c);
        if ((before == "of" || before == "from") && members.size() == first)
          gather(c, owner, depth + 1, members);
      }
      for (std::size_t m = first; m < members.size(); ++m) members[m].by_people = true;
    }
    if (members.size() == first)
      members.insert(members.end(), phrase->members.begin(), phrase->members.end());
  } else if (owner && nationality_at(word)) {
    members.push_back(*nationality_at(word));
  } else {
    gather_unnamed(word, depth, members);
  }
  gather_included(word, depth, members);
  for (const std::uint32_t joined : syntax_.conjuncts(word)) {
    if (joined == word || (phrase != nullptr && phrase_at(joined) == phrase)) continue;
    if (const Phrase* other = phrase_at(joined); other != nullptr && (!other->possessive || owner))
      members.insert(members.end(), other->members.begin(), other->members.end());
    if (phrase_at(joined) == nullptr) gather_included(joined, depth + 1, members);
  }
}

// "members of the team, including X", "a delegation led by X"
void Matcher::gather_included(std::uint32_t word, int depth, std::vector<Member>& members) const {
  if (depth > kFarthest) return;
  const bool delegation = names_delegation(syntax_.token(word));
  for (const std::uint32_t c : hanging(word)) {
    if (introduces_some(c)) {
      gather(c, false, depth + 1, members);
    } else if (preposition(c) == "of" && phrase_at(word) == nullptr && phrase_at(c) == nullptr) {
      gather_included(c, depth + 1, members);
    } else if (delegation && is_verb(syntax_.token(c).tag)) {
      gather_delegates(c, depth, members);
    }
  }
  // "met officials, including X": hung on the verb
  const auto above = syntax_.head(word);
  if (!above || syntax_.is(word, "nsubj")) return;
  for (const std::uint32_t c : hanging(*above)) {
    if (c <= word || syntax_.is(c, "punct")) continue;
    if (introduces_some(c)) gather(c, false, depth + 1, members);
    break;
  }
}

std::vector<Member> Matcher::came_along(std::uint32_t word) const {
  std::vector<Member> members;
  if (!names_delegation(syntax_.token(word))) return members;
  for (const std::uint32_t c : hanging(word)) {
    if (is_verb(syntax_.token(c).tag)) gather_delegates(c, 0, members);
  }
  return members;
}

// "including X", "among them X"
bool Matcher::introduces_some(std::uint32_t word) const {
  const std::vector<std::uint32_t> around = hanging(word);
  const auto cases = std::ranges::count_if(
      around, [&](std::uint32_t c) { return c < word && syntax_.is(c, "case"); });
  if (preposition(word) == "including") return cases == 1;  // not "including through X"
  const Phrase* phrase = phrase_at(word);
  const std::uint32_t begin = phrase == nullptr ? word : phrase->tokens.begin;
  return begin >= syntax_.range().begin + 2 && syntax_.token(begin - 2).lower == "among" &&
         syntax_.token(begin - 1).lower == "them";
}

// "led by X", "which is headed by X", "which included X"
void Matcher::gather_delegates(std::uint32_t verb, int depth, std::vector<Member>& members) const {
  const bool leads = kLeads.contains(syntax_.token(verb).lemma);
  if (!leads && !kIncludes.contains(syntax_.token(verb).lemma)) return;
  for (const std::uint32_t c : hanging(verb)) {
    const bool leader = leads && preposition(c) == "by";
    if (leader || (!leads && syntax_.is(c, "obj"))) gather(c, false, depth + 1, members);
  }
}

// Whose name is not the head of the phrase: "thousands of protesters", "members of X", "the city
// X", "it", "French and Egyptian warships".
void Matcher::gather_unnamed(std::uint32_t word, int depth, std::vector<Member>& members) const {
  const Token& token = syntax_.token(word);
  if (token.tag == Tag::Pron) {
    members = speaker_meant(word, depth);
    return;
  }
  const bool of = kQuantities.contains(token.lower) || kQuantities.contains(token.lemma) ||
                  kActFor.contains(token.lemma);
  for (const std::uint32_t c : syntax_.children(word)) {
    const bool from = preposition(c) == "from" && kActFor.contains(token.lemma);
    if (syntax_.is(c, "appos") || (of && preposition(c) == "of") || from)
      gather(c, false, depth + 1, members);
    const bool whose = members.empty() && kActFor.contains(token.lemma) &&
                       (syntax_.deprel(c) == Deprel::NmodPoss || syntax_.is(c, "compound"));
    if (whose && phrase_at(c) != nullptr) gather(c, true, depth + 1, members);
  }
  if (members.empty() && noun(token)) members = nationalities(word);
  if (kActFor.contains(token.lemma)) {
    for (Member& member : members) member.by_people = true;
  }
  const bool property = kProperty.contains(token.lemma);
  if (members.empty() && (property || kBlows.contains(token.lemma))) {
    std::vector<std::uint32_t> owners;
    add_owners(word, owners);
    for (const std::uint32_t c : syntax_.children(word)) {
      const std::string_view before = preposition(c);
      const bool border = token.lemma == "border" && before == "with";
      if (syntax_.deprel(c) == Deprel::Acl && owners.empty()) {
        // "houses belonging to X", "a bomb planted by X"
        const std::string_view whose = property ? "to" : "by";
        const bool fits = !property || syntax_.token(c).lemma == "belong";
        for (const std::uint32_t owner : syntax_.children(c)) {
          if (fits && syntax_.is(owner, "obl") && preposition(owner) == whose)
            owners.push_back(owner);
        }
      }
      if ((property && owners.empty() && (before == "of" || before == "for")) || border)
        owners.push_back(c);
    }
    for (const std::uint32_t owner : owners) gather(owner, true, depth + 1, members);
  }
}

// "it" of "X said it would": X.
std::vector<Member> Matcher::speaker_meant(std::uint32_t pronoun, int depth) const {
  auto at = syntax_.head(pronoun);
  for (int k = 0; at && k < kFarthest + 1; ++k) {
    const auto above = syntax_.head(*at);
    if (!above) break;
    if (syntax_.is(*at, "ccomp") && kSaying.contains(syntax_.token(*above).lemma)) {
      const auto speaker = syntax_.subject(*above);
      if (!speaker || *speaker == pronoun) return {};
      std::vector<Member> members;
      gather(*speaker, false, depth + 1, members);
      if (!number_fits(pronoun, members)) return {};
      for (Member& member : members) {
        const TokenRange here{pronoun, pronoun + 1};
        member.links.insert(member.links.begin(), Link{span_of(document_, here),
                                                       span_of(document_, member.head), "pronoun"});
        member.head = here;
      }
      return members;
    }
    at = above;
  }
  return {};
}

// "it" is no person, "they" are many or a group.
bool Matcher::number_fits(std::uint32_t pronoun, const std::vector<Member>& members) const {
  const std::string& word = syntax_.token(pronoun).lower;
  if (members.empty() || (word != "it" && word != "they" && word != "them")) return false;
  const auto named = std::find_if(
      document_.mentions.begin(), document_.mentions.end(),
      [&](const Mention& mention) { return mention.entity == members.front().entity; });
  const bool person = named == document_.mentions.end() || named->type == "person";
  const bool group = !person && named->type == "group";
  if (word == "it")
    return members.size() == 1 && !person && (!group || !named->name.ends_with('s'));
  return members.size() > 1 || group;
}

// "French and Egyptian" before a noun: both countries; none when there is but one.
std::vector<Member> Matcher::nationalities(std::uint32_t noun) const {
  std::vector<Member> members;
  for (std::uint32_t t = noun; t-- > syntax_.range().begin;) {
    const Tag tag = syntax_.token(t).tag;
    const Phrase* phrase = phrase_at(t);
    if (const auto member = nationality_at(t)) {
      members.insert(members.begin(), *member);
    } else if (phrase != nullptr && syntax_.token(t + 1).tag == Tag::Cconj &&
               phrase->members.size() == 1) {  // "US and British"
      members.insert(members.begin(), phrase->members.front());
      break;
    } else if (tag != Tag::Adj && tag != Tag::Noun && tag != Tag::Propn && tag != Tag::Cconj) {
      break;
    }
  }
  if (members.size() < 2) members.clear();
  return members;
}

std::optional<Member> Matcher::nationality_at(std::uint32_t word) const {
  const std::int32_t index = demonyms_[word - syntax_.range().begin];
  if (index < 0) return std::nullopt;
  const Mention& mention = document_.mentions[static_cast<std::size_t>(index)];
  Member member;
  member.entity = mention.entity;
  member.head = mention.tokens;
  return member;
}

bool Matcher::anchors(const PatternAnchor& anchor, std::uint32_t word) const {
  const Token& token = syntax_.token(word);
  if (!lemma_in(anchor.lemmas, token)) return false;
  switch (anchor.kind) {
    case AnchorKind::Verb:
      return is_verb(token.tag) && !syntax_.is(word, "amod") && !syntax_.passive(word);
    case AnchorKind::Passive:
      return (is_verb(token.tag) || token.tag == Tag::Adj) && syntax_.passive(word);
    case AnchorKind::Noun:
    case AnchorKind::Apposition:
      return noun(token);
    case AnchorKind::Predicate:
      return noun(token) && syntax_.has_copula(word) &&
             (anchor.prepositions.empty() ? syntax_.preposition(word).empty()
                                          : one_of(anchor.prepositions, syntax_.preposition(word)));
  }
  return false;
}

std::vector<Match> Matcher::match(const Pattern& pattern, std::uint32_t anchor) const {
  std::vector<Match> found;
  if (!anchors(pattern.anchor, anchor)) return found;
  Match match;
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
  for (const std::uint32_t word : places(pattern, now, match)) {
    Match next = match;
    if (now.what == What::Noun || now.what == What::Verb) {
      if (!lemma_in(now.lemmas, syntax_.token(word))) continue;
      if (now.what == What::Noun &&
          (!noun(syntax_.token(word)) || (!now.owned && owned_by_other(match, word))))
        continue;
      next.words.push_back(word);
    } else if (now.what != What::Nothing) {
      const std::vector<Member> members =
          fitting(now, *pattern.relation, members_at(word, now.place == StepPlace::Owner));
      if (members.empty() || (now.what == What::Both && members.size() < 2)) continue;
      next.fillers.push_back(word);
      if (now.what == What::Subject) next.subjects = members;
      if (now.what == What::Object) next.objects = members;
      if (now.what == What::Both) next.both = members;
    }
    if (now.place == StepPlace::Word && one_of(now.words, "not")) next.says_not = true;
    take_steps(pattern, step + 1, next, found);
    if (!found.empty()) return;
  }
}

// Of these the members of a type that the slot takes; people stand for a country as a group does.
std::vector<Member> Matcher::fitting(const PatternStep& slot, const Relation& relation,
                                     std::vector<Member> members) const {
  const std::vector<std::string>& types = !slot.types.empty()         ? slot.types
                                          : slot.what == What::Object ? relation.objects
                                                                      : relation.subjects;
  std::erase_if(members, [&](const Member& member) {
    const std::string& type = entities_[static_cast<std::size_t>(member.entity)].type;
    const bool takes = std::ranges::find(types, type) != types.end();
    return !takes && !(member.by_people && std::ranges::find(types, kGroupType) != types.end());
  });
  return members;
}

std::vector<std::uint32_t> Matcher::places(const Pattern& pattern, const PatternStep& step,
                                           const Match& match) const {
  std::vector<std::uint32_t> words;
  const std::uint32_t anchor = match.words.front();
  const std::uint32_t last = match.words.back();
  switch (step.place) {
    case StepPlace::Subject:
      if (pattern.anchor.kind == AnchorKind::Apposition) {
        if (syntax_.is(anchor, "appos") && syntax_.head(anchor))
          words.push_back(*syntax_.head(anchor));
      } else if (const auto subject = syntax_.subject(anchor)) {
        words.push_back(*subject);
      }
      break;
    case StepPlace::Owner:
      add_owners(last, words);
      break;
    case StepPlace::Direct:
      for (const std::uint32_t object : syntax_.objects(last)) {
        if (step.what == What::Noun) {
          for (const std::uint32_t joined : syntax_.conjuncts(object)) add_portion(joined, words);
        } else {
          words.push_back(object);
        }
      }
      if (step.what != What::Noun && step.recipient) add_recipients(last, words);
      for (const std::uint32_t c : syntax_.children(last)) {
        const bool predicate = step.what == What::Noun && syntax_.is(c, "xcomp");
        const bool named = step.what != What::Noun && noun(syntax_.token(last)) &&
                           (syntax_.is(c, "appos") || syntax_.is(c, "flat"));
        if (predicate || named) words.push_back(c);
      }
      break;
    case StepPlace::Behind:
      words = behind(step.words, match);
      if (step.or_direct) {
        for (const std::uint32_t object : syntax_.objects(last)) words.push_back(object);
      }
      break;
    case StepPlace::Clause:
      words = governed(step, last);
      break;
    case StepPlace::Word:
      for (const std::uint32_t c : syntax_.children(last)) {
        if (one_of(step.words, syntax_.token(c).lower)) words.push_back(c);
      }
      // A particle, whatever it was hung on.
      if (words.empty() && last + 1 < syntax_.range().end && is_verb(syntax_.token(last).tag) &&
          one_of(step.words, syntax_.token(last + 1).lower))
        words.push_back(last + 1);
      if (words.empty() && step.or_direct) words.push_back(last);
      break;
  }
  return words;
}

// `noun`, and what it is a portion of.
void Matcher::add_portion(std::uint32_t noun, std::vector<std::uint32_t>& words) const {
  words.push_back(noun);
  if (!kPortions.contains(syntax_.token(noun).lemma)) return;
  for (const std::uint32_t c : syntax_.children(noun)) {
    if (preposition(c) == "of") words.push_back(c);
  }
}

// "X's plan", "the Kenyan plan"; a nationality only where nobody else owns it.
void Matcher::add_owners(std::uint32_t noun, std::vector<std::uint32_t>& words) const {
  for (const std::uint32_t c : syntax_.children(noun)) {
    if (syntax_.deprel(c) == Deprel::NmodPoss) words.push_back(c);
  }
  if (!words.empty()) return;
  for (const std::uint32_t c : syntax_.children(noun)) {
    const bool before =
        c < noun && (syntax_.is(c, "amod") || syntax_.is(c, "compound") || syntax_.is(c, "nmod"));
    if (before && (nationality_at(c) || (syntax_.is(c, "compound") && phrase_at(c) != nullptr)))
      words.push_back(c);
  }
}

// "gave Kenya 5 million dollars", read as if the dollars were Kenya's: who stands right behind the
// verb, before its object.
void Matcher::add_recipients(std::uint32_t verb, std::vector<std::uint32_t>& words) const {
  if (verb + 2 >= syntax_.range().end) return;
  const Tag between = syntax_.token(verb + 1).tag;
  const std::uint32_t begin = between == Tag::Det || between == Tag::Num ? verb + 2 : verb + 1;
  const Phrase* phrase = phrase_at(begin);
  if (phrase == nullptr || phrase->possessive || phrase->tokens.begin != begin) return;
  for (const std::uint32_t object : syntax_.objects(verb)) {
    if (object >= phrase->tokens.end) words.push_back(syntax_.head_of(phrase->tokens));
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
                     [&](std::uint32_t c) { return one_of(auxiliaries, syntax_.token(c).lower); });
}

// What stands behind one of the step's prepositions: on the word found last, on those before it, or
// on a noun that hangs on them; the nearest first.
std::vector<std::uint32_t> Matcher::behind(const std::vector<std::string>& prepositions,
                                           const Match& match) const {
  // "handed over two suspects to Kenya": past a group to where it goes, not to where it is.
  const bool far =
      one_of(prepositions, "to") || one_of(prepositions, "from") || one_of(prepositions, "against");
  std::vector<std::uint32_t> words;
  std::deque<std::pair<std::uint32_t, int>> open;
  for (auto word = match.words.rbegin(); word != match.words.rend(); ++word)
    open.emplace_back(*word, 0);
  // "Talks were held between X and Y": on the verb of a noun.
  const auto verb = is_verb(syntax_.token(match.words.front()).tag)
                        ? std::nullopt
                        : syntax_.head(match.words.front());
  if (verb && (syntax_.is(match.words.front(), "obj") ||
               syntax_.deprel(match.words.front()) == Deprel::NsubjPass))
    open.emplace_back(*verb, 0);
  for (const std::uint32_t filler : match.fillers) open.emplace_back(filler, kFarthest);
  while (!open.empty()) {
    const auto [word, depth] = open.front();
    open.pop_front();
    for (const std::uint32_t c : hanging(word)) {
      const bool known = std::find(match.words.begin(), match.words.end(), c) != match.words.end();
      const bool describes = syntax_.deprel(c) == Deprel::Acl && !syntax_.infinitive(c) &&
                             !syntax_.child(c, "mark") && depth < kFarthest;
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
      const bool agent = syntax_.deprel(c) == Deprel::OblAgent && one_of(prepositions, "by");
      if (agent || one_of(prepositions, preposition(c))) words.push_back(c);
      const bool through = phrase_at(c) == nullptr || (far && syntax_.token(c).tag == Tag::Noun);
      const bool nominal = syntax_.is(c, "obj") || syntax_.is(c, "obl") || syntax_.is(c, "nmod") ||
                           syntax_.is(c, "conj");
      if (nominal && depth < kFarthest && through && !kApart.contains(preposition(c)) &&
          !kJoinsTwo.contains(syntax_.token(c).lemma))
        open.emplace_back(c, depth + 1);
    }
  }
  return words;
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
      if (!to || syntax_.infinitive(c) || marked(c, step.words)) words.push_back(c);
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
    const Phrase* phrase = phrase_at(begin);
    if (phrase == nullptr || phrase->possessive || phrase->tokens.begin > begin) return;
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
    for (const Member& owner : members_at(c, true)) {
      const auto same = [&](const Member& member) { return member.entity == owner.entity; };
      if (std::none_of(match.subjects.begin(), match.subjects.end(), same) &&
          std::none_of(match.both.begin(), match.both.end(), same) &&
          std::none_of(match.objects.begin(), match.objects.end(), same))
        return true;
    }
  }
  return false;
}

// "A and B met C", "A and B held talks with C": not with each other.
bool Matcher::has_other_party(const Match& match) const {
  for (const std::uint32_t word : match.words) {
    if (!is_verb(syntax_.token(word).tag) || syntax_.passive(word)) continue;
    for (const std::uint32_t object : syntax_.objects(word)) {
      const bool is_deed =
          std::find(match.words.begin(), match.words.end(), object) != match.words.end();
      const Phrase* phrase = is_deed ? nullptr : phrase_at(object);
      if (phrase != nullptr && !phrase->members.empty()) return true;
    }
  }
  const std::vector<std::uint32_t> others = behind({"with", "against"}, match);
  return std::any_of(others.begin(), others.end(),
                     [&](std::uint32_t word) { return !members_at(word).empty(); });
}

}  // namespace entente
