#include "extract/line_reader.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kChunk = 1u << 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool LineReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  in_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + static_cast<std::size_t>(in_.gcount()));
  return buffer_.size() > size;
}

char LineReader::first() {
  std::size_t looked = 0;
  while (looked < kLargestArticle) {
    std::size_t at = at_ + looked;
    if (looked == 0 && std::string_view(buffer_).substr(at_).starts_with(kByteOrderMark)) {
      at += kByteOrderMark.size();
    }
    at = buffer_.find_first_not_of(" \t\r\n", at);
    if (at != buffer_.npos) return buffer_[at];
    looked = buffer_.size() - at_;
    if (!fill()) break;
    if (looked < kByteOrderMark.size()) looked = 0;
  }
  return '\0';
}

bool LineReader::next(std::string& line, bool& too_long, std::size_t limit) {
  line.clear();
  too_long = false;
  if (at_ >= buffer_.size() && !fill()) return false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t part = std::min(end, buffer_.size()) - at_;
    const std::size_t room = limit - std::min(line.size(), limit);
    too_long = too_long || part > room;
    line.append(buffer_, at_, std::min(part, room));
    at_ += part;
    if (end != buffer_.npos) {
      ++at_;
      break;
    }
    if (!fill()) break;
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

std::string LineReader::rest(std::size_t limit) { return std::string(peek(limit + 1)); }

std::string_view LineReader::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(at_, size);
}

std::string LineReader::take(std::size_t size) {
  std::string bytes(peek(size));
  at_ += bytes.size();
  return bytes;
}

std::uint64_t LineReader::skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size && (at_ < buffer_.size() || fill())) {
    const std::uint64_t part = std::min<std::uint64_t>(buffer_.size() - at_, size - skipped);
    at_ += static_cast<std::size_t>(part);
    skipped += part;
  }
  return skipped;
}

void LineReader::put_back(std::string_view bytes) {
  buffer_.replace(0, at_, bytes);
  at_ = 0;
}

}  // namespace entente
