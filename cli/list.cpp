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

}  // namespace

int run_entities(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format(usual_format(session.terminal));
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Table table = entity_table(open.graph, filter);
  if (table.rows.empty() || !as_records(format)) {
    return answer(session, table, format, "no entity fits");
  }
  write_entity_records(session.terminal.out, open.graph, filter, form(format));
  return kDone;
}

int run_facts(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format(usual_format(session.terminal));
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Table table = fact_table(open.graph, filter);
  if (table.rows.empty() || !as_records(format)) {
    return answer(session, table, format, "no fact fits");
  }
  write_fact_records(session.terminal.out, open.graph, filter, form(format));
  return kDone;
}

int run_events(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format(usual_format(session.terminal));
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Table table = events(open.graph, filter);
  if (table.rows.empty() || !as_records(format)) {
    return answer(session, table, format, "no event fits");
  }
  write_event_records(session.terminal.out, open.graph, filter, form(format));
  return kDone;
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
