// One article as it came -> a Document with blocks and metadata. What the record says goes before
// what the page says of itself, and that before what its address tells.

#include <utility>

#include "extract/blocks.h"
#include "extract/front_matter.h"
#include "extract/html.h"
#include "extract/load.h"
#include "extract/published.h"

namespace entente {
namespace {

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

void fill_published(Article& article, std::optional<DateRange> when, std::string_view from) {
  if (article.published || !when) return;
  article.published = when;
  article.published_from = from;
}

// A title on one line.
std::string one_line(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank && space && !result.empty()) result += ' ';
    if (!blank) result += c;
    space = blank;
  }
  return result;
}

void load_text(Document& document, const PageWords& words) {
  Article& article = document.article;
  const std::uint32_t head = read_front_matter(article.text, words, article);
  if (head > 0) {
    document.blocks.push_back(
        {trim(article.text, {0, head}), BlockKind::Boilerplate, "front matter"});
  }
  PageReading page = read_page(article.text, head, article.title, words);
  for (Block& block : page.blocks) document.blocks.push_back(std::move(block));
  fill(article.title, page.title);
  fill(article.author, page.author);
  fill(article.outlet, page.outlet);
  fill_published(article, page.published, page.published_from);
}

void load_page(Document& document, const PageWords& words) {
  Article& article = document.article;
  HtmlPage page = read_html(article.text, words);
  article.text = std::move(page.article.text);
  document.blocks = std::move(page.blocks);
  fill(article.url, page.article.url);
  fill(article.title, page.article.title);
  fill(article.author, page.article.author);
  fill(article.outlet, page.article.outlet);
  fill_published(article, page.article.published, page.article.published_from);
}

}  // namespace

Document load_document(const RawArticle& raw, const PageWords& words) {
  Document document;
  Article& article = document.article;
  article = raw.article;
  if (const auto found = find_day(raw.published, words)) {
    fill_published(article, found->when, "record");
  }
  if (raw.format == RawArticle::Format::Html) {
    load_page(document, words);
  } else {
    load_text(document, words);
  }
  article.title = one_line(article.title);
  article.author = one_line(article.author);
  fill_published(article, day_of_url(article.url, words), "url");
  if (const auto found = find_day(raw.fetched, words)) {
    fill_published(article, found->when, "day of the crawl");
  }
  fill(article.outlet, host_of(article.url));
  return document;
}

}  // namespace entente
