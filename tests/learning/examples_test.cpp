#include "train/examples.h"

#include <string>
#include <vector>

#include "extract/cut_words.h"
#include "extract/form_features.h"
#include "tests/catch.h"

using namespace entente;

namespace {

std::vector<std::uint32_t> numbers_in(const std::string& bytes) {
  REQUIRE(bytes.size() % 4 == 0);
  std::vector<std::uint32_t> values;
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    std::uint32_t value = 0;
    for (unsigned k = 0; k < 4; ++k)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
    values.push_back(value);
  }
  return values;
}

}  // namespace

TEST_CASE("a document of given words has them as tokens of one sentence") {
  const Document document = document_of({"Tô", "\u2019s", "U.S.-led", "talks"});
  CHECK(document.article.text == "Tô \u2019s U.S.-led talks");
  REQUIRE(document.sentences.size() == 1);
  CHECK(document.sentences[0].tokens == TokenRange{0, 4});
  CHECK(text_of(document, document.tokens[2]) == "U.S.-led");
  CHECK(document.tokens[1].lower == "'s");
  CHECK(document.blocks.at(0).span == Span{0, 23});
}

TEST_CASE("tokens of a treebank are words as they are, cut or not") {
  Document document = document_of({"the", "U.S.-led", "talks"});
  cut_words(document);
  CHECK(document.words.size() == 5);
  words_as_tokens(document);
  REQUIRE(document.words.size() == 3);
  CHECK(document.sentences[0].words == TokenRange{0, 3});
  CHECK(document.words[1].token == 1);
  CHECK(document.words[1].span == document.tokens[1].span);
}

TEST_CASE("a form is written as its rows and the row of its label") {
  Numbers numbers;
  numbers.add(0x01020304);
  numbers.add_form("Treaty", 6);
  NameFlags flags;
  flags.rows[0] = 9;
  flags.count = 1;
  numbers.add_flags(flags);
  const std::vector<std::uint32_t> values = numbers_in(numbers.bytes());
  REQUIRE(values.size() == 1 + 1 + kAffixes + kMostGrams + 1 + kMostFlags);
  const FormFeatures features = form_features("Treaty");
  CHECK(values[0] == 0x01020304);
  CHECK(values[1] == features.word);
  for (std::size_t k = 0; k < kAffixes; ++k) CHECK(values[2 + k] == features.affixes[k]);
  for (std::size_t k = 0; k < kMostGrams; ++k) CHECK(values[2 + kAffixes + k] == features.grams[k]);
  CHECK(values[2 + kAffixes + kMostGrams] == 7);
  CHECK(values[3 + kAffixes + kMostGrams] == 9);
  CHECK(values.back() == 0);
}
