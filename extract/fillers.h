#pragma once
// Who a word of the tree stands for: the members of its phrase, those joined to it, and those whom
// "members of X", "a delegation led by X" or "it" lead to. Tested by tests/extract/match_test.cpp.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/syntax.h"

namespace entente {

// "delegation", "mission": who leads it takes part in what it does.
bool names_delegation(const Token& noun);

class Fillers {
 public:
  Fillers(const Document& document, const Syntax& syntax);

  // The members of the phrase that `word` heads and of those joined to it by "and".
  std::vector<Member> members_at(std::uint32_t word, bool owner = false) const;

  // Who came with the delegation that `word` heads: "led by X", "which included X".
  std::vector<Member> came_along(std::uint32_t word) const;

  // Words that may head whose `noun` is: "X's plan", "the Kenyan plan".
  std::vector<std::uint32_t> owners(std::uint32_t noun) const;

  const Phrase* phrase_at(std::uint32_t word) const;  // nullptr = in none

  // What hangs on the phrase of `word`, and what stands before that phrase; of a word in no phrase,
  // what hangs on and before the word, and the agent behind a participle, wherever it hangs.
  std::vector<std::uint32_t> hanging(std::uint32_t word) const;
  std::string_view preposition(std::uint32_t word) const;

 private:
  std::optional<std::uint32_t> agent_behind(std::uint32_t verb) const;
  void gather(std::uint32_t word, bool owner, int depth, std::vector<Member>& members) const;
  void gather_across(std::uint32_t word, std::vector<Member>& members) const;
  bool names_person(std::uint32_t word) const;
  void gather_among_them(std::uint32_t word, int depth, std::vector<Member>& members) const;
  void gather_included(std::uint32_t word, int depth, std::vector<Member>& members) const;
  std::uint32_t dash_behind(std::uint32_t word) const;
  bool introduces_some(std::uint32_t word) const;
  void gather_delegates(std::uint32_t verb, int depth, std::vector<Member>& members) const;
  void gather_unnamed(std::uint32_t word, int depth, std::vector<Member>& members) const;
  std::vector<Member> speaker_meant(std::uint32_t pronoun, int depth) const;
  bool number_fits(std::uint32_t pronoun, const std::vector<Member>& members) const;
  std::vector<Member> nationalities(std::uint32_t noun) const;
  std::optional<Member> named_by(const std::vector<std::int32_t>& mentions,
                                 std::uint32_t word) const;
  std::optional<Member> nationality_at(std::uint32_t word) const;

  const Document& document_;
  const Syntax& syntax_;
  std::vector<std::int32_t> phrases_;   // by token of the sentence: index of Document::phrases
  std::vector<std::int32_t> demonyms_;  // likewise: "Kenyan", index of Document::mentions
  std::vector<std::int32_t> inner_;     // likewise: "Kenya" of the phrase "its ambassador to Kenya"
  std::vector<std::uint32_t> dashes_;   // tokens of the sentence, in order
};

}  // namespace entente
