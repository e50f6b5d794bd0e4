#pragma once
// What the decisions of a ledger do to the fold: some entities are kept apart before they are
// joined, some are joined afterwards, some get another name or type, the reader's own come in;
// facts are corrected, entities and facts go. A line that fits nothing (any more) is a Warning with
// its place; lines that contradict each other are an Error. Used by build.cpp only.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "graph/entity.h"
#include "graph/entity_names.h"
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

  // Adds the reader's own, joins, renames and gives types. An entity that joins another stays in
  // `entities` with no articles, until correct(); `of`: [candidate] -> index of its entity.
  void unite(std::vector<Entity>& entities, std::vector<std::size_t>& of);

  // Appends what the reader says to what articles say.
  void add_facts(const std::vector<Entity>& entities, std::vector<Fact>& said);

  // Of facts that are folded: corrects and rejects them in the order of the lines; takes out joined
  // and rejected entities.
  void correct(std::vector<Entity>& entities, std::vector<Fact>& facts);

  const std::vector<Warning>& warnings() const { return warnings_; }  // in order of lines

 private:
  struct Resolved {
    const Decision* decision = nullptr;
    std::size_t a = 0;  // index in `entities`
    std::size_t b = 0;
    std::size_t place = 0;  // where the decision has one
  };

  using Ends = std::pair<std::string, std::string>;               // Entity::id
  using FactsBetween = std::map<Ends, std::vector<std::size_t>>;  // indices of facts

  void add_entities(std::vector<Entity>& entities);
  void resolve(const std::vector<Entity>& entities);
  std::optional<Resolved> resolved(const Decision& decision, const EntityNames& names,
                                   std::string& problem) const;
  void join(const Resolved& same, std::vector<Entity>& entities);
  void change_facts(const std::vector<Entity>& entities, std::vector<Fact>& facts);
  FactsBetween facts_between(const std::vector<Entity>& entities,
                             const std::vector<Fact>& facts) const;
  Ends ends_of(const Resolved& line, const std::vector<Entity>& entities) const;
  void reject(const Decision& decision, const std::vector<std::size_t>& between,
              const std::vector<Fact>& facts, std::vector<bool>& rejected);
  std::vector<std::size_t> meant_by(const Decision& decision,
                                    const std::vector<std::size_t>& living,
                                    const std::vector<Fact>& facts);
  void tell_lost(const Decision& reject, const Fact& fact);
  const DecisionText& text_of(const Decision& decision) const;
  Evidence evidence_of(const Decision& decision) const;
  void set_value(const Resolved& line, const std::string& key, const std::string& value,
                 const std::vector<Entity>& entities, Fact& fact) const;
  void warn(const Decision& decision, const std::string& message);
  std::size_t root(std::size_t entity) const;

  const Ledger& ledger_;
  const Ontology& ontology_;
  std::vector<Resolved> resolved_;                       // in order of lines
  std::map<const Decision*, std::size_t> own_entities_;  // AddEntity -> index in `entities`
  std::vector<std::size_t> into_;  // [entity]: what it was joined with, or itself
  std::vector<Warning> warnings_;
};

}  // namespace entente
