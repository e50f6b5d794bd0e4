#include "extract/read.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "base/files.h"
#include "base/hash.h"
#include "extract/analyse.h"
#include "extract/capitals.h"
#include "extract/ceremonies.h"
#include "extract/conllu.h"
#include "extract/cut_words.h"
#include "extract/delegations.h"
#include "extract/entities.h"
#include "extract/facts.h"
#include "extract/gazetteer.h"
#include "extract/groups.h"
#include "extract/layers.h"
#include "extract/list_names.h"
#include "extract/listed.h"
#include "extract/morphology.h"
#include "extract/name_repairs.h"
#include "extract/names.h"
#include "extract/narrative.h"
#include "extract/owners.h"
#include "extract/pattern.h"
#include "extract/phrases.h"
#include "extract/roles.h"
#include "extract/stays.h"
#include "extract/structure.h"
#include "extract/times.h"
#include "extract/tokenize.h"
#include "extract/words.h"
#include "graph/copies.h"

namespace entente {
namespace {

// Changes when the code reads an article in another way although the data files are the same.
constexpr std::string_view kReaderVersion = "8";

// What copies of a text have in common, whatever stands around it on their pages.
std::string body_of(const Document& document) {
  std::string body;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::Body && block.kind != BlockKind::Item) continue;
    body += slice(document.article.text, block.span);
    body += '\n';
  }
  return body;
}

// Every file below `folder` in order of name, as one hash.
std::string hash_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const char* part : {"gazetteers", "models", "relations", "words"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / part)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  files.push_back(folder / "ontology.toml");
  std::sort(files.begin(), files.end());
  std::uint64_t hash = kFnvBasis;
  for (const std::filesystem::path& file : files) {
    hash = fnv1a(read_file(file), fnv1a(file.filename().string(), hash));
  }
  return to_hex(hash);
}

// Unnamed actors are worth a node only where they do something.
void drop_idle_groups(Extraction& extraction) {
  std::set<std::string_view> acting;
  for (const Fact& fact : extraction.facts) {
    acting.insert(fact.subject);
    acting.insert(fact.object);
    for (const Evidence& evidence : fact.evidence) acting.insert(evidence.said_by);
  }
  std::erase_if(extraction.entities, [&](const LocalEntity& entity) {
    return entity.type == kGroupType && !acting.contains(entity.id);
  });
}

PatternSet compile_all(const Ontology& ontology) {
  PatternSet set = compile_patterns(ontology.relations);
  for (const Pattern& pattern : set.patterns) {
    if (!pattern.structural.empty() && !is_structural_rule(pattern.structural)) {
      throw Error(Fault::Input, Place{pattern.relation->file, 0, 0},
                  "unknown rule \"@" + pattern.structural + "\" of " + pattern.rule);
    }
  }
  return set;
}

}  // namespace

struct Reading {
  Document document;
  Extraction extraction;
  bool parse_all = false;  // also sentences that cannot state a fact
};

struct Reader::Knowledge {
  explicit Knowledge(const std::filesystem::path& data)
      : ontology(load_ontology(data)),
        patterns(compile_all(ontology)),
        words(load_words(data)),
        gazetteer(data),
        models(data),
        abbreviations(load_abbreviations(data)),
        page_words(load_page_words(data)),
        morphology(data),
        version(std::string(kReaderVersion) + "-" + hash_of(data)) {}

  Ontology ontology;
  PatternSet patterns;  // points into ontology
  Words words;
  Gazetteer gazetteer;
  Models models;
  Abbreviations abbreviations;
  std::shared_ptr<const PageWords> page_words;
  Morphology morphology;
  std::string version;

  Reading read(const Document& document, std::string_view last, bool parse_all) const;
};

namespace {

struct Step {
  Stage stage;
  void (*run)(const Reader::Knowledge& knowledge, Reading& reading);
};

const std::vector<Step>& steps() {
  static const std::vector<Step> table = {
      {{"tokenize", "blocks", "tokens"},
       [](const Reader::Knowledge& k, Reading& r) { tokenize(r.document, k.abbreviations); }},
      {{"split", "tokens", "sentences"},
       [](const Reader::Knowledge& k, Reading& r) { split(r.document, k.abbreviations); }},
      {{"words", "sentences", "words"},
       [](const Reader::Knowledge&, Reading& r) { cut_words(r.document); }},
      {{"times", "sentences", "times"},
       [](const Reader::Knowledge&, Reading& r) { find_times(r.document); }},
      {{"tag", "words", "tags"},
       [](const Reader::Knowledge& k, Reading& r) {
         tag_words(r.document, k.models.tagger, k.words);
       }},
      {{"guess", "tags", "guesses"},
       [](const Reader::Knowledge& k, Reading& r) {
         guess_names(r.document, k.models.names, k.words, k.gazetteer);
       }},
      {{"names", "tags times guesses", "mentions"},
       [](const Reader::Knowledge& k, Reading& r) {
         find_names(r.document, k.words, k.gazetteer);
         repair_names(r.document, k.words);
         name_listed(r.document, k.words);
         name_ceremonies(r.document, k.words);
       }},
      {{"groups", "tags mentions", "groups"},
       [](const Reader::Knowledge& k, Reading& r) { find_groups(r.document, k.words); }},
      {{"parse", "tags groups", "trees"},
       [](const Reader::Knowledge& k, Reading& r) {
         parse(r.document, k.models, k.words, r.parse_all);
       }},
      {{"dates", "times trees", "dates"},
       [](const Reader::Knowledge&, Reading& r) { find_times(r.document); }},
      {{"entities", "mentions trees", "entities"},
       [](const Reader::Knowledge& k, Reading& r) {
         find_capitals(r.document, k.gazetteer);
         r.extraction.entities = find_entities(r.document, k.words, k.gazetteer);
       }},
      {{"roles", "tags entities", "roles"},
       [](const Reader::Knowledge& k, Reading& r) {
         find_roles(r.document, k.words);
         find_owners(r.document, r.extraction.entities, k.words, k.gazetteer);
       }},
      {{"phrases", "tags entities roles", "phrases"},
       [](const Reader::Knowledge& k, Reading& r) {
         find_phrases(r.document, r.extraction.entities, k.words);
         find_followers(r.document, r.extraction.entities);
         find_delegations(r.document, r.extraction.entities);
       }},
      {{"facts", "times entities roles phrases trees", "facts"},
       [](const Reader::Knowledge& k, Reading& r) {
         r.extraction.facts =
             find_facts(r.document, r.extraction.entities, k.patterns, k.words, k.gazetteer);
         date_by_narrative(r.document, k.ontology, r.extraction.entities, r.extraction.facts);
         date_stays(r.document, k.ontology, k.gazetteer, r.extraction.entities, r.extraction.facts);
       }},
  };
  return table;
}

}  // namespace

const std::vector<Stage>& stages() {
  static const std::vector<Stage> table = [] {
    std::vector<Stage> all;
    for (const Step& step : steps()) all.push_back(step.stage);
    return all;
  }();
  return table;
}

Reading Reader::Knowledge::read(const Document& document, std::string_view last,
                                bool parse_all) const {
  Reading reading{document, {}, parse_all};
  for (const Step& step : steps()) {
    step.run(*this, reading);
    if (step.stage.name == last) break;
  }
  return reading;
}

Reader::Reader(const std::filesystem::path& data)
    : knowledge_(std::make_unique<const Knowledge>(data)) {}
Reader::~Reader() = default;

const Ontology& Reader::ontology() const { return knowledge_->ontology; }
const std::string& Reader::version() const { return knowledge_->version; }

Document Reader::load(const RawArticle& raw) const {
  return load_document(raw, *knowledge_->page_words);
}

Extraction Reader::read(const Document& document) const {
  Reading reading = knowledge_->read(document, "", false);
  Extraction extraction = std::move(reading.extraction);
  drop_idle_groups(extraction);
  for (const Sentence& sentence : reading.document.sentences) {
    extraction.sentences.push_back(span_of(reading.document, sentence.tokens));
  }
  extraction.sketch = sketch_of(body_of(document));
  return extraction;
}

Document Reader::run(const Document& document, std::string_view last, bool parse_all) const {
  return knowledge_->read(document, last, parse_all).document;
}

std::string Reader::stage_result(const Document& document, std::string_view stage,
                                 bool drawn) const {
  const auto known = [&](const Stage& one) { return one.name == stage; };
  if (std::none_of(stages().begin(), stages().end(), known)) {
    std::string names;
    for (const Stage& one : stages()) names += (names.empty() ? "" : ", ") + std::string(one.name);
    throw Error(Fault::Usage,
                "unknown stage \"" + std::string(stage) + "\"; known stages: " + names);
  }
  const Reading reading = knowledge_->read(document, stage, true);
  if (stage != "parse") return layer_lines(reading.document, reading.extraction, stage);
  return drawn ? drawn_trees(reading.document)
               : to_conllu(reading.document, knowledge_->morphology, knowledge_->words);
}

Reader::Check Reader::check(const Document& document) const {
  Reading reading = knowledge_->read(document, "", false);
  const Document& working = reading.document;
  Check check;
  check.extraction = std::move(reading.extraction);
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
  drop_idle_groups(check.extraction);
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
