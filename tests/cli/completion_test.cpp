// The completions for zsh and fish ask the program for its commands and options. Here the shells
// are asked what they would offer, where they are installed.

#include <filesystem>
#include <set>
#include <sstream>

#include "cli/commands.h"
#include "tests/catch.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;
namespace fs = std::filesystem;

namespace {

// Runs `script` with the program in its PATH; the first word of each line, up to `end`.
std::set<std::string> offered(const std::string& shell, const std::vector<std::string>& arguments,
                              char end) {
  RunOptions options;
  const std::string folder = fs::path(ENTENTE_PROGRAM).parent_path().string();
  options.environment = {{"PATH", folder + ":/usr/bin:/bin"}, {"HOME", "/nonexistent"}};
  std::istringstream lines(run(shell, arguments, options).out);
  std::set<std::string> words;
  for (std::string line; std::getline(lines, line);) words.insert(line.substr(0, line.find(end)));
  return words;
}

std::set<std::string> fish(const std::string& line) {
  return offered("/usr/bin/fish",
                 {"--no-config", "-c",
                  "source " ENTENTE_SOURCE_DIR "/cli/entente.fish; complete -C '" + line + "'"},
                 '\t');
}

// What zsh's own functions are given: they work at a prompt only.
std::set<std::string> zsh(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += "'" + word + "' ";
  return offered("/usr/bin/zsh",
                 {"-fc",
                  "function _describe() { print -l -- ${(P)argv[-1]} }; function _files() { print "
                  "files }; function compadd() { print -l -- ${argv[2,-1]} }; words=(" +
                      list + "); CURRENT=" + std::to_string(words.size()) +
                      "; source " ENTENTE_SOURCE_DIR "/cli/entente.zsh"},
                 ':');
}

bool is_there(const std::string& shell) {
  if (fs::exists(shell)) return true;
  WARN(shell << " is not installed: not tested");
  return false;
}

std::set<std::string> command_names() {
  std::set<std::string> names;
  for (const Command& command : commands()) names.emplace(command.name);
  return names;
}

// The long options in a help text, as manual_test.cpp reads them.
std::set<std::string> options_of(const std::string& command) {
  const std::string help = run(ENTENTE_PROGRAM, {command, "--help"}).out;
  std::istringstream lines(help.substr(help.find("\nOptions\n")));
  std::set<std::string> options;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find("--");
    if (at > 6) continue;  // none, or in a description
    options.insert(line.substr(at, line.find_first_of(" ,", at) - at));
  }
  return options;
}

}  // namespace

TEST_CASE("fish offers every command, and every option of each") {
  if (!is_there("/usr/bin/fish")) return;
  CHECK(fish("entente ") == command_names());
  for (const char* command : {"build", "path", "report", "undo"}) {
    CAPTURE(command);
    CHECK(fish("entente " + std::string(command) + " g --") == options_of(command));
  }
  CHECK(fish("entente facts g --status p") == std::set<std::string>{"planned"});
}

TEST_CASE("zsh offers every command, and every option of each") {
  if (!is_there("/usr/bin/zsh")) return;
  CHECK(zsh({"entente", ""}) == command_names());
  for (const char* command : {"build", "path", "report", "undo"}) {
    CAPTURE(command);
    CHECK(zsh({"entente", command, "g", "--"}) == options_of(command));
  }
  CHECK(zsh({"entente", "facts", "--status", ""}).contains("planned"));
  CHECK(zsh({"entente", "facts", "g"}) == std::set<std::string>{"files"});
}

TEST_CASE("help lists commands and options as the completions read them") {
  const std::string help = run(ENTENTE_PROGRAM, {"--help"}).out;
  const std::size_t begin = help.find("\nCommands\n");
  REQUIRE(begin != std::string::npos);
  std::istringstream lines(help.substr(begin + 10, help.find("\n\n", begin) - begin - 10));
  std::set<std::string> names;
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.starts_with("  "));
    names.insert(line.substr(2, line.find(' ', 2) - 2));
  }
  CHECK(names == command_names());
  CHECK(options_of("report").contains("--about"));
}
