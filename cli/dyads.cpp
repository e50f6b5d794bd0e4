// `entente dyads`: events per pair of actors and month.

#include "query/dyads.h"

#include "base/error.h"
#include "base/utf8.h"
#include "cli/reading.h"
#include "query/suggest.h"

namespace entente {
namespace {

DyadCount count_of(const std::string& text) {
  if (text == "category") return DyadCount::Category;
  if (text == "relation") return DyadCount::Relation;
  if (text == "pair") return DyadCount::Pair;
  throw Error(Fault::Usage, "--by: expected category, relation or pair, found \"" +
                                printable(text) + '"' +
                                did_you_mean(suggest(text, {"category", "relation", "pair"})));
}

}  // namespace

int run_dyads(Session& session) {
  ReadingOptions reading;
  std::string first, second, by = "category";
  reading.add_graph(session.options);
  session.options.add_option("A", first, "only events of this entity");
  session.options.add_option("B", second, "only events between A and this one");
  session.options
      .add_option("--by", by, "a row counts each category (the default), relation or pair")
      ->type_name("WHAT");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const DyadCount what = count_of(by);
  const AskedGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  std::optional<std::string> a, b;
  if (!first.empty()) a = open.id_of(first);
  if (!second.empty()) b = open.id_of(second);
  const Question question = dyads_question(a, b, open.ontology, filter);
  if (reading.cypher()) return print(session, question);
  std::vector<std::string> named;
  for (const auto& id : {a, b}) {
    if (id) named.push_back(*id);
  }
  const AskedFacts asked = ask_excerpt(open.graph, question, named);
  const auto vertex = [&](const std::optional<std::string>& id) {
    return id ? asked.graph.find(*id) : std::nullopt;
  };
  return answer(session, dyads(asked.graph, open.ontology, asked.facts, vertex(a), vertex(b), what),
                format, "no event fits");
}

}  // namespace entente
