#include "graph/ontology.h"

#include <fstream>

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

const std::string good_types = "[[type]]\nname='person'\nlabel='Person'\nplural='People'\n";
const std::string good_relation =
    "label='met'\nphrase='{subject} met {object}'\nsubject=['person']\nobject=['person']\n"
    "patterns=['{subject} meet {object}']\n";

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string complaint(const std::string& types, const std::string& relation) {
  const Scratch scratch;
  write(scratch / "ontology.toml", types);
  write(scratch / "relations/met.toml", relation);
  try {
    load_ontology(scratch.path());
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    return std::string(error.what()).substr(scratch.path().string().size() + 1);
  }
  return "accepted";
}

}  // namespace

TEST_CASE("types keep the order of the file, relations come by name") {
  const Ontology ontology = load_ontology(std::string(ENTENTE_TEST_DIR) + "/graph/data");
  REQUIRE(ontology.types.size() == 5);
  CHECK(ontology.types[0].name == "person");
  CHECK(ontology.types[0].plural == "People");
  REQUIRE(ontology.relations.size() == 4);
  CHECK(ontology.relations[0].name == "holds-position");
  CHECK(ontology.type("country") != nullptr);
  CHECK(ontology.type("planet") == nullptr);
  CHECK(ontology.relation("met") == nullptr);
  REQUIRE(ontology.relation("visited") != nullptr);
  CHECK_FALSE(ontology.relation("visited")->symmetric);
  CHECK(ontology.relation("visited")->codes.plover.empty());
  CHECK(ontology.relation("supports")->declared());
  CHECK_FALSE(ontology.relation("holds-position")->declared());
  CHECK_FALSE(ontology.relation("met-with")->declared());
}

TEST_CASE("a relation keeps what its file says, with the lines of patterns and examples") {
  const Ontology ontology = load_ontology(std::string(ENTENTE_TEST_DIR) + "/graph/data");
  const Relation* met = ontology.relation("met-with");
  REQUIRE(met != nullptr);
  CHECK(met->symmetric);
  CHECK_FALSE(met->state);
  CHECK(met->label == "met");
  CHECK(met->phrase == "{subject} met {object}");
  CHECK(met->codes.plover == "CONSULT");
  REQUIRE(met->occasion);
  CHECK(met->occasion->kind == "meeting");
  CHECK(met->occasion->subject == "participant");
  CHECK_FALSE(met->occasion->about_object);
  CHECK_FALSE(ontology.relation("holds-position")->occasion);
  CHECK(met->subjects == std::vector<std::string>{"person", "organization"});
  REQUIRE(met->patterns.size() == 2);
  CHECK(met->patterns[1].text == "{subject} hold talk with {object}");
  CHECK(met->patterns[0].line == 9);
  CHECK(met->patterns[1].line == 10);
  REQUIRE(met->examples.size() == 2);
  CHECK(met->examples[0].line == 13);
  CHECK(met->examples[0].facts == std::vector<std::string>{"Ann Lee | met-with | Bob Ray"});
  CHECK(met->examples[1].facts.empty());
}

TEST_CASE("a pattern takes in lists of words by name") {
  const Scratch scratch;
  write(scratch / "ontology.toml", good_types + "[words]\nhear = '''hear\nlisten'''\n");
  write(scratch / "relations/met.toml",
        "label='met'\nphrase='{subject} met {object}'\nsubject=['person']\nobject=['person']\n"
        "patterns=['{subject} <see>|face.v to {object}', '{subject} to? <hear>|<see>.v {object}']\n"
        "[words]\nsee = 'see  meet'\n");
  const Ontology ontology = load_ontology(scratch.path());
  const auto& patterns = ontology.relation("met")->patterns;
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0].text == "{subject} see|meet|face.v to {object}");
  CHECK(patterns[1].text == "{subject} to? hear|listen|see|meet.v {object}");
}

TEST_CASE("the program's own ontology is read") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  for (const char* name : {"person", "party", "organization", "initiative", "country", "place",
                           "event", "agreement", "award", "group"}) {
    CAPTURE(name);
    CHECK(ontology.type(name) != nullptr);
  }
}

TEST_CASE("a mistake in the ontology is told with file and line") {
  struct Row {
    std::string what, types, relation, message;
  };
  const std::vector<Row> rows = {
      {"nothing wrong", good_types, good_relation, "accepted"},
      {"syntax", good_types, "label = \n", "relations/met.toml:1:"},
      {"unknown key", good_types, good_relation + "colour='red'\n",
       "relations/met.toml:6:1: unknown key \"colour\"; known keys: label"},
      {"unknown type", good_types,
       "label='met'\nphrase='{subject} met {object}'\nsubject=['persn']\nobject=['person']\n"
       "patterns=[]\n",
       "relations/met.toml:3:10: unknown type \"persn\"; known types: person"},
      {"missing key", good_types, "label='met'\n",
       "relations/met.toml:1:1: missing key \"phrase\""},
      {"phrase without ends", good_types, "label='met'\nphrase='they met'\n",
       "relations/met.toml:2:8: phrase: expected {subject} and {object}"},
      {"wrong kind", good_types, good_relation + "state='yes'\n",
       "relations/met.toml:6:7: state: expected true or false"},
      {"wrong kind of category", good_types, good_relation + "plover=3\n",
       "relations/met.toml:6:8: plover: expected a text"},
      {"unknown category", good_types, good_relation + "plover='CONSULTS'\n",
       "relations/met.toml:6:8: unknown category \"CONSULTS\"; known categories: AGREE, CONSULT"},
      {"no code of CAMEO", good_types, good_relation + "cameo='21'\n",
       "relations/met.toml:6:7: cameo: expected a code such as \"04\" or \"1053\", found \"21\""},
      {"codes for no words", good_types, good_relation + "[[code]]\nmode='phone'\n",
       "relations/met.toml:6:1: missing key \"words\""},
      {"an occasion that is a word", good_types, good_relation + "occasion='meeting'\n",
       "relations/met.toml:6:10: occasion: expected { kind"},
      {"an occasion without roles", good_types, good_relation + "occasion={kind='meeting'}\n",
       "relations/met.toml:6:10: missing key \"subject\""},
      {"an occasion with another key", good_types,
       good_relation + "occasion={kind='meeting',subject='a',object='a',who='b'}\n",
       "relations/met.toml:6:49: unknown key \"who\"; known keys: kind"},
      {"a kind that would not do in an id", good_types,
       good_relation + "occasion={kind='The Meeting',subject='a',object='a'}\n",
       "relations/met.toml:6:16: kind: expected small letters and hyphens"},
      {"a state that is an occasion", good_types,
       good_relation + "state=true\noccasion={kind='meeting',subject='a',object='a'}\n",
       "relations/met.toml:7:10: a lasting state is no occasion"},
      {"a symmetric relation with two roles", good_types,
       good_relation + "symmetric=true\noccasion={kind='meeting',subject='a',object='b'}\n",
       "relations/met.toml:7:10: a symmetric relation needs the same role at both ends"},
      {"no list", good_types, "label='met'\nphrase='{subject} met {object}'\nsubject='person'\n",
       "relations/met.toml:3:9: subject: expected a list"},
      {"example of another relation", good_types,
       good_relation + "[[example]]\ntext='A met B.'\nfacts=['A | saw | B']\n",
       "relations/met.toml:8:8: example of another relation: \"saw\"; expected \"met\""},
      {"example that is no fact", good_types,
       good_relation + "[[example]]\ntext='A met B.'\nfacts=['A met B']\n",
       "relations/met.toml:8:8: expected \"subject | met | object\", found \"A met B\""},
      {"a list of words that is not there", good_types,
       "label='met'\nphrase='{subject} met {object}'\nsubject=['person']\nobject=['person']\n"
       "patterns=['{subject} <sees>.v {object}']\n",
       "relations/met.toml:5:11: found \"sees\", expected the name of a list of [words]"},
      {"a list without its end", good_types,
       "label='met'\nphrase='{subject} met {object}'\nsubject=['person']\nobject=['person']\n"
       "patterns=['{subject} <sees.v {object}']\n[words]\nsees='see'\n",
       "relations/met.toml:7:1: no pattern takes <sees>"},
      {"a list of no use", good_types, good_relation + "[words]\nsees='see'\n",
       "relations/met.toml:7:1: no pattern takes <sees>"},
      {"a list twice", good_types + "[words]\nsees='see'\n",
       good_relation + "[words]\nsees='see'\n",
       "relations/met.toml:7:1: list \"sees\" is there twice"},
      {"a list without words", good_types + "[words]\nsees=' '\n", good_relation,
       "ontology.toml:6:6: a list without a word"},
      {"a list with a bad name", good_types + "[words]\n'a|b'='see'\n", good_relation,
       "ontology.toml:6:1: the name of a list is written in small letters and hyphens"},
      {"types twice", good_types + good_types, good_relation,
       "ontology.toml:5:1: type \"person\" is there twice"},
      {"no types", "", good_relation, "ontology.toml: no [[type]] in it"},
      {"symmetric with two kinds of ends",
       good_types + "[[type]]\nname='x'\nlabel='X'\nplural='X'\n",
       "label='met'\nphrase='{subject} met {object}'\nsubject=['person']\nobject=['x']\n"
       "symmetric=true\npatterns=[]\n",
       "relations/met.toml:5:11: a symmetric relation needs the same types at both ends"},
  };
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.what) {
      const std::string said = complaint(row.types, row.relation);
      CAPTURE(said);
      CHECK(said.substr(0, row.message.size()) == row.message);
    }
  }
}

TEST_CASE("a rule leads to its file and line") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  const std::string place = place_of_rule(ontology, "met-with/1");
  CHECK(place.starts_with("relations/met-with.toml:"));
  for (const char* unknown : {"", "met-with", "met-with/", "met-with/0", "met-with/9999",
                              "met-with/x", "nothing/1", "met-with/99999999999999999999"})
    CHECK(place_of_rule(ontology, unknown).empty());
}

TEST_CASE("a data folder that is not there is told") {
  const Scratch scratch;
  CHECK_THROWS_AS(load_ontology(scratch / "nowhere"), Error);
  write(scratch / "ontology.toml", good_types);
  CHECK_THROWS_AS(load_ontology(scratch.path()), Error);  // no relations/
}
