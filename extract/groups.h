#pragma once
// Actors whom the text does not name: a people, rebels, troops, officials, "a French minister".
// Tested by tests/extract/groups_test.cpp.

#include <string_view>

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

inline constexpr std::string_view kGroupType = "group";
// Mention::how of bodies of a state in small letters: "Kenya's foreign ministry".
inline constexpr const char* kBody = "body word";

// Adds mentions of groups to `mentions`; names inside them ("Egyptian" of "Egyptian police") become
// nested. Needs tags and names.
void find_groups(Document& document, const Words& words);

}  // namespace entente
