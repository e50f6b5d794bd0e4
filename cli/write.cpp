#include "cli/write.h"

#include <filesystem>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/reading.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "query/cypher_answer.h"
#include "query/news_edit.h"

namespace entente {
namespace {

// Writes the lines and tells where they stand.
void keep(const Session& session, const WritingQuery& query, Store& store,
          const std::vector<Decision>& decisions, const Ontology& ontology) {
  std::vector<Warning> warnings;
  std::uint32_t line = store.decide(decisions, ontology, warnings);
  tell_warnings(session.terminal, warnings);
  const std::string file = printable(ledger_path(query.graph).string());
  std::string told;
  for (const Decision& decision : decisions) {
    told += file + ":" + std::to_string(line++) + ": " + to_line(decision) + '\n';
  }
  session.say(told + "`entente undo` takes a line back" +
              what_is_there(store.totals(), query.graph));
}

// The lines, to standard output; nothing is written.
int tell(const Session& session, const Store& store, const std::vector<Decision>& decisions,
         const Ontology& ontology) {
  std::vector<Warning> warnings;
  store.try_decide(decisions, ontology, warnings);
  tell_warnings(session.terminal, warnings);
  for (const Decision& decision : decisions) {
    session.terminal.out << to_line(decision) << '\n';
  }
  return kDone;
}

}  // namespace

Store open_to_change(const std::string& file) {
  if (!std::filesystem::exists(file)) throw Error(Fault::System, Place{file}, "no such file");
  return Store(file, Store::Mode::Write);
}

int write_query(Session& session, const WritingQuery& query) {
  const Ontology ontology = load_ontology(data_folder());
  Store store = query.dry_run ? Store(query.graph, Store::Mode::Read) : open_to_change(query.graph);
  const KnowledgeGraph graph = store.load(ontology);
  const NewsGraph news(graph);
  NewsEdit edit(news, graph, ontology);
  const cypher::Result result = cypher::run(query.text, edit, query.options);
  session.terminal.out << result.plan;
  std::vector<Decision> decisions = edit.decisions();
  for (Decision& decision : decisions) {
    if (decision.reason.empty()) decision.reason = printable(query.reason);
  }
  const bool is_planned = !result.plan.empty();  // EXPLAIN changes nothing, PROFILE what it does
  if (decisions.empty()) {
    if (is_planned) return kDone;
    session.say("nothing to change");
  } else if (query.dry_run) {
    return tell(session, store, decisions, ontology);
  } else {
    keep(session, query, store, decisions, ontology);
  }
  if (is_planned) return kDone;
  if (result.columns.empty() || query.dry_run) return decisions.empty() ? kNothingFound : kDone;
  return answer(session, cypher_table(with_ids(result, edit), news), query.format, "no rows");
}

}  // namespace entente
