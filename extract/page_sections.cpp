// Sections of other things: what follows "Comments" or "Most Read" at the end, and "Also Read"
// within the article. Whether the page ends there is told by how much of its prose stands above,
// and how little below.

#include <vector>

#include "extract/page.h"

namespace entente {
namespace {

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

bool ends_the_article(const Page& page, const std::vector<Sums>& sums, std::size_t i) {
  const bool end = page.is(i, Look::End);
  if (!page.open(i) || (!end && !page.is(i, Look::Terminal))) return false;
  const bool most_before = sums[i].words * 5 >= sums.back().words * 2;
  if (sums[i].sentences == 0) return false;
  if (end) return most_before || sums[i].sentences >= 5;
  const std::size_t lines_after = page.lines.size() - i - 1;
  return most_before && (sums.back().prose - sums[i].prose) * 5 <= lines_after;
}

void cut_end(Page& page) {
  const std::vector<Sums> sums = sum_up(page);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!ends_the_article(page, sums, i)) continue;
    const std::string reason = page.lines[i].look.reason;
    for (std::size_t k = i; k < page.lines.size(); ++k) {
      // A date of publication may stand at the foot.
      if (!page.is(k, Look::Byline)) page.drop(k, reason);
    }
    return;
  }
}

// Is the article going on at line k, after a section's headlines?
bool resumes(const Page& page, std::size_t k, bool strict) {
  const PageLine& line = *page.lines[k].line;
  if (!page.is(k, Look::Sentence) || line.mark == PageLine::Mark::Item) return false;
  if (!strict) return line.words >= 4;
  const bool next =
      k + 1 < page.lines.size() && (page.is(k + 1, Look::Sentence) || page.is(k + 1, Look::Weak));
  return next || line.words >= 40;
}

void drop_inner_sections(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Look look = page.lines[i].look.look;
    if (!page.open(i) || (look != Look::End && look != Look::Terminal && look != Look::Inline))
      continue;
    const std::string reason = page.lines[i].look.reason;
    page.drop(i, reason);
    for (std::size_t k = i + 1; k < page.lines.size(); ++k) {
      if (resumes(page, k, look != Look::Inline)) break;
      const Look other = page.lines[k].look.look;
      if (other == Look::Byline || other == Look::Caption) continue;
      if (page.open(k)) page.drop(k, reason);
    }
  }
}

}  // namespace

void drop_sections(Page& page) {
  cut_end(page);
  drop_inner_sections(page);
}

}  // namespace entente
