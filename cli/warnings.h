#pragma once
// What is wrong with a line of a ledger, told like what is wrong with an article.

#include <vector>

#include "base/error.h"
#include "cli/terminal.h"

namespace entente {

void tell_warnings(Terminal& terminal, const std::vector<Warning>& warnings);

}  // namespace entente
