#pragma once
// Texts with marked names: the formats of the corpora and of data/annotations.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/load.h"
#include "extract/name_tagger.h"

namespace entente {

// Words with labels "B-PER", "I-PER", "O"; an I- that follows nothing of its type begins a name.
struct LabelledSentence {
  std::vector<std::string> forms;
  std::vector<std::string> labels;

  struct Name {  // words [begin, end)
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string type;
  };
  std::vector<Name> names() const;  // a type "O" ("B-O" of a careless annotator) is none
};

// Lines of number, word and label; an empty line ends a sentence. Throws Error naming the line.
std::vector<LabelledSentence> read_iob2(const std::filesystem::path& file);
// Re-DocRED: sentences of words, and entities with their mentions. Throws Error.
std::vector<LabelledSentence> read_redocred(const std::filesystem::path& file);

struct AnnotatedName {
  Span span;  // bytes
  NameType type;
};
struct AnnotatedArticle {
  RawArticle raw;
  std::vector<AnnotatedName> title;
  std::vector<AnnotatedName> text;
};
// data/annotations/names.tsv and the articles that it speaks of, by url. Of every `of` articles the
// one numbered `nth` from 0. Throws Error naming the line.
std::vector<AnnotatedArticle> read_annotations(const std::filesystem::path& annotations,
                                               const std::filesystem::path& articles,
                                               std::size_t nth, std::size_t of);

}  // namespace entente
