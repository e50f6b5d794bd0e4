#pragma once
// A line of a list of those who took part, read by its commas: "NAME, post and post of the BODY,
// BODY", "BODY: NAME, post", "NAME (BODY)", "BODY post NAME". Such lines are no sentences, so that
// neither tree nor tagger says much of them, but their form does. Tested by
// tests/extract/list_lines_test.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

struct LinePost {
  TokenRange words;                 // "Director of the Institute"
  TokenRange title;                 // "Director", "Senior Director for African Affairs"
  std::string kind;                 // data/words/roles.tsv
  std::optional<TokenRange> owner;  // said in the words of the post: "Institute"
  bool place = false;               // the owner is one by form: "Linz" of "Linz Mayor NAME"
  bool assists = false;             // "Senior Advisor to the President": nobody else's
};

struct ListLine {
  TokenRange opener;               // "Kenya" of "Kenya: NAME, post"; mostly empty
  TokenRange person;               // never empty, without titles
  std::vector<LinePost> posts;     // in order
  std::vector<TokenRange> bodies;  // behind the posts: "National Security Council", "White House"
  bool doubtful = false;           // no post, and nothing but its place says that it is a body
};

// nullopt = the sentence has another form, or its form leaves a doubt. Needs mentions.
std::optional<ListLine> read_list_line(const Document& document, const Words& words,
                                       std::uint32_t sentence);

// Whose line.posts[post] is, in the line's own words; nullopt = it does not say.
std::optional<TokenRange> owner_of(const ListLine& line, std::size_t post);

}  // namespace entente
