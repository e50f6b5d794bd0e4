#pragma once
// A page on its way through the steps of read_page, and the steps that stand in files of their own.
// For blocks.cpp and its neighbours only.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/blocks.h"
#include "extract/looks.h"

namespace entente {

struct PageEntry {
  const PageLine* line;
  LineLook look;
  std::optional<BlockKind> kind;  // once it is decided
  std::string reason;
  bool listed = false;       // a line of a list of those who took part
  std::size_t part_end = 0;  // one past the last line before an empty one
  bool names = false;        // it names somebody or something ...
  std::size_t kin = 0;  // ... and this line was the first to name one of them; itself if none was
};

struct Page {  // a page while it is read
  std::string_view text;
  const PageWords& words;
  std::vector<PageEntry> lines;
  std::size_t first = 0;  // the article's first line that is a sentence ...
  std::size_t last = 0;   // ... and one past its last; equal = there is none
  bool spaced = false;  // empty lines stand between the paragraphs: what hangs together is one part

  std::string_view bytes(std::size_t i) const { return slice(text, lines[i].line->span); }
  bool open(std::size_t i) const { return !lines[i].kind; }
  bool is(std::size_t i, Look look) const { return lines[i].look.look == look; }
  bool open_sentence(std::size_t i) const { return open(i) && is(i, Look::Sentence); }
  void decide(std::size_t i, BlockKind kind, std::string reason = {}) {
    lines[i].kind = kind;
    lines[i].reason = std::move(reason);
  }
  void drop(std::size_t i, std::string reason) {
    decide(i, BlockKind::Boilerplate, std::move(reason));
  }
  std::size_t named_from =
      std::string_view::npos;  // the first line that is a sentence or a caption
  // Does line k name somebody, and nobody whom the lines above line i name?
  bool foreign(std::size_t k, std::size_t i) const {
    return named_from < i && lines[k].names && lines[k].kin >= i;
  }
  // One past the last line that hangs together with line i.
  std::size_t part_end(std::size_t i) const { return spaced ? lines[i].part_end : i + 1; }
};

// page_names.cpp: words by their beginnings. stems_of: all of a folded line. known_names: of a
// line, the names and its first word. note_names fills PageEntry::names and kin of every line.
using Stems = std::set<std::string, std::less<>>;
Stems stems_of(std::string_view key);
Stems known_names(const Page& page, std::size_t i);
void note_names(Page& page);

// page_asides.cpp. drop_numbered: lines that count on, a list of the most read or footnotes.
// drop_promoted: what hangs together with a promotion, or with the name of who comments, and stands
// below it. drop_pull_quotes: a few words of a paragraph that stand alone. drop_author: the last
// paragraphs, from one that tells who wrote the article ("Jane Example is a reporter ...").
void drop_numbered(Page& page);
void drop_promoted(Page& page);
void drop_pull_quotes(Page& page);
void drop_author(Page& page);

// page_lists.cpp: makes sentences of the lines that tell who took part, and of the line above them.
void take_lists(Page& page);

// page_sections.cpp: drops what stands below the article and the lists of headlines inside it.
void drop_sections(Page& page);

// page_title.cpp: finds the title, fills reading.title and, where the title was taken for the first
// sentence, moves page.first.
void find_title(Page& page, std::string_view given, PageReading& reading);

// page_masthead.cpp: the name of who prints the page, if line i above the article is it; of the
// page, above its title. Empty = there is none.
std::string_view masthead_at(const Page& page, std::size_t i);
std::string masthead_of(const Page& page);

// page_about.cpp: author, date of publication and outlet, from lines that are decided.
void read_about(const Page& page, PageReading& reading);

// A short line of capitalised words, such as a name.
bool is_byline_like(const Page& page, std::size_t i);

}  // namespace entente
