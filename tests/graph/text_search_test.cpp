#include "graph/text_search.h"

#include <sqlite3.h>

#include "base/error.h"
#include "graph/store.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/scratch.h"

using namespace entente;
using namespace entente::test;
using Mode = Store::Mode;

namespace {

// An article whose sentences are `sentences`, with a blank between each two.
ReadArticle article(const std::string& id, const std::vector<std::string>& sentences,
                    const std::string& published = "") {
  ReadArticle read;
  read.article.id = id;
  for (const std::string& sentence : sentences) {
    if (!read.article.text.empty()) read.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(read.article.text.size());
    read.article.text += sentence;
    read.extraction.sentences.push_back(
        {begin, static_cast<std::uint32_t>(read.article.text.size())});
  }
  if (!published.empty()) read.article.published = parse_iso(published);
  return read;
}

void put(Store& store, const ReadArticle& read) {
  store.put(read.article, {read.article.id, "h", "r"}, read.extraction);
}

// "article: sentence", with what matched in brackets; one a line.
std::string found(const Store& store, const SentenceSearch& search) {
  std::string lines;
  for (const FoundSentence& one : store.search(search)) {
    CHECK(one.text == slice(store.text(one.article), one.span));
    std::string text = one.text;
    for (auto match = one.matches.rbegin(); match != one.matches.rend(); ++match) {
      text.insert(match->end, "]").insert(match->begin, "[");
    }
    lines += one.article + ": " + text + '\n';
  }
  return lines;
}

std::string found(const Store& store, const std::string& words) {
  return found(store, SentenceSearch{words});
}

// Whether FTS5 finds the index in order, and how many sentences it holds.
std::string check_of(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  const int whole =
      sqlite3_exec(handle, "INSERT INTO sentence_index(sentence_index) VALUES('integrity-check')",
                   nullptr, nullptr, nullptr);
  std::string counts = whole == SQLITE_OK ? "whole" : "broken";
  const auto add = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) += ' ' + std::string(values[0]);
    return 0;
  };
  sqlite3_exec(handle, "SELECT count(*) FROM sentence_index_docsize", add, &counts, nullptr);
  sqlite3_exec(handle, "SELECT count(*) FROM sentence", add, &counts, nullptr);
  sqlite3_close(handle);
  return counts;
}

}  // namespace

TEST_CASE("sentences are found by their words, without regard to case and diacritics") {
  const Scratch scratch;
  Store store(scratch / "g.ent", Mode::Write);
  put(store, article("a.txt", {"Ann Lind signed a trade accord.", "The Café opened again."}));
  put(store, article("b.txt", {"Trade in the port has grown."}));
  CHECK(found(store, "CAFE opened") == "a.txt: The [Café] [opened] again.\n");
  CHECK(found(store, "accord trade") == "a.txt: Ann Lind signed a [trade] [accord].\n");
  CHECK(found(store, "\"trade accord\"") == "a.txt: Ann Lind signed a [trade accord].\n");
  CHECK(found(store, "\"accord trade\"").empty());
  CHECK(found(store, "tra* NOT accord") == "b.txt: [Trade] in the port has grown.\n");
  CHECK(found(store, "tra NOT accord").empty());
  CHECK(found(store, "cafe OR grown") ==
        "a.txt: The [Café] opened again.\nb.txt: Trade in the port has [grown].\n");
  CHECK(found(store, "lind AND trade") == "a.txt: Ann [Lind] signed a [trade] accord.\n");
}

TEST_CASE("the better sentence comes first, equals by article and place") {
  const Scratch scratch;
  Store store(scratch / "g.ent", Mode::Write);
  const std::vector<std::string> others(20, "Nothing of the kind was said here.");
  put(store, article("z.txt", others));
  put(store, article("b.txt", {"Port.", "A long sentence about a port and many other things."}));
  put(store, article("a.txt", {"Port."}));
  CHECK(found(store, "port") ==
        "a.txt: [Port].\nb.txt: [Port].\n"
        "b.txt: A long sentence about a [port] and many other things.\n");
  CHECK(found(store, SentenceSearch{"port", 1}) == "a.txt: [Port].\n");
  CHECK(store.search({"port"})[0].score > store.search({"port"})[2].score);
}

TEST_CASE("what an article no longer says is not found") {
  const Scratch scratch;
  {
    Store store(scratch / "g.ent", Mode::Write);
    put(store, article("a.txt", {"Old words.", "They stay."}));
    put(store, article("b.txt", {"Other words."}));
    put(store, article("a.txt", {"New words, and more of them."}));
    CHECK(found(store, "old").empty());
    CHECK(found(store, "new") == "a.txt: [New] words, and more of them.\n");
  }
  CHECK(check_of(scratch / "g.ent") == "whole 2 2");
  {
    Store store(scratch / "g.ent", Mode::Write);
    CHECK(store.remove("a.txt"));
    CHECK(found(store, "words") == "b.txt: Other [words].\n");
  }
  CHECK(check_of(scratch / "g.ent") == "whole 1 1");
}

TEST_CASE("articles of a time are those that were published in it") {
  const Scratch scratch;
  Store store(scratch / "g.ent", Mode::Write);
  put(store, article("a.txt", {"Port."}, "2023-05-03"));
  put(store, article("b.txt", {"Port."}, "2024-02"));
  put(store, article("c.txt", {"Port."}));
  SentenceSearch search{"port"};
  search.since = parse_iso("2024-02-10")->first;
  CHECK(found(store, search) == "b.txt: [Port].\n");
  search.since.reset();
  search.until = parse_iso("2023")->last;
  CHECK(found(store, search) == "a.txt: [Port].\n");
}

TEST_CASE("whatever the words are, the query is well-formed") {
  CHECK(match_expression("trade") == "((\"trade\"))");
  CHECK(match_expression("a \"b c\" d*") == "((\"a\" AND \"b c\" AND \"d\"*))");
  CHECK(match_expression("a NOT b NOT c OR d") == "(((\"a\") NOT (\"b\" OR \"c\")) OR (\"d\"))");
  CHECK(match_expression("NOT a") == "((\"NOT\" AND \"a\"))");
  CHECK(match_expression("a OR") == "((\"a\" AND \"OR\"))");
  CHECK_THROWS_AS(match_expression(""), Error);
  CHECK_THROWS_AS(match_expression(" \" * ( ) \" "), Error);

  const Scratch scratch;
  Store store(scratch / "g.ent", Mode::Write);
  put(store, article("a.txt", {"The \"Port\" of U.S.-led things (all) NEAR text:x AND y."}));
  for (const std::string& words : std::vector<std::string>{"port\"",
                                                           "\"port",
                                                           "(port",
                                                           "port)",
                                                           "text:port",
                                                           "port AND",
                                                           "^port",
                                                           "po*rt*",
                                                           "port -x",
                                                           "NEAR(port, 2)",
                                                           "port OR OR OR things",
                                                           "AND AND AND",
                                                           "NOT NOT NOT",
                                                           "{text} : port",
                                                           "port + things",
                                                           "'port'",
                                                           "port;--",
                                                           "\xff port",
                                                           std::string("po\0rt", 5),
                                                           "port\nthings",
                                                           "U.S.-led",
                                                           "\"port* things\"*",
                                                           "a OR NOT b",
                                                           "port \"\" \"\"",
                                                           "\"\"\"\""}) {
    CAPTURE(words);
    try {
      store.search({words});
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::Usage);  // no word in it: our own refusal, not SQLite's
    }
  }
  CHECK(found(store, "U.S.-led") ==
        "a.txt: The \"Port\" of [U.S.-led] things (all) NEAR text:x AND y.\n");
  std::string many;
  for (int i = 0; i < 101; ++i) many += "w NOT ";
  CHECK_THROWS_AS(store.search({many}), Error);
  CHECK_NOTHROW(store.search({many.substr(0, 6 * 50)}));
}

TEST_CASE("a sentence that is not in its article is an error") {
  const Scratch scratch;
  ReadArticle read = article("a.txt", {"Port."});
  read.extraction.sentences = {{2, 9}};
  Store store(scratch / "g.ent", Mode::Write);
  CHECK_THROWS_AS(put(store, read), Error);
  CHECK(store.stamps().empty());
}
