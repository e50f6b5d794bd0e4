// Reads a table of data/. A wrong line stops the program: half a table would be a silent loss.

#include "base/tsv.h"

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Takes the next line off `rest`, without its line end ("\n" or "\r\n").
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void split(std::string_view line, std::vector<std::string_view>& fields) {
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos;
       tab = line.find('\t', begin)) {
    fields.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  fields.push_back(line.substr(begin));
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

[[noreturn]] void fail(const Tsv& table, std::uint32_t line, const std::string& message) {
  throw Error(Fault::Input, Place{table.file, line, 0}, message);
}

}  // namespace

void read_tsv(Tsv& table, const std::filesystem::path& path,
              const std::vector<std::string_view>& columns) {
  table.file = path.string();
  table.bytes = read_file(path);
  table.columns.clear();
  table.rows.clear();
  std::string_view rest = table.bytes;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (line.empty() || line.front() == '#') continue;
    if (find_invalid_utf8(line) != std::string_view::npos) fail(table, number, "not UTF-8");
    if (table.columns.empty()) {
      split(line, table.columns);
      if (table.columns != columns) {
        fail(table, number,
             "columns are " + listed(table.columns) + "; expected " + listed(columns));
      }
      continue;
    }
    Tsv::Row row;
    row.line = number;
    row.fields.reserve(columns.size());
    split(line, row.fields);
    if (row.fields.size() != columns.size()) {
      fail(table, number,
           std::to_string(row.fields.size()) + " fields between tabs; expected " +
               std::to_string(columns.size()) + ": " + listed(columns));
    }
    table.rows.push_back(std::move(row));
  }
  if (table.columns.empty()) fail(table, 0, "no line that names the columns");
}

}  // namespace entente
