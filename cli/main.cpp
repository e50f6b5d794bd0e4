// The program: runs a command, turns what went wrong into a message and an exit code.

#include <unistd.h>

#include <csignal>
#include <iostream>
#include <new>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "query/names.h"

namespace {

int run(int argc, char** argv) {
  using namespace entente;
  try {
    DescriptorBuffer buffer(STDOUT_FILENO, "standard output");
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    Terminal terminal = look_around(out, std::cerr);
    const int code = run_program({argv + 1, argv + argc}, terminal);
    out.flush();
    return code;
  } catch (const ClosedPipe&) {
    return kDone;
  } catch (const NotFound& not_found) {
    std::cerr << "entente: " << not_found.message << '\n';
    return kNothingFound;
  } catch (const Error& error) {
    std::cerr << "entente: " << error.what() << '\n';
    return static_cast<int>(error.fault());
  } catch (const std::bad_alloc&) {
    std::cerr << "entente: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "entente: " << error.what() << '\n';
  }
  return kSystem;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGINT, [](int) { ::_exit(entente::kInterrupted); });
  return run(argc, argv);
}
