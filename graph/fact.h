#pragma once
// Something the news says of two entities, and the sentences that say it: one edge.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace entente {

enum class Status { Happened, Planned, Denied, Hypothetical };
std::string_view to_string(Status status);  // "happened", ...
std::optional<Status> parse_status(std::string_view text);

// One step from words that do not name an entity to the words that do: "the two leaders" -> "Xi
// Jinping".
struct Link {
  Span from;         // the words in the sentence; bytes of the article's text
  Span to;           // the words that name the entity, earlier or later in the article
  std::string rule;  // how: "pronoun", "role", "short-name", "acronym", "plural", "demonym"

  friend bool operator==(const Link&, const Link&) = default;
};

struct Evidence {
  std::string article;  // Article::id
  Span sentence;        // this and the three below: bytes of the article's stored text
  Span trigger;         // the words that state the relation
  Span subject;         // the words that stand for the subject ...
  Span object;          // ... and the object; a name, or the start of a link that leads to one
  std::string quote;    // the sentence, byte for byte
  std::string rule;  // what fired: "visited/2" = pattern 2 (from 1) of data/relations/visited.toml
  std::string said_by;      // Entity::id of who is quoted as saying so; empty = the article itself
  std::vector<Link> links;  // coreference that was used; empty when both ends are names
  std::string date_phrase;  // the words that gave the date; empty when there is none
  double confidence = 0.0;  // 0..1
  std::string copy_of;      // Article::id of the first article with the same text; empty = its own.
                            // Known only in a graph

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Fact {
  std::string id;        // stable: of subject, relation, object, status, date and title
  std::string subject;   // Entity::id
  std::string relation;  // Relation::name
  std::string object;    // Entity::id
  Status status = Status::Happened;
  std::optional<DateRange> when;                  // nullopt = the text does not say
  std::map<std::string, std::string> qualifiers;  // title, what, topic: text; place: an Entity::id
  std::vector<Evidence> evidence;                 // never empty; by article and place; reader last
  std::string event;                              // Event::id; empty = of no event

  friend bool operator==(const Fact&, const Fact&) = default;
};

// The article whose text a sentence comes from: articles with the same text are one source.
const std::string& source_of(const Evidence& evidence);

// How many independent sources state `fact`.
std::size_t sources(const Fact& fact);

// 1 - product of (1 - confidence) over the sources.
double confidence(const Fact& fact);

}  // namespace entente
