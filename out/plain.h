#pragma once
// Small plain texts that several formats share: cells, CSV fields, numbers that no locale changes.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "query/table.h"

namespace entente {

std::string cell_text(const Cell& cell);  // lists joined by "; ", nothing = ""
std::string join(const std::vector<std::string>& texts, std::string_view separator);

// A field of a CSV file (RFC 4180): quoted where it must be. Control characters but tab and line
// breaks, and bidirectional overrides, become U+FFFD: a file that is shown on a terminal must not
// steer it.
std::string csv_field(std::string_view text);

// A line of such fields. `excel_safe`: what a spreadsheet would compute (=, +, -, @, or a tab or
// line break before them) gets a ' in front, which changes it; so only where it is asked for.
void write_csv_row(std::ostream& out, const std::vector<std::string>& fields,
                   bool excel_safe = false);

// `text` between `quote`s, as Cypher, Turtle and YAML read it: the quote and backslashes after a
// backslash; what an editor would not show as it is (control characters, marks of direction and the
// like) as \uXXXX. Nothing is lost but bytes that are not UTF-8.
std::string quoted_text(std::string_view text, char quote);

std::string fixed(double value, int decimals);  // "12.50"
std::string shortest(double value);             // "12.5", at most four decimals

}  // namespace entente
