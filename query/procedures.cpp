// Options, and the procedures that tell what there is to ask. Tested by procedures_test.cpp.

#include "query/procedures.h"

#include <algorithm>

#include "base/date.h"
#include "query/path_procedures.h"
#include "query/procedures_internal.h"
#include "query/vocabulary.h"

namespace entente {

using cypher::List;
using cypher::Procedure;
using cypher::Type;
using cypher::Value;

namespace {

using Names = std::vector<std::string> (*)(const cypher::PropertyGraph&, cypher::Meter&);

Procedure listing(const std::string& name, const std::string& field, const std::string& help,
                  Names names) {
  Procedure procedure{name, {}, {{field, cypher::only(Type::String)}}, {}, 0, help};
  procedure.call = [names](cypher::Surroundings& around, cypher::Arguments) {
    std::vector<List> rows;
    for (const std::string& one : names(around.graph, around.meter)) rows.push_back({Value(one)});
    return rows;
  };
  return procedure;
}

// Lists all others, and itself.
void add_list_of_procedures(cypher::Procedures& procedures) {
  const auto text = cypher::only(Type::String);
  Procedure own{"entente.procedures",
                {},
                {{"name", text}, {"signature", text}, {"help", text}},
                {},
                0,
                "the procedures that there are"};
  procedures.add(own);
  std::vector<List> rows;
  for (const Procedure* each : procedures.all()) {
    rows.push_back({Value(each->name), Value(cypher::signature(*each)), Value(each->help)});
  }
  own.call = [rows](cypher::Surroundings&, cypher::Arguments) { return rows; };
  procedures.add(std::move(own));
}

DateRange days_of(std::string_view key, const Value& value) {
  if (value.is(Type::Date)) {
    const std::chrono::sys_days day{std::chrono::days{value.date().days}};
    return {day, day};
  }
  if (value.is(Type::String)) {
    if (const auto range = parse_iso(value.string())) return *range;
  }
  refuse_option("found no date for \"" + std::string(key) +
                "\", expected date('2024-08-19') or '2024-08-19', '2024-08', '2024'");
}

}  // namespace

void refuse_option(const std::string& message) {
  throw cypher::Failure{cypher::ErrorType::ArgumentError, "InvalidArgumentValue", message};
}

OptionMap::OptionMap(const Value& options, std::span<const std::string_view> known) {
  if (options.is_null()) return;
  map_ = options.map();
  for (const auto& [key, value] : map_) {
    if (std::ranges::find(known, key) != known.end()) continue;
    std::string words;
    for (const std::string_view one : known) {
      words += (words.empty() ? "" : ", ") + std::string(one);
    }
    refuse_option("found the option \"" + key + "\", expected one of: " + words);
  }
}

const Value* OptionMap::find(std::string_view key) const {
  const auto it = map_.find(std::string(key));
  return it == map_.end() || it->second.is_null() ? nullptr : &it->second;
}

std::string OptionMap::text(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr) return "";
  if (value->is(Type::String)) return value->string();
  refuse_option("found a " + std::string(to_string(value->type())) + " for \"" + std::string(key) +
                "\", expected a String");
}

std::vector<std::string> OptionMap::texts(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr) return {};
  if (value->is(Type::String)) return {value->string()};
  std::vector<std::string> all;
  if (value->is(Type::List)) {
    for (const Value& one : value->list()) {
      if (one.is(Type::String)) all.push_back(one.string());
    }
    if (all.size() == value->list().size() && !all.empty()) return all;
  }
  refuse_option("expected a list of Strings for \"" + std::string(key) + '"');
}

std::optional<std::int64_t> OptionMap::count(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is(Type::Integer) && value->integer() > 0) return value->integer();
  refuse_option("expected a positive Integer for \"" + std::string(key) + '"');
}

std::optional<std::chrono::sys_days> OptionMap::first_day(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr) return std::nullopt;
  return days_of(key, *value).first;
}

std::optional<std::chrono::sys_days> OptionMap::last_day(std::string_view key) const {
  const Value* value = find(key);
  if (value == nullptr) return std::nullopt;
  return days_of(key, *value).last;
}

std::string OptionMap::choice(std::string_view key,
                              std::initializer_list<std::string_view> words) const {
  const std::string word = text(key);
  if (word.empty()) return std::string(*words.begin());
  if (std::ranges::find(words, word) != words.end()) return word;
  const std::vector<std::string> known(words.begin(), words.end());
  std::string list;
  for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
  refuse_option("found \"" + word + "\" for \"" + std::string(key) +
                "\", expected one of: " + list);
}

cypher::Procedures news_procedures(const SentenceSearcher& search) {
  cypher::Procedures procedures;
  add_path_procedures(procedures);
  if (search) add_text_procedures(procedures, search);
  add_graph_procedures(procedures);
  procedures.add(listing("db.labels", "label", "the labels of nodes", label_names));
  procedures.add(listing("db.relationshipTypes", "relationshipType", "the types of relationships",
                         type_names));
  procedures.add(listing("db.propertyKeys", "propertyKey", "the names of properties", key_names));
  add_list_of_procedures(procedures);
  return procedures;
}

}  // namespace entente
