#include "extract/parser.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "extract/batches.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/extract/networks.h"
#include "tests/support/kernels.h"
#include "tests/support/scratch.h"
#include "tests/support/trees.h"

using namespace entente;
using test::Chance;

namespace {

using Sentences = std::vector<std::vector<WordInput>>;

Parser parser_of(const std::string& bytes) { return test::network_of<Parser>(bytes, "parser.bin"); }

std::string refusal(const std::string& bytes, std::size_t labels = test::kSmallLabels) {
  return test::refusal<Parser>(bytes, "parser.bin", labels);
}

// "": what a parser says of a sentence of `words` words is a tree. Else what is wrong with it.
std::string fault_of(const Tree& tree, std::size_t words, std::size_t labels) {
  if (tree.heads.size() != words || tree.deprels.size() != words || tree.labels.size() != words)
    return "not as many as words";
  if (words > 0 && !test::is_tree(tree.heads)) return "no tree";
  for (std::size_t i = 0; i < words; ++i) {
    if (static_cast<std::size_t>(tree.deprels[i]) >= kDeprels) return "no relation";
    if ((tree.deprels[i] == Deprel::Root) != (tree.heads[i] == 0)) return "a root that is none";
    if (tree.labels[i] >= labels) return "no label";
  }
  return {};
}

bool same(const Tree& a, const Tree& b) {
  return a.heads == b.heads && a.deprels == b.deprels && a.labels == b.labels;
}

// The sentences of an article.
Sentences article() {
  const std::string file = "/sample/2018-06-12-singapore-trump-kim.txt";
  return test::inputs_of(tagged(read_file(ENTENTE_DATA_DIR + file)), words(), gazetteer());
}

}  // namespace

TEST_CASE("sentences are put together: each word once, the longest piece first") {
  Chance chance;
  Sentences sentences;
  for (const std::size_t length : {3, 0, 900, 1, 1, 40, 0, 7, 500, 500})
    sentences.push_back(test::sentence_by_chance(chance, length));
  for (int k = 0; k < 40; ++k) sentences.push_back(test::sentence_by_chance(chance, 2));
  std::vector<int> seen(sentences.size(), 0);
  const std::vector<Piece> pieces = pieces_of(sentences);
  for_each_batch(pieces, [&](const Batch& batch) {
    REQUIRE_FALSE(batch.pieces.empty());
    REQUIRE(batch.pieces.size() == batch.lengths.size());
    CHECK(std::is_sorted(batch.lengths.rbegin(), batch.lengths.rend()));
    std::size_t word = 0;
    for (std::size_t k = 0; k < batch.pieces.size(); ++k) {
      const Piece& piece = pieces[batch.pieces[k]];
      const std::vector<WordInput>& sentence = sentences[piece.sentence];
      seen[piece.sentence] += static_cast<int>(piece.words.size());
      REQUIRE(piece.words.size() <= kLongestPiece);
      REQUIRE(batch.lengths[k] == piece.words.size());
      REQUIRE(word + piece.words.size() <= batch.words.size());
      for (std::size_t i = 0; i < piece.words.size(); ++i) {
        const WordInput& input = sentence[piece.begin + i];
        CHECK(batch.words[word].form.word == input.form.word);
        CHECK(batch.words[word++].label == input.label);
      }
    }
    CHECK(word == batch.words.size());
  });
  for (std::size_t s = 0; s < sentences.size(); ++s)
    CHECK(seen[s] == static_cast<int>(sentences[s].size()));
}

TEST_CASE("no sentences, no batch and no tree; a sentence without words has none") {
  for_each_batch({}, [](const Batch&) { FAIL("a batch of nothing"); });
  CHECK(models().parser.parse({}).empty());
  Chance chance;
  const auto trees = models().parser.parse({{}, test::sentence_by_chance(chance, 1), {}});
  REQUIRE(trees.size() == 3);
  CHECK(trees[0].heads.empty());
  CHECK(trees[1].heads == std::vector<std::uint32_t>{0});
  CHECK(trees[2].heads.empty());
}

TEST_CASE("whatever the words, a sentence becomes a tree") {
  Chance chance;
  Sentences sentences;
  for (std::size_t length = 0; length < 30; ++length)
    sentences.push_back(test::sentence_by_chance(chance, length));
  const Parser small = parser_of(test::small_parser().bytes());
  const std::size_t labels = models().tagger.labels().size();
  for (const Kernel kernel : test::kernels()) {
    const std::vector<Tree> by_chance = small.parse(sentences, kernel);
    const std::vector<Tree> trained = models().parser.parse(sentences, kernel);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      CHECK(fault_of(by_chance[s], sentences[s].size(), test::kSmallLabels).empty());
      CHECK(fault_of(trained[s], sentences[s].size(), labels).empty());
    }
  }
}

TEST_CASE("a sentence of 5,000 words is one tree") {
  Chance chance;
  for (const std::size_t length :
       {kLongestPiece, kLongestPiece + 1, 2 * kLongestPiece + 1, std::size_t{5000}}) {
    CAPTURE(length);
    const auto trees = models().parser.parse({test::sentence_by_chance(chance, length)});
    REQUIRE(trees.size() == 1);
    CHECK(fault_of(trees[0], length, models().tagger.labels().size()).empty());
  }
}

TEST_CASE("a long sentence does not change those beside it") {
  Chance chance;
  const auto brief = test::sentence_by_chance(chance, 9);
  const auto lengthy = test::sentence_by_chance(chance, 400);
  const auto trees = models().parser.parse({brief, lengthy, brief});
  const Tree alone = models().parser.parse({brief}).front();
  CHECK(same(trees[0], alone));
  CHECK(same(trees[2], alone));
  CHECK(same(trees[1], models().parser.parse({lengthy}).front()));
}

TEST_CASE("sentences alone or together, in any order, with every kernel are the same trees") {
  const Sentences sentences = article();
  REQUIRE(sentences.size() > 15);
  const std::vector<Tree> together = models().parser.parse(sentences, Kernel::Plain);
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), 0);
  Chance chance;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance.next() % i]);
  Sentences shuffled;
  for (const std::size_t s : order) shuffled.push_back(sentences[s]);
  for (const Kernel kernel : test::kernels()) {
    const std::vector<Tree> again = models().parser.parse(sentences, kernel);
    const std::vector<Tree> mixed = models().parser.parse(shuffled, kernel);
    for (std::size_t k = 0; k < order.size(); ++k) {
      const Tree& expected = together[order[k]];
      CHECK(same(again[order[k]], expected));
      CHECK(same(mixed[k], expected));
      CHECK(same(models().parser.parse({shuffled[k]}, kernel).front(), expected));
    }
  }
}

TEST_CASE("an encoder gives a word the same numbers alone or among others") {
  const Scratch scratch;
  std::ofstream(scratch / "m.bin", std::ios::binary) << test::small_parser().bytes();
  const Encoder encoder{Tensors(scratch / "m.bin")};
  CHECK(encoder.width() == 8);
  Chance chance;
  const auto lengthy = test::sentence_by_chance(chance, 5);
  const auto brief = test::sentence_by_chance(chance, 2);
  std::vector<WordInput> both = lengthy;
  both.insert(both.end(), brief.begin(), brief.end());
  const FixedRows together = encoder(both, {5, 2}, Kernel::Plain);
  std::vector<std::int16_t> alone = encoder(lengthy, {5}, Kernel::Plain).values;
  const std::vector<std::int16_t> rest = encoder(brief, {2}, Kernel::Plain).values;
  alone.insert(alone.end(), rest.begin(), rest.end());
  CHECK(together.values == alone);
}

TEST_CASE("a parser's model without one of its tensors is refused by its name") {
  const std::vector<std::string> names = test::small_parser().names();
  CHECK(refusal(test::small_parser().bytes()).empty());
  for (const std::string& name : names) {
    INFO(name);
    CHECK_FALSE(refusal(test::small_parser(name).bytes()).empty());
  }
  CHECK(refusal(test::small_parser("arc_bias").bytes()).find("parser.bin") != std::string::npos);
}

TEST_CASE("a parser of another tagger's labels is refused, and its file named") {
  const std::string said = refusal(test::small_parser().bytes(), test::kSmallLabels + 1);
  CHECK_FALSE(said.empty());
  CHECK(said.find("parser.bin") != std::string::npos);
}

TEST_CASE("a byte of a parser's model changed anywhere is refused, or gives trees") {
  const std::string whole = test::small_parser().bytes();
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
        const Parser parser = parser_of(broken);
        const std::vector<Tree> trees = parser.parse(sentences);
        for (std::size_t s = 0; s < sentences.size(); ++s)
          REQUIRE(fault_of(trees[s], sentences[s].size(), test::kSmallLabels).empty());
        ++read;
      } catch (const Error&) {
        ++refused;
      }
    }
  }
  CHECK(refused > 0);
  CHECK(read > 0);
}

TEST_CASE("other files are no parsers") {
  const std::filesystem::path data = ENTENTE_DATA_DIR;
  const std::size_t labels = models().tagger.labels().size();
  CHECK_THROWS_AS(Parser("/nowhere/parser.bin", labels), Error);
  CHECK_THROWS_AS(Parser(data / "ontology.toml", labels), Error);
  CHECK_THROWS_AS(Parser(data / "models" / "tagger.bin", labels), Error);
  CHECK_THROWS_AS(Parser(data / "models" / "names.bin", labels), Error);
}
