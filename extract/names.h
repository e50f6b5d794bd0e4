#pragma once
// Names in the text: found by their form (capitals, what stands inside them) and their surroundings
// (titles, posts, verbs of saying); gazetteers only help. Types: an organization word ("ministry"),
// a title before a person's name, and so on. Tested by tests/extract/names_test.cpp.

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/words.h"

namespace entente {

// Mention::how of what is described rather than named: "a cooperation agreement".
inline constexpr const char* kDescribed = "described";

// Fills `mentions` from tokens with tags, sentences and times.
void find_names(Document& document, const Words& words, const Gazetteer& gazetteer);

}  // namespace entente
