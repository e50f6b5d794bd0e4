#pragma once
// A Table as text. Pure functions to a stream; every format escapes for itself (a cell is
// untrusted).

#include <iosfwd>
#include <optional>
#include <string_view>

#include "query/table.h"

namespace entente {

enum class TableFormat { Text, Json, Jsonl, Csv, Tsv, Markdown };
std::optional<TableFormat> parse_table_format(
    std::string_view name);  // "table", "json", "jsonl", "csv", "tsv", "md"

struct TextOptions {
  std::size_t width = 100;  // columns of the terminal; 0 = do not wrap
  bool color = false;
};

void write_table(std::ostream& out, const Table& table, TableFormat format,
                 const TextOptions& options = {});

}  // namespace entente
