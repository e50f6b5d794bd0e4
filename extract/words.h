#pragma once
// What the program knows of English words: data/words/*. Immutable once loaded. The formats are in
// data/README.md.

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/document.h"
#include "extract/offices.h"
#include "graph/fact.h"

namespace entente {

// Phrases of one or more words, found by longest match over lower-case tokens.
class PhraseTable {
 public:
  // `phrase`: lower-case words separated by single blanks.
  void add(std::string_view phrase, std::string value);

  struct Match {
    std::uint32_t length = 0;  // in tokens
    const std::string* value = nullptr;
  };
  // The longest phrase that begins at token `at` and ends before `end`.
  std::optional<Match> find(const std::vector<Token>& tokens, std::uint32_t at,
                            std::uint32_t end) const;

 private:
  std::unordered_map<std::string, std::string> phrases_;
  std::unordered_map<std::string, std::uint32_t> longest_;  // by first word: most words of a phrase
};

// A word that makes a capitalised phrase a name of some type: "ministry", "treaty".
struct HeadWord {
  std::string type;  // EntityType::name
  enum class Where { First, Last, Any } where = Where::Last;
  bool numbered = false;  // only with an ordinal, a year or "Annual": "20th National Congress"
};

// What a word that governs a deed or describes it can be.
enum class Governor { Verb, Noun, Adjective };

struct Words {
  struct Form {
    std::string lemma;
    bool noun = false;  // was ever seen as
    bool verb = false;
    bool adjective = false;
    bool proper = false;  // mostly a proper noun
  };
  std::unordered_map<std::string, Form> forms;
  std::unordered_map<std::string, std::string> verb_lemmas;  // "met" -> "meet"
  std::unordered_map<std::string, std::string> noun_lemmas;  // "talks" -> "talk"
  static constexpr char kPlural = '*';
  PhraseTable roles;   // "prime minister" -> kind; "prime ministers" -> kind and kPlural
  PhraseTable titles;  // "mr" -> kind
  Offices offices;     // of which states an office can be
  std::unordered_set<std::string> role_modifiers;
  std::unordered_set<std::string> former;      // "former": a post that is held no more
  std::unordered_set<std::string> portfolios;  // "affairs": what offices are in charge of
  std::unordered_set<std::string> groups;      // "rebels": nouns for people who act together
  std::unordered_set<std::string>
      owned_groups;  // "tanks": who acts where a country's stands before it
  std::unordered_set<std::string>
      bodies;  // "ministry": of a state, where its country stands before
  std::map<std::pair<std::string, Governor>, Status> modality;  // "plan" -> Planned
  std::unordered_map<std::string, std::vector<HeadWord>> heads;
  std::unordered_map<std::string, char>
      genders;                                // of forenames: 'f', 'm', or another letter for both
  std::unordered_set<std::string> forenames;  // folded
  std::unordered_set<std::string> surnames;   // folded
  std::unordered_set<std::string>
      family_first;  // folded family names written before the given name

  // nullptr = none. `numbered`: the name has an ordinal, so that words which need one count, and
  // count first.
  const HeadWord* head(std::string_view lower_form, HeadWord::Where where,
                       bool numbered = false) const;
  bool is_common(std::string_view lower_form) const;  // an ordinary word, not mostly a proper noun
};

Words load_words(const std::filesystem::path& data);

// In lower case, of a form in lower case.
std::string lemma_of(const std::string& lower, Tag tag, const Words& words);

}  // namespace entente
