// The stages that an article is read in, and what each is said to have found.

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "extract/conllu.h"
#include "extract/layers.h"
#include "extract/read.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

constexpr const char* kText =
    "Anna Keller, the Austrian chancellor, met Marcus Hale in Vienna on 6 May 2024.\n"
    "She praised the U.S.-led talks.\n\nThey ended.";

Document blocks_of(std::string_view text) {
  Document document = read_body(text);
  document.tokens.clear();
  document.sentences.clear();
  return document;
}

std::string result(std::string_view text, std::string_view stage, bool drawn = false) {
  return reader().stage_result(blocks_of(text), stage, drawn);
}

// "what" or text of each line, joined by '|'.
std::string column(const std::string& lines, std::size_t number) {
  std::istringstream in(lines);
  std::string joined;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string field;
    for (std::size_t k = 0; k <= number; ++k) std::getline(fields, field, '\t');
    joined += (joined.empty() ? "" : "|") + field;
  }
  return joined;
}

std::vector<ConlluSentence> trees_of(std::string_view text) {
  const Scratch scratch;
  write_file(scratch / "t.conllu", result(text, "parse"));
  return read_conllu(scratch / "t.conllu");
}

}  // namespace

TEST_CASE("every stage needs only what loading or a stage before it fills") {
  std::set<std::string, std::less<>> filled = {"blocks"};
  for (const Stage& stage : stages()) {
    std::istringstream needs{std::string(stage.needs)};
    std::size_t count = 0;
    for (std::string layer; needs >> layer; ++count) {
      INFO(stage.name << " needs " << layer);
      CHECK(filled.contains(layer));
    }
    CHECK(count > 0);
    CHECK_FALSE(stage.fills.empty());
    CHECK(filled.insert(std::string(stage.fills)).second);
  }
}

TEST_CASE("no two stages have the same name, and facts come last") {
  std::set<std::string_view> names;
  for (const Stage& stage : stages()) names.insert(stage.name);
  CHECK(names.size() == stages().size());
  CHECK(names.count("") == 0);
  CHECK(stages().back().name == "facts");
}

TEST_CASE("an unknown stage is refused with those that there are") {
  std::string all;
  for (const Stage& stage : stages()) all += (all.empty() ? "" : ", ") + std::string(stage.name);
  for (const char* name : {"prase", "", "Parse", "trees"}) {
    try {
      result("Text.", name);
      FAIL("accepted " << name);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::Usage);
      CHECK(std::string(error.what()) ==
            "unknown stage \"" + std::string(name) + "\"; known stages: " + all);
    }
  }
}

TEST_CASE("every stage says something of a text, byte by byte") {
  const std::string text = kText;
  for (const Stage& stage : stages()) {
    if (stage.name == "parse") continue;
    INFO(stage.name);
    std::istringstream in(result(text, stage.name));
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line); ++lines) {
      INFO(line);
      REQUIRE(std::count(line.begin(), line.end(), '\t') == 3);
      std::istringstream fields(line);
      std::size_t begin = 0;
      std::size_t end = 0;
      fields >> begin >> end;
      REQUIRE(begin < end);
      REQUIRE(end <= text.size());
      std::string words = text.substr(begin, end - begin);
      std::replace(words.begin(), words.end(), '\n', ' ');
      CHECK(line.ends_with('\t' + words));
    }
    CHECK(lines > 0);
  }
}

TEST_CASE("a text without words gives no lines of any stage") {
  for (const Stage& stage : stages()) {
    CHECK(result("", stage.name).empty());
    CHECK(result(" \n\n \n ", stage.name).empty());
  }
  CHECK(result("", "parse", true).empty());
}

TEST_CASE("stages say their tokens, sentences, words and tags") {
  const std::string text = "She praised the U.S.-led talks. They ended.";
  CHECK(column(result(text, "tokenize"), 3) == "She|praised|the|U.S.-led|talks|.|They|ended|.");
  CHECK(column(result(text, "tokenize"), 2) == "she|praised|the|u.s.-led|talks|.|they|ended|.");
  CHECK(column(result(text, "split"), 3) == "She praised the U.S.-led talks.|They ended.");
  CHECK(column(result(text, "split"), 2) == "body|body");
  CHECK(column(result(text, "words"), 3) == "She|praised|the|U.S.|-|led|talks|.|They|ended|.");
  CHECK(column(result(text, "tag"), 2) ==
        "PRON PRP|VERB VBD|DET DT|PROPN NNP|PUNCT HYPH|VERB VBN|NOUN NNS|PUNCT .|"
        "PRON PRP|VERB VBD|PUNCT .");
}

TEST_CASE("stages say times, names, entities, posts and facts") {
  CHECK(column(result(kText, "times"), 2) == "2024-05-06");
  CHECK(column(result(kText, "guess"), 3).starts_with("Anna Keller|"));
  CHECK(column(result(kText, "names"), 3).starts_with("Anna Keller|"));
  CHECK(column(result(kText, "names"), 2).starts_with("person by "));
  CHECK(column(result(kText, "entities"), 3).find("Marcus Hale") != std::string::npos);
  CHECK(column(result(kText, "roles"), 3).find("chancellor") != std::string::npos);
  CHECK(column(result(kText, "phrases"), 2).find("Anna Keller") != std::string::npos);
  CHECK(column(result(kText, "facts"), 2).find("met-with") != std::string::npos);
}

TEST_CASE("a block's line breaks and tabs stay on one line") {
  const std::string lines = result("Kim met\tAnna\r\nKeller there.", "split");
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  CHECK(column(lines, 3) == "Kim met Anna  Keller there.");
}

TEST_CASE("trees are written in CoNLL-U, of every sentence") {
  const auto sentences = trees_of(kText);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1].text == "She praised the U.S.-led talks.");
  CHECK(sentences[2].text == "They ended.");
  std::string forms;
  std::size_t roots = 0;
  for (const ConlluToken& token : sentences[1].tokens) {
    forms += token.form + (token.glued ? "" : " ");
    if (token.head == 0) ++roots;
    CHECK((token.head == 0) == (token.deprel == "root"));
  }
  CHECK(forms == sentences[1].text + " ");
  CHECK(roots == 1);
  const ConlluToken& verb = sentences[1].tokens[1];
  CHECK(verb.form == "praised");
  CHECK(verb.lemma == "praise");
  CHECK(verb.features.find("Tense=Past") != std::string::npos);
}

TEST_CASE("a tree is drawn with each word below the one it hangs on") {
  CHECK(result("Anna praised the talks.", "parse", true) ==
        "Anna praised the talks.\n"
        "  praised  root VERB\n"
        "    Anna  nsubj PROPN\n"
        "    talks  obj NOUN\n"
        "      the  det DET\n"
        "    .  punct PUNCT\n"
        "\n");
}

TEST_CASE("trees that were not made are not drawn") {
  Document document = read_body("They ended. It rained.");
  cut_words(document);
  CHECK(drawn_trees(document).empty());
}
