#pragma once
// What the user named -> documents with blocks and metadata. Files are hostile until parsed: every
// error is a Warning with file and line, and the next article is read.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "extract/document.h"

namespace entente {

// Words that tell an article from what stands around it: data/words/page.toml.
struct PageWords;
std::shared_ptr<const PageWords> load_page_words(const std::filesystem::path& data);

// One input before it is parsed.
struct RawArticle {
  enum class Format { Text, Html };
  Format format = Format::Text;
  Article article;        // id, and what the record says; text: the raw bytes as UTF-8
  std::string published;  // as the record writes it; load_document reads it
  std::string fetched;    // likewise: when a crawler took the page; the last to be asked for a date
  Place place;            // for messages
};

// The files under `paths` in order of name: .txt .md .html .htm .jsonl .rss .atom .xml (feeds)
// .warc, each also with .gz behind it; folders (recursively; hidden files and other endings are
// passed over); "-" for standard input, whose first bytes tell what it holds. Packed is what begins
// as gzip does, whatever its name. Article::id: a file named by the user: the path as given; a file
// found in a folder: its path inside that folder; a record (a JSON line, an item of a feed, a page
// of a WARC file): its url, else "FILE:LINE", of WARC the record's number. Calls `each` for every
// article and `warn` for what cannot be read: missing, empty, binary (NUL bytes), not UTF-8
// (repaired and reported, unless the HTML names its charset), a broken line, record or item, an
// article larger than 10 MB, packed bytes that are damaged or grow more than 200-fold.
void read_articles(const std::vector<std::string>& paths,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn);

// The same for a stream; `name` in messages and ids.
void read_articles(std::istream& in, const std::string& name,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn);

// How many articles read_articles would give, for progress. Cheap: counts files and lines; what
// holds several otherwise (a feed, a WARC file, packed lines, standard input) counts as one.
std::size_t count_articles(const std::vector<std::string>& paths);

// Text with blocks, title, outlet, url and date of publication. HTML: extract/html.h gives the text
// first. An article without any body (an HTML page with no text) has no Body block; the caller
// warns.
Document load_document(const RawArticle& raw, const PageWords& words);

}  // namespace entente
