#include "extract/pattern.h"

#include "base/error.h"
#include "tests/catch.h"

using namespace entente;

namespace {

Relation relation_with(const std::string& pattern) {
  Relation relation;
  relation.name = "test";
  relation.file = "data/relations/test.toml";
  relation.patterns.push_back({pattern, 7});
  return relation;
}

}  // namespace

TEST_CASE("a pattern is read into elements") {
  const Relation relation = relation_with("{subject:person} pay|make.v ... visit.n to? {object}");
  const std::vector<Pattern> patterns = compile_patterns(relation);
  REQUIRE(patterns.size() == 1);
  const std::vector<PatternElement>& elements = patterns[0].elements;
  using Kind = PatternElement::Kind;
  REQUIRE(elements.size() == 6);
  CHECK(elements[0].kind == Kind::Subject);
  CHECK(elements[0].types == std::vector<std::string>{"person"});
  CHECK(elements[1].kind == Kind::Verb);
  CHECK(elements[1].lemmas == std::vector<std::string>{"pay", "make"});
  CHECK(elements[2].kind == Kind::Gap);
  CHECK(elements[3].kind == Kind::Noun);
  CHECK(elements[4].optional);
  CHECK(elements[5].kind == Kind::Object);
  CHECK(patterns[0].rule == "test/1");
  CHECK(patterns[0].has_verb_subject());
}

TEST_CASE("a structural rule has no elements") {
  const Relation relation = relation_with("@title");
  CHECK(compile_patterns(relation)[0].structural == "title");
}

TEST_CASE("a pattern that cannot work is refused with its place") {
  for (const char* pattern :
       {"{subject} visit.v", "visit.v {object}", "{subject} {object}", "{subject} visit.q {object}",
        "{subject} visit.v {whom}", "{both} meet.v {object}", "{subject} visit? {object}"}) {
    CAPTURE(pattern);
    const Relation relation = relation_with(pattern);
    try {
      compile_patterns(relation);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(std::string(error.what()).starts_with("data/relations/test.toml:7: "));
    }
  }
}
