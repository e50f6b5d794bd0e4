#include "graph/copies.h"

#include "tests/catch.h"
#include "tests/support/chance.h"

using namespace entente;
using test::Chance;

namespace {

// `count` invented words in sentences of ten.
std::vector<std::string> words(std::uint64_t seed, int count) {
  Chance chance{seed};
  std::vector<std::string> made;
  for (int i = 0; i < count; ++i) made.push_back("w" + std::to_string(chance.whole(0, 4000)));
  return made;
}

std::string text_of(const std::vector<std::string>& words, std::size_t begin = 0,
                    std::size_t end = std::string::npos) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) {
    text += words[i] + (i % 10 == 9 ? ". " : " ");
  }
  return text;
}

bool same(const std::string& a, const std::string& b) {
  const std::string one = sketch_of(a);
  const std::string other = sketch_of(b);
  CHECK(same_text(one, other) == same_text(other, one));
  return same_text(one, other);
}

}  // namespace

TEST_CASE("a text is the same when four in five of its rows of words are") {
  const std::vector<std::string> story = words(1, 400);
  const std::string text = text_of(story);
  CHECK(same(text, text));
  CHECK(same(text, text_of(story, 0, 360)));        // cut at its end
  CHECK(same(text, text_of(story, 0, 260)));        // cut to two thirds
  CHECK_FALSE(same(text, text_of(story, 0, 120)));  // a quote from it
  CHECK_FALSE(same(text, text_of(words(2, 400))));  // of the same length
  CHECK(same(text, "NEW YORK: " + text + "All rights reserved by the paper."));
  // One word in fifty changed spoils a tenth of the rows, one in six nearly all.
  std::vector<std::string> edited = story;
  for (std::size_t i = 0; i < edited.size(); i += 50) edited[i] = "other" + std::to_string(i);
  CHECK(same(text, text_of(edited)));
  for (std::size_t i = 0; i < edited.size(); i += 6) edited[i] = "other" + std::to_string(i);
  CHECK_FALSE(same(text, text_of(edited)));
}

TEST_CASE("case, marks and diacritics make no other text") {
  std::string plain;
  std::string typeset;
  for (int i = 0; i < 60; ++i) {
    plain += "the cafe of w" + std::to_string(i) + ' ';
    typeset += "The “Café” of W" + std::to_string(i) + ",\n";
  }
  CHECK(sketch_of(plain) == sketch_of(typeset));
}

TEST_CASE("a text that is too short to tell is the same as none") {
  const std::string note = text_of(words(3, 15));
  CHECK(sketch_of(note).empty());
  CHECK_FALSE(same(note, note));
  CHECK(sketch_of("").empty());
  CHECK_FALSE(sketch_of(text_of(words(3, 25))).empty());
}

TEST_CASE("a sketch is known by its form") {
  const std::string sketch = sketch_of(text_of(words(4, 100)));
  CHECK(is_sketch(""));
  CHECK(is_sketch(sketch));
  CHECK_FALSE(is_sketch(sketch.substr(1)));
  CHECK_FALSE(is_sketch('g' + sketch.substr(1)));
}

TEST_CASE("copies are found among others, each led to the first") {
  const std::vector<std::string> wire = words(5, 300);
  std::vector<std::string> sketches;
  for (std::uint64_t i = 0; i < 50; ++i)
    sketches.push_back(sketch_of(text_of(words(100 + i, 300))));
  sketches[7] = sketch_of(text_of(wire));
  sketches[20] = sketch_of(text_of(wire, 0, 280));
  sketches[41] = sketch_of(text_of(wire, 10, 300));
  sketches[3].clear();
  sketches[4].clear();
  const std::vector<std::size_t> first = find_copies({sketches.begin(), sketches.end()});
  for (std::size_t i = 0; i < first.size(); ++i) {
    CAPTURE(i);
    CHECK(first[i] == (i == 20 || i == 41 ? 7 : i));
  }
}

TEST_CASE("thousands of articles with the same closing words are told apart in no time") {
  const std::string closing = text_of(words(6, 200));
  std::vector<std::string> sketches;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    sketches.push_back(sketch_of(text_of(words(1000 + i, 200)) + closing));
  }
  const std::vector<std::size_t> first = find_copies({sketches.begin(), sketches.end()});
  std::size_t alone = 0;
  for (std::size_t i = 0; i < first.size(); ++i) alone += first[i] == i ? 1 : 0;
  CHECK(alone == first.size());
}
