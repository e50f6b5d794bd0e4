#pragma once
// Query text to tokens. Blanks and comments fall away; every token is a view into the text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente::cypher {

enum class TokenKind : std::uint8_t {
  End,
  Name,        // keywords are names, too: only the parser knows which
  QuotedName,  // `any name`
  Integer,     // 12, 0x1A, 0o17
  Float,       // 1.5, 1e9, .5
  BadNumber,   // 12h3
  String,      // with its quotes
  Parameter,   // $name
  Symbol
};

struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view text;
  Span span;
};

// Ends with a token of kind End. Throws QueryError for a character that begins no token and for
// quotes or comments without end.
std::vector<Token> lex(std::string_view query);

// The text of a String, QuotedName or Parameter without quotes, escapes and dollar.
// Throws QueryError (InvalidUnicodeLiteral) for \u without four hexadecimal digits.
std::string content(std::string_view query, const Token& token);

}  // namespace entente::cypher
