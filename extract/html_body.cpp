// From the elements that hold the article to its paragraphs: inline elements run together, block
// elements and line breaks separate, lists and short blocks of links are left out.

#include "extract/html_body.h"

#include "base/utf8.h"
#include "extract/html_measure.h"
#include "extract/html_vote.h"

namespace entente {
namespace {

constexpr std::size_t kShortBlock = 220;  // bytes; a block of links below it is a menu

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

constexpr std::size_t kLongestLine = 200;  // bytes of a name with its post
constexpr std::size_t kMostLines = 500;

class Writer {
 public:
  Writer(const MeasuredPage& page, std::vector<HtmlParagraph>& out) : page_(page), out_(out) {}

  void write(std::uint32_t root) {
    for (std::uint32_t i = root; i < page_.tree[root].end;) {
      close_until(i);
      if (page_.of[i].dropped || is_link_list(i)) {
        i = page_.tree[i].end;
        continue;
      }
      open(i);
      ++i;
    }
    close_until(page_.tree[root].end);
    flush();
  }

 private:
  struct Open {
    std::uint32_t at, end;
    HtmlParagraph::Kind kind;  // in force before
    bool block, link;
  };

  bool is_link_list(std::uint32_t i) const {
    const std::string& tag = page_.tree[i].tag;
    if (!one_of(tag, {"ul", "ol", "dl", "table", "div", "section"})) return false;
    const Measure& measure = page_.of[i];
    const bool list = one_of(tag, {"ul", "ol", "dl", "table"});
    return measure.text > 0 && link_density(measure) > (list ? 0.5 : 0.7);
  }

  void open(std::uint32_t i) {
    const HtmlNode& node = page_.tree[i];
    if (node.tag.empty()) return append(node.text);
    if (node.tag == "br") return line_break();
    const bool block = is_block(node.tag);
    if (block) flush();
    if (node.end > i + 1) {
      open_.push_back({i, node.end, kind_, block, node.tag == "a"});
      if (node.tag == "a") ++links_;
      kind_ = kind_of(node);
    }
  }

  void close_until(std::uint32_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (open_.back().block) flush();
      if (open_.back().link) --links_;
      kind_ = open_.back().kind;
      open_.pop_back();
    }
  }

  HtmlParagraph::Kind kind_of(const HtmlNode& node) const {
    if (kind_ == HtmlParagraph::Kind::Caption || node.tag == "figcaption" || node.tag == "figure" ||
        (node.tag != "body" && has_word(class_names(node), page_.words.html.captions))) {
      return HtmlParagraph::Kind::Caption;
    }
    if (is_heading(node.tag)) return HtmlParagraph::Kind::Heading;
    if (node.tag == "li") return HtmlParagraph::Kind::Item;
    return kind_;
  }

  void append(std::string_view text) {
    const std::size_t before = text_.size();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = decode_at(text, at);
      const bool space = is_space(c.value);
      if (!space) text_.append(text.substr(at, c.length));
      if (space && !text_.empty() && text_.back() != ' ') text_ += ' ';
      at += c.length;
    }
    if (text_.size() > before && text_.back() != ' ') breaks_ = 0;
    if (links_ > 0) in_links_ += text_.size() - before;
  }

  // One break ends a paragraph behind a finished sentence, two always do.
  void line_break() {
    const std::size_t end = text_.find_last_not_of(' ');
    const char last = end == text_.npos ? ' ' : text_[end];
    if (++breaks_ >= 2 || last == '.' || last == '!' || last == '?' || last == '"') return flush();
    if (!text_.empty() && text_.back() != ' ') text_ += ' ';
    if (!text_.empty() && (lines_.empty() || lines_.back() < text_.size()))
      lines_.push_back(text_.size());
  }

  void flush() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && !is_menu()) {
      std::size_t begin = 0;
      if (!is_list()) lines_.clear();
      for (const std::size_t end : lines_) {
        if (end < text_.size()) put(begin, end - 1);
        if (end < text_.size()) begin = end;
      }
      put(begin, text_.size());
    }
    text_.clear();
    lines_.clear();
    in_links_ = 0;
    breaks_ = 0;
  }

  void put(std::size_t begin, std::size_t end) {
    out_.push_back({kind_, text_.substr(begin, end - begin), in_links_, container()});
  }

  // Do single breaks part names with posts, "NAME, post<br>NAME, post", and not the lines of one
  // sentence? Each begins with a capital, has a comma, or a colon at its end, and few words in
  // lower case.
  bool is_list() const {
    if (lines_.empty() || in_links_ > 0 || lines_.size() > kMostLines) return false;
    std::size_t begin = 0;
    for (std::size_t k = 0; k <= lines_.size(); ++k) {
      const std::size_t end = k < lines_.size() ? lines_[k] : text_.size();
      if (begin >= end) continue;
      const std::string_view line = std::string_view(text_).substr(begin, end - begin);
      if (!is_name_with_post(line)) return false;
      begin = end;
    }
    return true;
  }

  static bool is_name_with_post(std::string_view line) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty() || line.size() > kLongestLine || !is_upper(decode_at(line, 0).value))
      return false;
    std::size_t words = 1;
    std::size_t small = 0;
    for (std::size_t at = line.find(' '); at != line.npos; at = line.find(' ', at + 1)) {
      ++words;
      if (is_lower(decode_at(line, at + 1).value)) ++small;
    }
    const bool comma = line.find(", ") != line.npos && !line.ends_with(',');
    return (comma || line.ends_with(':')) && small * 2 <= words;
  }

  // The second of the block elements around the text: the first is its paragraph.
  std::uint32_t container() const {
    int blocks = 0;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].block && ++blocks == 2) return open_[i].at;
    }
    return 0;
  }

  bool is_menu() const {
    const bool heading = kind_ == HtmlParagraph::Kind::Heading;
    return !heading && text_.size() < kShortBlock && in_links_ * 10 > text_.size() * 6;
  }

  const MeasuredPage& page_;
  std::vector<HtmlParagraph>& out_;
  std::vector<Open> open_;
  HtmlParagraph::Kind kind_ = HtmlParagraph::Kind::Text;
  std::string text_;
  std::size_t in_links_ = 0;
  int links_ = 0;
  int breaks_ = 0;
  std::vector<std::size_t> lines_;  // bytes of text_ behind single breaks
};

}  // namespace

std::vector<HtmlParagraph> find_article_paragraphs(const HtmlTree& tree, Pruning pruning,
                                                   const PageWords& words) {
  std::vector<HtmlParagraph> result;
  if (tree.empty()) return result;
  MeasuredPage page = measure_page(tree, pruning, words);
  for (const std::uint32_t root : find_article_elements(page)) Writer(page, result).write(root);
  return result;
}

std::size_t text_size(const std::vector<HtmlParagraph>& paragraphs) {
  std::size_t size = 0;
  for (const HtmlParagraph& paragraph : paragraphs) {
    const bool text =
        paragraph.kind == HtmlParagraph::Kind::Text || paragraph.kind == HtmlParagraph::Kind::Item;
    if (text) size += paragraph.text.size();
  }
  return size;
}

}  // namespace entente
