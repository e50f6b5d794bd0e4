#include "query/verbs.h"

#include <algorithm>

#include "cypher/format.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/procedures.h"

namespace entente {
namespace {

using cypher::List;
using cypher::Map;
using cypher::Type;
using cypher::Value;

Value texts(const std::set<std::string>& words) {
  List list;
  for (const std::string& word : words) list.emplace_back(word);
  return Value(std::move(list));
}

Value day(std::chrono::sys_days day) { return Value(cypher::Date{day.time_since_epoch().count()}); }

std::string literal(const Value& value) {
  switch (value.type()) {
    case Type::Boolean:
      return value.boolean() ? "true" : "false";
    case Type::Integer:
      return std::to_string(value.integer());
    case Type::String:
      return cypher::quote(value.string());
    case Type::Date:
      return "date('" + to_iso(std::chrono::sys_days(std::chrono::days(value.date().days))) + "')";
    case Type::List: {
      std::string text;
      for (const Value& element : value.list())
        text += (text.empty() ? "" : ", ") + literal(element);
      return '[' + text + ']';
    }
    case Type::Map: {
      std::string text;
      for (const auto& [key, element] : value.map()) {
        text += (text.empty() ? "" : ", ") + key + ": " + literal(element);
      }
      return '{' + text + '}';
    }
    default:
      return "null";
  }
}

bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_';
}

// A name as a query may write it: in backticks where it is no plain word.
std::string written(const std::string& name) {
  if (!name.empty() && std::ranges::all_of(name, is_letter)) return name;
  std::string quoted;
  for (const char c : name) quoted += c == '`' ? "``" : std::string(1, c);
  return '`' + quoted + '`';
}

// ":MET_WITH|VISITED"; "" where any will do.
template <typename Spell>
std::string any_of(const std::set<std::string>& names, const Spell& spell) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? ":" : "|") + written(spell(name));
  return text;
}

std::string labels(const std::set<std::string>& types) { return any_of(types, label_of_type); }

class QuestionWriter {
 public:
  explicit QuestionWriter(const Filter& filter) : filter_(filter) {}

  // "[r:MET_WITH]"
  std::string fact(const std::string& r) const {
    return '[' + r + any_of(filter_.relations, type_of_relation) + ']';
  }
  // "WHERE ..." of a fact and its two ends, with `more` conditions; a line of its own, or nothing.
  std::string where(const std::string& r, const std::string& a, const std::string& b,
                    const std::vector<std::string>& more = {});
  void set(const std::string& parameter, Value value) {
    parameters_.insert_or_assign(parameter, std::move(value));
  }
  // "{status: $status}": the same for a procedure on the whole graph, which knows no least number
  // of sources.
  std::string options();
  Question question(std::string text) { return {std::move(text), std::move(parameters_)}; }

 private:
  const Filter& filter_;
  Map parameters_;
};

std::string QuestionWriter::where(const std::string& r, const std::string& a, const std::string& b,
                                  const std::vector<std::string>& more) {
  std::vector<std::string> conditions;
  const auto add = [&](const std::string& condition, const std::string& parameter, Value value) {
    conditions.push_back(condition + '$' + parameter);
    set(parameter, std::move(value));
  };
  if (filter_.status) add(r + ".status = ", "status", Value(to_string(*filter_.status)));
  if (filter_.since) add(r + ".until >= ", "since", day(*filter_.since));
  if (filter_.until) add(r + ".date <= ", "until", day(*filter_.until));
  if (filter_.min_sources > 1) {
    add(r + ".sources >= ", "sources", Value(static_cast<std::int64_t>(filter_.min_sources)));
  }
  if (!filter_.types.empty()) {
    add(a + ".type IN ", "types", texts(filter_.types));
    add(b + ".type IN ", "types", texts(filter_.types));
  }
  if (filter_.as_of) {
    add("coalesce(" + r + ".date, " + r + ".published) <= ", "asOf", day(*filter_.as_of));
    set("states", texts(filter_.states));
    conditions.push_back("NOT coalesce(" + r + ".relation IN $states AND " + r +
                         ".when CONTAINS '/' AND " + r + ".until < $asOf, false)");
  }
  conditions.insert(conditions.end(), more.begin(), more.end());
  std::string text;
  for (const std::string& condition : conditions) {
    text += (text.empty() ? "WHERE " : " AND ") + condition;
  }
  return text.empty() ? text : text + '\n';
}

std::string QuestionWriter::options() {
  std::string map;
  const auto add = [&](const std::string& key, Value value) {
    map += (map.empty() ? "" : ", ") + key + ": $" + key;
    set(key, std::move(value));
  };
  if (filter_.status) add("status", Value(to_string(*filter_.status)));
  if (!filter_.relations.empty()) add("relations", texts(filter_.relations));
  if (filter_.since) add("since", day(*filter_.since));
  if (filter_.until) add("until", day(*filter_.until));
  return '{' + map + '}';
}

// Facts of a pattern in order of time, with what people want to see of them.
Question facts(QuestionWriter& writer, const std::string& pattern, const std::string& where) {
  return writer.question("MATCH " + pattern + '\n' + where +
                         "RETURN r.when AS date, startNode(r).name AS subject, r.relation AS "
                         "relation, endNode(r).name AS object, r.quote AS quote, r AS fact\n"
                         "ORDER BY r.date, r.until, r.id");
}

// Facts of one entity, of two, or (with arrows) all.
Question facts_of(const std::optional<std::string>& a, const std::optional<std::string>& b,
                  const Filter& filter, const std::vector<std::string>& more = {}) {
  QuestionWriter writer(filter);
  if (a) writer.set("a", Value(*a));
  if (b) writer.set("b", Value(*b));
  const std::string pattern = std::string(a ? "(a {id: $a})-" : "(a)-") + writer.fact("r") +
                              (a ? "-" : "->") + (b ? "(b {id: $b})" : "(b)");
  return facts(writer, pattern, writer.where("r", "a", "b", more));
}

}  // namespace

std::string filled_in(const Question& question) {
  const std::string& text = question.text;
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (text[at] == '$' && end < text.size() && is_letter(text[end])) ++end;
    const auto value = question.parameters.find(text.substr(at + 1, end - at - 1));
    filled += text[at] == '$' && value != question.parameters.end() ? literal(value->second)
                                                                    : text.substr(at, end - at);
    at = end;
  }
  return filled;
}

Question met_question(const std::string& a, const std::optional<std::string>& b,
                      const Filter& filter) {
  return facts_of(a, b, meetings(filter));
}

Question about_question(const std::string& entity, const Filter& filter) {
  return facts_of(entity, std::nullopt, filter);
}

Question between_question(const std::string& a, const std::string& b, const Filter& filter) {
  return facts_of(a, b, filter);
}

Question timeline_question(const std::optional<std::string>& entity, const Filter& filter) {
  return facts_of(entity, std::nullopt, filter);
}

Question dyads_question(const std::optional<std::string>& a, const std::optional<std::string>& b,
                        const Ontology& ontology, const Filter& filter) {
  Filter coded = filter;
  coded.relations.clear();
  for (const Relation& relation : ontology.relations) {
    const bool wanted = filter.relations.empty() || filter.relations.contains(relation.name);
    if (wanted && !relation.codes.plover.empty()) coded.relations.insert(relation.name);
  }
  std::set<std::string> actors;
  for (const EntityType& type : ontology.types) {
    if (type.actor) actors.insert(type.name);
  }
  std::vector<std::string> more = {"a.type IN $actors", "b.type IN $actors"};
  if (coded.relations.empty()) more.emplace_back("false");  // none of those asked for has a code
  Question question = facts_of(a ? a : b, a && b ? b : std::nullopt, coded, more);
  question.parameters.insert_or_assign("actors", texts(actors));
  return question;
}

Question common_question(const std::string& a, const std::string& b, const Filter& filter) {
  QuestionWriter writer(filter);
  writer.set("a", Value(a));
  writer.set("b", Value(b));
  return writer.question("MATCH (a {id: $a})-" + writer.fact("r") + "-(other)\n" +
                         writer.where("r", "a", "other", {"NOT other.id IN [$a, $b]"}) +
                         "WITH other, collect(r) AS with_a\n"
                         "MATCH (other)-" +
                         writer.fact("s") + "-(b {id: $b})\n" + writer.where("s", "other", "b") +
                         "WITH other, with_a, collect(s) AS with_b\n"
                         "RETURN other.name AS name, size(with_a) + size(with_b) AS facts, with_a, "
                         "with_b, other\n"
                         "ORDER BY facts DESC, other.id");
}

Question top_question(Rank rank, const std::set<std::string>& types, std::size_t limit,
                      const Filter& filter) {
  QuestionWriter writer(filter);
  writer.set("limit", Value(static_cast<std::int64_t>(limit)));
  const std::string result = " AS score, node\nORDER BY score DESC, node.id LIMIT $limit";
  if (rank == Rank::Degree) {
    return writer.question("MATCH (node" + (types.empty() ? ":Entity" : labels(types)) + ")-" +
                           writer.fact("r") + "-(other)\n" + writer.where("r", "node", "other") +
                           "RETURN node.name AS name, count(r)" + result);
  }
  if (!types.empty()) writer.set("types", texts(types));
  return writer.question(std::string("CALL entente.") +
                         (rank == Rank::PageRank ? "pagerank" : "betweenness") + '(' +
                         writer.options() + ") YIELD node, score\n" +
                         (types.empty() ? "" : "WHERE node.type IN $types\n") +
                         "RETURN node.name AS name, score" + result);
}

cypher::Result ask(const NewsGraph& graph, const Question& question, const cypher::Budget& budget) {
  static const cypher::Procedures procedures = news_procedures({});
  cypher::Options options;
  options.parameters = question.parameters;
  options.procedures = &procedures;
  options.budget = budget;
  try {
    return cypher::read(question.text, graph, options);
  } catch (const cypher::QueryError& error) {
    if (error.type() != cypher::ErrorType::BudgetExceeded) throw;
    const std::string reason = error.detail() == "Time"
                                   ? "it took longer than " +
                                         std::to_string(budget.time / std::chrono::seconds(1)) +
                                         " seconds"
                                   : "it needed too much memory";
    throw NotFound{"no answer: " + reason +
                   ". Ask for less, with --relation, --type, --since or a smaller --max"};
  }
}

std::vector<cypher::RelationshipId> ask_facts(const NewsGraph& graph, const Question& question) {
  std::vector<cypher::RelationshipId> facts;
  for (const List& row : ask(graph, question).rows) facts.push_back(row.back().relationship());
  return facts;
}

AskedFacts ask_excerpt(const NewsGraph& graph, const Question& question,
                       const std::vector<std::string>& entities) {
  const std::vector<cypher::RelationshipId> facts = ask_facts(graph, question);
  ExcerptWish wish;
  for (const cypher::RelationshipId fact : facts) wish.facts.push_back(fact.value);
  for (const std::string& id : entities) {
    if (const auto entity = graph.snapshot().entity(id)) wish.entities.push_back(*entity);
  }
  AskedFacts asked{graph.graph().excerpt(wish), {}};
  for (const cypher::RelationshipId fact : facts) {
    asked.facts.push_back(*asked.graph.find_fact(graph.fact_id(fact)));
  }
  return asked;
}

}  // namespace entente
