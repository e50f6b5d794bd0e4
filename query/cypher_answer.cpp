#include "query/cypher_answer.h"

#include <charconv>

#include "base/error.h"
#include "cypher/format.h"
#include "cypher/memory_graph.h"
#include "cypher/static_type.h"

namespace entente {
namespace {

using cypher::Type;
using cypher::Value;

std::string id_of(cypher::NodeId node, const NewsGraph& graph) {
  return std::string(graph.id(node));
}

std::string words(const Value& value, const NewsGraph& graph) {
  switch (value.type()) {
    case Type::Node:
      return id_of(value.node(), graph);
    case Type::Relationship:
      return graph.fact_id(value.relationship());
    case Type::String:
      return value.string();
    default:
      break;
  }
  if (cypher::only(value.type()) & cypher::kTemporal) return cypher::temporal_text(value);
  return cypher::format(value, graph);
}

std::vector<std::string> steps(const cypher::Path& path, const NewsGraph& graph) {
  std::vector<std::string> result = {id_of(path.nodes[0], graph)};
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    result.push_back(graph.fact_id(path.relationships[i]));
    result.push_back(id_of(path.nodes[i + 1], graph));
  }
  return result;
}

Cell cell(const Value& value, const NewsGraph& graph) {
  switch (value.type()) {
    case Type::Null:
      return std::monostate();
    case Type::Integer:
      return value.integer();
    case Type::Float:
      return value.floating();
    case Type::Path:
      return steps(value.path(), graph);
    case Type::List: {
      std::vector<std::string> elements;
      for (const Value& element : value.list()) elements.push_back(words(element, graph));
      return elements;
    }
    default:
      return words(value, graph);
  }
}

bool is_number(std::string_view text) {
  double number = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return !text.empty() && error == std::errc() && end == last && text.back() != '.';
}

// Whether the text is written as a value of Cypher. A date is not: 2024-08-19 would be a
// difference.
bool is_literal(std::string_view text) {
  if (text == "true" || text == "false" || text == "null") return true;
  return is_number(text) || text.starts_with('\'') || text.starts_with('"') ||
         text.starts_with('[') || text.starts_with('{');
}

}  // namespace

Table cypher_table(const cypher::Result& result, const NewsGraph& graph) {
  Table table{result.columns, {}};
  for (const cypher::List& row : result.rows) {
    std::vector<Cell>& cells = table.rows.emplace_back();
    for (const Value& value : row) cells.push_back(cell(value, graph));
  }
  return table;
}

void add_parameter(std::string_view assignment, cypher::Map& parameters) {
  const std::size_t equals = assignment.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    throw Error(Fault::Usage,
                "found \"" + std::string(assignment) + "\", expected a parameter as NAME=VALUE");
  }
  const std::string_view text = assignment.substr(equals + 1);
  Value value(text);
  if (is_literal(text)) {
    try {
      value = cypher::read("RETURN " + std::string(text), cypher::MemoryGraph()).rows[0][0];
    } catch (const cypher::QueryError&) {
      // Text that only begins like a value: 'tis
    }
  }
  parameters.insert_or_assign(std::string(assignment.substr(0, equals)), std::move(value));
}

}  // namespace entente
