#include "extract/capitals.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("a capital that acts is its government, and the fact leads to the country's name") {
  const std::string text =
      "Kenya and Austria are at odds.\n\nNairobi accused Austria of spying on Kenya.";
  Document document = read_body(text);
  const Extraction extraction = reader().read(document);
  bool accused = false;
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != "accused") continue;
    accused = true;
    CHECK(name_of(extraction.entities, fact.subject) == "Kenya");
    const Evidence& evidence = fact.evidence.front();
    CHECK(slice(text, evidence.subject) == "Nairobi");
    REQUIRE(evidence.links.size() == 1);
    CHECK(evidence.links[0].rule == kCapital);
    CHECK(slice(text, evidence.links[0].to) == "Kenya");
  }
  CHECK(accused);
}

TEST_CASE("a capital where something happens is a city") {
  for (const char* text :
       {"Kenya is large. President Anna Keller met Premier Marcus Hale in Nairobi.",
        "Kenya is large. President Anna Keller visited Nairobi in May.",
        "Kenya is large. Nairobi hosts a forum in May, President Anna Keller said.",
        "NAIROBI, May 3: Foreign Minister Anna Keller assured Austria that Kenya would help."}) {
    CAPTURE(text);
    const Analysed read = analysed(text);
    for (const Mention& mention : read.document.mentions) CHECK(mention.how != kCapital);
  }
}

TEST_CASE("a capital stays a city where the article does not name its country") {
  CHECK(facts_of("Nairobi accused Austria of spying.", "accused").find("Kenya") ==
        std::string::npos);
}
