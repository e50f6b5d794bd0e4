#include "tests/cypher/gherkin.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "base/files.h"

namespace entente::cypher::gherkin {
namespace {

std::string trimmed(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return "";
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

// "| a | b\|c |" to its cells.
Row cells(const std::string& line) {
  Row row;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '|' || line[i + 1] == '\\')) {
      cell += line[++i];
    } else if (line[i] == '|') {
      row.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return row;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

Scenario with_example(Scenario scenario, const Row& names, const Row& values, std::size_t number) {
  const auto fill = [&](std::string& text) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      replace_all(text, "<" + names[i] + ">", values[i]);
    }
  };
  fill(scenario.name);
  scenario.name += " #" + std::to_string(number);
  for (Step& step : scenario.steps) {
    fill(step.text);
    fill(step.block);
    for (Row& row : step.table) std::ranges::for_each(row, fill);
  }
  return scenario;
}

class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path.string()) {
    std::istringstream text(read_file(path));
    for (std::string line; std::getline(text, line);) lines_.push_back(line);
  }

  std::vector<Scenario> read() {
    for (; at_ < lines_.size(); ++at_) read_line(trimmed(lines_[at_]));
    finish();
    return std::move(scenarios_);
  }

 private:
  void read_line(const std::string& line) {
    if (line.empty() || line[0] == '#' || line[0] == '@' || line.starts_with("Feature:")) return;
    if (line.starts_with("Background:")) {
      scenario_ = {};
      in_background_ = true;
    } else if (line.starts_with("Scenario")) {
      finish();
      scenario_ = {path_, trimmed(line.substr(line.find(':') + 1)), background_};
      open_ = true;
    } else if (line.starts_with("Examples:")) {
      in_examples_ = true;
      examples_.emplace_back();
    } else if (line.starts_with("|")) {
      (in_examples_ ? examples_.back() : scenario_.steps.back().table).push_back(cells(line));
    } else if (line.starts_with("\"\"\"")) {
      read_block(lines_[at_].find('"'));
    } else {
      const std::size_t word = line.find(' ');
      const bool step =
          (open_ || in_background_) && (line.starts_with("Given ") || line.starts_with("When ") ||
                                        line.starts_with("Then ") || line.starts_with("And "));
      if (!step) {
        throw Error(Fault::Input, {path_, static_cast<std::uint32_t>(at_ + 1)},
                    "found \"" + line + "\", expected a step");
      }
      scenario_.steps.push_back({trimmed(line.substr(word)), "", {}});
    }
  }

  // Lines lose the indentation of the quotes.
  void read_block(std::size_t indentation) {
    std::string& block = scenario_.steps.back().block;
    for (++at_; at_ < lines_.size() && trimmed(lines_[at_]) != "\"\"\""; ++at_) {
      if (!block.empty()) block += '\n';
      const std::string& line = lines_[at_];
      block += line.size() > indentation ? line.substr(indentation) : trimmed(line);
    }
  }

  void finish() {
    if (in_background_) background_ = scenario_.steps;
    in_background_ = false;
    if (open_ && examples_.empty()) scenarios_.push_back(scenario_);
    std::size_t number = 0;
    for (const std::vector<Row>& table : examples_) {
      for (std::size_t i = 1; i < table.size(); ++i) {
        scenarios_.push_back(with_example(scenario_, table[0], table[i], ++number));
      }
    }
    examples_.clear();
    in_examples_ = false;
    open_ = false;
  }

  std::string path_;
  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  std::vector<Scenario> scenarios_;
  Scenario scenario_;
  std::vector<Step> background_;  // comes before the steps of each scenario
  bool open_ = false;
  bool in_background_ = false;
  bool in_examples_ = false;
  std::vector<std::vector<Row>> examples_;
};

}  // namespace

std::vector<Scenario> read_feature(const std::filesystem::path& path) {
  return Reader(path).read();
}

std::vector<Scenario> read_features(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".feature") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<Scenario> scenarios;
  for (const auto& path : paths)
    std::ranges::move(read_feature(path), std::back_inserter(scenarios));
  return scenarios;
}

}  // namespace entente::cypher::gherkin
