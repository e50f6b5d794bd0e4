#pragma once
// A text read up to a stage, and back to lines: what the tests of names, posts, phrases and facts
// are made of.

#include <string>
#include <string_view>
#include <vector>

#include "extract/analyse.h"
#include "extract/cut_words.h"
#include "extract/entities.h"
#include "extract/gazetteer.h"
#include "extract/name_repairs.h"
#include "extract/names.h"
#include "extract/phrases.h"
#include "extract/read.h"
#include "extract/roles.h"
#include "extract/words.h"
#include "tests/extract/reading.h"

namespace entente {

inline const Words& words() {
  static const Words loaded = load_words(ENTENTE_DATA_DIR);
  return loaded;
}

inline const Gazetteer& gazetteer() {
  static const Gazetteer loaded(ENTENTE_DATA_DIR);
  return loaded;
}

inline const Models& models() {
  static const Models loaded(ENTENTE_DATA_DIR);
  return loaded;
}

inline const Reader& reader() {
  static const Reader loaded(ENTENTE_DATA_DIR);
  return loaded;
}

struct Analysed {
  Document document;
  std::vector<LocalEntity> entities;
};

// Read up to the names: with words, times, tags and guesses.
inline Document tagged(std::string_view text, std::optional<DateRange> published = {}) {
  Document document = read_body(text);
  document.article.published = published;
  cut_words(document);
  find_times(document);
  tag_words(document, models().tagger, words());
  guess_names(document, models().names, words(), gazetteer());
  return document;
}

// Everything before the facts.
inline Analysed analysed(std::string_view text, std::optional<DateRange> published = {}) {
  Analysed result;
  result.document = tagged(text, published);
  find_names(result.document, words(), gazetteer());
  repair_names(result.document, words());
  parse(result.document, models(), words(), false);
  find_times(result.document);
  result.entities = find_entities(result.document, words(), gazetteer());
  find_roles(result.document, words());
  find_phrases(result.document, result.entities, words());
  return result;
}

inline std::string name_of(const std::vector<LocalEntity>& entities, const std::string& id) {
  for (const LocalEntity& entity : entities) {
    if (entity.id == id) return entity.name;
  }
  return id;
}

// "person Anna Keller; country Austria": the entities, in order of appearance.
inline std::string entities_of(const Analysed& read) {
  std::string line;
  for (const LocalEntity& entity : read.entities) {
    if (!line.empty()) line += "; ";
    line += entity.type + ' ' + entity.name;
  }
  return line;
}

// "Anna Keller + Marcus Hale / Austria": the phrases that stand for somebody, members joined by " +
// ".
inline std::string phrases_of(const Analysed& read) {
  std::string line;
  for (const Phrase& phrase : read.document.phrases) {
    if (phrase.members.empty()) continue;
    if (!line.empty()) line += " / ";
    for (std::size_t m = 0; m < phrase.members.size(); ++m) {
      if (m > 0) line += " + ";
      line += read.entities[static_cast<std::size_t>(phrase.members[m].entity)].name;
    }
  }
  return line;
}

// "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened", one a line, of one relation or of
// all.
inline std::string facts_of(std::string_view text, std::string_view relation = "",
                            std::optional<DateRange> published = {}) {
  Document document = read_body(text);
  document.article.published = published;
  const Extraction extraction = reader().read(document);
  std::string lines;
  for (const Fact& fact : extraction.facts) {
    if (!relation.empty() && fact.relation != relation) continue;
    lines += name_of(extraction.entities, fact.subject) + " | " + fact.relation + " | " +
             name_of(extraction.entities, fact.object) + " | " +
             (fact.when ? to_iso(*fact.when) : "-") + " | " + std::string(to_string(fact.status)) +
             "\n";
  }
  return lines;
}

}  // namespace entente
