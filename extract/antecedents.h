#pragma once
// Who was named so far, from left to right, and whom of them a pronoun or a description means:
// "he", "they", "the two leaders", "both countries". In doubt nobody. Tested by
// tests/extract/phrases_test.cpp.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

struct Antecedent {
  std::int32_t entity = -1;    // index of Extraction::entities; -1 = somebody without a name
  std::uint32_t sentence = 0;  // index of Document::sentences
  std::uint32_t token = 0;     // where its phrase begins
  TokenRange head;             // its name
  bool subject = false;
  bool speaks = false;  // "X said"
};

struct AntecedentPair {
  Antecedent first;
  Antecedent second;
};

class Antecedents {
 public:
  // `countries`: of each entity, as find_countries tells them. What is given must outlive it.
  Antecedents(const Document& document, const std::vector<LocalEntity>& entities,
              const Words& words, const std::vector<std::int32_t>& countries)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        words_(words),
        countries_(countries) {}

  // What is asked and added from now on stands in this sentence. REQUIRES: called before both.
  void begin_sentence(std::uint32_t sentence);
  // The members of a phrase. `verb_before`: a finite verb stands before it in its sentence.
  void add(const Phrase& phrase, bool verb_before);
  // Somebody whom the article does not name: not to be passed over by "he".
  void add_unnamed(TokenRange phrase, bool verb_before);

  // The person whom "he" or "she" at a token most likely means: who acts in this sentence, else in
  // the one before; nullptr = nobody.
  const Antecedent* person_before(std::uint32_t at, bool she) const;
  bool gender_fits(std::int32_t entity, bool she) const;
  // "They" at a token: the two who were named in this sentence, people before countries; else the
  // last two people.
  std::optional<AntecedentPair> they(std::uint32_t at) const;
  // "the two leaders", "both presidents"
  std::optional<AntecedentPair> two_leaders(const Role& role) const;
  // The two countries (parties) of the article that stand out; of more than two, the last two of
  // this and the last sentence. `type`: EntityType::name.
  std::optional<AntecedentPair> last_pair_of(const std::string& type) const;
  // "the three ministers", "both sides": the last row of so many people (or of countries that
  // people act for), of so many states or bodies, no more than a few sentences ago; empty = none.
  // Where there is no row, all states of the article so far, if they are so many.
  std::vector<Antecedent> row_of_people(std::size_t number) const;
  std::vector<Antecedent> row_of_states(std::size_t number) const;
  // "the accord": the agreement that was spoken of last; nullptr = none, or too long ago.
  const Antecedent* last_agreement() const;

 private:
  std::uint32_t past_adverbs(std::uint32_t i) const;
  bool finite_follows(std::uint32_t i) const;
  bool says(std::uint32_t i) const;
  bool is_subject(TokenRange phrase, bool verb_before) const;
  TokenRange named_at(const Member& member) const;
  bool known_woman(std::int32_t entity) const;
  std::optional<AntecedentPair> two_of(const std::vector<Antecedent>& list, std::uint32_t sentence,
                                       std::uint32_t at) const;
  using PostTest = std::function<bool(const Role&)>;
  bool has_post(std::int32_t entity, const PostTest& fits) const;
  std::optional<AntecedentPair> last_people(std::uint32_t at, const PostTest& fits,
                                            std::uint32_t back) const;
  std::optional<AntecedentPair> leading_people(std::uint32_t at) const;
  bool people_of(std::uint32_t token) const;
  bool only_place(const Antecedent& seen) const;
  std::vector<Antecedent> last_row(std::size_t number, std::uint32_t back, bool people) const;
  std::size_t people_since(std::uint32_t at, std::uint32_t sentence) const;
  bool same_country(std::int32_t a, std::int32_t b) const;
  std::optional<AntecedentPair> represented_pair() const;

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  const std::vector<std::int32_t>& countries_;
  std::vector<Antecedent> people_;  // so far, in order
  std::vector<Antecedent> things_;
  std::uint32_t sentence_ = 0;
  TokenRange range_;  // its tokens
};

}  // namespace entente
