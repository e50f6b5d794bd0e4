// JSON out: see json.h.

#include "out/json.h"

#include <cmath>
#include <string>

#include "base/utf8.h"

namespace entente {

void put_key(JsonWriter& json, std::string_view key) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

void put_string(JsonWriter& json, std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    return;
  }
  const std::string repaired = repair_utf8(text);
  json.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
}

void put_string_or_null(JsonWriter& json, std::string_view text) {
  if (text.empty()) {
    json.Null();
  } else {
    put_string(json, text);
  }
}

void put_strings(JsonWriter& json, const std::vector<std::string>& texts) {
  json.StartArray();
  for (const std::string& text : texts) put_string(json, text);
  json.EndArray();
}

void put_date(JsonWriter& json, const std::optional<DateRange>& date) {
  put_string_or_null(json, date ? to_iso(*date) : std::string());
}

void put_span(JsonWriter& json, Span span) {
  json.StartArray();
  json.Uint(span.begin);
  json.Uint(span.end);
  json.EndArray();
}

void put_confidence(JsonWriter& json, double confidence) {
  json.Double(std::round(confidence * 1e4) / 1e4);
}

void flush_json(std::ostream& out, JsonBuffer& buffer, JsonWriter& json) {
  out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
  buffer.Clear();
  json.Reset(buffer);
}

}  // namespace entente
