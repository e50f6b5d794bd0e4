#include "tests/cypher/canonical.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "cypher/entities.h"
#include "cypher/format.h"

namespace entente::cypher {
namespace {

std::string join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string list_text(std::vector<std::string> elements, bool ignore_order) {
  if (ignore_order) std::ranges::sort(elements);
  return "[" + join(elements) + "]";
}

std::string map_text(std::vector<std::string> entries) {
  std::ranges::sort(entries);
  return "{" + join(entries) + "}";
}

std::string node_text(std::vector<std::string> labels, const std::string& properties) {
  std::ranges::sort(labels);
  std::string text = "(";
  for (const std::string& label : labels) text += ":" + label;
  return text + properties + ")";
}

std::string float_text(double number) {
  return number == 0 ? "0.0" : format_float(number);  // -0.0 is 0.0
}

// ---- Of values

class Writer {
 public:
  Writer(const PropertyGraph& graph, bool ignore_order)
      : graph_(graph), ignore_order_(ignore_order) {}

  std::string text(const Value& v) const {
    switch (v.type()) {
      case Type::Float:
        return float_text(v.floating());
      case Type::List: {
        std::vector<std::string> elements;
        for (const Value& element : v.list()) elements.push_back(text(element));
        return list_text(std::move(elements), ignore_order_);
      }
      case Type::Map:
        return text(v.map());
      case Type::Node:
        return text(v.node());
      case Type::Relationship:
        return text(v.relationship());
      case Type::Path:
        return text(v.path());
      default:
        return format(v, graph_);
    }
  }

 private:
  std::string text(const Map& map) const {
    std::vector<std::string> entries;
    for (const auto& [key, value] : map) entries.push_back(key + ": " + text(value));
    return map_text(std::move(entries));
  }

  std::string text(const Properties& properties) const {
    Map map;
    for (const auto& [key, value] : properties) map.emplace(graph_.key_name(key), value);
    return map.empty() ? "" : " " + text(map);
  }

  std::string text(NodeId node) const {
    std::vector<std::string> labels;
    for (const LabelId label : graph_.labels(node)) labels.emplace_back(graph_.label_name(label));
    return node_text(std::move(labels), text(graph_.properties(node)));
  }

  std::string text(RelationshipId relationship) const {
    return "[:" + std::string(graph_.type_name(graph_.ends(relationship).type)) +
           text(graph_.properties(relationship)) + "]";
  }

  std::string text(const Path& path) const {
    std::string out = "<" + text(path.nodes[0]);
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
      const bool forward = graph_.ends(path.relationships[i]).start == path.nodes[i];
      out += (forward ? "-" : "<-") + text(path.relationships[i]) + (forward ? "->" : "-");
      out += text(path.nodes[i + 1]);
    }
    return out + ">";
  }

  const PropertyGraph& graph_;
  bool ignore_order_;
};

// ---- Of text

class Reader {
 public:
  Reader(const std::string& text, bool ignore_order) : text_(text), ignore_order_(ignore_order) {}

  std::string read() {
    std::string result = value();
    blanks();
    if (at_ != text_.size()) fail();
    return result;
  }

 private:
  [[noreturn]] void fail() const {
    throw std::runtime_error("cannot read the value \"" + text_ + "\" at " + std::to_string(at_));
  }
  void blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool accept(const std::string& what) {
    blanks();
    if (text_.compare(at_, what.size(), what) != 0) return false;
    at_ += what.size();
    return true;
  }
  void expect(const std::string& what) {
    if (!accept(what)) fail();
  }
  char peek() {
    blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  std::string value() {
    switch (peek()) {
      case '\'':
        return string();
      case '(':
        return node();
      case '<':
        return path();
      case '{':
        return map();
      case '[':
        return list_or_relationship();
      default:
        return word();
    }
  }

  std::string string() {
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '\''; ++at_) {
      const bool escaped = text_[at_] == '\\' && at_ + 1 < text_.size();
      if (escaped) ++at_;
      out += escaped && text_[at_] == 'n' ? '\n' : text_[at_];
    }
    expect("'");
    return quote(out);
  }

  std::string name() {
    blanks();
    const std::size_t begin = at_;
    if (peek() == '`') {
      at_ = text_.find('`', at_ + 1) + 1;
      return text_.substr(begin + 1, at_ - begin - 2);
    }
    while (at_ < text_.size() &&
           std::string(" :,{}()[]<>|").find(text_[at_]) == std::string::npos) {
      ++at_;
    }
    if (at_ == begin) fail();
    return text_.substr(begin, at_ - begin);
  }

  std::string map() {
    expect("{");
    std::vector<std::string> entries;
    while (!accept("}")) {
      if (!entries.empty()) expect(",");
      std::string key = name();
      expect(":");
      entries.push_back(key + ": " + value());
    }
    return map_text(std::move(entries));
  }

  std::string properties() {
    if (peek() != '{') return "";
    const std::string text = map();
    return text == "{}" ? "" : " " + text;
  }

  std::string node() {
    expect("(");
    std::vector<std::string> labels;
    while (accept(":")) labels.push_back(name());
    const std::string own = properties();
    expect(")");
    return node_text(std::move(labels), own);
  }

  std::string list_or_relationship() {
    expect("[");
    if (accept(":")) {
      const std::string type = name();
      const std::string own = properties();
      expect("]");
      return "[:" + type + own + "]";
    }
    std::vector<std::string> elements;
    while (!accept("]")) {
      if (!elements.empty()) expect(",");
      elements.push_back(value());
    }
    return list_text(std::move(elements), ignore_order_);
  }

  std::string path() {
    expect("<");
    std::string out = "<" + node();
    while (!accept(">")) {
      const bool backward = accept("<-");
      if (!backward) expect("-");
      out += (backward ? "<-" : "-") + list_or_relationship();
      expect(backward ? "-" : "->");
      out += (backward ? "-" : "->") + node();
    }
    return out + ">";
  }

  std::string word() {
    const std::string text = name();
    if (text == "NaN") return text;
    if (text == "Inf") return "Infinity";
    if (text == "-Inf") return "-Infinity";
    const bool is_float =
        text.find_first_of(".eE") != std::string::npos && text != "true" && text != "false";
    if (!is_float) return text;
    return float_text(std::stod(text));
  }

  const std::string& text_;
  bool ignore_order_;
  std::size_t at_ = 0;
};

}  // namespace

std::string canonical(const Value& value, const PropertyGraph& graph, bool ignore_order) {
  return Writer(graph, ignore_order).text(value);
}

std::string canonical(const std::string& expected, bool ignore_order) {
  return Reader(expected, ignore_order).read();
}

}  // namespace entente::cypher
