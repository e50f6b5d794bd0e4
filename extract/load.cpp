// Files, folders and standard input -> articles still to be parsed. Nothing here throws for what a
// file contains.

#include "extract/load.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <optional>
#include <system_error>

#include "base/utf8.h"
#include "extract/feed.h"
#include "extract/gunzip.h"
#include "extract/html_charset.h"
#include "extract/json_lines.h"
#include "extract/line_reader.h"
#include "extract/warc.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

enum class Kind { Text, Html, JsonLines, Feed, Warc };

struct Ending {
  std::string_view name;
  Kind kind;
};
constexpr std::array kEndings = {
    Ending{".txt", Kind::Text},  Ending{".md", Kind::Text},         Ending{".html", Kind::Html},
    Ending{".htm", Kind::Html},  Ending{".jsonl", Kind::JsonLines}, Ending{".rss", Kind::Feed},
    Ending{".atom", Kind::Feed}, Ending{".xml", Kind::Feed},        Ending{".warc", Kind::Warc}};
constexpr std::string_view kKnownEndings =
    ".txt, .md, .html, .htm, .jsonl, .rss, .atom, .xml, .warc, and each with .gz";

constexpr std::size_t kHead = 4096;  // bytes that tell what a stream holds

std::string ending_of(const fs::path& path) { return lower(path.extension().string()); }

bool is_packed(const fs::path& path) { return ending_of(path) == ".gz"; }

// "page.html.gz" is HTML.
fs::path unpacked_name(const fs::path& path) { return is_packed(path) ? path.stem() : path; }

std::optional<Kind> kind_of(const fs::path& path) {
  const std::string extension = ending_of(unpacked_name(path));
  for (const Ending& ending : kEndings) {
    if (ending.name == extension) return ending.kind;
  }
  return std::nullopt;
}

struct Doors {
  const std::function<void(RawArticle)>& each;
  const std::function<void(Warning)>& warn;
};

struct Input {
  fs::path path;
  std::string id;  // of the article; of JSON lines: the name in messages
};

void strip_byte_order_mark(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string decode_text(std::string bytes, const Place& place, const Doors& doors) {
  if (is_utf16(bytes)) return to_utf8(bytes, "UTF-16");
  strip_byte_order_mark(bytes);
  const std::size_t bad = find_invalid_utf8(bytes);
  if (bad == std::string::npos) return bytes;
  const auto line =
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
  doors.warn({Place{place.file, static_cast<std::uint32_t>(line), 0},
              "not UTF-8; what cannot be read became U+FFFD"});
  return repair_utf8(bytes);
}

// `charset`: as the server names it; empty = not.
std::string decode_page(const std::string& bytes, const std::string& charset, const Place& place,
                        const Doors& doors) {
  const bool unicode = is_utf16(bytes) || find_invalid_utf8(bytes) == std::string::npos;
  const bool own_word = unicode || charset.empty() || charset.starts_with("utf-16");
  const std::string own = own_word ? html_charset(bytes) : charset;
  const bool unsure = own.empty() && find_invalid_utf8(bytes) != std::string::npos;
  if (unsure) doors.warn({place, "not UTF-8, and the page names no charset: it was guessed"});
  return to_utf8(bytes, own);
}

bool holds_nul(std::string_view text) { return text.find('\0') != text.npos; }

bool is_binary(const std::string& bytes) { return !is_utf16(bytes) && holds_nul(bytes); }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == text.npos; }

void take_bytes(std::string bytes, Kind kind, const Input& input, const Doors& doors) {
  const Place place{input.path.string(), 0, 0};
  if (bytes.size() > kLargestArticle) return doors.warn({place, "larger than 10 MB"});
  if (is_binary(bytes)) return doors.warn({place, "a binary file: it contains NUL bytes"});
  RawArticle raw;
  raw.place = place;
  raw.article.id = input.id;
  const bool html = kind == Kind::Html;
  raw.format = html ? RawArticle::Format::Html : RawArticle::Format::Text;
  raw.article.text =
      html ? decode_page(bytes, {}, place, doors) : decode_text(std::move(bytes), place, doors);
  if (holds_nul(raw.article.text)) {
    return doors.warn({place, "a binary file: it contains NUL bytes"});
  }
  if (is_blank(raw.article.text)) return doors.warn({place, "an empty file"});
  doors.each(std::move(raw));
}

void take_page(const WarcPage& page, const std::string& file, const Doors& doors) {
  const Place place{file, page.record, 0};
  const std::string where = printable(page.url) + ": ";
  if (is_binary(page.html)) return doors.warn({place, where + "it contains NUL bytes"});
  RawArticle raw;
  raw.place = place;
  raw.format = RawArticle::Format::Html;
  raw.article.url = page.url;
  raw.article.id = page.url.empty() ? file + ":" + std::to_string(page.record) : page.url;
  raw.fetched = page.fetched;
  raw.article.text = decode_page(page.html, page.charset, place, doors);
  if (holds_nul(raw.article.text)) return doors.warn({place, where + "it contains NUL bytes"});
  if (is_blank(raw.article.text)) return doors.warn({place, where + "an empty page"});
  doors.each(std::move(raw));
}

Kind kind_of_bytes(LineReader& lines) {
  if (lines.peek(5) == "WARC/") return Kind::Warc;
  const char first = lines.first();
  if (first == '{') return Kind::JsonLines;
  if (first != '<') return Kind::Text;
  return is_feed(lines.peek(kHead)) ? Kind::Feed : Kind::Html;
}

// `packed`: the stream that `bytes` come through; null where they lie there as they are. Half an
// article is none, but records that came before the damage are kept.
void take_unpacked(LineReader& bytes, std::optional<Kind> kind, GunzipStream* packed,
                   const Input& input, const Doors& doors) {
  const std::string file = input.path.string();
  const auto damage = [&]() -> std::string {
    if (bytes.failed()) return "cannot be read to its end";
    return packed == nullptr ? "" : packed->problem();
  };
  if (!kind) kind = kind_of_bytes(bytes);
  if (*kind == Kind::Warc) {
    const auto each = [&](const WarcPage& page) { take_page(page, file, doors); };
    return read_warc(bytes, packed, file, each, doors.warn);
  }
  if (*kind == Kind::Text || *kind == Kind::Html) {
    std::string all = bytes.rest(kLargestArticle);
    if (damage().empty()) {
      return take_bytes(std::move(all), *kind, input, doors);
    }
  } else if (bytes.first() == '\0' && damage().empty()) {
    return doors.warn({Place{file, 0, 0}, "an empty file"});
  } else if (*kind == Kind::Feed) {
    read_feed(bytes, input.id, doors.each, doors.warn);
  } else {
    read_json_lines(bytes, input.id, doors.each, doors.warn);
  }
  if (!damage().empty()) doors.warn({Place{file, 0, 0}, damage()});
}

void take_stream(std::istream& in, std::optional<Kind> kind, const Input& input,
                 const Doors& doors) {
  if (!is_gzip(in)) {
    LineReader bytes(in);
    return take_unpacked(bytes, kind, nullptr, input, doors);
  }
  GunzipStream packed(in);
  LineReader bytes(packed);
  take_unpacked(bytes, kind, &packed, input, doors);
}

// Without a kind: what it holds tells.
void take_file(const Input& input, std::optional<Kind> kind, const Doors& doors) {
  const Place place{input.path.string(), 0, 0};
  const bool single = kind == Kind::Text || kind == Kind::Html;
  std::error_code error;
  const auto size = fs::file_size(input.path, error);
  if (single && !is_packed(input.path) && !error && size > kLargestArticle) {
    return doors.warn({place, "larger than 10 MB"});
  }
  errno = 0;
  std::ifstream in(input.path, std::ios::binary);
  if (!in) {
    return doors.warn({place, "cannot be read: " + std::generic_category().message(errno)});
  }
  take_stream(in, kind, input, doors);
}

struct Folder {
  std::vector<Input> files;  // by name
  std::vector<Warning> warnings;
};

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Links to folders are not followed: they may lead round in a circle.
Folder list_folder(const fs::path& root) {
  Folder result;
  std::vector<fs::path> open = {root};
  while (!open.empty()) {
    const fs::path folder = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error)
      result.warnings.push_back(
          {Place{folder.string(), 0, 0}, "cannot be read: " + error.message()});
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::path& path = entries->path();
      std::error_code ignored;
      if (is_hidden(path)) continue;
      if (entries->is_directory(ignored) && !entries->is_symlink(ignored)) open.push_back(path);
      if (entries->is_regular_file(ignored) && kind_of(path)) {
        result.files.push_back({path, path.lexically_relative(root).generic_string()});
      }
    }
  }
  std::sort(result.files.begin(), result.files.end(),
            [](const Input& a, const Input& b) { return a.id < b.id; });
  return result;
}

void take_folder(const std::string& path, const Doors& doors) {
  const Folder folder = list_folder(path);
  for (const Warning& warning : folder.warnings) doors.warn(warning);
  if (folder.files.empty() && folder.warnings.empty()) {
    doors.warn(
        {Place{path, 0, 0}, "no articles in this folder; known: " + std::string(kKnownEndings)});
  }
  for (const Input& input : folder.files) take_file(input, kind_of(input.path), doors);
}

void take_path(const std::string& path, const Doors& doors) {
  if (path == "-") return take_stream(std::cin, std::nullopt, {path, path}, doors);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return doors.warn({Place{path, 0, 0}, "no such file or folder"});
  if (fs::is_directory(status)) return take_folder(path, doors);
  const auto kind = kind_of(path);
  if (!kind && fs::is_regular_file(status) && unpacked_name(path).has_extension()) {
    return doors.warn(
        {Place{path, 0, 0}, "an unknown kind of file; known: " + std::string(kKnownEndings)});
  }
  take_file({path, path}, kind, doors);
}

std::size_t count_lines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, 1u << 16> chunk;
  std::size_t lines = 0;
  char last = '\n';
  while (in.read(chunk.data(), chunk.size()), in.gcount() > 0) {
    const auto end = chunk.begin() + in.gcount();
    lines += static_cast<std::size_t>(std::count(chunk.begin(), end, '\n'));
    last = *(end - 1);
  }
  return lines + (last == '\n' ? 0 : 1);
}

std::size_t count_file(const fs::path& path) {
  return kind_of(path) == Kind::JsonLines && !is_packed(path) ? count_lines(path) : 1;
}

}  // namespace

void read_articles(const std::vector<std::string>& paths,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn) {
  for (const std::string& path : paths) take_path(path, {each, warn});
}

void read_articles(std::istream& in, const std::string& name,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn) {
  take_stream(in, std::nullopt, {name, name}, {each, warn});
}

std::size_t count_articles(const std::vector<std::string>& paths) {
  std::size_t count = 0;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      count += path == "-" || !fs::is_regular_file(path, error) ? 1 : count_file(path);
      continue;
    }
    for (const Input& input : list_folder(path).files) count += count_file(input.path);
  }
  return count;
}

}  // namespace entente
