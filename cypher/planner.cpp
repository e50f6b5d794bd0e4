#include "cypher/planner.h"

#include <algorithm>
#include <set>

#include "cypher/aggregates.h"
#include "cypher/match_planner.h"
#include "cypher/row_operators.h"
#include "cypher/shortest_path.h"
#include "cypher/write_operators.h"

namespace entente::cypher {
namespace {

std::vector<const PathPattern*> pointers(const std::vector<PathPattern>& paths) {
  std::vector<const PathPattern*> result;
  for (const PathPattern& path : paths) result.push_back(&path);
  return result;
}

std::vector<Predicate> predicates_of(const ExpressionPtr& where) {
  std::vector<Predicate> predicates;
  add_predicates(*where, predicates);
  return predicates;
}

class Planner {
 public:
  explicit Planner(Execution& execution) : execution_(execution) {}

  OperatorPtr plan(const Query& query) {
    if (query.parts.size() == 1) return plan(query.parts[0]);
    std::vector<Union::Part> parts;
    for (const SingleQuery& part : query.parts) parts.push_back({plan(part), part.columns});
    OperatorPtr result = std::make_unique<Union>(std::move(parts), query.columns);
    if (query.union_all) return result;
    std::vector<Slot> slots;
    for (const Column& column : query.columns) slots.push_back(column.slot);
    return std::make_unique<Distinct>(std::move(result), std::move(slots));
  }

 private:
  OperatorPtr plan(const SingleQuery& part) {
    plan_ = std::make_unique<Start>();
    visible_.clear();
    const bool standalone = part.clauses.size() == 1;
    for (const Clause& clause : part.clauses) {
      if (const auto* call = std::get_if<CallClause>(&clause.node)) {
        plan_ = std::make_unique<CallProcedure>(std::move(plan_), *call, standalone);
      } else {
        std::visit([&](const auto& node) { add(node, clause); }, clause.node);
      }
      visible_ = clause.visible;
    }
    return std::move(plan_);
  }

  void add(const MatchClause& match, const Clause&) {
    const auto paths = pointers(match.patterns);
    MatchPlanner planner(execution_);
    if (!match.optional) {
      plan_ = planner.plan(std::move(plan_), paths, match.where.get());
      return;
    }
    OperatorPtr inner = planner.plan(std::make_unique<Start>(), paths, match.where.get());
    plan_ = std::make_unique<Optional>(std::move(plan_), std::move(inner),
                                       MatchPlanner::introduced(paths));
  }

  void add(const UnwindClause& unwind, const Clause&) {
    plan_ = std::make_unique<Unwind>(std::move(plan_), unwind);
  }

  void add(const WithClause& with, const Clause& clause) { project(with.projection, clause); }
  void add(const ReturnClause& returned, const Clause& clause) {
    project(returned.projection, clause);
  }
  void add(const CallClause&, const Clause&) {}  // planned above

  void add(const CreateClause& create, const Clause& clause) {
    plan_ = std::make_unique<Create>(std::move(plan_), create, clause.visible);
  }
  void add(const MergeClause& merge, const Clause& clause) {
    MatchPlanner planner(execution_);
    OperatorPtr match = planner.plan(std::make_unique<Start>(), {&merge.pattern}, nullptr);
    plan_ = std::make_unique<Merge>(std::move(plan_), merge, std::move(match), clause.visible);
  }
  void add(const SetClause& set, const Clause& clause) {
    plan_ = std::make_unique<Set>(std::move(plan_), set.items, clause.visible);
  }
  void add(const RemoveClause& remove, const Clause& clause) {
    plan_ = std::make_unique<Remove>(std::move(plan_), remove, clause.visible);
  }
  void add(const DeleteClause& remove, const Clause& clause) {
    plan_ = std::make_unique<Delete>(std::move(plan_), remove, clause.visible);
  }

  void project(const Projection& projection, const Clause& clause) {
    if (projection.aggregates.empty()) {
      project_items(projection, [](const ProjectionItem&) { return true; });
    } else {
      std::vector<const ProjectionItem*> keys;
      for (const ProjectionItem& item : projection.items) {
        if (!item.aggregates) keys.push_back(&item);
      }
      if (auto* paths = dynamic_cast<ShortestPath*>(plan_.get());
          paths && counts(projection, *paths)) {
        paths->count_only();
      }
      plan_ = std::make_unique<GroupBy>(std::move(plan_), std::move(keys), projection.aggregates);
      project_items(projection, [](const ProjectionItem& item) { return item.aggregates; });
    }
    if (projection.distinct) {
      std::vector<Slot> slots;
      for (const ProjectionItem& item : projection.items) slots.push_back(item.slot);
      plan_ = std::make_unique<Distinct>(std::move(plan_), std::move(slots));
    }
    if (!projection.order.empty()) {
      std::vector<Slot> saved = clause.visible;
      // WHERE may still look at what was there before.
      if (projection.where) saved.insert(saved.end(), visible_.begin(), visible_.end());
      plan_ = std::make_unique<Sort>(std::move(plan_), projection.order, std::move(saved));
    }
    if (projection.skip || projection.limit) {
      plan_ =
          std::make_unique<Page>(std::move(plan_), projection.skip.get(), projection.limit.get());
    }
    if (projection.where) {
      plan_ = std::make_unique<Filter>(std::move(plan_), predicates_of(projection.where));
    }
  }

  // Whether the projection wants to know of the paths between two ends only how many there are.
  static bool counts(const Projection& projection, const ShortestPath& paths) {
    const auto looks_at_path = [&](const Expression& e) {
      std::set<Slot> slots;
      add_used_slots(e, slots);
      return std::ranges::any_of(slots, [&](Slot slot) { return paths.tells_paths_apart(slot); });
    };
    const auto only_counts = [&](const FunctionCall* call) {
      if (call->aggregate != find_aggregate("count") || call->distinct) return false;
      if (call->star) return true;
      const auto* variable = as<Variable>(*call->arguments[0]);
      return (variable && variable->slot == paths.path()) || !looks_at_path(*call->arguments[0]);
    };
    return std::ranges::all_of(projection.aggregates, only_counts) &&
           std::ranges::none_of(projection.items, [&](const ProjectionItem& item) {
             return !item.aggregates && looks_at_path(*item.expression);
           });
  }

  template <typename Chosen>
  void project_items(const Projection& projection, const Chosen& chosen) {
    std::vector<const ProjectionItem*> items;
    for (const ProjectionItem& item : projection.items) {
      if (chosen(item)) items.push_back(&item);
    }
    if (!items.empty()) plan_ = std::make_unique<Project>(std::move(plan_), std::move(items));
  }

  Execution& execution_;
  OperatorPtr plan_;
  std::vector<Slot> visible_;  // before the clause
};

}  // namespace

OperatorPtr make_plan(Execution& execution) {
  for (const Subquery* subquery : execution.bound.subqueries) {
    execution.subplans.push_back(Planner(execution).plan(*subquery->query));
  }
  return Planner(execution).plan(execution.bound.query);
}

}  // namespace entente::cypher
