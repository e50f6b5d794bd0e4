#pragma once
// Back from an export in JSON lines (doc/formats.md): its articles, with all that was read from
// them, and the ledger. From these a graph is folded again; the other lines follow from them.

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "graph/extraction.h"
#include "graph/store.h"

namespace entente {

struct ImportedArticle {
  Article article;
  ArticleStamp stamp;
  Extraction extraction;
};

struct ImportSink {
  std::function<void(const ImportedArticle&)> article;
  std::function<void(const std::string&)> ledger;  // its bytes
  // Any other line, as it stands, its number from 1, and the articles that it names.
  std::function<void(const std::string&, std::uint32_t, const std::vector<std::string>&)> derived;
};

// Throws Error{Fault::Input} with `file`, line, what was found and what was expected. REQUIRES: all
// of `sink` is set.
void read_export(std::istream& in, const std::string& file, const ImportSink& sink);

// Whether `bytes`, the beginning of a file, are those of such an export.
bool is_export(std::string_view bytes);

}  // namespace entente
