#include "extract/sentence_mentions.h"

#include <algorithm>

#include "extract/headed_names.h"

namespace entente {
namespace {}  // namespace

bool is_suffix(std::string_view lower) {
  return lower == "jr" || lower == "jr." || lower == "sr" || lower == "sr.";
}

void SentenceMentions::add(TokenRange range, std::string type, std::string how) {
  if (range.size() > 1 && tokens_.words.former.contains(tokens_[range.begin].lower)) ++range.begin;
  Mention mention;
  mention.tokens = range;
  mention.sentence = sentence_;
  mention.type = std::move(type);
  mention.how = std::move(how);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens_[i].lower == "(" && i + 2 < range.end && tokens_[i + 2].lower == ")") {
      i += 2;
      continue;
    }
    const bool glued = i > range.begin && tokens_[i].span.begin == tokens_[i - 1].span.end;
    if (!mention.name.empty() && !glued) mention.name += ' ';
    mention.name += tokens_.forms.written[i];
  }
  if (mention.type == "person") mention.tokens.end = past_suffix(range.end);
  mentions_.push_back(std::move(mention));
}

void SentenceMentions::add_known(std::uint32_t begin, const Gazetteer::Match& match) {
  add({begin, begin + match.length}, match.name->type, "gazetteer");
  Mention& mention = mentions_.back();
  mention.known = match.name->id;
  mention.division = match.name->division;
  mention.demonym = match.name->kind == KnownName::Kind::Demonym;
  if (match.name->weak && !behind_city(mention) && !tokens_.behind_place_preposition(begin)) {
    mention.type.clear();
  }
}

void SentenceMentions::add_nested(TokenRange name) {
  const auto [begin, end] = name;
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool ordinal_head = tokens_.ordinal(i) && i > begin && tokens_[i - 1].lower == "the";
    if (const Gazetteer::Match match = tokens_.known(i, i == begin ? end - begin - 1 : 16);
        match.name != nullptr && match.length < end - begin && i + match.length <= end &&
        (i == begin || match.name->type == "country" || tokens_[i - 1].lower == "of" ||
         tokens_[i - 1].lower == "the")) {
      add_known(i, match);
      mentions_.back().nested = true;
      // The party's country is looked for inside its name, too.
      if (match.name->type != "organization" && match.name->type != "party") i += match.length - 1;
      continue;
    }
    // "Committee of the Congress"; "Conference of State Legislatures" names no other body.
    const bool after_of =
        i > begin + 1 && tokens_[i - 1].lower == "the" && tokens_[i - 2].lower == "of";
    if (after_of && (tokens_.word_of_name(i) || ordinal_head)) {
      const std::uint32_t last = last_head(tokens_, i, end);
      if (last > i + 1) {
        // The number of the inner name does not make it an event: "Committee of the 14th ...
        // Congress".
        const HeadWord* inner = tokens_.head(last - 1, HeadWord::Where::Last);
        add({i, end}, inner != nullptr ? inner->type : type_of_headed(tokens_, i, last),
            "inside a name");
        mentions_.back().nested = true;
      }
    }
    if (tokens_[i].lower == "(" && i + 2 < end && tokens_.forms.acronym(i + 1)) ++i;
  }
  add_body(name);
}

// "Communist Party of Vietnam" in "Communist Party of Vietnam (CPV) Central Committee": what stands
// before the last two words.
void SentenceMentions::add_body(TokenRange name) {
  const auto [begin, end] = name;
  const std::uint32_t outer = last_head(tokens_, begin, end);
  if (outer < begin + 4 || tokens_[outer - 1].lower != "committee") return;
  std::uint32_t stop = outer - 2;
  if (tokens_[stop - 1].lower == ")" && stop > begin + 3) stop -= 3;
  const bool body = last_head(tokens_, begin, stop) > begin + 1;
  for (std::uint32_t i = begin + 2; i + 1 < stop; ++i) {  // "Bureau of the CPV Central Committee"
    if (tokens_[i].lower == "of" && tokens_[i + 1].lower == "the" &&
        tokens_[i - 1].lower != "party")
      return;
  }
  const bool known_already =
      std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
        return mention.nested && mention.tokens == TokenRange{name.begin, stop};
      });
  if (!body || known_already) return;
  add({begin, stop}, type_of_headed(tokens_, begin, last_head(tokens_, begin, stop)),
      "inside a name");
  mentions_.back().nested = true;
}

// "Vienna, Virginia,": behind a city's name and before a mark it is the state.
bool SentenceMentions::behind_city(const Mention& state) const {
  const TokenRange range = state.tokens;
  if (!state.division || range.begin < tokens_.range.begin + 2 || mentions_.size() < 2 ||
      tokens_[range.begin - 1].lower != "," || range.end >= tokens_.range.end ||
      !tokens_.forms.mark(range.end))
    return false;
  const Mention& city = mentions_[mentions_.size() - 2];
  return city.type == "place" && !city.division && city.tokens.end == range.begin - 1;
}

std::uint32_t SentenceMentions::past_suffix(std::uint32_t end) const {
  const std::uint32_t at = end < tokens_.range.end && tokens_[end].lower == "," ? end + 1 : end;
  return at < tokens_.range.end && is_suffix(tokens_[at].lower) ? at + 1 : end;
}

}  // namespace entente
