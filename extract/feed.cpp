// The whole feed becomes a tree, since libxml2 mends what is broken in trees alone; a reader then
// walks over it. What counts is where a text stands: its path from the item, in the feed's own
// names whatever prefixes it uses.

#include "extract/feed.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/html_tree.h"
#include "extract/lines.h"

namespace entente {
namespace {

constexpr std::size_t kHead = 4096;  // bytes in which the first element must begin

std::string_view bytes_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_root(std::string_view name) {
  const std::string local = lower(local_part(name));
  return local == "rss" || local == "feed" || local == "rdf";
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::string trimmed(std::string_view text) {
  const Span span = trim(text, {0, static_cast<std::uint32_t>(text.size())});
  return std::string(slice(text, span));
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

struct FreeXml {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

// The parser stops at control characters, which some feeds have. In UTF-16 every other byte is one.
void blank_controls(std::string& bytes) {
  if (bytes.substr(0, 4).find('\0') != bytes.npos) return;
  for (char& c : bytes) {
    if (static_cast<unsigned char>(c) < 0x20 && !is_blank({&c, 1})) c = ' ';
  }
}

// ---- Names

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view kDublinCore = "http://purl.org/dc/";

// "title" of the feed's own language, "dc:creator", "content:encoded"; others with their prefix.
std::string name_of(xmlTextReader* reader) {
  const std::string_view space = bytes_of(xmlTextReaderConstNamespaceUri(reader));
  std::string local(local_part(bytes_of(xmlTextReaderConstLocalName(reader))));
  if (space == kAtom) return local;
  if (space == kContent) return "content:" + local;
  if (space.starts_with(kDublinCore)) return "dc:" + local;
  return std::string(bytes_of(xmlTextReaderConstName(reader)));
}

std::string attribute_of(xmlTextReader* reader, const char* name) {
  xmlChar* value = xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name));
  std::string result(bytes_of(value));
  xmlFree(value);
  return result;
}

// ---- One item

// What stands in a content element.
enum class Form { Html, Text, Xhtml, Other };

struct Item {
  std::uint32_t line = 0;
  std::string link, address, guid, title, published, updated, author, creator, source;
  std::string encoded, content, description;  // the best first
  Form content_form = Form::Html, description_form = Form::Html;
};

// "jane@example.org (Jane Example)" -> "Jane Example"
std::string name_in(const std::string& author) {
  const std::size_t open = author.find('(');
  const std::size_t close = author.find(')', open == author.npos ? 0 : open);
  if (open != author.npos && close != author.npos) {
    return author.substr(open + 1, close - open - 1);
  }
  return author.find('@') == author.npos ? author : std::string();
}

std::string markup_of(std::string_view text, Form form) {
  if (form == Form::Other) return {};
  if (form != Form::Text) return std::string(text);
  std::string html = "<p>";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool gap = text.substr(i).starts_with("\n\n");
    if (gap) {
      html += "</p><p>";
    } else if (text[i] == '\n') {
      html += "<br>";
    } else {
      append_escaped(text.substr(i, 1), html);
    }
  }
  return html + "</p>";
}

std::string body_of(const Item& item) {
  if (!is_blank(item.encoded)) return item.encoded;
  std::string content = markup_of(item.content, item.content_form);
  if (!is_blank(item.content) && !content.empty()) return content;
  return is_blank(item.description) ? "" : markup_of(item.description, item.description_form);
}

std::string page_of(const std::string& title, const std::string& body) {
  std::string escaped;
  append_escaped(title, escaped);
  return "<html><head><title>" + escaped + "</title></head><body><article><h1>" + escaped +
         "</h1><div>" + body + "</div></article></body></html>";
}

// ---- The feed

class FeedReader {
 public:
  FeedReader(LineReader& bytes, const std::string& file,
             const std::function<void(RawArticle)>& each, const std::function<void(Warning)>& warn)
      : bytes_(bytes), file_(file), each_(each), warn_(warn) {}

  void read() {
    std::string bytes = bytes_.rest(kLargestArticle);
    if (bytes.size() > kLargestArticle) return warn(0, "a feed larger than 10 MB");
    blank_controls(bytes);
    const auto document = parse(bytes);
    if (!problem_.empty()) warn(problem_line_, problem_);
    const std::unique_ptr<xmlTextReader, FreeXml> reader(document ? xmlReaderWalker(document.get())
                                                                  : nullptr);
    while (reader && !refused_ && xmlTextReaderRead(reader.get()) == 1) node(reader.get());
    if (waiting_ && !cut_) finish(*waiting_);
    if (!begun_ && problem_.empty()) warn(0, "expected a feed, found no element");
  }

 private:
  std::unique_ptr<xmlDoc, FreeXml> parse(const std::string& bytes) {
    constexpr int kOptions =
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    xmlInitParser();
    xmlSetStructuredErrorFunc(this, note_problem);  // of this thread
    std::unique_ptr<xmlDoc, FreeXml> document(
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    return document;
  }

#if LIBXML_VERSION >= 21200
  using XmlProblem = const xmlError*;
#else
  using XmlProblem = xmlError*;
#endif

  // Names such as &nbsp; are HTML's and do no harm.
  static void note_problem(void* self, XmlProblem error) {
    auto* reader = static_cast<FeedReader*>(self);
    const bool harmless = error->level == XML_ERR_WARNING || error->domain == XML_FROM_NAMESPACE ||
                          error->code == XML_ERR_UNDECLARED_ENTITY;
    if (error->code == XML_ERR_TAG_NOT_FINISHED && error->str1 != nullptr) {
      const std::string_view innermost = local_part(error->str1);
      reader->cut_ = innermost != "channel" && !is_root(innermost);
    }
    if (harmless || !reader->problem_.empty()) return;
    const std::string what = error->message == nullptr ? "unknown" : error->message;
    reader->problem_ = "broken XML: " + printable(repair_utf8(trimmed(what)));
    reader->problem_line_ = static_cast<std::uint32_t>(std::max(error->line, 0));
  }

  void node(xmlTextReader* reader) {
    switch (xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT:
        return open(reader);
      case XML_READER_TYPE_END_ELEMENT:
        return close();
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return text(bytes_of(xmlTextReaderConstValue(reader)));
      case XML_READER_TYPE_ENTITY_REFERENCE:
        return entity(xmlTextReaderConstName(reader));
      default:
        return;
    }
  }

  // One of HTML's, by its number; others stay unread.
  void entity(const xmlChar* name) {
    const htmlEntityDesc* known = htmlEntityLookup(name);
    if (known == nullptr) return;
    std::string value;
    append_utf8(value, known->value);
    text(value);
  }

  void open(xmlTextReader* reader) {
    const std::string name = name_of(reader);
    const bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
    if (path_.empty() && !begun_) {
      begun_ = true;
      if (!is_root(name)) {
        refused_ = true;
        return warn(0, "expected a feed, RSS or Atom; found <" + printable(name) + ">");
      }
    }
    path_.push_back(name);
    if (!item_ && (name == "item" || name == "entry")) {
      item_.emplace();
      if (waiting_) finish(*std::exchange(waiting_, std::nullopt));
      item_->line =
          static_cast<std::uint32_t>(std::max(0L, xmlGetLineNo(xmlTextReaderCurrentNode(reader))));
      item_depth_ = path_.size();
    } else if (item_) {
      open_inside(reader, name);
    }
    if (empty) close();
  }

  void open_inside(xmlTextReader* reader, const std::string& name) {
    const std::size_t depth = path_.size() - item_depth_;
    if (std::string* body = depth > 1 ? body_here() : nullptr) {
      const std::string_view local = local_part(name);
      body->append("<").append(local).append(">");
      return;
    }
    if (std::string* field = field_here(); field && !is_blank(*field)) begin_again(*field);
    if (depth != 1) return;
    if (name == "link") {
      const std::string rel = attribute_of(reader, "rel");
      if (rel.empty() || rel == "alternate") take(attribute_of(reader, "href"), item_->address);
    } else if (name == "content") {
      item_->content_form = form_of(attribute_of(reader, "type"));
    } else if (name == "summary") {
      item_->description_form = form_of(attribute_of(reader, "type"));
    }
  }

  // Authors are joined; of other fields the first counts.
  void begin_again(std::string& field) {
    if (&field == &item_->creator) {
      field += ", ";
    } else if (deaf_ == 0) {
      deaf_ = path_.size();
    }
  }

  static Form form_of(const std::string& type) {
    if (type == "html" || type == "text/html") return Form::Html;
    if (type == "xhtml" || type == "application/xhtml+xml") return Form::Xhtml;
    return type.empty() || type == "text" || type == "text/plain" ? Form::Text : Form::Other;
  }

  // The body that the element at depth 1 of the item is, if it is one.
  std::string* body_here() {
    if (!item_ || path_.size() <= item_depth_) return nullptr;
    const std::string& name = path_[item_depth_];
    if (name == "content:encoded") return &item_->encoded;
    if (name == "content") return &item_->content;
    if (name == "description" || name == "summary") return &item_->description;
    return nullptr;
  }

  void close() {
    if (path_.empty()) return;
    if (item_ && path_.size() == item_depth_) {
      waiting_ = std::exchange(item_, std::nullopt);
    } else if (std::string* body = body_here(); body && path_.size() > item_depth_ + 1) {
      body->append("</").append(local_part(path_.back())).append(">");
    }
    if (deaf_ == path_.size()) deaf_ = 0;
    path_.pop_back();
  }

  void text(std::string_view value) {
    if (item_) return text_of_item(value);
    const bool feeds_own = path_.size() >= 2 && path_.back() == "title" &&
                           (path_[path_.size() - 2] == "channel" || path_.size() == 2);
    if (feeds_own) outlet_ += value;
  }

  void text_of_item(std::string_view value) {
    if (std::string* body = body_here()) {
      const bool xhtml = path_[item_depth_] == "content"   ? item_->content_form == Form::Xhtml
                         : path_[item_depth_] == "summary" ? item_->description_form == Form::Xhtml
                                                           : false;
      if (xhtml) return append_escaped(value, *body);
      body->append(value);
      return;
    }
    if (deaf_ != 0) return;
    if (std::string* plain = field_here()) *plain += value;
  }

  std::string* field_here() {
    const std::size_t depth = path_.size() - item_depth_;
    if (depth == 0 || depth > 2) return nullptr;
    const std::string& first = path_[item_depth_];
    const std::string& last = path_.back();
    if (depth == 2) {
      if (first == "author" && last == "name") return &item_->creator;
      if (first == "source" && last == "title") return &item_->source;
      return nullptr;
    }
    struct Row {
      std::string_view name;
      std::string Item::*field;
    };
    static constexpr std::array<Row, 12> kFields = {{{"title", &Item::title},
                                                     {"link", &Item::link},
                                                     {"guid", &Item::guid},
                                                     {"id", &Item::guid},
                                                     {"pubDate", &Item::published},
                                                     {"published", &Item::published},
                                                     {"issued", &Item::published},
                                                     {"dc:date", &Item::published},
                                                     {"updated", &Item::updated},
                                                     {"dc:creator", &Item::creator},
                                                     {"author", &Item::author},
                                                     {"source", &Item::source}}};
    for (const Row& row : kFields) {
      if (row.name == first) return &(*item_.*row.field);
    }
    return nullptr;
  }

  static void take(const std::string& value, std::string& field) {
    if (is_blank(field)) field = value;
  }

  void finish(const Item& item) {
    const std::string title = trimmed(plain_text(trimmed(item.title)));
    const std::string body = body_of(item);
    if (is_blank(body)) return warn(item.line, "an item without content or description");
    RawArticle raw;
    raw.format = RawArticle::Format::Html;
    raw.place = {file_, item.line, 0};
    Article& article = raw.article;
    article.text = page_of(title, body);
    article.title = title;
    article.outlet = trimmed(plain_text(trimmed(is_blank(item.source) ? outlet_ : item.source)));
    const std::string author = is_blank(item.creator) ? name_in(item.author) : item.creator;
    article.author = trimmed(plain_text(trimmed(author)));
    raw.published = trimmed(is_blank(item.published) ? item.updated : item.published);
    const std::string guid = trimmed(item.guid);
    article.url = trimmed(is_blank(item.link) ? item.address : item.link);
    if (article.url.empty() && guid.find("://") != guid.npos) article.url = guid;
    article.id = !article.url.empty() ? article.url : guid;
    if (article.id.empty()) article.id = file_ + ":" + std::to_string(item.line);
    // Of broken XML the parser passes bytes on that are no text.
    for (std::string* text : {&article.id, &article.url, &article.title, &article.outlet,
                              &article.author, &article.text, &raw.published}) {
      *text = repair_utf8(*text);
    }
    each_(std::move(raw));
  }

  void warn(std::uint32_t line, const std::string& message) {
    warn_({Place{file_, line, 0}, message});
  }

  LineReader& bytes_;
  const std::string& file_;
  const std::function<void(RawArticle)>& each_;
  const std::function<void(Warning)>& warn_;
  std::vector<std::string> path_;  // names of the elements around
  std::string outlet_;
  std::optional<Item> item_;     // at hand
  std::optional<Item> waiting_;  // read; whether the file ends within it, its end tells
  std::size_t item_depth_ = 0;   // size of path_ at the item
  std::size_t deaf_ = 0;         // of path_, inside a field that came before; 0 = not in one
  std::string problem_;
  std::uint32_t problem_line_ = 0;
  bool cut_ = false;  // the file ends within its last item
  bool begun_ = false, refused_ = false;
};

}  // namespace

bool is_feed(std::string_view bytes) {
  bytes = bytes.substr(0, kHead);
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1)) {
    const std::string_view name =
        bytes.substr(at + 1, bytes.substr(at + 1).find_first_of(" \t\r\n/>"));
    if (name.starts_with("!--")) {
      at = bytes.find("-->", at);
      if (at == bytes.npos) return false;
    } else if (!name.starts_with('?') && !name.starts_with('!')) {
      return is_root(name);
    }
  }
  return false;
}

void read_feed(LineReader& bytes, const std::string& file,
               const std::function<void(RawArticle)>& each,
               const std::function<void(Warning)>& warn) {
  FeedReader(bytes, file, each, warn).read();
}

}  // namespace entente
