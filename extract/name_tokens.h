#pragma once
// What a token is to the names around it: a word of one, a small word, the first of a sentence, the
// beginning of what a list knows. Every question reads; nothing is found here.
// Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/token_forms.h"
#include "extract/words.h"

namespace entente {

// How an article writes words inside its sentences, where a capital tells something. All in lower
// case.
struct SeenForms {
  std::set<std::string> proper;  // proper nouns
  std::set<std::string> pairs;   // two words, both with a capital, and a blank between them
  std::set<std::string> units;   // acronyms of what is no name: "teu" of "equivalent units (TEU)"
};

SeenForms seen_forms(const Document& document, const TokenForms& forms);

// Views of what belongs to a document and a reader, which must outlive it. The sentence bounds
// every answer but those of `all`. Tokens are indices of `all`.
struct NameTokens {
  const std::vector<Token>& all;
  const TokenForms& forms;
  const Words& words;
  const Gazetteer& gazetteer;
  const SeenForms& seen;
  TokenRange range;  // the sentence

  const Token& operator[](std::uint32_t token) const { return all[token]; }

  bool ordinal(std::uint32_t i) const;   // "14th"
  bool numbered(std::uint32_t i) const;  // an ordinal, a year, "annual"
  bool particle(std::uint32_t i) const;  // "bin", "van", in small letters as well
  bool opening_quote(std::uint32_t i) const;
  bool behind_place_preposition(std::uint32_t i) const;  // "in" or the like right before it
  bool person_like(const std::string& lower) const;      // a forename or a family name on the lists

  // The first word of the sentence, or of a quotation in it: its capital says nothing.
  bool opens_sentence(std::uint32_t i) const;
  // "To NAME": a family name that looks like a small word; at the head of a sentence only when it
  // was seen inside one.
  bool family_name(std::uint32_t i) const;
  bool small_word(std::uint32_t i) const;  // "of", "The"; not "US"
  // Has a capital, and is no small word, weekday or part of a time; false behind the sentence.
  bool word_of_name(std::uint32_t i) const;
  bool starts_name(std::uint32_t i) const;
  // The quotation mark of "«Ministry of Trade»", "Senior" of "Senior U.S. State Department
  // official".
  bool outside_name(std::uint32_t i) const;
  // "China-Vietnam relations", "Russia-led": no name of its own.
  bool hyphen_pair(TokenRange name) const;
  // How many words from `at` on name no body, post or place.
  std::uint32_t plain_words(std::uint32_t at, std::uint32_t end) const;

  // What the lists know from a token on: at most `most` words; {0, nullptr} = nothing.
  Gazetteer::Match known(std::uint32_t i, std::size_t most = 16) const;
  bool known_at(std::uint32_t i) const { return known(i).name != nullptr; }
  std::optional<PhraseTable::Match> role(std::uint32_t i, std::uint32_t end) const {
    return words.roles.find(all, i, end);
  }
  std::optional<PhraseTable::Match> title(std::uint32_t i, std::uint32_t end) const {
    return words.titles.find(all, i, end);
  }
  // The organization (event, agreement ...) word that the token is, in the plural as well; nullptr
  // = none.
  const HeadWord* head(std::uint32_t i, HeadWord::Where where, bool with_number = false) const;
};

}  // namespace entente
