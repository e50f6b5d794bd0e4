#pragma once
// Which offices of the countries that an article names somebody holds, so that a post which is
// named without its country cannot be theirs. Tested by tests/extract/owners_test.cpp.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extract/document.h"
#include "extract/named_countries.h"
#include "extract/state_posts.h"

namespace entente {

// A country is an index of Extraction::entities, as a person is.
class TakenOffices {
 public:
  // Takes what the roles say already. What is given must outlive it.
  TakenOffices(const Document& document, const NamedCountries& countries, const StatePosts& posts);

  // REQUIRES, here and where a role is asked for below: somebody is named with the post.
  void take(std::int32_t country, const Role& role);

  // The country whose the post is said to be.
  std::optional<std::int32_t> country_of(const Role& role) const;
  // The country of whom some post of a state is said to be.
  std::optional<std::int32_t> country_of_person(std::int32_t person) const;

  bool has_post(std::int32_t country, const Role& role) const;
  // Is the post another's, or none that the country has?
  bool taken(std::int32_t country, const Role& role) const;
  // Is another country named there, or a city of one, whose post it may be?
  bool names_abroad(TokenRange range, const Role& role, std::int32_t home) const;

 private:
  const Document& document_;
  const NamedCountries& countries_;
  const StatePosts& posts_;
  std::map<std::pair<std::int32_t, std::string>, std::set<std::int32_t>> holders_;  // by key_of
  std::map<std::int32_t, std::int32_t> explicit_;  // people whose country is said somewhere
};

}  // namespace entente
