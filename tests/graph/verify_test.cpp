#include "graph/verify.h"

#include <functional>

#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"

using namespace entente;

namespace {

const std::string text =
    "Đỗ Lâm is the president of Alba. On Monday he met Bob\nRay in the capital. All was quiet.";

Span at(const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Span he() {
  const Span met = at("he met");
  return {met.begin, met.begin + 2};
}

Evidence sound() {
  Evidence evidence;
  evidence.article = "a.txt";
  evidence.sentence = at("On Monday he met Bob\nRay in the capital.");
  evidence.quote = "On Monday he met Bob\nRay in the capital.";
  evidence.trigger = at("met");
  evidence.subject = he();
  evidence.object = at("Bob\nRay");
  evidence.links = {{he(), at("the president"), "pronoun"},
                    {at("the president"), at("Đỗ Lâm"), "role"}};
  return evidence;
}

VerifyReport report_of(const Evidence& evidence, const std::string& stored = text) {
  Fact fact = test::fact("person:đỗ-lâm", "met-with", "person:bob-ray");
  fact.evidence = {evidence};
  Entity subject = test::entity("person:đỗ-lâm", {"Lâm"});
  subject.name = "Đỗ Lâm";
  Entity object = test::entity("person:bob-ray");
  object.name = "Bob Ray";
  KnowledgeGraph graph = test::graph_of({fact}, {subject, object});
  if (evidence.article != "a.txt") graph.articles.clear();
  return verify(graph, [&](std::string_view) { return stored; });
}

}  // namespace

TEST_CASE("evidence that stands in the text passes, through links and line breaks") {
  const VerifyReport report = report_of(sound());
  CHECK(report.facts == 1);
  CHECK(report.evidence == 1);
  CHECK(report.failures == std::vector<std::string>{});
}

TEST_CASE("issue 5: what the reader said stands in the ledger, byte for byte") {
  const std::string ledger =
      "# top\nadd | Ann | met-with | Bo  # \xC3\xA9\nadd | Ann | visited | Bo\n";
  const auto failures = [](std::string line, std::uint32_t begin, const std::string& bytes) {
    Fact fact = test::fact("person:ann", "met-with", "person:bo");
    const Span whole{begin, begin + static_cast<std::uint32_t>(line.size())};
    fact.evidence = {{"g.ledger", whole, whole, whole, whole, line, "ledger", "", {}, "", 1.0, ""}};
    return verify(
               test::graph_of({fact}), [](std::string_view) { return text; }, bytes)
        .failures;
  };
  const std::string line = "add | Ann | met-with | Bo  # \xC3\xA9";
  const auto second = static_cast<std::uint32_t>(ledger.find("add | Ann | visited"));
  CHECK(failures(line, 6, ledger).empty());
  const auto fails = [&](const std::string& quote, std::uint32_t begin, const std::string& bytes) {
    const std::vector<std::string> found = failures(quote, begin, bytes);
    REQUIRE(found.size() == 1);
    return found[0].substr(found[0].find(".ledger: ") + 9);
  };
  CHECK(fails(line, 6, "") == "sentence lies outside the text");
  CHECK(fails("b" + line.substr(1), 6, ledger).starts_with("quote \"bdd | Ann"));
  CHECK(fails(line.substr(0, line.size() - 1), 6, ledger) == "sentence cuts a character");
  CHECK(fails("add | Ann | visited | Bo", second, ledger)
            .ends_with("is no line of the ledger that says so"));
  CHECK(fails("# top", 0, ledger).ends_with("is no line of the ledger that says so"));
  CHECK(fails("add | Ann", 6, ledger).ends_with("is no line of the ledger that says so"));
}

TEST_CASE("each kind of error is caught and told") {
  struct Row {
    std::string what;
    std::function<void(Evidence&)> spoil;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"a changed byte of the quote", [](Evidence& e) { e.quote[3] = 'm'; },
       "quote \"On monday he met Bob Ray in the capital.\" differs from the text"},
      {"a shifted sentence",
       [](Evidence& e) {
         ++e.sentence.begin;
         ++e.sentence.end;
       },
       "quote"},
      {"a sentence past the end", [](Evidence& e) { e.sentence.end = 100000; },
       "sentence lies outside the text"},
      {"an empty sentence",
       [](Evidence& e) {
         e.sentence.end = e.sentence.begin;
         e.quote.clear();
       },
       "sentence is empty"},
      {"a span that ends before it begins",
       [](Evidence& e) { std::swap(e.trigger.begin, e.trigger.end); },
       "trigger lies outside the text"},
      {"a trigger in another sentence", [](Evidence& e) { e.trigger = at("quiet"); },
       "trigger lies outside the sentence"},
      {"a subject in another sentence", [](Evidence& e) { e.subject = at("Đỗ Lâm"); },
       "subject lies outside the sentence"},
      {"a shifted subject",
       [](Evidence& e) {
         ++e.subject.begin;
         ++e.subject.end;
       },
       "subject \"e \" is no name of its entity"},
      {"a foreign object", [](Evidence& e) { e.object = at("Monday"); },
       "object \"Monday\" is no name of its entity"},
      {"no links where they are needed", [](Evidence& e) { e.links.clear(); },
       "subject \"he\" is no name of its entity"},
      {"a chain that breaks off", [](Evidence& e) { e.links.pop_back(); },
       "subject \"he\" is no name of its entity"},
      {"a chain that leads to someone else", [](Evidence& e) { e.links[1].to = at("Alba"); },
       "subject \"he\" is no name of its entity"},
      {"a chain that goes in a circle", [](Evidence& e) { e.links[1].to = he(); },
       "subject \"he\" is no name of its entity"},
      {"a link outside the text", [](Evidence& e) { e.links[1].to.end = 100000; },
       "link's end lies outside the text"},
      {"half a letter", [](Evidence& e) { e.links[1].to.begin += 1; },
       "link's end cuts a character"},
      {"an article that is not there", [](Evidence& e) { e.article = "b.txt"; },
       "there is no such article"},
  };
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.what) {
      Evidence evidence = sound();
      row.spoil(evidence);
      const VerifyReport report = report_of(evidence);
      REQUIRE(report.failures.size() == 1);
      CAPTURE(report.failures[0]);
      CHECK(report.failures[0].find(": " + row.message) != std::string::npos);
      CHECK(report.failures[0].find(evidence.article) != std::string::npos);
    }
  }
}

TEST_CASE("a text that changed after it was read is caught") {
  std::string stored = text;
  stored[stored.find("capital")] = 'C';
  CHECK(report_of(sound(), stored).failures.size() == 1);
  CHECK(report_of(sound(), "").failures.size() == 1);
}

TEST_CASE("every piece of evidence is read, and each text asked for once") {
  const std::vector<ReadArticle> articles = test::corpus(30);
  const KnowledgeGraph graph = build_graph(articles, test::ontology());
  std::vector<std::string> asked;
  const VerifyReport report = verify(graph, [&](std::string_view id) {
    asked.emplace_back(id);
    return std::string();
  });
  CHECK(report.failures.size() == report.evidence);
  CHECK(report.evidence >= 60);
  CHECK(asked.size() == articles.size());
}
