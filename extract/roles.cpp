// A post is a phrase of data/words/roles.tsv, grown to the left over its modifiers, its owner
// ("Chinese", "Vietnam's", "Foreign Ministry") and an article, and to the right over "of", "at",
// "for" and an owner.

#include "extract/roles.h"

#include <algorithm>
#include <string>

#include "extract/listed.h"
#include "extract/role_extent.h"
#include "extract/role_lists.h"
#include "extract/role_names.h"
#include "extract/role_persons.h"

namespace entente {

void find_roles(Document& document, const Words& words) {
  const std::vector<Token>& tokens = document.tokens;
  document.roles.clear();
  RoleNames names(document);
  for (const Sentence& sentence : document.sentences) {
    const TokenRange range = sentence.tokens;
    names.range = range;
    for (std::uint32_t i = range.begin; i < range.end;) {
      const auto match =
          names.inside[i] ? std::nullopt : words.roles.find(tokens, i, names.next_name(i));
      const bool verb = match && match->length == 1 && is_verb(tokens[i].tag) &&
                        tokens[i].tag != Tag::Participle &&
                        tokens[i].lower.find('-') == std::string::npos;  // "president-elect"
      const bool part_of_compound =
          match && match->length == 1 && i + 1 < range.end && tokens[i + 1].lower == "-";
      const std::uint32_t after = match ? i + match->length : i;  // "his first official visit"
      const bool modifies = match && after < range.end && !names.inside[after] &&
                            tokens[after].tag == Tag::Noun &&
                            !words.roles.find(tokens, after, range.end);
      // "deputy health minister" is one post.
      const bool before_post = match && match->length == 1 && after < range.end &&
                               words.role_modifiers.contains(tokens[i].lower) &&
                               words.roles.find(tokens, after, names.next_name(after));
      // "CMS" is no plural of "CM".
      const bool acronym = match && match->length == 1 && names.names_in_capitals(i) &&
                           match->value->back() == Words::kPlural;
      if (!match || verb || part_of_compound || modifies || before_post || acronym) {
        ++i;
        continue;
      }
      Role role;
      role.plural = match->value->back() == Words::kPlural;
      role.kind = match->value->substr(0, match->value->size() - (role.plural ? 1 : 0));
      role.title = {i, i + match->length};
      role.tokens = role.title;
      grow_role(role, document, words, names);
      attach_person(role, document, words, names);
      i = std::max(role.tokens.end, i + 1);
      document.roles.push_back(std::move(role));
    }
    attach_lists(document, range);
  }
  split_role_lists(document, words);
  find_listed_posts(document, words);
}

}  // namespace entente
