// A dossier in Markdown: see dossier.h.

#include "out/dossier.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "base/utf8.h"
#include "out/markdown.h"
#include "out/plain.h"
#include "out/select.h"

namespace entente {
namespace {

class Writer {
 public:
  Writer(std::ostream& out, const ExportInput& input)
      : out_(out), input_(input), graph_(input.graph) {}

  void write_all() {
    const std::vector<KnowledgeGraph::Vertex> entities = selected_entities(graph_, input_.filter);
    const std::vector<KnowledgeGraph::Edge> facts = selected_facts(graph_, input_.filter);
    of_ = facts_by_entity(graph_, facts);
    std::set<std::string_view> articles;
    for (const KnowledgeGraph::Edge e : facts) {
      for (const Evidence& said : graph_[e].evidence) articles.insert(said.article);
    }
    out_ << "# Dossier\n\n"
         << entities.size() << " entities and " << facts.size() << " facts, as " << articles.size()
         << " articles tell them.\n";
    write_types(entities);
  }

 private:
  void write_types(const std::vector<KnowledgeGraph::Vertex>& entities) {
    std::map<std::string, std::vector<KnowledgeGraph::Vertex>> by_type;
    for (const KnowledgeGraph::Vertex v : entities) by_type[graph_[v].type].push_back(v);
    for (const EntityType& type : input_.ontology.types) {
      const auto found = by_type.find(type.name);
      if (found == by_type.end()) continue;
      write_type(type.plural, found->second);
      by_type.erase(found);
    }
    for (const auto& [type, of_type] : by_type) write_type(type, of_type);
  }

  void write_type(const std::string& heading, std::vector<KnowledgeGraph::Vertex> entities) {
    std::ranges::sort(entities, [&](KnowledgeGraph::Vertex a, KnowledgeGraph::Vertex b) {
      const std::string a_name = fold(graph_[a].name), b_name = fold(graph_[b].name);
      return a_name != b_name ? a_name < b_name : graph_[a].id < graph_[b].id;
    });
    out_ << "\n## " << markdown_text(heading) << '\n';
    for (const KnowledgeGraph::Vertex v : entities) write_entity(graph_[v]);
  }

  std::string name_of(const std::string& id) const {
    const auto vertex = graph_.find(id);
    const std::string name = markdown_text(vertex ? graph_[*vertex].name : id);
    return name.empty() ? markdown_text(id) : name;
  }

  void write_entity(const Entity& entity) {
    out_ << "\n### " << name_of(entity.id) << "\n\n";
    if (!entity.aliases.empty()) {
      std::string names;
      for (const std::string& alias : entity.aliases) {
        names += (names.empty() ? "" : "; ") + markdown_text(alias);
      }
      out_ << "Also: " << names << "\n\n";
    }
    out_ << "In " << entity.articles.size()
         << (entity.articles.size() == 1 ? " article" : " articles") << ".\n";
    const auto said = of_.find(entity.id);
    if (said == of_.end()) return;
    for (const Fact* fact : said->second) write_fact(*fact);
  }

  void write_fact(const Fact& fact) {
    out_ << "\n- " << (fact.when ? to_words(*fact.when) + ": " : std::string())
         << markdown_sentence(graph_, input_.ontology, fact, name_of(fact.subject),
                              name_of(fact.object))
         << '\n';
    for (const Evidence& said : fact.evidence) {
      out_ << "\n  > " << markdown_text(said.quote) << "\n  >\n  > " << source(said) << '\n';
    }
  }

  std::string source(const Evidence& said) const {
    const Article* article = graph_.article(said.article);
    if (article == nullptr) return markdown_text(said.article);
    const std::string& title = article->title.empty() ? article->id : article->title;
    std::string text = markdown_link(title, article->url);
    if (!article->outlet.empty()) text += ", " + markdown_text(article->outlet);
    if (article->published) text += ", " + to_words(*article->published);
    return text;
  }

  std::ostream& out_;
  const ExportInput& input_;
  const KnowledgeGraph& graph_;
  FactsOf of_;
};

}  // namespace

void write_dossier(std::ostream& out, const ExportInput& input) { Writer(out, input).write_all(); }

}  // namespace entente
