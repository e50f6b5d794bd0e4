#include "graph/fact.h"

#include <cmath>

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;

TEST_CASE("every status is written and read as one word") {
  for (const Status status :
       {Status::Happened, Status::Planned, Status::Denied, Status::Hypothetical}) {
    CHECK(parse_status(to_string(status)) == status);
  }
  CHECK(to_string(Status::Happened) == "happened");
  CHECK(to_string(Status::Hypothetical) == "hypothetical");
  CHECK_FALSE(parse_status("Happened"));
  CHECK_FALSE(parse_status(""));
}

TEST_CASE("an article counts once as a source, with its surest sentence") {
  Fact fact = test::fact("a", "visited", "b");
  fact.evidence = {test::evidence("a.txt", "One."), test::evidence("a.txt", "Two."),
                   test::evidence("b.txt", "Three.")};
  fact.evidence[0].confidence = 0.2;
  fact.evidence[1].confidence = 0.5;
  fact.evidence[2].confidence = 0.8;
  CHECK(sources(fact) == 2);
  CHECK(std::abs(confidence(fact) - 0.9) < 1e-12);
}

TEST_CASE("articles with one text are one source, as sure as its surest sentence") {
  Fact fact = test::fact("a", "visited", "b");
  fact.evidence = {test::evidence("a.txt", "One."), test::evidence("b.txt", "Two."),
                   test::evidence("c.txt", "One.")};
  fact.evidence[0].confidence = 0.2;
  fact.evidence[1].confidence = 0.8;
  fact.evidence[2].confidence = 0.5;
  fact.evidence[2].copy_of = "a.txt";
  CHECK(sources(fact) == 2);
  CHECK(std::abs(confidence(fact) - 0.9) < 1e-12);
  // The first of the copies need not be among the evidence.
  fact.evidence = {fact.evidence[2]};
  CHECK(sources(fact) == 1);
}
