#include "extract/name_tagger.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/extract/networks.h"
#include "tests/support/kernels.h"

using namespace entente;
using test::Chance;

namespace {

using Sentences = std::vector<std::vector<WordInput>>;

NameTagger names_of(const std::string& bytes) {
  return test::network_of<NameTagger>(bytes, "names.bin");
}

std::string refusal(const std::string& bytes, std::size_t labels = test::kSmallLabels) {
  return test::refusal<NameTagger>(bytes, "names.bin", labels);
}

// Names of a sentence of `words` words: in order, disjoint, never empty, of a type.
bool hang_together(const std::vector<FoundName>& names, std::size_t words) {
  std::uint32_t from = 0;
  for (const FoundName& name : names) {
    if (name.begin < from || name.end <= name.begin || name.end > words ||
        static_cast<std::size_t>(name.type) >= kNameTypes)
      return false;
    from = name.end;
  }
  return true;
}

// "person Anna Keller; place Vienna"
std::string names_in(std::string_view text) {
  const Document document = tagged(text);
  std::string line;
  for (const Guess& guess : document.guesses) {
    line += line.empty() ? "" : "; ";
    line += std::string(guess.type) + ' ' +
            std::string(slice(document.article.text, span_of(document, guess.tokens)));
  }
  return line;
}

}  // namespace

TEST_CASE("every type of name has a name of its own that leads back to it") {
  for (std::size_t k = 0; k < kNameTypes; ++k) {
    const auto type = static_cast<NameType>(k);
    CHECK(name_type_of(to_string(type)) == type);
  }
  CHECK_FALSE(name_type_of("").has_value());
  CHECK_FALSE(name_type_of("planet").has_value());
}

TEST_CASE("plain names are found with their types") {
  CHECK(names_in("Anna Keller met Marcus Hale in Vienna on Monday.") ==
        "person Anna Keller; person Marcus Hale; place Vienna");
  CHECK(names_in("Germany and the European Union criticized Japan.") ==
        "country Germany; organization European Union; country Japan");
  CHECK(names_in("The talks were long and nobody was happy about them.").empty());
}

TEST_CASE("a name never covers a part of a token") {
  const Document document = tagged(
      "The U.S.-led force and the Vienna-based agency met Jean-Paul Durand, ex-Soviet "
      "envoy to Guinea-Bissau, in Baden-Baden.");
  std::uint32_t from = 0;
  for (const Guess& guess : document.guesses) {
    CHECK(guess.tokens.begin >= from);
    CHECK(guess.tokens.end > guess.tokens.begin);
    CHECK(name_type_of(guess.type).has_value());
    from = guess.tokens.end;
  }
  CHECK(from <= document.tokens.size());
  const std::string names = names_in("The Vienna-based agency met Jean-Paul Durand.");
  CHECK(names == "person Jean-Paul Durand");
}

TEST_CASE("names hang together, whatever the words and the weights") {
  Chance chance;
  Sentences sentences;
  for (std::size_t length = 0; length < 30; ++length)
    sentences.push_back(test::sentence_by_chance(chance, length));
  sentences.push_back(test::sentence_by_chance(chance, 5000));
  const NameTagger small = names_of(test::small_name_tagger().bytes());
  for (const Kernel kernel : test::kernels()) {
    std::size_t count = 0;
    const auto by_chance = small.find(sentences, kernel);
    const auto trained = models().names.find(sentences, kernel);
    REQUIRE(by_chance.size() == sentences.size());
    REQUIRE(trained.size() == sentences.size());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      count += by_chance[s].size();
      CHECK(hang_together(by_chance[s], sentences[s].size()));
      CHECK(hang_together(trained[s], sentences[s].size()));
    }
    CHECK(count > 0);
  }
}

TEST_CASE("sentences alone or together, in any order, with every kernel have the same names") {
  const std::string file = "/sample/2018-06-12-singapore-trump-kim.txt";
  const Sentences sentences =
      test::inputs_of(tagged(read_file(ENTENTE_DATA_DIR + file)), words(), gazetteer());
  const auto together = models().names.find(sentences, Kernel::Plain);
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), 0);
  Chance chance;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance.next() % i]);
  Sentences shuffled;
  for (const std::size_t s : order) shuffled.push_back(sentences[s]);
  std::size_t count = 0;
  for (const Kernel kernel : test::kernels()) {
    CHECK(models().names.find(sentences, kernel) == together);
    const auto mixed = models().names.find(shuffled, kernel);
    for (std::size_t k = 0; k < order.size(); ++k) {
      count += mixed[k].size();
      CHECK(mixed[k] == together[order[k]]);
      CHECK(models().names.find({shuffled[k]}, kernel).front() == together[order[k]]);
    }
  }
  CHECK(count > 20);
}

TEST_CASE("a model of names without one of its tensors is refused") {
  CHECK(refusal(test::small_name_tagger().bytes()).empty());
  const std::vector<std::string> names = test::small_name_tagger().names();
  for (const std::string& name : names) {
    INFO(name);
    CHECK_FALSE(refusal(test::small_name_tagger(name).bytes()).empty());
  }
}

TEST_CASE("a model of names of another tagger's labels is refused, and its file named") {
  const std::string said = refusal(test::small_name_tagger().bytes(), test::kSmallLabels + 1);
  CHECK_FALSE(said.empty());
  CHECK(said.find("names.bin") != std::string::npos);
}

TEST_CASE("a byte of a model of names changed anywhere is refused, or gives names") {
  const std::string whole = test::small_name_tagger().bytes();
  Chance chance;
  Sentences sentences;
  for (const std::size_t length : {0, 1, 2, 5})
    sentences.push_back(test::sentence_by_chance(chance, length));
  std::size_t refused = 0;
  std::size_t read = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {0x80, 1 << chance.whole(0, 6)}) {
      std::string broken = whole;
      broken[at] = static_cast<char>(whole[at] ^ change);
      INFO("byte " << at << " is " << static_cast<int>(broken[at]));
      try {
        const NameTagger names = names_of(broken);
        const auto found = names.find(sentences);
        for (std::size_t s = 0; s < sentences.size(); ++s)
          REQUIRE(hang_together(found[s], sentences[s].size()));
        ++read;
      } catch (const Error&) {
        ++refused;
      }
    }
  }
  CHECK(refused > 0);
  CHECK(read > 0);
}

TEST_CASE("other files are no models of names") {
  const std::filesystem::path data = ENTENTE_DATA_DIR;
  const std::size_t labels = models().tagger.labels().size();
  CHECK_THROWS_AS(NameTagger("/nowhere/names.bin", labels), Error);
  CHECK_THROWS_AS(NameTagger(data / "ontology.toml", labels), Error);
  CHECK_THROWS_AS(NameTagger(data / "models" / "tagger.bin", labels), Error);
  CHECK_THROWS_AS(NameTagger(data / "models" / "parser.bin", labels), Error);
}
