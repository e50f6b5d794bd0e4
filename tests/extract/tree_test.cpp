#include "extract/tree.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/trees.h"

using namespace entente;
using test::Chance;
using test::is_tree;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

double total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word)
    sum += scores[word * (heads.size() + 1) + heads[word]];
  return sum;
}

// The total of the best among all trees.
double best_total(const std::vector<float>& scores, std::size_t words) {
  double best = -1e30;
  std::vector<std::uint32_t> heads(words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t digit = 0;
    while (digit < words && heads[digit] == words) heads[digit++] = 0;
    if (digit == words) return best;
    ++heads[digit];
  }
}

}  // namespace

TEST_CASE("no words, no heads; one word is the root") {
  CHECK(best_tree({}, 0).empty());
  CHECK(best_tree({-5, 9}, 1) == std::vector<std::uint32_t>{0});
}

TEST_CASE("each word gets its best head where that is a tree") {
  // Word 2 is the root; 1 and 3 under it.
  const std::vector<float> scores = {0, 9, 5, 1,  //
                                     5, 1, 9, 1,  //
                                     0, 1, 5, 9};
  CHECK(best_tree(scores, 3) == std::vector<std::uint32_t>{2, 0, 2});
}

TEST_CASE("what a word scores as its own head does not count") {
  CHECK(best_tree({1, 99, 0, 1, 2, 99}, 2) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a cycle is broken where least is lost") {
  // 1 and 2 like each other best; 3 is the root.
  const std::vector<float> scores = {0, 0, 9, 1,  //
                                     0, 9, 0, 5,  //
                                     9, 0, 0, 0};
  CHECK(best_tree(scores, 3) == std::vector<std::uint32_t>{2, 3, 0});
}

TEST_CASE("of two words that would be the root, the one that loses less hangs on another") {
  const std::vector<float> scores = {9, 0, 2,  //
                                     9, 8, 0};
  CHECK(best_tree(scores, 2) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("the tree is the best of all that have one root") {
  Chance chance;
  const std::size_t words = GENERATE(1, 2, 3, 4, 5);
  const bool few = GENERATE(true, false);  // scores that are often the same
  for (int round = 0; round < (words < 5 ? 400 : 150); ++round) {
    std::vector<float> scores = chance.reals(words * (words + 1), -10, 10);
    if (few) {
      for (float& score : scores) score = static_cast<float>(chance.whole(-2, 2));
    }
    const std::vector<std::uint32_t> heads = best_tree(scores, words);
    REQUIRE(heads.size() == words);
    REQUIRE(is_tree(heads));
    INFO("round " << round << ", " << words << " words");
    CHECK(total(scores, heads) == Approx(best_total(scores, words)).margin(0.0001));
  }
}

TEST_CASE("many words that all want to be the root, or run in circles, make a tree") {
  Chance chance;
  const std::size_t words = GENERATE(2, 7, 40, 160);
  std::vector<float> scores = chance.reals(words * (words + 1), -1, 1);
  SECTION("by chance") { CHECK(is_tree(best_tree(scores, words))); }
  SECTION("roots") {
    for (std::size_t word = 0; word < words; ++word) scores[word * (words + 1)] = 50;
    CHECK(is_tree(best_tree(scores, words)));
  }
  SECTION("one ring") {
    for (std::size_t word = 0; word < words; ++word)
      scores[word * (words + 1) + 1 + (word + 1) % words] = 50;
    CHECK(is_tree(best_tree(scores, words)));
  }
  SECTION("pairs, and pairs of pairs") {
    for (std::size_t word = 0; word < words; ++word) {
      for (std::size_t size = 1; size < words; size *= 2) {
        if ((word ^ size) < words)
          scores[word * (words + 1) + 1 + (word ^ size)] = 100 / static_cast<float>(size);
      }
    }
    CHECK(is_tree(best_tree(scores, words)));
  }
  SECTION("all the same") {
    std::fill(scores.begin(), scores.end(), 0.0F);
    CHECK(is_tree(best_tree(scores, words)));
  }
}

TEST_CASE("scores of a broken model still make a tree") {
  const float odd =
      GENERATE(std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity,
               std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest());
  Chance chance;
  for (int round = 0; round < 200; ++round) {
    const auto words = static_cast<std::size_t>(chance.whole(1, 6));
    std::vector<float> scores = chance.reals(words * (words + 1), -5, 5);
    for (float& score : scores) {
      if (round == 0 || chance.whole(0, 2) == 0) score = odd;
    }
    INFO("score " << odd << ", round " << round);
    CHECK(is_tree(best_tree(scores, words)));
  }
}
