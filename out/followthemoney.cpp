// FollowTheMoney: see followthemoney.h. Its ids are letters, digits, dots and hyphens; ends of a
// link must be of the schema that the link's property asks for, or readers drop the value.

#include "out/followthemoney.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/utf8.h"
#include "out/json.h"
#include "out/select.h"
#include "out/wording.h"
#include "query/occasions.h"

namespace entente {
namespace {

constexpr std::size_t kLongestId = 180;  // FollowTheMoney cuts at 200

struct Line {
  std::string id;
  std::string schema;
  std::map<std::string, std::set<std::string>> properties;

  void add(const std::string& property, const std::string& value) {
    const std::string text = printable(value);
    if (!text.empty()) properties[property].insert(text);
  }
};

// Where a type of ours goes. `actor`: a LegalEntity, who may be involved, member or holder.
struct Mapping {
  std::string_view type;
  std::string_view schema;
  bool actor;
};
constexpr std::array<Mapping, 10> kMappings = {{{"person", "Person", true},
                                                {"party", "Organization", true},
                                                {"organization", "Organization", true},
                                                {"country", "PublicBody", true},
                                                {"group", "LegalEntity", true},
                                                {"initiative", "Project", false},
                                                {"place", "Address", false},
                                                {"event", "Event", false},
                                                {"agreement", "Contract", false},
                                                {"award", "Note", false}}};

const Mapping& mapping_of(const std::string& type) {
  constexpr static Mapping kOther = {"", "Note", false};
  const auto* found = std::ranges::find(kMappings, type, &Mapping::type);
  return found == kMappings.end() ? kOther : *found;
}

bool is_organization(const Entity& entity) {
  const std::string_view schema = mapping_of(entity.type).schema;
  return schema == "Organization" || schema == "PublicBody";
}
bool is_actor(const Entity& entity) { return mapping_of(entity.type).actor; }
bool is_person(const Entity& entity) { return mapping_of(entity.type).schema == "Person"; }

std::string hashed(std::string_view kind, std::string_view text) {
  return std::string(kind) + "-" + to_hex(fnv1a(text));
}

// "person:to-lam" -> "person-to-lam"; what has other signs in it, is too long or ends in a hyphen
// is hashed.
std::string id_of(std::string_view kind, const std::string& id) {
  std::string plain = id;
  std::ranges::replace(plain, ':', '-');
  const auto is_word = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
  };
  const bool fits =
      !plain.empty() && plain.size() <= kLongestId && is_word(plain.front()) &&
      is_word(plain.back()) &&
      std::ranges::all_of(plain, [&](char c) { return is_word(c) || c == '-' || c == '.'; });
  return fits ? plain : hashed(kind, id);
}

std::string entity_id(const std::string& id) { return id_of("entity", id); }
std::string article_id(const std::string& id) { return hashed("article", id); }

class Writer {
 public:
  Writer(std::ostream& out, const ExportInput& input)
      : out_(out), input_(input), graph_(input.graph) {}

  void write_all() {
    const std::vector<KnowledgeGraph::Edge> facts = selected_facts(graph_, input_.filter);
    for (const Article& article : articles_behind(graph_, facts)) write_article(article);
    for (const KnowledgeGraph::Vertex v : selected_entities(graph_, input_.filter)) {
      write_entity(graph_[v]);
    }
    for (const Event* event : events_in_time(graph_, input_.filter)) write_event(*event);
    for (const KnowledgeGraph::Edge e : facts) write_fact(e);
  }

 private:
  void write(const Line& line) {
    json_.StartObject();
    put_key(json_, "id");
    put_string(json_, line.id);
    put_key(json_, "schema");
    put_string(json_, line.schema);
    put_key(json_, "properties");
    json_.StartObject();
    for (const auto& [property, values] : line.properties) {
      put_key(json_, property);
      put_strings(json_, {values.begin(), values.end()});
    }
    json_.EndObject();
    json_.EndObject();
    flush_json(out_, buffer_, json_);
    out_ << '\n';
  }

  void write_article(const Article& article) {
    Line line{article_id(article.id), "Article", {}};
    line.add("fileName", article.id);
    line.add("title", article.title);
    line.add("publisher", article.outlet);
    line.add("author", article.author);
    if (is_web_address(article.url)) line.add("sourceUrl", article.url);
    add_date(line, article.published);
    write(line);
    known_articles_.insert(article.id);
  }

  void write_entity(const Entity& entity) {
    const Mapping& mapping = mapping_of(entity.type);
    Line line{entity_id(entity.id), std::string(mapping.schema), {}};
    line.add("name", entity.name);
    for (const std::string& alias : entity.aliases) line.add("alias", alias);
    line.add("keywords", entity.type);
    if (entity.type == "party") line.add("topics", "pol.party");
    if (mapping.schema == "Address") line.add("full", entity.name);
    if (mapping.schema == "Contract") line.add("title", entity.name);
    write(line);
    for (const std::string& article : entity.articles) {
      if (!known_articles_.contains(article)) continue;
      Line named{hashed("named", entity.id + "\x1f" + article), "Documentation", {}};
      named.add("document", article_id(article));
      named.add("entity", line.id);
      write(named);
    }
  }

  static void add_date(Line& line, const std::optional<DateRange>& when) {
    if (!when) return;
    if (precision(*when) != Precision::Interval) return line.add("date", to_iso(*when));
    line.add("startDate", to_iso(when->first));
    line.add("endDate", to_iso(when->last));
  }

  void add_evidence(Line& line, const Fact& fact) const {
    for (const Evidence& said : fact.evidence) {
      line.add("summary", said.quote);
      line.add("proof", article_id(said.article));
      const Article* article = graph_.article(said.article);
      if (article == nullptr) continue;
      if (is_web_address(article->url)) line.add("sourceUrl", article->url);
      line.add("publisher", article->outlet);
    }
  }

  void write_event(const Event& event) {
    Line line{id_of("event", event.id), "Event", {}};
    std::vector<std::string> names;
    for (const Participant& one : event.participants) {
      const auto vertex = graph_.find(one.entity);
      if (!vertex) continue;
      names.push_back(graph_[*vertex].name);
      if (is_actor(graph_[*vertex])) line.add("involved", entity_id(one.entity));
    }
    line.add("name", event.kind + ": " + in_a_row(names));
    line.add("keywords", event.kind);
    line.add("keywords", std::string(to_string(event.status)));
    line.add("recordId", event.id);
    add_date(line, event.when);
    if (const auto place = graph_.find(event.place)) {
      line.add("location", graph_[*place].name);
      if (mapping_of(graph_[*place].type).schema == "Address") {
        line.add("addressEntity", entity_id(event.place));
      }
    }
    for (const std::string& id : event.facts) {
      const auto fact = graph_.find_fact(id);
      if (fact && graph_[*fact].status == event.status) add_evidence(line, graph_[*fact]);
    }
    write(line);
    told_.insert(event.id);
  }

  // Who met whom, where the Event says all of it.
  bool is_told(const Fact& fact, const Entity& subject, const Entity& object) const {
    const Event* event = graph_.event(fact.event);
    const Relation* relation = input_.ontology.relation(fact.relation);
    return event != nullptr && told_.contains(event->id) && event->status == fact.status &&
           relation != nullptr && relation->symmetric && is_actor(subject) && is_actor(object);
  }

  std::string role_of(const Fact& fact) const {
    const Relation* relation = input_.ontology.relation(fact.relation);
    return relation != nullptr ? relation->label : fact.relation;
  }

  void write_fact(KnowledgeGraph::Edge e) {
    const Fact& fact = graph_[e];
    const Entity& subject = graph_[boost::source(e, graph_.bgl())];
    const Entity& object = graph_[boost::target(e, graph_.bgl())];
    if (is_told(fact, subject, object)) return;
    Line line{hashed("fact", fact.id), "UnknownLink", {}};
    line.add("recordId", fact.id);
    line.add("status", std::string(to_string(fact.status)));
    add_date(line, fact.when);
    add_evidence(line, fact);
    for (const auto& [key, value] : fact.qualifiers) {
      const auto entity = graph_.find(value);
      line.add("description", key + ": " + (entity ? graph_[*entity].name : value));
    }
    const auto title = fact.qualifiers.find("title");
    if (fact.relation == "holds-position" && title != fact.qualifiers.end() &&
        !printable(title->second).empty() && is_person(subject)) {
      write_office(line, title->second, subject, object);
    } else if (fact.relation == "member-of" && is_actor(subject) && is_organization(object)) {
      line.schema = "Membership";
      line.add("member", entity_id(subject.id));
      line.add("organization", entity_id(object.id));
      line.add("role", title != fact.qualifiers.end() ? title->second : role_of(fact));
    } else if (fact.relation == "spouse-of" && fact.status == Status::Happened &&
               is_person(subject) && is_person(object)) {
      line.schema = "Family";  // which knows no status: a marriage that is denied is none
      line.properties.erase("status");
      line.add("person", entity_id(subject.id));
      line.add("relative", entity_id(object.id));
      line.add("relationship", "spouse");
    } else {
      line.add("subject", entity_id(subject.id));
      line.add("object", entity_id(object.id));
      line.add("role", role_of(fact));
    }
    write(line);
  }

  void write_office(Line& line, const std::string& title, const Entity& holder, const Entity& of) {
    Line post{hashed("position", of.id + "\x1f" + fold(title)), "Position", {}};
    if (posts_.insert(post.id).second) {
      post.add("name", title + ", " + of.name);
      if (is_organization(of)) post.add("organization", entity_id(of.id));
      write(post);
    }
    line.schema = "Occupancy";
    line.add("holder", entity_id(holder.id));
    line.add("post", post.id);
  }

  std::ostream& out_;
  const ExportInput& input_;
  const KnowledgeGraph& graph_;
  JsonBuffer buffer_;
  JsonWriter json_{buffer_};
  std::set<std::string> known_articles_;
  std::set<std::string> told_;   // Event::id
  std::set<std::string> posts_;  // ids of Position
};

}  // namespace

void write_followthemoney(std::ostream& out, const ExportInput& input) {
  Writer(out, input).write_all();
}

}  // namespace entente
