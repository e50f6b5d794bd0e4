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
void find_listed_posts(Document& document);

// Those whom a list names: each line's person, or the country or body that is all of it.
std::vector<Member> listed_members(const Document& document,
                                   const std::vector<LocalEntity>& entities,
                                   const ListOfPeople& list);

// Puts these behind "the following leaders" in the sentence above the list, with a link from the
// words to each name. Needs phrases.
void find_followers(Document& document, const std::vector<LocalEntity>& entities);

// Who attended by a list: "Participants in the Vienna Summit:", "Participants in the Vienna Summit
// included NAME and NAME."
struct ListedGuest {
  std::uint32_t sentence = 0;  // above the list, or the one that has it
  TokenRange word;             // "Participants"; of the latter the guest's own words
  TokenRange event;            // words of the event
  std::int32_t event_entity = -1;
  Member guest;
};
std::vector<ListedGuest> find_listed_guests(const Document& document,
                                            const std::vector<LocalEntity>& entities);

}  // namespace entente
