// Facts are grouped by what they say (subject, relation, object, status, title); within a group
// they are told apart by date. A lasting state has one date or none, but what is declared, as
// support is, may be declared anew. An occurrence may have
// happened again: equal dates are one occurrence, a date that holds exactly one finer date of the
// group is that one told less exactly, unless it was in another town, and an undated one is the
// dated one of its own article where that has exactly one. Tested by fold_facts_test.cpp.

#include "graph/fold_facts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "graph/content_id.h"
#include "graph/ledger.h"

namespace entente {
namespace {

std::string title_of(const Fact& fact) {
  const auto title = fact.qualifiers.find("title");
  return title == fact.qualifiers.end() ? std::string() : fold(title->second);
}

std::string group_key(const Fact& fact) {
  std::string key = fact.subject;
  for (const std::string_view part :
       {std::string_view(fact.relation), std::string_view(fact.object), to_string(fact.status)}) {
    key += kPartSeparator;
    key += part;
  }
  return key + kPartSeparator + title_of(fact);
}

void turn_around(Fact& fact) {
  std::swap(fact.subject, fact.object);
  for (Evidence& evidence : fact.evidence) std::swap(evidence.subject, evidence.object);
}

// What the reader says comes last.
bool comes_before(const Evidence& a, const Evidence& b) {
  if (is_of_reader(a) != is_of_reader(b)) return is_of_reader(b);
  if (a.article != b.article) return a.article < b.article;
  return a.sentence < b.sentence;
}

// Pieces that are one fact. The first piece to have a qualifier gives it.
Fact unite(std::vector<Fact>& pieces, std::optional<DateRange> when) {
  std::ranges::stable_sort(pieces, [](const Fact& a, const Fact& b) {
    return comes_before(a.evidence.front(), b.evidence.front());
  });
  Fact whole = std::move(pieces.front());
  whole.when = when;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    whole.qualifiers.merge(pieces[i].qualifiers);  // keeps what is there
    std::ranges::move(pieces[i].evidence, std::back_inserter(whole.evidence));
  }
  std::ranges::stable_sort(whole.evidence, comes_before);
  return whole;
}

Fact unite_state(std::vector<Fact>& pieces) {
  std::optional<DateRange> when;
  bool agree = true;
  for (const Fact& piece : pieces) {
    if (!piece.when) continue;
    agree = agree && (!when || *when == *piece.when);
    when = piece.when;
  }
  return unite(pieces, agree ? when : std::nullopt);
}

using Occurrences = std::map<DateRange, std::vector<Fact>>;
using Places = std::map<std::string_view, std::set<std::string_view>>;  // type -> Entity::id

Places places_of(const std::vector<Fact>& pieces) {
  Places places;
  for (const Fact& piece : pieces) {
    const auto place = piece.qualifiers.find("place");
    if (place == piece.qualifiers.end()) continue;
    const std::string_view id = place->second;
    places[id.substr(0, id.find(':'))].insert(id);
  }
  return places;
}

// Two towns, or two countries: a town and a country do not contradict each other.
bool contradict(const Places& a, const Places& b) {
  return std::ranges::any_of(a, [&b](const auto& entry) {
    const auto found = b.find(entry.first);
    return found != b.end() && std::ranges::none_of(entry.second, [&](std::string_view id) {
             return found->second.contains(id);
           });
  });
}

void move_pieces(std::vector<Fact>& from, std::vector<Fact>& to) {
  std::ranges::move(from, std::back_inserter(to));
}

// Short dates first, so that a month is settled before the year that holds it is looked at.
void merge_coarser(Occurrences& dated) {
  std::vector<DateRange> dates;
  for (const auto& [date, pieces] : dated) dates.push_back(date);
  std::ranges::stable_sort(dates, {}, [](DateRange date) { return date.last - date.first; });
  for (const DateRange date : dates) {
    std::vector<DateRange> finer;
    for (auto at = dated.lower_bound({date.first, date.first});
         at != dated.end() && at->first.first <= date.last && finer.size() < 2; ++at) {
      if (at->first != date && contains(date, at->first)) finer.push_back(at->first);
    }
    if (finer.size() != 1) continue;
    if (contradict(places_of(dated[date]), places_of(dated[finer.front()]))) continue;
    move_pieces(dated[date], dated[finer.front()]);
    dated.erase(date);
  }
}

// Which occurrence an article dates; the end of `dated` where it dates several.
std::map<std::string, Occurrences::iterator> only_dates(Occurrences& dated) {
  std::map<std::string, Occurrences::iterator> only;
  for (auto at = dated.begin(); at != dated.end(); ++at) {
    for (const Fact& piece : at->second) {
      const auto [found, is_new] = only.emplace(piece.evidence.front().article, at);
      if (!is_new && found->second != at) found->second = dated.end();
    }
  }
  return only;
}

std::vector<Fact> unite_occurrences(std::vector<Fact>& pieces) {
  Occurrences dated;
  std::vector<Fact> undated;
  for (Fact& piece : pieces) {
    (piece.when ? dated[*piece.when] : undated).push_back(std::move(piece));
  }
  merge_coarser(dated);
  std::vector<Fact> rest;
  const auto only = only_dates(dated);
  for (Fact& piece : undated) {
    const auto found = only.find(piece.evidence.front().article);
    const bool is_told = found != only.end() && found->second != dated.end();
    (is_told ? found->second->second : rest).push_back(std::move(piece));
  }
  std::vector<Fact> facts;
  if (!rest.empty()) facts.push_back(unite(rest, std::nullopt));
  for (auto& [date, those] : dated) facts.push_back(unite(those, date));
  return facts;
}

// With the date that it has.
std::string dated_key(std::string key, const std::optional<DateRange>& when) {
  key += kPartSeparator;
  return when ? key + to_iso(*when) : key;
}

// Facts come here sorted by key, so that of two with one hash it is always the same that gives way.
void give_ids(std::vector<std::pair<std::string, Fact>>& keyed) {
  std::unordered_set<std::string> taken;
  for (auto& [key, fact] : keyed) {
    std::string salted = key;
    do {
      fact.id = 'f' + content_hash(salted);
      salted += kPartSeparator;
    } while (!taken.insert(fact.id).second);
  }
}

std::vector<Fact> with_ids(std::vector<std::pair<std::string, Fact>> keyed) {
  give_ids(keyed);
  std::vector<Fact> facts;
  facts.reserve(keyed.size());
  for (auto& [key, fact] : keyed) facts.push_back(std::move(fact));
  std::ranges::sort(facts, {}, &Fact::id);
  return facts;
}

}  // namespace

std::vector<Fact> fold_facts(std::vector<Fact> said, const Ontology& ontology) {
  std::map<std::string, std::vector<Fact>> groups;
  for (Fact& fact : said) {
    if (fact.subject == fact.object) continue;
    const Relation* relation = ontology.relation(fact.relation);
    if (relation != nullptr && relation->symmetric && fact.object < fact.subject) turn_around(fact);
    std::string key = group_key(fact);
    groups[std::move(key)].push_back(std::move(fact));
  }
  std::vector<std::pair<std::string, Fact>> keyed;
  for (auto& [key, pieces] : groups) {
    const Relation* relation = ontology.relation(pieces.front().relation);
    std::vector<Fact> facts;
    if (relation != nullptr && relation->state && !relation->declared()) {
      facts.push_back(unite_state(pieces));
    } else {
      facts = unite_occurrences(pieces);
    }
    for (Fact& fact : facts) {
      keyed.emplace_back(dated_key(key, fact.when), std::move(fact));
    }
  }
  return with_ids(std::move(keyed));
}

void fold_corrected(std::vector<Fact>& facts) {
  std::map<std::string, std::vector<Fact>> same;
  for (Fact& fact : facts) {
    std::string key = dated_key(group_key(fact), fact.when);
    same[std::move(key)].push_back(std::move(fact));
  }
  std::vector<std::pair<std::string, Fact>> keyed;
  for (auto& [key, pieces] : same) {
    const std::optional<DateRange> when = pieces.front().when;
    keyed.emplace_back(key, unite(pieces, when));
  }
  facts = with_ids(std::move(keyed));
}

void drop_repeats(std::vector<Fact>& facts) {
  for (Fact& fact : facts) {
    std::set<std::pair<std::string, std::string>> seen;
    std::erase_if(fact.evidence, [&seen](const Evidence& evidence) {
      return !seen.emplace(evidence.article, evidence.quote).second;
    });
  }
}

}  // namespace entente
