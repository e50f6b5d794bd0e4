// Sections of other things: what follows "Comments" or "Most Read" at the end, and "Also Read"
// within the article. Whether the page ends there is told by how much of its prose stands above,
// and how little below.

#include <vector>

#include "extract/page.h"

namespace entente {
namespace {

constexpr std::size_t kLabelsAsked = 50;  // so often the lines below a title are counted one by one

// What stands before a line: running sums over the page.
struct Sums {
  std::size_t words = 0;      // in sentences of eight words or more
  std::size_t sentences = 0;  // of these
  std::size_t prose = 0;      // and of these, outside lists
};

std::vector<Sums> sum_up(const Page& page) {
  std::vector<Sums> sums(page.lines.size() + 1);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PageLine& line = *page.lines[i].line;
    sums[i + 1] = sums[i];
    if (!page.open_sentence(i) || line.words < 8) continue;
    sums[i + 1].words += line.words;
    ++sums[i + 1].sentences;
    if (line.mark != PageLine::Mark::Item) ++sums[i + 1].prose;
  }
  return sums;
}

// Neither prose nor a headline: asked for the line behind, one looks past it.
bool is_aside(const Page& page, std::size_t i) {
  return page.is(i, Look::Furniture) || page.is(i, Look::Caption) || page.is(i, Look::Inline) ||
         page.is(i, Look::Rule);
}

// Sentences below line i that go on with what stands above it.
std::size_t prose_after(const Page& page, std::size_t i) {
  std::size_t count = 0;
  for (std::size_t k = page.part_end(i); k < page.lines.size(); ++k) {
    const PageLine& line = *page.lines[k].line;
    if (page.open_sentence(k) && line.words >= 8 && line.mark != PageLine::Mark::Item &&
        !page.foreign(k, i)) {
      ++count;
    }
  }
  return count;
}

// Does the article go on right below a list that hangs together with its title?
bool goes_on(const Page& page, std::size_t i) {
  const std::size_t next = page.part_end(i);
  return next > i + 1 && next < page.lines.size() && page.open_sentence(next) &&
         page.lines[next].line->mark != PageLine::Mark::Item && page.lines[next].names &&
         !page.foreign(next, i);
}

bool ends_the_article(const Page& page, const std::vector<Sums>& sums, std::size_t i, bool count) {
  const bool end = page.is(i, Look::End);
  if (!page.open(i) || (!end && !page.is(i, Look::Terminal))) return false;
  const bool most_before = sums[i].words * 5 >= sums.back().words * 2;
  if (sums[i].sentences == 0) return false;
  if (end) return most_before || sums[i].sentences >= 5;
  if (goes_on(page, i)) return false;
  const std::size_t lines_after = page.lines.size() - i - 1;
  const std::size_t prose = count ? prose_after(page, i) : sums.back().prose - sums[i].prose;
  return most_before && prose * 5 <= lines_after;
}

void cut_end(Page& page) {
  const std::vector<Sums> sums = sum_up(page);
  std::size_t asked = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const bool section = page.open(i) && page.is(i, Look::Terminal);
    if (!ends_the_article(page, sums, i, section && asked++ < kLabelsAsked)) continue;
    const std::string reason = page.lines[i].look.reason;
    for (std::size_t k = i; k < page.lines.size(); ++k) {
      // A date of publication may stand at the foot.
      if (!page.is(k, Look::Byline)) page.drop(k, reason);
    }
    return;
  }
}

bool is_section_title(const Page& page, std::size_t i) {
  return page.is(i, Look::End) || page.is(i, Look::Terminal) || page.is(i, Look::Inline);
}

// A section's title at line i and what hangs together with it.
struct Section {
  std::size_t title, end;
  bool strict;  // whole lists of other articles may stand below
};

// Is the article going on at line k, after the section's headlines?
bool resumes(const Page& page, std::size_t k, const Section& section) {
  const PageLine& line = *page.lines[k].line;
  if (!page.is(k, Look::Sentence) || line.mark == PageLine::Mark::Item || k < section.end)
    return false;
  const bool foreign = page.foreign(k, section.title);
  if (!section.strict) return line.words >= 4 && !(foreign && k == section.title + 1);
  if (foreign) return false;
  if (section.end > section.title + 1 && page.lines[k].names) return true;
  std::size_t next = k + 1;
  while (next < page.lines.size() && is_aside(page, next)) ++next;
  return line.words >= 40 ||
         (next < page.lines.size() && (page.is(next, Look::Sentence) || page.is(next, Look::Weak)));
}

void drop_section(Page& page, const Section& section) {
  const std::string reason = page.lines[section.title].look.reason;
  page.drop(section.title, reason);
  for (std::size_t k = section.title + 1; k < page.lines.size(); ++k) {
    if (resumes(page, k, section)) return;
    const bool caption = page.is(k, Look::Caption) && !page.foreign(k, section.title);
    const bool beyond = k >= section.end && section.end > section.title + 1;
    if (beyond && page.open(k) && is_section_title(page, k)) return;  // a section of its own
    if (k >= section.end && (page.is(k, Look::Byline) || caption)) continue;
    if (beyond && !page.is(k, Look::Sentence)) continue;
    if (page.open(k)) page.drop(k, reason);
  }
}

void drop_inner_sections(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.open(i) || !is_section_title(page, i)) continue;
    drop_section(page, {i, page.part_end(i), !page.is(i, Look::Inline)});
  }
}

}  // namespace

void drop_sections(Page& page) {
  cut_end(page);
  drop_inner_sections(page);
}

}  // namespace entente
