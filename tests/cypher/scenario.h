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

// `graphs`: the folder of named graphs, each in a folder of its name. All runs on a LayeredGraph
// over nothing; where there is something set up, once more with that in the base and only what the
// query writes in the overlay.
Outcome run_scenario(const gherkin::Scenario& scenario, const std::filesystem::path& graphs);

}  // namespace entente::cypher
