#pragma once
// A bar on a terminal while a build runs; silence anywhere else.

#include <chrono>
#include <cstddef>

#include "cli/terminal.h"

namespace entente {

class Progress {
 public:
  Progress(Terminal& terminal,
           std::size_t total);  // a guess: less where files hold several articles
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  static bool is_shown(const Terminal& terminal) {
    return terminal.messages_are_terminal && !terminal.quiet;
  }

  void show(std::size_t done);  // draws at most ten times a second
  void clear();                 // before other messages and at the end

 private:
  Terminal& terminal_;
  std::size_t total_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace entente
