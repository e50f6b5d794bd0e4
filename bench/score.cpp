#include "bench/score.h"

#include <algorithm>

namespace entente {
namespace {

std::string universal_name(const std::string& deprel) { return deprel.substr(0, deprel.find(':')); }

using Extent = std::pair<std::size_t, std::size_t>;
Extent extent(const ScoredWord& word) { return {word.begin, word.end}; }
Extent head_extent(const ScoredSentence& sentence, const ScoredWord& word) {
  return word.head == 0 ? Extent{0, 0} : extent(sentence[word.head - 1]);
}

struct Tuple {
  Extent verb, subject, object;
  bool passive = false;
  std::string link;  // "obj", or the preposition
  bool named = false;
  auto key() const { return std::tie(verb, subject, object, passive, link); }
  bool operator<(const Tuple& other) const { return key() < other.key(); }
};

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

std::set<Tuple> tuples_of(const ScoredSentence& sentence) {
  std::vector<std::vector<std::size_t>> children(sentence.size() + 1);
  for (std::size_t i = 0; i < sentence.size(); ++i) children[sentence[i].head].push_back(i);
  const auto subjects_of = [&](std::size_t verb) {
    std::vector<std::size_t> subjects;
    for (const std::size_t child : children[verb + 1]) {
      if (universal_name(sentence[child].deprel) == "nsubj") subjects.push_back(child);
    }
    return subjects;
  };
  std::set<Tuple> tuples;
  for (std::size_t verb = 0; verb < sentence.size(); ++verb) {
    std::vector<std::size_t> subjects = subjects_of(verb);
    if (sentence[verb].upos != "VERB" && subjects.empty()) continue;
    // A verb joined to another shares its subject.
    if (subjects.empty() && universal_name(sentence[verb].deprel) == "conj" &&
        sentence[verb].head > 0)
      subjects = subjects_of(sentence[verb].head - 1);
    for (const std::size_t object : children[verb + 1]) {
      const std::string relation = universal_name(sentence[object].deprel);
      std::string link;
      if (relation == "obj" || relation == "iobj") {
        link = "obj";
      } else if (relation == "obl") {
        for (const std::size_t mark : children[object + 1]) {
          if (universal_name(sentence[mark].deprel) == "case")
            link += (link.empty() ? "" : " ") + lower_case(sentence[mark].form);
        }
      } else {
        continue;
      }
      for (const std::size_t subject : subjects) {
        tuples.insert({extent(sentence[verb]), extent(sentence[subject]), extent(sentence[object]),
                       sentence[subject].deprel == "nsubj:pass", link,
                       sentence[subject].upos == "PROPN" || sentence[object].upos == "PROPN"});
      }
    }
  }
  return tuples;
}

}  // namespace

double Counts::f1() const {
  return gold + found == 0 ? 0
                           : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
}

void Counts::add(const Counts& more) {
  gold += more.gold;
  found += more.found;
  right += more.right;
}

void TreeScores::add(const std::vector<ScoredSentence>& gold,
                     const std::vector<ScoredSentence>& found) {
  std::map<Extent, std::pair<const ScoredSentence*, const ScoredWord*>> by_extent;
  std::set<Extent> gold_sentences;
  std::set<Tuple> gold_tuples;
  for (const ScoredSentence& sentence : gold) {
    gold_sentences.insert({sentence.front().begin, sentence.back().end});
    for (const ScoredWord& word : sentence) {
      by_extent[extent(word)] = {&sentence, &word};
      ++relations[universal_name(word.deprel)].gold;
    }
    for (const Tuple& tuple : tuples_of(sentence)) gold_tuples.insert(tuple);
  }
  Counts both;
  both.gold = by_extent.size();
  Counts right_upos = both, right_xpos = both, right_lemma = both, right_uas = both,
         right_las = both;
  std::set<Tuple> found_tuples;
  for (const ScoredSentence& sentence : found) {
    ++sentences.found;
    if (gold_sentences.contains({sentence.front().begin, sentence.back().end})) ++sentences.right;
    for (const ScoredWord& word : sentence) {
      const std::string relation = universal_name(word.deprel);
      ++relations[relation].found;
      ++both.found;
      const auto match = by_extent.find(extent(word));
      if (match == by_extent.end()) continue;
      const auto& [gold_sentence, gold_word] = match->second;
      ++both.right;
      right_upos.right += word.upos == gold_word->upos ? 1U : 0U;
      right_xpos.right += word.xpos == gold_word->xpos ? 1U : 0U;
      right_lemma.right += word.lemma == gold_word->lemma ? 1U : 0U;
      if (head_extent(sentence, word) != head_extent(*gold_sentence, *gold_word)) continue;
      ++right_uas.right;
      if (relation != universal_name(gold_word->deprel)) continue;
      ++right_las.right;
      ++relations[relation].right;
    }
    for (const Tuple& tuple : tuples_of(sentence)) found_tuples.insert(tuple);
  }
  sentences.gold += gold.size();
  for (Counts* counts : {&right_upos, &right_xpos, &right_lemma, &right_uas, &right_las})
    counts->found = both.found;
  words.add(both);
  upos.add(right_upos);
  xpos.add(right_xpos);
  lemma.add(right_lemma);
  uas.add(right_uas);
  las.add(right_las);
  tuples.gold += gold_tuples.size();
  tuples.found += found_tuples.size();
  for (const Tuple& tuple : gold_tuples) named_tuples.gold += tuple.named ? 1U : 0U;
  for (const Tuple& tuple : found_tuples) {
    named_tuples.found += tuple.named ? 1U : 0U;
    const auto match = gold_tuples.find(tuple);
    if (match == gold_tuples.end()) continue;
    ++tuples.right;
    named_tuples.right += tuple.named && match->named ? 1U : 0U;
  }
}

void NameScores::add(const std::set<ScoredName>& gold, const std::set<ScoredName>& found) {
  all.gold += gold.size();
  all.found += found.size();
  spans.gold += gold.size();
  spans.found += found.size();
  std::set<std::pair<std::size_t, std::size_t>> extents;
  for (const ScoredName& name : gold) {
    ++types[name.type].gold;
    extents.insert({name.begin, name.end});
  }
  for (const ScoredName& name : found) {
    ++types[name.type].found;
    spans.right += extents.contains({name.begin, name.end}) ? 1U : 0U;
    if (!gold.contains(name)) continue;
    ++all.right;
    ++types[name.type].right;
  }
}

}  // namespace entente
