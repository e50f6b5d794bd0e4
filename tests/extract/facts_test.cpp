#include "extract/facts.h"

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* relation;
  const char* facts;
};

const DateRange kPublished = *parse_iso("2024-05-08");  // a Wednesday

}  // namespace

TEST_CASE("who did what to whom, when, and whether") {
  const std::vector<Row> rows = {
      {"active", "President Anna Keller met Premier Marcus Hale on Monday.", "met-with",
       "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n"},
      {"passive", "President Anna Keller was received by King Marcus Hale.", "met-with",
       "Marcus Hale | met-with | Anna Keller | - | happened\n"},
      {"a relative clause",
       "President Anna Keller, who arrived on Tuesday, met Premier Marcus Hale.", "met-with",
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"a joined verb takes subject and date",
       "President Anna Keller visited Kenya in March and met Premier Marcus Hale.", "met-with",
       "Anna Keller | met-with | Marcus Hale | 2024-03 | happened\n"},
      {"a list of objects", "President Anna Keller met Premier Marcus Hale and Paul Zorbach.",
       "met-with",
       "Anna Keller | met-with | Marcus Hale | - | happened\n"
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
      {"a list of subjects with one object is no meeting among them",
       "Premier Marcus Hale and Speaker Paul Zorbach met with President Anna Keller.", "met-with",
       "Marcus Hale | met-with | Anna Keller | - | happened\n"
       "Paul Zorbach | met-with | Anna Keller | - | happened\n"},
      {"a noun", "Talks between President Anna Keller and Premier Marcus Hale ended on Monday.",
       "met-with", "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n"},
      {"a visit as a noun", "Anna Keller's visit to Kenya in March was short.", "visited",
       "Anna Keller | visited | Kenya | 2024-03 | happened\n"},
      {"to come", "President Anna Keller will visit Kenya next week.", "visited",
       "Anna Keller | visited | Kenya | 2024-05-13/2024-05-19 | planned\n"},
      {"not", "President Anna Keller did not visit Kenya.", "visited",
       "Anna Keller | visited | Kenya | - | denied\n"},
      {"perhaps", "President Anna Keller may visit Kenya.", "visited",
       "Anna Keller | visited | Kenya | - | hypothetical\n"},
      {"wanted", "President Anna Keller wants to visit Kenya.", "visited",
       "Anna Keller | visited | Kenya | - | hypothetical\n"},
      {"the deadline is nobody", "President Anna Keller met the deadline in Kenya.", "met-with",
       ""},
      {"somebody's wife is not he", "President Anna Keller met Marcus Hale's brother.", "met-with",
       ""},
      {"a post", "Kenyan President Anna Keller spoke.", "holds-position",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"a former post", "Former Kenyan President Anna Keller spoke.", "holds-position",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"a post behind the name", "Anna Keller, the president of Kenya, spoke.", "holds-position",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"a country behind the name", "Prime Minister Anna Keller of Kenya spoke.", "holds-position",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(facts_of(row.text, row.relation, kPublished) == row.facts);
  }
}

TEST_CASE("every fact quotes its sentence, and its ends lie in it") {
  const std::string text =
      "Kenyan President Anna Keller arrived in Vienna on Monday. She met Austrian Premier Marcus "
      "Hale there.\n\nThe two leaders agreed to build a railway.";
  Document document = read_body(text);
  document.article.id = "a";
  const Extraction extraction = reader().read(document);
  REQUIRE(extraction.facts.size() >= 5);
  for (const Fact& fact : extraction.facts) {
    const Evidence& evidence = fact.evidence.front();
    CAPTURE(fact.relation, evidence.quote);
    CHECK(evidence.quote == slice(text, evidence.sentence));
    for (const Span end : {evidence.trigger, evidence.subject, evidence.object}) {
      CHECK(evidence.sentence.begin <= end.begin);
      CHECK(end.end <= evidence.sentence.end);
    }
    CHECK(evidence.confidence > 0.5);
    CHECK(evidence.rule.starts_with(fact.relation + "/"));
  }
}

TEST_CASE("who is quoted is kept") {
  Document document = read_body("President Anna Keller said Kenya attacked Austria.");
  const Extraction extraction = reader().read(document);
  REQUIRE(extraction.facts.size() == 1);
  CHECK(name_of(extraction.entities, extraction.facts[0].evidence[0].said_by) == "Anna Keller");
}

TEST_CASE("any text is read in bounded time without a crash") {
  std::string names;
  for (int i = 0; i < 3000; ++i) names += "Anna Keller, Marcus Hale and ";
  for (const std::string& text :
       {names + "Kenya met.", std::string(200000, 'A'), std::string(50000, '"'),
        std::string("\xE2\x80\x8B\xF0\x9F\x98\x80 \xED\xA0\x80 of of of the the"),
        std::string("President President President of of of the Kenya's's 's , , ,")}) {
    CHECK_NOTHROW(reader().read(read_body(text)));
  }
}

TEST_CASE("posts that sentences tell of, however they put it") {
  const std::string_view sentence =
      GENERATE(as<std::string_view>(), "Anna Keller succeeded Marcus Hale as president of Austria.",
               "Anna Keller took over as president of Austria.",
               "Anna Keller held the post of president of Austria.",
               "Anna Keller took the oath of office as Austria's president.",
               "Anna Keller, who has been Austria's president since 2010, spoke.",
               "The current president of Austria is Anna Keller.");
  CAPTURE(sentence);
  CHECK(facts_of(sentence, "holds-position") ==
        "Anna Keller | holds-position | Austria | - | happened\n");
}

TEST_CASE("an occupation is no post of the place before it, nor is a politician's of the party") {
  CHECK(facts_of("Vienna businessman Marcus Hale met Anna Keller.", "holds-position") == "");
  CHECK(facts_of("Labour Party politician Marcus Hale met Anna Keller.", "holds-position") == "");
}

TEST_CASE("the name behind 'of' is a body to which somebody belongs") {
  CHECK(facts_of("Marcus Hale of the Nairobi Water Institute said the river was low.") ==
        "Marcus Hale | member-of | Nairobi Water Institute | - | happened\n");
  CHECK(facts_of("Director Marcus Hale of the Nairobi Water Institute said the river was low.",
                 "member-of") == "");
}

TEST_CASE("posts that one loses and gains in one sentence, and no post of who was the first") {
  CHECK(facts_of("Anna Keller was relieved of her post and appointed chairwoman of the Danube "
                 "Institute.",
                 "holds-position") ==
        "Anna Keller | holds-position | Danube Institute | - | happened\n");
  CHECK(facts_of("President Anna Keller came, becoming the first Asian head of state to visit "
                 "Vienna.",
                 "holds-position")
            .find("Asia") == std::string::npos);
}

TEST_CASE("a post's body that stands before the second post is not the first one's") {
  CHECK(facts_of("Anna Keller, a property developer and former Green Party treasurer, came.",
                 "holds-position") ==
        "Anna Keller | holds-position | Green Party | - | happened\n");
  CHECK(facts_of("The Emir of Qatar Sheikh Hamad bin Khalifa came.", "holds-position") ==
        "Hamad bin Khalifa | holds-position | Qatar | - | happened\n");
}

TEST_CASE("who heads something is the last of a list, and who are several are all") {
  const std::string list = "Minister Anna Keller, Ivo Tarn and Marcus Hale, ";
  CHECK(facts_of(list + "who also heads the Danube Institute, came.", "holds-position") ==
        "Marcus Hale | holds-position | Danube Institute | - | happened\n");
  CHECK(facts_of(list + "who visited Vienna, came.", "visited").find("Anna Keller") !=
        std::string::npos);
}

TEST_CASE("whom an invitation goes to is who shall come") {
  CHECK(facts_of("President Anna Keller extended an invitation to Premier Marcus Hale to visit "
                 "Vienna.",
                 "visited") == "Marcus Hale | visited | Vienna | - | planned\n");
}

TEST_CASE("a claim by somebody is about others") {
  CHECK(facts_of("Kenya rejected a claim by Austria that Anna Keller and Marcus Hale had met in "
                 "Vienna.",
                 "met-with")
            .find("Austria") == std::string::npos);
}

TEST_CASE("an agreement that was not signed is none") {
  CHECK(facts_of("Kenya and Austria did not sign an agreement.", "signed").empty());
}

TEST_CASE("a member behind another apposition") {
  CHECK(facts_of("Anna Keller, a founder of the Danube Institute and a member of the Green Party, "
                 "resigned on Monday.",
                 "member-of") == "Anna Keller | member-of | Green Party | - | happened\n");
}

TEST_CASE("a post that is held no more is called so") {
  const auto title = [](std::string_view text) {
    const Extraction extraction = reader().read(read_body(text));
    for (const Fact& fact : extraction.facts) {
      if (fact.relation == "holds-position") return fact.qualifiers.at("title");
    }
    return std::string();
  };
  CHECK(title("Former Kenyan President Anna Keller spoke.") == "Former President");
  CHECK(title("Anna Keller, a former chairwoman of the Green Party, spoke.") ==
        "former chairwoman");
  CHECK(title("The newly appointed Kenyan ambassador Anna Keller spoke.") == "ambassador");
  CHECK(title("Anna Keller, visiting fellow at the Danube Institute, spoke.") == "visiting fellow");
  CHECK(title("The foreign ministers of Kenya and Austria, Anna Keller and Marcus Hale, met.") ==
        "foreign minister");
}

TEST_CASE("of one pair what came about is kept, not what is only hoped") {
  CHECK(facts_of("Austria hopes to enhance ties with Kenya, and Kenya is a partner of Austria.",
                 "partners-with") == "Kenya | partners-with | Austria | - | happened\n");
}

TEST_CASE("who backs somebody stands before the hyphen, where the article names him too") {
  CHECK(facts_of("The Austrian-backed rebels left, Austrian police said.", "supports") ==
        "Austria | supports | Austrian-backed rebels | - | happened\n");
  CHECK(facts_of("Marcus Hale led the Kenyan Unity Party, an Austrian-backed body, Austria said.",
                 "supports") == "Austria | supports | Kenyan Unity Party | - | happened\n");
  CHECK(facts_of("The Austrian-born rebels left, Austrian police said.", "supports") == "");
}

TEST_CASE("a day or a place between a verb and a name belongs to the verb") {
  const std::optional<DateRange> published = parse_iso("2024-05-08");
  for (const char* text :
       {"Khalid bin Saud received on Monday Kenyan Foreign Minister Anna Keller.",
        "Khalid bin Saud received in Vienna on Monday Kenyan Foreign Minister Anna Keller."}) {
    CAPTURE(text);
    CHECK(facts_of(text, "met-with", published) ==
          "Khalid bin Saud | met-with | Anna Keller | 2024-05-06 | happened\n");
  }
}

TEST_CASE("the year of who came before is not that of who comes now") {
  CHECK(facts_of("Anna Keller, the first Kenyan president to visit Vienna since Marcus Hale in "
                 "1994, was received by Ivo Tarn.",
                 "visited")
            .find("1994") == std::string::npos);
}

TEST_CASE("she is rather nobody than somebody of the last paragraph in a report on a woman") {
  const std::string report =
      "President Anna Keller spoke. She left.\n\nIt rained. It snowed. It froze.\n\nMinister Arun "
      "Nair came.\n\n";
  CHECK(facts_of(report + "She visited Vienna.", "visited") == "");
  CHECK(facts_of("Minister Arun Nair came.\n\nShe visited Vienna.", "visited") ==
        "Arun Nair | visited | Vienna | - | happened\n");
}

TEST_CASE("a name that looks like a verb acts") {
  CHECK(facts_of("Guo Shaoping, chairman of the National People's Congress (NPC) Standing "
                 "Committee, met with Serbian Prime Minister Ana Ilic in Beijing.",
                 "met-with") == "Guo Shaoping | met-with | Ana Ilic | - | happened\n");
}

TEST_CASE("whom somebody met \"in\" a place was met there, wherever his body sits") {
  CHECK(facts_of("President Anna Keller met Marcus Hale, director of the Danube Water Institute in "
                 "Nairobi.",
                 "located-in") == "");
  CHECK(facts_of("The talks between Kenya and the Danube Water Movement in Vienna ended.",
                 "located-in") == "");
  CHECK(facts_of("Marcus Hale, director of the Danube Water Institute in Nairobi, resigned.",
                 "located-in") == "Danube Water Institute | located-in | Nairobi | - | happened\n");
}
