#include "extract/read.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/files.h"
#include "extract/entities.h"
#include "extract/facts.h"
#include "extract/gazetteer.h"
#include "extract/names.h"
#include "extract/pattern.h"
#include "extract/phrases.h"
#include "extract/roles.h"
#include "extract/structure.h"
#include "extract/tagger.h"
#include "extract/times.h"
#include "extract/tokenize.h"
#include "extract/words.h"

namespace entente {
namespace {

// Changes when the code reads an article in another way although the data files are the same.
constexpr std::string_view kReaderVersion = "1";

// Every file below `folder` in order of name, as one number.
std::string hash_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const char* part : {"gazetteers", "models", "relations", "words"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / part)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  files.push_back(folder / "ontology.toml");
  std::sort(files.begin(), files.end());
  std::uint64_t hash = 1469598103934665603ULL;
  const auto add = [&](std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  for (const std::filesystem::path& file : files) {
    add(file.filename().string());
    add(read_file(file));
  }
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 15U];
  return hex;
}

std::vector<Pattern> compile_all(const Ontology& ontology) {
  std::vector<Pattern> patterns;
  for (const Relation& relation : ontology.relations) {
    for (Pattern& pattern : compile_patterns(relation)) {
      if (!pattern.structural.empty() && !is_structural_rule(pattern.structural)) {
        throw Error(Fault::Input, Place{relation.file, 0, 0},
                    "unknown rule \"@" + pattern.structural + "\" of " + pattern.rule);
      }
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

}  // namespace

struct Reader::Knowledge {
  explicit Knowledge(const std::filesystem::path& data)
      : ontology(load_ontology(data)),
        patterns(compile_all(ontology)),
        words(load_words(data)),
        gazetteer(data),
        tagger(data / "models" / "tagger.bin"),
        abbreviations(load_abbreviations(data)),
        page_words(load_page_words(data)),
        version(std::string(kReaderVersion) + "-" + hash_of(data)) {}

  Ontology ontology;
  std::vector<Pattern> patterns;  // point into ontology
  Words words;
  Gazetteer gazetteer;
  Tagger tagger;
  Abbreviations abbreviations;
  std::shared_ptr<const PageWords> page_words;
  std::string version;

  // The stages, in order; each fills the layers that its header names.
  Extraction read(Document& document) const {
    tokenize(document, abbreviations);
    split(document, abbreviations);
    find_times(document);
    analyse(document, tagger, words);
    find_names(document, words, gazetteer);
    analyse(document, tagger, words);
    Extraction extraction;
    extraction.entities = find_entities(document, words, gazetteer);
    find_roles(document, words);
    find_phrases(document, extraction.entities, words);
    extraction.facts = find_facts(document, extraction.entities, patterns);
    return extraction;
  }
};

Reader::Reader(const std::filesystem::path& data)
    : knowledge_(std::make_unique<const Knowledge>(data)) {}
Reader::~Reader() = default;

const Ontology& Reader::ontology() const { return knowledge_->ontology; }
const std::string& Reader::version() const { return knowledge_->version; }

Document Reader::load(const RawArticle& raw) const {
  return load_document(raw, *knowledge_->page_words);
}

Extraction Reader::read(const Document& document) const {
  Document working = document;
  return knowledge_->read(working);
}

Reader::Check Reader::check(const Document& document) const {
  Document working = document;
  Check check;
  check.extraction = knowledge_->read(working);
  for (const Mention& mention : working.mentions) {
    const std::string entity =
        mention.entity < 0 ? ""
                           : check.extraction.entities[static_cast<std::size_t>(mention.entity)].id;
    check.names.push_back({span_of(working, mention.tokens), mention.type, entity, mention.how});
  }
  for (const Phrase& phrase : working.phrases) {
    for (const Member& member : phrase.members) {
      if (member.links.empty()) continue;
      const LocalEntity& entity =
          check.extraction.entities[static_cast<std::size_t>(member.entity)];
      check.names.push_back(
          {span_of(working, member.head), entity.type, entity.id, member.links.front().rule});
    }
  }
  std::stable_sort(check.names.begin(), check.names.end(),
                   [](const Check::Name& a, const Check::Name& b) { return a.span < b.span; });
  for (const TimeMention& time : working.times)
    check.times.push_back({span_of(working, time.tokens), time.when});
  for (const Sentence& sentence : working.sentences) {
    const Span span = span_of(working, sentence.tokens);
    const bool stated =
        std::any_of(check.extraction.facts.begin(), check.extraction.facts.end(),
                    [&](const Fact& fact) { return fact.evidence.front().sentence == span; });
    std::size_t actors = 0;
    for (const Phrase& phrase : working.phrases) {
      if (sentence.tokens.begin <= phrase.tokens.begin && phrase.tokens.end <= sentence.tokens.end)
        actors += phrase.members.size();
    }
    const bool verb = std::any_of(working.tokens.begin() + sentence.tokens.begin,
                                  working.tokens.begin() + sentence.tokens.end,
                                  [](const Token& token) { return is_verb(token.tag); });
    if (!stated && actors >= 2 && verb) check.without_facts.push_back(span);
  }
  return check;
}

}  // namespace entente
