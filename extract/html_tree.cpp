// libxml2's tree is copied once and freed at once: what we walk is ours, small and flat.

#include "extract/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/utf8.h"

namespace entente {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view bytes_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

// Control characters are no HTML; the parser would stop at some of them.
std::string without_controls(std::string_view html) {
  std::string result(html);
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') c = ' ';
  }
  return result;
}

XmlDocument parse(const std::string& html) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
  return XmlDocument(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
}

void add_attributes(const xmlNode* element, HtmlNode& node) {
  for (const xmlAttr* attr = element->properties; attr; attr = attr->next) {
    std::string value;
    for (const xmlNode* part = attr->children; part; part = part->next)
      value += bytes_of(part->content);
    node.attributes.emplace_back(lower(bytes_of(attr->name)), std::move(value));
  }
}

// Adds `source` alone; false when it is neither element nor text.
bool add_node(const xmlNode* source, std::uint32_t parent, HtmlTree& tree) {
  HtmlNode node;
  node.parent = parent;
  if (source->type == XML_ELEMENT_NODE) {
    node.tag = lower(bytes_of(source->name));
    add_attributes(source, node);
  } else if (source->type == XML_TEXT_NODE || source->type == XML_CDATA_SECTION_NODE) {
    node.text = bytes_of(source->content);
  } else {
    return false;
  }
  tree.push_back(std::move(node));
  return true;
}

// Copies everything under `root` in document order.
void copy(const xmlNode* root, HtmlTree& tree) {
  const xmlNode* source = root;
  std::uint32_t parent = 0;
  while (source) {
    const bool added = add_node(source, parent, tree);
    const auto here = static_cast<std::uint32_t>(tree.size() - 1);
    if (added && source->type == XML_ELEMENT_NODE && source->children) {
      parent = here;
      source = source->children;
      continue;
    }
    if (added) tree[here].end = here + 1;
    while (source != root && !source->next) {
      source = source->parent;
      tree[parent].end = static_cast<std::uint32_t>(tree.size());
      parent = tree[parent].parent;
    }
    if (source == root) break;
    source = source->next;
  }
  for (HtmlNode& node : tree) {
    if (node.end == 0) node.end = static_cast<std::uint32_t>(tree.size());
  }
}

bool is_silent(std::string_view tag) {
  return tag == "script" || tag == "style" || tag == "noscript" || tag == "template" ||
         tag == "head";
}

bool breaks_line(std::string_view tag) {
  return tag == "p" || tag == "br" || tag == "div" || tag == "li" || tag == "blockquote" ||
         (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6');
}

void append_words(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_space(c.value)) {
      out.append(text.substr(at, c.length));
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
    at += c.length;
  }
}

std::string gather(const HtmlTree& tree, std::uint32_t at, bool lines) {
  std::string result;
  for (std::uint32_t i = at; i < tree[at].end;) {
    if (is_silent(tree[i].tag)) {
      i = tree[i].end;
      continue;
    }
    if (lines && breaks_line(tree[i].tag) && !result.empty()) result += '\n';
    append_words(tree[i].text, result);
    ++i;
  }
  while (!result.empty() && (result.back() == ' ' || result.back() == '\n')) result.pop_back();
  return result;
}

}  // namespace

HtmlTree parse_html(std::string_view html) {
  HtmlTree tree;
  const XmlDocument document = parse(without_controls(html));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root) copy(root, tree);
  return tree;
}

std::string_view attribute(const HtmlNode& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes) {
    if (key == name) return value;
  }
  return {};
}

std::string text_inside(const HtmlTree& tree, std::uint32_t at) { return gather(tree, at, false); }

std::string plain_text(std::string_view fragment) {
  if (fragment.find_first_of("<&") == fragment.npos) return std::string(fragment);
  std::string html = "<body>";
  // Line breaks of the text stay line breaks.
  for (const char c : fragment) {
    if (c == '\n') html += "<br>";
    html += c;
  }
  const HtmlTree tree = parse_html(html);
  return tree.empty() ? std::string{} : gather(tree, 0, true);
}

}  // namespace entente
