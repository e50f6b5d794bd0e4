#pragma once
// Names for readers and programs that cannot cope with diacritics.

#include <string>
#include <string_view>

namespace entente {

// `text` with Latin letters without their diacritics, case kept: "Nguyễn Phú Trọng" becomes "Nguyen
// Phu Trong", "Đỗ Ærø" "Do Aero". All else is as it was: other scripts are spelled with their
// marks.
std::string plain_letters(std::string_view text);

}  // namespace entente
