#include "graph/extraction.h"

#include "base/error.h"
#include "graph/copies.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;

namespace {

Extraction sample() {
  ReadArticle read = test::Reading("a.txt", "Đỗ \"Ann\" Lee met Bob Ray in Alba.")
                         .entity("person", {"Đỗ \"Ann\" Lee", "Ann"})
                         .entity("person", {"Bob Ray"})
                         .acronym("BR")
                         .entity("place", {"Alba"}, "place:alba")
                         .fact("Đỗ \"Ann\" Lee", "met-with", "Bob Ray", "2024-08-19/2024-08-21")
                         .qualifier("topic", "trade\nand\ttravel")
                         .qualifier("place", "e2")
                         .status(Status::Planned);
  Evidence& evidence = read.extraction.facts[0].evidence[0];
  evidence.links = {{{1, 2}, {3, 4}, "pronoun"}, {{3, 4}, {5, 9}, "role"}};
  evidence.said_by = "e1";
  read.extraction.entities[1].described = true;
  evidence.date_phrase = "this week";
  evidence.confidence = 1.0 / 3.0;
  std::string body;
  for (int i = 0; i < 40; ++i) body += "w" + std::to_string(i) + ' ';
  read.extraction.sketch = sketch_of(body);
  return read.extraction;
}

std::string changed(const std::string& from, const std::string& to) {
  std::string json = to_json(sample());
  const std::size_t at = json.find(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("an extraction comes back from JSON as it was") {
  CHECK(extraction_from_json(to_json(sample())) == sample());
  CHECK(extraction_from_json(to_json(Extraction{})) == Extraction{});
  CHECK(to_json(sample()).find('\n') == std::string::npos);
}

TEST_CASE("keys have a fixed order") {
  CHECK(to_json(Extraction{}) == R"({"entities":[],"facts":[],"sentences":[],"sketch":""})");
  Extraction extraction;
  extraction.entities = {{"e0", "place", "Alba", "", {"Alba"}, {}, 2}};
  CHECK(to_json(extraction) ==
        R"({"entities":[{"id":"e0","type":"place","name":"Alba","known":"","names":["Alba"],)"
        R"("acronyms":[],"mentions":2,"described":false}],"facts":[],"sentences":[],"sketch":""})");
}

TEST_CASE("JSON that is no extraction is refused") {
  const auto bad = GENERATE_COPY(values<std::string>({
      "",
      "{",
      "[]",
      "null",
      R"({"entities":[]})",
      R"({"entities":[],"facts":[]})",
      R"({"entities":{},"facts":[],"sentences":[],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[],"sketch":"","more":1})",
      R"({"entities":[],"facts":[],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[],"sketch":7})",
      R"({"entities":[],"facts":[],"sentences":[],"sketch":"00"})",
      R"({"entities":[],"facts":[],"sentences":[1],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[2,1],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[0,4,3,5],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[[0,4]],"sketch":""})",
      R"({"entities":[1],"facts":[],"sentences":[],"sketch":""})",
      R"({"entities":[],"facts":[],"sentences":[],"sketch":""} x)",
      std::string("{\"entities\":[],\"facts\":[\"\xff\"]}"),
      std::string(100000, '['),
      changed(R"("subject":"e0")", R"("subject":"e9")"),
      changed(R"("object":"e1")", R"("object":7)"),
      changed(R"("said_by":"e1")", R"("said_by":"e9")"),
      changed(R"("place":"e2")", R"("place":"Alba")"),
      changed(R"("status":"planned")", R"("status":"dreamt")"),
      changed(R"("when":"2024-08-19/2024-08-21")", R"("when":"August")"),
      changed(R"("from":[1,2])", R"("from":[2,1])"),
      changed(R"("from":[1,2])", R"("from":[1])"),
      changed(R"("from":[1,2])", R"("from":[-1,2])"),
      changed(R"("to":[3,4])", R"("to":[3,4294967296])"),
      changed(R"("mentions":1)", R"("mentions":1.5)"),
      changed(R"("described":true)", R"("described":1)"),
      changed(R"("confidence":0.3)", R"("confidence":1.3)"),
      changed(R"("relation":"met-with")", R"("relation":"")"),
      changed(R"("id":"e1")", R"("id":"e0")"),
      changed(R"("quote":)", R"("quota":)"),
  }));
  CAPTURE(bad);
  CHECK_THROWS_AS(extraction_from_json(bad), Error);
}

TEST_CASE("a fact without evidence is refused") {
  Extraction extraction = sample();
  extraction.facts[0].evidence.clear();
  CHECK_THROWS_AS(extraction_from_json(to_json(extraction)), Error);
}
