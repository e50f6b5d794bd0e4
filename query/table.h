#pragma once
// What a reading command answers: rows to print in any format.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace entente {

using Cell =
    std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::string>>;

struct Table {
  std::vector<std::string> columns;     // lower_snake_case; also the JSON keys
  std::vector<std::vector<Cell>> rows;  // as many cells as columns
};

}  // namespace entente
