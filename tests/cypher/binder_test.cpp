#include "cypher/binder.h"

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

namespace {

std::string message(const std::string& query) {
  try {
    read(query, MemoryGraph());
  } catch (const QueryError& error) {
    const std::string text = error.what();
    return text.substr(0, text.find('\n'));
  }
  return "";
}

}  // namespace

TEST_CASE("what has no meaning is refused before it runs, with its place", "[cypher]") {
  CHECK(message("MATCH (a) RETURN b") == "<query>:1:18: \"b\" is not defined");
  CHECK(message("MATCH (a)-[r]->(b) RETURN length(r)") ==
        "<query>:1:34: found a Relationship, expected Path");
  CHECK(message("RETURN 1 + 2 IN 3") == "<query>:1:17: found a Integer, expected a list");
  CHECK(message("MATCH ()-[r]->() MATCH (r) RETURN r") ==
        "<query>:1:24: \"r\" is no node, expected one here");
  CHECK(message("RETURN sice([1])") == "<query>:1:8: there is no function \"sice\"");
  CHECK(message("RETURN substring('a')") == "<query>:1:8: found 1 arguments, expected 2 or more");
  CHECK(message("MATCH (a) RETURN a.x + count(*)") ==
        "<query>:1:18: \"a\" is neither aggregated nor a column of its own");
  CHECK(message("MATCH (a)") ==
        "<query>:1:1: found a query that ends here, expected RETURN or a clause that changes the "
        "graph");
}

TEST_CASE("an error while running names the part of the expression", "[cypher]") {
  CHECK(message("UNWIND [1, 0] AS x RETURN 2 + 10 / x") == "<query>:1:31: found a division by 0");
  CHECK(message("RETURN $name") == "<query>:1:8: the parameter $name was not given");
}

TEST_CASE("a variable of a comprehension hides the one outside, and only there", "[cypher]") {
  const MemoryGraph graph;
  CHECK(rows("WITH 1 AS x RETURN [x IN [2, 3] | x * 10] AS inside, x", graph) ==
        std::vector<std::string>{"[20, 30], 1"});
  CHECK(rows("WITH 1 AS x RETURN reduce(x = 5, y IN [x] | x + y) AS inside, x", graph) ==
        std::vector<std::string>{"6, 1"});
}

TEST_CASE("a column keeps the text of its expression", "[cypher]") {
  CHECK(read("RETURN 1  +  2, 'a'", MemoryGraph()).columns ==
        std::vector<std::string>{"1  +  2", "'a'"});
}

TEST_CASE("a sort key may repeat what a projection groups by", "[cypher]") {
  const MemoryGraph graph = graph_of("UNWIND [1, 2, 2, 3, 3, 3] AS x CREATE (:N {x: x})");
  CHECK(rows("MATCH (n:N) RETURN n.x AS x, count(*) AS c ORDER BY count(*) DESC, n.x", graph) ==
        std::vector<std::string>{"3, 3", "2, 2", "1, 1"});
  CHECK(rows("MATCH (n:N) RETURN DISTINCT n.x % 2 ORDER BY n.x % 2", graph) ==
        std::vector<std::string>{"0", "1"});
  CHECK(error_detail("MATCH (n:N) RETURN DISTINCT n.x % 2 AS odd ORDER BY n.x", graph) ==
        "UndefinedVariable");
}
