#include "extract/role_names.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kOwnerTypes = {"country", "organization", "party", "place", "initiative", "event"};
const Strings kOwnerPrepositions = {"of", "at", "for", "under"};
const Strings kBe = {"be", "been", "was", "were", "is", "are", "being"};

// "French" of "French officials" is read as without the group.
bool in_group(const Document& document, const Mention& name) {
  return std::any_of(document.mentions.begin(), document.mentions.end(), [&](const Mention& group) {
    return group.type == kGroupType && group.tokens.begin <= name.tokens.begin &&
           name.tokens.end <= group.tokens.end;
  });
}

}  // namespace

RoleNames::RoleNames(const Document& read) : document(read) {
  starts.assign(document.tokens.size() + 1, -1);
  ends.assign(document.tokens.size() + 1, -1);
  inside.assign(document.tokens.size(), false);
  for (std::size_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    // What could not be told to name anything is words of the post: "Minister of Foreign
    // Affairs".
    if (mention.type.empty() || mention.type == kGroupType ||
        (mention.nested && !in_group(document, mention)))
      continue;
    starts[mention.tokens.begin] = static_cast<std::int32_t>(m);
    ends[mention.tokens.end] = static_cast<std::int32_t>(m);
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) inside[i] = true;
  }
}

bool RoleNames::owner_type(std::int32_t m) const {
  return m >= 0 && kOwnerTypes.contains(mention(m).type);
}

bool RoleNames::names_person(std::int32_t m, std::uint32_t begin) const {
  return m >= 0 && mention(m).type == "person" && (begin == 0 || mention(m).tokens.begin == begin);
}

std::uint32_t RoleNames::next_name(std::uint32_t i) const {
  while (i < range.end && !inside[i]) ++i;
  return i;
}

bool RoleNames::closes(std::uint32_t i) const {
  if (i + 1 < range.end &&
      (document.tokens[i].lower == "of" || document.tokens[i].lower == "from") &&
      owner_type(starts[i + 1]))
    i = mention(starts[i + 1]).tokens.end;
  return i < range.end && document.tokens[i].tag == Tag::Punct;
}

bool RoleNames::joins_owner(std::uint32_t i) const {
  return kOwnerPrepositions.contains(document.tokens[i].lower);
}

bool RoleNames::form_of_be(std::uint32_t i) const { return kBe.contains(document.tokens[i].lower); }

bool RoleNames::names_in_capitals(std::uint32_t i) const {
  const std::string_view form = text_of(document, document.tokens[i]);
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) {
           return is_upper(static_cast<unsigned char>(c));
         });
}

}  // namespace entente
