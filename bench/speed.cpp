// Words a second from raw text to names and trees, and what every stage costs. Run by bench/speed.
//   speed DATA_FOLDER THREADS FILE.txt...      each file is one article

#include <fmt/format.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

#include "extract/load.h"
#include "extract/read.h"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Reads every document once up to `last`; the threads take them in turn.
double read_all(const Reader& reader, const std::vector<Document>& documents, std::size_t threads,
                std::string_view last, bool parse_all) {
  const auto begin = Clock::now();
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < documents.size(); i = next++)
      reader.run(documents[i], last, parse_all);
  };
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();
  return seconds_since(begin);
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: speed DATA_FOLDER THREADS FILE...\n";
    return 2;
  }
  const auto begin = Clock::now();
  const Reader reader(arguments[0]);
  fmt::print("data and models loaded in {:.0f} ms\n", 1000 * seconds_since(begin));
  std::vector<Document> documents;
  std::size_t words = 0;
  read_articles(
      {arguments.begin() + 2, arguments.end()},
      [&](const RawArticle& raw) {
        documents.push_back(reader.load(raw));
        words += reader.run(documents.back(), "words", false).words.size();
      },
      [](const Warning& warning) { std::cerr << warning.message << '\n'; });
  fmt::print("{} articles, {} words\n", documents.size(), words);
  const auto report = [&](std::string_view what, std::string_view last, bool all,
                          std::size_t threads) {
    const double time = read_all(reader, documents, threads, last, all);
    fmt::print("  {:<34} {} {}  {:8.0f} words/s  {:6.2f} us a word\n", what, threads,
               threads == 1 ? "core " : "cores", static_cast<double>(words) / time,
               1e6 * time / static_cast<double>(words));
  };
  const std::size_t threads = std::stoul(arguments[1]);
  for (const Stage& stage : stages())
    report(fmt::format("up to {}", stage.name), stage.name, false, 1);
  report("every sentence parsed", "parse", true, 1);
  if (threads > 1) {
    report("every sentence parsed", "parse", true, threads);
    report("everything, as build does it", "", false, threads);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak memory {} MB\n", usage.ru_maxrss / 1024);
} catch (const std::exception& error) {
  std::cerr << "speed: " << error.what() << '\n';
  return 1;
}
