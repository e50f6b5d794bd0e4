// Facts are grouped by what they say (subject, relation, object, status, title); within a group
// they are told apart by date. A lasting state has one date or none. An occurrence may have
// happened again: equal dates are one occurrence, a date that holds exactly one finer date of the
// group is that one told less exactly, and an undated one is the dated one of its own article where
// that has exactly one. Tested by fold_facts_test.cpp.

#include "graph/fold_facts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr char kSeparator = '\x1f';  // cannot stand in an id or a folded title

std::string title_of(const Fact& fact) {
  const auto title = fact.qualifiers.find("title");
  return title == fact.qualifiers.end() ? std::string() : fold(title->second);
}

std::string group_key(const Fact& fact) {
  std::string key = fact.subject;
  for (const std::string_view part :
       {std::string_view(fact.relation), std::string_view(fact.object), to_string(fact.status)}) {
    key += kSeparator;
    key += part;
  }
  return key + kSeparator + title_of(fact);
}

void turn_around(Fact& fact) {
  std::swap(fact.subject, fact.object);
  for (Evidence& evidence : fact.evidence) std::swap(evidence.subject, evidence.object);
}

bool comes_before(const Evidence& a, const Evidence& b) {
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
  // The same sentence of the same article, be it twice on the page, is one piece of evidence.
  std::set<std::pair<std::string, std::string>> seen;
  std::erase_if(whole.evidence, [&seen](const Evidence& evidence) {
    return !seen.emplace(evidence.article, evidence.quote).second;
  });
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

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 14695981039346656037U;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 1099511628211U;
  }
  return value;
}

std::string hex12(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(12, '0');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = digits[(value >> (60 - 4 * i)) & 15U];
  return text;
}

// Facts come here sorted by key, so that of two with one hash it is always the same that gives way.
void give_ids(std::vector<std::pair<std::string, Fact>>& keyed) {
  std::unordered_set<std::string> taken;
  for (auto& [key, fact] : keyed) {
    std::string salted = key;
    do {
      fact.id = 'f' + hex12(hash(salted));
      salted += kSeparator;
    } while (!taken.insert(fact.id).second);
  }
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
    if (relation != nullptr && relation->state) {
      facts.push_back(unite_state(pieces));
    } else {
      facts = unite_occurrences(pieces);
    }
    for (Fact& fact : facts) {
      keyed.emplace_back(key + kSeparator + (fact.when ? to_iso(*fact.when) : ""), std::move(fact));
    }
  }
  give_ids(keyed);
  std::vector<Fact> facts;
  facts.reserve(keyed.size());
  for (auto& [key, fact] : keyed) facts.push_back(std::move(fact));
  std::ranges::sort(facts, {}, &Fact::id);
  return facts;
}

}  // namespace entente
