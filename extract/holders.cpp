#include "extract/holders.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr std::uint32_t kLongestPost = 6;    // words
constexpr std::uint32_t kLongestOwner = 14;  // words
constexpr std::uint32_t kLongestName = 4;    // words
const Strings kJoints = {"of", "for", "the", "and", "&"};
const Strings kParticles = {"bin", "ibn", "bint", "al", "el", "de", "da", "dos", "van", "von"};

class Holders {
 public:
  Holders(Document& document, const TokenForms& forms, const Words& words,
          const Gazetteer& gazetteer)
      : document_(document),
        tokens_(document.tokens),
        words_(words),
        gazetteer_(gazetteer),
        forms_(forms) {}

  std::vector<std::uint32_t> part() {
    std::vector<std::uint32_t> begins;
    for (const Sentence& sentence : document_.sentences) {
      range_ = sentence.tokens;
      for (std::uint32_t i = range_.begin + 1; i + 3 < range_.end; ++i) {
        const std::string& joint = tokens_[i].lower;
        if (joint != "of" && joint != "for" && !(joint == "to" && diplomat_before(i))) continue;
        const std::uint32_t post = post_end(i);
        if (post == 0) continue;
        const std::uint32_t owner = tokens_[i + 1].lower == "the" ? i + 2 : i + 1;
        const std::uint32_t end = run_end(std::max(owner, post));
        if (end < std::max(owner, post) + 2) continue;
        const std::uint32_t name = post > i ? behind_post(post, end) : name_begin(owner, end);
        if (name == end) continue;
        correct(owner, name, end, post > i);
        begins.push_back(name);
        i = end - 1;
      }
    }
    std::vector<Guess>& guesses = document_.guesses;
    std::erase_if(guesses, [](const Guess& guess) { return guess.tokens.size() == 0; });
    guesses.insert(guesses.end(), people_.begin(), people_.end());
    std::sort(guesses.begin(), guesses.end(),
              [](const Guess& a, const Guess& b) { return a.tokens.begin < b.tokens.begin; });
    return begins;
  }

 private:
  bool capital(std::uint32_t i) const {
    return is_upper(decode_at(forms_.written[i], 0).value) && !forms_.in_time[i];
  }

  // "ambassador" right before `to`
  bool diplomat_before(std::uint32_t to) const {
    for (std::uint32_t i = to; i > range_.begin && to - i < kLongestPost;) {
      const auto role = words_.roles.find(tokens_, --i, to);
      if (role && i + role->length == to) return *role->value == "diplomat";
    }
    return false;
  }

  // One past the post that `of` belongs to or stands behind: "Minister of Public Security"; 0 =
  // there is none.
  std::uint32_t post_end(std::uint32_t of) const {
    for (std::uint32_t i = of; i > range_.begin && of - i < kLongestPost;) {
      const auto role = words_.roles.find(tokens_, --i, range_.end);
      const std::uint32_t end = role ? i + role->length : 0;
      if (end >= of) return role->value->back() != Words::kPlural ? end : 0;
    }
    return 0;
  }

  // One past the capitalised words from `owner` on and the small words between them; `owner` where
  // another post or a title stands among them: that parts the two already.
  std::uint32_t run_end(std::uint32_t owner) const {
    const std::uint32_t most = std::min(range_.end, owner + kLongestOwner);
    std::uint32_t end = owner;
    for (std::uint32_t i = owner; i < most;) {
      if (const Gazetteer::Match match = known(i); match.name != nullptr) {
        i = end = i + match.length;
        continue;
      }
      if (!capital(i)) {
        const bool small = kJoints.contains(tokens_[i].lower) ||
                           (kParticles.contains(tokens_[i].lower) && i > owner && capital(i - 1));
        if (!small || i == owner) break;
        ++i;
        continue;
      }
      const auto role = words_.roles.find(tokens_, i, range_.end);
      const bool field = words_.portfolios.contains(tokens_[i].lower) || body_word(i) ||
                         (i + 1 < most && body_word(i + 1));
      if ((role && role->value->back() != Words::kPlural && !field) ||
          (!field && words_.titles.find(tokens_, i, range_.end) && i > owner &&
           !kJoints.contains(tokens_[i - 1].lower)))
        return owner;
      end = ++i;
    }
    return end;
  }

  Gazetteer::Match known(std::uint32_t i) const {
    const Gazetteer::Match match = gazetteer_.find(forms_.folded, forms_.written, i);
    if (match.name == nullptr || i + match.length > range_.end || !capital(i)) return {};
    return match;
  }

  bool body_word(std::uint32_t i) const {
    const HeadWord* head = words_.head(tokens_[i].lower, HeadWord::Where::Last);
    return head != nullptr && head->type == "organization" && capital(i);
  }

  // Of a post that ends with what it is in charge of: only where one guess reaches from that into
  // the name. `end` = it does not.
  std::uint32_t behind_post(std::uint32_t post, std::uint32_t end) const {
    const auto guess = guess_behind(post);
    const bool across = guess != document_.guesses.end() && guess->tokens.begin < post;
    // "To NAME", guessed without a family name that looks like a small word
    const bool cut = guess != document_.guesses.end() && guess->type == "person" &&
                     guess->tokens == TokenRange{post + 1, end} &&
                     words_.family_first.contains(forms_.folded[post]);
    return (across || cut) && person(post, end) ? post : end;
  }

  // Where the holder's name begins, behind the last word that ends an owner; `end` = not told.
  std::uint32_t name_begin(std::uint32_t owner, std::uint32_t end) const {
    std::uint32_t found = end;
    bool told = false;  // by a country or a known body, not by an ordinary word
    for (std::uint32_t i = owner; i + 2 <= end;) {
      const Gazetteer::Match match = known(i);
      const bool land = match.name != nullptr && match.name->kind != KnownName::Kind::Demonym &&
                        match.name->type != "person";
      const bool field = words_.portfolios.contains(tokens_[i].lower);
      const std::uint32_t next = i + (land ? match.length : 1);
      if ((land || field || body_word(i)) && person(next, end)) {
        found = next;
        told = land || field;
      }
      i = next;
    }
    if (found == end) return end;
    for (auto guess = guess_behind(owner);
         guess != document_.guesses.end() && guess->tokens.begin < end; ++guess) {
      const bool person = guess->type == "person";
      if (person && guess->tokens.size() > 1 && guess->tokens.begin > found)
        return end;  // "chief executive of COUNTRY Telecom NAME"
      const bool whole = guess->tokens.begin <= owner && guess->tokens.end >= end;
      if (whole && !told && !person && guess->type != "other" && !called(found, end)) return end;
    }
    return found;
  }

  bool called(std::uint32_t begin, std::uint32_t end) const {
    return words_.forenames.contains(forms_.folded[begin]) ||
           words_.family_first.contains(forms_.folded[begin]) ||
           words_.surnames.contains(forms_.folded[end - 1]);
  }

  // Two words at least that name no body, no field and no country.
  bool person(std::uint32_t begin, std::uint32_t end) const {
    if (end < begin + 2 || end - begin > kLongestName || !capital(begin) || !capital(end - 1))
      return false;
    const bool family = words_.family_first.contains(forms_.folded[begin]) && end - begin > 2;
    for (std::uint32_t i = begin; i < end; ++i) {
      const bool particle = !capital(i) && kParticles.contains(tokens_[i].lower);
      if (particle || forms_.initial(i)) continue;
      const Gazetteer::Match match = known(i);
      const bool other = match.name != nullptr && match.name->kind != KnownName::Kind::City &&
                         !words_.forenames.contains(forms_.folded[i]) &&
                         !words_.surnames.contains(forms_.folded[i]) &&
                         !words_.family_first.contains(forms_.folded[i]);
      if (!capital(i) || other || (match.name != nullptr && match.length > 1) || body_word(i) ||
          words_.portfolios.contains(tokens_[i].lower) ||
          (!family && words_.is_common(tokens_[i].lower)))
        return false;
    }
    return true;
  }

  // The first guess that ends behind a token.
  std::vector<Guess>::iterator guess_behind(std::uint32_t at) const {
    return std::upper_bound(
        document_.guesses.begin(), document_.guesses.end(), at,
        [](std::uint32_t token, const Guess& guess) { return token < guess.tokens.end; });
  }

  // What becomes empty is dropped at the end. `in_post`: what stands before the name is part of the
  // post, no owner.
  void correct(std::uint32_t owner, std::uint32_t name, std::uint32_t end, bool in_post) {
    Guess* before = nullptr;
    for (auto guess = guess_behind(owner);
         guess != document_.guesses.end() && guess->tokens.begin < end; ++guess) {
      TokenRange& range = guess->tokens;
      const Gazetteer::Match match = known(range.begin);
      const std::uint32_t stop = std::min(range.end, name);
      const bool drop = in_post || range.begin >= name || guess->type == "person" ||
                        guess->type == "other" ||
                        (match.name != nullptr && range.begin + match.length >= stop);
      // "Front for National Construction", guessed in two
      const bool goes_on = !drop && before != nullptr && before->tokens.end + 1 == range.begin &&
                           tokens_[range.begin - 1].lower == "for" &&
                           words_.portfolios.contains(tokens_[stop - 1].lower);
      if (goes_on) before->tokens.end = stop;
      range.end = drop || goes_on ? range.begin : stop;
      if (!drop && !goes_on) before = &*guess;
    }
    people_.push_back({{name, end}, "person"});
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  const Gazetteer& gazetteer_;
  const TokenForms& forms_;
  std::vector<Guess> people_;
  TokenRange range_;
};

}  // namespace

std::vector<std::uint32_t> part_holders(Document& document, const TokenForms& forms,
                                        const Words& words, const Gazetteer& gazetteer) {
  return Holders(document, forms, words, gazetteer).part();
}

}  // namespace entente
