// The network's guesses come first. What they leave of a sentence is cut into runs of capitalised
// words with the small words that names contain ("of the", "and"); a run is cut into segments at
// posts ("Prime Minister"), at known names and after organization words; a segment gets its type
// from what it contains, else from what stands around it, else from the same name elsewhere in the
// article.

#include "extract/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/calendar.h"
#include "extract/holders.h"
#include "extract/token_forms.h"

namespace entente {
namespace {

using Where = HeadWord::Where;
using Strings = std::unordered_set<std::string_view>;

constexpr std::uint32_t kLongestOwned = 10;  // words from a post to the comma before its holder
constexpr std::uint32_t kLongestPost = 6;    // words, "Minister for Foreign Affairs and Trade"

const Strings kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                           "friday", "saturday", "sunday"};
const Strings kSaying = {"say",       "tell",      "add",     "note",     "warn",      "argue",
                         "stress",    "announce",  "explain", "claim",    "believe",   "tweet",
                         "write",     "reply",     "insist",  "comment",  "reiterate", "affirm",
                         "emphasize", "emphasise", "urge",    "describe", "state",     "recall",
                         "admit",     "deny"};
const Strings kSigning = {"sign", "signing", "ink", "initial", "ratify", "conclude"};
const Strings kCounts = {"several",  "many",     "multiple", "new",  "other", "various",
                         "numerous", "separate", "such",     "same", "first", "last"};
const Strings kPlacePrepositions = {"in",     "at",     "near",   "outside",
                                    "across", "around", "inside", "throughout"};
const Strings kParticles = {"bin",   "ibn",  "al",  "el",  "de",  "da", "dos", "das", "do", "del",
                            "della", "van",  "von", "der", "den", "du", "di",  "la",  "le", "abu",
                            "ben",   "bint", "ter", "ten", "af",  "zu", "y",   "e"};
const Strings kKeepsOf = {"organization", "event", "agreement", "initiative",
                          "party",        "place", "award"};

class NameFinder {
 public:
  NameFinder(Document& document, const Words& words, const Gazetteer& gazetteer)
      : document_(document),
        tokens_(document.tokens),
        words_(words),
        gazetteer_(gazetteer),
        forms_(token_forms(document)) {
    for (const Sentence& sentence : document.sentences) {
      for (std::uint32_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
        // "twenty-foot equivalent units (TEU)": short for no name
        if (i >= 2 && tokens_[i - 1].lower == "(" && tokens_[i - 2].tag == Tag::Noun &&
            !capital(i - 2) && capital(i))
          units_.insert(tokens_[i].lower.substr(0, tokens_[i].lower.find_last_not_of('s') + 1));
        if (tokens_[i].tag == Tag::Propn && capital(i)) proper_.insert(tokens_[i].lower);
        if (i + 1 < sentence.tokens.end && capital(i) && capital(i + 1))
          pairs_.insert(tokens_[i].lower + ' ' + tokens_[i + 1].lower);
      }
    }
  }

  void find() {
    holders_ = part_holders(document_, forms_, words_, gazetteer_);
    for (Guess& guess : document_.guesses) {
      range_ = {0, static_cast<std::uint32_t>(tokens_.size())};
      while (guess.tokens.size() > 1 &&
             (participle(guess.tokens.begin) || outside_name(guess.tokens.begin)))
        ++guess.tokens.begin;
      if (guess.type == "person") begin_earlier(guess.tokens);
      if (guess.type == "person" && with_article(guess.tokens.end)) ++guess.tokens.end;
      const std::uint32_t nation = past_demonym(guess.tokens);
      if (nation > guess.tokens.begin && looks_like_person({nation, guess.tokens.end})) {
        guess = {{nation, guess.tokens.end}, "person"};
      } else if (guess.type == "person") {
        trim(guess);
      } else if (const std::uint32_t owned = past_owner(guess.tokens); owned > guess.tokens.begin) {
        guess.tokens.begin = owned;
      } else if (Guess person = guess; trim(person), person.tokens.begin > guess.tokens.begin) {
        person.type = "person";
        if (looks_like_person(person.tokens)) guess = person;
      }
      if (guess.type != "person") guess.tokens.end = before_holder(guess.tokens);
    }
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      sentence_ = s;
      range_ = document_.sentences[s].tokens;
      for (std::uint32_t i = range_.begin; i < range_.end;) {
        const Guess* guess = guess_at(i);
        if (starts_name(i)) {
          const std::uint32_t end = run_end(i);
          i = std::max(cut_run(i, end), end);
        } else if (guess != nullptr && guess->type != "other") {
          i = take_guess(*guess);
        } else {
          ++i;
        }
      }
      find_papers();
    }
    name_people();
    spread_types();
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  }

 private:
  const Guess* guess_at(std::uint32_t i) const {
    const auto found = first_from(document_.guesses, i);
    return found != document_.guesses.end() && found->tokens.begin == i ? &*found : nullptr;
  }

  // The network's extent; its type, unless a word of the name tells another.
  std::uint32_t take_guess(const Guess& guess) {
    TokenRange range = guess.tokens;
    for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {  // "PARIS - Russian ..."
      const bool apart = tokens_[i].span.begin > tokens_[i - 1].span.end;
      if (apart && mark(i) && tokens_[i].tag == Tag::Punct && tokens_[i].lower != "(")
        range.end = i;
    }
    if (range.end < guess.tokens.end) {
      const Gazetteer::Match city = known(range.begin);
      if (city.name != nullptr && city.length == range.size()) {
        add_known(range.begin, city);
        return range.end;
      }
    }
    cut_at_preposition(range, guess.type);
    if (tokens_[range.begin].lower == "the" && !capital(range.begin) && range.size() > 1) {
      const Gazetteer::Match match = known(range.begin + 1);
      if (match.name != nullptr && match.length + 1 == range.size()) {
        add_known(range.begin + 1, match);
        return range.end;
      }
    }
    const bool dated =
        std::any_of(forms_.in_time.begin() + range.begin, forms_.in_time.begin() + range.end,
                    [](bool in_time) { return in_time; });
    const bool month = range.size() == 1 && month_named(tokens_[range.begin].lower);
    const auto post = words_.roles.find(tokens_, range.begin, range.end);
    const bool only_post = post && post->length == range.size();  // "Assistant"
    const bool word = range.size() == 1 && acronym(range.begin) && guess.type == "organization" &&
                      words_.is_common(tokens_[range.begin].lower);  // "COVID-19", "FM"
    if (guess.type == "other" || dated || month || only_post || word ||
        hyphen_pair(range.begin, range.end))
      return range.end;
    const std::uint32_t last =
        guess.type == "person" ? range.begin : last_head(range.begin, range.end);
    if (last > range.begin && range.end - last >= 2 && looks_like_person({last, range.end})) {
      // "speaker of the National Assembly NAME"
      add({range.begin, last}, type_of_headed(range.begin, last), "organization word");
      add_nested(range.begin, last);
      add({last, range.end}, "person", "given name");
      return range.end;
    }
    if (last > range.begin + 1) {
      const std::string type = type_of_headed(range.begin, last);
      add(range, type, type + " word");
    } else if (range.size() > 1 && words_.family_first.contains(forms_.folded[range.begin]) &&
               looks_like_person(range)) {
      add(range, "person", "given name");
    } else if (guess.type == "organization" && called_like_person(range)) {
      add(range, "person", "post");
    } else {
      add(range, std::string(guess.type), kGuessed);
    }
    if (range.size() > 1 && guess.type != "person") add_nested(range.begin, range.end);
    return range.end;
  }

  // "NAME at Fort Y" is no name of a person, "Order of the Lion on NAME" none of an award.
  void cut_at_preposition(TokenRange& range, std::string_view type) const {
    static const Strings kBehindPerson = {"at", "in", "on", "with", "to", "from"};
    const bool person = type == "person";
    if (!person && type != "award") return;
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
      const std::string& low = tokens_[i].lower;
      if (capital(i) || !(person ? kBehindPerson.contains(low) : low == "on" || low == "upon"))
        continue;
      range.end = i;
      return;
    }
  }

  // A person's name without the titles, the portfolio and the region before it: "Minister of
  // Foreign Affairs NAME", "coordinator for Africa NAME".
  void trim(Guess& guess) const {
    TokenRange& range = guess.tokens;
    for (std::uint32_t i = range.begin + 1; known_at(range.begin) && i + 1 < range.end; ++i) {
      // "UAE NSA H.E. Sheikh NAME"
      const auto title = words_.titles.find(tokens_, i, range.end);
      if (title && i + title->length + 1 < range.end) range.begin = i;
    }
    // "Mayor of Nairobi NAME NAME"
    if (const Gazetteer::Match place = known(range.begin);
        place.name != nullptr && place.name->type == "place" && range.size() == place.length + 2 &&
        post_before(range.begin))
      range.begin += place.length;
    for (bool again = true; again && range.size() > 1;) {
      const std::uint32_t begin = range.begin;
      if (const auto title = words_.titles.find(tokens_, begin, range.end);
          title && title->length < range.size() && told_title(begin, title->length, nullptr)) {
        range.begin += title->length;
        if (range.size() > 1 && tokens_[range.begin].lower == ".") ++range.begin;
        if (range.size() > 2 && tokens_[range.begin].lower == "of") {  // "King of Kenya King NAME"
          const Gazetteer::Match land = known(range.begin + 1);
          if (land.name != nullptr && land.length + 1 < range.size())
            range.begin += land.length + 1;
        }
      } else {
        range.begin = past_portfolio(range);
      }
      again = range.begin > begin;
    }
  }

  // "mayor of" before `i`.
  bool post_before(std::uint32_t i) const {
    if (i < range_.begin + 2 || tokens_[i - 1].lower != "of") return false;
    for (std::uint32_t begin = i - 1; begin > range_.begin && i - begin < 5;) {
      --begin;
      const auto role = words_.roles.find(tokens_, begin, i - 1);
      if (role && begin + role->length == i - 1) return true;
    }
    return false;
  }

  // The quotation mark of "«Ministry of Trade»", "Senior" of "Senior U.S. State Department
  // official".
  bool outside_name(std::uint32_t i) const {
    static const Strings kOpening = {"«", "“", "\"", "``"};
    static const Strings kRanks = {"senior", "top", "leading"};
    if (kOpening.contains(tokens_[i].lower)) return true;
    const Gazetteer::Match next =
        kRanks.contains(tokens_[i].lower) ? known(i + 1) : Gazetteer::Match{};
    return next.name != nullptr;
  }

  // "Sultan bin NAME", guessed without its first word; "'Ana NAME", without its first letter.
  void begin_earlier(TokenRange& name) const {
    const std::uint32_t begin = name.begin;
    if (begin == 0) return;
    const std::string& low = tokens_[begin].lower;
    const std::string& before = tokens_[begin - 1].lower;
    const bool apart = tokens_[begin].span.begin > tokens_[begin - 1].span.end;
    const bool letter = before == "'" || before == "\u2018" || before == "\u02bb";
    if (((low == "bin" || low == "bint") && apart && word_of_name(begin - 1)) ||
        (letter && !apart && !closes_quote(name.end, before)))
      --name.begin;
  }

  // A mark of quotation that could close the one before a name.
  bool closes_quote(std::uint32_t from, const std::string& opened) const {
    for (std::uint32_t i = from; i < std::min<std::uint32_t>(range_.end, from + 40); ++i) {
      const std::string& low = tokens_[i].lower;
      if (low == opened || (opened == "\u2018" && low == "\u2019")) return true;
    }
    return false;
  }

  // "the Chilean NAME"
  std::uint32_t past_demonym(TokenRange range) const {
    const Gazetteer::Match match = known(range.begin);
    const bool nation = match.name != nullptr && match.name->kind == KnownName::Kind::Demonym;
    return nation && range.begin + match.length < range.end ? range.begin + match.length
                                                            : range.begin;
  }

  // "African Union's Peace and Security Council": the council.
  std::uint32_t past_owner(TokenRange range) const {
    const Gazetteer::Match match = known(range.begin);
    const std::uint32_t mark = range.begin + match.length;
    const bool owner = match.name != nullptr && mark + 1 < range.end && tokens_[mark].lower == "'s";
    return owner ? mark + 1 : range.begin;
  }

  std::uint32_t past_portfolio(TokenRange range) const {
    if (words_.portfolios.contains(tokens_[range.begin].lower)) return range.begin + 1;
    const std::string_view before =
        range.begin > 0 ? std::string_view(tokens_[range.begin - 1].lower) : std::string_view();
    if (before != "of" && before != "for" && before != "and" && before != "to" && before != "in")
      return range.begin;
    std::uint32_t begin = range.begin;
    for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
      if (words_.portfolios.contains(tokens_[i].lower)) begin = i + 1;
    }
    if (begin > range.begin || before == "and") return begin;
    const Gazetteer::Match match = gazetteer_.find(forms_.folded, forms_.written, range.begin);
    const std::uint32_t next = range.begin + match.length;
    const bool posting = before == "in" && match.name != nullptr &&
                         match.name->kind == KnownName::Kind::City;  // "ambassador in Vienna NAME"
    const bool region = match.name != nullptr &&
                        (match.name->kind == KnownName::Kind::Name || posting) &&
                        next + 1 < range.end && words_.forenames.contains(forms_.folded[next]);
    return region ? next : begin;
  }

  // "cooperation documents" of a sentence that speaks of signing: an agreement that is described,
  // not named.
  void find_papers() {
    const bool signing = std::any_of(
        tokens_.begin() + range_.begin, tokens_.begin() + range_.end, [](const Token& token) {
          return kSigning.contains(token.lemma) || kSigning.contains(token.lower);
        });
    if (!signing) return;
    for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
      const Token& token = tokens_[i];
      if (token.tag != Tag::Noun || capital(i)) continue;
      const HeadWord* word = head(i, Where::Last);
      if ((word == nullptr || word->type != "agreement") && token.lemma != "document") continue;
      std::uint32_t begin = i;
      while (begin > range_.begin && !capital(begin - 1) && !forms_.in_time[begin - 1] &&
             modifies(begin - 1))
        --begin;
      const std::uint32_t end = past_subject(past_subject(i + 1, "of"), "on");
      // "11 agreements", "a contract": new ones, not those that were spoken of
      const bool counted =
          begin > range_.begin &&
          (tokens_[begin - 1].tag == Tag::Num || tokens_[begin - 1].lower == "several" ||
           tokens_[begin - 1].lower == "a" || tokens_[begin - 1].lower == "an");
      if (end - begin > 1 || counted) add({begin, end}, "agreement", kDescribed);
      i = end - 1;
    }
  }

  // One past "of understanding", "on trade and culture"; not of a longer list.
  std::uint32_t past_subject(std::uint32_t end, std::string_view preposition) const {
    const auto noun = [&](std::uint32_t i) {
      return i < range_.end && !capital(i) && !forms_.in_time[i] &&
             (tokens_[i].tag == Tag::Noun || tokens_[i].lower == "understanding");
    };
    if (end >= range_.end || tokens_[end].lower != preposition) return end;
    const bool adjective = end + 1 < range_.end && tokens_[end + 1].tag == Tag::Adj &&
                           !capital(end + 1);  // "on strategic partnership"
    if (!noun(adjective ? end + 2 : end + 1)) return end;
    const std::uint32_t begin = end;
    end += adjective ? 2 : 1;
    while (noun(end) || (end < range_.end && tokens_[end].lower == "and" && noun(end + 1))) ++end;
    if (adjective && end < range_.end && tokens_[end].lower == ",") return begin;
    return end;
  }

  bool modifies(std::uint32_t i) const {
    return tokens_[i].tag == Tag::Noun ||
           (tokens_[i].tag == Tag::Adj && !kCounts.contains(tokens_[i].lower));
  }

  bool capital(std::uint32_t i) const {
    const std::string_view form = forms_.written[i];
    if (is_upper(decode_at(form, 0).value)) return true;
    const std::size_t hyphen = form.find('-');  // "al-Sisi"
    return hyphen != std::string_view::npos && hyphen <= 3 && hyphen + 1 < form.size() &&
           is_upper(decode_at(form, hyphen + 1).value) && !is_digit(decode_at(form, 0).value);
  }

  // "el-Sisi", which ends a name.
  bool with_article(std::uint32_t i) const {
    return i < tokens_.size() && capital(i) && is_lower(decode_at(forms_.written[i], 0).value);
  }

  bool ordinal(std::uint32_t i) const {
    const std::string& form = tokens_[i].lower;
    return form.size() > 2 && is_digit(static_cast<unsigned char>(form[0])) &&
           (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") ||
            form.ends_with("th"));
  }

  // "To Lam": a family name that looks like a small word; at the head of a sentence only when it
  // was seen inside one.
  bool family_name(std::uint32_t i) const {
    if (!words_.family_first.contains(forms_.folded[i]) || i + 1 >= tokens_.size() || !capital(i) ||
        !capital(i + 1) || forms_.folded[i].size() < 2)
      return false;
    if (tokens_[i + 1].tag == Tag::Punct || known_at(i + 1)) return false;
    return i > range_.begin ? !opens_sentence(i) ||
                                  pairs_.contains(tokens_[i].lower + ' ' + tokens_[i + 1].lower)
                            : pairs_.contains(tokens_[i].lower + ' ' + tokens_[i + 1].lower);
  }

  bool small_word(std::uint32_t i) const {
    if (family_name(i) || !words_.forms.contains(tokens_[i].lower)) return false;
    switch (tokens_[i].tag) {
      case Tag::Adp:
      case Tag::Aux:
      case Tag::Cconj:
      case Tag::Det:
      case Tag::Part:
      case Tag::Pron:
      case Tag::Sconj:
      case Tag::Intj:
        return forms_.written[i].size() < 2 || !is_upper(decode_at(forms_.written[i], 1).value);
      default:
        return false;
    }
  }

  // First word of the sentence, or of a quotation in it: its capital says nothing.
  bool opens_sentence(std::uint32_t i) const {
    if (i == range_.begin) return true;
    const Tag before = tokens_[i - 1].tag;
    const std::string& mark = tokens_[i - 1].lower;
    return before == Tag::Punct &&
           (mark == "\"" || mark == "``" || mark == "'" || mark == "(" || mark == "[" ||
            mark == ":" || mark == "-" || mark == "–" || mark == "—" || mark == "•" ||
            mark == "*" || mark == "“" || mark == "‘");
  }

  bool mark(std::uint32_t i) const {
    const char32_t first = decode_at(forms_.written[i], 0).value;
    return !is_letter(first) && !is_digit(first);
  }

  // "Nairobi-based", "UK-led": what somebody is, no part of his name.
  bool participle(std::uint32_t i) const {
    static const Strings kParticiples = {"based", "led", "backed", "born", "owned", "run"};
    const std::size_t hyphen = forms_.written[i].rfind('-');
    return hyphen != std::string_view::npos &&
           kParticiples.contains(forms_.written[i].substr(hyphen + 1));
  }

  bool word_of_name(std::uint32_t i) const {
    return i < range_.end && !forms_.in_time[i] && !participle(i) &&
           !kWeekdays.contains(tokens_[i].lower) && capital(i) && !mark(i) && !small_word(i);
  }

  bool known_at(std::uint32_t i) const { return known(i).name != nullptr; }

  bool starts_name(std::uint32_t i) const {
    if (forms_.in_time[i] || kWeekdays.contains(tokens_[i].lower)) return false;
    if (ordinal(i))
      return i + 1 < range_.end && word_of_name(i + 1) &&
             !words_.titles.find(tokens_, i + 1, range_.end);
    if (!capital(i) || mark(i) || tokens_[i].lower == "i" || participle(i)) return false;
    if (known_at(i)) return true;
    if (small_word(i)) return false;
    if (!opens_sentence(i)) return true;
    const std::string& low = tokens_[i].lower;
    if (proper_.contains(low) || !words_.forms.contains(low)) return true;
    const auto role = words_.roles.find(tokens_, i, range_.end);
    if (role && i + role->length < range_.end &&
        (capital(i + role->length) || (role->length > 2 && capital(i + role->length - 1))))
      return true;
    if (words_.titles.find(tokens_, i, range_.end)) return true;
    const bool next = i + 1 < range_.end && word_of_name(i + 1);
    if (tokens_[i].tag == Tag::Propn) return !words_.is_common(low) || next;
    return next && (tokens_[i].tag == Tag::Adj || tokens_[i].tag == Tag::Noun ||
                    tokens_[i].tag == Tag::Num);
  }

  Gazetteer::Match known(std::uint32_t i, std::size_t most = 16) const {
    Gazetteer::Match match = gazetteer_.find(forms_.folded, forms_.written, i, most);
    if (match.name != nullptr &&
        (i + match.length > range_.end || !is_upper(decode_at(forms_.written[i], 0).value)))
      return {};
    return match;
  }

  const HeadWord* head(std::uint32_t i, Where where, bool with_number = false) const {
    if (const HeadWord* found = words_.head(tokens_[i].lower, where, with_number)) return found;
    const std::string& low = tokens_[i].lower;  // plural: "Ministries"
    if (low.size() > 3 && low.ends_with('s'))
      return words_.head(std::string_view(low).substr(0, low.size() - 1), where, with_number);
    return nullptr;
  }

  bool numbered(std::uint32_t i) const {
    return ordinal(i) || year_word(i) || tokens_[i].lower == "annual" ||
           tokens_[i].lower == "biennial";
  }

  // One past the run of name words that begins at `begin`.
  std::uint32_t run_end(std::uint32_t begin) const {
    const bool quoted = begin > range_.begin && opening_quote(begin - 1);
    std::uint32_t end = begin + 1;
    if (const auto match = known(begin); match.name != nullptr) end = begin + match.length;
    while (end < range_.end) {
      const std::uint32_t next = after_joint(begin, end, quoted);
      if (next == 0) break;
      end = next;
    }
    return end;
  }

  bool opening_quote(std::uint32_t i) const {
    return tokens_[i].lower == "\"" || tokens_[i].lower == "``" || tokens_[i].lower == "'" ||
           tokens_[i].lower == "“" || tokens_[i].lower == "‘";
  }

  // Where the run goes on after the word or joint at `at`; 0 = it ends before `at`.
  std::uint32_t after_joint(std::uint32_t begin, std::uint32_t at, bool quoted) const {
    if (word_of_name(at)) return at + 1;
    if (forms_.in_time[at]) return 0;
    const std::string& low = tokens_[at].lower;
    const std::uint32_t next = at + 1;
    if (low == "'s") {  // "People's Congress", but not "Vietnam's National Assembly"
      const bool common = words_.is_common(tokens_[at - 1].lower) && known(at - 1).length != 1;
      return common && word_of_name(next) ? next + 1 : 0;
    }
    if (low == "'") {  // "Workers' Party"
      const std::string& owner = tokens_[at - 1].lower;
      return owner.ends_with('s') && words_.is_common(owner) && word_of_name(next) ? next + 1 : 0;
    }
    const std::uint32_t skip = next < range_.end && tokens_[next].lower == "the" ? next + 1 : next;
    if (low == "of") {
      // "Secretary of State": a post of several words.
      const auto post = words_.roles.find(tokens_, at - 1, range_.end);
      if (post && post->length > 2) return at - 1 + post->length;
      // "Ministry of Industry and Trade of Kenya"
      const Gazetteer::Match country = skip < range_.end ? known(skip) : Gazetteer::Match{};
      if (country.name != nullptr && country.name->type == "country" &&
          country.name->kind == KnownName::Kind::Name && last_head(begin, at) > begin)
        return skip + country.length;
    }
    if (low == "of")
      return skip < range_.end &&
                     (word_of_name(skip) || (ordinal(skip) && word_of_name(skip + 1))) &&
                     keeps_of(begin, at)
                 ? skip + 1
                 : 0;
    if (low == "for" || low == "on" || low == "against") {
      const HeadWord* before = head(at - 1, Where::Last);
      if (before == nullptr) before = head(at - 1, Where::First);  // "Center for ..."
      return before != nullptr && at - begin >= 1 && word_of_name(skip) &&
                     (low == "for" ||
                      (before->type != "place" && before->type != "award" && !known_at(skip)))
                 ? skip + 1
                 : 0;
    }
    // "Institute for Research in Environmental Sciences", not "Institute in Nairobi".
    if (low == "in" && word_of_name(next) && !known_at(next) &&
        words_.is_common(tokens_[next].lower) && last_head(begin, at) > begin)
      return next + 1;
    if (low == "and" || low == "&")
      return word_of_name(next) && (quoted || joins(begin, at)) ? next + 1 : 0;
    if (low == "(" && at + 3 < range_.end && acronym(next) && tokens_[at + 2].lower == ")" &&
        head(at + 3, Where::Last) != nullptr && word_of_name(at + 3)) {
      return at + 4;
    }
    if (low == "(" && at + 4 < range_.end && acronym(next) && tokens_[at + 2].lower == ")" &&
        word_of_name(at + 3) && word_of_name(at + 4) && head(at + 4, Where::Last) != nullptr) {
      return at + 5;
    }
    const bool arabic = low == "bin" || low == "ibn" || low == "bint";
    if (kParticles.contains(low) && word_of_name(next) && at > begin &&
        (arabic || person_like(tokens_[at - 1].lower)))
      return next + 1;
    return 0;
  }

  bool person_like(const std::string& low) const {
    return words_.forenames.contains(fold(low)) || words_.surnames.contains(fold(low));
  }

  bool acronym(std::uint32_t i) const {
    const std::string_view form = forms_.written[i];
    std::size_t capitals = 0;
    for (const char c : form) {
      if (c >= 'A' && c <= 'Z') ++capitals;
      if (c >= 'a' && c <= 'z' && form.size() < 5) return false;
    }
    return capitals >= 2 && capitals * 2 > form.size();
  }

  // Does a name go on after "of"? After a word such as "ministry", not after a post or a person.
  bool keeps_of(std::uint32_t begin, std::uint32_t of) const {
    std::uint32_t last = of - 1;
    if (tokens_[last].lower == ")" && last >= begin + 3) last -= 3;
    const HeadWord* found = head(last, Where::Last, numbered(begin));
    if (found == nullptr) found = head(last, Where::First);
    return found != nullptr && kKeepsOf.contains(found->type);
  }

  // "Industry and Trade" in "Ministry of Industry and Trade", "Belt and Road Initiative"; not
  // "China and Vietnam".
  bool joins(std::uint32_t begin, std::uint32_t at) const {
    bool after_of = false;
    for (std::uint32_t i = begin; i < at; ++i)
      after_of = after_of || tokens_[i].lower == "of" || tokens_[i].lower == "for" ||
                 tokens_[i].lower == "on";
    const std::uint32_t next = at + 1;
    if (known_at(at - 1) || known_at(next) || words_.roles.find(tokens_, next, range_.end) ||
        words_.roles.find(tokens_, at - 1, at))
      return false;
    std::uint32_t end = next;
    while (end < range_.end && word_of_name(end)) ++end;
    const HeadWord* right = head(end - 1, Where::Last);
    if (right == nullptr && end < range_.end) {  // "Two Corridors and One Economic Circle strategy"
      right = words_.head(tokens_[end].lower, Where::Last);
      if (right != nullptr && right->type != "initiative") right = nullptr;
    }
    // "Centers for Water and Forest Services"
    const HeadWord* first = tokens_[begin + 1].lower == "for" ? head(begin, Where::First) : nullptr;
    if (first != nullptr && first->type == "organization" && right != nullptr &&
        right->type == "organization" && end - next >= 2 && at == begin + 3 &&
        head(at - 1, Where::Last) == nullptr)
      return true;
    if (after_of)
      return right == nullptr && words_.is_common(tokens_[at - 1].lower) &&
             words_.is_common(tokens_[next].lower) && end - next <= 3;
    const HeadWord* left = head(at - 1, Where::Last);
    if (right == nullptr || end - next < 2 || (left != nullptr && left->type != "initiative"))
      return false;
    for (std::uint32_t i = begin; i < at; ++i) {
      if (person_like(tokens_[i].lower) && !words_.is_common(tokens_[i].lower)) return false;
    }
    return true;
  }

  // Returns where it stopped: a guess may go on behind the run.
  std::uint32_t cut_run(std::uint32_t begin, std::uint32_t end) {
    bool person = false;  // a title or a post stands right before
    std::string how;
    std::uint32_t i = begin;
    while (i < end) {
      const Guess* guess = guess_at(i);
      const auto office = words_.roles.find(tokens_, i, end);
      const bool no_post = guess != nullptr && guess->tokens.size() > 1 &&
                           guess->type != "person" &&
                           !(office && i + office->length > guess->tokens.end);
      auto title = words_.titles.find(tokens_, i, end);
      if (title && !told_title(i, title->length, guess)) title.reset();
      const bool body = title && i + title->length < end &&
                        head(i + title->length, Where::Last) != nullptr &&
                        word_of_name(i + title->length);             // "General Assembly"
      const bool known_body = i + 1 == end && title && known_at(i);  // "the NSA"
      // "Foreign Minister Don NAME": behind a post and before one word it is a forename.
      const bool forename = title && person && i + 2 == end && *title->value == "courtesy" &&
                            words_.genders.contains(forms_.folded[i]);
      if (title && !body && !known_body && !forename) {
        i += title->length;
        if (i < end && tokens_[i].lower == ".") ++i;
        person = true;
        how = "title";
        continue;
      }
      const std::uint32_t post = no_post || known_body ? 0 : post_length(i, end);
      if (post > 0) {
        i += post;
        person = true;
        how = "post";
        continue;
      }
      const bool former =
          i + 1 < end && words_.role_modifiers.contains(tokens_[i].lower) &&
          known(i + 1).name != nullptr &&
          known(i + 1).name->kind == KnownName::Kind::Demonym;  // "Former Austrian President"
      if (former || (i + 1 < end && outside_name(i)) ||
          (!word_of_name(i) && !ordinal(i) && !known_at(i))) {
        ++i;
        person = false;
        continue;
      }
      const std::uint32_t segment = i;
      i = cut_segment(i, end, person, how);
      person = holder_behind(segment, i, end);
      if (person) how = "post";
    }
    return i;
  }

  // Does "bin" at `at` make a name of the word before it?
  bool given_name(std::uint32_t at) const {
    return at < range_.end && (tokens_[at].lower == "bin" || tokens_[at].lower == "bint");
  }

  // Not "Saint" of a country's name, "Justice" of "Justice and Labour Party", "Sultan" of "Sultan
  // bin NAME".
  bool told_title(std::uint32_t i, std::uint32_t length, const Guess* guess) const {
    const std::uint32_t past = i + length;
    if (const Gazetteer::Match match = known(i); match.name != nullptr && match.length > length)
      return match.name->type == "person";
    if (given_name(past)) return false;
    return guess == nullptr || guess->type == "person" || guess->tokens.end <= past + 1 ||
           tokens_[past].lower != "and" ||
           last_head(guess->tokens.begin, guess->tokens.end) != guess->tokens.end;
  }

  // "President of Kenya NAME", "chairman of the National Assembly of Kenya NAME": does the holder
  // stand at `at`, behind the owner from `owner` on?
  bool holder_behind(std::uint32_t owner, std::uint32_t at, std::uint32_t end) const {
    std::uint32_t of = owner;
    if (of > range_.begin && tokens_[of - 1].lower == "the") --of;
    if (std::binary_search(holders_.begin(), holders_.end(), at)) return true;
    if (of < range_.begin + 2 || tokens_[of - 1].lower != "of") return false;
    --of;
    bool post = false;
    for (std::uint32_t k = of; k-- > range_.begin && of - k <= kLongestPost;) {
      const auto role = words_.roles.find(tokens_, k, of);
      post = post || (role && k + role->length == of && role->value->back() != Words::kPlural);
    }
    return post && plain_name(at, end) >= 2;
  }

  // A given name first, and a post beside it: "NAME, the mayor", "the speaker of the Assembly,
  // NAME".
  bool called_like_person(TokenRange range) const {
    if (range.size() < 2 || range.size() > 4 ||
        !words_.forenames.contains(forms_.folded[range.begin]) ||
        plain_name(range.begin, range.end) < range.size())
      return false;
    return acts_like_person(range) || owned_post_before(range.begin);
  }

  // "the prime minister of Kenya, Anna Hill": the name ends like that of a place.
  bool surname_of_person(TokenRange range) const {
    return range.size() == 2 && words_.forenames.contains(forms_.folded[range.begin]) &&
           head(range.end - 1, Where::Last)->type == "place" &&
           (acts_like_person(range) || owned_post_before(range.begin));
  }

  // "the speaker of the National Assembly, " before `at`
  bool owned_post_before(std::uint32_t at) const {
    if (at < range_.begin + 3 || tokens_[at - 1].lower != ",") return false;
    for (std::uint32_t i = at - 2; i > range_.begin && at - i <= kLongestOwned; --i) {
      if (tokens_[i].tag == Tag::Punct || is_verb(tokens_[i].tag)) return false;
      if (tokens_[i].lower != "of") continue;
      for (std::uint32_t k = i; k-- > range_.begin && i - k <= kLongestPost;) {
        const auto role = words_.roles.find(tokens_, k, i);
        if (role && k + role->length == i) return role->value->back() != Words::kPlural;
      }
    }
    return false;
  }

  // "Kenya NAME" behind "President of", in one: where the country ends and the name begins.
  std::uint32_t before_holder(TokenRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Gazetteer::Match land = known(i);
      const std::uint32_t next = i + land.length;
      const bool of = i > 0 && tokens_[i - 1].lower == "of";
      if (of && land.name != nullptr && land.name->type == "country" &&
          next + plain_name(next, range.end) == range.end &&
          holder_behind(range.begin, next, range.end))
        return next;
    }
    return range.end;
  }

  // How many words from `at` on name no body, post or place.
  std::uint32_t plain_name(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t i = at;
    while (i < end && word_of_name(i) && !known_at(i) && head(i, Where::Last) == nullptr &&
           !words_.roles.find(tokens_, i, end))
      ++i;
    return i - at;
  }

  // Words of a post that begins at `i` of a run: "Prime Minister"; 0 when the word is part of a
  // name ("General Assembly").
  std::uint32_t post_length(std::uint32_t i, std::uint32_t end) const {
    if (given_name(i + 1)) return 0;
    const auto role = words_.roles.find(tokens_, i, range_.end);
    if (!role) {
      const bool modifier = words_.role_modifiers.contains(tokens_[i].lower) && i + 1 < end;
      if (!modifier || (word_of_name(i + 1) && head(i + 1, Where::Last) != nullptr))
        return 0;  // "Communist Party"
      const std::uint32_t rest = post_length(i + 1, end);
      return rest == 0 ? 0 : rest + 1;
    }
    const std::uint32_t after = i + role->length;
    // "New Champions" of a name, but "Presidents NAME and NAME".
    if (role->value->back() == Words::kPlural && (after >= end || !word_of_name(after))) return 0;
    // "Foreign Ministry spokesperson", but "Chief Cabinet Secretary", "Chief of Army Staff"
    const bool office =
        role->length > 1 && (*role->value == "minister" || tokens_[i + 1].lower == "of");
    for (std::uint32_t k = i + 1; !office && k + 1 < after; ++k) {
      if (head(k, Where::Last) != nullptr && word_of_name(k)) return 0;
    }
    if (role->length == 1 && after < end && head(after, Where::Last) != nullptr &&
        word_of_name(after))
      return 0;
    return std::min(role->length, end - i);
  }

  // A segment from `begin`; returns where the next one starts.
  std::uint32_t cut_segment(std::uint32_t begin, std::uint32_t end, bool person,
                            const std::string& how) {
    const std::uint32_t stop = next_holder(begin, next_guess(begin, next_post(begin, end)));
    const Guess* guess = guess_at(begin);
    const std::uint32_t guessed = guess == nullptr ? begin : guess->tokens.end;
    if (person) {
      if (guess == nullptr || guess->type != "person") return cut_person(begin, stop, how);
      add(guess->tokens, "person", how);
      return guess->tokens.end;
    }
    if (const std::uint32_t policy = lower_head(begin, stop);
        policy > stop &&
        (!known_at(begin) || head(policy - 1, Where::Last)->type == "initiative")) {
      add({begin, policy}, head(policy - 1, Where::Last)->type, "initiative word");
      return policy;
    }
    const Gazetteer::Match match = known(begin);
    std::uint32_t last = last_head(begin, stop);
    if (match.name != nullptr && last <= begin + match.length) last = 0;
    if (last > begin && last >= guessed) {
      if (!surname_of_person({begin, last})) return cut_headed(begin, last, stop);
      add({begin, last}, "person", "post");
      return last;
    }
    if (match.name != nullptr && begin + match.length <= end && begin + match.length >= guessed &&
        !known_is_person(begin, match, stop)) {
      add_known(begin, match);
      const bool land = match.name->type == "country" || match.name->type == "place";
      if (match.length > 1 && !land) add_nested(begin, begin + match.length);
      return begin + match.length;
    }
    if (guess != nullptr && guess->type != "other") return take_guess(*guess);
    if (const std::uint32_t first = headed_first(begin, stop); first > begin) {
      add({begin, first}, head(begin, Where::First)->type, "organization word");
      return first;
    }
    return cut_plain(begin, stop);
  }

  // Where a person's name begins that the network found behind `begin`: "Foreign Affairs NAME".
  std::uint32_t next_guess(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const Guess* guess = guess_at(i);
      if (guess != nullptr && guess->type == "person" && guess->tokens.size() > 1 &&
          words_.portfolios.contains(tokens_[i - 1].lower))
        return i;
    }
    return end;
  }

  // "Parliament NAME" behind "speaker of the".
  std::uint32_t next_holder(std::uint32_t begin, std::uint32_t end) const {
    const auto next = std::upper_bound(holders_.begin(), holders_.end(), begin);
    return next == holders_.end() ? end : std::min(*next, end);
  }

  // "Jordan Peterson": a country's name as a forename.
  bool known_is_person(std::uint32_t begin, const Gazetteer::Match& match,
                       std::uint32_t stop) const {
    const std::uint32_t next = begin + match.length;
    if (match.length > 1 || next >= stop || match.name->kind == KnownName::Kind::Demonym ||
        !word_of_name(next))
      return false;
    if (next + 2 <= stop && post_before(begin)) return false;  // "Mayor of Nairobi NAME NAME"
    if (match.name->kind == KnownName::Kind::City &&
        (match.name->weak || person_like(tokens_[begin].lower)))
      return !known_at(next) || match.name->weak;
    if (!words_.forenames.contains(forms_.folded[begin]) &&
        !words_.family_first.contains(forms_.folded[begin]))
      return false;
    return !known_at(next) && !words_.is_common(tokens_[next].lower);
  }

  std::uint32_t next_post(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const HeadWord* word = head(i, Where::Last);
      const bool body = word != nullptr && word->type == "organization" && !known_at(begin);
      if (const auto role = words_.roles.find(tokens_, i, end); role && role->length > 1 && !body)
        return i;  // "Manhattan District Attorney", but not "Shura Council Chairman"
      // "Communist Party General Secretary": the post begins behind the organization word.
      if (head(i, Where::Last) != nullptr && word_of_name(i)) continue;
      if (post_length(i, end) > 0 ||
          (words_.titles.find(tokens_, i, end) && !person_like(tokens_[i].lower)))
        return i;
    }
    return end;
  }

  // One past the last organization (event, agreement ...) word of the segment; `begin` when there
  // is none.
  std::uint32_t last_head(std::uint32_t begin, std::uint32_t stop) const {
    std::uint32_t found = begin;
    for (std::uint32_t i = begin; i < stop; ++i) {
      if (!word_of_name(i)) continue;
      const HeadWord* word = head(i, Where::Last, numbered(begin));
      if (word == nullptr) continue;
      if (i == begin &&
          (i + 1 >= stop || (tokens_[i + 1].lower != "of" && tokens_[i + 1].lower != "for")))
        continue;  // one word alone: "Congress"
      if (found > begin && crosses_name(found, i)) break;
      found = i + 1;
    }
    return found;
  }

  // Between two organization words stands a word that begins another name: "Vietnam News Agency
  // National Assembly" does not occur, "Communist Party of Vietnam (CPV) Central Committee" does;
  // an "and" separates.
  bool crosses_name(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (tokens_[i].lower == "and" && head(i - 1, Where::Last) != nullptr) return true;
    }
    return false;
  }

  std::uint32_t headed_first(std::uint32_t begin, std::uint32_t stop) const {
    if (head(begin, Where::First) == nullptr || begin + 1 >= stop || !word_of_name(begin + 1))
      return begin;
    std::uint32_t i = begin + 1;
    while (i < stop && word_of_name(i)) ++i;
    return i;
  }

  std::uint32_t cut_headed(std::uint32_t begin, std::uint32_t last, std::uint32_t stop) {
    const std::string type = type_of_headed(begin, last);
    std::uint32_t end = last;
    // "... of the 14th National People's Congress of China", "... for International Cooperation"
    while (end < stop && !word_of_name(end)) {
      std::uint32_t next = end + 1;
      while (next < stop && !word_of_name(next) && !ordinal(next)) ++next;
      const Gazetteer::Match land = known(next);  // "... of Kenya NAME"
      const bool holder = land.name != nullptr && land.name->type == "country" &&
                          plain_name(next + land.length, stop) >= 2;
      if (holder) {
        end = next + land.length;
        break;
      }
      while (next < stop && (word_of_name(next) || ordinal(next) || tokens_[next].lower == "and"))
        ++next;
      if (next > stop || next == end + 1) break;
      end = next;
    }
    while (end > last && !word_of_name(end - 1)) --end;
    const Gazetteer::Match whole = known(begin);
    if (whole.name != nullptr && whole.length == end - begin) {
      add_known(begin, whole);
    } else {
      add({begin, end}, type, type + " word");
    }
    add_nested(begin, end);
    return end;
  }

  // The last organization word tells; but "20th National Congress of the Communist Party" is a
  // congress.
  std::string type_of_headed(std::uint32_t begin, std::uint32_t last) const {
    for (std::uint32_t i = begin + 1; i + 1 < last; ++i) {
      if (tokens_[i].lower != "of" || tokens_[i + 1].lower != "the") continue;
      if (const HeadWord* before = head(i - 1, Where::Last, numbered(begin))) return before->type;
    }
    return head(last - 1, Where::Last, numbered(begin))->type;
  }

  bool year_word(std::uint32_t i) const {
    return forms_.written[i].size() == 4 &&
           is_digit(static_cast<unsigned char>(forms_.written[i][0]));
  }

  // Known names and organizations inside a longer name.
  void add_nested(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      const bool ordinal_head = ordinal(i) && i > begin && tokens_[i - 1].lower == "the";
      if (const Gazetteer::Match match = known(i, i == begin ? end - begin - 1 : 16);
          match.name != nullptr && match.length < end - begin && i + match.length <= end &&
          (i == begin || match.name->type == "country" || tokens_[i - 1].lower == "of" ||
           tokens_[i - 1].lower == "the")) {
        add_known(i, match);
        document_.mentions.back().nested = true;
        // The party's country is looked for inside its name, too.
        if (match.name->type != "organization" && match.name->type != "party")
          i += match.length - 1;
        continue;
      }
      // "Committee of the Congress"; "Conference of State Legislatures" names no other body.
      const bool after_of =
          i > begin + 1 && tokens_[i - 1].lower == "the" && tokens_[i - 2].lower == "of";
      if (after_of && (word_of_name(i) || ordinal_head)) {
        const std::uint32_t last = last_head(i, end);
        if (last > i + 1) {
          // The number of the inner name does not make it an event: "Committee of the 14th ...
          // Congress".
          const HeadWord* inner = head(last - 1, Where::Last);
          add({i, end}, inner != nullptr ? inner->type : type_of_headed(i, last), "inside a name");
          document_.mentions.back().nested = true;
        }
      }
      if (tokens_[i].lower == "(" && i + 2 < end && acronym(i + 1)) ++i;
    }
    add_body(begin, end);
  }

  // "Communist Party of Vietnam" in "Communist Party of Vietnam (CPV) Central Committee": what
  // stands before the last two words.
  void add_body(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t outer = last_head(begin, end);
    if (outer < begin + 4 || tokens_[outer - 1].lower != "committee") return;
    std::uint32_t stop = outer - 2;
    if (tokens_[stop - 1].lower == ")" && stop > begin + 3) stop -= 3;
    const bool body = last_head(begin, stop) > begin + 1;
    for (std::uint32_t i = begin + 2; i + 1 < stop; ++i) {  // "Bureau of the CPV Central Committee"
      if (tokens_[i].lower == "of" && tokens_[i + 1].lower == "the" &&
          tokens_[i - 1].lower != "party")
        return;
    }
    const bool known_already = std::any_of(
        document_.mentions.begin(), document_.mentions.end(), [&](const Mention& mention) {
          return mention.nested && mention.tokens.begin == begin && mention.tokens.end == stop;
        });
    if (!body || known_already) return;
    add({begin, stop}, type_of_headed(begin, last_head(begin, stop)), "inside a name");
    document_.mentions.back().nested = true;
  }

  std::uint32_t cut_person(std::uint32_t begin, std::uint32_t stop, const std::string& how) {
    std::uint32_t end = begin;
    while (end < stop &&
           (word_of_name(end) || (kParticles.contains(tokens_[end].lower) && end + 1 < stop)))
      ++end;
    if (end == begin) return begin + 1;
    if (end == begin + 1 && words_.is_common(tokens_[begin].lower) &&
        !person_like(tokens_[begin].lower) && guess_at(begin) == nullptr)
      return end;  // "Minister Responsible for"
    const std::uint32_t last = last_head(begin, stop);
    const Gazetteer::Match match = known(begin);
    const bool body = last > begin + 1 &&
                      (end - begin > 3 || (!person_like(tokens_[begin].lower) &&
                                           !words_.family_first.contains(forms_.folded[begin])));
    if (body || (match.name != nullptr && match.length == end - begin &&
                 !person_like(tokens_[begin].lower))) {
      return cut_segment(begin, stop, false,
                         "");  // "President of" was cut off; an organization follows
    }
    add({begin, end}, "person", how);
    return end;
  }

  std::uint32_t cut_plain(std::uint32_t begin, std::uint32_t stop) {
    std::uint32_t end = begin;
    while (end < stop &&
           (word_of_name(end) || ordinal(end) || kParticles.contains(tokens_[end].lower) ||
            tokens_[end].lower == "and" || tokens_[end].lower == "of" ||
            tokens_[end].lower == "the" || tokens_[end].lower == "'s")) {
      if (end > begin && word_of_name(end)) {
        const Gazetteer::Match match = known(end);
        if (match.name != nullptr && match.length == stop - end &&
            match.name->kind != KnownName::Kind::City && !person_like(tokens_[begin].lower))
          break;
      }
      ++end;
    }
    while (end > begin + 1 && !word_of_name(end - 1)) --end;
    const auto [type, how] = type_of_plain({begin, end});
    add({begin, end}, type, how);
    return end;
  }

  // "One China policy", "one-China policy", "COVID-19 pandemic": one past the word in small
  // letters; `end` when there is none.
  std::uint32_t lower_head(std::uint32_t begin, std::uint32_t end) const {
    if (end >= range_.end || capital(end) || tokens_[end].tag != Tag::Noun) return end;
    const HeadWord* word = words_.head(tokens_[end].lower, Where::Last);
    if (word == nullptr || (word->type != "initiative" && word->type != "event")) return end;
    const bool shaped = end - begin >= 2 ||
                        forms_.written[begin].find('-') != std::string_view::npos ||
                        tokens_[end].lower == "independence";  // "Catalan independence"
    return shaped && !looks_like_person({begin, end}) && !hyphen_pair(begin, end) ? end + 1 : end;
  }

  // "China-Vietnam relations", "Russia-led": no name of its own.
  bool hyphen_pair(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::size_t hyphen = forms_.written[i].rfind('-');
      if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= forms_.written[i].size())
        continue;
      if (is_lower(decode_at(forms_.written[i], 0).value)) continue;  // "one-China"
      const std::string_view right = forms_.written[i].substr(hyphen + 1);
      const std::string_view left = forms_.written[i].substr(0, hyphen);
      for (const std::string_view part : {left, right}) {
        if (gazetteer_.find({fold(part)}, {part}, 0).name != nullptr) return true;
      }
    }
    return false;
  }

  std::pair<std::string, std::string> type_of_plain(TokenRange range) const {
    const std::uint32_t end = range.end;
    const bool quoted = range.begin > range_.begin && opening_quote(range.begin - 1) &&
                        end < range_.end && tokens_[end].tag == Tag::Punct;
    if (range.size() >= 3 && quoted) {
      const std::uint32_t next = end + 1;
      const HeadWord* word = next < range_.end ? head(next, Where::Last) : nullptr;
      if (word != nullptr && word->type == "initiative") return {"initiative", "initiative word"};
      return {"", ""};
    }
    if (hyphen_pair(range.begin, range.end)) return {"", ""};
    if (range.size() == 1 && month_named(tokens_[range.begin].lower)) return {"", ""};
    const std::string_view before =
        range.begin > range_.begin ? std::string_view(tokens_[range.begin - 1].lower) : "";
    const bool owner = end < range_.end && tokens_[end].lower == "'s";
    if (kPlacePrepositions.contains(before) && !owner && all_words(range) &&
        !acts_like_person(range) && !words_.is_common(tokens_[end - 1].lower))
      return {"place", "preposition"};
    if (looks_like_person(range)) return {"person", "given name"};
    if (range.size() == 1 && acronym(range.begin)) {
      const bool amount = end < range_.end && tokens_[end].tag == Tag::Num;  // "USD 175 billion"
      const bool unit =
          range.begin > range_.begin &&
          tokens_[range.begin - 1].lower == "(";  // "twenty-foot equivalent unit (TEU)"
      const bool word = words_.is_common(tokens_[range.begin].lower) ||  // "TV"
                        units_.contains(tokens_[range.begin].lower);
      return amount || unit || word
                 ? std::pair<std::string, std::string>{"", ""}
                 : std::pair<std::string, std::string>{"organization", "acronym"};
    }
    if (range.size() >= 2 && range.size() <= 4 && all_words(range) && acts_like_person(range))
      return {"person", "speaks"};

    if (camel_case(range)) return {"organization", "form"};
    if (range.size() == 1 && !words_.is_common(tokens_[range.begin].lower) && speaks(range))
      return {"person", "speaks"};
    return {"", ""};
  }

  bool all_words(TokenRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (acronym(i) || ordinal(i) || tokens_[i].lower == "of" || tokens_[i].lower == "and")
        return false;
    }
    return true;
  }

  bool looks_like_person(TokenRange range) const {
    if (range.size() < 2 || range.size() > 6 || !all_words(range)) return false;
    if (range.begin > range_.begin && tokens_[range.begin - 1].lower == "the") return false;
    const std::string& first = forms_.folded[range.begin];
    const std::string& last = forms_.folded[range.end - 1];
    if (words_.family_first.contains(first) && range.size() <= 4) {
      return !words_.is_common(tokens_[range.begin + 1].lower) || words_.forenames.contains(last) ||
             acts_like_person(range);
    }
    if (words_.forenames.contains(first))
      return !words_.is_common(tokens_[range.end - 1].lower) || words_.surnames.contains(last);
    if (words_.surnames.contains(last) && !words_.is_common(tokens_[range.begin].lower))
      return true;
    return forms_.initial(range.begin) && !words_.is_common(tokens_[range.end - 1].lower);
  }

  bool speaks(TokenRange range) const {
    for (std::uint32_t i = range.end; i < std::min(range.end + 3, range_.end); ++i) {
      if (is_verb(tokens_[i].tag)) return kSaying.contains(tokens_[i].lemma);
      if (tokens_[i].tag != Tag::Adv && tokens_[i].tag != Tag::Aux) break;
    }
    return range.begin > range_.begin && is_verb(tokens_[range.begin - 1].tag) &&
           kSaying.contains(tokens_[range.begin - 1].lemma) && range.end < range_.end &&
           tokens_[range.end].tag == Tag::Punct;
  }

  // Says something, has a post after a comma, an age.
  bool acts_like_person(TokenRange range) const {
    if (speaks(range)) return true;
    if (range.end + 1 >= range_.end || tokens_[range.end].lower != ",") return false;
    std::uint32_t i = range.end + 1;
    if (tokens_[i].tag == Tag::Num && i + 1 < range_.end && tokens_[i + 1].lower == ",")
      return true;
    for (std::uint32_t k = 0; k < 6 && i < range_.end; ++k, ++i) {
      if (const auto role = words_.roles.find(tokens_, i, range_.end)) return true;
      if (tokens_[i].tag == Tag::Punct || is_verb(tokens_[i].tag) || tokens_[i].tag == Tag::Adp)
        return false;
    }
    return false;
  }

  bool camel_case(TokenRange range) const {
    if (range.size() != 1) return false;
    const std::string_view form = forms_.written[range.begin];
    if (form.ends_with('s') && form.size() < 5) return false;  // "MoUs"
    for (std::size_t k = 2; k < form.size(); ++k) {
      if (form[k] >= 'A' && form[k] <= 'Z' && form[k - 1] >= 'a' && form[k - 1] <= 'z' &&
          !form.starts_with("Mc") && !form.starts_with("Mac"))
        return true;
    }
    return false;
  }

  void add_known(std::uint32_t begin, const Gazetteer::Match& match) {
    add({begin, begin + match.length}, match.name->type, "gazetteer");
    Mention& mention = document_.mentions.back();
    mention.known = match.name->id;
    mention.division = match.name->division;
    mention.demonym = match.name->kind == KnownName::Kind::Demonym;
    if (match.name->weak && !behind_city(mention) &&
        !kPlacePrepositions.contains(
            begin > range_.begin ? std::string_view(tokens_[begin - 1].lower) : "")) {
      mention.type.clear();
    }
  }

  // "Vienna, Virginia,": behind a city's name and before a mark it is the state.
  bool behind_city(const Mention& state) const {
    const TokenRange range = state.tokens;
    if (!state.division || range.begin < range_.begin + 2 || document_.mentions.size() < 2 ||
        tokens_[range.begin - 1].lower != "," || range.end >= range_.end || !mark(range.end))
      return false;
    const Mention& city = document_.mentions[document_.mentions.size() - 2];
    return city.type == "place" && !city.division && city.tokens.end == range.begin - 1;
  }

  void add(TokenRange range, std::string type, std::string how) {
    if (range.size() > 1 && words_.former.contains(tokens_[range.begin].lower)) ++range.begin;
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
      mention.name += forms_.written[i];
    }
    if (mention.type == "person") mention.tokens.end = past_suffix(range.end);
    document_.mentions.push_back(std::move(mention));
  }

  // "NAME, Jr.": belongs to the words of the name, but not to what he is called.
  bool is_suffix(std::uint32_t i) const {
    static const Strings kSuffixes = {"jr", "jr.", "sr", "sr."};
    return kSuffixes.contains(tokens_[i].lower);
  }
  std::uint32_t past_suffix(std::uint32_t end) const {
    const std::uint32_t at = end < range_.end && tokens_[end].lower == "," ? end + 1 : end;
    return at < range_.end && is_suffix(at) ? at + 1 : end;
  }

  // "Trong" of "Nguyen Phu Trong", whatever the network takes it for.
  void name_people() {
    std::set<std::string> parts;  // last words of people's names, and family names that come first
    for (const Mention& mention : document_.mentions) {
      if (mention.type != "person" || mention.tokens.size() < 2) continue;
      std::uint32_t last = mention.tokens.end - 1;
      while (last > mention.tokens.begin && is_suffix(last)) --last;
      if (last > mention.tokens.begin && tokens_[last].lower == ",") --last;
      parts.insert(forms_.folded[last]);
      if (words_.family_first.contains(forms_.folded[mention.tokens.begin]))
        parts.insert(forms_.folded[mention.tokens.begin]);
    }
    for (Mention& mention : document_.mentions) {
      if (mention.how == kGuessed && mention.tokens.size() == 1 &&
          parts.contains(forms_.folded[mention.tokens.begin]))
        mention.type = "person";
      if (parts.contains(forms_.folded[mention.tokens.begin]) && city_as_surname(mention)) {
        mention.type = "person";
        mention.how = "family name";
      }
    }
  }

  // A city's name that acts as a person does: "NAME said", "NAME's bill".
  bool city_as_surname(const Mention& mention) const {
    const std::uint32_t begin = mention.tokens.begin;
    const std::uint32_t end = mention.tokens.end;
    const bool city =
        mention.type == "place" || (mention.type.empty() && mention.how == "gazetteer");
    if (!city || mention.nested || mention.tokens.size() != 1 || !mention.known.empty() ||
        mention.division || end >= tokens_.size() ||
        gazetteer_.country_of_capital(forms_.folded[begin]) != nullptr)
      return false;
    static const Strings kToPeople = {
        "thanked", "met",       "told",     "asked",         "urged",     "accused",   "invited",
        "praised", "called",    "joined",   "congratulated", "succeeded", "replaced",  "defeated",
        "elected", "appointed", "welcomed", "received",      "hosted",    "criticized"};
    const bool adverb = tokens_[end].tag == Tag::Adv && end + 1 < tokens_.size();
    const Tag next = tokens_[adverb ? end + 1 : end].tag;
    const bool acts = is_verb(next) || next == Tag::Aux;
    const bool placed = begin > 0 && tokens_[begin - 1].tag == Tag::Adp;
    const bool met = begin > 0 && kToPeople.contains(tokens_[begin - 1].lower);
    return (acts || met || tokens_[end].lower == "'s") && !placed;
  }

  // A name that got no type has the type that the same name has elsewhere in the article.
  void spread_types() {
    std::map<std::string, std::map<std::string, int>> votes;
    for (const Mention& mention : document_.mentions) {
      if (!mention.type.empty()) ++votes[fold(mention.name)][mention.type];
    }
    for (Mention& mention : document_.mentions) {
      if (!mention.type.empty()) continue;
      const auto found = votes.find(fold(mention.name));
      if (found == votes.end()) continue;
      mention.type =
          std::max_element(found->second.begin(), found->second.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; })
              ->first;
      mention.how = "same name elsewhere";
    }
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  const Gazetteer& gazetteer_;
  const TokenForms forms_;
  std::set<std::string> proper_;        // lower-case words that are proper nouns inside a sentence
  std::set<std::string> units_;         // lower-case acronyms of what is no name
  std::set<std::string> pairs_;         // two lower-case words, both capitalised inside a sentence
  std::vector<std::uint32_t> holders_;  // tokens where names begin behind the owner of a post
  std::uint32_t sentence_ = 0;
  TokenRange range_;
};

}  // namespace

void find_names(Document& document, const Words& words, const Gazetteer& gazetteer) {
  document.mentions.clear();
  NameFinder(document, words, gazetteer).find();
}

}  // namespace entente
