#pragma once
// The commands of the program: one table, from which help, dispatch and suggestions are made.

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace entente {

// The numbers of the command line's contract.
inline constexpr int kDone = 0;
inline constexpr int kNothingFound = 1;
inline constexpr int kUsage = 2;
inline constexpr int kBadInput = 3;
inline constexpr int kSystem = 4;
inline constexpr int kPartial = 5;
inline constexpr int kInterrupted = 130;

class Session;

struct Command {
  std::string_view name;
  std::string_view arguments;  // "GRAPH A [B]"
  std::string_view help;       // one line
  std::string_view more;       // further lines of its own help; may be empty
  std::vector<std::string_view> examples;
  int (*run)(Session& session);  // an exit code
};

const std::vector<Command>& commands();

// The whole program: `arguments` without its name. Throws Error, NotFound, ClosedPipe.
int run_program(const std::vector<std::string>& arguments, Terminal& terminal);

// Each in a file of its name, or with its kin.
int run_build(Session& session);
int run_remove(Session& session);
int run_stats(Session& session);
int run_find(Session& session);
int run_show(Session& session);
int run_met(Session& session);
int run_between(Session& session);
int run_common(Session& session);
int run_path(Session& session);
int run_top(Session& session);
int run_query(Session& session);
int run_search(Session& session);
int run_shell(Session& session);
int run_timeline(Session& session);
int run_why(Session& session);
int run_entities(Session& session);
int run_events(Session& session);
int run_facts(Session& session);
int run_articles(Session& session);
int run_render(Session& session);
int run_report(Session& session);
int run_export(Session& session);
int run_import(Session& session);
int run_verify(Session& session);
int run_check(Session& session);
int run_same(Session& session);
int run_differ(Session& session);
int run_rename(Session& session);
int run_reject(Session& session);
int run_ledger(Session& session);
int run_undo(Session& session);
int run_diff(Session& session);
int run_dyads(Session& session);
int run_demo(Session& session);

}  // namespace entente
