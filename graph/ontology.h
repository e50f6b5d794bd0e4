#pragma once
// What kinds of nodes and edges there are: data/ontology.toml (entity types) and
// data/relations/*.toml (one relation, one file). The patterns are kept as text here;
// extract/pattern.h gives them their meaning.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct EntityType {
  std::string name;    // "person"
  std::string label;   // "Person"
  std::string plural;  // "People"
  bool actor = false;  // may act and be acted upon: a person, a country, but no treaty
};

struct RelationPattern {
  std::string text;        // "{subject} visit.v {object}"; words in the place of "<name>"
  std::uint32_t line = 0;  // in the relation's file, from 1
};

struct RelationExample {
  std::string text;                // one or more sentences
  std::vector<std::string> facts;  // "Xi | visited | Hanoi"; empty = a counter-example
  std::uint32_t line = 0;
};

// What a fact is in the terms of political event data; all empty = no event of these.
struct EventCodes {
  std::string plover;  // category, one of plover_categories()
  std::string mode;    // how, "phone"; empty = not said
  std::string cameo;   // the older CAMEO, two digits or more: "042"

  friend bool operator==(const EventCodes&, const EventCodes&) = default;
};

// Codes of facts whose trigger has one of `words` in it: "releas*" is any word that begins so.
struct TriggerCodes {
  std::vector<std::string> words;
  EventCodes codes;
};

// One of PLOVER's sixteen categories, named as in the POLECAT data (REQUEST is the manual's
// DEMAND).
struct PloverCategory {
  std::string_view name;
  std::string_view quad;    // "verbal cooperation", "material conflict", ...
  std::string_view intent;  // CAMEO code of the intention to do so; empty = a conflict
};
const std::array<PloverCategory, 16>& plover_categories();
const PloverCategory* plover_category(std::string_view name);  // nullptr = unknown

// What makes an occurrence an occasion that several people or countries are at: a meeting, a visit.
struct Occasion {
  std::string kind;           // "visit": facts of one kind may be of one event
  std::string subject;        // the role of each end: "visitor" ...
  std::string object;         // ... "destination"
  bool about_object = false;  // all that is told of one object on one day is one event: a signing
};

struct Relation {
  // A state that actors declare: support, a partnership. Known of the days on which they do.
  bool declared() const { return state && !codes.plover.empty(); }

  std::string name;        // "met-with", also the file's stem
  std::string label;       // "met": short, for an edge of a picture
  std::string phrase;      // "{subject} met {object}": an edge read aloud
  bool symmetric = false;  // subject and object may be swapped; stored with the smaller id first
  bool state = false;      // a lasting state (a post, a membership) rather than an occurrence
  std::optional<Occasion> occasion;   // nullopt = its facts are of no event
  std::vector<std::string> subjects;  // entity types allowed at each end
  std::vector<std::string> objects;
  EventCodes codes;
  std::vector<TriggerCodes> trigger_codes;  // the first that fits is taken instead of `codes`
  std::vector<RelationPattern> patterns;
  std::vector<RelationExample> examples;
  std::string file;  // where it was read from, for messages
};

struct Ontology {
  std::vector<EntityType> types;    // in the order of the file
  std::vector<Relation> relations;  // sorted by name

  const EntityType* type(std::string_view name) const;    // nullptr = unknown
  const Relation* relation(std::string_view name) const;  // nullptr = unknown
};

// Where the rule of an Evidence stands: "relations/met-with.toml:12"; empty = in no file that was
// loaded, for the graph was read with other data.
std::string place_of_rule(const Ontology& ontology, std::string_view rule);

// Reads `data`/ontology.toml and `data`/relations/*.toml. Throws Error with file, line and column
// on a syntax error, an unknown key, an unknown entity type, a missing key, a list of words that is
// not there or of no use, an example that names another relation or a code that PLOVER or CAMEO
// does not have.
Ontology load_ontology(const std::filesystem::path& data);

}  // namespace entente
