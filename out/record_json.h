#pragma once
// The keys and values of records, shared by records.cpp and the exports. Each writes into an object
// that the caller began, so that it can add keys of its own.

#include "graph/article.h"
#include "graph/entity.h"
#include "graph/event.h"
#include "graph/fact.h"
#include "out/json.h"

namespace entente {

void put_entity(JsonWriter& json, const Entity& entity);
void put_fact(JsonWriter& json, const Fact& fact);  // without its evidence
void put_evidence(JsonWriter& json, const Evidence& evidence);
void put_event(JsonWriter& json, const Event& event);
void put_article(JsonWriter& json, const Article& article);

}  // namespace entente
