#include "query/fact_decision.h"

#include <algorithm>

namespace entente {
namespace {

// Says another fact the same, but for the title of a post?
bool has_titled_twin(const KnowledgeGraph& graph, const Fact& fact) {
  return std::ranges::any_of(graph.edges_by_id(), [&](const auto& edge) {
    const Fact& other = graph[edge];
    return other.subject == fact.subject && other.relation == fact.relation &&
           other.object == fact.object && other.when == fact.when && other.status == fact.status &&
           other.qualifiers.contains("title");
  });
}

}  // namespace

EntityRef reference_to(const std::string& id, const EntityNames& names) {
  std::string problem;
  return names.reference(*names.find({"", id, ""}, problem));
}

Decision about_fact(Decision::Kind kind, const Fact& fact, const KnowledgeGraph& graph,
                    const EntityNames& names) {
  Decision decision;
  decision.kind = kind;
  decision.a = reference_to(fact.subject, names);
  decision.relation = fact.relation;
  decision.b = reference_to(fact.object, names);
  decision.any_date = false;
  decision.when = fact.when;
  decision.status = fact.status;
  if (const auto title = fact.qualifiers.find("title"); title != fact.qualifiers.end()) {
    decision.title = title->second;
  } else if (has_titled_twin(graph, fact)) {
    decision.title.emplace();
  }
  return decision;
}

}  // namespace entente
