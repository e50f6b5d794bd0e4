#include "extract/listed.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

const std::string kNews =
    "Talks on forests\n\nAustrian officials opened the Nairobi Climate Summit on Wednesday and "
    "spoke of the need for more money.\n\n";

Extraction read_page(const std::string& page) {
  RawArticle raw;
  raw.article.id = "page";
  raw.article.text = page;
  return reader().read(reader().load(raw));
}

// "Anna Keller | attended | Nairobi Climate Summit | happened", one a line, of one relation.
std::string facts_on(const std::string& page, std::string_view relation) {
  const Extraction extraction = read_page(page);
  std::string lines;
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != relation) continue;
    lines += name_of(extraction.entities, fact.subject) + " | " +
             name_of(extraction.entities, fact.object) + " | " +
             std::string(to_string(fact.status)) + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("the lines of a list give who holds which post") {
  CHECK(facts_on(kNews + "Participants:\n\n"
                         "- H.E. Marcus Hale, Prime Minister of Kenya\n"
                         "- Ghana: Peter Novak, Minister of Foreign Affairs\n"
                         "- Dr. Anna Keller, Director General, World Health Organization\n"
                         "- The Honorable Paul Winter, Ambassador of Austria to Kenya\n"
                         "- Clara Stein, President and CEO, Danube Foundation\n",
                 "holds-position") ==
        "Marcus Hale | Kenya | happened\n"
        "Peter Novak | Ghana | happened\n"
        "Anna Keller | World Health Organization | happened\n"
        "Paul Winter | Austria | happened\n"
        "Clara Stein | Danube Foundation | happened\n"
        "Clara Stein | Danube Foundation | happened\n");
}

TEST_CASE("a list's line says itself whose a post is: the article's own country is no guess") {
  CHECK(facts_on(kNews + "Austria and Austria's towns, Austria said, are in Austria.\n\n"
                         "Participants:\n- Minister Marcus Hale\n- President Anna Keller\n",
                 "holds-position") == "");
}

TEST_CASE("whose post it is may stand above the lines, and the fact leads there") {
  const std::string page = kNews +
                           "LIST OF PARTICIPANTS\n\nAustria\nAnna Keller, Minister of Foreign "
                           "Affairs\n\nKenya\nMarcus Hale, Deputy Minister of Trade\n";
  CHECK(facts_on(page, "holds-position") ==
        "Anna Keller | Austria | happened\n"
        "Marcus Hale | Kenya | happened\n");
  const Extraction extraction = read_page(page);
  for (const Fact& fact : extraction.facts) {
    const Evidence& evidence = fact.evidence.front();
    CAPTURE(evidence.quote);
    CHECK(evidence.sentence.begin <= evidence.object.begin);
    CHECK(evidence.object.end <= evidence.sentence.end);
  }
}

TEST_CASE("those below the line that names the event attended it") {
  const std::string list = "- Marcus Hale, Prime Minister of Kenya\n- Anna Keller\n- Uganda\n";
  const std::string attended =
      "Marcus Hale | Nairobi Climate Summit | happened\n"
      "Anna Keller | Nairobi Climate Summit | happened\n"
      "Uganda | Nairobi Climate Summit | happened\n";
  CHECK(facts_on("Talks on forests\n\nA meeting on forests was held in Nairobi on Wednesday.\n\n"
                 "The following leaders attended the Nairobi Climate Summit:\n\n" +
                     list,
                 "attended") == attended);
  CHECK(facts_on("Talks on forests\n\nA meeting on forests was held in Nairobi on Wednesday.\n\n"
                 "Participants in the Nairobi Climate Summit:\n\n" +
                     list,
                 "attended") == attended);
}

TEST_CASE("a list derives no meeting of those who stand in it") {
  CHECK(facts_on(kNews + "Participants:\n- President Anna Keller of Austria\n- Prime Minister "
                         "Marcus Hale of Kenya\n",
                 "met-with") == "");
}

TEST_CASE("the fact says by which words the name was found") {
  const std::string page =
      "Talks on forests\n\nA meeting on forests was held in Nairobi on Wednesday.\n\n"
      "The following leaders attended the Nairobi Climate Summit:\n- Marcus Hale\n- Anna Keller\n";
  const Extraction extraction = read_page(page);
  const auto fact = std::ranges::find(extraction.facts, "attended", &Fact::relation);
  REQUIRE(fact != extraction.facts.end());
  const Evidence& evidence = fact->evidence.front();
  CHECK(evidence.quote == "The following leaders attended the Nairobi Climate Summit:");
  REQUIRE(evidence.links.size() == 1);
  CHECK(evidence.links.front().rule == "list");
  CHECK(slice(page, evidence.links.front().from) == "The following leaders");
  CHECK(slice(page, evidence.links.front().to) == "Marcus Hale");
}

TEST_CASE("who is listed as of a delegation did what the delegation did") {
  const std::string page =
      "Talks on forests\n\nAn Austrian delegation visited Kenya on Wednesday to speak of forests "
      "and of money.\n\nMembers of the delegation:\n- Anna Keller\n- Marcus Hale\n";
  const std::string visits = facts_on(page, "visited");
  CHECK(visits.find("Anna Keller | Kenya | happened") != std::string::npos);
  CHECK(visits.find("Marcus Hale | Kenya | happened") != std::string::npos);
}

TEST_CASE("headlines and menus below an article are no list of people") {
  for (const std::string& below : {
           std::string("Most read\n- Kenya: Marcus Hale, Prime Minister of Kenya\n"),
           std::string("Participants:\n- Anna Keller\n- Marcus Hale\n\nRelated articles\n"
                       "- Peter Novak, Minister of Trade of Kenya\n"),
           std::string("Participants:\n- Anna Keller\n- Marcus Hale\n\n"
                       "- Peter Novak, Minister of Trade of Kenya\n"),
           std::string("Our writers:\n- Peter Novak, Minister of Trade of Kenya\n"),
       }) {
    CAPTURE(below);
    CHECK(facts_on(kNews + below, "holds-position") == "");
  }
}

TEST_CASE("a list of things to do is no list of people") {
  const Document document = [] {
    RawArticle raw;
    raw.article.id = "page";
    raw.article.text = kNews +
                       "The participants agreed on the following:\n- to plant more trees in the "
                       "north\n- to speak with towns about water\n";
    return reader().load(raw);
  }();
  for (const Block& block : document.blocks) CHECK(block.kind != BlockKind::Item);
}

TEST_CASE("in running text, too, the members of a list part by semicolons") {
  CHECK(facts_of("The Nairobi Climate Summit was attended by Anna Keller, Minister of Trade of "
                 "Kenya; Marcus Hale, director of the Nairobi Water Institute; and Paul Winter.",
                 "attended") ==
        "Anna Keller | attended | Nairobi Climate Summit | - | happened\n"
        "Marcus Hale | attended | Nairobi Climate Summit | - | happened\n"
        "Paul Winter | attended | Nairobi Climate Summit | - | happened\n");
}

TEST_CASE("who is listed without a post belongs to the body behind the name") {
  CHECK(facts_on(kNews + "Participants:\n- Anna Keller, National Water League\n- Marcus Hale, "
                         "Minister of Trade of Kenya\n",
                 "member-of") == "Anna Keller | National Water League | happened\n");
}

TEST_CASE("a list under a bare word is of the event of the sentence before, and leads to it") {
  const std::string page =
      "Talks on forests\n\nThe Nairobi Climate Summit opened in Kenya on Wednesday and will last "
      "for three days.\n\nParticipants:\n- Anna Keller, Minister of Trade of Kenya\n- Uganda\n";
  CHECK(facts_on(page, "attended") ==
        "Anna Keller | Nairobi Climate Summit | happened\n"
        "Uganda | Nairobi Climate Summit | happened\n");
  const Extraction extraction = read_page(page);
  const auto fact = std::ranges::find(extraction.facts, "attended", &Fact::relation);
  REQUIRE(fact != extraction.facts.end());
  const Evidence& evidence = fact->evidence.front();
  CHECK(evidence.quote == "Anna Keller, Minister of Trade of Kenya");
  REQUIRE(evidence.links.size() == 2);
  CHECK(slice(page, evidence.links[0].from) == "Anna Keller");
  CHECK(slice(page, evidence.links[0].to) == "Participants");
  CHECK(slice(page, evidence.links[1].to) == "Nairobi Climate Summit");
}

TEST_CASE("who was joined on a call or at a meeting by those of a list spoke with each") {
  const std::string list =
      "\n\n- Marcus Hale, Director, Danube Bank\n- Clara Stein, Minister of "
      "Trade, Uganda\n";
  const std::string page =
      kNews + "President Anna Keller and her team were joined on the call by:" + list;
  CHECK(facts_on(page, "spoke-with") ==
        "Marcus Hale | Anna Keller | happened\n"
        "Clara Stein | Anna Keller | happened\n");
  CHECK(facts_on(page, "met-with") == "");
  CHECK(facts_on(kNews + "Joining President Anna Keller and her staff at the meeting were:" + list,
                 "met-with") ==
        "Marcus Hale | Anna Keller | happened\n"
        "Clara Stein | Anna Keller | happened\n");
  // They may have come along; whom they met is not said.
  CHECK(facts_on(kNews + "President Anna Keller was joined at the meeting by:" + list,
                 "met-with") == "");
  CHECK(facts_on(kNews + "President Anna Keller and her team were joined by:" + list, "met-with") ==
        "");
  const Extraction extraction = read_page(page);
  const auto fact = std::ranges::find(extraction.facts, "spoke-with", &Fact::relation);
  REQUIRE(fact != extraction.facts.end());
  const Evidence& evidence = fact->evidence.front();
  CHECK(evidence.quote == "Marcus Hale, Director, Danube Bank");
  REQUIRE(evidence.links.size() == 2);
  CHECK(slice(page, evidence.links[0].to) == "joined");
  CHECK(slice(page, evidence.links[1].to) == "Anna Keller");
}

TEST_CASE("a pronoun behind a list means nobody in it") {
  CHECK(
      facts_on("Talks on forests\n\nPresident Anna Keller opened the talks on Wednesday and spoke "
               "of money.\n\nParticipants:\n\n- Clara Stein, Minister of Trade, Uganda\n\n"
               "On Thursday she met with Prime Minister Marcus Hale of Kenya in Vienna.\n",
               "met-with") == "Anna Keller | Marcus Hale | happened\n");
}

TEST_CASE("inner headings part a list, and who stands below them attended what the outer names") {
  CHECK(facts_on(kNews + "Participants at the Nairobi Climate Summit included:\n\n"
                         "*Public Sector Participants:*\n\n- Marcus Hale, Director, Danube Bank\n\n"
                         "*Private Sector Participants:*\n\n- Clara Stein, Baker\n",
                 "attended")
            .find("Marcus Hale | Nairobi Climate Summit | happened\n"
                  "Clara Stein | Nairobi Climate Summit | happened\n") != std::string::npos);
}

TEST_CASE("a title for many bodies inside a list took no part") {
  CHECK(facts_on(kNews + "LIST OF PARTICIPANTS\n\nAUSTRIA\nAnna Keller, Minister of Trade\n\n"
                         "INTERNATIONAL ORGANIZATIONS\nMarcus Hale, Director, World Bank\n",
                 "attended")
            .find("INTERNATIONAL ORGANIZATIONS") == std::string::npos);
}

TEST_CASE("who is only expected or invited has not attended yet") {
  CHECK(facts_on(kNews + "Expected attendees of the Nairobi Climate Summit:\n- Anna Keller\n"
                         "- Marcus Hale, Director, Danube Bank\n",
                 "attended")
            .find("Marcus Hale | Nairobi Climate Summit | planned\n") != std::string::npos);
}
