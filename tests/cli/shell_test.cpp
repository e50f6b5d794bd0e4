// What the shell makes of what is typed, and the shell itself with a file for a person.

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "cli/commands.h"
#include "cli/line_editor.h"
#include "cli/shell_completion.h"
#include "cli/shell_text.h"
#include "tests/catch.h"
#include "tests/cli/graph_file.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;

namespace {

using Words = std::vector<std::string>;

ShellWords sample() {
  ShellWords words;
  words.labels = {"Article", "Award Show", "Person", "Place"};
  words.types = {"MET_WITH", "VISITED"};
  words.keys = {"name", "published", "url"};
  words.procedures = {"db.labels", "entente.pagerank", "entente.search"};
  words.functions = {"labels", "toLower", "toUpper"};
  words.names = {"Ann Lind", "Anna's", "Bo", "Đỗ Mười"};
  words.commands = {"format", "met", "path"};
  words.formats = {"csv", "json", "jsonl", "md", "table", "tsv"};
  return words;
}

// "what would stand there|or there", the typed word replaced.
std::string completed(const std::string& before) {
  const Completion found = complete(before, sample());
  std::string text;
  for (const std::string& word : found.words) {
    text += (text.empty() ? "" : "|") + before.substr(0, found.begin) + word;
  }
  return text;
}

Run shell(const std::string& graph, const std::string& input, const Words& more = {}) {
  Words arguments = {"shell", graph};
  arguments.insert(arguments.end(), more.begin(), more.end());
  RunOptions options;
  options.input = input;
  return run(ENTENTE_PROGRAM, arguments, options);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The shell, as a person at a terminal has it.
class Talk {
 public:
  Talk(const std::string& graph, const std::string& folder) {
    child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    REQUIRE(child_ >= 0);
    if (child_ > 0) return;
    ::setenv("TERM", "dumb", 1);
    ::setenv("XDG_STATE_HOME", folder.c_str(), 1);
    ::execl(ENTENTE_PROGRAM, "entente", "shell", graph.c_str(), nullptr);
    ::_exit(127);
  }
  ~Talk() {
    ::close(terminal_);
    ::waitpid(child_, nullptr, 0);
  }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  void type(const std::string& text) const {
    REQUIRE(::write(terminal_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }

  // Waits for `text`, typing `meanwhile` again and again. False: it does not come in a minute.
  bool says(const std::string& text, const std::string& meanwhile = "") {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (std::chrono::steady_clock::now() < end) {
      const std::size_t at = said_.find(text);
      if (at != std::string::npos) {
        said_.erase(0, at + text.size());
        return true;
      }
      pollfd wait{terminal_, POLLIN, 0};
      if (::poll(&wait, 1, 100) > 0) {
        char bytes[4096];
        const ssize_t count = ::read(terminal_, bytes, sizeof bytes);
        if (count <= 0) return false;
        said_.append(bytes, static_cast<std::size_t>(count));
      } else if (!meanwhile.empty()) {
        type(meanwhile);
      }
    }
    return false;
  }

 private:
  int terminal_ = -1;
  pid_t child_ = -1;
  std::string said_;  // and not yet waited for
};

}  // namespace

TEST_CASE("a semicolon ends a query, but not within a string or a comment") {
  const auto queries = [](const std::string& text) { return split_statements(text).queries; };
  CHECK(queries("RETURN 1; RETURN 2;\n RETURN 3") == Words{"RETURN 1", "RETURN 2"});
  CHECK(split_statements("RETURN 1;\n RETURN 3 ").rest == "RETURN 3");
  CHECK(queries("RETURN ';', \"a\\\";\" // ;\n, 1;") == Words{"RETURN ';', \"a\\\";\" // ;\n, 1"});
  CHECK(queries("RETURN `a;\\`; RETURN /* ; */ 2;") == Words{"RETURN `a;\\`", "RETURN /* ; */ 2"});
  CHECK(queries(";; ;").empty());
  CHECK(split_statements("RETURN 'a;").rest == "RETURN 'a;");
  CHECK(split_statements("RETURN /* a;").rest == "RETURN /* a;");
}

TEST_CASE("quotes hold the words of a command together") {
  CHECK(command_words(" path \"Ann Lind\"  'Bo Tarn' --max 3 ") ==
        Words{"path", "Ann Lind", "Bo Tarn", "--max", "3"});
  CHECK(command_words("a\"b c\"d \"\" 'x") == Words{"ab cd", "", "x"});
  CHECK(command_words(" \t").empty());
}

TEST_CASE("labels, types, keys and procedures are completed where they belong") {
  CHECK(completed("MATCH (a:P") == "MATCH (a:Person|MATCH (a:Place");
  CHECK(completed("MATCH (a:Article|!a") ==
        "MATCH (a:Article|!Article|MATCH (a:Article|!`Award Show`");
  CHECK(completed("MATCH (a)-[:m") == "MATCH (a)-[:MET_WITH");
  CHECK(completed("MATCH (a)-[r:MET_WITH|") ==
        "MATCH (a)-[r:MET_WITH|MET_WITH|MATCH (a)-[r:MET_WITH|VISITED");
  CHECK(completed("MATCH (a) RETURN a.n") == "MATCH (a) RETURN a.name");
  CHECK(completed("MATCH (a {u") == "MATCH (a {url");
  CHECK(completed("MATCH (a {name: 'x', p") == "MATCH (a {name: 'x', published");
  CHECK(completed("CALL entente.") == "CALL entente.pagerank|CALL entente.search");
  CHECK(completed("call db") == "call db.labels");
}

TEST_CASE("names are completed in quotes, keywords and functions elsewhere") {
  CHECK(completed("MATCH (a {name: 'an") ==
        "MATCH (a {name: 'Ann Lind'|MATCH (a {name: 'Anna\\'s'");
  CHECK(completed("MATCH (a {name: \"đ") == "MATCH (a {name: \"Đỗ Mười\"");
  CHECK(completed("MATCH (a) RET") == "MATCH (a) RETURN");
  CHECK(completed("match (a)\nret") == "match (a)\nreturn");
  CHECK(completed("RETURN toU") == "RETURN toUpper(");
  CHECK(completed("RETURN 'it is' + ").empty());
  CHECK(completed("MATCH (a {name: ").empty());
  CHECK(completed("").empty());
}

TEST_CASE("commands, their formats and names are completed") {
  CHECK(completed(".p") == ".path");
  CHECK(completed(".format js") == ".format json|.format jsonl");
  CHECK(completed(".path An") == ".path \"Ann Lind\"|.path \"Anna's\"");
  CHECK(completed(".path \"Ann L") == ".path \"Ann Lind\"");
  CHECK(completed(".met bo") == ".met Bo");
  CHECK(common_beginning({"Ann Lind", "Anna"}) == "Ann");
  CHECK(common_beginning({"a\xc4\x91", "a\xc4\x90"}) == "a");
  CHECK(common_beginning({}).empty());
}

TEST_CASE("many names are more than are shown") {
  ShellWords words;
  for (int i = 0; i < 1000; ++i) words.names.push_back("n" + std::to_string(i));
  CHECK(complete("RETURN 'n", words).words.size() == kMostCompletions);
}

TEST_CASE("queries come from a file one after the other, with their answers") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run two =
      shell(graph, "MATCH (a:Country)\nRETURN a.name;\nRETURN 1 AS one; RETURN 2 AS two");
  CHECK(two.code == 0);
  CHECK(two.err.empty());
  CHECK(two.out == "a.name\nLand\n\none\n  1\n\ntwo\n  2\n");
  CHECK(shell(graph, "RETURN 1 AS one\n\nRETURN 2 AS two\n", {"--format", "tsv"}).out ==
        "one\n1\ntwo\n2\n");
  CHECK(shell(graph, "").code == 0);
  CHECK(shell(graph, ".quit\nRETURN 1;").out.empty());
}

TEST_CASE("an error is told with its place, and the next query goes on") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run run = shell(graph, "RETURN x;\nRETURN 2 AS two;\n");
  CHECK(run.code == 2);
  CHECK(run.out == "two\n  2\n");
  CHECK(contains(run.err, "  RETURN x\n         ^"));
  CHECK(shell(graph, ".pth a b").err ==
        "unknown command .pth; did you mean \".path\"?\nTry: .help\n");
  CHECK(shell(graph, ".format yaml").code == 2);
  CHECK(shell(graph, ".build x").code == 2);
}

TEST_CASE("who forgets the dot is told at once, and help and quit need none") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run run = shell(graph, "path \"ann lind\" \"bo tarn\"\nRETURN 1 AS one;\n");
  CHECK(run.err == "commands begin with a dot: .path \"ann lind\" \"bo tarn\"\nTry: .help\n");
  CHECK(run.out == "one\n  1\n");
  CHECK(shell(graph, "help\n").out == shell(graph, ".help\n").out);
  CHECK(shell(graph, "?\n").out == shell(graph, ".help\n").out);
  CHECK(shell(graph, "quit;\nRETURN 1;\n").out.empty());
  CHECK(shell(graph, "exit\nRETURN 1;\n").out.empty());
  // Within a query it is a word like others.
  CHECK(shell(graph, "RETURN 1 AS\npath;\n").out == "path\n   1\n");
}

TEST_CASE("commands of the shell, and those of the program on its graph") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(shell(graph, ".met \"ann lind\" --format csv\n").out ==
        run(ENTENTE_PROGRAM, {"met", graph, "ann lind", "--format", "csv"}).out);
  CHECK(shell(graph, ".format\n.format json\n.param n=7\nRETURN $n AS n;").out ==
        "table\n[\n{\"n\":7}\n]\n");
  CHECK(contains(shell(graph, ".schema\n").out, "relationship  VISITED"));
  CHECK(contains(shell(graph, ".help\n").out, ".quit"));
  CHECK(contains(shell(graph, ".verbs\n").out, "  .timeline "));
  CHECK(shell(graph, ".show nobody\n").code == 1);
  const Run renamed = shell(graph,
                            "MATCH (a {name: 'Land'}) RETURN count(a) AS c;\n"
                            ".rename Land Borea\nMATCH (a {name: 'Borea'}) RETURN count(a) AS c;\n",
                            {"--format", "tsv"});
  CHECK(contains(renamed.out, "c\n1\n"));
  CHECK(renamed.out.ends_with("c\n1\n"));
}

TEST_CASE("Ctrl-C ends the query or the command that runs, and the shell goes on") {
  const Scratch folder;
  const std::string endless =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)";
  const std::string ctrl_c = "\x03";
  Talk talk(make_graph(folder), folder / "");
  REQUIRE(talk.says("entente> "));
  talk.type(".query \"" + endless + "\"\n");
  CHECK(talk.says("\ninterrupted", ctrl_c));
  talk.type(endless + ";\n");
  CHECK(talk.says("the query was interrupted", ctrl_c));
  talk.type("RETURN 'still ' + 'here';\n");
  CHECK(talk.says("still here"));
  talk.type(".met \"ann lind\"\n");
  CHECK(talk.says("Cy Moor"));
  talk.type(".quit\n");
}

TEST_CASE("what was typed is remembered in the user's own folder") {
  CHECK(history_file("/home/ann/state", "/home/ann") == "/home/ann/state/entente/history");
  CHECK(history_file("state", "/home/ann") == "/home/ann/.local/state/entente/history");
  CHECK(history_file("", "/home/ann") == "/home/ann/.local/state/entente/history");
  CHECK(history_file("", "").empty());
}
