#include "extract/name_tokens.h"

#include <unordered_set>

#include "base/utf8.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                           "friday", "saturday", "sunday"};
const Strings kPlacePrepositions = {"in",     "at",     "near",   "outside",
                                    "across", "around", "inside", "throughout"};
const Strings kParticles = {"bin",   "ibn",  "al",  "el",  "de",  "da", "dos", "das", "do", "del",
                            "della", "van",  "von", "der", "den", "du", "di",  "la",  "le", "abu",
                            "ben",   "bint", "ter", "ten", "af",  "zu", "y",   "e"};

}  // namespace

SeenForms seen_forms(const Document& document, const TokenForms& forms) {
  const std::vector<Token>& tokens = document.tokens;
  SeenForms seen;
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
      const std::string& low = tokens[i].lower;
      if (!forms.capital(i)) continue;
      // "twenty-foot equivalent units (TEU)": short for no name
      if (i >= 2 && tokens[i - 1].lower == "(" && tokens[i - 2].tag == Tag::Noun &&
          !forms.capital(i - 2))
        seen.units.insert(low.substr(0, low.find_last_not_of('s') + 1));
      if (tokens[i].tag == Tag::Propn) seen.proper.insert(low);
      if (i + 1 < sentence.tokens.end && forms.capital(i + 1))
        seen.pairs.insert(low + ' ' + tokens[i + 1].lower);
    }
  }
  return seen;
}

bool NameTokens::ordinal(std::uint32_t i) const {
  const std::string& form = all[i].lower;
  return form.size() > 2 && is_digit(static_cast<unsigned char>(form[0])) &&
         (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") ||
          form.ends_with("th"));
}

bool NameTokens::numbered(std::uint32_t i) const {
  return ordinal(i) || forms.year_word(i) || all[i].lower == "annual" || all[i].lower == "biennial";
}

bool NameTokens::particle(std::uint32_t i) const { return kParticles.contains(all[i].lower); }

bool NameTokens::behind_place_preposition(std::uint32_t i) const {
  return i > range.begin && kPlacePrepositions.contains(all[i - 1].lower);
}

bool NameTokens::opening_quote(std::uint32_t i) const {
  return all[i].lower == "\"" || all[i].lower == "``" || all[i].lower == "'" ||
         all[i].lower == "“" || all[i].lower == "‘";
}

bool NameTokens::person_like(const std::string& low) const {
  return words.forenames.contains(fold(low)) || words.surnames.contains(fold(low));
}

bool NameTokens::family_name(std::uint32_t i) const {
  if (!words.family_first.contains(forms.folded[i]) || i + 1 >= all.size() || !forms.capital(i) ||
      !forms.capital(i + 1) || forms.folded[i].size() < 2)
    return false;
  if (all[i + 1].tag == Tag::Punct || known_at(i + 1)) return false;
  return !opens_sentence(i) || seen.pairs.contains(all[i].lower + ' ' + all[i + 1].lower);
}

bool NameTokens::small_word(std::uint32_t i) const {
  if (family_name(i) || !words.forms.contains(all[i].lower)) return false;
  // "Nghe An": inside a sentence no article has a capital
  if (forms.written[i] == "An" && i > range.begin && !opens_sentence(i) && forms.capital(i - 1) &&
      all[i - 1].span.end < all[i].span.begin)
    return false;
  switch (all[i].tag) {
    case Tag::Adp:
    case Tag::Aux:
    case Tag::Cconj:
    case Tag::Det:
    case Tag::Part:
    case Tag::Pron:
    case Tag::Sconj:
    case Tag::Intj:
      return forms.written[i].size() < 2 || !is_upper(decode_at(forms.written[i], 1).value);
    default:
      return false;
  }
}

bool NameTokens::opens_sentence(std::uint32_t i) const {
  if (i == range.begin) return true;
  const Tag before = all[i - 1].tag;
  const std::string& mark = all[i - 1].lower;
  return before == Tag::Punct &&
         (mark == "\"" || mark == "``" || mark == "'" || mark == "(" || mark == "[" ||
          mark == ":" || mark == "-" || mark == "–" || mark == "—" || mark == "•" || mark == "*" ||
          mark == "“" || mark == "‘");
}

bool NameTokens::word_of_name(std::uint32_t i) const {
  return i < range.end && !forms.in_time[i] && !forms.participle(i) &&
         !kWeekdays.contains(all[i].lower) && forms.capital(i) && !forms.mark(i) && !small_word(i);
}

bool NameTokens::starts_name(std::uint32_t i) const {
  if (forms.in_time[i] || kWeekdays.contains(all[i].lower)) return false;
  if (ordinal(i)) return i + 1 < range.end && word_of_name(i + 1) && !title(i + 1, range.end);
  if (!forms.capital(i) || forms.mark(i) || all[i].lower == "i" || forms.participle(i))
    return false;
  if (known_at(i)) return true;
  if (small_word(i)) return false;
  if (!opens_sentence(i)) return true;
  const std::string& low = all[i].lower;
  if (seen.proper.contains(low) || !words.forms.contains(low)) return true;
  const auto post = role(i, range.end);
  if (post && i + post->length < range.end &&
      (forms.capital(i + post->length) ||
       (post->length > 2 && forms.capital(i + post->length - 1))))
    return true;
  if (title(i, range.end)) return true;
  const bool next = i + 1 < range.end && word_of_name(i + 1);
  if (all[i].tag == Tag::Propn) return !words.is_common(low) || next;
  return next && (all[i].tag == Tag::Adj || all[i].tag == Tag::Noun || all[i].tag == Tag::Num);
}

Gazetteer::Match NameTokens::known(std::uint32_t i, std::size_t most) const {
  Gazetteer::Match match = gazetteer.find(forms.folded, forms.written, i, most);
  if (match.name != nullptr &&
      (i + match.length > range.end || !is_upper(decode_at(forms.written[i], 0).value)))
    return {};
  return match;
}

const HeadWord* NameTokens::head(std::uint32_t i, HeadWord::Where where, bool with_number) const {
  if (const HeadWord* found = words.head(all[i].lower, where, with_number)) return found;
  const std::string& low = all[i].lower;  // plural: "Ministries"
  if (low.size() > 3 && low.ends_with('s'))
    return words.head(std::string_view(low).substr(0, low.size() - 1), where, with_number);
  return nullptr;
}

std::uint32_t NameTokens::plain_words(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t i = at;
  while (i < end && word_of_name(i) && !known_at(i) && head(i, HeadWord::Where::Last) == nullptr &&
         !role(i, end))
    ++i;
  return i - at;
}

bool NameTokens::outside_name(std::uint32_t i) const {
  static const Strings kOpening = {"«", "“", "\"", "``"};
  static const Strings kRanks = {"senior", "top", "leading"};
  if (kOpening.contains(all[i].lower)) return true;
  const Gazetteer::Match next = kRanks.contains(all[i].lower) ? known(i + 1) : Gazetteer::Match{};
  return next.name != nullptr;
}

bool NameTokens::hyphen_pair(TokenRange name) const {
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    const std::size_t hyphen = forms.written[i].rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= forms.written[i].size())
      continue;
    if (is_lower(decode_at(forms.written[i], 0).value)) continue;  // "one-China"
    const std::string_view right = forms.written[i].substr(hyphen + 1);
    const std::string_view left = forms.written[i].substr(0, hyphen);
    for (const std::string_view part : {left, right}) {
      if (gazetteer.find({fold(part)}, {part}, 0).name != nullptr) return true;
    }
  }
  return false;
}

}  // namespace entente
