// PDF without the hour at which it was made: see pdf.h.

#include "out/pdf.h"

#include <string_view>

namespace entente {

std::string with_fixed_dates(std::string pdf) {
  constexpr std::string_view fixed_date = "20000101000000";
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"}) {
    for (std::size_t at = 0; (at = pdf.find(key, at)) != std::string::npos;) {
      at += key.size();
      for (std::size_t i = 0; i < fixed_date.size() && pdf[at + i] >= '0' && pdf[at + i] <= '9';
           ++i) {
        pdf[at + i] = fixed_date[i];
      }
    }
  }
  return pdf;
}

}  // namespace entente
