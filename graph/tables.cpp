#include "graph/tables.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>
#include <map>

#include "base/error.h"
#include "base/hash.h"
#include "graph/json.h"

namespace entente {

// The two long columns of article come last: reading the others does not touch their pages. In
// fact, what the snapshot holds comes first. Who is joined to whom is looked up in the snapshot, so
// there is no index for it.
const char* const kSchemaSql = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE article(
  id TEXT PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL,
  author TEXT NOT NULL, published TEXT, published_from TEXT NOT NULL,
  hash TEXT NOT NULL, reader TEXT NOT NULL, text TEXT NOT NULL, extraction TEXT NOT NULL);
CREATE TABLE entity(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL,
  mentions INTEGER NOT NULL);
CREATE TABLE alias(entity INTEGER, name TEXT, PRIMARY KEY(entity, name)) WITHOUT ROWID;
CREATE TABLE mention(entity INTEGER, article TEXT, PRIMARY KEY(entity, article)) WITHOUT ROWID;
CREATE TABLE fact(
  number INTEGER PRIMARY KEY, subject INTEGER NOT NULL, relation TEXT NOT NULL,
  object INTEGER NOT NULL, status TEXT NOT NULL, date_first TEXT, date_last TEXT,
  sources INTEGER NOT NULL, confidence REAL NOT NULL, id TEXT NOT NULL, event TEXT,
  qualifiers TEXT NOT NULL);
CREATE TABLE evidence(
  fact INTEGER, number INTEGER, article TEXT NOT NULL,
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
CREATE INDEX mention_article ON mention(article);
CREATE INDEX fact_event ON fact(event) WHERE event IS NOT NULL;
CREATE INDEX evidence_article ON evidence(article);
CREATE INDEX participant_entity ON participant(entity);
)sql";

namespace {

// A hash of everything that is added, in order.
class Fingerprint {
 public:
  Fingerprint& add(std::string_view text) {
    value_ = fnv1a(text, value_);
    return add(text.size());
  }
  Fingerprint& add(std::uint64_t number) {
    value_ = (value_ ^ number) * 0x9e3779b97f4a7c15U;
    value_ ^= value_ >> 32U;
    return *this;
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = kFnvBasis;
};

template <typename Write>
std::string json_text(Write write) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  write(json);
  return {buffer.GetString(), buffer.GetSize()};
}

// The numbers of entities, by vertex.
using Numbers = std::vector<std::int64_t>;

Numbers write_entities(Connection& connection, const KnowledgeGraph& graph, Fingerprint& print) {
  Statement entities(connection, "INSERT INTO entity VALUES(?, ?, ?, ?, ?)");
  Statement aliases(connection, "INSERT INTO alias VALUES(?, ?)");
  Statement mentions(connection, "INSERT INTO mention VALUES(?, ?)");
  Numbers numbers(boost::num_vertices(graph.bgl()));
  std::int64_t number = 0;
  for (const auto vertex : graph.vertices_by_id()) {
    const Entity& entity = graph[vertex];
    numbers[vertex] = number;
    print.add(entity.id).add(entity.type).add(entity.name).add(entity.mentions);
    entities.bind(1, number).bind(2, entity.id).bind(3, entity.type).bind(4, entity.name);
    entities.bind(5, std::int64_t{entity.mentions}).run();
    for (const std::string& alias : entity.aliases) {
      print.add(alias);
      aliases.bind(1, number).bind(2, alias).run();
    }
    print.add(entity.aliases.size());
    for (const std::string& article : entity.articles) {
      mentions.bind(1, number).bind(2, article).run();
    }
    ++number;
  }
  for (const Article& article : graph.articles) print.add(article.id).add(article.title);
  return numbers;
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

void write_evidence(Statement& insert, const Fact& fact, std::int64_t number) {
  for (std::size_t i = 0; i < fact.evidence.size(); ++i) {
    const Evidence& evidence = fact.evidence[i];
    insert.bind(1, number).bind(2, static_cast<std::int64_t>(i + 1)).bind(3, evidence.article);
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

void write_facts(Connection& connection, const KnowledgeGraph& graph, const Numbers& entities,
                 Fingerprint& print) {
  Statement facts(connection, "INSERT INTO fact VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement evidence(
      connection,
      "INSERT INTO evidence VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const auto& edge : graph.edges_by_id()) {
    const Fact& fact = graph[edge];
    const auto said = static_cast<std::int64_t>(sources(fact));
    const double sure = confidence(fact);
    print.add(fact.id).add(fact.subject).add(fact.relation).add(fact.object);
    print.add(to_string(fact.status)).add(static_cast<std::uint64_t>(said));
    print.add(std::bit_cast<std::uint64_t>(sure)).add(fact.when ? to_iso(*fact.when) : "");
    facts.bind(1, number).bind(2, entities[boost::source(edge, graph.bgl())]);
    facts.bind(3, fact.relation).bind(4, entities[boost::target(edge, graph.bgl())]);
    facts.bind(5, to_string(fact.status));
    bind_date(facts, 6, fact.when);
    facts.bind(8, said).bind(9, sure).bind(10, fact.id);
    bind_or_null(facts, 11, fact.event);
    facts.bind(12, json_text([&](JsonWriter& json) { write_qualifiers(json, fact.qualifiers); }));
    facts.run();
    write_evidence(evidence, fact, number++);
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

Span span_at(const Connection& connection, const Statement& row, int column) {
  const Span span{integer32(connection, row, column), integer32(connection, row, column + 1)};
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

// Column 1 of the rows of `rows` whose column 0, by which they are sorted, is `key`; `more` tells
// if a row is there.
std::vector<std::string> take(Statement& rows, bool& more, std::int64_t key) {
  std::vector<std::string> values;
  while (more && rows.is_integer(0) && rows.number(0) == key) {
    values.push_back(rows.text(1));
    more = rows.step();
  }
  return values;
}

std::vector<std::string> take(Statement& rows, bool& more, const std::string& key) {
  std::vector<std::string> values;
  while (more && rows.text(0) == key) {
    values.push_back(rows.text(1));
    more = rows.step();
  }
  return values;
}

// Returns the ids, by number.
std::vector<std::string> read_entities(Connection& connection, KnowledgeGraph& graph) {
  Statement entities(connection,
                     "SELECT number, id, type, name, mentions FROM entity ORDER BY number");
  Statement aliases(connection, "SELECT entity, name FROM alias ORDER BY entity, name");
  Statement mentions(connection, "SELECT entity, article FROM mention ORDER BY entity, article");
  bool more_aliases = aliases.step();
  bool more_mentions = mentions.step();
  std::vector<std::string> ids;
  while (entities.step()) {
    const std::int64_t number = entities.number(0);
    Entity entity;
    entity.id = entities.text(1);
    entity.type = entities.text(2);
    entity.name = entities.text(3);
    entity.mentions = integer32(connection, entities, 4);
    entity.aliases = take(aliases, more_aliases, number);
    entity.articles = take(mentions, more_mentions, number);
    if (entity.id.empty() || entity.type.empty()) damaged(connection, "an entity without a name");
    if (number != static_cast<std::int64_t>(ids.size()) || graph.find(entity.id)) {
      damaged(connection, "entities are not numbered in order of id: " + entity.id);
    }
    graph.add_entity(entity);
    ids.push_back(entity.id);
  }
  if (more_aliases) damaged(connection, "alias of no entity: " + aliases.text(0));
  if (more_mentions) damaged(connection, "mention of no entity: " + mentions.text(0));
  return ids;
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

// Columns of kFactColumns, in the same order; without the ends.
Fact fact_at(const Connection& connection, const Statement& row) {
  Fact fact;
  fact.id = row.text(1);
  fact.relation = row.text(4);
  fact.status = status_at(connection, row, 5);
  fact.when = date_at(connection, row, 6);
  const std::string qualifiers = row.text(8);
  if (qualifiers != "{}") fact.qualifiers = read_qualifiers(parse_json(qualifiers));
  fact.event = row.text(9);
  return fact;
}

constexpr std::string_view kFactColumns =
    "SELECT number, id, subject, object, relation, status, date_first, date_last, qualifiers, "
    "event "
    "FROM fact ";
constexpr std::string_view kEvidenceColumns =
    "SELECT fact, article, sentence_begin, sentence_end, trigger_begin, trigger_end, "
    "subject_begin, subject_end, object_begin, object_end, quote, rule, said_by, links, "
    "date_phrase, confidence, copy_of FROM evidence ";
constexpr std::string_view kArticleColumns =
    "SELECT id, url, title, outlet, author, published, published_from FROM article ";

std::string sql(std::string_view columns, std::string_view rest) {
  return std::string(columns) + std::string(rest);
}

void read_facts(Connection& connection, KnowledgeGraph& graph,
                const std::vector<std::string>& entities) {
  Statement facts(connection, sql(kFactColumns, "ORDER BY number"));
  Statement evidence(connection, sql(kEvidenceColumns, "ORDER BY fact, number"));
  const auto end = [&](const Fact& fact, int column) {
    const std::uint32_t number = integer32(connection, facts, column);
    if (number < entities.size()) return entities[number];
    damaged(connection, "fact " + fact.id + " is of an entity that is not there");
  };
  bool more = evidence.step();
  while (facts.step()) {
    Fact fact = fact_at(connection, facts);
    fact.subject = end(fact, 2);
    fact.object = end(fact, 3);
    while (more && evidence.is_integer(0) && evidence.number(0) == facts.number(0)) {
      fact.evidence.push_back(evidence_at(connection, evidence));
      more = evidence.step();
    }
    if (fact.evidence.empty()) damaged(connection, "fact " + fact.id + " has no evidence");
    if (graph.find_fact(fact.id)) damaged(connection, "fact " + fact.id + " is there twice");
    graph.add_fact(fact);
  }
  if (more) damaged(connection, "evidence of no fact: " + evidence.text(0));
}

Article article_at(const Statement& row) {
  Article article;
  article.id = row.text(0);
  article.url = row.text(1);
  article.title = row.text(2);
  article.outlet = row.text(3);
  article.author = row.text(4);
  if (!row.is_null(5)) article.published = parse_iso(row.text(5));
  article.published_from = row.text(6);
  return article;
}

std::vector<std::string> first_column(Statement& rows) {
  std::vector<std::string> values;
  while (rows.step()) values.push_back(rows.text(0));
  return values;
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
  event.sources = integer32(connection, row, 6);
  return event;
}

constexpr std::string_view kEventColumns =
    "SELECT id, kind, status, date_first, date_last, place, sources FROM event ";

void read_events(Connection& connection, KnowledgeGraph& graph) {
  Statement events(connection, sql(kEventColumns, "ORDER BY id"));
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

std::uint32_t integer32(const Connection& connection, const Statement& row, int column) {
  const std::int64_t number = row.number(column);
  if (!row.is_integer(column) || number < 0 || number > std::numeric_limits<std::uint32_t>::max()) {
    damaged(connection, "number out of range: " + row.text(column));
  }
  return static_cast<std::uint32_t>(number);
}

void write_tables(Connection& connection, const KnowledgeGraph& graph) {
  connection.execute(
      "DELETE FROM conflict; DELETE FROM participant; DELETE FROM event;"
      "DELETE FROM evidence; DELETE FROM fact; DELETE FROM mention; DELETE FROM alias;"
      "DELETE FROM entity");
  Fingerprint print;
  const Numbers numbers = write_entities(connection, graph, print);
  write_facts(connection, graph, numbers, print);
  write_events(connection, graph);
  Statement note(connection, "INSERT OR REPLACE INTO meta VALUES('fingerprint', ?)");
  note.bind(1, to_hex(print.value())).run();
}

std::uint64_t fingerprint(Connection& connection) {
  Statement row(connection, "SELECT value FROM meta WHERE key = 'fingerprint'");
  std::uint64_t value = 0;
  if (!row.step()) return value;
  const std::string hex = row.text(0);
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return error == std::errc() && end == hex.data() + hex.size() ? value : 0;
}

void write_article(Connection& connection, const Article& article, std::string_view hash,
                   std::string_view reader, std::string_view extraction) {
  Statement row(connection,
                "INSERT OR REPLACE INTO article VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, article.id).bind(2, article.url).bind(3, article.title).bind(4, article.outlet);
  row.bind(5, article.author);
  if (article.published) {
    row.bind(6, to_iso(*article.published));
  } else {
    row.bind_null(6);
  }
  row.bind(7, article.published_from).bind(8, hash).bind(9, reader);
  row.bind(10, article.text).bind(11, extraction).run();
}

std::vector<Article> read_articles(Connection& connection) {
  Statement rows(connection, sql(kArticleColumns, "ORDER BY id"));
  std::vector<Article> articles;
  while (rows.step()) articles.push_back(article_at(rows));
  return articles;
}

KnowledgeGraph read_tables(Connection& connection) {
  KnowledgeGraph graph;
  read_facts(connection, graph, read_entities(connection, graph));
  read_events(connection, graph);
  graph.articles = read_articles(connection);
  return graph;
}

RowReader::RowReader(const Connection& connection)
    : connection_(connection),
      aliases_(connection, "SELECT name FROM alias WHERE entity = ? ORDER BY name"),
      articles_(connection, "SELECT article FROM mention WHERE entity = ? ORDER BY article"),
      article_(connection, sql(kArticleColumns, "WHERE id = ?")),
      fact_(connection, sql(kFactColumns, "WHERE number = ?")),
      evidence_(connection, sql(kEvidenceColumns, "WHERE fact = ? ORDER BY number")),
      fact_id_(connection, "SELECT id FROM fact WHERE number = ?") {}

std::vector<std::string> RowReader::aliases(std::uint32_t entity) {
  return first_column(aliases_.rewind().bind(1, std::int64_t{entity}));
}

std::vector<std::string> RowReader::articles(std::uint32_t entity) {
  return first_column(articles_.rewind().bind(1, std::int64_t{entity}));
}

Article RowReader::article(std::string_view id) {
  if (!article_.rewind().bind(1, id).step()) {
    damaged(connection_, "there is no article " + std::string(id));
  }
  return article_at(article_);
}

NumberedFact RowReader::fact(std::uint32_t number) {
  if (!fact_.rewind().bind(1, std::int64_t{number}).step()) {
    damaged(connection_, "there is no fact number " + std::to_string(number));
  }
  NumberedFact numbered{fact_at(connection_, fact_), integer32(connection_, fact_, 2),
                        integer32(connection_, fact_, 3)};
  Fact& fact = numbered.fact;
  evidence_.rewind().bind(1, std::int64_t{number});
  while (evidence_.step()) fact.evidence.push_back(evidence_at(connection_, evidence_));
  if (fact.evidence.empty()) damaged(connection_, "fact " + fact.id + " has no evidence");
  return numbered;
}

std::string RowReader::fact_id(std::uint32_t number) {
  if (!fact_id_.rewind().bind(1, std::int64_t{number}).step()) {
    damaged(connection_, "there is no fact number " + std::to_string(number));
  }
  return fact_id_.text(0);
}

void RowReader::rewind() {
  for (Statement* statement : {&aliases_, &articles_, &article_, &fact_, &evidence_, &fact_id_}) {
    statement->rewind();
  }
}

GroupReader::GroupReader(const Connection& connection)
    : connection_(connection),
      event_facts_(connection, "SELECT number FROM fact WHERE event = ? ORDER BY number"),
      article_facts_(connection,
                     "SELECT DISTINCT fact FROM evidence WHERE article = ? ORDER BY fact"),
      article_entities_(connection, "SELECT entity FROM mention WHERE article = ? ORDER BY entity"),
      event_(connection, sql(kEventColumns, "WHERE id = ?")),
      participants_(connection,
                    "SELECT entity, role FROM participant WHERE event = ? ORDER BY entity, role"),
      conflicts_(connection, "SELECT other FROM conflict WHERE event = ? ORDER BY other") {}

std::vector<std::uint32_t> GroupReader::numbers(Statement& rows, std::string_view of) {
  std::vector<std::uint32_t> all;
  rows.rewind().bind(1, of);
  while (rows.step()) all.push_back(integer32(connection_, rows, 0));
  return all;
}

std::vector<std::uint32_t> GroupReader::facts_of_event(std::string_view event) {
  return numbers(event_facts_, event);
}

std::vector<std::uint32_t> GroupReader::facts_of_article(std::string_view article) {
  return numbers(article_facts_, article);
}

std::vector<std::uint32_t> GroupReader::entities_of_article(std::string_view article) {
  return numbers(article_entities_, article);
}

Event GroupReader::event(std::string_view id) {
  if (!event_.rewind().bind(1, id).step()) {
    damaged(connection_, "there is no event " + std::string(id));
  }
  Event event = event_at(connection_, event_);
  participants_.rewind().bind(1, id);
  while (participants_.step()) {
    event.participants.push_back({participants_.text(0), participants_.text(1)});
  }
  event.conflicts = first_column(conflicts_.rewind().bind(1, id));
  return event;
}

}  // namespace entente
