// Files, folders and standard input -> articles still to be parsed. Nothing here throws for what a
// file contains.

#include "extract/load.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iostream>
#include <optional>

#include "base/files.h"
#include "base/utf8.h"
#include "extract/html_charset.h"
#include "extract/json_lines.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

enum class Kind { Text, Html, JsonLines };

struct Ending {
  std::string_view name;
  Kind kind;
};
constexpr std::array kEndings = {Ending{".txt", Kind::Text}, Ending{".md", Kind::Text},
                                 Ending{".html", Kind::Html}, Ending{".htm", Kind::Html},
                                 Ending{".jsonl", Kind::JsonLines}};
constexpr std::string_view kKnownEndings = ".txt, .md, .html, .htm, .jsonl";

std::optional<Kind> kind_of(const fs::path& path) {
  const std::string extension = lower(path.extension().string());
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

std::string decode_page(const std::string& bytes, const Place& place, const Doors& doors) {
  const std::string charset = html_charset(bytes);
  const bool unsure = charset.empty() && find_invalid_utf8(bytes) != std::string::npos;
  if (unsure) doors.warn({place, "not UTF-8, and the page names no charset: it was guessed"});
  return to_utf8(bytes, charset);
}

void take_bytes(std::string bytes, Kind kind, const std::string& id, const std::string& file,
                const Doors& doors) {
  const Place place{file, 0, 0};
  if (bytes.size() > kLargestArticle) return doors.warn({place, "larger than 10 MB"});
  if (!is_utf16(bytes) && bytes.find('\0') != bytes.npos) {
    return doors.warn({place, "a binary file: it contains NUL bytes"});
  }
  RawArticle raw;
  raw.place = place;
  raw.article.id = id;
  const bool html = kind == Kind::Html;
  raw.format = html ? RawArticle::Format::Html : RawArticle::Format::Text;
  raw.article.text =
      html ? decode_page(bytes, place, doors) : decode_text(std::move(bytes), place, doors);
  if (raw.article.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos) {
    return doors.warn({place, "an empty file"});
  }
  doors.each(std::move(raw));
}

// Standard input and pipes: the first byte tells what they hold.
void take_stream(std::istream& in, const std::string& id, const Doors& doors) {
  LineReader lines(in);
  const char first = lines.first();
  if (first == '{') return read_json_lines(lines, id, doors.each, doors.warn);
  take_bytes(lines.rest(kLargestArticle), first == '<' ? Kind::Html : Kind::Text, id, id, doors);
}

void take_file(const Input& input, Kind kind, const Doors& doors) {
  const Place place{input.path.string(), 0, 0};
  std::error_code error;
  const auto size = fs::file_size(input.path, error);
  if (kind != Kind::JsonLines && !error && size > kLargestArticle) {
    return doors.warn({place, "larger than 10 MB"});
  }
  try {
    if (kind != Kind::JsonLines) {
      return take_bytes(read_file(input.path), kind, input.id, place.file, doors);
    }
    std::ifstream in(input.path, std::ios::binary);
    if (!in) return doors.warn({place, "cannot be read"});
    LineReader lines(in);
    if (lines.first() == '\0') return doors.warn({place, "an empty file"});
    read_json_lines(lines, input.id, doors.each, doors.warn);
  } catch (const Error& problem) {
    if (problem.fault() != Fault::System) throw;
    doors.warn({Place{}, problem.what()});
  }
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
  for (const Input& input : folder.files) take_file(input, *kind_of(input.path), doors);
}

void take_path(const std::string& path, const Doors& doors) {
  if (path == "-") return take_stream(std::cin, path, doors);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return doors.warn({Place{path, 0, 0}, "no such file or folder"});
  if (fs::is_directory(status)) return take_folder(path, doors);
  if (const auto kind = kind_of(path)) return take_file({path, path}, *kind, doors);
  if (fs::is_regular_file(status) && fs::path(path).has_extension()) {
    return doors.warn(
        {Place{path, 0, 0}, "an unknown kind of file; known: " + std::string(kKnownEndings)});
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return doors.warn({Place{path, 0, 0}, "cannot be read"});
  take_stream(in, path, doors);
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
  return kind_of(path) == Kind::JsonLines ? count_lines(path) : 1;
}

}  // namespace

void read_articles(const std::vector<std::string>& paths,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn) {
  for (const std::string& path : paths) take_path(path, {each, warn});
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
