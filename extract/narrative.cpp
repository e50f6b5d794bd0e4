#include "extract/narrative.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>

namespace entente {
namespace {

constexpr std::uint32_t kFar = 12;         // sentences for which a day is remembered
constexpr std::chrono::days kFresh{31};    // between a day that is told and the report of it
constexpr std::chrono::days kLongest{14};  // a trip of which single deeds are told

constexpr std::uint32_t kLongestClause = 40;  // words before its verb

// What has been told of a day, or of the days of a trip.
struct Day {
  std::size_t fact = 0;  // that said it
  std::uint32_t sentence = 0;
  std::set<std::string> ends;
};

class Narrative {
 public:
  Narrative(const Document& document, const Ontology& ontology, std::vector<Fact>& facts)
      : document_(document), ontology_(ontology), facts_(facts) {}

  void date() {
    std::size_t fact = 0;
    std::size_t time = 0;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const TokenRange tokens = document_.sentences[s].tokens;
      const std::uint32_t end = document_.tokens[tokens.end - 1].span.end;
      const std::size_t first = fact;
      while (fact < facts_.size() && facts_[fact].evidence.front().sentence.begin < end) ++fact;
      const std::size_t times = time;
      while (time < document_.times.size() && document_.times[time].tokens.begin < tokens.end)
        ++time;
      if (!begin_day(s, first, fact) && tells_another(times, time)) day_.reset();
      if (time == times) tell(s, first, fact);
    }
  }

 private:
  bool begin_day(std::uint32_t sentence, std::size_t first, std::size_t last) {
    for (std::size_t f = first; f < last; ++f) {
      const Fact& fact = facts_[f];
      if (!fact.when || fact.status != Status::Happened ||
          fact.evidence.front().date_phrase.empty() || !of_report(fact) || !fresh(*fact.when))
        continue;
      if (!day_ || facts_[day_->fact].when != fact.when) day_ = Day{f, sentence, {}};
      day_->sentence = sentence;
      day_->ends.insert({fact.subject, fact.object});
      return true;
    }
    return false;
  }

  // A deed on its day, or a stay of some days: "travelled to X and Y from May 3 to 6".
  bool of_report(const Fact& fact) const {
    const DateRange& when = *fact.when;
    if (deed(fact)) return when.first == when.last;
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && !relation->state && when.first < when.last &&
           when.last - when.first < kLongest;
  }

  // Of the times [first, last): one that is not still to come and is no end of a stretch ("since
  // May"). What follows may be of that.
  bool tells_another(std::size_t first, std::size_t last) const {
    const std::optional<DateRange>& published = document_.article.published;
    for (std::size_t t = first; t < last; ++t) {
      const TimeMention& time = document_.times[t];
      const bool ahead = published && time.when.first > published->last;
      if (time.side == TimeSide::At && !ahead) return true;
    }
    return false;
  }

  // A life is told from day to day as well, but without saying that it is the same day.
  bool fresh(const DateRange& when) const {
    const std::optional<DateRange>& published = document_.article.published;
    return published && when.first >= published->first - kFresh &&
           when.first <= published->last + std::chrono::days{1};
  }

  void tell(std::uint32_t sentence, std::size_t first, std::size_t last) {
    if (!day_ || sentence - day_->sentence > kFar) return;
    for (std::size_t f = first; f < last; ++f) {
      Fact& fact = facts_[f];
      const bool shared = day_->ends.contains(fact.subject) || day_->ends.contains(fact.object);
      if (fact.when || fact.status != Status::Happened || !shared || !deed(fact) ||
          !fact.evidence.front().said_by.empty() || !told_in_past(fact.evidence.front().trigger))
        continue;
      const Fact& before = facts_[day_->fact];
      fact.when = before.when;
      Evidence& evidence = fact.evidence.front();
      evidence.date_phrase = before.evidence.front().date_phrase;
      evidence.links.push_back({evidence.trigger, before.evidence.front().trigger, "day"});
      day_->ends.insert({fact.subject, fact.object});
    }
  }

  // Neither a state nor a stay, which may last longer than the day.
  bool deed(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && !relation->state &&
           std::ranges::find(relation->objects, "place") == relation->objects.end();
  }

  // "met", "was received", not "has met", "had been received".
  bool told_in_past(Span trigger) const {
    const auto token =
        std::lower_bound(document_.tokens.begin(), document_.tokens.end(), trigger.begin,
                         [](const Token& one, std::uint32_t at) { return one.span.begin < at; });
    if (token == document_.tokens.end()) return false;
    const auto at = static_cast<std::uint32_t>(token - document_.tokens.begin());
    const Tag tag = document_.tokens[at].tag;
    if ((tag != Tag::Past && tag != Tag::Participle) || counted_from(at)) return false;
    bool was = tag == Tag::Past;
    for (std::uint32_t i = at; i-- > 0 && at - i <= 3;) {
      const std::string& low = document_.tokens[i].lower;
      if (low == "has" || low == "have" || low == "had" || low == "having" || low == "'ve")
        return false;
      was = was || low == "was" || low == "were";
    }
    return was;
  }

  // "came a day after X signed Y"
  bool counted_from(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i-- > 0 && verb - i < kLongestClause;) {
      const Token& token = document_.tokens[i];
      if (token.head == verb && token.deprel == Deprel::Mark)
        return token.lower == "after" || token.lower == "before" || token.lower == "since";
    }
    return false;
  }

  const Document& document_;
  const Ontology& ontology_;
  std::vector<Fact>& facts_;
  std::optional<Day> day_;
};

}  // namespace

void date_by_narrative(const Document& document, const Ontology& ontology,
                       std::vector<Fact>& facts) {
  Narrative(document, ontology, facts).date();
}

}  // namespace entente
