// `entente diff`: what two graphs disagree on.

#include "query/diff.h"

#include "cli/reading.h"

namespace entente {

int run_diff(Session& session) {
  ReadingOptions reading;
  std::string before, after;
  session.options.add_option("OLD", before, "a graph that `entente build` made")->required();
  session.options.add_option("NEW", after, "another")->required();
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const OpenGraph old(before);
  const OpenGraph now(after);
  return answer(session, diff(old.graph, now.graph, now.ontology), format,
                "no difference between the two graphs");
}

}  // namespace entente
