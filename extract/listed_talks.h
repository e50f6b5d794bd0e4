#pragma once
// Whom a list joined to somebody else in a talk: "President NAME and her team were joined on the
// call by:" above the names. Tested by tests/extract/listed_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/listed.h"
#include "graph/extraction.h"

namespace entente {

struct ListedTalk {
  std::uint32_t sentence = 0;  // the guest's line
  TokenRange word;             // "joined", in the sentence above the list
  Member host;                 // named or described there
  Member guest;
  bool call = false;  // by phone; else they met
};

std::vector<ListedTalk> find_listed_talks(const Document& document,
                                          const std::vector<LocalEntity>& entities);

}  // namespace entente
