#pragma once
// Candidates that were found to be the same, as a union-find that knows of each cluster what speaks
// for and against joining it with another. Used by identity.cpp only.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identity.h"

namespace entente {

class Clusters {
 public:
  explicit Clusters(const std::vector<Candidate>& candidates);  // one cluster each; keeps views

  std::size_t root(std::size_t candidate) const;  // the first candidate of its cluster

  // Joins the two clusters, unless a gazetteer or the reader says that they are two. True when they
  // are one now.
  bool join(std::size_t a, std::size_t b);
  // All of `members`; where they are known under two ids or more, those not known join only each
  // other.
  void join_all(const std::vector<std::size_t>& members);

  // The country of each cluster is known only after countries were joined.
  void add_country(std::size_t candidate, std::size_t country);
  const std::set<std::size_t>& countries(std::size_t candidate) const;

  const std::string& known(std::size_t candidate) const;  // empty = no gazetteer lists it
  bool share_article(std::size_t a, std::size_t b) const;
  bool share_office(std::size_t a, std::size_t b) const;
  bool share_owner(std::size_t a, std::size_t b) const;
  bool share_country(std::size_t a, std::size_t b) const;
  // Both belong to countries, and to none together.
  bool strangers(std::size_t a, std::size_t b) const;

 private:
  struct Cluster {
    const std::string* known = nullptr;
    std::set<std::size_t> articles;
    std::set<std::size_t> countries;  // roots
    std::set<std::string_view> offices;
    std::set<std::string_view> owners;
    std::set<std::size_t> apart;  // Candidate::apart of all
  };
  mutable std::vector<std::size_t> parent_;
  std::vector<Cluster> clusters_;  // [root]; the others are empty
};

}  // namespace entente
