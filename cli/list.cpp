// The whole content, one record a line: entities, events, facts, articles.

#include "cli/reading.h"
#include "out/records.h"
#include "query/questions.h"

namespace entente {
namespace {

// People at a terminal get a table; a file or another program gets records.
TableFormat usual_format(const Terminal& terminal) {
  return terminal.out_is_terminal ? TableFormat::Text : TableFormat::Jsonl;
}

bool as_records(TableFormat format) {
  return format == TableFormat::Json || format == TableFormat::Jsonl;
}

RecordForm form(TableFormat format) {
  return format == TableFormat::Json ? RecordForm::Array : RecordForm::Lines;
}

// What one kind of record needs: as a table, as records, and what to say when there is none.
struct Listing {
  Table (*table)(const KnowledgeGraph&, const Filter&);
  void (*write)(std::ostream&, const KnowledgeGraph&, const Filter&, RecordForm);
  const char* nothing;
};

int list(Session& session, const Listing& listing) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format(usual_format(session.terminal));
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Table table = listing.table(open.graph, filter);
  if (table.rows.empty() || !as_records(format)) {
    return answer(session, table, format, listing.nothing);
  }
  listing.write(session.terminal.out, open.graph, filter, form(format));
  return kDone;
}

}  // namespace

int run_entities(Session& session) {
  return list(session, {entity_table, write_entity_records, "no entity fits"});
}

int run_facts(Session& session) {
  return list(session, {fact_table, write_fact_records, "no fact fits"});
}

int run_events(Session& session) {
  return list(session, {events, write_event_records, "no event fits"});
}

int run_articles(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format(usual_format(session.terminal));
  const OpenGraph open(reading.graph());
  if (open.graph.articles.empty() || !as_records(format)) {
    return answer(session, articles(open.graph), format, "the graph holds no article");
  }
  write_article_records(session.terminal.out, open.graph, form(format));
  return kDone;
}

}  // namespace entente
