#include "extract/capitals.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/report_place.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// What a city does as a city.
const Strings kCityVerbs = {"be",   "have",  "host",  "lie",  "become", "remain", "stand",
                            "hold", "boast", "offer", "wake", "lose",   "win",    "grow",
                            "see",  "feel",  "smell", "look", "seem",   "need"};
// "asked Riga to", but not "visited Riga".
const Strings kToActors = {"ask",       "urge",    "accuse", "tell",     "warn",     "criticize",
                           "criticise", "condemn", "blame",  "pressure", "persuade", "request",
                           "threaten",  "assure",  "thank",  "press",    "assist",   "oblige"};
// "between Moscow and Kyiv", but not "flights between Moscow and Kyiv".
const Strings kRoutes = {"flight", "train", "road",   "route",   "railway", "distance", "bus",
                         "line",   "fly",   "travel", "commute", "link",    "highway",  "shuttle"};
const Strings kWithActors = {"with", "between", "against", "by"};
// "Moscow's position", but not "Moscow's airports".
const Strings kDeeds = {
    "decision",   "policy",   "stance",     "position", "support",    "demand",     "proposal",
    "offer",      "plan",     "claim",      "refusal",  "rejection",  "response",   "reaction",
    "move",       "ally",     "invasion",   "attack",   "interest",   "relation",   "tie",
    "request",    "concern",  "warning",    "threat",   "invitation", "ambassador", "envoy",
    "initiative", "bid",      "effort",     "role",     "view",       "vision",     "approach",
    "leadership", "leader",   "friend",     "partner",  "side",       "troop",      "force",
    "opposition", "pressure", "accusation", "sanction", "commitment", "withdrawal", "aggression"};

class CapitalFinder {
 public:
  CapitalFinder(Document& document, const Gazetteer& gazetteer)
      : document_(document), gazetteer_(gazetteer) {
    for (const Mention& mention : document.mentions) {
      if (mention.type == "country") countries_.insert(mention.known);
    }
  }

  void find() {
    const auto dateline = dateline_place(document_);
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
      Mention& mention = document_.mentions[m];
      if (mention.type != "place" || mention.nested || m == dateline) continue;
      const std::string* country = gazetteer_.country_of_capital(fold(mention.name));
      if (country == nullptr || !countries_.contains(*country) || !acts(mention)) continue;
      mention.type = "country";
      mention.known = *country;
      mention.how = kCapital;
    }
  }

 private:
  const Token& token(std::uint32_t t) const { return document_.tokens[t]; }

  // The word of `tokens` whose head lies outside.
  std::optional<std::uint32_t> head_of(TokenRange tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::uint32_t above = token(t).head;
      if (above == kNotParsed || above == t) return std::nullopt;
      if (above < tokens.begin || above >= tokens.end) return t;
    }
    return std::nullopt;
  }

  bool acts(const Mention& mention) const {
    const auto word = head_of(mention.tokens);
    if (!word) return false;
    const std::uint32_t above = token(*word).head;
    const std::string_view relation = universal(token(*word).deprel);
    const std::string_view before =
        mention.tokens.begin > 0 ? token(mention.tokens.begin - 1).lower : std::string_view();
    if (token(*word).deprel == Deprel::Nsubj)
      return is_verb(token(above).tag) && !kCityVerbs.contains(token(above).lemma);
    if (token(*word).deprel == Deprel::Obj) return kToActors.contains(token(above).lemma);
    if (token(*word).deprel == Deprel::NmodPoss) return kDeeds.contains(token(above).lemma);
    if (relation == "obl" || relation == "nmod")
      return kWithActors.contains(before) && !kRoutes.contains(token(above).lemma);
    if (relation == "conj") {  // "between Moscow and Kyiv"
      for (const Mention& other : document_.mentions) {
        if (other.tokens.begin <= above && above < other.tokens.end)
          return other.how == kCapital || (other.type == "country" && before == "and" &&
                                           other.tokens.end + 1 == mention.tokens.begin);
      }
    }
    return false;
  }

  Document& document_;
  const Gazetteer& gazetteer_;
  std::set<std::string> countries_;  // ids of those that the article names
};

}  // namespace

std::vector<Link> capital_links(const Document& document, const Mention& mention) {
  if (mention.how != kCapital) return {};
  const auto named =
      std::find_if(document.mentions.begin(), document.mentions.end(), [&](const Mention& other) {
        return other.entity == mention.entity && other.how != kCapital;
      });
  if (named == document.mentions.end()) return {};
  return {{span_of(document, mention.tokens), span_of(document, named->tokens), kCapital}};
}

void find_capitals(Document& document, const Gazetteer& gazetteer) {
  CapitalFinder(document, gazetteer).find();
}

}  // namespace entente
