#pragma once
// News feeds: RSS 2.0 (0.9x and 1.0 too) and Atom, by libxml2. Nothing is fetched, no entity
// is put in place of its name. https://www.rssboard.org/rss-specification,
// https://www.rfc-editor.org/rfc/rfc4287. Tested by tests/extract/feed_test.cpp.

#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "extract/line_reader.h"
#include "extract/load.h"

namespace entente {

// Is the first element of these bytes, the beginning of a file, that of a feed?
bool is_feed(std::string_view bytes);

// Each item as a page of HTML made of its title and its content, else its description; with link,
// date, author, and the feed's title (or that of the feed an item was taken from) as outlet. Id:
// the link, else the item's guid, else "FILE:LINE". `warn` for items without a text, and for XML
// that is not well-formed, once: what can be read of it is.
void read_feed(LineReader& bytes, const std::string& file,
               const std::function<void(RawArticle)>& each,
               const std::function<void(Warning)>& warn);

}  // namespace entente
