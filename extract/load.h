#pragma once
// What the user named -> documents with blocks and metadata. Files are hostile until parsed: every
// error is a Warning with file and line, and the next article is read.

#include <filesystem>
#include <functional>
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
  Place place;            // for messages
};

// The files under `paths` in order of name: .txt .md .html .htm .jsonl, folders (recursively;
// hidden files and other endings are passed over), "-" for standard input (JSON lines when it
// begins with '{', HTML when with '<', else text). Article::id: a file named by the user: the path
// as given; a file found in a folder: its path inside that folder; a JSON line: its url, else
// "FILE:LINE". Calls `each` for every article and `warn` for what cannot be read: missing, empty,
// binary (NUL bytes), not UTF-8 (repaired and reported, unless the HTML names its charset), a
// broken JSON line, larger than 10 MB.
void read_articles(const std::vector<std::string>& paths,
                   const std::function<void(RawArticle)>& each,
                   const std::function<void(Warning)>& warn);

// How many articles read_articles would give, at most; for progress. Cheap: counts files and lines;
// standard input and pipes count as one.
std::size_t count_articles(const std::vector<std::string>& paths);

// Text with blocks, title, outlet, url and date of publication. HTML: extract/html.h gives the text
// first. An article without any body (an HTML page with no text) has no Body block; the caller
// warns.
Document load_document(const RawArticle& raw, const PageWords& words);

}  // namespace entente
