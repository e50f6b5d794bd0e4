#include "extract/cut_words.h"

#include <string>

#include "tests/catch.h"
#include "tests/extract/reading.h"

using namespace entente;

namespace {

// "U.S.|-|led"
std::string parts_of(std::string_view form) {
  std::string line;
  for (const std::uint32_t length : hyphen_parts(form)) {
    if (!line.empty()) line += '|';
    line += form.substr(0, length);
    form.remove_prefix(length);
  }
  CHECK(form.empty());
  return line;
}

Document cut(std::string_view text) {
  Document document = read_body(text);
  cut_words(document);
  return document;
}

// One sentence a piece, " / " between.
std::string words_of(const Document& document) {
  std::string line;
  for (const Sentence& sentence : document.sentences) {
    if (!line.empty()) line += " / ";
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      if (w > sentence.words.begin) line += '|';
      line += slice(document.article.text, document.words[w].span);
    }
  }
  return line;
}

std::string form_of(const std::string& text) {
  Document document;
  document.article.text = text;
  Word word;
  word.span = {0, static_cast<std::uint32_t>(text.size())};
  return word_form(document, word);
}

}  // namespace

TEST_CASE("a hyphenated token is cut into its parts and hyphens") {
  CHECK(parts_of("U.S.-led") == "U.S.|-|led");
  CHECK(parts_of("Jong-un") == "Jong|-|un");
  CHECK(parts_of("state-of-the-art") == "state|-|of|-|the|-|art");
  CHECK(parts_of("10-year") == "10|-|year");
  CHECK(parts_of("F-35") == "F|-|35");
  CHECK(parts_of("Hà-Nội") == "Hà|-|Nội");
  CHECK(parts_of("日-中") == "日|-|中");
}

TEST_CASE("a token whose first part is a prefix is left whole") {
  CHECK(parts_of("non-proliferation") == "non-proliferation");
  CHECK(parts_of("Ex-president") == "Ex-president");
  CHECK(parts_of("anti-U.S.-led") == "anti-U.S.-led");
  CHECK(parts_of("nonsense-proliferation") == "nonsense|-|proliferation");
}

TEST_CASE("what is no compound is left whole") {
  for (const char* form :
       {"", "-", "--", "word", "-five", "five-", "a--b", "a-b-", "a-)", "x@y-z.org",
        "https://a-b.org", "a-b/c", "3:2-led", "peace\u2010time", "a\u2013b"}) {
    CHECK(parts_of(form) == form);
  }
}

TEST_CASE("words hang together: in order, of one token, all its bytes") {
  const Document document =
      cut("The U.S.-led talks ended. \u201CNon-stop\u201D, he said -- e-mail a-b@c.org.\n\n"
          "Kim Jong-un left; -- 日本 \U0001F600-x \xFF-\xFE.");
  CHECK(words_of(document).starts_with("The|U.S.|-|led|talks|ended|. / "));
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    CHECK(sentence.words.begin == next);
    CHECK(sentence.words.size() >= sentence.tokens.size());
    next = sentence.words.end;
    std::uint32_t w = sentence.words.begin;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      std::uint32_t at = document.tokens[i].span.begin;
      for (; w < sentence.words.end && document.words[w].token == i; ++w) {
        CHECK(document.words[w].span.begin == at);
        CHECK(document.words[w].span.end > at);
        at = document.words[w].span.end;
      }
      CHECK(at == document.tokens[i].span.end);
    }
    CHECK(w == sentence.words.end);
  }
  CHECK(next == document.words.size());
}

TEST_CASE("words cut twice are the same words, and nothing gives none") {
  Document document = cut("A U.S.-led force left.");
  const std::string once = words_of(document);
  cut_words(document);
  CHECK(words_of(document) == once);
  CHECK(cut("").words.empty());
  CHECK(cut(" \n\n \n").words.empty());
}

TEST_CASE("a word's form has the marks of a typewriter") {
  CHECK(form_of("Lam") == "Lam");
  CHECK(form_of("\u2019s") == "'s");
  CHECK(form_of("\u2018") == "'");
  CHECK(form_of("\u201C") == "\"");
  CHECK(form_of("\u201D") == "\"");
  CHECK(form_of("\u2010") == "-");
  CHECK(form_of("\u2011") == "-");
  CHECK(form_of("\u2013") == "-");
  CHECK(form_of("\u2026") == "...");
  CHECK(form_of("co\u00ADoperate") == "cooperate");
  CHECK(form_of("Tô") == "Tô");
}

TEST_CASE("a word's form is never empty") { CHECK(form_of("\u00AD") == "\u00AD"); }
