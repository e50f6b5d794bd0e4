// `entente ledger` and `entente undo`: what the reader decided, and taking it back.

#include <utility>

#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/reading.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "cli/write.h"

namespace entente {

int run_ledger(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const Store store(reading.graph(), Store::Mode::Read);
  Table table{{"line", "decision", "reason"}, {}};
  for (Decision& decision :
       parse_ledger(ledger_path(reading.graph()).string(), store.ledger()).decisions) {
    const std::string reason = std::exchange(decision.reason, "");
    table.rows.push_back({std::int64_t{decision.line}, to_line(decision),
                          reason.empty() ? Cell() : Cell(printable(reason))});
  }
  return answer(session, table, format, "the reader has decided nothing yet");
}

int run_undo(Session& session) {
  std::string graph;
  std::uint32_t line = 0;
  session.options.add_option("GRAPH", graph, "a graph that `entente build` made")->required();
  session.options.add_option("N", line, "the line, as `entente ledger` numbers them")->required();
  if (!session.parse()) return kDone;
  const Ontology ontology = load_ontology(data_folder());
  Store store = open_to_change(graph);
  std::vector<Warning> warnings;
  const std::string undone = store.undo(line, ontology, warnings);
  tell_warnings(session.terminal, warnings);
  session.say("undone: " + printable(undone) + what_is_there(store.totals(), graph));
  return kDone;
}

}  // namespace entente
