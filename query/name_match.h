#pragma once
// What speaks for two names being one name. Used by similar.cpp.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Strongest first.
enum class NameMatch { SameName, WordOrder, Initial, MiddleName, Spelling, Acronym, FamilyName };
std::string_view to_string(NameMatch match);  // "same name", ...

// A name as it is compared.
struct ComparedName {
  std::string folded;
  std::vector<std::string> words;  // folded; without "of", "the" and their like
  bool is_acronym = false;         // three to six letters, all of them capitals
};

ComparedName compared_name(std::string_view name);

// Two names that match_names() finds to be one have one of these in common. Their number is linear
// in the name's length.
std::set<std::string> match_keys(const ComparedName& name, bool is_person);

// FamilyName is not for this function: it takes more than two names to tell. `are_people`: of both.
std::optional<NameMatch> match_names(const ComparedName& a, const ComparedName& b, bool are_people);

// Words that are no name: "trade agreement".
bool is_described(std::string_view name);

}  // namespace entente
