#pragma once
// Numbers by chance that are the same on every machine.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::test {

struct Chance {
  std::uint64_t state = 1;

  // 31 bits.
  std::uint32_t next() {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state >> 33);
  }
  // From `low` to `high`, both among them.
  int whole(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint32_t>(high - low + 1));
  }
  float real(float low, float high) {
    return low + (high - low) * static_cast<float>(next()) / 2147483648.0F;
  }
  std::vector<float> reals(std::size_t count, float low, float high) {
    std::vector<float> values(count);
    for (float& value : values) value = real(low, high);
    return values;
  }
};

}  // namespace entente::test
