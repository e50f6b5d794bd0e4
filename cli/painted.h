#pragma once
// A paragraph in which some words stand out, broken into lines before it is painted: escape
// sequences take no room.

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace entente {

enum class Emphasis : char { Plain, Name, Trigger, Dim };

class Painted {
 public:
  // Any text: blanks are run together, what a terminal must not get is replaced.
  void add(std::string_view text, Emphasis emphasis = Emphasis::Plain);

  const std::string& text() const { return text_; }
  const std::vector<Emphasis>& emphasis() const {
    return emphasis_;
  }  // one for each byte of text()

 private:
  std::string text_;
  std::vector<Emphasis> emphasis_;
};

// Each line `indent` columns in; broken at the terminal's width, or not at all where there is none.
void write_painted(Terminal& terminal, const Painted& painted, std::size_t indent);

}  // namespace entente
