#pragma once
// What can go wrong, and where. An Error is thrown when something the user gave us is wrong
// (a data file, a query, an option, a graph file) and the work cannot go on; a Warning is
// collected when one article among many is bad and the work goes on without it.
// Mistakes in our own code are asserts, not Errors.

#include <cstdint>
#include <stdexcept>
#include <string>

namespace entente {

struct Place {
  std::string file;          // path as the user gave it; "<query>" for a query text
  std::uint32_t line = 0;    // from 1; 0 = the whole file
  std::uint32_t column = 0;  // in bytes, from 1; 0 = the whole line
};

// "file:line:column", without the parts that are 0.
std::string to_string(const Place& place);

// Which exit code an Error leads to; the numbers are those of the command line's contract.
enum class Fault {
  Usage = 2,   // wrong option, ambiguous name
  Input = 3,   // a file whose content is not what it should be
  System = 4,  // a file that cannot be read or written, a full disk
};

class Error : public std::runtime_error {
 public:
  // The message says what was found and what was expected: `unknown type "persn"; known types: ...`
  Error(Fault fault, const Place& place, const std::string& message);
  Error(Fault fault, const std::string& message);
  Fault fault() const { return fault_; }

 private:
  Fault fault_;
};

struct Warning {
  Place place;
  std::string message;
};

}  // namespace entente
