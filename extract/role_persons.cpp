#include "extract/role_persons.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kRanks = {"military", "religious", "royal", "academic"};  // of roles.tsv
// Bodies that one of their own leads, whatever the state's president is called.
const Strings kLedByOwn = {"court",      "tribunal", "association", "federation",
                           "university", "bank",     "institute",   "club",
                           "society",    "league",   "academy"};
const Strings kLed = {"led", "lead", "headed", "chaired"};
const Strings kNotOfBody = {"head-of-government", "minister", "legislator",
                            "religious",          "royal",    "military"};
const Strings kPrivate = {"business", "media", "academic", "other"};

class RolePersons {
 public:
  RolePersons(const Document& document, const Words& words, const RoleNames& names)
      : document_(document), tokens_(document.tokens), words_(words), names_(names) {}

  // "President NAME" and "NAME, president of X,".
  void attach(Role& role) const {
    if (one_of(role)) {  // "One of Kenya's Vice Presidents, NAME, said"
      const std::int32_t person =
          tokens_[role.tokens.end].lower == "," ? person_at(role.tokens.end + 1) : -1;
      if (person < 0 || !names_.closes(names_.mention(person).tokens.end)) return;
      role.person = person;
      role.plural = false;
      return;
    }
    if (role.plural || assisted(role)) return;
    role.tokens.end = past_posting(role);
    if (const std::int32_t person = person_at(past_acronym(role.tokens.end)); person >= 0) {
      if (command(person)) return;
      role.person = person;
      owner_behind_name(role);
      led_by(role);
      return;
    }
    if (role.tokens.end + 1 < names_.range.end && tokens_[role.tokens.end].lower == "," &&
        !follows_name(role)) {
      const std::int32_t person = person_at(role.tokens.end + 1);
      const bool closed = person >= 0 && names_.closes(names_.mention(person).tokens.end);
      // "The chairman of X, NAME, said"
      if (closed && (role.definite || !role.owners.empty())) {
        role.person = person;
        return;
      }
    }
    const std::uint32_t begin = role.tokens.begin;
    if (role.tokens.end < names_.range.end && tokens_[role.tokens.end].lower == "'s")
      return;  // "NAME, the chairman's brother"
    if (follows_name(role)) {
      role.person = names_.ends[past_also(begin) - 1];
    } else if (const std::int32_t person = name_before_country(begin); person >= 0) {
      role.person = person;
    } else if (begin > names_.range.begin && tokens_[begin - 1].lower == "(" &&
               names_.names_person(names_.ends[begin - 1], 0)) {
      role.person = names_.ends[begin - 1];
    } else if (begin > names_.range.begin && !document_.roles.empty()) {
      // "NAME, general secretary of X and president of Y"
      const Role& before = document_.roles.back();
      const std::string& joint = tokens_[begin - 1].lower;
      if (before.person >= 0 && before.tokens.end == begin - 1 &&
          (joint == "and" || joint == ",") &&
          names_.mention(before.person).tokens.end <= before.tokens.begin) {
        role.person = before.person;
      }
    }
  }

 private:
  // "Deputy Commander NATO General NAME": capitals before another post name no person.
  bool command(std::int32_t person) const {
    const TokenRange name = names_.mention(person).tokens;
    return name.size() == 1 && names_.names_in_capitals(name.begin) &&
           name.end < names_.range.end &&
           words_.roles.find(tokens_, name.end, names_.range.end).has_value();
  }

  bool one_of(const Role& role) const {
    const std::uint32_t begin = role.tokens.begin;
    return role.plural && begin > names_.range.begin + 1 &&
           role.tokens.end + 1 < names_.range.end && tokens_[begin - 1].lower == "of" &&
           tokens_[begin - 2].lower == "one";
  }

  // "The Supreme Court is led by President NAME": the court's.
  void led_by(Role& role) const {
    std::uint32_t i = role.tokens.begin;
    if (!role.owners.empty() || kNotOfBody.contains(role.kind) || i < names_.range.begin + 3 ||
        tokens_[i - 1].lower != "by" || !kLed.contains(tokens_[i - 2].lower))
      return;
    i -= 2;
    while (i > names_.range.begin &&
           (tokens_[i - 1].lower == "," || tokens_[i - 1].lower == "which" ||
            tokens_[i - 1].tag == Tag::Adv || names_.form_of_be(i - 1)))
      --i;
    if (names_.ends[i] < 0 || names_.mention(names_.ends[i]).type != "organization") return;
    std::uint32_t begin = names_.mention(names_.ends[i]).tokens.begin;
    while (begin > names_.range.begin && tokens_[begin - 1].tag == Tag::Det) --begin;
    const bool inner =  // "a delegation of the Court"
        begin > names_.range.begin && names_.joins_owner(begin - 1);
    const bool own = std::any_of(
        tokens_.begin() + names_.mention(names_.ends[i]).tokens.begin, tokens_.begin() + i,
        [](const Token& token) { return kLedByOwn.contains(token.lower); });
    if (!inner && (own || role.kind == "judge"))
      role.owners.push_back(static_cast<std::uint32_t>(names_.ends[i]));
  }

  // "the President" of "Assistant to the President NAME"
  bool assisted(const Role& role) const {
    static const Strings kAssist = {"assistant", "advisor",    "adviser", "counselor",
                                    "aide",      "counsellor", "deputy",  "envoy"};
    const std::uint32_t begin = role.tokens.begin;
    return begin > names_.range.begin + 1 && tokens_[begin].lower == "the" &&
           tokens_[begin - 1].lower == "to" && kAssist.contains(tokens_[begin - 2].lower);
  }

  // One past "(NSA)".
  std::uint32_t past_acronym(std::uint32_t i) const {
    const bool acronym = i + 2 < names_.range.end && tokens_[i].lower == "(" &&
                         tokens_[i + 2].lower == ")" && names_.names_in_capitals(i + 1);
    return acronym ? i + 3 : i;
  }

  // The person whose name begins at `i`, titles before it left out; -1 = none.
  std::int32_t person_at(std::uint32_t i) const {
    // "the Chilean NAME"
    if (i + 1 < names_.range.end && tokens_[i].lower == "the" && names_.starts[i + 1] >= 0 &&
        names_.mention(names_.starts[i + 1]).demonym)
      i = names_.mention(names_.starts[i + 1]).tokens.end;
    // "the Hon. NAME"
    if (i + 1 < names_.range.end && tokens_[i].lower == "the") {
      const auto title = words_.titles.find(tokens_, i + 1, names_.range.end);
      if (title && *title->value == "courtesy") ++i;
    }
    while (i < names_.range.end && !names_.names_person(names_.starts[i], i)) {
      const auto title = words_.titles.find(tokens_, i, names_.range.end);
      const auto rank = words_.roles.find(tokens_, i, names_.range.end);
      const bool before_name = rank && kRanks.contains(*rank->value);
      if (!title && !before_name) return -1;
      i += title ? title->length : rank->length;
      if (i < names_.range.end && tokens_[i].lower == ".") ++i;
    }
    return i < names_.range.end ? names_.starts[i] : -1;
  }

  // "NAME, president of X,": the post is his, whoever is named next.
  bool follows_name(const Role& role) const {
    const std::uint32_t begin = past_also(role.tokens.begin);
    return begin > names_.range.begin + 1 && tokens_[begin - 1].lower == "," &&
           names_.names_person(names_.ends[begin - 1], 0);
  }

  // Where "also vice chairman of X" begins.
  std::uint32_t past_also(std::uint32_t begin) const {
    static const Strings kAdverbs = {"also", "currently", "now", "concurrently"};
    return begin > names_.range.begin && kAdverbs.contains(tokens_[begin - 1].lower) ? begin - 1
                                                                                     : begin;
  }

  // One past the place in "ambassador in Vienna NAME"; the end of the role where there is none.
  std::uint32_t past_posting(const Role& role) const {
    static const Strings kAt = {"in", "to", "at"};
    const std::uint32_t end = role.tokens.end;
    if (role.kind != "diplomat" || end + 2 >= names_.range.end ||
        !kAt.contains(tokens_[end].lower) || !names_.owner_type(names_.starts[end + 1]))
      return end;
    const std::uint32_t past = names_.mention(names_.starts[end + 1]).tokens.end;
    return person_at(past) >= 0 ? past : end;
  }

  // "President NAME of Kenya (KE), chair of the Union,"; -1 = no such name ends before `begin`.
  std::int32_t name_before_country(std::uint32_t begin) const {
    if (begin < names_.range.begin + 4 || tokens_[begin - 1].lower != ",") return -1;
    std::uint32_t end = begin - 1;
    if (end > names_.range.begin + 3 && tokens_[end - 1].lower == ")" &&
        tokens_[end - 3].lower == "(")
      end -= 3;
    if (names_.ends[end] < 0 || !names_.owner_type(names_.ends[end]) ||
        names_.mention(names_.ends[end]).demonym)
      return -1;
    std::uint32_t of = names_.mention(names_.ends[end]).tokens.begin;
    while (of > names_.range.begin && tokens_[of - 1].tag == Tag::Det) --of;
    const bool hers = of > names_.range.begin + 1 && tokens_[of - 1].lower == "of";
    return hers && names_.names_person(names_.ends[of - 1], 0) ? names_.ends[of - 1] : -1;
  }

  // "Prime Minister NAME of Singapore"
  void owner_behind_name(Role& role) const {
    const std::uint32_t of = names_.mention(role.person).tokens.end;
    if (!role.owners.empty() || of + 1 >= names_.range.end || tokens_[of].lower != "of") return;
    const std::uint32_t owner = tokens_[of + 1].lower == "the" ? of + 2 : of + 1;
    if (owner >= names_.range.end || !names_.owner_type(names_.starts[owner]) ||
        names_.mention(names_.starts[owner]).demonym)
      return;
    const std::string& type = names_.mention(names_.starts[owner]).type;
    if (type == "place" && kPrivate.contains(role.kind)) return;  // where he lives
    // "Opposition leader NAME of the Alliance": where he sits is not said
    if (type == "organization" && role.kind == "legislator") return;
    if (type == "country" || type == "organization" || type == "place")
      role.owners.push_back(static_cast<std::uint32_t>(names_.starts[owner]));
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  const RoleNames& names_;
};

}  // namespace

void attach_person(Role& role, const Document& document, const Words& words,
                   const RoleNames& names) {
  RolePersons(document, words, names).attach(role);
}

void attach_lists(Document& document, TokenRange sentence) {
  for (std::size_t r = document.roles.size(); r-- > 1;) {
    Role& before = document.roles[r - 1];
    const Role& role = document.roles[r];
    const bool joined = before.tokens.begin >= sentence.begin && !role.definite &&
                        before.tokens.end + 1 == role.tokens.begin &&
                        document.tokens[before.tokens.end].lower == "and";
    if (joined && before.owners.empty() && before.person >= 0 && before.person == role.person)
      before.owners = role.owners;
    // "Kenyan Deputy Prime Minister and Defence Minister NAME"
    Role& last = document.roles[r];
    if (joined && last.owners.empty() && last.kind == "minister" && !before.owners.empty() &&
        document.mentions[before.owners.front()].type == "country" &&
        before.title.begin > document.mentions[before.owners.front()].tokens.begin &&
        before.person < 0 && last.person >= 0 && !last.plural)
      last.owners = before.owners;
    if (before.tokens.begin < sentence.begin || before.person >= 0 || before.plural ||
        role.person < 0)
      continue;
    // "nominated X for president and filmmaker NAME for vice president"
    const bool sought = before.tokens.begin > sentence.begin && before.owners.empty() &&
                        document.tokens[before.tokens.begin - 1].lower == "for";
    if (document.mentions[static_cast<std::size_t>(role.person)].tokens.begin >= role.tokens.end &&
        !sought && before.tokens.end + 1 == role.tokens.begin &&
        document.tokens[before.tokens.end].lower == "and" && !role.definite) {
      before.person = role.person;
    }
  }
}

}  // namespace entente
