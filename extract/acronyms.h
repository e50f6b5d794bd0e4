#pragma once
// What the acronyms of an article stand for: "Communist Party of Vietnam (CPV)", and the only body
// whose words have these letters. Tested by tests/extract/entities_test.cpp.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/gazetteer.h"

namespace entente {

using Acronyms = std::map<std::string, std::size_t>;  // folded acronym -> mention of its full form

// Changes mentions: what the letters behind an unknown name tell gives it a type, and a known body
// is not meant where the article spells its letters otherwise.
Acronyms find_acronyms(Document& document, const Gazetteer& gazetteer);

bool looks_acronym(std::string_view form);
// "of", "ltd": tells no names apart and has no letter in an acronym. Of a folded word.
bool is_empty_word(std::string_view folded);

}  // namespace entente
