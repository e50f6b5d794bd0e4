#include "extract/name_types.h"

#include <string_view>

#include "extract/calendar.h"
#include "extract/person_names.h"

namespace entente {
namespace {

bool camel_case(const NameTokens& tokens, TokenRange range) {
  if (range.size() != 1) return false;
  const std::string_view form = tokens.forms.written[range.begin];
  if (form.ends_with('s') && form.size() < 5) return false;  // "MoUs"
  for (std::size_t k = 2; k < form.size(); ++k) {
    if (form[k] >= 'A' && form[k] <= 'Z' && form[k - 1] >= 'a' && form[k - 1] <= 'z' &&
        !form.starts_with("Mc") && !form.starts_with("Mac"))
      return true;
  }
  return false;
}

}  // namespace

ToldType type_of_plain(const NameTokens& tokens, TokenRange range) {
  const std::uint32_t end = range.end;
  const bool quoted = range.begin > tokens.range.begin && tokens.opening_quote(range.begin - 1) &&
                      end < tokens.range.end && tokens[end].tag == Tag::Punct;
  if (range.size() >= 3 && quoted) {
    const std::uint32_t next = end + 1;
    const HeadWord* word =
        next < tokens.range.end ? tokens.head(next, HeadWord::Where::Last) : nullptr;
    if (word != nullptr && word->type == "initiative") return {"initiative", "initiative word"};
    return {"", ""};
  }
  if (tokens.hyphen_pair(range)) return {"", ""};
  if (range.size() == 1 && month_named(tokens[range.begin].lower)) return {"", ""};
  const bool owner = end < tokens.range.end && tokens[end].lower == "'s";
  if (tokens.behind_place_preposition(range.begin) && !owner && all_words(tokens, range) &&
      !acts_like_person(tokens, range) && !tokens.words.is_common(tokens[end - 1].lower))
    return {"place", "preposition"};
  if (looks_like_person(tokens, range)) return {"person", "given name"};
  if (range.size() == 1 && tokens.forms.acronym(range.begin)) {
    const bool amount = end < tokens.range.end && tokens[end].tag == Tag::Num;  // "USD 175 billion"
    const bool unit = range.begin > tokens.range.begin &&
                      tokens[range.begin - 1].lower == "(";  // "twenty-foot equivalent unit (TEU)"
    const bool word = tokens.words.is_common(tokens[range.begin].lower) ||  // "TV"
                      tokens.seen.units.contains(tokens[range.begin].lower);
    return amount || unit || word ? ToldType{} : ToldType{"organization", "acronym"};
  }
  if (range.size() >= 2 && range.size() <= 4 && all_words(tokens, range) &&
      acts_like_person(tokens, range))
    return {"person", "speaks"};

  if (camel_case(tokens, range)) return {"organization", "form"};
  if (range.size() == 1 && !tokens.words.is_common(tokens[range.begin].lower) &&
      speaks(tokens, range))
    return {"person", "speaks"};
  return {"", ""};
}

}  // namespace entente
