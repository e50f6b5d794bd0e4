// Whom the lines of a page name. What an article's own sentences name comes back in them; the
// teaser of another article names people and places that stand nowhere above it. Only capitalised
// words inside a sentence name somebody for certain; the first word counts where it was seen
// before. A word counts by its beginning: "Kenya" is in "Kenyan".

#include <map>

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

constexpr std::size_t kStem = 4;  // bytes of a folded word by which it is compared

std::string stem(std::string_view word) { return std::string(word.substr(0, kStem)); }

bool opens_sentence(std::string_view before) {
  while (before.ends_with(' ') || before.ends_with('"') || before.ends_with("“"))
    before.remove_suffix(before.ends_with("“") ? std::string_view("“").size() : 1);
  return before.empty() || before.ends_with('.') || before.ends_with('?') ||
         before.ends_with('!') || before.ends_with(':');
}

// Calls `each` with every word between white space and the bytes before it.
template <typename Each>
void each_word(std::string_view line, const Each& each) {
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && !is_space(decode_at(line, end).value))
      end += decode_at(line, end).length;
    if (end > at) each(line.substr(at, end - at), line.substr(0, at));
    at = end < line.size() ? end + decode_at(line, end).length : end;
  }
}

std::string first_word(const std::string& key) { return key.substr(0, key.find(' ')); }

bool is_name(std::string_view word, const PageWords& words) {
  return !words.names.common.contains(word) && !words.months.contains(word);
}

Stems names_in(std::string_view line, const PageWords& words) {
  Stems names;
  each_word(line, [&](std::string_view word, std::string_view before) {
    if (!is_upper(decode_at(word, 0).value) || opens_sentence(before)) return;
    const std::string first = first_word(fold(word));
    if (first.size() >= 3 && is_name(first, words)) names.insert(stem(first));
  });
  return names;
}

}  // namespace

Stems stems_of(std::string_view key) {
  Stems stems;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end > begin) stems.insert(stem(key.substr(begin, end - begin)));
    begin = end + 1;
  }
  return stems;
}

Stems known_names(const Page& page, std::size_t i) {
  Stems names = names_in(page.bytes(i), page.words);
  const std::string opening = first_word(page.lines[i].line->key);
  if (opening.size() > kStem && is_name(opening, page.words)) names.insert(stem(opening));
  return names;
}

void note_names(Page& page) {
  std::map<std::string, std::size_t, std::less<>> first_line;  // of each word's stem
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    PageEntry& line = page.lines[i];
    const bool said = page.is(i, Look::Sentence) || page.is(i, Look::Caption);
    if (!page.open(i) || (!said && line.line->words < 4)) continue;
    for (const std::string& word : stems_of(line.line->key)) first_line.emplace(word, i);
    line.kin = i;
    if (!said) continue;
    page.named_from = std::min(page.named_from, i);
    const std::string opening = first_word(line.line->key);
    if (page.words.names.pronouns.contains(opening)) continue;  // who is meant stands above
    line.names = !names_in(page.bytes(i), page.words).empty();
    for (const std::string& name : known_names(page, i))
      line.kin = std::min(line.kin, first_line.find(name)->second);
  }
}

}  // namespace entente
