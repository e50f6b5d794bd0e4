#include "extract/post_holders.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_set>

#include "extract/role_holders.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kHeads = {"head-of-state", "head-of-government", "royal"};
const Strings kNeverLeads = {"minister", "diplomat", "spokesperson", "judge",
                             "academic", "media",    "business",     "other"};
const Strings kDeputies = {"vice", "deputy", "assistant", "under", "associate"};

}  // namespace

const Mention* PostHolders::holder_of(const Role& role) const {
  const std::vector<const Mention*> all = holders(role, false);
  if (all.size() == 1) return all.front();
  if (all.size() > 1) {  // "the President" is that of the country, not that of a club
    if (tokens_[role.tokens.begin].lower != "the") return nullptr;
    const bool head = kHeads.contains(role.kind) || post_word(role) == "president";
    const std::vector<const Mention*> of_country = holders(role, true);
    if (head && of_country.size() == 1) return of_country.front();
    return role.owners.empty() ? told_most(all) : nullptr;
  }
  return tokens_[role.title.end - 1].lower == "leader" ? leader_of(owner_country(role)) : nullptr;
}

// The people who hold such a post, or such a one of a country.
std::vector<const Mention*> PostHolders::holders(const Role& role, bool of_country) const {
  const bool ranked = std::ranges::any_of(document_.roles, [&](const Role& other) {
    return other.person >= 0 && same_post(role, other) && same_rank(role, other);
  });
  std::vector<const Mention*> found;
  for (const Role& other : document_.roles) {
    if (other.person < 0 || !same_post(role, other)) continue;
    if (ranked && !same_rank(role, other)) continue;  // "the president" is not the vice president
    const Mention& person = document_.mentions[static_cast<std::size_t>(other.person)];
    if (person.entity < 0 || (of_country && owner_country(other) < 0)) continue;
    if (owner_country(role) < 0 && owner_country(other) < 0 && role.owners.empty() &&
        post_word(role) != post_word(other))
      continue;
    if (std::ranges::find(found, person.entity, &Mention::entity) == found.end())
      found.push_back(&person);
  }
  return found;
}

// The one of whom the article speaks twice as often as of any other; nullptr = there is none.
const Mention* PostHolders::told_most(std::vector<const Mention*> people) const {
  const auto mentions = [&](const Mention* person) {
    return entities_[static_cast<std::size_t>(person->entity)].mentions;
  };
  std::ranges::stable_sort(people, std::greater<>(), mentions);
  return mentions(people[0]) >= 2 * mentions(people[1]) ? people[0] : nullptr;
}

// Its head of state, else of government, else the only one of the country who may lead; nullptr =
// nobody, or several.
const Mention* PostHolders::leader_of(std::int32_t country) const {
  if (country < 0) return nullptr;
  for (const bool inferred : {false, true}) {
    for (const std::string_view kind : {"head-of-state", "head-of-government", ""}) {
      const std::vector<const Mention*> all = with_post(country, inferred, kind);
      if (!all.empty()) return all.size() == 1 ? all.front() : nullptr;
    }
  }
  return nullptr;
}

// The people of that country with such a post; of any kind with one that may lead it.
std::vector<const Mention*> PostHolders::with_post(std::int32_t country, bool inferred,
                                                   std::string_view kind) const {
  std::vector<const Mention*> found;
  for (std::size_t r = 0; r < document_.roles.size(); ++r) {
    const Role& role = document_.roles[r];
    if (role.person < 0 || role.inferred != inferred || owner_country(role) != country) continue;
    const Role& post = document_.roles[post_of(document_, r).value_or(r)];
    const bool fits =
        kind.empty() ? !kNeverLeads.contains(post.kind) : post.kind == kind && !is_deputy(post);
    const Mention& person = entente::holder_of(document_, role);
    const bool again = std::ranges::find(found, person.entity, &Mention::entity) != found.end();
    if (fits && person.entity >= 0 && !again) found.push_back(&person);
  }
  return found;
}

// Posts that belong together: the words of the first among those of the second or the same kind,
// and no other country or organization.
bool PostHolders::same_post(const Role& a, const Role& b) const {
  const bool heads =
      a.kind == b.kind && (a.kind == "head-of-state" || a.kind == "head-of-government");
  // "the secretary" is not the general secretary of a party
  if (a.kind != b.kind && a.title.size() != b.title.size()) return false;
  if (!heads && (post_word(a) != post_word(b) || !words_within(a.title, b.title))) return false;
  const std::int32_t owner_a = owner_country(a);
  const std::int32_t owner_b = owner_country(b);
  if (owner_a >= 0 && owner_b >= 0) return owner_a == owner_b;
  // "the Kenyan leader" is not the leader of a league.
  return owner_a < 0 ? owner_b < 0 || a.owners.empty() : b.owners.empty();
}

bool PostHolders::same_rank(const Role& a, const Role& b) const {
  return is_deputy(a) == is_deputy(b);
}

bool PostHolders::is_deputy(const Role& role) const {
  for (std::uint32_t i = role.title.begin; i < role.title.end; ++i) {
    if (kDeputies.contains(tokens_[i].lower)) return true;
  }
  return false;
}

// "minister" of "minister responsible for foreign affairs"
const std::string& PostHolders::post_word(const Role& role) const {
  for (std::uint32_t i = role.title.begin + 1; i < role.title.end; ++i) {
    const std::string& low = tokens_[i].lower;
    if (low == "of" || low == "for" || low == "responsible") return tokens_[i - 1].lower;
  }
  return tokens_[role.title.end - 1].lower;
}

// "the minister" is any, "the foreign minister" no minister of defence.
bool PostHolders::words_within(TokenRange part, TokenRange whole) const {
  for (std::uint32_t i = part.begin; i < part.end; ++i) {
    const auto same = [&](const Token& token) { return token.lower == tokens_[i].lower; };
    const Tag tag = tokens_[i].tag;
    const bool counts = tag == Tag::Noun || tag == Tag::Propn || tag == Tag::Adj;
    if (counts && std::none_of(tokens_.begin() + whole.begin, tokens_.begin() + whole.end, same))
      return false;
  }
  return true;
}

std::int32_t PostHolders::owner_country(const Role& role) const {
  for (const std::uint32_t m : role.owners) {
    const std::int32_t entity = document_.mentions[m].entity;
    if (entity >= 0 && countries_[static_cast<std::size_t>(entity)] >= 0)
      return countries_[static_cast<std::size_t>(entity)];
  }
  return -1;
}

}  // namespace entente
