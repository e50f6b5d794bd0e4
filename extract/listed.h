#pragma once
// Lists of those who took part, as blocks.h finds them: a line that says what they are and the
// Items below it. The posts in the Items, and for whom the words above the list stand. Tested by
// tests/extract/listed_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

struct ListOfPeople {
  std::uint32_t heading = 0;         // sentence above it: "Participants:"
  std::vector<std::uint32_t> lines;  // sentences, never empty
};

// In order.
std::vector<ListOfPeople> find_lists(const Document& document);

// Completes the roles of lists' lines: "NAME, director, the Institute", "Kenya: NAME, Minister of
// Trade", "President of Kenya, NAME". Needs roles.
void find_listed_posts(Document& document, const Words& words);

// Those whom a list names: each line's person, or the country or body that is all of it.
std::vector<Member> listed_members(const Document& document,
                                   const std::vector<LocalEntity>& entities,
                                   const ListOfPeople& list);

// Puts these behind "the following leaders" in the sentence above the list, with a link from the
// words to each name. Needs phrases.
void find_followers(Document& document, const std::vector<LocalEntity>& entities);

// Of lines such as "NAME, the Institute": mentions of the person and of the body.
struct ListedOfBody {
  std::uint32_t person = 0;
  std::uint32_t body = 0;
};
std::vector<ListedOfBody> find_listed_of_bodies(const Document& document);

// Who attended by a list: "Participants in the Vienna Summit:", "Participants in the Vienna Summit
// included NAME and NAME." Where the line above a list names no event, it is the only one of the
// text and of the sentence before.
struct ListedGuest {
  std::uint32_t sentence = 0;  // the guest's line, or the sentence that has all
  std::uint32_t heading = 0;   // the sentence that says "participants"
  TokenRange word;             // "Participants"; where it is one sentence, the guest's own words
  TokenRange event;            // words of the event, in any sentence
  std::int32_t event_entity = -1;
  Member guest;
};
std::vector<ListedGuest> find_listed_guests(const Document& document,
                                            const std::vector<LocalEntity>& entities);

}  // namespace entente
