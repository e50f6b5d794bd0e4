#include "query/news_edit.h"

#include "query/cypher_answer.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

using Lines = std::vector<std::string>;

Ontology ontology() { return load_ontology(ENTENTE_DATA_DIR); }

KnowledgeGraph news() {
  Fact post = fact("person:ann", "holds-position", "country:land");
  post.qualifiers["title"] = "president";
  Fact met = fact("person:ann", "met-with", "person:bo", "2024-08-19");
  met.qualifiers["place"] = "country:land";
  KnowledgeGraph graph =
      graph_of({met, fact("person:ann", "visited", "country:land", "2023-05"), post});
  graph.articles[0].title = "Talks at the port";
  return graph;
}

struct Written {
  Lines lines;
  Lines rows;  // cells joined by ", "
};

std::string words(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  std::string all;
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    for (const std::string& element : *list) all += (all.empty() ? "" : " ") + element;
  }
  return all;
}

Written write(const std::string& query) {
  const KnowledgeGraph graph = news();
  const NewsGraph base(graph);
  const Ontology known = ontology();
  NewsEdit edit(base, graph, known);
  const cypher::Result result = cypher::run(query, edit);
  Written written;
  for (const Decision& decision : edit.decisions()) {
    written.lines.push_back(to_line(decision));
    Decision read = parse_ledger("g", written.lines.back()).decisions.at(0);
    read.line = 0;
    CHECK(read == decision);
  }
  for (const std::vector<Cell>& row : cypher_table(with_ids(result, edit), base).rows) {
    std::string& text = written.rows.emplace_back();
    for (const Cell& cell : row) text += (text.empty() ? "" : ", ") + words(cell);
  }
  return written;
}

Lines lines(const std::string& query) { return write(query).lines; }

// "1:8 what is wrong", from "<query>:1:8: ...".
std::string refusal(const std::string& query) {
  const KnowledgeGraph graph = news();
  const NewsGraph base(graph);
  const Ontology known = ontology();
  NewsEdit edit(base, graph, known);
  try {
    cypher::run(query, edit);
  } catch (const cypher::QueryError& error) {
    CHECK(edit.decisions().empty());
    const std::string message = error.what();
    const std::size_t begin = message.find(':') + 1;
    const std::size_t end = message.find(": ", begin);
    return message.substr(begin, end - begin) + " " +
           message.substr(end + 2, message.find('\n') - end - 2);
  }
  return "";
}

}  // namespace

TEST_CASE("issue 5: a new entity has a type, a name and an id that is free") {
  CHECK(lines("CREATE (:Person {name: ' Anna Keller ', note: 'a source'})") ==
        Lines{"add | Anna Keller <person:anna-keller> | person  # a source"});
  CHECK(lines("CREATE (:Person {name: 'Ann'}), (:Person:Entity {name: 'ANN'})") ==
        Lines{"add | Ann <person:ann-2> | person", "add | ANN <person:ann-3> | person"});
  CHECK(lines("CREATE (:Country {name: 'Kenya', id: 'country:kenya'})") ==
        Lines{"add | Kenya <country:kenya> | country"});
  CHECK(write("CREATE (n:Person {name: 'Anna Keller'}) RETURN n, labels(n), n.type, n.id").rows ==
        Lines{"person:anna-keller, Entity Person, person, person:anna-keller"});
  CHECK(lines("MERGE (n:Person {name: 'ann'})").empty());
  CHECK(lines("MERGE (n:Person {name: 'Cy'}) MERGE (m:Person {name: 'Cy'})").size() == 1);
  CHECK(lines("CREATE (n:Person {name: 'Cy'}) DELETE n").empty());
  CHECK(lines("CREATE (n:Person {name: 'Cy'}) SET n.name = 'Cyrus', n:Country") ==
        Lines{"add | Cyrus <person:cy> | country"});
}

TEST_CASE("issue 5: a new fact has its relation, date, status, qualifiers and a note") {
  CHECK(lines("MATCH (a {name: 'ann'}), (b {name: 'bo'}) CREATE (a)-[:SPOKE_WITH]->(b)") ==
        Lines{"add | ann <person:ann> | spoke-with | bo <person:bo> | undated | happened"});
  CHECK(lines("MATCH (a {name: 'ann'}), (b {name: 'land'}) "
              "CREATE (a)-[:VISITED {date: '2024-08', status: 'planned', topic: 'steel | coal', "
              "note: 'told by phone', place: 'land'}]->(b)") ==
        Lines{"add | ann <person:ann> | visited | land <country:land> | 2024-08 | planned | "
              "place=land <country:land> | topic=steel \\| coal  # told by phone"});
  CHECK(lines("MATCH (a {name: 'ann'}) CREATE (a)-[:MET_WITH {date: date('2024-08-19'), "
              "until: date('2024-08-21')}]->(:Person {name: 'Cy'})") ==
        Lines{"add | Cy <person:cy> | person",
              "add | ann <person:ann> | met-with | Cy <person:cy> | 2024-08-19/2024-08-21 | "
              "happened"});
}

TEST_CASE("issue 5: what a query wrote is told by ids") {
  CHECK(write("MATCH (a {name: 'ann'}) CREATE p = (a)-[r:MET_WITH {when: '2024'}]->(:Person "
              "{name: 'Cy'}) RETURN r, r.status, r.relation, r.date, r.until, p, [a]")
            .rows == Lines{"new MET_WITH, happened, met-with, 2024-01-01, 2024-12-31, "
                           "person:ann new MET_WITH person:cy, person:ann"});
  CHECK(write("MATCH (a {name: 'ann'})-[r:VISITED]->(c) DELETE r RETURN a, r, {c: c}").rows ==
        Lines{"person:ann, f:person:ann:visited:country:land:2023-05, {c: 'country:land'}"});
}

TEST_CASE("issue 5: what articles say is corrected, renamed, given a type or rejected") {
  CHECK(lines("MATCH (a {name: 'ann'}) SET a.name = 'Ann Keller'") ==
        Lines{"rename | ann <person:ann> | Ann Keller"});
  CHECK(lines("MATCH (a {name: 'ann'}) SET a:Organization") ==
        Lines{"retype | ann <person:ann> | organization"});
  CHECK(write("MATCH (a {name: 'ann'}) SET a.type = 'party' RETURN labels(a)").rows ==
        Lines{"Entity Party"});
  CHECK(lines("MATCH (a {name: 'ann'}) SET a.type = 'party' SET a:Person").empty());
  const std::string met = "MATCH ()-[r:MET_WITH]->() ";
  const std::string line =
      "correct | ann <person:ann> | met-with | bo <person:bo> | 2024-08-19 | happened | any | ";
  CHECK(lines(met + "SET r.date = date('2024-08-20')") == Lines{line + "date=2024-08-20"});
  CHECK(lines(met + "SET r.when = '2024', r.status = 'denied'") ==
        Lines{line + "date=2024 | status=denied"});
  CHECK(lines(met + "SET r.until = '2024-08-21'") == Lines{line + "date=2024-08-19/2024-08-21"});
  CHECK(lines(met + "SET r.date = null, r.topic = 'steel' REMOVE r.place") ==
        Lines{line + "date=undated | place= | topic=steel"});
  CHECK(lines(met + "SET r.place = 'person:ann'") == Lines{line + "place=ann <person:ann>"});
  CHECK(lines(met + "SET r.date = date('2024-08-20') SET r.when = '2024-08-19'").empty());
  CHECK(lines("MATCH ()-[r:HOLDS_POSITION]->() SET r.title = 'queen'") ==
        Lines{"correct | ann <person:ann> | holds-position | land <country:land> | undated | "
              "happened | president | title=queen"});
  CHECK(lines("MATCH ()-[r:VISITED]->() DELETE r") ==
        Lines{"reject | ann <person:ann> | visited | land <country:land> | 2023-05 | happened"});
  CHECK(lines("MATCH (a {name: 'land'}) DETACH DELETE a") == Lines{"reject | land <country:land>"});
}

TEST_CASE("issue 5: what has no meaning is refused with its place and what is allowed") {
  struct Case {
    std::string query, place, message;
  };
  const std::vector<Case> cases = {
      {"CREATE (:Persn {name: 'x'})", "1:8",
       "no type has the label \"Persn\"; did you mean \"Person\""},
      {"CREATE (:Robot {name: 'x'})", "1:8", "expected Person, Party"},
      {"CREATE (:Article {name: 'x'})", "1:8", "articles come and go"},
      {"CREATE ({name: 'x'})", "1:8", "expected a label that is the new entity's type: Person"},
      {"CREATE (:Entity {name: 'x'})", "1:8", "expected a label"},
      {"CREATE (:Person:Country {name: 'x'})", "1:8", "found the labels Person and Country"},
      {"CREATE (:Person)", "1:8", "expected the new entity's name"},
      {"CREATE (:Person {name: '--'})", "1:8", "expected a name with a letter or a digit"},
      {"CREATE (:Person {name: 7})", "1:8", "found a Integer, expected a name"},
      {"CREATE (:Person {name: 'x', id: 'country:x'})", "1:8", "expected person:NAME without"},
      {"CREATE (:Person {name: 'x', id: 'person:a b'})", "1:8", "expected person:NAME without"},
      {"CREATE (:Person {name: 'x', id: 'person:ann'})", "1:8", "which another entity has"},
      {"CREATE (:Person {name: 'x', aliases: ['y']})", "1:8", "expected name, id or note"},
      {"CREATE (:Person {name: 'x', nme: 'y'})", "1:8", "did you mean \"name\""},
      {"MATCH (a {name: 'ann'})\nSET a.aliases = ['x']", "2:17", "expected name or type"},
      {"MATCH (a {name: 'ann'}) SET a.id = 'person:x'", "1:36", "expected name or type"},
      {"MATCH (a {name: 'ann'}) SET a.type = 'robot'", "1:38", "expected person, party"},
      {"MATCH (a {name: 'ann'}) SET a.name = null", "1:38", "expected a name"},
      {"MATCH (a {name: 'ann'}) REMOVE a.name", "1:32", "expected a name"},
      {"MATCH (a {name: 'ann'}) SET a:Robot", "1:29", "no type has the label"},
      {"MATCH (a {name: 'ann'}) REMOVE a:Person", "1:32", "an entity has one type"},
      {"MATCH (a {name: 'ann'}) SET a = {name: 'x'}", "1:33", "expected name or type"},
      {"MATCH (a:Article) SET a.name = 'x'", "1:32", "found an article"},
      {"MATCH (a:Article) SET a:Person", "1:23", "found an article"},
      {"MATCH (a:Article) DELETE a", "1:26", "found an article"},
      {"MATCH (a:Article), (b:Person) CREATE (a)-[:MET_WITH]->(b)", "1:41", "found an article"},
      {"MATCH (a {name: 'ann'}), (b {name: 'bo'}) CREATE (a)-[:MET]->(b)", "1:53",
       "no relation is called \"MET\""},
      {"MATCH (a {name: 'ann'}), (b {name: 'bo'}) CREATE (a)-[:MET_WIHT]->(b)", "1:53",
       "did you mean \"MET_WITH\""},
      {"MATCH (a {name: 'ann'}) CREATE (a)-[:MET_WITH]->(a)", "1:35", "between two entities"},
      {"MATCH (a {name: 'land'}), (b {name: 'bo'}) CREATE (a)-[:SPOUSE_OF]->(b)", "1:54",
       "found a Country as subject of SPOUSE_OF, expected person"},
      {"MATCH ()-[r:MET_WITH]->() SET r.quote = 'x'", "1:41", "expected date, until, when, status"},
      {"MATCH ()-[r:MET_WITH]->() SET r.sources = 3", "1:43",
       "the rest of a fact is what articles"},
      {"MATCH ()-[r:MET_WITH]->() SET r.id = 'f1'", "1:38", "expected date"},
      {"MATCH ()-[r:MET_WITH]->() SET r.note = 'x'", "1:40", "expected date"},
      {"MATCH ()-[r:MET_WITH]->() SET r.date = 'May'", "1:40", "found \"May\", expected a date"},
      {"MATCH ()-[r:MET_WITH]->() SET r.date = date('-0044-03-15')", "1:40", "expected a date"},
      {"MATCH ()-[r:MET_WITH]->() SET r.until = '2024-08-18'", "1:41", "not later"},
      {"MATCH ()-[r:MET_WITH]->() SET r.status = 'maybe'", "1:42", "expected happened, planned"},
      {"MATCH ()-[r:MET_WITH]->() SET r.place = 'Nowhere'", "1:41", "the id or the name of an"},
      {"MATCH ()-[r:MET_WITH]->() SET r.place = 'a.txt'", "1:41", "the id or the name of an"},
      {"MATCH ()-[r:MET_WITH]->() SET r.topic = 7", "1:41", "found a Integer, expected text"},
      {"MATCH ()-[r:MET_WITH]->() SET r = {}", "1:35", "expected date"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    const std::string found = refusal(each.query);
    CAPTURE(found);
    CHECK(found.starts_with(each.place + " "));
    CHECK(found.find(each.message) != std::string::npos);
  }
}
