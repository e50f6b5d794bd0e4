#pragma once
// The countries that an article names: where, how much it tells of each, and from which it reports.
// Tested by tests/extract/owners_test.cpp.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "graph/extraction.h"

namespace entente {

inline constexpr std::uint32_t kByFar = 3;  // times as much as is told of another country

// A country is an index of Extraction::entities.
class NamedCountries {
 public:
  // What is given must outlive it. Needs entities.
  NamedCountries(const Document& document, const std::vector<LocalEntity>& entities,
                 const Gazetteer& gazetteer);

  const std::map<std::int32_t, std::uint32_t>& all() const { return named_; }  // first mentions
  std::uint32_t first_mention(std::int32_t country) const { return named_.at(country); }
  // How often it is named, also by its cities and in the names of its bodies.
  std::uint32_t weight(std::int32_t country) const { return weight_.at(country); }
  const std::string& id_of(std::int32_t country) const {  // in the gazetteer
    return entities_[static_cast<std::size_t>(country)].known;
  }
  std::optional<std::int32_t> with_id(const std::string& id) const;  // nullopt = not named
  const std::string& type_of(std::int32_t entity) const {            // of any entity
    return entities_[static_cast<std::size_t>(entity)].type;
  }

  // The country in which a city lies: its id, nullptr = not known; and itself, if it is named.
  const std::string* id_around(const Mention& place) const;
  std::optional<std::int32_t> country_around(const Mention& place) const;
  // The country that a mention names or in which it lies: a mention of it.
  std::optional<std::uint32_t> country_at(std::uint32_t m) const;
  bool land_or_capital(const Mention& place, std::int32_t country) const;

  bool names(TokenRange range, std::int32_t entity) const;
  bool names_land(TokenRange range, std::int32_t country) const;  // or one of its cities

  // The country from which the report comes: that of "NAIROBI, Nov 9 - ", if the article names it.
  std::optional<std::int32_t> dateline() const;
  // No dateline, or one in that country.
  bool writes_from(std::int32_t country) const;
  // The country from which the outlet writes: its id, nullptr = not known; and itself, if it is
  // named.
  const std::string* outlets_id() const { return outlets_id_; }
  std::optional<std::int32_t> outlets_country() const {
    return outlets_id_ == nullptr ? std::nullopt : with_id(*outlets_id_);
  }

 private:
  bool in_state_body(const Mention& inner) const;
  void weigh_title();
  const std::string* find_outlets_id() const;

  const Document& document_;
  const std::vector<LocalEntity>& entities_;
  const Gazetteer& gazetteer_;
  const std::string* outlets_id_;
  std::map<std::int32_t, std::uint32_t> named_;   // countries: their first mention
  std::map<std::string, std::int32_t> by_id_;     // countries by their id in the gazetteer
  std::map<std::int32_t, std::uint32_t> weight_;  // mentions of a country and of its cities
};

}  // namespace entente
