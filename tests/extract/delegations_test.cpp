#include "extract/delegations.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("who came with a delegation met whom it met, and the fact says how it knows") {
  const Document document = read_body(
      "A Kenyan delegation led by Anna Keller flew to Vienna. The delegation met Marcus Hale.");
  const Extraction extraction = reader().read(document);
  const auto met = std::ranges::find_if(extraction.facts, [&](const Fact& fact) {
    return fact.relation == "met-with" &&
           name_of(extraction.entities, fact.subject) == "Anna Keller";
  });
  REQUIRE(met != extraction.facts.end());
  CHECK(name_of(extraction.entities, met->object) == "Marcus Hale");
  REQUIRE(met->evidence.front().links.size() == 1);
  const Link& link = met->evidence.front().links.front();
  CHECK(link.rule == "delegation");
  CHECK(slice(document.article.text, link.from) == "delegation");
  CHECK(slice(document.article.text, link.to) == "Anna Keller");
}

TEST_CASE("another delegation is another's") {
  CHECK(facts_of("A Kenyan delegation led by Anna Keller left. An Austrian delegation met Marcus "
                 "Hale.",
                 "met-with") == "Austrian delegation | met-with | Marcus Hale | - | happened\n");
}

TEST_CASE("who will lead the only delegation comes with it, though he is named behind it") {
  CHECK(facts_of(
            "President Marcus Hale announced the designation of a Kenyan delegation to attend the "
            "Nairobi Climate Summit. Anna Keller will lead the delegation.",
            "attended")
            .find("Anna Keller | attended | Nairobi Climate Summit | - | planned\n") !=
        std::string::npos);
  CHECK(facts_of("A Kenyan delegation flew to the Nairobi Climate Summit. An Austrian delegation "
                 "attended the Nairobi Climate Summit. Anna Keller led the delegation.",
                 "attended")
            .find("Anna Keller") == std::string::npos);
}

TEST_CASE("a delegation without a name stands for who sent it") {
  CHECK(facts_of("Marcus Hale met with a delegation from the Green Party.", "met-with") ==
        "Marcus Hale | met-with | Green Party | - | happened\n");
  CHECK(facts_of("Marcus Hale met with a delegation from the Green Party and Kenyan envoy Anna "
                 "Keller in Vienna.",
                 "met-with") ==
        "Marcus Hale | met-with | Green Party | - | happened\n"
        "Marcus Hale | met-with | Anna Keller | - | happened\n");
  CHECK(facts_of("Marcus Hale met with a delegation from the Green Party and Anna Keller left.",
                 "met-with") == "Marcus Hale | met-with | Green Party | - | happened\n");
}
