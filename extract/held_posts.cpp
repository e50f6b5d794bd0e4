#include "extract/held_posts.h"

#include <optional>
#include <string>

#include "extract/capitals.h"
#include "extract/role_holders.h"
#include "extract/role_kinds.h"

namespace entente {
namespace {

class HeldPosts {
 public:
  HeldPosts(const Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        kinds_(document, entities, words) {}

  std::vector<StructuralFact> find(bool before) {
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      const Role& role = document_.roles[r];
      if (role.person < 0 || role.owners.empty()) continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      if (before != (person.tokens.begin >= role.tokens.end) || person.entity < 0) continue;
      const Mention& owner = document_.mentions[role.owners.front()];
      const std::optional<TokenRange> title = title_of(r);
      if (owner.entity < 0 || !title || kinds_.seat_of_party(role, owner) || kinds_.seeks(role))
        continue;
      // "Kenyan businessman NAME": of that country, but no post of it
      const bool counterpart = title->begin != role.title.begin;
      if (kinds_.seat_from(role, owner) || kinds_.continental(role, owner) || shared_by_list(r))
        continue;
      const bool land = type(owner) == "country" ||
                        (type(owner) == "place" && owner.tokens.end <= role.title.begin);
      if (land && !counterpart && kinds_.private_kind(role)) continue;
      StructuralFact fact;
      fact.sentence = person.sentence;
      fact.subject = person.entity;
      fact.object = owner.entity;
      fact.subject_words = person.tokens;
      fact.object_words = owner.tokens;
      fact.trigger = role.title;
      fact.title = *title;
      if (const auto word = kinds_.former_word(role); word && *word < title->begin)
        fact.former = {*word, *word + 1};  // "former Kenyan president NAME"
      // "NAME, formerly the president and director of X"
      if (r > 0 && !kinds_.former(role)) {
        const Role& first = document_.roles[r - 1];
        const auto word = kinds_.former_word(first);
        if (word && first.person == role.person && first.tokens.end + 1 == role.tokens.begin &&
            tokens_[first.tokens.end].lower == "and")
          fact.former = {*word, *word + 1};
      }
      fact.confidence = 0.95;
      fact.links = capital_links(document_, owner);
      if (role.inferred) {
        fact.object_words = role.title;
        fact.links.push_back(
            {span_of(document_, role.title), span_of(document_, owner.tokens), "owner"});
        fact.confidence = 0.8;
      }
      facts_.push_back(fact);
    }
    return std::move(facts_);
  }

 private:
  // "a footballer and MP from the Labour Party", "a developer and Labour Party treasurer": only the
  // MP and the treasurer are of the party.
  bool shared_by_list(std::size_t r) const {
    const Role& role = document_.roles[r];
    if (r + 1 >= document_.roles.size()) return false;
    const Role& next = document_.roles[r + 1];
    if (next.owners != role.owners || role.tokens.end + 1 != next.tokens.begin ||
        tokens_[role.tokens.end].lower != "and")
      return false;
    const TokenRange owner = document_.mentions[role.owners.front()].tokens;
    const bool before_next = next.tokens.begin <= owner.begin && owner.end <= next.title.begin;
    return before_next || (role.kind == "other" && next.kind == "legislator");
  }

  // The words of the post; of "his Kenyan counterpart NAME" those of whose counterpart he is.
  std::optional<TokenRange> title_of(std::size_t r) const {
    const auto post = post_of(document_, r);
    return post ? std::optional(document_.roles[*post].title) : std::nullopt;
  }

  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const RoleKinds kinds_;
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_held_posts(const Document& document,
                                            const std::vector<LocalEntity>& entities,
                                            const Words& words, bool before) {
  return HeldPosts(document, entities, words).find(before);
}

}  // namespace entente
