#include "cli/warnings.h"

#include "base/utf8.h"

namespace entente {

void tell_warnings(Terminal& terminal, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) {
    terminal.messages << "entente: " << printable(to_string(warning.place)) << ": "
                      << printable(warning.message) << '\n';
  }
}

}  // namespace entente
