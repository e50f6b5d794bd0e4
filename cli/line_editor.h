#pragma once
// Lines from a person at a terminal: edited, remembered, completed. By libedit.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/shell_completion.h"

namespace entente {

// Where a program may keep what its user typed: in $XDG_STATE_HOME/entente, else in
// $HOME/.local/state/entente. Empty where neither is known.
std::filesystem::path history_file(const std::string& state_home, const std::string& home);

class LineEditor {
 public:
  // `completer` gets what stands before the cursor in the line. `history` is read now and written
  // at the end; empty = nothing is remembered.
  LineEditor(std::filesystem::path history, std::function<Completion(std::string_view)> completer);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  enum class Outcome { Line, Cancelled, End };  // Cancelled: Ctrl-C
  // `line` is without its newline.
  Outcome read(const std::string& prompt, std::string& line);
  void remember(const std::string& entry);  // for the arrow keys

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace entente
