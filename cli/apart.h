#pragma once
// A command of this program as a process of its own.

#include <string>
#include <vector>

namespace entente {

// Runs the program with these arguments on the same streams and waits for its end. Ctrl-C ends it;
// what it does to us is for the caller to say. Gives its exit code; kInterrupted, too, where a
// signal ended it. Throws Error{Fault::System} when it cannot be started.
int run_apart(const std::vector<std::string>& arguments);

}  // namespace entente
