#include "cypher/engine.h"

#include <algorithm>
#include <new>

#include "cypher/calendar.h"
#include "cypher/evaluate.h"
#include "cypher/operator.h"
#include "cypher/parser.h"
#include "cypher/planner.h"

namespace entente::cypher {
namespace {

DateTime system_now() {
  using std::chrono::nanoseconds;
  const auto now =
      std::chrono::duration_cast<nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  return {{{floor_div(now, kNanosPerDay)}, {floor_mod(now, kNanosPerDay)}}, 0, ""};
}

void collect_rows(Operator& plan, Execution& execution, Result& result) {
  plan.open(execution);
  const std::vector<Column>& columns = execution.bound.query.columns;
  while (plan.next(execution)) {
    if (columns.empty()) continue;  // what only writes has no rows
    execution.meter.row();
    execution.meter.keep(sizeof(List) + columns.size() * sizeof(Value));
    List& row = result.rows.emplace_back();
    row.reserve(columns.size());
    for (const Column& column : columns) row.push_back(execution.frame[column.slot]);
  }
}

// Takes back what a query has changed, unless it is told that all went well.
class Transaction {
 public:
  explicit Transaction(WritableGraph* graph) : graph_(graph) {
    if (graph_) graph_->begin();
  }
  ~Transaction() {
    if (graph_) graph_->rollback();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    if (graph_) graph_->commit();
    graph_ = nullptr;
  }

 private:
  WritableGraph* graph_;
};

bool changes_graph(const Clause& clause) {
  return std::holds_alternative<CreateClause>(clause.node) ||
         std::holds_alternative<MergeClause>(clause.node) ||
         std::holds_alternative<SetClause>(clause.node) ||
         std::holds_alternative<RemoveClause>(clause.node) ||
         std::holds_alternative<DeleteClause>(clause.node);
}

Result run(std::string_view text, const PropertyGraph& graph, WritableGraph* writable,
           const Options& options) {
  static const Procedures kNone;
  const BoundQuery bound =
      bind(parse(text), text, options.procedures ? *options.procedures : kNone, options.parameters);
  if (bound.writes && !writable) {
    throw QueryError(ErrorType::SemanticError, Phase::Compile, "ReadOnly", text, bound.query.span,
                     "found a clause that changes the graph, expected only reading");
  }
  Execution execution(bound, text, graph, bound.writes ? writable : nullptr, options.parameters,
                      options.budget, options.now ? *options.now : system_now());
  Transaction transaction(execution.writable);
  Result result;
  for (const Column& column : bound.query.columns) result.columns.push_back(column.name);
  try {
    const OperatorPtr plan = make_plan(execution);
    if (bound.query.mode != Mode::Explain) collect_rows(*plan, execution, result);
    if (bound.query.mode != Mode::Run) {
      result.rows.clear();
      result.plan = explain(*plan, bound.query.mode == Mode::Profile);
    }
  } catch (const Failure& failure) {
    fail_at(failure, bound.query.span, execution);
  } catch (const std::bad_alloc&) {
    fail_at({ErrorType::BudgetExceeded, "Memory", "there is not enough memory"}, bound.query.span,
            execution);
  }
  transaction.commit();
  return result;
}

}  // namespace

Result run(std::string_view query, WritableGraph& graph, const Options& options) {
  return run(query, graph, &graph, options);
}

Result read(std::string_view query, const PropertyGraph& graph, const Options& options) {
  return run(query, graph, nullptr, options);
}

bool writes(std::string_view query) {
  const Query parsed = parse(query);
  return std::ranges::any_of(parsed.parts, [](const SingleQuery& part) {
    return std::ranges::any_of(part.clauses, changes_graph);
  });
}

}  // namespace entente::cypher
