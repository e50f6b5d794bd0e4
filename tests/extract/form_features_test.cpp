#include "extract/form_features.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "tests/catch.h"

using namespace entente;

namespace {

bool same(const FormFeatures& a, const FormFeatures& b) {
  return a.word == b.word && a.affixes == b.affixes && a.grams == b.grams &&
         a.gram_count == b.gram_count;
}

}  // namespace

TEST_CASE("every row is in its table and none is row 0") {
  for (const char* form : {"", "a", "of", "President", "internationalisation", "U.S.", "1,234.5",
                           "\u2019", "日本", "\xFF\xFE", "-", "....................."}) {
    INFO(form);
    const FormFeatures features = form_features(form);
    for (const std::uint16_t row : features.affixes) {
      CHECK(row > 0);
      CHECK(row < kAffixRows);
    }
    REQUIRE(features.gram_count <= kMostGrams);
    for (std::size_t k = 0; k < kMostGrams; ++k) {
      CHECK((features.grams[k] > 0) == (k < features.gram_count));
      CHECK(features.grams[k] < kGramRows);
    }
  }
}

TEST_CASE("a form has its runs of 3, then 4, then 5 bytes, the first 16 of them") {
  CHECK(form_features("").gram_count == 0);        // "<>"
  CHECK(form_features("a").gram_count == 1);       // "<a>"
  CHECK(form_features("ab").gram_count == 2 + 1);  // "<ab>"
  CHECK(form_features("abc").gram_count == 3 + 2 + 1);
  CHECK(form_features("abcdefgh").gram_count == kMostGrams);
  // The start of a word does not depend on its end.
  const FormFeatures one = form_features("abcd");
  const FormFeatures other = form_features("abxy");
  CHECK(one.grams[0] == other.grams[0]);
  CHECK(one.grams[1] != other.grams[1]);
}

TEST_CASE("case changes the shape only, and every digit is the same") {
  const FormFeatures lower = form_features("talks");
  const FormFeatures upper = form_features("Talks");
  CHECK(lower.word == upper.word);
  CHECK(lower.grams == upper.grams);
  CHECK(std::equal(lower.affixes.begin(), lower.affixes.end() - 1, upper.affixes.begin()));
  CHECK(lower.affixes.back() != upper.affixes.back());
  CHECK(same(form_features("1945"), form_features("2024")));
  CHECK_FALSE(same(form_features("1945"), form_features("194")));
}

TEST_CASE("a suffix that two words share is the same row, in its own place only") {
  const FormFeatures signing = form_features("signing");
  const FormFeatures meeting = form_features("meeting");
  for (const std::size_t k : {0U, 1U}) CHECK(signing.affixes[k] == meeting.affixes[k]);
  CHECK(signing.affixes[2] != meeting.affixes[2]);  // "ning", "ting"
  CHECK(signing.affixes[3] != meeting.affixes[3]);  // "sig", "mee"
  // "ing" as a prefix is another row than as a suffix.
  CHECK(form_features("ing").affixes[3] != signing.affixes[1]);
}

TEST_CASE("the rows of a form are those that the models were trained with") {
  // Models and program must agree on these for as long as the models live.
  const FormFeatures features = form_features("Treaty");
  CHECK(features.word == 2171914650U);
  CHECK(features.affixes == std::array<std::uint16_t, kAffixes>{6531, 4942, 3390, 3561, 3255});
  CHECK(features.grams == std::array<std::uint16_t, kMostGrams>{2971, 4300, 15932, 16127, 2072,
                                                                10005, 16371, 4433, 5436, 12370,
                                                                12338, 6099, 9842, 5017, 10399, 0});
}

TEST_CASE("ordinary words rarely share a row") {
  std::set<std::uint16_t> rows;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) rows.insert(form_features(std::string{a, b}).affixes[0]);
  }
  CHECK(rows.size() > 600);  // of 676
}
