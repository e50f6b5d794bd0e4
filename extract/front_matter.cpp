// The head of a text file. Only "key: value" is understood, not YAML: lists and nested values are
// passed over.

#include "extract/front_matter.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "extract/published.h"

namespace entente {
namespace {

constexpr std::size_t kLongestHead = 100;  // lines
constexpr std::size_t kLongestKey = 40;    // bytes

enum class Field { Title, Url, Outlet, Author, Published };

struct Key {
  std::string_view name;
  Field field;
};

constexpr std::array kKeys = {
    Key{"title", Field::Title},
    Key{"headline", Field::Title},
    Key{"url", Field::Url},
    Key{"link", Field::Url},
    Key{"canonical", Field::Url},
    Key{"canonical url", Field::Url},
    Key{"source url", Field::Url},
    Key{"outlet", Field::Outlet},
    Key{"source", Field::Outlet},
    Key{"publisher", Field::Outlet},
    Key{"site", Field::Outlet},
    Key{"sitename", Field::Outlet},
    Key{"site name", Field::Outlet},
    Key{"newspaper", Field::Outlet},
    Key{"author", Field::Author},
    Key{"authors", Field::Author},
    Key{"by", Field::Author},
    Key{"byline", Field::Author},
    Key{"date", Field::Published},
    Key{"published", Field::Published},
    Key{"publish date", Field::Published},
    Key{"published at", Field::Published},
    Key{"published on", Field::Published},
    Key{"publication date", Field::Published},
    Key{"date published", Field::Published},
    Key{"datepublished", Field::Published},
    Key{"pubdate", Field::Published},
};

struct HeadLine {
  std::string_view text;  // without its line end
  std::size_t next = 0;   // where the next line begins
};

HeadLine line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  std::size_t next = std::min(end + 1, text.size());
  if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++next;
  return {text.substr(at, end - at), next};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// A value in double quotes that the line does not close.
bool goes_on(std::string_view value) {
  if (!value.starts_with('"')) return false;
  bool escaped = false;
  for (const char c : value.substr(1)) {
    if (c == '"' && !escaped) return false;
    escaped = c == '\\' && !escaped;
  }
  return true;
}

// The text of a value that stood in double quotes: "\u2019" and its like, and lines that are
// folded.
std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\\' || at + 1 == value.size()) {
      text += value[at];
      continue;
    }
    const char kind = value[++at];
    std::uint32_t code = 0;
    const std::size_t digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
    const std::string_view hex = value.substr(at + 1, digits);
    const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (digits > 0 && hex.size() == digits && read.ptr == hex.data() + digits) {
      append_utf8(text, code >= 0xD800 && code < 0xE000 ? U'\uFFFD' : static_cast<char32_t>(code));
      at += digits;
    } else if (kind == '_' || kind == 'n' || kind == 't') {
      text += ' ';
    } else {
      text += kind;
    }
  }
  return text;
}

struct Pair {
  std::string_view key, value;
};

std::optional<Pair> pair_of(std::string_view line) {
  const std::size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == line.npos || colon == 0) return std::nullopt;
  return Pair{trimmed(line.substr(0, colon)), unquoted(trimmed(line.substr(colon + 1)))};
}

bool is_list_or_comment(std::string_view line) {
  return line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#' ||
         line.starts_with("- ");
}

// Bytes of a head between fences of "---".
std::uint32_t fenced(std::string_view text, const PageWords& words, Article& article) {
  HeadLine line = line_at(text, 0);
  if (trimmed(line.text) != "---") return 0;
  Article found = article;
  for (std::size_t count = 0; count < kLongestHead && line.next < text.size(); ++count) {
    line = line_at(text, line.next);
    if (trimmed(line.text) == "---" || trimmed(line.text) == "...") {
      article = std::move(found);
      return static_cast<std::uint32_t>(line.next);
    }
    if (const auto pair = pair_of(line.text)) {
      const std::string_view written = trimmed(line.text.substr(line.text.find(':') + 1));
      if (!written.starts_with('"')) {
        take_field(pair->key, pair->value, "front matter", words, found);
        continue;
      }
      std::string value(written);
      for (; goes_on(value) && count < kLongestHead && line.next < text.size(); ++count) {
        line = line_at(text, line.next);
        const bool tied = value.ends_with('\\');  // no space at the fold
        if (tied) value.pop_back();
        std::string_view more = trimmed(line.text);
        if (tied && more.starts_with('\\')) more.remove_prefix(1);
        value += tied ? "" : " ";
        value += more;
      }
      take_field(pair->key, unescaped(unquoted(value)), "front matter", words, found);
    } else if (!is_list_or_comment(line.text)) {
      return 0;  // a rule, not a fence
    }
  }
  return 0;
}

// Bytes of a head without fences: at least two known keys, a line each, from the first line on.
std::uint32_t bare(std::string_view text, const PageWords& words, Article& article) {
  Article found = article;
  std::size_t keys = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const HeadLine line = line_at(text, at);
    const auto pair = pair_of(line.text);
    if (!pair || pair->value.empty() ||
        !take_field(pair->key, pair->value, "front matter", words, found)) {
      break;
    }
    ++keys;
    at = line.next;
  }
  if (keys < 2) return 0;
  article = std::move(found);
  return static_cast<std::uint32_t>(at);
}

std::optional<Field> field_of(std::string_view key) {
  const std::string form = fold(key);
  for (const Key& known : kKeys) {
    if (known.name == form) return known.field;
  }
  return std::nullopt;
}

void set(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

}  // namespace

bool take_field(std::string_view key, std::string_view value, std::string_view from,
                const PageWords& words, Article& article) {
  auto field = field_of(key);
  if (!field) return false;
  if (field == Field::Outlet && !host_of(value).empty()) field = Field::Url;
  switch (*field) {
    case Field::Title:
      set(article.title, value);
      break;
    case Field::Url:
      set(article.url, value);
      break;
    case Field::Outlet:
      set(article.outlet, value);
      break;
    case Field::Author:
      set(article.author, value);
      break;
    case Field::Published:
      if (const auto found = find_day(value, words); found && !article.published) {
        article.published = found->when;
        article.published_from = from;
      }
      break;
  }
  return true;
}

std::uint32_t read_front_matter(std::string_view text, const PageWords& words, Article& article) {
  if (const std::uint32_t length = fenced(text, words, article)) return length;
  return bare(text, words, article);
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos || !url.starts_with("http")) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

}  // namespace entente
