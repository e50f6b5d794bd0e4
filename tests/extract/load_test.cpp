#include "extract/load.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "extract/front_matter.h"
#include "tests/catch.h"
#include "tests/extract/packed.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const PageWords& words() {
  static const auto loaded = load_page_words(ENTENTE_DATA_DIR);
  return *loaded;
}

// An empty folder that goes away with its content.
class Scratch {
 public:
  Scratch() {
    static int count = 0;
    path_ = fs::temp_directory_path() /
            ("entente-load-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    fs::create_directories(path_);
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string file(const std::string& name, std::string_view bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

struct Result {
  std::vector<RawArticle> articles;
  std::vector<Warning> warnings;

  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const RawArticle& raw : articles) result.push_back(raw.article.id);
    return result;
  }
  std::vector<std::string> messages() const {
    std::vector<std::string> result;
    for (const Warning& warning : warnings) {
      result.push_back(to_string(Place{"", warning.place.line, 0}) + " " + warning.message);
    }
    return result;
  }
};

Result read(const std::vector<std::string>& paths) {
  Result result;
  read_articles(
      paths, [&](RawArticle raw) { result.articles.push_back(std::move(raw)); },
      [&](Warning warning) { result.warnings.push_back(std::move(warning)); });
  return result;
}

const fs::path kPages = fs::path(ENTENTE_TEST_DIR) / "extract" / "pages";

constexpr std::string_view kSentence = "The council met on Monday.\n";

}  // namespace

TEST_CASE("a folder gives its articles by name, and passes over what is hidden or of no known kind",
          "[load]") {
  const Scratch scratch;
  scratch.file("b.txt", kSentence);
  scratch.file("a/z.md", kSentence);
  scratch.file("a/c.HTML", "<p>The council met on Monday.</p>");
  scratch.file("c.jsonl",
               "{\"text\":\"One.\"}\n{\"url\":\"http://x.example/2\",\"text\":\"Two.\"}\n");
  scratch.file(".hidden.txt", kSentence);
  scratch.file(".git/d.txt", kSentence);
  scratch.file("picture.png", "\x89PNG");
  const Result result = read({scratch.path()});
  CHECK(result.warnings.empty());
  CHECK(result.ids() ==
        std::vector<std::string>{"a/c.HTML", "a/z.md", "b.txt", "c.jsonl:1", "http://x.example/2"});
  CHECK(result.articles[0].format == RawArticle::Format::Html);
  CHECK(result.articles[1].format == RawArticle::Format::Text);
  CHECK(count_articles({scratch.path()}) == 5);
}

TEST_CASE("a file named by the user keeps the path as given", "[load]") {
  const Scratch scratch;
  const std::string path = scratch.file("one.txt", kSentence);
  const Result result = read({path, path});
  CHECK(result.ids() == std::vector<std::string>{path, path});
  CHECK(count_articles({path, scratch.path() + "/absent.txt"}) == 2);
}

TEST_CASE("what cannot be read is reported, and the next file is read", "[load]") {
  const Scratch scratch;
  const std::string good = scratch.file("good.txt", kSentence);
  struct Row {
    std::string what, name, bytes, message;
  };
  const Row row = GENERATE(values<Row>({
      {"empty", "a.txt", "", "an empty file"},
      {"blank", "a.txt", " \n\t\r\n", "an empty file"},
      {"an empty page", "a.html", "", "an empty file"},
      {"no records", "a.jsonl", "\n\n", "an empty file"},
      {"binary", "a.txt", std::string("PK\0\1", 4), "a binary file: it contains NUL bytes"},
      {"a binary page", "a.html", std::string("<p>\0</p>", 8),
       "a binary file: it contains NUL bytes"},
      {"binary UTF-16", "a.txt", std::string("\xFF\xFEH\0\0\0i\0", 8),
       "a binary file: it contains NUL bytes"},
      {"too large", "a.txt", std::string(10'485'761, 'a'), "larger than 10 MB"},
      {"of no known kind", "a.pdf", "%PDF",
       "an unknown kind of file; known: .txt, .md, .html, .htm, .jsonl, .rss, .atom, .xml, .warc, "
       "and each with .gz"},
      {"packed, of no known kind", "a.tar.gz", "\x1f",
       "an unknown kind of file; known: .txt, .md, .html, .htm, .jsonl, .rss, .atom, .xml, .warc, "
       "and each with .gz"},
      {"no archive", "a.warc", "The council met.\n",
       "expected the first line of a record, WARC/1.0, found \"The council met.\""},
      {"no feed", "a.xml", "<urlset/>", "expected a feed, RSS or Atom; found <urlset>"},
      {"packed, and damaged", "a.txt.gz", "\x1f\x8b\x08", "gzip data that ends too early"},
  }));
  DYNAMIC_SECTION(row.what) {
    const std::string bad = scratch.file(row.name, row.bytes);
    const Result result = read({bad, good});
    CHECK(result.ids() == std::vector<std::string>{good});
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].place.file == bad);
    CHECK(result.warnings[0].message == row.message);
  }
  SECTION("missing") {
    const Result result = read({scratch.path() + "/absent.txt", good});
    CHECK(result.articles.size() == 1);
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].message == "no such file or folder");
  }
  SECTION("a folder without articles") {
    const Scratch empty;
    REQUIRE(read({empty.path()}).warnings.size() == 1);
  }
}

TEST_CASE("text that is not UTF-8 is repaired and reported with its line", "[load]") {
  const Scratch scratch;
  const Result result = read({scratch.file("a.txt", "One line.\nJos\xE9 met the council.\n")});
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].article.text == "One line.\nJos\uFFFD met the council.\n");
  REQUIRE(result.warnings.size() == 1);
  CHECK(result.warnings[0].place.line == 2);
}

TEST_CASE("a byte-order mark is no part of the text", "[load]") {
  const Scratch scratch;
  const Result result =
      read({scratch.file("a.txt",
                         "\xEF\xBB\xBF"
                         "The council met.\r\n"),
            scratch.file("b.txt", std::string("\xFF\xFE"
                                              "H\0i\0",
                                              6)),
            scratch.file("c.jsonl", "\xEF\xBB\xBF{\"text\":\"One.\"}\r\n{\"text\":\"Two.\"}")});
  CHECK(result.warnings.empty());
  REQUIRE(result.articles.size() == 4);
  CHECK(result.articles[0].article.text == "The council met.\r\n");
  CHECK(result.articles[1].article.text == "Hi");
  CHECK(result.articles[3].article.text == "Two.");
}

TEST_CASE("a broken line of records costs a warning with its number, not the lines after it",
          "[load]") {
  const std::string path = (kPages / "records.jsonl").string();
  const Result result = read({path});
  CHECK(result.ids() == std::vector<std::string>{"https://valley-post.example/2018/04/03/treaty",
                                                 path + ":2", "https://valley-post.example/number",
                                                 "https://valley-post.example/2019/05/06/last"});
  const auto messages = result.messages();
  REQUIRE(messages.size() == 6);
  CHECK(messages[0].starts_with(":4 broken JSON"));
  CHECK(messages[1] == ":5 expected a JSON object with \"text\" or \"html\"");
  CHECK(messages[2] == ":6 a record without \"text\" or \"html\"");
  CHECK(messages[3] == ":7 \"text\": expected a text");
  CHECK(messages[4] == ":7 \"title\": expected a text");
  CHECK(messages[5] == ":7 \"published\": expected a text");
  CHECK(result.warnings[0].place.column > 0);
  CHECK(count_articles({path}) == 8);
}

TEST_CASE("a record's own words go before the page's", "[load]") {
  const Result result = read({(kPages / "records.jsonl").string()});
  REQUIRE(result.articles.size() == 4);
  const Document first = load_document(result.articles[0], words());
  CHECK(first.article.title == "A treaty");
  CHECK(first.article.outlet == "Valley Post");
  CHECK(first.article.author == "Jane Example");
  CHECK(to_iso(first.article.published.value()) == "2018-04-03");
  CHECK(first.article.published_from == "record");
  CHECK(load_document(result.articles[1], words()).article.author == "A. One, B. Two");
  CHECK_FALSE(load_document(result.articles[1], words()).article.published);

  const Document page = load_document(result.articles[2], words());
  CHECK(result.articles[2].format == RawArticle::Format::Html);
  CHECK(page.article.text == "Karl Muster visited Vado on Monday, his office said.");
  const Document last = load_document(result.articles[3], words());
  CHECK(last.article.published_from == "url");
  CHECK(last.article.outlet == "valley-post.example");
}

TEST_CASE("hostile records do no harm", "[load]") {
  const Scratch scratch;
  const std::string deep(200'000, '[');
  std::string nested = "{\"x\":" + deep + std::string(deep.size(), ']') + ",\"text\":\"Deep.\"}\n";
  const std::string bytes = nested + deep + "\n" +
                            "{\"text\":\"A \\u0000 NUL and half a pair \\ud83d end.\"}\n"
                            "{\"text\":\"J\xE9rôme.\"}\n"
                            "{\"text\":\"\"}\n"
                            "{\"text\":\"" +
                            std::string(11'000'000, 'a') + "\"}\n" + "{\"text\":\"Last.\"}";
  const Result result = read({scratch.file("a.jsonl", bytes)});
  REQUIRE(!result.articles.empty());
  CHECK(result.articles.front().article.text == "Deep.");
  CHECK(result.articles.back().article.text == "Last.");
  for (const RawArticle& raw : result.articles) {
    CHECK(raw.article.text.find('\0') == std::string::npos);
  }
  CHECK(result.warnings.size() >= 4);
}

TEST_CASE("a pipe is read by what it holds", "[load]") {
  const Scratch scratch;
  CHECK(read({scratch.file("lines", "\n {\"text\":\"One.\"}\n{\"text\":\"Two.\"}")})
            .articles.size() == 2);
  CHECK(read({scratch.file("page", "  <html><p>One.</p>")}).articles.at(0).format ==
        RawArticle::Format::Html);
  CHECK(read({scratch.file("text", kSentence)}).articles.at(0).article.text == kSentence);
}

TEST_CASE("a packed file is what its name without .gz says, and a name alone packs nothing",
          "[load]") {
  const Scratch scratch;
  scratch.file("a.html.gz", gzip("The council met on Monday."));
  scratch.file("b.jsonl.GZ", gzip("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"));
  scratch.file("c.txt", gzip("Packed without a name that says so."));
  scratch.file("d.txt.gz", "Not packed at all.");
  scratch.file("e.gz", gzip("Passed over."));
  const Result result = read({scratch.path()});
  CHECK(result.warnings.empty());
  CHECK(result.ids() ==
        std::vector<std::string>{"a.html.gz", "b.jsonl.GZ:1", "b.jsonl.GZ:2", "c.txt", "d.txt.gz"});
  CHECK(result.articles[0].format == RawArticle::Format::Html);
  CHECK(result.articles[3].article.text == "Packed without a name that says so.");
  CHECK(result.articles[4].article.text == "Not packed at all.");
  CHECK(read({scratch.path() + "/e.gz"}).articles.at(0).article.text == "Passed over.");
}

TEST_CASE("the head of a text file is honoured", "[front matter]") {
  RawArticle raw;
  raw.article.text = read_file(kPages / "front_matter.md");
  const Document page = load_document(raw, words());
  CHECK(page.article.title == "Two unions agree on a common list");
  CHECK(page.article.outlet == "The Daily Example");
  CHECK(page.article.author == "Ines Modelo");
  CHECK(page.article.url == "https://daily.example/politics/common-list");
  CHECK(to_iso(page.article.published.value()) == "2020-02-29");
  CHECK(page.article.published_from == "front matter");
  CHECK(page.article.text == raw.article.text);
  REQUIRE(page.blocks.size() > 2);
  CHECK(page.blocks[0].reason == "front matter");
  CHECK(page.blocks[1].kind == BlockKind::Title);
  CHECK(slice(page.article.text, page.blocks[1].span) == "Two unions agree on a common list");
}

TEST_CASE("a head is taken only when it is one", "[front matter]") {
  struct Row {
    std::string_view what, text;
    std::uint32_t length;
    std::string_view title;
  };
  const Row row = GENERATE(values<Row>({
      {"two keys without a fence", "Title: Lake\nDate: 2020-01-02\n\nThe council met.", 29, "Lake"},
      {"with carriage returns", "---\r\ntitle: 'Lake'\r\n---\r\nThe council met.", 25, "Lake"},
      {"in double quotes, over two lines",
       "---\ntitle: \"The mayor\\u2019s\\\n  \\ \\_Lake\"\n---\nHe met.", 46, "The mayor’s  Lake"},
      {"one key alone may be a sentence", "Source: a lake.\nThe council met.", 0, ""},
      {"a fence that never closes", "---\ntitle: Lake\nThe council met.", 0, ""},
      {"a rule", "---\nThe council met\n---\n", 0, ""},
      {"nothing", "", 0, ""},
  }));
  DYNAMIC_SECTION(row.what) {
    Article article;
    CHECK(read_front_matter(row.text, words(), article) == row.length);
    CHECK(article.title == row.title);
  }
}

TEST_CASE("a source that is an address is the url", "[front matter]") {
  Article article;
  CHECK(take_field("Source", "https://www.x.example/a", "front matter", words(), article));
  CHECK(article.url == "https://www.x.example/a");
  CHECK(article.outlet.empty());
  CHECK_FALSE(take_field("weather", "fine", "front matter", words(), article));
  CHECK(host_of("https://www.x.example/a?b") == "x.example");
  CHECK(host_of("x.example/a").empty());
}

TEST_CASE("a file of page words that is wrong names its line", "[load]") {
  const Scratch scratch;
  scratch.file("words/page.toml", "[sections]\nend = [\"a\", 7]\n");
  CHECK_THROWS_AS(load_page_words(scratch.path()), Error);
  scratch.file("words/page.toml", "[sections\n");
  CHECK_THROWS_AS(load_page_words(scratch.path()), Error);
}
