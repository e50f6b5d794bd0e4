#pragma once
// The notation in which data/relations/*.toml says how English words a relation, compiled.
// Notation, by example:
//   {subject} meet|see.v with? {object}     a verb in any form, its subject found over auxiliaries
//   and clauses; "with" may be missing {object} receive.p by {subject}         .p: a passive
//   participle ("was received by") {subject} 's visit.n to {object}        .n: a noun; after "his"
//   the "'s" counts as said {subject} pay.v ... visit.n to {object} "...": up to six words of a
//   noun phrase {both} hold.v talks.n                   two sides: every pair across them {subject}
//   tell.v {object:organization}  a slot for some types only {subject} present.v {=award} to
//   {object}  {=type}: a phrase of that type which is neither end
//   @title                                  a rule of extract/structure.h, by name
// Adverbs, dates and brackets are passed over everywhere, articles and adjectives before nouns and
// slots, whole prepositional phrases before a preposition. Tested by
// tests/extract/pattern_test.cpp.

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
