// Runs the scenarios of a folder of feature files and says how many passed, failed and were
// skipped, and why. Usage: entente_tck [FOLDER [WORD]]
// Without FOLDER it takes the folder in the environment variable ENTENTE_TCK, the features of the
// openCypher compatibility kit (github.com/opencypher/openCypher, tck/features), which is no part
// of this repository; without that, too, it says so and ends with 77. WORD: only scenarios whose
// file or name contains it.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "tests/cypher/scenario.h"

using entente::cypher::Outcome;

namespace {

constexpr int kSkipped = 77;

struct Counts {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t skipped = 0;
};

Counts run_all(const std::filesystem::path& folder, const std::string& word) {
  Counts counts;
  std::map<std::string, std::size_t> reasons;  // of skips
  for (const auto& scenario : entente::cypher::gherkin::read_features(folder)) {
    const std::string name =
        std::filesystem::relative(scenario.file, folder).string() + ": " + scenario.name;
    if (name.find(word) == std::string::npos) continue;
    const Outcome outcome =
        entente::cypher::run_scenario(scenario, folder.parent_path() / "graphs");
    switch (outcome.kind) {
      case Outcome::Kind::Passed:
        ++counts.passed;
        break;
      case Outcome::Kind::Skipped:
        ++counts.skipped;
        ++reasons[outcome.reason];
        break;
      case Outcome::Kind::Failed:
        ++counts.failed;
        std::printf("FAILED %s\n  %s\n", name.c_str(), outcome.reason.c_str());
    }
  }
  for (const auto& [reason, count] : reasons) {
    std::printf("skipped %zu: %s\n", count, reason.c_str());
  }
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  const char* given = argc > 1 ? argv[1] : std::getenv("ENTENTE_TCK");
  if (!given || !*given) {
    std::puts("skipped: ENTENTE_TCK does not name the folder of the compatibility kit's features");
    return kSkipped;
  }
  const auto begin = std::chrono::steady_clock::now();
  const Counts counts = run_all(std::filesystem::absolute(given), argc > 2 ? argv[2] : "");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::printf("%zu passed, %zu failed, %zu skipped in %.1f s\n", counts.passed, counts.failed,
              counts.skipped, seconds.count());
  const bool all = counts.failed == 0 && counts.skipped == 0 && counts.passed > 0;
  return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
