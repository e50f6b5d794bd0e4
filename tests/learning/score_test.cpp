#include "bench/score.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using namespace entente;

namespace {

struct Word {
  const char* form;
  const char* upos;
  std::uint32_t head;
  const char* deprel;
};

// Words one after the other, from character `at` of the text without white space.
ScoredSentence sentence(const std::vector<Word>& words, std::size_t at = 0) {
  ScoredSentence made;
  for (const Word& word : words) {
    const std::string form = word.form;
    made.push_back(
        {at, at + form.size(), form, word.upos, word.upos, form, word.head, word.deprel});
    at += form.size();
  }
  return made;
}

TreeScores scores(const std::vector<ScoredSentence>& gold,
                  const std::vector<ScoredSentence>& found) {
  TreeScores made;
  made.add(gold, found);
  return made;
}

// "3 of 4, found 5"
std::string told(const Counts& counts) {
  return std::to_string(counts.right) + " of " + std::to_string(counts.gold) + ", found " +
         std::to_string(counts.found);
}

const std::vector<Word> kMet = {{"Kim", "PROPN", 2, "nsubj"},
                                {"met", "VERB", 0, "root"},
                                {"Lam", "PROPN", 2, "obj"},
                                {"in", "ADP", 5, "case"},
                                {"May", "PROPN", 2, "obl"}};

}  // namespace

TEST_CASE("F1 is of a hundred, and none of nothing") {
  CHECK(Counts{4, 4, 4}.f1() == Approx(100));
  CHECK(Counts{4, 4, 0}.f1() == Approx(0));
  CHECK(Counts{6, 2, 2}.f1() == Approx(50));
  CHECK(Counts{}.f1() == Approx(0));
  Counts sum{1, 2, 1};
  sum.add({3, 4, 2});
  CHECK(told(sum) == "3 of 4, found 6");
}

TEST_CASE("the same tree is right in everything") {
  const ScoredSentence tree = sentence(kMet);
  const TreeScores same = scores({tree}, {tree});
  for (const Counts* counts :
       {&same.words, &same.upos, &same.xpos, &same.lemma, &same.uas, &same.las})
    CHECK(told(*counts) == "5 of 5, found 5");
  CHECK(told(same.sentences) == "1 of 1, found 1");
  CHECK(told(same.tuples) == "2 of 2, found 2");
  CHECK(told(same.named_tuples) == "2 of 2, found 2");
  CHECK(told(same.relations.at("nsubj")) == "1 of 1, found 1");
}

TEST_CASE("heads and relations count apart, relations without their subtypes") {
  std::vector<Word> words = kMet;
  words[0].deprel = "nsubj:pass";  // another subtype
  words[2].deprel = "obl";         // another relation
  words[4].head = 3;               // another head
  words[4].upos = "NOUN";
  const TreeScores found = scores({sentence(kMet)}, {sentence(words)});
  CHECK(told(found.upos) == "4 of 5, found 5");
  CHECK(told(found.uas) == "4 of 5, found 5");
  CHECK(told(found.las) == "3 of 5, found 5");
  CHECK(told(found.relations.at("nsubj")) == "1 of 1, found 1");
  CHECK(told(found.relations.at("obj")) == "0 of 1, found 0");
  CHECK(told(found.relations.at("obl")) == "0 of 1, found 2");
}

TEST_CASE("a word that was cut in another way is neither word nor arc") {
  const ScoredSentence gold = sentence({{"Kim", "PROPN", 2, "nsubj"}, {"left", "VERB", 0, "root"}});
  const ScoredSentence found = sentence(
      {{"Ki", "PROPN", 3, "nsubj"}, {"m", "PROPN", 1, "flat"}, {"left", "VERB", 0, "root"}});
  const TreeScores counted = scores({gold}, {found});
  CHECK(told(counted.words) == "1 of 2, found 3");
  CHECK(told(counted.las) == "1 of 2, found 3");
  CHECK(told(counted.sentences) == "1 of 1, found 1");
}

TEST_CASE("a sentence that was split where none ends costs its sentence and one root") {
  const ScoredSentence first = sentence({{"Kim", "PROPN", 0, "root"}});
  const ScoredSentence second = sentence({{"met", "VERB", 0, "root"},
                                          {"Lam", "PROPN", 1, "obj"},
                                          {"in", "ADP", 4, "case"},
                                          {"May", "PROPN", 1, "obl"}},
                                         3);
  const TreeScores counted = scores({sentence(kMet)}, {first, second});
  CHECK(told(counted.sentences) == "0 of 1, found 2");
  CHECK(told(counted.las) == "4 of 5, found 5");
}

TEST_CASE("who did what to whom is told by verb, subject, object and preposition") {
  std::vector<Word> words = kMet;
  words[3].form = "at";
  const TreeScores counted = scores({sentence(kMet)}, {sentence(words)});
  CHECK(told(counted.tuples) == "1 of 2, found 2");
  words = kMet;
  words[0].deprel = "nsubj:pass";
  CHECK(told(scores({sentence(kMet)}, {sentence(words)}).tuples) == "0 of 2, found 2");
}

TEST_CASE("a verb joined to another shares its subject") {
  const ScoredSentence tree = sentence({{"Kim", "PROPN", 2, "nsubj"},
                                        {"came", "VERB", 0, "root"},
                                        {"and", "CCONJ", 4, "cc"},
                                        {"saw", "VERB", 2, "conj"},
                                        {"ships", "NOUN", 4, "obj"}});
  const TreeScores counted = scores({tree}, {tree});
  CHECK(told(counted.tuples) == "1 of 1, found 1");
  CHECK(told(counted.named_tuples) == "1 of 1, found 1");
}

TEST_CASE("only what is said of a proper noun counts as named") {
  const ScoredSentence tree = sentence(
      {{"she", "PRON", 2, "nsubj"}, {"saw", "VERB", 0, "root"}, {"ships", "NOUN", 2, "obj"}});
  const TreeScores counted = scores({tree}, {tree});
  CHECK(told(counted.tuples) == "1 of 1, found 1");
  CHECK(told(counted.named_tuples) == "0 of 0, found 0");
}

TEST_CASE("scores of texts add up") {
  TreeScores all;
  for (int k = 0; k < 3; ++k) all.add({sentence(kMet)}, {sentence(kMet)});
  CHECK(told(all.las) == "15 of 15, found 15");
  CHECK(told(all.tuples) == "6 of 6, found 6");
  CHECK(told(all.sentences) == "3 of 3, found 3");
}

TEST_CASE("a name is right with its extent and type; its extent alone counts beside") {
  NameScores counted;
  counted.add({{0, 3, "person"}, {5, 9, "place"}, {10, 12, "place"}},
              {{0, 3, "person"}, {5, 9, "country"}, {10, 13, "place"}});
  CHECK(told(counted.all) == "1 of 3, found 3");
  CHECK(told(counted.spans) == "2 of 3, found 3");
  CHECK(told(counted.types.at("person")) == "1 of 1, found 1");
  CHECK(told(counted.types.at("place")) == "0 of 2, found 1");
  CHECK(told(counted.types.at("country")) == "0 of 0, found 1");
}
