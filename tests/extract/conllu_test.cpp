#include "extract/conllu.h"

#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "extract/cut_words.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/support/error_text.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

std::vector<ConlluSentence> read(const std::string& content) {
  const Scratch scratch;
  write_file(scratch / "t.conllu", content);
  return read_conllu(scratch / "t.conllu");
}

// What reading says, from the file's name on; "" when it is accepted.
std::string refusal(const std::string& content) {
  try {
    read(content);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    const std::string what = error.what();
    return what.substr(what.find("t.conllu"));
  }
  return {};
}

// A row: number, form, head and what stands in the last field.
std::string row(const std::string& id, const std::string& form, const std::string& head = "0",
                const std::string& misc = "_") {
  return id + '\t' + form + "\t_\tX\tXX\t_\t" + head + "\tdep\t_\t" + misc + '\n';
}

// "He'll.": a token of two words, and what is glued to what.
std::string forms_of(const ConlluSentence& sentence) {
  std::string line;
  for (const ConlluToken& token : sentence.tokens) line += token.form + (token.glued ? "" : " ");
  return line;
}

const Morphology& morphology() {
  static const Morphology loaded(ENTENTE_DATA_DIR);
  return loaded;
}

// Each word hangs on the one before it; the first is the root.
Document chained(std::string_view text) {
  Document document = read_body(text);
  cut_words(document);
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      Word& word = document.words[w];
      word.tag = Tag::Noun;
      word.penn = *penn_of("NN");
      word.head = w == sentence.words.begin ? w : w - 1;
      word.deprel = w == sentence.words.begin ? Deprel::Root : Deprel::NmodPoss;
    }
  }
  return document;
}

}  // namespace

TEST_CASE("a treebank's sentence is read with all its columns") {
  const auto sentences = read(
      "# newdoc id = first\n"
      "# newpar\n"
      "# sent_id = 1\n"
      "# text = She visits.\n"
      "1\tShe\tshe\tPRON\tPRP\tCase=Nom\t2\tnsubj\t2:nsubj\t_\n"
      "2\tvisits\tvisit\tVERB\tVBZ\tNumber=Sing\t0\troot\t0:root\tSpaceAfter=No|X=1\n"
      "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t2:punct\t_\n"
      "\n"
      "# text = Go\n"
      "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].document == "first");
  CHECK(sentences[0].text == "She visits.");
  CHECK(sentences[0].paragraph);
  REQUIRE(sentences[0].tokens.size() == 3);
  const ConlluToken& verb = sentences[0].tokens[1];
  CHECK(verb.form == "visits");
  CHECK(verb.lemma == "visit");
  CHECK(verb.upos == "VERB");
  CHECK(verb.xpos == "VBZ");
  CHECK(verb.features == "Number=Sing");
  CHECK(verb.head == 0);
  CHECK(verb.deprel == "root");
  CHECK(sentences[0].tokens[0].head == 2);
  CHECK(forms_of(sentences[0]) == "She visits. ");
  CHECK(sentences[1].document == "first");
  CHECK_FALSE(sentences[1].paragraph);
  CHECK(sentences[1].text == "Go");
}

TEST_CASE("a document without a name has none, and its sentences are not the last one's") {
  const auto sentences =
      read("# newdoc id = a\n" + row("1", "x") + "\n# newdoc\n" + row("1", "y") + "\n");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].document == "a");
  CHECK(sentences[1].document.empty());
  CHECK(sentences[1].paragraph);
}

TEST_CASE("of a token of several words the words are read, glued to each other") {
  const auto sentences = read(row("1-2", "He'll", "_", "SpaceAfter=No") + row("1", "He") +
                              row("2", "'ll") + row("3", ",", "1") + row("4-5", "cannot", "_") +
                              row("4", "can", "1") + row("5", "not", "1", "SpaceAfter=No") +
                              row("6", "go", "1", "SpaceAfter=No") + row("7", ".", "1"));
  REQUIRE(sentences.size() == 1);
  CHECK(forms_of(sentences[0]) == "He'll, cannot go. ");
}

TEST_CASE("a range of one sentence says nothing of the next") {
  const auto sentences = read(row("1-2", "don't", "_", "SpaceAfter=No") + row("1", "do") +
                              row("2", "n't") + "\n" + row("1", "a") + row("2", "b", "1"));
  REQUIRE(sentences.size() == 2);
  CHECK(forms_of(sentences[1]) == "a b ");
}

TEST_CASE("empty nodes are passed over") {
  const auto sentences =
      read(row("0.1", "e", "_") + row("1", "a") + row("1.1", "e", "_") + row("2", "b", "1"));
  REQUIRE(sentences.size() == 1);
  CHECK(forms_of(sentences[0]) == "a b ");
}

TEST_CASE("comments without words, empty lines and Windows' line ends make no sentence") {
  CHECK(read("").empty());
  CHECK(read("\n\n\n").empty());
  CHECK(read("# text = nothing\n\n").empty());
  const auto sentences = read("# text = a\r\n" + row("1", "a", "0", "_\r") + "\r\n\r\n");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].text == "a");
  CHECK(forms_of(sentences[0]) == "a ");
}

TEST_CASE("a broken line is named") {
  CHECK(refusal(row("1", "a")).empty());
  CHECK(refusal("# text = a\n1\ta\n") == "t.conllu:2: found 2 fields, expected 10");
  CHECK(refusal(row("1", "a") + "1" + row("x", "b")) ==
        "t.conllu:2: found \"1x\", expected a number");
  CHECK(refusal(row("1", "a", "_")) == "t.conllu:1: found \"_\", expected a number");
  CHECK(refusal(row("1", "a", "-1")) == "t.conllu:1: found \"-1\", expected a number");
  CHECK(refusal(row("1", "a", "")) == "t.conllu:1: found \"\", expected a number");
  CHECK(refusal(row("1", "a", "99999999999")) ==
        "t.conllu:1: found \"99999999999\", expected a number");
  CHECK(refusal(row("1-", "a")) == "t.conllu:1: found \"\", expected a number");
  CHECK(refusal(row("1", "a") + row("2", "b\tc", "1")) ==
        "t.conllu:2: found 11 fields, expected 10");
}

TEST_CASE("a head outside its sentence is refused with its line") {
  const std::string said = refusal(row("1", "a") + "\n" + row("1", "a") + row("2", "b", "3"));
  CHECK(said.starts_with("t.conllu:4: "));
}

TEST_CASE("words whose numbers do not count from 1 are refused with their line") {
  CHECK(refusal(row("2", "a")).starts_with("t.conllu:1: "));
  CHECK(refusal(row("1", "a") + row("3", "b", "1")).starts_with("t.conllu:2: "));
  CHECK(refusal(row("1", "a") + row("1", "b", "1")).starts_with("t.conllu:2: "));
}

TEST_CASE("a file that is not there is named") {
  const std::string said = test::error_text([] { read_conllu("/nowhere/t.conllu"); });
  CHECK(said.find("/nowhere/t.conllu") != std::string::npos);
}

TEST_CASE("what is written is read again") {
  const Document document =
      chained("The U.S.-led\ttalks\nended.\n\n\u201CNon-stop\u201D talks, of #1 -- Tô Lâm's.");
  const auto sentences = read(to_conllu(document, morphology(), words()));
  REQUIRE(sentences.size() == document.sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const ConlluSentence& found = sentences[s];
    const TokenRange range = document.sentences[s].words;
    REQUIRE(found.tokens.size() == range.size());
    for (std::uint32_t i = 0; i < range.size(); ++i) {
      const ConlluToken& token = found.tokens[i];
      CHECK(token.form == slice(document.article.text, document.words[range.begin + i].span));
      CHECK(token.upos == "NOUN");
      CHECK(token.xpos == "NN");
      CHECK(token.head == i);
      CHECK(token.deprel == (i == 0 ? "root" : "nmod:poss"));
      CHECK_FALSE(token.lemma.empty());
    }
    CHECK(forms_of(found) == found.text + " ");
  }
  CHECK(sentences[0].text == "The U.S.-led talks ended.");
  CHECK(sentences[0].tokens[4].lemma == "talk");
}

TEST_CASE("a sentence that was not parsed is not written") {
  Document document = chained("It ended. They left.");
  REQUIRE(document.sentences.size() == 2);
  const TokenRange first = document.sentences[0].words;
  for (std::uint32_t w = first.begin; w < first.end; ++w) document.words[w].head = kNotParsed;
  const auto sentences = read(to_conllu(document, morphology(), words()));
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].text == "They left.");
  CHECK(to_conllu(chained(""), morphology(), words()).empty());
}

TEST_CASE("features follow from form and tags; of \"it\" the tree tells the case") {
  Word word;
  word.tag = Tag::Noun;
  word.penn = *penn_of("NNS");
  CHECK(morphology().features(word, "unheardofs") == "Number=Plur");
  word.tag = Tag::Pron;
  word.penn = *penn_of("PRP");
  word.head = 0;
  word.deprel = Deprel::Nsubj;
  const std::string subject = morphology().features(word, "it");
  CHECK(subject.find("Case=Nom") != std::string::npos);
  word.deprel = Deprel::Obj;
  CHECK(morphology().features(word, "it").find("Case=Acc") != std::string::npos);
  word.tag = Tag::Sym;
  word.penn = *penn_of("VBZ");
  CHECK(morphology().features(word, "it") == "_");
}

TEST_CASE("a broken list of features is named with its line") {
  const Scratch scratch;
  std::filesystem::create_directory(scratch / "models");
  write_file(scratch / "models" / "morphology.tsv", "form\tupos\txpos\tfeatures\na\tX\n");
  const std::string said = test::error_text([&] { Morphology{scratch.path()}; });
  CHECK(said.find("morphology.tsv:2") != std::string::npos);
}
