#pragma once
// Which state acts in a sentence: "Kenya recalled its ambassador", "the Kenyan government",
// "Nairobi rejected", "Kenya's parliament". Whose a minister is that the sentence or the next one
// names without a country. Tested by tests/extract/owners_test.cpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"
#include "extract/syntax.h"
#include "graph/extraction.h"

namespace entente {

class ActingStates {
 public:
  ActingStates(const Document& document, const std::vector<LocalEntity>& entities)
      : document_(document), entities_(entities) {}

  // The mention of the state that is the subject of a sentence and acts on no other; nullopt =
  // none, or more than one. Of a sentence without a tree: the state that it begins with.
  std::optional<std::uint32_t> of_sentence(std::uint32_t sentence) const;

  // The mention of the state whose minister `role` must be, because he speaks or acts for it:
  // "Kenya signed after Prime Minister NAME spoke", "Kenya will sign, Foreign Minister NAME
  // pledged". nullopt = not told.
  std::optional<std::uint32_t> served_by(const Role& role) const;

 private:
  std::optional<std::uint32_t> subject_of(const Syntax& syntax, std::uint32_t verb) const;
  std::optional<std::uint32_t> state_at(const Syntax& syntax, std::uint32_t head) const;
  std::optional<std::uint32_t> state_of_person(const Syntax& syntax, std::uint32_t head) const;
  bool acts_on_another(const Syntax& syntax, std::uint32_t verb, std::int32_t state) const;
  bool names_another(std::uint32_t sentence, std::int32_t state) const;
  std::optional<std::int32_t> country_of(const Mention& mention) const;

  const Document& document_;
  const std::vector<LocalEntity>& entities_;
};

}  // namespace entente
