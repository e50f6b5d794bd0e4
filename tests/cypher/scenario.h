#pragma once
// Runs scenarios of the openCypher compatibility kit, and our own of the same form, in process.

#include <filesystem>
#include <string>

#include "tests/cypher/gherkin.h"

namespace entente::cypher {

struct Outcome {
  enum class Kind { Passed, Failed, Skipped };
  Kind kind = Kind::Passed;
  std::string reason;  // of a failure or a skip
};

// `graphs`: the folder of named graphs, each in a folder of its name.
Outcome run_scenario(const gherkin::Scenario& scenario, const std::filesystem::path& graphs);

}  // namespace entente::cypher
