// A group is a noun of data/words/groups.txt with what stands before it ("Egyptian riot police"),
// or a post that belongs to a country but to no named holder ("French officials", "a French
// minister"). A body is a noun of data/words/bodies.txt behind its country.

#include "extract/groups.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr std::uint32_t kMostModifiers = 5;  // words before the noun

// What says how many or which, but not who.
const Strings kNotWho = {"other",  "many", "several", "some",     "few",      "more",   "most",
                         "all",    "two",  "three",   "both",     "such",     "same",   "own",
                         "local",  "last", "first",   "about",    "around",   "least",  "nearly",
                         "almost", "over", "only",    "various",  "numerous", "top",    "senior",
                         "new",    "dead", "hundred", "thousand", "dozen",    "million"};
// "rights groups": with what stands before them.
const Strings kFactions = {"groups", "factions", "parties", "movements"};
// "students union": the noun before these is part of their name.
const Strings kBodies = {"union",    "association",  "party",     "front",  "group",   "groups",
                         "movement", "federation",   "league",    "rights", "council", "strike",
                         "protest",  "organization", "committee", "unions", "front",   "leaders"};
// "opposition leaders": posts that are told apart by these.
const Strings kSides = {"opposition", "rebel",    "militia",    "union",      "student", "party",
                        "tribal",     "church",   "religious",  "guerrilla",  "labor",   "labour",
                        "community",  "military", "government", "separatist", "army"};
// Before "two": the pair has been named.
const Strings kKnown = {"the", "these", "those", "their", "his", "her", "all"};

class GroupFinder {
 public:
  GroupFinder(Document& document, const Words& words)
      : document_(document), tokens_(document.tokens), words_(words), over_(tokens_.size(), -1) {
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      if (mention.nested) continue;
      for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i)
        over_[i] = static_cast<std::int32_t>(m);
    }
  }

  void find() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      // The posts of a list's line describe who is named there, and nobody else.
      if (document_.blocks[document_.sentences[s].block].kind == BlockKind::Item) continue;
      range_ = document_.sentences[s].tokens;
      for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
        if (const std::uint32_t body = body_begin(i); body < i) {
          add(s, {body, i + 1}, "organization", kBody);
        } else if (const std::uint32_t end = group_end(i); end > i && !known_pair(grown(i))) {
          add(s, {grown(i), end}, kGroupType, "group word");
        }
      }
    }
    for (Mention& group : found_) document_.mentions.push_back(std::move(group));
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  }

 private:
  const Mention* name_at(std::uint32_t i) const {
    return over_[i] < 0 ? nullptr : &document_.mentions[static_cast<std::size_t>(over_[i])];
  }
  // "Egyptian", "Egypt": may stand before a group's noun.
  bool country_at(std::uint32_t i) const {
    const Mention* name = name_at(i);
    return name != nullptr && (name->type == "country" || name->type == "place");
  }
  bool noun(std::uint32_t i) const {
    return tokens_[i].tag == Tag::Noun || tokens_[i].tag == Tag::Propn;
  }
  bool named_next(std::uint32_t i) const {
    return i < range_.end && name_at(i) != nullptr && !country_at(i);
  }

  // Where the name of a state's body begins whose noun is at `i`: "Kenya's foreign ministry"; `i` =
  // it is none. Its country must be said, or else the bodies of two countries have one name.
  std::uint32_t body_begin(std::uint32_t i) const {
    if (!words_.bodies.contains(tokens_[i].lower) || !noun(i) || name_at(i) != nullptr) return i;
    const bool goes_on = i + 1 < range_.end && (noun(i + 1) || named_next(i + 1)) &&
                         tokens_[i].span.end < tokens_[i + 1].span.begin;
    if (goes_on) return i;
    std::uint32_t begin = i;
    while (begin > range_.begin && i - begin < kMostModifiers && !name_at(begin - 1) &&
           (tokens_[begin - 1].tag == Tag::Adj || tokens_[begin - 1].tag == Tag::Noun))
      --begin;
    const bool possessive = begin > range_.begin && tokens_[begin - 1].lower == "'s";
    if (possessive) --begin;
    const Mention* country = begin > range_.begin ? name_at(begin - 1) : nullptr;
    if (country == nullptr || country->type != "country" || country->demonym == possessive)
      return i;
    begin = country->tokens.begin;
    // "French and Egyptian ministries" are two bodies.
    const bool pair =
        begin > range_.begin + 1 && tokens_[begin - 1].lower == "and" && country_at(begin - 2);
    return pair ? i : begin;
  }

  // One past a group's noun that begins at `i`; `i` when none does.
  std::uint32_t group_end(std::uint32_t i) const {
    const Token& token = tokens_[i];
    const Mention* name = name_at(i);
    // "Gunmen" at the beginning of a sentence is no name.
    const bool plain = name != nullptr && name->tokens.size() == 1 && name->known.empty() &&
                       name->type == "person" && words_.groups.contains(token.lower);
    if (name != nullptr && !plain && (!name->type.empty() || name->tokens.end != i + 1)) {
      // "Palestinians"
      const bool people = name->demonym && name->tokens.size() == 1 && token.lower.ends_with('s');
      return people && noun(i) ? i + 1 : i;
    }
    if (!noun(i) && token.tag != Tag::Adj) return i;
    if (after_body(i) || after_pair(i)) return i;
    const bool goes_on = i + 1 < range_.end && noun(i + 1) && !name_at(i + 1) &&
                         tokens_[i].span.end < tokens_[i + 1].span.begin;
    if (kFactions.contains(token.lower) && bare(i) == i) return i;
    // "Kenya's opposition to the plan"
    if (token.lower == "opposition" && i + 1 < range_.end && tokens_[i + 1].lower == "to") return i;
    if (words_.groups.contains(token.lower) || kFactions.contains(token.lower)) {
      const bool part = goes_on && (!plural(token.lower) || kBodies.contains(tokens_[i + 1].lower));
      return part ? i : i + 1;
    }
    if (words_.owned_groups.contains(token.lower) || one_of_group(token.lower)) {
      const bool in_country = i + 2 < range_.end && tokens_[i + 1].lower == "in" &&
                              country_at(i + 2) && !name_at(i + 2)->demonym;
      if (in_country && words_.owned_groups.contains(token.lower))
        return name_at(i + 2)->tokens.end;
      const bool whose = country_before(i) && (plural_form(token.lower) || unnamed(i));
      if (whose) return goes_on || named_next(i + 1) ? i : i + 1;
    }
    const auto post = words_.roles.find(tokens_, i, range_.end);
    if (!post) return i;
    const std::uint32_t owner = owner_end(i + post->length);
    const bool plural = post->value->back() == Words::kPlural;
    if (!plural && is_told_of(i)) return i;
    if (!country_before(i) && owner == i + post->length && !(plural && of_faction(i))) return i;
    if (plural && owner > i + post->length && lists_country(owner)) return i;
    const std::uint32_t end = owner;
    // "Kenya's largest partner" may be Kenya's as well as anybody's.
    const bool office = *post->value != "other" && *post->value != "business";
    if (!plural && !office && (!unnamed(i) || !country_before(i))) return i;
    if (end < range_.end &&
        (named_next(end) || (noun(end) && !plural) || tokens_[end].lower == ","))
      return i;
    return end;
  }

  static bool plural(const std::string& lower) {
    return lower.ends_with('s') || lower.ends_with("men") || lower == "police";
  }
  // "opposition leaders"
  bool of_faction(std::uint32_t i) const {
    return i > range_.begin && kSides.contains(tokens_[i - 1].lower);
  }

  // One past "of Kenya", "of the Netherlands"; `i` when none begins there.
  std::uint32_t owner_end(std::uint32_t i) const {
    if (i + 1 >= range_.end || tokens_[i].lower != "of") return i;
    const std::uint32_t name = tokens_[i + 1].lower == "the" ? i + 2 : i + 1;
    if (name >= range_.end || !country_at(name) || name_at(name)->demonym) return i;
    const std::uint32_t end = name_at(name)->tokens.end;
    const bool owner = end < range_.end && tokens_[end].lower == "'s";
    return owner ? i : end;
  }

  // "was elected mayor of Vienna", "as president of Kenya": what somebody is, not somebody else.
  bool is_told_of(std::uint32_t i) const {
    std::uint32_t begin = bare(i);
    if (begin > range_.begin &&
        (tokens_[begin - 1].lower == "the" || tokens_[begin - 1].lower == "a"))
      --begin;
    if (begin == range_.begin) return false;
    const Token& before = tokens_[begin - 1];
    static const Strings kMakes = {"as",   "elect",  "appoint", "name",    "become",
                                   "make", "choose", "be",      "re-elect"};
    return kMakes.contains(before.lower) || kMakes.contains(before.lemma);
  }

  // "and Austria" behind "the ministers of Kenya": no group has both.
  bool lists_country(std::uint32_t i) const {
    if (i + 1 >= range_.end || (tokens_[i].lower != "and" && tokens_[i].lower != ",")) return false;
    const std::uint32_t next = tokens_[i + 1].lower == "the" ? i + 2 : i + 1;
    return next < range_.end && country_at(next) && !name_at(next)->demonym;
  }

  // "Hezbollah" of "Hezbollah fighters": the fighters are its own.
  bool after_body(std::uint32_t i) const {
    if (i == range_.begin) return false;
    const Mention* name = name_at(i - 1);
    return name != nullptr && (name->type == "organization" || name->type == "party") &&
           tokens_[i - 1].tag != Tag::Adj;
  }
  // "French and Egyptian warships" are two groups, of which neither is named in full: the nouns
  // before them tell whose they are.
  bool after_pair(std::uint32_t i) const {
    const std::uint32_t begin = grown(i);
    if (begin == i || begin < range_.begin + 2 || !country_at(begin)) return false;
    return tokens_[begin - 1].lower == "and" && country_at(begin - 2);
  }

  // "soldier", "policeman": one of a group.
  bool one_of_group(const std::string& lower) const {
    const bool man = lower.ends_with("man");
    const std::string plural = man ? lower.substr(0, lower.size() - 3) + "men" : lower + "s";
    return words_.groups.contains(plural) || words_.owned_groups.contains(plural);
  }
  bool plural_form(const std::string& lower) const { return words_.owned_groups.contains(lower); }

  bool country_before(std::uint32_t i) const {
    const std::uint32_t begin = grown(i);
    for (std::uint32_t k = begin; k < i; ++k) {
      const bool people = name_at(k) != nullptr && name_at(k)->type.empty();  // "Yoruba"
      if (country_at(k) || people) return true;
    }
    return false;
  }

  // "a French minister", "two French ministers", not "the French minister", who may have been
  // named.
  bool unnamed(std::uint32_t i) const {
    const std::uint32_t begin = bare(i);
    if (begin == range_.begin) return false;
    const std::string& before = tokens_[begin - 1].lower;
    return before == "a" || before == "an" || before == "one" || before == "another" ||
           (begin < i && tokens_[begin].lower == "one");
  }

  bool modifies(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (name_at(i) != nullptr) return country_at(i) || name_at(i)->type.empty();
    if (token.lower == "-" || token.lower == "'s")
      return i > range_.begin && name_at(i - 1) != nullptr && country_at(i - 1);
    return token.tag == Tag::Adj || token.tag == Tag::Noun || token.tag == Tag::Propn ||
           token.tag == Tag::Participle ||
           // "missiles targeting Kenyan troops": what they do, not what they are
           (token.tag == Tag::Gerund && (i == range_.begin || tokens_[i - 1].tag != Tag::Noun));
  }

  // Where the noun phrase of the noun at `i` begins, without article and numbers.
  std::uint32_t bare(std::uint32_t i) const {
    std::uint32_t begin = i;
    while (begin > range_.begin && i - begin < kMostModifiers && modifies(begin - 1)) --begin;
    return begin;
  }
  std::uint32_t grown(std::uint32_t i) const {
    std::uint32_t begin = bare(i);
    while (begin < i && (kNotWho.contains(tokens_[begin].lower) || tokens_[begin].tag == Tag::Num ||
                         (is_verb(tokens_[begin].tag) && name_at(begin) == nullptr) ||
                         tokens_[begin].lower == "-" || tokens_[begin].lower == "'s"))
      ++begin;
    return begin;
  }

  // "both ministers", "the two officers"
  bool known_pair(std::uint32_t begin) const {
    if (begin == range_.begin) return false;
    const std::string& before = tokens_[begin - 1].lower;
    if (before != "two") return before == "both";
    return begin > range_.begin + 1 && kKnown.contains(tokens_[begin - 2].lower);
  }

  void add(std::uint32_t sentence, TokenRange range, std::string_view type, const char* how) {
    Mention group;
    group.tokens = range;
    group.sentence = sentence;
    group.type = type;
    group.how = how;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const bool glued = i > range.begin && tokens_[i].span.begin == tokens_[i - 1].span.end;
      if (!group.name.empty() && !glued) group.name += ' ';
      group.name += text_of(document_, tokens_[i]);
      if (over_[i] >= 0) document_.mentions[static_cast<std::size_t>(over_[i])].nested = true;
    }
    found_.push_back(std::move(group));
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  std::vector<std::int32_t> over_;  // the outer mention over a token
  std::vector<Mention> found_;
  TokenRange range_;
};

}  // namespace

void find_groups(Document& document, const Words& words) { GroupFinder(document, words).find(); }

}  // namespace entente
