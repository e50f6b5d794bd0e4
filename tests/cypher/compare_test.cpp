#include "cypher/compare.h"

#include <cmath>

#include "cypher/temporal_text.h"
#include "tests/catch.h"

using namespace entente::cypher;

namespace {

Value integer(std::int64_t i) { return Value(i); }
const double kNan = std::nan("");

}  // namespace

TEST_CASE("null makes equality unknown, also in a list", "[cypher]") {
  CHECK(equal(Value(), Value()) == std::nullopt);
  CHECK(equal(Value(List{integer(1), Value()}), Value(List{integer(1), Value()})) == std::nullopt);
  CHECK(equal(Value(List{integer(1), Value()}), Value(List{integer(2), Value()})) == false);
  CHECK(equal(Value(Map{{"a", Value()}}), Value(Map{{"b", Value()}})) == false);
}

TEST_CASE("integers and floats are compared exactly", "[cypher]") {
  const std::int64_t big = (std::int64_t{1} << 53) + 1;
  CHECK(equal(integer(1), Value(1.0)) == true);
  CHECK(equal(integer(big), Value(9007199254740992.0)) == false);
  CHECK(std::is_gt(order(integer(big), Value(9007199254740992.0))));
  CHECK(std::is_lt(order(integer(INT64_MAX), Value(9223372036854775808.0))));
  CHECK(std::is_eq(order(integer(INT64_MIN), Value(-9223372036854775808.0))));
  CHECK(equal(Value(kNan), Value(kNan)) == false);
  CHECK(std::is_eq(order(Value(kNan), Value(kNan))));
}

TEST_CASE("values that have no order are not less and not greater", "[cypher]") {
  CHECK_FALSE(compare(integer(1), Value("a")).has_value());
  CHECK((compare(Value(kNan), integer(1)) == std::partial_ordering::unordered));
  CHECK((compare(Value(false), Value(true)) == std::partial_ordering::less));
}

TEST_CASE("all values have a place in one order", "[cypher]") {
  const std::vector<Value> ascending = {Value(Map{}),
                                        Value(NodeId{0}),
                                        Value(RelationshipId{0}),
                                        Value(List{}),
                                        Value(Path{{{0}}, {}}),
                                        Value(*parse_date_time("2024-01-01T00:00Z")),
                                        Value(*parse_local_date_time("2024-01-01T00:00")),
                                        Value(*parse_date("2024-01-01")),
                                        Value(*parse_time("00:00Z")),
                                        Value(*parse_local_time("00:00")),
                                        Value(*parse_duration("P1D")),
                                        Value("a"),
                                        Value(false),
                                        Value(true),
                                        Value(-1.5),
                                        integer(0),
                                        Value(kNan),
                                        Value()};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CHECK(std::is_lt(order(ascending[i], ascending[j])) == (i < j));
      CHECK(std::is_eq(order(ascending[i], ascending[j])) == (i == j));
    }
  }
}

TEST_CASE("what is the same has the same hash", "[cypher]") {
  CHECK(hash(integer(3)) == hash(Value(3.0)));
  CHECK(hash(Value(List{integer(3)})) == hash(Value(List{Value(3.0)})));
  CHECK(hash(Value(0.0)) == hash(Value(-0.0)));
  CHECK(hash(Value("a")) != hash(Value("b")));
}
