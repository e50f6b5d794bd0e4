// Turtle and JSON-LD: see rdf.h. Both are written from the same list of resources.

#include "out/rdf.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "out/json.h"
#include "out/plain.h"
#include "out/select.h"
#include "out/wording.h"
#include "query/occasions.h"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPrefixes = {
    {{"ent", "urn:entente:term:"},
     {"prov", "http://www.w3.org/ns/prov#"},
     {"schema", "https://schema.org/"},
     {"xsd", "http://www.w3.org/2001/XMLSchema#"}}};

struct Value {
  enum class Kind { Iri, Text, Typed };
  Kind kind = Kind::Text;
  std::string text;      // an Iri in full
  std::string datatype;  // of Typed: "xsd:date"
};

struct Resource {
  std::string iri;                 // in full
  std::vector<std::string> types;  // "schema:Person"
  std::vector<std::pair<std::string, Value>> properties;

  void iri_of(std::string_view predicate, const std::string& iri_text) {
    properties.push_back({std::string(predicate), {Value::Kind::Iri, iri_text, ""}});
  }
  void text(std::string_view predicate, const std::string& value) {
    if (value.empty()) return;
    properties.push_back({std::string(predicate), {Value::Kind::Text, repair_utf8(value), ""}});
  }
  void typed(std::string_view predicate, const std::string& value, std::string_view datatype) {
    properties.push_back(
        {std::string(predicate), {Value::Kind::Typed, value, "xsd:" + std::string(datatype)}});
  }
  void number(std::string_view predicate, std::size_t value) {
    typed(predicate, std::to_string(value), "integer");
  }
};

// "urn:entente:KIND:ID", with %XX for what an IRI's path may not hold, and for what is not ASCII.
std::string iri(std::string_view kind, std::string_view id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "urn:entente:" + std::string(kind) + ":";
  for (const char c : repair_utf8(id)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                       std::string_view("-._~:").find(c) != std::string_view::npos;
    if (plain) {
      text += c;
    } else {
      text += '%';
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    }
  }
  return text;
}

std::string entity_iri(const std::string& id) { return iri("entity", id); }
std::string article_iri(const std::string& id) { return iri("article", id); }

struct Class {
  std::string_view type;
  std::string_view name;
};
constexpr std::array<Class, 8> kClasses = {{{"person", "schema:Person"},
                                            {"party", "schema:PoliticalParty"},
                                            {"organization", "schema:Organization"},
                                            {"country", "schema:Country"},
                                            {"place", "schema:Place"},
                                            {"event", "schema:Event"},
                                            {"initiative", "schema:Project"},
                                            {"agreement", "schema:CreativeWork"}}};

std::string class_of(const std::string& type) {
  const auto* found = std::ranges::find(kClasses, type, &Class::type);
  return std::string(found == kClasses.end() ? "schema:Thing" : found->name);
}

// `exact` as it was said, where XML Schema has a type for it; and always from when to when.
void add_dates(Resource& resource, const std::optional<DateRange>& when) {
  if (!when) return;
  switch (precision(*when)) {
    case Precision::Day:
      resource.typed("ent:date", to_iso(*when), "date");
      break;
    case Precision::Month:
      resource.typed("ent:date", to_iso(*when), "gYearMonth");
      break;
    case Precision::Year:
      resource.typed("ent:date", to_iso(*when), "gYear");
      break;
    case Precision::Interval:
      break;
  }
  resource.typed("ent:firstDate", to_iso(when->first), "date");
  resource.typed("ent:lastDate", to_iso(when->last), "date");
}

Resource of_article(const Article& article) {
  Resource resource{article_iri(article.id), {"schema:NewsArticle"}, {}};
  resource.text("schema:identifier", article.id);
  resource.text("schema:headline", article.title);
  resource.text("schema:publisher", article.outlet);
  resource.text("schema:author", article.author);
  resource.text("schema:url", article.url);
  if (article.published) {
    resource.typed("schema:datePublished", to_iso(article.published->first), "date");
  }
  return resource;
}

Resource of_entity(const Entity& entity) {
  Resource resource{entity_iri(entity.id), {class_of(entity.type)}, {}};
  resource.text("schema:identifier", entity.id);
  resource.text("schema:name", entity.name);
  for (const std::string& alias : entity.aliases) resource.text("schema:alternateName", alias);
  resource.text("ent:type", entity.type);
  resource.number("ent:mentions", entity.mentions);
  for (const std::string& article : entity.articles) {
    resource.iri_of("schema:subjectOf", article_iri(article));
  }
  return resource;
}

void add_event(std::vector<Resource>& resources, const Event& event) {
  Resource resource{iri("occasion", event.id), {"schema:Event"}, {}};
  resource.text("schema:identifier", event.id);
  resource.text("ent:kind", event.kind);
  resource.text("ent:status", std::string(to_string(event.status)));
  add_dates(resource, event.when);
  if (!event.place.empty()) resource.iri_of("schema:location", entity_iri(event.place));
  std::vector<Resource> participations;
  std::set<std::string_view> present;  // one may have two roles
  for (const Participant& one : event.participants) {
    Resource part{resource.iri + ":" + to_hex(fnv1a(one.role, fnv1a("\x1f", fnv1a(one.entity)))),
                  {"ent:Participation"},
                  {}};
    part.iri_of("ent:entity", entity_iri(one.entity));
    part.text("ent:role", one.role);
    resource.iri_of("ent:participation", part.iri);
    if (present.insert(one.entity).second) {
      resource.iri_of("schema:attendee", entity_iri(one.entity));
    }
    participations.push_back(std::move(part));
  }
  for (const std::string& other : event.conflicts) {
    resource.iri_of("ent:conflictsWith", iri("occasion", other));
  }
  resources.push_back(std::move(resource));
  for (Resource& part : participations) resources.push_back(std::move(part));
}

Resource of_evidence(const std::string& iri_text, const Evidence& said) {
  Resource resource{iri_text, {"prov:Entity", "schema:Quotation"}, {}};
  resource.text("schema:text", said.quote);
  resource.iri_of("prov:wasQuotedFrom", article_iri(said.article));
  resource.number("ent:start", said.sentence.begin);
  resource.number("ent:end", said.sentence.end);
  resource.text("ent:rule", said.rule);
  if (!said.said_by.empty()) resource.iri_of("ent:saidBy", entity_iri(said.said_by));
  resource.typed("ent:confidence", fixed(said.confidence, 4), "decimal");
  if (!said.copy_of.empty()) resource.iri_of("ent:copyOf", article_iri(said.copy_of));
  return resource;
}

void add_fact(std::vector<Resource>& resources, const KnowledgeGraph& graph, const Fact& fact) {
  Resource resource{iri("fact", fact.id), {"ent:Relation"}, {}};
  resource.text("schema:identifier", fact.id);
  resource.iri_of("ent:subject", entity_iri(fact.subject));
  resource.iri_of("ent:predicate", iri("relation", fact.relation));
  resource.iri_of("ent:object", entity_iri(fact.object));
  resource.text("ent:relation", fact.relation);
  resource.text("ent:status", std::string(to_string(fact.status)));
  add_dates(resource, fact.when);
  for (const auto& [key, value] : fact.qualifiers) {
    const std::string predicate = iri("qualifier", key);
    if (graph.find(value)) {
      resource.iri_of(predicate, entity_iri(value));
    } else {
      resource.text(predicate, value);
    }
  }
  if (!fact.event.empty()) resource.iri_of("ent:occasion", iri("occasion", fact.event));
  resource.number("ent:sources", sources(fact));
  resource.typed("ent:confidence", fixed(confidence(fact), 4), "decimal");
  std::vector<Resource> sentences;
  for (std::size_t i = 0; i < fact.evidence.size(); ++i) {
    const std::string sentence = resource.iri + ":" + std::to_string(i + 1);
    resource.iri_of("prov:wasDerivedFrom", sentence);
    sentences.push_back(of_evidence(sentence, fact.evidence[i]));
  }
  resources.push_back(std::move(resource));
  for (Resource& sentence : sentences) resources.push_back(std::move(sentence));
}

// A resource's properties stand together by predicate, in the order in which each came first.
std::vector<Resource> resources_of(const ExportInput& input) {
  const KnowledgeGraph& graph = input.graph;
  const std::vector<KnowledgeGraph::Edge> facts = selected_facts(graph, input.filter);
  std::vector<Resource> resources;
  for (const Article& article : articles_behind(graph, facts)) {
    resources.push_back(of_article(article));
  }
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, input.filter)) {
    resources.push_back(of_entity(graph[v]));
  }
  for (const Event* event : events_in_time(graph, input.filter)) add_event(resources, *event);
  for (const KnowledgeGraph::Edge e : facts) add_fact(resources, graph, graph[e]);
  for (Resource& resource : resources) {
    std::ranges::stable_sort(resource.properties, {}, &std::pair<std::string, Value>::first);
  }
  return resources;
}

bool is_full_iri(std::string_view name) { return name.starts_with("urn:"); }

std::string turtle_name(const std::string& name) {
  return is_full_iri(name) ? "<" + name + ">" : name;
}

std::string turtle_value(const Value& value) {
  switch (value.kind) {
    case Value::Kind::Iri:
      return "<" + value.text + ">";
    case Value::Kind::Text:
      return quoted_text(value.text, '"');
    case Value::Kind::Typed:
      break;
  }
  return quoted_text(value.text, '"') + "^^" + value.datatype;
}

void put_value(JsonWriter& json, const Value& value) {
  if (value.kind == Value::Kind::Text) return put_string(json, value.text);
  json.StartObject();
  put_key(json, value.kind == Value::Kind::Iri ? "@id" : "@value");
  put_string(json, value.text);
  if (value.kind == Value::Kind::Typed) {
    put_key(json, "@type");
    put_string(json, value.datatype);
  }
  json.EndObject();
}

void put_resource(JsonWriter& json, const Resource& resource) {
  json.StartObject();
  put_key(json, "@id");
  put_string(json, resource.iri);
  put_key(json, "@type");
  put_strings(json, resource.types);
  const auto& properties = resource.properties;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    if (i == 0 || properties[i].first != properties[i - 1].first) {
      put_key(json, properties[i].first);
      json.StartArray();
    }
    put_value(json, properties[i].second);
    if (i + 1 == properties.size() || properties[i + 1].first != properties[i].first) {
      json.EndArray();
    }
  }
  json.EndObject();
}

}  // namespace

void write_turtle(std::ostream& out, const ExportInput& input) {
  for (const auto& [prefix, iri_text] : kPrefixes) {
    out << "@prefix " << prefix << ": <" << iri_text << "> .\n";
  }
  for (const Resource& resource : resources_of(input)) {
    out << "\n<" << resource.iri << "> a " << join(resource.types, ", ");
    for (const auto& [predicate, value] : resource.properties) {
      out << " ;\n    " << turtle_name(predicate) << ' ' << turtle_value(value);
    }
    out << " .\n";
  }
}

void write_json_ld(std::ostream& out, const ExportInput& input) {
  out << "{\"@context\":{";
  for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
    out << (i > 0 ? "," : "") << '"' << kPrefixes[i].first << "\":\"" << kPrefixes[i].second << '"';
  }
  out << "},\"@graph\":[";
  write_array(out, resources_of(input), put_resource);
  out << "}\n";
}

}  // namespace entente
