// A page is read in steps, each over all lines: look at every line by itself; note which hang
// together and whom they name; cut off the sections below the article; drop the lists of headlines
// inside it; find the stretch that the article fills; find the title before it; name the rest.
// Nothing is deleted: a line that is not read says why. The order of the steps matters, each trusts
// those before it.

#include "extract/blocks.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

void drop_furniture(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.open(i) && (page.is(i, Look::Furniture) || page.is(i, Look::Rule))) {
      page.drop(i, page.lines[i].look.reason);
    }
  }
}

constexpr std::uint32_t kShortestWeak = 4;  // words of an exclamation that says something

// What stands between empty lines, and whether most paragraphs stand there alone.
void find_parts(Page& page) {
  std::size_t all = 0;
  std::size_t alone = 0;
  std::size_t end = page.lines.size();
  for (std::size_t i = page.lines.size(); i-- > 0;) {
    page.lines[i].part_end = end;
    const bool begins = page.lines[i].line->after_gap;
    if (page.open_sentence(i) && page.lines[i].line->words >= 8) {
      ++all;
      if (begins && end == i + 1) ++alone;
    }
    if (begins) end = i;
  }
  page.spaced = all >= 3 && alone * 5 >= all * 2;
}

// ---- The stretch that the article fills

struct Cluster {
  std::vector<std::size_t> lines;
  std::size_t words = 0;
};

// Sentences with three headlines or more between them belong to different parts of the page.
std::vector<Cluster> clusters_of(const Page& page) {
  std::vector<Cluster> clusters;
  std::size_t between = 3;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const bool aside = page.is(i, Look::Caption) || page.is(i, Look::Byline);
    if (!page.open_sentence(i)) {
      const bool question =
          page.open(i) && page.is(i, Look::Weak) && page.lines[i].line->words >= 6;
      if (!aside && !question) ++between;
      continue;
    }
    if (between >= 3) clusters.emplace_back();
    between = 0;
    clusters.back().lines.push_back(i);
    clusters.back().words += page.lines[i].line->words;
  }
  return clusters;
}

// Does it name somebody, and nobody of whom the article speaks?
bool is_foreign(const Page& page, const Cluster& cluster, const Stems& article) {
  bool named = false;
  for (const std::size_t i : cluster.lines) {
    named = named || page.lines[i].names;
    const Stems names = known_names(page, i);
    const bool shared = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return article.contains(name);
    });
    if (shared) return false;
  }
  return named;
}

void drop_scattered_sentences(Page& page) {
  const std::vector<Cluster> clusters = clusters_of(page);
  const auto most =
      std::max_element(clusters.begin(), clusters.end(),
                       [](const Cluster& a, const Cluster& b) { return a.words < b.words; });
  if (most == clusters.end()) return;
  Stems article;
  for (const std::size_t i : most->lines) article.merge(stems_of(page.lines[i].line->key));
  for (const Cluster& cluster : clusters) {
    const bool few = cluster.lines.size() <= 2 && cluster.words * 7 < most->words;
    const bool other = cluster.words < most->words && is_foreign(page, cluster, article);
    if (!few && !other) continue;
    for (const std::size_t i : cluster.lines) {
      if (!page.lines[i].line->central) page.drop(i, "apart from the article");
    }
  }
}

void find_bounds(Page& page) {
  page.first = page.last = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.open_sentence(i)) continue;
    if (page.last == 0) page.first = i;
    page.last = i + 1;
  }
}

// A question or an exclamation is a sentence of the article among its sentences and in its element;
// right behind the last one if it ends a quotation.
void take_weak_sentences(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PageLine& line = *page.lines[i].line;
    const bool among = page.first <= i && i < page.last;
    if (page.open(i) && page.is(i, Look::Weak) && line.mark != PageLine::Mark::Item &&
        (among || (line.central && line.words >= kShortestWeak))) {
      page.lines[i].look.look = Look::Sentence;
    }
  }
  find_bounds(page);
  if (page.last == 0 || page.last >= page.lines.size() || !page.open(page.last)) return;
  const std::string_view next = page.bytes(page.last);
  const bool quotation = next.starts_with('"') || next.starts_with("“") || next.starts_with("«");
  if (page.is(page.last, Look::Weak) && quotation && page.lines[page.last].line->words >= 6) {
    page.lines[page.last].look.look = Look::Sentence;
    ++page.last;
  }
}

// A text without any sentence: a few lines that somebody typed are read, a list of links is not.
void take_short_text(Page& page) {
  if (page.last > page.first || page.lines.size() > 4) return;
  const std::size_t begin = page.lines.size() > 1 ? 1 : 0;
  for (std::size_t i = begin; i < page.lines.size(); ++i) {
    const Look look = page.lines[i].look.look;
    const PageLine& line = *page.lines[i].line;
    const bool said = look == Look::Weak || (look == Look::Headline && line.lower_words > 0);
    if (page.open(i) && said && line.words >= 3 && line.mark == PageLine::Mark::None) {
      page.lines[i].look.look = Look::Sentence;
    }
  }
  find_bounds(page);
}

void name_inner_headlines(Page& page) {
  for (std::size_t i = page.first; i < page.last;) {
    std::size_t end = i;
    while (end < page.last && page.open(end) &&
           (page.is(end, Look::Headline) || page.is(end, Look::Weak))) {
      ++end;
    }
    for (std::size_t k = i; k < end; ++k) {
      const bool item = page.lines[k].line->mark == PageLine::Mark::Item;
      if (item || end - i >= 3) {
        page.drop(k, "list of headlines");
      } else {
        page.decide(k, BlockKind::Heading, "heading");
      }
    }
    i = end + 1;
  }
}

// ---- What stands before and after the article

void name_front(Page& page) {
  bool titled = false;
  for (std::size_t i = 0; i < page.first; ++i) {
    titled = titled || page.lines[i].kind == BlockKind::Title;
    if (!page.open(i) || page.is(i, Look::Byline) || page.is(i, Look::Caption)) continue;
    if (!titled) {
      page.drop(i, "before the title");
    } else if (is_byline_like(page, i)) {
      page.decide(i, BlockKind::Byline, "byline");
    } else if (page.lines[i].line->mark == PageLine::Mark::Item) {
      page.drop(i, "list of headlines");
    } else {
      page.decide(i, BlockKind::Heading, "sub-headline");
    }
  }
}

bool beside_byline(const Page& page, std::size_t i) {
  return (i > 0 && page.is(i - 1, Look::Byline)) ||
         (i + 1 < page.lines.size() && page.is(i + 1, Look::Byline));
}

void name_foot(Page& page) {
  for (std::size_t i = page.last; i < page.lines.size(); ++i) {
    if (!page.open(i) || page.is(i, Look::Byline) || page.is(i, Look::Caption)) continue;
    if (is_byline_like(page, i) && beside_byline(page, i)) {
      page.decide(i, BlockKind::Byline, "byline");
    } else {
      page.drop(i, "after the article");
    }
  }
}

bool caption_closes_article(const Page& page, std::size_t i) {
  return !page.lines[i].look.caption->certain && i > page.first &&
         (page.lines[i].line->words >= 45 || i + 1 >= page.last);
}

void name_rest(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.open(i)) continue;
    switch (page.lines[i].look.look) {
      case Look::Byline:
        page.decide(i, BlockKind::Byline, page.lines[i].look.reason);
        break;
      case Look::Caption:
        page.decide(i, caption_closes_article(page, i) ? BlockKind::Body : BlockKind::Caption,
                    "caption");
        break;
      case Look::Sentence:
        if (page.lines[i].listed) {
          page.decide(i, BlockKind::Item, "who took part");
        } else {
          page.decide(i, BlockKind::Body);
        }
        break;
      default:
        page.drop(i, "no sentence");
    }
  }
}

// ---- What is said twice counts once

void drop_repeats(Page& page) {
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const BlockKind kind = *page.lines[i].kind;
    const PageLine& line = *page.lines[i].line;
    const bool read = kind == BlockKind::Body || kind == BlockKind::Caption;
    if (line.words < 6 || !(read || kind == BlockKind::Heading)) continue;
    const auto [earlier, fresh] = seen.emplace(line.key, i);
    if (fresh) continue;
    const std::size_t before = earlier->second;
    const bool summary = *page.lines[before].kind == BlockKind::Heading ||
                         (page.lines[before].line->ending == PageLine::Ending::None &&
                          line.ending == PageLine::Ending::Stop);
    if (summary && kind == BlockKind::Body) {
      page.decide(before, BlockKind::Heading, "summary");
      earlier->second = i;
    } else {
      page.drop(i, "repeats line " + std::to_string(page.lines[before].line->number));
    }
  }
}

// ---- Blocks

Block block_of(const Page& page, std::size_t i) {
  const PageEntry& line = page.lines[i];
  Block block{line.line->span, *line.kind, *line.kind == BlockKind::Body ? "" : line.reason};
  const bool read = block.kind == BlockKind::Body || block.kind == BlockKind::Caption;
  if (read && line.look.caption) {
    const Span said = line.look.caption->said;
    block.span = {line.line->span.begin + said.begin, line.line->span.begin + said.end};
  }
  return block;
}

void write_blocks(const Page& page, PageReading& reading) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    Block block = block_of(page, i);
    const std::uint32_t end = block.span.end;
    const std::size_t credit =
        block.kind == BlockKind::Body ? page.lines[i].look.credit : std::string_view::npos;
    if (credit != std::string_view::npos) {
      const auto cut = block.span.begin + static_cast<std::uint32_t>(credit);
      block.span = trim(page.text, {block.span.begin, cut});
      reading.blocks.push_back(block);
      block = {{cut, end}, BlockKind::Boilerplate, "agency"};
    }
    reading.blocks.push_back(std::move(block));
  }
}

}  // namespace

PageReading read_page(std::string_view text, const std::vector<KnownLine>& lines,
                      std::string_view title, const PageWords& words) {
  Page page{.text = text, .words = words, .lines = {}};
  for (const KnownLine& known : lines) {
    page.lines.push_back({&known.line, look_at(text, known.line, known.kind, words), {}, {}});
  }
  drop_furniture(page);
  drop_numbered(page);
  find_parts(page);
  note_names(page);
  drop_promoted(page);
  drop_sections(page);
  take_lists(page);
  drop_scattered_sentences(page);
  find_bounds(page);
  take_weak_sentences(page);
  take_short_text(page);
  PageReading reading;
  find_title(page, title, reading);
  name_inner_headlines(page);
  name_front(page);
  name_foot(page);
  name_rest(page);
  drop_repeats(page);
  drop_pull_quotes(page);
  drop_author(page);
  read_about(page, reading);
  write_blocks(page, reading);
  return reading;
}

PageReading read_page(std::string_view text, std::size_t from, std::string_view title,
                      const PageWords& words) {
  std::vector<KnownLine> lines;
  for (PageLine& line : read_lines(text, from)) lines.push_back({std::move(line), std::nullopt});
  return read_page(text, lines, title, words);
}

}  // namespace entente
