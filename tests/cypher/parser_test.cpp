#include "cypher/parser.h"

#include "cypher/error.h"
#include "tests/catch.h"

using namespace entente::cypher;

namespace {

std::string message(const std::string& query) {
  try {
    parse(query);
  } catch (const QueryError& error) {
    return error.what();
  }
  return "";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

const Expression& returned(const Query& query) {
  const auto& clause = std::get<ReturnClause>(query.parts[0].clauses.back().node);
  return *clause.projection.items[0].expression;
}

}  // namespace

TEST_CASE("an error names place, found and expected, with a caret", "[cypher]") {
  CHECK(message("MATCH (a)\nWHERE a.x = 1\nRETURN a b") ==
        "<query>:3:10: found \"b\", expected the end of the query after RETURN\n"
        "  RETURN a b\n"
        "           ^");
  CHECK(message("MATCH (a RETURN a") ==
        "<query>:1:10: found \"RETURN\", expected \")\" at the end of the node\n"
        "  MATCH (a RETURN a\n"
        "           ^");
  CHECK(message("MATCH (a) WHERE a.x =\nRETURN a") ==
        "<query>:2:1: found \"RETURN\", expected an expression\n"
        "  RETURN a\n"
        "  ^");
  CHECK(message("RETURN 1 +") ==
        "<query>:1:11: found the end of the query, expected an expression\n"
        "  RETURN 1 +\n"
        "            ^");
}

TEST_CASE("the caret stands under the character, whatever its width", "[cypher]") {
  CHECK(message("RETURN '東京' )") ==
        "<query>:1:17: found \")\", expected the end of the query after RETURN\n"
        "  RETURN '東京' )\n"
        "                ^");
}

TEST_CASE("of a long line only what is near is shown", "[cypher]") {
  const std::string text = message("RETURN [" + repeated("12345, ", 5000) + ")");
  CHECK(text.size() < 300);
  CHECK(text.find('^') != std::string::npos);
}

TEST_CASE("control characters do not come back in a message", "[cypher]") {
  const std::string text = message("RETURN 1 \x1b[31m");
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("operators bind as in openCypher", "[cypher]") {
  const Query query = parse("RETURN NOT a OR b AND c = 1 + 2 * 3 ^ 4");
  const auto* disjunction = as<Binary>(returned(query));
  REQUIRE(disjunction);
  CHECK(disjunction->op == BinaryOperator::Or);
  CHECK(as<Unary>(*disjunction->left));
  const auto* conjunction = as<Binary>(*disjunction->right);
  REQUIRE(conjunction);
  const auto* equality = as<Comparison>(*conjunction->right);
  REQUIRE(equality);
  CHECK(equality->operands[1]->text == "1 + 2 * 3 ^ 4");
}

TEST_CASE("a parenthesis is a pattern where a relationship follows", "[cypher]") {
  const Query pattern = parse("MATCH (a) RETURN exists((a)-->())");
  const auto* call = as<FunctionCall>(returned(pattern));
  REQUIRE(call);
  CHECK(as<Subquery>(*call->arguments[0]));
  const Query subtraction = parse("MATCH (a) RETURN (a.x) - (a.y)");
  CHECK(as<Binary>(returned(subtraction)));
  const Query list = parse("RETURN (a) - [1]");
  CHECK(as<Binary>(returned(list)));
}

TEST_CASE("a bracket is a list, a comprehension or a pattern comprehension", "[cypher]") {
  CHECK(as<ListLiteral>(returned(parse("RETURN [x, 1]"))));
  CHECK(as<ListComprehension>(returned(parse("RETURN [x IN y WHERE x > 1 | x]"))));
  CHECK(as<Subquery>(returned(parse("RETURN [(a)-->(b) | b]"))));
  CHECK(as<Subquery>(returned(parse("RETURN [p = (a)-->(b) | p]"))));
}

TEST_CASE("both spellings of a length are the same", "[cypher]") {
  const auto bounds = [](const std::string& relationship) {
    const Query query = parse("MATCH (a)" + relationship + "(b) RETURN a");
    const auto& match = std::get<MatchClause>(query.parts[0].clauses[0].node);
    const auto& found = std::get<RelationshipPattern>(match.patterns[0].segments[0]);
    return std::pair(found.length->min, found.length->max);
  };
  CHECK(bounds("-[*2..3]->") == std::pair(2U, 3U));
  CHECK(bounds("-[]->{2,3}") == std::pair(2U, 3U));
  CHECK(bounds("-[*]->") == bounds("-[]->+"));
  CHECK(bounds("-[*0..]->") == bounds("-[]->*"));
  CHECK(bounds("-[*2]->") == bounds("-[]->{2}"));
  CHECK(bounds("-[*..4]->") == std::pair(1U, 4U));
}

TEST_CASE("hostile nesting ends in an error", "[cypher]") {
  constexpr std::size_t kMany = 100'000;
  for (const char* open : {"(", "[", "{a: ", "-", "NOT ", "size(", "CASE ", "[x IN ", "x[",
                           "EXISTS { MATCH (a) WHERE ", "all(x IN ", "[(a)-->(b) | "}) {
    const std::string text = message("RETURN " + repeated(open, kMany));
    CHECK(text.find("<query>:1:") == 0);
  }
  CHECK(message("MATCH " + repeated("(", kMany)).find("nested deeper") != std::string::npos);
  CHECK(message("MATCH (a:" + repeated("!", kMany) + "A) RETURN a").find("nested deeper") !=
        std::string::npos);
  CHECK(message("MATCH (a:" + repeated("(", kMany) + "A) RETURN a").find("nested deeper") !=
        std::string::npos);
}

TEST_CASE("operators upon operators end in an error, too", "[cypher]") {
  for (const char* more : {" + 1", " AND true", ".x", "[0]", " IS NULL", " IN x", " ^ 2"}) {
    CHECK(message("RETURN x" + repeated(more, 20'000)).find("operators upon each other") !=
          std::string::npos);
    CHECK(message("RETURN x" + repeated(more, 500)).empty());
  }
}

TEST_CASE("brackets that look like patterns take linear time", "[cypher]") {
  CHECK(message("RETURN " + repeated("(a {x: ", 60) + "1" + repeated("})", 60)).empty());
  CHECK(message("RETURN " + repeated("[x IN y WHERE ", 90) + "x" + repeated("]", 90)).empty());
}

TEST_CASE("a query that is too long is refused at once", "[cypher]") {
  CHECK(message("RETURN '" + repeated("x", kMaxQueryBytes) + "'").find("longer than") !=
        std::string::npos);
}
