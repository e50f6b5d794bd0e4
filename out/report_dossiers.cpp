// The dossiers of a report: who or what each entity is, its offices, and what is said of it, by
// relation.

#include <algorithm>
#include <map>
#include <ostream>

#include "out/report_sections.h"
#include "out/wording.h"

namespace entente {
namespace {

constexpr const char* kNoDate =
    "<span class=\"hidden\">no date</span><span aria-hidden=\"true\">–</span>";

// Facts of one relation, or the offices.
struct FactGroup {
  std::string heading;
  bool state = false;
  std::vector<const Fact*> facts;  // in order of time
};

bool is_office(const Fact& fact) { return fact.qualifiers.contains("title"); }

// Offices first, then other lasting states, then what happened, most frequent first.
std::vector<FactGroup> groups_of(const Ontology& ontology, const std::vector<const Fact*>& facts) {
  std::map<std::string_view, FactGroup> groups;  // "" = offices
  for (const Fact* fact : facts) {
    const Relation* relation = ontology.relation(fact->relation);
    FactGroup& group = groups[is_office(*fact) ? std::string_view() : fact->relation];
    group.heading = is_office(*fact)
                        ? "Offices"
                        : capitalized(relation != nullptr ? relation->label : fact->relation);
    group.state = is_office(*fact) || (relation != nullptr && relation->state);
    group.facts.push_back(fact);
  }
  std::vector<FactGroup> ordered;
  ordered.reserve(groups.size());
  for (auto& [key, group] : groups) ordered.push_back(std::move(group));
  const bool offices = groups.contains("");
  std::stable_sort(ordered.begin() + (offices ? 1 : 0), ordered.end(),
                   [](const FactGroup& a, const FactGroup& b) {
                     if (a.state != b.state) return a.state;
                     return a.facts.size() > b.facts.size();
                   });
  return ordered;
}

class Dossiers {
 public:
  Dossiers(std::ostream& out, const ReportContent& content)
      : out_(out), content_(content), words_(content) {}

  void write(std::size_t number) const {
    const Entity& entity = content_.graph[content_.entities[number - 1]];
    const std::vector<const Fact*>& facts = content_.facts_of.at(entity.id);
    out_ << "<div class=\"dossier\" id=\"e" << number << "\">\n<h4><bdi>"
         << page_text(words_.name(entity.id)) << "</bdi></h4>\n";
    write_who(entity, facts);
    for (const FactGroup& group : groups_of(content_.ontology, facts)) {
      write_group(group, entity.id);
    }
    out_ << "</div>\n";
  }

 private:
  void write_who(const Entity& entity, const std::vector<const Fact*>& facts) const {
    if (holds_office(entity)) {
      const std::string office = caption(content_.graph, content_.ontology, entity, facts);
      out_ << "<p class=\"who\">" << page_text(capitalized(office)) << "</p>\n";
    }
    out_ << "<p class=\"note\">";
    if (!entity.aliases.empty()) {
      out_ << "Also called ";
      for (const std::string& alias : entity.aliases) {
        out_ << (&alias == &entity.aliases.front() ? "" : ", ") << "<bdi>" << page_text(alias)
             << "</bdi>";
      }
      out_ << ". ";
    }
    out_ << "Named " << counted(entity.mentions, "time", "times") << " in "
         << counted(entity.articles.size(), "article", "articles") << ".</p>\n";
  }

  // Also where that fact is not in the report: who somebody is does not depend on what was asked.
  bool holds_office(const Entity& entity) const {
    const auto [begin, end] = out_edges(*content_.graph.find(entity.id), content_.graph.bgl());
    return std::any_of(begin, end, [&](KnowledgeGraph::Edge e) {
      return is_office(content_.graph[e]) && content_.graph[e].status == Status::Happened;
    });
  }

  void write_group(const FactGroup& group, std::string_view own) const {
    out_ << "<div class=\"group\">\n<h5>" << page_text(group.heading)
         << "</h5>\n<ul class=\"facts\">\n";
    for (const Fact* fact : group.facts) {
      const std::size_t number_of_sources = sources(*fact);
      out_ << "<li><span class=\"when\">" << (fact->when ? date_html(*fact->when) : kNoDate)
           << "</span> <span>" << words_.status(*fact) << words_.sentence_of(*fact, own)
           << words_.speakers(*fact);
      if (number_of_sources > 1) {
        out_ << " <span class=\"sources\">" << counted(number_of_sources, "source", "sources")
             << "</span>";
      }
      out_ << "</span> <span class=\"numbers\">" << words_.fact_link(*fact) << "</span></li>\n";
    }
    out_ << "</ul>\n</div>\n";
  }

  std::ostream& out_;
  const ReportContent& content_;
  ReportWords words_;
};

// Named, but nothing is said of them: their names, type by type.
void write_unconnected(std::ostream& out, const ReportContent& content) {
  if (content.unconnected.empty()) return;
  out << "<h3 id=\"unconnected\">Also named</h3>\n<p class=\"note\">The articles name these too, "
         "but no sentence was found to connect them with others.</p>\n<dl class=\"unconnected\">\n";
  const std::string* type = nullptr;
  for (const KnowledgeGraph::Vertex v : content.unconnected) {
    const Entity& entity = content.graph[v];
    if (type == nullptr || *type != entity.type) {
      const EntityType* known = content.ontology.type(entity.type);
      out << (type == nullptr ? "" : "</dd>\n") << "<dt>"
          << page_text(known != nullptr ? known->plural : entity.type) << "</dt><dd>";
    } else {
      out << "; ";
    }
    type = &entity.type;
    out << "<bdi>" << page_text(ReportWords(content).name(entity.id)) << "</bdi>";
  }
  out << "</dd>\n</dl>\n";
}

}  // namespace

std::vector<EntityGroup> entity_groups(const ReportContent& content) {
  std::vector<EntityGroup> groups;
  const std::string* type = nullptr;
  for (std::size_t i = 0; i < content.entities.size(); ++i) {
    const Entity& entity = content.graph[content.entities[i]];
    if (type == nullptr || *type != entity.type) {
      const EntityType* known = content.ontology.type(entity.type);
      groups.push_back({known != nullptr ? known->plural : capitalized(entity.type), i + 1, i});
    }
    groups.back().last = i + 1;
    type = &entity.type;
  }
  return groups;
}

void write_report_dossiers(std::ostream& out, const ReportContent& content) {
  out << "<section id=\"dossiers\" aria-labelledby=\"dossiers-heading\">\n"
         "<h2 id=\"dossiers-heading\">Dossiers</h2>\n";
  const Dossiers dossiers(out, content);
  for (const EntityGroup& group : entity_groups(content)) {
    out << "<h3 id=\"group-" << group.first << "\">" << page_text(group.heading) << "</h3>\n";
    for (std::size_t i = group.first; i <= group.last; ++i) dossiers.write(i);
  }
  write_unconnected(out, content);
  out << "</section>\n";
}

}  // namespace entente
