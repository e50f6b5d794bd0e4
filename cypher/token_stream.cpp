#include "cypher/token_stream.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::cypher {
namespace {

char upper(char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// For each opening bracket the index of the one that closes it.
std::vector<std::size_t> match_brackets(const std::vector<Token>& tokens) {
  std::vector<std::size_t> closing(tokens.size(), 0);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Symbol) continue;
    const char c = tokens[i].text[0];
    if (c == '(' || c == '[' || c == '{') {
      open.push_back(i);
    } else if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
      closing[open.back()] = i;
      open.pop_back();
    }
  }
  return closing;
}

// A token as it is shown in a message: on one line, and not endless.
std::string shown(const Token& token) {
  if (token.kind == TokenKind::End) return "the end of the query";
  const std::string text = printable(token.text.substr(0, 40));
  return "\"" + text + (token.text.size() > 40 ? "...\"" : "\"");
}

}  // namespace

TokenStream::TokenStream(std::string_view query)
    : query_(query), tokens_(lex(query)), closing_(match_brackets(tokens_)) {}

const Token& TokenStream::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& TokenStream::take() {
  const Token& token = peek();
  if (token.kind != TokenKind::End) ++at_;
  return token;
}

bool TokenStream::is_symbol(std::string_view symbol, std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::Symbol && peek(ahead).text == symbol;
}

bool TokenStream::is_symbols(std::initializer_list<std::string_view> symbols,
                             std::size_t ahead) const {
  return std::ranges::all_of(symbols, [&](std::string_view s) { return is_symbol(s, ahead++); });
}

bool TokenStream::is_word(std::string_view word, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::Name &&
         std::ranges::equal(token.text, word, {}, [](char c) { return upper(c); });
}

bool TokenStream::is_name(std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::Name || peek(ahead).kind == TokenKind::QuotedName;
}

bool TokenStream::accept(std::string_view symbol) {
  if (!is_symbol(symbol)) return false;
  take();
  return true;
}

bool TokenStream::accept_word(std::string_view word) {
  if (!is_word(word)) return false;
  take();
  return true;
}

void TokenStream::expect(std::string_view symbol) {
  if (!accept(symbol)) unexpected("\"" + std::string(symbol) + "\"");
}

void TokenStream::expect_word(std::string_view word) {
  if (!accept_word(word)) unexpected(word);
}

std::string TokenStream::expect_name(std::string_view what) {
  if (!is_name()) unexpected(what);
  return content(query_, take());
}

std::size_t TokenStream::closing(std::size_t ahead) const {
  const std::size_t index = at_ + ahead;
  if (index >= closing_.size() || closing_[index] == 0) return 0;
  return closing_[index] - at_;
}

Span TokenStream::span_from(std::size_t first) const {
  return {tokens_[first].span.begin, tokens_[std::max(first, at_ - 1)].span.end};
}

std::string TokenStream::text_from(std::size_t first) const {
  std::string text;
  for (std::size_t i = first; i < at_; ++i) {
    if (i > first) text += ' ';
    text += tokens_[i].text;
  }
  return text;
}

std::string TokenStream::source_from(std::size_t first) const {
  return std::string(slice(query_, span_from(first)));
}

void TokenStream::unexpected(std::string_view expected) const {
  fail("UnexpectedSyntax", peek().span,
       "found " + shown(peek()) + ", expected " + std::string(expected));
}

void TokenStream::fail(std::string_view detail, Span where, const std::string& message) const {
  throw QueryError(ErrorType::SyntaxError, Phase::Compile, detail, query_, where, message);
}

}  // namespace entente::cypher
