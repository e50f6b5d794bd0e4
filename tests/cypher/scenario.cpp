#include "tests/cypher/scenario.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>

#include "base/files.h"
#include "cypher/compare.h"
#include "cypher/engine.h"
#include "cypher/layered_graph.h"
#include "cypher/memory_graph.h"
#include "tests/cypher/canonical.h"

namespace entente::cypher {
namespace {

using gherkin::Row;
using gherkin::Step;

// What a query may change, as the kit defines it.
struct Observed {
  std::set<std::uint32_t> nodes;
  std::set<std::uint32_t> relationships;
  std::set<std::string> labels;
  std::set<std::string> properties;  // entity, key and value
};

Observed observe(const PropertyGraph& graph) {
  Observed result;
  const auto add_properties = [&](const std::string& entity, const Properties& properties) {
    for (const auto& [key, value] : properties) {
      result.properties.insert(entity + "." + std::string(graph.key_name(key)) + "=" +
                               canonical(value, graph, false));
    }
  };
  for (std::uint32_t i = 0; i < graph.node_bound(); ++i) {
    const NodeId node{i};
    if (!graph.exists(node)) continue;
    result.nodes.insert(i);
    for (const LabelId label : graph.labels(node)) result.labels.emplace(graph.label_name(label));
    add_properties("n" + std::to_string(i), graph.properties(node));
  }
  for (std::uint32_t i = 0; i < graph.relationship_bound(); ++i) {
    const RelationshipId relationship{i};
    if (!graph.exists(relationship)) continue;
    result.relationships.insert(i);
    add_properties("r" + std::to_string(i), graph.properties(relationship));
  }
  return result;
}

template <typename T>
void count_changes(const std::set<T>& before, const std::set<T>& after, const std::string& name,
                   std::map<std::string, std::size_t>& out) {
  const auto missing = [](const std::set<T>& from, const std::set<T>& in) {
    return static_cast<std::size_t>(
        std::ranges::count_if(from, [&](const T& x) { return !in.contains(x); }));
  };
  if (const std::size_t added = missing(after, before)) out["+" + name] = added;
  if (const std::size_t removed = missing(before, after)) out["-" + name] = removed;
}

std::map<std::string, std::size_t> changes(const Observed& before, const Observed& after) {
  std::map<std::string, std::size_t> result;
  count_changes(before.nodes, after.nodes, "nodes", result);
  count_changes(before.relationships, after.relationships, "relationships", result);
  count_changes(before.labels, after.labels, "labels", result);
  count_changes(before.properties, after.properties, "properties", result);
  return result;
}

std::string shown(const std::map<std::string, std::size_t>& changes) {
  std::string text;
  for (const auto& [name, count] : changes) text += " " + name + " " + std::to_string(count);
  return text.empty() ? " none" : text;
}

struct Mismatch : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct Unknown : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Value value_of(const std::string& text) {
  return read("RETURN " + text, MemoryGraph()).rows.at(0).at(0);
}

TypeSet types_of(const std::string& name) {
  if (name.starts_with("INTEGER")) return only(Type::Integer);
  if (name.starts_with("FLOAT")) return only(Type::Float);
  if (name.starts_with("NUMBER")) return kNumber;
  if (name.starts_with("STRING")) return only(Type::String);
  if (name.starts_with("BOOLEAN")) return only(Type::Boolean);
  return kAnyType;
}

// "(in :: INTEGER?, b :: STRING?)"
std::vector<Procedure::Field> fields(std::string text) {
  std::vector<Procedure::Field> result;
  text = text.substr(text.find('(') + 1);
  text = text.substr(0, text.find(')'));
  while (text.find("::") != std::string::npos) {
    const std::size_t colons = text.find("::");
    const std::size_t end = std::min(text.find(','), text.size());
    std::string name = text.substr(0, colons);
    std::erase(name, ' ');
    const std::size_t type = text.find_first_not_of(" :", colons);
    result.push_back({name, types_of(text.substr(type, end - type))});
    text = end < text.size() ? text.substr(end + 1) : "";
  }
  return result;
}

// "the binary-tree-1 graph"
bool names_graph(const Step& step) {
  return step.text.starts_with("the ") && step.text.ends_with(" graph");
}

enum class Setup { InOverlay, InBase };

class Runner {
 public:
  Runner(const std::filesystem::path& graphs, Setup setup) : graphs_(graphs), setup_(setup) {
    options_.procedures = &procedures_;
  }

  void run(const Step& step) {
    const std::string& text = step.text;
    if (text == "an empty graph" || text == "any graph") return;
    if (names_graph(step)) return load(text);
    if (text == "having executed:") return execute_setup(step.block);
    if (text == "parameters are:") return set_parameters(step.table);
    if (text.starts_with("there exists a procedure ")) return add_procedure(step);
    if (text == "executing query:") return execute(step.block, false);
    if (text == "executing control query:") return execute(step.block, true);
    if (text.starts_with("the result should be")) return check_result(step);
    if (text == "no side effects") return check_changes({});
    if (text == "the side effects should be:") return check_changes(step.table);
    if (text.find(" should be raised at ") != std::string::npos) return check_error(text);
    throw Unknown("unknown step: " + text);
  }

 private:
  void load(const std::string& text) {
    const std::string name = text.substr(4, text.size() - 10);
    execute_setup(read_file(graphs_ / name / (name + ".cypher")));
  }

  void execute_setup(const std::string& query) {
    cypher::run(query, *graph_, options_);
    if (setup_ == Setup::InOverlay) return;
    auto base = std::make_unique<MemoryGraph>(*graph_);
    graph_ = std::make_unique<LayeredGraph>(*base);
    base_ = std::move(base);
  }

  void set_parameters(const std::vector<Row>& table) {
    for (const Row& row : table)
      options_.parameters.insert_or_assign(row.at(0), value_of(row.at(1)));
  }

  void add_procedure(const Step& step) {
    const std::string signature = step.text.substr(25);
    Procedure procedure;
    procedure.name = signature.substr(0, signature.find('('));
    procedure.parameters = fields(signature);
    procedure.results = fields(signature.substr(signature.find(')')));
    std::vector<List> rows;
    for (std::size_t i = 1; i < step.table.size(); ++i) {
      List& row = rows.emplace_back();
      for (const std::string& cell : step.table[i]) row.push_back(value_of(cell));
    }
    const std::size_t inputs = procedure.parameters.size();
    procedure.call = [rows, inputs](Surroundings&, Arguments arguments) {
      std::vector<List> result;
      for (const List& row : rows) {
        const bool matches = std::ranges::equal(
            arguments, List(row.begin(), row.begin() + static_cast<long>(inputs)), SameValue{});
        if (matches) result.emplace_back(row.begin() + static_cast<long>(inputs), row.end());
      }
      return result;
    };
    procedures_.add(std::move(procedure));
  }

  void execute(const std::string& query, bool control) {
    if (!control) before_ = observe(*graph_);
    error_.reset();
    result_ = {};
    try {
      result_ = cypher::run(query, *graph_, options_);
    } catch (const QueryError& error) {
      error_ = error;
    }
    if (!control) after_ = observe(*graph_);
  }

  void refuse_error() const {
    if (!error_) return;
    throw Mismatch("found " + std::string(to_string(error_->type())) + " at " +
                   std::string(to_string(error_->phase())) + " " + error_->detail() + ": " +
                   error_->what());
  }

  void check_result(const Step& step) const {
    refuse_error();
    if (step.text == "the result should be empty") {
      if (!result_.rows.empty()) throw Mismatch("found rows, expected none");
      return;
    }
    const bool ignore_order = step.text.find("ignoring element order") != std::string::npos;
    const bool in_order = step.text.find(", in order") != std::string::npos;
    const Row& header = step.table.at(0);
    std::vector<std::size_t> columns;  // of the result, for each expected one
    for (const std::string& name : header) {
      const auto it = std::ranges::find(result_.columns, name);
      if (it == result_.columns.end()) throw Mismatch("there is no column \"" + name + "\"");
      columns.push_back(static_cast<std::size_t>(it - result_.columns.begin()));
    }
    if (header.size() != result_.columns.size()) throw Mismatch("found more columns than expected");
    std::vector<std::string> expected;
    for (std::size_t i = 1; i < step.table.size(); ++i) {
      std::string line;
      for (const std::string& cell : step.table[i]) line += canonical(cell, ignore_order) + " | ";
      expected.push_back(std::move(line));
    }
    std::vector<std::string> found;
    for (const List& row : result_.rows) {
      std::string line;
      for (const std::size_t column : columns) {
        line += canonical(row[column], *graph_, ignore_order) + " | ";
      }
      found.push_back(std::move(line));
    }
    if (!in_order) {
      std::ranges::sort(expected);
      std::ranges::sort(found);
    }
    if (found == expected) return;
    std::string message = "found:";
    for (const std::string& line : found) message += "\n      " + line;
    message += "\n    expected:";
    for (const std::string& line : expected) message += "\n      " + line;
    throw Mismatch(message);
  }

  void check_changes(const std::vector<Row>& table) const {
    std::map<std::string, std::size_t> expected;
    for (const Row& row : table) {
      if (const std::size_t count = std::stoul(row.at(1))) expected[row.at(0)] = count;
    }
    const auto found = changes(before_, after_);
    if (found == expected) return;
    throw Mismatch("found side effects" + shown(found) + ", expected" + shown(expected));
  }

  // "a SyntaxError should be raised at compile time: UndefinedVariable"
  void check_error(const std::string& text) const {
    const std::size_t type = text.find(' ') + 1;
    const std::size_t at = text.find(" should be raised at ");
    const std::size_t phase = at + std::string(" should be raised at ").size();
    const std::size_t colon = text.find(": ", phase);
    const std::string expected_type = text.substr(type, at - type);
    const std::string expected_phase = text.substr(phase, colon - phase);
    const std::string expected_detail = text.substr(colon + 2);
    if (!error_) throw Mismatch("found no error, expected " + text);
    const bool same =
        to_string(error_->type()) == expected_type &&
        (expected_phase == "any time" || to_string(error_->phase()) == expected_phase) &&
        (expected_detail == "*" || error_->detail() == expected_detail);
    if (!same) refuse_error();
    check_changes({});  // what fails changes nothing
  }

  std::filesystem::path graphs_;
  Setup setup_;
  std::unique_ptr<MemoryGraph> base_ = std::make_unique<MemoryGraph>();
  std::unique_ptr<LayeredGraph> graph_ = std::make_unique<LayeredGraph>(*base_);
  Procedures procedures_;
  Options options_;
  Result result_;
  std::optional<QueryError> error_;
  Observed before_;
  Observed after_;
};

Outcome run_steps(const std::vector<Step>& steps, const std::filesystem::path& graphs,
                  Setup setup) {
  Runner runner(graphs, setup);
  for (const Step& step : steps) {
    try {
      runner.run(step);
    } catch (const Unknown& unknown) {
      return {Outcome::Kind::Skipped, unknown.what()};
    } catch (const std::exception& failure) {
      return {Outcome::Kind::Failed, step.text + "\n    " + failure.what()};
    }
  }
  return {};
}

bool sets_up(const Step& step) { return step.text == "having executed:" || names_graph(step); }

}  // namespace

Outcome run_scenario(const gherkin::Scenario& scenario, const std::filesystem::path& graphs) {
  Outcome outcome = run_steps(scenario.steps, graphs, Setup::InOverlay);
  if (outcome.kind != Outcome::Kind::Passed || std::ranges::none_of(scenario.steps, sets_up)) {
    return outcome;
  }
  outcome = run_steps(scenario.steps, graphs, Setup::InBase);
  outcome.reason = "with what is set up in the base: " + outcome.reason;
  return outcome;
}

}  // namespace entente::cypher
