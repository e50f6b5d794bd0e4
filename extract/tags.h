#pragma once
// The alphabets of grammar: universal parts of speech, Penn tags, dependency relations
// (https://universaldependencies.org). Tested by tests/extract/tagger_test.cpp.

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

// Universal tags; verbs by their form, as clauses are told apart by it.
enum class Tag : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Other,
  Base,        // visit: infinitive, imperative
  Present,     // visits
  Past,        // visited
  Participle,  // (was) visited
  Gerund,      // visiting
};
inline constexpr std::size_t kTags = 21;
std::string_view to_string(Tag tag);  // "ADJ", ..., "VERB.past"
std::string_view upos(Tag tag);       // "ADJ", ..., "VERB"

inline bool is_verb(Tag tag) { return tag >= Tag::Base; }
// Of a word that may stand behind a subject: "visited", "visits", "has".
inline bool is_finite(Tag tag) {
  return tag == Tag::Past || tag == Tag::Present || tag == Tag::Aux;
}

// Tags of the Penn Treebank as the English treebanks write them (XPOS): index of `penn_names`.
using Penn = std::uint8_t;
inline constexpr std::size_t kPenns = 50;
std::string_view penn_name(Penn penn);               // "NNP"
std::optional<Penn> penn_of(std::string_view name);  // nullopt = no such tag
std::optional<Tag> tag_of(std::string_view upos, Penn penn);

// Dependency relations with the subtypes of English.
enum class Deprel : std::uint8_t {
  Acl,
  AclRelcl,
  Advcl,
  AdvclRelcl,
  Advmod,
  Amod,
  Appos,
  Aux,
  AuxPass,
  Case,
  Cc,
  CcPreconj,
  Ccomp,
  Compound,
  CompoundPrt,
  Conj,
  Cop,
  Csubj,
  CsubjOuter,
  CsubjPass,
  Dep,
  Det,
  DetPredet,
  Discourse,
  Dislocated,
  Expl,
  Fixed,
  Flat,
  Goeswith,
  Iobj,
  List,
  Mark,
  Nmod,
  NmodDesc,
  NmodPoss,
  NmodUnmarked,
  Nsubj,
  NsubjOuter,
  NsubjPass,
  Nummod,
  Obj,
  Obl,
  OblAgent,
  OblUnmarked,
  Orphan,
  Parataxis,
  Punct,
  Reparandum,
  Root,
  Vocative,
  Xcomp,
};
inline constexpr std::size_t kDeprels = 51;
std::string_view to_string(Deprel deprel);               // "nsubj:pass"
std::optional<Deprel> deprel_of(std::string_view name);  // nullopt = no such relation
std::string_view universal(Deprel deprel);               // "nsubj": without the subtype

}  // namespace entente
