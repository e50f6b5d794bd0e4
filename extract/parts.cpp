#include "extract/parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// Names that belong to a state when its adjective or name stands in them: "Vietnamese National
// Assembly".
const Strings kStateWords = {
    "ministry",    "assembly",    "parliament", "army",         "navy",       "government",
    "court",       "congress",    "police",     "embassy",      "council",    "customs",
    "senate",      "department",  "cabinet",    "agency",       "commission", "committee",
    "bureau",      "forces",      "force",      "guard",        "office",     "administration",
    "duma",        "secretariat", "treasury",   "parliament's", "knesset",    "bundestag",
    "diet",        "house",       "consulate",  "legislature",  "judiciary",  "tribunal",
    "chancellery", "admiralty",   "ministries"};
const Strings kBodies = {"committee",  "council",   "secretariat", "congress", "commission",
                         "politburo",  "assembly",  "bureau",      "board",    "mission",
                         "parliament", "presidium", "leadership"};

class Parts {
 public:
  Parts(const Document& document, const std::vector<LocalEntity>& entities)
      : document_(document), tokens_(document.tokens), entities_(entities) {}

  std::vector<StructuralFact> inner_parts() {
    for (const Mention& inner : document_.mentions) {
      if (!inner.nested || inner.entity < 0) continue;
      for (const Mention& outer : document_.mentions) {
        if (outer.tokens.begin > inner.tokens.begin || outer.tokens.end < inner.tokens.end ||
            outer.tokens == inner.tokens)
          continue;
        if (outer.entity < 0 || outer.entity == inner.entity || tightest(inner, outer)) continue;
        if (belongs(inner, outer)) add(outer, inner, outer.tokens, 0.9);
      }
    }
    return std::move(facts_);
  }

  std::vector<StructuralFact> owned_parts() {
    for (const Mention& owned : document_.mentions) {
      const std::uint32_t begin = behind_genitive(owned);
      if (owned.nested || owned.entity < 0 || begin < 2 || tokens_[begin - 1].lower != "'s" ||
          before_post(owned))
        continue;
      for (const Mention& owner : document_.mentions) {
        if (owner.nested || owner.entity < 0 || owner.tokens.end != begin - 1 ||
            owner.sentence != owned.sentence)
          continue;
        const bool of_country = type(owner) == "country";  // "Kenya's Labour Party", too
        if ((type(owned) == "party" && of_country) ||
            (type(owned) == "organization" &&
             (of_country || type(owner) == "organization" || type(owner) == "party"))) {
          add(owned, owner, {begin - 1, begin}, 0.9);
        }
      }
    }
    return std::move(facts_);
  }

 private:
  // Where the phrase behind "'s" begins: over "ruling", "main opposition", "state-run", but not
  // over "ally" or "rival", before the name.
  std::uint32_t behind_genitive(const Mention& owned) const {
    static const Strings kInner = {"opposition", "state",        "news",    "agency",
                                   "government", "central",      "bank",    "television",
                                   "spy",        "intelligence", "service", "broadcaster"};
    constexpr std::uint32_t kWords = 5;
    const std::uint32_t floor = document_.sentences[owned.sentence].tokens.begin;
    const std::uint32_t end = owned.tokens.end;
    std::uint32_t i = owned.tokens.begin;
    if (end < tokens_.size() && tokens_[end].tag == Tag::Noun) return i;  // "largest Union partner"
    while (i > floor && owned.tokens.begin - i < kWords && tokens_[i - 1].lower != "'s") {
      const Token& token = tokens_[i - 1];
      const bool word = token.tag == Tag::Adj || token.tag == Tag::Participle ||
                        token.tag == Tag::Gerund || token.lower == "-" ||
                        kInner.contains(token.lower);
      if (!word || is_capital(document_, tokens_[i - 1])) return owned.tokens.begin;
      --i;
    }
    return i;
  }

  // "Kenya's UN ambassador": the post is Kenya's, not the organization.
  bool before_post(const Mention& name) const {
    const auto after = std::lower_bound(
        document_.roles.begin(), document_.roles.end(), name.tokens.end,
        [](const Role& role, std::uint32_t end) { return role.title.begin < end; });
    return after != document_.roles.end() && after->kind == "diplomat" &&
           after->title.begin == name.tokens.end;
  }

  // A third name lies between the two: the party's country is the party's, not the committee's.
  bool tightest(const Mention& inner, const Mention& outer) const {
    return std::any_of(
        document_.mentions.begin(), document_.mentions.end(), [&](const Mention& between) {
          const bool around_inner = between.tokens.begin <= inner.tokens.begin &&
                                    inner.tokens.end <= between.tokens.end &&
                                    between.tokens != inner.tokens;
          const bool in_outer = outer.tokens.begin <= between.tokens.begin &&
                                between.tokens.end <= outer.tokens.end &&
                                between.tokens != outer.tokens;
          return around_inner && in_outer && between.entity >= 0 && between.entity != inner.entity;
        });
  }

  bool belongs(const Mention& inner, const Mention& outer) const {
    const std::string& part = type(outer);
    const std::string& whole = type(inner);
    if (part == "event") return whole == "party" || whole == "organization";
    if (part != "organization" && part != "party") return false;
    if (whole == "party" || whole == "organization") {
      // In front, only of a body of it: "CPC Central Committee", not "ASEAN College".
      return inner.tokens.begin > outer.tokens.begin ||
             kBodies.contains(tokens_[outer.tokens.end - 1].lower);
    }
    if (whole != "country" || (inner.demonym && rebels(outer))) return false;
    for (std::uint32_t i = outer.tokens.begin; i < outer.tokens.end; ++i) {
      if (kStateWords.contains(tokens_[i].lower)) return true;
    }
    return false;
  }

  // "Syrian Democratic Forces", "Irish Liberation Army": where they fight, not whose they are.
  bool rebels(const Mention& name) const {
    static const Strings kArmed = {"army", "forces", "force", "council"};
    static const Strings kCauses = {"democratic", "free",      "liberation", "resistance",
                                    "insurgent",  "rebel",     "salvation",  "opposition",
                                    "islamic",    "republican"};
    bool cause = false;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
      cause = cause || kCauses.contains(tokens_[i].lower);
    return cause && kArmed.contains(tokens_[name.tokens.end - 1].lower);
  }

  void add(const Mention& part, const Mention& whole, TokenRange trigger, double confidence) {
    facts_.push_back(fact_of(document_, part, whole, trigger, confidence));
  }

  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_inner_parts(const Document& document,
                                             const std::vector<LocalEntity>& entities) {
  return Parts(document, entities).inner_parts();
}

std::vector<StructuralFact> find_owned_parts(const Document& document,
                                             const std::vector<LocalEntity>& entities) {
  return Parts(document, entities).owned_parts();
}

}  // namespace entente
