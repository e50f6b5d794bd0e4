// The name of who prints the page, in its first lines: "The Port Azul Post - News from the Coast".

#include <array>
#include <string>

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

constexpr std::size_t kMastheadLines = 3;  // lines that are no menu
constexpr std::size_t kMostWords = 10;

// What stands before a bar or a dash between blanks, a full stop, or the acronym in brackets.
std::string_view first_part(std::string_view line) {
  constexpr std::array<std::string_view, 8> joints = {" - ",  " – ", " — ", " | ",
                                                      " :: ", ". ",  " (",  " / "};
  std::size_t end = line.size();
  for (const std::string_view joint : joints) end = std::min(end, line.find(joint));
  return line.substr(0, end);
}

bool capitalised(std::string_view line) {
  std::size_t small = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at + 3 && is_lower(decode_at(line, at).value)) ++small;
    at = end + 1;
  }
  return small == 0;
}

}  // namespace

std::string_view masthead_at(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  if (line.words > kMostWords || i >= page.first || line.mark == PageLine::Mark::Item) return {};
  for (std::size_t k = 0, before = 0; k < i; ++k) {
    if (page.lines[k].line->words > 0 && ++before >= kMastheadLines) return {};
  }
  const std::string_view name = first_part(page.bytes(i));
  const Phrases& words = page.words.byline.mastheads;
  const bool told = phrase_at_end(fold(name), words) > 0 ||
                    (name.size() < page.bytes(i).size() && phrase_at_end(line.key, words) > 0);
  return told && capitalised(name) ? name : std::string_view();
}

std::string masthead_of(const Page& page) {
  for (std::size_t i = 0; i < page.first; ++i) {
    if (page.lines[i].kind == BlockKind::Title) break;
    if (const std::string_view name = masthead_at(page, i); !name.empty()) return std::string(name);
  }
  return {};
}

}  // namespace entente
