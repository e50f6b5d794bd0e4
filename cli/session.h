#pragma once
// One run of one command: its options, and where it writes.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace entente {

class Session {
 public:
  Session(const Command& command, std::vector<std::string> arguments, Terminal& where);

  CLI::App options;  // a command adds its own, then calls parse()
  Terminal& terminal;

  // Reads the arguments into the options' variables. False when help was asked for, and given.
  // Throws Error{Fault::Usage}, with what may have been meant, when they do not fit.
  bool parse();

  // A closing line for people; nothing when they asked for silence.
  void say(const std::string& message) const;

 private:
  void write_help() const;
  std::string complaint(const CLI::ParseError& error) const;

  const Command& command_;
  std::vector<std::string> arguments_;
  std::string color_ = "auto";
};

// "a,b" and repeated options -> the words, without empty ones.
std::vector<std::string> split_list(const std::string& list);

}  // namespace entente
