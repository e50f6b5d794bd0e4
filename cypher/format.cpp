#include "cypher/format.h"

#include <charconv>
#include <cmath>

#include "cypher/temporal_text.h"

namespace entente::cypher {
namespace {

// Appends the notation of values to a text.
class Formatter {
 public:
  explicit Formatter(const PropertyGraph& graph) : graph_(graph) {}

  std::string take() { return std::move(out_); }

  void value(const Value& v) {
    switch (v.type()) {
      case Type::Null:
        out_ += "null";
        break;
      case Type::Boolean:
        out_ += v.boolean() ? "true" : "false";
        break;
      case Type::Integer:
        out_ += std::to_string(v.integer());
        break;
      case Type::Float:
        out_ += format_float(v.floating());
        break;
      case Type::String:
        out_ += quote(v.string());
        break;
      case Type::List:
        list(v.list());
        break;
      case Type::Map:
        map(v.map());
        break;
      case Type::Node:
        node(v.node());
        break;
      case Type::Relationship:
        relationship(v.relationship());
        break;
      case Type::Path:
        path(v.path());
        break;
      default:
        out_ += quote(temporal_text(v));
        break;
    }
  }

 private:
  void list(const List& list) {
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ", ";
      value(list[i]);
    }
    out_ += ']';
  }

  void map(const Map& map) {
    out_ += '{';
    bool first = true;
    for (const auto& [key, content] : map) {
      if (!first) out_ += ", ";
      first = false;
      out_ += key + ": ";
      value(content);
    }
    out_ += '}';
  }

  void properties(const Properties& properties, bool blank) {
    if (properties.empty()) return;
    Map sorted;
    for (const auto& [key, content] : properties) sorted.emplace(graph_.key_name(key), content);
    if (blank) out_ += ' ';
    map(sorted);
  }

  void node(NodeId node) {
    out_ += '(';
    for (const LabelId label : graph_.labels(node)) {
      out_ += ':';
      out_ += graph_.label_name(label);
    }
    properties(graph_.properties(node), !graph_.labels(node).empty());
    out_ += ')';
  }

  void relationship(RelationshipId relationship) {
    out_ += "[:";
    out_ += graph_.type_name(graph_.ends(relationship).type);
    properties(graph_.properties(relationship), true);
    out_ += ']';
  }

  void path(const Path& path) {
    out_ += '<';
    node(path.nodes[0]);
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
      const bool forward = graph_.ends(path.relationships[i]).start == path.nodes[i];
      out_ += forward ? "-" : "<-";
      relationship(path.relationships[i]);
      out_ += forward ? "->" : "-";
      node(path.nodes[i + 1]);
    }
    out_ += '>';
  }

  const PropertyGraph& graph_;
  std::string out_;
};

}  // namespace

std::string format(const Value& value, const PropertyGraph& graph) {
  Formatter formatter(graph);
  formatter.value(value);
  return formatter.take();
}

// Shortest digits that read back to the same number; an exponent beyond 10^7, as Java writes it.
std::string format_float(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  const double size = std::abs(number);
  if (size != 0 && (size < 1e-3 || size >= 1e7)) {
    char buffer[40];
    const auto [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
    const std::string text(buffer, end);
    const std::size_t e = text.find('e');
    std::string mantissa = text.substr(0, e);
    if (mantissa.find('.') == std::string::npos) mantissa += ".0";
    return mantissa + "E" + std::to_string(std::stoi(text.substr(e + 1)));
  }
  char buffer[40];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  std::string text(buffer, end);
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        out += "\\'";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out + "'";
}

std::string temporal_text(const Value& v) {
  switch (v.type()) {
    case Type::Date:
      return to_string(v.date());
    case Type::LocalTime:
      return to_string(v.local_time());
    case Type::Time:
      return to_string(v.time());
    case Type::LocalDateTime:
      return to_string(v.local_date_time());
    case Type::DateTime:
      return to_string(v.date_time());
    default:
      return to_string(v.duration());
  }
}

}  // namespace entente::cypher
