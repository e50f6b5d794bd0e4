#pragma once
// The text tables of data/: UTF-8, one record a line, fields separated by tabs, '#' starts a
// comment line, empty lines are skipped. The first record names the columns.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Tsv {
  struct Row {
    std::uint32_t line = 0;                // from 1
    std::vector<std::string_view> fields;  // exactly one for each column; views into `bytes`
  };
  std::string file;
  std::string bytes;
  std::vector<std::string_view> columns;
  std::vector<Row> rows;

  Tsv() = default;
  Tsv(const Tsv&) = delete;  // rows have views into bytes
  Tsv& operator=(const Tsv&) = delete;
};

// Reads `path` into `table`. Throws Error naming file and line when the columns are not exactly
// `columns` or a row has another number of fields.
void read_tsv(Tsv& table, const std::filesystem::path& path,
              const std::vector<std::string_view>& columns);

}  // namespace entente
