// What is set aside before the article is looked for, and how much text and how many links every
// element holds. Names of classes are believed only as far as they do not take the larger part of
// the page's paragraphs away.

#include "extract/html_measure.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr double kLargePart = 0.4;     // of the text in paragraphs: too much to be furniture
constexpr std::size_t kLongText = 60;  // bytes of a text that is no label

bool never_text(std::string_view tag) {
  return one_of(tag, {"script", "style", "noscript", "template", "svg", "head", "iframe", "object",
                      "embed", "math", "canvas", "video", "audio", "map"});
}

bool is_furniture_element(std::string_view tag) {
  return one_of(tag, {"nav", "footer", "aside", "form", "header", "button", "select", "input",
                      "textarea", "option", "dialog", "menu", "label", "fieldset"});
}

bool named_as_furniture(const HtmlNode& node, const PageWords& words) {
  const std::string names = class_names(node);
  if (names.size() <= 1) return false;
  if (has_word(names, words.html.words)) return true;
  return std::any_of(words.html.parts.begin(), words.html.parts.end(),
                     [&](const std::string& part) { return names.find(part) != names.npos; });
}

// Readers' comments may be longer than the article: the guard against losing it does not hold for
// them.
bool named_as_comments(const HtmlTree& tree, std::uint32_t at) {
  const std::string names = class_names(tree[at]);
  if (names.find("comment") == names.npos) return false;
  const auto inside = [&](std::uint32_t i) {
    return tree[i].tag == "h1" || tree[i].tag == "article";
  };
  for (std::uint32_t i = at; i < tree[at].end; ++i) {
    if (inside(i)) return false;
  }
  return true;
}

bool holds_title(const HtmlTree& tree, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (tree[i].tag == "h1") return true;
  }
  return false;
}

// Pages that go on with the next article as one scrolls may put it into the first one's element. It
// has a title of its own, and what stands around it is an article too.
bool is_next_article(const MeasuredPage& page, std::uint32_t at) {
  const HtmlTree& tree = page.tree;
  if (tree[at].tag != "article" || !holds_title(tree, at, tree[at].end)) return false;
  for (std::uint32_t above = at; above != 0;) {
    above = tree[above].parent;
    if (tree[above].tag != "article") continue;
    const auto own = static_cast<double>(page.of[at].paragraphs);
    const double around = static_cast<double>(page.of[above].paragraphs) - own;
    const bool titled =
        holds_title(tree, above, at) || holds_title(tree, tree[at].end, tree[above].end);
    return titled && around >= kLargePart * own;
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  if (node.attributes.empty()) return false;
  std::string style = lower(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != style.npos || attribute(node, "aria-hidden") == "true";
}

bool is_whole_page(std::string_view tag) {
  return one_of(tag, {"html", "body", "article", "main"});
}

bool is_set_aside(const HtmlNode& node, Pruning pruning, const PageWords& words) {
  if (node.tag.empty() || pruning == Pruning::None) return false;
  if (is_furniture_element(node.tag)) return true;
  const std::string_view role = attribute(node, "role");
  if (one_of(role, {"navigation", "complementary", "banner", "contentinfo", "search", "dialog"}))
    return true;
  if (pruning == Pruning::Elements || is_whole_page(node.tag)) return false;
  // A link or a span inside a sentence is part of it, whatever its class.
  const bool within_line = one_of(node.tag, {"a", "b", "em", "i", "mark", "span", "strong", "u"});
  return is_hidden(node) || (!within_line && named_as_furniture(node, words));
}

void measure_text(std::string_view text, Measure& measure) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') ++measure.text;
    if (c == ',') ++measure.commas;
  }
  constexpr std::string_view kWideComma = "，";
  for (std::size_t at = text.find(kWideComma); at != text.npos;
       at = text.find(kWideComma, at + 1)) {
    ++measure.commas;
  }
}

void measure_all(MeasuredPage& page) {
  for (std::size_t i = page.tree.size(); i-- > 0;) {
    const HtmlNode& node = page.tree[i];
    Measure& own = page.of[i];
    if (own.dropped) {
      own = Measure{.dropped = true};
      continue;
    }
    if (node.tag.empty()) measure_text(node.text, own);
    if (node.tag.empty() && own.text >= kLongText) own.paragraphs = own.text;
    if (node.tag == "a") own.links = own.text;
    if (node.tag == "p") own.paragraphs = own.text;
    if (i == 0) continue;
    Measure& parent = page.of[node.parent];
    parent.text += own.text;
    parent.links += own.links;
    parent.commas += own.commas;
    parent.paragraphs += own.paragraphs;
  }
}

// What is inside a dropped element is dropped too.
void spread_drops(MeasuredPage& page) {
  for (std::uint32_t i = 0; i < page.tree.size(); ++i) {
    if (i != 0 && page.of[page.tree[i].parent].dropped) page.of[i].dropped = true;
  }
}

void clear(MeasuredPage& page) {
  for (Measure& measure : page.of) measure = Measure{.dropped = measure.dropped};
}

void prune(MeasuredPage& page, Pruning pruning) {
  for (std::size_t i = 0; i < page.tree.size(); ++i)
    page.of[i].dropped = never_text(page.tree[i].tag);
  spread_drops(page);
  measure_all(page);
  const auto all = static_cast<double>(page.of[0].paragraphs);
  std::vector<std::uint32_t> aside;
  for (std::uint32_t i = 0; i < page.tree.size(); ++i) {
    if (page.of[i].dropped) continue;
    if (pruning != Pruning::None && is_next_article(page, i)) {
      aside.push_back(i);
      continue;
    }
    if (!is_set_aside(page.tree[i], pruning, page.words)) continue;
    const bool large = static_cast<double>(page.of[i].paragraphs) > kLargePart * all && all > 0;
    if (!large || (pruning == Pruning::Full && named_as_comments(page.tree, i))) aside.push_back(i);
  }
  clear(page);
  for (const std::uint32_t i : aside) page.of[i].dropped = true;
  spread_drops(page);
  measure_all(page);
}

}  // namespace

MeasuredPage measure_page(const HtmlTree& tree, Pruning pruning, const PageWords& words) {
  MeasuredPage page{tree, words, std::vector<Measure>(tree.size())};
  if (!tree.empty()) prune(page, pruning);
  return page;
}

double link_density(const Measure& measure) {
  return measure.text == 0 ? 0
                           : static_cast<double>(measure.links) / static_cast<double>(measure.text);
}

bool one_of(std::string_view tag, std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_block(std::string_view tag) {
  static const std::array<std::string_view, 44> blocks = {
      "address", "article", "aside",   "blockquote", "body",       "center", "dd",     "details",
      "div",     "dl",      "dt",      "fieldset",   "figcaption", "figure", "footer", "form",
      "h1",      "h2",      "h3",      "h4",         "h5",         "h6",     "header", "hr",
      "html",    "li",      "main",    "nav",        "ol",         "p",      "pre",    "section",
      "summary", "table",   "tbody",   "td",         "tfoot",      "th",     "thead",  "tr",
      "ul",      "amp-img", "picture", "img"};
  return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

std::string class_names(const HtmlNode& node) {
  return lower(std::string(attribute(node, "class")) + " " + std::string(attribute(node, "id")));
}

bool has_word(std::string_view names, const Phrases& phrases) {
  bool found = false;
  each_word(names, [&](std::string_view word) { found = found || phrases.contains(word); });
  return found;
}

}  // namespace entente
