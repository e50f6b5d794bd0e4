#include "extract/cut_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/calendar.h"
#include "extract/headed_names.h"
#include "extract/name_posts.h"
#include "extract/name_runs.h"
#include "extract/name_types.h"
#include "extract/names.h"
#include "extract/person_names.h"

namespace entente {
namespace {

using Where = HeadWord::Where;
using Strings = std::unordered_set<std::string_view>;

class NameCutter {
 public:
  NameCutter(const NameTokens& tokens, const std::vector<Guess>& guesses,
             const std::vector<std::uint32_t>& holders, SentenceMentions& found)
      : tokens_(tokens), guesses_(guesses), holders_(holders), found_(found) {}

  void cut() {
    for (std::uint32_t i = tokens_.range.begin; i < tokens_.range.end;) {
      const Guess* guess = guess_at(i);
      if (tokens_.starts_name(i)) {
        const std::uint32_t end = run_end(tokens_, i);
        i = std::max(cut_run(i, end), end);
      } else if (guess != nullptr && guess->type != "other") {
        i = take_guess(*guess);
      } else {
        ++i;
      }
    }
  }

 private:
  const Guess* guess_at(std::uint32_t i) const {
    const auto found = first_from(guesses_, i);
    return found != guesses_.end() && found->tokens.begin == i ? &*found : nullptr;
  }

  // Returns where it stopped: a guess may go on behind the run.
  std::uint32_t cut_run(std::uint32_t begin, std::uint32_t run) {
    const std::uint32_t end = portfolio_begin(tokens_, begin, run);
    bool person = false;  // a title or a post stands right before
    std::string how;
    std::uint32_t i = begin;
    while (i < end) {
      const Guess* guess = guess_at(i);
      const auto office = tokens_.role(i, end);
      const bool no_post = guess != nullptr && guess->tokens.size() > 1 &&
                           guess->type != "person" &&
                           !(office && i + office->length > guess->tokens.end);
      auto title = tokens_.title(i, end);
      if (title && !told_title(tokens_, i, title->length, guess)) title.reset();
      const bool body = title && of_body(i, title->length, end);
      const bool known_body = i + 1 == end && title && tokens_.known_at(i);  // "the NSA"
      // "Foreign Minister Don NAME": behind a post and before one word it is a forename.
      const bool forename = title && person && i + 2 == end && *title->value == "courtesy" &&
                            tokens_.words.genders.contains(tokens_.forms.folded[i]);
      if (title && !body && !known_body && !forename) {
        i += title->length;
        if (i < end && tokens_[i].lower == ".") ++i;
        person = true;
        how = "title";
        continue;
      }
      const std::uint32_t post = no_post || known_body ? 0 : post_length(tokens_, i, end);
      if (post > 0) {
        i += post;
        person = true;
        how = "post";
        continue;
      }
      const bool former = i + 1 < end && tokens_.words.role_modifiers.contains(tokens_[i].lower) &&
                          tokens_.known(i + 1).name != nullptr &&
                          tokens_.known(i + 1).name->kind ==
                              KnownName::Kind::Demonym;  // "Former Austrian President"
      if (former || (i + 1 < end && tokens_.outside_name(i)) ||
          (!tokens_.word_of_name(i) && !tokens_.ordinal(i) && !tokens_.known_at(i))) {
        ++i;
        person = false;
        continue;
      }
      const std::uint32_t segment = i;
      i = cut_segment(i, end, person, how);
      person = holder_at(i) || holder_behind(tokens_, segment, i, end);
      if (person) how = "post";
    }
    return i;
  }

  // "General" of "General Assembly", no title there; but "President Duma NAME", "King Park NAME".
  bool of_body(std::uint32_t begin, std::uint32_t length, std::uint32_t end) const {
    static const Strings kNever = {"president", "minister", "premier", "chancellor", "ambassador",
                                   "senator",   "mr",       "mr.",     "mrs",        "mrs.",
                                   "ms",        "ms.",      "dr",      "dr.",        "emperor",
                                   "sheikh",    "sultan",   "emir",    "pope"};
    const std::uint32_t next = begin + length;
    return next < end && !kNever.contains(tokens_[next - 1].lower) &&
           tokens_.head(next, Where::Last) != nullptr && tokens_.word_of_name(next) &&
           !tokens_.words.family_first.contains(tokens_.forms.folded[next]);
  }

  // A segment from `begin`; returns where the next one starts.
  std::uint32_t cut_segment(std::uint32_t begin, std::uint32_t end, bool person,
                            const std::string& how) {
    const std::uint32_t stop =
        next_holder(begin, next_guess(begin, next_post(tokens_, begin, end)));
    const Guess* guess = guess_at(begin);
    const std::uint32_t guessed = guess == nullptr ? begin : guess->tokens.end;
    if (person) {
      if (guess == nullptr || guess->type != "person") return cut_person(begin, stop, how);
      found_.add(guess->tokens, "person", how);
      return guess->tokens.end;
    }
    if (const std::uint32_t policy = lower_head(begin, stop);
        policy > stop &&
        (!tokens_.known_at(begin) || tokens_.head(policy - 1, Where::Last)->type == "initiative")) {
      found_.add({begin, policy}, tokens_.head(policy - 1, Where::Last)->type, "initiative word");
      return policy;
    }
    const Gazetteer::Match match = tokens_.known(begin);
    std::uint32_t last = last_head(tokens_, begin, stop);
    if (match.name != nullptr && last <= begin + match.length) last = 0;
    if (last > begin && last >= guessed) {
      if (!surname_of_person(tokens_, {begin, last})) return cut_headed(begin, last, stop);
      found_.add({begin, last}, "person", "post");
      return last;
    }
    if (match.name != nullptr && begin + match.length <= end && begin + match.length >= guessed &&
        !known_is_person(tokens_, begin, match, stop)) {
      found_.add_known(begin, match);
      const bool land = match.name->type == "country" || match.name->type == "place";
      if (match.length > 1 && !land) found_.add_nested({begin, begin + match.length});
      return begin + match.length;
    }
    if (guess != nullptr && guess->type != "other") return take_guess(*guess);
    if (const std::uint32_t first = headed_first(tokens_, begin, stop); first > begin) {
      found_.add({begin, first}, tokens_.head(begin, Where::First)->type, "organization word");
      return first;
    }
    return cut_plain(begin, stop);
  }

  // Where a person's name begins that the network found behind `begin`: "Foreign Affairs NAME".
  std::uint32_t next_guess(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const Guess* guess = guess_at(i);
      if (guess != nullptr && guess->type == "person" && guess->tokens.size() > 1 &&
          tokens_.words.portfolios.contains(tokens_[i - 1].lower))
        return i;
    }
    return end;
  }

  // "Parliament NAME" behind "speaker of the".
  std::uint32_t next_holder(std::uint32_t begin, std::uint32_t end) const {
    const auto next = std::upper_bound(holders_.begin(), holders_.end(), begin);
    return next == holders_.end() ? end : std::min(*next, end);
  }

  bool holder_at(std::uint32_t i) const {
    return std::binary_search(holders_.begin(), holders_.end(), i);
  }

  std::uint32_t cut_person(std::uint32_t begin, std::uint32_t stop, const std::string& how) {
    std::uint32_t end = begin;
    while (end < stop && (tokens_.word_of_name(end) || (tokens_.particle(end) && end + 1 < stop)))
      ++end;
    if (end == begin) return begin + 1;
    if (end == begin + 1 && tokens_.words.is_common(tokens_[begin].lower) &&
        !tokens_.person_like(tokens_[begin].lower) && guess_at(begin) == nullptr)
      return end;  // "Minister Responsible for"
    const std::uint32_t last = last_head(tokens_, begin, stop);
    const Gazetteer::Match match = tokens_.known(begin);
    const bool body =
        last > begin + 1 &&
        (end - begin > 3 || (!tokens_.person_like(tokens_[begin].lower) &&
                             !tokens_.words.family_first.contains(tokens_.forms.folded[begin])));
    if (body || (match.name != nullptr && match.length == end - begin &&
                 !tokens_.person_like(tokens_[begin].lower))) {
      return cut_segment(begin, stop, false,
                         "");  // "President of" was cut off; an organization follows
    }
    found_.add({begin, end}, "person", how);
    return end;
  }

  std::uint32_t cut_headed(std::uint32_t begin, std::uint32_t last, std::uint32_t stop) {
    const std::string type = type_of_headed(tokens_, begin, last);
    const std::uint32_t end = headed_end(tokens_, last, stop);
    if (add_governed({begin, end})) return end;
    const Gazetteer::Match whole = tokens_.known(begin);
    if (whole.name != nullptr && whole.length == end - begin) {
      found_.add_known(begin, whole);
    } else {
      found_.add({begin, end}, type, type + " word");
    }
    found_.add_nested({begin, end});
    return end;
  }

  // "Government of Kenya" is Kenya, as it is in small letters.
  bool add_governed(TokenRange name) {
    const std::uint32_t land = governed_at(tokens_, name);
    if (land < name.end) found_.add_known(land, tokens_.known(land));
    return land < name.end;
  }

  // "One China policy", "one-China policy", "COVID-19 pandemic": one past the word in small
  // letters; `end` when there is none.
  std::uint32_t lower_head(std::uint32_t begin, std::uint32_t end) const {
    if (end >= tokens_.range.end || tokens_.forms.capital(end) || tokens_[end].tag != Tag::Noun)
      return end;
    const HeadWord* word = tokens_.words.head(tokens_[end].lower, Where::Last);
    if (word == nullptr || (word->type != "initiative" && word->type != "event")) return end;
    const bool shaped = end - begin >= 2 ||
                        tokens_.forms.written[begin].find('-') != std::string_view::npos ||
                        tokens_[end].lower == "independence";  // "Catalan independence"
    return shaped && !looks_like_person(tokens_, {begin, end}) && !tokens_.hyphen_pair({begin, end})
               ? end + 1
               : end;
  }

  std::uint32_t cut_plain(std::uint32_t begin, std::uint32_t stop) {
    std::uint32_t end = begin;
    while (end < stop &&
           (tokens_.word_of_name(end) || tokens_.ordinal(end) || tokens_.particle(end) ||
            tokens_[end].lower == "and" || tokens_[end].lower == "of" ||
            tokens_[end].lower == "the" || tokens_[end].lower == "'s")) {
      if (end > begin && tokens_.word_of_name(end)) {
        const Gazetteer::Match match = tokens_.known(end);
        if (match.name != nullptr && match.length == stop - end &&
            match.name->kind != KnownName::Kind::City && !tokens_.person_like(tokens_[begin].lower))
          break;
      }
      ++end;
    }
    while (end > begin + 1 && !tokens_.word_of_name(end - 1)) --end;
    const auto [type, how] = type_of_plain(tokens_, {begin, end});
    found_.add({begin, end}, type, how);
    return end;
  }

  // The network's extent; its type, unless a word of the name tells another.
  std::uint32_t take_guess(const Guess& guess) {
    TokenRange range = guess.tokens;
    for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {  // "PARIS - Russian ..."
      const bool apart = tokens_[i].span.begin > tokens_[i - 1].span.end;
      if (apart && tokens_.forms.mark(i) && tokens_[i].tag == Tag::Punct && tokens_[i].lower != "(")
        range.end = i;
    }
    if (range.end < guess.tokens.end) {
      const Gazetteer::Match city = tokens_.known(range.begin);
      if (city.name != nullptr && city.length == range.size()) {
        found_.add_known(range.begin, city);
        return range.end;
      }
    }
    cut_at_preposition(range, guess.type);
    if (tokens_[range.begin].lower == "the" && !tokens_.forms.capital(range.begin) &&
        range.size() > 1) {
      const Gazetteer::Match match = tokens_.known(range.begin + 1);
      if (match.name != nullptr && match.length + 1 == range.size()) {
        found_.add_known(range.begin + 1, match);
        return range.end;
      }
    }
    const bool dated = std::any_of(tokens_.forms.in_time.begin() + range.begin,
                                   tokens_.forms.in_time.begin() + range.end,
                                   [](bool in_time) { return in_time; });
    const bool month = range.size() == 1 && month_named(tokens_[range.begin].lower);
    const auto post = tokens_.role(range.begin, range.end);
    const bool only_post = post && post->length == range.size();  // "Assistant"
    const bool word = range.size() == 1 && tokens_.forms.acronym(range.begin) &&
                      guess.type == "organization" &&
                      tokens_.words.is_common(tokens_[range.begin].lower);  // "COVID-19", "FM"
    if (guess.type == "other" || dated || month || only_post || word || tokens_.hyphen_pair(range))
      return range.end;
    const std::uint32_t last =
        guess.type == "person" ? range.begin : last_head(tokens_, range.begin, range.end);
    if (last > range.begin && range.end - last >= 2 &&
        looks_like_person(tokens_, {last, range.end})) {
      // "speaker of the National Assembly NAME"
      found_.add({range.begin, last}, type_of_headed(tokens_, range.begin, last),
                 "organization word");
      found_.add_nested({range.begin, last});
      found_.add({last, range.end}, "person", "given name");
      return range.end;
    }
    if (add_governed(range)) return range.end;
    const bool headed_by_first =  // "Order of the Lion"
        last == range.begin + 1 && range.size() > 2 && tokens_[last].lower == "of";
    if (last > range.begin + 1 || headed_by_first) {
      const std::string type = type_of_headed(tokens_, range.begin, last);
      found_.add(range, type, type + " word");
    } else if (range.size() > 1 &&
               tokens_.words.family_first.contains(tokens_.forms.folded[range.begin]) &&
               looks_like_person(tokens_, range)) {
      found_.add(range, "person", "given name");
    } else if ((guess.type == "organization" || guess.type == "place") &&
               called_like_person(tokens_, range)) {
      found_.add(range, "person", "post");
    } else {
      found_.add(range, std::string(guess.type), kGuessed);
    }
    if (range.size() > 1 && guess.type != "person") found_.add_nested(range);
    return range.end;
  }

  // "NAME at Fort Y" is no name of a person, "Order of the Lion on NAME" none of an award.
  void cut_at_preposition(TokenRange& range, std::string_view type) const {
    static const Strings kBehindPerson = {"at", "in", "on", "with", "to", "from"};
    const bool person = type == "person";
    if (!person && type != "award") return;
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
      const std::string& low = tokens_[i].lower;
      if (tokens_.forms.capital(i) ||
          !(person ? kBehindPerson.contains(low) : low == "on" || low == "upon"))
        continue;
      range.end = i;
      return;
    }
  }

  const NameTokens& tokens_;
  const std::vector<Guess>& guesses_;
  const std::vector<std::uint32_t>& holders_;
  SentenceMentions& found_;
};

}  // namespace

void cut_names(const NameTokens& tokens, const std::vector<Guess>& guesses,
               const std::vector<std::uint32_t>& holders, SentenceMentions& found) {
  NameCutter(tokens, guesses, holders, found).cut();
}

}  // namespace entente
