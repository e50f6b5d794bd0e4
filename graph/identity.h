#pragma once
// Which local entities of different articles are the same thing. Cautious: two nodes for one person
// are better than one node for two.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/extraction.h"

namespace entente {

// A local entity with what else its article says of it that helps to identify it.
struct Candidate {
  const LocalEntity* entity = nullptr;
  std::size_t article = 0;  // which article, counted from 0: what one article keeps apart mostly is
  std::vector<std::string>
      offices;  // folded "title|owner name" of its holds-position facts; sorted
  // Folded names of the countries and organizations it holds a position in, belongs to or is a part
  // of; sorted.
  std::vector<std::string> owners;
  std::vector<std::size_t> apart;  // two with 2n and 2n+1 are never the same: the reader says so
};

// For each candidate the index of the first candidate that is the same entity (its own index when
// it is the first). REQUIRES: candidates come in an order that does not depend on the order of
// reading.
std::vector<std::size_t> same_entities(const std::vector<Candidate>& candidates);

}  // namespace entente
