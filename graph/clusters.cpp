#include "graph/clusters.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

template <typename T>
void pour(std::set<T>& into, std::set<T>& from) {
  if (into.size() < from.size())
    std::swap(into, from);  // the smaller into the larger: n log n in all
  into.merge(from);
  from.clear();
}

template <typename T>
bool meet(const std::set<T>& a, const std::set<T>& b) {
  const std::set<T>& few = a.size() < b.size() ? a : b;
  const std::set<T>& many = a.size() < b.size() ? b : a;
  return std::ranges::any_of(few, [&many](const T& each) { return many.contains(each); });
}

// 2n and 2n+1 are the two sides of one decision.
bool kept_apart(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::ranges::any_of(a, [&b](std::size_t mark) { return b.contains(mark ^ 1U); });
}

}  // namespace

Clusters::Clusters(const std::vector<Candidate>& candidates) {
  parent_.reserve(candidates.size());
  clusters_.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    parent_.push_back(parent_.size());
    Cluster& cluster = clusters_.emplace_back();
    cluster.known = &candidate.entity->known;
    cluster.articles.insert(candidate.article);
    cluster.offices.insert(candidate.offices.begin(), candidate.offices.end());
    cluster.owners.insert(candidate.owners.begin(), candidate.owners.end());
    cluster.apart.insert(candidate.apart.begin(), candidate.apart.end());
  }
}

std::size_t Clusters::root(std::size_t candidate) const {
  while (parent_[candidate] != candidate) {
    parent_[candidate] = parent_[parent_[candidate]];
    candidate = parent_[candidate];
  }
  return candidate;
}

bool Clusters::join(std::size_t a, std::size_t b) {
  const auto [first, second] = std::minmax({root(a), root(b)});
  if (first == second) return true;
  Cluster& kept = clusters_[first];
  Cluster& gone = clusters_[second];
  if (!kept.known->empty() && !gone.known->empty() && *kept.known != *gone.known) return false;
  if (kept_apart(kept.apart, gone.apart)) return false;
  if (kept.known->empty()) kept.known = gone.known;
  pour(kept.articles, gone.articles);
  pour(kept.countries, gone.countries);
  pour(kept.offices, gone.offices);
  pour(kept.owners, gone.owners);
  pour(kept.apart, gone.apart);
  parent_[second] = first;
  return true;
}

void Clusters::join_all(const std::vector<std::size_t>& members) {
  std::set<std::string_view> ids;
  for (const std::size_t member : members) {
    if (!known(member).empty()) ids.insert(known(member));
  }
  std::vector<std::size_t> open;
  for (const std::size_t member : members) {
    if (ids.size() < 2 || known(member).empty()) open.push_back(member);
  }
  std::vector<std::size_t> fronts;  // more than one only where the reader keeps some apart
  for (const std::size_t member : open) {
    const bool joined =
        std::ranges::any_of(fronts, [&](std::size_t front) { return join(front, member); });
    if (!joined) fronts.push_back(member);
  }
}

void Clusters::add_country(std::size_t candidate, std::size_t country) {
  clusters_[root(candidate)].countries.insert(country);
}

const std::set<std::size_t>& Clusters::countries(std::size_t candidate) const {
  return clusters_[root(candidate)].countries;
}

const std::string& Clusters::known(std::size_t candidate) const {
  return *clusters_[root(candidate)].known;
}

bool Clusters::share_article(std::size_t a, std::size_t b) const {
  return meet(clusters_[root(a)].articles, clusters_[root(b)].articles);
}

bool Clusters::share_office(std::size_t a, std::size_t b) const {
  return meet(clusters_[root(a)].offices, clusters_[root(b)].offices);
}

bool Clusters::share_owner(std::size_t a, std::size_t b) const {
  return meet(clusters_[root(a)].owners, clusters_[root(b)].owners);
}

bool Clusters::share_country(std::size_t a, std::size_t b) const {
  return meet(countries(a), countries(b));
}

bool Clusters::strangers(std::size_t a, std::size_t b) const {
  return !countries(a).empty() && !countries(b).empty() && !share_country(a, b);
}

}  // namespace entente
