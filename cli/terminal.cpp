#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.h"

namespace entente {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 16;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const long said = std::strtol(std::string(environment("COLUMNS")).c_str(), nullptr, 10);
  return said > 0 && said < 10000 ? static_cast<std::size_t>(said) : 80;
}

}  // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)), buffer_(kBufferSize) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

void DescriptorBuffer::write_all(const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t written = ::write(descriptor_, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= static_cast<std::size_t>(written);
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EPIPE) throw ClosedPipe();
    throw Error(Fault::System, "cannot write to " + name_ + ": " + std::strerror(errno));
  }
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
  sync();
  if (!traits_type::eq_int_type(c, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
  }
  return traits_type::not_eof(c);
}

std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize count) {
  if (count < epptr() - pptr()) return std::streambuf::xsputn(bytes, count);
  sync();
  write_all(bytes, static_cast<std::size_t>(count));
  return count;
}

int DescriptorBuffer::sync() {
  const auto waiting = static_cast<std::size_t>(pptr() - pbase());
  setp(buffer_.data(), buffer_.data() + buffer_.size());  // what fails once is not tried again
  write_all(buffer_.data(), waiting);
  return 0;
}

std::string Paint::with(std::string_view codes, std::string_view text) const {
  if (!on || text.empty()) return std::string(text);
  return "\x1b[" + std::string(codes) + 'm' + std::string(text) + "\x1b[0m";
}

Terminal look_around(std::ostream& out, std::ostream& messages) {
  Terminal terminal{out, messages, false, false, false, 0, {}};
  terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  terminal.messages_are_terminal =
      ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";  // a bar needs a cursor
  if (terminal.out_is_terminal) terminal.width = columns();
  choose_color(terminal, ColorChoice::Auto);
  return terminal;
}

void choose_color(Terminal& terminal, ColorChoice choice) {
  const bool welcome = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  terminal.paint.on = choice == ColorChoice::Always ||
                      (choice == ColorChoice::Auto && terminal.out_is_terminal && welcome);
}

}  // namespace entente
