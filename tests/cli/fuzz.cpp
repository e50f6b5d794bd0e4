// For libFuzzer: any bytes as the words of a search, as a line of the shell, and as what stands
// before its cursor. scripts/fuzz builds and runs it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/shell_completion.h"
#include "cli/shell_text.h"
#include "graph/store.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

// A few sentences to search.
struct Sample {
  Scratch folder;
  Store store{folder / "g.ent", Store::Mode::Write};

  Sample() {
    Article article;
    article.id = "a.txt";
    article.text = "Ann Lind met Bo Tarn. The port opened; NOT all were there.";
    Extraction extraction;
    extraction.sentences = {{0, 21}, {22, 58}};
    store.put(article, {article.id, "h", "r"}, extraction);
  }
};

ShellWords words() {
  ShellWords all;
  all.labels = {"Person", "Award Show"};
  all.types = {"MET_WITH"};
  all.keys = {"name"};
  all.procedures = {"entente.search"};
  all.functions = {"toUpper"};
  all.names = {"Ann's", "Đỗ Mười"};
  all.commands = {"path", "format"};
  all.formats = {"json"};
  return all;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Sample sample;
  static const ShellWords known = words();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string& query : split_statements(text).queries) require(!query.empty());
  command_words(text);
  const Completion completion = complete(text, known);
  require(completion.begin <= text.size());
  common_beginning(completion.words);
  try {
    for (const FoundSentence& found : sample.store.search({std::string(text)})) {
      for (const Span match : found.matches) {
        require(match.begin < match.end && match.end <= found.text.size());
      }
    }
  } catch (const Error& error) {
    require(error.fault() == Fault::Usage);  // no word in it; never SQLite's own complaint
  }
  return 0;
}
