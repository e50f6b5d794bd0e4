#include "extract/fillers.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

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
// Whoever says something may go on as "it", "they".
const Strings kSaying = {"say",    "announce", "declare", "state",   "claim",     "add",
                         "warn",   "pledge",   "promise", "confirm", "insist",    "report",
                         "deny",   "vow",      "admit",   "tell",    "reiterate", "acknowledge",
                         "signal", "stress",   "hint",    "think",   "believe",   "indicate"};
// "thousands of protesters": who acts stands behind "of".
const Strings kQuantities = {
    "thousand", "hundred",    "dozen",    "million", "ten",    "number",   "group",     "majority",
    "most",     "some",       "many",     "several", "part",   "half",     "all",       "lots",
    "lot",      "handful",    "score",    "couple",  "crowd",  "hundreds", "thousands", "dozens",
    "tens",     "millions",   "each",     "both",    "one",    "two",      "town",      "city",
    "village",  "capital",    "province", "state",   "island", "port",     "region",    "district",
    "area",     "stronghold", "airport"};
constexpr int kFarthest = 3;  // words from a noun to the name that it stands for

bool noun(const Token& token) {
  return token.tag == Tag::Noun || token.tag == Tag::Propn || token.tag == Tag::Gerund;
}

// Its lemma, or its plural where a sentence begins with it: then its lemma may be the plural.
bool among(const Strings& nouns, const Token& token) {
  const std::string_view form = token.lower;
  return nouns.contains(token.lemma) ||
         (form.ends_with('s') && nouns.contains(form.substr(0, form.size() - 1)));
}

}  // namespace

bool names_delegation(const Token& noun) { return kDelegations.contains(noun.lemma); }

Fillers::Fillers(const Document& document, const Syntax& syntax)
    : document_(document),
      syntax_(syntax),
      phrases_(syntax.range().size(), -1),
      demonyms_(syntax.range().size(), -1),
      inner_(syntax.range().size(), -1) {
  const TokenRange range = syntax.range();
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const std::string& mark = syntax.token(t).lower;
    if (mark == "\u2014" || mark == "\u2013" || mark == "--") dashes_.push_back(t);
  }
  auto phrase = first_from(document.phrases, range.begin);
  for (; phrase != document.phrases.end() && phrase->tokens.begin < range.end; ++phrase) {
    for (std::uint32_t t = phrase->tokens.begin; t < std::min(phrase->tokens.end, range.end); ++t)
      phrases_[t - range.begin] = static_cast<std::int32_t>(phrase - document.phrases.begin());
  }
  auto mention = first_from(document.mentions, range.begin);
  for (; mention != document.mentions.end() && mention->tokens.begin < range.end; ++mention) {
    if (mention->entity < 0 || mention->tokens.end > range.end) continue;
    const auto index = static_cast<std::int32_t>(mention - document.mentions.begin());
    if (mention->demonym) {
      if (!mention->nested) demonyms_[mention->tokens.end - 1 - range.begin] = index;
      continue;
    }
    const Phrase* around = phrase_at(mention->tokens.begin);
    if (around == nullptr || mention->tokens.end > around->tokens.end ||
        mention->tokens.size() == around->tokens.size())
      continue;
    // In a phrase that stands for nobody known, a name behind its head stands for itself.
    const bool apart = around->members.empty() && !mention->nested &&
                       mention->tokens.begin > syntax.head_of(around->tokens);
    if (!around->members.empty() && !mention->nested) continue;
    for (std::uint32_t t = mention->tokens.begin; t < mention->tokens.end; ++t) {
      inner_[t - range.begin] = index;
      if (apart) phrases_[t - range.begin] = -1;
    }
  }
}

const Phrase* Fillers::phrase_at(std::uint32_t word) const {
  const std::int32_t index = phrases_[word - syntax_.range().begin];
  return index < 0 ? nullptr : &document_.phrases[static_cast<std::size_t>(index)];
}

// "talks mediated by X began", "found guilty by X": parsers hang X on the other verb.
std::optional<std::uint32_t> Fillers::agent_behind(std::uint32_t verb) const {
  if (syntax_.token(verb).tag != Tag::Participle) return std::nullopt;
  std::uint32_t by = verb + 1;
  if (by < syntax_.range().end && syntax_.token(by).tag == Tag::Adj && syntax_.head(by) == verb)
    ++by;
  if (by + 1 >= syntax_.range().end || syntax_.token(by).lower != "by") return std::nullopt;
  const auto agent = syntax_.head(by);
  if (!agent || *agent < by || !syntax_.is(by, "case") || syntax_.head(*agent) == verb)
    return std::nullopt;
  return agent;
}

// What hangs on `word`, or on any word of its phrase, which parsers cut wrongly.
std::vector<std::uint32_t> Fillers::hanging(std::uint32_t word) const {
  const Phrase* phrase = phrase_at(word);
  if (phrase == nullptr) {
    const auto agent = agent_behind(word);
    if (!agent) return syntax_.children(word);
    std::vector<std::uint32_t> children = syntax_.children(word);
    children.push_back(*agent);
    return children;
  }
  std::vector<std::uint32_t> words;
  for (std::uint32_t t = phrase->tokens.begin; t < phrase->tokens.end; ++t) {
    for (const std::uint32_t c : syntax_.children(t)) {
      if (phrase_at(c) != phrase) words.push_back(c);
    }
  }
  return words;
}

std::string_view Fillers::preposition(std::uint32_t word) const {
  const Phrase* phrase = phrase_at(word);
  if (phrase != nullptr && syntax_.token(word).lower == "here") return "in";
  if (phrase == nullptr) return syntax_.preposition(word);
  for (const std::uint32_t c : hanging(word)) {
    if (c < phrase->tokens.begin && syntax_.is(c, "case")) return syntax_.token(c).lower;
  }
  return {};
}

std::vector<Member> Fillers::members_at(std::uint32_t word, bool owner) const {
  std::vector<Member> members;
  gather(word, owner, 0, members);
  return members;
}

void Fillers::gather(std::uint32_t word, bool owner, int depth,
                     std::vector<Member>& members) const {
  if (depth > kFarthest) return;
  const Phrase* phrase = phrase_at(word);
  const auto inner = named_by(inner_, word);
  const auto above = syntax_.head(word);
  if (owner && inner && phrase != nullptr && above && phrase_at(*above) == phrase) {
    members.push_back(*inner);  // Kenya of "Kenya's largest partners", who are not known
    return;
  }
  if (phrase != nullptr && !phrase->members.empty()) {
    if (phrase->possessive && !owner) return;  // "met X's brother"
    const std::size_t first = members.size();
    if (among(kMembersOf, syntax_.token(word)) && phrase->tokens.size() == 1) {
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
  } else if (inner && phrase == nullptr) {
    members.push_back(*inner);
  } else {
    gather_unnamed(word, depth, members);
  }
  gather_included(word, depth, members);
  const std::vector<std::uint32_t> all = syntax_.conjuncts(word);
  const std::uint32_t dash = all.size() > 1 ? dash_behind(word) : 0;
  for (const std::uint32_t joined : all) {
    if (joined == word || joined > dash || (phrase != nullptr && phrase_at(joined) == phrase))
      continue;
    if (const Phrase* other = phrase_at(joined); other != nullptr && (!other->possessive || owner))
      members.insert(members.end(), other->members.begin(), other->members.end());
    if (phrase_at(joined) == nullptr) gather_included(joined, depth + 1, members);
  }
  gather_across(word, members);
}

// "X of Kenya and Y of Austria", of which parsers join Y to Kenya
void Fillers::gather_across(std::uint32_t word, std::vector<Member>& members) const {
  if (!names_person(word)) return;
  for (const std::uint32_t c : hanging(word)) {
    if (c < word || preposition(c) != "of") continue;
    for (const std::uint32_t other : hanging(c)) {
      const Phrase* phrase = phrase_at(other);
      const bool joined = other > c && syntax_.is(other, "conj") && phrase != nullptr;
      if (joined && !phrase->possessive && names_person(other))
        members.insert(members.end(), phrase->members.begin(), phrase->members.end());
    }
  }
}

// Is there a person's name in the phrase that `word` heads?
bool Fillers::names_person(std::uint32_t word) const {
  const Phrase* phrase = phrase_at(word);
  if (phrase == nullptr) return false;
  const auto found =
      std::lower_bound(document_.mentions.begin(), document_.mentions.end(), phrase->tokens.begin,
                       [](const Mention& one, std::uint32_t at) { return one.tokens.end <= at; });
  return found != document_.mentions.end() && found->tokens.begin <= word &&
         word < found->tokens.end && found->type == "person";
}

// Where a dash comes behind `word`: "aid to X - tanks, drones" says more of something else.
std::uint32_t Fillers::dash_behind(std::uint32_t word) const {
  const auto dash = std::ranges::upper_bound(dashes_, word);
  return dash == dashes_.end() ? syntax_.range().end : *dash;
}

// "ministers, among them X": parsers hang "them" on the verb.
void Fillers::gather_among_them(std::uint32_t word, int depth, std::vector<Member>& members) const {
  const std::uint32_t first = word + 4;
  if (first >= syntax_.range().end || syntax_.token(word + 1).lower != ",") return;
  const Phrase* some = phrase_at(first);
  if (some == nullptr || some->tokens.begin != first) return;
  const std::uint32_t head = syntax_.head_of(some->tokens);
  if (syntax_.head(head) == first - 1 && introduces_some(head))
    gather(head, false, depth + 1, members);
}

// "members of the team, including X", "a delegation led by X"
void Fillers::gather_included(std::uint32_t word, int depth, std::vector<Member>& members) const {
  if (depth > kFarthest) return;
  const bool delegation = names_delegation(syntax_.token(word));
  for (const std::uint32_t c : hanging(word)) {
    if (introduces_some(c)) {
      gather(c, false, depth + 1, members);
    } else if (preposition(c) == "of" && phrase_at(word) == nullptr && phrase_at(c) == nullptr) {
      gather_included(c, depth + 1, members);
    } else if (delegation && is_verb(syntax_.token(c).tag)) {
      gather_delegates(c, depth, members);
    } else if (delegation && (preposition(c) == "from" || preposition(c) == "of")) {
      // "a delegation from Kenya led by X"
      for (const std::uint32_t verb : hanging(c)) {
        if (is_verb(syntax_.token(verb).tag)) gather_delegates(verb, depth, members);
      }
    }
  }
  gather_among_them(word, depth, members);
  // "met officials, including X": hung on the verb
  const auto above = syntax_.head(word);
  if (!above || syntax_.is(word, "nsubj")) return;
  for (const std::uint32_t c : hanging(*above)) {
    if (c <= word || syntax_.is(c, "punct")) continue;
    if (introduces_some(c)) gather(c, false, depth + 1, members);
    break;
  }
}

std::vector<Member> Fillers::came_along(std::uint32_t word) const {
  std::vector<Member> members;
  if (!names_delegation(syntax_.token(word))) return members;
  for (const std::uint32_t c : hanging(word)) {
    if (is_verb(syntax_.token(c).tag)) gather_delegates(c, 0, members);
  }
  return members;
}

// "including X", "among them X"
bool Fillers::introduces_some(std::uint32_t word) const {
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
void Fillers::gather_delegates(std::uint32_t verb, int depth, std::vector<Member>& members) const {
  const bool leads = kLeads.contains(syntax_.token(verb).lemma);
  if (!leads && !kIncludes.contains(syntax_.token(verb).lemma)) return;
  for (const std::uint32_t c : hanging(verb)) {
    const bool leader = leads && preposition(c) == "by";
    if (leader || (!leads && syntax_.is(c, "obj"))) gather(c, false, depth + 1, members);
  }
}

// Whose name is not the head of the phrase: "thousands of protesters", "members of X", "the city
// X", "it", "French and Egyptian warships".
void Fillers::gather_unnamed(std::uint32_t word, int depth, std::vector<Member>& members) const {
  const Token& token = syntax_.token(word);
  if (token.tag == Tag::Pron) {
    members = speaker_meant(word, depth);
    return;
  }
  const bool of = kQuantities.contains(token.lower) || kQuantities.contains(token.lemma) ||
                  among(kActFor, token);
  for (const std::uint32_t c : syntax_.children(word)) {
    // "the president of Kenya", who is not known, is not Kenya
    if (phrase_at(word) != nullptr && phrase_at(c) == nullptr && named_by(inner_, c)) continue;
    const bool from = preposition(c) == "from" && among(kActFor, token);
    const bool titled = syntax_.is(c, "flat") && c == word + 1;  // "Ms Keller" read as one name
    if (syntax_.is(c, "appos") || titled || (of && preposition(c) == "of") || from)
      gather(c, false, depth + 1, members);
    const bool whose = members.empty() && among(kActFor, token) &&
                       (syntax_.deprel(c) == Deprel::NmodPoss || syntax_.is(c, "compound"));
    if (whose && phrase_at(c) != nullptr) gather(c, true, depth + 1, members);
  }
  // "Member of the Committee and Minister NAME met": a title, so not the committee's act
  if (token.lower == "member" && text_of(document_, token).front() == 'M') {
    std::erase_if(members, [&](const Member& member) {
      const auto name = first_from(document_.mentions, member.head.begin);
      return name == document_.mentions.end() || name->type != "person";
    });
    return;
  }
  if (members.empty() && noun(token)) members = nationalities(word);
  if (among(kActFor, token)) {
    for (Member& member : members) member.by_people = true;
  }
  const bool property = kProperty.contains(token.lemma);
  if (members.empty() && (property || kBlows.contains(token.lemma))) {
    std::vector<std::uint32_t> holders = owners(word);
    for (const std::uint32_t c : syntax_.children(word)) {
      const std::string_view before = preposition(c);
      const bool border = token.lemma == "border" && before == "with";
      if (syntax_.deprel(c) == Deprel::Acl && holders.empty()) {
        // "houses belonging to X", "a bomb planted by X"
        const std::string_view whose = property ? "to" : "by";
        const bool fits = !property || syntax_.token(c).lemma == "belong";
        for (const std::uint32_t holder : syntax_.children(c)) {
          if (fits && syntax_.is(holder, "obl") && preposition(holder) == whose)
            holders.push_back(holder);
        }
      }
      if ((property && holders.empty() && (before == "of" || before == "for")) || border)
        holders.push_back(c);
    }
    for (const std::uint32_t holder : holders) gather(holder, true, depth + 1, members);
  }
}

// "it" of "X said it would": X.
std::vector<Member> Fillers::speaker_meant(std::uint32_t pronoun, int depth) const {
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
bool Fillers::number_fits(std::uint32_t pronoun, const std::vector<Member>& members) const {
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
std::vector<Member> Fillers::nationalities(std::uint32_t noun) const {
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

std::optional<Member> Fillers::named_by(const std::vector<std::int32_t>& mentions,
                                        std::uint32_t word) const {
  const std::int32_t index = mentions[word - syntax_.range().begin];
  if (index < 0) return std::nullopt;
  const Mention& mention = document_.mentions[static_cast<std::size_t>(index)];
  Member member;
  member.entity = mention.entity;
  member.head = mention.tokens;
  return member;
}

std::optional<Member> Fillers::nationality_at(std::uint32_t word) const {
  return named_by(demonyms_, word);
}

// A nationality counts only where nobody else owns it.
std::vector<std::uint32_t> Fillers::owners(std::uint32_t noun) const {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t c : syntax_.children(noun)) {
    if (syntax_.deprel(c) == Deprel::NmodPoss) words.push_back(c);
  }
  if (!words.empty()) return words;
  const Phrase* own = phrase_at(noun);
  for (const std::uint32_t c : syntax_.children(noun)) {
    const bool before =
        c < noun && (syntax_.is(c, "amod") || syntax_.is(c, "compound") || syntax_.is(c, "nmod"));
    const Phrase* phrase = phrase_at(c);
    const bool named = syntax_.is(c, "compound") && phrase != nullptr && phrase != own;
    if (before && (nationality_at(c) || named)) words.push_back(c);
  }
  return words;
}

}  // namespace entente
