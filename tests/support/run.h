#pragma once
// Runs a program from outside: arguments, standard input and environment in; output, messages and
// exit code out.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/scratch.h"

namespace entente::test {

struct RunOptions {
  std::string input;        // standard input
  std::string output_file;  // standard output goes there, "/dev/full" for one; empty = kept
  std::vector<std::pair<std::string, std::string>> environment;  // added to the test's own
  std::string folder;                                            // where it runs; empty = here
};

struct Run {
  int code = 0;  // exit code; 128 + signal where one ended it
  std::string out;
  std::string err;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

inline Run run(const std::string& program, const std::vector<std::string>& arguments,
               const RunOptions& options = {}) {
  const Scratch scratch;
  const std::string in = scratch / "in", err = scratch / "err";
  const std::string out =
      options.output_file.empty() ? (scratch / "out").string() : options.output_file;
  write_bytes(in, options.input);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    const auto redirect = [](const std::string& file, int flags, int to) {
      const int from = ::open(file.c_str(), flags, 0600);
      if (from < 0 || ::dup2(from, to) < 0) ::_exit(126);
    };
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
    std::vector<char*> argv = {const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, options.output_file.empty() ? bytes_of(out) : "", bytes_of(err)};
}

}  // namespace entente::test
