// Record after record, each no further in memory than a page may be long. Where a record is not as
// long as it says, the next is looked for by its first line, within what was taken for the record
// too.

#include "extract/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "extract/http_message.h"

namespace entente {
namespace {

constexpr std::string_view kFirstLine = "WARC/";
constexpr std::size_t kLongestHeaderLine = 1u << 16;
constexpr std::size_t kMostHeaderLines = 1000;
// The HTTP header stands before the page, and chunks add to it.
constexpr std::size_t kLargestRecord = kLargestArticle + (1u << 20);

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, code] = std::from_chars(digits.data(), end, number);
  if (digits.empty() || code != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::string without_brackets(std::string_view url) {  // WARC 1.0 had them by mistake
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  return std::string(url);
}

bool is_page(std::string_view content_type, std::string_view body) {
  const std::string type = media_type(content_type);
  if (!type.empty()) return type == "text/html" || type == "application/xhtml+xml";
  const std::size_t begin = body.find_first_not_of(" \t\r\n");
  return begin != body.npos && body[begin] == '<';
}

class WarcReader {
 public:
  WarcReader(LineReader& lines, GunzipStream* packed, const std::string& file,
             const std::function<void(WarcPage)>& each, const std::function<void(Warning)>& warn)
      : lines_(lines), packed_(packed), file_(file), each_(each), warn_(warn) {}

  void read() {
    do {
      while (read_record()) {
      }
    } while (go_on_behind_damage());
    if (record_ == 0 && damage_.empty()) warn("expected a WARC file; it holds no record");
  }

 private:
  // False at the end of what can be read.
  bool read_record() {
    std::string line;
    bool too_long = false;
    do {
      if (!lines_.next(line, too_long, kLongestHeaderLine)) return false;
    } while (line.empty());
    ++record_;
    if (!line.starts_with(kFirstLine)) {
      warn("expected the first line of a record, WARC/1.0, found \"" +
           printable(repair_utf8(line.substr(0, 40))) + '"');
      return find_record();
    }
    HeaderFields fields;
    if (!read_header(fields)) return find_record();
    const auto length = number_of(field(fields, "content-length"));
    if (!length) {
      warn("expected a Content-Length of digits, found \"" +
           printable(repair_utf8(field(fields, "content-length"))) + '"');
      return find_record();
    }
    return read_block(fields, *length);
  }

  bool read_header(HeaderFields& fields) {
    std::string line;
    bool too_long = false;
    for (std::size_t count = 0; lines_.next(line, too_long, kLongestHeaderLine); ++count) {
      if (line.empty()) return true;
      if (too_long || count == kMostHeaderLines) {
        warn("a header that is too long");
        return false;
      }
      add_field(line, fields);
    }
    warn("a header that is cut off" + damage());
    return false;
  }

  bool read_block(const HeaderFields& fields, std::uint64_t length) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(length, kLargestRecord));
    const std::string block = lines_.take(wanted);
    const std::uint64_t skipped = block.size() < wanted ? 0 : lines_.skip(length - wanted);
    const std::uint64_t there = block.size() + skipped;
    if (there < length) {
      warn("a record that is cut off: " + std::to_string(there) + " of " + std::to_string(length) +
           " bytes" + damage());
      return look_inside(block);
    }
    if (!ends_here()) {
      warn("a record that does not end where its Content-Length says");
      return look_inside(block) || find_record();
    }
    take(fields, block, length > wanted);
    return true;
  }

  // An empty line, or the next record, or nothing.
  bool ends_here() {
    const std::string_view next = lines_.peek(kFirstLine.size() + 4);
    if (next.starts_with("\r\n\r\n") || next.starts_with("\n\n")) return true;
    const std::size_t begin = std::min(next.find_first_not_of("\r\n"), next.size());
    return next.substr(begin).starts_with(kFirstLine.substr(0, next.size() - begin));
  }

  // What was taken for the record may hold the next.
  bool look_inside(std::string_view block) {
    constexpr std::string_view kNext = "\nWARC/1.";
    const std::size_t found = block.starts_with(kNext.substr(1)) ? 0 : block.find(kNext);
    if (found == block.npos) return false;
    lines_.put_back(block.substr(found == 0 ? 0 : found + 1));
    return true;
  }

  bool find_record() {
    std::string line;
    bool too_long = false;
    for (;;) {
      if (lines_.peek(kFirstLine.size()) == kFirstLine) return true;
      if (!lines_.next(line, too_long, kLongestHeaderLine)) return false;
    }
  }

  void take(const HeaderFields& fields, std::string_view block, bool cut) {
    const std::string type = lower(field(fields, "warc-type"));
    WarcPage page;
    page.record = record_;
    page.url = without_brackets(repair_utf8(field(fields, "warc-target-uri")));
    page.fetched = field(fields, "warc-date");
    std::string_view content_type = field(fields, "content-type");
    HttpResponse response;
    if (type == "response" && block.starts_with("HTTP/")) {
      response = read_http_response(block, kLargestArticle);
      if (response.status != 200) return;
      content_type = field(response.fields, "content-type");
    } else if (type == "resource" && !content_type.empty()) {
      response.body = block;
    } else {
      return;
    }
    if (!is_page(content_type, response.body)) return;
    const std::string where = printable(page.url) + ": ";
    if (cut || response.body.size() > kLargestArticle) return warn(where + "larger than 10 MB");
    if (!response.problem.empty()) return warn(where + response.problem);
    if (const auto why = field(fields, "warc-truncated"); !why.empty()) {
      warn(where + "the crawler cut the page off: " + printable(repair_utf8(why)));
    }
    page.charset = charset_of(content_type);
    page.html = std::move(response.body);
    each_(std::move(page));
  }

  bool go_on_behind_damage() {
    if (packed_ == nullptr || packed_->problem().empty()) return false;
    if (damage_ != packed_->problem()) warn(packed_->problem());
    damage_ = packed_->problem();
    return packed_->resume();
  }

  // Said with the record that it hit, and then not again.
  std::string damage() {
    damage_ = packed_ == nullptr ? "" : packed_->problem();
    return damage_.empty() ? "" : ", " + damage_;
  }

  void warn(const std::string& message) { warn_({Place{file_, record_, 0}, message}); }

  LineReader& lines_;
  GunzipStream* packed_;
  const std::string& file_;
  const std::function<void(WarcPage)>& each_;
  const std::function<void(Warning)>& warn_;
  std::uint32_t record_ = 0;
  std::string damage_;
};

}  // namespace

void read_warc(LineReader& lines, GunzipStream* packed, const std::string& file,
               const std::function<void(WarcPage)>& each,
               const std::function<void(Warning)>& warn) {
  WarcReader(lines, packed, file, each, warn).read();
}

}  // namespace entente
