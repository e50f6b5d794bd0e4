#include "extract/http_message.h"

#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "extract/gunzip.h"

namespace entente {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// The next line without its end; `bytes` is what follows it.
std::string_view cut_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

int status_of(std::string_view line) {
  const std::size_t blank = line.find(' ');
  int status = 0;
  if (blank != line.npos) {
    const std::string_view digits = trimmed(line.substr(blank));
    std::from_chars(digits.data(), digits.data() + digits.size(), status);
  }
  return status;
}

// "1a2b;name=value" -> 0x1a2b
std::optional<std::size_t> chunk_size(std::string_view line) {
  const std::string_view digits = trimmed(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, code] = std::from_chars(digits.data(), end, size, 16);
  if (digits.empty() || code != std::errc() || stop != end) return std::nullopt;
  return size;
}

// Many crawlers join the chunks and leave the header: what does not begin with a chunk is whole.
std::string joined_chunks(std::string_view bytes, std::string& problem) {
  std::string body;
  for (std::string_view left = bytes;;) {
    const bool first = left.size() == bytes.size();
    const auto size = chunk_size(cut_line(left));
    if (!size && first) return std::string(bytes);
    if (!size) {
      problem = "found no size of a chunk where one was expected";
      return {};
    }
    if (*size == 0) return body;
    if (*size > left.size()) {
      problem = "a chunk that is cut off";
      return {};
    }
    body += left.substr(0, *size);
    left.remove_prefix(*size);
    if (left.starts_with('\r')) left.remove_prefix(1);
    if (left.starts_with('\n')) left.remove_prefix(1);
  }
}

// As with chunks: the header may tell of what the crawler has undone.
bool is_packed(std::string_view coding, std::string_view body) {
  if (body.empty()) return false;
  if (coding == "deflate") return trimmed(body).substr(0, 1) != "<";
  return body.starts_with("\x1f\x8b");
}

void unpack_body(HttpResponse& response, std::size_t limit) {
  const std::string coding = lower(trimmed(field(response.fields, "content-encoding")));
  if (coding.empty() || coding == "identity") return;
  if (coding != "gzip" && coding != "x-gzip" && coding != "deflate") {
    if (trimmed(response.body).starts_with('<')) return;
    response.problem =
        "content encoding \"" + printable(coding) + "\"; only gzip and deflate are read";
    return;
  }
  if (is_packed(coding, response.body)) {
    response.body = unpack(response.body, limit, response.problem);
  }
}

}  // namespace

std::string_view field(const HeaderFields& fields, std::string_view name) {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return {};
}

void add_field(std::string_view line, HeaderFields& fields) {
  if (line.starts_with(' ') || line.starts_with('\t')) {
    if (!fields.empty()) fields.back().second.append(" ").append(trimmed(line));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return;
  fields.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

HttpResponse read_http_response(std::string_view bytes, std::size_t limit) {
  HttpResponse response;
  response.status = status_of(cut_line(bytes));
  for (;;) {
    if (bytes.empty()) {
      response.problem = "an HTTP header that does not end";
      return response;
    }
    const std::string_view line = cut_line(bytes);
    if (line.empty()) break;
    add_field(line, response.fields);
  }
  const std::string transfer = lower(field(response.fields, "transfer-encoding"));
  response.body = transfer.find("chunked") != transfer.npos ? joined_chunks(bytes, response.problem)
                                                            : std::string(bytes);
  if (response.problem.empty()) unpack_body(response, limit);
  return response;
}

std::string media_type(std::string_view content_type) {
  return lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  const std::string lowered = lower(content_type);
  const std::size_t at = lowered.find("charset=");
  if (at == lowered.npos) return {};
  std::string_view value = std::string_view(lowered).substr(at + 8);
  value = trimmed(value.substr(0, value.find(';')));
  if (value.size() >= 2 && value.front() == '"') value = value.substr(1, value.find('"', 1) - 1);
  return std::string(value);
}

}  // namespace entente
