#pragma once
// JSON out, by RapidJSON: a buffer that is written one object (one line) at a time. Bytes that are
// not UTF-8 become U+FFFD, control characters become \u escapes: what comes out always parses.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace entente {

using JsonBuffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<JsonBuffer>;

void put_key(JsonWriter& json, std::string_view key);
void put_string(JsonWriter& json, std::string_view text);
void put_string_or_null(JsonWriter& json, std::string_view text);  // empty = null
void put_strings(JsonWriter& json, const std::vector<std::string>& texts);
void put_date(JsonWriter& json, const std::optional<DateRange>& date);  // ISO, or null
void put_span(JsonWriter& json, Span span);                             // [begin, end]
// Four decimals: more would be a promise of exactness that no confidence keeps.
void put_confidence(JsonWriter& json, double confidence);

// Writes what is in `buffer` and empties it, so that `json` can start a new value.
void flush_json(std::ostream& out, JsonBuffer& buffer, JsonWriter& json);

// `items` as the elements of an array whose bracket was written, one a line, and its end.
// `put(json, item)` writes one value.
template <typename Items, typename Put>
void write_array(std::ostream& out, const Items& items, const Put& put) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  bool first = true;
  for (const auto& item : items) {
    out << (first ? "\n" : ",\n");
    first = false;
    put(json, item);
    flush_json(out, buffer, json);
  }
  out << (first ? "]" : "\n]");
}

}  // namespace entente
