// The title of a page: the line the metadata name, or among the lines above the article the one
// whose words the article takes up.

#include <algorithm>

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

constexpr std::size_t kFrontLines = 400;  // no title below so many lines

// By their beginnings: "Kenya" of a headline is "Kenyan" in the text.
Stems words_of(const PageEntry& line) {
  Stems words = stems_of(line.line->key);
  std::erase_if(words, [](const std::string& word) { return word.size() < 4; });
  return words;
}

Stems words_of_article(const Page& page) {
  Stems result;
  for (std::size_t i = page.first; i < page.last; ++i) {
    if (page.open_sentence(i)) result.merge(words_of(page.lines[i]));
  }
  return result;
}

// A headline, be it that a section's title further up has claimed it.
bool may_be_title(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  const bool headline = page.is(i, Look::Headline) || page.is(i, Look::Weak);
  return headline && line.mark != PageLine::Mark::Item && line.words <= 35 &&
         line.words >= (page.open(i) ? 2U : 4U);
}

bool stands_in_another_line(const Page& page, std::size_t i) {
  const std::string& key = page.lines[i].line->key;
  if (page.lines[i].line->words < 4) return false;
  for (std::size_t k = 0; k < std::min(page.first, kFrontLines); ++k) {
    const std::string& other = page.lines[k].line->key;
    if (k != i && other.size() > key.size() && other.find(key) != other.npos) return true;
  }
  return false;
}

// The part of line i's words that the article takes up, 0..1; of a word or two that says little.
double shared_words(const Page& page, std::size_t i, const Stems& article) {
  const Stems own = words_of(page.lines[i]);
  std::size_t shared = 0;
  for (const std::string& word : own) shared += article.contains(word) ? 1 : 0;
  return static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(own.size(), 3));
}

bool is_all_capitals(std::string_view line) {
  bool capital = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode_at(line, at);
    if (is_lower(c.value)) return false;
    capital = capital || is_upper(c.value);
    at += c.length;
  }
  return capital;
}

// How well line i would do as the title: words that the article takes up, its place, its marks.
double title_score(const Page& page, std::size_t i, const Stems& article, bool first) {
  double score = shared_words(page, i, article);
  if (first) score += 0.25;
  if (page.lines[i].line->words < 4) score -= 0.2;
  if (page.lines[i].line->mark == PageLine::Mark::Heading) score += 1;
  if (stands_in_another_line(page, i)) score += 0.5;
  if (!page.open(i)) score -= 0.2;
  if (is_all_capitals(page.bytes(i))) score -= 0.3;  // a section's name
  if (!masthead_at(page, i).empty()) score -= 0.6;
  return score;
}

// Is the line above line i the headline, and line i its sub-headline? What somebody said is often
// the headline, whatever its words.
bool is_below_headline(const Page& page, std::size_t i, const Stems& article) {
  if (i == 0 || !page.open(i) || !page.open(i - 1) || !may_be_title(page, i - 1)) return false;
  const std::string_view above = page.bytes(i - 1);
  if (above.starts_with('"') || above.starts_with("“") || above.starts_with("‘")) return true;
  const bool together = !page.lines[i].line->after_gap && page.lines[i - 1].line->words >= 5;
  return together && shared_words(page, i - 1, article) >= 0.3;
}

std::optional<std::size_t> guess_title(const Page& page) {
  const auto article = words_of_article(page);
  const std::size_t end = page.last > page.first ? std::min(page.first, kFrontLines)
                                                 : std::min<std::size_t>(page.lines.size(), 3);
  std::optional<std::size_t> best;
  double best_score = 0;
  std::size_t candidates = 0;
  std::size_t open = 0;  // of these
  for (std::size_t i = 0; i < end; ++i) {
    if (!may_be_title(page, i)) continue;
    const double score = title_score(page, i, article, page.open(i) && open == 0);
    if (page.open(i)) ++open;
    ++candidates;
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  if (best && is_below_headline(page, *best, article)) --*best;
  // Of several lines one must share words with the article; a line alone above it is its title.
  const bool alone = best && (page.open(*best) ? open == 1 : candidates == 1);
  return best_score > 0.3 || alone ? best : std::nullopt;
}

// The line that says the title the metadata know; a page's own title often has the outlet behind a
// bar.
std::optional<std::size_t> given_title(const Page& page, std::string_view title) {
  const std::string key = fold(title);
  if (key.empty()) return std::nullopt;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.is(i, Look::Furniture) || page.is(i, Look::Rule)) continue;
    const std::string& other = page.lines[i].line->key;
    if (other == key) return i;
    const bool longer = other.starts_with(key) && other.size() <= key.size() + 40;
    if (i < page.first && longer && page.is(i, Look::Headline)) return i;
  }
  return std::nullopt;
}

std::string without_site(std::string_view title) {
  const std::size_t bar = title.rfind(" | ");
  return std::string(bar == title.npos || bar == 0 ? title : title.substr(0, bar));
}

}  // namespace

void find_title(Page& page, std::string_view given, PageReading& reading) {
  const auto at = given.empty() ? guess_title(page) : given_title(page, given);
  reading.title = !given.empty() ? std::string(given) : at ? without_site(page.bytes(*at)) : "";
  if (!at) return;
  page.decide(*at, BlockKind::Title, "title");
  if (*at == page.first && page.last > page.first) {
    ++page.first;
    while (page.first < page.last && !page.open_sentence(page.first)) ++page.first;
  }
}

}  // namespace entente
