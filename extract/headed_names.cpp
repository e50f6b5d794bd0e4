#include "extract/headed_names.h"

namespace entente {
namespace {

using Where = HeadWord::Where;

// Between two organization words stands a word that begins another name: "Vietnam News Agency
// National Assembly" does not occur, "Communist Party of Vietnam (CPV) Central Committee" does;
// an "and" separates.
bool crosses_name(const NameTokens& tokens, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (tokens[i].lower == "and" && tokens.head(i - 1, Where::Last) != nullptr) return true;
  }
  return false;
}

}  // namespace

std::uint32_t last_head(const NameTokens& tokens, std::uint32_t begin, std::uint32_t stop) {
  std::uint32_t found = begin;
  for (std::uint32_t i = begin; i < stop; ++i) {
    if (!tokens.word_of_name(i)) continue;
    const HeadWord* word = tokens.head(i, Where::Last, tokens.numbered(begin));
    if (word == nullptr) continue;
    if (i == begin &&
        (i + 1 >= stop || (tokens[i + 1].lower != "of" && tokens[i + 1].lower != "for")))
      continue;  // one word alone: "Congress"
    if (found > begin && crosses_name(tokens, found, i)) break;
    found = i + 1;
  }
  return found;
}

std::string type_of_headed(const NameTokens& tokens, std::uint32_t begin, std::uint32_t last) {
  for (std::uint32_t i = begin + 1; i + 1 < last; ++i) {
    if (tokens[i].lower != "of" || tokens[i + 1].lower != "the") continue;
    if (const HeadWord* before = tokens.head(i - 1, Where::Last, tokens.numbered(begin)))
      return before->type;
  }
  return tokens.head(last - 1, Where::Last, tokens.numbered(begin))->type;
}

std::uint32_t headed_first(const NameTokens& tokens, std::uint32_t begin, std::uint32_t stop) {
  if (tokens.head(begin, Where::First) == nullptr || begin + 1 >= stop ||
      !tokens.word_of_name(begin + 1))
    return begin;
  std::uint32_t i = begin + 1;
  while (i < stop && tokens.word_of_name(i)) ++i;
  return i;
}

std::uint32_t governed_at(const NameTokens& tokens, TokenRange name) {
  const auto rules = [&](std::uint32_t i) {
    return tokens[i].lower == "government" || tokens[i].lower == "governments";
  };
  std::uint32_t at = name.end;
  bool government = false;
  for (std::uint32_t i = name.begin; i < name.end;) {
    const Gazetteer::Match match = tokens.known(i);
    const bool small = tokens[i].lower == "of" || tokens[i].lower == "the";
    if (match.name != nullptr && match.name->type == "country" && at == name.end) {
      at = i;
      i += match.length;
    } else if (rules(i) || small || tokens[i].lower == "royal") {
      government = government || rules(i);
      ++i;
    } else {
      return name.end;
    }
  }
  return government ? at : name.end;
}

std::uint32_t headed_end(const NameTokens& tokens, std::uint32_t last, std::uint32_t stop) {
  std::uint32_t end = last;
  while (end < stop && !tokens.word_of_name(end)) {
    std::uint32_t next = end + 1;
    while (next < stop && !tokens.word_of_name(next) && !tokens.ordinal(next)) ++next;
    const Gazetteer::Match land = tokens.known(next);  // "... of Kenya NAME"
    const bool holder = land.name != nullptr && land.name->type == "country" &&
                        tokens.plain_words(next + land.length, stop) >= 2;
    if (holder) {
      end = next + land.length;
      break;
    }
    while (next < stop &&
           (tokens.word_of_name(next) || tokens.ordinal(next) || tokens[next].lower == "and"))
      ++next;
    if (next > stop || next == end + 1) break;
    end = next;
  }
  while (end > last && !tokens.word_of_name(end - 1)) --end;
  return end;
}

}  // namespace entente
