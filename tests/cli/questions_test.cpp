// The reading commands from outside: what they say, where they say it, how they end.

#include <algorithm>
#include <cctype>
#include <set>

#include "graph/copies.h"
#include "tests/catch.h"
#include "tests/cli/graph_file.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;

namespace {

Run entente_run(const std::vector<std::string>& arguments, const RunOptions& options = {}) {
  return run(ENTENTE_PROGRAM, arguments, options);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("who met whom is a table, and each meeting of two has its sentence") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run all = entente_run({"met", graph, "ann lind"});
  CHECK(all.code == 0);
  CHECK(all.err.empty());
  CHECK(all.out ==
        "name     type    times  first  last        places  id\n"
        "Bo Tarn  person      2  2021   2023-05-02  Port    person:bo-tarn\n"
        "Cy Moor  person      1                             person:cy-moor\n");
  const Run two = entente_run({"met", graph, "Lind", "President Bo Tarn"});
  CHECK(two.code == 0);
  CHECK(two.out ==
        "2021          Ann Lind met Bo Tarn\n"
        "              “Ann Lind met Bo Tarn.”\n"
        "              two.txt\n"
        "\n"
        "2 May 2023    Ann Lind met Bo Tarn · Port\n"
        "              “Ann Lind met Bo Tarn in Port on May 2.”\n"
        "              Talks at the port · Harbour Wire · 3 May 2023 · one.txt\n");
  CHECK(entente_run({"met", graph, "Lind", "Bo Tarn", "--since", "2023"}).out.starts_with("2 May"));
}

TEST_CASE("a path prints every hop with its sentence") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run path = entente_run({"path", graph, "Cy Moor", "Dee Hall"});
  CHECK(path.code == 0);
  CHECK(path.out ==
        "Cy Moor -[met]- Ann Lind\n"
        "    “Cy Moor met Ann Lind.”\n"
        "    two.txt\n"
        "Ann Lind -[met, 2021]- Bo Tarn · and 1 more fact\n"
        "    “Ann Lind met Bo Tarn.”\n"
        "    two.txt\n"
        "Bo Tarn -[visited, May 2023]-> Land\n"
        "    “Bo Tarn then visited Land.”\n"
        "    Talks at the port · Harbour Wire · 3 May 2023 · one.txt\n"
        "Land <-[holds a post in]- Dee Hall\n"
        "    “Dee Hall is president of Land.”\n"
        "    two.txt\n");
  const Run supposed =
      entente_run({"path", graph, "Cy Moor", "Land", "--status", "all", "--k", "2"});
  CHECK(supposed.out.starts_with(
      "Path 1 of 2, 1 step\nCy Moor -[visited (hypothetical), 2024]-> Land\n"));
  CHECK(contains(supposed.out, "Path 2 of 2, 3 steps\n"));
}

TEST_CASE("parallel facts of a step are counted") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(entente_run({"path", graph, "Lind", "Bo Tarn"})
            .out.starts_with("Ann Lind -[met, 2021]- Bo Tarn · and 1 more fact\n"));
  const Run table = entente_run({"path", graph, "Lind", "Bo Tarn", "--format", "csv"});
  CHECK(table.out.starts_with(
      "path,confidence,step,from,to,forward,more,date,subject,relation,object,"));
  CHECK(contains(table.out, "\n1,0.9,1,person:ann-lind,person:bo-tarn,yes,1,2021,"));
}

TEST_CASE("every option of path changes what is found") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  struct Row {
    std::vector<std::string> options;
    int code;
    std::string said;  // on standard output, or where code is 1 on standard error
  };
  const auto row = GENERATE_COPY(values<Row>(
      {{{"--via", "met-with,visited"}, 1, "no path between Cy Moor and Dee Hall: "},
       {{"--not", "Bo Tarn"}, 1, "Cy Moor's part of the graph has 2 entities; Dee Hall is not"},
       {{"--not", "Port", "--not", "Eve Ray"}, 0, "Cy Moor -[met]- Ann Lind"},
       {{"--max", "2"}, 1, "of at most 2 steps; they are connected, but only by more"},
       {{"--status", "all", "--k", "5"}, 0, "Path 2 of 2, 4 steps"},
       {{"--status", "all", "--not", "Land"}, 1, "no path between"},
       {{"--type", "person"}, 1, "Cy Moor's part of the graph has 3 entities; Dee Hall is not"},
       {{"--since", "2022"}, 1, "no fact that fits connects Cy Moor with anyone"},
       {{"--min-sources", "2"}, 1, "no fact that fits connects Cy Moor with anyone"},
       {{"--as-of", "2023"}, 1, "no fact that fits connects Cy Moor with anyone"},
       {{"--weighted"}, 0, "One path, 4 steps, 66 % sure\nCy Moor -[met]- Ann Lind"},
       {{"--weighted", "--k", "2", "--status", "all"}, 0, "Path 2 of 2, 4 steps, 66 % sure"},
       {{"--in-time-order"}, 1, "4 steps in order of time; they are connected otherwise"},
       {{"--all"}, 0, "Land <-[holds a post in]- Dee Hall"}}));
  std::vector<std::string> arguments = {"path", graph, "Cy Moor", "Dee Hall"};
  arguments.insert(arguments.end(), row.options.begin(), row.options.end());
  if (row.options[0] == "--in-time-order") arguments.insert(arguments.end(), {"--max", "4"});
  CAPTURE(arguments);
  const Run run = entente_run(arguments);
  CHECK(run.code == row.code);
  CAPTURE(run.out, run.err);
  CHECK(contains(row.code == 0 ? run.out : run.err, row.said));
}

TEST_CASE("options of path that do not go together are refused") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{"--all", "--k", "2"},
                                             {"--all", "--weighted"},
                                             {"--k", "0"},
                                             {"--max", "0"},
                                             {"--not", "Cy Moor"},
                                             {"--not", "ray"},
                                             {"--as-of", "now"}}) {
    CAPTURE(options);
    std::vector<std::string> arguments = {"path", graph, "Cy Moor", "Dee Hall"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    CHECK(entente_run(arguments).code == 2);
  }
}

TEST_CASE("between tells all facts of two, common whom both have to do with, top who has most") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run between = entente_run({"between", graph, "Bo Tarn", "Lind"});
  CHECK(between.code == 0);
  CHECK(between.out ==
        "2021          Ann Lind met Bo Tarn\n"
        "              “Ann Lind met Bo Tarn.”\n"
        "              two.txt\n"
        "\n"
        "2 May 2023    Ann Lind met Bo Tarn · Port\n"
        "              “Ann Lind met Bo Tarn in Port on May 2.”\n"
        "              Talks at the port · Harbour Wire · 3 May 2023 · one.txt\n");
  const Run apart = entente_run({"between", graph, "Cy Moor", "Bo Tarn"});
  CHECK(apart.code == 1);
  CHECK(contains(apart.err, "no fact that fits connects Cy Moor and Bo Tarn directly"));
  const Run common = entente_run({"common", graph, "Cy Moor", "Bo Tarn", "--status", "all"});
  CHECK(common.code == 0);
  CHECK(common.out ==
        "Ann Lind · 3 facts\n"
        "    with Cy Moor: met\n"
        "    with Bo Tarn: met (2)\n"
        "Land · 2 facts\n"
        "    with Cy Moor: visited hypothetical\n"
        "    with Bo Tarn: visited\n");
  CHECK(entente_run({"common", graph, "Lind", "Eve Ray"}).code == 1);
  const Run top = entente_run({"top", graph, "--type", "person", "--limit", "2"});
  CHECK(top.code == 0);
  CHECK(top.out ==
        "rank  name      type    score  id\n"
        "   1  Ann Lind  person      3  person:ann-lind\n"
        "   2  Bo Tarn   person      3  person:bo-tarn\n");
  CHECK(contains(entente_run({"top", graph, "degrees"}).err, "did you mean \"degree\"?"));
}

TEST_CASE("about is show, also as it was on a day") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(entente_run({"about", graph, "Bo Tarn"}).out ==
        entente_run({"show", graph, "Bo Tarn"}).out);
  const Run then = entente_run({"about", graph, "Bo Tarn", "--as-of", "2022"});
  CHECK(contains(then.out, "met-with (1)"));
  CHECK_FALSE(contains(then.out, "visited"));
}

TEST_CASE("the query that --cypher prints finds the same facts as the verb") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  // All ids of facts in a text, sorted: an f and twelve digits.
  const auto facts = [](const std::string& text) {
    std::set<std::string> found;
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
      const std::string word = text.substr(at + 1, 13);
      const auto is_digit = [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c)) != 0;
      };
      if (word.size() == 13 && word[0] == 'f' &&
          std::all_of(word.begin() + 1, word.end(), is_digit)) {
        found.insert(word);
      }
    }
    return found;
  };
  for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
           {"show", graph, "Lind"},
           {"about", graph, "Land", "--status", "all"},
           {"met", graph, "Lind", "Bo Tarn"},
           {"between", graph, "Lind", "Bo Tarn", "--since", "2022"},
           {"common", graph, "Cy Moor", "Bo Tarn", "--status", "all"},
           {"timeline", graph, "Bo Tarn", "--relation", "visited,met-with"},
           {"path", graph, "Cy Moor", "Dee Hall"},
           {"path", graph, "Cy Moor", "Land", "--status", "all", "--k", "3"},
           {"path", graph, "Cy Moor", "Land", "--weighted", "--not", "Eve Ray", "--max", "9"}}) {
    CAPTURE(question);
    std::vector<std::string> told = question, asked = question;
    told.insert(told.end(), {"--format", "json"});
    asked.emplace_back("--cypher");
    const Run text = entente_run(asked);
    CHECK(text.code == 0);
    const Run answer = entente_run({"query", graph, text.out, "--format", "json"});
    CHECK(answer.code == 0);
    CHECK_FALSE(facts(answer.out).empty());
    CHECK(facts(answer.out) == facts(entente_run(told).out));
  }
  // Those that count: the same entities, as often.
  const Run top = entente_run({"top", graph, "--cypher"});
  CHECK(entente_run({"query", graph, top.out, "--format", "csv"})
            .out.starts_with("name,score,node\n\"Ann Lind\",3,person:ann-lind\n"));
  const Run met = entente_run({"met", graph, "Lind", "--cypher"});
  CHECK(facts(entente_run({"query", graph, met.out, "--format", "json"}).out).size() == 3);
  const Run dyads = entente_run({"dyads", graph, "--cypher"});
  CHECK(facts(entente_run({"query", graph, dyads.out, "--format", "json"}).out).size() == 5);
}

TEST_CASE("no path is a plain sentence and code 1") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run apart = entente_run({"path", graph, "Lind", "Eve Ray"});
  CHECK(apart.code == 1);
  CHECK(apart.out.empty());
  CHECK(apart.err ==
        "no path between Ann Lind and Eve Ray: Ann Lind's part of the graph has 5 entities; Eve "
        "Ray is not one of them\n");
  CHECK(entente_run({"path", graph, "Cy Moor", "Dee Hall", "--max", "3"}).err ==
        "no path between Cy Moor and Dee Hall of at most 3 steps; they are connected, but only by "
        "more: try a larger --max\n");
  CHECK(contains(entente_run({"path", graph, "Lind", "Dee Hall", "--via", "met-with"}).err,
                 "no path between"));
  CHECK(entente_run({"path", graph, "Lind", "Eve Ray", "--format", "json"}).out == "[]\n");
  CHECK(entente_run({"path", graph, "Lind", "Ann Lind"}).code == 0);
}

TEST_CASE("an ambiguous name ends with 2, an unknown one with 1") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run ambiguous = entente_run({"show", graph, "ray"});
  CHECK(ambiguous.code == 2);
  CHECK(ambiguous.out.empty());
  CHECK(contains(ambiguous.err, "1. Eve Ray (person, 1 article)  person:eve-ray\n"));
  CHECK(contains(ambiguous.err, "2. Fay Ray"));
  for (const char* command : {"show", "met", "timeline", "find"}) {
    CAPTURE(command);
    const Run unknown = entente_run({command, graph, "Ann Lint"});
    CHECK(unknown.code == 1);
    CHECK(unknown.out.empty());
    CHECK(contains(unknown.err, "did you mean \"Ann Lind\"?"));
  }
}

TEST_CASE("show, timeline, find and stats tell what is there") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run show = entente_run({"show", graph, "Dee Hall"});
  CHECK(show.code == 0);
  CHECK(show.out ==
        "Dee Hall\n"
        "Person · named 1 time in 1 article · person:dee-hall\n"
        "\n"
        "holds-position (1)\n"
        "\n"
        "no date       Dee Hall: president, Land\n"
        "              “Dee Hall is president of Land.”\n"
        "              two.txt\n");
  const Run timeline =
      entente_run({"timeline", graph, "--type", "person,country", "--relation", "visited"});
  CHECK(timeline.out.starts_with("May 2023      Bo Tarn visited Land\n"));
  CHECK(entente_run({"timeline", graph, "--since", "2030"}).code == 1);
  const Run find = entente_run({"find", graph, "ray", "--format", "tsv"});
  CHECK(find.code == 0);
  CHECK(contains(find.out, "Eve Ray\tperson\t1\t2\t1\tRay\tperson:eve-ray\n"));
  const Run stats = entente_run({"stats", graph});
  CHECK(stats.code == 0);
  CHECK(contains(stats.out, "In all\n  articles"));
  CHECK(contains(stats.out, "Facts by year\n"));
}

TEST_CASE("why gives each sentence with its rule, by entities or by the fact's id") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run why = entente_run({"why", graph, "Bo Tarn", "Land"});
  CHECK(why.code == 0);
  CHECK(contains(why.out, "Bo Tarn visited Land, May 2023\n"));
  CHECK(contains(why.out, "read by visited/1 (relations/visited.toml:"));
  CHECK(contains(why.out, ") · bytes 39–65 · 90 % sure"));
  CHECK(contains(why.out, "“Bo Tarn” ("));  // who, by which word, and what
  const Run table = entente_run({"why", graph, "Bo Tarn", "Land", "--format", "csv"});
  const std::size_t row = table.out.find('\n') + 1;
  const std::string id = table.out.substr(row, 13);
  CHECK(entente_run({"why", graph, id}).out == why.out);
  CHECK(entente_run({"why", graph, "f0"}).code == 1);
  const Run none = entente_run({"why", graph, "Lind", "Land"});
  CHECK(none.code == 1);
  CHECK(contains(none.err, "directly; try: entente path"));
}

TEST_CASE("an event is told once, with who was there, what contradicts it and what is a copy") {
  const Scratch folder;
  const std::string graph = folder / "g.ent";
  {
    const std::string talks = "Ann Lind and Bo Tarn met Dee Hall on May 2.";
    ReadArticle first = Reading("a.txt", talks)
                            .entity("person", {"Ann Lind"})
                            .entity("person", {"Bo Tarn"})
                            .entity("person", {"Dee Hall"})
                            .fact("Ann Lind", "met-with", "Dee Hall", "2023-05-02")
                            .fact("Bo Tarn", "met-with", "Dee Hall", "2023-05-02");
    std::string body;
    for (int i = 0; i < 40; ++i) body += "w" + std::to_string(i) + ' ';
    first.extraction.sketch = sketch_of(body);
    ReadArticle copy = first;
    copy.article.id = "b.txt";
    for (Fact& fact : copy.extraction.facts) fact.evidence[0].article = "b.txt";
    const std::string other = "On May 3 Ann Lind and Bo Tarn met Dee Hall.";
    ReadArticle second = Reading("c.txt", other)
                             .entity("person", {"Ann Lind"})
                             .entity("person", {"Bo Tarn"})
                             .entity("person", {"Dee Hall"})
                             .fact("Ann Lind", "met-with", "Dee Hall", "2023-05-03")
                             .fact("Bo Tarn", "met-with", "Dee Hall", "2023-05-03");
    Store store(graph, Store::Mode::Write);
    for (const ReadArticle& read : {first, copy, second}) put(store, read);
    store.fold(load_ontology(data_folder()));
  }
  const Run timeline = entente_run({"timeline", graph});
  CHECK(timeline.out ==
        "2 May 2023    Ann Lind and Bo Tarn met Dee Hall\n"
        "              “Ann Lind and Bo Tarn met Dee Hall on May 2.”\n"
        "              a.txt\n"
        "\n"
        "3 May 2023    Ann Lind and Bo Tarn met Dee Hall\n"
        "              “On May 3 Ann Lind and Bo Tarn met Dee Hall.”\n"
        "              c.txt\n");
  const Run events = entente_run({"events", graph, "--until", "2023-05-02", "--format", "jsonl"});
  CHECK(events.code == 0);
  CHECK(contains(events.out, R"("kind":"meeting","date":"2023-05-02","status":"happened")"));
  CHECK(contains(events.out, R"({"entity":"person:dee-hall","role":"participant"}])"));
  CHECK(contains(events.out, R"("articles":["a.txt","b.txt"],"sources":1,"conflicts":["event:)"));
  const std::string id = events.out.substr(7, events.out.find('"', 7) - 7);
  CHECK(
      contains(entente_run({"facts", graph, "--format", "jsonl"}).out, "\"event\":\"" + id + '"'));
  const Run why = entente_run({"why", graph, id});
  CHECK(why.code == 0);
  CHECK(contains(why.out, "Ann Lind met Dee Hall, 2 May 2023\n"));
  CHECK(contains(why.out, "Bo Tarn met Dee Hall, 2 May 2023\n"));
  CHECK(contains(why.out, "2 sentences in 2 articles, 1 source"));
  CHECK(contains(why.out, "  " + id + " · with Bo Tarn (participant)\n"));
  CHECK(contains(why.out, "  another sentence says 3 May 2023 (c.txt)\n"));
  CHECK(contains(why.out, "same text as a.txt"));
  CHECK(entente_run({"events", graph, "--min-sources", "2"}).code == 1);
  CHECK(entente_run({"events", graph, "--status", "planned"}).code == 1);
}

TEST_CASE("records follow the contract, and only records go to standard output") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run facts = entente_run({"facts", graph, "--relation", "visited"});
  CHECK(facts.code == 0);
  CHECK(facts.err.empty());
  CHECK(contains(
      facts.out,
      "\"subject\":\"person:bo-tarn\",\"relation\":\"visited\",\"object\":\"country:land\","
      "\"date\":\"2023-05\",\"status\":\"happened\""));
  CHECK(contains(
      facts.out,
      "\"article\":\"one.txt\",\"start\":39,\"end\":65,\"text\":\"Bo Tarn then visited Land.\""));
  CHECK(contains(entente_run({"entities", graph, "--type", "country"}).out,
                 "{\"id\":\"country:land\",\"type\":\"country\""));
  const Run articles = entente_run({"articles", graph, "--format", "csv"});
  CHECK(articles.out.starts_with(
      "id,published,outlet,title,author,url,published_from\n"
      "one.txt,2023-05-03,\"Harbour Wire\",\"Talks at the port\",,,\"line 2\"\n"));
  const Run none = entente_run({"facts", graph, "--since", "2030", "--format", "jsonl"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
}

TEST_CASE("every reading command answers in every format") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::vector<std::vector<std::string>> questions = {{"stats", graph},
                                                           {"find", graph, "Lind"},
                                                           {"show", graph, "Lind"},
                                                           {"met", graph, "Lind"},
                                                           {"met", graph, "Lind", "Bo Tarn"},
                                                           {"path", graph, "Lind", "Land"},
                                                           {"between", graph, "Lind", "Bo Tarn"},
                                                           {"common", graph, "Cy Moor", "Bo Tarn"},
                                                           {"top", graph},
                                                           {"about", graph, "Lind"},
                                                           {"timeline", graph},
                                                           {"why", graph, "Lind", "Bo Tarn"},
                                                           {"entities", graph},
                                                           {"events", graph},
                                                           {"facts", graph},
                                                           {"articles", graph}};
  for (std::vector<std::string> question : questions) {
    question.push_back("--format");
    for (const char* format : {"table", "json", "jsonl", "csv", "tsv", "md"}) {
      std::vector<std::string> arguments = question;
      arguments.push_back(format);
      CAPTURE(arguments);
      const Run answer = entente_run(arguments);
      CHECK(answer.code == 0);
      CHECK(answer.err.empty());
      CHECK_FALSE(answer.out.empty());
      CHECK(entente_run(arguments).out == answer.out);
    }
  }
}

TEST_CASE("a wrong word in a filter is refused with what was meant") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  struct Row {
    std::vector<std::string> options;
    std::string message;
  };
  const auto row = GENERATE_COPY(values<Row>(
      {{{"--relation", "vistied"}, "unknown relation \"vistied\"; did you mean \"visited\"?"},
       {{"--relation", "met-with,met"}, "unknown relation \"met\"; did you mean \"met-with\"?"},
       {{"--type", "persn"}, "unknown type \"persn\"; did you mean \"person\"?"},
       {{"--status", "planed"}, "unknown status \"planed\"; did you mean \"planned\"?"},
       {{"--since", "yesterday"},
        "--since: \"yesterday\" is no date; expected 2024-08-19, 2024-08 or 2024"},
       {{"--until", "2023-02-30"}, "is no date"},
       {{"--format", "jsno"}, "unknown format \"jsno\"; did you mean \"json\""},
       {{"--min-sources", "many"}, "--min-sources"},
       {{"--as-of", "2024"}, "unknown option --as-of"},
       {{"more"}, "too many arguments: \"more\""},
       {{"--color", "blue"}, "--color"}}));
  std::vector<std::string> arguments = {"timeline", graph, "Lind"};
  arguments.insert(arguments.end(), row.options.begin(), row.options.end());
  CAPTURE(row.message);
  const Run run = entente_run(arguments);
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK(contains(run.err, row.message));
}

TEST_CASE("a missing argument is named") {
  const Run run = entente_run({"met"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "missing GRAPH: a graph that `entente build` made"));
}

TEST_CASE("a file that is no graph ends with 3, one that is missing with 4") {
  const Scratch folder;
  const std::string text = folder / "notes.txt";
  write_bytes(text, std::string(4096, 'x'));
  for (const char* command : {"stats", "entities", "verify", "articles", "facts"}) {
    CAPTURE(command);
    const Run wrong = entente_run({command, text});
    CHECK(wrong.code == 3);
    CHECK(contains(wrong.err, "notes.txt: not an Entente graph"));
    const Run missing = entente_run({command, folder / "nothing.ent"});
    CHECK(missing.code == 4);
    CHECK(contains(missing.err, "nothing.ent: no such file"));
    CHECK(entente_run({command, folder.path().string()}).code == 4);
  }
  CHECK_FALSE(std::filesystem::exists(folder / "nothing.ent"));
}

TEST_CASE("a full disk under standard output ends with 4, a closed pipe with 0") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  RunOptions full;
  full.output_file = "/dev/full";
  const Run run_full = entente_run({"facts", graph}, full);
  CHECK(run_full.code == 4);
  CHECK(run_full.err == "entente: cannot write to standard output: No space left on device\n");
  const Run piped = run("/bin/bash", {"-c", "'" ENTENTE_PROGRAM "' facts '" + graph +
                                                "' | true; echo ${PIPESTATUS[0]}"});
  CHECK(piped.out == "0\n");
  CHECK(piped.err.empty());
}

TEST_CASE("colours are for terminals, unless asked for") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK_FALSE(contains(entente_run({"show", graph, "Lind"}).out, "\x1b["));
  CHECK(contains(entente_run({"show", graph, "Lind", "--color", "always"}).out,
                 "\x1b[1mAnn Lind\x1b[0m"));
  const std::string shown =
      "script -qec \"'" ENTENTE_PROGRAM "' show '" + graph + "' Lind\" /dev/null";
  // Without script(1), or without pseudo-terminals, there is no terminal to be had.
  if (run("/bin/bash", {"-c", "script -qec true /dev/null"}).code == 0) {
    CHECK(contains(run("/bin/bash", {"-c", shown}, {"", "", {{"TERM", "xterm"}}, ""}).out,
                   "\x1b[1m"));
    CHECK_FALSE(
        contains(run("/bin/bash", {"-c", shown}, {"", "", {{"TERM", "dumb"}}, ""}).out, "\x1b["));
    CHECK_FALSE(contains(
        run("/bin/bash", {"-c", shown}, {"", "", {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, ""}).out,
        "\x1b["));
  }
}

TEST_CASE("what a graph says cannot steer the terminal") {
  const Scratch folder;
  const std::string file = folder / "evil.ent";
  {
    Store store(file, Store::Mode::Write);
    ReadArticle evil = Reading("e\x1b[2J.txt", "A\x1b]0;x\x07 met\nB\u202e.")
                           .entity("person", {"A\x1b]0;x\x07"})
                           .entity("person", {"B\u202e"})
                           .fact("A\x1b]0;x\x07", "met-with", "B\u202e", "2024");
    evil.article.title = "t\x1b[31m";
    put(store, evil);
    store.fold(load_ontology(data_folder()));
  }
  for (const std::vector<std::string>& question :
       std::vector<std::vector<std::string>>{{"timeline", file},
                                             {"show", file, "B"},
                                             {"why", file, "A 0 x", "B"},
                                             {"met", file, "B"},
                                             {"path", file, "B", "A 0 x"},
                                             {"between", file, "B", "A 0 x"},
                                             {"top", file},
                                             {"find", file, "B"},
                                             {"stats", file},
                                             {"verify", file},
                                             {"facts", file, "--format", "table"},
                                             {"articles", file, "--format", "csv"}}) {
    CAPTURE(question);
    const Run run = entente_run(question);
    CHECK_FALSE(run.out.empty());
    for (const std::string& text : {run.out, run.err}) {
      CHECK_FALSE(contains(text, "\x1b"));
      CHECK_FALSE(contains(text, "\x07"));
      CHECK_FALSE(contains(text, "\u202e"));
    }
  }
}

TEST_CASE("a Cypher query answers as a table, with parameters") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string query =
      "MATCH (a:Person {name: $name})-[r:MET_WITH]-(b) RETURN b.name AS who, r.when AS day "
      "ORDER BY day, who";
  const Run found = entente_run({"query", graph, query, "-p", "name=Ann Lind", "--format", "csv"});
  CHECK(found.code == 0);
  CHECK(found.err.empty());
  CHECK(found.out == "who,day\n\"Bo Tarn\",2021\n\"Bo Tarn\",2023-05-02\n\"Cy Moor\",\n");
  const Run none = entente_run({"query", graph, query, "-p", "name=Nobody"});
  CHECK(none.code == 1);
  CHECK(contains(none.err, "no rows"));
}

TEST_CASE("a Cypher query that is wrong says where, with a caret") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run wrong = entente_run({"query", graph, "MATCH (a:Person)\nRETURN b.name"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "<query>:2:8: \"b\" is not defined\n  RETURN b.name\n         ^"));
  CHECK(entente_run({"query", graph, "CREATE (:Person)"}).code == 2);
  CHECK(contains(entente_run({"query", graph, "EXPLAIN MATCH (a:Country) RETURN a"}).out,
                 "NodesByLabel (a:Country)"));
}
