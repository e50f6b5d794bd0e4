#include "extract/tagger.h"

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/support/chance.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

const Tagger& tagger() {
  static const Tagger loaded(std::filesystem::path(ENTENTE_DATA_DIR) / "models" / "tagger.bin");
  return loaded;
}

// "She/PRON/PRP visited/VERB.past/VBD"
std::string tags_of(const std::vector<std::string_view>& forms) {
  std::string line;
  const std::vector<TagLabel> labels = tagger().tag(forms);
  REQUIRE(labels.size() == forms.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const TagPair& pair = tagger().labels().at(labels[i]);
    line += line.empty() ? "" : " ";
    line += std::string(forms[i]) + '/' + std::string(to_string(pair.tag)) + '/' +
            std::string(penn_name(pair.penn));
  }
  return line;
}

Tagger tagger_of(const std::string& bytes) {
  static const Scratch scratch;
  std::ofstream(scratch / "tagger.bin", std::ios::binary) << bytes;
  return Tagger(scratch / "tagger.bin");
}

std::string number(std::uint32_t value) {
  std::string bytes;
  for (unsigned k = 0; k < 4; ++k) bytes += static_cast<char>((value >> (8 * k)) & 0xFF);
  return bytes;
}

// Two labels, two features, three weights.
std::string small_model() {
  return "ENTTAG2\n" + number(2) + number(2) + number(3) +
         std::string({static_cast<char>(Tag::Noun), static_cast<char>(*penn_of("NN")),
                      static_cast<char>(Tag::Past), static_cast<char>(*penn_of("VBD"))}) +
         number(7) + number(2) + number(0x80000001U) + number(1) +
         std::string({0, 1, 0, 1, 2, 0, 0, 3, 1});
}

}  // namespace

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

TEST_CASE("the universal and the Penn tag are said at once") {
  CHECK(tags_of({"She", "visited", "the", "big", "ports", "."}) ==
        "She/PRON/PRP visited/VERB.past/VBD the/DET/DT big/ADJ/JJ ports/NOUN/NNS ./PUNCT/.");
}

TEST_CASE("no words, no labels; any bytes get one each") {
  CHECK(tagger().tag({}).empty());
  CHECK(tagger().tag({"", "\xFF", "日本", "\u2014", std::string_view("\0", 1)}).size() == 5);
}

TEST_CASE("no two labels of the model are the same pair") {
  std::set<std::pair<Tag, Penn>> pairs;
  for (const TagPair& pair : tagger().labels()) pairs.emplace(pair.tag, pair.penn);
  CHECK(pairs.size() == tagger().labels().size());
  CHECK(pairs.size() < kNoLabel);
}

TEST_CASE("a file that is no tagger's model is refused") {
  const std::string path = std::string(ENTENTE_DATA_DIR) + "/ontology.toml";
  CHECK_THROWS_AS(Tagger(path), Error);
  CHECK_THROWS_AS(Tagger("/nowhere/tagger.bin"), Error);
  const std::string whole = small_model();
  CHECK(tagger_of(whole).labels() ==
        std::vector<TagPair>{{Tag::Noun, *penn_of("NN")}, {Tag::Past, *penn_of("VBD")}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length << " bytes of " << whole.size());
    CHECK_THROWS_AS(tagger_of(whole.substr(0, length)), Error);
  }
  CHECK_THROWS_AS(tagger_of(whole + "x"), Error);
}

TEST_CASE(
    "a byte of a tagger's model changed anywhere is refused, or tags as before: with labels") {
  const std::string whole = small_model();
  test::Chance chance;
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int round = 0; round < 20; ++round) {
      std::string broken = whole;
      broken[at] = static_cast<char>(round < 8 ? whole[at] ^ (1 << round) : chance.whole(0, 255));
      try {
        const Tagger read = tagger_of(broken);
        const std::vector<TagLabel> labels = read.tag({"The", "talks", "ended", "."});
        REQUIRE(labels.size() == 4);
        for (const TagLabel label : labels) CHECK(label < read.labels().size());
      } catch (const Error& error) {
        CHECK(error.fault() == Fault::Input);
        ++refused;
      }
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("every tag and relation has a name of its own that leads back to it") {
  std::set<std::string_view> tags;
  for (std::size_t k = 0; k < kTags; ++k) tags.insert(to_string(static_cast<Tag>(k)));
  CHECK(tags.size() == kTags);
  CHECK(tags.count("") == 0);
  for (std::size_t k = 0; k < kPenns; ++k) {
    const auto penn = static_cast<Penn>(k);
    CHECK(penn_of(penn_name(penn)) == penn);
  }
  for (std::size_t k = 0; k < kDeprels; ++k) {
    const auto deprel = static_cast<Deprel>(k);
    CHECK(deprel_of(to_string(deprel)) == deprel);
  }
  CHECK_FALSE(penn_of("NNX").has_value());
  CHECK_FALSE(penn_of("").has_value());
  CHECK_FALSE(deprel_of("nsubject").has_value());
  CHECK_FALSE(deprel_of("").has_value());
}

TEST_CASE("a verb's form follows from its Penn tag") {
  const auto tag = [](std::string_view upos_name, std::string_view penn) {
    return tag_of(upos_name, *penn_of(penn));
  };
  CHECK(tag("VERB", "VB") == Tag::Base);
  CHECK(tag("VERB", "VBZ") == Tag::Present);
  CHECK(tag("VERB", "VBP") == Tag::Present);
  CHECK(tag("VERB", "VBD") == Tag::Past);
  CHECK(tag("VERB", "VBN") == Tag::Participle);
  CHECK(tag("VERB", "VBG") == Tag::Gerund);
  CHECK(tag("AUX", "VBD") == Tag::Aux);
  CHECK(tag("X", "FW") == Tag::Other);
  CHECK_FALSE(tag("_", "NN").has_value());
}

TEST_CASE("universal tags and relations are without what English adds") {
  CHECK(upos(Tag::Past) == "VERB");
  CHECK(upos(Tag::Propn) == "PROPN");
  CHECK(universal(Deprel::NsubjPass) == "nsubj");
  CHECK(universal(Deprel::Obj) == "obj");
}
