#pragma once
// Where a pattern fits into the tree of a sentence, and which phrases fill its slots. Tested by
// tests/extract/match_test.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/fillers.h"
#include "extract/pattern.h"
#include "extract/syntax.h"
#include "graph/extraction.h"

namespace entente {

struct Match {
  // The words of the deed: the anchor first, then the nouns and verbs that complete it ("hold",
  // "talks"). Of "is in Kenya" the word that is said of the subject.
  std::vector<std::uint32_t> words;
  std::uint32_t trigger = 0;           // the word that tells it: mostly the anchor
  std::uint32_t deed = 0;              // the word whose clause tells whether it happened
  std::vector<std::uint32_t> fillers;  // words that head what fills the slots
  bool says_not = false;               // the pattern itself asks for "not"
  std::vector<Member> subjects;        // of the types that the slot takes; so the others
  std::vector<Member> objects;
  std::vector<Member> both;
};

class Matcher {
 public:
  Matcher(const Fillers& fillers, const std::vector<LocalEntity>& entities, const Syntax& syntax);

  // Every way in which `pattern` fits with its anchor at `anchor`; mostly none or one.
  std::vector<Match> match(const Pattern& pattern, std::uint32_t anchor) const;

 private:
  void take_steps(const Pattern& pattern, std::size_t step, const Match& match,
                  std::vector<Match>& found) const;
  bool take(const Pattern& pattern, const PatternStep& step, std::uint32_t word,
            Match& match) const;
  std::vector<Member> fitting(const PatternStep& slot, const Relation& relation,
                              std::vector<Member> members) const;
  std::optional<std::uint32_t> apposed_to(std::uint32_t noun) const;
  void keep_antecedent(std::uint32_t verb, std::vector<Member>& members) const;
  bool has_head(const PatternStep& slot, std::uint32_t word) const;
  std::optional<std::uint32_t> predicate_of(std::uint32_t noun) const;
  bool is_noun(std::uint32_t word) const;
  bool describes_noun(std::uint32_t word) const;
  bool names_it(std::uint32_t verb) const;
  bool anchors(const PatternAnchor& anchor, std::uint32_t word) const;
  bool owned_by_other(const Match& match, std::uint32_t noun) const;
  bool has_people(std::uint32_t noun) const;
  bool has_other_party(const Match& match) const;

  std::vector<std::uint32_t> places(const Pattern& pattern, const PatternStep& step,
                                    const Match& match) const;
  std::vector<std::uint32_t> direct(const PatternStep& step, std::uint32_t last) const;
  std::vector<std::uint32_t> words_on(const PatternStep& step, std::uint32_t last) const;
  std::vector<std::uint32_t> behind(const std::vector<std::string>& prepositions,
                                    const Match& match) const;
  void add_far_agents(std::uint32_t verb, std::vector<std::uint32_t>& words) const;
  std::optional<std::uint32_t> verb_over(std::uint32_t noun) const;
  bool past_means(std::uint32_t word, const Match& match) const;
  bool with_means(std::uint32_t word, const Match& match) const;
  bool leads_on(std::uint32_t word, const std::vector<std::string>& prepositions) const;
  bool is_event(std::uint32_t word) const;
  bool is_where(std::uint32_t word) const;
  std::vector<std::uint32_t> governed(const PatternStep& step, std::uint32_t word) const;
  bool has_for(std::uint32_t holder, std::uint32_t verb) const;
  void add_farther(const PatternStep& step, const Match& match,
                   std::vector<std::uint32_t>& words) const;
  void add_run_on(std::uint32_t object, std::vector<std::uint32_t>& words) const;
  void add_recipients(std::uint32_t verb, std::vector<std::uint32_t>& words) const;
  void add_portion(std::uint32_t noun, std::vector<std::uint32_t>& words) const;
  void add_behind_that(const PatternStep& step, std::uint32_t word,
                       std::vector<std::uint32_t>& words) const;
  bool marked(std::uint32_t verb, const std::vector<std::string>& words) const;
  bool obliged(std::uint32_t subject, const std::vector<std::string>& auxiliaries) const;

  const Fillers& fillers_;
  const std::vector<LocalEntity>& entities_;
  const Syntax& syntax_;
};

}  // namespace entente
