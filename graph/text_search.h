#pragma once
// Full text: the sentences of all articles, found by their words. An FTS5 index beside the record,
// changed in the transaction that changes an article. The index keeps words only; the sentences
// are read from the articles' texts. Described for users in doc/formats.md. Used by store.cpp.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

class Connection;

struct SentenceSearch {
  // Words that a sentence must have, without regard to case and diacritics. "several words" in
  // quotes stand together, word* is any word that begins so; OR between words, NOT before one.
  std::string words;
  std::size_t limit = 20;
  // Only articles published in this time; one whose date is not known is then left out.
  std::optional<std::chrono::sys_days> since{};
  std::optional<std::chrono::sys_days> until{};  // included
};

struct FoundSentence {
  std::string article;        // Article::id
  Span span;                  // bytes of the article's text
  std::string text;           // exactly these bytes
  std::vector<Span> matches;  // bytes of `text` that match the words; in order, disjoint
  double score = 0.0;         // BM25 (k1 = 1.2, b = 0.75); more is better
};

extern const char* const kTextSearchSql;  // the schema

// REQUIRES: in a write transaction; the article's row is as it was when its sentences came in.
void add_sentences(Connection& connection, std::string_view article, std::string_view text,
                   const std::vector<Span>& sentences);
void remove_sentences(Connection& connection, std::string_view article);

// Once for a connection, before the first search.
void prepare_search(Connection& connection);
// Best first; equals in order of article and place. Throws Error{Fault::Usage} where there is no
// word to look for, or too many.
std::vector<FoundSentence> find_sentences(Connection& connection, const SentenceSearch& search);

// The words in FTS5's language: every one in quotes, so that whatever they are, it is well-formed.
// Throws as find_sentences() does. Exposed for tests.
std::string match_expression(std::string_view words);

}  // namespace entente
