#include "extract/guess_repairs.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/name_posts.h"
#include "extract/person_names.h"

namespace entente {
namespace {

class GuessRepair {
 public:
  GuessRepair(const NameTokens& tokens, const std::vector<std::uint32_t>& holders)
      : tokens_(tokens), holders_(holders) {}

  bool names_nobody(const Guess& guess) const {
    return foreign(guess.tokens) || courtesy(guess.tokens) ||
           (guess.type != "person" && only_post(guess.tokens));
  }

  void repair(Guess& guess) const {
    while (guess.tokens.size() > 1 && (tokens_.forms.participle(guess.tokens.begin) ||
                                       tokens_.outside_name(guess.tokens.begin)))
      ++guess.tokens.begin;
    if (guess.type == "person") begin_earlier(guess.tokens);
    const std::uint32_t end = guess.tokens.end;  // "Nghe An", guessed without what looks small
    if (end < tokens_.range.end && tokens_.forms.written[end] == "An" && tokens_.word_of_name(end))
      ++guess.tokens.end;
    if (guess.type == "person" && tokens_.forms.with_article(guess.tokens.end)) ++guess.tokens.end;
    const std::uint32_t nation = past_demonym(guess.tokens);
    if (nation > guess.tokens.begin && looks_like_person(tokens_, {nation, guess.tokens.end})) {
      guess = {{nation, guess.tokens.end}, "person"};
    } else if (guess.type == "person") {
      trim(guess);
    } else if (const std::uint32_t owned = past_owner(guess.tokens); owned > guess.tokens.begin) {
      guess.tokens.begin = owned;
    } else if (Guess person = guess; trim(person), person.tokens.begin > guess.tokens.begin) {
      person.type = "person";
      if (looks_like_person(tokens_, person.tokens)) guess = person;
    }
    if (guess.type != "person") guess.tokens.end = before_holder(guess.tokens);
  }

 private:
  // Written in another script, as names are once more in brackets.
  bool foreign(TokenRange name) const {
    return std::ranges::none_of(tokens_.forms.written[name.begin],
                                [](char c) { return c >= 'A' && c <= 'z'; }) &&
           is_letter(decode_at(tokens_.forms.written[name.begin], 0).value) &&
           !is_latin(decode_at(tokens_.forms.written[name.begin], 0).value);
  }

  // "His Royal Highness"
  bool courtesy(TokenRange name) const {
    static const std::unordered_set<std::string_view> kCourtesy = {
        "his",        "her",        "their",    "royal",    "highness", "majesty", "majesties",
        "highnesses", "excellency", "holiness", "eminence", "honour",   "honor",   "grace"};
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (!kCourtesy.contains(tokens_[i].lower)) return false;
    }
    return true;
  }

  // "Nigerian High Commissioner", "Mines and Energy" before "minister".
  bool only_post(TokenRange name) const {
    const Gazetteer::Match match = tokens_.known(name.begin);
    const bool nation = match.name != nullptr && match.name->kind == KnownName::Kind::Demonym;
    const std::uint32_t begin = name.begin + (nation ? match.length : 0);
    const auto post = tokens_.role(begin, name.end);
    if (post && begin + post->length == name.end) return begin > name.begin;
    return begin < name.end && portfolio_begin(tokens_, begin, name.end) == begin;
  }

  // "Sultan bin NAME", guessed without its first word; "'Ana NAME", without its first letter.
  void begin_earlier(TokenRange& name) const {
    const std::uint32_t begin = name.begin;
    if (begin == 0) return;
    const std::string& low = tokens_[begin].lower;
    const std::string& before = tokens_[begin - 1].lower;
    const bool apart = tokens_[begin].span.begin > tokens_[begin - 1].span.end;
    const bool letter = before == "'" || before == "\u2018" || before == "\u02bb";
    if (((low == "bin" || low == "bint") && apart && tokens_.word_of_name(begin - 1)) ||
        (letter && !apart && !closes_quote(name.end, before)))
      --name.begin;
  }

  // A mark of quotation that could close the one before a name.
  bool closes_quote(std::uint32_t from, const std::string& opened) const {
    for (std::uint32_t i = from; i < std::min<std::uint32_t>(tokens_.range.end, from + 40); ++i) {
      const std::string& low = tokens_[i].lower;
      if (low == opened || (opened == "\u2018" && low == "\u2019")) return true;
    }
    return false;
  }

  // "the Chilean NAME"
  std::uint32_t past_demonym(TokenRange range) const {
    const Gazetteer::Match match = tokens_.known(range.begin);
    const bool nation = match.name != nullptr && match.name->kind == KnownName::Kind::Demonym;
    return nation && range.begin + match.length < range.end ? range.begin + match.length
                                                            : range.begin;
  }

  // "African Union's Peace and Security Council": the council.
  std::uint32_t past_owner(TokenRange range) const {
    const Gazetteer::Match match = tokens_.known(range.begin);
    const std::uint32_t mark = range.begin + match.length;
    const bool owner = match.name != nullptr && mark + 1 < range.end && tokens_[mark].lower == "'s";
    return owner ? mark + 1 : range.begin;
  }

  std::uint32_t past_portfolio(TokenRange range) const {
    if (tokens_.words.portfolios.contains(tokens_[range.begin].lower)) return range.begin + 1;
    const std::string_view before =
        range.begin > 0 ? std::string_view(tokens_[range.begin - 1].lower) : std::string_view();
    if (before != "of" && before != "for" && before != "and" && before != "to" && before != "in")
      return range.begin;
    std::uint32_t begin = range.begin;
    for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
      if (tokens_.words.portfolios.contains(tokens_[i].lower)) begin = i + 1;
    }
    if (begin > range.begin || before == "and") return begin;
    const Gazetteer::Match match =
        tokens_.gazetteer.find(tokens_.forms.folded, tokens_.forms.written, range.begin);
    const std::uint32_t next = range.begin + match.length;
    const bool posting = before == "in" && match.name != nullptr &&
                         match.name->kind == KnownName::Kind::City;  // "ambassador in Vienna NAME"
    const bool region =
        match.name != nullptr && (match.name->kind == KnownName::Kind::Name || posting) &&
        next + 1 < range.end && tokens_.words.forenames.contains(tokens_.forms.folded[next]);
    return region ? next : begin;
  }

  // A person's name without the titles, the portfolio and the region before it: "Minister of
  // Foreign Affairs NAME", "coordinator for Africa NAME".
  void trim(Guess& guess) const {
    TokenRange& range = guess.tokens;
    for (std::uint32_t i = range.begin + 1; tokens_.known_at(range.begin) && i + 1 < range.end;
         ++i) {
      // "UAE NSA H.E. Sheikh NAME"
      const auto title = tokens_.title(i, range.end);
      if (title && i + title->length + 1 < range.end) range.begin = i;
    }
    // "Mayor of Nairobi NAME NAME"
    if (const Gazetteer::Match place = tokens_.known(range.begin);
        place.name != nullptr && place.name->type == "place" && range.size() == place.length + 2 &&
        post_before(tokens_, range.begin))
      range.begin += place.length;
    for (bool again = true; again && range.size() > 1;) {
      const std::uint32_t begin = range.begin;
      if (const auto title = tokens_.title(begin, range.end);
          title && title->length < range.size() &&
          told_title(tokens_, begin, title->length, nullptr)) {
        range.begin += title->length;
        if (range.size() > 1 && tokens_[range.begin].lower == ".") ++range.begin;
        if (range.size() > 2 && tokens_[range.begin].lower == "of") {  // "King of Kenya King NAME"
          const Gazetteer::Match land = tokens_.known(range.begin + 1);
          if (land.name != nullptr && land.length + 1 < range.size())
            range.begin += land.length + 1;
        }
      } else {
        range.begin = past_portfolio(range);
      }
      again = range.begin > begin;
    }
  }

  // "Kenya NAME" behind "President of", in one: where the country ends and the name begins.
  std::uint32_t before_holder(TokenRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Gazetteer::Match land = tokens_.known(i);
      const std::uint32_t next = i + land.length;
      const bool of = i > 0 && tokens_[i - 1].lower == "of";
      if (of && land.name != nullptr && land.name->type == "country" &&
          next + tokens_.plain_words(next, range.end) == range.end &&
          (std::binary_search(holders_.begin(), holders_.end(), next) ||
           holder_behind(tokens_, range.begin, next, range.end)))
        return next;
    }
    return range.end;
  }

  const NameTokens& tokens_;
  const std::vector<std::uint32_t>& holders_;
};

}  // namespace

void repair_guesses(std::vector<Guess>& guesses, const NameTokens& tokens,
                    const std::vector<std::uint32_t>& holders) {
  const GuessRepair repair(tokens, holders);
  std::erase_if(guesses, [&](const Guess& guess) { return repair.names_nobody(guess); });
  for (Guess& guess : guesses) repair.repair(guess);
}

}  // namespace entente
