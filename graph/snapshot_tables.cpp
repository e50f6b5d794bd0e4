// Rows -> arrays. Facts are streamed once into columns in the order of the table; two stable
// counting sorts, by relation and then by source, give the order of the out-edges, two more that of
// the in-edges. Nothing but the rows is looked at, so the same tables give the same bytes.

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "graph/name_key.h"
#include "graph/snapshot.h"
#include "graph/snapshot_format.h"
#include "graph/sqlite.h"
#include "graph/tables.h"

namespace entente {
namespace {

[[noreturn]] void damaged(const Connection& connection, const std::string& what) {
  throw Error(Fault::Input, Place{connection.name()}, "damaged graph: " + what);
}

// Texts one behind the other.
struct Texts {
  std::vector<std::uint32_t> begin = {0};
  std::string bytes;

  void add(std::string_view text) {
    bytes += text;
    begin.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(begin.size() - 1); }
  std::string_view operator[](std::uint32_t i) const {
    return std::string_view(bytes).substr(begin[i], begin[i + 1] - begin[i]);
  }
};

// A few words that come again and again: numbers in the order in which they came first.
class Words {
 public:
  std::uint16_t number(std::string_view word) {
    // The one before is the likeliest.
    if (last_ < words_.size() && words_[last_] == word) return static_cast<std::uint16_t>(last_);
    last_ = static_cast<std::size_t>(std::ranges::find(words_, word) - words_.begin());
    if (last_ == words_.size()) words_.emplace_back(word);
    return static_cast<std::uint16_t>(last_);
  }
  std::size_t size() const { return words_.size(); }

  // The words in their own order; `numbers` are changed with them.
  std::vector<std::string> sort(std::vector<std::uint16_t>& numbers) const {
    std::vector<std::uint16_t> order(words_.size());
    std::iota(order.begin(), order.end(), std::uint16_t{0});
    std::ranges::sort(order, {}, [&](std::uint16_t i) -> const std::string& { return words_[i]; });
    std::vector<std::uint16_t> now(words_.size());
    std::vector<std::string> sorted;
    for (const std::uint16_t old : order) {
      now[old] = static_cast<std::uint16_t>(sorted.size());
      sorted.push_back(words_[old]);
    }
    for (std::uint16_t& number : numbers) number = now[number];
    return sorted;
  }

 private:
  std::vector<std::string> words_;
  std::size_t last_ = 0;
};

struct EntityRows {
  Texts ids;    // of entities, then of articles
  Texts names;  // the same
  std::vector<std::uint16_t> type;
  std::vector<std::uint32_t> mentions;
  Words types;
  std::uint32_t entities = 0;
  std::uint32_t articles = 0;
};

struct KeyRows {
  Texts texts;
  std::vector<std::uint16_t> title;
  std::vector<std::uint32_t> entity;
};

// In the order of the table.
struct FactRows {
  std::vector<std::uint32_t> number;
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
  std::vector<std::uint16_t> relation;
  std::vector<std::uint32_t> mark;  // see MarkColumn
  std::vector<std::int32_t> last_day;
  std::vector<std::uint16_t> sources;
  std::vector<double> confidence;
  Words relations;

  void reserve(std::size_t count) {
    const auto each = [count](auto&... columns) { (columns.reserve(count), ...); };
    each(number, source, target, relation, mark, last_day, sources, confidence);
  }
};

// Beyond it, room is made as rows come: the number of the last may be anything.
constexpr std::int64_t kMostExpected = std::int64_t{1} << 25U;

void check_room(const Connection& connection, const Texts& texts) {
  if (texts.bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
    damaged(connection, "more text in names than four gigabytes");
  }
}

void add_key(const Connection& connection, KeyRows& keys, std::string_view name,
             std::uint32_t entity) {
  const std::string folded = fold(name);
  const std::size_t title = folded.size() - without_titles(folded).size();
  if (folded.empty() || title > 0xffff) return;
  keys.texts.add(folded);
  keys.title.push_back(static_cast<std::uint16_t>(title));
  keys.entity.push_back(entity);
  check_room(connection, keys.texts);
}

void read_entities(Connection& connection, EntityRows& rows, KeyRows& keys) {
  Statement entities(connection,
                     "SELECT number, id, type, name, mentions FROM entity ORDER BY number");
  std::string last;
  while (entities.step()) {
    const std::string id = entities.text(1);
    if (!entities.is_integer(0) || entities.number(0) != rows.entities || id <= last) {
      damaged(connection, "entities are not numbered in order of id: " + id);
    }
    const std::string name = entities.text(3);
    rows.ids.add(id);
    rows.names.add(name);
    rows.type.push_back(rows.types.number(entities.text(2)));
    if (rows.types.size() > 0xffff) damaged(connection, "too many types");
    rows.mentions.push_back(integer32(connection, entities, 4));
    add_key(connection, keys, name, rows.entities++);
    check_room(connection, rows.names);
    check_room(connection, rows.ids);
    last = id;
  }
  Statement articles(connection, "SELECT id, title FROM article ORDER BY id");
  while (articles.step()) {
    rows.ids.add(articles.text(0));
    rows.names.add(articles.text(1));
    ++rows.articles;
    check_room(connection, rows.names);
    check_room(connection, rows.ids);
  }
  Statement aliases(connection, "SELECT entity, name FROM alias ORDER BY entity, name");
  while (aliases.step()) {
    const std::uint32_t entity = integer32(connection, aliases, 0);
    if (entity >= rows.entities) damaged(connection, "alias of no entity: " + aliases.text(0));
    add_key(connection, keys, aliases.text(1), entity);
  }
}

std::uint8_t status_number(const Connection& connection, std::string_view text) {
  const auto status = parse_status(text);
  if (!status) damaged(connection, "unknown status \"" + std::string(text) + '"');
  return static_cast<std::uint8_t>(*status);
}

// Days as the tables have them, "2024-08-19"; many rows have the day of the row before.
class Days {
 public:
  explicit Days(const Connection& connection) : connection_(connection) {}
  std::int32_t operator()(const Statement& row, int column) {
    const std::string_view text = row.text_view(column);
    if (text.empty() && row.is_null(column)) return Snapshot::kNoDay;
    if (text == text_) return day_;
    const auto date = parse_iso(text);
    if (!date) damaged(connection_, "a date that is none");
    text_ = text;
    day_ = static_cast<std::int32_t>(date->first.time_since_epoch().count());
    return day_;
  }

 private:
  const Connection& connection_;
  std::string text_;
  std::int32_t day_ = Snapshot::kNoDay;
};

std::uint32_t mark_of(std::int32_t first_day, std::uint8_t status) {
  const std::int32_t days = first_day == Snapshot::kNoDay ? 0 : first_day - MarkColumn::kDayBefore;
  return static_cast<std::uint32_t>(days) << MarkColumn::kStatusBits | status;
}

void put_mark(std::span<std::uint8_t> column, std::size_t i, std::uint32_t mark) {
  for (const std::uint32_t byte : {0U, 1U, 2U}) {
    column[3 * i + byte] = static_cast<std::uint8_t>(mark >> (8 * byte));
  }
}

void read_facts(Connection& connection, FactRows& rows, std::uint32_t entities) {
  Statement most(connection, "SELECT max(number) FROM fact");
  if (most.step())
    rows.reserve(
        static_cast<std::size_t>(std::clamp<std::int64_t>(most.number(0) + 1, 0, kMostExpected)));
  Statement facts(connection,
                  "SELECT number, subject, object, relation, status, date_first, date_last, "
                  "sources, confidence FROM fact ORDER BY number");
  Days first(connection);
  Days last(connection);
  std::string status_text;
  std::uint8_t status = 0;
  while (facts.step()) {
    rows.number.push_back(integer32(connection, facts, 0));
    const std::uint32_t subject = integer32(connection, facts, 1);
    const std::uint32_t object = integer32(connection, facts, 2);
    if (subject >= entities || object >= entities) {
      damaged(connection, "fact " + facts.text(0) + " is of an entity that is not there");
    }
    rows.source.push_back(subject);
    rows.target.push_back(object);
    rows.relation.push_back(rows.relations.number(facts.text_view(3)));
    if (rows.relations.size() > 0xffff) damaged(connection, "too many relations");
    if (const std::string_view text = facts.text_view(4); text != status_text) {
      status = status_number(connection, text);
      status_text = text;
    }
    const std::int32_t first_day = first(facts, 5);
    rows.last_day.push_back(last(facts, 6));
    if ((first_day == Snapshot::kNoDay) != (rows.last_day.back() == Snapshot::kNoDay) ||
        rows.last_day.back() < first_day ||
        (first_day != Snapshot::kNoDay && first_day <= MarkColumn::kDayBefore)) {
      damaged(connection, "a date that is none");
    }
    rows.mark.push_back(mark_of(first_day, status));
    const std::uint32_t sources = integer32(connection, facts, 7);
    rows.sources.push_back(
        static_cast<std::uint16_t>(std::min<std::uint32_t>(sources, Snapshot::kManySources)));
    rows.confidence.push_back(facts.real(8));
  }
}

// The places of `order`, stably sorted by key(place) < bound; `begin`[k] becomes the first with k.
template <typename Key>
std::vector<std::uint32_t> sorted_by(const std::vector<std::uint32_t>& order, std::size_t bound,
                                     std::vector<std::uint32_t>& begin, const Key& key) {
  begin.assign(bound + 1, 0);
  for (const std::uint32_t place : order) ++begin[key(place) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t place : order) sorted[next[key(place)]++] = place;
  return sorted;
}

std::vector<std::uint32_t> counting_up(std::size_t size) {
  std::vector<std::uint32_t> numbers(size);
  std::iota(numbers.begin(), numbers.end(), std::uint32_t{0});
  return numbers;
}

template <typename T>
void gather(std::span<T> into, const std::vector<T>& values,
            const std::vector<std::uint32_t>& order) {
  for (std::size_t i = 0; i < order.size(); ++i) into[i] = values[order[i]];
}

template <typename T>
void fill(std::span<T> into, const std::vector<T>& values) {
  std::ranges::copy(values, into.begin());
}

void fill_facts(SnapshotImage& image, const FactRows& rows, std::size_t entities) {
  std::vector<std::uint32_t> begin;
  const auto relation = [&](std::uint32_t row) { return rows.relation[row]; };
  std::vector<std::uint32_t> order =
      sorted_by(counting_up(rows.number.size()), rows.relations.size(), begin, relation);
  std::vector<std::uint32_t> counts(rows.relations.size());
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = begin[i + 1] - begin[i];
  fill(image.section<std::uint32_t>(Section::RelationCount), counts);
  order = sorted_by(order, entities, begin, [&](std::uint32_t row) { return rows.source[row]; });
  fill(image.section<std::uint32_t>(Section::OutBegin), begin);
  const auto target = image.section<std::uint32_t>(Section::OutTarget);
  const auto out_relation = image.section<std::uint16_t>(Section::OutRelation);
  gather(target, rows.target, order);
  gather(out_relation, rows.relation, order);
  gather(image.section<std::int32_t>(Section::LastDay), rows.last_day, order);
  gather(image.section<double>(Section::Confidence), rows.confidence, order);
  gather(image.section<std::uint16_t>(Section::Sources), rows.sources, order);
  const auto mark = image.section<std::uint8_t>(Section::Mark);
  for (std::size_t edge = 0; edge < order.size(); ++edge) {
    put_mark(mark, edge, rows.mark[order[edge]]);
  }
  gather(image.section<std::uint32_t>(Section::Fact), rows.number, order);

  const auto in_source = image.section<std::uint32_t>(Section::InSource);
  const auto in_edge = image.section<std::uint32_t>(Section::InEdge);
  const auto in_relation = image.section<std::uint16_t>(Section::InRelation);
  const auto in_mark = image.section<std::uint8_t>(Section::InMark);
  std::vector<std::uint32_t> in_order =
      sorted_by(counting_up(order.size()), rows.relations.size(), begin,
                [&](std::uint32_t edge) { return out_relation[edge]; });
  in_order = sorted_by(in_order, entities, begin, [&](std::uint32_t edge) { return target[edge]; });
  fill(image.section<std::uint32_t>(Section::InBegin), begin);
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const std::uint32_t edge = in_order[i];
    in_edge[i] = edge;
    in_source[i] = rows.source[order[edge]];
    in_relation[i] = out_relation[edge];
    put_mark(in_mark, i, rows.mark[order[edge]]);
  }
}

void fill_entities(SnapshotImage& image, const EntityRows& rows) {
  fill(image.section<std::uint16_t>(Section::Type), rows.type);
  fill(image.section<std::uint32_t>(Section::Mentions), rows.mentions);
  fill(image.section<std::uint32_t>(Section::IdBegin), rows.ids.begin);
  std::ranges::copy(rows.ids.bytes, image.section<char>(Section::Ids).begin());
  fill(image.section<std::uint32_t>(Section::NameBegin), rows.names.begin);
  std::ranges::copy(rows.names.bytes, image.section<char>(Section::Names).begin());
  std::vector<std::uint32_t> order = counting_up(rows.names.size());
  std::ranges::stable_sort(order, {}, [&](std::uint32_t node) { return rows.names[node]; });
  fill(image.section<std::uint32_t>(Section::ByName), order);
  const auto counts = image.section<std::uint32_t>(Section::TypeCount);
  for (const std::uint16_t type : rows.type) ++counts[type];
}

void fill_keys(SnapshotImage& image, const KeyRows& rows) {
  std::vector<std::uint32_t> order = counting_up(rows.entity.size());
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    return std::tuple(rows.texts[i].substr(rows.title[i]), rows.entity[i], i);
  });
  gather(image.section<std::uint16_t>(Section::KeyTitle), rows.title, order);
  gather(image.section<std::uint32_t>(Section::KeyEntity), rows.entity, order);
  const auto begin = image.section<std::uint32_t>(Section::KeyBegin);
  auto at = image.section<char>(Section::Keys).begin();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string_view text = rows.texts[order[i]];
    begin[i + 1] = begin[i] + static_cast<std::uint32_t>(text.size());
    at = std::ranges::copy(text, at).out;
  }
}

void fill_words(SnapshotImage& image, Section begin, Section text, const Texts& words) {
  fill(image.section<std::uint32_t>(begin), words.begin);
  std::ranges::copy(words.bytes, image.section<char>(text).begin());
}

Texts texts_of(const std::vector<std::string>& words) {
  Texts texts;
  for (const std::string& word : words) texts.add(word);
  return texts;
}

}  // namespace

Snapshot Snapshot::from_tables(Connection& connection) {
  EntityRows entities;
  KeyRows keys;
  FactRows facts;
  read_entities(connection, entities, keys);
  read_facts(connection, facts, entities.entities);
  const Texts relations = texts_of(facts.relations.sort(facts.relation));
  const Texts types = texts_of(entities.types.sort(entities.type));
  SnapshotCounts counts;
  counts.entities = entities.entities;
  counts.articles = entities.articles;
  counts.facts = facts.number.size();
  counts.keys = keys.entity.size();
  counts.relations = relations.size();
  counts.types = types.size();
  counts.id_bytes = entities.ids.bytes.size();
  counts.name_bytes = entities.names.bytes.size();
  counts.key_bytes = keys.texts.bytes.size();
  counts.relation_bytes = relations.bytes.size();
  counts.type_bytes = types.bytes.size();
  if (!layout(counts)) damaged(connection, "more than four billion of something");
  SnapshotImage image(counts);
  fill_facts(image, facts, entities.entities);
  fill_entities(image, entities);
  fill_keys(image, keys);
  fill_words(image, Section::RelationBegin, Section::Relations, relations);
  fill_words(image, Section::TypeBegin, Section::Types, types);
  return image.finish(entente::fingerprint(connection));
}

}  // namespace entente
