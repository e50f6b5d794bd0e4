// Views of a document's text.

#include "extract/document.h"

#include <iterator>
#include <set>
#include <string_view>

#include "tests/catch.h"

namespace entente {
namespace {

Document two_tokens() {
  Document document;
  document.article.text = "Tô Lâm";
  document.tokens = {{{0, 3}, "tô"}, {{4, 8}, "lâm"}};
  return document;
}

TEST_CASE("a range of tokens spans from its first byte to its last, white space included") {
  const Document document = two_tokens();
  CHECK(span_of(document, {0, 2}) == Span{0, 8});
  CHECK(span_of(document, {1, 2}) == Span{4, 8});
}

TEST_CASE("the text of a token is its bytes as the article has them") {
  const Document document = two_tokens();
  CHECK(text_of(document, document.tokens[0]) == "Tô");
}

TEST_CASE("every kind of block has its own name") {
  const BlockKind kinds[] = {BlockKind::Title,   BlockKind::Body,   BlockKind::Heading,
                             BlockKind::Caption, BlockKind::Byline, BlockKind::Boilerplate};
  std::set<std::string_view> names;
  for (const BlockKind kind : kinds) names.insert(to_string(kind));
  CHECK(names.size() == std::size(kinds));
  CHECK(names.count("") == 0);
}

}  // namespace
}  // namespace entente
