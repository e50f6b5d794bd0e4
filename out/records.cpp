// Entities, events, facts and articles as records: see records.h. The order of the keys is part of
// the contract.

#include "out/records.h"

#include <ostream>

#include "out/record_json.h"
#include "out/select.h"
#include "query/occasions.h"

namespace entente {
namespace {

// Writes values one by one, in either form, each on a line of its own.
class Records {
 public:
  Records(std::ostream& out, RecordForm form) : out_(out), form_(form) {
    if (form_ == RecordForm::Array) out_ << '[';
  }
  JsonWriter& begin() {
    if (form_ == RecordForm::Array) out_ << (count_ == 0 ? "\n" : ",\n");
    ++count_;
    json_.StartObject();
    return json_;
  }
  void end() {
    json_.EndObject();
    flush_json(out_, buffer_, json_);
    if (form_ == RecordForm::Lines) out_ << '\n';
  }
  void finish() {
    if (form_ == RecordForm::Array) out_ << (count_ == 0 ? "]\n" : "\n]\n");
  }

 private:
  std::ostream& out_;
  RecordForm form_;
  std::size_t count_ = 0;
  JsonBuffer buffer_;
  JsonWriter json_{buffer_};
};

}  // namespace

void write_entity_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                          RecordForm form) {
  Records records(out, form);
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, filter)) {
    put_entity(records.begin(), graph[v]);
    records.end();
  }
  records.finish();
}

void write_fact_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                        RecordForm form) {
  Records records(out, form);
  for (const KnowledgeGraph::Edge e : selected_facts(graph, filter)) {
    JsonWriter& json = records.begin();
    put_fact(json, graph[e]);
    put_key(json, "evidence");
    json.StartArray();
    for (const Evidence& evidence : graph[e].evidence) {
      json.StartObject();
      put_evidence(json, evidence);
      json.EndObject();
    }
    json.EndArray();
    records.end();
  }
  records.finish();
}

void write_event_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                         RecordForm form) {
  Records records(out, form);
  for (const Event* event : events_in_time(graph, filter)) {
    put_event(records.begin(), *event);
    records.end();
  }
  records.finish();
}

void write_article_records(std::ostream& out, const KnowledgeGraph& graph, RecordForm form) {
  Records records(out, form);
  for (const Article& article : graph.articles) {
    put_article(records.begin(), article);
    records.end();
  }
  records.finish();
}

Table entity_table(const KnowledgeGraph& graph, const Filter& filter) {
  Table table{{"name", "type", "mentions", "articles", "id", "aliases"}, {}};
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, filter)) {
    const Entity& entity = graph[v];
    table.rows.push_back({entity.name, entity.type, std::int64_t{entity.mentions},
                          static_cast<std::int64_t>(entity.articles.size()), entity.id,
                          entity.aliases});
  }
  return table;
}

Table fact_table(const KnowledgeGraph& graph, const Filter& filter) {
  Table table{
      {"date", "subject", "relation", "object", "status", "sources", "confidence", "id", "quote"},
      {}};
  for (const KnowledgeGraph::Edge e : selected_facts(graph, filter)) {
    const Fact& fact = graph[e];
    table.rows.push_back(
        {fact.when ? Cell(to_iso(*fact.when)) : Cell(), graph[boost::source(e, graph.bgl())].name,
         fact.relation, graph[boost::target(e, graph.bgl())].name,
         std::string(to_string(fact.status)), static_cast<std::int64_t>(sources(fact)),
         confidence(fact), fact.id, fact.evidence.front().quote});
  }
  return table;
}

}  // namespace entente
