// Paths over a made-up graph of any size: `make FILE EDGES` writes a GRAPH file, `measure FILE
// [PAIRS]` tells how long things take, one `name value` a line. Run by the script `query` beside
// it.
//
// The graph is a multigraph whose degrees follow a power law (Zipf ranks, exponent about 2.4) with
// ten edges a node. Its rows are written directly, all with the same sentence of one article.

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "base/date.h"
#include "cypher/engine.h"
#include "graph/ontology.h"
#include "graph/snapshot.h"
#include "graph/sqlite.h"
#include "graph/store.h"
#include "query/names.h"
#include "query/news_graph.h"
#include "query/paths.h"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) {  // milliseconds
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// What this thread has computed so far, in milliseconds: other programs do not count.
double computed() {
  timespec now = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double resident() {  // MB
  std::ifstream file("/proc/self/statm");
  double all = 0;
  double now = 0;
  file >> all >> now;
  return now * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1048576;
}

// ---- make

constexpr std::array<const char*, 16> kRelations = {
    "accused",  "agreed-with", "aided",       "attacked", "attended",   "awarded",
    "invited",  "met-with",    "opposes",     "rejected", "sanctioned", "signed",
    "supports", "threatened",  "trades-with", "visited"};
constexpr std::array<const char*, 4> kStatuses = {"happened", "planned", "denied", "hypothetical"};

std::string entity_id(std::uint32_t number) { return fmt::format("person:p{:08}", number); }

class Writer {
 public:
  Writer(const std::string& file, std::uint32_t nodes)
      : connection_(file, SQLITE_OPEN_READWRITE), nodes_(nodes), ranks_(nodes) {
    connection_.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    std::iota(ranks_.begin(), ranks_.end(), 0U);
    std::shuffle(ranks_.begin(), ranks_.end(), random_);
    // In- and out-degrees go together, but not for all.
    in_ranks_ = ranks_;
    for (std::uint32_t i = 0; i < nodes / 5; ++i) {
      std::swap(in_ranks_[random_() % nodes], in_ranks_[random_() % nodes]);
    }
  }

  void entities() {
    Statement row(connection_, "INSERT INTO entity VALUES(?, ?, 'person', ?, ?)");
    for (std::uint32_t i = 0; i < nodes_; ++i) {
      row.bind(1, std::int64_t{i}).bind(2, entity_id(i)).bind(3, fmt::format("P{:08} Made", i));
      row.bind(4, std::int64_t{1}).run();
    }
  }

  void facts(std::uint64_t edges) {
    Statement row(connection_, "INSERT INTO fact VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '{}')");
    Statement said(
        connection_,
        "INSERT INTO evidence VALUES(?, 1, 'a.txt', 0, 10, 0, 10, 0, 10, 0, 10, 'They met "
        "so.', 'made/1', '', '[]', '', 0.9, NULL)");
    connection_.execute(
        "INSERT INTO article VALUES('a.txt', '', '', '', '', NULL, '', '', '', 'They met so.', "
        "'{}')");
    std::vector<std::string> days;
    for (int i = 0; i < 3650; ++i) {
      days.push_back(to_iso(std::chrono::sys_days(std::chrono::days(16436 + i))));  // from 2015
    }
    for (std::uint64_t i = 0; i < edges; ++i) {
      const std::uint32_t source = ranks_[rank()];
      std::uint32_t target = in_ranks_[rank()];
      while (target == source) target = in_ranks_[rank()];
      const std::uint64_t chance = random_();
      row.bind(1, static_cast<std::int64_t>(i)).bind(2, std::int64_t{source});
      row.bind(3, kRelations[chance % 16]).bind(4, std::int64_t{target});
      row.bind(5, kStatuses[chance / 16 % 20 < 17 ? 0 : chance / 16 % 3 + 1]);
      if (chance / 1024 % 5 == 0) {
        row.bind_null(6).bind_null(7);
      } else {
        const std::string& day = days[chance / 8192 % days.size()];
        row.bind(6, day).bind(7, day);
      }
      row.bind(8, static_cast<std::int64_t>(chance / 65536 % 3 + 1));
      row.bind(9, 0.5 + 0.01 * static_cast<double>(chance / 262144 % 50));
      row.bind(10, fmt::format("f{:012x}", i)).run();
      said.bind(1, static_cast<std::int64_t>(i)).run();
    }
    connection_.execute("UPDATE meta SET value = 'be9c' WHERE key = 'fingerprint'; COMMIT");
  }

 private:
  std::uint32_t rank() {
    const double at = std::pow(std::uniform_real_distribution<double>(0, 1)(random_), 1 / 0.3);
    return std::min(nodes_ - 1, static_cast<std::uint32_t>(at * nodes_));
  }

  Connection connection_;
  std::uint32_t nodes_;
  std::mt19937_64 random_{42};
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> in_ranks_;
};

void make(const std::string& file, std::uint64_t edges, const Ontology& ontology) {
  const auto begin = Clock::now();
  Store(file, Store::Mode::Write).fold(ontology);
  Writer writer(file, static_cast<std::uint32_t>(std::max<std::uint64_t>(edges / 10, 2)));
  writer.entities();
  writer.facts(edges);
  fmt::print("made_s {:.1f}\n", since(begin) / 1000);
}

// ---- measure

struct Pair {
  std::uint32_t from;
  std::uint32_t to;
};

std::vector<Pair> pairs(const Snapshot& snapshot, std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<Pair> chosen;
  while (chosen.size() < count) {
    const auto from = static_cast<std::uint32_t>(random() % snapshot.entities);
    const auto to = static_cast<std::uint32_t>(random() % snapshot.entities);
    if (from == to || out_degree(from, snapshot.graph) == 0 || in_degree(to, snapshot.graph) == 0) {
      continue;
    }
    chosen.push_back({from, to});
  }
  return chosen;
}

void report(const std::string& name, std::vector<double> times, double answer) {
  std::ranges::sort(times);
  const double sum = std::accumulate(times.begin(), times.end(), 0.0);
  fmt::print("{0}_mean {1:.4f}\n{0}_p50 {2:.4f}\n{0}_p95 {3:.4f}\n{0}_max {4:.4f}\n{0}_sum {5}\n",
             name, sum / static_cast<double>(times.size()), times[times.size() / 2],
             times[times.size() * 95 / 100], times.back(), answer);
  std::fflush(stdout);
}

// Each pair once, from text to rows; `answer` adds up the first column.
void measure_cypher(const std::string& name, const std::string& query, const NewsGraph& graph,
                    const std::vector<Pair>& chosen) {
  std::vector<double> times;
  double answer = 0;
  double cpu = 0;
  for (const Pair& pair : chosen) {
    cypher::Options options;
    options.parameters.insert_or_assign("a", cypher::Value(graph.id({pair.from})));
    options.parameters.insert_or_assign("b", cypher::Value(graph.id({pair.to})));
    const double before = computed();
    const auto begin = Clock::now();
    const cypher::Result result = cypher::read(query, graph, options);
    times.push_back(since(begin));
    cpu += computed() - before;
    if (!result.rows.empty()) answer += static_cast<double>(result.rows[0][0].integer());
  }
  fmt::print("{}_cpu {:.4f}\n", name, cpu / static_cast<double>(chosen.size()));
  report(name, std::move(times), answer);
}

// What `entente path` asks, for each pair once; `answer` counts the paths.
void measure_verb(const std::string& name, const PathOptions& options, const NewsGraph& graph,
                  const std::vector<Pair>& chosen) {
  std::vector<double> times;
  double answer = 0;
  for (const Pair& pair : chosen) {
    const Question question = path_question(std::string(graph.id({pair.from})),
                                            std::string(graph.id({pair.to})), options);
    const auto begin = Clock::now();
    try {
      answer += static_cast<double>(ask(graph, question).rows.size());
    } catch (const NotFound&) {  // it took too long: counted with the time that it took
    }
    times.push_back(since(begin));
  }
  report(name, std::move(times), answer);
}

struct Arrived {};

// Ends the search at the target, in the only way that Boost's visitors know.
struct StopAt : boost::default_bfs_visitor {
  std::uint32_t target;
  std::vector<std::uint32_t>* distance;
  void tree_edge(const MappedGraph::Edge& edge, const MappedGraph&) {
    (*distance)[edge.target] = (*distance)[edge.source] + 1;
    if (edge.target == target) throw Arrived{};
  }
};

void measure_boost(const MappedGraph& graph, const std::vector<Pair>& chosen) {
  std::vector<double> times;
  double answer = 0;
  std::vector<std::uint32_t> distance(num_vertices(graph));
  for (const Pair& pair : chosen) {
    StopAt visitor;
    visitor.target = pair.to;
    visitor.distance = &distance;
    distance[pair.from] = 0;
    const auto begin = Clock::now();
    boost::two_bit_color_map<MappedIndex> colours(num_vertices(graph));
    try {
      boost::breadth_first_search(graph, pair.from, boost::visitor(visitor).color_map(colours));
    } catch (const Arrived&) {
      answer += distance[pair.to];
    }
    times.push_back(since(begin));
  }
  report("boost", std::move(times), answer);
}

// For programs of other people: pairs, then edges, as 32-bit numbers.
void write_edges(const std::string& file, const Snapshot& snapshot,
                 const std::vector<Pair>& chosen) {
  std::ofstream out(file, std::ios::binary);
  const auto put = [&](std::uint32_t number) {
    out.write(reinterpret_cast<const char*>(&number), sizeof number);
  };
  put(snapshot.entities);
  put(static_cast<std::uint32_t>(chosen.size()));
  for (const Pair& pair : chosen) {
    put(pair.from);
    put(pair.to);
  }
  const auto [begin, end] = edges(snapshot.graph);
  for (auto it = begin; it != end; ++it) {
    put((*it).source);
    put((*it).target);
  }
}

double most_resident() {  // MB
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void rebuild(const std::string& file, const Ontology& ontology) {
  std::remove(snapshot_path(file).c_str());
  const auto begin = Clock::now();
  const double cpu = computed();
  open_lazily(file, ontology);
  fmt::print("rebuild_s {:.2f}\nrebuild_cpu_s {:.2f}\nrebuild_mb {:.0f}\n", since(begin) / 1000,
             (computed() - cpu) / 1000, most_resident());
}

void measure(const std::string& file, const Ontology& ontology, const std::string& edge_file) {
  std::vector<double> times;
  for (int i = 0; i < 20; ++i) {
    const auto begin = Clock::now();
    const NewsGraph graph(open_lazily(file, ontology));
    times.push_back(since(begin));
  }
  report("open", times, 0);

  const NewsGraph graph(open_lazily(file, ontology));
  const Snapshot& snapshot = graph.snapshot();
  const double facts = num_edges(snapshot.graph);
  fmt::print("nodes {}\nedges {}\nbytes_an_edge {:.2f}\n", snapshot.entities, facts,
             static_cast<double>(snapshot.topology_bytes()) / facts);
  const std::vector<Pair> chosen = pairs(snapshot, 1000);
  const auto path = [](const std::string& selector, const std::string& relationship,
                       const std::string& returned) {
    return "MATCH p = " + selector + " (a {id: $a})" + relationship + "(b {id: $b}) RETURN " +
           returned;
  };
  const std::string window =
      " WHERE r.date >= date('2016-01-01') AND r.date < date('2024-01-01') AND "
      "r.status = 'happened'";
  measure_cypher("first_pass", path("ANY SHORTEST", "-[]->+", "length(p)"), graph, chosen);
  fmt::print("resident_mb {:.0f}\n", resident());
  measure_cypher("path", path("ANY SHORTEST", "-[]->+", "length(p)"), graph, chosen);
  measure_cypher("either_way", path("ANY SHORTEST", "-[]-+", "length(p)"), graph, chosen);
  measure_cypher(
      "function",
      "MATCH (a {id: $a}), (b {id: $b}), p = shortestPath((a)-[*]->(b)) RETURN length(p)", graph,
      chosen);
  measure_cypher("types", path("ANY SHORTEST", "-[:MET_WITH|VISITED|SIGNED|AIDED]->+", "length(p)"),
                 graph, chosen);
  measure_cypher("window", path("ANY SHORTEST", "-[r" + window + "]->+", "length(p)"), graph,
                 chosen);
  measure_cypher(
      "filtered",
      path("ANY SHORTEST", "-[r:MET_WITH|VISITED|SIGNED|AIDED" + window + "]->+", "length(p)"),
      graph, chosen);
  measure_cypher("all", path("ALL SHORTEST", "-[]->+", "count(p)"), graph, chosen);
  const std::vector<Pair> some(chosen.begin(), chosen.begin() + 100);
  PathOptions options;
  measure_verb("shown", options, graph, some);
  options.in_time_order = true;
  measure_verb("in_time", options, graph, some);
  options.in_time_order = false;
  options.weighted = options.longer = true;
  options.limit = 1;
  measure_verb("weighted", options, graph, some);
  measure_cypher("parse", "MATCH (a {id: $a}), (b {id: $b}) RETURN 1", graph, chosen);
  measure_boost(snapshot.graph, {chosen.begin(), chosen.begin() + 30});
  if (!edge_file.empty()) write_edges(edge_file, snapshot, chosen);
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  try {
    const Ontology ontology = load_ontology(words.size() > 1 ? words[1] : "data");
    if (words.size() == 4 && words[0] == "make") {
      make(words[2], std::stoull(words[3]), ontology);
    } else if (words.size() == 3 && words[0] == "rebuild") {
      rebuild(words[2], ontology);
    } else if (words.size() >= 3 && words[0] == "measure") {
      measure(words[2], ontology, words.size() > 3 ? words[3] : "");
    } else {
      fmt::print(stderr,
                 "usage: bench_query make DATA FILE EDGES | rebuild DATA FILE | measure DATA FILE "
                 "[EDGES]\n");
      return 2;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
