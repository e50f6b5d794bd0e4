// A mention is a sentence's trigger: the facts that it states are of one event. From there it goes
// by what facts have in common.
// - A fact of a few days was said of one occasion wherever it was said, so two mentions that share
//   it are of one event.
// - A fact without a date, or of a month or a year, may have been said of several occasions. It
//   goes with the one mention that names most, and ties nothing to another mention.
// - All that is told of one agreement on one day is one signing (Occasion::about_object).
// - What was planned is the event that then happened: same ends, dates that agree.
// Never together: different statuses otherwise, dates of which neither holds the other, two places
// of one type. Every step goes in sorted order. Tested by events_test.cpp.

#include "graph/events.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "graph/content_id.h"

namespace entente {
namespace {

using std::chrono::days;

constexpr days kFewDays{7};  // a visit or a summit lasts no longer
constexpr days kNearby{3};   // two dates of one occasion that differ by mistake

using Index = std::size_t;
using Places = std::map<std::string_view, std::string_view>;  // type -> Entity::id

std::string_view type_of(std::string_view id) { return id.substr(0, id.find(':')); }

bool is_exact(const std::optional<DateRange>& when) {
  return when && when->last - when->first < kFewDays;
}

bool agree(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
  return !a || !b || contains(*a, *b) || contains(*b, *a);
}

std::optional<DateRange> finer(const std::optional<DateRange>& a,
                               const std::optional<DateRange>& b) {
  if (!a || !b) return a ? a : b;
  const auto length = [](DateRange when) { return when.last - when.first; };
  return std::pair(length(*b), *b) < std::pair(length(*a), *a) ? b : a;
}

bool near(DateRange a, DateRange b) {
  return overlaps(a, b) || (a.first < b.first ? b.first - a.first : a.first - b.first) <= kNearby;
}

// "visited": what is visited is where it happened.
bool happens_at_object(const Relation& relation) {
  return std::ranges::all_of(relation.objects, [](const std::string& type) {
    return type == "country" || type == "place";
  });
}

Places places_of(const Fact& fact, const Relation& relation) {
  Places places;
  const auto said = fact.qualifiers.find("place");
  if (said != fact.qualifiers.end()) places[type_of(said->second)] = said->second;
  if (happens_at_object(relation)) places[type_of(fact.object)] = fact.object;
  return places;
}

// Facts as a union-find that knows of each cluster what speaks against joining it with another.
class Occasions {
 public:
  Occasions(const std::vector<Fact>& facts, const Ontology& ontology) : facts_(facts) {
    for (Index i = 0; i < facts.size(); ++i) {
      const Relation* relation = ontology.relation(facts[i].relation);
      parent_.push_back(i);
      clusters_.emplace_back();
      occasions_.push_back(relation != nullptr && relation->occasion ? &*relation->occasion
                                                                     : nullptr);
      if (occasions_.back() == nullptr) continue;
      clusters_.back() = {facts[i].status, facts[i].when, places_of(facts[i], *relation)};
    }
  }

  const Occasion* occasion(Index fact) const { return occasions_[fact]; }
  Index root(Index fact) const {
    while (parent_[fact] != fact) fact = parent_[fact] = parent_[parent_[fact]];
    return fact;
  }

  void join_mentions();
  void join_by_object();
  void join_planned();

 private:
  struct Cluster {
    Status status = Status::Happened;
    std::optional<DateRange> when;
    Places places;
  };

  bool fit(Index a, Index b) const {
    const Cluster& one = clusters_[root(a)];
    const Cluster& other = clusters_[root(b)];
    return agree(one.when, other.when) &&
           std::ranges::all_of(one.places, [&other](const auto& place) {
             const auto found = other.places.find(place.first);
             return found == other.places.end() || found->second == place.second;
           });
  }
  bool alike(Index a, Index b) const {
    return clusters_[root(a)].status == clusters_[root(b)].status && fit(a, b);
  }
  void join(Index a, Index b) {
    const auto [kept, gone] = std::minmax({root(a), root(b)});
    if (kept == gone) return;
    Cluster& cluster = clusters_[kept];
    cluster.when = finer(cluster.when, clusters_[gone].when);
    cluster.places.merge(clusters_[gone].places);
    cluster.status = std::min(cluster.status, clusters_[gone].status);  // happened before planned
    parent_[gone] = kept;
  }
  // Each of `facts` to the first one before it that it fits.
  void join_fitting(const std::vector<Index>& facts) {
    std::vector<Index> roots;
    for (const Index fact : facts) {
      const auto found =
          std::ranges::find_if(roots, [&](Index other) { return alike(other, fact); });
      if (found == roots.end()) {
        roots.push_back(fact);
      } else {
        join(*found, fact);
      }
    }
  }

  const std::vector<Fact>& facts_;
  std::vector<const Occasion*> occasions_;  // [fact]; nullptr = of no event
  mutable std::vector<Index> parent_;
  std::vector<Cluster> clusters_;  // [root]
};

void Occasions::join_mentions() {
  using Trigger = std::tuple<std::string_view, Span, Span, std::string_view>;
  std::map<Trigger, std::vector<Index>> mentions;
  for (Index i = 0; i < facts_.size(); ++i) {
    if (occasions_[i] == nullptr) continue;
    for (const Evidence& said : facts_[i].evidence) {
      auto& facts = mentions[{said.article, said.sentence, said.trigger, occasions_[i]->kind}];
      if (facts.empty() || facts.back() != i) facts.push_back(i);
    }
  }
  std::map<Index, const std::vector<Index>*> largest;  // of a fact that may be of several occasions
  for (const auto& [trigger, facts] : mentions) {
    for (const Index fact : facts) {
      if (is_exact(facts_[fact].when)) continue;
      const std::vector<Index>*& best = largest[fact];
      if (best == nullptr || best->size() < facts.size()) best = &facts;
    }
  }
  for (const auto& [trigger, facts] : mentions) {
    std::vector<Index> exact;
    std::vector<Index> together;
    for (const Index fact : facts) {
      if (is_exact(facts_[fact].when)) {
        exact.push_back(fact);
      } else if (largest.at(fact) == &facts) {
        together.push_back(fact);
      }
    }
    exact.insert(exact.end(), together.begin(), together.end());
    join_fitting(exact);
  }
}

void Occasions::join_by_object() {
  std::map<std::tuple<std::string_view, std::string_view, DateRange>, std::vector<Index>> told;
  for (Index i = 0; i < facts_.size(); ++i) {
    if (occasions_[i] == nullptr || !occasions_[i]->about_object) continue;
    if (!is_exact(facts_[i].when)) continue;
    told[{occasions_[i]->kind, facts_[i].object, *facts_[i].when}].push_back(i);
  }
  for (const auto& [object, facts] : told) join_fitting(facts);
}

void Occasions::join_planned() {
  using Ends = std::tuple<std::string_view, std::string_view, std::string_view>;
  const auto ends = [this](Index i) {
    return Ends(facts_[i].subject, facts_[i].relation, facts_[i].object);
  };
  std::map<Ends, std::vector<Index>> happened;
  for (Index i = 0; i < facts_.size(); ++i) {
    const bool counts = occasions_[i] != nullptr && facts_[i].status == Status::Happened;
    if (counts && is_exact(facts_[i].when)) happened[ends(i)].push_back(i);
  }
  for (Index i = 0; i < facts_.size(); ++i) {
    if (occasions_[i] == nullptr || facts_[i].status != Status::Planned) continue;
    const auto found = happened.find(ends(i));
    if (found == happened.end() || !is_exact(facts_[i].when)) continue;
    std::set<Index> fitting;
    for (const Index other : found->second) {
      if (fit(i, other)) fitting.insert(root(other));
    }
    if (fitting.size() == 1) join(i, *fitting.begin());
  }
}

void sort_unique(auto& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Where most of its sentences say that it was; rather a town than its country.
std::string place_of(const std::map<std::string, std::size_t>& sentences) {
  const auto best = std::ranges::max_element(sentences, {}, [](const auto& entry) {
    return std::pair(type_of(entry.first) != "country", entry.second);
  });
  return best == sentences.end() ? std::string() : best->first;
}

Event make_event(const std::vector<const Fact*>& facts, const Ontology& ontology) {
  Event event;
  std::vector<std::string_view> texts;
  std::map<std::string, std::size_t> places;
  event.status = (*std::ranges::min_element(facts, {}, &Fact::status))->status;
  for (const Fact* fact : facts) {
    event.facts.push_back(fact->id);
    for (const Evidence& said : fact->evidence) event.articles.push_back(said.article);
    if (fact->status != event.status) continue;
    const Relation& relation = *ontology.relation(fact->relation);
    event.kind = relation.occasion->kind;
    event.when = finer(event.when, fact->when);
    event.participants.push_back({fact->subject, relation.occasion->subject});
    event.participants.push_back({fact->object, relation.occasion->object});
    for (const auto& [type, place] : places_of(*fact, relation)) {
      places[std::string(place)] += fact->evidence.size();
    }
    for (const Evidence& said : fact->evidence) texts.push_back(source_of(said));
  }
  event.place = place_of(places);
  sort_unique(event.participants);
  sort_unique(event.facts);
  sort_unique(event.articles);
  sort_unique(texts);
  event.sources = texts.size();
  return event;
}

// "2024-08-19", "2024-08-19--2024-08-21" (ISO 8601 allows both signs between two dates).
std::string date_in_id(const Event& event) {
  if (!event.when) return "undated";
  std::string date = to_iso(*event.when);
  const std::size_t slash = date.find('/');
  return slash == std::string::npos ? date : date.replace(slash, 1, "--");
}

void give_ids(std::vector<Event>& events) {
  std::vector<std::pair<std::string, Event*>> keyed;
  for (Event& event : events) {
    std::string key = event.kind;
    for (const Participant& one : event.participants) {
      key += kPartSeparator + one.role + kPartSeparator + one.entity;
    }
    key += kPartSeparator + date_in_id(event) + kPartSeparator;
    keyed.emplace_back(key + std::string(to_string(event.status)), &event);
  }
  // Of two with one key it is always the same that gives way.
  std::ranges::sort(keyed, {}, [](const auto& entry) {
    return std::pair<const std::string&, const std::string&>(entry.first,
                                                             entry.second->facts.front());
  });
  std::unordered_set<std::string> taken;
  for (auto& [key, event] : keyed) {
    do {
      event->id = "event:" + event->kind + '-' + date_in_id(*event) + '-' + content_hash(key);
      key += kPartSeparator;
    } while (!taken.insert(event->id).second);
  }
}

bool share_article(const Event& a, const Event& b) {
  std::vector<std::string_view> both;
  std::ranges::set_intersection(a.articles, b.articles, std::back_inserter(both));
  return !both.empty();
}

// Events of one kind among the same people, in order of date: which of them cannot both be so?
class Conflicts {
 public:
  explicit Conflicts(const std::vector<Event*>& events) : events_(events) {
    for (const Event* event : events_) {
      if (event->status == Status::Denied) continue;
      for (const std::string& article : event->articles) ++told_[article];
    }
  }

  void find() {
    for (Index i = 0; i < events_.size(); ++i) {
      for (Index j = i + 1; j < events_.size(); ++j) {
        if (events_[i]->when && events_[j]->when && !near(*events_[i]->when, *events_[j]->when)) {
          // Further ones are further away, but for those that lie in a longer one.
          if (is_exact(events_[i]->when)) break;
          continue;
        }
        if (!other_date(*events_[i], *events_[j]) && !other_word(*events_[i], *events_[j]))
          continue;
        events_[i]->conflicts.push_back(events_[j]->id);
        events_[j]->conflicts.push_back(events_[i]->id);
      }
    }
  }

 private:
  // Two articles, each of which tells one such occasion, give days that differ.
  bool other_date(const Event& a, const Event& b) const {
    const auto tells_one = [this](const std::string& article) { return told_.at(article) == 1; };
    return a.status == b.status && a.status != Status::Denied && is_exact(a.when) &&
           is_exact(b.when) && !agree(a.when, b.when) &&
           std::ranges::all_of(a.articles, tells_one) && std::ranges::all_of(b.articles, tells_one);
  }
  // It was, or will be, and it was not.
  static bool other_word(const Event& a, const Event& b) {
    if ((a.status == Status::Denied) == (b.status == Status::Denied)) return false;
    if (a.status == Status::Hypothetical || b.status == Status::Hypothetical) return false;
    return (is_exact(a.when) && is_exact(b.when)) || share_article(a, b);
  }

  const std::vector<Event*>& events_;
  std::map<std::string_view, std::size_t> told_;  // article -> how many of the events
};

void find_conflicts(std::vector<Event>& events) {
  std::map<std::vector<std::string_view>, std::vector<Event*>> groups;
  for (Event& event : events) {
    std::vector<std::string_view> key = {event.kind};
    for (const Participant& one : event.participants) {
      key.push_back(one.role);
      key.push_back(one.entity);
    }
    groups[key].push_back(&event);
  }
  for (auto& [key, group] : groups) {
    std::ranges::sort(group, {},
                      [](const Event* event) { return std::tie(event->when, event->id); });
    Conflicts(group).find();
  }
  for (Event& event : events) sort_unique(event.conflicts);
}

}  // namespace

std::vector<Event> find_events(std::vector<Fact>& facts, const Ontology& ontology) {
  Occasions occasions(facts, ontology);
  occasions.join_mentions();
  occasions.join_by_object();
  occasions.join_planned();
  std::map<Index, std::vector<const Fact*>> members;
  for (Index i = 0; i < facts.size(); ++i) {
    if (occasions.occasion(i) != nullptr) members[occasions.root(i)].push_back(&facts[i]);
  }
  std::vector<Event> events;
  for (const auto& [root, those] : members) events.push_back(make_event(those, ontology));
  give_ids(events);
  find_conflicts(events);
  std::map<std::string_view, const Event*> event_of;
  for (const Event& event : events) {
    for (const std::string& fact : event.facts) event_of[fact] = &event;
  }
  for (Fact& fact : facts) {
    if (const auto found = event_of.find(fact.id); found != event_of.end()) {
      fact.event = found->second->id;
    }
  }
  std::ranges::sort(events, {}, &Event::id);
  return events;
}

}  // namespace entente
