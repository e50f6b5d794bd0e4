#pragma once
// Who of an article's people holds the post that a description names: "the Kenyan premier" is the
// one who is named with such a post somewhere in it. Tested by tests/extract/phrases_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "graph/extraction.h"

namespace entente {

class PostHolders {
 public:
  // `countries`: of each entity, as find_countries tells them. What is given must outlive it.
  PostHolders(const Document& document, const std::vector<LocalEntity>& entities,
              const std::vector<std::int32_t>& countries)
      : document_(document), tokens_(document.tokens), entities_(entities), countries_(countries) {}

  // Exactly one person, by a mention that has an entity; nullptr = nobody, or several.
  const Mention* holder_of(const Role& role) const;

 private:
  std::vector<const Mention*> holders(const Role& role, bool of_country) const;
  const Mention* told_most(std::vector<const Mention*> people) const;
  const Mention* leader_of(std::int32_t country) const;
  std::vector<const Mention*> with_post(std::int32_t country, bool inferred,
                                        std::string_view kind) const;
  bool same_post(const Role& a, const Role& b) const;
  bool same_rank(const Role& a, const Role& b) const;
  bool is_deputy(const Role& role) const;
  const std::string& post_word(const Role& role) const;
  bool words_within(TokenRange part, TokenRange whole) const;
  std::int32_t owner_country(const Role& role) const;

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const std::vector<std::int32_t>& countries_;
};

}  // namespace entente
