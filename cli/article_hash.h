#pragma once
// A fingerprint of what came in, to tell an article that changed from one that is as before.

#include <string>

#include "extract/load.h"

namespace entente {

// 16 hex digits, of the raw bytes and of what the record says; not of the day on which a crawler
// came by, since the same page may be fetched many times.
std::string hash_of(const RawArticle& raw);

}  // namespace entente
