#pragma once
// What tells the names of bodies, events and agreements apart: the set of their content words,
// countries replaced by their ids and acronyms by what they stand for, so that "20th CPC National
// Congress" is the "20th National Congress of the Communist Party of China".
// Tested by tests/extract/entities_test.cpp.

#include <set>
#include <string>

#include "extract/acronyms.h"
#include "extract/document.h"

namespace entente {

struct NameKey {
  std::set<std::string> words;
  std::string ordinal;  // "43rd": which of several that follow one another; empty = not said
  std::set<std::string> owner;  // country ids, of its name or in front of it
};

// Needs names, with those inside others.
NameKey full_key(const Document& document, const Acronyms& acronyms, const Mention& mention);

// Without what says only that it is a body: "Democratic Party" = "Democratic". Of nothing but a
// country the words are the country's.
NameKey key_of(const Document& document, const Acronyms& acronyms, const Mention& mention);

}  // namespace entente
