#pragma once
// The stages that ask a learned model: parts of speech, names, trees. Tested by
// tests/extract/analyse_test.cpp.

#include <filesystem>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/name_tagger.h"
#include "extract/parser.h"
#include "extract/tagger.h"
#include "extract/words.h"

namespace entente {

// data/models. Immutable once loaded.
struct Models {
  explicit Models(const std::filesystem::path& data);  // throws Error naming the file
  Tagger tagger;
  NameTagger names;
  Parser parser;
  TagLabel proper_noun = 0;  // label of a name
};

// Tags of words and tokens, lemmas of tokens. Needs words.
void tag_words(Document& document, const Tagger& tagger, const Words& words);

// Document::guesses. Needs tags.
void guess_names(Document& document, const NameTagger& names, const Words& words,
                 const Gazetteer& gazetteer);

// Heads, relations and better tags; words of the names in `mentions` are proper nouns. Needs tags;
// unless `all`, mentions: only sentences that can state a fact are parsed, those with two words
// that may stand for somebody.
void parse(Document& document, const Models& models, const Words& words, bool all);

}  // namespace entente
