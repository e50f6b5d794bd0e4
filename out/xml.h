#pragma once
// XML out: the one escaping writer of GEXF, GraphML, SVG and Graphviz's HTML labels.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// `text` for an element's content or a quoted attribute value. What XML 1.0 forbids (C0 controls
// but tab and line breaks, U+FFFE, U+FFFF) is left out; bytes that are not UTF-8 become U+FFFD.
std::string xml_text(std::string_view text);

// Writes elements, indented, and closes them in the right order.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out);  // writes the declaration
  ~XmlWriter() = default;
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  XmlWriter& open(std::string_view name);
  XmlWriter& attribute(std::string_view name,
                       std::string_view value);  // after open(), before any content
  void text(std::string_view content);
  void close();

 private:
  void finish_tag();
  void indent();

  std::ostream& out_;
  std::vector<std::string> names_;
  bool tag_open_ = false;
  bool has_text_ = false;
};

}  // namespace entente
