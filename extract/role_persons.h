#pragma once
// Who is named with a post: "President NAME", "NAME, president of X,", "The chairman of X, NAME,
// said". Tested by tests/extract/phrases_test.cpp.

#include "extract/document.h"
#include "extract/role_names.h"
#include "extract/words.h"

namespace entente {

// Gives a role that has all its words the person named with it, and an owner that stands behind or
// around him: "Prime Minister NAME of Singapore". The roles before it are those of `document`.
void attach_person(Role& role, const Document& document, const Words& words,
                   const RoleNames& names);

// "general secretary of X and president NAME": the first post has the same holder; "NAME, chair and
// founder of X": the same owner. Of the roles of the last sentence that was read.
void attach_lists(Document& document, TokenRange sentence);

}  // namespace entente
