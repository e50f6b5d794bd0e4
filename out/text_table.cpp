// A Table for a terminal: see text_table.h.

#include "out/text_table.h"

#include <algorithm>
#include <numeric>
#include <ostream>

#include "base/utf8.h"
#include "out/plain.h"

namespace entente {
namespace {

constexpr std::size_t kGap = 2;         // columns between two columns
constexpr std::size_t kNarrowest = 12;  // a column is not wrapped to less

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

std::string heading(std::string_view column) {
  std::string text = printable(column);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// Width of every column: what its content needs; when that is more than the terminal has, the
// widest columns give way, one by one, the last of equals first.
std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& lines,
                                       std::size_t columns, std::size_t terminal) {
  std::vector<std::size_t> widths(columns, 0);
  for (const std::vector<std::string>& line : lines) {
    for (std::size_t i = 0; i < columns; ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  }
  if (terminal == 0 || columns == 0) return widths;
  std::size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (columns - 1));
  while (total > terminal) {
    const auto widest = std::max_element(widths.rbegin(), widths.rend());
    if (*widest <= kNarrowest) break;
    --*widest;
    --total;
  }
  return widths;
}

std::string pad(const std::string& text, std::size_t width, bool right) {
  const std::size_t own = display_width(text);
  const std::string space(width > own ? width - own : 0, ' ');
  return right ? space + text : text + space;
}

// One row of the table: as many lines as its longest cell needs.
void write_row(std::ostream& out, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths, const std::vector<bool>& right) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(wrap(cells[i], std::max<std::size_t>(widths[i], 2)));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line.append(kGap, ' ');
      line += pad(row < wrapped[i].size() ? wrapped[i][row] : std::string(), widths[i], right[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  }
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  std::size_t last_space = std::string::npos;  // in lines.back()
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    const std::size_t columns = display_width(bytes);
    at += c.length;
    if (used + columns > width) {
      std::string& line = lines.back();
      std::string rest;
      if (c.value == U' ') {
        last_space = std::string::npos;
      } else if (last_space != std::string::npos) {
        rest = line.substr(last_space + 1);
        line.erase(last_space);
      }
      lines.push_back(rest);
      used = display_width(rest);
      last_space = std::string::npos;
      if (c.value == U' ') continue;
    }
    if (c.value == U' ') last_space = lines.back().size();
    lines.back() += bytes;
    used += columns;
  }
  return lines;
}

void write_text_table(std::ostream& out, const Table& table, const TextOptions& options) {
  const std::size_t columns = table.columns.size();
  std::vector<std::vector<std::string>> lines(1);
  std::vector<bool> right(columns, !table.rows.empty());
  for (const std::string& column : table.columns) lines.front().push_back(heading(column));
  for (const std::vector<Cell>& row : table.rows) {
    std::vector<std::string>& line = lines.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) {
      line.push_back(printable(cell_text(row[i])));
      if (!is_number(row[i])) right[i] = false;
    }
  }
  const std::vector<std::size_t> widths = column_widths(lines, columns, options.width);
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (row == 0 && options.color) out << "\x1b[1m";
    write_row(out, lines[row], widths, right);
    if (row == 0 && options.color) out << "\x1b[0m";
  }
}

}  // namespace entente
