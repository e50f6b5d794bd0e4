// A line is parsed without recursion, so that no nesting is too deep, and one that cannot be used
// costs a warning, never the lines after it.

#include "extract/json_lines.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// The values of a record under our keys and those that other crawlers write.
constexpr std::array kTextKeys = {"text", "maintext", "body", "content"};
constexpr std::array kHtmlKeys = {"html", "raw_html"};
constexpr std::array kUrlKeys = {"url", "link"};
constexpr std::array kTitleKeys = {"title", "headline"};
constexpr std::array kOutletKeys = {"outlet", "sitename", "site_name", "publisher", "source"};
constexpr std::array kAuthorKeys = {"author", "authors", "byline"};
constexpr std::array kPublishedKeys = {"published",    "date",         "date_publish",
                                       "publish_date", "published_at", "datePublished"};

class Record {
 public:
  Record(const rapidjson::Document& json, const Place& place,
         const std::function<void(Warning)>& warn)
      : json_(json), place_(place), warn_(warn) {}

  // The first key with a text; a value of another type is reported and passed over.
  template <std::size_t N>
  std::string text(const std::array<const char*, N>& keys) const {
    for (const char* key : keys) {
      const auto member = json_.FindMember(key);
      if (member == json_.MemberEnd() || member->value.IsNull()) continue;
      if (auto value = as_text(member->value)) return *value;
      warn_({place_, std::string("\"") + key + "\": expected a text"});
    }
    return {};
  }

 private:
  // A list of texts is read as one: "A. Name, B. Name".
  static std::optional<std::string> as_text(const rapidjson::Value& value) {
    if (value.IsString()) return clean(text_of(value));
    if (!value.IsArray()) return std::nullopt;
    std::string joined;
    for (const auto& item : value.GetArray()) {
      if (!item.IsString()) return std::nullopt;
      if (!joined.empty()) joined += ", ";
      joined += clean(text_of(item));
    }
    return joined;
  }

  static std::string clean(std::string_view text) {  // an escaped NUL is no text
    std::string result(text);
    for (char& c : result) {
      if (c == '\0') c = ' ';
    }
    return repair_utf8(result);  // an escape may be half a surrogate pair
  }

  const rapidjson::Document& json_;
  const Place& place_;
  const std::function<void(Warning)>& warn_;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::optional<RawArticle> read_record(const rapidjson::Document& json, const Place& place,
                                      const std::function<void(Warning)>& warn) {
  const Record record(json, place, warn);
  RawArticle raw;
  raw.place = place;
  raw.article.text = record.text(kTextKeys);
  if (is_blank(raw.article.text)) {
    raw.article.text = record.text(kHtmlKeys);
    raw.format = RawArticle::Format::Html;
  }
  if (is_blank(raw.article.text)) {
    warn({place, "a record without \"text\" or \"html\""});
    return std::nullopt;
  }
  if (raw.article.text.size() > kLargestArticle) {
    warn({place, "larger than 10 MB"});
    return std::nullopt;
  }
  raw.article.url = record.text(kUrlKeys);
  raw.article.title = record.text(kTitleKeys);
  raw.article.outlet = record.text(kOutletKeys);
  raw.article.author = record.text(kAuthorKeys);
  raw.published = record.text(kPublishedKeys);
  raw.article.id = raw.article.url;
  if (raw.article.id.empty()) raw.article.id = place.file + ":" + std::to_string(place.line);
  return raw;
}

std::optional<RawArticle> read_line(const std::string& line, Place place,
                                    const std::function<void(Warning)>& warn) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    place.column = static_cast<std::uint32_t>(json.GetErrorOffset() + 1);
    warn({place, std::string("broken JSON: ") + rapidjson::GetParseError_En(json.GetParseError())});
    return std::nullopt;
  }
  if (!json.IsObject()) {
    warn({place, "expected a JSON object with \"text\" or \"html\""});
    return std::nullopt;
  }
  return read_record(json, place, warn);
}

}  // namespace

void read_json_lines(LineReader& lines, const std::string& file,
                     const std::function<void(RawArticle)>& each,
                     const std::function<void(Warning)>& warn) {
  std::string line;
  bool too_long = false;
  Place place{file, 0, 0};
  while (lines.next(line, too_long)) {
    ++place.line;
    if (place.line == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (too_long) {
      warn({place, "larger than 10 MB"});
      continue;
    }
    if (is_blank(line)) continue;
    if (find_invalid_utf8(line) != std::string_view::npos) {
      warn({place, "not UTF-8; what cannot be read became U+FFFD"});
      line = repair_utf8(line);
    }
    if (auto raw = read_line(line, place, warn)) each(std::move(*raw));
  }
}

}  // namespace entente
