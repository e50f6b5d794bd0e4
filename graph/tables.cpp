#include "graph/tables.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/error.h"
#include "graph/json.h"

namespace entente {

// The two long columns of article come last: reading the others does not touch their pages.
const char* const kSchemaSql = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE article(
  id TEXT PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL,
  author TEXT NOT NULL, published TEXT, published_from TEXT NOT NULL,
  hash TEXT NOT NULL, reader TEXT NOT NULL, text TEXT NOT NULL, extraction TEXT NOT NULL);
CREATE TABLE entity(
  id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, mentions INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE alias(entity TEXT, name TEXT, PRIMARY KEY(entity, name)) WITHOUT ROWID;
CREATE TABLE mention(entity TEXT, article TEXT, PRIMARY KEY(entity, article)) WITHOUT ROWID;
CREATE TABLE fact(
  id TEXT PRIMARY KEY, subject TEXT NOT NULL, relation TEXT NOT NULL, object TEXT NOT NULL,
  status TEXT NOT NULL, date_first TEXT, date_last TEXT, qualifiers TEXT NOT NULL,
  sources INTEGER NOT NULL, confidence REAL NOT NULL, event TEXT) WITHOUT ROWID;
CREATE TABLE evidence(
  fact TEXT, number INTEGER, article TEXT NOT NULL,
  sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  trigger_begin INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL,
  object_begin INTEGER NOT NULL, object_end INTEGER NOT NULL,
  quote TEXT NOT NULL, rule TEXT NOT NULL, said_by TEXT NOT NULL, links TEXT NOT NULL,
  date_phrase TEXT NOT NULL, confidence REAL NOT NULL, copy_of TEXT,
  PRIMARY KEY(fact, number)) WITHOUT ROWID;
CREATE TABLE event(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, date_first TEXT, date_last TEXT,
  place TEXT, sources INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE participant(
  event TEXT, entity TEXT, role TEXT, PRIMARY KEY(event, entity, role)) WITHOUT ROWID;
CREATE TABLE conflict(event TEXT, other TEXT, PRIMARY KEY(event, other)) WITHOUT ROWID;
CREATE INDEX alias_name ON alias(name);
CREATE INDEX mention_article ON mention(article);
CREATE INDEX fact_subject ON fact(subject);
CREATE INDEX fact_object ON fact(object);
CREATE INDEX fact_event ON fact(event);
CREATE INDEX evidence_article ON evidence(article);
CREATE INDEX participant_entity ON participant(entity);
)sql";

namespace {

template <typename Write>
std::string json_text(Write write) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  write(json);
  return {buffer.GetString(), buffer.GetSize()};
}

void write_entities(Connection& connection, const KnowledgeGraph& graph) {
  Statement entities(connection, "INSERT INTO entity VALUES(?, ?, ?, ?)");
  Statement aliases(connection, "INSERT INTO alias VALUES(?, ?)");
  Statement mentions(connection, "INSERT INTO mention VALUES(?, ?)");
  for (const auto vertex : graph.vertices_by_id()) {
    const Entity& entity = graph[vertex];
    entities.bind(1, entity.id).bind(2, entity.type).bind(3, entity.name);
    entities.bind(4, std::int64_t{entity.mentions}).run();
    for (const std::string& alias : entity.aliases) aliases.bind(1, entity.id).bind(2, alias).run();
    for (const std::string& article : entity.articles) {
      mentions.bind(1, entity.id).bind(2, article).run();
    }
  }
}

void bind_span(Statement& statement, int parameter, Span span) {
  statement.bind(parameter, std::int64_t{span.begin}).bind(parameter + 1, std::int64_t{span.end});
}

void bind_or_null(Statement& statement, int parameter, const std::string& text) {
  if (text.empty()) {
    statement.bind_null(parameter);
  } else {
    statement.bind(parameter, text);
  }
}

void bind_date(Statement& statement, int parameter, const std::optional<DateRange>& when) {
  if (when) {
    statement.bind(parameter, to_iso(when->first)).bind(parameter + 1, to_iso(when->last));
  } else {
    statement.bind_null(parameter).bind_null(parameter + 1);
  }
}

void write_evidence(Statement& insert, const Fact& fact) {
  for (std::size_t i = 0; i < fact.evidence.size(); ++i) {
    const Evidence& evidence = fact.evidence[i];
    insert.bind(1, fact.id).bind(2, static_cast<std::int64_t>(i + 1)).bind(3, evidence.article);
    bind_span(insert, 4, evidence.sentence);
    bind_span(insert, 6, evidence.trigger);
    bind_span(insert, 8, evidence.subject);
    bind_span(insert, 10, evidence.object);
    insert.bind(12, evidence.quote).bind(13, evidence.rule).bind(14, evidence.said_by);
    insert.bind(15, json_text([&](JsonWriter& json) { write_links(json, evidence.links); }));
    insert.bind(16, evidence.date_phrase).bind(17, evidence.confidence);
    bind_or_null(insert, 18, evidence.copy_of);
    insert.run();
  }
}

void write_facts(Connection& connection, const KnowledgeGraph& graph) {
  Statement facts(connection, "INSERT INTO fact VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement evidence(
      connection,
      "INSERT INTO evidence VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& edge : graph.edges_by_id()) {
    const Fact& fact = graph[edge];
    facts.bind(1, fact.id).bind(2, fact.subject).bind(3, fact.relation).bind(4, fact.object);
    facts.bind(5, to_string(fact.status));
    bind_date(facts, 6, fact.when);
    facts.bind(8, json_text([&](JsonWriter& json) { write_qualifiers(json, fact.qualifiers); }));
    facts.bind(9, static_cast<std::int64_t>(sources(fact))).bind(10, confidence(fact));
    bind_or_null(facts, 11, fact.event);
    facts.run();
    write_evidence(evidence, fact);
  }
}

void write_events(Connection& connection, const KnowledgeGraph& graph) {
  Statement events(connection, "INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?)");
  Statement participants(connection, "INSERT INTO participant VALUES(?, ?, ?)");
  Statement conflicts(connection, "INSERT INTO conflict VALUES(?, ?)");
  for (const Event& event : graph.events) {
    events.bind(1, event.id).bind(2, event.kind).bind(3, to_string(event.status));
    bind_date(events, 4, event.when);
    bind_or_null(events, 6, event.place);
    events.bind(7, static_cast<std::int64_t>(event.sources)).run();
    for (const Participant& one : event.participants) {
      participants.bind(1, event.id).bind(2, one.entity).bind(3, one.role).run();
    }
    for (const std::string& other : event.conflicts) {
      conflicts.bind(1, event.id).bind(2, other).run();
    }
  }
}

// Reading trusts nothing: anyone may have written to the file.
[[noreturn]] void damaged(const Connection& connection, const std::string& what) {
  throw Error(Fault::Input, Place{connection.name()}, "damaged graph: " + what);
}

std::uint32_t number32(const Connection& connection, const Statement& row, int column) {
  const std::int64_t number = row.number(column);
  if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) {
    damaged(connection, "number out of range: " + row.text(column));
  }
  return static_cast<std::uint32_t>(number);
}

Span span_at(const Connection& connection, const Statement& row, int column) {
  const Span span{number32(connection, row, column), number32(connection, row, column + 1)};
  if (span.begin > span.end) damaged(connection, "a span that ends before it begins");
  return span;
}

std::optional<DateRange> date_at(const Connection& connection, const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  const auto first = parse_iso(row.text(column));
  const auto last = parse_iso(row.text(column + 1));
  if (!first || !last || last->last < first->first) damaged(connection, "a date that is none");
  return DateRange{first->first, last->last};
}

// Rows of `rows` (key in column 0, value in column 1, sorted by key) whose key is `key`; `more`
// tells if a row is there.
std::vector<std::string> take(Statement& rows, bool& more, const std::string& key) {
  std::vector<std::string> values;
  while (more && rows.text(0) == key) {
    values.push_back(rows.text(1));
    more = rows.step();
  }
  return values;
}

void read_entities(Connection& connection, KnowledgeGraph& graph) {
  Statement entities(connection, "SELECT id, type, name, mentions FROM entity ORDER BY id");
  Statement aliases(connection, "SELECT entity, name FROM alias ORDER BY entity, name");
  Statement mentions(connection, "SELECT entity, article FROM mention ORDER BY entity, article");
  bool more_aliases = aliases.step();
  bool more_mentions = mentions.step();
  while (entities.step()) {
    Entity entity;
    entity.id = entities.text(0);
    entity.type = entities.text(1);
    entity.name = entities.text(2);
    entity.mentions = number32(connection, entities, 3);
    entity.aliases = take(aliases, more_aliases, entity.id);
    entity.articles = take(mentions, more_mentions, entity.id);
    if (entity.id.empty() || entity.type.empty()) damaged(connection, "an entity without a name");
    graph.add_entity(entity);
  }
  if (more_aliases) damaged(connection, "alias of no entity: " + aliases.text(0));
  if (more_mentions) damaged(connection, "mention of no entity: " + mentions.text(0));
}

Evidence evidence_at(const Connection& connection, const Statement& row) {
  Evidence evidence;
  evidence.article = row.text(1);
  evidence.sentence = span_at(connection, row, 2);
  evidence.trigger = span_at(connection, row, 4);
  evidence.subject = span_at(connection, row, 6);
  evidence.object = span_at(connection, row, 8);
  evidence.quote = row.text(10);
  evidence.rule = row.text(11);
  evidence.said_by = row.text(12);
  const std::string links = row.text(13);
  if (links != "[]") evidence.links = read_links(parse_json(links));
  evidence.date_phrase = row.text(14);
  evidence.confidence = row.real(15);
  evidence.copy_of = row.text(16);
  return evidence;
}

Status status_at(const Connection& connection, const Statement& row, int column) {
  const auto status = parse_status(row.text(column));
  if (!status) damaged(connection, "unknown status \"" + row.text(column) + "\"");
  return *status;
}

Fact fact_at(const Connection& connection, const Statement& row) {
  Fact fact;
  fact.id = row.text(0);
  fact.subject = row.text(1);
  fact.relation = row.text(2);
  fact.object = row.text(3);
  fact.status = status_at(connection, row, 4);
  fact.when = date_at(connection, row, 5);
  const std::string qualifiers = row.text(7);
  if (qualifiers != "{}") fact.qualifiers = read_qualifiers(parse_json(qualifiers));
  fact.event = row.text(8);
  return fact;
}

void read_facts(Connection& connection, KnowledgeGraph& graph) {
  Statement facts(
      connection,
      "SELECT id, subject, relation, object, status, date_first, date_last, qualifiers, "
      "event FROM fact ORDER BY id");
  Statement evidence(
      connection,
      "SELECT fact, article, sentence_begin, sentence_end, trigger_begin, trigger_end, "
      "subject_begin, subject_end, object_begin, object_end, quote, rule, said_by, links, "
      "date_phrase, confidence, copy_of FROM evidence ORDER BY fact, number");
  bool more = evidence.step();
  while (facts.step()) {
    Fact fact = fact_at(connection, facts);
    while (more && evidence.text(0) == fact.id) {
      fact.evidence.push_back(evidence_at(connection, evidence));
      more = evidence.step();
    }
    if (fact.evidence.empty()) damaged(connection, "fact " + fact.id + " has no evidence");
    if (!graph.find(fact.subject) || !graph.find(fact.object)) {
      damaged(connection, "fact " + fact.id + " is of an entity that is not there");
    }
    graph.add_fact(fact);
  }
  if (more) damaged(connection, "evidence of no fact: " + evidence.text(0));
}

// What an event has of its facts is not written twice.
void add_facts(const Connection& connection, KnowledgeGraph& graph) {
  std::map<std::string_view, Event*> by_id;
  for (Event& event : graph.events) by_id[event.id] = &event;
  for (const auto& edge : graph.edges_by_id()) {
    const Fact& fact = graph[edge];
    if (fact.event.empty()) continue;
    const auto found = by_id.find(fact.event);
    if (found == by_id.end()) damaged(connection, "fact " + fact.id + " is of no event");
    found->second->facts.push_back(fact.id);
    for (const Evidence& said : fact.evidence) found->second->articles.push_back(said.article);
  }
  for (Event& event : graph.events) {
    if (event.facts.empty()) damaged(connection, "event " + event.id + " has no fact");
    std::ranges::sort(event.articles);
    event.articles.erase(std::unique(event.articles.begin(), event.articles.end()),
                         event.articles.end());
  }
}

Event event_at(const Connection& connection, const Statement& row) {
  Event event;
  event.id = row.text(0);
  event.kind = row.text(1);
  event.status = status_at(connection, row, 2);
  event.when = date_at(connection, row, 3);
  event.place = row.text(5);
  event.sources = number32(connection, row, 6);
  return event;
}

void read_events(Connection& connection, KnowledgeGraph& graph) {
  Statement events(connection,
                   "SELECT id, kind, status, date_first, date_last, place, sources FROM event "
                   "ORDER BY id");
  Statement participants(
      connection, "SELECT event, entity, role FROM participant ORDER BY event, entity, role");
  Statement conflicts(connection, "SELECT event, other FROM conflict ORDER BY event, other");
  bool more = participants.step();
  bool more_conflicts = conflicts.step();
  while (events.step()) {
    Event event = event_at(connection, events);
    for (; more && participants.text(0) == event.id; more = participants.step()) {
      event.participants.push_back({participants.text(1), participants.text(2)});
      if (graph.find(participants.text(1))) continue;
      damaged(connection, "event " + event.id + " is of an entity that is not there");
    }
    event.conflicts = take(conflicts, more_conflicts, event.id);
    graph.events.push_back(std::move(event));
  }
  if (more) damaged(connection, "participant of no event: " + participants.text(0));
  if (more_conflicts) damaged(connection, "conflict of no event: " + conflicts.text(0));
  for (const Event& event : graph.events) {
    for (const std::string& other : event.conflicts) {
      if (graph.event(other) == nullptr) damaged(connection, "conflict with no event: " + other);
    }
  }
  add_facts(connection, graph);
}

}  // namespace

void write_tables(Connection& connection, const KnowledgeGraph& graph) {
  connection.execute(
      "DELETE FROM conflict; DELETE FROM participant; DELETE FROM event;"
      "DELETE FROM evidence; DELETE FROM fact; DELETE FROM mention; DELETE FROM alias;"
      "DELETE FROM entity");
  write_entities(connection, graph);
  write_facts(connection, graph);
  write_events(connection, graph);
}

std::vector<Article> read_articles(Connection& connection) {
  Statement rows(connection,
                 "SELECT id, url, title, outlet, author, published, published_from "
                 "FROM article ORDER BY id");
  std::vector<Article> articles;
  while (rows.step()) {
    Article& article = articles.emplace_back();
    article.id = rows.text(0);
    article.url = rows.text(1);
    article.title = rows.text(2);
    article.outlet = rows.text(3);
    article.author = rows.text(4);
    if (!rows.is_null(5)) article.published = parse_iso(rows.text(5));
    article.published_from = rows.text(6);
  }
  return articles;
}

KnowledgeGraph read_tables(Connection& connection) {
  KnowledgeGraph graph;
  read_entities(connection, graph);
  read_facts(connection, graph);
  read_events(connection, graph);
  graph.articles = read_articles(connection);
  return graph;
}

}  // namespace entente
