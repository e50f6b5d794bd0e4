// `entente query`: what a Cypher query finds.

#include "cli/reading.h"
#include "cli/write.h"
#include "graph/store.h"
#include "query/cypher_answer.h"
#include "query/procedures.h"

namespace entente {

int run_query(Session& session) {
  ReadingOptions reading;
  std::string query;
  std::vector<std::string> parameters;
  reading.add_graph(session.options);
  session.options.add_option("QUERY", query, "a query in openCypher, in one argument")->required();
  session.options
      .add_option("-p,--parameter", parameters, "a value for $NAME in the query, as NAME=VALUE")
      ->allow_extra_args(false);
  bool dry_run = false;
  std::string reason;
  session.options.add_flag("--dry-run", dry_run,
                           "of a query that writes: only print the lines for the ledger");
  session.options
      .add_option("--reason", reason, "why it is changed, for those who read the ledger")
      ->type_name("TEXT");
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  cypher::Options options;
  for (const std::string& parameter : parameters) add_parameter(parameter, options.parameters);
  if (cypher::writes(query)) {
    return write_query(session, {reading.graph(), query, options, format, dry_run, reason});
  }
  const cypher::Procedures procedures = news_procedures([&](const SentenceSearch& search) {
    return Store(reading.graph(), Store::Mode::Read).search(search);
  });
  options.procedures = &procedures;
  const AskedGraph open(reading.graph());
  const cypher::Result result = cypher::read(query, open.graph, options);
  if (!result.plan.empty()) {
    session.terminal.out << result.plan;
    return kDone;
  }
  return answer(session, cypher_table(result, open.graph), format, "no rows");
}

}  // namespace entente
