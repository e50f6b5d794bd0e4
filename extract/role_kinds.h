#pragma once
// What a post is to those whose it is: held before, only sought, a seat that goes with membership
// of a party rather than a post of it. Tested by tests/extract/facts_test.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

class RoleKinds {
 public:
  // What is given must outlive it.
  RoleKinds(const Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document), entities_(entities), words_(words) {}

  bool private_kind(const Role& role) const;  // no state appoints it
  bool of_state(const Role& role) const;

  bool former(const Role& role) const { return former_word(role).has_value(); }
  std::optional<std::uint32_t> former_word(const Role& role) const;  // the token: "former", "ex-"
  bool seeks(const Role& role) const;                                // "candidate"

  // REQUIRES of an owner below, if not said otherwise: it has an entity.

  // A seat in a parliament or an office of the state goes with a membership, it is no post of the
  // party: "Democratic Senator NAME". The owner may have no entity.
  bool seat_of_party(const Role& role, const Mention& owner) const;
  // "a lawmaker from Nairobi": no post of the city.
  bool seat_from(const Role& role, const Mention& owner) const;
  // "European commissioner": of a body that the adjective does not name.
  bool continental(const Role& role, const Mention& owner) const;

 private:
  const std::string& type_of(const Mention& mention) const;

  const Document& document_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
};

}  // namespace entente
