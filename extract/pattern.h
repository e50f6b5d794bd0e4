#pragma once
// The notation in which data/relations/*.toml says how English words a relation, compiled.
// Tested by tests/extract/pattern_test.cpp. Notation, by example:
//
// clang-format off
//   {subject} meet|see.v with? {object}   .v: a verb in any form; its subject is found over auxiliaries
//                                         and clauses. "?": the word may be missing
//   {object} receive.p by {subject}       .p: a passive participle, "was received by"
//   {subject} 's visit.n to {object}      .n: a noun. After "his" the "'s" counts as said
//   {subject} pay.v ... visit.n           "...": up to six words of a noun phrase
//   {subject} *.v ... in ... meeting.n    "*": any verb but "be" and "have"
//   {both} hold.v talks.n                 two sides: every pair across them
//   {object:organization,party}           a slot for some types only
//   {=award}                              a phrase of that type that is neither end
//   @title                                a rule of extract/structure.h, by name
// clang-format on
//
// Adverbs, dates and brackets are passed over everywhere, articles and adjectives before nouns and
// slots, whole prepositional phrases before a preposition.

#include <cstdint>
#include <string>
#include <vector>

#include "graph/ontology.h"

namespace entente {

struct PatternElement {
  enum class Kind { Subject, Object, Both, Typed, Word, Verb, Passive, Noun, Gap };
  Kind kind = Kind::Word;
  std::vector<std::string>
      lemmas;  // of Word, Verb, Passive, Noun: any of them; Word: the lower-case form
  std::vector<std::string> types;  // of a slot: EntityType::name; empty = those of the relation
  bool optional = false;
};

struct Pattern {
  const Relation* relation = nullptr;
  std::string rule;        // "visited/2"
  std::string structural;  // "title" for "@title"; then `elements` is empty
  std::vector<PatternElement> elements;

  bool has_verb_subject() const;  // begins with a slot and a verb: the slot is the verb's subject
};

// Throws Error with the relation's file and line.
std::vector<Pattern> compile_patterns(const Relation& relation);

}  // namespace entente
