#pragma once
// Names in the text: guessed by a network, or found by their form (capitals, what stands inside
// them) and their surroundings (titles, posts, verbs of saying); lists only help. A type comes from
// an organization word ("ministry"), a title before a person's name and so on, else from the
// network. Tested by tests/extract/names_test.cpp.

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/words.h"

namespace entente {

// Mention::how of what is described rather than named: "a cooperation agreement".
inline constexpr const char* kDescribed = "described";
// Mention::how of what nothing but the network says.
inline constexpr const char* kGuessed = "network";

// Fills `mentions` from tokens with tags, sentences, times and guesses.
void find_names(Document& document, const Words& words, const Gazetteer& gazetteer);

}  // namespace entente
