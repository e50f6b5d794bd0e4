// In order: the post before it in a list; "In Kenya, X met President Y"; "his foreign minister"; a
// title of one state only; the state that acts in the sentence or in the one before; the country
// from which the report comes, where a guest from abroad meets the holder; the outlet's country or,
// where that is not known, the one that the article is about, whose post of that name nobody else
// holds. Never a country that has no such office, nor one office of two people.

#include "extract/owners.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/acting_states.h"
#include "extract/home_owners.h"
#include "extract/named_countries.h"
#include "extract/near_owners.h"
#include "extract/role_holders.h"
#include "extract/state_posts.h"
#include "extract/taken_offices.h"

namespace entente {
namespace {

constexpr std::uint32_t kLongest = 500;  // tokens: a longer sentence is a table or a trap

constexpr std::int32_t kNone = -1;

using Office = std::pair<std::int32_t, std::string>;  // a country and key_of

class OwnerFinder {
 public:
  OwnerFinder(Document& document, const std::vector<LocalEntity>& entities, const Words& words,
              const Gazetteer& gazetteer)
      : document_(document),
        posts_(document, words),
        countries_(document, entities, gazetteer),
        offices_(document, countries_, posts_),
        states_(document, entities),
        near_(document, countries_, posts_, offices_, states_),
        home_(document, countries_, posts_, offices_, states_) {}

  void find() {
    for (const Role& role : document_.roles) {
      if (role.person >= 0 && role.owners.empty() && home_.received_abroad(role))
        received_.insert(holder_of(document_, role).entity);
    }
    find_near();
    find_rivals();
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      Role& role = document_.roles[r];
      if (!lacks_owner(role) || near_.companion_of(role)) continue;
      std::optional<std::uint32_t> owner = near_.owner_in_list(r);
      if (!owner && posts_.of_state(role)) owner = owner_at_home(role);
      if (!owner && posts_.once_of_state(role)) owner = home_.most_told(role);
      if (owner && !near_.guest_of(role, document_.mentions[*owner].entity)) own(role, *owner);
    }
  }

 private:
  // A line of a list says itself whose the post is.
  bool in_list(const Role& role) const {
    return document_.blocks[document_.sentences[holder_of(document_, role).sentence].block].kind ==
           BlockKind::Item;
  }

  bool lacks_owner(const Role& role) const {
    return role.person >= 0 && role.owners.empty() && !in_list(role) &&
           holders_sentence(document_, role).size() <= kLongest &&
           !offices_.country_of_person(holder_of(document_, role).entity);
  }

  static void own(Role& role, std::uint32_t owner) {
    role.owners.push_back(owner);
    role.inferred = true;
  }

  // What the sentence itself and the one before tell of a post decides first. A person who would
  // then be of two countries, and an office of one that would have two holders, get none.
  void find_near() {
    std::map<std::size_t, std::uint32_t> found;                // roles: their owner
    std::map<std::int32_t, std::set<std::int32_t>> countries;  // of a person
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      const Role& role = document_.roles[r];
      if (!lacks_owner(role)) continue;
      const auto owner = near_.owner_near(r);
      if (!owner || near_.guest_of(role, document_.mentions[*owner].entity)) continue;
      found.emplace(r, *owner);
      countries[holder_of(document_, role).entity].insert(document_.mentions[*owner].entity);
    }
    std::map<Office, std::set<std::int32_t>> holders;
    for (const auto& [r, owner] : found)
      holders[{document_.mentions[owner].entity, posts_.key_of(document_.roles[r])}].insert(
          holder_of(document_, document_.roles[r]).entity);
    for (const auto& [r, owner] : found) {
      Role& role = document_.roles[r];
      const Office office{document_.mentions[owner].entity, posts_.key_of(role)};
      const bool doubtful = countries[holder_of(document_, role).entity].size() > 1 ||
                            (posts_.unique(role) && holders[office].size() > 1);
      decided_.emplace(holder_of(document_, role).entity, doubtful ? kNone : office.first);
      if (doubtful) continue;
      own(role, owner);
      offices_.take(office.first, role);
    }
  }

  // Who is named without a country by such an office of a state: of two of them only one can be
  // the home country's, and nothing tells which.
  void find_rivals() {
    for (const Role& role : document_.roles) {
      const std::int32_t person = role.person < 0 ? kNone : holder_of(document_, role).entity;
      if (lacks_owner(role) && posts_.of_state(role) && posts_.unique(role) &&
          !decided_.contains(person) && !received_.contains(person) && !posts_.another_s(role))
        rivals_[posts_.key_of(role)].insert(person);
    }
  }

  bool has_rival(const Role& role, std::int32_t country) const {
    if (!posts_.unique(role)) return false;
    const auto rivals = rivals_.find(posts_.key_of(role));
    if (rivals == rivals_.end()) return false;
    const bool another = std::any_of(rivals->second.begin(), rivals->second.end(), [&](auto one) {
      return one != holder_of(document_, role).entity;
    });
    if (!another) return false;
    // Where the article is about one country and no place abroad is near, they held it one after
    // the other.
    const std::uint32_t s = holder_of(document_, role).sentence;
    if (offices_.names_abroad(holders_sentence(document_, role), role, country) ||
        (s > 0 && offices_.names_abroad(document_.sentences[s - 1].tokens, role, country)))
      return true;
    return std::any_of(countries_.all().begin(), countries_.all().end(), [&](const auto& one) {
      return one.first != country && !offices_.taken(one.first, role) &&
             kByFar * countries_.weight(one.first) > countries_.weight(country);
    });
  }

  // What is not told near it.
  std::optional<std::uint32_t> owner_at_home(const Role& role) const {
    const std::int32_t person = holder_of(document_, role).entity;
    if (posts_.another_s(role) || received_.contains(person)) return std::nullopt;
    const auto owner = home_.owner_at_home(role);
    if (!owner) return owner;
    const std::int32_t country = document_.mentions[*owner].entity;
    const auto decided = decided_.find(person);
    if (decided != decided_.end() ? decided->second != country : has_rival(role, country))
      return std::nullopt;
    return owner;
  }

  Document& document_;
  const StatePosts posts_;
  const NamedCountries countries_;
  TakenOffices offices_;
  const ActingStates states_;
  const NearOwners near_;
  const HomeOwners home_;
  std::map<std::string, std::set<std::int32_t>> rivals_;  // by key_of: who may hold it anywhere
  std::map<std::int32_t, std::int32_t> decided_;  // people: their country by what is near; kNone
  std::set<std::int32_t> received_;               // people who received somebody abroad
};

}  // namespace

void find_owners(Document& document, const std::vector<LocalEntity>& entities, const Words& words,
                 const Gazetteer& gazetteer) {
  OwnerFinder(document, entities, words, gazetteer).find();
}

}  // namespace entente
