// The reader decides: same, differ, rename, reject. Each writes a line of the ledger beside the
// graph (graph/ledger.h) and folds again.

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/session.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "cli/write.h"
#include "graph/entity_names.h"
#include "graph/store.h"
#include "query/fact_decision.h"
#include "query/names.h"

namespace entente {
namespace {

// The arguments that all four have.
struct Wish {
  std::string graph;
  std::string first;
  std::string second;
  std::string reason;

  void add_graph(CLI::App& options) {
    options.add_option("GRAPH", graph, "a graph that `entente build` made")->required();
  }
  void add_reason(CLI::App& options) {
    options.add_option("--reason", reason, "why, for those who read the ledger")->type_name("TEXT");
  }
};

// A graph opened to be changed, and how to name its entities in a line.
class Desk {
 public:
  explicit Desk(const std::string& file)
      : ontology_(load_ontology(data_folder())),
        store_(open_to_change(file)),
        graph_(store_.load(ontology_)) {
    for (const KnowledgeGraph::Vertex vertex : graph_.vertices_by_id()) {
      entities_.push_back(graph_[vertex]);
    }
    names_.emplace(entities_);
  }

  const KnowledgeGraph& graph() const { return graph_; }
  const EntityNames& names() const { return *names_; }

  // What `text` names: any name, an id, or either of them with " @ ARTICLE".
  EntityRef entity(const std::string& text) const {
    const std::size_t at = text.rfind(" @ ");
    if (at != std::string::npos && graph_.article(text.substr(at + 3)) != nullptr) {
      EntityRef ref{text.substr(0, at), "", text.substr(at + 3)};
      if (graph_.find(ref.name)) std::swap(ref.name, ref.id);
      std::string problem;
      const auto found = names_->find(ref, problem);
      if (!found) throw NotFound{problem};
      const std::vector<std::string>& articles = entities_[*found].articles;
      if (!std::binary_search(articles.begin(), articles.end(), ref.article)) {
        throw NotFound{printable(ref.article) + " does not name " +
                       printable(entities_[*found].name)};
      }
      return ref;
    }
    return reference_to(graph_[resolve_entity(graph_, text)].id, *names_);
  }

  // Which entity `ref` is, by its id.
  std::string id_of(const EntityRef& ref) const {
    std::string problem;
    return entities_[*names_->find(ref, problem)].id;
  }

  // Writes the line and tells where it stands.
  int decide(const Session& session, Decision decision, const Wish& wish) {
    decision.reason = printable(wish.reason);
    std::vector<Warning> warnings;
    const std::uint32_t line = store_.decide({decision}, ontology_, warnings);
    tell_warnings(session.terminal, warnings);
    const std::string file = ledger_path(wish.graph).string();
    session.say(printable(file) + ":" + std::to_string(line) + ": " + to_line(decision) +
                "\nDelete the line to undo it" + what_is_there(store_.totals(), wish.graph));
    return kDone;
  }

 private:
  Ontology ontology_;
  Store store_;
  KnowledgeGraph graph_;
  std::vector<Entity> entities_;
  std::optional<EntityNames> names_;
};

// Two entities, or two names of one that shall be two.
int decide_two(Session& session, Decision::Kind kind) {
  Wish wish;
  wish.add_graph(session.options);
  session.options.add_option("A", wish.first, "any name or the id of an entity")->required();
  session.options.add_option("B", wish.second, "another")->required();
  wish.add_reason(session.options);
  if (!session.parse()) return kDone;
  Desk desk(wish.graph);
  Decision decision;
  decision.kind = kind;
  decision.a = desk.entity(wish.first);
  decision.b = desk.entity(wish.second);
  if (desk.id_of(decision.a) == desk.id_of(decision.b)) {
    if (kind == Decision::Kind::Same) {
      session.say("both are " + printable(desk.id_of(decision.a)) + " already; nothing to decide");
      return kDone;
    }
    // By the names as given: they are what tells the two apart.
    if (decision.a.article.empty()) decision.a = {wish.first, "", ""};
    if (decision.b.article.empty()) decision.b = {wish.second, "", ""};
  }
  return desk.decide(session, decision, wish);
}

}  // namespace

int run_same(Session& session) { return decide_two(session, Decision::Kind::Same); }

int run_differ(Session& session) { return decide_two(session, Decision::Kind::Differ); }

int run_rename(Session& session) {
  Wish wish;
  wish.add_graph(session.options);
  session.options.add_option("A", wish.first, "any name or the id of an entity")->required();
  session.options.add_option("NAME", wish.second, "its new name")->required();
  wish.add_reason(session.options);
  if (!session.parse()) return kDone;
  if (fold(wish.second).empty()) {
    throw Error(Fault::Usage, "expected a name with a letter or a digit, found \"" +
                                  printable(wish.second) + '"');
  }
  Desk desk(wish.graph);
  Decision decision;
  decision.kind = Decision::Kind::Rename;
  decision.a = desk.entity(wish.first);
  decision.name = wish.second;
  return desk.decide(session, decision, wish);
}

int run_reject(Session& session) {
  Wish wish;
  wish.add_graph(session.options);
  session.options
      .add_option("WHAT", wish.first,
                  "a fact's id as `entente facts` and `why` tell it; or any name or the id of what "
                  "is no entity")
      ->required();
  wish.add_reason(session.options);
  if (!session.parse()) return kDone;
  Desk desk(wish.graph);
  if (const auto edge = desk.graph().find_fact(wish.first)) {
    const Decision decision =
        about_fact(Decision::Kind::RejectFact, desk.graph()[*edge], desk.graph(), desk.names());
    return desk.decide(session, decision, wish);
  }
  Decision decision;
  decision.kind = Decision::Kind::RejectEntity;
  decision.a = desk.entity(wish.first);
  return desk.decide(session, decision, wish);
}

}  // namespace entente
