// Paragraphs vote for the elements around them: long ones with commas and few links count most, and
// the nearest elements get most of it (the idea of the readability family of extractors;
// Kohlschütter et al. 2010 on text and link density). The winner is widened while the element
// around it keeps nearly all of the score, and neighbours that look alike are added.

#include "extract/html_vote.h"

#include <algorithm>

namespace entente {
namespace {

constexpr double kKeepsScore = 0.85;   // of the score: the element around is the article too
constexpr std::size_t kShortest = 25;  // bytes of a paragraph that votes

bool has_own_text(const HtmlTree& tree, std::uint32_t at) {
  std::size_t size = 0;
  for (std::uint32_t i = at + 1; i < tree[at].end; i = tree[i].end) {
    if (tree[i].tag.empty()) size += tree[i].text.size();
    if (is_block(tree[i].tag) && tree[i].tag != "br" && tree[i].tag != "img") size /= 2;
  }
  return size >= kShortest;
}

bool votes(const HtmlTree& tree, std::uint32_t at) {
  const std::string& tag = tree[at].tag;
  if (one_of(tag, {"p", "pre", "td", "blockquote"})) return true;
  return one_of(tag, {"div", "section", "article", "main", "body", "font", "center"}) &&
         has_own_text(tree, at);
}

void vote(MeasuredPage& page) {
  for (std::uint32_t i = 0; i < page.tree.size(); ++i) {
    const Measure& own = page.of[i];
    if (own.dropped || own.text < kShortest || !votes(page.tree, i)) continue;
    const double points = (1.0 + static_cast<double>(own.commas) +
                           std::min(static_cast<double>(own.text) / 100.0, 3.0)) *
                          (1.0 - link_density(own));
    page.of[i].points = points;
    if (page.tree[i].tag != "p") page.of[i].score += points;
    std::uint32_t above = i;
    for (int level = 0; level < 5 && above != 0; ++level) {
      above = page.tree[above].parent;
      const double share = level == 0 ? 1.0 : level == 1 ? 1 / 1.6 : 1.0 / (3 * level);
      page.of[above].score += points * share;
    }
  }
}

double worth(const MeasuredPage& page, std::uint32_t i) {
  double score = page.of[i].score * (1.0 - link_density(page.of[i]));
  const HtmlNode& node = page.tree[i];
  if (node.tag == "article" || attribute(node, "itemprop") == "articleBody") return score * 1.4;
  return has_word(class_names(node), page.words.html.content) ? score * 1.2 : score;
}

std::uint32_t winner(const MeasuredPage& page) {
  std::uint32_t best = 0;
  double most = -1;
  for (std::uint32_t i = 0; i < page.tree.size(); ++i) {
    if (page.of[i].dropped || page.of[i].score <= 0) continue;
    const double score = worth(page, i);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best;
}

double points_inside(const MeasuredPage& page, std::uint32_t at) {
  double points = 0;
  for (std::uint32_t i = at; i < page.tree[at].end; ++i) points += page.of[i].points;
  return points;
}

bool contains(const HtmlTree& tree, std::uint32_t at, std::string_view tag) {
  for (std::uint32_t i = at; i < tree[at].end; ++i) {
    if (tree[i].tag == tag) return true;
  }
  return false;
}

bool is_titled_article(const HtmlTree& tree, std::uint32_t at) {
  return tree[at].tag == "article" && contains(tree, at, "h1");
}

// Is there another article within `above`, beside the one at `best`?
bool holds_other_article(const HtmlTree& tree, std::uint32_t above, std::uint32_t best) {
  if (!is_titled_article(tree, best)) return false;
  for (std::uint32_t i = above + 1; i < tree[above].end; ++i) {
    if (i == best) i = tree[best].end;
    if (i < tree[above].end && is_titled_article(tree, i)) return true;
  }
  return false;
}

bool built_alike(const HtmlNode& a, const HtmlNode& b) {
  if (a.tag != b.tag || a.tag == "article") return false;
  const std::string names = class_names(b);
  bool shared = false;
  each_word(class_names(a), [&](std::string_view word) {
    each_word(names, [&](std::string_view other) {
      shared = shared || (word == other && word.size() > 3);
    });
  });
  return shared;
}

// An article cut into pieces by advertisements: beside `at` stands an element built like it with as
// much to say.
bool has_twin(const MeasuredPage& page, std::uint32_t at) {
  const std::uint32_t parent = page.tree[at].parent;
  const double own = points_inside(page, at);
  for (std::uint32_t i = parent + 1; i < page.tree[parent].end; i = page.tree[i].end) {
    if (i == at || page.of[i].dropped || !built_alike(page.tree[at], page.tree[i])) continue;
    if (points_inside(page, i) >= 0.15 * own && !contains(page.tree, i, "h1")) return true;
  }
  return false;
}

// The article element around `at`, which also has the pictures, when it says little else.
std::uint32_t whole_article(const MeasuredPage& page, std::uint32_t at) {
  for (std::uint32_t above = at; above != 0; above = page.tree[above].parent) {
    if (page.tree[above].tag != "article") continue;
    return points_inside(page, above) <= 1.25 * points_inside(page, at) ? above : at;
  }
  return at;
}

// Up while the element around holds more of the article: it keeps the score, or holds other pieces
// of it.
std::uint32_t widen(const MeasuredPage& page, std::uint32_t at) {
  const double own = page.of[at].score;
  std::uint32_t best = at;
  for (std::uint32_t above = at; above != 0;) {
    const std::uint32_t below = above;
    above = page.tree[above].parent;
    if (one_of(page.tree[above].tag, {"body", "html"})) break;
    if (holds_other_article(page.tree, above, below)) break;
    if (page.of[above].score >= kKeepsScore * own || has_twin(page, below)) best = above;
  }
  return whole_article(page, best);
}

// Children of the winner's parent that belong to the article too.
std::vector<std::uint32_t> with_neighbours(const MeasuredPage& page, std::uint32_t best) {
  if (best == 0) return {best};
  const std::uint32_t parent = page.tree[best].parent;
  const double own = page.of[best].score;
  const bool titled = contains(page.tree, best, "h1");
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = parent + 1; i < page.tree[parent].end; i = page.tree[i].end) {
    const Measure& measure = page.of[i];
    if (measure.dropped || (titled && i != best && is_titled_article(page.tree, i))) continue;
    const bool alike = measure.score >= 0.2 * own;
    const bool paragraph =
        page.tree[i].tag == "p" && measure.text > 80 && link_density(measure) < 0.25;
    const bool picture = page.tree[i].tag == "figure" && measure.text > 0;
    if (i == best || alike || paragraph || picture) result.push_back(i);
  }
  return result;
}

}  // namespace

std::vector<std::uint32_t> find_article_elements(MeasuredPage& page) {
  vote(page);
  return with_neighbours(page, widen(page, winner(page)));
}

}  // namespace entente
