#pragma once
// Sentences as the networks learn from them: rows of embedding tables and the right answers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/name_flags.h"
#include "extract/tagger.h"
#include "extract/words.h"

namespace entente {

// A document of one sentence whose tokens are `forms`.
Document document_of(const std::vector<std::string>& forms);
// Instead of cut_words: every token is one word, as in a treebank.
void words_as_tokens(Document& document);

// Appends 32-bit little-endian numbers, for numpy.fromfile.
class Numbers {
 public:
  void add(std::uint32_t value);
  void add_form(std::string_view form, TagLabel label);  // kFormColumns numbers
  void add_flags(const NameFlags& flags);                // kFlagColumns numbers
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace entente
