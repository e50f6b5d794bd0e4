#pragma once
// What tests of packed inputs share: gzip written by zlib, and what comes out of a stream.

#include <zlib.h>

#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/load.h"

namespace entente {

// One member.
inline std::string gzip(std::string_view bytes) {
  z_stream state{};
  deflateInit2(&state, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&state, static_cast<uLong>(bytes.size())), '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(packed.data());
  state.avail_out = static_cast<uInt>(packed.size());
  deflate(&state, Z_FINISH);
  packed.resize(state.total_out);
  deflateEnd(&state);
  return packed;
}

struct StreamResult {
  std::vector<RawArticle> articles;
  std::vector<std::string> warnings;  // "file:line: message"

  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const RawArticle& raw : articles) result.push_back(raw.article.id);
    return result;
  }
};

inline StreamResult read_bytes(const std::string& bytes) {
  StreamResult result;
  std::istringstream in(bytes);
  read_articles(
      in, "f", [&](RawArticle raw) { result.articles.push_back(std::move(raw)); },
      [&](const Warning& warning) {
        result.warnings.push_back(to_string(warning.place) + ": " + warning.message);
      });
  return result;
}

}  // namespace entente
