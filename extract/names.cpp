// The network's guesses come first. What they leave of a sentence is cut into runs of capitalised
// words with the small words that names contain ("of the", "and"); a run is cut into segments at
// posts ("Prime Minister"), at known names and after organization words; a segment gets its type
// from what it contains, else from what stands around it, else from the same name elsewhere in the
// article.

#include "extract/names.h"

#include <algorithm>

#include "extract/cut_names.h"
#include "extract/described_papers.h"
#include "extract/guess_repairs.h"
#include "extract/holders.h"
#include "extract/name_tokens.h"
#include "extract/recurring_names.h"
#include "extract/sentence_mentions.h"
#include "extract/token_forms.h"

namespace entente {

void find_names(Document& document, const Words& words, const Gazetteer& gazetteer) {
  document.mentions.clear();
  const TokenForms forms = token_forms(document);
  const SeenForms seen = seen_forms(document, forms);
  const TokenRange whole = {0, static_cast<std::uint32_t>(document.tokens.size())};
  NameTokens tokens{document.tokens, forms, words, gazetteer, seen, whole};

  const std::vector<std::uint32_t> holders = part_holders(document, forms, words, gazetteer);
  repair_guesses(document.guesses, tokens, holders);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    tokens.range = document.sentences[s].tokens;
    SentenceMentions found(tokens, s, document.mentions);
    cut_names(tokens, document.guesses, holders, found);
    find_papers(tokens, found);
  }
  type_recurring_names(document, forms, words, gazetteer);
  std::stable_sort(document.mentions.begin(), document.mentions.end(),
                   [](const Mention& a, const Mention& b) {
                     return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                             : a.tokens.end > b.tokens.end;
                   });
}

}  // namespace entente
