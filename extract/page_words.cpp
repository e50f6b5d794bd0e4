// Reads data/words/page.toml. A phrase may have as many words as the longest one listed.

#include "extract/page_words.h"

#include <toml++/toml.h>

#include <filesystem>
#include <memory>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "extract/load.h"

namespace entente {
namespace {

constexpr std::size_t kLongestPhrase = 8;  // words

class PageFile {
 public:
  explicit PageFile(const std::filesystem::path& path) : file_(path.string()) {
    std::istringstream bytes(read_file(path));
    try {
      root_ = toml::parse(bytes, file_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
  }

  Phrases phrases(std::string_view section, std::string_view key, bool folded = true) const {
    const toml::array* list = root_[section][key].as_array();
    if (!list) {
      fail(root_.source(),
           "expected a list of phrases [" + std::string(section) + "] " + std::string(key));
    }
    Phrases result;
    for (const toml::node& item : *list) {
      const auto phrase = item.value<std::string>();
      if (!phrase) fail(item.source(), "expected a phrase in quotes");
      std::string form = folded ? fold(*phrase) : lower(*phrase);
      if (form.empty()) fail(item.source(), "a phrase without a letter: \"" + *phrase + "\"");
      result.insert(std::move(form));
    }
    return result;
  }

  std::map<std::string, unsigned, std::less<>> months() const {
    const toml::table* table = root_["months"].as_table();
    if (!table) fail(root_.source(), "expected a table [months]");
    std::map<std::string, unsigned, std::less<>> result;
    for (const auto& [name, node] : *table) {
      const auto number = node.value<std::int64_t>();
      if (!number || *number < 1 || *number > 12) {
        fail(node.source(), "a month is a number from 1 to 12");
      }
      result.emplace(fold(std::string_view(name)), static_cast<unsigned>(*number));
    }
    return result;
  }

 private:
  [[noreturn]] void fail(const toml::source_region& where, const std::string& message) const {
    throw Error(Fault::Input, Place{file_, where.begin.line, where.begin.column}, message);
  }

  std::string file_;
  toml::table root_;
};

}  // namespace

std::shared_ptr<const PageWords> load_page_words(const std::filesystem::path& data) {
  const PageFile file(data / "words" / "page.toml");
  auto words = std::make_shared<PageWords>();
  words->sections = {file.phrases("sections", "end"), file.phrases("sections", "terminal"),
                     file.phrases("sections", "starts"), file.phrases("sections", "inline")};
  words->lines = {file.phrases("lines", "whole"), file.phrases("lines", "starts"),
                  file.phrases("lines", "labels"), file.phrases("lines", "anywhere"),
                  file.phrases("lines", "share")};
  words->lists = {file.phrases("lists", "whole"),    file.phrases("lists", "anywhere"),
                  file.phrases("lists", "joined"),   file.phrases("lists", "people"),
                  file.phrases("lists", "included"), file.phrases("lists", "joining"),
                  file.phrases("lists", "whose"),    file.phrases("lists", "guests"),
                  file.phrases("lists", "titles")};
  words->byline = {
      file.phrases("byline", "starts"),    file.phrases("byline", "anywhere"),
      file.phrases("byline", "published"), file.phrases("byline", "updated"),
      file.phrases("byline", "outlets"),   file.phrases("byline", "mastheads"),
      file.phrases("byline", "tells"),     file.phrases("byline", "mail_providers", false)};
  words->captions = {file.phrases("caption", "labels"), file.phrases("caption", "credits"),
                     file.phrases("caption", "marks"),  file.phrases("caption", "inside"),
                     file.phrases("caption", "commas"), file.phrases("caption", "between"),
                     file.phrases("caption", "sources")};
  words->names = {file.phrases("names", "common"), file.phrases("names", "pronouns")};
  words->html = {file.phrases("html", "words", false), file.phrases("html", "parts", false),
                 file.phrases("html", "content", false), file.phrases("html", "captions", false)};
  words->months = file.months();
  return words;
}

std::size_t phrase_at_start(std::string_view key, const Phrases& phrases) {
  std::size_t best = 0;
  std::size_t words = 0;
  for (std::size_t end = 0; end < key.size() && words < kLongestPhrase; ++words) {
    end = std::min(key.find(' ', end + 1), key.size());
    if (phrases.contains(key.substr(0, end))) best = end;
  }
  return best;
}

std::size_t phrase_at_end(std::string_view key, const Phrases& phrases) {
  std::size_t best = 0;
  std::size_t begin = key.size();
  for (std::size_t words = 0; begin > 0 && words < kLongestPhrase; ++words) {
    const std::size_t space = begin < 2 ? key.npos : key.rfind(' ', begin - 2);
    begin = space == key.npos ? 0 : space + 1;
    if (phrases.contains(key.substr(begin))) best = key.size() - begin;
  }
  return best;
}

std::string_view phrase_within(std::string_view key, const Phrases& phrases) {
  std::size_t begin = 0;
  while (begin < key.size()) {
    if (const std::size_t length = phrase_at_start(key.substr(begin), phrases)) {
      return key.substr(begin, length);
    }
    const std::size_t space = key.find(' ', begin);
    if (space == key.npos) break;
    begin = space + 1;
  }
  return {};
}

}  // namespace entente
