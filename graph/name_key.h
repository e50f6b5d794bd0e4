#pragma once
// How names are compared when the user calls something by name: folded (base/utf8.h), and without
// what may stand before a name. One place for the snapshot's table of names and for those who look
// for a name.

#include <string_view>

namespace entente {

// "president anna keller" -> "anna keller"; the whole text where nothing would be left. `folded`:
// as fold() gives it. The answer is a view of its end.
std::string_view without_titles(std::string_view folded);

// Whether `run` is a run of whole words of `text`; both folded.
bool has_words(std::string_view text, std::string_view run);

}  // namespace entente
