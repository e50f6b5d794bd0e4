#pragma once
// What one article says, by itself: a pure function of the article and the data files. Entity ids
// are local to the article. A graph is a fold over Extractions (graph/build.h), so adding or
// replacing one article gives the same graph as building all again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.h"
#include "graph/fact.h"

namespace entente {

struct LocalEntity {
  std::string id;    // local: "e0", "e1", ...; facts of the same Extraction refer to it
  std::string type;  // EntityType::name
  std::string name;  // the fullest name the article uses, as written
  std::string
      known;  // id in a gazetteer ("country:china"); empty = not listed. Equal ids are one entity
  std::vector<std::string>
      names;  // every surface form that names it, `name` included; sorted, unique
  std::vector<std::string>
      acronyms;  // those of `names` that the article defines as short for it: "CPC"
  std::uint32_t mentions = 0;
  bool described = false;  // "a trade agreement": not named, so never the same as another article's

  friend bool operator==(const LocalEntity&, const LocalEntity&) = default;
};

struct Extraction {
  std::vector<LocalEntity> entities;
  std::vector<Fact> facts;      // ids of LocalEntity; Fact::id empty; one Evidence or more each
  std::vector<Span> sentences;  // of the article's text, in order: what a search looks through
  std::string sketch;           // of the article's body, to know copies of it by: copies.h

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

// One line of JSON, stable key order, and back. from_json throws Error{Fault::Input} on anything
// else.
std::string to_json(const Extraction& extraction);
Extraction extraction_from_json(std::string_view json);

}  // namespace entente
