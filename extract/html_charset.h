#pragma once
// The character encoding of an HTML page. Tested by tests/extract/html_test.cpp.

#include <string>
#include <string_view>

namespace entente {

// The charset that `bytes` are in, by byte-order mark, by their form, or as the page's head names
// it; empty = it must be guessed.
std::string html_charset(std::string_view bytes);

}  // namespace entente
