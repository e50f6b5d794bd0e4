// Lists of those who took part: "Participants:", "The following leaders attended the summit:", and
// below it a line for each. The lines are no sentences and look like a menu, but belong to the
// article: they become Items under the line that says what they are.

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

constexpr std::uint32_t kLongestTitle = 60;  // words of the line above a list
constexpr std::uint32_t kLongestItem = 45;
constexpr std::uint32_t kLongestGroup = 6;  // of "Louisiana participants:" inside a list
constexpr std::uint32_t kLongestBareGroup = 4;
constexpr std::size_t kPeopleWithin = 5;  // first words of the line that say whom it lists
constexpr std::size_t kNearest = 3;       // lines between the article's sentences and a list

// Without the marks that make it bold or underlined: "**<u>Participants:</u>**".
std::string_view without_marks(std::string_view line) {
  for (;;) {
    const std::size_t tag = line.ends_with('>') ? line.rfind("</") : line.npos;
    if (tag != line.npos) {
      line.remove_suffix(line.size() - tag);
    } else if (line.ends_with('*') || line.ends_with('_') || line.ends_with(' ')) {
      line.remove_suffix(1);
    } else {
      return line;
    }
  }
}

bool ends_in_colon(std::string_view line) { return without_marks(line).ends_with(':'); }

bool is_bold(std::string_view line) {
  return line.starts_with("**") || line.starts_with("__") || line.starts_with("<b>") ||
         line.starts_with("<strong>");
}

std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

// "the following African leaders"
bool following_people(std::string_view key, const Phrases& people) {
  constexpr std::string_view kFollowing = "following ";
  std::size_t at = key.find(kFollowing);
  if (at == key.npos) return false;
  at += kFollowing.size();
  for (int word = 0; word < 3 && at < key.size(); ++word) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (people.contains(key.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

// "State leaders from today's meeting included:", "Joining the President were:", not "The president
// and ministers said that the towns include:"
bool names_who(std::string_view key, const PageWords::Lists& lists) {
  if (!lists.included.contains(last_word(key))) return false;
  if (phrase_at_start(key, lists.joining) > 0) return true;
  std::size_t at = 0;
  for (std::size_t word = 0; word < kPeopleWithin && at < key.size(); ++word) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (lists.people.contains(key.substr(at, end - at))) {
      const std::string_view next = key.substr(std::min(end + 1, key.size()));
      const std::string_view first = next.substr(0, next.find(' '));
      return lists.included.contains(first) || lists.whose.contains(first);
    }
    at = end + 1;
  }
  return false;
}

// Names hardly have words in lower case; sentences do.
bool is_item(const Page& page, std::size_t i, PageLine::Mark mark) {
  const PageLine& line = *page.lines[i].line;
  std::string_view bytes = page.bytes(i);
  while (bytes.size() > 1 && (bytes.front() == '*' || bytes.front() == '_')) bytes.remove_prefix(1);
  const bool fits = page.is(i, Look::Headline) || page.is(i, Look::Sentence);
  if (!page.open(i) || !fits || line.mark != mark || line.words == 0 || line.words > kLongestItem ||
      line.lower_words * 2 > line.words || !is_upper(decode_at(bytes, 0).value) ||
      has_inner_stop(bytes))
    return false;
  if (mark == PageLine::Mark::Item) return true;
  // Without a mark a headline looks much the same: "NAME, minister", "Minister NAME", "Kenya: NAME"
  return line.words >= 2 && (bytes.find(", ") != bytes.npos || bytes.find(": ") != bytes.npos ||
                             bytes.find(" – ") != bytes.npos || bytes.find(" - ") != bytes.npos ||
                             phrase_at_start(line.key, page.words.lists.titles) > 0);
}

bool is_item_with_comma(const Page& page, std::size_t i) {
  return i < page.lines.size() && is_item(page, i, page.lines[i].line->mark) &&
         page.bytes(i).find(", ") != std::string_view::npos;
}

// "**Union Participants**" right above lines with a comma in them
bool is_bare_title(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  const bool bold = is_bold(page.bytes(i)) || line.mark == PageLine::Mark::Heading;
  return line.words <= kLongestBareGroup && line.lower_words == 0 &&
         page.words.lists.guests.contains(last_word(line.key)) && is_item_with_comma(page, i + 1) &&
         (bold || is_item_with_comma(page, i + 2));
}

bool opens_list(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  const PageWords::Lists& lists = page.words.lists;
  if (!page.open(i) || line.words > kLongestTitle || line.mark == PageLine::Mark::Item ||
      page.is(i, Look::Caption) || page.is(i, Look::Byline))
    return false;
  if (lists.whole.contains(line.key) || is_bare_title(page, i)) return true;
  if (!ends_in_colon(page.bytes(i))) return false;
  // "The President was joined on the call by:"
  const bool with = line.key.ends_with(" by") && !phrase_within(line.key, lists.joined).empty();
  if (with) return true;
  return !phrase_within(line.key, lists.anywhere).empty() ||
         following_people(line.key, lists.people) || names_who(line.key, lists);
}

// "From Kenya:" above some of the lines
bool is_group(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  return page.open(i) && line.mark != PageLine::Mark::Item && line.words <= kLongestGroup &&
         ends_in_colon(page.bytes(i)) && !opens_list(page, i);
}

// "Health insurers" right below the line above a list, where the list's lines are marked
bool is_first_group(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  return page.open(i) && page.is(i, Look::Headline) && line.mark == PageLine::Mark::None &&
         line.words <= kLongestGroup && i + 1 < page.lines.size() &&
         page.lines[i + 1].line->mark == PageLine::Mark::Item;
}

// "Kenya" above some of the lines of a "List of participants"
bool is_bare_group(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  return page.open(i) && page.is(i, Look::Headline) && line.mark == PageLine::Mark::None &&
         line.words > 0 && line.words <= kLongestBareGroup && line.lower_words == 0 &&
         i + 1 < page.lines.size() && is_item(page, i + 1, PageLine::Mark::None);
}

// "Public Sector Participants:" right below "Participants at the forum included:"
bool is_inner_title(const Page& page, std::size_t i) {
  return i < page.lines.size() && page.lines[i].line->words <= kLongestGroup && opens_list(page, i);
}

// One past the list's last line; `begin` = there is none. `whole`: nothing but its name stands
// above it.
std::size_t list_end(const Page& page, std::size_t begin, bool whole) {
  std::size_t first = begin;
  const bool parted = is_inner_title(page, begin);
  const auto is_part = [&](std::size_t i) { return parted && is_inner_title(page, i); };
  if (first < page.lines.size() &&
      (parted || is_group(page, first) || is_first_group(page, first) ||
       (whole && !is_item(page, first, PageLine::Mark::None) && is_bare_group(page, first))))
    ++first;
  if (first >= page.lines.size()) return begin;
  const bool marked = page.lines[first].line->mark == PageLine::Mark::Item;
  const PageLine::Mark mark = marked ? PageLine::Mark::Item : PageLine::Mark::None;
  std::size_t end = begin;
  std::size_t items = 0;
  bool spaced = true;  // empty lines stand between the items
  for (std::size_t i = begin; i < page.lines.size(); ++i) {
    if (is_item(page, i, mark)) {
      const bool gap = page.lines[i].line->after_gap;
      if (items > 0 && gap && !spaced) break;  // another list
      if (items > 0) spaced = gap;
      ++items;
      end = i + 1;
    } else if (is_group(page, i) || i + 1 == first || is_part(i) ||
               (whole && is_bare_group(page, i))) {
      spaced = true;
    } else {
      break;
    }
  }
  return items >= (marked ? 1U : 2U) ? end : begin;
}

}  // namespace

void take_lists(Page& page) {
  std::size_t since = kNearest + 1;  // lines since the article's last sentence
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const bool whole = page.words.lists.whole.contains(page.lines[i].line->key);
    const std::size_t end =
        since <= kNearest && opens_list(page, i) ? list_end(page, i + 1, whole) : i;
    if (end > i + 1) {
      page.lines[i].look.look = Look::Sentence;
      for (std::size_t k = i + 1; k < end; ++k) {
        page.lines[k].look.look = Look::Sentence;
        page.lines[k].listed = true;
      }
      since = 0;
      i = end - 1;
    } else if (page.open_sentence(i)) {
      since = 0;
    } else {
      ++since;
    }
  }
}

}  // namespace entente
