#include "graph/extraction.h"

#include <set>

#include "base/error.h"
#include "graph/copies.h"
#include "graph/json.h"

namespace entente {
namespace {

void write_strings(JsonWriter& json, const std::vector<std::string>& texts) {
  json.StartArray();
  for (const std::string& text : texts) write_string(json, text);
  json.EndArray();
}

void write_field(JsonWriter& json, std::string_view key, std::string_view text) {
  write_key(json, key);
  write_string(json, text);
}

void write_field(JsonWriter& json, std::string_view key, Span span) {
  write_key(json, key);
  write_span(json, span);
}

void write_entity(JsonWriter& json, const LocalEntity& entity) {
  json.StartObject();
  write_field(json, "id", entity.id);
  write_field(json, "type", entity.type);
  write_field(json, "name", entity.name);
  write_field(json, "known", entity.known);
  write_key(json, "names");
  write_strings(json, entity.names);
  write_key(json, "acronyms");
  write_strings(json, entity.acronyms);
  write_key(json, "mentions");
  json.Uint(entity.mentions);
  write_key(json, "described");
  json.Bool(entity.described);
  json.EndObject();
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.StartObject();
  write_field(json, "article", evidence.article);
  write_field(json, "sentence", evidence.sentence);
  write_field(json, "trigger", evidence.trigger);
  write_field(json, "subject", evidence.subject);
  write_field(json, "object", evidence.object);
  write_field(json, "quote", evidence.quote);
  write_field(json, "rule", evidence.rule);
  write_field(json, "said_by", evidence.said_by);
  write_key(json, "links");
  write_links(json, evidence.links);
  write_field(json, "date_phrase", evidence.date_phrase);
  write_key(json, "confidence");
  json.Double(evidence.confidence);
  json.EndObject();
}

void write_fact(JsonWriter& json, const Fact& fact) {
  json.StartObject();
  write_field(json, "subject", fact.subject);
  write_field(json, "relation", fact.relation);
  write_field(json, "object", fact.object);
  write_field(json, "status", to_string(fact.status));
  write_field(json, "when", fact.when ? to_iso(*fact.when) : std::string());
  write_key(json, "qualifiers");
  write_qualifiers(json, fact.qualifiers);
  write_key(json, "evidence");
  json.StartArray();
  for (const Evidence& evidence : fact.evidence) write_evidence(json, evidence);
  json.EndArray();
  json.EndObject();
}

// Begin and end of each in turn.
void write_sentences(JsonWriter& json, const std::vector<Span>& sentences) {
  json.StartArray();
  for (const Span span : sentences) {
    json.Uint(span.begin);
    json.Uint(span.end);
  }
  json.EndArray();
}

[[noreturn]] void refuse(const std::string& message) {
  throw Error(Fault::Input, "broken record: " + message);
}

std::vector<std::string> read_strings(const rapidjson::Value& value) {
  std::vector<std::string> texts;
  for (const rapidjson::Value& text : read_array(value)) texts.push_back(read_string(text));
  return texts;
}

LocalEntity read_entity(const rapidjson::Value& value) {
  check_object(value,
               {"id", "type", "name", "known", "names", "acronyms", "mentions", "described"});
  LocalEntity entity;
  entity.id = read_string(member(value, "id"));
  entity.type = read_string(member(value, "type"));
  entity.name = read_string(member(value, "name"));
  entity.known = read_string(member(value, "known"));
  entity.names = read_strings(member(value, "names"));
  entity.acronyms = read_strings(member(value, "acronyms"));
  entity.mentions = read_number(member(value, "mentions"));
  const rapidjson::Value& described = member(value, "described");
  if (!described.IsBool()) refuse("expected true or false");
  entity.described = described.GetBool();
  if (entity.id.empty() || entity.type.empty() || entity.name.empty()) {
    refuse("an entity without id, type or name");
  }
  return entity;
}

double read_confidence(const rapidjson::Value& value) {
  if (!value.IsNumber() || !(value.GetDouble() >= 0.0 && value.GetDouble() <= 1.0)) {
    refuse("expected a confidence of 0 to 1");
  }
  return value.GetDouble();
}

Evidence read_evidence(const rapidjson::Value& value) {
  check_object(value, {"article", "sentence", "trigger", "subject", "object", "quote", "rule",
                       "said_by", "links", "date_phrase", "confidence"});
  Evidence evidence;
  evidence.article = read_string(member(value, "article"));
  evidence.sentence = read_span(member(value, "sentence"));
  evidence.trigger = read_span(member(value, "trigger"));
  evidence.subject = read_span(member(value, "subject"));
  evidence.object = read_span(member(value, "object"));
  evidence.quote = read_string(member(value, "quote"));
  evidence.rule = read_string(member(value, "rule"));
  evidence.said_by = read_string(member(value, "said_by"));
  evidence.links = read_links(member(value, "links"));
  evidence.date_phrase = read_string(member(value, "date_phrase"));
  evidence.confidence = read_confidence(member(value, "confidence"));
  return evidence;
}

Status read_status(const rapidjson::Value& value) {
  const std::string text = read_string(value);
  const auto status = parse_status(text);
  if (!status) refuse("unknown status \"" + text + "\"");
  return *status;
}

std::optional<DateRange> read_when(const rapidjson::Value& value) {
  const std::string text = read_string(value);
  if (text.empty()) return std::nullopt;
  const auto when = parse_iso(text);
  if (!when) refuse("not a date: \"" + text + "\"");
  return when;
}

Fact read_fact(const rapidjson::Value& value) {
  check_object(value,
               {"subject", "relation", "object", "status", "when", "qualifiers", "evidence"});
  Fact fact;
  fact.subject = read_string(member(value, "subject"));
  fact.relation = read_string(member(value, "relation"));
  fact.object = read_string(member(value, "object"));
  fact.status = read_status(member(value, "status"));
  fact.when = read_when(member(value, "when"));
  fact.qualifiers = read_qualifiers(member(value, "qualifiers"));
  for (const rapidjson::Value& each : read_array(member(value, "evidence"))) {
    fact.evidence.push_back(read_evidence(each));
  }
  if (fact.relation.empty()) refuse("a fact without a relation");
  if (fact.evidence.empty()) refuse("a fact without evidence");
  return fact;
}

std::vector<Span> read_sentences(const rapidjson::Value& value) {
  const auto numbers = read_array(value);
  if (numbers.Size() % 2 != 0) refuse("a sentence without an end");
  std::vector<Span> sentences;
  std::uint32_t last = 0;
  for (rapidjson::SizeType i = 0; i < numbers.Size(); i += 2) {
    const Span span{read_number(numbers[i]), read_number(numbers[i + 1])};
    if (span.begin < last || span.end < span.begin) refuse("sentences that are not in order");
    last = span.end;
    sentences.push_back(span);
  }
  return sentences;
}

// Every id that a fact uses must be one of the extraction's entities.
void check_references(const Extraction& extraction) {
  std::set<std::string_view> ids;
  for (const LocalEntity& entity : extraction.entities) {
    if (!ids.insert(entity.id).second) refuse("two entities \"" + entity.id + "\"");
  }
  const auto check = [&ids](const std::string& id) {
    if (!ids.contains(id)) refuse("no entity \"" + id + "\"");
  };
  for (const Fact& fact : extraction.facts) {
    check(fact.subject);
    check(fact.object);
    if (const auto place = fact.qualifiers.find("place"); place != fact.qualifiers.end()) {
      check(place->second);
    }
    for (const Evidence& evidence : fact.evidence) {
      if (!evidence.said_by.empty()) check(evidence.said_by);
    }
  }
}

}  // namespace

std::string to_json(const Extraction& extraction) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  write_key(json, "entities");
  json.StartArray();
  for (const LocalEntity& entity : extraction.entities) write_entity(json, entity);
  json.EndArray();
  write_key(json, "facts");
  json.StartArray();
  for (const Fact& fact : extraction.facts) write_fact(json, fact);
  json.EndArray();
  write_key(json, "sentences");
  write_sentences(json, extraction.sentences);
  write_field(json, "sketch", extraction.sketch);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

Extraction extraction_from_json(std::string_view json) {
  const rapidjson::Document document = parse_json(json);
  check_object(document, {"entities", "facts", "sentences", "sketch"});
  Extraction extraction;
  for (const rapidjson::Value& each : read_array(member(document, "entities"))) {
    extraction.entities.push_back(read_entity(each));
  }
  for (const rapidjson::Value& each : read_array(member(document, "facts"))) {
    extraction.facts.push_back(read_fact(each));
  }
  extraction.sentences = read_sentences(member(document, "sentences"));
  extraction.sketch = read_string(member(document, "sketch"));
  if (!is_sketch(extraction.sketch)) refuse("not a sketch: \"" + extraction.sketch + "\"");
  check_references(extraction);
  return extraction;
}

}  // namespace entente
