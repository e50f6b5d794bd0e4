// Writes sentences with names as numbers for train/network.py.
//   train_names DATA_FOLDER TAGGER.bin TAGS OUT SOURCE...
// TAGS: what train_trees wrote for sentences that the tagger learned from; "-" = none. A source is
// a file of labelled words whose ending tells its kind: .iob2 (words as they are), .conll (words
// cut anew), .json (Re-DocRED, cut anew); or --annotations NAMES.tsv ARTICLES.jsonl PARTS, where
// PARTS says which of every five articles: "0123". A sentence: its number of words; then for each
// the form's columns, the flags, and a set of bits: the labels it may have (0 outside, 1 + 2 type
// begins, 2 + 2 type goes on).

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "extract/cut_words.h"
#include "extract/tokenize.h"
#include "train/annotations.h"
#include "train/examples.h"

namespace {

using namespace entente;

constexpr std::size_t kParts = 5;

// A name of a source: tokens of a document and the types that it may be.
using TypeSet = std::uint32_t;  // bit NameType
struct Named {
  TokenRange tokens;
  TypeSet types = 0;
};

TypeSet bit(NameType type) { return 1U << static_cast<unsigned>(type); }

struct Tools {
  Tools(const std::filesystem::path& data, const std::filesystem::path& model,
        const std::string& tags_file)
      : words(load_words(data)),
        gazetteer(data),
        abbreviations(load_abbreviations(data)),
        page_words(load_page_words(data)),
        tagger(model) {
    if (tags_file == "-") return;
    std::istringstream in(read_file(tags_file));
    std::string line;
    while (std::getline(in, line)) {
      const std::size_t tab = line.rfind('\t');
      std::istringstream numbers(line.substr(tab + 1));
      std::vector<TagLabel>& labels = tags[line.substr(0, tab)];
      labels.clear();
      for (unsigned label = 0; numbers >> label;) labels.push_back(static_cast<TagLabel>(label));
    }
  }
  Words words;
  Gazetteer gazetteer;
  Abbreviations abbreviations;
  std::shared_ptr<const PageWords> page_words;
  Tagger tagger;
  std::map<std::string, std::vector<TagLabel>> tags;  // by the words, each with a blank behind it
};

// What a label of the other corpora may be in our alphabet.
TypeSet types_of(std::string_view label, const Document& document, TokenRange range,
                 const Words& words, const Gazetteer& gazetteer) {
  std::vector<std::string> folded;
  std::vector<std::string_view> written;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    folded.push_back(fold(document.tokens[i].lower));
    written.push_back(text_of(document, document.tokens[i]));
  }
  const Gazetteer::Match match = gazetteer.find(folded, written, 0);
  const bool whole = match.name != nullptr && match.length == range.size();
  const auto has_head = [&](std::string_view type) {
    return std::any_of(document.tokens.begin() + range.begin, document.tokens.begin() + range.end,
                       [&](const Token& token) {
                         const auto heads = words.heads.find(token.lower);
                         return heads != words.heads.end() && heads->second.front().type == type;
                       });
  };
  if (whole && match.name->kind == KnownName::Kind::Demonym && label != "PER")
    return bit(NameType::Other);
  if (label == "PER") return bit(NameType::Person);
  if (label == "LOC")
    return bit(whole && match.name->type == "country" ? NameType::Country : NameType::Place);
  if (label == "ORG") {
    const bool party = (whole && match.name->type == "party") || has_head("party");
    return bit(party ? NameType::Party : NameType::Organization);
  }
  // What the word tells it to be, or something else.
  TypeSet types = bit(NameType::Other);
  for (const NameType type :
       {NameType::Event, NameType::Agreement, NameType::Award, NameType::Initiative}) {
    if (has_head(to_string(type))) types |= bit(type);
  }
  return types;
}

class Writer {
 public:
  explicit Writer(const Tools& tools) : tools_(tools) {}

  // A document whose words are cut; `names` are in order.
  void add(const Document& document, const std::vector<Named>& names) {
    for (const Sentence& sentence : document.sentences) add(document, sentence, names);
  }
  const std::string& bytes() const { return numbers_.bytes(); }
  std::size_t sentences() const { return sentences_; }

 private:
  void add(const Document& document, const Sentence& sentence, const std::vector<Named>& names) {
    const std::vector<NameFlags> flags =
        name_flags(document, sentence.tokens, tools_.words, tools_.gazetteer);
    std::vector<std::string> forms;
    std::string key;
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      forms.push_back(word_form(document, document.words[w]));
      key += forms.back() + ' ';
    }
    const auto known = tools_.tags.find(key);
    const std::vector<TagLabel> tags = known != tools_.tags.end()
                                           ? known->second
                                           : tools_.tagger.tag({forms.begin(), forms.end()});
    numbers_.add(static_cast<std::uint32_t>(forms.size()));
    for (std::uint32_t i = 0; i < forms.size(); ++i) {
      const std::uint32_t token = document.words[sentence.words.begin + i].token;
      numbers_.add_form(forms[i], tags[i]);
      numbers_.add_flags(flags[token - sentence.tokens.begin]);
      const bool inner = i > 0 && document.words[sentence.words.begin + i - 1].token == token;
      numbers_.add(allowed(names, token, inner));
    }
    ++sentences_;
  }

  // `inner`: not the first word of its token.
  static std::uint32_t allowed(const std::vector<Named>& names, std::uint32_t token, bool inner) {
    for (const Named& name : names) {
      if (token < name.tokens.begin || token >= name.tokens.end) continue;
      const bool first = token == name.tokens.begin && !inner;
      std::uint32_t labels = 0;
      for (unsigned type = 0; type < kNameTypes; ++type) {
        if ((name.types >> type & 1U) != 0) labels |= 1U << ((first ? 1U : 2U) + 2 * type);
      }
      return labels;
    }
    return 1;
  }

  const Tools& tools_;
  Numbers numbers_;
  std::size_t sentences_ = 0;
};

std::vector<Named> named(const LabelledSentence& sentence, const Document& document,
                         const Tools& tools) {
  std::vector<Named> result;
  for (const LabelledSentence::Name& name : sentence.names()) {
    const TokenRange range{name.begin, name.end};
    result.push_back({range, types_of(name.type, document, range, tools.words, tools.gazetteer)});
  }
  return result;
}

// Cuts the words of a source as the program does: a token has the label of the word it is in.
LabelledSentence cut_anew(const LabelledSentence& sentence, const Tools& tools,
                          Document& document) {
  document = document_of(sentence.forms);
  std::vector<Span> spans;
  for (const Token& token : document.tokens) spans.push_back(token.span);
  document.tokens.clear();
  tokenize(document, tools.abbreviations);
  document.sentences.front().tokens.end = static_cast<std::uint32_t>(document.tokens.size());
  LabelledSentence cut;
  std::size_t word = 0;
  std::size_t last = spans.size();
  for (const Token& token : document.tokens) {
    while (word + 1 < spans.size() && spans[word].end <= token.span.begin) ++word;
    std::string label = sentence.labels[word];
    if (label[0] == 'B' && word == last) label[0] = 'I';
    last = word;
    cut.forms.emplace_back(text_of(document, token));
    cut.labels.push_back(label);
  }
  return cut;
}

void add_labelled(Writer& writer, const Tools& tools,
                  const std::vector<LabelledSentence>& sentences, bool anew) {
  for (const LabelledSentence& sentence : sentences) {
    Document document;
    if (anew) {
      const LabelledSentence cut = cut_anew(sentence, tools, document);
      if (document.tokens.empty()) continue;
      cut_words(document);
      writer.add(document, named(cut, document, tools));
    } else {
      document = document_of(sentence.forms);
      words_as_tokens(document);
      writer.add(document, named(sentence, document, tools));
    }
  }
}

void add_text(Writer& writer, const Tools& tools, Document& document,
              const std::vector<AnnotatedName>& names) {
  tokenize(document, tools.abbreviations);
  split(document, tools.abbreviations);
  cut_words(document);
  std::vector<Named> marked;
  for (const AnnotatedName& name : names) {
    Named found;
    found.tokens.begin = static_cast<std::uint32_t>(document.tokens.size());
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
      const Span span = document.tokens[i].span;
      if (span.begin >= name.span.end || span.end <= name.span.begin) continue;
      found.tokens.begin = std::min(found.tokens.begin, i);
      found.tokens.end = i + 1;
    }
    found.types = bit(name.type);
    if (found.tokens.begin < found.tokens.end) marked.push_back(found);
  }
  writer.add(document, marked);
}

void add_annotations(Writer& writer, const Tools& tools, const std::string& annotations,
                     const std::string& articles, const std::string& parts) {
  for (const char part : parts) {
    for (const AnnotatedArticle& article :
         read_annotations(annotations, articles, static_cast<std::size_t>(part - '0'), kParts)) {
      Document title;
      title.article.text = article.raw.article.title;
      const auto end = static_cast<std::uint32_t>(title.article.text.size());
      title.blocks.push_back({{0, end}, BlockKind::Body, ""});
      add_text(writer, tools, title, article.title);
      Document body = load_document(article.raw, *tools.page_words);
      add_text(writer, tools, body, article.text);
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 5) {
    std::cerr << "usage: train_names DATA_FOLDER TAGGER.bin TAGS OUT SOURCE...\n";
    return 2;
  }
  const Tools tools(arguments[0], arguments[1], arguments[2]);
  Writer writer(tools);
  for (std::size_t a = 4; a < arguments.size(); ++a) {
    const std::string& source = arguments[a];
    const std::string ending = std::filesystem::path(source).extension().string();
    if (source == "--annotations") {
      add_annotations(writer, tools, arguments.at(a + 1), arguments.at(a + 2), arguments.at(a + 3));
      a += 3;
    } else if (ending == ".json") {
      add_labelled(writer, tools, read_redocred(source), true);
    } else if (ending == ".iob2" || ending == ".conll") {
      add_labelled(writer, tools, read_iob2(source), ending == ".conll");
    } else {
      throw Error(Fault::Usage, "unknown kind of source: " + source);
    }
  }
  write_file(arguments[3], writer.bytes());
  std::cout << arguments[3] << ": " << writer.sentences() << " sentences\n";
} catch (const std::exception& error) {
  std::cerr << "train_names: " << error.what() << '\n';
  return 1;
}
