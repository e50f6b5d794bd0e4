// The manual and the completion against what the program itself tells: an option or a command
// cannot be added or renamed without them.

#include <set>
#include <sstream>

#include "cli/commands.h"
#include "cli/data_folder.h"
#include "extract/read.h"
#include "graph/ontology.h"
#include "out/export.h"
#include "tests/catch.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;

namespace {

std::string without_backslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

std::string manual() { return without_backslashes(bytes_of(ENTENTE_SOURCE_DIR "/doc/entente.1")); }

// The long options in a help text.
std::set<std::string> options_in(const std::string& help) {
  std::set<std::string> options;
  std::istringstream lines(help.substr(help.find("\nOptions\n")));
  for (std::string word; lines >> word;) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
    if (word.size() > 2 && word.starts_with("--")) options.insert(word);
  }
  return options;
}

// What the completion offers for the last of `words`.
std::set<std::string> completions(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += "'" + word + "' ";
  const std::string script = "source " ENTENTE_SOURCE_DIR "/cli/entente.bash; COMP_WORDS=(" + list +
                             "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                             "; _entente; printf '%s\\n' \"${COMPREPLY[@]}\"";
  std::istringstream lines(run("/bin/bash", {"-c", script}).out);
  std::set<std::string> offered;
  for (std::string line; lines >> line;) offered.insert(line);
  return offered;
}

}  // namespace

TEST_CASE("every command has help, a place in the manual and a completion") {
  const std::set<std::string> offered = completions({"entente", ""});
  for (const Command& command : commands()) {
    const std::string name(command.name);
    CAPTURE(name);
    const Run help = run(ENTENTE_PROGRAM, {name, "--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    CHECK(help.out.find("Examples\n  ") != std::string::npos);
    CHECK(run(ENTENTE_PROGRAM, {"help", name}).out == help.out);
    CHECK(manual().find("\n.B " + name + " fI") != std::string::npos);
    CHECK(offered.contains(name));

    std::set<std::string> told = options_in(help.out);
    CHECK(completions({"entente", name, "--"}) == told);
    for (const std::string& option : told) {
      CAPTURE(option);
      CHECK(manual().find(option) != std::string::npos);
    }
  }
  CHECK(offered.size() == commands().size() + 3);  // help, --help, --version
}

TEST_CASE("the completion knows the words that options take") {
  std::set<std::string> formats;
  for (const ExportFormat& format : export_formats()) formats.emplace(format.name);
  CHECK(completions({"entente", "export", "--format", ""}) == formats);
  std::set<std::string> types;
  for (const EntityType& type : load_ontology(data_folder()).types) types.insert(type.name);
  CHECK(completions({"entente", "facts", "--type", ""}) == types);
  std::set<std::string> names;
  for (const Stage& stage : stages()) names.emplace(stage.name);
  CHECK(completions({"entente", "check", "--stage", ""}) == names);
  CHECK(completions({"entente", "met", "--format", "j"}) == std::set<std::string>{"json", "jsonl"});
  CHECK(completions({"entente", "render", "--format", "p"}) == std::set<std::string>{"pdf", "png"});
}

TEST_CASE("the program says its version, and how it is used") {
  CHECK(run(ENTENTE_PROGRAM, {"--version"}).out.starts_with("entente "));
  const Run help = run(ENTENTE_PROGRAM, {"--help"});
  CHECK(help.code == 0);
  CHECK(help.out.find("Exit codes: 0 done") != std::string::npos);
  const Run nothing = run(ENTENTE_PROGRAM, {});
  CHECK(nothing.code == 2);
  CHECK(nothing.out.empty());
  CHECK(nothing.err == help.out);
}

TEST_CASE("a slip in a command or an option is answered with what was meant") {
  const Run command = run(ENTENTE_PROGRAM, {"timelime", "g"});
  CHECK(command.code == 2);
  CHECK(command.err ==
        "entente: unknown command timelime; did you mean \"timeline\"?\nTry: entente --help\n");
  const Run option = run(ENTENTE_PROGRAM, {"stats", "g", "--formt=json"});
  CHECK(option.code == 2);
  CHECK(option.err.find("unknown option --formt; did you mean \"--format\"?") != std::string::npos);
  CHECK(run(ENTENTE_PROGRAM, {"--verbose"}).code == 2);
  CHECK(run(ENTENTE_PROGRAM, {"\x1b[31m"}).err.find('\x1b') == std::string::npos);
}
