// `entente build`: articles in, a graph out. Articles are read on all cores and kept in the order
// of the input, all of an article or nothing; the fold at the end makes them one graph.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/article_hash.h"
#include "cli/data_folder.h"
#include "cli/in_order.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/story.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "extract/gunzip.h"
#include "extract/load.h"
#include "extract/read.h"
#include "graph/exchange.h"
#include "graph/store.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

// What comes from the inputs, in order.
struct Arrival {
  std::optional<RawArticle> article;
  Warning warning;  // where there is no article
};

// One article after reading, or what became of it.
struct Outcome {
  enum class Kind { Read, AsBefore, Skipped, Warned };
  Kind kind = Kind::Warned;
  Place place;
  std::string reason;  // of Skipped and Warned
  ArticleStamp stamp;
  Article article;  // of Read, as is the extraction
  Extraction extraction;
};

using Stamps = std::map<std::string, ArticleStamp>;

Outcome read_one(const Reader& reader, const Stamps& known, Arrival arrival) {
  Outcome outcome;
  if (!arrival.article) {
    outcome.place = arrival.warning.place;
    outcome.reason = arrival.warning.message;
    return outcome;
  }
  const RawArticle& raw = *arrival.article;
  outcome.place = raw.place;
  outcome.stamp = {raw.article.id, hash_of(raw), reader.version()};
  const auto before = known.find(raw.article.id);
  if (before != known.end() && before->second.hash == outcome.stamp.hash &&
      before->second.reader == outcome.stamp.reader) {
    outcome.kind = Outcome::Kind::AsBefore;
    return outcome;
  }
  const Document document = reader.load(raw);
  const bool has_body =
      std::any_of(document.blocks.begin(), document.blocks.end(),
                  [](const Block& block) { return block.kind == BlockKind::Body; });
  if (!has_body) {
    outcome.kind = Outcome::Kind::Skipped;
    outcome.reason = "no article text in it";
    return outcome;
  }
  outcome.extraction = reader.read(document);
  outcome.article = document.article;
  outcome.kind = Outcome::Kind::Read;
  return outcome;
}

std::atomic<bool> interrupted = false;

// Once: the article at hand is finished. A second time: at once.
void stop_when_safe() {
  std::signal(SIGINT, [](int) {
    if (interrupted.exchange(true)) std::_Exit(kInterrupted);
  });
}

using Clock = std::chrono::steady_clock;

// A wait for the disk takes as long as reading a short article: articles wait for it together, so
// long. Nothing is shown as read before it is kept.
constexpr auto kHeldTogether = std::chrono::milliseconds(100);

// Takes outcomes in order, keeps what was read, counts and reports the rest.
class Keeper {
 public:
  Keeper(Terminal& terminal, Store& store, Stamps known, Progress& progress)
      : terminal_(terminal), store_(store), known_(std::move(known)), progress_(progress) {}

  void take(const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::Warned) {
      waiting_.push_back({outcome.place, outcome.reason});
      return;
    }
    settle_warnings(&outcome.place);
    if (outcome.kind == Outcome::Kind::Skipped) {
      skip({outcome.place, outcome.reason});
    } else if (is_new_here(outcome)) {
      count_and_put(outcome);
    }
  }

  // To be called again and again.
  void keep_in_time() {
    if (!held_since_) {
      show();
    } else if (Clock::now() - *held_since_ >= kHeldTogether) {
      keep();
    }
  }

  void keep() {
    store_.keep();
    held_since_.reset();
    show();
  }

  // Warnings come before the article they speak of; one that is followed by none tells of a loss.
  void settle_warnings(const Place* article) {
    for (const Warning& warning : waiting_) {
      const bool about_it = article != nullptr && warning.place.file == article->file &&
                            (article->line == 0 || article->line == warning.place.line);
      if (about_it) {
        report(warning, "");
      } else {
        skip(warning);
      }
    }
    waiting_.clear();
  }

  const BuildCounts& counts() const { return counts_; }

 private:
  void report(const Warning& warning, std::string_view what) {
    progress_.clear();
    const std::string place = to_string(warning.place);
    terminal_.messages << "entente: " << what << printable(place) << (place.empty() ? "" : ": ")
                       << printable(warning.message) << '\n';
  }

  // A record may be wrong in several ways, and is still one.
  void skip(const Warning& warning) {
    const auto where = std::pair(warning.place.file, warning.place.line);
    if (warning.place.line == 0 || where != last_skipped_) ++counts_.skipped;
    last_skipped_ = where;
    report(warning, "skipped ");
  }

  // An article named twice counts once; of two with one name the first is kept.
  bool is_new_here(const Outcome& outcome) {
    const auto [it, is_new] = seen_.emplace(outcome.stamp.id, outcome.stamp.hash);
    if (!is_new && it->second != outcome.stamp.hash) {
      skip({outcome.place, "another article of this build has the same name, " + outcome.stamp.id});
    }
    return is_new;
  }

  void show() { progress_.show(counts_.articles() + counts_.skipped); }

  void count_and_put(const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::AsBefore) {
      ++counts_.as_before;
      return;
    }
    try {
      store_.hold();
      if (!held_since_) held_since_ = Clock::now();
      store_.put(outcome.article, outcome.stamp, outcome.extraction);
    } catch (const Error& error) {
      if (error.fault() != Fault::Input) throw;
      return skip({outcome.place, error.what()});
    }
    const auto before = known_.find(outcome.stamp.id);
    if (before == known_.end()) {
      ++counts_.added;
    } else if (before->second.hash == outcome.stamp.hash) {
      ++counts_.read_anew;
    } else {
      ++counts_.changed;
    }
  }

  Terminal& terminal_;
  Store& store_;
  const Stamps known_;
  Progress& progress_;
  std::optional<Clock::time_point> held_since_;
  std::vector<Warning> waiting_;
  std::map<std::string, std::string> seen_;  // id -> hash
  std::pair<std::string, std::uint32_t> last_skipped_;
  BuildCounts counts_;
};

void check_target(const std::string& graph) {
  std::error_code ignored;
  if (fs::is_directory(graph, ignored)) {
    throw Error(Fault::System, Place{graph}, "a folder; expected the name of a graph file");
  }
  const fs::path folder = fs::path(graph).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, ignored)) {
    throw Error(Fault::System, Place{graph}, "there is no folder " + folder.string());
  }
}

std::string first_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string begin(16, ' ');
  if (is_gzip(in)) {
    GunzipStream(in).read(begin.data(), 16);
  } else {
    in.read(begin.data(), 16);
  }
  return begin;
}

// Its articles would be read anew, and all other lines refused.
void check_no_export(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (!fs::is_regular_file(path)) continue;
    if (!is_export(first_bytes(path))) continue;
    throw Error(Fault::Usage, Place{path},
                "a graph that `entente export` wrote; expected articles. Try: entente import");
  }
}

Stamps stamps_by_id(const Store& store) {
  Stamps stamps;
  for (const ArticleStamp& stamp : store.stamps()) stamps[stamp.id] = stamp;
  return stamps;
}

struct BuildOptions {
  std::vector<std::string> paths;
  std::string graph;
  unsigned jobs = 0;  // 0 = one a core
};

[[noreturn]] void end_interrupted(const Session& session, std::unique_ptr<Store>& store,
                                  Progress& progress, const BuildCounts& counts) {
  progress.clear();
  store.reset();
  session.say("interrupted: " + count(counts.kept(), "article", "articles") +
              " kept; the same command goes on from here");
  std::_Exit(kInterrupted);  // not by way of main: a thread may wait for standard input
}

BuildCounts read_into(Session& session, const BuildOptions& options, const Reader& reader,
                      std::unique_ptr<Store>& store) {
  Terminal& terminal = session.terminal;
  Progress progress(terminal, Progress::is_shown(terminal) ? count_articles(options.paths) : 0);
  const Stamps known = stamps_by_id(*store);
  Keeper keeper(terminal, *store, known, progress);
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  InOrder<Arrival, Outcome>(
      {[&](const std::function<void(Arrival)>& give) {
         read_articles(
             options.paths,
             [&](RawArticle raw) {
               give({std::move(raw), {}});
             },
             [&](Warning warning) {
               give({std::nullopt, std::move(warning)});
             });
       },
       [&](Arrival arrival) { return read_one(reader, known, std::move(arrival)); },
       [&](const Outcome& outcome) { keeper.take(outcome); },
       [&] {
         keeper.keep_in_time();
         if (!interrupted) return;
         keeper.keep();
         end_interrupted(session, store, progress, keeper.counts());
       }},
      options.jobs == 0 ? cores : options.jobs)
      .run();
  keeper.settle_warnings(nullptr);
  keeper.keep();
  return keeper.counts();
}

}  // namespace

int run_build(Session& session) {
  BuildOptions options;
  session.options.add_option("PATH", options.paths, "files, folders, or - for standard input")
      ->required();
  session.options
      .add_option("-o,--output", options.graph, "the graph to add to; made when it is not there")
      ->type_name("GRAPH")
      ->required();
  session.options
      .add_option("--jobs", options.jobs, "articles read at the same time (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""));
  if (!session.parse()) return kDone;
  check_target(options.graph);
  check_no_export(options.paths);
  const Reader reader(data_folder());
  const bool existed = fs::exists(options.graph);
  parse_ledger(ledger_path(options.graph).string(), read_ledger(options.graph));  // or say so now
  stop_when_safe();
  auto store = std::make_unique<Store>(options.graph, Store::Mode::Write);
  const BuildCounts counts = read_into(session, options, reader, store);
  if (counts.articles() == 0) {
    store.reset();
    if (!existed) fs::remove(options.graph);
    session.say("no article could be read; " + options.graph +
                (existed ? " is as it was" : " was not made"));
    return kBadInput;
  }
  tell_warnings(session.terminal, store->fold(reader.ontology()));
  if (!session.terminal.quiet) {
    session.say(build_summary(counts, store->totals(), options.graph));
  }
  return counts.skipped > 0 ? kPartial : kDone;
}

}  // namespace entente
