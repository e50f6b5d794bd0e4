#pragma once
// Where a pattern fits into the tree of a sentence, and which phrases fill its slots. Tested by
// tests/extract/match_test.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/pattern.h"
#include "extract/syntax.h"
#include "graph/extraction.h"

namespace entente {

struct Match {
  // The words of the deed: the anchor first, then the nouns and verbs that complete it ("hold",
  // "talks").
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> fillers;  // words that head what fills the slots
  bool says_not = false;               // the pattern itself asks for "not"
  std::vector<Member> subjects;        // of the types that the slot takes; so the others
  std::vector<Member> objects;
  std::vector<Member> both;
};

// "delegation", "mission": who leads it takes part in what it does.
bool names_delegation(const Token& noun);

class Matcher {
 public:
  Matcher(const Document& document, const std::vector<LocalEntity>& entities, const Syntax& syntax);

  // Every way in which `pattern` fits with its anchor at `anchor`; mostly none or one.
  std::vector<Match> match(const Pattern& pattern, std::uint32_t anchor) const;

  // The members of the phrase that `word` heads and of those joined to it by "and".
  std::vector<Member> members_at(std::uint32_t word, bool owner = false) const;

  // Who came with the delegation that `word` heads: "led by X", "which included X".
  std::vector<Member> came_along(std::uint32_t word) const;

 private:
  void take_steps(const Pattern& pattern, std::size_t step, const Match& match,
                  std::vector<Match>& found) const;
  std::vector<std::uint32_t> places(const Pattern& pattern, const PatternStep& step,
                                    const Match& match) const;
  std::vector<std::uint32_t> behind(const std::vector<std::string>& prepositions,
                                    const Match& match) const;
  std::vector<std::uint32_t> governed(const PatternStep& step, std::uint32_t word) const;
  void gather(std::uint32_t word, bool owner, int depth, std::vector<Member>& members) const;
  void gather_included(std::uint32_t word, int depth, std::vector<Member>& members) const;
  bool introduces_some(std::uint32_t word) const;
  void gather_delegates(std::uint32_t verb, int depth, std::vector<Member>& members) const;
  void gather_unnamed(std::uint32_t word, int depth, std::vector<Member>& members) const;
  std::vector<Member> speaker_meant(std::uint32_t pronoun, int depth) const;
  bool number_fits(std::uint32_t pronoun, const std::vector<Member>& members) const;
  std::vector<Member> nationalities(std::uint32_t noun) const;
  std::optional<Member> nationality_at(std::uint32_t word) const;
  void add_owners(std::uint32_t noun, std::vector<std::uint32_t>& words) const;
  void add_recipients(std::uint32_t verb, std::vector<std::uint32_t>& words) const;
  void add_portion(std::uint32_t noun, std::vector<std::uint32_t>& words) const;
  void add_behind_that(const PatternStep& step, std::uint32_t word,
                       std::vector<std::uint32_t>& words) const;
  bool marked(std::uint32_t verb, const std::vector<std::string>& words) const;
  bool obliged(std::uint32_t subject, const std::vector<std::string>& auxiliaries) const;
  const Phrase* phrase_at(std::uint32_t word) const;
  std::vector<std::uint32_t> hanging(std::uint32_t word) const;
  std::string_view preposition(std::uint32_t word) const;
  bool anchors(const PatternAnchor& anchor, std::uint32_t word) const;
  bool owned_by_other(const Match& match, std::uint32_t noun) const;
  bool has_other_party(const Match& match) const;

  std::vector<Member> fitting(const PatternStep& slot, const Relation& relation,
                              std::vector<Member> members) const;

  const Document& document_;
  const std::vector<LocalEntity>& entities_;
  const Syntax& syntax_;
  std::vector<std::int32_t> phrases_;   // by token of the sentence: index of Document::phrases
  std::vector<std::int32_t> demonyms_;  // likewise: "Kenyan", index of Document::mentions
};

}  // namespace entente
