#pragma once
// What type a name has that no list knows and no organization word, title or post tells: by its
// form and by what stands around it. Tested by tests/extract/names_test.cpp.

#include <string>

#include "extract/name_tokens.h"

namespace entente {

struct ToldType {
  std::string type;  // EntityType::name; empty = could not be told
  std::string how;   // Mention::how
};

ToldType type_of_plain(const NameTokens& tokens, TokenRange range);

}  // namespace entente
