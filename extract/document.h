#pragma once
// An article on its way through the stages. `article.text` never changes after loading; every later
// layer points into it, by bytes (Span) or by token (TokenRange). Each layer names the stage that fills it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "graph/article.h"

namespace entente {

// What a stretch of the text is. Only Body and Caption are read for facts.
enum class BlockKind { Title, Body, Heading, Caption, Byline, Boilerplate };
std::string_view to_string(BlockKind kind);

struct Block {
  Span span;  // whole lines of the text without surrounding white space; never empty
  BlockKind kind = BlockKind::Body;
  std::string reason;  // why it is not body: "section 'Also Read'", "menu", "repeats line 7"; empty for Body
};

struct TokenRange {  // half-open: indices of Document::tokens
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Token {
  Span span;          // bytes of the text
  std::string lower;  // lower case; curly quotes and apostrophes made straight
};

struct Sentence {
  TokenRange tokens;        // never empty
  std::uint32_t block = 0;  // index of Document::blocks
};

// A temporal expression of the text.
struct TimeMention {
  TokenRange tokens;
  DateRange when;
};

struct Document {
  Article article;
  std::vector<Block> blocks;         // load; in order, disjoint
  std::vector<Token> tokens;         // tokenize; of Body and Caption blocks only
  std::vector<Sentence> sentences;   // split; in order
  std::vector<TimeMention> times;    // find_times; in order, disjoint
};

// From the first byte of the first token of `range` to the last byte of its last. REQUIRES: not empty.
Span span_of(const Document& document, TokenRange range);
// The bytes under a token.
std::string_view text_of(const Document& document, const Token& token);

}  // namespace entente
