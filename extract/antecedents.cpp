#include "extract/antecedents.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/role_holders.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kGovern = {"head-of-state", "head-of-government", "minister", "royal"};
const Strings kNoLeader = {"other", "academic", "media", "business"};
const Strings kEnvoys = {"diplomat", "spokesperson"};
const Strings kHeads = {"head-of-state", "head-of-government"};

bool leads(const Role& role) { return !kNoLeader.contains(role.kind); }

bool better(const Antecedent& a, const Antecedent& b) {
  if (a.sentence != b.sentence) return a.sentence > b.sentence;
  if (a.subject != b.subject) return a.subject;
  return !a.subject && a.token > b.token;  // of two subjects the first
}

}  // namespace

void Antecedents::begin_sentence(std::uint32_t sentence) {
  sentence_ = sentence;
  range_ = document_.sentences[sentence].tokens;
}

void Antecedents::add(const Phrase& phrase, bool verb_before) {
  // Who stands in a list is not whom "he" behind it means.
  if (document_.blocks[document_.sentences[sentence_].block].kind == BlockKind::Item) return;
  const bool acts = finite_follows(phrase.tokens.end);
  const bool subject = is_subject(phrase.tokens, verb_before) && !phrase.possessive;
  for (const Member& member : phrase.members) {
    const std::string& type = entities_[static_cast<std::size_t>(member.entity)].type;
    TokenRange head = member.head;
    if (!member.links.empty()) head = named_at(member);
    const Antecedent seen{member.entity, sentence_, phrase.tokens.begin,
                          head,          subject,   acts && says(phrase.tokens.end)};
    (type == "person" ? people_ : things_).push_back(seen);
  }
}

void Antecedents::add_unnamed(TokenRange phrase, bool verb_before) {
  people_.push_back({-1, sentence_, phrase.begin, phrase, is_subject(phrase, verb_before), false});
}

bool Antecedents::is_subject(TokenRange phrase, bool verb_before) const {
  const bool after_preposition =
      phrase.begin > range_.begin && tokens_[phrase.begin - 1].tag == Tag::Adp;
  return (!verb_before || finite_follows(phrase.end)) && !after_preposition;
}

std::uint32_t Antecedents::past_adverbs(std::uint32_t i) const {
  while (i < range_.end && (tokens_[i].tag == Tag::Adv || tokens_[i].lower == ",")) ++i;
  return i;
}

bool Antecedents::finite_follows(std::uint32_t i) const {
  i = past_adverbs(i);
  return i < range_.end && is_finite(tokens_[i].tag);
}

bool Antecedents::says(std::uint32_t i) const {
  static const Strings kSays = {"say",      "tell",   "add",  "note",
                                "announce", "stress", "warn", "write"};
  i = past_adverbs(i);
  return i < range_.end && kSays.contains(tokens_[i].lemma);
}

// The tokens of the name that a member's link leads to.
TokenRange Antecedents::named_at(const Member& member) const {
  const Span to = member.links.back().to;
  for (const Mention& each : document_.mentions) {
    if (span_of(document_, each.tokens) == to) return each.tokens;
  }
  return member.head;
}

const Antecedent* Antecedents::person_before(std::uint32_t at, bool she) const {
  const Antecedent* best = nullptr;
  for (const Antecedent& seen : people_) {
    if (seen.sentence + 3 < sentence_ || seen.token >= at || !gender_fits(seen.entity, she))
      continue;
    if (best == nullptr || better(seen, *best)) best = &seen;
  }
  if (best != nullptr && best->entity < 0) return nullptr;
  if (!she || best == nullptr || known_woman(best->entity)) return best;
  const auto block = [&](std::uint32_t sentence) { return document_.sentences[sentence].block; };
  for (const Antecedent& seen : people_) {  // rather one whose name says that she is a woman
    const bool near = best->sentence != sentence_ || block(seen.sentence) == block(sentence_);
    if (seen.sentence + 3 >= sentence_ && seen.token < at && near && known_woman(seen.entity))
      best = &seen;
  }
  if (known_woman(best->entity) ||
      document_.sentences[best->sentence].block == document_.sentences[sentence_].block)
    return best;
  // In another paragraph, she may be the woman whom the article is about.
  const bool about_her = std::ranges::any_of(
      people_, [&](const Antecedent& seen) { return seen.token < at && known_woman(seen.entity); });
  return about_her ? nullptr : best;
}

bool Antecedents::known_woman(std::int32_t entity) const {
  if (entity < 0) return false;
  const std::string name = fold(entities_[static_cast<std::size_t>(entity)].name);
  const auto found = words_.genders.find(name.substr(0, name.find(' ')));
  return found != words_.genders.end() && found->second == 'f';
}

bool Antecedents::gender_fits(std::int32_t entity, bool she) const {
  if (entity < 0) return true;
  const std::string name = fold(entities_[static_cast<std::size_t>(entity)].name);
  const std::string first = name.substr(0, name.find(' '));
  if (words_.family_first.contains(first)) return true;
  const auto found = words_.genders.find(first);
  if (found == words_.genders.end()) return true;
  return found->second == (she ? 'f' : 'm') || (found->second != 'f' && found->second != 'm');
}

std::optional<AntecedentPair> Antecedents::they(std::uint32_t at) const {
  if (const auto pair = two_of(people_, sentence_, at)) return pair;
  const auto here = [&](const Antecedent& seen) { return seen.sentence == sentence_; };
  if (std::none_of(people_.begin(), people_.end(), here)) {
    if (const auto pair = two_of(things_, sentence_, at)) return pair;
  }
  if (sentence_ > 0) {
    if (const auto pair = two_of(people_, sentence_ - 1, at)) return pair;
  }
  return last_people(at, leads, 1);
}

// The two of `list` that the sentence names before `at`; nullopt = not two.
std::optional<AntecedentPair> Antecedents::two_of(const std::vector<Antecedent>& list,
                                                  std::uint32_t sentence, std::uint32_t at) const {
  std::vector<Antecedent> found;
  for (const Antecedent& seen : list) {
    if (seen.entity < 0) continue;
    const std::string& type = entities_[static_cast<std::size_t>(seen.entity)].type;
    if (seen.sentence != sentence || seen.token >= at || (type != "person" && type != "country"))
      continue;
    const bool again = std::any_of(found.begin(), found.end(), [&](const Antecedent& other) {
      return other.entity == seen.entity;
    });
    if (!again) found.push_back(seen);
  }
  if (found.size() != 2) return std::nullopt;
  return AntecedentPair{found[0], found[1]};
}

bool Antecedents::has_post(std::int32_t entity, const PostTest& fits) const {
  return entity >= 0 && std::ranges::any_of(document_.roles, [&](const Role& role) {
           return role.person >= 0 &&
                  document_.mentions[static_cast<std::size_t>(role.person)].entity == entity &&
                  fits(role);
         });
}

std::optional<AntecedentPair> Antecedents::two_leaders(const Role& role) const {
  const std::uint32_t at = role.tokens.begin;
  const auto last_word = [&](const Role& post) { return tokens_[post.title.end - 1].lower; };
  const auto same_kind = [&](const Role& post) {
    return post.kind == role.kind || is_counterpart(document_, post);
  };
  const bool leaders = last_word(role) == "leaders";
  if (!leaders && role.kind != "other") return last_people(at, same_kind, 3);
  std::optional<AntecedentPair> pair;
  if (leaders) {
    pair = last_people(
        at, [](const Role& post) { return kHeads.contains(post.kind); }, 3);
    const auto no_envoy = [](const Role& post) {
      return leads(post) && !kEnvoys.contains(post.kind);
    };
    if (!pair) pair = last_people(at, no_envoy, 3);
  } else {
    pair = last_people(at, leads, 3);
  }
  return pair ? pair : leading_people(at);
}

// The two people with such a post who were named last, in this sentence and the `back` before, of
// different countries where these are known.
std::optional<AntecedentPair> Antecedents::last_people(std::uint32_t at, const PostTest& fits,
                                                       std::uint32_t back) const {
  // Who is alone in this sentence does something to the two.
  const bool alone = people_since(at, sentence_) == 1;
  std::vector<Antecedent> last;
  for (auto seen = people_.rbegin(); seen != people_.rend() && last.size() < 2; ++seen) {
    if (seen->sentence == sentence_ && (seen->speaks || alone)) continue;
    if (seen->token >= at || seen->sentence + back < sentence_ || !has_post(seen->entity, fits))
      continue;
    const bool again = std::any_of(last.begin(), last.end(), [&](const Antecedent& other) {
      return other.entity == seen->entity || same_country(other.entity, seen->entity);
    });
    if (!again) last.push_back(*seen);
  }
  if (last.size() < 2) return std::nullopt;
  if (back == 1 && people_since(at, sentence_ == 0 ? 0 : sentence_ - 1) > 2) return std::nullopt;
  return AntecedentPair{last[1], last[0]};
}

// The two people with posts, of two countries, of whom the article speaks most by far.
std::optional<AntecedentPair> Antecedents::leading_people(std::uint32_t at) const {
  std::map<std::int32_t, Antecedent> latest;
  for (const Antecedent& seen : people_) {
    if (seen.speaks && seen.sentence == sentence_)
      latest.erase(seen.entity);
    else if (seen.token < at && has_post(seen.entity, leads))
      latest[seen.entity] = seen;
  }
  std::vector<Antecedent> all;
  all.reserve(latest.size());
  for (const auto& [entity, seen] : latest) all.push_back(seen);
  const auto mentions = [&](const Antecedent& seen) {
    return entities_[static_cast<std::size_t>(seen.entity)].mentions;
  };
  std::stable_sort(all.begin(), all.end(), [&](const Antecedent& a, const Antecedent& b) {
    return mentions(a) > mentions(b);
  });
  if (all.size() < 2 || same_country(all[0].entity, all[1].entity)) return std::nullopt;
  if (all.size() > 2 && mentions(all[1]) < 2 * mentions(all[2])) return std::nullopt;
  if (all[0].token > all[1].token) std::swap(all[0], all[1]);
  return AntecedentPair{all[0], all[1]};
}

std::size_t Antecedents::people_since(std::uint32_t at, std::uint32_t sentence) const {
  std::set<std::int32_t> all;
  for (const Antecedent& seen : people_) {
    if (seen.sentence >= sentence && seen.token < at) all.insert(seen.entity);
  }
  return all.size();
}

bool Antecedents::same_country(std::int32_t a, std::int32_t b) const {
  const std::int32_t country = countries_[static_cast<std::size_t>(a)];
  return country >= 0 && country == countries_[static_cast<std::size_t>(b)];
}

std::optional<AntecedentPair> Antecedents::last_pair_of(const std::string& type) const {
  std::map<std::int32_t, Antecedent> latest;
  for (const Antecedent& seen : things_) {
    if (entities_[static_cast<std::size_t>(seen.entity)].type == type && !only_place(seen))
      latest[seen.entity] = seen;
  }
  std::vector<Antecedent> pair;
  pair.reserve(latest.size());
  for (const auto& [entity, seen] : latest) pair.push_back(seen);
  std::sort(pair.begin(), pair.end(),
            [](const Antecedent& a, const Antecedent& b) { return a.token > b.token; });
  const bool just_told = pair.size() > 1 && pair[1].sentence + 1 >= sentence_;
  if (type == "country" && !just_told) {
    if (const auto pair_of_people = represented_pair()) return pair_of_people;
  }
  if (pair.size() > 2) {
    const auto count = [&](const Antecedent& seen) {
      return entities_[static_cast<std::size_t>(seen.entity)].mentions;
    };
    std::vector<Antecedent> top = pair;
    std::stable_sort(top.begin(), top.end(),
                     [&](const Antecedent& a, const Antecedent& b) { return count(a) > count(b); });
    const bool clear = count(top[1]) >= 2 * count(top[2]);
    const bool recent = pair[1].sentence + 1 >= sentence_ && pair[2].sentence + 1 < sentence_;
    if (!clear && !recent) return std::nullopt;
    if (clear) pair = top;
    pair.resize(2);
  }
  if (pair.size() < 2) return std::nullopt;
  if (pair[0].token > pair[1].token) std::swap(pair[0], pair[1]);
  return AntecedentPair{pair[0], pair[1]};
}

// "the foreign ministers of" before a token
bool Antecedents::people_of(std::uint32_t token) const {
  if (token > 0 && tokens_[token - 1].lower == "the") --token;
  return token > 1 && tokens_[token - 1].lower == "of" &&
         std::ranges::any_of(document_.roles, [&](const Role& role) {
           return role.plural && role.title.end + 1 == token;
         });
}

// The last phrase of so many members, in this sentence or the `back` before.
std::vector<Antecedent> Antecedents::last_row(std::size_t number, std::uint32_t back,
                                              bool people) const {
  const std::uint32_t first = sentence_ > back ? sentence_ - back : 0;
  for (auto phrase = document_.phrases.rbegin(); phrase != document_.phrases.rend(); ++phrase) {
    if (phrase->tokens.begin < document_.sentences[first].tokens.begin) break;
    const bool of_people = people_of(phrase->tokens.begin);
    const bool fits = std::ranges::all_of(phrase->members, [&](const Member& member) {
      const std::string& type = entities_[static_cast<std::size_t>(member.entity)].type;
      return people ? type == "person" || (type == "country" && of_people)
                    : type == "country" || type == "organization";
    });
    if (phrase->members.size() != number || !fits) continue;
    std::vector<Antecedent> row;
    for (const Member& member : phrase->members) {
      row.push_back({member.entity, sentence_of(document_, phrase->tokens.begin),
                     phrase->tokens.begin, member.links.empty() ? member.head : named_at(member)});
    }
    return row;
  }
  return {};
}

std::vector<Antecedent> Antecedents::row_of_people(std::size_t number) const {
  return last_row(number, 3, true);
}

std::vector<Antecedent> Antecedents::row_of_states(std::size_t number) const {
  if (std::vector<Antecedent> row = last_row(number, number == 2 ? 1 : 3, false); !row.empty())
    return row;
  if (number == 2) return {};  // last_pair_of knows more
  std::map<std::int32_t, Antecedent> states;
  for (const Antecedent& seen : things_) {
    if (entities_[static_cast<std::size_t>(seen.entity)].type == "country" && !only_place(seen))
      states.emplace(seen.entity, seen);
  }
  if (states.size() != number) return {};
  std::vector<Antecedent> row;
  for (const auto& [entity, seen] : states) row.push_back(seen);
  std::ranges::sort(row, {}, &Antecedent::token);
  return row;
}

// "took place in Luxembourg": where something was, no party to it.
bool Antecedents::only_place(const Antecedent& seen) const {
  return seen.token > 0 && tokens_[seen.token - 1].lower == "in";
}

const Antecedent* Antecedents::last_agreement() const {
  const auto paper = [](const LocalEntity& entity) { return entity.type == "agreement"; };
  const bool only = std::count_if(entities_.begin(), entities_.end(), paper) == 1;
  for (auto seen = things_.rbegin(); seen != things_.rend(); ++seen) {
    if (paper(entities_[static_cast<std::size_t>(seen->entity)]) &&
        (only || seen->sentence + 4 >= sentence_))
      return &*seen;
  }
  return nullptr;
}

// The two countries, no more, whose leaders or ministers the lead names.
std::optional<AntecedentPair> Antecedents::represented_pair() const {
  constexpr std::uint32_t lead = 2;  // sentences
  std::map<std::int32_t, Antecedent> countries;
  for (const Role& role : document_.roles) {
    if (role.tokens.begin >= range_.begin) break;
    const bool governs = kGovern.contains(role.kind) || is_counterpart(document_, role);
    if (role.person < 0 || role.inferred || role.owners.empty() || !governs) continue;
    const Mention& owner = document_.mentions[role.owners.front()];
    if (owner.sentence >= lead) break;
    if (owner.type != "country" || owner.entity < 0) continue;
    countries[owner.entity] = {owner.entity, owner.sentence, owner.tokens.begin, owner.tokens,
                               false};
  }
  if (countries.size() != 2) return std::nullopt;
  AntecedentPair pair{countries.begin()->second, std::next(countries.begin())->second};
  if (pair.first.token > pair.second.token) std::swap(pair.first, pair.second);
  return pair;
}

}  // namespace entente
