// Tested by news_edit_test.cpp.

#include "query/news_edit.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "cypher/error.h"
#include "graph/content_id.h"
#include "query/fact_decision.h"
#include "query/news_graph.h"
#include "query/suggest.h"

namespace entente {

using cypher::Ends;
using cypher::Failure;
using cypher::KeyId;
using cypher::LabelId;
using cypher::NodeId;
using cypher::RelationshipId;
using cypher::Type;
using cypher::TypeId;
using cypher::Value;

namespace {

constexpr std::array<std::string_view, 4> kEntityKeys = {"name", "type", "id", "note"};
constexpr std::array<std::string_view, 9> kFactKeys = {"date", "until", "when",  "status", "title",
                                                       "what", "topic", "place", "note"};
constexpr std::array<std::string_view, 3> kTexts = {"title", "what", "topic"};

[[noreturn]] void refuse(std::string_view detail, const std::string& message) {
  throw Failure{cypher::ErrorType::SemanticError, detail, message};
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

// "a, b or c"
template <typename Words>
std::string one_of(const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

// "found a Float, expected a date"
[[noreturn]] void refuse_value(const Value& value, const std::string& expected) {
  const std::string found = value.is(Type::String) ? in_quotes(value.string())
                                                   : "a " + std::string(to_string(value.type()));
  refuse("InvalidValue", "found " + found + ", expected " + expected);
}

std::string text_of(const Value& value, const std::string& expected) {
  if (!value.is(Type::String) || fold(value.string()).empty()) refuse_value(value, expected);
  const std::string text = printable(value.string());
  const std::size_t begin = text.find_first_not_of(' ');
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::optional<DateRange> range_of(const Value& value) {
  if (value.is(Type::String)) return parse_iso(value.string());
  if (!value.is(Type::Date)) return std::nullopt;
  const std::chrono::sys_days day{std::chrono::days(value.date().days)};
  const int year = static_cast<int>(std::chrono::year_month_day(day).year());
  if (year < 1 || year > 9999) return std::nullopt;
  return DateRange{day, day};
}

Value day_value(std::chrono::sys_days day) {
  return Value(cypher::Date{day.time_since_epoch().count()});
}

// "person:ann-lind"
bool is_id(std::string_view id, std::string_view type) {
  return id.size() > type.size() + 1 && id.starts_with(type) && id[type.size()] == ':' &&
         id == printable(id) && id.find_first_of(" \t") == std::string_view::npos;
}

std::vector<Entity> entities_of(const KnowledgeGraph& graph) {
  std::vector<Entity> entities;
  for (const auto vertex : graph.vertices_by_id()) entities.push_back(graph[vertex]);
  return entities;
}

}  // namespace

NewsEdit::NewsEdit(const cypher::PropertyGraph& news, const KnowledgeGraph& graph,
                   const Ontology& ontology)
    : LayeredGraph(news),
      graph_(graph),
      ontology_(ontology),
      entities_(entities_of(graph)),
      names_(entities_),
      any_entity_(LayeredGraph::label("Entity")),
      any_article_(LayeredGraph::label("Article")),
      id_(LayeredGraph::key("id")),
      name_(LayeredGraph::key("name")),
      type_(LayeredGraph::key("type")),
      relation_(LayeredGraph::key("relation")),
      status_(LayeredGraph::key("status")),
      date_(LayeredGraph::key("date")),
      until_(LayeredGraph::key("until")),
      when_(LayeredGraph::key("when")),
      place_(LayeredGraph::key("place")),
      note_(LayeredGraph::key("note")) {}

std::string NewsEdit::text(NodeId node, KeyId key) const {
  const Value value = property(node, key);
  return value.is(Type::String) ? value.string() : std::string();
}
std::string NewsEdit::text(RelationshipId fact, KeyId key) const {
  const Value value = property(fact, key);
  return value.is(Type::String) ? value.string() : std::string();
}

LabelId NewsEdit::label(std::string_view name) {
  std::vector<std::string> known;
  for (const EntityType& type : ontology_.types) known.push_back(label_of_type(type.name));
  if (name == "Entity" || std::ranges::find(known, name) != known.end()) {
    return LayeredGraph::label(name);
  }
  if (name == "Article") {
    refuse("NotWritable", "articles come and go with `entente build` and `entente remove`");
  }
  const std::vector<std::string> near = suggest(name, known);
  refuse("UnknownLabel", "no type has the label " + in_quotes(name) +
                             (near.empty() ? "; expected " + one_of(known) : did_you_mean(near)));
}

TypeId NewsEdit::type(std::string_view name) {
  std::vector<std::string> known;
  for (const Relation& each : ontology_.relations) known.push_back(type_of_relation(each.name));
  if (std::ranges::find(known, name) != known.end()) return LayeredGraph::type(name);
  const std::vector<std::string> near = suggest(name, known);
  refuse("UnknownRelation",
         "no relation is called " + in_quotes(name) +
             (near.empty() ? "; expected " + one_of(known) : did_you_mean(near)));
}

KeyId NewsEdit::key(std::string_view name) {
  if (find_key(name)) return LayeredGraph::key(name);
  std::vector<std::string> known(kEntityKeys.begin(), kEntityKeys.end());
  known.insert(known.end(), kFactKeys.begin(), kFactKeys.end());
  const std::vector<std::string> near = suggest(name, known);
  refuse("UnknownProperty", "found " + in_quotes(name) + ", expected " + one_of(kEntityKeys) +
                                " of an entity, " + one_of(kFactKeys) + " of a fact" +
                                did_you_mean(near));
}

const EntityType* NewsEdit::type_of_label(LabelId label) const {
  const std::string_view name = label_name(label);
  const auto found = std::ranges::find_if(
      ontology_.types, [&](const EntityType& type) { return label_of_type(type.name) == name; });
  return found == ontology_.types.end() ? nullptr : &*found;
}

const EntityType* NewsEdit::type_of(NodeId node) const {
  for (const LabelId label : labels(node)) {
    if (const EntityType* found = type_of_label(label)) return found;
  }
  return nullptr;
}

const Relation* NewsEdit::relation_of(TypeId type) const {
  const std::string_view name = type_name(type);
  const auto found = std::ranges::find_if(ontology_.relations, [&](const Relation& relation) {
    return type_of_relation(relation.name) == name;
  });
  return found == ontology_.relations.end() ? nullptr : &*found;
}

void NewsEdit::refuse_article(NodeId node) const {
  if (std::ranges::find(labels(node), any_article_) == labels(node).end()) return;
  refuse("NotWritable",
         "found an article, expected an entity: articles come and go with `entente build` and "
         "`entente remove`");
}

// Only a finished node has its type as a property.
bool NewsEdit::is_finished(NodeId node) const { return !property(node, type_).is_null(); }

NodeId NewsEdit::create_node() {
  const NodeId node = LayeredGraph::create_node();
  LayeredGraph::add_label(node, any_entity_);
  return node;
}

void NewsEdit::set_type(NodeId node, const EntityType& type) {
  if (const EntityType* old = type_of(node)) {
    LayeredGraph::remove_label(node, LayeredGraph::label(label_of_type(old->name)));
  }
  LayeredGraph::add_label(node, LayeredGraph::label(label_of_type(type.name)));
  LayeredGraph::set_property(node, type_, Value(type.name));
}

void NewsEdit::add_label(NodeId node, LabelId label) {
  refuse_article(node);
  const EntityType* type = type_of_label(label);
  if (type == nullptr) return LayeredGraph::add_label(node, label);  // :Entity
  if (is_finished(node)) return set_type(node, *type);
  const EntityType* other = type_of(node);
  if (other != nullptr && other != type) {
    refuse("OneType", "found the labels " + label_of_type(other->name) + " and " +
                          label_of_type(type->name) + ", expected one: an entity has one type");
  }
  LayeredGraph::add_label(node, label);
}

void NewsEdit::remove_label(NodeId node, LabelId label) {
  refuse_article(node);
  if (std::ranges::find(labels(node), label) == labels(node).end()) return;
  refuse("OneType", "an entity has one type; SET n:LABEL gives it another");
}

void NewsEdit::set_property(NodeId node, KeyId key, Value value) {
  refuse_article(node);
  if (key == name_) {
    return LayeredGraph::set_property(node, key,
                                      Value(text_of(value, "a name with a letter or a digit")));
  }
  if (key == note_ && is_own(node)) {
    if (!value.is_null() && !value.is(Type::String)) refuse_value(value, "text");
    return LayeredGraph::set_property(node, key, std::move(value));
  }
  if (key == type_ && is_finished(node)) {
    const EntityType* type = value.is(Type::String) ? ontology_.type(value.string()) : nullptr;
    if (type == nullptr) {
      std::vector<std::string> known;
      for (const EntityType& each : ontology_.types) known.push_back(each.name);
      refuse_value(value, one_of(known));
    }
    return set_type(node, *type);
  }
  if (key == id_ && !is_finished(node)) {
    return LayeredGraph::set_property(node, key, Value(text_of(value, "an id as TYPE:NAME")));
  }
  const std::string_view found = key_name(key);
  if (is_finished(node)) {
    refuse("NotWritable", "found " + in_quotes(found) + ", expected name or type" +
                              (is_own(node) ? " or note" : "") +
                              ": the rest of an entity is what articles say of it");
  }
  refuse("NotWritable", "found " + in_quotes(found) +
                            ", expected name, id or note of a new entity; its label is its type");
}

std::string NewsEdit::free_id(const std::string& type, const std::string& name) const {
  const std::string wanted = readable_id(type, name);
  std::string id = wanted;
  for (unsigned number = 2; !nodes_where(id_, Value(id)).empty(); ++number) {
    id = wanted + '-' + std::to_string(number);
  }
  return id;
}

void NewsEdit::refuse_id(const std::string& id, const std::string& type) const {
  if (!is_id(id, type)) {
    refuse("InvalidValue",
           "found the id " + in_quotes(id) + ", expected " + type + ":NAME without spaces");
  }
  if (nodes_where(id_, Value(id)).size() > 1) {
    refuse("InvalidValue", "found the id " + in_quotes(id) + ", which another entity has");
  }
}

void NewsEdit::finish(NodeId node) {
  const EntityType* type = type_of(node);
  if (type == nullptr) {
    std::vector<std::string> known;
    for (const EntityType& each : ontology_.types) known.push_back(label_of_type(each.name));
    refuse("OneType", "expected a label that is the new entity's type: " + one_of(known));
  }
  const std::string name = text(node, name_);
  if (name.empty()) refuse("InvalidValue", "expected the new entity's name: {name: '...'}");
  const std::string id = text(node, id_);
  if (id.empty()) {
    LayeredGraph::set_property(node, id_, Value(free_id(type->name, name)));
  } else {
    refuse_id(id, type->name);
  }
  LayeredGraph::set_property(node, type_, Value(type->name));
}

RelationshipId NewsEdit::create_relationship(NodeId start, TypeId type, NodeId end) {
  refuse_article(start);
  refuse_article(end);
  if (start == end) refuse("InvalidValue", "expected a relationship between two entities");
  return LayeredGraph::create_relationship(start, type, end);
}

std::optional<DateRange> NewsEdit::when(RelationshipId fact) const {
  return parse_iso(text(fact, when_));
}

void NewsEdit::set_when(RelationshipId fact, const std::optional<DateRange>& when) {
  LayeredGraph::set_property(fact, date_, when ? day_value(when->first) : Value());
  LayeredGraph::set_property(fact, until_, when ? day_value(when->last) : Value());
  LayeredGraph::set_property(fact, when_, when ? Value(to_iso(*when)) : Value());
}

void NewsEdit::set_date(RelationshipId fact, KeyId key, const Value& value) {
  if (value.is_null() && key != until_) return set_when(fact, std::nullopt);
  const std::optional<DateRange> given = range_of(value);
  if (!given) refuse_value(value, "a date, or text like '2024-08-19', '2024-08' or '2024'");
  if (key != until_) return set_when(fact, given);
  const std::optional<DateRange> before = when(fact);
  if (!before || given->last < before->first) {
    refuse("InvalidValue", "found until without a date that is not later");
  }
  set_when(fact, DateRange{before->first, given->last});
}

// The id of the entity that is named by id, or by a name that it alone has.
Value NewsEdit::place(const Value& value) const {
  if (value.is_null()) return value;
  const std::string expected = "the id or the name of an entity";
  if (!value.is(Type::String)) refuse_value(value, expected);
  for (const KeyId key : {id_, name_}) {
    std::vector<NodeId> found = nodes_where(key, value);
    std::erase_if(found, [&](NodeId node) {
      return std::ranges::find(labels(node), any_entity_) == labels(node).end();
    });
    if (found.size() == 1) return property(found[0], id_);
  }
  refuse_value(value, expected);
}

void NewsEdit::set_property(RelationshipId fact, KeyId key, Value value) {
  const std::string_view name = key_name(key);
  if (key == date_ || key == until_ || key == when_) return set_date(fact, key, value);
  if (key == status_) {
    if (!value.is(Type::String) || !parse_status(value.string())) {
      refuse_value(value, "happened, planned, denied or hypothetical");
    }
  } else if (key == place_) {
    value = place(value);
  } else if (std::ranges::find(kTexts, name) != kTexts.end() || (key == note_ && is_own(fact))) {
    if (!value.is_null()) value = Value(text_of(value, "text"));
  } else {
    refuse("NotWritable", "found " + in_quotes(name) +
                              ", expected date, until, when, status, title, " +
                              "what, topic or place" + (is_own(fact) ? " or note" : "") +
                              ": the rest of a fact is what articles say of it");
  }
  LayeredGraph::set_property(fact, key, std::move(value));
}

void NewsEdit::refuse_ends(const Relation& relation, const Ends& ends) const {
  const auto check = [&](NodeId node, const std::vector<std::string>& allowed, const char* end) {
    const EntityType* type = type_of(node);
    if (type == nullptr || std::ranges::find(allowed, type->name) != allowed.end()) return;
    refuse("InvalidValue", "found a " + label_of_type(type->name) + " as " + end + " of " +
                               type_of_relation(relation.name) + ", expected " + one_of(allowed));
  };
  check(ends.start, relation.subjects, "subject");
  check(ends.end, relation.objects, "object");
}

void NewsEdit::finish(RelationshipId fact) {
  const Ends joined = ends(fact);
  const Relation& relation = *relation_of(joined.type);
  refuse_ends(relation, joined);
  LayeredGraph::set_property(fact, relation_, Value(relation.name));
  if (property(fact, status_).is_null()) {
    LayeredGraph::set_property(fact, status_, Value(to_string(Status::Happened)));
  }
}

void NewsEdit::remove_node(NodeId node) {
  refuse_article(node);
  LayeredGraph::remove_node(node);
}

const Fact& NewsEdit::fact_of_base(RelationshipId fact) const {
  return graph_[*graph_.find_fact(base().property(fact, id_).string())];
}

EntityRef NewsEdit::reference(NodeId node) const {
  if (is_own(node)) return {text(node, name_), text(node, id_), ""};
  return reference_to(base().property(node, id_).string(), names_);
}

Decision NewsEdit::added(NodeId node) const {
  Decision decision;
  decision.kind = Decision::Kind::AddEntity;
  decision.a = reference(node);
  decision.type = text(node, type_);
  decision.reason = text(node, note_);
  return decision;
}

// As a line has it; a place is an entity.
std::string NewsEdit::value_text(RelationshipId fact, KeyId key) const {
  const std::string value = text(fact, key);
  if (key != place_ || value.empty()) return value;
  return to_string(reference(nodes_where(id_, Value(value)).at(0)));
}

Decision NewsEdit::added(RelationshipId fact) const {
  const Ends joined = ends(fact);
  Decision decision;
  decision.kind = Decision::Kind::AddFact;
  decision.a = reference(joined.start);
  decision.relation = text(fact, relation_);
  decision.b = reference(joined.end);
  decision.any_date = false;
  decision.when = when(fact);
  decision.status = parse_status(text(fact, status_));
  decision.reason = text(fact, note_);
  for (const auto& [key, value] : properties(fact)) {
    const std::string name(key_name(key));
    if (key == place_ || std::ranges::find(kTexts, name) != kTexts.end()) {
      decision.values[name] = value_text(fact, key);
    }
  }
  return decision;
}

Decision NewsEdit::corrected(RelationshipId fact, const std::vector<KeyId>& keys) const {
  Decision decision = about_fact(Decision::Kind::CorrectFact, fact_of_base(fact), graph_, names_);
  for (const KeyId key : keys) {
    if (key == date_ || key == until_ || key == when_) {
      const auto range = when(fact);
      decision.values["date"] = range ? to_iso(*range) : "";
    } else {
      decision.values[std::string(key_name(key))] = value_text(fact, key);
    }
  }
  return decision;
}

std::vector<Decision> NewsEdit::decisions() const {
  const cypher::Changes changed = changes();
  std::vector<Decision> result;
  for (const NodeId node : changed.created_nodes) result.push_back(added(node));
  for (const auto& [node, key, value] : changed.node_properties) {
    Decision& decision = result.emplace_back();
    decision.kind = key == name_ ? Decision::Kind::Rename : Decision::Kind::Retype;
    decision.a = reference(node);
    (key == name_ ? decision.name : decision.type) = value.string();
  }
  for (const RelationshipId fact : changed.created_relationships) result.push_back(added(fact));
  std::map<RelationshipId, std::vector<KeyId>> corrections;
  for (const auto& [fact, key, value] : changed.relationship_properties) {
    corrections[fact].push_back(key);
  }
  for (const auto& [fact, keys] : corrections) result.push_back(corrected(fact, keys));
  for (const RelationshipId fact : changed.deleted_relationships) {
    const Ends joined = ends(fact);
    if (!exists(joined.start) || !exists(joined.end)) continue;  // goes with its end
    result.push_back(about_fact(Decision::Kind::RejectFact, fact_of_base(fact), graph_, names_));
  }
  for (const NodeId node : changed.deleted_nodes) {
    Decision& decision = result.emplace_back();
    decision.kind = Decision::Kind::RejectEntity;
    decision.a = reference(node);
  }
  return result;
}

namespace {

Value told(const Value& value, const cypher::LayeredGraph& graph);

Value told(NodeId node, const cypher::LayeredGraph& graph) {
  const auto key = graph.find_key("id");
  Value id = graph.property(node, *key);
  return id.is_null() && !graph.is_own(node) ? graph.base().property(node, *key) : id;
}

Value told(RelationshipId fact, const cypher::LayeredGraph& graph) {
  const auto key = graph.find_key("id");
  if (!graph.is_own(fact)) return graph.base().property(fact, *key);
  return Value("new " + std::string(graph.type_name(graph.ends(fact).type)));
}

Value told(const cypher::Path& path, const cypher::LayeredGraph& graph) {
  cypher::List steps = {told(path.nodes[0], graph)};
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    steps.push_back(told(path.relationships[i], graph));
    steps.push_back(told(path.nodes[i + 1], graph));
  }
  return Value(std::move(steps));
}

Value told(const Value& value, const cypher::LayeredGraph& graph) {
  switch (value.type()) {
    case Type::Node:
      return told(value.node(), graph);
    case Type::Relationship:
      return told(value.relationship(), graph);
    case Type::Path:
      return told(value.path(), graph);
    case Type::List: {
      cypher::List elements;
      for (const Value& element : value.list()) elements.push_back(told(element, graph));
      return Value(std::move(elements));
    }
    case Type::Map: {
      cypher::Map entries;
      for (const auto& [key, entry] : value.map()) entries.emplace(key, told(entry, graph));
      return Value(std::move(entries));
    }
    default:
      return value;
  }
}

}  // namespace

cypher::Result with_ids(cypher::Result result, const cypher::LayeredGraph& graph) {
  for (cypher::List& row : result.rows) {
    for (Value& value : row) value = told(value, graph);
  }
  return result;
}

}  // namespace entente
