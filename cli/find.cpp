// `entente find`: entities by name, and pairs of entities that may be one.

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/reading.h"
#include "graph/entity_names.h"
#include "query/names.h"
#include "query/questions.h"
#include "query/similar.h"

namespace entente {
namespace {

// The pairs that the ledger of `file` keeps apart.
IdPairs kept_apart(const std::string& file, const KnowledgeGraph& graph) {
  const Ledger ledger = parse_ledger(ledger_path(file).string(), read_ledger(file));
  std::vector<Entity> entities;
  for (const KnowledgeGraph::Vertex vertex : graph.vertices_by_id()) {
    entities.push_back(graph[vertex]);
  }
  const EntityNames names(entities);
  IdPairs pairs;
  for (const Decision& decision : ledger.decisions) {
    if (decision.kind != Decision::Kind::Differ) continue;
    std::string problem;
    const auto a = names.find(decision.a, problem);
    const auto b = names.find(decision.b, problem);
    if (a && b) pairs.insert(std::minmax(entities[*a].id, entities[*b].id));
  }
  return pairs;
}

// These entities, with all their facts.
ExcerptWish all_of(const std::vector<std::uint32_t>& entities, const MappedGraph& graph) {
  ExcerptWish wish{{}, entities, {}};
  for (const std::uint32_t entity : entities) {
    const auto [out, out_end] = out_edges(entity, graph);
    for (auto it = out; it != out_end; ++it) wish.facts.push_back((*it).number);
    const auto [in, in_end] = in_edges(entity, graph);
    for (auto it = in; it != in_end; ++it) wish.facts.push_back((*it).number);
  }
  return wish;
}

int find_similar(Session& session, const OpenGraph& open, const ReadingOptions& reading,
                 const std::string& name, TableFormat format) {
  std::optional<KnowledgeGraph::Vertex> entity;
  if (!name.empty()) entity = resolve_entity(open.graph, name);
  const auto pairs = similar_entities(open.graph, entity, reading.filter.filter(open.ontology),
                                      kept_apart(reading.graph(), open.graph));
  const int code =
      answer(session, similar_table(open.graph, pairs), format, "no two names look like one");
  if (code == kDone && format == TableFormat::Text) {
    session.say("decide with: entente same GRAPH ID OTHER_ID, or entente differ GRAPH ID OTHER_ID");
  }
  return code;
}

}  // namespace

int run_find(Session& session) {
  ReadingOptions reading;
  std::string text;
  bool similar = false;
  reading.add_graph(session.options);
  session.options.add_option("TEXT", text, "a name or some whole words of one");
  session.options.add_flag("--similar", similar,
                           "pairs of entities that may be one; with TEXT, those with this entity");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  if (text.empty() && !similar) {
    throw Error(Fault::Usage,
                "missing TEXT: a name or some whole words of one\nTry: entente find --help");
  }
  const TableFormat format = reading.format();
  if (similar) return find_similar(session, OpenGraph(reading.graph()), reading, text, format);
  const AskedGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const LazyGraph& graph = open.graph.graph();
  const std::vector<std::uint32_t> found = find_entities(graph, text);
  const Table table = find(graph.excerpt(all_of(found, graph.snapshot().graph)), text, filter);
  return answer(session, table, format, table.rows.empty() ? no_such_entity(graph, text) : "");
}

}  // namespace entente
