#pragma once
// A Table for a terminal: columns aligned by display width, long cells wrapped at words.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "out/tables.h"

namespace entente {

void write_text_table(std::ostream& out, const Table& table, const TextOptions& options);

// `text` in lines of at most `width` columns, broken at spaces where possible. At least one line.
// REQUIRES: width > 1 (a wide character must fit)
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace entente
