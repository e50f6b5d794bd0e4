#pragma once
// Whose a post is that nothing near it tells: of the country from which the report comes, of the
// outlet's, or of the one that the article is about. Tested by tests/extract/owners_test.cpp.

#include <cstdint>
#include <optional>

#include "extract/acting_states.h"
#include "extract/document.h"
#include "extract/named_countries.h"
#include "extract/state_posts.h"
#include "extract/taken_offices.h"

namespace entente {

// An owner is a mention; nullopt = not told. REQUIRES of every role: somebody is named with the
// post.
class HomeOwners {
 public:
  // What is given must outlive it.
  HomeOwners(const Document& document, const NamedCountries& countries, const StatePosts& posts,
             const TakenOffices& offices, const ActingStates& states)
      : document_(document),
        countries_(countries),
        posts_(posts),
        offices_(offices),
        states_(states) {}

  // Of a post of a state.
  std::optional<std::uint32_t> owner_at_home(const Role& role) const;

  // The country that the article is about, where that of the outlet is not known.
  std::optional<std::uint32_t> most_told(const Role& role) const;

  // "X met President NAME today in Lusaka, Zambia": NAME is host there, and not of this country.
  bool received_abroad(const Role& role) const;

 private:
  std::optional<std::uint32_t> owner_of_dateline(const Role& role) const;
  std::optional<std::uint32_t> home_of_dateline(const Role& role) const;
  std::optional<std::uint32_t> home_of_outlet(const Role& role) const;
  bool abroad_before(const Role& role, std::int32_t home) const;
  bool told_abroad(const Role& role, std::int32_t home) const;

  const Document& document_;
  const NamedCountries& countries_;
  const StatePosts& posts_;
  const TakenOffices& offices_;
  const ActingStates& states_;
};

}  // namespace entente
