#include "train/annotations.h"

#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/support/error_text.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

// "PER 0-2; ORG 3-4"
std::string names_of(const std::vector<std::string>& labels) {
  LabelledSentence sentence;
  sentence.labels = labels;
  sentence.forms.resize(labels.size());
  std::string line;
  for (const LabelledSentence::Name& name : sentence.names()) {
    line += line.empty() ? "" : "; ";
    line += name.type + ' ' + std::to_string(name.begin) + '-' + std::to_string(name.end);
  }
  return line;
}

// Two articles and the names in them.
constexpr const char* kArticles =
    "{\"url\": \"http://x.org/a\", \"title\": \"Kim left\", \"text\": \"Kim left Rome today.\"}\n"
    "{\"url\": \"http://x.org/b\", \"title\": \"Lam came\", \"text\": \"Lam came to Rome.\"}\n";
constexpr const char* kNames =
    "# names\n"
    "article\thttp://x.org/b\t17\n"
    "title\t0\t3\tperson\n"
    "text\t0\t3\tperson\n"
    "text\t12\t16\tplace\n"
    "\n"
    "article\thttp://x.org/a\t20\n"
    "text\t9\t13\tplace\n";

std::vector<AnnotatedArticle> read(const std::string& names, std::size_t nth, std::size_t of) {
  const Scratch scratch;
  write_file(scratch / "names.tsv", names);
  write_file(scratch / "articles.jsonl", kArticles);
  return read_annotations(scratch / "names.tsv", scratch / "articles.jsonl", nth, of);
}

// What reading says, from the file's name on; "" when it is accepted.
std::string refusal(const std::string& names) {
  try {
    read(names, 0, 1);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    const std::string what = error.what();
    return what.substr(what.find("names.tsv"));
  }
  return {};
}

}  // namespace

TEST_CASE("labels make names, however careless") {
  CHECK(names_of({"B-PER", "I-PER", "O", "B-ORG"}) == "PER 0-2; ORG 3-4");
  CHECK(names_of({"B-PER", "B-PER"}) == "PER 0-1; PER 1-2");
  CHECK(names_of({"O", "I-LOC", "I-LOC"}) == "LOC 1-3");
  CHECK(names_of({"B-PER", "I-ORG"}) == "PER 0-1; ORG 1-2");
  CHECK(names_of({"B-PER", "O", "I-PER"}) == "PER 0-1; PER 2-3");
  CHECK(names_of({"B-O", "O", "", "B-"}).empty());
  CHECK(names_of({}).empty());
}

TEST_CASE("lines of number, word and label are read as sentences") {
  const Scratch scratch;
  write_file(scratch / "t.iob2",
             "# text = Kim left .\n1\tKim\tB-PER\t-\tx\n2\tleft\tO\n\n\n1\tRome\tB-LOC\n");
  const auto sentences = read_iob2(scratch / "t.iob2");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].forms == std::vector<std::string>{"Kim", "left"});
  CHECK(sentences[0].labels == std::vector<std::string>{"B-PER", "O"});
  CHECK(sentences[1].forms == std::vector<std::string>{"Rome"});
}

TEST_CASE("a line without its label is named") {
  const Scratch scratch;
  write_file(scratch / "t.iob2", "1\tKim\tB-PER\n2\tleft\n");
  const std::string said = test::error_text([&] { read_iob2(scratch / "t.iob2"); });
  CHECK(said.ends_with("t.iob2:2: found \"2\tleft\", expected number, word and label"));
}

TEST_CASE(
    "entities with their mentions become labels; the second of two that overlap is left out") {
  const Scratch scratch;
  write_file(scratch / "t.json",
             R"([{"sents": [["Kim", "Lam", "left"], ["Rome", "fell", "in", "1945"]],
                  "vertexSet": [
                    [{"sent_id": 0, "pos": [0, 2], "type": "PER"}],
                    [{"sent_id": 0, "pos": [1, 2], "type": "ORG"},
                     {"sent_id": 1, "pos": [0, 1], "type": "LOC"}],
                    [{"sent_id": 1, "pos": [3, 4], "type": "TIME"}]]},
                 {"sents": [["Oslo"]],
                  "vertexSet": [[{"sent_id": 0, "pos": [0, 1], "type": "LOC"}]]}])");
  const auto sentences = read_redocred(scratch / "t.json");
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].labels == std::vector<std::string>{"B-PER", "I-PER", "O"});
  CHECK(sentences[1].labels == std::vector<std::string>{"B-LOC", "O", "O", "O"});
  CHECK(sentences[2].labels == std::vector<std::string>{"B-LOC"});
}

TEST_CASE("what is no JSON array is refused") {
  const Scratch scratch;
  write_file(scratch / "t.json", "{}");
  CHECK_THROWS_AS(read_redocred(scratch / "t.json"), Error);
  write_file(scratch / "t.json", "[");
  CHECK_THROWS_AS(read_redocred(scratch / "t.json"), Error);
}

TEST_CASE("names are read with the articles that they stand in") {
  const auto articles = read(kNames, 0, 1);
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].raw.article.url == "http://x.org/b");
  REQUIRE(articles[0].title.size() == 1);
  CHECK(articles[0].title[0].span == Span{0, 3});
  REQUIRE(articles[0].text.size() == 2);
  CHECK(articles[0].text[1].span == Span{12, 16});
  CHECK(articles[0].text[1].type == NameType::Place);
  CHECK(articles[1].raw.article.url == "http://x.org/a");
  CHECK(articles[1].title.empty());
  CHECK(articles[1].text.size() == 1);
}

TEST_CASE("of some articles each part has its own, all parts together all") {
  const auto first = read(kNames, 0, 2);
  const auto second = read(kNames, 1, 2);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(first[0].raw.article.url == "http://x.org/b");
  CHECK(first[0].text.size() == 2);
  CHECK(second[0].raw.article.url == "http://x.org/a");
  CHECK(second[0].text.size() == 1);
  CHECK(read(kNames, 4, 5).empty());
}

TEST_CASE("a wrong line of names is named") {
  CHECK(refusal(kNames).empty());
  CHECK(refusal("article\thttp://x.org/c\t1\n") ==
        "names.tsv:1: there is no article http://x.org/c");
  const std::string start = "article\thttp://x.org/a\t20\n";
  for (const char* line : {"text\t0\t3\tplanet", "text\t0\tperson", "body\t0\t3\tperson", "text"}) {
    CHECK(refusal(start + line + "\n") == "names.tsv:2: found \"" + std::string(line) +
                                              "\", expected title or text, two numbers and a type");
  }
}

TEST_CASE("the annotations of the program's data can be read line by line") {
  const std::filesystem::path file =
      std::filesystem::path(ENTENTE_DATA_DIR) / "annotations/names.tsv";
  std::istringstream in(read_file(file));
  std::uint32_t number = 0;
  std::size_t articles = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    INFO("line " << number << ": " << line);
    std::istringstream fields(line);
    std::string kind;
    fields >> kind;
    if (kind == "article") {
      ++articles;
      continue;
    }
    long begin = -1;
    long end = -1;
    std::string type;
    fields >> begin >> end >> type;
    CHECK((kind == "title" || kind == "text"));
    CHECK(begin >= 0);
    CHECK(begin < end);
    CHECK(name_type_of(type).has_value());
  }
  CHECK(articles > 0);
}
