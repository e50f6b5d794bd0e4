#pragma once
// A query while it runs: the graph, the frame, parameters, resolved names, and what it has used of
// its budget.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "cypher/binder.h"
#include "cypher/functions.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

class Operator;

// What a query may use. Beyond, it ends with a BudgetExceeded error.
struct Budget {
  std::chrono::milliseconds time{60'000};
  std::size_t rows = 10'000'000;              // of the result
  std::size_t memory = std::size_t{1} << 30;  // bytes of values, and of rows that are kept
  // Set from outside to end the query, by a handler of signals for one; null = nobody does.
  const std::atomic<bool>* interrupted = nullptr;
};

class Meter {
 public:
  explicit Meter(const Budget& budget)
      : budget_(budget),
        end_(std::chrono::steady_clock::now() + budget.time),
        most_bytes_(live_bytes + static_cast<std::int64_t>(budget.memory)) {}

  // A small step of work; now and then it looks at the clock.
  void step() {
    if (live_bytes > most_bytes_) refuse_memory();
    if (++steps_ % 4096 == 0) check_time();
  }
  void row();
  void keep(std::size_t bytes);  // from now on
  void release(std::size_t bytes) { kept_ -= bytes; }

 private:
  void check_time() const;
  [[noreturn]] void refuse_memory() const;

  Budget budget_;
  std::chrono::steady_clock::time_point end_;
  std::int64_t most_bytes_;  // of live_bytes
  std::uint64_t steps_ = 0;
  std::size_t rows_ = 0;
  std::size_t kept_ = 0;
};

// What one operator keeps, so that it can be given back as a whole.
class Kept {
 public:
  void add(Meter& meter, std::size_t bytes) {
    meter.keep(bytes);
    bytes_ += bytes;
  }
  void release(Meter& meter) {
    meter.release(bytes_);
    bytes_ = 0;
  }

 private:
  std::size_t bytes_ = 0;
};

struct Execution {
  Execution(const BoundQuery& query, std::string_view query_text, const PropertyGraph& read,
            WritableGraph* write, const Map& query_parameters, const Budget& budget, DateTime now);
  ~Execution();
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  // Numbers of a symbol of the query; nullopt where the graph does not know the name (yet).
  std::optional<LabelId> label(std::uint32_t symbol);
  std::optional<TypeId> type(std::uint32_t symbol);
  std::optional<KeyId> key(std::uint32_t symbol);

  const BoundQuery& bound;
  std::string_view text;
  const PropertyGraph& graph;
  WritableGraph* writable;  // null for queries that only read
  const Map& parameters;
  Surroundings around;
  Meter meter;
  std::vector<Value> frame;
  std::vector<std::unique_ptr<Operator>> subplans;  // by Subquery::plan

 private:
  struct Numbers {
    std::optional<LabelId> label;
    std::optional<TypeId> type;
    std::optional<KeyId> key;
  };
  std::vector<Numbers> numbers_;  // by symbol
};

}  // namespace entente::cypher
