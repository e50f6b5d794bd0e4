// The text that is read of web pages, for bench/pages to score: one JSON line a file,
// {"id": its name without endings, "articleBody": paragraphs and headings}.
//   pages DATA_FOLDER FILE...

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <exception>
#include <filesystem>
#include <iostream>

#include "extract/load.h"

namespace {

using namespace entente;

std::string name_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  return name.substr(0, name.find('.'));
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::Body && block.kind != BlockKind::Heading) continue;
    text += slice(document.article.text, block.span);
    text += '\n';
  }
  return text;
}

void write(const std::string& id, const std::string& text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("id");
  json.String(id.c_str());
  json.Key("articleBody");
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  json.EndObject();
  std::cout << buffer.GetString() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: pages DATA_FOLDER FILE...\n";
    return 2;
  }
  try {
    const auto words = load_page_words(argv[1]);
    read_articles(
        {argv + 2, argv + argc},
        [&](const RawArticle& raw) {
          write(name_of(raw.place.file), text_of(load_document(raw, *words)));
        },
        [](const Warning& warning) {
          std::cerr << to_string(warning.place) << ": " << warning.message << '\n';
        });
  } catch (const std::exception& error) {
    std::cerr << "pages: " << error.what() << '\n';
    return 4;
  }
  return 0;
}
