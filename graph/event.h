#pragma once
// One occasion: a meeting, a visit, a signing, with everyone who took part. The facts between two
// of them are its projection, and each says by Fact::event which occasion it is of. Not to be mixed
// up with an entity of type "event" (a summit with a name), which is a node.

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "graph/fact.h"

namespace entente {

struct Participant {
  std::string entity;  // Entity::id
  std::string role;    // "visitor": as Occasion has it for the end of the fact

  friend auto operator<=>(const Participant&, const Participant&) = default;
};

struct Event {
  std::string id;    // "event:meeting-2024-08-19-0123456789ab": of kind, participants, status, date
  std::string kind;  // Occasion::kind
  Status status = Status::Happened;
  std::optional<DateRange> when;          // the most exact that one of its facts has
  std::string place;                      // Entity::id; empty = the text does not say
  std::vector<Participant> participants;  // sorted, unique; those of facts of this status
  std::vector<std::string> facts;         // Fact::id, sorted; also those that only planned it
  std::vector<std::string> articles;      // Article::id of all that tell of it; sorted
  std::size_t sources = 0;                // texts that say that it has this status
  // Event::id of what another sentence says of the same occasion and cannot both be so: another
  // date, or that it was not. Sorted.
  std::vector<std::string> conflicts;

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace entente
