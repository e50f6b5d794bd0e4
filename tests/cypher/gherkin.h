#pragma once
// Feature files of Gherkin, as far as the openCypher compatibility kit writes it: scenarios,
// outlines with examples, steps with a text block or a table.

#include <filesystem>
#include <string>
#include <vector>

namespace entente::cypher::gherkin {

using Row = std::vector<std::string>;

struct Step {
  std::string text;   // without Given, When, Then, And
  std::string block;  // between triple quotes
  std::vector<Row> table;
};

struct Scenario {
  std::string file;
  std::string name;  // of an outline with the number of the example
  std::vector<Step> steps;
};

// All scenarios of a file, outlines expanded. Throws Error where a line cannot be read.
std::vector<Scenario> read_feature(const std::filesystem::path& path);

// Of all *.feature files below a folder, by path.
std::vector<Scenario> read_features(const std::filesystem::path& folder);

}  // namespace entente::cypher::gherkin
