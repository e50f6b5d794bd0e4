#include "extract/analyse.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/support/chance.h"
#include "tests/support/scratch.h"
#include "tests/support/trees.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

Document named(std::string_view text) {
  Document document = tagged(text);
  find_names(document, words(), gazetteer());
  return document;
}

Document parsed(std::string_view text) {
  Document document = named(text);
  parse(document, models(), words(), true);
  return document;
}

// "": every sentence of the document has a tree of words and a tree of tokens.
std::string fault_of(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    std::vector<std::uint32_t> heads;
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      const std::uint32_t head = document.words[w].head;
      if (head < sentence.words.begin || head >= sentence.words.end) return "a word's head is away";
      heads.push_back(head == w ? 0 : head - sentence.words.begin + 1);
    }
    if (!test::is_tree(heads)) return "words are no tree";
    heads.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::uint32_t head = document.tokens[i].head;
      if (head < sentence.tokens.begin || head >= sentence.tokens.end)
        return "a token's head is away";
      heads.push_back(head == i ? 0 : head - sentence.tokens.begin + 1);
    }
    if (!test::is_tree(heads)) return "tokens are no tree";
  }
  return {};
}

const Token& token_of(const Document& document, std::string_view form) {
  const auto found =
      std::find_if(document.tokens.begin(), document.tokens.end(),
                   [&](const Token& token) { return text_of(document, token) == form; });
  if (found == document.tokens.end()) throw std::runtime_error("no token " + std::string(form));
  return *found;
}

// "Keller nsubj visited"
std::string arc(const Document& document, std::string_view form) {
  const Token& token = token_of(document, form);
  return std::string(form) + ' ' + std::string(to_string(token.deprel)) + ' ' +
         (token.head == kNotParsed ? "-"
                                   : std::string(text_of(document, document.tokens[token.head])));
}

// The sentences that have trees.
std::string parsed_sentences(std::string_view text) {
  Document document = named(text);
  parse(document, models(), words(), false);
  std::string line;
  for (const Sentence& sentence : document.sentences) {
    const bool is = document.tokens[sentence.tokens.begin].head != kNotParsed;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      CHECK((document.tokens[i].head != kNotParsed) == is);
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w)
      CHECK((document.words[w].head != kNotParsed) == is);
    if (!is) continue;
    line += line.empty() ? "" : " / ";
    line += slice(document.article.text, span_of(document, sentence.tokens));
  }
  return line;
}

// A folder of data with the models of the program; one file is replaced, or gone where `bytes` is
// empty.
std::string refusal(const std::string& file, std::string_view bytes) {
  const Scratch scratch;
  fs::create_directory(scratch / "models");
  for (const char* name : {"tagger.bin", "names.bin", "parser.bin"})
    fs::create_symlink(fs::path(ENTENTE_DATA_DIR) / "models" / name, scratch / "models" / name);
  fs::remove(scratch / "models" / file);
  if (!bytes.empty()) write_file(scratch / "models" / file, bytes);
  try {
    const Models loaded(scratch.path());
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("subjects and objects hang on their verbs") {
  struct Row {
    const char* text;
    std::vector<const char*> arcs;
  };
  const std::vector<Row> rows = {
      {"The minister visited the port.",
       {"visited root visited", "minister nsubj visited", "port obj visited", "The det minister"}},
      {"Keller criticized the union in May.",
       {"Keller nsubj criticized", "union obj criticized", "May obl criticized"}},
      {"The accord was signed by both leaders.",
       {"accord nsubj:pass signed", "was aux:pass signed", "leaders obl:agent signed"}},
      {"Germany and France sent troops.",
       {"Germany nsubj sent", "France conj Germany", "troops obj sent"}},
      {"The envoy who met reporters praised the army.",
       {"envoy nsubj praised", "met acl:relcl envoy", "reporters obj met", "army obj praised"}},
      {"Vietnam did not attack China.", {"Vietnam nsubj attack", "China obj attack"}},
  };
  for (const Row& row : rows) {
    const Document document = parsed(row.text);
    for (const std::string expected : row.arcs) {
      INFO(row.text);
      CHECK(arc(document, expected.substr(0, expected.find(' '))) == expected);
    }
  }
}

TEST_CASE("only sentences that can state a fact are parsed, unless all are asked for") {
  const std::string text =
      "It rained. Germany met France in Rome. The talks were long. Vietnam said nothing of use.";
  CHECK(parsed_sentences(text) == "Germany met France in Rome.");
  CHECK(parsed_sentences("Germany said it was ready. Germany said nothing was ready.") ==
        "Germany said it was ready.");
  CHECK(fault_of(parsed(text)).empty());
}

TEST_CASE("a token with hyphens hangs where its words hang together") {
  const Document document = parsed("The U.S.-led force left the war-torn city.");
  CHECK(arc(document, "U.S.-led") == "U.S.-led amod force");
  CHECK(token_of(tagged("The U.S.-led force left."), "U.S.-led").tag == Tag::Adj);
  CHECK(arc(document, "war-torn") == "war-torn amod city");
  CHECK(arc(document, "force") == "force nsubj left");
  CHECK(fault_of(document).empty());
}

TEST_CASE("tokens make a tree however many hyphens there are") {
  const std::vector<std::string> forms = {
      "U.S.-led", "war-torn", "and", "met",     "half-way-through", "x-y-z",
      "the",      "Jong-un",  ",",   "10-year", "said-so",          "in"};
  test::Chance chance;
  std::string text;
  for (int sentence = 0; sentence < 150; ++sentence) {
    const int length = chance.whole(1, 14);
    for (int k = 0; k < length; ++k)
      text += forms[chance.next() % forms.size()] + (k + 1 < length ? " " : "");
    text += "\n\n";
  }
  const Document document = parsed(text);
  CHECK(document.sentences.size() >= 150);
  CHECK(fault_of(document).empty());
}

TEST_CASE("odd texts become trees too") {
  std::string lengthy;
  for (int k = 0; k < 5000; ++k) lengthy += k % 7 == 0 ? "Germany " : k % 3 == 0 ? "met " : "the ";
  for (const std::string& text :
       {lengthy, std::string("!!! ??? 123 --- $$$ ( ) \u2014 \u2026"), std::string("\u201C\u201D"),
        std::string("日本と中国は合意した。 Россия и Китай подписали договор. اتفق البلدان."),
        std::string("\n\n\n \n\n"), std::string(""), std::string("-\n\n--\n\n.\n\na-b"),
        std::string("\xFF\xFE Kim \x80 met \xC3 Hale"), std::string("\u00AD \u200B x\u00ADy"),
        std::string("😀-😀 met 👩‍🚀-led ﬁ-x")}) {
    INFO(text.substr(0, 60));
    const Document document = parsed(text);
    CHECK(fault_of(document).empty());
    for (const Token& token : document.tokens) CHECK_FALSE(token.lemma.empty());
  }
}

TEST_CASE("a sentence is tagged and parsed the same, whatever stands around it") {
  const std::string sentence = "Germany and the European Union signed a U.S.-led treaty in Rome.";
  const Document alone = parsed(sentence);
  const Document among = parsed("It rained.\n\n" + sentence + "\n\nNobody came to the talks.");
  const TokenRange tokens = among.sentences.at(1).tokens;
  REQUIRE(tokens.size() == alone.tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = among.tokens[tokens.begin + i];
    CHECK(token.tag == alone.tokens[i].tag);
    CHECK(token.lemma == alone.tokens[i].lemma);
    CHECK(token.deprel == alone.tokens[i].deprel);
    CHECK(token.head - tokens.begin == alone.tokens[i].head);
  }
}

TEST_CASE("parsed twice, a document is parsed as the second time asks") {
  Document document = parsed("It rained. Germany met France in Rome.");
  parse(document, models(), words(), false);
  CHECK(document.tokens.front().head == kNotParsed);
  CHECK(document.words.front().head == kNotParsed);
  CHECK(document.tokens.back().head != kNotParsed);
}

TEST_CASE("capitalised words of a name are proper nouns, whatever they are elsewhere") {
  const Document document = parsed("The United Nations praised united nations.");
  CHECK(token_of(document, "United").tag == Tag::Propn);
  CHECK(token_of(document, "Nations").tag == Tag::Propn);
  CHECK(token_of(document, "nations").tag == Tag::Noun);
}

TEST_CASE("verbs have their lemmas, and a token the tag of its last word") {
  const Document document = parsed("They were meeting the minister-president, and she visited.");
  CHECK(token_of(document, "meeting").lemma == "meet");
  CHECK(token_of(document, "visited").lemma == "visit");
  CHECK(token_of(document, "minister-president").tag == Tag::Noun);
}

TEST_CASE("guesses are made anew, not added") {
  Document document = tagged("Anna Keller met Marcus Hale in Vienna.");
  const std::size_t count = document.guesses.size();
  CHECK(count > 0);
  guess_names(document, models().names, words(), gazetteer());
  CHECK(document.guesses.size() == count);
}

TEST_CASE("a folder whose models are broken, missing or mixed up is refused with the file") {
  const fs::path shipped = fs::path(ENTENTE_DATA_DIR) / "models";
  CHECK(refusal("none", "").empty());
  for (const char* file : {"tagger.bin", "names.bin", "parser.bin"}) {
    INFO(file);
    const std::string bytes = read_file(shipped / file);
    CHECK(refusal(file, "").find(file) != std::string::npos);
    CHECK(refusal(file, "x").find(file) != std::string::npos);
    CHECK(refusal(file, bytes + "x").find(file) != std::string::npos);
    for (const std::size_t length : {bytes.size() - 1, bytes.size() / 2, bytes.size() / 7}) {
      CHECK(refusal(file, std::string_view(bytes).substr(0, length)).find(file) !=
            std::string::npos);
    }
  }
  CHECK(refusal("names.bin", read_file(shipped / "parser.bin")).find("names.bin") !=
        std::string::npos);
  CHECK(refusal("parser.bin", read_file(shipped / "names.bin")).find("parser.bin") !=
        std::string::npos);
}
