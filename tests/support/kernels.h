#pragma once
// The ways to compute that this machine has.

#include <vector>

#include "net/kernel.h"

namespace entente::test {

inline std::vector<Kernel> kernels() {
  std::vector<Kernel> all;
  for (const Kernel kernel : {Kernel::Plain, Kernel::Avx2, Kernel::Avx512}) {
    if (kernel <= best_kernel()) all.push_back(kernel);
  }
  return all;
}

}  // namespace entente::test
