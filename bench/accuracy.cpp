// How well English is read: tags, lemmas, trees, tuples and names, against treebanks and annotated
// names. Run by bench/accuracy.
//   accuracy DATA_FOLDER FILE.conllu | FILE.iob2 | --annotations NAMES.tsv ARTICLES.jsonl NTH/OF
//   ...

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "bench/score.h"
#include "extract/analyse.h"
#include "extract/conllu.h"
#include "extract/cut_words.h"
#include "extract/glyph.h"
#include "extract/load.h"
#include "extract/names.h"
#include "extract/times.h"
#include "extract/tokenize.h"
#include "train/annotations.h"
#include "train/examples.h"

namespace {

using namespace entente;

struct Tools {
  explicit Tools(const std::filesystem::path& data)
      : words(load_words(data)),
        gazetteer(data),
        abbreviations(load_abbreviations(data)),
        page_words(load_page_words(data)),
        models(data) {}
  Words words;
  Gazetteer gazetteer;
  Abbreviations abbreviations;
  std::shared_ptr<const PageWords> page_words;
  Models models;
};

// Where each byte of `text` lies when white space is left out.
std::vector<std::size_t> without_spaces(std::string_view text) {
  std::vector<std::size_t> at(text.size() + 1, 0);
  for (std::size_t i = 0; i < text.size(); ++i)
    at[i + 1] = at[i] + (text[i] == ' ' || text[i] == '\n' ? 0 : 1);
  return at;
}

std::vector<ScoredSentence> scored(const Document& document, const Words& words) {
  const std::vector<std::size_t> at = without_spaces(document.article.text);
  std::vector<ScoredSentence> sentences;
  for (const Sentence& sentence : document.sentences) {
    sentences.emplace_back();
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      const Word& word = document.words[w];
      const std::string form(slice(document.article.text, word.span));
      const std::string lemma =
          word.tag == Tag::Propn ? form : lemma_of(lower_token(form), word.tag, words);
      const bool top = word.head == w || word.head == kNotParsed;
      sentences.back().push_back({at[word.span.begin], at[word.span.end], form,
                                  std::string(upos(word.tag)), std::string(penn_name(word.penn)),
                                  lemma, top ? 0 : word.head - sentence.words.begin + 1,
                                  std::string(to_string(word.deprel))});
    }
  }
  return sentences;
}

// The sentences' text, and their words in it.
std::string text_of(const std::vector<ConlluSentence>& sentences,
                    std::vector<ScoredSentence>& gold) {
  std::string text;
  std::size_t at = 0;
  for (const ConlluSentence& sentence : sentences) {
    if (!text.empty()) text += sentence.paragraph ? "\n\n" : " ";
    gold.emplace_back();
    for (const ConlluToken& token : sentence.tokens) {
      text += token.form;
      if (!token.glued) text += ' ';
      std::size_t size = 0;
      for (const char c : token.form) size += c == ' ' ? 0 : 1;
      gold.back().push_back({at, at + size, token.form, token.upos, token.xpos, token.lemma,
                             token.head, token.deprel});
      at += size;
    }
  }
  return text;
}

void print(const TreeScores& scores, const std::string& title) {
  fmt::print(
      "{}\n  words {:.2f}  sentences {:.2f}  UPOS {:.2f}  XPOS {:.2f}  lemma {:.2f}  UAS "
      "{:.2f}  LAS {:.2f}\n  tuples {:.1f} of {}, with a name {:.1f} of {}\n ",
      title, scores.words.f1(), scores.sentences.f1(), scores.upos.f1(), scores.xpos.f1(),
      scores.lemma.f1(), scores.uas.f1(), scores.las.f1(), scores.tuples.f1(), scores.tuples.gold,
      scores.named_tuples.f1(), scores.named_tuples.gold);
  for (const char* relation : {"nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "compound",
                               "flat", "acl", "advcl", "ccomp", "xcomp", "case", "punct"}) {
    const auto found = scores.relations.find(relation);
    if (found != scores.relations.end()) fmt::print(" {} {:.1f}", relation, found->second.f1());
  }
  fmt::print("\n");
}

void measure_trees(const Tools& tools, const std::filesystem::path& file) {
  const std::vector<ConlluSentence> sentences = read_conllu(file);
  TreeScores by_tokens;
  std::map<std::string, std::vector<ConlluSentence>> documents;
  std::vector<std::string> order;
  for (const ConlluSentence& sentence : sentences) {
    if (!documents.contains(sentence.document)) order.push_back(sentence.document);
    documents[sentence.document].push_back(sentence);
    std::vector<ScoredSentence> gold;
    text_of({sentence}, gold);
    std::vector<std::string> forms;
    for (const ConlluToken& token : sentence.tokens) forms.push_back(token.form);
    Document document = document_of(forms);
    words_as_tokens(document);
    tag_words(document, tools.models.tagger, tools.words);
    parse(document, tools.models, tools.words, true);
    by_tokens.add(gold, scored(document, tools.words));
  }
  print(by_tokens, file.filename().string() + ", its tokens");
  TreeScores by_text;
  TreeScores news;
  for (const std::string& id : order) {
    std::vector<ScoredSentence> gold;
    Document document;
    document.article.text = text_of(documents[id], gold);
    const std::string& text = document.article.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      document.blocks.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           BlockKind::Body,
           ""});
      begin = end + 2;
    }
    tokenize(document, tools.abbreviations);
    split(document, tools.abbreviations);
    cut_words(document);
    tag_words(document, tools.models.tagger, tools.words);
    parse(document, tools.models, tools.words, true);
    const std::vector<ScoredSentence> found = scored(document, tools.words);
    by_text.add(gold, found);
    if (id.find("_news_") != std::string::npos) news.add(gold, found);
  }
  print(by_text, file.filename().string() + ", raw text");
  if (news.words.gold > 0) print(news, file.filename().string() + ", raw text, news only");
}

void print(const NameScores& scores, const std::string& title) {
  fmt::print("{}\n  F1 {:.1f} (precision {:.1f}, recall {:.1f})  spans {:.1f} \n ", title,
             scores.all.f1(),
             100.0 * static_cast<double>(scores.all.right) /
                 static_cast<double>(std::max<std::size_t>(scores.all.found, 1)),
             100.0 * static_cast<double>(scores.all.right) /
                 static_cast<double>(std::max<std::size_t>(scores.all.gold, 1)),
             scores.spans.f1());
  for (const auto& [type, counts] : scores.types)
    fmt::print(" {} {:.1f} of {},", type, counts.f1(), counts.gold);
  fmt::print("\n");
}

std::string coarse(std::string_view type) {
  if (type == "person") return "PER";
  if (type == "country" || type == "place") return "LOC";
  if (type == "organization" || type == "party") return "ORG";
  return "";
}

void measure_iob2(const Tools& tools, const std::filesystem::path& file) {
  NameScores scores;
  for (const LabelledSentence& sentence : read_iob2(file)) {
    Document document = document_of(sentence.forms);
    words_as_tokens(document);
    tag_words(document, tools.models.tagger, tools.words);
    guess_names(document, tools.models.names, tools.words, tools.gazetteer);
    std::set<ScoredName> gold;
    for (const LabelledSentence::Name& name : sentence.names()) {
      if (name.type == "PER" || name.type == "LOC" || name.type == "ORG")
        gold.insert({name.begin, name.end, name.type});
    }
    std::set<ScoredName> found;
    for (const Guess& guess : document.guesses) {
      if (const std::string type = coarse(guess.type); !type.empty())
        found.insert({guess.tokens.begin, guess.tokens.end, type});
    }
    scores.add(gold, found);
  }
  print(scores, file.filename().string() + ", its tokens: PER, LOC, ORG");
}

void measure_annotations(const Tools& tools, const std::filesystem::path& annotations,
                         const std::filesystem::path& articles, std::size_t nth, std::size_t of) {
  NameScores network;
  NameScores program;
  for (const AnnotatedArticle& article : read_annotations(annotations, articles, nth, of)) {
    Document document = load_document(article.raw, *tools.page_words);
    tokenize(document, tools.abbreviations);
    split(document, tools.abbreviations);
    cut_words(document);
    find_times(document);
    tag_words(document, tools.models.tagger, tools.words);
    guess_names(document, tools.models.names, tools.words, tools.gazetteer);
    find_names(document, tools.words, tools.gazetteer);
    const auto in_body = [&](Span span) {
      return std::any_of(document.sentences.begin(), document.sentences.end(),
                         [&](const Sentence& sentence) {
                           const Span whole = span_of(document, sentence.tokens);
                           return whole.begin <= span.begin && span.end <= whole.end;
                         });
    };
    std::set<ScoredName> gold;
    for (const AnnotatedName& name : article.text) {
      if (name.type != NameType::Other && in_body(name.span))
        gold.insert({name.span.begin, name.span.end, std::string(to_string(name.type))});
    }
    std::set<ScoredName> guessed;
    for (const Guess& guess : document.guesses) {
      const Span span = span_of(document, guess.tokens);
      if (guess.type != "other") guessed.insert({span.begin, span.end, std::string(guess.type)});
    }
    network.add(gold, guessed);
    std::set<ScoredName> found;
    for (const Mention& mention : document.mentions) {
      const Span span = span_of(document, mention.tokens);
      if (!mention.nested && !mention.demonym && !mention.type.empty() && mention.how != kDescribed)
        found.insert({span.begin, span.end, mention.type});
    }
    program.add(gold, found);
  }
  const std::string title =
      fmt::format("{}, articles {} of every {}", annotations.filename().string(), nth + 1, of);
  print(network, title + ": the network");
  print(program, title + ": the program");
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    std::cerr << "usage: accuracy DATA_FOLDER FILE.conllu | FILE.iob2 | --annotations NAMES.tsv "
                 "ARTICLES.jsonl NTH/OF ...\n";
    return 2;
  }
  const Tools tools(arguments[0]);
  for (std::size_t a = 1; a < arguments.size(); ++a) {
    const std::string ending = std::filesystem::path(arguments[a]).extension().string();
    if (arguments[a] == "--annotations") {
      const std::string part = arguments.at(a + 3);
      measure_annotations(tools, arguments[a + 1], arguments[a + 2],
                          std::stoul(part.substr(0, part.find('/'))),
                          std::stoul(part.substr(part.find('/') + 1)));
      a += 3;
    } else if (ending == ".iob2") {
      measure_iob2(tools, arguments[a]);
    } else {
      measure_trees(tools, arguments[a]);
    }
  }
} catch (const std::exception& error) {
  std::cerr << "accuracy: " << error.what() << '\n';
  return 1;
}
