#include "extract/role_kinds.h"

#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// Kinds of data/words/roles.tsv that no state appoints.
const Strings kPrivate = {"business", "media", "academic", "religious", "other"};
const Strings kOfState = {"diplomat", "regional", "head-of-state", "head-of-government",
                          "minister"};
const Strings kMembers = {"politician", "activist", "lawmaker"};  // of a party: no posts
// Who seeks a post has none; whose he is tells his party.
const Strings kSeeks = {"candidate", "nominee", "contender", "hopeful", "challenger"};

}  // namespace

bool RoleKinds::private_kind(const Role& role) const { return kPrivate.contains(role.kind); }

bool RoleKinds::of_state(const Role& role) const { return kOfState.contains(role.kind); }

std::optional<std::uint32_t> RoleKinds::former_word(const Role& role) const {
  for (std::uint32_t i = role.tokens.begin; i < role.title.end; ++i) {
    const std::string& word = document_.tokens[i].lower;
    if (words_.former.contains(word) || word.starts_with("ex-") || word.starts_with("then-"))
      return i;
  }
  return std::nullopt;
}

bool RoleKinds::seeks(const Role& role) const {
  return kSeeks.contains(document_.tokens[role.title.end - 1].lower);
}

bool RoleKinds::seat_of_party(const Role& role, const Mention& owner) const {
  // "the GRA's Member of Parliament": no chamber is its own member's.
  const std::string& last = document_.tokens[role.title.end - 1].lower;
  if (owner.entity >= 0 && type_of(owner) == "organization" && owner.tokens.size() == 1 &&
      owner.tokens.end <= role.title.begin && (last == "parliament" || last == "mp"))
    return true;
  // "an MP from the Alliance"
  if (owner.entity >= 0 && type_of(owner) == "organization" && (last == "mp" || last == "mep") &&
      owner.tokens.begin > role.title.end && document_.tokens[role.title.end].lower == "from")
    return true;
  return owner.entity >= 0 && type_of(owner) == "party" &&
         (role.kind == "legislator" || seeks(role) || kMembers.contains(last) ||
          (of_state(role) && owner.tokens.end <= role.title.begin));
}

bool RoleKinds::seat_from(const Role& role, const Mention& owner) const {
  const std::string& last = document_.tokens[role.title.end - 1].lower;
  return type_of(owner) == "place" && owner.tokens.begin > role.title.end &&
         kMembers.contains(last);
}

bool RoleKinds::continental(const Role& role, const Mention& owner) const {
  return type_of(owner) == "place" && owner.demonym && role.kind == "international";
}

const std::string& RoleKinds::type_of(const Mention& mention) const {
  return entities_[static_cast<std::size_t>(mention.entity)].type;
}

}  // namespace entente
