#include "base/hash.h"

#include "tests/catch.h"

using namespace entente;

// The values are those of the authors' test suite: http://www.isthe.com/chongo/src/fnv/test_fnv.c
TEST_CASE("hashes are FNV-1a", "[base]") {
  CHECK(to_hex(fnv1a("")) == "cbf29ce484222325");
  CHECK(to_hex(fnv1a("a")) == "af63dc4c8601ec8c");
  CHECK(to_hex(fnv1a("foobar")) == "85944171f73967e8");
}

TEST_CASE("a hash goes on from another", "[base]") {
  CHECK(fnv1a("bar", fnv1a("foo")) == fnv1a("foobar"));
}

TEST_CASE("hexadecimal digits begin with zeros", "[base]") {
  CHECK(to_hex(0x1f) == "000000000000001f");
}
