#include "base/error.h"

#include "tests/catch.h"

using namespace entente;

TEST_CASE("a place prints only the parts that it has") {
  CHECK(to_string(Place{"a.toml", 0, 0}) == "a.toml");
  CHECK(to_string(Place{"a.toml", 14, 0}) == "a.toml:14");
  CHECK(to_string(Place{"a.toml", 14, 3}) == "a.toml:14:3");
  CHECK(std::string(Error(Fault::Input, {"a.toml", 14, 3}, "unknown type").what()) ==
        "a.toml:14:3: unknown type");
}
