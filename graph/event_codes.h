#pragma once
// What a fact is in the terms of political event data (PLOVER, CAMEO).

#include <string_view>

#include "graph/fact.h"
#include "graph/ontology.h"

namespace entente {

// By the relation and by the words that state the fact. What is only planned and would be
// cooperation is an intention: AGREE, as PLOVER has it. All empty where the relation is no event.
EventCodes event_codes(const Relation& relation, const Fact& fact);

// What PLOVER calls the context of an event that did not just happen: "future", "hypothetical",
// "negation"; empty for one that did.
std::string_view event_context(Status status);

}  // namespace entente
