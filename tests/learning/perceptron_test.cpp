#include "train/perceptron.h"

#include <string>
#include <vector>

#include "base/files.h"
#include "tests/catch.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

ConlluToken token(const std::string& form, const std::string& upos, const std::string& xpos) {
  ConlluToken made;
  made.form = form;
  made.upos = upos;
  made.xpos = xpos;
  return made;
}

std::vector<ConlluSentence> treebank() {
  std::vector<ConlluSentence> sentences(2);
  sentences[0].tokens = {token("She", "PRON", "PRP"), token("visited", "VERB", "VBD"),
                         token("ports", "NOUN", "NNS"), token(".", "PUNCT", ".")};
  sentences[1].tokens = {token("They", "PRON", "PRP"), token("signed", "VERB", "VBD"),
                         token("treaties", "NOUN", "NNS"), token("!", "PUNCT", ".")};
  return sentences;
}

std::vector<const ConlluSentence*> pointers(const std::vector<ConlluSentence>& sentences) {
  std::vector<const ConlluSentence*> all;
  for (const ConlluSentence& sentence : sentences) all.push_back(&sentence);
  return all;
}

}  // namespace

TEST_CASE("pairs of tags are those that stand twice, in order") {
  std::vector<ConlluSentence> sentences = treebank();
  sentences[0].tokens.push_back(token("hm", "INTJ", "UH"));
  const std::vector<TagPair> pairs = tag_pairs(sentences);
  const std::vector<TagPair> expected = {{Tag::Noun, *penn_of("NNS")},
                                         {Tag::Pron, *penn_of("PRP")},
                                         {Tag::Punct, *penn_of(".")},
                                         {Tag::Past, *penn_of("VBD")}};
  CHECK(pairs == expected);
  CHECK(tag_pairs({}).empty());
}

TEST_CASE("a pair that is none of the alphabets' counts as X, XX") {
  const Penn none = *penn_of("XX");
  CHECK(tag_pair(token("a", "NOUN", "NN")) == TagPair{Tag::Noun, *penn_of("NN")});
  CHECK(tag_pair(token("a", "_", "_")) == TagPair{Tag::Other, none});
  CHECK(tag_pair(token("a", "VERB", "VBG")) == TagPair{Tag::Gerund, *penn_of("VBG")});
}

TEST_CASE("a tagger tags what it learned, and words of the same form") {
  const Scratch scratch;
  const std::vector<ConlluSentence> sentences = treebank();
  const std::vector<TagPair> labels = tag_pairs(sentences);
  train_tagger(pointers(sentences), labels, 8, 0, scratch / "tagger.bin");
  const Tagger tagger(scratch / "tagger.bin");
  CHECK(tagger.labels() == labels);
  for (const ConlluSentence& sentence : sentences) {
    std::vector<std::string_view> forms;
    for (const ConlluToken& one : sentence.tokens) forms.push_back(one.form);
    const std::vector<TagLabel> found = tagger.tag(forms);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      INFO(forms[i]);
      CHECK(tagger.labels()[found[i]] == tag_pair(sentence.tokens[i]));
    }
  }
  CHECK(tagger.labels()[tagger.tag({"They", "visited", "treaties"})[1]].tag == Tag::Past);
}

TEST_CASE("the same sentences give the same bytes, and a threshold fewer") {
  const Scratch scratch;
  const std::vector<ConlluSentence> sentences = treebank();
  const std::vector<TagPair> labels = tag_pairs(sentences);
  const auto model = [&](double threshold) {
    train_tagger(pointers(sentences), labels, 3, threshold, scratch / "tagger.bin");
    return read_file(scratch / "tagger.bin");
  };
  const std::string bytes = model(0.01);
  CHECK(model(0.01) == bytes);
  CHECK(model(0.6).size() < bytes.size());
}

TEST_CASE("a tag too rare to learn is passed over") {
  const Scratch scratch;
  std::vector<ConlluSentence> sentences = treebank();
  const std::vector<TagPair> labels = tag_pairs(sentences);
  sentences[1].tokens[1] = token("hm", "INTJ", "UH");
  train_tagger(pointers(sentences), labels, 5, 0, scratch / "tagger.bin");
  const Tagger tagger(scratch / "tagger.bin");
  CHECK(tagger.labels() == labels);
  CHECK(tagger.tag({"She", "hm", "ports"}).size() == 3);
}
