#pragma once
// RapidJSON for this room: writing with a stable order of keys, and reading that trusts nothing.
// Not for other rooms: their doors are extraction.h and store.h.

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "graph/fact.h"

namespace entente {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write_string(JsonWriter& json, std::string_view text);
void write_key(JsonWriter& json, std::string_view key);

// "qualifiers" and "links" as they stand in an extraction and in the tables: one line.
void write_qualifiers(JsonWriter& json, const std::map<std::string, std::string>& qualifiers);
void write_links(JsonWriter& json, const std::vector<Link>& links);
void write_span(JsonWriter& json, Span span);  // [begin,end]

// All of these throw Error{Fault::Input} where the JSON is not what is asked for.
rapidjson::Document parse_json(std::string_view json);
// `value` must be an object with exactly these keys.
void check_object(const rapidjson::Value& value, std::initializer_list<std::string_view> keys);
const rapidjson::Value& member(const rapidjson::Value& object, std::string_view key);
std::string read_string(const rapidjson::Value& value);
std::uint32_t read_number(const rapidjson::Value& value);
rapidjson::Value::ConstArray read_array(const rapidjson::Value& value);
Span read_span(const rapidjson::Value& value);
std::vector<Link> read_links(const rapidjson::Value& value);
std::map<std::string, std::string> read_qualifiers(const rapidjson::Value& value);

}  // namespace entente
