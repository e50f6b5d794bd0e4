#include "out/gexf.h"

#include <sstream>

#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

std::string gexf(const KnowledgeGraph& graph, const Filter& filter = {},
                 const ExportOptions& options = {}) {
  std::ostringstream out;
  const Ontology ontology = sample_ontology();
  const Style style = sample_style();
  write_gexf(out, {graph, ontology, style, filter, options});
  return out.str();
}

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size())
    ++found;
  return found;
}

}  // namespace

TEST_CASE("edges are directed once for all, and no edge or node has a type of its own") {
  const std::string text = gexf(sample_graph());
  CHECK(has(text, "defaultedgetype=\"directed\""));
  CHECK(count(text, "<edge ") == 28);
  CHECK(count(text, "<node ") == 21);
  CHECK_FALSE(has(text, "type=\"undirected\""));
  CHECK_FALSE(has(text, "id=\"type\""));
  CHECK(count(text, "<attributes ") == 2);
}

TEST_CASE("dates are spells of whole days, and what is vague says so") {
  const std::string text = gexf(
      graph_of({fact("a", "met-with", "b", "2024-08-19"), fact("a", "met-with", "b", "2024-11"),
                fact("c", "met-with", "d", "2024-02")}));
  CHECK(has(text, "<spell start=\"2024-08-19\" end=\"2024-08-19\"/>"));
  CHECK(has(text, "<spell start=\"2024-11-01\" end=\"2024-11-30\"/>"));
  CHECK(has(text, "<spell start=\"2024-02-01\" end=\"2024-02-29\"/>"));
  CHECK(has(text, "for=\"date_precision\" value=\"month\""));
  CHECK(has(text, "mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\""));
}

TEST_CASE("spells of one edge do not overlap") {
  const std::string text = gexf(
      graph_of({fact("a", "met-with", "b", "2024"), fact("a", "met-with", "b", "2024-08-19")}));
  CHECK(count(text, "<spell ") == 1);
}

TEST_CASE("a graph without dates has no time") {
  const std::string text = gexf(graph_of({fact("a", "met-with", "b")}));
  CHECK(has(text, "mode=\"static\">"));
  CHECK_FALSE(has(text, "spell"));
  CHECK_FALSE(has(text, "timeformat"));
}

TEST_CASE("relation, kind, weight and symmetry are told of every edge") {
  const std::string text = gexf(sample_graph());
  CHECK(count(text, " kind=\"met-with\"") == 10);
  CHECK(count(text, "for=\"relation\" value=\"met-with\"") == 10);
  CHECK(count(text, "for=\"symmetric\"") == 28);
  CHECK_FALSE(has(text, "weight=\"0\""));
}

TEST_CASE("what did not happen has a kind of its own") {
  Filter all;
  all.status.reset();
  const std::string text = gexf(graph_of({fact("a", "visited", "b", "2023"),
                                          fact("a", "visited", "b", "2024", Status::Planned)}),
                                all);
  CHECK(has(text, "kind=\"visited\""));
  CHECK(has(text, "kind=\"visited (planned)\""));
}

TEST_CASE("places lie within 500 of the middle, and not all on one spot") {
  const std::string text = gexf(sample_graph());
  std::set<std::string> places;
  for (std::size_t at = 0; (at = text.find("<viz:position x=\"", at)) != std::string::npos;) {
    at += 17;
    const double x = std::stod(text.substr(at));
    const double y = std::stod(text.substr(text.find("y=\"", at) + 3));
    CHECK(std::abs(x) <= 500.5);
    CHECK(std::abs(y) <= 500.5);
    places.insert(text.substr(at, text.find("z=", at) - at));
  }
  CHECK(places.size() == 21);
}

TEST_CASE("aliases are a list in Gephi's notation") {
  const std::string text = gexf(graph_of({}, {entity("person:a", {"A \"B\"", "C", "D, E"})}));
  CHECK(has(text, R"(value="[&quot;A \&quot;B\&quot;&quot;, &quot;C&quot;, &quot;D, E&quot;]")"));
}

TEST_CASE("mixed: every edge has its type, and the file no default") {
  const std::string text = gexf(sample_graph(), {}, {.mixed = true});
  CHECK_FALSE(has(text, "defaultedgetype"));
  CHECK(count(text, " type=\"undirected\" kind=") == 11);  // ten pairs met, one spoke
  CHECK(count(text, " type=\"directed\" kind=") == 28 - 11);
}

TEST_CASE("pairs: one edge for two entities, with all that it stands for") {
  const KnowledgeGraph graph =
      graph_of({fact("a", "met-with", "b", "2024-08-19"), fact("b", "signed", "a", "2024-11"),
                fact("c", "visited", "a", "2023"), fact("c", "signed", "a")});
  const std::string text = gexf(graph, {}, {.pairs = true});
  CHECK(count(text, "<edge ") == 2);
  CHECK_FALSE(has(text, " kind="));
  CHECK(has(text, "source=\"a\" target=\"b\" label=\"met; signed\" weight=\"2\""));
  CHECK(has(text, "for=\"relation\" value=\"met-with; signed\""));
  CHECK(has(text, "<spell start=\"2024-08-19\" end=\"2024-08-19\"/>"));
  CHECK(has(text, "<spell start=\"2024-11-01\" end=\"2024-11-30\"/>"));
  // What goes one way keeps its direction.
  CHECK(has(text, "source=\"c\" target=\"a\" label=\"signed; visited\" weight=\"2\""));
  CHECK(count(text, "for=\"symmetric\" value=\"true\"") == 1);
}

TEST_CASE("pictographs can be left out of names, and nothing else is") {
  Entity made = entity("person:a");
  made.name =
      "\xF0\x9F\x95\x8A\xEF\xB8\x8F Nguy\xE1\xBB\x85n \xF0\x9F\x87\xBB\xF0\x9F\x87\xB3 "
      "\xE2\x82\xAC";
  const KnowledgeGraph graph = graph_of({}, {made});
  CHECK(has(gexf(graph, {}, {.strip_emoji = true}), "label=\" Nguy\xE1\xBB\x85n  \xE2\x82\xAC\""));
  CHECK(has(gexf(graph), "\xF0\x9F\x87\xBB"));
}
