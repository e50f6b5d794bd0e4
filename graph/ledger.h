#pragma once
// What the reader decided about a graph: one decision a line of a plain text file beside the graph
// file, to be read, edited and deleted by hand. The format: doc/formats.md. What a decision does to
// a graph: graph/replay.h.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "graph/fact.h"

namespace entente {

// An entity as a line names it: "Ann Lind <person:ann-lind> @ 001.txt". Each part may be empty, but
// not both the name and the id. An id may change when articles come and go; the name and the
// article that says it then still lead to the entity.
struct EntityRef {
  std::string name;
  std::string id;
  std::string article;  // which of several of one name: the one that this article names

  std::string_view type() const {  // of the id: "person"
    return std::string_view(id).substr(0, id.find(':'));
  }

  friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

struct Decision {
  // AddEntity and AddFact are the reader's own; the others are about what articles say.
  enum class Kind {
    Same,
    Differ,
    Rename,
    Retype,
    RejectEntity,
    RejectFact,
    CorrectFact,
    AddEntity,
    AddFact
  };
  Kind kind = Kind::Same;
  EntityRef a;       // of a fact the subject
  EntityRef b;       // Same, Differ; of a fact the object
  std::string name;  // Rename: the new name
  std::string type;  // Retype, AddEntity: EntityType::name

  // Of a fact: which it is, or what is added. An added one has a date or none, and a status.
  std::string relation;
  bool any_date = true;  // else `when`, where nullopt is a fact without a date
  std::optional<DateRange> when;
  std::optional<Status> status;      // nullopt = any
  std::optional<std::string> title;  // nullopt = any; empty = a fact without. Not of AddFact
  // CorrectFact: what it has from now on: "date" (ISO, or empty = not known), "status", qualifiers
  // (empty = none). AddFact: qualifiers. The "place" is an entity as to_string(EntityRef) has it.
  std::map<std::string, std::string> values;

  std::string reason;      // may be empty
  std::uint32_t line = 0;  // from 1; 0 = not in a file yet

  friend bool operator==(const Decision&, const Decision&) = default;
};

// How a decision is written, and where: bytes of the file.
struct DecisionText {
  std::string text;  // the line without white space around it
  Span line;         // where it stands
  Span a;            // the name, or the id where there is no name
  Span word;         // of a fact the relation, else the first word
  Span b;            // of what has two ends, else as `a`
};

struct Ledger {
  std::string file;  // for messages
  std::vector<Decision> decisions;
  std::vector<DecisionText> texts;  // [decision]
};

// Evidence::rule of what the reader says: its quote is a line of the ledger, its article the
// ledger's file name, its spans bytes of that file.
inline constexpr std::string_view kLedgerRule = "ledger";
inline bool is_of_reader(const Evidence& evidence) { return evidence.rule == kLedgerRule; }

// Evidence::article of what the reader says: the name of the ledger's file, without its folder.
std::string ledger_name(const std::filesystem::path& ledger);

// Throws Error{Fault::Input} with file and line, what was found and what was expected.
Ledger parse_ledger(const std::string& file, std::string_view bytes);

// One line, without its end. parse_ledger() reads it back as it was; control characters aside.
std::string to_line(const Decision& decision);

// "Ann Lind <person:ann-lind> @ 001.txt", as in a line; and back. Throws Error{Fault::Usage} where
// there is neither a name nor an id.
std::string to_string(const EntityRef& ref);
EntityRef parse_entity_ref(std::string_view text);

// "g.ent" -> "g.ent.ledger"
std::filesystem::path ledger_path(const std::filesystem::path& graph);

// The bytes of the ledger of `graph`; empty where there is none.
std::string read_ledger(const std::filesystem::path& graph);

// `bytes` with one more line; what a new file explains at its top is there too.
std::string with_line(std::string bytes, const Decision& decision);

// `bytes` without the line of that number, from 1. Throws Error{Fault::Usage} where no decision
// stands there.
std::string without_line(const Ledger& ledger, std::string_view bytes, std::uint32_t line);

}  // namespace entente
