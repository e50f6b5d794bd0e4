#pragma once
// The program run where it draws.

#include <string>
#include <vector>

#include "tests/support/run.h"

namespace entente::test {

// Graphviz and fontconfig keep some memory until the program ends.
inline Run entente_run(const std::vector<std::string>& arguments,
                       const std::string& output_file = "") {
  RunOptions options;
  options.output_file = output_file;
  options.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}};
  return run(ENTENTE_PROGRAM, arguments, options);
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace entente::test
