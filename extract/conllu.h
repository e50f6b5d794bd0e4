#pragma once
// Sentences with parts of speech and dependency trees, in the format of Universal Dependencies
// (https://universaldependencies.org/format.html): read for training and measuring, written for
// `entente check --stage parse`. Tested by tests/extract/conllu_test.cpp.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/morphology.h"
#include "extract/words.h"

namespace entente {

struct ConlluToken {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string features;    // "Number=Sing"; "_" = none
  std::uint32_t head = 0;  // counted from 1; 0 = root
  std::string deprel;
  bool glued = false;  // no white space after it
};

struct ConlluSentence {
  std::string document;             // "# newdoc id" that it stands under
  std::string text;                 // "# text"
  bool paragraph = false;           // the first of a paragraph
  std::vector<ConlluToken> tokens;  // syntactic words; ranges and empty nodes are left out
};

// Throws Error naming file and line.
std::vector<ConlluSentence> read_conllu(const std::filesystem::path& file);

// The document's sentences that were parsed.
std::string to_conllu(const Document& document, const Morphology& morphology, const Words& words);

}  // namespace entente
