// What the reader decided, in the graph.

#include "graph/replay.h"

#include <algorithm>
#include <random>

#include "graph/build.h"
#include "graph/entity_names.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/error_text.h"

using namespace entente;
using test::Reading;

namespace {

struct Replayed {
  KnowledgeGraph graph;
  std::vector<std::string> warnings;  // "file:line: message"

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto vertex : graph.vertices_by_id()) all.push_back(graph[vertex].id);
    return all;
  }
  // "subject relation object date"
  std::vector<std::string> facts() const {
    std::vector<std::string> all;
    for (const auto& edge : graph.edges_by_id()) {
      const Fact& fact = graph[edge];
      all.push_back(fact.subject + ' ' + fact.relation + ' ' + fact.object + ' ' +
                    (fact.when ? to_iso(*fact.when) : "-"));
    }
    std::ranges::sort(all);
    return all;
  }
  // "kind participant participant"
  std::vector<std::string> events() const {
    std::vector<std::string> all;
    for (const Event& event : graph.events) {
      all.push_back(event.kind);
      for (const Participant& one : event.participants) all.back() += ' ' + one.entity;
    }
    std::ranges::sort(all);
    return all;
  }
};

Replayed replay(const std::vector<ReadArticle>& articles, const std::string& ledger) {
  std::vector<Warning> warnings;
  Replayed made{
      build_graph(articles, test::ontology(), parse_ledger("g.ledger", ledger), &warnings), {}};
  for (const Warning& warning : warnings) {
    made.warnings.push_back(to_string(warning.place) + ": " + warning.message);
  }
  return made;
}

// Ann Lind and A. Lind, who met Bo Tarn; Bo Tarn visited Alba.
std::vector<ReadArticle> sample() {
  return {Reading("1.txt", "Ann Lind met Bo Tarn. Bo Tarn visited Alba.")
              .entity("person", {"Ann Lind", "Lind"})
              .entity("person", {"Bo Tarn"})
              .entity("country", {"Alba"}, "country:alba")
              .fact("Ann Lind", "met-with", "Bo Tarn", "2024-05-07")
              .fact("Bo Tarn", "visited", "Alba"),
          Reading("2.txt", "A. Lind met Bo Tarn.")
              .entity("person", {"A. Lind"})
              .entity("person", {"Bo Tarn"})
              .fact("A. Lind", "met-with", "Bo Tarn", "2024-05-07")};
}

// Three articles that name a Wu Li: one person, as far as names tell.
std::vector<ReadArticle> namesakes() {
  return {Reading("1.txt", "Wu Li").entity("person", {"Wu Li"}),
          Reading("2.txt", "Wu Li").entity("person", {"Wu Li"}),
          Reading("3.txt", "Wu Li").entity("person", {"Wu Li"})};
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("issue 4: without decisions the graph is as before") {
  const auto articles = test::corpus(40);
  CHECK(test::dump(replay(articles, "# nothing\n").graph) ==
        test::dump(build_graph(articles, test::ontology())));
}

TEST_CASE("issue 4: what the reader calls the same is one, under the first's id and name") {
  const Replayed made = replay(sample(), "same | Ann Lind | A. Lind <person:a-lind>");
  CHECK(made.warnings.empty());
  CHECK(made.ids() == Strings{"country:alba", "person:ann-lind", "person:bo-tarn"});
  const Entity& ann = made.graph[*made.graph.find("person:ann-lind")];
  CHECK(ann.aliases == Strings{"A. Lind", "Lind"});
  CHECK(ann.articles == Strings{"1.txt", "2.txt"});
  CHECK(ann.mentions == 3);
  CHECK(made.facts() == Strings{"person:ann-lind met-with person:bo-tarn 2024-05-07",
                                "person:bo-tarn visited country:alba -"});
  const Fact& met =
      made.graph[*std::ranges::find_if(made.graph.edges_by_id(), [&](const auto& edge) {
        return made.graph[edge].relation == "met-with";
      })];
  CHECK(sources(met) == 2);
  CHECK(replay(sample(), "same | A. Lind | Ann Lind").ids() ==
        Strings{"country:alba", "person:a-lind", "person:bo-tarn"});
}

TEST_CASE("issue 4: events are made of what the reader left, by those that the reader joined") {
  const std::string alone = "meeting person:a-lind person:bo-tarn";
  const std::string meeting = "meeting person:ann-lind person:bo-tarn";
  const std::string visit = "visit country:alba person:bo-tarn";
  CHECK(replay(sample(), "").events() == Strings{alone, meeting, visit});
  CHECK(replay(sample(), "same | Ann Lind | A. Lind").events() == Strings{meeting, visit});
  CHECK(replay(sample(), "reject | A. Lind | met-with | Bo Tarn | any | any").events() ==
        Strings{meeting, visit});
  CHECK(replay(sample(), "reject | Alba").events() == Strings{alone, meeting});
}

TEST_CASE(
    "issue 4: what the reader calls the same may be joined in a chain, facts between them go") {
  const Replayed made = replay(sample(), "same | Ann Lind | A. Lind\nsame | A. Lind | Bo Tarn");
  CHECK(made.ids() == Strings{"country:alba", "person:ann-lind"});
  CHECK(made.facts() == Strings{"person:ann-lind visited country:alba -"});
}

TEST_CASE("issue 4: what the reader keeps apart stays two where names alone would join them") {
  CHECK(replay(namesakes(), "").ids() == Strings{"person:wu-li"});
  const Replayed made = replay(namesakes(), "differ | Wu Li @ 1.txt | Wu Li @ 3.txt");
  CHECK(made.warnings.empty());
  CHECK(made.ids() == Strings{"person:wu-li", "person:wu-li-2"});
  CHECK(made.graph[*made.graph.find("person:wu-li")].articles == Strings{"1.txt", "2.txt"});
  CHECK(made.graph[*made.graph.find("person:wu-li-2")].articles == Strings{"3.txt"});
}

TEST_CASE("issue 4: two names of one entity become two entities") {
  const std::vector<ReadArticle> articles = {
      Reading("1", "x").entity("place", {"Port"}, "place:1"),
      Reading("2", "x").entity("place", {"Port Town"}, "place:1"),
      Reading("3", "x").entity("place", {"Port Town"}, "place:1")};
  REQUIRE(replay(articles, "").ids() == Strings{"place:1"});
  const Replayed made = replay(articles, "differ | Port | Port Town");
  CHECK(made.warnings.empty());
  REQUIRE(made.graph.vertices_by_id().size() == 2);
  for (const auto vertex : made.graph.vertices_by_id()) {
    const Entity& entity = made.graph[vertex];
    CHECK(entity.articles == (entity.name == "Port" ? Strings{"1"} : Strings{"2", "3"}));
  }
}

TEST_CASE("issue 4: a decision holds however articles come and go") {
  const std::string ledger =
      "differ | Wu Li <person:wu-li> @ 2.txt | Wu Li <person:wu-li-2> @ 3.txt\n"
      "rename | Wu Li <person:wu-li-2> @ 3.txt | Wu Li the Younger\n";
  std::vector<ReadArticle> articles = namesakes();
  articles.push_back(Reading("0.txt", "Wu Li").entity("person", {"Wu Li"}));
  std::mt19937 random(3);
  const std::string expected = test::dump(replay(articles, ledger).graph);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    CHECK(test::dump(replay(articles, ledger).graph) == expected);
  }
  // The first article goes, and "-2" with it: the line still means whom 3.txt names.
  const Replayed fewer = replay({namesakes()[2]}, ledger);
  REQUIRE(fewer.ids() == Strings{"person:wu-li"});
  CHECK(fewer.graph[fewer.graph.vertices_by_id()[0]].name == "Wu Li the Younger");
}

TEST_CASE("issue 4: a new name is shown, the old one stays an alias, the id does not change") {
  const Replayed made =
      replay(sample(), "rename | person:bo-tarn | Bo R. Tarn\nrename | Bo R. Tarn | Bob Tarn");
  CHECK(made.warnings.empty());
  const Entity& bo = made.graph[*made.graph.find("person:bo-tarn")];
  CHECK(bo.name == "Bob Tarn");
  CHECK(bo.aliases == Strings{"Bo R. Tarn", "Bo Tarn"});
}

TEST_CASE("issue 4: a rejected entity goes with its facts, as a place and as a speaker") {
  std::vector<ReadArticle> articles = sample();
  articles[1].extraction.facts[0].evidence[0].said_by = "e1";
  articles[1].extraction.facts[0].qualifiers["place"] = "e1";
  const Replayed made = replay(articles, "reject | Ann Lind\nreject | Alba");
  CHECK(made.ids() == Strings{"person:a-lind", "person:bo-tarn"});
  CHECK(made.facts() == Strings{"person:a-lind met-with person:bo-tarn 2024-05-07"});
  articles[1].extraction.entities.push_back(articles[0].extraction.entities[2]);
  articles[1].extraction.facts[0].evidence[0].said_by = "e2";
  articles[1].extraction.facts[0].qualifiers["place"] = "e2";
  const Replayed silent = replay(articles, "reject | Ann Lind\nreject | Alba");
  REQUIRE(silent.graph.edges_by_id().size() == 1);
  const Fact& fact = silent.graph[silent.graph.edges_by_id()[0]];
  CHECK(fact.qualifiers.empty());
  CHECK(fact.evidence[0].said_by.empty());
}

TEST_CASE("issue 4: a rejected fact goes by what it says, whoever says it") {
  const auto rest = [](const std::string& line) { return replay(sample(), line).facts(); };
  const std::string ann = "person:ann-lind met-with person:bo-tarn 2024-05-07";
  const std::string a = "person:a-lind met-with person:bo-tarn 2024-05-07";
  const std::string visit = "person:bo-tarn visited country:alba -";
  CHECK(rest("reject | Ann Lind | met-with | Bo Tarn | 2024-05-07 | happened") ==
        Strings{a, visit});
  CHECK(rest("reject | Bo Tarn | met-with | Ann Lind") == Strings{a, visit});  // symmetric
  CHECK(rest("reject | Bo Tarn | visited | Alba | undated") == Strings{a, ann});
  // Another date, another status, the other way round: another fact.
  for (const std::string line :
       {"reject | Ann Lind | met-with | Bo Tarn | 2024-05", "reject | Alba | visited | Bo Tarn",
        "reject | Ann Lind | met-with | Bo Tarn | any | planned",
        "reject | Bo Tarn | visited | Alba | 2024",
        "reject | Bo Tarn | visited | Alba | any | any | king"}) {
    CAPTURE(line);
    const Replayed made = replay(sample(), line);
    CHECK(made.facts() == Strings{a, ann, visit});
    CHECK(made.warnings == Strings{"g.ledger:1: no article says this; nothing to reject"});
  }
  // Read again in another article, and of someone whom another line joins: still rejected.
  std::vector<ReadArticle> more = sample();
  more.push_back(Reading("3.txt", "Ann Lind met Bo Tarn.")
                     .entity("person", {"Ann Lind"})
                     .entity("person", {"Bo Tarn"})
                     .fact("Ann Lind", "met-with", "Bo Tarn", "2024-05-07"));
  CHECK(
      replay(more, "reject | A. Lind | met-with | Bo Tarn | 2024-05-07\nsame | Ann Lind | A. Lind")
          .facts() == Strings{visit});
}

TEST_CASE("issue 4: of posts with and without a title only the one that is meant goes") {
  const std::vector<ReadArticle> articles = {
      Reading("1.txt", "Ann Lind, president of Alba, serves Alba.")
          .entity("person", {"Ann Lind"})
          .entity("country", {"Alba"}, "country:alba")
          .fact("Ann Lind", "holds-position", "Alba")
          .qualifier("title", "President")
          .fact("Ann Lind", "holds-position", "Alba")};
  const auto count = [&](const std::string& title) {
    return replay(articles,
                  "reject | Ann Lind | holds-position | Alba | undated | happened" + title)
        .facts()
        .size();
  };
  CHECK(replay(articles, "").facts().size() == 2);
  CHECK(count("") == 0);
  CHECK(count(" | president") == 1);
  CHECK(count(" | untitled") == 1);
  CHECK(count(" | king") == 2);
}

TEST_CASE("issue 4: a line that fits nothing, or too much, is a warning with its place") {
  const Replayed made =
      replay(sample(),
             "# top\nsame | Ann Lind | Zoe Zand\nreject | Zoe\nrename | person:zoe | Zed\n"
             "differ | Ann Lind | Lind\n");
  CHECK(made.ids() == replay(sample(), "").ids());
  CHECK(made.warnings ==
        Strings{"g.ledger:2: no entity is Zoe Zand", "g.ledger:3: no entity is Zoe",
                "g.ledger:4: no entity is <person:zoe>",
                "g.ledger:5: both are person:ann-lind; say in which article each is named: NAME @ "
                "ARTICLE"});
  const Replayed rays = replay(
      {Reading("1", "x").entity("person", {"Eve Ray", "Ray"}).entity("person", {"Fay Ray", "Ray"})},
      "reject | Ray");
  CHECK(rays.warnings ==
        Strings{"g.ledger:1: Ray may be any of 2: person:eve-ray, person:fay-ray"});
  CHECK(rays.ids().size() == 2);
}

TEST_CASE("issue 4: lines that contradict each other are an error that names both") {
  const auto error = [](const std::string& ledger) {
    return test::error_text([&] { replay(sample(), ledger); });
  };
  const std::string message =
      "\"same\" contradicts \"differ\" on line 1: Ann Lind and A. Lind; delete one of the two "
      "lines";
  CHECK(error("differ | Ann Lind | A. Lind\n\nsame | Ann Lind | A. Lind") ==
        "g.ledger:3: " + message);
  CHECK(error("same | A. Lind | Ann Lind\ndiffer | person:ann-lind | person:a-lind")
            .starts_with("g.ledger:1: \"same\" contradicts \"differ\" on line 2"));
  // By way of a third.
  CHECK(error("differ | Ann Lind | A. Lind\nsame | Ann Lind | Bo Tarn\nsame | Bo Tarn | A. Lind")
            .starts_with("g.ledger:3: \"same\" contradicts \"differ\" on line 1"));
  CHECK(error("differ | Ann Lind | A. Lind\nsame | Ann Lind | Bo Tarn").empty());
}

TEST_CASE("issue 4: a reference leads back to its entity, with an article where names are shared") {
  const KnowledgeGraph graph = replay(namesakes(), "differ | Wu Li @ 1.txt | Wu Li @ 3.txt").graph;
  std::vector<Entity> entities;
  for (const auto vertex : graph.vertices_by_id()) entities.push_back(graph[vertex]);
  entities.push_back(test::entity("person:ann-lind"));
  const EntityNames names(entities);
  CHECK(names.reference(2) == EntityRef{"ann lind", "person:ann-lind", ""});
  CHECK(names.reference(1) == EntityRef{"Wu Li", "person:wu-li-2", "3.txt"});
  std::string problem;
  for (std::size_t i = 0; i < entities.size(); ++i)
    CHECK(names.find(names.reference(i), problem) == i);
}

TEST_CASE(
    "issue 5: an entity that the reader adds is there, and is that of an article that comes") {
  const std::string line = "add | Zoe Zand <person:zoe-zand> | person\n";
  const Replayed own = replay(sample(), line);
  CHECK(own.warnings.empty());
  const auto zoe = own.graph.find("person:zoe-zand");
  REQUIRE(zoe);
  CHECK(own.graph[*zoe] == Entity{"person:zoe-zand", "person", "Zoe Zand", {}, {}, 0});
  std::vector<ReadArticle> more = sample();
  more.push_back(Reading("3.txt", "Zoe Zand").entity("person", {"Zoe Zand", "Zand"}));
  const Replayed joined = replay(more, line);
  CHECK(joined.warnings.empty());
  CHECK(joined.ids() == Strings{"country:alba", "person:a-lind", "person:ann-lind",
                                "person:bo-tarn", "person:zoe-zand"});
  CHECK(joined.graph[*joined.graph.find("person:zoe-zand")].articles == Strings{"3.txt"});
  // Another of the name has an id of its own, whatever is there.
  CHECK(replay(more, "add | Zoe Other <person:zoe-zand> | person").ids() ==
        Strings{"country:alba", "person:a-lind", "person:ann-lind", "person:bo-tarn",
                "person:zoe-zand", "person:zoe-zand-2"});
  CHECK(replay(sample(), line + line).warnings == Strings{"g.ledger:2: line 1 adds it already"});
  CHECK(replay(sample(), "reject | Alba\nadd | Alba <country:alba> | country").warnings ==
        Strings{"g.ledger:2: line 1 rejects it; delete that line"});
  CHECK(replay(sample(), "add | X | robot").warnings ==
        Strings{"g.ledger:1: no type is called \"robot\""});
}

TEST_CASE("issue 5: a fact that the reader adds has its line as evidence") {
  const std::string ledger =
      "# top\nadd | Zoe Zand <person:zoe-zand> | person\n"
      "add | Zoe Zand | met-with | Bo Tarn | 2024-06 | planned | place=Alba | topic=trade  # "
      "heard\n";
  const Replayed made = replay(sample(), ledger);
  CHECK(made.warnings.empty());
  const auto edge = std::ranges::find_if(made.graph.edges_by_id(), [&](const auto& each) {
    return made.graph[each].status == Status::Planned;
  });
  REQUIRE(edge != made.graph.edges_by_id().end());
  const Fact& fact = made.graph[*edge];
  CHECK(fact.subject == "person:bo-tarn");
  CHECK(fact.object == "person:zoe-zand");
  CHECK(fact.when == parse_iso("2024-06"));
  CHECK(fact.qualifiers ==
        std::map<std::string, std::string>{{"place", "country:alba"}, {"topic", "trade"}});
  REQUIRE(fact.evidence.size() == 1);
  const Evidence& said = fact.evidence[0];
  CHECK(is_of_reader(said));
  CHECK(said.article == "g.ledger");
  CHECK(said.quote == slice(ledger, said.sentence));
  CHECK(said.quote.ends_with("# heard"));
  CHECK(slice(ledger, said.subject) == "Bo Tarn");  // of a symmetric relation the smaller id first
  CHECK(slice(ledger, said.object) == "Zoe Zand");
  CHECK(slice(ledger, said.trigger) == "met-with");
  CHECK(sources(fact) == 1);
}

TEST_CASE("issue 5: what the reader and an article say is one fact") {
  const Replayed made =
      replay(sample(), "add | Bo Tarn | met-with | Ann Lind | 2024-05 | happened");
  CHECK(made.facts() == replay(sample(), "").facts());
  const Fact& met =
      made.graph[*std::ranges::find_if(made.graph.edges_by_id(), [&](const auto& edge) {
        return made.graph[edge].object == "person:bo-tarn" &&
               made.graph[edge].subject == "person:ann-lind";
      })];
  CHECK(met.evidence.size() == 2);
  CHECK(sources(met) == 2);
}

TEST_CASE("issue 5: an added fact that cannot be is told") {
  const auto warning = [](const std::string& ledger) {
    const Strings warnings = replay(sample(), ledger).warnings;
    return warnings.size() == 1 ? warnings[0] : std::to_string(warnings.size()) + " warnings";
  };
  CHECK(warning("add | Nobody | met-with | Bo Tarn") == "g.ledger:1: no entity is Nobody");
  CHECK(warning("add | Ann Lind | met-with | Bo Tarn | 2024 | happened | place=Nowhere") ==
        "g.ledger:1: no entity is Nowhere");
  CHECK(warning("add | Ann Lind | danced-with | Bo Tarn") ==
        "g.ledger:1: no relation is called \"danced-with\"");
  CHECK(warning("same | Ann Lind | A. Lind\nadd | Ann Lind | met-with | A. Lind") ==
        "g.ledger:2: both ends are person:ann-lind");
  CHECK(
      warning("add | Bo Tarn | visited | Alba | 2024\nadd | Bo Tarn | visited | Alba | 2024 # x") ==
      "g.ledger:2: line 1 says it already");
  CHECK(warning("reject | Bo Tarn | visited | Alba\nadd | Bo Tarn | visited | Alba | 2024") ==
        "g.ledger:2: line 1 rejects it; delete that line");
}

TEST_CASE("issue 5: a corrected fact has what the reader says, and its line as evidence") {
  const std::string ledger =
      "correct | Ann Lind | met-with | Bo Tarn | 2024-05-07 | happened | any | date=2024-05-09 | "
      "status=planned | topic=trade\n";
  const Replayed made = replay(sample(), ledger);
  CHECK(made.warnings.empty());
  CHECK(made.facts() == Strings{"person:a-lind met-with person:bo-tarn 2024-05-07",
                                "person:ann-lind met-with person:bo-tarn 2024-05-09",
                                "person:bo-tarn visited country:alba -"});
  const auto corrected = [](const Replayed& those) -> const Fact& {
    return those.graph[*std::ranges::find_if(those.graph.edges_by_id(), [&](const auto& edge) {
      return those.graph[edge].subject == "person:ann-lind";
    })];
  };
  const Fact& fact = corrected(made);
  CHECK(fact.status == Status::Planned);
  CHECK(fact.qualifiers.at("topic") == "trade");
  REQUIRE(fact.evidence.size() == 2);
  CHECK(fact.evidence[0].article == "1.txt");
  CHECK(is_of_reader(fact.evidence[1]));
  // Its id is that of a fact that says so by itself.
  CHECK(fact.id ==
        corrected(replay({sample()[1], Reading("1.txt", "Ann Lind met Bo Tarn. Bo Tarn in Alba.")
                                           .entity("person", {"Ann Lind", "Lind"})
                                           .entity("person", {"Bo Tarn"})
                                           .fact("Ann Lind", "met-with", "Bo Tarn", "2024-05-09")
                                           .status(Status::Planned)},
                         ""))
            .id);
  // Corrected again, and rejected as it then is.
  const std::string again =
      ledger +
      "correct | Ann Lind | met-with | Bo Tarn | 2024-05-09 | planned | any | date=undated\n";
  CHECK_FALSE(corrected(replay(sample(), again)).when);
  CHECK(replay(sample(), again + "reject | Ann Lind | met-with | Bo Tarn | undated | planned\n")
            .facts()
            .size() == 2);
  CHECK(replay(sample(), "correct | Ann Lind | met-with | Alba | any | any | any | topic=x")
            .warnings == Strings{"g.ledger:1: no article says this; nothing to correct"});
}

TEST_CASE("issue 5: a correction stays when articles tell the date more exactly, or again") {
  const std::string ledger =
      "correct | Ann Lind | met-with | Bo Tarn | 2024-05 | happened | any | date=2024-05-09 | "
      "status=denied\n";
  const auto said = [&](const std::vector<std::string>& dates) {
    std::vector<ReadArticle> articles;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      articles.push_back(Reading(std::to_string(i) + ".txt", "Ann Lind met Bo Tarn.")
                             .entity("person", {"Ann Lind"})
                             .entity("person", {"Bo Tarn"})
                             .fact("Ann Lind", "met-with", "Bo Tarn", dates[i]));
    }
    const Replayed made = replay(articles, ledger);
    CHECK(made.warnings.empty());
    Strings all = made.facts();
    for (const auto& edge : made.graph.edges_by_id()) {
      all.emplace_back(to_string(made.graph[edge].status));
    }
    return all;
  };
  const Strings corrected = {"person:ann-lind met-with person:bo-tarn 2024-05-09", "denied"};
  CHECK(said({"2024-05"}) == corrected);
  CHECK(said({"2024-05", "2024-05"}) == corrected);
  CHECK(said({"2024-05", "2024-05-07"}) == corrected);
  CHECK(said({"2024-05-09", "2024"}) == corrected);
  CHECK(said({""}) == corrected);
}

TEST_CASE("issue 5: facts that a correction makes equal are one") {
  const Replayed made =
      replay(sample(),
             "correct | Bo Tarn | visited | Alba | undated | happened | any | date=2024\n"
             "add | Bo Tarn | visited | Alba | 2023\n"
             "correct | Bo Tarn | visited | Alba | 2023 | happened | any | date=2024\n");
  CHECK(made.facts().size() == 3);
  const Fact& visit =
      made.graph[*std::ranges::find_if(made.graph.edges_by_id(), [&](const auto& edge) {
        return made.graph[edge].relation == "visited";
      })];
  CHECK(visit.when == parse_iso("2024"));
  CHECK(visit.evidence.size() == 4);
  CHECK(std::ranges::is_sorted(visit.evidence, {}, [](const Evidence& evidence) {
    return std::pair(evidence.article, evidence.sentence);
  }));
}

TEST_CASE("issue 5: an entity has the type that the reader gives it") {
  const Replayed made = replay(sample(), "retype | Alba | place\nretype | Bo Tarn | robot");
  CHECK(made.graph[*made.graph.find("country:alba")].type == "place");
  CHECK(made.graph[*made.graph.find("person:bo-tarn")].type == "person");
  CHECK(made.warnings == Strings{"g.ledger:2: no type is called \"robot\""});
}

TEST_CASE("issue 5: own entities and facts take part in all other decisions") {
  const std::string own = "add | Zoe Zand | person\nadd | Zoe Zand | visited | Alba | 2024\n";
  CHECK(replay(sample(), own + "reject | Zoe Zand").facts() == replay(sample(), "").facts());
  CHECK(replay(sample(), own + "reject | Zoe Zand | visited | Alba").facts() ==
        replay(sample(), "").facts());
  const Replayed joined =
      replay(sample(), own + "same | Ann Lind | Zoe Zand\nrename | Ann Lind | A");
  CHECK(joined.warnings.empty());
  CHECK(joined.graph[*joined.graph.find("person:ann-lind")].aliases ==
        Strings{"Ann Lind", "Lind", "Zoe Zand"});
  CHECK(std::ranges::count(joined.facts(), "person:ann-lind visited country:alba 2024") == 1);
  CHECK(replay(sample(), own).events().size() == 4);
}
