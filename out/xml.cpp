// XML out: see xml.h.

#include "out/xml.h"

#include <ostream>

#include "base/utf8.h"

namespace entente {
namespace {

bool is_allowed(char32_t c) {
  return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.length;
    if (c.value == '&') {
      escaped += "&amp;";
    } else if (c.value == '<') {
      escaped += "&lt;";
    } else if (c.value == '>') {
      escaped += "&gt;";
    } else if (c.value == '"') {
      escaped += "&quot;";
    } else if (is_allowed(c.value)) {
      append_utf8(escaped, c.value);
    }
  }
  return escaped;
}

XmlWriter::XmlWriter(std::ostream& out) : out_(out) {
  out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
}

XmlWriter& XmlWriter::open(std::string_view name) {
  finish_tag();
  indent();
  out_ << '<' << name;
  names_.emplace_back(name);
  tag_open_ = true;
  has_text_ = false;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ << ' ' << name << "=\"" << xml_text(value) << '"';
  return *this;
}

void XmlWriter::text(std::string_view content) {
  finish_tag();
  out_ << xml_text(content);
  has_text_ = true;
}

void XmlWriter::close() {
  const std::string name = names_.back();
  names_.pop_back();
  if (tag_open_) {
    out_ << "/>";
    tag_open_ = false;
  } else {
    if (!has_text_) indent();
    out_ << "</" << name << '>';
  }
  has_text_ = false;
  if (names_.empty()) out_ << '\n';
}

void XmlWriter::finish_tag() {
  if (tag_open_) out_ << '>';
  tag_open_ = false;
}

void XmlWriter::indent() { out_ << '\n' << std::string(2 * names_.size(), ' '); }

}  // namespace entente
