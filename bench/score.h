#pragma once
// How well sentences and names were read, against what treebanks and annotators say.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace entente {

struct Counts {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  double f1() const;  // percent
  void add(const Counts& more);
};

// A word of a tree, gold or our own.
struct ScoredWord {
  std::size_t begin = 0;  // in the text without its white space
  std::size_t end = 0;
  std::string form;
  std::string upos;
  std::string xpos;
  std::string lemma;
  std::uint32_t head = 0;  // in the sentence, counted from 1; 0 = root
  std::string deprel;
};
using ScoredSentence = std::vector<ScoredWord>;

// Every measure compares words that begin and end at the same characters; heads compare by the
// words they are. Relations compare without their subtypes.
struct TreeScores {
  Counts words, sentences, upos, xpos, lemma, uas, las;
  std::map<std::string, Counts> relations;  // arcs with the same head and relation
  Counts tuples;                            // verb, subject, "obj" or preposition, object
  Counts named_tuples;                      // subject or object is a proper noun
  void add(const std::vector<ScoredSentence>& gold, const std::vector<ScoredSentence>& found);
};

struct ScoredName {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
  friend auto operator<=>(const ScoredName&, const ScoredName&) = default;
};
struct NameScores {
  Counts all;    // same extent and type
  Counts spans;  // same extent
  std::map<std::string, Counts> types;
  void add(const std::set<ScoredName>& gold, const std::set<ScoredName>& found);
};

}  // namespace entente
