#pragma once
// The tree of a sentence as patterns ask for it: what hangs on a word and how, whose a verb is.
// Words are indices of Document::tokens. Tested by tests/extract/syntax_test.cpp.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace entente {

// "first", "latest", "tenth": of "the first president to visit", who did visit.
bool is_rank(const Token& word);

class Syntax {
 public:
  Syntax(const Document& document, const Sentence& sentence);

  bool parsed() const { return parsed_; }  // else nothing hangs on anything
  TokenRange range() const { return range_; }
  const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
  const std::vector<std::uint32_t>& children(std::uint32_t t) const {
    return children_[t - range_.begin];
  }
  std::optional<std::uint32_t> head(std::uint32_t t) const;  // nullopt = the root
  Deprel deprel(std::uint32_t t) const { return token(t).deprel; }
  bool is(std::uint32_t t, std::string_view relation) const {  // without its subtype: "nsubj"
    return universal(token(t).deprel) == relation;
  }
  std::optional<std::uint32_t> child(std::uint32_t t,
                                     std::string_view relation) const;  // the first

  // The word that heads what stands in `tokens`: whose own head lies outside.
  std::uint32_t head_of(TokenRange tokens) const;

  // "in", "with", "ahead of": what marks the phrase that `t` heads; empty = nothing.
  std::string_view preposition(std::uint32_t t) const;

  // Does a clause begin here: a verb, or a noun or adjective with a subject of its own?
  bool heads_clause(std::uint32_t t) const;
  bool has_copula(std::uint32_t t) const { return child(t, "cop").has_value(); }
  bool passive(std::uint32_t verb) const;
  bool infinitive(std::uint32_t verb) const;  // "to visit"

  // The head of the subject; of "who met", "agreed to meet", "came and met", "asked X to meet"
  // whoever it is. Of a passive verb it is the one to whom it is done.
  std::optional<std::uint32_t> subject(std::uint32_t verb) const { return subject(verb, 0); }

  // "who" of a relative clause whose verb is in the singular, "who heads": of several names before
  // it, it takes up the last. nullopt = there is none.
  std::optional<std::uint32_t> singular_relative(std::uint32_t verb) const;

  // The words that are what the verb acts on, the antecedent of "the treaty that X signed" among
  // them; without those joined by "and".
  std::vector<std::uint32_t> objects(std::uint32_t verb) const;

  // `t` and what is joined to it by commas and "and".
  std::vector<std::uint32_t> conjuncts(std::uint32_t t) const;

 private:
  std::optional<std::uint32_t> subject(std::uint32_t verb, int depth) const;
  std::vector<std::uint32_t> misread_objects(std::uint32_t verb) const;
  std::optional<std::uint32_t> perfect_of(std::uint32_t verb) const;
  std::optional<std::uint32_t> split_perfect(std::uint32_t verb) const;
  bool had_been(std::uint32_t verb) const;
  bool calls_on(std::uint32_t verb) const;
  bool names(std::uint32_t word) const;
  const Mention* name_over(std::uint32_t word) const;
  bool person(std::uint32_t word) const;
  bool names_guest(std::uint32_t word) const;
  std::optional<std::uint32_t> behind_time(std::uint32_t verb) const;
  bool at_most(std::uint32_t noun) const;
  bool right_behind(std::uint32_t name, std::uint32_t noun) const;
  std::optional<std::uint32_t> blamed_by(std::uint32_t agent) const;
  bool has_rank(std::uint32_t noun) const;
  std::uint32_t described(std::uint32_t noun, int depth) const;
  std::optional<std::uint32_t> author_of(std::uint32_t noun, int depth) const;
  bool stands_before(std::uint32_t word, std::uint32_t verb) const;
  bool tells_claim(std::uint32_t verb) const;
  std::optional<std::uint32_t> guest_of(std::uint32_t verb) const;
  std::optional<std::uint32_t> controller(std::uint32_t verb, std::uint32_t above, int depth) const;
  std::optional<std::uint32_t> owner_named(std::uint32_t noun) const;
  std::optional<std::uint32_t> owner_of_plan(std::uint32_t noun, int depth) const;

  const Document& document_;
  TokenRange range_;
  bool parsed_ = false;
  std::vector<std::vector<std::uint32_t>> children_;  // by token of the sentence; in order
};

}  // namespace entente
