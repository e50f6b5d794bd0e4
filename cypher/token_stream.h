#pragma once
// The parser's view of the tokens: looking ahead, taking, complaining, and counting how deep it is.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/error.h"
#include "cypher/lexer.h"

namespace entente::cypher {

class TokenStream {
 public:
  explicit TokenStream(std::string_view query);

  const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  bool at_end() const { return peek().kind == TokenKind::End; }
  std::size_t position() const { return at_; }

  bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  bool is_symbols(std::initializer_list<std::string_view> symbols, std::size_t ahead = 0) const;
  // `word` in capitals; the query may write it in any case.
  bool is_word(std::string_view word, std::size_t ahead = 0) const;
  bool is_name(std::size_t ahead = 0) const;  // plain or quoted

  bool accept(std::string_view symbol);
  bool accept_word(std::string_view word);
  void expect(std::string_view symbol);
  void expect_word(std::string_view word);
  std::string expect_name(std::string_view what);  // what the name is for: "a variable"

  // How many tokens ahead the bracket closes that opens `ahead` tokens from here; 0 = never.
  std::size_t closing(std::size_t ahead) const;

  // From the token at `first` to the last one taken.
  Span span_from(std::size_t first) const;
  // The tokens of span_from with one blank between.
  std::string text_from(std::size_t first) const;
  // The same as it stands in the query.
  std::string source_from(std::size_t first) const;

  [[noreturn]] void unexpected(std::string_view expected) const;
  [[noreturn]] void fail(std::string_view detail, Span where, const std::string& message) const;
  std::string_view query() const { return query_; }

 private:
  std::string_view query_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> closing_;  // by token: the index of its closing bracket; 0 = none
  std::size_t at_ = 0;
};

}  // namespace entente::cypher
