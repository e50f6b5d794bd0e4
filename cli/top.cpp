// `entente top`: the entities that matter most, by one measure.

#include "base/error.h"
#include "base/utf8.h"
#include "cli/reading.h"
#include "query/rows.h"
#include "query/suggest.h"

namespace entente {
namespace {

Rank rank_of(const std::string& text) {
  if (text == "degree") return Rank::Degree;
  if (text == "pagerank") return Rank::PageRank;
  if (text == "betweenness") return Rank::Betweenness;
  throw Error(Fault::Usage, "expected degree, pagerank or betweenness, found \"" + printable(text) +
                                '"' +
                                did_you_mean(suggest(text, {"degree", "pagerank", "betweenness"})));
}

Table ranking(const NewsGraph& graph, const cypher::Result& result) {
  Table table{{"rank", "name", "type", "score", "id"}, {}};
  for (const cypher::List& row : result.rows) {
    const auto entity = graph.entity(row[2].node());
    const cypher::Value& score = row[1];
    table.rows.push_back(
        {number_cell(table.rows.size() + 1), entity->name, entity->type,
         score.is(cypher::Type::Integer) ? Cell(score.integer()) : Cell(score.number()),
         entity->id});
  }
  return table;
}

}  // namespace

int run_top(Session& session) {
  ReadingOptions reading;
  std::string measure = "degree";
  std::size_t limit = 20;
  reading.add_graph(session.options);
  session.options
      .add_option("MEASURE", measure,
                  "degree: facts (the default); pagerank: near to those that matter; betweenness: "
                  "on the shortest paths of others")
      ->type_name("MEASURE");
  session.options.add_option("--limit", limit, "the first so many (default 20)")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000).description(""));
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const Rank rank = rank_of(measure);
  const AskedGraph open(reading.graph());
  Filter filter = reading.filter.filter(open.ontology);
  const std::set<std::string> types = std::move(filter.types);
  filter.types.clear();
  const Question question = top_question(rank, types, limit, filter);
  if (reading.cypher()) return print(session, question);
  return answer(session, ranking(open.graph, ask(open.graph, question)), format, "no entity fits");
}

}  // namespace entente
