// Raw lines -> logical lines. Whether a paragraph was wrapped by hand is decided by the widths of
// the whole file: a line is joined with the next when that one's first word would not have fitted
// any more, or goes on in lower case.

#include "extract/lines.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::uint32_t kNarrowest = 30;  // columns of a text wrapped by hand
constexpr std::uint32_t kWidest = 130;
constexpr std::ptrdiff_t kWordsBesideLink = 8;
constexpr std::uint32_t kDeepest = 8;  // columns by which a list's lines are indented

struct RawLine {
  Span span;  // trimmed
  std::uint32_t number = 0;
  PageLine::Mark mark = PageLine::Mark::None;
  std::uint32_t indent = 0;      // columns before it, where they are few
  std::uint32_t width = 0;       // code points, without these
  std::uint32_t first_word = 0;  // code points
  bool starts_lower = false;
  bool starts_byline = false;  // "by Jane Example": a headline ends before it
  bool link = false;           // hardly more than an address, which nothing wraps
  bool number_alone = false;   // of a page
  bool after_gap = true;       // an empty line or the beginning stands before it
};

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Bytes of a list mark with the space behind it: "• ", "- ", "* ", "12. ", "3) "; 0 = none.
std::uint32_t item_mark(std::string_view line) {
  for (std::string_view bullet :
       {"•", "·", "●", "▪", "■", "◦", "‣", "►", "▶", "➤", "○", "*", "-"}) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t next = line.find_first_not_of(" \t", bullet.size());
    const bool ascii = bullet.size() == 1;
    if (next != line.npos && (!ascii || next > bullet.size())) {
      return static_cast<std::uint32_t>(next);
    }
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  if (digits == 0 || digits + 1 >= line.size()) return 0;
  const bool marked = (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  if (!marked) return 0;
  const std::size_t next = line.find_first_not_of(' ', digits + 1);
  return next == line.npos ? 0 : static_cast<std::uint32_t>(next);
}

std::uint32_t heading_mark(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6 || level >= line.size() || line[level] != ' ') return 0;
  const std::size_t next = line.find_first_not_of(' ', level);
  return next == line.npos ? 0 : static_cast<std::uint32_t>(next);
}

bool is_rule(std::string_view line) {
  return line.find_first_not_of("=-_*~+# \t") == line.npos ||
         (line.size() >= 3 && line.starts_with("```"));
}

void take_marks(std::string_view text, RawLine& raw) {
  std::string_view line = slice(text, raw.span);
  if (is_rule(line)) {
    raw.mark = PageLine::Mark::Rule;
    return;
  }
  if (line.starts_with("> ")) {
    raw.span = trim(text, {raw.span.begin + 2, raw.span.end});
    line = slice(text, raw.span);
  }
  if (const std::uint32_t heading = heading_mark(line)) {
    raw.mark = PageLine::Mark::Heading;
    raw.span = trim(text, {raw.span.begin + heading, raw.span.end});
  } else if (const std::uint32_t item = item_mark(line)) {
    raw.mark = PageLine::Mark::Item;
    raw.span = trim(text, {raw.span.begin + item, raw.span.end});
  }
}

bool is_byline(std::string_view line) {
  return line.size() < 100 && line.starts_with("by ") && is_upper(decode_at(line, 3).value);
}

RawLine measure_raw(std::string_view text, Span span, std::uint32_t number, bool after_gap) {
  RawLine raw{.span = span, .number = number, .after_gap = after_gap};
  raw.width = code_points(slice(text, span));
  take_marks(text, raw);
  const std::string_view line = slice(text, raw.span);
  raw.first_word = code_points(line.substr(0, line.find_first_of(" \t")));
  raw.starts_lower = !line.empty() && is_lower(decode_at(line, 0).value);
  raw.starts_byline = is_byline(line);
  raw.link = line.find("://") != line.npos &&
             std::count(line.begin(), line.end(), ' ') <= kWordsBesideLink;
  raw.number_alone = line.size() <= 4 && line.find_first_not_of("0123456789") == line.npos;
  return raw;
}

std::vector<RawLine> raw_lines(std::string_view text, std::size_t from) {
  std::vector<RawLine> lines;
  std::uint32_t number =
      1 + static_cast<std::uint32_t>(
              std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(from), '\n'));
  bool gap = true;
  for (std::size_t begin = from; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_line_end(text[end])) ++end;
    const Span span =
        trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.begin < span.end) {
      RawLine raw = measure_raw(text, span, number, gap);
      const std::uint32_t before = span.begin - static_cast<std::uint32_t>(begin);
      if (before <= kDeepest) raw.indent = before;
      if (raw.span.begin < raw.span.end) lines.push_back(raw);
      gap = false;
    } else {
      gap = true;
    }
    const bool pair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (pair ? 2 : 1);
    ++number;
  }
  return lines;
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U'»' || c == U')' || c == U']' ||
         c == U'」' || c == U'』' || c == U'*' || c == U'_';
}

PageLine::Ending ending_of(std::string_view line) {
  bool quote = false;
  std::size_t end = line.size();
  while (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && (line[begin] & 0xC0) == 0x80) --begin;
    const char32_t c = decode_at(line, begin).value;
    if (c == U'.' || c == U'。' || c == U'．' || c == U'।' || c == U'۔') {
      const bool ellipsis = begin >= 2 && line.substr(begin - 2, 3) == "...";
      return ellipsis ? PageLine::Ending::Weak : PageLine::Ending::Stop;
    }
    if (c == U'?' || c == U'!' || c == U'…' || c == U':' || c == U'？' || c == U'！' || c == U'؟') {
      return PageLine::Ending::Weak;
    }
    if (c == U'■' || c == U'□' || c == U'◼') {  // the end of a wire story
      end = begin;
      while (end > 0 && line[end - 1] == ' ') --end;
      continue;
    }
    if (!is_closing(c)) break;
    quote = quote || (c != U')' && c != U']' && c != U'*' && c != U'_');
    end = begin;
  }
  return quote ? PageLine::Ending::Weak : PageLine::Ending::None;
}

bool ends_sentence(std::string_view line) { return ending_of(line) == PageLine::Ending::Stop; }

bool may_continue(const RawLine& line, const RawLine& next) {
  return !next.after_gap && next.mark == PageLine::Mark::None && !line.number_alone &&
         !next.number_alone && line.mark != PageLine::Mark::Rule &&
         line.mark != PageLine::Mark::Heading;
}

bool next_word_fits(const RawLine& line, const RawLine& next, std::uint32_t width) {
  return line.indent + line.width + 1 + next.first_word <= width;
}

// The column at which the file is wrapped; nullopt where lines are paragraphs.
std::optional<std::uint32_t> wrap_width(std::string_view text, const std::vector<RawLine>& lines) {
  std::uint32_t width = 0;
  std::size_t all = 0;
  std::size_t wide = 0;  // of all code points, those in lines that nobody wrapped
  for (const RawLine& line : lines) {
    if (line.link) continue;
    all += line.width;
    if (line.width > kWidest) wide += line.width;
    if (line.width <= kWidest) width = std::max(width, line.width);
  }
  if (width < kNarrowest || wide * 20 > all) return std::nullopt;
  std::size_t open = 0;  // lines that end in the middle of a sentence ...
  std::size_t full = 0;  // ... because the next word did not fit
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_continue(lines[i], lines[i + 1]) || ends_sentence(slice(text, lines[i].span)))
      continue;
    ++open;
    if (!next_word_fits(lines[i], lines[i + 1], width - 2)) ++full;
  }
  if (full < 2 || full * 2 < open) return std::nullopt;
  return width - 2;
}

bool joins(std::string_view text, const RawLine& line, const RawLine& next,
           std::optional<std::uint32_t> width) {
  if (!may_continue(line, next)) return false;
  if (width && !next_word_fits(line, next, *width)) return true;
  return next.starts_lower && !next.starts_byline && line.width >= kNarrowest &&
         !ends_sentence(slice(text, line.span));
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

void count_words(std::string_view line, PageLine& result) {
  std::uint32_t ideographs = 0;
  bool inside = false;
  bool begun = false;  // a letter of this word was seen
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode_at(line, at);
    at += c.length;
    if (is_space(c.value)) {
      inside = begun = false;
    } else if (is_ideograph(c.value)) {
      ++ideographs;
    } else if (is_letter(c.value) || is_digit(c.value)) {
      if (!inside) ++result.words;
      if (!begun && is_lower(c.value)) ++result.lower_words;
      inside = begun = true;
    }
  }
  result.words += ideographs / 2;
  result.lower_words += ideographs / 2;
}

}  // namespace

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = decode_at(text, span.begin);
    if (!is_space(c.value) && c.value != 0xFEFF) break;
    span.begin += c.length;
  }
  while (span.end > span.begin) {
    std::uint32_t at = span.end - 1;
    while (at > span.begin && (text[at] & 0xC0) == 0x80) --at;
    const CodePoint c = decode_at(text, at);
    if (at + c.length != span.end || (!is_space(c.value) && c.value != 0xFEFF)) break;
    span.end = at;
  }
  return {span.begin, std::max(span.begin, span.end)};
}

PageLine measure_line(std::string_view text, Span span, std::uint32_t number) {
  PageLine line;
  line.span = span;
  line.number = number;
  const std::string_view bytes = slice(text, span);
  line.ending = ending_of(bytes);
  count_words(bytes, line);
  line.key = fold(bytes);
  return line;
}

std::vector<PageLine> read_lines(std::string_view text, std::size_t from) {
  const std::vector<RawLine> raw = raw_lines(text, from);
  const std::optional<std::uint32_t> width = wrap_width(text, raw);
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    Span span = raw[i].span;
    std::size_t last = i;
    while (last + 1 < raw.size() && joins(text, raw[last], raw[last + 1], width)) ++last;
    span.end = raw[last].span.end;
    PageLine line = measure_line(text, span, raw[i].number);
    line.mark = raw[i].mark;
    line.after_gap = raw[i].after_gap;
    lines.push_back(std::move(line));
    i = last;
  }
  return lines;
}

bool has_inner_stop(std::string_view line) {
  for (std::size_t at = line.find(". "); at != line.npos; at = line.find(". ", at + 1)) {
    if (at < 3 || at + 2 >= line.size()) continue;
    const bool word = line[at - 1] >= 'a' && line[at - 1] <= 'z' && line[at - 2] >= 'a' &&
                      line[at - 2] <= 'z' && line[at - 3] >= 'a' && line[at - 3] <= 'z';
    if (word && is_upper(decode_at(line, at + 2).value)) return true;
  }
  return line.find("。") != line.npos && line.find("。") + 3 < line.size();
}

}  // namespace entente
