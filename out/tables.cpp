// Tables for programs and for documents: JSON, CSV (RFC 4180), TSV, Markdown. For people:
// text_table.cpp.

#include "out/tables.h"

#include <array>
#include <charconv>
#include <ostream>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "out/json.h"
#include "out/plain.h"
#include "out/text_table.h"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, TableFormat>, 6> kNames = {{
    {"table", TableFormat::Text},
    {"json", TableFormat::Json},
    {"jsonl", TableFormat::Jsonl},
    {"csv", TableFormat::Csv},
    {"tsv", TableFormat::Tsv},
    {"md", TableFormat::Markdown},
}};

struct PutCell {
  JsonWriter& json;
  void operator()(std::monostate) const { json.Null(); }
  void operator()(std::int64_t value) const { json.Int64(value); }
  void operator()(double value) const { put_confidence(json, value); }
  void operator()(const std::string& value) const { put_string(json, value); }
  void operator()(const std::vector<std::string>& value) const { put_strings(json, value); }
};

void write_json(std::ostream& out, const Table& table, bool lines) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  if (!lines) out << "[";
  bool first = true;
  for (const std::vector<Cell>& row : table.rows) {
    if (!lines) out << (first ? "\n" : ",\n");
    first = false;
    json.StartObject();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      put_key(json, table.columns[i]);
      std::visit(PutCell{json}, row[i]);
    }
    json.EndObject();
    flush_json(out, buffer, json);
    if (lines) out << '\n';
  }
  if (!lines) out << (first ? "]\n" : "\n]\n");
}

// A tab-separated cell cannot hold a tab or a line break, and there is no escape that all readers
// know.
std::string tsv_field(std::string_view text) { return printable(text); }

// A cell of a Markdown table: on one line, its own signs escaped, and no HTML.
std::string markdown_field(std::string_view text) {
  std::string field;
  for (const char c : printable(text)) {
    if (c == '<') {
      field += "&lt;";
    } else if (c == '>') {
      field += "&gt;";
    } else if (c == '&') {
      field += "&amp;";
    } else {
      if (std::string_view("\\`*_[]|~").find(c) != std::string_view::npos) field += '\\';
      field += c;
    }
  }
  return field;
}

void write_separated(std::ostream& out, const Table& table, char separator,
                     std::string (*field)(std::string_view)) {
  const auto write_row = [&](const auto& cells, const auto& text) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out << separator;
      out << field(text(cells[i]));
    }
    out << '\n';
  };
  write_row(table.columns, [](const std::string& name) -> std::string_view { return name; });
  for (const std::vector<Cell>& row : table.rows) write_row(row, cell_text);
}

void write_markdown(std::ostream& out, const Table& table) {
  for (const std::string& column : table.columns) out << "| " << markdown_field(column) << ' ';
  out << "|\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) out << "|---";
  out << "|\n";
  for (const std::vector<Cell>& row : table.rows) {
    for (const Cell& cell : row) out << "| " << markdown_field(cell_text(cell)) << ' ';
    out << "|\n";
  }
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view name) {
  for (const auto& [known, format] : kNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

void write_table(std::ostream& out, const Table& table, TableFormat format,
                 const TextOptions& options) {
  switch (format) {
    case TableFormat::Text:
      return write_text_table(out, table, options);
    case TableFormat::Json:
      return write_json(out, table, false);
    case TableFormat::Jsonl:
      return write_json(out, table, true);
    case TableFormat::Csv:
      return write_separated(out, table, ',', csv_field);
    case TableFormat::Tsv:
      return write_separated(out, table, '\t', tsv_field);
    case TableFormat::Markdown:
      return write_markdown(out, table);
  }
}

}  // namespace entente
