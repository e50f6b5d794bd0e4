// zlib looks for gzip's header, checks its sums and leaves what follows a member, which may be
// another one: https://www.rfc-editor.org/rfc/rfc1952

#include "extract/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace entente {
namespace {

constexpr std::size_t kChunk = 1u << 16;
// Texts shrink to a tenth, repetitive ones to a fiftieth; deflate can do a thousand, and that is a
// bomb.
constexpr std::uint64_t kMostGrowth = 200;
constexpr std::uint64_t kSmall = 64u << 20;  // bytes that any file may grow to
constexpr int kGzip = 15 + 16;
constexpr int kGzipOrZlib = 15 + 32;
constexpr int kRawDeflate = -15;

constexpr std::string_view kMagic = "\x1f\x8b\x08";

class Inflater {
 public:
  explicit Inflater(int format) {
    if (inflateInit2(&state, format) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&state); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  void feed(std::string_view bytes) {
    // zlib does not write to it.
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    state.avail_in = static_cast<uInt>(bytes.size());
  }
  // Fills `out` as far as the input goes; how many bytes it got.
  std::size_t run(char* out, std::size_t size, int& code) {
    state.next_out = reinterpret_cast<Bytef*>(out);
    state.avail_out = static_cast<uInt>(size);
    code = inflate(&state, Z_NO_FLUSH);
    return size - state.avail_out;
  }

  z_stream state{};
};

}  // namespace

class GunzipStream::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::istream& packed) : packed_(packed) {}

  const std::string& problem() const { return problem_; }

  bool resume() {
    if (problem_.empty() || grew_too_much_) return false;
    // The byte at which it went wrong may be the header of the member that was begun.
    if (at_ < size_) ++at_;
    while (find_magic()) {
      if (begin_member()) {
        problem_.clear();
        return true;
      }
      ++at_;
    }
    return false;
  }

 protected:
  int_type underflow() override {
    while (problem_.empty() && !done_) {
      if (at_ == size_ && !fill()) return end_of_input();
      if (between_ && !next_member()) continue;
      const std::size_t got = unpack_some();
      if (got == 0) continue;
      setg(out_.data(), out_.data(), out_.data() + got);
      return traits_type::to_int_type(out_[0]);
    }
    return traits_type::eof();
  }

 private:
  // More packed bytes behind those that are left.
  bool fill() {
    std::copy(in_.begin() + static_cast<std::ptrdiff_t>(at_),
              in_.begin() + static_cast<std::ptrdiff_t>(size_), in_.begin());
    size_ -= at_;
    taken_ += at_;
    at_ = 0;
    packed_.read(in_.data() + size_, static_cast<std::streamsize>(in_.size() - size_));
    const auto got = static_cast<std::size_t>(packed_.gcount());
    size_ += got;
    return got > 0;
  }

  std::string_view waiting() const { return {in_.data() + at_, size_ - at_}; }

  bool find_magic() {
    for (;;) {
      const std::size_t found = waiting().find(kMagic);
      if (found != std::string_view::npos) {
        at_ += found;
        return true;
      }
      // The magic may lie across the end of what is here.
      at_ = std::max(at_, size_ - std::min<std::size_t>(size_, kMagic.size() - 1));
      if (!fill()) return false;
    }
  }

  bool begin_member() {
    while (waiting().size() < 4) {
      if (!fill()) return false;
    }
    constexpr unsigned kReserved = 0xE0;  // flags that no writer sets
    if ((static_cast<unsigned char>(waiting()[3]) & kReserved) != 0) return false;
    inflateReset(&inflater_.state);
    between_ = false;
    return true;
  }

  // Behind a member: another one, or zeros that fill a block up. False when there is none yet.
  bool next_member() {
    while (at_ < size_ && in_[at_] == '\0') ++at_;
    if (at_ == size_) return false;
    while (waiting().size() < kMagic.size() && fill()) {
    }
    if (!waiting().starts_with(kMagic) || !begin_member()) {
      fail("broken gzip data behind byte " + std::to_string(taken_ + at_));
      return false;
    }
    return true;
  }

  std::size_t unpack_some() {
    inflater_.feed(waiting());
    int code = Z_OK;
    const std::size_t got = inflater_.run(out_.data(), out_.size(), code);
    at_ = size_ - inflater_.state.avail_in;
    given_ += got;
    if (code == Z_STREAM_END) {
      between_ = true;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      fail("broken gzip data behind byte " + std::to_string(taken_ + at_));
    }
    if (given_ > kSmall && given_ / kMostGrowth > taken_ + at_) {
      grew_too_much_ = true;
      fail("gzip data that grows more than " + std::to_string(kMostGrowth) + "-fold");
    }
    return got;
  }

  int_type end_of_input() {
    done_ = true;
    if (packed_.bad()) {
      fail("cannot be read to its end");
    } else if (!between_) {
      fail("gzip data that ends too early");
    }
    return traits_type::eof();
  }

  void fail(std::string problem) { problem_ = std::move(problem); }

  std::istream& packed_;
  Inflater inflater_{kGzip};
  std::array<char, kChunk> in_{}, out_{};
  std::size_t at_ = 0, size_ = 0;        // of in_: what is left to unpack
  std::uint64_t taken_ = 0, given_ = 0;  // bytes before in_, and bytes unpacked
  bool between_ = false;                 // behind a member
  bool done_ = false;
  bool grew_too_much_ = false;
  std::string problem_;
};

GunzipStream::GunzipStream(std::istream& packed)
    : std::istream(nullptr), buffer_(new Buffer(packed)) {
  rdbuf(buffer_.get());
}

GunzipStream::~GunzipStream() = default;

const std::string& GunzipStream::problem() const { return buffer_->problem(); }

bool GunzipStream::resume() {
  if (!buffer_->resume()) return false;
  clear();
  return true;
}

bool is_gzip(std::istream& in) { return in.peek() == std::char_traits<char>::to_int_type('\x1f'); }

std::string unpack(std::string_view packed, std::size_t limit, std::string& problem) {
  problem.clear();
  const auto byte = [&](std::size_t i) {
    return i < packed.size() ? static_cast<unsigned char>(packed[i]) : 0U;
  };
  const bool gzip = packed.starts_with("\x1f\x8b");
  const bool zlib = (byte(0) & 15U) == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
  Inflater inflater(gzip || zlib ? kGzipOrZlib : kRawDeflate);
  inflater.feed(packed);
  std::string result;
  int code = Z_OK;
  while (code == Z_OK && result.size() <= limit) {
    const std::size_t size = result.size();
    const std::size_t room = std::min(kChunk, limit + 1 - size);
    result.resize(size + room);
    result.resize(size + inflater.run(result.data() + size, room, code));
  }
  if (code == Z_BUF_ERROR || (code == Z_OK && result.size() <= limit)) {
    problem = "packed data that ends too early";
  } else if (code != Z_STREAM_END && code != Z_OK) {
    problem = "broken packed data";
  }
  return result;
}

}  // namespace entente
