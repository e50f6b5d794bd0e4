// Every example and counter-example of data/relations/*.toml: adding a relation needs no test of
// its own.

#include <algorithm>
#include <set>
#include <string>

#include "extract/read.h"
#include "tests/catch.h"

using namespace entente;

namespace {

Document document_of(const std::string& text) {
  Document document;
  document.article.id = "example";
  document.article.text = text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Body, ""});
  return document;
}

std::string name_of(const Extraction& extraction, const std::string& id) {
  for (const LocalEntity& entity : extraction.entities) {
    if (entity.id == id) return entity.name;
  }
  return id;
}

// "A | met-with | B"; the ends of a symmetric relation in order of name.
std::string line_of(std::string subject, const Relation& relation, std::string object) {
  if (relation.symmetric && object < subject) std::swap(subject, object);
  return subject + " | " + relation.name + " | " + object;
}

std::set<std::string> expected_lines(const Relation& relation, const RelationExample& example) {
  std::set<std::string> lines;
  for (const std::string& fact : example.facts) {
    const std::size_t first = fact.find(" | ");
    const std::size_t second = fact.find(" | ", first + 3);
    lines.insert(line_of(fact.substr(0, first), relation, fact.substr(second + 3)));
  }
  return lines;
}

}  // namespace

TEST_CASE("every relation reads its examples and passes over its counter-examples") {
  const Reader reader(ENTENTE_DATA_DIR);
  REQUIRE(reader.ontology().relations.size() >= 36);
  for (const Relation& relation : reader.ontology().relations) {
    CHECK(relation.examples.size() >= 2);
    for (const RelationExample& example : relation.examples) {
      CAPTURE(relation.file, example.line, example.text);
      const Extraction extraction = reader.read(document_of(example.text));
      std::set<std::string> found;
      for (const Fact& fact : extraction.facts) {
        if (fact.relation != relation.name || fact.status == Status::Denied) continue;
        found.insert(
            line_of(name_of(extraction, fact.subject), relation, name_of(extraction, fact.object)));
      }
      CHECK(found == expected_lines(relation, example));
    }
  }
}
