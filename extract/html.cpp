// A page in two steps: find_article_paragraphs takes the article out of the page, read_page then
// reads its paragraphs as it reads a page dump's lines, so that "Also Read" within an article is
// treated alike everywhere. The text is written from what is left.

#include "extract/html.h"

#include <map>

#include "base/utf8.h"
#include "extract/blocks.h"
#include "extract/html_body.h"
#include "extract/html_metadata.h"

namespace entente {
namespace {

constexpr std::size_t kSomeText = 150;      // bytes; an article of two sentences
constexpr std::size_t kBoxPart = 3;         // a box holds less than one in so many bytes
constexpr std::size_t kShortArticle = 350;  // bytes; below it too much may have been pruned

// A looser pruning is taken only when it gives clearly more: a short article has more around it.
std::vector<HtmlParagraph> best_paragraphs(const HtmlTree& tree, const PageWords& words) {
  std::vector<HtmlParagraph> best;
  for (const Pruning pruning : {Pruning::Full, Pruning::Elements, Pruning::None}) {
    auto found = find_article_paragraphs(tree, pruning, words);
    if (best.empty() ||
        text_size(found) * 2 > text_size(best) * (text_size(best) < kSomeText ? 3 : 8))
      best = std::move(found);
    if (text_size(best) >= kShortArticle) break;
  }
  return best;
}

std::vector<HtmlParagraph> paragraphs_of(std::string_view lines) {
  std::vector<HtmlParagraph> result;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const Span span =
        trim(lines, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.begin < span.end) {
      result.push_back({HtmlParagraph::Kind::Text, std::string(slice(lines, span)), 0, 0});
    }
    begin = end + 1;
  }
  return result;
}

std::optional<BlockKind> known_kind(HtmlParagraph::Kind kind) {
  if (kind == HtmlParagraph::Kind::Heading) return BlockKind::Heading;
  if (kind == HtmlParagraph::Kind::Caption) return BlockKind::Caption;
  return std::nullopt;
}

// The paragraphs as lines of one draft.
struct Draft {
  std::string text;
  std::vector<KnownLine> lines;
};

// Which paragraphs stand in an element that holds little of the page: a box.
std::vector<bool> boxed_paragraphs(const std::vector<HtmlParagraph>& paragraphs) {
  std::map<std::uint32_t, std::size_t> bytes;
  std::size_t all = 0;
  for (const HtmlParagraph& paragraph : paragraphs) {
    bytes[paragraph.container] += paragraph.text.size();
    all += paragraph.text.size();
  }
  std::vector<bool> boxed(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    boxed[i] = bytes[paragraphs[i].container] * kBoxPart < all;
  }
  return boxed;
}

Draft draft_of(const std::vector<HtmlParagraph>& paragraphs) {
  Draft draft;
  std::vector<Span> spans;
  for (const HtmlParagraph& paragraph : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += paragraph.text;
    spans.push_back(trim(draft.text, {begin, static_cast<std::uint32_t>(draft.text.size())}));
    draft.text += '\n';
  }
  const std::vector<bool> boxed = boxed_paragraphs(paragraphs);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].begin == spans[i].end) continue;
    PageLine line = measure_line(draft.text, spans[i], static_cast<std::uint32_t>(i + 1));
    if (paragraphs[i].kind == HtmlParagraph::Kind::Item) line.mark = PageLine::Mark::Item;
    line.central = !boxed[i] && paragraphs[i].kind == HtmlParagraph::Kind::Text;
    line.after_gap = i == 0 || !boxed[i] || paragraphs[i].container != paragraphs[i - 1].container;
    draft.lines.push_back({std::move(line), known_kind(paragraphs[i].kind)});
  }
  return draft;
}

void add_block(std::string_view text, BlockKind kind, const std::string& reason, HtmlPage& page) {
  std::string& all = page.article.text;
  if (!all.empty()) all += "\n\n";
  const auto begin = static_cast<std::uint32_t>(all.size());
  all += text;
  page.blocks.push_back({{begin, static_cast<std::uint32_t>(all.size())}, kind, reason});
}

void write_text(const Draft& draft, const PageReading& reading, HtmlPage& page) {
  bool titled = false;
  for (const Block& block : reading.blocks) titled = titled || block.kind == BlockKind::Title;
  if (!titled && !reading.title.empty()) add_block(reading.title, BlockKind::Title, "title", page);
  for (const Block& block : reading.blocks) {
    if (block.kind == BlockKind::Boilerplate) continue;
    add_block(slice(draft.text, block.span), block.kind, block.reason, page);
  }
}

}  // namespace

HtmlPage read_html(std::string_view html, const PageWords& words) {
  HtmlPage page;
  const HtmlTree tree = parse_html(html);
  HtmlMetadata metadata = read_metadata(tree, words);
  page.article = std::move(metadata.article);
  std::vector<HtmlParagraph> paragraphs = best_paragraphs(tree, words);
  if (metadata.body.size() > 400 && text_size(paragraphs) * 10 < metadata.body.size() * 6) {
    paragraphs = paragraphs_of(metadata.body);
  }
  const Draft draft = draft_of(paragraphs);
  const PageReading reading = read_page(draft.text, draft.lines, page.article.title, words);
  page.article.title = reading.title;
  if (page.article.author.empty()) page.article.author = reading.author;
  if (page.article.outlet.empty()) page.article.outlet = reading.outlet;
  if (!page.article.published && reading.published) {
    page.article.published = reading.published;
    page.article.published_from = reading.published_from == "dateline" ? "dateline" : "byline";
  }
  write_text(draft, reading, page);
  return page;
}

}  // namespace entente
