#pragma once
// Where a command's words go: data to one stream, messages to another, with colours where people
// look.

#include <cstddef>
#include <exception>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The reader of a pipe has gone: no error, and no reason to go on.
struct ClosedPipe : std::exception {};

// A file descriptor as a stream buffer that keeps the system's reason: throws ClosedPipe, or
// Error{Fault::System} naming `name`. A stream over it must rethrow (exceptions(badbit)).
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, std::string name);

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int sync() override;

 private:
  void write_all(const char* bytes, std::size_t count);

  int descriptor_;
  std::string name_;
  std::vector<char> buffer_;
};

enum class ColorChoice { Auto, Always, Never };

// Escape sequences around words, or none. The words themselves must be printable() already.
struct Paint {
  bool on = false;

  std::string bold(std::string_view text) const { return with("1", text); }
  std::string dim(std::string_view text) const { return with("2", text); }
  std::string subject(std::string_view text) const { return with("1;36", text); }
  std::string trigger(std::string_view text) const { return with("1;33", text); }
  std::string good(std::string_view text) const { return with("32", text); }
  std::string bad(std::string_view text) const { return with("31", text); }
  std::string with(std::string_view codes, std::string_view text) const;
};

struct Terminal {
  std::ostream& out;       // data
  std::ostream& messages;  // errors, warnings, progress
  bool out_is_terminal = false;
  bool messages_are_terminal = false;
  bool quiet = false;     // no progress and no closing lines
  std::size_t width = 0;  // columns of `out`; 0 = not a terminal, lines are not broken
  Paint paint;            // of `out`
};

// What the environment says of standard output and standard error (NO_COLOR, TERM, COLUMNS).
Terminal look_around(std::ostream& out, std::ostream& messages);
void choose_color(Terminal& terminal, ColorChoice choice);

}  // namespace entente
