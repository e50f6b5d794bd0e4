// Bytes -> tokens.

#include "extract/tokenize.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "tests/catch.h"
#include "tests/extract/reading.h"

namespace entente {
namespace {

struct Row {
  const char* text;
  const char* tokens;
};

// Every byte that is not white space is in exactly one token, and no token is empty.
void check_covers(const Document& document) {
  const std::string& text = document.article.text;
  std::vector<unsigned char> covered(text.size(), 0);
  std::uint32_t last = 0;
  for (const Token& token : document.tokens) {
    REQUIRE(token.span.begin >= last);
    REQUIRE(token.span.end > token.span.begin);
    REQUIRE_FALSE(token.lower.empty());
    for (std::uint32_t i = token.span.begin; i < token.span.end; ++i) covered[i] = 1;
    last = token.span.end;
  }
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = decode_at(text, at);
    for (std::size_t i = at; i < at + code.length; ++i)
      wrong += (covered[i] == 0) != is_space(code.value);
    at += code.length;
  }
  CHECK(wrong == 0);
}

void check_sentences_cover(const Document& document) {
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    REQUIRE(sentence.tokens.begin == next);
    REQUIRE(sentence.tokens.size() > 0);
    next = sentence.tokens.end;
  }
  CHECK(next == document.tokens.size());
}

const Row kWords[] = {
    {"The minister met her counterpart.", "The|minister|met|her|counterpart|."},
    {"Tô Lâm và Vương Đình Huệ", "Tô|Lâm|và|Vương|Đình|Huệ"},
    {"non\u00A0breaking\u200Bspaces", "non|breaking|spaces"},
    {"co\u00ADoperation grows", "co\u00ADoperation|grows"},
    {"a Jong-un one-China China-Vietnam e-commerce",
     "a|Jong-un|one-China|China-Vietnam|e-commerce"},
    {"U.S.-led talks", "U.S.-led|talks"},
    {"pre- and post-war", "pre|-|and|post-war"},
    {"AT&T and R&D", "AT&T|and|R&D"},
    {"and/or", "and|/|or"},
    {"COVID-19 and F-16s", "COVID-19|and|F-16s"},
    {"user_name", "user_name"},
};

const Row kApostrophes[] = {
    {"Lam's visit", "Lam|'s|visit"},
    {"Lam\u2019s visit", "Lam|\u2019s|visit"},
    {"LAM'S", "LAM|'S"},
    {"the countries' ties", "the|countries|'|ties"},
    {"the countries\u2019 ties", "the|countries|\u2019|ties"},
    {"They don't and can\u2019t", "They|do|n't|and|ca|n\u2019t"},
    {"I'm, we're, he'd, they've, she'll", "I|'m|,|we|'re|,|he|'d|,|they|'ve|,|she|'ll"},
    {"O'Hara of Côte d\u2019Ivoire", "O'Hara|of|Côte|d\u2019Ivoire"},
    {"Xi'an's wall", "Xi'an|'s|wall"},
    {"the 1990's and '90s", "the|1990|'s|and|'|90s"},
    {"the (CPC)'s congress", "the|(|CPC|)|'s|congress"},
    {"\u201CHorizon\u201D\u2019s crew", "\u201C|Horizon|\u201D|\u2019s|crew"},
    {"a 'small' thing", "a|'|small|'|thing"},
    {"the 's' key", "the|'|s|'|key"},
    {"the U.K.'s", "the|U.K.|'s"},
};

const Row kStops[] = {
    {"the U.S. and D.C. at 5 p.m. today", "the|U.S.|and|D.C.|at|5|p.m.|today"},
    {"in the U.S.", "in|the|U.S."},
    {"Mr. J. A. Roe", "Mr.|J.|A.|Roe"},
    {"J.Roe and Mr.Roe", "J.|Roe|and|Mr.|Roe"},
    {"Acme Co. Ltd. and Bolt Inc.", "Acme|Co.|Ltd.|and|Bolt|Inc."},
    {"No. 5, but no. Never", "No.|5|,|but|no|.|Never"},
    {"No.5", "No.|5"},
    {"St. Petersburg on Jan. 5", "St.|Petersburg|on|Jan.|5"},
    {"Lt.-Gen. Roe, Ph.D., spoke", "Lt.-Gen.|Roe|,|Ph.D.|,|spoke"},
    {"with then-Gov. Roe and Ma. Ana Roe", "with|then-Gov.|Roe|and|Ma.|Ana|Roe"},
    {"Maj.Gen. Roe", "Maj.|Gen.|Roe"},
    {"visiting President Ana Sen.", "visiting|President|Ana|Sen|."},
    {"He met Ana Sen. The two spoke", "He|met|Ana|Sen|.|The|two|spoke"},
    {"Kenyan Gen. To Lam met Lt. Gen. The Anh", "Kenyan|Gen.|To|Lam|met|Lt.|Gen.|The|Anh"},
    {"in Springfield, Ill., on", "in|Springfield|,|Ill.|,|on"},
    {"He was ill. They left", "He|was|ill|.|They|left"},
    {"Plan B. The end", "Plan|B|.|The|end"},
    {"vitamin C.", "vitamin|C|."},
    {"closer ties.The two", "closer|ties|.|The|two"},
    {"in 2023.The two", "in|2023|.|The|two"},
    {"the U.S.The two", "the|U.S.|The|two"},
    {"of node.js and index.html", "of|node.js|and|index.html"},
    {"Well... yes. . . no\u2026", "Well|...|yes|.|.|.|no|\u2026"},
    {"e.g. this, i.e. that", "e.g.|this|,|i.e.|that"},
};

const Row kNumbers[] = {
    {"6,850 and 1,234,567.89", "6,850|and|1,234,567.89"},
    {"1,00,000 rupees", "1,00,000|rupees"},
    {"2022,2023", "2022|,|2023"},
    {"$171.9 billion, up 7.6%", "$|171.9|billion|,|up|7.6|%"},
    {"US$5bn", "US|$|5bn"},
    {"on June 12-13", "on|June|12|-|13"},
    {"12\u201313 June", "12|\u2013|13|June"},
    {"in 2022-23", "in|2022|-|23"},
    {"10-15-year", "10|-|15-year"},
    {"at 23:21 and 3:30pm", "at|23:21|and|3:30pm"},
    {"2024-08-19 or 19/08/2024", "2024-08-19|or|19/08/2024"},
    {"19.08.2024", "19.08.2024"},
    {"2024-08-19T12:00", "2024-08-19|T12|:|00"},
    {"24/7", "24|/|7"},
    {"the 14th", "the|14th"},
    {"won 3-1", "won|3|-|1"},
    {"up .5 percent", "up|.5|percent"},
    {"rose 5.", "rose|5|."},
    {"(2) [3]", "(|2|)|[|3|]"},
};

const Row kMarks[] = {
    {"(CPC)", "(|CPC|)"},
    {"\"Yes,\" he said", "\"|Yes|,|\"|he|said"},
    {"\u201CYes\u201D \u2018no\u2019", "\u201C|Yes|\u201D|\u2018|no|\u2019"},
    {"said -- and\u2014then", "said|--|and|\u2014|then"},
    {"What?! No!!", "What|?!|No|!!"},
    {"see https://example.org/a_(b)?x=1. Then", "see|https://example.org/a_(b)?x=1|.|Then"},
    {"(see www.example.org/x)", "(|see|www.example.org/x|)"},
    {"at example.org/path, he", "at|example.org/path|,|he"},
    {"mail Jane.Roe+x@mail.example.org.", "mail|Jane.Roe+x@mail.example.org|."},
    {"mail Jane.Roe@mail.example.org.", "mail|Jane.Roe@mail.example.org|."},
    {"#peace by @office #1", "#peace|by|@office|#|1"},
    {"``Yes''", "``|Yes|''"},
    {"\u2022 one \u26A0\uFE0F two", "\u2022|one|\u26A0\uFE0F|two"},
    {"=====", "====="},
    {"a\"\"\"\"\"\"b", "a|\"\"\"\"\"\"|b"},
};

TEST_CASE("text falls into the tokens that Universal Dependencies would make", "[tokenize]") {
  std::vector<Row> rows;
  rows.insert(rows.end(), std::begin(kWords), std::end(kWords));
  rows.insert(rows.end(), std::begin(kApostrophes), std::end(kApostrophes));
  rows.insert(rows.end(), std::begin(kStops), std::end(kStops));
  rows.insert(rows.end(), std::begin(kNumbers), std::end(kNumbers));
  rows.insert(rows.end(), std::begin(kMarks), std::end(kMarks));
  for (const Row& row : rows) {
    const Document document = read_body(row.text);
    INFO(row.text);
    CHECK(tokens_of(document) == row.tokens);
    check_covers(document);
  }
}

TEST_CASE("a token in lower case has straight quotes and hyphens and no soft hyphens",
          "[tokenize]") {
  const Document document = read_body("Tô LÂM\u2019S \u201Cco\u00ADop\u201D Jong\u2011un \u00AD");
  std::string lowers;
  for (const Token& token : document.tokens) lowers += token.lower + '|';
  CHECK(lowers == "tô|lâm|'s|\"|coop|\"|jong-un|\u00AD|");
}

TEST_CASE("only body and captions have tokens, and none crosses a block", "[tokenize]") {
  Document document;
  document.article.text = "AAAABBBBCCCCDDDD";
  document.blocks = {{{0, 4}, BlockKind::Title, ""},
                     {{4, 8}, BlockKind::Body, ""},
                     {{8, 12}, BlockKind::Caption, ""},
                     {{12, 16}, BlockKind::Boilerplate, "menu"}};
  tokenize(document, abbreviations());
  split(document, abbreviations());
  CHECK(tokens_of(document) == "BBBB|CCCC");
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.sentences[0].block == 1);
  CHECK(document.sentences[1].block == 2);
}

TEST_CASE("an unknown kind of abbreviation is an error with its line", "[tokenize]") {
  const auto data = std::filesystem::temp_directory_path() / "entente-abbreviations-test";
  std::filesystem::create_directories(data / "words");
  std::ofstream(data / "words" / "abbreviations.tsv") << "form\tkind\nmr\ttitel\n";
  std::string message;
  try {
    load_abbreviations(data);
  } catch (const Error& error) {
    message = error.what();
  }
  std::filesystem::remove_all(data);
  CHECK(message.find("abbreviations.tsv:2: unknown kind \"titel\"") != std::string::npos);
}

TEST_CASE("random bytes are covered by tokens and sentences", "[tokenize]") {
  std::mt19937 random(7);
  const std::string likely = " .'\"-,:@/()&U.S1a\u2019\u201D";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (unsigned i = 0; i < 400; ++i) {
      const unsigned number = random();
      text += number % 3 == 0 ? static_cast<char>(number >> 8U)
                              : likely[(number >> 8U) % likely.size()];
    }
    Document document = read_body(text);
    document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Body, ""}};
    tokenize(document, abbreviations());
    split(document, abbreviations());
    find_times(document);
    CAPTURE(round);
    check_covers(document);
    check_sentences_cover(document);
  }
}

TEST_CASE("no pattern of marks takes more than linear time", "[tokenize]") {
  std::string text;
  for (const std::string unit :
       {"'",  "-",     "9",    "a.",    "A.",      "a-",   "1,",     "@",      "a@",
        "(",  "\"'",   "(\"",  ".\"",   "http://", "www.", "\u2019", "\u0301", "x'",
        "s'", "p.m. ", "a b.", "? \"A", "1.",      "1-",   "1/1/",   ". ("}) {
    for (int i = 0; i < 100'000; ++i) text += unit;
    text += "\n\n";
  }
  const Document document = read_body(text);
  check_covers(document);
  check_sentences_cover(document);
}

TEST_CASE("ten megabytes without a line break are read in one go", "[tokenize]") {
  const std::string unit = GENERATE(values<std::string>({"a", "\"", "."}));
  constexpr std::size_t kBytes = 10'000'000;
  std::string text;
  text.reserve(kBytes + 8);
  while (text.size() < kBytes) text += unit;
  Document document = read_body(text);
  CAPTURE(unit);
  check_covers(document);
  check_sentences_cover(document);
}

}  // namespace
}  // namespace entente
