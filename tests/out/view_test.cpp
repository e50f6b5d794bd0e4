#include "out/view.h"

#include <algorithm>

#include "out/wording.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

View view(const KnowledgeGraph& graph, const ViewOptions& options = {}) {
  return make_view(graph, sample_ontology(), options);
}

std::vector<std::string> ids(const View& view) {
  std::vector<std::string> result;
  for (const View::Node& node : view.nodes) result.push_back(node.id);
  return result;
}

const View::Node& node(const View& view, const std::string& id) {
  return *std::ranges::find(view.nodes, id, &View::Node::id);
}

KnowledgeGraph line() {  // a - b - c - d
  return graph_of(
      {fact("a", "met-with", "b"), fact("b", "met-with", "c"), fact("c", "met-with", "d")});
}

}  // namespace

TEST_CASE("facts of one pair and relation are one edge with their count and dates") {
  const View sample = view_of(sample_graph());
  CHECK(sample.nodes.size() == 21);
  CHECK(sample.edges.size() == 28);
  std::vector<std::string> labels;
  for (const View::Edge& edge : sample.edges) labels.push_back(edge.label);
  CHECK(std::ranges::count(labels, "met ×5 · Aug–Nov 2024") == 1);
  CHECK(std::ranges::count(labels, "met ×3 · 2023–24") == 1);
  CHECK(std::ranges::count(labels, "leads") == 4);
  CHECK(std::ranges::count(labels, "visited · Dec 2023") == 1);
}

TEST_CASE("a symmetric relation is one edge whichever way its facts go, a directed one is not") {
  CHECK(view(graph_of({fact("a", "met-with", "b", "2024"), fact("b", "met-with", "a", "2023")}))
            .edges.size() == 1);
  CHECK(view(graph_of({fact("a", "visited", "b", "2024"), fact("b", "visited", "a", "2023")}))
            .edges.size() == 2);
}

TEST_CASE("what did not happen is an edge of its own that says so") {
  ViewOptions all;
  all.filter.status.reset();
  const View mixed = view(graph_of({fact("a", "met-with", "b", "2024-01-01"),
                                    fact("a", "met-with", "b", "2024-03-01", Status::Planned),
                                    fact("a", "met-with", "b", "2024-02-01", Status::Denied)}),
                          all);
  REQUIRE(mixed.edges.size() == 3);
  CHECK(mixed.edges[1].label == "met (planned) · 1 Mar 2024");
  CHECK(mixed.edges[2].label == "met (denied) · 1 Feb 2024");
}

TEST_CASE("a person's caption is the latest office, another's the type, an event's with its days") {
  Fact old = fact("person:a", "holds-position", "country:x", "2020");
  old.qualifiers["title"] = "Minister";
  Fact now = fact("person:a", "holds-position", "country:y", "2024");
  now.qualifiers["title"] = "President";
  const View drawn =
      view(graph_of({old, now, fact("person:a", "attended", "event:z", "2024-11-15")}));
  CHECK(node(drawn, "person:a").caption == "President, y");
  CHECK(node(drawn, "country:x").caption == "COUNTRY");
  CHECK(node(drawn, "event:z").caption == "EVENT · 15 Nov 2024");
}

TEST_CASE("about an entity: what is within so many hops, and nothing else") {
  ViewOptions options;
  options.about = "b";
  CHECK(ids(view(line(), options)) == std::vector<std::string>{"a", "b", "c"});
  options.hops = 2;
  CHECK(ids(view(line(), options)).size() == 4);
  options.hops = 0;
  CHECK(view(line(), options).nodes.empty());
}

TEST_CASE("top keeps the best connected entities, and only facts between them") {
  ViewOptions options;
  options.top = 2;
  CHECK(ids(view(line(), options)) == std::vector<std::string>{"b", "c"});
}

TEST_CASE("a path draws exactly its facts") {
  const KnowledgeGraph graph = line();
  ViewOptions options;
  options.only = {graph.edges_by_id().front()};
  CHECK(ids(view(graph, options)) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("entities without a fact are left out") {
  CHECK(view(graph_of({}, {entity("person:alone")})).nodes.empty());
}

TEST_CASE("only web addresses become links") {
  CHECK(is_web_address("https://example.org/a?b=1"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("https://example.org/a b"));
  CHECK_FALSE(is_web_address("https://example.org/\n"));
  CHECK_FALSE(is_web_address("file:///etc/passwd"));
  CHECK_FALSE(is_web_address(""));
}

TEST_CASE("an edge is read aloud with its sentence when the pointer rests on it") {
  const View drawn = view(graph_of({fact("person:a", "met-with", "person:b", "2024-08-19")}));
  CHECK(drawn.edges.front().hover ==
        "a met b, 19 Aug 2024 (1 article): “person:a met-with person:b.”");
}

TEST_CASE("the subtitle counts each sentence and article once") {
  Fact met = fact("a", "met-with", "b");
  Fact visited = fact("a", "visited", "b");
  visited.evidence = met.evidence;
  CHECK(view(graph_of({met, visited})).subtitle ==
        "2 entities · 2 relations · from 1 sentence in 1 article");
}

TEST_CASE("names can be written without diacritics, quotes cannot") {
  Entity trong = entity("person:a");
  trong.name = "Lâm Thế Khôi";
  Fact met = fact("person:a", "met-with", "person:b", "2024-08-19");
  met.evidence.front().quote = "Lâm Thế Khôi met b.";
  ViewOptions options;
  options.plain_names = true;
  options.about = "person:a";
  const View drawn = view(graph_of({met}, {trong}), options);
  CHECK(drawn.nodes.front().label == "Lam The Khoi");
  CHECK(drawn.nodes.front().hover.starts_with("Lam The Khoi"));
  CHECK(drawn.title.starts_with("Lam The Khoi"));
  CHECK(drawn.edges.front().hover ==
        "Lam The Khoi met b, 19 Aug 2024 (1 article): “Lâm Thế Khôi met b.”");
}

TEST_CASE("a timeline has one line an occasion, in order of time, and says what has no date") {
  Fact first = fact("person:a", "met-with", "person:b", "2024-08-19");
  Fact second = fact("person:b", "met-with", "person:c", "2024-08-19");
  first.event = second.event = "event:meeting-1";
  const Fact before = fact("person:c", "visited", "place:p", "2023");
  const Fact undated = fact("person:a", "supports", "person:b");
  ViewOptions options;
  options.form = Form::Timeline;
  const View drawn = view(graph_of({first, second, before, undated}), options);
  REQUIRE(drawn.edges.size() == 2);
  CHECK(drawn.edges[0].relation == "visited");
  CHECK(drawn.edges[0].label == "visited");
  CHECK(drawn.edges[0].members.size() == 2);
  CHECK(drawn.edges[1].members == std::vector<std::size_t>{0, 1, 2});
  CHECK(drawn.edges[1].hover.starts_with("a, b and c: met, 19 Aug 2024 (1 article): “"));
  CHECK(drawn.subtitle.find("4 entities · 2 occasions · from ") == 0);
  CHECK(drawn.subtitle.ends_with(" · without 1 fact that has no date"));
}

TEST_CASE("communities are named for those with most facts") {
  std::vector<Fact> facts;
  for (const std::string side : {"person:x", "person:y"}) {
    for (const auto& [a, b] : {std::pair("1", "2"), {"1", "3"}, {"1", "4"}, {"2", "3"}, {"3", "4"}})
      facts.push_back(fact(side + a, "met-with", side + b, "2024-08-19"));
  }
  facts.push_back(fact("person:x1", "met-with", "person:y1", "2024-08-19"));
  ViewOptions options;
  options.form = Form::Communities;
  const View drawn = view(graph_of(facts), options);
  REQUIRE(drawn.groups.size() == 2);
  CHECK(drawn.groups[0] == "x1, x3 and 2 others");
  CHECK(drawn.groups[1] == "y1, y3 and 2 others");
  for (const View::Node& node : drawn.nodes) {
    CHECK(node.group == (node.label.front() == 'x' ? 0U : 1U));
  }
}
