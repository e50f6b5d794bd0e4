#include "cli/painted.h"

#include <algorithm>

#include "base/utf8.h"
#include "out/text_table.h"

namespace entente {
namespace {

constexpr std::size_t kNarrowest = 20;  // columns that a paragraph gets, whatever the indent

std::string painted_as(const Paint& paint, Emphasis emphasis, std::string_view text) {
  switch (emphasis) {
    case Emphasis::Name:
      return paint.subject(text);
    case Emphasis::Trigger:
      return paint.trigger(text);
    case Emphasis::Dim:
      return paint.dim(text);
    case Emphasis::Plain:
      break;
  }
  return std::string(text);
}

}  // namespace

void Painted::add(std::string_view text, Emphasis emphasis) {
  std::string flat;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const char last = flat.empty() ? (text_.empty() ? ' ' : text_.back()) : flat.back();
    if (!is_space(c.value)) {
      append_utf8(flat, c.value);
    } else if (last != ' ') {
      flat += ' ';
    }
    at += c.length;
  }
  text_ += printable(flat);
  emphasis_.resize(text_.size(), emphasis);
}

void write_painted(Terminal& terminal, const Painted& painted, std::size_t indent) {
  const std::string& text = painted.text();
  std::vector<std::string> lines = {text};
  if (terminal.width > 0) {
    lines = wrap(text, std::max(kNarrowest, terminal.width - std::min(terminal.width, indent)));
  }
  std::size_t at = 0;  // where the line stands in the text: breaking drops blanks only
  for (const std::string& line : lines) {
    while (at < text.size() && text[at] == ' ' && !line.starts_with(' ')) ++at;
    terminal.out << std::string(indent, ' ');
    for (std::size_t end = at + line.size(); at < end;) {
      std::size_t stop = at;
      while (stop < end && painted.emphasis()[stop] == painted.emphasis()[at]) ++stop;
      terminal.out << painted_as(terminal.paint, painted.emphasis()[at],
                                 std::string_view(text).substr(at, stop - at));
      at = stop;
    }
    terminal.out << '\n';
  }
}

}  // namespace entente
