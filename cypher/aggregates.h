#pragma once
// Aggregating functions: count, sum, avg, min, max, collect, percentiles, standard deviations.

#include <cstdint>
#include <memory>
#include <string_view>

#include "cypher/functions.h"

namespace entente::cypher {

// Collects the values of one group.
class Accumulator {
 public:
  virtual ~Accumulator() = default;
  // `arguments` as in the call; the first is never null. Throws Failure for what it cannot take.
  virtual void add(Arguments arguments) = 0;
  virtual void add(Arguments arguments, std::int64_t times) {
    for (; times > 0; --times) add(arguments);
  }
  virtual Value result() = 0;
};

struct Aggregate {
  std::string_view name;
  std::size_t arguments;  // exactly so many
  TypeSet argument;       // what the first may be, besides null
  TypeSet result;
  std::unique_ptr<Accumulator> (*start)();
  bool keeps_values = false;  // of all rows, so that memory grows with them
};

// nullptr when there is none.
const Aggregate* find_aggregate(std::string_view name);

}  // namespace entente::cypher
