#pragma once
// A sentence as a row of items - phrases, dates, single words - and what its verbs say: whose they
// are, and whether they happened. The tree tells whose a verb is; where there is none, or it does
// not say, the row does: from the verb to the left over what may stand before its subject. Tested
// by tests/extract/facts_test.cpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"

namespace entente {

struct Item {
  TokenRange tokens;
  std::int32_t phrase = -1;  // index of Document::phrases
  std::int32_t time = -1;    // index of Document::times
};

class Clauses {
 public:
  Clauses(const Document& document, const Sentence& sentence);

  const std::vector<Item>& items() const { return items_; }
  std::size_t size() const { return items_.size(); }
  bool is_word(std::size_t i) const { return items_[i].phrase < 0 && items_[i].time < 0; }
  const Token& token(std::size_t i) const { return document_.tokens[items_[i].tokens.begin]; }
  const Phrase* phrase(std::size_t i) const;  // nullptr = none
  bool verb(std::size_t i) const { return is_word(i) && is_verb(token(i).tag); }
  bool finite(std::size_t i) const;  // a verb with a tense, or with an auxiliary

  // Is the participle at `i` passive: "was received", "received by"?
  bool passive(std::size_t i) const;

  // The item of the phrase that is the subject of the verb at `i`; of "who met", "agreed to meet",
  // "came and met", "met by X" whoever it is. nullopt = a subject that is no phrase, or none.
  std::optional<std::size_t> subject(std::size_t i) const;

  // What the words around the verb or noun at `i` say of it.
  Status status(std::size_t i) const;

  // The date of what the word at `i` tells: in its clause, else at the head of the sentence; index
  // of Document::times.
  std::optional<std::uint32_t> time_of(std::size_t i) const;

  // Items of the clause around `i`: from one comma, conjunction or verb of another subject to the
  // next; half open.
  std::pair<std::size_t, std::size_t> clause(std::size_t i) const;

 private:
  bool skippable(std::size_t i) const;  // between subject and verb: adverb, auxiliary, date
  std::optional<std::size_t> item_of(std::uint32_t token) const;  // a phrase that holds the token
  std::optional<std::uint32_t> subject_token(std::uint32_t verb, int depth) const;  // by the tree
  std::optional<std::size_t> subject_in_row(std::size_t i, int depth) const;
  std::optional<std::size_t> verb_before(std::size_t i) const;
  std::optional<std::size_t> main_subject(std::size_t i, int depth) const;
  std::optional<std::size_t> subject_across_comma(std::size_t comma, std::size_t verb,
                                                  int depth) const;
  Status status_before(std::size_t i) const;
  bool in_aside(std::size_t begin, std::size_t time, std::size_t anchor) const;

  const Document& document_;
  Sentence sentence_;
  std::vector<Item> items_;
};

}  // namespace entente
