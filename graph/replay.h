#pragma once
// What the decisions of a ledger do to the fold: some entities are kept apart before they are
// joined, some are joined afterwards, some get another name, entities and facts go. A line that
// fits nothing (any more) is a Warning with its place; lines that contradict each other are an
// Error. Used by build.cpp only.

#include <string>
#include <vector>

#include "base/error.h"
#include "graph/entity.h"
#include "graph/identity.h"
#include "graph/ledger.h"
#include "graph/ontology.h"

namespace entente {

// The steps must be taken in this order.
class Replay {
 public:
  Replay(const Ledger& ledger, const Ontology& ontology) : ledger_(ledger), ontology_(ontology) {}

  // Marks candidates that may not become one. `article_ids`: [Candidate::article].
  void keep_apart(std::vector<Candidate>& candidates,
                  const std::vector<std::string>& article_ids) const;

  // Joins and renames. An entity that joins another stays in `entities` with no articles, until
  // remove_rejected(); `of`: [candidate] -> index of its entity.
  void unite(std::vector<Entity>& entities, std::vector<std::size_t>& of);

  // Takes out joined and rejected entities, and rejected facts.
  void remove_rejected(std::vector<Entity>& entities, std::vector<Fact>& facts);

  const std::vector<Warning>& warnings() const { return warnings_; }  // in order of lines

 private:
  struct Resolved {
    const Decision* decision = nullptr;
    std::size_t a = 0;  // index in `entities`
    std::size_t b = 0;
  };

  void resolve(const std::vector<Entity>& entities);
  void join(const Resolved& same, std::vector<Entity>& entities);
  void reject_facts(const std::vector<Entity>& entities, std::vector<Fact>& facts);
  void warn(const Decision& decision, const std::string& message);
  std::size_t root(std::size_t entity) const;

  const Ledger& ledger_;
  const Ontology& ontology_;
  std::vector<Resolved> resolved_;
  std::vector<std::size_t> into_;  // [entity]: what it was joined with, or itself
  std::vector<Warning> warnings_;
};

}  // namespace entente
