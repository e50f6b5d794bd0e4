#include "extract/coordination.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kPossessives = {"his", "her", "their", "its"};

enum class Joint { None, Comma, And };  // And: with or without a comma

class Coordination {
 public:
  Coordination(Document& document, const std::vector<LocalEntity>& entities, TokenRange sentence)
      : tokens_(document.tokens),
        entities_(entities),
        range_(sentence),
        phrases_(document.phrases) {}

  // "A, B and C" of one kind becomes one phrase.
  void join(std::size_t first) {
    for (std::size_t p = first; p + 1 < phrases_.size(); ++p) {
      const std::size_t last = list_end(p);
      if (last == p) continue;
      for (std::size_t k = p + 1; k <= last; ++k) {
        std::move(phrases_[k].members.begin(), phrases_[k].members.end(),
                  std::back_inserter(phrases_[p].members));
      }
      phrases_[p].tokens.end = phrases_[last].tokens.end;
      phrases_[p].possessive = phrases_[last].possessive;
      phrases_.erase(phrases_.begin() + static_cast<std::ptrdiff_t>(p) + 1,
                     phrases_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    }
  }

 private:
  const std::string& lower_at(std::uint32_t i) const {
    static const std::string none;
    return i < range_.end ? tokens_[i].lower : none;
  }

  // The last phrase of the list that begins with phrase `p`; `p` itself when there is no list.
  std::size_t list_end(std::size_t p) const {
    std::size_t end = p;
    for (std::size_t k = p; k + 1 < phrases_.size(); ++k) {
      if (phrases_[k].possessive || pronoun(phrases_[k + 1]) || phrases_[k + 1].members.empty() ||
          phrases_[k].members.empty() || !of_one_kind(phrases_[k], phrases_[k + 1]))
        break;
      const Joint joint = joint_between(phrases_[k], phrases_[k + 1]);
      if (joint == Joint::None) break;
      if (joint == Joint::And) {
        if (!starts_clause(phrases_[p], phrases_[k + 1])) end = k + 1;
        break;
      }
    }
    return end;
  }

  bool pronoun(const Phrase& phrase) const {
    return phrase.possessive && phrase.tokens.size() == 1 &&
           kPossessives.contains(lower_at(phrase.tokens.begin));
  }

  // "A, B and other officials" is one list.
  bool of_one_kind(const Phrase& a, const Phrase& b) const {
    const bool with_group =
        kind_of(a) == "person" &&
        entities_[static_cast<std::size_t>(b.members.front().entity)].type == kGroupType;
    return with_group || kind_of(a) == kind_of(b);
  }

  std::string kind_of(const Phrase& phrase) const {
    const std::string& type =
        entities_[static_cast<std::size_t>(phrase.members.front().entity)].type;
    if (type == "organization" || type == "party" || type == "country" || type == kGroupType)
      return "actor";
    return type;
  }

  Joint joint_between(const Phrase& a, const Phrase& b) const {
    std::uint32_t i = a.tokens.end;
    const bool swallowed = tokens_[i - 1].lower == ",";  // the comma that closed an apposition
    // "X, minister of trade; Y, director of the Institute; and Z"
    const bool semicolon = lower_at(i) == ";" && kind_of(a) == "person";
    if (i < b.tokens.begin && (lower_at(i) == "," || semicolon)) ++i;
    // "the presidents of Kenya, X; of Austria, Y"
    if (semicolon && i + 1 == b.tokens.begin && lower_at(i) == "of") ++i;
    const bool comma = swallowed || i > a.tokens.end;
    if (i == b.tokens.begin) return comma && !swallowed ? Joint::Comma : Joint::None;
    const std::string& low = lower_at(i);
    if (low == "and" || low == "&") {
      ++i;
    } else if (low == "as" && lower_at(i + 1) == "well" && lower_at(i + 2) == "as") {
      i += 3;
    } else {
      return Joint::None;
    }
    while (i < b.tokens.begin && (lower_at(i) == "the" || tokens_[i].tag == Tag::Adj)) ++i;
    return i == b.tokens.begin ? Joint::And : Joint::None;
  }

  // "A met B and C visited D": after C comes a verb, and one stands before A's list already.
  bool starts_clause(const Phrase& first, const Phrase& last) const {
    std::uint32_t i = last.tokens.end;
    while (i < range_.end && tokens_[i].tag == Tag::Adv) ++i;
    if (last.possessive || i >= range_.end || !is_finite(tokens_[i].tag)) return false;
    for (std::uint32_t k = first.tokens.begin; k-- > range_.begin;) {
      if (is_finite(tokens_[k].tag)) return true;
      if (tokens_[k].tag == Tag::Sconj || tokens_[k].lower == "that") return false;
    }
    return false;
  }

  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const TokenRange range_;
  std::vector<Phrase>& phrases_;
};

}  // namespace

void join_coordinated(Document& document, const std::vector<LocalEntity>& entities,
                      std::uint32_t sentence, std::size_t first) {
  Coordination(document, entities, document.sentences[sentence].tokens).join(first);
}

}  // namespace entente
