#pragma once
// What kinds of nodes and edges there are: data/ontology.toml (entity types) and
// data/relations/*.toml (one relation, one file). The patterns are kept as text here;
// extract/pattern.h gives them their meaning.

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
};

struct RelationPattern {
  std::string text;        // "{subject} visit.v {object}"
  std::uint32_t line = 0;  // in the relation's file, from 1
};

struct RelationExample {
  std::string text;                // one or more sentences
  std::vector<std::string> facts;  // "Xi | visited | Hanoi"; empty = a counter-example
  std::uint32_t line = 0;
};

// What makes an occurrence an occasion that several people or countries are at: a meeting, a visit.
struct Occasion {
  std::string kind;           // "visit": facts of one kind may be of one event
  std::string subject;        // the role of each end: "visitor" ...
  std::string object;         // ... "destination"
  bool about_object = false;  // all that is told of one object on one day is one event: a signing
};

struct Relation {
  std::string name;        // "met-with", also the file's stem
  std::string label;       // "met": short, for an edge of a picture
  std::string phrase;      // "{subject} met {object}": an edge read aloud
  bool symmetric = false;  // subject and object may be swapped; stored with the smaller id first
  bool state = false;      // a lasting state (a post, a membership) rather than an occurrence
  std::optional<Occasion> occasion;   // nullopt = its facts are of no event
  std::vector<std::string> subjects;  // entity types allowed at each end
  std::vector<std::string> objects;
  std::string plover;  // category code, "CONSULT"; empty = none
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

// Reads `data`/ontology.toml and `data`/relations/*.toml. Throws Error with file, line and column
// on a syntax error, an unknown key, an unknown entity type, a missing key or an example that names
// another relation.
Ontology load_ontology(const std::filesystem::path& data);

}  // namespace entente
