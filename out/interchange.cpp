// A whole graph as JSON: see interchange.h.

#include "out/interchange.h"

#include <ostream>

#include "out/record_json.h"
#include "out/select.h"
#include "query/occasions.h"

namespace entente {
namespace {

// Objects one by one, each begun with what it is.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}
  JsonWriter& begin(std::string_view what) {
    json_.StartObject();
    put_key(json_, "t");
    put_string(json_, what);
    return json_;
  }
  void end() {
    json_.EndObject();
    flush_json(out_, buffer_, json_);
    out_ << '\n';
  }

 private:
  std::ostream& out_;
  JsonBuffer buffer_;
  JsonWriter json_{buffer_};
};

void put_evidence_list(JsonWriter& json, const Fact& fact) {
  put_key(json, "evidence");
  json.StartArray();
  for (const Evidence& evidence : fact.evidence) {
    json.StartObject();
    put_evidence(json, evidence);
    json.EndObject();
  }
  json.EndArray();
}

void put_node(JsonWriter& json, const Entity& entity) {
  json.StartObject();
  put_entity(json, entity);
  json.EndObject();
}

void put_edge(JsonWriter& json, const Fact& fact) {
  json.StartObject();
  put_key(json, "source");
  put_string(json, fact.subject);
  put_key(json, "target");
  put_string(json, fact.object);
  put_key(json, "key");
  put_string(json, fact.id);
  put_fact(json, fact);
  put_evidence_list(json, fact);
  json.EndObject();
}

void put_text(JsonWriter& json, std::string_view key, const std::string& text) {
  put_key(json, key);
  put_string(json, text);
}

void write_article(Lines& lines, const Article& article, const ExportInput& input) {
  JsonWriter& json = lines.begin("article");
  put_article(json, article);
  if (input.stored) {
    const StoredArticle stored = input.stored(article.id);
    put_text(json, "text", stored.text);
    put_text(json, "hash", stored.hash);
    put_text(json, "reader", stored.reader);
    put_key(json, "extraction");
    json.RawValue(stored.extraction.data(), stored.extraction.size(), rapidjson::kObjectType);
  }
  lines.end();
}

}  // namespace

void write_jsonl(std::ostream& out, const ExportInput& input) {
  const KnowledgeGraph& graph = input.graph;
  Lines lines(out);
  JsonWriter& first = lines.begin("graph");
  put_key(first, "format");
  first.Uint(1);
  lines.end();
  for (const Article& article : graph.articles) write_article(lines, article, input);
  if (!input.ledger.empty()) {
    put_text(lines.begin("ledger"), "text", input.ledger);
    lines.end();
  }
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, input.filter)) {
    put_entity(lines.begin("node"), graph[v]);
    lines.end();
  }
  for (const Event* event : events_in_time(graph, input.filter)) {
    put_event(lines.begin("event"), *event);
    lines.end();
  }
  const std::vector<KnowledgeGraph::Edge> facts = selected_facts(graph, input.filter);
  for (const KnowledgeGraph::Edge e : facts) {
    put_fact(lines.begin("edge"), graph[e]);
    lines.end();
  }
  for (const KnowledgeGraph::Edge e : facts) {
    for (const Evidence& evidence : graph[e].evidence) {
      JsonWriter& json = lines.begin("evidence");
      put_text(json, "edge", graph[e].id);
      put_evidence(json, evidence);
      lines.end();
    }
  }
}

void write_node_link(std::ostream& out, const ExportInput& input) {
  const KnowledgeGraph& graph = input.graph;
  out << R"({"directed":true,"multigraph":true,"graph":{},"nodes":[)";
  write_array(out, selected_entities(graph, input.filter),
              [&](JsonWriter& json, KnowledgeGraph::Vertex v) { put_node(json, graph[v]); });
  out << R"(,"edges":[)";
  write_array(out, selected_facts(graph, input.filter),
              [&](JsonWriter& json, KnowledgeGraph::Edge e) { put_edge(json, graph[e]); });
  out << "}\n";
}

}  // namespace entente
