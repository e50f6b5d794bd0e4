#include "extract/name_flags.h"

#include <algorithm>
#include <set>

#include "tests/catch.h"
#include "tests/extract/reading.h"

using namespace entente;

namespace {

const Words& listed() {
  static const Words loaded = load_words(ENTENTE_DATA_DIR);
  return loaded;
}

const Gazetteer& places() {
  static const Gazetteer loaded(ENTENTE_DATA_DIR);
  return loaded;
}

// Of the first sentence.
std::vector<NameFlags> flags_of(std::string_view text) {
  const Document document = read_body(text);
  return name_flags(document, document.sentences.at(0).tokens, listed(), places());
}

std::set<int> rows(const NameFlags& flags) {
  return {flags.rows.begin(), flags.rows.begin() + flags.count};
}

// What the first has and the second has not.
std::set<int> without(const NameFlags& flags, const NameFlags& others) {
  std::set<int> rest = rows(flags);
  for (const int row : rows(others)) rest.erase(row);
  return rest;
}

}  // namespace

TEST_CASE("every flag is a row of the table, and every token has one") {
  const auto all = flags_of(
      "Former Prime Minister Mr. John Kim of the United States met French officials in Paris; "
      "the Communist Party, the European Union, 日本 and qzx signed 12 treaties.");
  for (const NameFlags& flags : all) {
    REQUIRE(flags.count > 0);
    REQUIRE(flags.count <= kMostFlags);
    for (std::size_t k = 0; k < kMostFlags; ++k) {
      CHECK((flags.rows[k] > 0) == (k < flags.count));
      CHECK(flags.rows[k] < kFlagRows);
    }
    CHECK(rows(flags).size() == flags.count);
  }
}

TEST_CASE("the first token of a sentence has a flag of its own") {
  const auto all = flags_of("Talks talks");
  REQUIRE(all.size() == 2);
  CHECK(without(all[0], all[1]).size() == 1);
  CHECK(without(all[1], all[0]).empty());
}

TEST_CASE("a country of two words: its first word and the others have different flags") {
  const auto all = flags_of("he left United States soil and France too");
  REQUIRE(all.size() == 8);
  const std::set<int> first = rows(all[2]);
  const std::set<int> france = rows(all[6]);
  std::set<int> both;
  std::set_intersection(first.begin(), first.end(), france.begin(), france.end(),
                        std::inserter(both, both.end()));
  REQUIRE_FALSE(both.empty());
  const int country = *both.begin();
  CHECK(rows(all[3]).count(country + 1) == 1);
  CHECK(rows(all[3]).count(country) == 0);
  CHECK(rows(all[4]).count(country + 1) == 0);
}

TEST_CASE("a listed name is known by its capital letter only") {
  const auto upper = flags_of("he saw France there");
  const auto lower = flags_of("he saw france there");
  CHECK_FALSE(without(upper[2], lower[2]).empty());
}

TEST_CASE("a post of two words: its first word is flagged as one of a single word") {
  const auto two = flags_of("then prime minister left");
  const auto one = flags_of("then minister left");
  REQUIRE(two.size() == 4);
  const std::set<int> begins = without(one[1], two[2]);
  CHECK(begins.size() == 1);
  for (const int row : begins) {
    CHECK(rows(two[1]).count(row) == 1);
    CHECK(rows(two[2]).count(row + 1) == 1);
    CHECK(rows(two[3]).count(row) + rows(two[3]).count(row + 1) == 0);
  }
}

TEST_CASE("flags of a sentence do not depend on the sentences around it") {
  const Document alone = read_body("The French minister left Paris.");
  const Document among = read_body("He met United.\n\nThe French minister left Paris.\n\nStates.");
  REQUIRE(among.sentences.size() == 3);
  const auto one = name_flags(alone, alone.sentences[0].tokens, listed(), places());
  const auto other = name_flags(among, among.sentences[1].tokens, listed(), places());
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].rows == other[i].rows);
    CHECK(one[i].count == other[i].count);
  }
}
