#pragma once
// What a token is to the posts around it: the names that begin, end or lie there, and what these
// can be to a post. What could not be told to name anything, and names inside others, are left out.
// Tested by tests/extract/phrases_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

struct RoleNames {
  explicit RoleNames(const Document& read);  // which must outlive it

  const Document& document;
  std::vector<std::int32_t> starts;  // mention that begins at a token; -1 = none
  std::vector<std::int32_t> ends;    // mention that ends before a token; -1 = none
  std::vector<bool> inside;          // a mention covers the token
  TokenRange range;                  // the sentence that is read, which bounds the answers

  const Mention& mention(std::int32_t m) const {
    return document.mentions[static_cast<std::size_t>(m)];
  }
  // May a post be the mention's? -1 may not.
  bool owner_type(std::int32_t m) const;
  // A person, who is named from `begin` on; 0 = wherever.
  bool names_person(std::int32_t m, std::uint32_t begin) const;
  // The first token from `i` on that is part of a name: "speaker of the" of "of the House".
  std::uint32_t next_name(std::uint32_t i) const;
  // A mark at the token, perhaps behind "of Canada".
  bool closes(std::uint32_t i) const;
  bool names_in_capitals(std::uint32_t i) const;
  bool joins_owner(std::uint32_t i) const;  // "of", "at": an owner may stand behind it
  bool form_of_be(std::uint32_t i) const;
};

}  // namespace entente
