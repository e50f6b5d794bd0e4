// An Obsidian vault: see obsidian.h.

#include "out/obsidian.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.h"
#include "out/markdown.h"
#include "out/plain.h"
#include "out/select.h"
#include "out/wording.h"

namespace entente {
namespace {

constexpr std::size_t kLongestName =
    120;  // bytes; file systems take 255, and sync services add to it

bool is_reserved(const std::string& name) {  // on Windows, whatever follows a dot
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string stem = lower(name.substr(0, name.find('.')));
  if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         is_digit(static_cast<unsigned char>(stem[3]));
}

// `text` as the name of a note: without what file systems and links give a meaning.
std::string note_name(std::string_view text) {
  std::string name;
  for (const char c : printable(text)) {
    const bool special = std::string_view("\\/:*?\"<>|#^[]%").find(c) != std::string_view::npos;
    const char kept = special ? ' ' : c;
    if (kept == ' ' && (name.empty() || name.back() == ' ')) continue;
    name += kept;
  }
  if (name.size() > kLongestName) {
    std::size_t end = kLongestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  const std::size_t begin = name.find_first_not_of(" .");
  if (begin == std::string::npos) return "Unnamed";
  name = name.substr(begin, name.find_last_not_of(" .") + 1 - begin);
  return is_reserved(name) ? name + " _" : name;
}

std::string yaml(std::string_view text) { return quoted_text(text, '"'); }

void put_yaml(std::string& note, std::string_view key, std::string_view text) {
  if (!text.empty()) note += std::string(key) + ": " + yaml(text) + '\n';
}

void put_yaml_list(std::string& note, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  note += std::string(key) + ":\n";
  for (const std::string& text : texts) note += "  - " + yaml(text) + '\n';
}

class Vault {
 public:
  explicit Vault(const ExportInput& input) : input_(input), graph_(input.graph) {}

  std::vector<ExportFile> files() {
    const std::vector<KnowledgeGraph::Vertex> entities = selected_entities(graph_, input_.filter);
    const std::vector<KnowledgeGraph::Edge> facts = selected_facts(graph_, input_.filter);
    const std::vector<Article> articles = articles_behind(graph_, facts);
    of_ = facts_by_entity(graph_, facts);
    taken_.insert("index");
    for (const KnowledgeGraph::Vertex v : entities) name_entity(graph_[v]);
    for (const Article& article : articles) name_article(article);
    for (const KnowledgeGraph::Edge e : facts) {
      for (const Evidence& said : graph_[e].evidence) said_in_[said.article].push_back(&graph_[e]);
    }
    for (const KnowledgeGraph::Vertex v : entities) add_entity(graph_[v]);
    for (const Article& article : articles) add_article(article);
    add_index();
    std::ranges::sort(files_, {}, &ExportFile::name);
    return std::move(files_);
  }

 private:
  // A name that no other note has, in any case of letters: links know no folders.
  std::string unique(const std::string& name) {
    std::string candidate = name;
    for (int i = 2; !taken_.insert(lower(candidate)).second; ++i) {
      candidate = name + " (" + std::to_string(i) + ")";
    }
    return candidate;
  }

  std::string folder_of(const std::string& type) const {
    for (const EntityType& known : input_.ontology.types) {
      if (known.name == type) return note_name(known.plural);
    }
    return note_name(type);
  }

  void name_entity(const Entity& entity) { note_of_[entity.id] = unique(note_name(entity.name)); }

  void name_article(const Article& article) {
    const std::string day = article.published ? to_iso(article.published->first) + " " : "";
    article_note_[article.id] =
        unique(note_name(day + (article.title.empty() ? article.id : article.title)));
  }

  std::string link(const std::string& entity) const {
    const auto note = note_of_.find(entity);
    if (note != note_of_.end()) return "[[" + note->second + "]]";
    const auto vertex = graph_.find(entity);
    return markdown_text(vertex ? graph_[*vertex].name : entity);
  }

  std::string fact_line(const Fact& fact) const {
    const std::string day = fact.when ? to_iso(*fact.when) + ": " : "";
    return "- " + day +
           markdown_sentence(graph_, input_.ontology, fact, link(fact.subject), link(fact.object)) +
           '\n';
  }

  void add_entity(const Entity& entity) {
    std::string note = "---\n";
    put_yaml(note, "id", entity.id);
    put_yaml(note, "name", entity.name);
    put_yaml(note, "type", entity.type);
    put_yaml_list(note, "aliases", entity.aliases);
    note += "mentions: " + std::to_string(entity.mentions) + '\n';
    const auto said = of_.find(entity.id);
    static const std::vector<const Fact*> none;
    const std::vector<const Fact*>& facts = said == of_.end() ? none : said->second;
    if (const auto when = span_of_dates(facts)) {
      note += "first: " + to_iso(when->first) + "\nlast: " + to_iso(when->last) + '\n';
    }
    note += "---\n";
    std::map<std::string, std::vector<const Fact*>> by_relation;
    for (const Fact* fact : facts) by_relation[fact->relation].push_back(fact);
    for (const auto& [name, of_relation] : by_relation) {
      const Relation* relation = input_.ontology.relation(name);
      note += "\n## " + markdown_text(relation != nullptr ? relation->label : name) + "\n\n";
      for (const Fact* fact : of_relation) {
        note += fact_line(*fact);
        for (const Evidence& evidence : fact->evidence) note += quote_line(evidence);
      }
    }
    const std::string folder = folder_of(entity.type);
    files_.push_back({folder + "/" + note_of_.at(entity.id) + ".md", note});
    index_[folder].push_back(note_of_.at(entity.id));
  }

  std::string quote_line(const Evidence& said) const {
    std::string line = "  - \xE2\x80\x9C" + markdown_text(said.quote) + "\xE2\x80\x9D ";
    line += "[[" + article_note_.at(said.article) + "]]";
    const Article* article = graph_.article(said.article);
    if (article != nullptr && is_web_address(article->url)) {
      const std::string name = article->outlet.empty() ? "web" : article->outlet;
      line += " (" + markdown_link(name, article->url) + ")";
    }
    return line + '\n';
  }

  void add_article(const Article& article) {
    std::string note = "---\n";
    put_yaml(note, "id", article.id);
    put_yaml(note, "title", article.title);
    put_yaml(note, "url", article.url);
    put_yaml(note, "outlet", article.outlet);
    put_yaml(note, "author", article.author);
    if (article.published) note += "published: " + to_iso(article.published->first) + '\n';
    note += "---\n";
    const auto found = said_in_.find(article.id);
    if (found != said_in_.end()) {
      note += "\n## What it says\n\n";
      const Fact* last = nullptr;  // a fact is here as often as it is said
      for (const Fact* fact : found->second) {
        if (fact != last) note += fact_line(*fact);
        last = fact;
      }
    }
    files_.push_back({"Articles/" + article_note_.at(article.id) + ".md", note});
    index_["Articles"].push_back(article_note_.at(article.id));
  }

  void add_index() {
    std::string note = "# Index\n";
    for (auto& [folder, notes] : index_) {
      std::ranges::sort(notes);
      note += "\n## " + markdown_text(folder) + "\n\n";
      for (const std::string& name : notes) note += "- [[" + name + "]]\n";
    }
    files_.push_back({"Index.md", note});
  }

  const ExportInput& input_;
  const KnowledgeGraph& graph_;
  FactsOf of_;
  std::map<std::string, std::vector<const Fact*>> said_in_;  // by Article::id; sorted by Fact::id
  std::set<std::string> taken_;
  std::map<std::string, std::string> note_of_;             // Entity::id -> name of its note
  std::map<std::string, std::string> article_note_;        // Article::id -> name of its note
  std::map<std::string, std::vector<std::string>> index_;  // folder -> names
  std::vector<ExportFile> files_;
};

}  // namespace

std::vector<ExportFile> obsidian_vault(const ExportInput& input) { return Vault(input).files(); }

}  // namespace entente
