#include "cypher/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "cypher/error.h"

namespace entente::cypher {
namespace {

bool is_name_start(char32_t c) { return is_letter(c) || c == '_'; }
bool is_name_part(char32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_digit_char(char c) { return '0' <= c && c <= '9'; }
bool is_hex(char c) { return is_digit_char(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    for (;;) {
      skip_blanks();
      tokens.push_back(next());
      if (tokens.back().kind == TokenKind::End) return tokens;
    }
  }

 private:
  char at(std::size_t i) const { return i < query_.size() ? query_[i] : '\0'; }
  bool done() const { return at_ >= query_.size(); }

  [[noreturn]] void fail(std::size_t where, std::string_view detail, const std::string& message) {
    const auto begin = static_cast<std::uint32_t>(where);
    throw QueryError(ErrorType::SyntaxError, Phase::Compile, detail, query_, {begin, begin},
                     message);
  }

  Token token(TokenKind kind, std::size_t begin) const {
    return {kind,
            query_.substr(begin, at_ - begin),
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}};
  }

  void skip_blanks() {
    while (!done()) {
      const CodePoint c = decode_at(query_, at_);
      if (is_space(c.value)) {
        at_ += c.length;
      } else if (query_.substr(at_, 2) == "//") {
        at_ = std::min(query_.find('\n', at_), query_.size());
      } else if (query_.substr(at_, 2) == "/*") {
        const std::size_t end = query_.find("*/", at_ + 2);
        if (end == std::string_view::npos) {
          fail(at_, "UnexpectedSyntax", "found a comment without end, expected \"*/\"");
        }
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  Token next() {
    const std::size_t begin = at_;
    if (done()) return token(TokenKind::End, begin);
    const char c = query_[at_];
    if (is_digit_char(c) || (c == '.' && is_digit_char(at(at_ + 1)))) return number();
    if (c == '\'' || c == '"') return quoted(TokenKind::String, c);
    if (c == '`') return quoted(TokenKind::QuotedName, c);
    if (c == '$') return parameter();
    if (is_name_start(decode_at(query_, at_).value)) {
      take_name();
      return token(TokenKind::Name, begin);
    }
    return symbol();
  }

  void take_name() {
    while (!done()) {
      const CodePoint c = decode_at(query_, at_);
      if (!is_name_part(c.value)) return;
      at_ += c.length;
    }
  }

  void take_digits() {
    while (is_digit_char(at(at_)) || (at(at_) == '_' && is_digit_char(at(at_ + 1)))) ++at_;
  }

  Token number() {
    const std::size_t begin = at_;
    TokenKind kind = TokenKind::Integer;
    const char second = at(begin + 1);
    if (at(begin) == '0' && (second == 'x' || second == 'X' || second == 'o')) {
      at_ += 2;
      const std::size_t digits = at_;
      while (second == 'o' ? '0' <= at(at_) && at(at_) <= '7' : is_hex(at(at_))) ++at_;
      if (at_ == digits) kind = TokenKind::BadNumber;
    } else {
      take_digits();
      if (at(at_) == '.' && is_digit_char(at(at_ + 1))) {
        kind = TokenKind::Float;
        ++at_;
        take_digits();
      }
      const bool sign = at(at_ + 1) == '-' || at(at_ + 1) == '+';
      if ((at(at_) == 'e' || at(at_) == 'E') && is_digit_char(at(at_ + (sign ? 2 : 1)))) {
        kind = TokenKind::Float;
        at_ += sign ? 2 : 1;
        take_digits();
      }
    }
    const std::size_t end = at_;
    take_name();
    if (at_ != end) kind = TokenKind::BadNumber;  // letters stick to it
    return token(kind, begin);
  }

  // Names double their quote to write it; strings escape it.
  Token quoted(TokenKind kind, char quote) {
    const std::size_t begin = at_++;
    while (at(at_) != quote || (quote == '`' && at(at_ + 1) == quote)) {
      at_ += (quote == '`' ? at(at_) == quote : at(at_) == '\\') ? 2 : 1;
      if (at_ >= query_.size()) {
        fail(begin, "UnexpectedSyntax",
             std::string("found a quote without end, expected another ") + quote);
      }
    }
    ++at_;
    return token(kind, begin);
  }

  Token parameter() {
    const std::size_t begin = at_++;
    if (at(at_) == '`') {
      quoted(TokenKind::QuotedName, '`');
    } else {
      take_name();
    }
    if (at_ == begin + 1)
      fail(begin, "UnexpectedSyntax", "found \"$\", expected a parameter's name");
    return token(TokenKind::Parameter, begin);
  }

  Token symbol() {
    static constexpr std::array<std::string_view, 7> kPairs = {"<=", ">=", "<>", "=~",
                                                               "..", "+=", "||"};
    static constexpr std::string_view kSingles = "()[]{}<>=+-*/%^.,:;|&!";
    const std::size_t begin = at_;
    if (std::ranges::count(kPairs, query_.substr(at_, 2)) > 0) {
      at_ += 2;
    } else if (kSingles.find(query_[at_]) != std::string_view::npos) {
      at_ += 1;
    } else {
      const CodePoint c = decode_at(query_, at_);
      fail(at_, c.value < 0x80 ? "UnexpectedSyntax" : "InvalidUnicodeCharacter",
           "found the character \"" + printable(query_.substr(at_, c.length)) +
               "\", which begins nothing in Cypher");
    }
    return token(TokenKind::Symbol, begin);
  }

  std::string_view query_;
  std::size_t at_ = 0;
};

// The code point of \uXXXX or \UXXXXXX, from its hexadecimal digits.
std::optional<char32_t> parse_hex(std::string_view digits, std::size_t length) {
  std::uint32_t value = 0;
  if (digits.size() < length) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + length, value, 16);
  if (error != std::errc() || end != digits.data() + length) return std::nullopt;
  if (value > 0x10FFFF || (0xD800 <= value && value <= 0xDFFF)) return std::nullopt;
  return value;
}

char escaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    default:
      return c;
  }
}

std::string string_content(std::string_view query, const Token& token) {
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\' || i + 1 == inner.size()) {
      out += inner[i];
      continue;
    }
    ++i;
    if (inner[i] != 'u' && inner[i] != 'U') {
      out += escaped(inner[i]);
      continue;
    }
    const std::size_t length = inner[i] == 'u' ? 4 : 6;
    const auto code_point = parse_hex(inner.substr(i + 1), length);
    if (!code_point) {
      const auto where = static_cast<std::uint32_t>(token.span.begin + i);
      throw QueryError(ErrorType::SyntaxError, Phase::Compile, "InvalidUnicodeLiteral", query,
                       {where, where + 2},
                       "expected the " + std::to_string(length) +
                           " hexadecimal digits of a character after \\" + inner[i]);
    }
    append_utf8(out, *code_point);
    i += length;
  }
  return out;
}

std::string name_content(std::string_view quoted) {
  std::string out;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    out += quoted[i];
    if (quoted[i] == '`') ++i;
  }
  return out;
}

}  // namespace

std::vector<Token> lex(std::string_view query) { return Lexer(query).run(); }

std::string content(std::string_view query, const Token& token) {
  switch (token.kind) {
    case TokenKind::String:
      return string_content(query, token);
    case TokenKind::QuotedName:
      return name_content(token.text);
    case TokenKind::Parameter:
      return token.text.size() > 1 && token.text[1] == '`' ? name_content(token.text.substr(1))
                                                           : std::string(token.text.substr(1));
    default:
      return std::string(token.text);
  }
}

}  // namespace entente::cypher
