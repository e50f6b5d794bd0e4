// One pass from left to right. Names, posts and pronouns become phrases of one member; lists are
// joined afterwards; what was mentioned before (people, countries, the last pair) answers the
// descriptions that follow.

#include "extract/phrases.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/capitals.h"
#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kDeputies = {"vice", "deputy", "assistant", "under", "associate"};
const Strings kHe = {"he", "him", "his", "himself"};
const Strings kShe = {"she", "her", "hers", "herself"};
const Strings kThey = {"they", "them", "their", "themselves"};
const Strings kPossessives = {"his", "her", "their", "its"};
const Strings kCountryWords = {"countries",   "nations", "sides",   "neighbours", "neighbors",
                               "governments", "states",  "parties", "republics"};
const Strings kGovern = {"head-of-state", "head-of-government", "minister", "royal"};
const Strings kTheirCountries = {"countries", "governments", "nations", "states"};
const Strings kOneCountry = {"country", "nation"};
const Strings kActsForCountry = {"government", "side", "authorities", "administration",
                                 "leadership"};
const Strings kRulesFor = {"government", "regime", "administration", "leadership"};
const Strings kSpouses = {"wife", "husband", "spouse"};
const Strings kNoLeader = {"other", "academic", "media", "business"};
const Strings kTwo = {"two", "both"};

struct Seen {
  std::int32_t entity = -1;
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  TokenRange head;
  bool subject = false;
  bool speaks = false;  // "X said"
};

class PhraseFinder {
 public:
  PhraseFinder(Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        words_(words),
        countries_(find_countries(document, entities)) {
    mark_quotations();
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
      sentence_ = s;
      range_ = document_.sentences[s].tokens;
      const std::size_t first = document_.phrases.size();
      verb_seen_ = false;
      for (std::uint32_t i = range_.begin; i < range_.end;) {
        std::optional<Phrase> phrase = phrase_at(i);
        if (!phrase) {
          verb_seen_ = verb_seen_ || finite(i);
          ++i;
          continue;
        }
        finish(*phrase);
        remember(*phrase);
        i = std::max(phrase->tokens.end, i + 1);
        document_.phrases.push_back(std::move(*phrase));
      }
      join_lists(first);
    }
  }

 private:
  using Pair = std::pair<Seen, Seen>;

  // Words between quotation marks, which open and close within a paragraph.
  void mark_quotations() {
    quoted_.assign(tokens_.size(), false);
    std::uint32_t block = 0;
    bool open = false;
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.block != block) open = false;
      block = sentence.block;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const std::string& mark = tokens_[i].lower;
        if (mark == "\"" || mark == "``" || mark == "''") {
          open = !open;
        } else {
          quoted_[i] = open;
        }
      }
    }
  }

  bool finite(std::uint32_t i) const {
    return tokens_[i].tag == Tag::Past || tokens_[i].tag == Tag::Present ||
           tokens_[i].tag == Tag::Aux;
  }
  const Mention& mention(std::int32_t m) const {
    return document_.mentions[static_cast<std::size_t>(m)];
  }
  const std::string& lower_at(std::uint32_t i) const {
    static const std::string none;
    return i < range_.end ? tokens_[i].lower : none;
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
    const auto holder = holder_of(role);
    // "recalled its ambassador to Kenya": Kenya stands for itself
    if (!holder && role.kind == "diplomat" && lower_at(role.title.end) == "to")
      phrase.tokens.end = role.title.end;
    // "is a politician of the Labour Party": so does the party
    const bool of_party = !role.definite && !role.owners.empty() &&
                          document_.mentions[role.owners.front()].type == "party" &&
                          document_.mentions[role.owners.front()].tokens.begin >= role.title.end;
    if (!holder && of_party) phrase.tokens.end = role.title.end;
    if (holder) {
      Member member;
      member.entity = holder->entity;
      member.head = role.tokens;
      member.links.push_back(link(role.tokens, holder->head, "role"));
      phrase.members.push_back(std::move(member));
    }
    return phrase;
  }

  // "Prime Minister NAME of Singapore"
  void take_country_behind(Phrase& phrase, const Role& role) const {
    if (lower_at(phrase.tokens.end) != "of" || role.owners.empty()) return;
    const Mention& owner = document_.mentions[role.owners.front()];
    if (owner.tokens.begin > phrase.tokens.end && owner.tokens.begin <= phrase.tokens.end + 2)
      phrase.tokens.end = owner.tokens.end;
  }

  Link link(TokenRange from, TokenRange to, std::string rule) const {
    return {span_of(document_, from), span_of(document_, to), std::move(rule)};
  }

  // "minister" of "minister responsible for foreign affairs"
  const std::string& post_word(const Role& role) const {
    for (std::uint32_t i = role.title.begin + 1; i < role.title.end; ++i) {
      const std::string& low = tokens_[i].lower;
      if (low == "of" || low == "for" || low == "responsible") return tokens_[i - 1].lower;
    }
    return tokens_[role.title.end - 1].lower;
  }

  // "the minister" is any, "the foreign minister" no minister of defence.
  bool words_within(TokenRange part, TokenRange whole) const {
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      const auto same = [&](const Token& token) { return token.lower == tokens_[i].lower; };
      const Tag tag = tokens_[i].tag;
      const bool counts = tag == Tag::Noun || tag == Tag::Propn || tag == Tag::Adj;
      if (counts && std::none_of(tokens_.begin() + whole.begin, tokens_.begin() + whole.end, same))
        return false;
    }
    return true;
  }

  // Posts that belong together: the words of the first among those of the second or the same kind,
  // and no other country or organization.
  bool same_post(const Role& a, const Role& b) const {
    const bool heads =
        a.kind == b.kind && (a.kind == "head-of-state" || a.kind == "head-of-government");
    if (!heads && (post_word(a) != post_word(b) || !words_within(a.title, b.title))) return false;
    const std::int32_t owner_a = owner_country(a);
    const std::int32_t owner_b = owner_country(b);
    if (owner_a >= 0 && owner_b >= 0) return owner_a == owner_b;
    // "the Kenyan leader" is not the leader of a league.
    return owner_a < 0 ? owner_b < 0 || a.owners.empty() : b.owners.empty();
  }

  bool same_rank(const Role& a, const Role& b) const { return is_deputy(a) == is_deputy(b); }

  bool is_deputy(const Role& role) const {
    for (std::uint32_t i = role.title.begin; i < role.title.end; ++i) {
      if (kDeputies.contains(tokens_[i].lower)) return true;
    }
    return false;
  }

  std::int32_t owner_country(const Role& role) const {
    for (const std::uint32_t m : role.owners) {
      const std::int32_t entity = document_.mentions[m].entity;
      if (entity >= 0 && countries_[static_cast<std::size_t>(entity)] >= 0)
        return countries_[static_cast<std::size_t>(entity)];
    }
    return -1;
  }

  // Who of the article holds the post that a description names: exactly one, else nobody.
  std::optional<Seen> holder_of(const Role& role) const {
    std::optional<Seen> found;
    const bool ranked = std::ranges::any_of(document_.roles, [&](const Role& other) {
      return other.person >= 0 && same_post(role, other) && same_rank(role, other);
    });
    for (const Role& other : document_.roles) {
      if (other.person < 0 || !same_post(role, other)) continue;
      if (ranked && !same_rank(role, other)) continue;  // "the president" is not the vice president
      const Mention& person = mention(other.person);
      if (person.entity < 0) continue;
      if (owner_country(role) < 0 && owner_country(other) < 0 && role.owners.empty() &&
          post_word(role) != post_word(other))
        continue;
      if (found && found->entity != person.entity) return std::nullopt;
      found = Seen{person.entity, person.sentence, person.tokens.begin, person.tokens, false};
    }
    if (found || tokens_[role.title.end - 1].lower != "leader") return found;
    const std::int32_t country = owner_country(role);
    if (country < 0) return std::nullopt;
    const std::vector<Seen> sure = with_post(country, false);
    const std::vector<Seen> all = sure.empty() ? with_post(country, true) : sure;
    return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
  }

  // "the Vietnamese leader": the people of that country with a post.
  std::vector<Seen> with_post(std::int32_t country, bool inferred) const {
    std::vector<Seen> found;
    for (const Role& role : document_.roles) {
      if (role.person < 0 || role.inferred != inferred || owner_country(role) != country) continue;
      const Mention& person = mention(role.person);
      const bool again = std::ranges::find(found, person.entity, &Seen::entity) != found.end();
      if (person.entity >= 0 && !again)
        found.push_back(
            {person.entity, person.sentence, person.tokens.begin, person.tokens, false});
    }
    return found;
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
    if (named.entity < 0 && named.type.empty() && !names_something(i)) return std::nullopt;
    add_name(phrase, named);
    if (named.type == "person") take_posts_behind(phrase, m);
    take_acronym(phrase);
    return phrase;
  }

  bool names_something(std::uint32_t i) const { return tokens_[i].tag == Tag::Propn; }

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

  // "the accord", "the documents": the agreement that was spoken of last.
  std::optional<Phrase> from_paper(std::uint32_t i) const {
    if (lower_at(i) != "the" || i + 1 >= range_.end || tokens_[i + 1].tag != Tag::Noun)
      return std::nullopt;
    const HeadWord* head = words_.head(tokens_[i + 1].lemma, HeadWord::Where::Last);
    if ((head == nullptr || head->type != "agreement") && tokens_[i + 1].lemma != "document")
      return std::nullopt;
    if (i + 2 < range_.end && (tokens_[i + 2].tag == Tag::Noun || lower_at(i + 2) == "of"))
      return std::nullopt;
    const auto paper = [](const LocalEntity& entity) { return entity.type == "agreement"; };
    const bool only = std::count_if(entities_.begin(), entities_.end(), paper) == 1;
    for (auto seen = things_.rbegin(); seen != things_.rend(); ++seen) {
      if (!paper(entities_[static_cast<std::size_t>(seen->entity)]) ||
          (!only && seen->sentence + 4 < sentence_))
        continue;
      Phrase phrase;
      phrase.tokens = {i, i + 2};
      Member member;
      member.entity = seen->entity;
      member.head = phrase.tokens;
      member.links.push_back(link(phrase.tokens, seen->head, "description"));
      phrase.members.push_back(std::move(member));
      return phrase;
    }
    return std::nullopt;
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
    Phrase phrase;
    phrase.tokens = {i, i + 1};
    if (quoted_[i]) return phrase;  // who speaks means somebody, but not those of the article's row
    phrase.possessive = kPossessives.contains(low) && !(low == "her" && object_her(i));
    if (he || she) {
      const std::optional<Seen> ahead = person_ahead(i, she);
      if (const Seen* seen = ahead ? &*ahead : person_before(i, she)) {
        Member member;
        member.entity = seen->entity;
        member.head = phrase.tokens;
        member.links.push_back(link(phrase.tokens, seen->head, "pronoun"));
        phrase.members.push_back(std::move(member));
        if (kOneCountry.contains(lower_at(i + 1))) as_countries(phrase);
      }
    } else {
      add_pair(phrase, they(i), "plural");
      if (kTheirCountries.contains(lower_at(i + 1)) && !phrase.members.empty())
        as_countries(phrase);
    }
    return phrase;
  }

  // The two who were named in this sentence, people before countries; else the last two people.
  std::optional<Pair> they(std::uint32_t at) const {
    if (const auto pair = two_of(people_, sentence_, at)) return pair;
    const auto here = [&](const Seen& seen) { return seen.sentence == sentence_; };
    if (std::none_of(people_.begin(), people_.end(), here)) {
      if (const auto pair = two_of(things_, sentence_, at)) return pair;
    }
    if (sentence_ > 0) {
      if (const auto pair = two_of(people_, sentence_ - 1, at)) return pair;
    }
    return last_people(at, "", 1);
  }

  // The two of `list` that the sentence names before `at`; nullopt = not two.
  std::optional<Pair> two_of(const std::vector<Seen>& list, std::uint32_t sentence,
                             std::uint32_t at) const {
    std::vector<Seen> found;
    for (const Seen& seen : list) {
      const std::string& type = entities_[static_cast<std::size_t>(seen.entity)].type;
      if (seen.sentence != sentence || seen.token >= at || (type != "person" && type != "country"))
        continue;
      const bool again = std::any_of(found.begin(), found.end(), [&](const Seen& other) {
        return other.entity == seen.entity;
      });
      if (!again) found.push_back(seen);
    }
    if (found.size() != 2) return std::nullopt;
    return Pair{found[0], found[1]};
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
  std::optional<Seen> person_ahead(std::uint32_t at, bool she) const {
    const Tag opening = tokens_[range_.begin].tag;
    if (opening != Tag::Sconj && opening != Tag::Adp && opening != Tag::Adv) return std::nullopt;
    std::uint32_t comma = at;
    for (std::uint32_t i = range_.begin; i < at; ++i) {
      if (lower_at(i) == "," || starts_person(i)) return std::nullopt;
    }
    while (comma < range_.end && lower_at(comma) != ",") {
      if (starts_person(comma)) return std::nullopt;  // "In Vienna he met NAME, president of X"
      ++comma;
    }
    if (comma + 1 >= range_.end) return std::nullopt;
    std::int32_t named = starts_[comma + 1];
    if (role_starts_[comma + 1] >= 0)
      named = document_.roles[static_cast<std::size_t>(role_starts_[comma + 1])].person;
    if (named < 0 || mention(named).type != "person" || mention(named).entity < 0 ||
        !gender_fits(mention(named).entity, she))
      return std::nullopt;
    return Seen{mention(named).entity, sentence_, comma + 1, mention(named).tokens, true};
  }
  bool starts_person(std::uint32_t i) const {
    return starts_[i] >= 0 && mention(starts_[i]).type == "person";
  }

  // The person whom "he" or "she" most likely means: who acts in this sentence, else in the one
  // before.
  const Seen* person_before(std::uint32_t at, bool she) const {
    const Seen* best = nullptr;
    for (const Seen& seen : people_) {
      if (seen.sentence + 3 < sentence_ || seen.token >= at || !gender_fits(seen.entity, she))
        continue;
      if (best == nullptr || better(seen, *best)) best = &seen;
    }
    if (!she || best == nullptr || known_woman(best->entity)) return best;
    for (const Seen& seen : people_) {  // rather one whose name says that she is a woman
      if (seen.sentence + 3 >= sentence_ && seen.token < at && known_woman(seen.entity))
        best = &seen;
    }
    if (known_woman(best->entity) || same_block(best->sentence, sentence_)) return best;
    // In another paragraph, she may be the woman whom the article is about.
    const bool about_her = std::ranges::any_of(
        people_, [&](const Seen& seen) { return seen.token < at && known_woman(seen.entity); });
    return about_her ? nullptr : best;
  }

  bool same_block(std::uint32_t a, std::uint32_t b) const {
    return document_.sentences[a].block == document_.sentences[b].block;
  }

  static bool better(const Seen& a, const Seen& b) {
    if (a.sentence != b.sentence) return a.sentence > b.sentence;
    if (a.subject != b.subject) return a.subject;
    return !a.subject && a.token > b.token;  // of two subjects the first
  }

  bool known_woman(std::int32_t entity) const {
    const std::string name = fold(entities_[static_cast<std::size_t>(entity)].name);
    const auto found = words_.genders.find(name.substr(0, name.find(' ')));
    return found != words_.genders.end() && found->second == 'f';
  }

  bool gender_fits(std::int32_t entity, bool she) const {
    const std::string name = fold(entities_[static_cast<std::size_t>(entity)].name);
    const std::string first = name.substr(0, name.find(' '));
    if (words_.family_first.contains(first)) return true;
    const auto found = words_.genders.find(first);
    if (found == words_.genders.end()) return true;
    return found->second == (she ? 'f' : 'm') || (found->second != 'f' && found->second != 'm');
  }

  // "the two leaders", "both presidents"
  std::optional<Phrase> plural_role(const Role& role) {
    bool two = false;
    for (std::uint32_t i = role.tokens.begin; i < role.tokens.end; ++i)
      two = two || kTwo.contains(tokens_[i].lower);
    if (!two) return std::nullopt;
    Phrase phrase;
    phrase.tokens = role.tokens;
    const bool general = role.kind == "other" || tokens_[role.title.end - 1].lower == "leaders";
    auto pair = last_people(role.tokens.begin, general ? "" : role.kind);
    if (!pair && general) pair = leading_people(role.tokens.begin);
    add_pair(phrase, pair, "plural");
    return phrase;
  }

  // "the two countries", "both sides"
  std::optional<Phrase> from_plural(std::uint32_t i) {
    std::uint32_t noun = i;
    if (lower_at(noun) == "the") ++noun;
    if (!kTwo.contains(lower_at(noun))) return std::nullopt;
    ++noun;
    if (noun < range_.end && tokens_[noun].tag == Tag::Adj) ++noun;
    if (!kCountryWords.contains(lower_at(noun))) return std::nullopt;
    Phrase phrase;
    phrase.tokens = {i, noun + 1};
    const std::string& word = lower_at(noun);
    add_pair(phrase, word == "parties" ? last_pair_of("party") : std::nullopt, "plural");
    if (phrase.members.empty()) add_pair(phrase, last_pair_of("country"), "plural");
    return phrase;
  }

  void add_pair(Phrase& phrase, const std::optional<Pair>& pair, const std::string& rule) const {
    if (!pair) return;
    for (const Seen& seen : {pair->first, pair->second}) {
      Member member;
      member.entity = seen.entity;
      member.head = phrase.tokens;
      member.links.push_back(link(phrase.tokens, seen.head, rule));
      phrase.members.push_back(std::move(member));
    }
  }

  bool has_post(std::int32_t entity, const std::string& kind) const {
    return std::any_of(document_.roles.begin(), document_.roles.end(), [&](const Role& role) {
      return role.person >= 0 && mention(role.person).entity == entity &&
             (kind.empty()
                  ? !kNoLeader.contains(role.kind)
                  : role.kind == kind || tokens_[role.title.end - 1].lower == "counterpart");
    });
  }

  // The two people with posts who were named last, in the last three sentences, of different
  // countries where these are known.
  std::optional<Pair> last_people(std::uint32_t at, const std::string& kind = "",
                                  std::uint32_t back = 3) const {
    std::vector<Seen> last;
    for (auto seen = people_.rbegin(); seen != people_.rend() && last.size() < 2; ++seen) {
      if (seen->speaks && seen->sentence == sentence_) continue;
      if (seen->token >= at || seen->sentence + back < sentence_ || !has_post(seen->entity, kind))
        continue;
      const bool again = std::any_of(last.begin(), last.end(), [&](const Seen& other) {
        return other.entity == seen->entity || same_country(other.entity, seen->entity);
      });
      if (!again) last.push_back(*seen);
    }
    if (last.size() < 2) return std::nullopt;
    if (back == 1 && people_since(at, sentence_ == 0 ? 0 : sentence_ - 1) > 2) return std::nullopt;
    return Pair{last[1], last[0]};
  }

  // The two people with posts, of two countries, of whom the article speaks most by far.
  std::optional<Pair> leading_people(std::uint32_t at) const {
    std::map<std::int32_t, Seen> latest;
    for (const Seen& seen : people_) {
      if (seen.speaks && seen.sentence == sentence_)
        latest.erase(seen.entity);
      else if (seen.token < at && has_post(seen.entity, ""))
        latest[seen.entity] = seen;
    }
    std::vector<Seen> all;
    for (const auto& [entity, seen] : latest) all.push_back(seen);
    const auto mentions = [&](const Seen& seen) {
      return entities_[static_cast<std::size_t>(seen.entity)].mentions;
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Seen& a, const Seen& b) { return mentions(a) > mentions(b); });
    if (all.size() < 2 || same_country(all[0].entity, all[1].entity)) return std::nullopt;
    if (all.size() > 2 && mentions(all[1]) < 2 * mentions(all[2])) return std::nullopt;
    if (all[0].token > all[1].token) std::swap(all[0], all[1]);
    return Pair{all[0], all[1]};
  }

  std::size_t people_since(std::uint32_t at, std::uint32_t sentence) const {
    std::set<std::int32_t> all;
    for (const Seen& seen : people_) {
      if (seen.sentence >= sentence && seen.token < at) all.insert(seen.entity);
    }
    return all.size();
  }

  bool same_country(std::int32_t a, std::int32_t b) const {
    const std::int32_t country = countries_[static_cast<std::size_t>(a)];
    return country >= 0 && country == countries_[static_cast<std::size_t>(b)];
  }

  // The two countries (parties) of the article that stand out; of more than two, the last two of
  // this and the last sentence.
  std::optional<Pair> last_pair_of(const std::string& type) const {
    std::map<std::int32_t, Seen> latest;
    for (const Seen& seen : things_) {
      if (entities_[static_cast<std::size_t>(seen.entity)].type == type) latest[seen.entity] = seen;
    }
    std::vector<Seen> pair;
    for (const auto& [entity, seen] : latest) pair.push_back(seen);
    std::sort(pair.begin(), pair.end(),
              [](const Seen& a, const Seen& b) { return a.token > b.token; });
    const bool just_told = pair.size() > 1 && pair[1].sentence + 1 >= sentence_;
    if (type == "country" && !just_told) {
      if (const auto pair_of_people = represented_pair()) return pair_of_people;
    }
    if (pair.size() > 2) {
      const auto count = [&](const Seen& seen) {
        return entities_[static_cast<std::size_t>(seen.entity)].mentions;
      };
      std::vector<Seen> top = pair;
      std::stable_sort(top.begin(), top.end(),
                       [&](const Seen& a, const Seen& b) { return count(a) > count(b); });
      const bool clear = count(top[1]) >= 2 * count(top[2]);
      const bool recent = pair[1].sentence + 1 >= sentence_ && pair[2].sentence + 1 < sentence_;
      if (!clear && !recent) return std::nullopt;
      if (clear) pair = top;
      pair.resize(2);
    }
    if (pair.size() < 2) return std::nullopt;
    if (pair[0].token > pair[1].token) std::swap(pair[0], pair[1]);
    return Pair{pair[0], pair[1]};
  }

  // The two countries, no more, whose leaders or ministers the lead names.
  std::optional<Pair> represented_pair() const {
    constexpr std::uint32_t lead = 2;  // sentences
    std::map<std::int32_t, Seen> countries;
    for (const Role& role : document_.roles) {
      if (role.tokens.begin >= range_.begin) break;
      const bool governs =
          kGovern.contains(role.kind) || tokens_[role.title.end - 1].lower == "counterpart";
      if (role.person < 0 || role.inferred || role.owners.empty() || !governs) continue;
      const Mention& owner = mention(static_cast<std::int32_t>(role.owners.front()));
      if (owner.sentence >= lead) break;
      if (owner.type != "country" || owner.entity < 0) continue;
      countries[owner.entity] = {owner.entity, owner.sentence, owner.tokens.begin, owner.tokens,
                                 false};
    }
    if (countries.size() != 2) return std::nullopt;
    Pair pair{countries.begin()->second, std::next(countries.begin())->second};
    if (pair.first.token > pair.second.token) std::swap(pair.first, pair.second);
    return pair;
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

  void remember(const Phrase& phrase) {
    // Who stands in a list is not whom "he" behind it means.
    if (document_.blocks[document_.sentences[sentence_].block].kind == BlockKind::Item) return;
    const bool after_preposition =
        phrase.tokens.begin > range_.begin && tokens_[phrase.tokens.begin - 1].tag == Tag::Adp;
    for (const Member& member : phrase.members) {
      const std::string& type = entities_[static_cast<std::size_t>(member.entity)].type;
      TokenRange head = member.head;
      if (!member.links.empty()) head = named_at(member);
      const bool acts = finite_follows(phrase.tokens.end);
      const Seen seen{member.entity,
                      sentence_,
                      phrase.tokens.begin,
                      head,
                      (!verb_seen_ || acts) && !after_preposition && !phrase.possessive,
                      acts && says(phrase.tokens.end)};
      (type == "person" ? people_ : things_).push_back(seen);
    }
  }

  std::uint32_t past_adverbs(std::uint32_t i) const {
    while (i < range_.end && (tokens_[i].tag == Tag::Adv || tokens_[i].lower == ",")) ++i;
    return i;
  }
  bool finite_follows(std::uint32_t i) const {
    i = past_adverbs(i);
    return i < range_.end && finite(i);
  }
  bool says(std::uint32_t i) const {
    static const Strings kSays = {"say",      "tell",   "add",  "note",
                                  "announce", "stress", "warn", "write"};
    i = past_adverbs(i);
    return i < range_.end && kSays.contains(tokens_[i].lemma);
  }

  // The tokens of the name that a member's link leads to.
  TokenRange named_at(const Member& member) const {
    const Span to = member.links.back().to;
    for (const Mention& each : document_.mentions) {
      if (span_of(document_, each.tokens) == to) return each.tokens;
    }
    return member.head;
  }

  // "A, B and C" of one kind becomes one phrase.
  void join_lists(std::size_t first) {
    std::vector<Phrase>& phrases = document_.phrases;
    for (std::size_t p = first; p + 1 < phrases.size(); ++p) {
      const std::size_t last = list_end(p);
      if (last == p) continue;
      for (std::size_t k = p + 1; k <= last; ++k) {
        std::move(phrases[k].members.begin(), phrases[k].members.end(),
                  std::back_inserter(phrases[p].members));
      }
      phrases[p].tokens.end = phrases[last].tokens.end;
      phrases[p].possessive = phrases[last].possessive;
      phrases.erase(phrases.begin() + static_cast<std::ptrdiff_t>(p) + 1,
                    phrases.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    }
  }

  // The last phrase of the list that begins with phrase `p`; `p` itself when there is no list.
  std::size_t list_end(std::size_t p) const {
    const std::vector<Phrase>& phrases = document_.phrases;
    std::size_t end = p;
    for (std::size_t k = p; k + 1 < phrases.size(); ++k) {
      if (phrases[k].possessive || pronoun(phrases[k + 1]) || phrases[k + 1].members.empty() ||
          phrases[k].members.empty() || !of_one_kind(phrases[k], phrases[k + 1]))
        break;
      const int joint = joint_between(phrases[k], phrases[k + 1]);
      if (joint == 0) break;
      if (joint == 2) {
        if (!starts_clause(phrases[p], phrases[k + 1])) end = k + 1;
        break;
      }
    }
    return end;
  }

  bool pronoun(const Phrase& phrase) const {
    return phrase.possessive && phrase.tokens.size() == 1 &&
           kPossessives.contains(lower_at(phrase.tokens.begin));
  }

  // "A, B and other officials" is one list.
  bool of_one_kind(const Phrase& a, const Phrase& b) const {
    const bool with_group =
        kind_of(a) == "person" &&
        entities_[static_cast<std::size_t>(b.members.front().entity)].type == kGroupType;
    return with_group || kind_of(a) == kind_of(b);
  }

  std::string kind_of(const Phrase& phrase) const {
    const std::string& type =
        entities_[static_cast<std::size_t>(phrase.members.front().entity)].type;
    if (type == "organization" || type == "party" || type == "country" || type == kGroupType)
      return "actor";
    return type;
  }

  // 0 = not a list, 1 = a comma, 2 = "and", with or without a comma.
  int joint_between(const Phrase& a, const Phrase& b) const {
    std::uint32_t i = a.tokens.end;
    const bool swallowed = tokens_[i - 1].lower == ",";  // the comma that closed an apposition
    // "X, minister of trade; Y, director of the Institute; and Z"
    const bool semicolon = lower_at(i) == ";" && kind_of(a) == "person";
    if (i < b.tokens.begin && (lower_at(i) == "," || semicolon)) ++i;
    // "the presidents of Kenya, X; of Austria, Y"
    if (semicolon && i + 1 == b.tokens.begin && lower_at(i) == "of") ++i;
    const bool comma = swallowed || i > a.tokens.end;
    if (i == b.tokens.begin) return comma && !swallowed ? 1 : 0;
    const std::string& low = lower_at(i);
    if (low == "and" || low == "&") {
      ++i;
    } else if (low == "as" && lower_at(i + 1) == "well" && lower_at(i + 2) == "as") {
      i += 3;
    } else {
      return 0;
    }
    while (i < b.tokens.begin && (lower_at(i) == "the" || tokens_[i].tag == Tag::Adj)) ++i;
    return i == b.tokens.begin ? 2 : 0;
  }

  // "A met B and C visited D": after C comes a verb, and one stands before A's list already.
  bool starts_clause(const Phrase& first, const Phrase& last) const {
    std::uint32_t i = last.tokens.end;
    while (i < range_.end && tokens_[i].tag == Tag::Adv) ++i;
    if (last.possessive || i >= range_.end || !finite(i)) return false;
    for (std::uint32_t k = first.tokens.begin; k-- > range_.begin;) {
      if (finite(k)) return true;
      if (tokens_[k].tag == Tag::Sconj || tokens_[k].lower == "that") return false;
    }
    return false;
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  std::vector<std::int32_t> countries_;    // of each entity
  std::vector<bool> quoted_;               // by token: inside a quotation
  std::vector<std::int32_t> starts_;       // mention that begins at a token
  std::vector<std::int32_t> role_starts_;  // role that begins at a token
  std::vector<Seen> people_;               // so far, in order
  std::vector<Seen> things_;
  std::uint32_t sentence_ = 0;
  TokenRange range_;
  bool verb_seen_ = false;
};

}  // namespace

std::vector<std::int32_t> find_countries(const Document& document,
                                         const std::vector<LocalEntity>& entities) {
  std::vector<std::int32_t> country(entities.size(), -1);
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type == "country") country[e] = static_cast<std::int32_t>(e);
  }
  const std::vector<Mention>& mentions = document.mentions;
  for (const Mention& inner : mentions) {  // inside an organization's name, or in front of it
    if (inner.entity < 0 || entities[static_cast<std::size_t>(inner.entity)].type != "country")
      continue;
    constexpr std::uint32_t kLongestName = 60;  // tokens
    const std::uint32_t from = inner.tokens.begin - std::min(inner.tokens.begin, kLongestName);
    auto near = first_from(mentions, from);
    for (; near != mentions.end() && near->tokens.begin <= inner.tokens.end + 1; ++near) {
      const Mention& outer = *near;
      if (outer.entity < 0 || outer.nested || country[static_cast<std::size_t>(outer.entity)] >= 0)
        continue;
      const bool inside = inner.nested && outer.tokens.begin <= inner.tokens.begin &&
                          inner.tokens.end <= outer.tokens.end;
      const bool owner = !inner.nested && inner.tokens.end + 1 == outer.tokens.begin &&
                         document.tokens[inner.tokens.end].lower == "'s";
      if ((inside || owner) && outer.type != "event")
        country[static_cast<std::size_t>(outer.entity)] = inner.entity;
    }
  }
  for (const Role& role : document.roles) {
    if (role.person < 0) continue;
    const std::int32_t person = mentions[static_cast<std::size_t>(role.person)].entity;
    if (person < 0 || country[static_cast<std::size_t>(person)] >= 0) continue;
    for (const std::uint32_t owner : role.owners) {
      const std::int32_t entity = mentions[owner].entity;
      if (entity >= 0 && country[static_cast<std::size_t>(entity)] >= 0) {
        country[static_cast<std::size_t>(person)] = country[static_cast<std::size_t>(entity)];
        break;
      }
    }
  }
  return country;
}

void find_phrases(Document& document, const std::vector<LocalEntity>& entities,
                  const Words& words) {
  document.phrases.clear();
  PhraseFinder(document, entities, words).find();
}

}  // namespace entente
