// The table of abbreviations that tokens and sentences are made with.

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/tsv.h"
#include "extract/tokenize.h"

namespace entente {

Abbreviations load_abbreviations(const std::filesystem::path& data) {
  Tsv table;
  read_tsv(table, data / "words" / "abbreviations.tsv", {"form", "kind"});
  Abbreviations abbreviations;
  for (const Tsv::Row& row : table.rows) {
    const std::string_view kind = row.fields[1];
    if (kind == "title") {
      abbreviations.before_name.emplace(row.fields[0]);
    } else if (kind == "other") {
      abbreviations.other.emplace(row.fields[0]);
    } else if (kind == "number") {
      abbreviations.before_number.emplace(row.fields[0]);
    } else {
      throw Error(Fault::Input, {table.file, row.line},
                  "unknown kind \"" + std::string(kind) + "\"; known kinds: title, other, number");
    }
  }
  return abbreviations;
}

}  // namespace entente
