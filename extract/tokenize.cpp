// One pass over the bytes of each block. A token is recognised by its first character: a word or
// number that may go on over marks inside it (hyphen, apostrophe, full stop, separators of digits),
// or a mark. Every look ahead is bounded, so that the time is linear in the text, whatever it
// holds. Tested by tests/extract/tokenize_test.cpp.

#include "extract/tokenize.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/glyph.h"
#include "extract/sentence_starts.h"

namespace entente {
namespace {

constexpr std::size_t kLongestAbbreviation = 12;  // bytes
constexpr std::size_t kLongestMailbox = 64;       // bytes before the '@'
constexpr std::size_t kLongestHost = 255;         // bytes after it

using Kind = GlyphKind;

class Scanner {
 public:
  Scanner(std::string_view text, const Abbreviations& abbreviations, std::vector<Token>& tokens)
      : text_(text), abbreviations_(abbreviations), tokens_(tokens) {}

  void scan(Span block) {
    begin_ = block.begin;
    end_ = block.end;
    for (std::size_t at = begin_; at < end_;) {
      const Glyph first = glyph(at);
      const std::size_t stop = first.kind == Kind::Space ? at + first.length : token_end(at, first);
      if (first.kind != Kind::Space) push(at, stop);
      at = stop;
    }
  }

 private:
  // Looking at characters. All positions are bytes; at or past `end_` there is nothing.
  Glyph glyph(std::size_t at) const;
  char byte(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }
  bool word_at(std::size_t at) const;
  bool digit_at(std::size_t at) const { return byte(at) >= '0' && byte(at) <= '9'; }
  bool digits(std::size_t begin, std::size_t end) const;
  bool touches_token(std::size_t at) const {
    return at > begin_ && !tokens_.empty() && tokens_.back().span.end == at;
  }
  bool upper_at(std::size_t at) const { return at < end_ && is_upper(glyph(at).value); }
  bool starts_with(std::size_t at, std::string_view word) const;
  bool one_letter(std::size_t begin, std::size_t end) const;
  std::size_t skip_word(std::size_t at) const;
  std::size_t skip_spaces(std::size_t at) const;

  // Where a token that begins at `at` ends.
  std::size_t token_end(std::size_t at, Glyph first) const;
  std::size_t symbol_end(std::size_t at, Glyph first) const;
  std::size_t word_token_end(std::size_t start) const;
  std::size_t date_end(std::size_t start) const;
  std::size_t url_end(std::size_t at) const;

  // What a word may go on over. Each returns the byte where the word goes on, `at` when it ends
  // there.
  struct Word {
    std::size_t start = 0;  // first byte of the token
    std::size_t piece = 0;  // first byte after the last mark inside it
    bool numeric = false;   // only digits and their separators so far
    bool dotted = false;    // lower-case pieces joined by a full stop: "example.org"
    bool complete = false;  // nothing is added to it any more
  };
  static std::size_t complete(Word& word, std::size_t at) {
    word.complete = true;
    return at;
  }
  std::size_t over_mark(Word& word, std::size_t at) const;
  std::size_t over_dot(Word& word, std::size_t at) const;
  std::size_t over_inner_dot(Word& word, std::size_t at) const;
  std::size_t over_apostrophe(const Word& word, std::size_t at, Glyph mark) const;
  bool digits_go_on(std::size_t at) const;
  std::size_t mail_end(std::size_t at) const;
  std::size_t clitic_end(std::size_t at) const;
  bool keeps_dot(std::size_t start, std::size_t at) const;
  bool ends_name(std::size_t at) const;
  bool initial_keeps_dot(std::size_t start, std::size_t at) const;

  void push(std::size_t begin, std::size_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.lower = lower_token(text_.substr(begin, end - begin));
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  const Abbreviations& abbreviations_;
  std::vector<Token>& tokens_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

Glyph Scanner::glyph(std::size_t at) const {
  const auto c = static_cast<unsigned char>(text_[at]);
  if (c < 0x80) return {c, 1, ascii_kind(c)};
  const CodePoint code = decode_at(text_.substr(0, end_), at);
  return {code.value, code.length, glyph_kind(code.value)};
}

bool Scanner::word_at(std::size_t at) const {
  if (at >= end_) return false;
  const Kind kind = glyph(at).kind;
  return kind == Kind::Letter || kind == Kind::Digit;
}

bool Scanner::digits(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    if (!digit_at(at)) return false;
  }
  return begin < end;
}

bool Scanner::starts_with(std::size_t at, std::string_view word) const {
  return text_.substr(0, end_).substr(std::min(at, end_), word.size()) == word;
}

bool Scanner::one_letter(std::size_t begin, std::size_t end) const {
  if (begin >= end) return false;
  const Glyph first = glyph(begin);
  return first.kind == Kind::Letter && begin + first.length == end;
}

std::size_t Scanner::skip_word(std::size_t at) const {
  while (at < end_) {
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) {
      if (ascii_kind(c) != Kind::Letter && ascii_kind(c) != Kind::Digit) return at;
      ++at;
      continue;
    }
    const Glyph next = glyph(at);
    if (next.kind != Kind::Letter) return at;
    at += next.length;
  }
  return at;
}

std::size_t Scanner::skip_spaces(std::size_t at) const {
  // A handful: who follows farther away does not tell what stands here.
  for (int i = 0; i < 4 && at < end_ && glyph(at).kind == Kind::Space; ++i) at += glyph(at).length;
  return at;
}

std::size_t Scanner::token_end(std::size_t at, Glyph first) const {
  if (first.kind == Kind::Letter || first.kind == Kind::Digit) return word_token_end(at);
  if (first.value == '.' && digit_at(at + 1) && !touches_token(at)) {
    return word_token_end(at + 1);  // ".5"
  }
  if (is_apostrophe(first.value) && first.value != 0x2018 && touches_token(at)) {
    if (const std::size_t stop = clitic_end(at); stop != at) return stop;
  }
  const bool tag = first.value == '#' || first.value == '@';
  if (tag && word_at(at + 1) && !digit_at(at + 1)) return skip_word(at + 1);
  return symbol_end(at, first);
}

// Marks stand alone, but for runs ("...", "--", "?!"), pairs ('' and ``) and what is written over
// the mark before it. Four or more of any one mark are no punctuation: a rule, a blank to fill in,
// an attack.
std::size_t Scanner::symbol_end(std::size_t at, Glyph first) const {
  const char c = text_[at];
  std::size_t stop = at + first.length;
  if (c == '!' || c == '?') {
    while (byte(stop) == '!' || byte(stop) == '?') ++stop;
    return stop;
  }
  // By code points: a stray byte may be the first of a whole character after it.
  while (stop < end_ && glyph(stop).value == first.value && glyph(stop).length == first.length) {
    stop += first.length;
  }
  const std::size_t count = (stop - at) / first.length;
  const bool pair = (c == '\'' || c == '`') && count == 2;
  const bool run = first.length == 1 && !is_quote(first.value) && !is_bracket(first.value) &&
                   c != ',' && c != ';' && c != '$' && c != '%';
  if (count > 3 || pair || run) return stop;
  stop = at + first.length;
  while (stop < end_ && static_cast<unsigned char>(text_[stop]) >= 0x80 &&
         is_mark_or_joiner(glyph(stop).value)) {
    stop += glyph(stop).length;
  }
  return stop;
}

std::size_t Scanner::word_token_end(std::size_t start) const {
  Word word{start, start, digit_at(start), false, false};
  if (word.numeric) {
    if (const std::size_t stop = date_end(start); stop != start) return stop;
  }
  std::size_t at = skip_word(start);
  while (at < end_) {
    word.numeric = word.numeric && digits(word.piece, at);
    const std::size_t next = over_mark(word, at);
    if (next <= at || word.complete) return next;
    word.piece = next;
    at = skip_word(next);
  }
  return at;
}

std::size_t Scanner::over_mark(Word& word, std::size_t at) const {
  const Glyph mark = glyph(at);
  if (mark.kind == Kind::Space) return at;
  if (mark.value == '.') return over_dot(word, at);
  if (is_apostrophe(mark.value)) return over_apostrophe(word, at, mark);
  const std::size_t after = at + mark.length;
  if (mark.value == ':' && starts_with(at, "://")) return complete(word, url_end(at));
  if (mark.value == '@') return complete(word, mail_end(at));
  if (mark.value == '/' && word.dotted && word_at(after)) return complete(word, url_end(at));
  if (!word_at(after)) return at;
  if (is_hyphen(mark.value)) return word.numeric && digit_at(after) ? at : after;
  if (mark.value == '&' && !digit_at(at - 1) && !digit_at(after)) return after;
  if ((mark.value == ',' || mark.value == ':') && word.numeric && digits_go_on(at)) return after;
  return at;
}

// After a separator inside digits: "6,850", "1,00,000", "23:56".
bool Scanner::digits_go_on(std::size_t at) const {
  std::size_t count = 0;
  while (count < 4 && digit_at(at + 1 + count)) ++count;
  if (text_[at] == ':') return count == 2;
  return count == 3 || (count == 2 && byte(at + 3) == ',' && digit_at(at + 4));
}

std::size_t Scanner::over_dot(Word& word, std::size_t at) const {
  if (digit_at(at + 1) && word.numeric) return at + 1;
  if (word_at(at + 1)) return over_inner_dot(word, at);
  const bool ellipsis = byte(at + 1) == '.';
  if (word.start + 3 == at && lower_token(text_.substr(word.start, 3)) == "www") return at;
  if (!ellipsis && keeps_dot(word.start, at)) return at + 1;
  return at;
}

// A full stop between two letters or digits: "U.S", "example.org", "Mr.Smith", "ties.The".
std::size_t Scanner::over_inner_dot(Word& word, std::size_t at) const {
  if (word.start + 3 == at && lower_token(text_.substr(word.start, 3)) == "www")
    return complete(word, url_end(at));
  const std::size_t after = at + 1;
  const Glyph next = glyph(after);
  const bool next_is_one = next.kind == Kind::Letter && !word_at(after + next.length);
  if (one_letter(word.piece, at)) {
    if (next_is_one) return after;
    if (word.piece != word.start && !word.dotted)
      return complete(word, at + 1);  // "U.S.The": the full stop, and no more
  }
  if (next_is_one && byte(after + next.length) == '.' && !word.numeric) return after;  // "Ph.D."
  if (const std::size_t stop = mail_end(at); stop != at) return complete(word, stop);
  if (!word.numeric && is_lower(next.value)) {
    word.dotted = true;
    return after;
  }
  return complete(word, keeps_dot(word.start, at) ? at + 1 : at);
}

std::size_t Scanner::over_apostrophe(const Word& word, std::size_t at, Glyph mark) const {
  const std::size_t after = at + mark.length;
  if (!word_at(after) || clitic_end(at) != at) return at;
  const bool negation =
      ascii_lower(text_[at - 1]) == 'n' && ascii_lower(text_[after]) == 't' && !word_at(after + 1);
  if (negation && at - 1 > word.start) return at - 1;  // do n't
  return after;
}

// From an apostrophe over 's 're 've 'll 'm 'd, where no word follows.
std::size_t Scanner::clitic_end(std::size_t at) const {
  const std::size_t after = at + glyph(at).length;
  const char first = ascii_lower(byte(after));
  const char second = ascii_lower(byte(after + 1));
  if ((first == 's' || first == 'm' || first == 'd') && !word_at(after + 1)) return after + 1;
  const bool two = (first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
                   (first == 'l' && second == 'l');
  return two && !word_at(after + 2) ? after + 2 : at;
}

// From inside a mail box's name, at '@' or a full stop before it, to the end of the address.
std::size_t Scanner::mail_end(std::size_t at) const {
  const auto in_name = [](char c) {
    const Kind kind = static_cast<unsigned char>(c) < 0x80
                          ? ascii_kind(static_cast<unsigned char>(c))
                          : Kind::Symbol;
    return kind == Kind::Letter || kind == Kind::Digit || c == '.' || c == '-' || c == '+';
  };
  std::size_t stop = at;
  while (stop - at < kLongestMailbox && in_name(byte(stop))) ++stop;
  if (byte(stop) != '@') return at;
  bool dot = false;
  const std::size_t host = ++stop;
  while (stop - host < kLongestHost && in_name(byte(stop))) dot = byte(stop++) == '.' || dot;
  while (stop > host && !word_at(stop - 1)) --stop;
  return dot && stop > host ? stop : at;
}

// "2024-08-19", "2024/08/19", "19/08/2024", "8/19/24" with nothing that would make it part of a
// longer number.
std::size_t Scanner::date_end(std::size_t start) const {
  std::size_t at = start;
  std::array<std::size_t, 3> lengths{};
  const char separator = [&] {
    std::size_t first = start;
    while (first - start < 5 && digit_at(first)) ++first;
    return byte(first);
  }();
  if (separator != '-' && separator != '/') return start;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0 && byte(at++) != separator) return start;
    while (lengths[i] < 5 && digit_at(at)) ++at, ++lengths[i];
  }
  const bool short_middle = lengths[1] == 1 || lengths[1] == 2;
  const bool year_first = lengths[0] == 4 && (lengths[2] == 1 || lengths[2] == 2);
  const bool year_last =
      lengths[0] <= 2 && (lengths[2] == 4 || (lengths[2] == 2 && separator == '/'));
  if (lengths[0] == 0 || !short_middle || (!year_first && !year_last)) return start;
  const bool ends = !digit_at(at) && byte(at) != separator && (!word_at(at) || byte(at) == 'T');
  return ends ? at : start;
}

// From "://" or inside a host's name to the end of the address, without the marks of the sentence
// around it.
std::size_t Scanner::url_end(std::size_t at) const {
  const std::size_t from = at;
  bool bracket = false;
  while (at < end_) {
    const Glyph next = glyph(at);
    if (next.kind == Kind::Space || next.value == '<' || next.value == '>' ||
        (is_quote(next.value) && next.value != '\'')) {
      break;
    }
    bracket = bracket || next.value == '(';
    at += next.length;
  }
  constexpr std::string_view trailing = ".,;:!?'*";
  while (at > from + 1) {
    const char last = text_[at - 1];
    const bool closing = last == ']' || last == '}' || (last == ')' && !bracket);
    if (!closing && trailing.find(last) == std::string_view::npos) break;
    --at;
  }
  return at;
}

// Whether the full stop at `at` belongs to the word before it.
bool Scanner::keeps_dot(std::size_t start, std::size_t at) const {
  if (at - start > kLongestAbbreviation) return false;
  const std::string_view word = text_.substr(start, at - start);
  if (const Glyph first = glyph(start); first.kind != Kind::Letter) return false;
  if (one_letter(start, at) && upper_at(start)) return initial_keeps_dot(start, at);
  const std::string form = lower_token(word);
  if (const std::size_t dot = form.rfind('.'); dot != std::string::npos && dot > 0) {
    if (form.size() - dot == 2 || abbreviations_.other.contains(form))
      return true;  // "u.s", "ph.d"
  }
  if (byte(at + 1) == ',' || byte(at + 1) == ';')
    return true;  // only an abbreviation is followed so
  const std::string_view last = std::string_view(form).substr(form.rfind('-') + 1);  // "lt.-gen"
  const bool capital = upper_at(start) || upper_at(at - last.size());                // "then-Gov."
  if (capital && abbreviations_.before_name.contains(last)) return !ends_name(at);
  if (abbreviations_.other.contains(last)) return true;
  return abbreviations_.before_number.contains(last) && digit_at(skip_spaces(at + 1));
}

// "Hun Sen." at the end of a block or before "The": the word is a name's last, no title.
bool Scanner::ends_name(std::size_t at) const {
  const std::size_t next = skip_spaces(at + 1);
  if (next >= end_) return true;
  const std::string low = lower_token(text_.substr(next, skip_word(next) - next));
  const bool begins = low.size() > 2 || low == "he" || low == "it" || low == "in";
  if (!begins || !upper_at(next) || !starts_sentences(low)) return false;
  if (tokens_.empty() || tokens_.back().span.begin < begin_) return false;
  const Token& before = tokens_.back();
  return upper_at(before.span.begin) && !before.lower.ends_with('.');
}

// "J. Smith", but not the end of "vitamin C.", "Plan B. The ..." or "than I. He ...".
bool Scanner::initial_keeps_dot(std::size_t start, std::size_t at) const {
  const std::size_t next = skip_spaces(at + 1);
  if (next >= end_) return false;
  const Glyph first = glyph(next);
  if (first.kind == Kind::Digit) return text_[start] == 'p' || text_[start] == 'P';
  if (first.kind != Kind::Letter) return byte(at + 1) == ',' || byte(at + 1) == '-';
  const std::size_t stop = std::min(skip_word(next), next + kLongestAbbreviation);
  if (one_letter(next, stop) && byte(stop) == '.') return true;  // "J. A. Smith"
  return !(upper_at(next) && starts_sentences(lower_token(text_.substr(next, stop - next))));
}

}  // namespace

void tokenize(Document& document, const Abbreviations& abbreviations) {
  document.tokens.clear();
  document.tokens.reserve(document.article.text.size() / 5);
  Scanner scanner(document.article.text, abbreviations, document.tokens);
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::Body || block.kind == BlockKind::Item ||
        block.kind == BlockKind::Caption)
      scanner.scan(block.span);
  }
}

}  // namespace entente
