// One pass from left to right. Names, posts and pronouns become phrases of one member; lists are
// joined afterwards; what was mentioned before (people, countries, the last pair) answers the
// descriptions that follow.

#include "extract/phrases.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/antecedents.h"
#include "extract/capitals.h"
#include "extract/coordination.h"
#include "extract/entity_countries.h"
#include "extract/groups.h"
#include "extract/post_holders.h"
#include "extract/report_place.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kHe = {"he", "him", "his", "himself"};
const Strings kShe = {"she", "her", "hers", "herself"};
const Strings kThey = {"they", "them", "their", "themselves"};
const Strings kPossessives = {"his", "her", "their", "its"};
const Strings kCountryWords = {"countries",   "nations", "sides",   "neighbours", "neighbors",
                               "governments", "states",  "parties", "republics"};
const Strings kTheirCountries = {"countries", "governments", "nations", "states"};
const Strings kOneCountry = {"country", "nation"};
const Strings kActsForCountry = {"government", "side", "authorities", "administration",
                                 "leadership"};
const Strings kRulesFor = {"government", "regime", "administration", "leadership"};
const Strings kSettlements = {"capital", "city", "town", "port", "village", "resort"};
const Strings kSpouses = {"wife", "husband", "spouse"};
const std::unordered_map<std::string_view, std::size_t> kNumbers = {
    {"two", 2}, {"both", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}};

// By token: between quotation marks, which open and close within a paragraph.
std::vector<bool> quoted_tokens(const Document& document) {
  std::vector<bool> quoted(document.tokens.size(), false);
  std::uint32_t block = 0;
  bool open = false;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.block != block) open = false;
    block = sentence.block;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string& mark = document.tokens[i].lower;
      if (mark == "\"" || mark == "``" || mark == "''") {
        open = !open;
      } else {
        quoted[i] = open;
      }
    }
  }
  return quoted;
}

std::optional<std::uint32_t> named_place(const Document& document) {
  const auto place = dateline_place(document);
  const bool known =
      place && document.mentions[*place].type == "place" && document.mentions[*place].entity >= 0;
  return known ? place : std::nullopt;
}

class PhraseFinder {
 public:
  PhraseFinder(Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        words_(words),
        quoted_(quoted_tokens(document)),
        countries_(find_countries(document, entities)),
        place_(named_place(document)),
        holders_(document, entities, countries_),
        antecedents_(document, entities, words, countries_) {
    starts_.assign(tokens_.size() + 1, -1);
    role_starts_.assign(tokens_.size() + 1, -1);
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      if (!document.mentions[m].nested)
        starts_[document.mentions[m].tokens.begin] = static_cast<std::int32_t>(m);
    }
    for (std::size_t r = 0; r < document.roles.size(); ++r) {
      std::int32_t& first = role_starts_[document.roles[r].tokens.begin];
      if (first < 0) first = static_cast<std::int32_t>(r);  // "Kenyan ministers NAME and NAME"
    }
  }

  void find() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      range_ = document_.sentences[s].tokens;
      antecedents_.begin_sentence(s);
      const std::size_t first = document_.phrases.size();
      bool verb_seen = false;
      for (std::uint32_t i = range_.begin; i < range_.end;) {
        std::optional<Phrase> phrase = phrase_at(i);
        if (!phrase) {
          verb_seen = verb_seen || is_finite(tokens_[i].tag);
          ++i;
          continue;
        }
        finish(*phrase);
        if (unnamed_person(i, *phrase))
          antecedents_.add_unnamed(phrase->tokens, verb_seen);
        else
          antecedents_.add(*phrase, verb_seen);
        i = std::max(phrase->tokens.end, i + 1);
        document_.phrases.push_back(std::move(*phrase));
      }
      join_coordinated(document_, entities_, s, first);
    }
  }

 private:
  const Mention& mention(std::int32_t m) const {
    return document_.mentions[static_cast<std::size_t>(m)];
  }
  const std::string& lower_at(std::uint32_t i) const {
    static const std::string none;
    return i < range_.end ? tokens_[i].lower : none;
  }

  bool starts_person(std::uint32_t i) const {
    return starts_[i] >= 0 && mention(starts_[i]).type == "person";
  }

  // "the Kenyan king", who has no name in the article.
  bool unnamed_person(std::uint32_t i, const Phrase& phrase) const {
    if (role_starts_[i] < 0) return false;
    const Role& role = document_.roles[static_cast<std::size_t>(role_starts_[i])];
    return role.person < 0 && !role.plural &&
           std::ranges::all_of(phrase.members, [&](const Member& member) {
             return entities_[static_cast<std::size_t>(member.entity)].type == kGroupType;
           });
  }

  std::optional<Phrase> phrase_at(std::uint32_t i) {
    if (role_starts_[i] >= 0) {
      const Role& role = document_.roles[static_cast<std::size_t>(role_starts_[i])];
      auto phrase = from_role(role);
      const bool known = phrase && !phrase->members.empty();
      if (!known && role.person < 0) {  // "a French minister": nobody that was named
        if (auto group = group_in(role.tokens)) return group;
      }
      if (phrase) return phrase;
    }
    if (starts_[i] >= 0) return from_mention(starts_[i], i);
    if (auto phrase = from_settlement(i)) return phrase;
    if (auto phrase = from_here(i)) return phrase;
    if (auto phrase = from_pronoun(i)) return phrase;
    if (auto phrase = from_paper(i)) return phrase;
    return from_plural(i);
  }

  std::optional<Phrase> group_in(TokenRange tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (starts_[i] < 0 || mention(starts_[i]).type != kGroupType) continue;
      Phrase phrase;
      phrase.tokens = mention(starts_[i]).tokens;
      add_name(phrase, mention(starts_[i]));
      return phrase;
    }
    return std::nullopt;
  }

  std::optional<Phrase> from_role(const Role& role) {
    if (role.person >= 0) {
      const Mention& person = mention(role.person);
      if (person.tokens.begin < role.tokens.begin)
        return std::nullopt;  // it follows its name, which swallowed it
      Phrase phrase;
      phrase.tokens = {role.tokens.begin, person.tokens.end};
      add_name(phrase, person);
      take_country_behind(phrase, role);
      take_posts_behind(phrase, role.person);
      return phrase;
    }
    if (role.plural) return plural_role(role);
    if (!role.definite && role.owners.empty()) return std::nullopt;
    Phrase phrase;
    phrase.tokens = role.tokens;
    const Mention* holder = holders_.holder_of(role);
    // "recalled its ambassador to Kenya": Kenya stands for itself
    if (holder == nullptr && role.kind == "diplomat" && lower_at(role.title.end) == "to")
      phrase.tokens.end = role.title.end;
    // "is a politician of the Labour Party": so does the party
    const bool of_party = !role.definite && !role.owners.empty() &&
                          document_.mentions[role.owners.front()].type == "party" &&
                          document_.mentions[role.owners.front()].tokens.begin >= role.title.end;
    if (holder == nullptr && of_party) phrase.tokens.end = role.title.end;
    if (holder != nullptr) add_meant(phrase, holder->entity, holder->tokens, "role");
    return phrase;
  }

  // "Prime Minister NAME of Singapore"
  void take_country_behind(Phrase& phrase, const Role& role) const {
    if (lower_at(phrase.tokens.end) != "of" || role.owners.empty()) return;
    const Mention& owner = document_.mentions[role.owners.front()];
    if (owner.tokens.begin > phrase.tokens.end && owner.tokens.begin <= phrase.tokens.end + 2)
      phrase.tokens.end = owner.tokens.end;
  }

  // 0 = no number.
  std::size_t number_at(std::uint32_t i) const {
    const auto number = kNumbers.find(lower_at(i));
    return number == kNumbers.end() ? 0 : number->second;
  }

  // "the two leaders", "both presidents", "the three ministers"
  std::optional<Phrase> plural_role(const Role& role) {
    std::size_t number = 0;
    for (std::uint32_t i = role.tokens.begin; i < role.tokens.end && number == 0; ++i)
      number = number_at(i);
    if (number == 0) return std::nullopt;
    Phrase phrase;
    phrase.tokens = role.tokens;
    if (number == 2) add_pair(phrase, antecedents_.two_leaders(role));
    if (number > 2) add_all(phrase, antecedents_.row_of_people(number), true);
    return phrase;
  }

  std::optional<Phrase> from_mention(std::int32_t m, std::uint32_t i) {
    const Mention& named = mention(m);
    Phrase phrase;
    phrase.tokens = named.tokens;
    if (named.demonym) {
      if (!kActsForCountry.contains(lower_at(named.tokens.end)) || named.entity < 0)
        return std::nullopt;
      phrase.tokens.end = named.tokens.end + 1;
      add_name(phrase, named);
      return phrase;
    }
    if (named.entity < 0 && named.type.empty() && tokens_[i].tag != Tag::Propn) return std::nullopt;
    add_name(phrase, named);
    if (named.type == "person") take_posts_behind(phrase, m);
    take_acronym(phrase);
    return phrase;
  }

  void add_name(Phrase& phrase, const Mention& named) const {
    if (named.entity < 0) return;
    Member member;
    member.entity = named.entity;
    member.head = named.tokens;
    member.links = capital_links(document_, named);
    phrase.members.push_back(std::move(member));
  }

  void take_acronym(Phrase& phrase) const {
    const std::uint32_t end = phrase.tokens.end;
    if (lower_at(end) == "(" && lower_at(end + 2) == ")") phrase.tokens.end = end + 3;
  }

  // ", general secretary of X and president of Y," behind a name; an age or a place in between is
  // passed over.
  void take_posts_behind(Phrase& phrase, std::int32_t person) const {
    std::uint32_t end = phrase.tokens.end;
    for (const Role& role : document_.roles) {
      if (role.person != person || role.tokens.begin < end) continue;
      if (role.tokens.begin > end + 2) break;
      end = role.tokens.end;
    }
    if (end == phrase.tokens.end) return;
    const bool bracket = lower_at(phrase.tokens.end) == "(";
    phrase.tokens.end = end;
    // The rest of the apposition, up to its comma: "director of X at Y in Z,".
    for (std::uint32_t i = end; i < std::min(end + 12, range_.end); ++i) {
      const std::string& low = tokens_[i].lower;
      if (starts_person(i)) return;  // "NAME, a critic of President NAME,"
      if (low == (bracket ? ")" : ",")) {
        phrase.tokens.end = i + 1;
        return;
      }
      if (is_verb(tokens_[i].tag) || tokens_[i].tag == Tag::Aux || tokens_[i].tag == Tag::Cconj ||
          tokens_[i].tag == Tag::Sconj || tokens_[i].tag == Tag::Punct)
        return;
    }
  }

  // "his wife NAME"
  std::optional<Phrase> from_kin(std::uint32_t i) const {
    if (i + 2 >= range_.end || (lower_at(i) != "his" && lower_at(i) != "her") ||
        !kSpouses.contains(lower_at(i + 1)))
      return std::nullopt;
    std::uint32_t name = i + 2;
    if (lower_at(name) == ",") ++name;
    if (name >= range_.end || starts_[name] < 0 || mention(starts_[name]).type != "person")
      return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, mention(starts_[name]).tokens.end};
    add_name(phrase, mention(starts_[name]));
    return phrase;
  }

  std::optional<Phrase> from_pronoun(std::uint32_t i) {
    if (auto kin = from_kin(i)) return kin;
    const std::string& low = tokens_[i].lower;
    const bool he = kHe.contains(low);
    const bool she = kShe.contains(low);
    if (!he && !she && !kThey.contains(low)) return std::nullopt;
    // "who himself visited": it stands for nobody of its own
    if (low.ends_with("self") && i + 1 < range_.end && is_finite(tokens_[i + 1].tag))
      return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, i + 1};
    if (quoted_[i]) return phrase;  // who speaks means somebody, but not those of the article's row
    phrase.possessive = kPossessives.contains(low) && !(low == "her" && object_her(i));
    if (he || she) {
      if (const Mention* ahead = person_ahead(i, she)) {
        add_meant(phrase, ahead->entity, ahead->tokens, "pronoun");
      } else if (const Antecedent* before = antecedents_.person_before(i, she)) {
        add_meant(phrase, before->entity, before->head, "pronoun");
      }
      if (kOneCountry.contains(lower_at(i + 1)) && !phrase.members.empty()) as_countries(phrase);
    } else {
      add_pair(phrase, antecedents_.they(i));
      if (kTheirCountries.contains(lower_at(i + 1)) && !phrase.members.empty())
        as_countries(phrase);
    }
    return phrase;
  }

  bool object_her(std::uint32_t i) const {
    return i + 1 >= range_.end ||
           (tokens_[i + 1].tag != Tag::Noun && tokens_[i + 1].tag != Tag::Adj);
  }

  // "his country", "their governments": the countries of those who are meant, if all are known.
  void as_countries(Phrase& phrase) const {
    phrase.tokens.end += 1;
    phrase.possessive = false;
    for (Member& member : phrase.members) {
      const std::int32_t country = countries_[static_cast<std::size_t>(member.entity)];
      if (country < 0) {
        phrase.members.clear();
        return;
      }
      const auto named = std::find_if(document_.mentions.begin(), document_.mentions.end(),
                                      [&](const Mention& m) { return m.entity == country; });
      member.entity = country;
      member.head = phrase.tokens;
      member.links = {link(phrase.tokens, named->tokens, "role")};
    }
  }

  // "Before he left, NAME visited ...": who is named right behind the comma.
  const Mention* person_ahead(std::uint32_t at, bool she) const {
    const Tag opening = tokens_[range_.begin].tag;
    if (opening != Tag::Sconj && opening != Tag::Adp && opening != Tag::Adv) return nullptr;
    // "At noon he met": nothing is opened that would lead to a name.
    if (opening != Tag::Sconj && (lower_at(at) == "he" || lower_at(at) == "she")) return nullptr;
    std::uint32_t comma = at;
    for (std::uint32_t i = range_.begin; i < at; ++i) {
      if (lower_at(i) == "," || starts_person(i)) return nullptr;
    }
    while (comma < range_.end && lower_at(comma) != ",") {
      if (starts_person(comma)) return nullptr;  // "In Vienna he met NAME, president of X"
      ++comma;
    }
    if (comma + 1 >= range_.end) return nullptr;
    std::int32_t named = starts_[comma + 1];
    if (role_starts_[comma + 1] >= 0)
      named = document_.roles[static_cast<std::size_t>(role_starts_[comma + 1])].person;
    if (named < 0 || mention(named).type != "person" || mention(named).entity < 0 ||
        !antecedents_.gender_fits(mention(named).entity, she))
      return nullptr;
    return &mention(named);
  }

  // "arrived here on Monday", below a dateline
  std::optional<Phrase> from_here(std::uint32_t i) const {
    if (lower_at(i) != "here" || quoted_[i] || !place_ || lower_at(i + 1) == "'s")
      return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, i + 1};
    add_meant(phrase, mention(static_cast<std::int32_t>(*place_)).entity,
              mention(static_cast<std::int32_t>(*place_)).tokens, "dateline");
    return phrase;
  }

  // "the capital Vienna", "the Austrian capital, Vienna": Vienna.
  std::optional<Phrase> from_settlement(std::uint32_t i) const {
    if (lower_at(i) != "the") return std::nullopt;
    std::uint32_t noun = i + 1;
    if (noun < range_.end && starts_[noun] >= 0 && mention(starts_[noun]).demonym)
      noun = mention(starts_[noun]).tokens.end;
    while (noun < range_.end && tokens_[noun].tag == Tag::Adj) ++noun;
    if (!kSettlements.contains(lower_at(noun))) return std::nullopt;
    const std::uint32_t name = lower_at(noun + 1) == "," ? noun + 2 : noun + 1;
    if (name >= range_.end || starts_[name] < 0 || mention(starts_[name]).type != "place")
      return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, mention(starts_[name]).tokens.end};
    add_name(phrase, mention(starts_[name]));
    return phrase;
  }

  // "the accord", "the documents": the agreement that was spoken of last.
  std::optional<Phrase> from_paper(std::uint32_t i) const {
    if (lower_at(i) != "the" || i + 1 >= range_.end || tokens_[i + 1].tag != Tag::Noun)
      return std::nullopt;
    const HeadWord* head = words_.head(tokens_[i + 1].lemma, HeadWord::Where::Last);
    if ((head == nullptr || head->type != "agreement") && tokens_[i + 1].lemma != "document")
      return std::nullopt;
    if (i + 2 < range_.end && (tokens_[i + 2].tag == Tag::Noun || lower_at(i + 2) == "of"))
      return std::nullopt;
    const Antecedent* agreement = antecedents_.last_agreement();
    if (agreement == nullptr) return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, i + 2};
    add_meant(phrase, agreement->entity, agreement->head, "description");
    return phrase;
  }

  // "the two countries", "both sides", "the three states"
  std::optional<Phrase> from_plural(std::uint32_t i) {
    std::uint32_t noun = i;
    if (lower_at(noun) == "the") ++noun;
    const std::size_t number = number_at(noun);
    if (number == 0) return std::nullopt;
    ++noun;
    if (number == 2 && noun < range_.end && is_finite(tokens_[noun].tag)) return the_two(i, noun);
    if (noun < range_.end && tokens_[noun].tag == Tag::Adj) ++noun;
    if (!kCountryWords.contains(lower_at(noun))) return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, noun + 1};
    const std::string& word = lower_at(noun);
    if (number == 2 && word == "parties") add_pair(phrase, antecedents_.last_pair_of("party"));
    if (phrase.members.empty()) add_all(phrase, antecedents_.row_of_states(number), false);
    if (number == 2 && phrase.members.empty())
      add_pair(phrase, antecedents_.last_pair_of("country"));
    return phrase;
  }

  // "The two will meet"
  Phrase the_two(std::uint32_t begin, std::uint32_t end) const {
    Phrase phrase;
    phrase.tokens = {begin, end};
    add_pair(phrase, antecedents_.they(begin));
    return phrase;
  }

  // A member that the phrase's own words stand for, not name.
  void add_meant(Phrase& phrase, std::int32_t entity, TokenRange named, std::string rule) const {
    Member member;
    member.entity = entity;
    member.head = phrase.tokens;
    member.links.push_back(link(phrase.tokens, named, std::move(rule)));
    phrase.members.push_back(std::move(member));
  }

  void add_all(Phrase& phrase, const std::vector<Antecedent>& row, bool by_people) const {
    for (const Antecedent& each : row) {
      add_meant(phrase, each.entity, each.head, "plural");
      phrase.members.back().by_people =
          by_people && entities_[static_cast<std::size_t>(each.entity)].type == "country";
    }
  }

  void add_pair(Phrase& phrase, const std::optional<AntecedentPair>& pair) const {
    if (!pair) return;
    for (const Antecedent* each : {&pair->first, &pair->second})
      add_meant(phrase, each->entity, each->head, "plural");
  }

  Link link(TokenRange from, TokenRange to, std::string rule) const {
    return {span_of(document_, from), span_of(document_, to), std::move(rule)};
  }

  void finish(Phrase& phrase) const {
    take_actors_behind(phrase);
    const std::string& next = lower_at(phrase.tokens.end);
    if (next == "'s" || (next == "'" && phrase.tokens.end > 0 &&
                         tokens_[phrase.tokens.end - 1].lower.ends_with('s')))
      phrase.possessive = true;
  }

  // "Kenya's new government" is Kenya, "Hezbollah fighters" are Hezbollah.
  void take_actors_behind(Phrase& phrase) const {
    if (phrase.members.size() != 1 || phrase.tokens.end >= range_.end) return;
    const LocalEntity& whose = entities_[static_cast<std::size_t>(phrase.members.front().entity)];
    if (whose.type == kGroupType || whose.type == "place") return;
    const bool body = whose.type == "organization" || whose.type == "party";
    std::uint32_t i = phrase.tokens.end;
    const bool owned = lower_at(i) == "'s" || lower_at(i) == "'";
    if (owned) ++i;
    while (i < range_.end && owned && starts_[i] < 0 && role_starts_[i] < 0 &&
           tokens_[i].tag == Tag::Adj)
      ++i;
    if (i + 1 < range_.end && starts_[i] >= 0 && mention(starts_[i]).type.empty()) ++i;
    const bool rules = kRulesFor.contains(lower_at(i)) && (owned || whose.type == "country");
    const bool acts = body && !owned && tokens_[i - 1].tag != Tag::Adj && starts_[i] < 0 &&
                      (words_.groups.contains(lower_at(i)) || lower_at(i) == "officials");
    const std::string& next = lower_at(i + 1);
    const bool goes_on = i + 1 < range_.end && tokens_[i + 1].tag == Tag::Noun && next != "today" &&
                         next != "yesterday";
    if ((rules || acts) && !goes_on) phrase.tokens.end = i + 1;
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  const std::vector<bool> quoted_;
  const std::vector<std::int32_t> countries_;  // of each entity
  std::vector<std::int32_t> starts_;           // mention that begins at a token
  std::vector<std::int32_t> role_starts_;      // role that begins at a token
  const std::optional<std::uint32_t> place_;   // mention: from where the report is written
  const PostHolders holders_;
  Antecedents antecedents_;
  TokenRange range_;
};

}  // namespace

void find_phrases(Document& document, const std::vector<LocalEntity>& entities,
                  const Words& words) {
  document.phrases.clear();
  PhraseFinder(document, entities, words).find();
}

}  // namespace entente
