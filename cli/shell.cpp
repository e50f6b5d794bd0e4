// `entente shell`: queries and commands one after the other, from a person at a terminal or from a
// file. A query may go over several lines; it ends with a semicolon or an empty line.

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/apart.h"
#include "cli/data_folder.h"
#include "cli/line_editor.h"
#include "cli/reading.h"
#include "cli/shell_text.h"
#include "cli/write.h"
#include "cypher/parser.h"
#include "graph/store.h"
#include "query/cypher_answer.h"
#include "query/names.h"
#include "query/procedures.h"
#include "query/suggest.h"
#include "query/vocabulary.h"

namespace entente {
namespace {

constexpr std::string_view kPrompt = "entente> ", kMore = "    ...> ";

constexpr std::string_view kHelp =
    "A query in openCypher ends with a semicolon or an empty line: doc/query.md.\n"
    "  MATCH (a:Person)-[r:MET_WITH]-(b) RETURN a.name, b.name, r.date LIMIT 5;\n"
    "\n"
    "  .help              this text\n"
    "  .schema            labels, types of relationships, properties, procedures\n"
    "  .format [FORMAT]   table, json, jsonl, csv, tsv or md\n"
    "  .param NAME=VALUE  a value for $NAME in queries\n"
    "  .verbs             the other commands of entente\n"
    "  .VERB ARGUMENT...  one of them, on this graph: .path \"Mara Lind\" \"Ivo Tarn\" --max 4\n"
    "  .quit              or Ctrl-D\n"
    "\n"
    "Tab completes names, labels, types, properties and keywords. Ctrl-C gives up the line, or "
    "ends\n"
    "the query or command that is running.\n";

const std::vector<std::string>& formats() {
  static const std::vector<std::string> all = {"table", "json", "jsonl", "csv", "tsv", "md"};
  return all;
}

const std::vector<std::string>& own_commands() {
  static const std::vector<std::string> all = {"help",  "schema", "format", "param",
                                               "verbs", "quit",   "exit"};
  return all;
}

// Commands that take a graph to work on, and leave its file as it is or change what it holds.
bool is_verb(const Command& command) {
  return command.arguments.starts_with("GRAPH") && command.name != "shell";
}

// Set by Ctrl-C while a query runs.
std::atomic<bool> interrupted{false};

// Ctrl-C ends what runs, and not the program, while this lives. Only where a person sits there.
class CatchInterrupt {
 public:
  explicit CatchInterrupt(bool on) : on_(on) {
    interrupted = false;
    if (on_) old_ = std::signal(SIGINT, [](int) { interrupted = true; });
  }
  ~CatchInterrupt() {
    if (on_) std::signal(SIGINT, old_);
  }
  CatchInterrupt(const CatchInterrupt&) = delete;
  CatchInterrupt& operator=(const CatchInterrupt&) = delete;

 private:
  bool on_;
  void (*old_)(int) = SIG_DFL;
};

// What is asked: the graph as queries see it. Opened anew for each, for it may have been changed,
// and held only while one runs, so that an idle prompt keeps nobody from building.
struct Asked {
  explicit Asked(const std::string& file)
      : ontology(load_ontology(data_folder())),
        graph(open_lazily(file, ontology)),
        procedures(news_procedures([file](const SentenceSearch& search) {
          return Store(file, Store::Mode::Read).search(search);
        })) {}

  Ontology ontology;
  NewsGraph graph;
  cypher::Procedures procedures;
};

std::vector<std::string> entity_names(const cypher::PropertyGraph& graph) {
  std::set<std::string> names;
  const auto name = graph.find_key("name");
  const auto article = graph.find_label("Article");
  for (std::uint32_t i = 0; name && i < graph.node_bound(); ++i) {
    const cypher::NodeId node{i};
    if (!graph.exists(node)) continue;
    if (article && std::ranges::binary_search(graph.labels(node), *article)) continue;
    const cypher::Value value = graph.property(node, *name);
    if (value.is(cypher::Type::String)) names.insert(printable(value.string()));
  }
  return {names.begin(), names.end()};
}

ShellWords words_of(const Asked& asked) {
  cypher::Meter meter(cypher::Budget{});
  ShellWords words;
  words.labels = label_names(asked.graph, meter);
  words.types = type_names(asked.graph, meter);
  words.keys = key_names(asked.graph, meter);
  words.names = entity_names(asked.graph);
  words.formats = formats();
  for (const cypher::Procedure* one : asked.procedures.all()) words.procedures.push_back(one->name);
  for (const auto table :
       {cypher::graph_functions(), cypher::list_functions(), cypher::math_functions(),
        cypher::string_functions(), cypher::temporal_functions()}) {
    for (const cypher::Function& function : table) words.functions.emplace_back(function.name);
  }
  for (const char* one : {"count", "collect", "sum", "avg", "min", "max"}) {
    words.functions.emplace_back(one);
  }
  words.commands = own_commands();
  for (const Command& command : commands()) {
    if (is_verb(command)) words.commands.emplace_back(command.name);
  }
  for (auto* list : {&words.functions, &words.commands, &words.procedures}) {
    std::ranges::sort(*list);
  }
  return words;
}

class Shell {
 public:
  Shell(Session& session, std::string file, TableFormat format, bool person)
      : session_(session),
        terminal_(session.terminal),
        file_(std::move(file)),
        format_(format),
        person_(person) {
    asked_.emplace(file_);
  }

  // Takes a line. False when it says to end.
  bool take(std::string_view line) {
    const std::string_view text = without_blanks(line);
    if (pending_.empty() && text.starts_with('.')) return command(text);
    if (pending_.empty() && is_command_without_dot(text)) return without_dot(text);
    pending_ += line;
    pending_ += '\n';
    const bool ends = text.empty() || pending_.size() > cypher::kMaxQueryBytes;
    if (!ends && line.find(';') == std::string_view::npos) return true;
    Statements statements = split_statements(pending_);
    if (ends && !statements.rest.empty()) {
      statements.queries.push_back(std::exchange(statements.rest, ""));
    }
    pending_ = statements.rest.empty() ? "" : statements.rest + '\n';
    for (const std::string& query : statements.queries) ask(query);
    return true;
  }

  // What no semicolon has ended.
  void finish() { take(""); }
  void give_up() { pending_.clear(); }
  bool waits_for_more() const { return !pending_.empty(); }
  const std::string& pending() const { return pending_; }
  int code() const { return code_; }

  Completion completion(std::string_view line) {
    if (!words_) words_ = words_of(*asked_);
    Completion found = complete(pending_ + std::string(line), *words_);
    if (found.begin < pending_.size()) return {};  // in a string that began lines above
    found.begin -= pending_.size();
    return found;
  }

 private:
  // Runs what may fail, and says how it did.
  template <typename Run>
  void attempt(const Run& run) {
    try {
      const CatchInterrupt guard(person_);
      run();
    } catch (const NotFound& not_found) {
      complain(not_found.message, kNothingFound);
    } catch (const Error& error) {
      complain(error.what(), static_cast<int>(error.fault()));
    }
    terminal_.out.flush();
  }

  void complain(const std::string& message, int code) {
    terminal_.out.flush();
    terminal_.messages << message << std::endl;
    code_ = code;
  }

  // Answers for people stand apart.
  void begin_answer() {
    if (answered_ && !person_ && format_ == TableFormat::Text) terminal_.out << '\n';
    answered_ = true;
  }

  void ask(const std::string& query) {
    attempt([&] {
      cypher::Options options;
      options.parameters = parameters_;
      options.budget.interrupted = &interrupted;
      if (cypher::writes(query)) {
        begin_answer();
        write_query(session_, {.graph = file_,
                               .text = query,
                               .options = options,
                               .format = format_,
                               .dry_run = false,
                               .reason = ""});
        words_.reset();
        return;
      }
      asked_.emplace(file_);
      const LazyGraph::Hold hold(asked_->graph.graph());
      options.procedures = &asked_->procedures;
      const cypher::Result result = cypher::read(query, asked_->graph, options);
      begin_answer();
      if (!result.plan.empty()) {
        terminal_.out << result.plan;
      } else {
        answer(session_, cypher_table(result, asked_->graph), format_, "no rows");
      }
    });
  }

  bool command(std::string_view line) {
    std::vector<std::string> words = command_words(line.substr(1));
    if (words.empty()) words.emplace_back();
    const std::string name = words.front();
    words.erase(words.begin());
    if (name == "quit" || name == "exit") return false;
    attempt([&] { run(name, words); });
    return true;
  }

  void run(const std::string& name, const std::vector<std::string>& arguments) {
    if (name == "help") {
      terminal_.out << kHelp;
    } else if (name == "verbs") {
      write_verbs();
    } else if (name == "schema") {
      write_schema();
    } else if (name == "format") {
      set_format(arguments);
    } else if (name == "param") {
      for (const std::string& one : arguments) add_parameter(one, parameters_);
    } else {
      run_verb(name, arguments);
    }
  }

  void run_verb(const std::string& name, const std::vector<std::string>& arguments) {
    const auto& all = commands();
    const auto verb = std::ranges::find(all, name, &Command::name);
    if (verb == all.end() || !is_verb(*verb)) throw_unknown(name);
    begin_answer();
    std::vector<std::string> line = {name, file_};
    line.insert(line.end(), arguments.begin(), arguments.end());
    const int code = person_ ? run_interruptibly(line) : run_program(line, terminal_);
    if (code != kDone) code_ = code;
    static const std::set<std::string_view> changing = {"remove", "same",   "differ",
                                                        "rename", "reject", "undo"};
    if (changing.contains(name)) {
      asked_.emplace(file_);
      words_.reset();
    }
  }

  // As a process of its own, which Ctrl-C ends whatever it is at.
  int run_interruptibly(std::vector<std::string> line) {
    const auto given = [&](std::string_view option) {
      return std::ranges::any_of(line, [&](const auto& word) { return word.starts_with(option); });
    };
    if (!given("--color")) {
      line.push_back(std::string("--color=") + (terminal_.paint.on ? "always" : "never"));
    }
    if (terminal_.quiet) line.emplace_back("--quiet");
    terminal_.out.flush();
    const int code = run_apart(line);
    if (code == kInterrupted) terminal_.messages << "\ninterrupted" << std::endl;
    return code;
  }

  // No query begins with such a word, so there is nothing to wait for.
  static bool is_command_without_dot(std::string_view line) {
    const std::string_view word = line.substr(0, line.find_first_of(" ;"));
    if (word == "?") return true;
    return std::ranges::find(own_commands(), word) != own_commands().end() ||
           std::ranges::any_of(commands(), [&](const Command& command) {
             return is_verb(command) && command.name == word && word != "remove";  // a clause
           });
  }

  // What every shell knows is done, else the dot is told of.
  bool without_dot(std::string_view line) {
    const std::string_view word = line.substr(0, line.find_first_of(" ;"));
    if (word == "?" || word == "help") return command(".help");
    if (word == "quit" || word == "exit") return command(".quit");
    attempt([&] {
      throw Error(Fault::Usage, "commands begin with a dot: ." + printable(line) + "\nTry: .help");
    });
    return true;
  }

  [[noreturn]] static void throw_unknown(const std::string& name) {
    std::vector<std::string> known;
    for (const std::string& own : own_commands()) known.push_back('.' + own);
    for (const Command& command : commands()) {
      if (is_verb(command)) known.push_back('.' + std::string(command.name));
    }
    throw Error(Fault::Usage, "unknown command ." + printable(name) +
                                  did_you_mean(suggest('.' + name, known)) + "\nTry: .help");
  }

  void write_verbs() {
    std::size_t widest = 0;
    for (const Command& command : commands()) {
      if (is_verb(command)) widest = std::max(widest, command.name.size());
    }
    for (const Command& command : commands()) {
      if (!is_verb(command)) continue;
      terminal_.out << "  ." << command.name << std::string(widest + 2 - command.name.size(), ' ')
                    << command.help << '\n';
    }
    terminal_.out << "GRAPH is left out; .VERB --help tells more.\n";
  }

  void write_schema() {
    cypher::Meter meter(cypher::Budget{});
    const cypher::PropertyGraph& graph = asked_->graph;
    Table table{{"what", "name", "count"}, {}};
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    for (const std::string& label : label_names(graph, meter)) {
      table.rows.push_back(
          {std::string("label"), label, number(graph.count_label(*graph.find_label(label)))});
    }
    for (const std::string& type : type_names(graph, meter)) {
      table.rows.push_back(
          {std::string("relationship"), type, number(graph.count_type(*graph.find_type(type)))});
    }
    for (const std::string& key : key_names(graph, meter)) {
      table.rows.push_back({std::string("property"), key, std::monostate()});
    }
    for (const cypher::Procedure* one : asked_->procedures.all()) {
      table.rows.push_back({std::string("procedure"), one->name, std::monostate()});
    }
    begin_answer();
    answer(session_, table, format_, "the graph is empty");
  }

  void set_format(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
      const auto now = std::ranges::find_if(
          formats(), [&](const std::string& one) { return parse_table_format(one) == format_; });
      terminal_.out << *now << '\n';
    } else {
      format_ = table_format(arguments.front());
    }
  }

  Session& session_;
  Terminal& terminal_;
  std::string file_;
  TableFormat format_;
  bool person_;  // sits at a terminal, in and out
  std::optional<Asked> asked_;
  std::optional<ShellWords> words_;  // once somebody wants to complete one
  cypher::Map parameters_;
  std::string pending_;  // lines of a query that has not ended
  bool answered_ = false;
  int code_ = kDone;
};

// One entry a query, however many lines it had; a comment would take what comes behind it along.
std::string entry(const std::string& lines) {
  std::string text(without_blanks(lines));
  if (text.find("//") == std::string::npos) std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

void talk(Shell& shell, Terminal& terminal) {
  LineEditor editor(history_file(variable("XDG_STATE_HOME"), variable("HOME")),
                    [&](std::string_view line) { return shell.completion(line); });
  std::string line, typed;
  for (;;) {
    terminal.out.flush();
    const auto outcome = editor.read(std::string(shell.waits_for_more() ? kMore : kPrompt), line);
    if (outcome == LineEditor::Outcome::End) break;
    if (outcome == LineEditor::Outcome::Cancelled) {
      shell.give_up();
      typed.clear();
      continue;
    }
    typed += (typed.empty() ? "" : "\n") + line;
    const bool more = shell.take(line);
    if (shell.waits_for_more() && more) continue;
    if (!without_blanks(typed).empty()) editor.remember(entry(typed));
    typed.clear();
    if (!more) return;
  }
  terminal.out << '\n';
}

int read_queries(Shell& shell) {
  for (std::string line; std::getline(std::cin, line);) {
    if (!shell.take(line)) return shell.code();
  }
  shell.finish();
  return shell.code();
}

}  // namespace

int run_shell(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  Terminal& terminal = session.terminal;
  const bool person = ::isatty(STDIN_FILENO) == 1 && terminal.out_is_terminal;
  Shell shell(session, reading.graph(), reading.format(), person);
  if (!person) return read_queries(shell);
  session.say("Queries end with a semicolon. .help tells more, .quit ends.");
  talk(shell, terminal);
  return kDone;
}

}  // namespace entente
