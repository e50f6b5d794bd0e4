#pragma once
// Which posts are of a state: "President NAME", not "Chief Minister NAME", who serves a part of
// one, nor "his father, President NAME". Tested by tests/extract/owners_test.cpp.

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

class StatePosts {
 public:
  StatePosts(const Document& document, const Words& words) : document_(document), words_(words) {}

  bool of_state(const Role& role) const;
  bool once_of_state(const Role& role) const;  // "Former Prime Minister NAME"

  // Has a state one of these at a time? Not of "Minister NAME", "Justice NAME".
  bool unique(const Role& role) const;

  // "Congolese President NAME", where the word before is of two countries; "his father, President
  // NAME". REQUIRES: somebody is named with the post.
  bool another_s(const Role& role) const;

  // One post of a state has one holder: heads by their kind, others by their title.
  std::string key_of(const Role& role) const;

  // May the country have such a post? `country`: an id of the gazetteer.
  bool possible(const Role& role, std::string_view country) const {
    return words_.offices.possible(document_.tokens, role.title, country);
  }
  // The ids of the few countries that call a post so, "Taoiseach"; nullptr = many may.
  const std::unordered_set<std::string>* of_few(const Role& role) const {
    return words_.offices.of_few(document_.tokens, role.title);
  }

 private:
  bool justice(const Role& role) const;
  bool reigns(const Role& role) const;
  bool regional(const Role& role) const;

  const Document& document_;
  const Words& words_;
};

}  // namespace entente
