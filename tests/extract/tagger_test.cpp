#include "extract/tagger.h"

#include <fstream>

#include "base/error.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("verbs are told apart by form, and from nouns") {
  const Analysed read = analysed("She visited Kenya. Her visit was short. They were visiting it.");
  std::string tags;
  for (const Token& token : read.document.tokens) {
    if (token.lower.starts_with("visit")) {
      tags += std::string(to_string(token.tag)) + ":" + token.lemma + " ";
    }
  }
  CHECK(tags == "VERB.past:visit NOUN:visit VERB.gerund:visit ");
}

TEST_CASE("words of a name are proper nouns when the caller says so") {
  const std::vector<Tag> tags = tagger().tag({"Met", "met", "Met"}, {true, false, true});
  REQUIRE(tags.size() == 3);
  CHECK(tags[0] == Tag::Propn);
  CHECK(tags[1] == Tag::Past);
  CHECK(tags[2] == Tag::Propn);
}

TEST_CASE("a file that is no model is refused") {
  const std::string path = std::string(ENTENTE_DATA_DIR) + "/ontology.toml";
  CHECK_THROWS_AS(Tagger(path), Error);
  CHECK_THROWS_AS(Tagger("/nowhere/tagger.bin"), Error);
}
