// `entente build`, `remove` and `check` from outside. What is found in the articles is tested
// elsewhere.

#include <signal.h>

#include <chrono>
#include <thread>

#include "base/files.h"
#include "tests/catch.h"
#include "tests/cli/graph_file.h"
#include "tests/support/chance.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;
namespace fs = std::filesystem;

namespace {

Run entente_run(const std::vector<std::string>& arguments, const RunOptions& options = {}) {
  return run(ENTENTE_PROGRAM, arguments, options);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string story(const std::string& who) {
  return "Talks at the port\nMay 3, 2023\n\nPORTLAND - President " + who +
         " Lindqvist met Prime Minister Bo Tarnov on Tuesday. The two leaders talked for an hour "
         "and "
         "agreed to meet again.\n\nAfter the talks they went to see the harbour with their "
         "aides.\n";
}

struct Newsroom {
  Scratch folder;
  std::string graph = folder / "g.ent";
  std::string articles = folder / "articles";

  explicit Newsroom(int count = 3) {
    fs::create_directory(articles);
    for (int i = 0; i < count; ++i) {
      write_bytes(articles + "/" + std::to_string(1000 + i) + ".txt",
                  story("Ann" + std::string(1, static_cast<char>('a' + i % 26))));
    }
  }
  Run build(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"build", articles, "-o", graph};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return entente_run(arguments);
  }
  std::string everything() const {
    return entente_run({"facts", graph, "--status", "all"}).out +
           entente_run({"entities", graph, "--status", "all"}).out +
           entente_run({"events", graph, "--status", "all", "--format", "jsonl"}).out +
           entente_run({"articles", graph}).out;
  }
};

}  // namespace

TEST_CASE("a build adds, replaces what changed, and skips what is as before") {
  const Newsroom room;
  const Run first = room.build();
  CHECK(first.code == 0);
  CHECK(first.out.empty());
  CHECK(first.err.starts_with("3 articles read (3 new): "));
  CHECK(first.err.ends_with(" -> " + room.graph + "\n"));
  const std::string bytes = bytes_of(room.graph);
  const std::string all = room.everything();

  const Run again = room.build();
  CHECK(again.code == 0);
  CHECK(again.err.starts_with("3 articles read (3 as before): "));
  CHECK(bytes_of(room.graph) == bytes);
  CHECK(room.build({"--quiet"}).err.empty());

  write_bytes(room.articles + "/1001.txt", story("Zoe"));
  write_bytes(room.articles + "/2000.txt", story("Yan"));
  CHECK(room.build().err.starts_with("4 articles read (1 new, 1 changed, 2 as before): "));
  CHECK(room.everything() != all);
  CHECK(entente_run({"verify", room.graph}).code == 0);
}

TEST_CASE("the graph does not depend on order, number of jobs or steps") {
  const Newsroom room(6);
  REQUIRE(room.build().code == 0);
  const std::string expected = room.everything();
  CHECK_FALSE(expected.empty());
  std::vector<std::string> files;
  for (int i = 5; i >= 0; --i) files.push_back(std::to_string(1000 + i) + ".txt");
  RunOptions inside;
  inside.folder = room.articles;
  for (const std::string& file : files) {
    CHECK(entente_run({"build", file, "-o", room.graph + "2", "--jobs", "1"}, inside).code == 0);
  }
  std::vector<std::string> backwards = {"build", "-o", room.graph + "3", "--jobs", "5"};
  backwards.insert(backwards.end(), files.begin(), files.end());
  CHECK(entente_run(backwards, inside).code == 0);
  for (const char* other : {"2", "3"}) {
    Newsroom same(0);
    same.graph = room.graph + other;
    CHECK(same.everything() == expected);
  }
}

namespace {

// One of a few stories of a few people who meet; several articles may print one.
std::string invented_story(Chance& chance) {
  const std::vector<std::string> presidents = {"Anna Keller", "Anton Kelensky", "Anton Kelenskiy"};
  const std::vector<std::string> ministers = {"Marcus Hale", "Mira Stolz", "Ines Moor"};
  const std::vector<std::string> days = {"Monday", "Tuesday", "May 2", "last month"};
  const auto one_of = [&](const std::vector<std::string>& some) {
    return some[chance.next() % some.size()];
  };
  const std::string guest = one_of(ministers);
  const std::string other = one_of(ministers);
  return "Talks at the port\nMay 3, 2023\n\nPORTLAND - Austrian President " + one_of(presidents) +
         " met Prime Minister " + guest + (other == guest ? "" : " and " + other) +
         " in Vienna on " + one_of(days) + ". " + guest + " will visit Kenya on Friday. " + other +
         " signed the Vienna Harbour Agreement on May 2.\n\nAfter the talks they went to see the "
         "harbour with their aides and spoke to the press of both countries for an hour.\n";
}

}  // namespace

TEST_CASE("any sequence of build, replace and remove ends as one clean build does") {
  constexpr std::size_t articles = 8;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    Chance chance{seed};
    const Newsroom room(0);
    RunOptions inside;
    inside.folder = room.articles;
    const auto name = [](std::size_t i) { return std::to_string(1000 + i) + ".txt"; };
    const auto write_some = [&] {
      std::vector<std::string> written;
      for (std::size_t i = 0; i < articles; ++i) {
        if (chance.next() % 3 == 0) continue;
        write_bytes(room.articles + "/" + name(i), invented_story(chance));
        written.push_back(name(i));
      }
      for (std::size_t i = written.size(); i > 1; --i) {
        std::swap(written[i - 1], written[chance.next() % i]);
      }
      return written;
    };
    for (int step = 0; step < 4; ++step) {
      std::vector<std::string> build = {"build", "-o", room.graph};
      const std::vector<std::string> written = write_some();
      build.insert(build.end(), written.begin(), written.end());
      CHECK(entente_run(build, inside).code == 0);
      const std::string gone = written[chance.next() % written.size()];
      CHECK(entente_run({"remove", room.graph, gone}).code == 0);
      fs::remove(room.articles + "/" + gone);
    }
    const std::string stepwise = room.everything();
    CHECK(contains(stepwise, "\"event\":\"event:"));
    const Newsroom clean(0);
    std::vector<std::string> build = {"build", "-o", clean.graph};
    for (std::size_t i = 0; i < articles; ++i) {
      if (fs::exists(room.articles + "/" + name(i))) build.push_back(name(i));
    }
    REQUIRE(build.size() > 3);
    CHECK(entente_run(build, inside).code == 0);
    CHECK(clean.everything() == stepwise);
  }
}

TEST_CASE("what cannot be read is named with the reason, and the rest is read") {
  const Newsroom room;
  write_bytes(room.articles + "/empty.txt", "");
  write_bytes(room.articles + "/image.txt", std::string("\x89PNG\0\0", 6));
  write_bytes(room.articles + "/latin.txt", story("Ren\xe9"));
  write_bytes(room.articles + "/page.html",
              "<html><head><title>x</title></head><body></body></html>");
  write_bytes(room.articles + "/wire.jsonl", "{\"url\":\"https://a.example/1\",\"text\":\"" +
                                                 std::string("Ann Lindqvist met Bo Tarnov.") +
                                                 "\"}\n{broken\n");
  const Run run = room.build();
  CHECK(run.code == 5);
  CHECK(run.out.empty());
  CHECK(contains(run.err, "entente: skipped " + room.articles + "/empty.txt: an empty file\n"));
  CHECK(contains(run.err, "entente: skipped " + room.articles + "/image.txt: a binary file"));
  CHECK(contains(run.err, "entente: " + room.articles + "/latin.txt:4: not UTF-8"));
  CHECK(contains(run.err,
                 "entente: skipped " + room.articles + "/page.html: no article text in it\n"));
  CHECK(contains(run.err, "wire.jsonl:2:"));
  CHECK(contains(run.err, "5 articles read (5 new), 4 skipped: "));
  CHECK(contains(room.everything(), "https://a.example/1"));
}

TEST_CASE("when nothing can be read the code is 3 and no graph is left behind") {
  const Newsroom room(0);
  const Run empty = room.build();
  CHECK(empty.code == 3);
  CHECK(contains(empty.err, "no articles in this folder"));
  CHECK_FALSE(fs::exists(room.graph));
  const Run missing = entente_run({"build", room.folder / "nothing.txt", "-o", room.graph});
  CHECK(missing.code == 3);
  CHECK(contains(missing.err, "nothing.txt: no such file"));
  CHECK_FALSE(fs::exists(room.graph));
}

TEST_CASE("an article named twice counts once; of two with one name the first is kept") {
  const Newsroom room(1);
  const std::string file = room.articles + "/1000.txt";
  CHECK(entente_run({"build", file, file, "-o", room.graph})
            .err.starts_with("1 article read (1 new): "));
  const std::string other = room.folder / "other";
  fs::create_directory(other);
  write_bytes(other + "/1000.txt", story("Wim"));
  const Run run = entente_run({"build", room.articles, other, "-o", room.graph + "2"});
  CHECK(run.code == 5);
  CHECK(contains(run.err, "another article of this build has the same name, 1000.txt"));
}

TEST_CASE("standard input is read by what it holds") {
  const Newsroom room(0);
  RunOptions text;
  text.input = story("Ann");
  CHECK(entente_run({"build", "-", "-o", room.graph}, text).code == 0);
  RunOptions lines;
  lines.input = "{\"url\":\"https://a.example/2\",\"text\":\"Ann Lindqvist met Bo Tarnov.\"}\n";
  CHECK(entente_run({"build", "-", "-o", room.graph}, lines)
            .err.starts_with("1 article read (1 new)"));
  CHECK(contains(room.everything(), "https://a.example/2"));
}

TEST_CASE("one wire story in inputs of every kind is one source") {
  const Newsroom room(0);
  const std::string first =
      "Austrian President Anna Keller met Kenyan President Marcus Hale in Vienna on Monday, and "
      "the two spoke for three hours about the harbour, the railway and the price of grain.";
  const std::string second =
      "The talks had been planned since spring, but were put off twice because of the strike at "
      "the port. A spokesman told reporters that both sides were content with what was said, and "
      "that a second round would be held in autumn, this time by the sea.";
  const std::string body = "<p>" + first + "</p><p>" + second + "</p>";
  const std::string page =
      "<html><head><title>Talks in Vienna</title><link rel=\"canonical\" "
      "href=\"https://a.example/talks\"></head><body><nav><a href=\"/\">Home</a></nav><article>"
      "<h1>Talks in Vienna</h1>" +
      body + "</article></body></html>";
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
  write_bytes(room.articles + "/a.html", page);
  write_bytes(room.articles + "/b.warc",
              "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/talks\r\n"
              "Content-Length: " +
                  std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n");
  write_bytes(room.articles + "/c.rss",
              "<rss><channel><title>B Post</title><item><link>https://b.example/talks</link>"
              "<title>Vienna: talks</title><description><![CDATA[" +
                  body + "]]></description></item></channel></rss>");
  write_bytes(room.articles + "/d.jsonl",
              "{\"url\":\"https://c.example/t\",\"text\":\"" + first + "\\n\\n" + second + "\"}\n");
  const Run run = room.build();
  CHECK(run.code == 0);
  CHECK(contains(run.err, "4 articles read (4 new)"));
  const std::string facts =
      entente_run({"facts", room.graph, "--relation", "met-with", "--format", "jsonl"}).out;
  CHECK(contains(facts, "\"sources\":1,"));
  for (const char* article : {"\"a.html\"", "\"https://a.example/talks\"",
                              "\"https://b.example/talks\"", "\"https://c.example/t\""}) {
    CHECK(contains(facts, article));
  }
  // What comes again from elsewhere under the same address is as before.
  const std::string packed = room.folder / "e.jsonl";
  std::string escaped = page;
  for (std::size_t at = 0; (at = escaped.find('"', at)) != std::string::npos; at += 2) {
    escaped.insert(at, "\\");
  }
  write_bytes(packed, "{\"url\":\"https://a.example/talks\",\"html\":\"" + escaped + "\"}\n");
  CHECK(contains(entente_run({"build", packed, "-o", room.graph}).err, "1 as before"));
}

TEST_CASE("a target that cannot be written to is named, with code 4") {
  const Newsroom room(1);
  const Run no_folder = entente_run({"build", room.articles, "-o", room.folder / "no/g.ent"});
  CHECK(no_folder.code == 4);
  CHECK(contains(no_folder.err, "there is no folder " + (room.folder / "no").string()));
  const Run is_folder = entente_run({"build", room.articles, "-o", room.articles});
  CHECK(is_folder.code == 4);
  CHECK(contains(is_folder.err, "a folder; expected"));
  write_bytes(room.graph, "not a graph at all, but a letter that must not be lost");
  const Run not_graph = room.build();
  CHECK(not_graph.code == 3);
  CHECK(bytes_of(room.graph) == "not a graph at all, but a letter that must not be lost");
  CHECK(entente_run({"build", room.articles}).code == 2);
}

TEST_CASE("an interrupted build keeps what it acknowledged, and the next one goes on") {
  const Newsroom whole(400);
  REQUIRE(whole.build().code == 0);
  Newsroom room(0);
  room.articles = whole.articles;
  const std::string command = "'" ENTENTE_PROGRAM "' build '" + room.articles + "' -o '" +
                              room.graph + "' & pid=$!; until [ -s '" + room.graph +
                              "-wal' ] || ! kill -0 $pid; do sleep 0.02; done; "
                              "kill -INT $pid; wait $pid; echo $?";
  // Once it has begun to write. A shell without job control lets its children ignore SIGINT; -m
  // gives it back.
  const Run stopped = run("/bin/bash", {"-c", "set -m; " + command});
  if (stopped.out == "130\n") {  // else it was done before
    CHECK(contains(stopped.err, "the same command goes on from here"));
    CHECK_FALSE(fs::exists(room.graph + "-wal"));
  }
  const Run rest = room.build();
  CHECK(rest.code == 0);
  CHECK(room.everything() == whole.everything());
}

TEST_CASE("removing an article takes out what it alone said") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run unknown = entente_run({"remove", graph, "three.txt", "tow.txt"});
  CHECK(unknown.code == 1);
  CHECK(contains(unknown.err, "did you mean \"two.txt\"?; nothing was removed"));
  CHECK(entente_run({"show", graph, "Eve Ray"}).code == 0);
  const Run removed = entente_run({"remove", graph, "three.txt"});
  CHECK(removed.code == 0);
  CHECK(removed.err == "1 article removed: 6 entities, 6 facts -> " + graph + "\n");
  CHECK(entente_run({"show", graph, "Eve Ray"}).code == 1);
  CHECK(entente_run({"remove", folder / "no.ent", "a"}).code == 4);
  CHECK_FALSE(fs::exists(folder / "no.ent"));
}

TEST_CASE("check tells how an article is read") {
  const Newsroom room(1);
  const Run check = entente_run({"check", room.articles + "/1000.txt"});
  CHECK(check.code == 0);
  CHECK(check.err.empty());
  CHECK(contains(check.out, "title         Talks at the port\n"));
  CHECK(contains(check.out, "published     3 May 2023"));
  for (const char* part : {"\nBlocks", "\nNames\n", "\nDates\n", "\nFacts ("})
    CHECK(contains(check.out, part));
  CHECK(entente_run({"check", room.folder / "no.txt"}).code == 3);
}

TEST_CASE("check shows what a stage found, and no control characters of the article") {
  const Newsroom room(1);
  const std::string article = room.articles + "/1000.txt";
  const Run tags = entente_run({"check", "--stage", "tag", article});
  CHECK(tags.code == 0);
  CHECK(contains(tags.out, "\tPROPN NNP\t"));
  const Run trees = entente_run({"check", "--stage", "parse", article});
  CHECK(contains(trees.out, "# text = "));
  CHECK(contains(trees.out, "\troot\t"));
  CHECK(contains(entente_run({"check", "--stage", "parse", "--tree", article}).out, "  root VERB"));
  const Run slip = entente_run({"check", "--stage", "prase", article});
  CHECK(slip.code == 2);
  CHECK(contains(slip.err, "known stages: tokenize"));
  CHECK(entente_run({"check", "--tree", article}).code == 2);
  write_file(article, "The \x1b[31mminister\x1b[0m met the king.\n");
  const Run coloured = entente_run({"check", "--stage", "parse", article});
  CHECK(contains(coloured.out, "minister"));
  CHECK(!contains(coloured.out, "\x1b"));
}

TEST_CASE("data files are looked for where ENTENTE_DATA says") {
  const Newsroom room(1);
  RunOptions options;
  options.environment = {{"ENTENTE_DATA", room.articles}};
  const Run run = entente_run({"build", room.articles, "-o", room.graph}, options);
  CHECK(run.code == 4);
  CHECK(contains(run.err, "ENTENTE_DATA is " + room.articles));
}
