#include "extract/stays.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/syntax.h"

namespace entente {
namespace {

constexpr std::chrono::days kFresh{31};      // between a stay and the report of it
constexpr std::chrono::days kLongest{14};    // from its first day to its last
constexpr std::string_view kStay = "visit";  // Occasion::kind

// A visit with one of these is another than the one that the article tells of.
const std::unordered_set<std::string_view> kOther = {"previous", "earlier",   "last",   "past",
                                                     "former",   "next",      "future", "upcoming",
                                                     "every",    "previously"};

// That somebody was somewhere on a day.
struct Sighting {
  const std::string* place;  // LocalEntity::id
  DateRange when;
  const Evidence* told;
};

class Stays {
 public:
  Stays(const Document& document, const Ontology& ontology, const Gazetteer& gazetteer,
        const std::vector<LocalEntity>& entities, std::vector<Fact>& facts)
      : document_(document), ontology_(ontology), gazetteer_(gazetteer), facts_(facts) {
    for (const LocalEntity& entity : entities) entities_.emplace(entity.id, &entity);
  }

  void date() {
    if (!document_.written) return;
    collect();
    for (Fact& fact : facts_) {
      if (fact.when || fact.status != Status::Happened || !stay(fact) || !of_now(fact)) continue;
      date(fact);
    }
  }

 private:
  void collect() {
    for (const Fact& fact : facts_) {
      if (!fact.when || fact.status != Status::Happened || !fresh(*fact.when)) continue;
      const auto place = fact.qualifiers.find("place");
      const std::string* where = stay(fact)                       ? &fact.object
                                 : place != fact.qualifiers.end() ? &place->second
                                                                  : nullptr;
      if (where == nullptr) continue;
      const Sighting sighting{where, *fact.when, &fact.evidence.front()};
      seen_[fact.subject].push_back(sighting);
      if (!stay(fact)) seen_[fact.object].push_back(sighting);
    }
  }

  void date(Fact& visit) const {
    const auto seen = seen_.find(visit.subject);
    if (seen == seen_.end()) return;
    std::optional<DateRange> days;
    std::vector<const Evidence*> told;
    for (const Sighting& sighting : seen->second) {
      if (!same_stay(visit.object, *sighting.place)) continue;
      if (days && days->first <= sighting.when.first && days->last >= sighting.when.last) continue;
      days = days ? DateRange{std::min(days->first, sighting.when.first),
                              std::max(days->last, sighting.when.last)}
                  : sighting.when;
      told.push_back(sighting.told);
    }
    if (!days || (days->last - days->first > kLongest && days != document_.written)) return;
    visit.when = days;
    Evidence& evidence = visit.evidence.front();
    evidence.date_phrase = told.front()->date_phrase;
    for (const Evidence* day : told)
      evidence.links.push_back({evidence.trigger, day->trigger, "day"});
  }

  bool stay(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && relation->occasion && relation->occasion->kind == kStay;
  }

  bool fresh(const DateRange& when) const {
    if (when == document_.written) return true;  // all that is known of either is the year
    return when.first >= document_.written->first - kFresh && when.last - when.first <= kLongest;
  }

  bool same_stay(const std::string& one, const std::string& other) const {
    if (one == other) return true;
    const std::string* within = country_of_city(one);
    const std::string* around = country_of_city(other);
    return (within != nullptr && *within == known(other)) ||
           (around != nullptr && *around == known(one));
  }

  const std::string& known(const std::string& id) const { return entities_.at(id)->known; }

  const std::string* country_of_city(const std::string& id) const {
    const LocalEntity& place = *entities_.at(id);
    return place.type == "place" ? gazetteer_.country_of_city(fold(place.name)) : nullptr;
  }

  // Not told as an earlier or a later visit.
  bool of_now(const Fact& visit) const {
    const Evidence& evidence = visit.evidence.front();
    const std::uint32_t word = token_from(document_, evidence.trigger.begin);
    const std::uint32_t at = sentence_of(document_, word);
    if (at == document_.sentences.size()) return false;
    const Sentence& sentence = document_.sentences[at];
    const TokenRange tokens = sentence.tokens;
    for (const TimeMention& time : document_.times) {
      if (time.tokens.begin >= tokens.begin && time.tokens.begin < tokens.end) return false;
    }
    const Syntax syntax(document_, sentence);
    if (!syntax.parsed()) return false;
    return std::ranges::none_of(syntax.children(word), [&](std::uint32_t child) {
      const std::string& low = syntax.token(child).lower;
      const bool perfect =
          syntax.is(child, "aux") && (low == "had" || low == "has" || low == "have");
      return perfect || kOther.contains(low);
    });
  }

  const Document& document_;
  const Ontology& ontology_;
  const Gazetteer& gazetteer_;
  std::vector<Fact>& facts_;
  std::unordered_map<std::string_view, const LocalEntity*> entities_;  // by id
  std::unordered_map<std::string_view, std::vector<Sighting>> seen_;   // by visitor's id
};

}  // namespace

void date_stays(const Document& document, const Ontology& ontology, const Gazetteer& gazetteer,
                const std::vector<LocalEntity>& entities, std::vector<Fact>& facts) {
  Stays(document, ontology, gazetteer, entities, facts).date();
}

}  // namespace entente
