#include "query/suggest.h"

#include "tests/catch.h"

using namespace entente;

TEST_CASE("the edit distance counts single slips") {
  struct Row {
    std::string a, b;
    std::size_t distance;
  };
  const auto row = GENERATE(values<Row>({{"", "", 0},
                                         {"", "abc", 3},
                                         {"visited", "visited", 0},
                                         {"vistied", "visited", 1},
                                         {"visted", "visited", 1},
                                         {"visitted", "visited", 1},
                                         {"bisited", "visited", 1},
                                         {"ca", "abc", 3},
                                         {"kitten", "sitting", 3},
                                         {"tô", "to", 1},
                                         {"Москва", "Москве", 1}}));
  DYNAMIC_SECTION(row.a << " / " << row.b) {
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
  }
}

TEST_CASE("suggestions are near, nearest first, at most three") {
  const std::vector<std::string> known = {"member-of", "met-with", "signed", "visited"};
  CHECK(suggest("vistied", known) == std::vector<std::string>{"visited"});
  CHECK(suggest("met", known) == std::vector<std::string>{"met-with"});
  CHECK(suggest("sgined", known) == std::vector<std::string>{"signed"});
  CHECK(suggest("zebra", known).empty());
  CHECK(suggest("x", known).empty());
  CHECK(suggest("ab", {"abc", "ac", "ad", "ae"}).size() == 3);
  CHECK(suggest("paht", {"bath", "path"}) == std::vector<std::string>{"path"});
}

TEST_CASE("a suggestion reads as a question and cannot steer the terminal") {
  CHECK(did_you_mean({}).empty());
  CHECK(did_you_mean({"a"}) == "; did you mean \"a\"?");
  CHECK(did_you_mean({"a", "b"}) == "; did you mean \"a\" or \"b\"?");
  CHECK(did_you_mean({"a", "b", "c"}) == "; did you mean \"a\", \"b\" or \"c\"?");
  CHECK(did_you_mean({"\x1b[31m"}).find('\x1b') == std::string::npos);
}
