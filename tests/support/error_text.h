#pragma once
// What an Error says.

#include <string>

#include "base/error.h"

namespace entente::test {

// What `act` throws as Error says; "" = nothing was thrown.
template <typename Act>
std::string error_text(const Act& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace entente::test
