// Entities are matched by id; those without a partner by name and article: one whose names went to
// an entity that was there before was merged, one whose names an old entity had was split off.
// Facts are compared with the ids of the new graph; what is left on both sides of one pair and
// relation is paired by a shared sentence. Tested by diff_test.cpp.

#include "query/diff.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "query/rows.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

struct Change {
  std::string what;
  std::string change;
  std::string id;
  std::string text;
  std::string field;
  Cell old_value;
  Cell new_value;
};

Cell text_or_nothing(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

// Folded names of all entities, to find who bears one.
class Bearers {
 public:
  explicit Bearers(const KnowledgeGraph& graph) : graph_(graph) {
    for (const Vertex v : graph.vertices_by_id()) {
      add(graph[v].name, v);
      for (const std::string& alias : graph[v].aliases) add(alias, v);
    }
  }

  // The entity of this graph that bears the name of `entity` and is named by one of its articles;
  // of several the one that shares most articles.
  std::optional<Vertex> partner(const Entity& entity) const {
    const auto found = by_name_.find(fold(entity.name));
    if (found == by_name_.end()) return std::nullopt;
    std::optional<Vertex> best;
    std::size_t most = 0;
    for (const Vertex v : found->second) {
      std::vector<std::string> both;
      std::ranges::set_intersection(entity.articles, graph_[v].articles, std::back_inserter(both));
      if (both.size() <= most) continue;
      most = both.size();
      best = v;
    }
    return best;
  }

 private:
  void add(const std::string& name, Vertex v) {
    std::vector<Vertex>& bearers = by_name_[fold(name)];
    if (bearers.empty() || bearers.back() != v) bearers.push_back(v);
  }

  const KnowledgeGraph& graph_;
  std::map<std::string, std::vector<Vertex>> by_name_;
};

class Comparison {
 public:
  Comparison(const KnowledgeGraph& before, const KnowledgeGraph& after, const Ontology& ontology)
      : before_(before), after_(after), ontology_(ontology) {}

  std::vector<Change> run() {
    compare_articles();
    compare_entities();
    compare_facts();
    std::ranges::stable_sort(changes_, {}, [](const Change& change) {
      return std::tie(change.what, change.change, change.id, change.field);
    });
    return std::move(changes_);
  }

 private:
  void add(Change change) { changes_.push_back(std::move(change)); }

  void compare_articles() {
    for (const Article& article : before_.articles) {
      if (after_.article(article.id) == nullptr) {
        add({"article", "removed", article.id, article.title, "", {}, {}});
      }
    }
    for (const Article& article : after_.articles) {
      if (before_.article(article.id) == nullptr) {
        add({"article", "added", article.id, article.title, "", {}, {}});
      }
    }
  }

  void compare_entities() {
    const Bearers old_names(before_);
    const Bearers new_names(after_);
    std::set<Vertex> taken;  // new entities that an old one became
    for (const Vertex v : before_.vertices_by_id()) {
      const Entity& old = before_[v];
      if (const auto same = after_.find(old.id)) {
        compare_entity(old, after_[*same]);
        continue;
      }
      const auto now = new_names.partner(old);
      if (!now) {
        add({"entity", "removed", old.id, old.name, "", {}, {}});
        continue;
      }
      new_id_[old.id] = after_[*now].id;
      const bool was_there = before_.find(after_[*now].id).has_value();
      if (was_there || !taken.insert(*now).second) {
        add({"entity", "merged", old.id, old.name, "id", old.id, after_[*now].id});
      } else {
        add({"entity", "renamed", after_[*now].id, after_[*now].name, "id", old.id,
             after_[*now].id});
        compare_entity(old, after_[*now]);
      }
    }
    for (const Vertex v : after_.vertices_by_id()) {
      const Entity& now = after_[v];
      if (before_.find(now.id) || taken.contains(v)) continue;
      const auto old = old_names.partner(now);
      if (old) {
        add({"entity", "split", now.id, now.name, "id", before_[*old].id, now.id});
      } else {
        add({"entity", "added", now.id, now.name, "", {}, {}});
      }
    }
  }

  void compare_entity(const Entity& old, const Entity& now) {
    if (old.name != now.name) {
      add({"entity", "renamed", now.id, now.name, "name", old.name, now.name});
    }
    if (old.type != now.type) {
      add({"entity", "changed", now.id, now.name, "type", old.type, now.type});
    }
    if (old.aliases != now.aliases) {
      add({"entity", "changed", now.id, now.name, "aliases", old.aliases, now.aliases});
    }
    if (old.articles != now.articles) {
      add({"entity", "changed", now.id, now.name, "articles", old.articles, now.articles});
    }
  }

  std::string now(const std::string& old_id) const {
    const auto changed = new_id_.find(old_id);
    return changed == new_id_.end() ? old_id : changed->second;
  }

  // What tells a fact from all others, in the ids of the new graph: pair and relation first.
  using Key = std::tuple<std::string, std::string, std::string>;
  struct Side {
    const KnowledgeGraph* graph;
    const Fact* fact;
    std::string title;
  };
  struct Group {
    std::vector<Side> old;
    std::vector<Side> now;
  };

  // Of a symmetric relation the smaller id is the subject, and ids may have changed.
  Key key(const std::string& subject, const std::string& relation,
          const std::string& object) const {
    const Relation* known = ontology_.relation(relation);
    const bool turn = known != nullptr && known->symmetric && object < subject;
    return turn ? Key{object, relation, subject} : Key{subject, relation, object};
  }

  static Side side(const KnowledgeGraph& graph, const Fact& fact) {
    const auto title = fact.qualifiers.find("title");
    return {&graph, &fact, title == fact.qualifiers.end() ? "" : fold(title->second)};
  }

  void compare_facts() {
    std::map<Key, Group> groups;
    for (const auto& edge : before_.edges_by_id()) {
      const Fact& fact = before_[edge];
      groups[key(now(fact.subject), fact.relation, now(fact.object))].old.push_back(
          side(before_, fact));
    }
    for (const auto& edge : after_.edges_by_id()) {
      const Fact& fact = after_[edge];
      groups[key(fact.subject, fact.relation, fact.object)].now.push_back(side(after_, fact));
    }
    for (auto& [ends, group] : groups) compare_group(group);
  }

  // Equals first, then those that share a sentence; the rest is removed or added.
  void compare_group(Group& group) {
    pair_up(group, [](const Side& old, const Side& now) {
      return old.fact->when == now.fact->when && old.fact->status == now.fact->status &&
             old.title == now.title;
    });
    pair_up(group, [](const Side& old, const Side& now) {
      return std::ranges::any_of(old.fact->evidence, [&](const Evidence& one) {
        return std::ranges::any_of(now.fact->evidence, [&](const Evidence& other) {
          return one.article == other.article && one.quote == other.quote;
        });
      });
    });
    for (const Side& old : group.old) {
      add({"fact", "removed", old.fact->id, words(old), "", {}, {}});
    }
    for (const Side& now : group.now) {
      add({"fact", "added", now.fact->id, words(now), "", {}, {}});
    }
  }

  template <typename Fits>
  void pair_up(Group& group, const Fits& fits) {
    std::erase_if(group.old, [&](const Side& old) {
      const auto now =
          std::ranges::find_if(group.now, [&](const Side& it) { return fits(old, it); });
      if (now == group.now.end()) return false;
      compare_fact(old, *now);
      group.now.erase(now);
      return true;
    });
  }

  void compare_fact(const Side& old, const Side& now) {
    const auto changed = [&](const std::string& field, Cell before, Cell after) {
      add({"fact", "changed", now.fact->id, words(now), field, std::move(before),
           std::move(after)});
    };
    const Fact& a = *old.fact;
    const Fact& b = *now.fact;
    if (a.when != b.when) changed("date", date_cell(a.when), date_cell(b.when));
    if (a.status != b.status) {
      changed("status", std::string(to_string(a.status)), std::string(to_string(b.status)));
    }
    const auto old_details = details(before_, a), new_details = details(after_, b);
    if (old_details != new_details) changed("details", old_details, new_details);
    const auto old_said = sentences(a), new_said = sentences(b);
    if (old_said != new_said) changed("evidence", old_said, new_said);
  }

  // "001.txt: Ann Lind met Bo Tarn.", sorted.
  static std::vector<std::string> sentences(const Fact& fact) {
    std::vector<std::string> all;
    for (const Evidence& evidence : fact.evidence) {
      all.push_back(evidence.article + ": " + evidence.quote);
    }
    std::ranges::sort(all);
    return all;
  }

  // "Ann Lind met-with Bo Tarn, 2024-08-19 (planned)"
  static std::string words(const Side& side) {
    const auto name = [&](const std::string& id) {
      return (*side.graph)[*side.graph->find(id)].name;
    };
    const Fact& fact = *side.fact;
    std::string text = name(fact.subject) + ' ' + fact.relation + ' ' + name(fact.object);
    if (fact.when) text += ", " + to_iso(*fact.when);
    if (fact.status != Status::Happened) text += " (" + std::string(to_string(fact.status)) + ')';
    return text;
  }

  const KnowledgeGraph& before_;
  const KnowledgeGraph& after_;
  const Ontology& ontology_;
  std::map<std::string, std::string> new_id_;  // of old entities that have another now
  std::vector<Change> changes_;
};

}  // namespace

Table diff(const KnowledgeGraph& before, const KnowledgeGraph& after, const Ontology& ontology) {
  Table table{{"what", "change", "id", "text", "field", "old", "new"}, {}};
  for (Change& change : Comparison(before, after, ontology).run()) {
    table.rows.push_back({change.what, change.change, change.id, change.text,
                          text_or_nothing(change.field), std::move(change.old_value),
                          std::move(change.new_value)});
  }
  return table;
}

}  // namespace entente
