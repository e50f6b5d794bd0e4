#include "extract/between.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kSpouse = {"wife", "husband", "spouse", "widow", "widower"};
// Between two people, without marks, numbers and the titles of the second.
const Strings kKin = {"'s wife",         "'s husband",         "'s spouse",      "and his wife",
                      "and her husband", "and wife",           "and husband",    "whose wife",
                      "whose husband",   "the wife of",        "wife of",        "the husband of",
                      "husband of",      "the widow of",       "widow of",       "the widower of",
                      "and first lady",  "and the first lady", "and his spouse", "and her spouse",
                      "and his widow",   "and her widower",    "'s widow",       "'s widower"};
const Strings kKinWords = {"wife", "husband", "spouse", "widow", "widower"};
const Strings kSettlements = {"capital",    "city",         "town",          "village", "port",
                              "province",   "region",       "district",      "county",  "island",
                              "suburb",     "resort",       "state",         "enclave", "exclave",
                              "area",       "neighborhood", "neighbourhood", "quarter", "hamlet",
                              "prefecture", "governorate"};
const Strings kAlly = {"ally", "allies"};
const Strings kNoMore = {"former", "ex", "erstwhile", "onetime", "one-time"};
const Strings kMember = {"member", "members"};
const Strings kMembers = {"member", "members", "member state", "member states", "member countries"};
constexpr std::uint32_t kFewWords = 8;  // between two names

class Between {
 public:
  Between(const Document& document, const std::vector<LocalEntity>& entities)
      : document_(document), tokens_(document.tokens), entities_(entities) {
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      if (!mention.nested && mention.entity >= 0) names_.push_back(m);
    }
  }

  std::vector<StructuralFact> kin(const Words& words) {
    for (std::size_t n = 1; n < names_.size(); ++n) {
      const Mention& one = name(n - 1);
      const Mention& other = name(n);
      if (!near(one, other) || type(one) != "person" || type(other) != "person") continue;
      const TokenRange all{one.tokens.end, other.tokens.begin};
      const TokenRange gap = kKin.contains(plain(all)) ? all : without_title(all, words);
      if (kKin.contains(plain(gap))) add(one, other, gap, 0.9);
    }
    for (std::size_t n = 1; n < names_.size(); ++n) {  // "X arrived with his wife, NAME"
      const Mention& other = name(n);
      const std::uint32_t begin = other.tokens.begin;
      const std::uint32_t wife = begin > 0 && lower(begin - 1) == "," ? begin - 2 : begin - 1;
      if (begin < 3 || type(other) != "person" || !kSpouse.contains(lower(wife)) ||
          (lower(wife - 1) != "his" && lower(wife - 1) != "her"))
        continue;
      const TokenRange words_of_kin{wife - 1, wife + 1};
      if (const Mention* one = only_person_before(n, wife - 1)) {
        add(*one, other, words_of_kin, 0.85);
      } else if (const Mention* before = wife + 1 < begin ? person_told_before(n) : nullptr) {
        add_by_pronoun(*before, other, words_of_kin);
      }
    }
    return std::move(facts_);
  }

  std::vector<StructuralFact> settlements() {
    for (std::size_t n = 1; n < names_.size(); ++n) {
      const Mention& one = name(n - 1);
      const Mention& other = name(n);
      if (!near(one, other) || one.entity == other.entity) continue;
      const TokenRange gap{one.tokens.end, other.tokens.begin};
      if (type(one) == "country" && place(other) && owned_settlement(one, gap)) {
        add(other, one, gap, 0.9);
      } else if (place(one) && type(other) == "country" && n + 1 < names_.size() &&
                 settlement_in(gap) && capital_before(other, name(n + 1))) {
        add(one, name(n + 1), gap, 0.85);  // "NAME, an area of the Indian capital, NAME"
      } else if (place(one) && around(other) && settlement_in(gap)) {
        add(one, other, gap, 0.9);
      }
    }
    return std::move(facts_);
  }

  std::vector<StructuralFact> memberships() {
    for (std::size_t n = 1; n < names_.size(); ++n) {
      const Mention& one = name(n - 1);
      const Mention& other = name(n);
      if (!near(one, other) || one.entity == other.entity) continue;
      const TokenRange gap{one.tokens.end, other.tokens.begin};
      const std::string words = plain(gap);
      if (body(one) && kMembers.contains(words)) {
        for (const Mention* member : list_from(n)) add(*member, one, gap, 0.9);
      } else if (body(one) && actor(other) && words.empty() && member_of_before(one) &&
                 tokens_[gap.begin].lower == "," && closes(other)) {
        add(other, one, gap, 0.9);
      } else if (body(one) && type(other) == "person" && member_of_before(one) &&
                 post_between(one, other)) {
        add(other, one, gap, 0.9);
      } else if (type(one) == "person" && body(other) &&
                 (words == "'s party the" || words == "'s party" ||
                  (words == "'s" && type(other) == "party" && other.tokens.size() > 1))) {
        add(one, other, gap, 0.9);
      } else if (actor(one) && body(other) && described_by(gap) &&
                 kMember.contains(lower(other.tokens.end)) && ends_phrase(other.tokens.end + 1)) {
        add(one, other, {other.tokens.end, other.tokens.end + 1}, 0.9);
      } else if (type(other) == "party" && other.tokens.size() > 1 &&
                 (lower(gap.end - 1) == "his" || lower(gap.end - 1) == "her")) {
        const TokenRange whose{gap.end - 1, gap.end};
        if (const Mention* person = only_person_before(n, whose.begin)) {
          StructuralFact fact = fact_of(document_, *person, other, whose, 0.85);
          fact.subject_words = whose;
          fact.links.push_back(
              {span_of(document_, whose), span_of(document_, person->tokens), "pronoun"});
          facts_.push_back(std::move(fact));
        }
      } else if (type(one) == "country" && body(other) &&
                 (words == "is a" || words == "is also a") &&
                 kMember.contains(lower(other.tokens.end))) {
        add(one, other, {other.tokens.end, other.tokens.end + 1}, 0.9);
      }
    }
    return std::move(facts_);
  }

  // Parsers take "ally" for an adverb, so words alone tell.
  std::vector<StructuralFact> alliances() {
    for (std::size_t n = 1; n < names_.size(); ++n) {
      const Mention& one = name(n - 1);
      const Mention& other = name(n);
      if (!near(one, other) || one.entity == other.entity || !side(one) || !side(other)) continue;
      const TokenRange gap{one.tokens.end, other.tokens.begin};
      const bool apposed = lower(gap.begin) == ",";
      if (ally(gap) && (lower(gap.begin) == "'s" || its(gap))) {
        add(other, one, gap, 0.9);  // "Kenya's ally Austria", "Kenya and its ally Austria"
      } else if (apposed && ally_of(gap)) {
        add(one, other, gap, 0.9);  // "Kenya, an ally of Austria"
      } else if (apposed && gap.size() == 1 && lower(other.tokens.end) == "'s" &&
                 ally_behind(other.tokens.end)) {
        add(one, other, {other.tokens.end, other.tokens.end + 1}, 0.9);
      }
    }
    return std::move(facts_);
  }

 private:
  bool side(const Mention& mention) const { return country_like(mention) && !mention.demonym; }
  bool country_like(const Mention& mention) const {
    return type(mention) == "country" || body(mention);
  }

  // "'s close ally", "and its main ally": ends with the ally.
  bool ally(TokenRange gap) const {
    const std::uint32_t last = lower(gap.end - 1) == "," ? gap.end - 2 : gap.end - 1;
    return last > gap.begin && kAlly.contains(lower(last)) && still({gap.begin + 1, last});
  }

  // "and its"
  bool its(TokenRange gap) const {
    return (lower(gap.begin) == "and" || lower(gap.begin) == "with") &&
           lower(gap.begin + 1) == "its";
  }

  // ", a close ally of the"
  bool ally_of(TokenRange gap) const {
    std::uint32_t of = gap.end - 1;
    if (lower(of) == "the") --of;
    return of > gap.begin + 1 && lower(of) == "of" && kAlly.contains(lower(of - 1)) &&
           still({gap.begin + 1, of - 1});
  }

  // ", Kenya's main ally,": to the comma behind
  bool ally_behind(std::uint32_t begin) const {
    for (std::uint32_t i = begin + 1; i < begin + kFewWords && i < tokens_.size(); ++i) {
      if (kAlly.contains(lower(i)))
        return (lower(i + 1) == "," || lower(i + 1) == ".") && still({begin + 1, i});
      if (tokens_[i].tag == Tag::Punct || is_verb(tokens_[i].tag)) return false;
    }
    return false;
  }

  // No verb, mark or "former" among these words.
  bool still(TokenRange words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const bool verb = is_verb(tokens_[i].tag) && tokens_[i].tag != Tag::Participle;
      const bool mark = tokens_[i].tag == Tag::Punct && lower(i) != "-";
      if (verb || mark || kNoMore.contains(lower(i))) return false;
    }
    return true;
  }

  // The one person whom the sentence names before token `at`; nullptr = none or several.
  const Mention* only_person_before(std::size_t n, std::uint32_t at) const {
    const Mention* found = nullptr;
    for (std::size_t k = n; k-- > 0 && name(k).sentence == name(n).sentence;) {
      if (type(name(k)) != "person" || name(k).tokens.end > at) continue;
      if (found != nullptr && found->entity != name(k).entity) return nullptr;
      found = &name(k);
    }
    return found != nullptr && found->entity != name(n).entity ? found : nullptr;
  }

  // The one person whom the sentence before names, where this one names no other than `n`.
  const Mention* person_told_before(std::size_t n) const {
    const std::uint32_t here = name(n).sentence;
    const Mention* found = nullptr;
    for (std::size_t k = n; k-- > 0 && name(k).sentence + 1 >= here;) {
      if (type(name(k)) != "person") continue;
      if (name(k).sentence == here || (found != nullptr && found->entity != name(k).entity))
        return nullptr;
      found = &name(k);
    }
    return found != nullptr && found->entity != name(n).entity ? found : nullptr;
  }

  // "His widow, NAME,": `one` is named in the sentence before.
  void add_by_pronoun(const Mention& one, const Mention& other, TokenRange words_of_kin) {
    StructuralFact fact = fact_of(document_, one, other, words_of_kin, 0.8);
    fact.sentence = other.sentence;
    fact.subject_words = {words_of_kin.begin, words_of_kin.begin + 1};
    fact.links.push_back(
        {span_of(document_, fact.subject_words), span_of(document_, one.tokens), "pronoun"});
    facts_.push_back(std::move(fact));
  }

  const Mention& name(std::size_t n) const { return document_.mentions[names_[n]]; }
  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }
  std::string_view lower(std::uint32_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view();
  }
  static bool near(const Mention& one, const Mention& other) {
    return one.sentence == other.sentence && one.tokens.end < other.tokens.begin &&
           other.tokens.begin - one.tokens.end <= kFewWords;
  }
  bool place(const Mention& mention) const { return type(mention) == "place" && !mention.demonym; }
  bool around(const Mention& mention) const {
    return (type(mention) == "country" || mention.division) && !mention.demonym;
  }
  bool body(const Mention& mention) const {
    return type(mention) == "organization" || type(mention) == "party";
  }
  bool actor(const Mention& mention) const {
    return (type(mention) == "person" || type(mention) == "country") && !mention.demonym;
  }
  // A mark behind the name, or the verb of the sentence that its description opens: "A member of
  // the Parliament, NAME said".
  bool closes(const Mention& mention) const {
    const std::uint32_t end = mention.tokens.end;
    return end < tokens_.size() &&
           (tokens_[end].tag == Tag::Punct || tokens_[end].tag == Tag::Past);
  }

  // The words of `range` without marks and numbers.
  std::string plain(TokenRange range) const {
    std::string words;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (tokens_[i].tag == Tag::Num || tokens_[i].lower == ",") continue;
      if (!words.empty()) words += ' ';
      words += tokens_[i].lower;
    }
    return words;
  }

  // Without "President" at its end.
  TokenRange without_title(TokenRange range, const Words& words) const {
    for (std::uint32_t begin = range.begin; begin < range.end; ++begin) {
      const auto role = words.roles.find(tokens_, begin, range.end);
      const auto title = words.titles.find(tokens_, begin, range.end);
      if (kKinWords.contains(tokens_[begin].lower)) continue;
      if ((role && begin + role->length == range.end) ||
          (title && begin + title->length == range.end))
        return {range.begin, begin};
    }
    return range;
  }

  // "the Indian capital, NAME"
  bool capital_before(const Mention& country, const Mention& city) const {
    return place(city) && city.sentence == country.sentence &&
           lower(country.tokens.end) == "capital" && near(country, city) &&
           owned_settlement(country, {country.tokens.end, city.tokens.begin});
  }

  // "'s capital ,", "(Kenyan) port city of"
  bool owned_settlement(const Mention& country, TokenRange gap) const {
    std::uint32_t i = gap.begin;
    if (lower(i) == "'s") {
      ++i;
    } else if (!country.demonym &&
               (lower(i) != "capital" || lower(country.tokens.begin - 1) != "the")) {
      return false;  // but "the US capital"
    }
    bool settlement = false;
    for (; i < gap.end; ++i) {
      const Token& token = tokens_[i];
      settlement = kSettlements.contains(token.lower);
      const bool word = token.tag == Tag::Adj || token.tag == Tag::Noun || token.lower == "-";
      if (!settlement && !word) return false;
      if (settlement && i + 1 == gap.end) return true;
      if (settlement && (lower(i + 1) == "of" || lower(i + 1) == ",")) return i + 2 == gap.end;
    }
    return false;
  }

  // ", a town in western", ", the capital of", ", in western"
  bool settlement_in(TokenRange gap) const {
    std::uint32_t i = gap.begin;
    if (lower(i) != ",") return false;
    ++i;
    bool settlement = false;
    while (i < gap.end && lower(i) != "in" && lower(i) != "of") {
      const Token& token = tokens_[i];
      settlement = settlement || kSettlements.contains(token.lower);
      if (token.tag != Tag::Adj && token.tag != Tag::Noun && token.tag != Tag::Det &&
          token.lower != "-")
        return false;
      ++i;
    }
    if (i == gap.end) return false;
    const bool directly = i == gap.begin + 1 && lower(i) == "in";
    if (!settlement && !directly) return false;
    bool direction = false;
    for (++i; i < gap.end; ++i) {
      direction = true;
      if (tokens_[i].tag != Tag::Adj && tokens_[i].tag != Tag::Det && tokens_[i].tag != Tag::Noun &&
          tokens_[i].tag != Tag::Adv && tokens_[i].lower != "-")
        return false;
    }
    return settlement || direction;
  }

  // The names from `n` on that follow each other in a list.
  std::vector<const Mention*> list_from(std::size_t n) const {
    std::vector<const Mention*> list;
    for (; n < names_.size(); ++n) {
      const Mention& member = name(n);
      if (!actor(member)) break;
      if (!list.empty()) {
        const std::string joint = plain({list.back()->tokens.end, member.tokens.begin});
        const bool joined =
            (joint.empty() || joint == "and") && list.back()->tokens.end < member.tokens.begin;
        if (!joined || member.sentence != list.back()->sentence) break;
      }
      list.push_back(&member);
    }
    return list;
  }

  // ", a founding", ", the high-ranking": an apposition begins, of adjectives only so far.
  bool described_by(TokenRange gap) const {
    if (gap.size() < 2 || lower(gap.begin) != "," || tokens_[gap.begin + 1].tag != Tag::Det)
      return false;
    for (std::uint32_t i = gap.begin + 2; i < gap.end; ++i) {
      const Token& token = tokens_[i];
      const bool word = token.tag == Tag::Adj || token.tag == Tag::Participle ||
                        token.tag == Tag::Gerund || token.lower == "-";
      if (!word) return false;
    }
    return true;
  }

  bool ends_phrase(std::uint32_t i) const {
    return i >= tokens_.size() || tokens_[i].tag == Tag::Punct || lower(i) == "and";
  }

  // "a member of the"
  bool member_of_before(const Mention& body) const {
    std::uint32_t i = body.tokens.begin;
    while (i > 0 && tokens_[i - 1].tag == Tag::Det) --i;
    return i > 1 && lower(i - 1) == "of" && kMember.contains(lower(i - 2));
  }

  // "Member of the Committee and Minister of Trade NAME": one post with its holder.
  bool post_between(const Mention& body, const Mention& person) const {
    const std::uint32_t joint = body.tokens.end;
    if (lower(joint) != "and" && lower(joint) != ",") return false;
    const auto post = first_from(document_.roles, joint + 1);
    return post != document_.roles.end() && post->tokens.begin == joint + 1 && post->person >= 0 &&
           document_.mentions[static_cast<std::size_t>(post->person)].tokens == person.tokens &&
           person.tokens.begin >= post->tokens.end;
  }

  void add(const Mention& subject, const Mention& object, TokenRange trigger, double confidence) {
    facts_.push_back(fact_of(document_, subject, object, trigger, confidence));
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  std::vector<std::size_t> names_;  // mentions with an entity, not nested
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_kin(const Document& document,
                                     const std::vector<LocalEntity>& entities, const Words& words) {
  return Between(document, entities).kin(words);
}

std::vector<StructuralFact> find_settlements(const Document& document,
                                             const std::vector<LocalEntity>& entities) {
  return Between(document, entities).settlements();
}

std::vector<StructuralFact> find_alliances(const Document& document,
                                           const std::vector<LocalEntity>& entities) {
  return Between(document, entities).alliances();
}

std::vector<StructuralFact> find_memberships(const Document& document,
                                             const std::vector<LocalEntity>& entities) {
  return Between(document, entities).memberships();
}

}  // namespace entente
