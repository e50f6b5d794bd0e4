#include "graph/snapshot.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <fstream>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "graph/lazy_graph.h"
#include "graph/name_key.h"
#include "graph/store.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/chance.h"
#include "tests/support/scratch.h"

using namespace entente;
using Mode = Store::Mode;

BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<MappedGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<MappedGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<MappedGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedGraph>));

namespace {

void build(const std::filesystem::path& file, std::size_t articles) {
  Store store(file, Mode::Write);
  for (const ReadArticle& read : test::corpus(articles)) {
    store.put(read.article, {read.article.id, "h", "r"}, read.extraction);
  }
  store.fold(test::ontology());
}

KnowledgeGraph load(const std::filesystem::path& file) {
  return Store(file, Mode::Read).load(test::ontology());
}

// The graph put together again from what the lazy one gives, so that dump() can compare.
KnowledgeGraph gathered(const LazyGraph& lazy) {
  KnowledgeGraph graph;
  for (std::uint32_t i = 0; i < lazy.snapshot().entities; ++i) graph.add_entity(lazy.entity(i));
  for (std::uint32_t i = 0; i < num_edges(lazy.snapshot().graph); ++i) graph.add_fact(lazy.fact(i));
  for (std::uint32_t i = 0; i < lazy.snapshot().articles; ++i) {
    graph.articles.push_back(lazy.article(i));
  }
  return graph;
}

// What test::dump says of both, without events, which a lazy graph does not give.
std::string dump_of(KnowledgeGraph graph) {
  graph.events.clear();
  return test::dump(graph);
}

std::string lazily(const std::filesystem::path& file) {
  return dump_of(gathered(open_lazily(file, test::ontology())));
}

// Pairs by chance, with loops and parallel edges.
KnowledgeGraph random_graph(std::uint64_t seed, int entities, int facts) {
  test::Chance chance{seed};
  std::vector<Fact> made;
  const auto name = [](int i) { return std::string(1, static_cast<char>('a' + i)); };
  std::vector<Entity> all;
  for (int i = 0; i < entities; ++i) all.push_back(test::entity(name(i)));
  for (int i = 0; i < facts; ++i) {
    const char* relation = chance.whole(0, 1) == 0 ? "visited" : "met-with";
    Fact fact = test::fact(
        name(chance.whole(0, entities - 1)), relation, name(chance.whole(0, entities - 1)),
        chance.whole(0, 2) == 0 ? "" : "2024-08", static_cast<Status>(chance.whole(0, 3)));
    fact.id += std::to_string(i);
    made.push_back(fact);
  }
  return test::graph_of(made, all);
}

// Distances from `from` in a graph of Boost's own.
template <typename Graph>
std::vector<int> distances(const Graph& graph, std::uint32_t from) {
  std::vector<int> distance(num_vertices(graph), -1);
  const auto index = get(boost::vertex_index, graph);
  const auto map = boost::make_iterator_property_map(distance.begin(), index);
  distance[from] = 0;
  boost::breadth_first_search(
      graph, from,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()))));
  return distance;
}

}  // namespace

TEST_CASE("a lazy graph is the loaded graph, entity by entity and fact by fact") {
  const Scratch scratch;
  build(scratch / "g.ent", 60);
  CHECK(std::filesystem::exists(snapshot_path(scratch / "g.ent")));
  CHECK(lazily(scratch / "g.ent") == dump_of(load(scratch / "g.ent")));
  const KnowledgeGraph random = random_graph(1, 6, 40);
  CHECK(dump_of(gathered(LazyGraph(random))) == dump_of(random_graph(1, 6, 40)));
  CHECK(LazyGraph(KnowledgeGraph()).snapshot().entities == 0);
}

TEST_CASE("an excerpt has of what is wished for what the whole graph has") {
  const Scratch scratch;
  build(scratch / "g.ent", 60);
  const KnowledgeGraph whole = load(scratch / "g.ent");
  const LazyGraph lazy = open_lazily(scratch / "g.ent", test::ontology());
  const Snapshot& s = lazy.snapshot();
  std::size_t events = 0, partial = 0;
  // As much of the whole as it has: entities by name only, where they are not wished for.
  const auto check = [&](const KnowledgeGraph& part, const std::set<std::string>& in_full) {
    for (const auto vertex : part.vertices_by_id()) {
      Entity expected = whole[*whole.find(part[vertex].id)];
      if (!in_full.contains(expected.id)) {
        expected.aliases.clear();
        expected.articles.clear();
      }
      CHECK(part[vertex] == expected);
    }
    for (const auto edge : part.edges_by_id()) {
      const Fact& fact = part[edge];
      CHECK(fact == whole[*whole.find_fact(fact.id)]);
      CHECK((part.event(fact.event) != nullptr) == !fact.event.empty());
      for (const Evidence& evidence : fact.evidence) CHECK(part.article(evidence.article));
    }
    for (const Event& event : part.events) {
      CHECK(event == *whole.event(event.id));
      for (const std::string& fact : event.facts) CHECK(part.find_fact(fact));
      for (const Participant& one : event.participants) CHECK(part.find(one.entity));
    }
    events += part.events.size();
    partial += part.edges_by_id().size() < whole.edges_by_id().size() ? 1 : 0;
  };
  for (std::uint32_t v = 0; v < s.entities; ++v) {
    ExcerptWish wish{{}, {v}, {}};
    const auto [out, out_end] = out_edges(v, s.graph);
    for (auto it = out; it != out_end; ++it) wish.facts.push_back((*it).number);
    const KnowledgeGraph part = lazy.excerpt(wish);
    check(part, {std::string(s.ids[v])});
    for (const std::uint32_t edge : wish.facts) CHECK(part.find_fact(lazy.fact_id(edge)));
  }
  for (const Article& article : whole.articles) {
    const KnowledgeGraph part = lazy.excerpt({{}, {}, {article.id, "of no graph"}});
    std::set<std::string> named;
    for (const auto vertex : whole.vertices_by_id()) {
      if (!std::ranges::binary_search(whole[vertex].articles, article.id)) continue;
      named.insert(whole[vertex].id);
      CHECK(part.find(whole[vertex].id));
    }
    check(part, named);
    for (const auto edge : whole.edges_by_id()) {
      const auto& evidence = whole[edge].evidence;
      if (std::ranges::find(evidence, article.id, &Evidence::article) == evidence.end()) continue;
      CHECK(part.find_fact(whole[edge].id));
    }
  }
  CHECK(lazy.excerpt({}).vertices_by_id().empty());
  CHECK(events > 0);
  CHECK(partial > 0);
}

TEST_CASE("an excerpt of much is the whole graph") {
  const KnowledgeGraph source = random_graph(3, 20, 1200);
  const LazyGraph lazy(source);
  ExcerptWish wish;
  for (std::uint32_t edge = 0; edge < 1001; ++edge) wish.facts.push_back(edge);
  CHECK(dump_of(lazy.excerpt(wish)) == dump_of(random_graph(3, 20, 1200)));
}

TEST_CASE("each edge of a snapshot says what its fact says, in both directions") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const KnowledgeGraph source = random_graph(seed, 7, 30);
    const LazyGraph lazy(source);
    const Snapshot& s = lazy.snapshot();
    std::set<std::uint32_t> coming;
    for (std::uint32_t v = 0; v < s.entities; ++v) {
      const auto [out, out_end] = out_edges(v, s.graph);
      CHECK(std::is_sorted(s.graph.out_relation.begin() + s.graph.out_begin[v],
                           s.graph.out_relation.begin() + s.graph.out_begin[v + 1]));
      for (auto it = out; it != out_end; ++it) {
        const MappedGraph::Edge edge = *it;
        const Fact& fact = source[*source.find_fact(lazy.fact_id(edge.number))];
        CHECK(s.ids[edge.source] == fact.subject);
        CHECK(s.ids[edge.target] == fact.object);
        CHECK(s.graph.source_of(edge.number) == v);
        CHECK(s.relations[s.graph.out_relation[edge.number]] == fact.relation);
        CHECK(s.status(edge.number) == fact.status);
        CHECK(s.confidence[edge.number] == confidence(fact));
        CHECK(s.sources[edge.number] == sources(fact));
        CHECK((s.first_day(edge.number) != Snapshot::kNoDay) == fact.when.has_value());
        CHECK((s.last_day[edge.number] != Snapshot::kNoDay) == fact.when.has_value());
        if (fact.when) {
          CHECK(s.first_day(edge.number) == fact.when->first.time_since_epoch().count());
          CHECK(s.last_day[edge.number] == fact.when->last.time_since_epoch().count());
        }
      }
      const auto [in, in_end] = in_edges(v, s.graph);
      for (auto it = in; it != in_end; ++it) {
        const MappedGraph::Edge edge = *it;
        coming.insert(edge.number);
        CHECK(edge.target == v);
        CHECK(s.graph.out_target[edge.number] == v);
        CHECK(s.graph.source_of(edge.number) == edge.source);
      }
      for (std::uint32_t i = s.graph.in_begin[v]; i < s.graph.in_begin[v + 1]; ++i) {
        CHECK(s.graph.in_relation[i] == s.graph.out_relation[s.graph.in_edge[i]]);
        CHECK(s.in_mark[i] == s.mark[s.graph.in_edge[i]]);
      }
    }
    CHECK(coming.size() == num_edges(s.graph));
  }
}

TEST_CASE("Boost's algorithms run on a snapshot as on Boost's own graph") {
  const KnowledgeGraph source = random_graph(4, 12, 16);
  const LazyGraph lazy(source);
  const MappedGraph& graph = lazy.snapshot().graph;
  // Of the same edges in the same order.
  boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> directed(
      num_vertices(graph));
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> either_way(
      num_vertices(graph));
  const auto [begin, end] = edges(graph);
  for (auto it = begin; it != end; ++it) {
    add_edge((*it).source, (*it).target, directed);
    add_edge((*it).source, (*it).target, either_way);
  }
  REQUIRE(num_edges(directed) == num_edges(graph));
  const UndirectedGraph undirected{graph};
  for (std::uint32_t v = 0; v < num_vertices(graph); ++v) {
    CHECK(distances(graph, v) == distances(directed, v));
    CHECK(distances(undirected, v) == distances(either_way, v));
  }
  const auto ranks = [](const auto& g) {
    std::vector<double> rank(num_vertices(g));
    boost::graph::page_rank(
        g, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, g)));
    return rank;
  };
  const std::vector<double> found = ranks(graph);
  const std::vector<double> expected = ranks(directed);
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == Approx(expected[i]));
  const auto components = [](const auto& g) {
    std::vector<int> component(num_vertices(g));
    boost::connected_components(
        g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
    return component;
  };
  CHECK(components(undirected) == components(either_way));
  CHECK(components(graph) == components(directed));
}

TEST_CASE("names and aliases are found without their titles, names as they are written") {
  Entity anna = test::entity("person:anna-keller", {"President Anna Keller", "Ärna K."});
  Entity other = test::entity("person:keller", {"The Keller"});
  const LazyGraph lazy(test::graph_of({}, {anna, other}));
  const Snapshot& s = lazy.snapshot();
  const auto found = [&](std::string_view name) {
    std::multiset<std::string> ids;
    const auto [begin, end] = s.keyed(without_titles(fold(name)));
    for (std::uint32_t i = begin; i < end; ++i) ids.emplace(s.ids[s.key_entity[i]]);
    return ids;
  };
  using Ids = std::multiset<std::string>;
  CHECK(found("ANNA KELLER") == Ids{"person:anna-keller", "person:anna-keller"});
  CHECK(found("arna k") == Ids{"person:anna-keller"});
  CHECK(found("Keller") == Ids{"person:keller", "person:keller"});
  CHECK(found("Kell").empty());
  CHECK(s.named("keller").size() == 1);
  CHECK(s.named("Keller").empty());
  CHECK(s.entity("person:keller") == 1U);
  CHECK_FALSE(s.entity("person:kelle"));
  CHECK_FALSE(s.article("person:keller"));
}

TEST_CASE("whatever lies where the snapshot should be, the answers are the same") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 40);
  const auto path = snapshot_path(file);
  const std::string whole = read_file(path);
  const std::string expected = lazily(file);
  build(scratch / "other.ent", 30);
  const std::string foreign = read_file(snapshot_path(scratch / "other.ent"));
  std::vector<std::string> broken = {
      "", "x", foreign, whole + "more", "EntSnap\n" + whole, std::string(whole.size(), '\0')};
  for (std::size_t i = 1; i < 12; ++i) broken.push_back(whole.substr(0, whole.size() * i / 12));
  test::Chance chance;
  for (int i = 0; i < 200; ++i) {
    std::string flipped = whole;
    const auto at = static_cast<std::size_t>(chance.whole(0, static_cast<int>(whole.size()) - 1));
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << chance.whole(0, 7)));
    broken.push_back(flipped);
  }
  for (std::size_t i = 0; i < broken.size(); ++i) {
    CAPTURE(i, broken[i].size());
    write_file(path, broken[i]);
    REQUIRE(lazily(file) == expected);
    // It was mended on the way: a file of our own again.
    const auto mended = Snapshot::open(path, LazyGraph(load(file)).snapshot().fingerprint);
    REQUIRE(mended);
    CHECK_FALSE(mended->in_memory());
  }
  std::filesystem::remove(path);
  CHECK(lazily(file) == expected);
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  CHECK(lazily(file) == expected);
}

TEST_CASE("a whole copy of a snapshot is believed after a look at all of it") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 20);
  const auto path = snapshot_path(file);
  const std::string expected = lazily(file);
  const std::uint64_t print = LazyGraph(load(file)).snapshot().fingerprint;
  CHECK_FALSE(Snapshot::open(path, print)->in_memory());
  write_file(path, read_file(path));
  REQUIRE(Snapshot::open(path, print));
  CHECK(Snapshot::open(path, print)->in_memory());
  CHECK_FALSE(Snapshot::open(path, print + 1));
  CHECK(lazily(file) == expected);
  CHECK_FALSE(Snapshot::open(path, print)->in_memory());
}

TEST_CASE("a change in place is seen by the file's time, and the snapshot made again") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 20);
  const auto path = snapshot_path(file);
  const std::string expected = lazily(file);
  const std::uint64_t print = LazyGraph(load(file)).snapshot().fingerprint;
  const std::string whole = read_file(path);
  for (std::size_t at = 900; at < whole.size(); at += whole.size() / 20) {
    CAPTURE(at);
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary)
        .seekp(static_cast<std::streamoff>(at))
        .put(static_cast<char>(~whole[at]));
    const auto found = Snapshot::open(path, print);
    CHECK((!found || found->in_memory()));
    CHECK(lazily(file) == expected);
  }
}

TEST_CASE("a snapshot is of its tables: what comes later is seen, what is open stays as it was") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 20);
  const std::string as_it_was = lazily(file);
  const std::string old_snapshot = read_file(snapshot_path(file));
  {
    Store store(file, Mode::Write);
    const auto add = [&](std::size_t number) {
      const ReadArticle read = test::corpus(30)[number];
      store.put(read.article, {read.article.id, "h", "r"}, read.extraction);
    };
    const LazyGraph before = open_lazily(file, test::ontology());
    add(20);
    CHECK(dump_of(gathered(before)) == as_it_was);  // kept from here on
    // Not folded yet: a reader folds in memory.
    CHECK(lazily(file) == dump_of(load(file)));
    for (std::size_t i = 21; i < 30; ++i) add(i);
    store.fold(test::ontology());
    CHECK(dump_of(gathered(before)) == as_it_was);
    const LazyGraph during = open_lazily(file, test::ontology());
    const std::string then = dump_of(gathered(during));
    CHECK(then != as_it_was);
    CHECK(store.remove(test::corpus(1)[0].article.id));
    store.fold(test::ontology());
    CHECK(dump_of(gathered(during)) == then);
  }
  const std::string now = dump_of(load(file));
  CHECK(lazily(file) == now);
  write_file(snapshot_path(file), old_snapshot);
  CHECK(lazily(file) == now);
}

TEST_CASE("a reader that only sits there keeps nobody from writing, and is told afterwards") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 20);
  const LazyGraph before = open_lazily(file, test::ontology());
  const std::string name(before.snapshot().names[0]);
  build(file, 30);
  CHECK(before.snapshot().names[0] == name);
  try {
    before.entity(0);
    CHECK(std::string("read").empty());
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::System);
  }
  CHECK(lazily(file) == dump_of(load(file)));
}

TEST_CASE("a hold keeps a plain file as it is for a while") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 20);
  const LazyGraph graph = open_lazily(file, test::ontology());
  const std::string as_it_was = dump_of(gathered(graph));
  {
    const LazyGraph::Hold hold(graph);
    const LazyGraph::Hold another(graph);
    CHECK(dump_of(gathered(graph)) == as_it_was);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &other) == SQLITE_OK);
    CHECK(sqlite3_exec(other, "DELETE FROM alias", nullptr, nullptr, nullptr) == SQLITE_BUSY);
    sqlite3_close(other);
  }
  build(file, 30);
  CHECK_THROWS_AS(LazyGraph::Hold(graph), Error);
}

TEST_CASE("the same tables give the same snapshot") {
  const Scratch scratch;
  build(scratch / "a.ent", 25);
  build(scratch / "b.ent", 25);
  const auto content = [&](const char* name) {
    // Behind the header, which has the file's own stamp.
    return read_file(snapshot_path(scratch / name)).substr(1024);
  };
  CHECK(content("a.ent") == content("b.ent"));
}

TEST_CASE("who is killed while writing a snapshot leaves the old one, and no rubbish for long") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 40);
  const std::string expected = lazily(file);
  const auto path = snapshot_path(file);
  auto temporary = path;
  temporary += ".new";
  const std::string whole = read_file(path);
  SECTION("before the bytes were there") { write_file(temporary, whole.substr(0, 100)); }
  SECTION("before the rename") { write_file(temporary, whole); }
  CHECK(lazily(file) == expected);
  std::filesystem::remove(path);
  CHECK(lazily(file) == expected);
  CHECK(std::filesystem::exists(path));
  CHECK_FALSE(std::filesystem::exists(temporary));
}

TEST_CASE("a snapshot cannot be read by who may not read the graph") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 2);
  std::filesystem::remove(snapshot_path(file));
  ::chmod(file.c_str(), 0600);
  lazily(file);
  struct stat info = {};
  REQUIRE(::stat(snapshot_path(file).c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600U);
}

TEST_CASE("where nothing may be written, a snapshot is made in memory") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  build(file, 10);
  const std::string expected = lazily(file);
  std::filesystem::remove(snapshot_path(file));
  // Also the superuser cannot write to where a folder lies.
  auto temporary = snapshot_path(file);
  temporary += ".new";
  std::filesystem::create_directory(temporary);
  CHECK(lazily(file) == expected);
  CHECK_FALSE(std::filesystem::exists(snapshot_path(file)));
}

TEST_CASE("damaged tables are refused, also when only a snapshot is made of them") {
  for (const char* sql :
       {"UPDATE fact SET object = 'person:nobody'", "UPDATE fact SET subject = 99999",
        "UPDATE fact SET status = 'perhaps'", "UPDATE fact SET date_first = 'May'",
        "UPDATE fact SET date_first = NULL WHERE date_last IS NOT NULL",
        "UPDATE fact SET sources = -1", "UPDATE entity SET number = number + 1000",
        "UPDATE entity SET mentions = 'x'", "INSERT INTO alias VALUES(99999, 'Z')"}) {
    CAPTURE(sql);
    const Scratch scratch;
    const auto file = scratch / "g.ent";
    build(file, 5);
    std::filesystem::remove(snapshot_path(file));
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    try {
      open_lazily(file, test::ontology());
      CHECK(std::string("accepted").empty());
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::Input);
    }
  }
}
