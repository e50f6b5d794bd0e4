// The keys and values of records: see record_json.h. The order of the keys is part of the contract.

#include "out/record_json.h"

namespace entente {
namespace {

void put_link(JsonWriter& json, const Link& link) {
  json.StartObject();
  put_key(json, "from");
  put_span(json, link.from);
  put_key(json, "to");
  put_span(json, link.to);
  put_key(json, "rule");
  put_string(json, link.rule);
  json.EndObject();
}

}  // namespace

void put_entity(JsonWriter& json, const Entity& entity) {
  put_key(json, "id");
  put_string(json, entity.id);
  put_key(json, "type");
  put_string(json, entity.type);
  put_key(json, "name");
  put_string(json, entity.name);
  put_key(json, "aliases");
  put_strings(json, entity.aliases);
  put_key(json, "articles");
  put_strings(json, entity.articles);
  put_key(json, "mentions");
  json.Uint(entity.mentions);
}

void put_evidence(JsonWriter& json, const Evidence& evidence) {
  put_key(json, "article");
  put_string(json, evidence.article);
  put_key(json, "start");
  json.Uint(evidence.sentence.begin);
  put_key(json, "end");
  json.Uint(evidence.sentence.end);
  put_key(json, "text");
  put_string(json, evidence.quote);
  put_key(json, "rule");
  put_string(json, evidence.rule);
  put_key(json, "said_by");
  put_string_or_null(json, evidence.said_by);
  put_key(json, "trigger");
  put_span(json, evidence.trigger);
  put_key(json, "subject");
  put_span(json, evidence.subject);
  put_key(json, "object");
  put_span(json, evidence.object);
  put_key(json, "links");
  json.StartArray();
  for (const Link& link : evidence.links) put_link(json, link);
  json.EndArray();
  put_key(json, "date_phrase");
  put_string_or_null(json, evidence.date_phrase);
  put_key(json, "confidence");
  put_confidence(json, evidence.confidence);
  put_key(json, "copy_of");
  put_string_or_null(json, evidence.copy_of);
}

void put_fact(JsonWriter& json, const Fact& fact) {
  put_key(json, "id");
  put_string(json, fact.id);
  put_key(json, "subject");
  put_string(json, fact.subject);
  put_key(json, "relation");
  put_string(json, fact.relation);
  put_key(json, "object");
  put_string(json, fact.object);
  put_key(json, "date");
  put_date(json, fact.when);
  put_key(json, "status");
  put_string(json, to_string(fact.status));
  put_key(json, "qualifiers");
  json.StartObject();
  for (const auto& [name, value] : fact.qualifiers) {
    put_key(json, name);
    put_string(json, value);
  }
  json.EndObject();
  put_key(json, "event");
  put_string_or_null(json, fact.event);
  put_key(json, "confidence");
  put_confidence(json, confidence(fact));
  put_key(json, "sources");
  json.Uint64(sources(fact));
}

void put_event(JsonWriter& json, const Event& event) {
  put_key(json, "id");
  put_string(json, event.id);
  put_key(json, "kind");
  put_string(json, event.kind);
  put_key(json, "date");
  put_date(json, event.when);
  put_key(json, "status");
  put_string(json, to_string(event.status));
  put_key(json, "place");
  put_string_or_null(json, event.place);
  put_key(json, "participants");
  json.StartArray();
  for (const Participant& one : event.participants) {
    json.StartObject();
    put_key(json, "entity");
    put_string(json, one.entity);
    put_key(json, "role");
    put_string(json, one.role);
    json.EndObject();
  }
  json.EndArray();
  put_key(json, "facts");
  put_strings(json, event.facts);
  put_key(json, "articles");
  put_strings(json, event.articles);
  put_key(json, "sources");
  json.Uint64(event.sources);
  put_key(json, "conflicts");
  put_strings(json, event.conflicts);
}

void put_article(JsonWriter& json, const Article& article) {
  put_key(json, "id");
  put_string(json, article.id);
  put_key(json, "url");
  put_string_or_null(json, article.url);
  put_key(json, "title");
  put_string_or_null(json, article.title);
  put_key(json, "outlet");
  put_string_or_null(json, article.outlet);
  put_key(json, "author");
  put_string_or_null(json, article.author);
  put_key(json, "published");
  put_date(json, article.published);
  put_key(json, "published_from");
  put_string_or_null(json, article.published_from);
}

}  // namespace entente
