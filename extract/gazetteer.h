#pragma once
// Names that are known beforehand: data/gazetteers/*. Countries with their demonyms and capitals,
// cities, international organizations. Lists only add to what the form and surroundings of a name
// tell; people are in none.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

struct KnownName {
  enum class Kind { Name, Demonym, City };
  std::string id;    // "country:china"; empty = a city, or a name of two countries
  std::string type;  // EntityType::name; empty = of two countries
  std::string name;  // the name to show
  Kind kind = Kind::Name;
  bool upper = false;     // only when written in capitals: "US", "WHO"
  bool division = false;  // a province, a state of a federation
  bool weak = false;      // also a family name: a place only after "in" and the like
};

class Gazetteer {
 public:
  explicit Gazetteer(const std::filesystem::path& data);

  struct Match {
    std::uint32_t length = 0;  // in words
    const KnownName* name = nullptr;
  };
  // The longest known name of at most `most` words among the words from `at` on; {0, nullptr} =
  // none. `folded`: fold() of each word; `written`: the same words as written.
  Match find(const std::vector<std::string>& folded, const std::vector<std::string_view>& written,
             std::size_t at, std::size_t most = 16) const;

  // The id of the country whose capital has the folded name; nullptr = none, or more than one.
  const std::string* country_of_capital(const std::string& folded) const;

  // The id of the country in which the city lies; nullptr = not known, or cities of this name in
  // several countries.
  const std::string* country_of_city(const std::string& folded) const;

  // The id of the country from which an outlet writes: that of a news agency ("KUNA", "VNA/VNS"),
  // or the one that its name names ("Nairobi Post"); nullptr = not known.
  const std::string* country_of_outlet(std::string_view outlet) const;
  // The same of a name that is listed as it stands.
  const std::string* country_of_agency(std::string_view name) const;

  const KnownName* known(std::string_view id) const;  // the entry to show for an id; nullptr = none

 private:
  void add(std::string_view form, KnownName name);
  void add_city(std::string_view name, bool weak, bool division);
  static const std::string* only(const std::unordered_map<std::string, std::string>& countries,
                                 const std::string& folded);
  std::unordered_map<std::string, KnownName> names_;        // by folded form
  std::unordered_map<std::string, std::uint32_t> longest_;  // by first folded word
  std::unordered_map<std::string, KnownName> by_id_;
  // Folded names of cities -> id of a country; empty = of several.
  std::unordered_map<std::string, std::string> capitals_;
  std::unordered_map<std::string, std::string> cities_;
  std::unordered_map<std::string, std::string> agencies_;  // folded names
  std::unordered_map<std::string, std::string> domains_;   // "ke"
};

}  // namespace entente
