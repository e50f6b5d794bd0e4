// Dates of publication: a line is cut into numbers, words and marks, and a few fixed shapes are
// looked for at each of them. A numeric date is taken only when day and month cannot be confused.

#include "extract/published.h"

#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; no line about publication is longer

struct Item {
  enum class Kind { Number, Word, Mark };
  Kind kind = Kind::Mark;
  Span span;
  unsigned value = 0;   // Number; a Word that is a month: 1..12
  unsigned digits = 0;  // Number
  char32_t mark = 0;    // Mark
  std::string word;     // Word: folded
  bool space = false;   // white space stands before it
};

Item read_number(std::string_view text, std::size_t at) {
  Item item;
  item.kind = Item::Kind::Number;
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    if (item.digits < 9) item.value = item.value * 10 + static_cast<unsigned>(text[end] - '0');
    ++item.digits;
    ++end;
  }
  item.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  return item;
}

bool is_ideograph_of_dates(char32_t c) { return c == U'年' || c == U'月' || c == U'日'; }

Item read_word(std::string_view text, std::size_t at, const PageWords& words) {
  std::size_t end = at;
  while (end < text.size()) {
    const CodePoint next = decode_at(text, end);
    const bool combining = next.value >= 0x300 && next.value <= 0x36F;
    if ((!is_letter(next.value) && !combining) || is_ideograph_of_dates(next.value)) break;
    end += next.length;
  }
  Item item;
  item.kind = Item::Kind::Word;
  item.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  item.word = fold(text.substr(at, end - at));
  const auto month_named = words.months.find(item.word);
  if (month_named != words.months.end()) item.value = month_named->second;
  return item;
}

std::vector<Item> cut(std::string_view text, const PageWords& words) {
  std::vector<Item> items;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_space(c.value)) {
      space = true;
      at += c.length;
      continue;
    }
    Item item;
    if (is_digit(c.value)) {
      item = read_number(text, at);
    } else if (is_letter(c.value) && !is_ideograph_of_dates(c.value)) {
      item = read_word(text, at, words);
    } else {
      item.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + c.length)};
      item.mark = c.value;
    }
    item.space = space;
    space = false;
    at = item.span.end;
    items.push_back(std::move(item));
  }
  return items;
}

// Walks over items; every step answers whether it fitted.
class Cursor {
 public:
  Cursor(const std::vector<Item>& items, std::size_t at) : items_(items), at_(at) {}

  bool number(unsigned& value, unsigned least_digits, unsigned most_digits) {
    if (!is(Item::Kind::Number)) return false;
    const Item& item = items_[at_];
    if (item.digits < least_digits || item.digits > most_digits) return false;
    value = item.value;
    return step();
  }
  bool day(unsigned& value) { return number(value, 1, 2); }
  bool year(unsigned& value) { return number(value, 4, 4) && value >= 1800 && value <= 2100; }
  bool month_name(unsigned& value) {
    if (!is(Item::Kind::Word) || items_[at_].value == 0) return false;
    value = items_[at_].value;
    return step();
  }
  bool mark(std::u32string_view marks) {
    return is(Item::Kind::Mark) && marks.find(items_[at_].mark) != marks.npos && step();
  }
  bool word(std::string_view form) {
    return is(Item::Kind::Word) && items_[at_].word == form && step();
  }
  // "19th", "1st", "2e": letters right behind a number.
  void ordinal() {
    for (const char* ending : {"st", "nd", "rd", "th", "er", "e", "o", "a"}) {
      if (is(Item::Kind::Word) && !items_[at_].space && items_[at_].word == ending) {
        step();
        return;
      }
    }
  }
  std::size_t end() const { return items_[at_ - 1].span.end; }

 private:
  bool is(Item::Kind kind) const { return at_ < items_.size() && items_[at_].kind == kind; }
  bool step() {
    ++at_;
    return true;
  }

  const std::vector<Item>& items_;
  std::size_t at_;
};

struct Numbers {
  unsigned year = 0, month = 0, day = 0;
};

bool year_first(Cursor& cursor, Numbers& date) {
  return cursor.year(date.year) && cursor.mark(U"-/.年") && cursor.day(date.month) &&
         cursor.mark(U"-/.月") && cursor.day(date.day);
}

bool month_name_first(Cursor& cursor, Numbers& date) {
  if (!cursor.month_name(date.month)) return false;
  cursor.mark(U".");
  cursor.mark(U"-/");
  if (!cursor.day(date.day)) return false;
  cursor.ordinal();
  cursor.mark(U",-/");
  return cursor.year(date.year);
}

bool day_before_month_name(Cursor& cursor, Numbers& date) {
  if (!cursor.day(date.day)) return false;
  cursor.ordinal();
  cursor.mark(U".-/º°");
  cursor.word("of") || cursor.word("de");
  if (!cursor.month_name(date.month)) return false;
  cursor.mark(U".");
  cursor.mark(U",-/");
  cursor.word("of") || cursor.word("de") || cursor.word("del");
  return cursor.year(date.year);
}

bool day_month_in_words_of_numbers(Cursor& cursor, Numbers& date) {  // 19 tháng 8 năm 2024
  if (!cursor.day(date.day) || !cursor.word("thang") || !cursor.day(date.month)) return false;
  cursor.mark(U",");
  cursor.word("nam");
  return cursor.year(date.year);
}

bool numbers_year_last(Cursor& cursor, Numbers& date) {
  if (!cursor.day(date.day) || !cursor.mark(U"/.-") || !cursor.day(date.month) ||
      !cursor.mark(U"/.-") || !cursor.year(date.year)) {
    return false;
  }
  if (date.day <= 12 && date.month > 12) std::swap(date.day, date.month);
  return date.day > 12 || date.day == date.month;
}

constexpr std::array kShapes = {year_first, month_name_first, day_before_month_name,
                                day_month_in_words_of_numbers, numbers_year_last};

std::optional<DayFound> day_at(const std::vector<Item>& items, std::size_t at) {
  for (const auto shape : kShapes) {
    Cursor cursor(items, at);
    Numbers date;
    if (!shape(cursor, date)) continue;
    const auto when = day(static_cast<int>(date.year), date.month, date.day);
    if (when) {
      return DayFound{{items[at].span.begin, static_cast<std::uint32_t>(cursor.end())}, *when};
    }
  }
  return std::nullopt;
}

// Words of a line that say nothing but the hour.
bool is_of_clock(std::string_view word) {
  static const std::set<std::string_view> words = {
      "am",        "pm",       "a",      "p",        "m",      "at",      "on",       "gmt",
      "utc",       "ist",      "est",    "edt",      "cet",    "cest",    "bst",      "pst",
      "pdt",       "jst",      "h",      "hrs",      "mon",    "tue",     "tues",     "wed",
      "thu",       "thur",     "thurs",  "fri",      "sat",    "sun",     "monday",   "tuesday",
      "wednesday", "thursday", "friday", "saturday", "sunday", "updated", "published"};
  return words.contains(word);
}

// The part of a line between bars or wide spaces that holds the date:
// "Source: X | 2 May 2007 | Editor: Y", "Press release   2 May 2007   13:10".
Span field_around(std::string_view line, Span date) {
  Span field{0, static_cast<std::uint32_t>(line.size())};
  for (const std::string_view bar : {" | ", " \u2022 ", " \u00B7 ", "   "}) {
    const std::size_t before = line.substr(0, date.begin).rfind(bar);
    if (before != line.npos)
      field.begin = std::max(field.begin, static_cast<std::uint32_t>(before + bar.size()));
    field.end = std::min(
        field.end, static_cast<std::uint32_t>(std::min(line.find(bar, date.end), line.size())));
  }
  return field;
}

std::size_t words_beside(std::string_view line, Span field, Span date, const PageWords& words) {
  std::size_t count = 0;
  for (const Item& item : cut(line, words)) {
    const bool inside = (item.span.begin >= date.begin && item.span.end <= date.end) ||
                        item.span.begin < field.begin || item.span.end > field.end;
    if (item.kind == Item::Kind::Word && !inside && !is_of_clock(item.word)) ++count;
  }
  return count;
}

// The words before a date without the clock that may stand between label and date: "updated 23 21".
std::string label_before(std::string_view text) {
  std::string key = fold(text);
  while (!key.empty()) {
    const std::size_t space = key.rfind(' ');
    const std::string_view last = std::string_view(key).substr(space == key.npos ? 0 : space + 1);
    const bool number = last.find_first_not_of("0123456789") == last.npos;
    static const std::set<std::string_view> clock = {
        "am",      "pm",        "at",       "mon",    "tue",      "tues",  "wed",
        "thu",     "thur",      "thurs",    "fri",    "sat",      "sun",   "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (!number && !clock.contains(last)) break;
    key.erase(space == key.npos ? 0 : space);
  }
  return key;
}

// "2024/08/19" or "2024/aug/19" at item `at` of an address.
bool spread_day(const std::vector<Item>& items, std::size_t at, Numbers& date) {
  Cursor numbers(items, at);
  if (year_first(numbers, date)) return true;
  Cursor named(items, at);
  return named.year(date.year) && named.mark(U"/-") && named.month_name(date.month) &&
         named.mark(U"/-") && named.day(date.day);
}

// "(Wire)", "/WIRE/", "/WIRE correspondent A. Keller/".
std::string_view agency_of(std::string_view dateline) {
  for (const auto& [opens, closes] : {std::pair{'(', ')'}, std::pair{'/', '/'}}) {
    const std::size_t close = dateline.rfind(closes);
    if (close == dateline.npos || close == 0) continue;
    const std::size_t open = dateline.rfind(opens, close - 1);
    if (open == dateline.npos || open + 1 == close) continue;
    std::string_view agency = dateline.substr(open + 1, close - open - 1);
    agency = agency.substr(0, agency.find(" correspondent"));
    const bool name = is_upper(decode_at(agency, 0).value) && agency.size() <= 30 &&
                      agency.find_first_of("0123456789") == agency.npos;
    if (name) return agency;
  }
  return {};
}

// Are the bytes before `end` no prose, but places, an agency and a weekday: "Addis Ababa, ",
// "(Secretariat, Vienna) Thursday, "?
bool names_places(std::string_view head, std::size_t end) {
  static const std::unordered_set<std::string_view> kProse = {
      "On", "In", "At", "By", "From", "Since", "Until", "After", "Before", "During", "The", "A"};
  bool any = false;
  bool inside = false;  // brackets
  for (std::size_t at = 0; at < end;) {
    const CodePoint c = decode_at(head, at);
    inside = c.value == '(' || (inside && c.value != ')');
    if (!is_letter(c.value)) {
      at += c.length;
      continue;
    }
    std::size_t past = at;
    while (past < end && is_letter(decode_at(head, past).value))
      past += decode_at(head, past).length;
    if (!inside && (is_lower(c.value) || kProse.contains(head.substr(at, past - at)))) return false;
    any = true;
    at = past;
  }
  return any;
}

// The byte that closes the dateline at the head of a paragraph: a dash, or behind a date the
// bracket or the full stop after an agency ("VIENNA, AUGUST 28, 2017, AGENCY. On ..."); npos =
// there is none.
std::size_t end_of_dateline(std::string_view head, const PageWords& words) {
  std::size_t close = head.npos;
  for (std::string_view mark : {" - ", " – ", " — ", " -- ", "— ", "-- ", ")-", ")–", "/. "}) {
    close = std::min(close, head.find(mark));
  }
  const std::size_t open = head.find('(');
  const std::size_t bracket = open < close ? head.find(')', open) : head.npos;
  const auto found = find_day(head, words);
  if (!found) return close;
  const std::size_t date = found->span.end;
  // "VIENNA (Agency - 28 August 2017) ", "VIENNA, 28 August 2017 (Agency) "
  const bool in_bracket = open < found->span.begin && date <= bracket;
  const bool before_bracket = open < head.size() && head.substr(date, open - date) == " ";
  if (bracket != head.npos && (in_bracket || (close == head.npos && before_bracket)))
    return bracket;
  const bool behind = close < found->span.begin &&
                      head.find_first_not_of(" -\u2013\u2014", close) == found->span.begin;
  if (behind) return std::min(date, head.size() - 1);  // "VIENNA (Agency) - August 28, 2017."
  if (close != head.npos) return close;
  if (date < head.size() && head[date] == ':') return date;
  const std::size_t stop = head.find(". ", date);
  if (stop == head.npos) return stop;
  std::string_view agency = head.substr(date, stop - date);
  for (std::size_t at = 0; at < agency.size();) {
    const CodePoint c = decode_at(agency, at);
    if (is_lower(c.value)) return head.npos;
    at += c.length;
  }
  return stop;
}

}  // namespace

std::optional<DayFound> find_day(std::string_view text, const PageWords& words, std::size_t from) {
  const std::vector<Item> items = cut(text.substr(0, kLongestLine), words);
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (items[at].span.begin < from) continue;
    if (auto found = day_at(items, at)) return found;
  }
  return std::nullopt;
}

std::optional<DateLine> read_date_line(std::string_view line, const PageWords& words) {
  if (line.size() > kLongestLine) return std::nullopt;
  std::optional<DateLine> best;
  std::size_t from = 0;
  while (const auto found = find_day(line, words, from)) {
    const std::string label = label_before(line.substr(from, found->span.begin - from));
    // A label must be what is said of the date, not the end of a sentence: "a law published on May
    // 3, 2021 ..."
    const auto labelled = [&](const Phrases& phrases) {
      const std::size_t length = phrase_at_end(label, phrases);
      return length > 0 && (label.size() - length < 40);
    };
    std::optional<DateLine> here;
    if (labelled(words.byline.updated)) {
      here = DateLine{DateLine::Kind::Updated, found->when};
    } else if (labelled(words.byline.published)) {
      here = DateLine{DateLine::Kind::Published, found->when};
    } else if (words_beside(line, field_around(line, found->span), found->span, words) <= 4) {
      here = DateLine{DateLine::Kind::Plain, found->when};
    }
    if (here && (!best || here->kind < best->kind)) best = here;
    from = found->span.end;
  }
  return best;
}

std::optional<Dateline> read_dateline(std::string_view paragraph, const PageWords& words) {
  const std::string_view head = paragraph.substr(0, 120);
  const std::size_t close = end_of_dateline(head, words);
  if (close == head.npos || close == 0) return std::nullopt;
  const std::string_view before = head.substr(0, close + 1);
  std::size_t capitals = 0;  // a place in capitals opens every dateline
  for (std::size_t at = 0; at < before.size();) {
    const CodePoint c = decode_at(before, at);
    if (!is_upper(c.value)) break;
    ++capitals;
    at += c.length;
  }
  const auto date = find_day(head, words);
  const bool opened = date && date->span.end <= close && names_places(head, date->span.begin);
  if (capitals < 2 && !opened) return std::nullopt;
  Dateline result;
  if (const auto found = find_day(before, words)) result.when = found->when;
  result.agency = agency_of(before);
  return result;
}

std::optional<DateRange> day_of_url(std::string_view url, const PageWords& words) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == url.npos ? 0 : scheme + 3);
  if (path == url.npos) return std::nullopt;
  const std::string_view tail = url.substr(path, kLongestLine);
  const std::vector<Item> items = cut(tail.substr(0, tail.find_first_of("?#")), words);
  for (std::size_t at = 0; at < items.size(); ++at) {
    const Item& item = items[at];
    if (item.kind != Item::Kind::Number) continue;
    Numbers date;
    if (!spread_day(items, at, date)) {
      if (item.digits != 8) continue;
      date = {item.value / 10000, item.value / 100 % 100, item.value % 100};
    }
    if (date.year < 1990 || date.year > 2100) continue;  // an eight-digit number may be anything
    if (const auto when = day(static_cast<int>(date.year), date.month, date.day)) return when;
  }
  return std::nullopt;
}

}  // namespace entente
