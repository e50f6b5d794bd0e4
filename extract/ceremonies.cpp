#include "extract/ceremonies.h"

#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// Held for one person; also heads of names in data/words/heads.tsv.
const Strings kCeremonies = {"inauguration", "funeral", "coronation", "wedding", "investiture"};
constexpr std::uint32_t kMostTitles = 6;  // tokens before the name

// The token at which the name begins that may stand behind "of"; titles are passed.
std::uint32_t name_begin(const Document& document, const Words& words, std::uint32_t of,
                         std::uint32_t end) {
  std::uint32_t i = of + 1;
  while (i < end && i - of <= kMostTitles) {
    const auto title = words.titles.find(document.tokens, i, end);
    if (title) {
      i += title->length;
    } else if (document.tokens[i].lower == "his" || document.tokens[i].lower == "her") {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

}  // namespace

void name_ceremonies(Document& document, const Words& words) {
  for (std::size_t m = 0; m + 1 < document.mentions.size(); ++m) {
    Mention& event = document.mentions[m];
    const std::uint32_t of = event.tokens.end;
    const std::uint32_t end = document.sentences[event.sentence].tokens.end;
    if (event.nested || (!event.type.empty() && event.type != "event") || of + 1 >= end ||
        !kCeremonies.contains(document.tokens[of - 1].lower) ||
        !is_capital(document, document.tokens[of - 1]) || document.tokens[of].lower != "of")
      continue;
    Mention& person = document.mentions[m + 1];
    if (person.type != "person" || person.nested || person.sentence != event.sentence ||
        person.tokens.begin != name_begin(document, words, of, end))
      continue;
    person.nested = true;
    event.type = "event";
    event.how = "ceremony";
    event.tokens.end = person.tokens.end;
    const Span all = span_of(document, event.tokens);
    event.name.clear();
    for (const char c : slice(document.article.text, all)) {
      const bool space = c == '\n' || c == '\t' || c == '\r' || c == ' ';
      if (!space || !event.name.ends_with(' ')) event.name += space ? ' ' : c;
    }
  }
}

}  // namespace entente
