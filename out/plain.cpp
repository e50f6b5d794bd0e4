// Small plain texts: see plain.h.

#include "out/plain.h"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

#include "base/utf8.h"

namespace entente {
namespace {

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return shortest(value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& value) const { return join(value, "; "); }
};

// In the first plane: what is not there, or steers what is.
bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string cell_text(const Cell& cell) { return std::visit(CellText{}, cell); }

std::string join(const std::vector<std::string>& texts, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) joined += separator;
    joined += texts[i];
  }
  return joined;
}

std::string csv_field(std::string_view text) {
  std::string field;
  std::size_t from = 0;
  // printable() is for one line; here tabs and line breaks are data, and stay between its pieces.
  for (std::size_t at; (at = text.find_first_of("\t\r\n", from)) != std::string_view::npos;) {
    field += printable(text.substr(from, at - from));
    field += text[at];
    from = at + 1;
  }
  field += printable(text.substr(from));
  if (field.find_first_of(",\"\r\n\t ") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_csv_row(std::ostream& out, const std::vector<std::string>& fields, bool excel_safe) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& field = fields[i];
    const bool computed = !field.empty() && std::string_view("=+-@\t\r\n").find(field.front()) !=
                                                std::string_view::npos;
    if (i > 0) out << ',';
    out << csv_field(excel_safe && computed ? "'" + field : field);
  }
  out << '\n';
}

std::string quoted_text(std::string_view text, char quote) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.length;
    if (is_hidden(c.value)) {
      result += "\\u";
      for (unsigned shift = 16; shift > 0;) {
        shift -= 4;
        result += digits[(c.value >> shift) & 15U];
      }
    } else {
      if (c.value == static_cast<unsigned char>(quote) || c.value == '\\') result += '\\';
      append_utf8(result, c.value);
    }
  }
  return result + quote;
}

std::string fixed(double value, int decimals) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, decimals);
  const std::string text(digits.data(), end.ptr);
  // "-0.0" and "0.0" are one place on a page.
  return text.find_first_not_of("-0.") == std::string::npos && text.front() == '-' ? text.substr(1)
                                                                                   : text;
}

std::string shortest(double value) {
  std::string text = fixed(value, 4);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace entente
