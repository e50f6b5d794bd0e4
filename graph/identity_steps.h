#pragma once
// The work behind identity.h: what its steps share. identity.cpp has the order of the steps and
// those for all kinds of things, identity_people.cpp and identity_bodies.cpp the others. Not for
// other files.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/clusters.h"
#include "graph/identity.h"

namespace entente {

using Groups = std::map<std::string, std::vector<std::size_t>>;  // name -> candidates, in order

// A candidate's names as they are compared.
struct FoldedNames {
  std::string name;
  std::vector<std::string> names;  // `name` included; sorted, unique
};

// A body's name without the country in it: "vietnamese national assembly" -> "national assembly".
struct Core {
  std::string words;
  std::optional<std::size_t> country;  // root
};

inline bool is_person(const LocalEntity& entity) { return entity.type == "person"; }
inline bool is_country(const LocalEntity& entity) { return entity.type == "country"; }

// Things of which several countries have one of the same name.
inline bool is_body(const LocalEntity& entity) {
  return entity.type == "organization" || entity.type == "party" || entity.type == "group";
}

inline bool has_words(std::string_view folded) {
  return folded.find(' ') != std::string_view::npos;
}

std::vector<std::string> split_words(std::string_view folded);

class Identity {
 public:
  explicit Identity(const std::vector<Candidate>& candidates);

  std::vector<std::size_t> run();

 private:
  const LocalEntity& entity(std::size_t i) const { return *candidates_[i].entity; }

  void join_known();
  void join_countries();
  void index_country_names();
  void join_people();
  void join_bodies();
  void join_rest();
  void join_body_aliases();
  void join_acronyms();
  void join_longer_names();
  void join_spellings();
  void join_single_names();

  void add_person_countries(std::size_t i);
  void join_by_country(const std::vector<std::size_t>& members, const std::string& core);
  Core core_of(std::size_t i) const;
  std::optional<std::size_t> body_of_alias(std::size_t i, const std::string& key,
                                           const std::vector<std::size_t>& found);
  std::optional<std::size_t> longer_name(std::size_t i, const std::vector<std::size_t>& found);
  std::optional<std::size_t> bearer(std::size_t i, const std::vector<std::size_t>& found);
  std::vector<std::size_t> roots_of(const std::vector<std::size_t>& members) const;
  // Each group to its roots: what a thousand articles say is soon one.
  void reduce(Groups& groups) const;

  const std::vector<Candidate>& candidates_;
  Clusters clusters_;
  Groups bodies_;                    // family and name without country -> candidates
  std::vector<FoldedNames> folded_;  // [candidate]
  std::map<std::string, std::size_t, std::less<>> country_of_;  // folded name or demonym -> root
  std::size_t longest_country_ = 0;                             // in words
};

}  // namespace entente
