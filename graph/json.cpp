#include "graph/json.h"

#include <rapidjson/error/en.h>

#include "base/error.h"

namespace entente {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw Error(Fault::Input, "broken record: " + message);
}

}  // namespace

void write_string(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_key(JsonWriter& json, std::string_view key) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

void write_qualifiers(JsonWriter& json, const std::map<std::string, std::string>& qualifiers) {
  json.StartObject();
  for (const auto& [key, value] : qualifiers) {
    write_key(json, key);
    write_string(json, value);
  }
  json.EndObject();
}

void write_span(JsonWriter& json, Span span) {
  json.StartArray();
  json.Uint(span.begin);
  json.Uint(span.end);
  json.EndArray();
}

void write_links(JsonWriter& json, const std::vector<Link>& links) {
  json.StartArray();
  for (const Link& link : links) {
    json.StartObject();
    write_key(json, "from");
    write_span(json, link.from);
    write_key(json, "to");
    write_span(json, link.to);
    write_key(json, "rule");
    write_string(json, link.rule);
    json.EndObject();
  }
  json.EndArray();
}

rapidjson::Document parse_json(std::string_view json) {
  // Iterative: deep nesting must not exhaust the stack.
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                             rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document document;
  document.Parse<flags>(json.data(), json.size());
  if (document.HasParseError()) {
    refuse(std::string(rapidjson::GetParseError_En(document.GetParseError())) + " at byte " +
           std::to_string(document.GetErrorOffset()));
  }
  return document;
}

void check_object(const rapidjson::Value& value, std::initializer_list<std::string_view> keys) {
  if (!value.IsObject()) refuse("expected an object");
  for (const std::string_view key : keys) member(value, key);
  if (value.MemberCount() != keys.size()) refuse("a key too many");
}

const rapidjson::Value& member(const rapidjson::Value& object, std::string_view key) {
  const rapidjson::Value name(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) refuse("no \"" + std::string(key) + "\"");
  return found->value;
}

std::string read_string(const rapidjson::Value& value) {
  if (!value.IsString()) refuse("expected a text");
  return {value.GetString(), value.GetStringLength()};
}

std::uint32_t read_number(const rapidjson::Value& value) {
  if (!value.IsUint()) refuse("expected a whole number");
  return value.GetUint();
}

rapidjson::Value::ConstArray read_array(const rapidjson::Value& value) {
  if (!value.IsArray()) refuse("expected a list");
  return value.GetArray();
}

Span read_span(const rapidjson::Value& value) {
  const auto numbers = read_array(value);
  if (numbers.Size() != 2) refuse("expected [begin,end]");
  const Span span{read_number(numbers[0]), read_number(numbers[1])};
  if (span.begin > span.end) refuse("a span that ends before it begins");
  return span;
}

std::vector<Link> read_links(const rapidjson::Value& value) {
  std::vector<Link> links;
  for (const rapidjson::Value& link : read_array(value)) {
    check_object(link, {"from", "to", "rule"});
    links.push_back({read_span(member(link, "from")), read_span(member(link, "to")),
                     read_string(member(link, "rule"))});
  }
  return links;
}

std::map<std::string, std::string> read_qualifiers(const rapidjson::Value& value) {
  if (!value.IsObject()) refuse("expected an object");
  std::map<std::string, std::string> qualifiers;
  for (const auto& each : value.GetObject()) {
    qualifiers[read_string(each.name)] = read_string(each.value);
  }
  return qualifiers;
}

}  // namespace entente
