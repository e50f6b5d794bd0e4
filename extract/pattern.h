#pragma once
// The notation in which data/relations/*.toml says how English words a relation, compiled to what
// is looked for in a tree. Tested by tests/extract/pattern_test.cpp. Notation, by example:
//
// clang-format off
//   {subject} meet|see.v with? {object}      .v: a verb in any form, not passive, and its subject; "?": with or
//                                            without the preposition
//   {subject} pay.v visit.n to {object}      .n behind a verb: its object, or "be"'s and "become"'s noun
//   {object} receive.p by {subject}          .p: passive; the first slot is to whom it is done
//   {subject} be.v on visit.n to {object}    "be": what is said of the subject
//   {subject} 's visit.n to {object}         whose it is: "X's visit", "his visit"
//   {subject} , member.n of {object}         "X, a member of Y,"
//   {subject} threaten.v to attack.v {object}  a verb behind a verb: the clause that it governs
//   {subject} demand.v that {object}         the subject of the clause that it governs
//   {subject} say.v that {object} must       "must" or another auxiliary of that clause
//   {subject} threaten.v if|unless {object}  the subject of a clause that such a word opens
//   {subject} *.v in meeting.n with {object} "*": any verb but "be" and "have"
//   {both} hold.v talks.n                    two sides: every pair across them
//   {subject:person,party}                   a slot for some types only
//   {subject} reject.v {object} 's plan.n    whose the object is
//   {subject} award.v {=award} to {object}   a phrase of that type that is neither end
//   {subject} break.v up protest.n of {object}  up, off, out, down, away, back, dead, short: belong to
//                                            the verb
//   {subject} say.v no to {object}           another word that hangs on the one before
//   {subject} join.v {object} !in *.v        "!": a step that must not be there
//   {subject} address.v {object@summit|forum}  a slot for phrases with one of these words
//   {subject} , {object} 's partner.n        "X, Y's partner,"
//   {subject} be.v in {object} for talk.n    "be" with a place; what follows hangs on either
//   planned: {subject} expect.p in {object}  what the deed is where the clause says nothing else
//   happened: {object} *.v at invitation.n of {subject}  a deed before that of the clause, whose
//                                            status and day are not its own
//   also: {=person} fly.v with {subject} to {object}  tried though one before it gave facts
//   @title                                   a rule of extract/structure.h, by name
// clang-format on

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/fact.h"
#include "graph/ontology.h"

namespace entente {

// The word that a pattern hangs on.
struct PatternAnchor {
  enum class Kind {
    Verb,     // not passive
    Passive,  // a participle, or an adjective behind "be"
    Noun,
    Predicate,   // a noun behind "be"
    Apposition,  // a noun behind a comma
    Being        // "be" itself, before a preposition and a slot
  };
  Kind kind = Kind::Verb;
  std::vector<std::string> lemmas;        // any of them; "*" = any verb
  std::vector<std::string> prepositions;  // of a Predicate: "on" of "be on visit"; empty = none
};

// What hangs on the anchor, or on a word found by an earlier step.
struct PatternStep {
  enum class Place {
    Subject,  // of the anchor; of a passive verb its sufferer
    Owner,    // "X's"
    Direct,   // an object, or a predicate noun
    Behind,   // a preposition
    Clause,   // a verb that the last word governs; a slot: the subject of that verb
    Word      // one of `words`, as it stands
  };
  enum class What { Subject, Object, Both, Typed, Noun, Verb, Nothing };
  Place place = Place::Direct;
  What what = What::Nothing;
  std::vector<std::string> words;   // prepositions, or the forms of a Word
  std::vector<std::string> lemmas;  // of Noun and Verb
  std::vector<std::string> types;   // of a slot: EntityType::name; empty = those of the relation
  std::vector<std::string> heads;   // of a slot: lemmas, one of which its phrase has; empty = any
  bool or_direct = false;           // "with?"
  std::vector<std::string> auxiliaries;  // of a Clause: one of them; empty = any or none
  bool recipient = false;                // a slot of a verb with two objects: "give {object} aid.n"
  bool owned = false;                    // a Noun whose owner the next step finds
  bool forbidden = false;                // nothing may fit
  bool on_anchor = false;                // hangs on the anchor, not on the word found last
};

struct Pattern {
  const Relation* relation = nullptr;
  std::string rule;        // "visited/2"
  std::string structural;  // "title" for "@title"; then there is neither anchor nor steps
  PatternAnchor anchor;
  std::vector<PatternStep> steps;
  // Planned or Denied: of a deed whose clause says that it happened. Happened: of a deed before
  // that of the clause, which tells neither its status nor its day.
  std::optional<Status> status;
  bool also = false;  // tried though a pattern of its relation gave facts before
};

// All patterns of all relations, and those that a word may be the anchor of.
struct PatternSet {
  std::vector<Pattern> patterns;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_lemma;  // in order
  std::vector<std::uint32_t> any_verb;                                   // anchor "*"
  std::unordered_set<std::string> symmetric;  // relations whose ends may be swapped
};

// Throws Error with the relation's file and line.
std::vector<Pattern> compile_patterns(const Relation& relation);
PatternSet compile_patterns(const std::vector<Relation>& relations);

}  // namespace entente
