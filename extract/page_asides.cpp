// What stands within an article and is no part of it: numbered lists, promotion, pull quotes, and
// at its end who wrote it.

#include <algorithm>

#include "base/utf8.h"
#include "extract/page.h"

namespace entente {
namespace {

constexpr std::size_t kLongestArticle = 200'000;  // bytes; above it no pull quotes are looked for

// The number that opens a line, without a stop behind it: "1 Storm closes port"; 0 = none.
int opening_number(std::string_view line) {
  int number = 0;
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9')
    number = number * 10 + (line[at++] - '0');
  const bool text = at > 0 && at + 1 < line.size() && line[at] == ' ';
  return text && is_upper(decode_at(line, at + 1).value) ? number : 0;
}

// The names in bylines, folded.
std::vector<std::string> author_names(const Page& page) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PageEntry& line = page.lines[i];
    const bool named =
        line.kind == BlockKind::Byline || (i < page.first && is_byline_like(page, i));
    if (!named || line.look.date || line.line->words > 12) continue;
    std::string_view key = line.line->key;
    const std::size_t label = phrase_at_start(key, page.words.byline.starts);
    if (label > 0) key.remove_prefix(std::min(key.size(), label + 1));
    if (key.find(' ') != key.npos) names.emplace_back(key);
  }
  return names;
}

}  // namespace

void drop_numbered(Page& page) {
  for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
    const int number = opening_number(page.bytes(i));
    if (number == 0 || opening_number(page.bytes(i + 1)) != number + 1) continue;
    for (const std::size_t k : {i, i + 1}) {
      if (page.open(k)) page.drop(k, "numbered list");
    }
  }
}

void drop_promoted(Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.lines[i].look.promotion || page.named_from >= i) continue;
    const std::string reason = page.lines[i].reason;
    const std::size_t end = page.part_end(i);
    for (; i + 1 < end; ++i) {
      if (page.open_sentence(i + 1) || page.is(i + 1, Look::Caption)) page.drop(i + 1, reason);
    }
  }
}

void drop_pull_quotes(Page& page) {
  std::string text;  // of all longer paragraphs
  for (std::size_t i = page.first; i < page.last; ++i) {
    const PageEntry& line = page.lines[i];
    if (line.kind == BlockKind::Body && line.line->words > 12) text += line.line->key + " | ";
  }
  if (text.size() > kLongestArticle) return;  // each quote is looked for in all of it
  for (std::size_t i = page.first; i < page.last; ++i) {
    const PageEntry& line = page.lines[i];
    if (line.kind != BlockKind::Body || line.line->words > 25 || line.line->words < 4) continue;
    const std::size_t at = text.find(line.line->key + ' ');
    if (at == text.npos || text.compare(at + line.line->key.size(), 3, " | ") == 0) continue;
    page.drop(i, "pull quote");
  }
}

void drop_author(Page& page) {
  const std::vector<std::string> names = author_names(page);
  std::size_t asked = 0;
  for (std::size_t i = page.last; i-- > page.first + 1 && asked < 4;) {
    if (page.lines[i].kind != BlockKind::Body) continue;
    ++asked;
    const std::string& key = page.lines[i].line->key;
    const bool tells = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return key.starts_with(name) &&
             phrase_at_start(key.substr(std::min(name.size() + 1, key.size())),
                             page.words.byline.tells) > 0;
    });
    if (!tells) continue;
    for (std::size_t k = i; k < page.last; ++k) {
      if (page.lines[k].kind == BlockKind::Body) page.drop(k, "about the author");
    }
  }
}

}  // namespace entente
