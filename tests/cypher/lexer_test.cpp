#include "cypher/lexer.h"

#include "cypher/error.h"
#include "tests/catch.h"

using namespace entente::cypher;

namespace {

std::vector<std::string> texts(std::string_view query) {
  std::vector<std::string> result;
  for (const Token& token : lex(query)) result.emplace_back(token.text);
  result.pop_back();  // the end
  return result;
}

std::string detail(std::string_view query) {
  try {
    for (const Token& token : lex(query)) content(query, token);
  } catch (const QueryError& error) {
    return error.detail();
  }
  return "";
}

}  // namespace

TEST_CASE("a query is cut into names, numbers, strings and symbols", "[cypher]") {
  CHECK(texts("MATCH (n:Person)-[:MET*1..3]->(m)") ==
        std::vector<std::string>{"MATCH", "(", "n",  ":", "Person", ")", "-", "[", ":", "MET",
                                 "*",     "1", "..", "3", "]",      "-", ">", "(", "m", ")"});
  CHECK(texts("1.5+.5e-3<=0x1F") == std::vector<std::string>{"1.5", "+", ".5e-3", "<=", "0x1F"});
  CHECK(texts("$name <> `a b`") == std::vector<std::string>{"$name", "<>", "`a b`"});
  CHECK(texts("größe /* a */ + 1 // b\n+ 2") ==
        std::vector<std::string>{"größe", "+", "1", "+", "2"});
}

TEST_CASE("a token knows its bytes", "[cypher]") {
  const std::vector<Token> tokens = lex("RETURN 'ä', x");
  CHECK(tokens[1].kind == TokenKind::String);
  CHECK(tokens[1].span == entente::Span{7, 11});
  CHECK(tokens[3].span == entente::Span{13, 14});
}

TEST_CASE("quotes and escapes fall away from the content", "[cypher]") {
  const auto content_of = [](std::string_view text) { return content(text, lex(text)[0]); };
  CHECK(content_of(R"('it\'s')") == "it's");
  CHECK(content_of(R"("a\tb\\c")") == "a\tb\\c");
  CHECK(content_of(R"('\u00e9\U01F600')") == "é😀");
  CHECK(content_of("`a``b`") == "a`b");
  CHECK(content_of("$`a b`") == "a b");
}

TEST_CASE("letters that stick to a number make it none", "[cypher]") {
  for (const char* text : {"12h3", "0x", "0xG", "1_"}) {
    CHECK(lex(text)[0].kind == TokenKind::BadNumber);
  }
  CHECK(lex("1_000")[0].kind == TokenKind::Integer);
}

TEST_CASE("what begins nothing is refused", "[cypher]") {
  CHECK(detail("RETURN 42 — 41") == "InvalidUnicodeCharacter");
  CHECK(detail("RETURN #") == "UnexpectedSyntax");
  CHECK(detail("RETURN 'abc") == "UnexpectedSyntax");
  CHECK(detail("RETURN 'abc\\") == "UnexpectedSyntax");
  CHECK(detail("RETURN `abc") == "UnexpectedSyntax");
  CHECK(detail("RETURN 1 /* no end") == "UnexpectedSyntax");
  CHECK(detail("RETURN $") == "UnexpectedSyntax");
  CHECK(detail("RETURN '\\u12'") == "InvalidUnicodeLiteral");
  CHECK(detail("RETURN '\\ud800'") == "InvalidUnicodeLiteral");
}
