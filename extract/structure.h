#pragma once
// Facts that lie in how a name or a noun phrase is built rather than in a verb; relation files ask
// for them as "@NAME", each with the file that reads it:
//   @title        "Chinese President NAME": holds-position (held_posts.h)
//   @apposition   "NAME, head of the ...": holds-position (held_posts.h)
//   @predicate    "NAME is head of the ...", "was elected president of": holds-position
//                 (predicate_posts.h)
//   @affiliation  "NAME of the ... Party", "Democratic Senator NAME", "NAME of the Institute":
//                 member-of (affiliations.h)
//   @inside       "Communist Party of Vietnam Central Committee": part-of the party; "Vietnamese
//                 National Assembly": of the country (parts.h)
//   @owner        "Vietnam's National Assembly": part-of (parts.h)
//   @within       "the College at the University": part-of (seats.h)
//   @seat         "Great Hall of the People in Beijing", "Beijing, China": located-in (seats.h)
//   @backed       "the Kenyan-backed rebels" (facts.cpp)
//   @presence     "NAME met NAME in CITY", "NAME said in CITY": who comes from elsewhere visited it
//                 (facts.cpp)
//   @kin          "NAME and his wife NAME", "NAME came with his wife, NAME": spouse-of (between.h)
//   @settlement   "Kenya's capital, NAME": located-in (between.h)
//   @alliance     "Kenya's ally NAME", "Kenya, an ally of NAME": partners-with (between.h)
//   @membership   "NATO members NAME and NAME": member-of (between.h)
//   @listed       "Participants in the Summit:" above a list of names: attended (listed.h)
//   @listed-meeting, @listed-call
//                 "NAME and his team were joined on the call by:" above a list (listed_talks.h)
// Tested by tests/extract/facts_test.cpp.

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

// What a structural rule found, in tokens; `title` only of posts.
struct StructuralFact {
  std::uint32_t sentence = 0;
  std::int32_t subject = -1;  // entities
  std::int32_t object = -1;
  TokenRange subject_words;
  TokenRange object_words;
  TokenRange trigger;
  TokenRange former;  // "former" where it stands apart from the title; mostly empty
  TokenRange title;
  std::vector<Link> links;  // from `object_words` to the name, where they do not name the object
  double confidence = 0.9;
  Status status = Status::Happened;
};

// Of two names.
StructuralFact fact_of(const Document& document, const Mention& subject, const Mention& object,
                       TokenRange trigger, double confidence);

// Is there a structural rule of this name?
bool is_structural_rule(std::string_view name);

std::vector<StructuralFact> find_structural(const Document& document,
                                            const std::vector<LocalEntity>& entities,
                                            const Words& words, std::string_view rule);

}  // namespace entente
