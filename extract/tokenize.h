#pragma once
// Bytes -> tokens -> sentences, for the Body and Caption blocks of a document.

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "extract/document.h"

namespace entente {

struct Abbreviations {
  std::set<std::string, std::less<>> before_name;  // "mr", "gen", "sen": never end a sentence
  std::set<std::string, std::less<>>
      other;  // "inc", "u.s", "jan": end one only before a clear start
  std::set<std::string, std::less<>>
      before_number;  // "no", "fig": abbreviations only before a number
};
// Reads `data`/words/abbreviations.tsv (columns: form, kind; kind is "title", "other" or "number").
Abbreviations load_abbreviations(const std::filesystem::path& data);

// Fills `tokens`. Universal Dependencies style: "Lam's" -> Lam 's; "don't" -> do n't; hyphenated
// words stay one token ("Jong-un", "one-China", "China-Vietnam"); "U.S.", "Mr.", initials keep
// their full stop; numbers keep separators and decimals ("6,850", "7.6"), "$", "%" stand alone;
// URLs and e-mail addresses are one token; every quote, bracket, dash and other mark is a token of
// its own. Tokens never cross a block. Every byte that is not white space is in exactly one token.
void tokenize(Document& document, const Abbreviations& abbreviations);

// Fills `sentences`: every token is in exactly one; none crosses a block. A closing quote or
// bracket belongs to the sentence it closes. A block end ends a sentence, full stop or not; a line
// break inside a block does not.
void split(Document& document, const Abbreviations& abbreviations);

}  // namespace entente
