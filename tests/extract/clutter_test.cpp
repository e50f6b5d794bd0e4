// Pages with menus, teasers, credits, comments and the like (tests/extract/clutter/README.md): the
// article is read, all of it, and nothing else gives a name or a fact.

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/utf8.h"
#include "extract/html_tree.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct MarkedLine {
  char mark = ' ';
  std::size_t number = 0;  // in the file, from 1
  std::string text;        // as the page has it, without braces
  Span place;              // of `text` in the page
  Span credit;             // in the page; what stood in braces
};

struct MarkedPage {
  std::string text;
  std::vector<MarkedLine> lines;
};

MarkedPage read_marks(const fs::path& path) {
  MarkedPage page;
  const std::string file = read_file(path);
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < file.size();) {
    const std::size_t end = std::min(file.find('\n', begin), file.size());
    const std::string line = file.substr(begin, end - begin);
    begin = end + 1;
    MarkedLine marked;
    marked.number = ++number;
    if (!line.empty()) marked.mark = line.front();
    if (line.size() > 2) marked.text = line.substr(2);
    const auto at = static_cast<std::uint32_t>(page.text.size());
    const std::size_t open = marked.text.find('{');
    const std::size_t close = marked.text.find('}');
    if (open < close && close != std::string::npos) {
      marked.text.erase(close, 1);
      marked.text.erase(open, 1);
      marked.credit = {at + static_cast<std::uint32_t>(open),
                       at + static_cast<std::uint32_t>(close) - 1};
    }
    marked.place = {at, at + static_cast<std::uint32_t>(marked.text.size())};
    page.text += marked.text + '\n';
    page.lines.push_back(std::move(marked));
  }
  return page;
}

bool is_read(const Block& block) {
  return block.kind == BlockKind::Body || block.kind == BlockKind::Caption;
}

bool has_letter(std::string_view text) { return !fold(text).empty(); }

// The parts of `span` inside blocks that `wanted` says yes to, and the parts outside.
struct Parts {
  std::string inside, outside;
};

template <typename Wanted>
Parts parts_of(const Document& document, Span span, const Wanted& wanted) {
  Parts parts;
  std::uint32_t at = span.begin;
  for (const Block& block : document.blocks) {
    const Span common{std::max(at, block.span.begin), std::min(span.end, block.span.end)};
    if (!wanted(block) || common.begin >= common.end) continue;
    parts.outside += slice(document.article.text, {at, common.begin});
    parts.inside += slice(document.article.text, common);
    at = common.end;
  }
  parts.outside += slice(document.article.text, {at, span.end});
  return parts;
}

// ---- A page dump: every byte is looked at

std::string judge_dump(const MarkedLine& line, const Document& document) {
  const auto of_kind = [&](BlockKind kind) {
    return parts_of(document, line.place, [&](const Block& block) { return block.kind == kind; });
  };
  const Parts read = parts_of(document, line.place, is_read);
  const bool credited = line.credit.end > 0;
  const Span said{line.place.begin, credited ? line.credit.begin : line.place.end};
  const Span rest{credited ? line.credit.end : line.place.end, line.place.end};
  switch (line.mark) {
    case '-':
      return has_letter(read.inside) ? "is read" : "";
    case '#':
      return has_letter(of_kind(BlockKind::Heading).outside) ? "is no heading" : "";
    case '=':
      return has_letter(of_kind(BlockKind::Title).outside) ? "is not the title" : "";
    case '^':
      if (has_letter(of_kind(BlockKind::Body).inside)) return "is read as text, not as a caption";
      break;
    default:
      break;
  }
  if (has_letter(parts_of(document, line.credit, is_read).inside)) return "its credit is read";
  const bool lost = has_letter(parts_of(document, said, is_read).outside) ||
                    has_letter(parts_of(document, rest, is_read).outside);
  return lost ? "is not read" : "";
}

// ---- HTML: the text inside a line's elements, paragraph by paragraph

std::vector<std::string> keys_of(std::string_view html) {
  std::vector<std::string> keys;
  const std::string text = plain_text(html);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string key = fold(std::string_view(text).substr(begin, end - begin));
    if (!key.empty()) keys.push_back(std::move(key));
    begin = end + 1;
  }
  return keys;
}

bool stands_in(const Document& document, const std::string& key, const BlockKind kind) {
  const bool word = key.size() < 20;  // "Home" may be a word of a sentence
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    if (block.kind != kind) return false;
    const std::string other = fold(slice(document.article.text, block.span));
    return word ? other == key : other.find(key) != other.npos;
  });
}

// A pull quote says what a paragraph says.
bool quotes_body(const MarkedPage& page, const std::string& key) {
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const MarkedLine& line) {
    const bool body = line.mark == '|' || line.mark == '!';
    return body && fold(plain_text(line.text)).find(key) != std::string::npos;
  });
}

std::string judge_html(const MarkedLine& line, const MarkedPage& page, const Document& document) {
  const auto stands = [&](const std::string& key, BlockKind kind) {
    return stands_in(document, key, kind);
  };
  std::string said = line.text;
  if (line.credit.end > 0) {
    const std::string credit(slice(page.text, line.credit));
    said.erase(said.find(credit), credit.size());
    if (stands(fold(credit), BlockKind::Caption)) return "its credit is read";
  }
  for (const std::string& key : keys_of(said)) {
    const bool body = stands(key, BlockKind::Body);
    const bool caption = stands(key, BlockKind::Caption);
    if (line.mark == '-' && (body || caption) && !quotes_body(page, key)) return "is read: " + key;
    if (line.mark == '=' && !stands(key, BlockKind::Title)) return "is not the title";
    if (line.mark == '#' && !stands(key, BlockKind::Heading)) return "is no heading";
    if (line.mark == '^' && !caption) return "is not read as a caption";
    if ((line.mark == '|' || line.mark == '!') && !body) return "is not read: " + key;
  }
  return "";
}

// ---- What is found

// Does a fact's sentence stand in this line?
bool states_fact(const MarkedLine& line, const Extraction& extraction, const Document& document,
                 bool html) {
  const std::string key = fold(html ? plain_text(line.text) : line.text);
  for (const Fact& fact : extraction.facts) {
    for (const Evidence& evidence : fact.evidence) {
      const bool inside =
          evidence.sentence.begin < line.place.end && evidence.sentence.end > line.place.begin;
      const std::string said = fold(slice(document.article.text, evidence.sentence));
      if (html ? key.find(said) != key.npos : inside) return true;
    }
  }
  return false;
}

std::string report(const fs::path& path, const MarkedLine& line, const std::string& what) {
  return path.filename().string() + ":" + std::to_string(line.number) + ": " + what + ": " +
         line.text;
}

// What is wrong with the reading of a page, a line each.
std::vector<std::string> judge(const fs::path& path) {
  const MarkedPage page = read_marks(path);
  const bool html = path.extension() == ".html";
  RawArticle raw;
  raw.article.id = path.filename().string();
  raw.article.text = page.text;
  if (html) raw.format = RawArticle::Format::Html;
  const Document document = reader().load(raw);
  const Extraction extraction = reader().read(document);
  std::vector<std::string> wrong;
  for (const MarkedLine& line : page.lines) {
    if (line.mark == ' ' || line.text.empty()) continue;
    const std::string what = html ? judge_html(line, page, document) : judge_dump(line, document);
    if (!what.empty()) wrong.push_back(report(path, line, what));
    if (line.mark == '!' && !states_fact(line, extraction, document, html))
      wrong.push_back(report(path, line, "gives no fact"));
  }
  return wrong;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> result;
  const fs::path folder = fs::path(ENTENTE_TEST_DIR) / "extract" / "clutter";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != "README.md") result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

TEST_CASE("of a page the article is read, and nothing of the clutter around it", "[clutter]") {
  const std::vector<fs::path> all = pages();
  CHECK(all.size() >= 70);
  for (const fs::path& path : all) {
    for (const std::string& wrong : judge(path)) FAIL_CHECK(wrong);
  }
}

TEST_CASE("a headline and a heading state no fact, a caption does", "[clutter]") {
  RawArticle raw;
  raw.article.text =
      "Austrian President Anna Keller met Kenyan President Marcus Hale\n\n"
      "Austrian President Anna Keller met Kenyan President Marcus Hale in Vienna. Photo: Wire\n\n"
      "The talks took three hours, an official said on Tuesday.\n\n"
      "Marcus Hale met Otto Berg\n\n"
      "Coffee was served twice, and nobody drank it while it was hot.\n";
  const Document document = reader().load(raw);
  const Extraction extraction = reader().read(document);
  REQUIRE_FALSE(extraction.facts.empty());
  for (const Fact& fact : extraction.facts) {
    for (const Evidence& evidence : fact.evidence)
      CHECK(evidence.quote ==
            "Austrian President Anna Keller met Kenyan President Marcus Hale in Vienna.");
  }
}

TEST_CASE("what is no article gives nothing and does no harm", "[clutter]") {
  const std::string article =
      "The council met on Monday and chose a mayor.\n\nThe mayor thanked the council of the town."
      "\n\nThe town will have a new bridge in spring.\n\n";
  const auto repeat = [](std::string_view line, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += line;
    return text;
  };
  std::string junk;
  for (std::uint32_t i = 0, seed = 7; i < 300'000; ++i) {
    seed = seed * 1664525 + 1013904223;
    junk += static_cast<char>(1 + (seed >> 24) % 127);
  }
  struct Row {
    std::string_view what;
    std::string text;
    bool body;
  };
  const std::vector<Row> rows = {
      {"empty", "", false},
      {"only menus", repeat("Home\nNews\nSport\nLog in\nMost read\n", 50), false},
      {"only teasers' headlines", repeat("Storm closes port\nKing opens bridge\n", 50), false},
      {"no title", "The council met on Monday and chose a mayor.\n", true},
      {"one line of ten megabytes", repeat("The council met on Monday. ", 370'000), true},
      {"promotion without end", article + repeat("Subscribe now\n", 100'000), true},
      {"section titles without end", article + repeat("Related\n", 100'000), true},
      {"lists without end", article + repeat("Related\nStorm closes port\n\n", 50'000), true},
      {"numbers without end", article + repeat("1 Storm closes port\n2 King dies\n", 50'000), true},
      {"small pages without end",
       repeat("The council met Anna Keller on Monday.\n\nRelated\n\nStorm\n\n", 20'000), true},
      {"bytes by chance", junk, true},
  };
  const auto page_words = load_page_words(ENTENTE_DATA_DIR);
  for (const Row& row : rows) {
    CAPTURE(row.what);
    RawArticle raw;
    raw.article.text = row.text;
    const Document document = load_document(raw, *page_words);
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
      REQUIRE(block.span.begin >= end);
      REQUIRE(block.span.begin < block.span.end);
      end = block.span.end;
    }
    CHECK(end <= document.article.text.size());
    const bool body = std::any_of(document.blocks.begin(), document.blocks.end(), is_read);
    if (row.what != "bytes by chance") CHECK(body == row.body);
  }
}
