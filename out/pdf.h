#pragma once
// PDF without the hour at which it was made: the same picture gives the same bytes.

#include <string>

namespace entente {

// Sets every date of `pdf` to the first day of 2000; lengths, and so offsets, stay as they are.
std::string with_fixed_dates(std::string pdf);

}  // namespace entente
