#include "cypher/layered_graph.h"

#include <map>
#include <set>

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"
#include "tests/support/chance.h"

using namespace entente::cypher;
using entente::test::Chance;

namespace {

using Texts = std::vector<std::string>;

const Texts kLabels = {"A", "B", "C", "D"};  // the base knows the first two of each
const Texts kTypes = {"T", "U", "V"};
const Texts kKeys = {"x", "y", "z"};

using PlainProperties = std::map<std::string, std::int64_t>;

struct PlainNode {
  bool alive = true;
  std::set<std::string> labels;
  PlainProperties properties;
};

struct PlainRelationship {
  bool alive = true;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string type;
  PlainProperties properties;
};

// What a graph should be, in the plainest way; a rollback is a copy.
struct Model {
  std::vector<PlainNode> nodes;
  std::vector<PlainRelationship> relationships;
};

PlainProperties plain(const PropertyGraph& graph, const Properties& properties) {
  PlainProperties result;
  for (const auto& [key, value] : properties) {
    result.emplace(graph.key_name(key), value.integer());
  }
  return result;
}

Model model_of(const PropertyGraph& graph) {
  Model model;
  for (std::uint32_t i = 0; i < graph.node_bound(); ++i) {
    PlainNode& node = model.nodes.emplace_back();
    node.alive = graph.exists(NodeId{i});
    for (const LabelId label : graph.labels({i})) node.labels.emplace(graph.label_name(label));
    node.properties = plain(graph, graph.properties(NodeId{i}));
  }
  for (std::uint32_t i = 0; i < graph.relationship_bound(); ++i) {
    const RelationshipId r{i};
    const Ends ends = graph.ends(r);
    model.relationships.push_back({graph.exists(r), ends.start.value, ends.end.value,
                                   std::string(graph.type_name(ends.type)),
                                   plain(graph, graph.properties(r))});
  }
  return model;
}

// "12-T>3 12-U>5 " of the relationships of a node.
std::string row(const PropertyGraph& graph, std::span<const Neighbour> neighbours) {
  std::string text;
  for (const Neighbour& n : neighbours) {
    text += std::to_string(n.relationship.value) + '-' + std::string(graph.type_name(n.type)) +
            '>' + std::to_string(n.node.value) + ' ';
  }
  return text;
}

std::string row(const Model& model, std::uint32_t node, bool outgoing) {
  std::string text;
  for (std::size_t i = 0; i < model.relationships.size(); ++i) {
    const PlainRelationship& r = model.relationships[i];
    if (!r.alive || (outgoing ? r.start : r.end) != node) continue;
    text +=
        std::to_string(i) + '-' + r.type + '>' + std::to_string(outgoing ? r.end : r.start) + ' ';
  }
  return text;
}

// "" where the graph is as the model says, else where it is not.
std::string difference(const LayeredGraph& graph, const Model& model) {
  if (graph.node_bound() != model.nodes.size()) return "bound of nodes";
  if (graph.relationship_bound() != model.relationships.size()) return "bound of relationships";
  const Model found = model_of(graph);
  std::size_t nodes = 0;
  std::map<std::string, std::vector<NodeId>> labelled;
  std::map<std::int64_t, std::vector<NodeId>> by_x;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
    const std::string name = "node " + std::to_string(i);
    const PlainNode& node = model.nodes[i];
    if (found.nodes[i].alive != node.alive) return name + " exists";
    if (found.nodes[i].labels != node.labels) return name + " labels";
    if (found.nodes[i].properties != node.properties) return name + " properties";
    if (row(graph, graph.outgoing({i})) != row(model, i, true)) return name + " outgoing";
    if (row(graph, graph.incoming({i})) != row(model, i, false)) return name + " incoming";
    nodes += node.alive ? 1 : 0;
    for (const std::string& label : node.labels) labelled[label].push_back({i});
    if (const auto x = node.properties.find("x"); x != node.properties.end()) {
      by_x[x->second].push_back({i});
    }
  }
  std::map<std::string, std::size_t> typed;
  std::size_t relationships = 0;
  for (std::uint32_t i = 0; i < model.relationships.size(); ++i) {
    const std::string name = "relationship " + std::to_string(i);
    const PlainRelationship& want = model.relationships[i];
    const PlainRelationship& is = found.relationships[i];
    if (is.alive != want.alive) return name + " exists";
    if (is.start != want.start || is.end != want.end || is.type != want.type) return name + " ends";
    if (is.properties != want.properties) return name + " properties";
    relationships += want.alive ? 1 : 0;
    if (want.alive) ++typed[want.type];
  }
  if (graph.node_count() != nodes) return "count of nodes";
  if (graph.relationship_count() != relationships) return "count of relationships";
  for (const std::string& name : kLabels) {
    const auto label = graph.find_label(name);
    if (!label && !labelled[name].empty()) return "label " + name;
    if (label && graph.nodes_with(*label) != labelled[name]) return "nodes with " + name;
    if (label && graph.count_label(*label) != labelled[name].size()) return "count of " + name;
  }
  for (const std::string& name : kTypes) {
    const auto type = graph.find_type(name);
    if ((type ? graph.count_type(*type) : 0) != typed[name]) return "count of " + name;
  }
  const KeyId x = *graph.find_key("x");
  for (std::int64_t value = 0; value < 5; ++value) {
    if (graph.nodes_where(x, Value(value)) != by_x[value]) return "nodes where x";
  }
  return "";
}

void tell_properties(const std::string& of, const PlainProperties& before,
                     const PlainProperties& after, Texts& out) {
  for (const std::string& key : kKeys) {
    const auto was = before.find(key);
    const auto is = after.find(key);
    if (is == after.end()) {
      if (was != before.end()) out.push_back(of + '.' + key + " gone");
    } else if (was == before.end() || was->second != is->second) {
      out.push_back(of + '.' + key + " = " + std::to_string(is->second));
    }
  }
}

// What changes() should say, from two models.
std::multiset<std::string> expected_changes(const Model& before, const Model& after) {
  Texts told;
  for (std::size_t i = 0; i < after.nodes.size(); ++i) {
    const std::string name = "n" + std::to_string(i);
    const PlainNode& now = after.nodes[i];
    if (i >= before.nodes.size()) {
      if (now.alive) told.push_back(name + " new");
    } else if (!now.alive) {
      told.push_back(name + " deleted");
    } else {
      for (const std::string& label : kLabels) {
        const bool has = now.labels.contains(label);
        if (has != before.nodes[i].labels.contains(label)) {
          told.push_back(name + (has ? " +" : " -") + label);
        }
      }
      tell_properties(name, before.nodes[i].properties, now.properties, told);
    }
  }
  for (std::size_t i = 0; i < after.relationships.size(); ++i) {
    const std::string name = "r" + std::to_string(i);
    const PlainRelationship& now = after.relationships[i];
    if (i >= before.relationships.size()) {
      if (now.alive) told.push_back(name + " new");
    } else if (!now.alive) {
      told.push_back(name + " deleted");
    } else {
      tell_properties(name, before.relationships[i].properties, now.properties, told);
    }
  }
  return {told.begin(), told.end()};
}

Texts told_changes(const LayeredGraph& graph) {
  const Changes changes = graph.changes();
  Texts told;
  const auto each = [&](const auto& ids, const char* kind, const char* what) {
    for (const auto id : ids) told.push_back(kind + std::to_string(id.value) + what);
  };
  const auto set = [&](const auto& all, const char* kind) {
    for (const auto& one : all) {
      told.push_back(kind + std::to_string(one.of.value) + '.' +
                     std::string(graph.key_name(one.key)) +
                     (one.value.is_null() ? " gone" : " = " + std::to_string(one.value.integer())));
    }
  };
  each(changes.created_nodes, "n", " new");
  each(changes.deleted_nodes, "n", " deleted");
  for (const Changes::Label& one : changes.labels) {
    told.push_back('n' + std::to_string(one.node.value) + (one.added ? " +" : " -") +
                   std::string(graph.label_name(one.label)));
  }
  set(changes.node_properties, "n");
  each(changes.created_relationships, "r", " new");
  each(changes.deleted_relationships, "r", " deleted");
  set(changes.relationship_properties, "r");
  return told;
}

MemoryGraph small_base() {
  MemoryGraph base = graph_of(
      "CREATE (a:A {x: 1, y: 2}), (b:A:B {x: 1}), (c:B), (d {y: 3}), (a)-[:T {x: 1}]->(b), "
      "(b)-[:U]->(a), (a)-[:T]->(a), (b)-[:T {y: 2}]->(c), (a)-[:U]->(c)");
  base.add_index(*base.find_key("x"));
  return base;
}

// One change by chance, made to both.
class Changer {
 public:
  Changer(LayeredGraph& graph, Model& model, Chance& chance)
      : graph_(graph), model_(model), chance_(chance) {}

  void change() {
    switch (chance_.whole(0, 9)) {
      case 0:
        graph_.create_node();
        model_.nodes.emplace_back();
        return;
      case 1:
      case 2:
        return join();
      case 3:
        return label(true);
      case 4:
        return label(false);
      case 5:
      case 6:
        return set_on_node();
      case 7:
        return set_on_relationship();
      case 8:
        return remove_relationship();
      default:
        return remove_node();
    }
  }

 private:
  const std::string& one_of(const Texts& names) {
    return names[static_cast<std::size_t>(chance_.whole(0, static_cast<int>(names.size()) - 1))];
  }
  template <typename T>
  std::optional<std::uint32_t> living(const std::vector<T>& all) {
    if (all.empty()) return std::nullopt;
    const int at = chance_.whole(0, static_cast<int>(all.size()) - 1);
    if (!all[static_cast<std::size_t>(at)].alive) return std::nullopt;
    return static_cast<std::uint32_t>(at);
  }
  void join() {
    const auto start = living(model_.nodes);
    const auto end = living(model_.nodes);
    if (!start || !end) return;
    const std::string& type = one_of(kTypes);
    graph_.create_relationship({*start}, graph_.type(type), {*end});
    model_.relationships.push_back({true, *start, *end, type, {}});
  }
  void label(bool add) {
    const auto node = living(model_.nodes);
    if (!node) return;
    const std::string& name = one_of(kLabels);
    if (add) {
      graph_.add_label({*node}, graph_.label(name));
      model_.nodes[*node].labels.insert(name);
    } else {
      graph_.remove_label({*node}, graph_.label(name));
      model_.nodes[*node].labels.erase(name);
    }
  }
  template <typename Id>
  void set(Id id, PlainProperties& properties) {
    const std::string& key = one_of(kKeys);
    const std::int64_t value = chance_.whole(0, 4);
    if (value == 0) {
      graph_.set_property(id, graph_.key(key), Value());
      properties.erase(key);
    } else {
      graph_.set_property(id, graph_.key(key), Value(value));
      properties[key] = value;
    }
  }
  void set_on_node() {
    if (const auto node = living(model_.nodes)) set(NodeId{*node}, model_.nodes[*node].properties);
  }
  void set_on_relationship() {
    if (const auto r = living(model_.relationships)) {
      set(RelationshipId{*r}, model_.relationships[*r].properties);
    }
  }
  void remove_relationship() {
    const auto r = living(model_.relationships);
    if (!r) return;
    graph_.remove_relationship({*r});
    model_.relationships[*r].alive = false;
    model_.relationships[*r].properties.clear();
  }
  void remove_node() {
    const auto node = living(model_.nodes);
    if (!node || !row(model_, *node, true).empty() || !row(model_, *node, false).empty()) return;
    graph_.remove_node({*node});
    model_.nodes[*node] = {false, {}, {}};
  }

  LayeredGraph& graph_;
  Model& model_;
  Chance& chance_;
};

}  // namespace

TEST_CASE("what was not touched is read from the base itself", "[cypher]") {
  const MemoryGraph base = small_base();
  LayeredGraph graph(base);
  const NodeId made = graph.create_node();
  graph.create_relationship({3}, graph.type("T"), made);
  graph.set_property(NodeId{1}, graph.key("y"), Value("new"));
  for (const NodeId node : {NodeId{0}, NodeId{1}, NodeId{2}}) {
    CHECK(graph.outgoing(node).data() == base.outgoing(node).data());
    CHECK(graph.incoming(node).data() == base.incoming(node).data());
    CHECK(graph.labels(node).data() == base.labels(node).data());
  }
  CHECK(graph.outgoing({3}).size() == 1);
  CHECK(base.outgoing({3}).empty());
}

TEST_CASE("a name that the base does not know gets a number of its own", "[cypher]") {
  const MemoryGraph base = small_base();
  LayeredGraph graph(base);
  CHECK(graph.find_label("C") == std::nullopt);
  CHECK(graph.label("A") == *base.find_label("A"));
  const LabelId label = graph.label("C");
  CHECK(graph.label("C") == label);
  CHECK(graph.label_name(label) == "C");
  CHECK(graph.count_label(label) == 0);
  CHECK(graph.nodes_with(label).empty());
  CHECK(graph.property(NodeId{0}, graph.key("z")).is_null());
  CHECK(graph.property(RelationshipId{0}, graph.key("z")).is_null());
  graph.begin();
  graph.label("D");
  graph.type("V");
  graph.rollback();
  CHECK(graph.find_label("D") == std::nullopt);
  CHECK(graph.find_type("V") == std::nullopt);
  CHECK(graph.find_label("C") == label);
}

TEST_CASE("after a commit there is nothing to take back", "[cypher]") {
  const MemoryGraph base;
  LayeredGraph graph(base);
  graph.begin();
  graph.create_node();
  graph.commit();
  graph.rollback();
  CHECK(graph.node_count() == 1);
}

TEST_CASE("changes tell what differs from the base, and only that", "[cypher]") {
  const MemoryGraph base = small_base();
  LayeredGraph graph(base);
  run("MATCH (a:A {y: 2}) SET a.x = 5, a.y = 9, a:C SET a.y = 2 REMOVE a:A, a:C "
      "CREATE (a)-[:V]->(n:D {z: 1}), (n)-[:V]->(gone:D) DETACH DELETE gone "
      "WITH a MATCH (a)-[r:T]->(b) WHERE a <> b SET r.x = null, r.z = 7 "
      "WITH a MATCH (a)-[u:U]->() DELETE u "
      "WITH a MATCH (d) WHERE d.y = 3 DELETE d",
      graph);
  CHECK(told_changes(graph) == Texts{"n4 new", "n3 deleted", "n0 -A", "n0.x = 5", "r5 new",
                                     "r4 deleted", "r0.x gone", "r0.z = 7"});
}

TEST_CASE("a hub whose relationships all go is done at once", "[cypher]") {
  const MemoryGraph base = graph_of(
      "CREATE (h:Hub) WITH h UNWIND range(1, 50000) AS i CREATE (h)-[:T]->(:Spoke {i: i})");
  LayeredGraph graph(base);
  run("MATCH (h:Hub) UNWIND range(1, 50000) AS i CREATE (h)<-[:T]-(:Spoke {i: -i})", graph);
  graph.begin();
  run("MATCH (h:Hub) DETACH DELETE h", graph);
  CHECK(graph.relationship_count() == 0);
  CHECK(graph.node_count() == 100'000);
}

TEST_CASE("a layered graph is what a plain model is, whatever is done and taken back", "[cypher]") {
  Chance chance{11};
  for (int round = 0; round < 60; ++round) {
    const MemoryGraph base = small_base();
    LayeredGraph graph(base);
    const Model start = model_of(graph);
    Model model = start;
    Changer changer(graph, model, chance);
    for (int transaction = 0; transaction < 12; ++transaction) {
      const Model before = model;
      graph.begin();
      for (int i = chance.whole(0, 30); i > 0; --i) {
        changer.change();
        // Between two reads rows stay merged; without one they become stale several times.
        if (chance.whole(0, 3) == 0) REQUIRE(difference(graph, model).empty());
      }
      if (chance.whole(0, 1) == 0) {
        graph.rollback();
        model = before;
      } else {
        graph.commit();
      }
      REQUIRE(difference(graph, model) == "");
      const Texts told = told_changes(graph);
      REQUIRE(std::multiset<std::string>(told.begin(), told.end()) ==
              expected_changes(start, model));
    }
  }
}
