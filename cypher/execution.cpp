#include "cypher/execution.h"

#include "cypher/error.h"
#include "cypher/operator.h"

namespace entente::cypher {

void Meter::check_time() const {
  if (std::chrono::steady_clock::now() < end_) return;
  throw Failure{ErrorType::BudgetExceeded, "Time",
                "the query took longer than " + std::to_string(budget_.time.count()) + " ms"};
}

void Meter::row() {
  if (++rows_ <= budget_.rows) return;
  throw Failure{ErrorType::BudgetExceeded, "Rows",
                "the result has more than " + std::to_string(budget_.rows) + " rows"};
}

void Meter::keep(std::size_t bytes) {
  kept_ += bytes;
  if (kept_ > budget_.memory) refuse_memory();
}

void Meter::refuse_memory() const {
  throw Failure{ErrorType::BudgetExceeded, "Memory",
                "the query keeps more than " + std::to_string(budget_.memory) + " bytes"};
}

Execution::Execution(const BoundQuery& query, std::string_view query_text,
                     const PropertyGraph& read, WritableGraph* write, const Map& query_parameters,
                     const Budget& budget, DateTime now)
    : bound(query),
      text(query_text),
      graph(read),
      writable(write),
      parameters(query_parameters),
      around{read, std::move(now), std::mt19937_64(1), meter},
      meter(budget),
      frame(query.slots) {
  for (const std::string& symbol : query.symbols) {
    numbers_.push_back({read.find_label(symbol), read.find_type(symbol), read.find_key(symbol)});
  }
}

Execution::~Execution() = default;

// A query that writes may itself bring a name into the graph.
std::optional<LabelId> Execution::label(std::uint32_t symbol) {
  auto& known = numbers_[symbol].label;
  if (!known && writable) known = graph.find_label(bound.symbols[symbol]);
  return known;
}

std::optional<TypeId> Execution::type(std::uint32_t symbol) {
  auto& known = numbers_[symbol].type;
  if (!known && writable) known = graph.find_type(bound.symbols[symbol]);
  return known;
}

std::optional<KeyId> Execution::key(std::uint32_t symbol) {
  auto& known = numbers_[symbol].key;
  if (!known && writable) known = graph.find_key(bound.symbols[symbol]);
  return known;
}

}  // namespace entente::cypher
