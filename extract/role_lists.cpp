#include "extract/role_lists.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

class ListSplitter {
 public:
  ListSplitter(const Document& document, const Words& words)
      : document_(document), words_(words), tokens_(document.tokens) {
    starts_.assign(tokens_.size() + 1, -1);
    ends_.assign(tokens_.size() + 1, -1);
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      if (mention.nested || mention.type.empty()) continue;
      starts_[mention.tokens.begin] = static_cast<std::int32_t>(m);
      ends_[mention.tokens.end] = static_cast<std::int32_t>(m);
    }
  }

  // The roles that stand for `role`; empty = it is no such list.
  std::vector<Role> split(const Role& role) const {
    if (std::vector<Role> pairs = paired(role); pairs.size() > 1) return pairs;
    if (std::vector<Role> pairs = named_first(role); pairs.size() > 1) return pairs;
    std::uint32_t end = role.title.end;
    std::vector<std::uint32_t> owners = owners_before(role.title.begin);
    const bool before = owners.size() > 1;
    if (!before) owners = owners_behind(end);
    if (owners.size() < 2) return of_one_owner(role);
    const std::vector<std::uint32_t> people = people_behind(end);
    if (people.size() != owners.size()) return {};
    std::vector<Role> roles;
    for (std::size_t k = 0; k < owners.size(); ++k) {
      Role one = role;
      one.plural = false;
      one.owners = {owners[k]};
      one.person = static_cast<std::int32_t>(people[k]);
      const bool first = k == 0;
      const bool last = k + 1 == owners.size();
      const TokenRange owner = mention(owners[k]).tokens;
      if (before) {
        one.tokens = {first ? std::min(role.tokens.begin, owner.begin) : owner.begin,
                      last ? role.title.end : owner.end};
      } else {
        one.tokens = {first ? role.tokens.begin : owner.begin, owner.end};
      }
      roles.push_back(std::move(one));
    }
    return roles;
  }

 private:
  // "the presidents of Kenya, NAME, and Austria, NAME": each country before its name.
  std::vector<Role> paired(const Role& role) const {
    std::vector<Role> roles;
    std::uint32_t i = role.title.end;
    for (;;) {
      while (i < tokens_.size() && (tokens_[i].lower == "of" || tokens_[i].lower == "the")) ++i;
      if (i >= tokens_.size() || !owns(starts_[i])) break;
      const auto owner = static_cast<std::uint32_t>(starts_[i]);
      i = mention(owner).tokens.end;
      if (i >= tokens_.size() || tokens_[i].lower != ",") break;
      const auto person = person_from(i + 1);
      if (!person) break;
      Role one = role;
      one.plural = false;
      one.owners = {owner};
      one.person = static_cast<std::int32_t>(*person);
      one.tokens = {roles.empty() ? role.tokens.begin : mention(owner).tokens.begin,
                    mention(owner).tokens.end};
      roles.push_back(std::move(one));
      i = mention(*person).tokens.end;
      while (joins(i) || (i < tokens_.size() && tokens_[i].lower == ";")) ++i;
    }
    return roles;
  }

  // "Presidents NAME of Kenya and NAME of Austria"
  std::vector<Role> named_first(const Role& role) const {
    std::vector<Role> roles;
    std::uint32_t i = role.title.end;
    for (;;) {
      const auto person = person_from(i);
      if (!person) break;
      i = mention(*person).tokens.end;
      if (i + 1 >= tokens_.size() || tokens_[i].lower != "of") break;
      i += tokens_[i + 1].lower == "the" ? 2 : 1;
      if (i >= tokens_.size() || !owns(starts_[i])) break;
      Role one = role;
      one.plural = false;
      one.owners = {static_cast<std::uint32_t>(starts_[i])};
      one.person = static_cast<std::int32_t>(*person);
      one.tokens = roles.empty() ? role.title : mention(*person).tokens;
      roles.push_back(std::move(one));
      i = mention(static_cast<std::uint32_t>(starts_[i])).tokens.end;
      while (joins(i)) ++i;
    }
    return roles;
  }

  // The person whose name, titles before it, begins at `i`.
  std::optional<std::uint32_t> person_from(std::uint32_t i) const {
    while (const auto title = words_.titles.find(tokens_, i, end_of_sentence(i))) {
      i += title->length;
      if (i < tokens_.size() && tokens_[i].lower == ".") ++i;
    }
    if (i >= tokens_.size() || starts_[i] < 0) return std::nullopt;
    const auto m = static_cast<std::uint32_t>(starts_[i]);
    return mention(m).type == "person" ? std::optional(m) : std::nullopt;
  }

  const Mention& mention(std::uint32_t m) const { return document_.mentions[m]; }
  bool joins(std::uint32_t i) const {
    return i < tokens_.size() && (tokens_[i].lower == "and" || tokens_[i].lower == ",");
  }
  bool owns(std::int32_t m) const {
    if (m < 0) return false;
    const std::string& type = mention(static_cast<std::uint32_t>(m)).type;
    return type == "country" || type == "organization" || type == "place";
  }

  // "Kenyan ministers NAME and NAME", "Two Kenyan ministers, NAME and NAME,": each has the post.
  std::vector<Role> of_one_owner(const Role& role) const {
    static const std::unordered_set<std::string_view> kVague = {"other", "business", "media",
                                                                "academic", "leader"};
    if (role.owners.size() != 1 || role.person >= 0 || kVague.contains(role.kind)) return {};
    const std::uint32_t end = role.tokens.end;
    const std::vector<std::uint32_t> people = people_behind(end);
    if (people.size() < 2) return {};
    const bool comma = tokens_[end].lower == ",";
    if (comma && !counted(role, people.size())) return {};
    std::vector<Role> roles(people.size(), role);
    for (std::size_t k = 0; k < people.size(); ++k) {
      roles[k].plural = false;
      roles[k].person = static_cast<std::int32_t>(people[k]);
    }
    return roles;
  }

  // "Two ministers" before two names.
  bool counted(const Role& role, std::size_t people) const {
    static const std::vector<std::string> kNumbers = {"two", "three", "four", "five", "six"};
    const std::uint32_t begin = role.tokens.begin;
    if (people - 2 >= kNumbers.size()) return false;
    const std::string& number = kNumbers[people - 2];
    return tokens_[begin].lower == number || (begin > 0 && tokens_[begin - 1].lower == number);
  }

  // "Kenyan, Ugandan and Austrian" before the token `end`, in order.
  std::vector<std::uint32_t> owners_before(std::uint32_t end) const {
    std::vector<std::uint32_t> owners;
    while (owns(ends_[end])) {
      owners.push_back(static_cast<std::uint32_t>(ends_[end]));
      end = mention(owners.back()).tokens.begin;
      if (end == 0 || !joins(end - 1)) break;
      --end;
      if (end > 0 && joins(end - 1)) --end;  // ", and"
    }
    std::reverse(owners.begin(), owners.end());
    return owners;
  }

  // "of Kenya and of Austria" from the token `end` on, which is moved behind it.
  std::vector<std::uint32_t> owners_behind(std::uint32_t& end) const {
    std::vector<std::uint32_t> owners;
    std::uint32_t i = end;
    for (;;) {
      while (i < tokens_.size() && (tokens_[i].lower == "of" || tokens_[i].lower == "the")) ++i;
      if (i >= tokens_.size() || !owns(starts_[i]) || i == end) break;
      owners.push_back(static_cast<std::uint32_t>(starts_[i]));
      i = end = mention(owners.back()).tokens.end;
      while (joins(i)) ++i;
    }
    return owners;
  }

  // ", Mr NAME and Ms NAME" from `i` on.
  std::vector<std::uint32_t> people_behind(std::uint32_t i) const {
    std::vector<std::uint32_t> people;
    if (joins(i)) ++i;
    while (const auto m = person_from(i)) {
      people.push_back(*m);
      i = mention(*m).tokens.end;
      if (!joins(i)) break;
      while (joins(i)) ++i;
    }
    return people;
  }

  std::uint32_t end_of_sentence(std::uint32_t token) const {
    const std::uint32_t sentence = sentence_of(document_, token);
    return sentence == document_.sentences.size() ? static_cast<std::uint32_t>(tokens_.size())
                                                  : document_.sentences[sentence].tokens.end;
  }

  const Document& document_;
  const Words& words_;
  const std::vector<Token>& tokens_;
  std::vector<std::int32_t> starts_;  // mention that begins at a token
  std::vector<std::int32_t> ends_;    // mention that ends before a token
};

}  // namespace

void split_role_lists(Document& document, const Words& words) {
  const bool plural = std::any_of(document.roles.begin(), document.roles.end(),
                                  [](const Role& role) { return role.plural; });
  if (!plural) return;
  const ListSplitter splitter(document, words);
  std::vector<Role> roles;
  for (Role& role : document.roles) {
    std::vector<Role> several = role.plural ? splitter.split(role) : std::vector<Role>{};
    if (several.empty()) several.push_back(std::move(role));
    std::move(several.begin(), several.end(), std::back_inserter(roles));
  }
  document.roles = std::move(roles);
}

}  // namespace entente
