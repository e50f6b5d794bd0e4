#pragma once
// Whose a post is by what its sentence and the one before tell: "In Kenya, X met President Y", "its
// foreign minister", "Kenya will sign. Premier NAME said". Tested by tests/extract/owners_test.cpp.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "extract/acting_states.h"
#include "extract/document.h"
#include "extract/named_countries.h"
#include "extract/state_posts.h"
#include "extract/taken_offices.h"

namespace entente {

// An owner is a mention. REQUIRES of every role: somebody is named with the post.
class NearOwners {
 public:
  // What is given must outlive it.
  NearOwners(const Document& document, const NamedCountries& countries, const StatePosts& posts,
             const TakenOffices& offices, const ActingStates& states)
      : document_(document),
        countries_(countries),
        posts_(posts),
        offices_(offices),
        states_(states) {}

  // Of role `r`; nullopt = not told near it.
  std::optional<std::uint32_t> owner_near(std::size_t r) const;

  // "Kenyan Premier A and Foreign Minister B": Kenya's.
  std::optional<std::uint32_t> owner_in_list(std::size_t r) const;

  // Where "accompanied by" stands before the post of who came with somebody: the first word.
  std::optional<std::uint32_t> companion_of(const Role& role) const;

  // "Foreign Minister NAME visited Nairobi", "Interior Minister NAME met Kenyan Interior Minister
  // Y": whoever he is, he is not of Kenya.
  bool guest_of(const Role& role, std::int32_t country) const;

 private:
  std::optional<std::uint32_t> owner_of_traveller(std::uint32_t by, const Role& role) const;
  std::optional<std::uint32_t> owner_before(const Role& role) const;
  std::optional<std::uint32_t> owner_where(const Role& role) const;
  std::optional<std::uint32_t> owner_in_place(const Role& role) const;
  std::optional<std::uint32_t> owner_visited(const Role& role) const;
  std::optional<std::uint32_t> owner_of_pronoun(const Role& role) const;
  std::optional<std::uint32_t> owner_by_title(const Role& role) const;
  std::optional<std::uint32_t> owner_served(const Role& role) const;
  bool is_body(std::uint32_t sentence) const;

  const Document& document_;
  const NamedCountries& countries_;
  const StatePosts& posts_;
  const TakenOffices& offices_;
  const ActingStates& states_;
};

}  // namespace entente
