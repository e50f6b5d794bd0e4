#pragma once
// What the head of a text file says of the article: "---" fences with "key: value" lines, or two
// such lines or more ("Title: ...", "Date: ...") at the very top. Tested by
// tests/extract/load_test.cpp.

#include <cstdint>
#include <string_view>

#include "extract/page_words.h"
#include "graph/article.h"

namespace entente {

// Fills title, url, outlet, author and published of `article` and gives the bytes that the head
// takes; 0 = there is none.
std::uint32_t read_front_matter(std::string_view text, const PageWords& words, Article& article);

// Takes `value` for the field that `key` names, whatever its case: "date", "source", "by" ... False
// for any other key. A field that has a value keeps it.
bool take_field(std::string_view key, std::string_view value, std::string_view from,
                const PageWords& words, Article& article);

// The host of an address without "www."; empty when it is no http address.
std::string_view host_of(std::string_view url);

}  // namespace entente
