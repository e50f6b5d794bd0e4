// An export in JSON lines, read back: see exchange.h.

#include "graph/exchange.h"

#include <istream>

#include "base/error.h"
#include "base/utf8.h"
#include "graph/json.h"

namespace entente {
namespace {

constexpr std::string_view kFirst = R"({"t":"graph",)";

std::string optional_text(const rapidjson::Value& object, std::string_view key) {
  const rapidjson::Value& value = member(object, key);
  return value.IsNull() ? std::string() : read_string(value);
}

std::string json_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  value.Accept(json);
  return {buffer.GetString(), buffer.GetSize()};
}

ImportedArticle read_article(const rapidjson::Value& object) {
  const auto text = [&](std::string_view key) { return optional_text(object, key); };
  if (!object.HasMember("extraction")) {
    throw Error(Fault::Input,
                "an article without its text and what was read from it; expected an export that "
                "`entente export` made of a graph file");
  }
  ImportedArticle imported;
  Article& article = imported.article;
  article.id = read_string(member(object, "id"));
  article.url = text("url");
  article.title = text("title");
  article.outlet = text("outlet");
  article.author = text("author");
  const std::string published = text("published");
  article.published = parse_iso(published);
  if (!published.empty() && !article.published) {
    throw Error(Fault::Input,
                "found the date \"" + printable(published) + "\", expected one such as 2024-08-19");
  }
  article.published_from = text("published_from");
  article.text = read_string(member(object, "text"));
  imported.stamp = {article.id, read_string(member(object, "hash")),
                    read_string(member(object, "reader"))};
  imported.extraction = extraction_from_json(json_of(member(object, "extraction")));
  return imported;
}

std::vector<std::string> named_articles(const rapidjson::Value& object) {
  std::vector<std::string> named;
  if (object.HasMember("article")) named.push_back(read_string(member(object, "article")));
  if (object.HasMember("articles")) {
    for (const rapidjson::Value& each : read_array(member(object, "articles"))) {
      named.push_back(read_string(each));
    }
  }
  return named;
}

void read_line(const std::string& line, std::uint32_t number, const ImportSink& sink) {
  const rapidjson::Document object = parse_json(line);
  if (!object.IsObject()) throw Error(Fault::Input, "expected an object");
  const std::string kind = read_string(member(object, "t"));
  if (number == 1) {
    if (kind != "graph" || read_number(member(object, "format")) != 1) {
      throw Error(Fault::Input, R"(expected a first line {"t":"graph","format":1})");
    }
  } else if (kind == "article") {
    sink.article(read_article(object));
  } else if (kind == "ledger") {
    sink.ledger(read_string(member(object, "text")));
  } else if (kind == "node" || kind == "event" || kind == "edge" || kind == "evidence") {
    sink.derived(line, number, named_articles(object));
  } else {
    throw Error(Fault::Input, "found \"t\":\"" + printable(kind) +
                                  "\"; expected article, ledger, node, event, edge or evidence");
  }
}

}  // namespace

void read_export(std::istream& in, const std::string& file, const ImportSink& sink) {
  std::string line;
  std::uint32_t number = 0;
  while (std::getline(in, line)) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    try {
      read_line(line, number, sink);
    } catch (const Error& error) {
      if (error.fault() != Fault::Input) throw;
      throw Error(Fault::Input, Place{file, number}, error.what());
    }
  }
  if (number == 0) throw Error(Fault::Input, Place{file}, "an empty file; expected an export");
}

bool is_export(std::string_view bytes) { return bytes.starts_with(kFirst); }

}  // namespace entente
