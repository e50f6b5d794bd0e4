#include "query/paths.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "query/cypher_answer.h"
#include "query/names.h"
#include "query/procedures.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;
using Names = std::vector<std::string>;

PathAnswer ask_path(const KnowledgeGraph& graph, const std::string& from, const std::string& to,
                    const PathOptions& options = {}) {
  return find_paths(NewsGraph(graph), from, to, options);
}

Names names_of(const NewsGraph& graph, const FoundPath& path) {
  Names names;
  for (const cypher::NodeId node : path.entities) names.push_back(graph.entity(node)->id);
  return names;
}

std::vector<Names> routes(const KnowledgeGraph& graph, const std::string& from,
                          const std::string& to, const PathOptions& options = {}) {
  const NewsGraph news(graph);
  std::vector<Names> all;
  for (const FoundPath& path : find_paths(news, from, to, options).paths) {
    all.push_back(names_of(news, path));
  }
  return all;
}

// ---- The second witness

// Every row of entities that some chain of facts joins, with what the best of its chains costs.
using Prices = std::map<Names, std::int64_t>;

std::int64_t price(const Fact& fact) {
  return std::llround(-std::log(std::clamp(confidence(fact), 1e-9, 1.0)) * 1e9);
}

// Walks every chain of facts by plain recursion.
class BruteForce {
 public:
  BruteForce(const KnowledgeGraph& graph, const PathOptions& options)
      : graph_(graph), options_(options) {}

  Prices prices(Vertex from, Vertex to) {
    found_.clear();
    to_ = to;
    walk_ = {from};
    if (may_enter(from)) go_on(0, std::numeric_limits<std::int64_t>::min());
    return found_;
  }
  // Any order of time, any length.
  std::size_t reachable(Vertex from) const {
    std::vector<Vertex> seen = {from};
    for (std::size_t i = 0; i < seen.size(); ++i) {
      for (const Edge edge : graph_.edges_by_id()) {
        if (!passes(graph_, edge, options_.filter)) continue;
        for (const bool forward : {true, false}) {
          const auto [a, b] = ends(edge, forward);
          const bool is_new = std::ranges::find(seen, b) == seen.end();
          if (a == seen[i] && is_new && may_enter(a) && may_enter(b)) seen.push_back(b);
        }
      }
    }
    return seen.size();
  }

 private:
  bool may_enter(Vertex v) const {
    const Filter& filter = options_.filter;
    const auto& banned = options_.banned;
    return std::ranges::find(banned, graph_[v].id) == banned.end() &&
           (filter.types.empty() || filter.types.contains(graph_[v].type));
  }
  std::pair<Vertex, Vertex> ends(Edge edge, bool forward) const {
    const Vertex a = boost::source(edge, graph_.bgl()), b = boost::target(edge, graph_.bgl());
    return forward ? std::pair(a, b) : std::pair(b, a);
  }
  void go_on(std::int64_t cost, std::int64_t time) {
    if (walk_.back() == to_) {
      Names names;
      for (const Vertex v : walk_) names.push_back(graph_[v].id);
      const auto [found, is_new] = found_.emplace(names, cost);
      if (!is_new) found->second = std::min(found->second, cost);
      return;
    }
    if (walk_.size() > options_.max_hops) return;
    for (const Edge edge : graph_.edges_by_id()) {
      const Fact& fact = graph_[edge];
      if (!passes(graph_, edge, options_.filter)) continue;
      std::int64_t day = time;
      if (options_.in_time_order) {
        if (!fact.when) continue;
        day = std::max<std::int64_t>(time, fact.when->first.time_since_epoch().count());
        if (day > fact.when->last.time_since_epoch().count()) continue;
      }
      for (const bool forward : {true, false}) {
        const auto [a, b] = ends(edge, forward);
        if (a != walk_.back() || std::ranges::find(walk_, b) != walk_.end() || !may_enter(b)) {
          continue;
        }
        walk_.push_back(b);
        go_on(options_.weighted ? cost + price(fact) : 0, day);
        walk_.pop_back();
      }
    }
  }

  const KnowledgeGraph& graph_;
  const PathOptions& options_;
  Vertex to_ = 0;
  std::vector<Vertex> walk_;
  Prices found_;
};

std::vector<Names> wanted(const Prices& prices, const PathOptions& options) {
  std::vector<Names> all;
  for (const auto& [names, cost] : prices) all.push_back(names);
  std::ranges::sort(all, [&](const Names& a, const Names& b) {
    return std::tuple(prices.at(a), a.size(), a) < std::tuple(prices.at(b), b.size(), b);
  });
  if (!options.longer) {
    std::erase_if(all, [size = all.empty() ? 0 : all.front().size()](const Names& names) {
      return names.size() != size;
    });
  }
  if (options.limit > 0 && all.size() > options.limit) all.resize(options.limit);
  return all;
}

// ---- Random graphs and questions

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}
  std::size_t up_to(std::size_t n) { return random_() % (n + 1); }
  bool one_in(std::size_t n) { return up_to(n - 1) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[up_to(all.size() - 1)];
  }

 private:
  std::mt19937 random_;
};

KnowledgeGraph random_graph(Dice& dice) {
  const std::size_t nodes = 2 + dice.up_to(6);
  const Names relations = {"met-with", "visited", "member-of"};
  const Names dates = {"",     "",        "2019-05-01", "2020-05-01/2020-06-15",
                       "2021", "2023-07", "2024-02-29", "2022-01-01"};
  const std::vector<double> confidences = {0.5, 0.8, 0.8, 0.95, 1.0};
  std::vector<Entity> entities;
  for (std::size_t i = 0; i < nodes; ++i) {
    entities.push_back(
        entity((dice.one_in(4) ? "country:" : "person:") + std::string(1, "gcahebdf"[i])));
  }
  std::vector<Fact> facts;
  for (std::size_t i = dice.up_to(4 * nodes); i > 0; --i) {
    // Loops and parallels, too.
    Fact one = fact(dice.of(entities).id, dice.of(relations), dice.of(entities).id, dice.of(dates),
                    dice.one_in(6) ? Status::Planned : Status::Happened);
    one.id = "f" + std::to_string(i);
    one.evidence[0].article = dice.of(Names{"a.txt", "b.txt", "c.txt"});
    one.evidence[0].confidence = dice.of(confidences);
    if (dice.one_in(3)) one.evidence.push_back(evidence("d.txt", "Also."));
    facts.push_back(one);
  }
  KnowledgeGraph graph = graph_of(facts, entities);
  for (Article& article : graph.articles) {
    if (article.id != "c.txt")
      article.published = parse_iso(article.id == "a.txt" ? "2020" : "2022-03-01");
  }
  return graph;
}

std::optional<std::chrono::sys_days> day_of(std::string_view iso) { return parse_iso(iso)->first; }

PathOptions random_options(Dice& dice) {
  PathOptions options;
  options.max_hops = 1 + dice.up_to(6);
  options.limit = dice.up_to(4);
  options.longer = dice.one_in(2) && options.limit > 0;
  options.in_time_order = dice.one_in(3);
  options.weighted = dice.one_in(3);
  if (options.weighted) options.limit = std::max<std::size_t>(options.limit, 1);
  if (options.weighted) options.longer = true;
  if (dice.one_in(5)) options.filter.relations = {"met-with", "visited"};
  if (dice.one_in(9)) options.filter.since = day_of("2021");
  if (dice.one_in(9)) options.filter.until = day_of("2023-07-15");
  if (dice.one_in(7)) options.filter.as_of = day_of(dice.one_in(2) ? "2021-06-01" : "2022-01-01");
  if (options.filter.as_of) options.filter.states = {"member-of"};
  if (dice.one_in(2)) options.filter.status.reset();
  if (dice.one_in(9)) options.filter.types = {"person"};
  if (dice.one_in(9)) options.filter.min_sources = 2;
  return options;
}

struct Case {
  KnowledgeGraph graph;
  PathOptions options;
  Vertex from = 0;
  Vertex to = 0;

  explicit Case(Dice& dice) : graph(random_graph(dice)), options(random_options(dice)) {
    from = dice.of(graph.vertices_by_id());
    to = dice.of(graph.vertices_by_id());
    while (to == from) to = dice.of(graph.vertices_by_id());
    for (const Vertex v : graph.vertices_by_id()) {
      if (v != from && v != to && dice.one_in(20)) options.banned.push_back(graph[v].id);
    }
  }
};

// "" where the facts of a path are what they must be, else what is wrong with them.
std::string complaint(const KnowledgeGraph& graph, const NewsGraph& news, const FoundPath& path,
                      const PathOptions& options, std::int64_t cheapest) {
  std::int64_t cost = 0, time = std::numeric_limits<std::int64_t>::min();
  double sure = 1.0;
  for (std::size_t i = 0; i < path.facts.size(); ++i) {
    const Edge edge = *graph.find_fact(news.fact(path.facts[i]).id);
    const Fact& fact = graph[edge];
    const Names ends = {news.entity(path.entities[i])->id, news.entity(path.entities[i + 1])->id};
    const auto joins = [&](const Fact& one) {
      return (one.subject == ends[0] && one.object == ends[1]) ||
             (one.subject == ends[1] && one.object == ends[0]);
    };
    if (!joins(fact)) return "a fact that does not join its entities";
    if (!passes(graph, edge, options.filter)) return "a fact that does not pass";
    std::size_t parallel = 0;
    for (const Edge other : graph.edges_by_id()) {
      const bool dated = !options.in_time_order || graph[other].when;
      if (joins(graph[other]) && dated && passes(graph, other, options.filter)) ++parallel;
    }
    if (path.parallel[i] != parallel) return "a wrong number of parallel facts";
    if (options.in_time_order) {
      time = std::max<std::int64_t>(time, fact.when->first.time_since_epoch().count());
      if (time > fact.when->last.time_since_epoch().count()) return "not in order of time";
    }
    cost += price(fact);
    sure *= confidence(fact);
  }
  if (options.weighted && cost != cheapest) return "not the cheapest facts";
  return std::abs(sure - path.confidence) < 1e-9 ? "" : "a wrong confidence";
}

// "" where the answer is that of brute force, else what differs.
std::string disagreement(const Case& one) {
  const KnowledgeGraph& graph = one.graph;
  const NewsGraph news(graph);
  const PathAnswer answer = find_paths(news, graph[one.from].id, graph[one.to].id, one.options);
  BruteForce brute(graph, one.options);
  const Prices prices = brute.prices(one.from, one.to);
  std::vector<Names> found;
  for (const FoundPath& path : answer.paths) found.push_back(names_of(news, path));
  if (found != wanted(prices, one.options)) return "other paths";
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string wrong =
        complaint(graph, news, answer.paths[i], one.options, prices.at(found[i]));
    if (!wrong.empty()) return wrong;
  }
  if (!found.empty()) return "";
  PathOptions unbounded = one.options;
  unbounded.in_time_order = false;
  unbounded.max_hops = graph.vertices_by_id().size();
  if (answer.reachable != brute.reachable(one.from)) return "another component";
  const bool connected = !BruteForce(graph, unbounded).prices(one.from, one.to).empty();
  return answer.connected == connected ? "" : "connected or not";
}

void check_against_brute_force(int rounds) {
  Dice dice(20240819);
  std::map<std::string, int> seen;
  for (int round = 0; round < rounds; ++round) {
    const Case one(dice);
    const std::string difference = disagreement(one);
    if (!difference.empty()) {
      FAIL("round " << round << ": " << difference << "\n"
                    << filled_in(path_question(one.graph[one.from].id, one.graph[one.to].id,
                                               one.options)));
    }
    const std::size_t paths = BruteForce(one.graph, one.options).prices(one.from, one.to).size();
    ++seen[paths == 0 ? "none" : paths == 1 ? "one" : "several"];
    if (paths > 1 && one.options.weighted && one.options.in_time_order) ++seen["both"];
  }
  // Or the rounds above say little.
  CHECK(seen["none"] > rounds / 5);
  CHECK(seen["several"] > rounds / 6);
  CHECK(seen["both"] > rounds / 100);
}

}  // namespace

TEST_CASE("paths are those of brute force on random multigraphs, whatever is asked for") {
  check_against_brute_force(3'000);
}

TEST_CASE("paths are those of brute force, 100,000 times", "[.slow]") {
  check_against_brute_force(100'000);
}

TEST_CASE("to filter and then search is to search with the filter") {
  Dice dice(7);
  for (int round = 0; round < 500; ++round) {
    const Case one(dice);
    const KnowledgeGraph& graph = one.graph;
    std::vector<Fact> facts;
    std::vector<Entity> entities;
    const auto stays = [&](const std::string& id) {
      return std::ranges::find(one.options.banned, id) == one.options.banned.end();
    };
    for (const Edge edge : graph.edges_by_id()) {
      const Fact& fact = graph[edge];
      if (passes(graph, edge, one.options.filter) && stays(fact.subject) && stays(fact.object)) {
        facts.push_back(fact);
      }
    }
    for (const Vertex v : graph.vertices_by_id()) entities.push_back(graph[v]);
    PathOptions bare = one.options;
    bare.filter = {};
    bare.filter.status.reset();
    bare.banned.clear();
    const std::string from = graph[one.from].id, to = graph[one.to].id;
    CAPTURE(round, filled_in(path_question(from, to, one.options)));
    REQUIRE(routes(graph, from, to, one.options) ==
            routes(graph_of(facts, entities), from, to, bare));
  }
}

TEST_CASE(
    "there and back is one way, and back in order of time is the way of a mirrored calendar") {
  Dice dice(8);
  const auto mirrored = [](const KnowledgeGraph& graph) {
    std::vector<Fact> facts;
    std::vector<Entity> entities;
    for (const Vertex v : graph.vertices_by_id()) entities.push_back(graph[v]);
    for (const Edge edge : graph.edges_by_id()) {
      Fact fact = graph[edge];
      if (fact.when) {
        const auto mirror = [](std::chrono::sys_days day) {
          return std::chrono::sys_days(std::chrono::days(40'000) - day.time_since_epoch());
        };
        fact.when = DateRange{mirror(fact.when->last), mirror(fact.when->first)};
      }
      facts.push_back(fact);
    }
    return graph_of(facts, entities);
  };
  for (int round = 0; round < 300; ++round) {
    Case one(dice);
    one.options.limit = one.options.weighted ? 1000 : 0;
    one.options.filter.since.reset();
    one.options.filter.until.reset();
    one.options.filter.as_of.reset();
    const std::string from = one.graph[one.from].id, to = one.graph[one.to].id;
    const auto there = routes(one.graph, from, to, one.options);
    auto back = one.options.in_time_order ? routes(mirrored(one.graph), to, from, one.options)
                                          : routes(one.graph, to, from, one.options);
    for (Names& names : back) std::ranges::reverse(names);
    CAPTURE(round, filled_in(path_question(from, to, one.options)));
    REQUIRE(std::set<Names>(there.begin(), there.end()) ==
            std::set<Names>(back.begin(), back.end()));
  }
}

TEST_CASE("the question that --cypher prints has the same answer") {
  Dice dice(9);
  for (int round = 0; round < 300; ++round) {
    const Case one(dice);
    const NewsGraph news(one.graph);
    const std::string from = one.graph[one.from].id, to = one.graph[one.to].id;
    const std::string text = filled_in(path_question(from, to, one.options));
    const cypher::Procedures procedures = news_procedures({});
    cypher::Options plain;
    plain.procedures = &procedures;
    const auto rows = cypher::read(text, news, plain).rows;
    const PathAnswer answer = find_paths(news, from, to, one.options);
    CAPTURE(round, text);
    REQUIRE(rows.size() == answer.paths.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(rows[i][0].path().relationships == answer.paths[i].facts);
      CHECK(rows[i][0].path().nodes == answer.paths[i].entities);
    }
  }
}

TEST_CASE("the filter decides inside the search, not after it") {
  // The shortest chain is planned only; the answer is the longer one that happened.
  const KnowledgeGraph graph = graph_of({fact("a", "met-with", "z", "2024", Status::Planned),
                                         fact("a", "visited", "b"), fact("z", "visited", "b")});
  CHECK(routes(graph, "a", "z") == std::vector<Names>{{"a", "b", "z"}});
  PathOptions meetings;
  meetings.filter.relations = {"met-with"};
  CHECK(routes(graph, "a", "z", meetings).empty());
  meetings.filter.status.reset();
  CHECK(routes(graph, "a", "z", meetings) == std::vector<Names>{{"a", "z"}});
}

TEST_CASE("each option says what a path may be made of") {
  // Two ways from a to z: over b in 2019, with little certainty in one step; over c and d later.
  Fact unsure = fact("a", "met-with", "b", "2019");
  unsure.evidence[0].confidence = 0.3;
  Fact twice = fact("c", "visited", "country:d", "2021");
  twice.evidence.push_back(evidence("b.txt", "Again."));
  const KnowledgeGraph graph =
      graph_of({unsure, fact("b", "visited", "z", "2018"), fact("a", "visited", "c", "2020"), twice,
                fact("country:d", "met-with", "z", "2022")});
  const Names near = {"a", "b", "z"}, far = {"a", "c", "country:d", "z"};
  struct Row {
    std::string what;
    std::function<void(PathOptions&)> set;
    std::vector<Names> found;
  };
  const std::vector<Row> rows = {
      {"nothing", [](PathOptions&) {}, {near}},
      {"k", [](PathOptions& o) { o.longer = true; }, {near, far}},
      {"k, but no longer than max",
       [](PathOptions& o) { o.longer = true, o.max_hops = 2; },
       {near}},
      {"not", [](PathOptions& o) { o.banned = {"b"}; }, {far}},
      {"not both",
       [](PathOptions& o) {
         o.banned = {"b", "c"};
       },
       {}},
      {"types", [](PathOptions& o) { o.filter.types = {"person"}, o.longer = true; }, {near}},
      {"since", [](PathOptions& o) { o.filter.since = day_of("2020"); }, {far}},
      {"until", [](PathOptions& o) { o.filter.until = day_of("2021"), o.longer = true; }, {near}},
      {"as of", [](PathOptions& o) { o.filter.as_of = day_of("2021"), o.longer = true; }, {near}},
      {"as of earlier", [](PathOptions& o) { o.filter.as_of = day_of("2018-12-31"); }, {}},
      {"sources", [](PathOptions& o) { o.filter.min_sources = 2; }, {}},
      {"weighted", [](PathOptions& o) { o.weighted = true, o.longer = true, o.limit = 1; }, {far}},
      {"weighted, both",
       [](PathOptions& o) { o.weighted = true, o.longer = true, o.limit = 2; },
       {far, near}},
      {"in order of time", [](PathOptions& o) { o.in_time_order = true; }, {far}},
      {"too short for it", [](PathOptions& o) { o.in_time_order = true, o.max_hops = 2; }, {}}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    PathOptions options;
    row.set(options);
    CHECK(routes(graph, "a", "z", options) == row.found);
  }
  PathOptions ordered;
  ordered.in_time_order = true;
  CHECK(routes(graph, "z", "a", ordered) == std::vector<Names>{{"z", "b", "a"}});
}

TEST_CASE("dates that overlap are in order, and what has none is in none") {
  const auto ordered = [](const std::string& first, const std::string& second) {
    PathOptions options;
    options.in_time_order = true;
    const KnowledgeGraph graph =
        graph_of({fact("a", "visited", "b", first), fact("b", "visited", "c", second)});
    return !routes(graph, "a", "c", options).empty();
  };
  CHECK(ordered("2023-05-02", "2023-05-02"));
  CHECK(ordered("2023-05-02", "2023-05"));
  CHECK(ordered("2023", "2023-01-01"));
  CHECK_FALSE(ordered("2023-05-02", "2023-05-01"));
  CHECK_FALSE(ordered("2023-05-02", "2023-04"));
  CHECK_FALSE(ordered("2023-05-02", ""));
  CHECK_FALSE(ordered("", "2023-05-02"));
}

TEST_CASE("equals come in order of ids, and longer paths only when asked for") {
  const KnowledgeGraph graph =
      graph_of({fact("a", "visited", "c"), fact("b", "visited", "a"), fact("c", "visited", "z"),
                fact("z", "visited", "b"), fact("b", "visited", "c")});
  CHECK(routes(graph, "a", "z") == std::vector<Names>{{"a", "b", "z"}, {"a", "c", "z"}});
  PathOptions options;
  options.longer = true;
  CHECK(routes(graph, "a", "z", options) ==
        std::vector<Names>{{"a", "b", "z"}, {"a", "c", "z"}, {"a", "b", "c", "z"}});
  options.limit = 1;
  CHECK(routes(graph, "a", "z", options) == std::vector<Names>{{"a", "b", "z"}});
}

TEST_CASE("of parallel facts that with most sources is told, then the earlier; all are counted") {
  Fact often = fact("a", "met-with", "b", "2024");
  often.evidence.push_back(evidence("b.txt", "They met."));
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b", "2019"), often});
  const NewsGraph news(graph);
  const PathAnswer answer = find_paths(news, "b", "a", {});
  REQUIRE(answer.paths.size() == 1);
  CHECK(news.fact(answer.paths[0].facts[0]).relation == "met-with");
  CHECK(answer.paths[0].parallel == std::vector<std::size_t>{2});

  const KnowledgeGraph even =
      graph_of({fact("a", "visited", "b", "2021"), fact("b", "visited", "a", "2019")});
  const NewsGraph both(even);
  const PathAnswer earliest = find_paths(both, "a", "b", {});
  CHECK(both.fact(earliest.paths.at(0).facts[0]).when == parse_iso("2019"));
}

TEST_CASE("an entity is connected with itself by no step") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "a")});
  const PathAnswer answer = ask_path(graph, "a", "a");
  REQUIRE(answer.paths.size() == 1);
  CHECK(answer.paths[0].facts.empty());
}

TEST_CASE("where there is no path the size of the component is told") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b"), fact("b", "visited", "c"),
                                         fact("c", "visited", "d"), fact("y", "visited", "z")});
  const PathAnswer none = ask_path(graph, "a", "z");
  CHECK(none.paths.empty());
  CHECK(none.reachable == 4);
  CHECK_FALSE(none.connected);
  PathOptions options;
  options.max_hops = 2;
  const PathAnswer far = ask_path(graph, "a", "d", options);
  CHECK(far.paths.empty());
  CHECK(far.connected);
}

TEST_CASE("entente.paths says which option it does not know, and which value it did not expect") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b")});
  const NewsGraph news(graph);
  cypher::Options options;
  const cypher::Procedures procedures = news_procedures({});
  options.procedures = &procedures;
  const auto refusal = [&](const std::string& map) -> std::string {
    try {
      cypher::read("MATCH (a {id: 'a'}), (b {id: 'b'}) CALL entente.paths(a, b, " + map +
                       ") YIELD path RETURN path",
                   news, options);
    } catch (const cypher::QueryError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(refusal("{}").empty());
  CHECK(refusal("{max: null}").empty());
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"{via: ['met-with']}", "found the option \"via\", expected relations, types"},
      {"{max: -1}", "option \"max\": expected an Integer of at least 0"},
      {"{max: 'six'}", "option \"max\": expected an Integer"},
      {"{relations: 'met-with'}", "option \"relations\": expected a list of names"},
      {"{types: [1]}", "option \"types\": expected a list of names"},
      {"{since: '2024-01-01'}", "option \"since\": expected a date, as in date('2024-08-19')"},
      {"{status: 'done'}", "option \"status\": expected 'happened', 'planned'"},
      {"{weighted: 1}", "option \"weighted\": expected true or false"},
      {"{weighted: true, count: 0}", "option \"count\": expected at least 1"}};
  for (const auto& [map, message] : rows) {
    CAPTURE(map);
    CHECK(refusal(map).find(message) != std::string::npos);
  }
}
