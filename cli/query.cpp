// `entente query`: what a Cypher query finds.

#include "cli/reading.h"
#include "query/cypher_answer.h"

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
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  cypher::Options options;
  for (const std::string& parameter : parameters) add_parameter(parameter, options.parameters);
  options.procedures = &query_procedures();
  const AskedGraph open(reading.graph());
  const cypher::Result result = cypher::read(query, open.graph, options);
  if (!result.plan.empty()) {
    session.terminal.out << result.plan;
    return kDone;
  }
  return answer(session, cypher_table(result, open.graph), format, "no rows");
}

}  // namespace entente
