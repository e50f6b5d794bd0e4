// `entente verify`: the graph against its own articles.

#include "graph/verify.h"

#include "base/utf8.h"
#include "cli/reading.h"
#include "cli/story.h"

namespace entente {

int run_verify(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  if (!session.parse()) return kDone;
  const OpenGraph open(reading.graph());
  const VerifyReport report = verify(
      open.graph, [&](std::string_view id) { return open.store.text(id); }, open.store.ledger());
  std::ostream& out = session.terminal.out;
  for (const std::string& failure : report.failures) out << printable(failure) << '\n';
  const std::string checked =
      count(report.evidence, "quote", "quotes") + " of " + count(report.facts, "fact", "facts");
  if (report.failures.empty()) {
    out << session.terminal.paint.good("verified") << ": " << checked
        << " stand in their articles, byte for byte";
    if (report.of_reader > 0) out << "; " << report.of_reader << " of them in the ledger";
    out << '\n';
    return kDone;
  }
  out << session.terminal.paint.bad("failed") << ": "
      << count(report.failures.size(), "check", "checks") << " on " << checked << '\n';
  return kBadInput;
}

}  // namespace entente
