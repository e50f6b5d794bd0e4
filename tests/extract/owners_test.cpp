#include "extract/owners.h"

#include <string>

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* text;
  const char* facts;
};

}  // namespace

TEST_CASE("a post without its country takes the one that leaves no doubt") {
  const std::vector<Row> rows = {
      {"Kenyan President Anna Keller and Foreign Minister Marcus Hale spoke.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"In Kenya, Paul Zorbach met with President Anna Keller.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"He flew to Nairobi, where he met with President Anna Keller. Kenya was glad.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"He flew to Kenya, where he met with President Anna Keller.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"In Nairobi, Paul Zorbach met with President Anna Keller. Kenya was glad.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Paul Zorbach arrived in Kenya on Monday and met President Anna Keller.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya sent its foreign minister, Marcus Hale, to Vienna.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenyan President Anna Keller sent her foreign minister, Marcus Hale, to Vienna.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenya rejected the plan. Its security adviser, Marcus Hale, spoke.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenya rejected the plan of the African Union. Its security adviser, Marcus Hale, spoke.",
       ""},
      {"Kenyan Foreign Minister Anna Keller and National Security Adviser Marcus Hale spoke.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenyan Foreign Minister Anna Keller and her Austrian colleague, Marcus Hale, spoke.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Austria | - | happened\n"},
      {"NAIROBI, May 3 - Austrian Premier Anna Keller met President Marcus Hale. Kenya is glad.",
       "Anna Keller | holds-position | Austria | - | happened\n"},
      {"NAIROBI, May 3 - Austrian Premier Anna Keller came. She met President Marcus Hale. Kenya "
       "is "
       "glad of Kenya.",
       "Anna Keller | holds-position | Austria | - | happened\n"
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"President Anna Keller met Premier Marcus Hale. Kenya and Austria are friends.", ""},
      {"Kenya, Kenya, Kenya, Kenya and Kenya. She opened Austria's parliament with President Anna "
       "Keller.",
       ""},
      {"Kenya, Kenya, Kenya, Kenya and Kenya. They spoke of President Marcus Hale.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenya, Kenya, Kenya, Kenya and Kenya. They spoke of his father President Marcus Hale.", ""},
      {"Kenya, Kenya, Kenya, Kenya and Kenya. They spoke of Congolese President Marcus Hale.", ""},
      {"Kenya, Kenya, Kenya, Kenya and Kenya. They spoke with Assistant to the President Marcus "
       "Hale.",
       ""},
      {"Kenyan President Paul Zorbach and President Anna Keller spoke.",
       "Paul Zorbach | holds-position | Kenya | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, "holds-position") == row.facts);
  }
}

TEST_CASE("a paper does not name its own country, unless it writes from another") {
  const auto facts = [](std::string_view outlet, std::string_view text) {
    Document document = read_body(text);
    document.article.outlet = outlet;
    const Extraction extraction = reader().read(document);
    return std::count_if(extraction.facts.begin(), extraction.facts.end(), [&](const Fact& fact) {
      return fact.relation == "holds-position" &&
             name_of(extraction.entities, fact.object) == "Kenya";
    });
  };
  const std::string text = "Prime Minister Anna Keller spoke. Kenya and Austria will trade.";
  CHECK(facts("Nairobi Post", text) == 1);
  CHECK(facts("", text) == 0);
  CHECK(facts("Nairobi Post", "VIENNA - " + text) == 0);
  CHECK(facts("Nairobi Post", "NAIROBI - " + text) == 1);
  CHECK(facts("Nairobi Post", "NAIROBI, May 3: " + text) == 1);
  CHECK(facts("Nairobi Post", "VIENNA, May 3: " + text) == 0);
  CHECK(facts("post.example.ke", text) == 1);
  CHECK(facts("post.example.at", text) == 0);
  // What the report is about counts only where it is not known who writes.
  const std::string about = "Kenya, Kenya, Kenya and Kenya. Prime Minister Anna Keller spoke.";
  CHECK(facts("", about) == 1);
  CHECK(facts("post.example.at", about) == 0);
}

TEST_CASE("the state that acts tells whose a minister is") {
  const std::vector<Row> rows = {
      {"Kenya dropped its objections after Prime Minister Anna Keller spoke with Marcus Hale.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya attacked Austria after Prime Minister Anna Keller spoke with Marcus Hale.", ""},
      {"Kenya had threatened a veto, but Prime Minister Anna Keller gave way to Marcus Hale.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya had threatened Austria, but Prime Minister Anna Keller gave way to Marcus Hale.", ""},
      {"Kenya will stand with Austria next year, Finance Minister Anna Keller pledged on Monday.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya has left Austria, Finance Minister Anna Keller said on Monday.", ""},
      {"Kenya recalled its ambassador to Austria. Finance Minister Anna Keller met Marcus Hale.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"The Kenyan government was glad. Finance Minister Anna Keller met Marcus Hale.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya attacked Austria. Finance Minister Anna Keller met Marcus Hale.", ""},
      {"Kenya and Austria agreed. Finance Minister Anna Keller met Marcus Hale.", ""},
      {"Kenya was glad. Marcus Hale met Finance Minister Anna Keller.", ""},
      {"Kenyan President Marcus Hale stayed at home. Finance Minister Anna Keller left.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenyan President Marcus Hale stayed at home.\n\nFinance Minister Anna Keller left.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenya stayed at home.\n\nFinance Minister Anna Keller left with Marcus Hale.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenyan President Marcus Hale met Austrian officials. Finance Minister Anna Keller left.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"NAIROBI, May 3 - Kenya is dry. Austrian President Paul Zorbach met Marcus Hale. Trade "
       "Minister Anna Keller left. Kenya is dry.",
       "Paul Zorbach | holds-position | Austria | - | happened\n"},
      {"OTTAWA - The Senate met Marcus Hale on Monday. Canada is glad. Finance Minister Anna "
       "Keller "
       "left.",
       "Anna Keller | holds-position | Canada | - | happened\n"},
      {"NAIROBI, May 3 - Finance Minister Anna Keller left. Kenya and Austria are glad of Kenya.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"NAIROBI, May 3 - Finance Minister Anna Keller left. Kenya and Austria are glad of Austria, "
       "Austria.",
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, "holds-position") == row.facts);
  }
}

TEST_CASE("in a sentence beyond measure no country is looked for") {
  std::string text = "Kenya, Kenya, Kenya, Kenya and Kenya. President Anna Keller spoke of rain";
  CHECK(facts_of(text + ".", "holds-position") ==
        "Anna Keller | holds-position | Kenya | - | happened\n");
  for (int i = 0; i < 300; ++i) text += " and rain";
  CHECK(facts_of(text + ".", "holds-position").empty());
}

TEST_CASE("an office is of a state that has it") {
  const std::vector<Row> rows = {
      {"Kenya, Kenya, Kenya, Kenya and Kenya. King Paul Zorbach spoke.", ""},
      {"Norway, Norway, Norway, Norway and Norway. King Paul Zorbach spoke.",
       "Paul Zorbach | holds-position | Norway | - | happened\n"},
      {"Norway, Norway, Norway, Norway and Norway. Solicitor General Paul Zorbach spoke.",
       "Paul Zorbach | holds-position | Norway | - | happened\n"},
      {"Norway, Norway, Norway, Norway and Norway. Justice Paul Zorbach spoke.",
       "Paul Zorbach | holds-position | Norway | - | happened\n"},
      {"Norway, Norway, Norway, Norway and Norway. The Economic Justice Paul Zorbach spoke.", ""},
      {"Norwegian envoy Paul Zorbach, Deputy Commander KNWC General Anna Keller and others spoke.",
       "Paul Zorbach | holds-position | Norway | - | happened\n"},
      {"Norway, Norway, Norway, Norway and Norway. Prince Paul Zorbach spoke.", ""},
      {"Norway, Norway, Norway, Norway and Norway. President Paul Zorbach spoke.", ""},
      {"Marcus Hale went to Norway and Ireland with Taoiseach Anna Keller.",
       "Anna Keller | holds-position | Ireland | - | happened\n"},
      {"Kenya, Kenya, Kenya, Kenya and Mexico. Mexico, Mexico, Mexico and Mexico. Premier Anna "
       "Keller spoke.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, "holds-position") == row.facts);
  }
  const Document document = tagged("The acting Prime Minister of Mexico spoke.");
  CHECK_FALSE(words().offices.possible(document.tokens, {1, 4}, "country:mexico"));
  CHECK(words().offices.possible(document.tokens, {1, 4}, "country:kenya"));
  CHECK(words().offices.of_few(document.tokens, {1, 4}) == nullptr);
  const Document premier = tagged("Taoiseach Anna Keller spoke.");
  REQUIRE(words().offices.of_few(premier.tokens, {0, 1}) != nullptr);
  CHECK(words().offices.of_few(premier.tokens, {0, 1})->contains("country:ireland"));
  CHECK_FALSE(words().offices.listed(tagged("An advisor to the president left.").tokens, {1, 5}));
}

TEST_CASE("two who hold one office cannot both be the home country's") {
  const auto facts = [](std::string_view text) {
    Document document = read_body(text);
    document.article.outlet = "Kenya Courier";
    std::string found;
    const Extraction extraction = reader().read(document);
    for (const Fact& fact : extraction.facts) {
      if (fact.relation != "holds-position") continue;
      for (const LocalEntity& entity : extraction.entities) {
        if (entity.id == fact.subject) found += entity.name + "; ";
      }
    }
    return found;
  };
  CHECK(facts("Kenya is glad. It was told by President Anna Keller.") == "Anna Keller; ");
  CHECK(facts("Kenya and Austria are glad. They were told by President Anna Keller and President "
              "Marcus Hale.") == "");
  // No other country is named, but a city abroad.
  CHECK(facts("Kenya is glad of Kenya and of Kenya. It met President Anna Keller. In Vienna, rain "
              "fell. President Marcus Hale was silent.") == "Anna Keller; ");
  // Nobody says of which country the guest's host is.
  CHECK(facts("Kenya and Austria are glad. Paul Zorbach met President Anna Keller.") == "");
  CHECK(facts("Kenya and Austria are glad. President Anna Keller met Paul Zorbach.") ==
        "Anna Keller; ");
}

TEST_CASE("posts as agencies word them") {
  const std::vector<Row> rows = {
      {"Kenyan Foreign Minister Anna Keller met her Austrian and Ghanaian counterparts, Marcus "
       "Hale "
       "and Paul Zorbach.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Austria | - | happened\n"
       "Paul Zorbach | holds-position | Ghana | - | happened\n"},
      {"The Minister of Foreign Affairs of Kenya, Ms Anna Keller, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenyan Minister Responsible for Foreign Affairs Anna Keller left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya's UN ambassador, Anna Keller, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Kenya's newly elected president, Anna Keller, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Anna Keller, the commander of the Kenyan army, left.",
       "Anna Keller | holds-position | Kenyan army | - | happened\n"},
      {"Kenya joined the River Commission, whose secretary-general, Anna Keller, left.",
       "Anna Keller | holds-position | River Commission | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, "holds-position") == row.facts);
  }
  CHECK(facts_of("Kenya's UN ambassador, Anna Keller, left.", "part-of").empty());
}

TEST_CASE("an owner that was not said is linked to where it was") {
  const std::string text = "In Kenya, Paul Zorbach met with President Anna Keller.";
  Document document = read_body(text);
  bool found = false;
  for (const Fact& fact : reader().read(document).facts) {
    if (fact.relation != "holds-position") continue;
    found = true;
    const Evidence& evidence = fact.evidence.front();
    CHECK(slice(text, evidence.object) == "President");
    REQUIRE(evidence.links.size() == 1);
    CHECK(evidence.links[0].rule == "owner");
    CHECK(slice(text, evidence.links[0].to) == "Kenya");
    CHECK(evidence.confidence < 0.9);
  }
  CHECK(found);
}

TEST_CASE("posts are told by verbs, too, and seats of parties are memberships") {
  CHECK(facts_of("Anna Keller was elected president of Kenya.", "holds-position") ==
        "Anna Keller | holds-position | Kenya | - | happened\n");
  CHECK(facts_of("Anna Keller is director of the Nairobi Water Institute.", "holds-position") ==
        "Anna Keller | holds-position | Nairobi Water Institute | - | happened\n");
  CHECK(facts_of("Kenyan businessman Marcus Hale spoke to Anna Keller.", "holds-position").empty());
  CHECK(facts_of("Anna Keller of the Labour Party met Marcus Hale.", "member-of") ==
        "Anna Keller | member-of | Labour Party | - | happened\n");
}

TEST_CASE("who is appointed holds a post of the state whose head or premier appoints") {
  const char* const keller = "Anna Keller | holds-position | Kenya | - | happened\n";
  CHECK(facts_of("Kenyan President Anna Keller will name Marcus Hale as prime minister.",
                 "holds-position") ==
        std::string(keller) + "Marcus Hale | holds-position | Kenya | - | planned\n");
  CHECK(facts_of("Kenyan President Anna Keller spoke to Austria. The president appointed Marcus "
                 "Hale finance minister.",
                 "holds-position") ==
        std::string(keller) + "Marcus Hale | holds-position | Kenya | - | happened\n");
  CHECK(facts_of("Austria said that Marcus Hale was named finance minister by the parliament.",
                 "holds-position")
            .empty());
}

TEST_CASE("an invitation has happened, whenever the visit is") {
  CHECK(facts_of("Marcus Hale will visit Kenya at the invitation of President Anna Keller.",
                 "invited") == "Anna Keller | invited | Marcus Hale | - | happened\n");
}

TEST_CASE("a counterpart has the office, not the rank") {
  Document document = read_body(
      "Austrian Foreign Minister Prince Marcus Hale met his Kenyan counterpart, Anna Keller.");
  bool found = false;
  const Extraction extraction = reader().read(document);
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != "holds-position" || name_of(extraction.entities, fact.object) != "Kenya")
      continue;
    found = true;
    CHECK(fact.qualifiers.at("title") == "Foreign Minister");
  }
  CHECK(found);
}

TEST_CASE("a counterpart's office stands where the other is called by his") {
  CHECK(facts_of("Austrian Foreign Minister Marcus Hale came to Nairobi. Hale met his Kenyan "
                 "counterpart Anna Keller.",
                 "holds-position") ==
        "Marcus Hale | holds-position | Austria | - | happened\nAnna Keller | holds-position | "
        "Kenya | - | happened\n");
  CHECK(facts_of("Marcus Hale, a founder of the Green Party, met his Kenyan counterpart Anna "
                 "Keller.",
                 "holds-position")
            .find("Kenya") == std::string::npos);
}

TEST_CASE("whose son somebody is is not the paper's own president") {
  const std::string kenya = "Kenya was dry. Kenya was dry. ";
  CHECK(facts_of(kenya + "Ivo Tarn, the son of President Marcus Hale and Vice President Anna "
                         "Keller, left.",
                 "holds-position")
            .empty());
}

TEST_CASE("who meets a country's minister is not of that country") {
  CHECK(facts_of("Deputy Foreign Minister Marcus Hale co-chaired talks with Kenyan Foreign "
                 "Minister Anna Keller. Kenya was glad. Kenya was dry.",
                 "holds-position") == "Anna Keller | holds-position | Kenya | - | happened\n");
}

TEST_CASE("of few states that have an office the one that is named is meant") {
  const std::string secretary = "Secretary of State Anna Keller telephoned Marcus Hale.";
  CHECK(facts_of("The U.S. envoy left. " + secretary, "holds-position") ==
        "Anna Keller | holds-position | United States | - | happened\n");
  CHECK(facts_of("The U.S. envoy left Britain. " + secretary, "holds-position").empty());
}

TEST_CASE("where an article is about one country its posts are meant") {
  const std::string kenya = "Kenya was dry. Roads in Kenya were closed. ";
  CHECK(facts_of(kenya + "President Anna Keller left.", "holds-position") ==
        "Anna Keller | holds-position | Kenya | - | happened\n");
  CHECK(facts_of(kenya + "President Anna Keller left for Hungary.", "holds-position").empty());
  CHECK(facts_of(kenya + "Chief Minister Anna Keller left.", "holds-position").empty());
  const std::string former = "Former prime minister Anna Keller left.";
  CHECK(facts_of(kenya + former, "holds-position") ==
        "Anna Keller | holds-position | Kenya | - | happened\n");
  CHECK(facts_of("Kenya was dry. Hungary was dry. " + former, "holds-position").empty());
}

TEST_CASE("who comes with a visitor is not of the host's country") {
  CHECK(facts_of("Kenyan President Anna Keller, accompanied by Foreign Minister Marcus Hale, met "
                 "Austrian President Ivo Tarn.",
                 "holds-position")
            .find("Marcus Hale | holds-position | Kenya |") != std::string::npos);
  CHECK(
      facts_of("Prime Minister Anna Keller held talks with her Austrian counterpart Ivo Tarn. She "
               "was accompanied by Foreign Minister Marcus Hale.",
               "holds-position")
          .find("Marcus Hale") == std::string::npos);
}

TEST_CASE("posts are told in many ways beside the name") {
  const std::vector<Row> rows = {
      {"Anna Keller, mayor of the Kenyan city of Kisumu, left.",
       "Anna Keller | holds-position | Kisumu | - | happened\n"},
      {"Anna Keller, also vice chairwoman of the Nairobi Water Council, left.",
       "Anna Keller | holds-position | Nairobi Water Council | - | happened\n"},
      {"The Kenyan ambassador in Vienna Anna Keller left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Presidents Anna Keller of Kenya and Marcus Hale of Austria left.",
       "Anna Keller | holds-position | Kenya | - | happened\nMarcus Hale | holds-position | "
       "Austria | - | happened\n"},
      {"The presidents of Kenya, Anna Keller, and Austria, Marcus Hale, left.",
       "Anna Keller | holds-position | Kenya | - | happened\nMarcus Hale | holds-position | "
       "Austria | - | happened\n"},
      {"He met the presidents of Kenya, Anna Keller; of Austria, Marcus Hale; and others.",
       "Anna Keller | holds-position | Kenya | - | happened\nMarcus Hale | holds-position | "
       "Austria | - | happened\n"},
      {"Anna Keller, previously the governor of the province of Carinthia, left.",
       "Anna Keller | holds-position | Carinthia | - | happened\n"},
      {"Anna Keller, then the Prime Minister of Kenya, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"One of Kenya's Vice Presidents, Anna Keller, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"One of Kenya's Vice Presidents met Anna Keller.", ""},
      {"The Supreme Court is led by President Anna Keller.",
       "Anna Keller | holds-position | Supreme Court | - | happened\n"},
      {"A delegation of the Supreme Court led by President Anna Keller left.", ""},
      {"The Labour Party is led by Prime Minister Anna Keller.", ""},
      {"Ex-Prime Minister of Kenya Marcus Hale left.",
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"Kenyan Speaker of the House Anna Keller left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Anna Keller, Nairobi Water Council Director, left.",
       "Anna Keller | holds-position | Nairobi Water Council | - | happened\n"},
      {"Mayor of Nairobi Anna Keller left.",
       "Anna Keller | holds-position | Nairobi | - | happened\n"},
      {"Chief Minister of Goa Anna Keller left.",
       "Anna Keller | holds-position | Goa | - | happened\n"},
      {"Kenya's president-elect Anna Keller left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Foreign Minister Don Keller of Kenya left.",
       "Don Keller | holds-position | Kenya | - | happened\n"},
      {"Senate President Anna Keller left.",
       "Anna Keller | holds-position | Senate | - | happened\n"},
      {"Anna Keller left. She became finance minister of Kenya in 1983.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Marcus Hale said that she became finance minister of Kenya in 1983.", ""},
      {"National Water Council Indo-Pacific Coordinator Anna Keller left.",
       "Anna Keller | holds-position | National Water Council | - | happened\n"},
      {"Assistant Secretary of State for East Asian and Pacific Affairs Anna Keller of Kenya left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Anna Keller, the Senate Majority Leader, left.",
       "Anna Keller | holds-position | Senate | - | happened\n"},
      {"Asamblea Verde Committee (Green Assembly) president Anna Keller left.",
       "Anna Keller | holds-position | Asamblea Verde Committee | - | happened\n"},
      {"President Anna Keller of Kenya (KE), chair of the African Union, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Anna Keller | holds-position | African Union | - | happened\n"},
      {"Kenya's parliament confirmed Anna Keller as ambassador to Austria.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Anna Keller resumed the office of president of Kenya.",
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Anna Keller served as the attorney for the city of Vienna.",
       "Anna Keller | holds-position | Vienna | - | happened\n"},
      {"Kenyan Deputy Prime Minister and Defence Minister Anna Keller left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Anna Keller | holds-position | Kenya | - | happened\n"},
      {"Two Kenyan ministers, Anna Keller and Marcus Hale, left.",
       "Anna Keller | holds-position | Kenya | - | happened\n"
       "Marcus Hale | holds-position | Kenya | - | happened\n"},
      {"They met three Kenyan ministers, Anna Keller and Marcus Hale.", ""},
      {"They nominated Paul Zorbach for president and engineer Anna Keller. Kenya, Kenya, Kenya "
       "and "
       "Kenya were glad.",
       ""},
      {"Anna Keller, a United States District judge, left.",
       "Anna Keller | holds-position | United States | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, "holds-position") == row.facts);
  }
}

TEST_CASE("an armed body that fights for a cause is no part of the state it is named for") {
  CHECK(facts_of("The Kenyan Democratic Forces left.", "part-of").empty());
  CHECK(facts_of("The Kenyan Armed Forces left.", "part-of") ==
        "Kenyan Armed Forces | part-of | Kenya | - | happened\n");
}

TEST_CASE("a lawmaker belongs to the party that the article names") {
  const char* const member = "Anna Keller | member-of | Green Party | - | happened\n";
  CHECK(facts_of("Green MP Anna Keller left. The Green Party was split.", "member-of") == member);
  CHECK(facts_of("Green MP Anna Keller left.", "member-of").empty());
  CHECK(facts_of("The city's Democratic mayor Anna Keller left.", "member-of").empty());
}

TEST_CASE("a party's adjective before a post tells the party that the article names") {
  const std::string named = " The Democratic Party was glad.";
  const std::vector<Row> rows = {
      {"Democratic committee chairman Marcus Hale left.",
       "Marcus Hale | member-of | Democratic Party | - | happened\n"},
      {"Anna Keller, the Democratic Senate Majority Leader, left.",
       "Anna Keller | member-of | Democratic Party | - | happened\n"},
      {"Democratic Senators Anna Keller and Marcus Hale left.",
       "Anna Keller | member-of | Democratic Party | - | happened\n"
       "Marcus Hale | member-of | Democratic Party | - | happened\n"},
      {"The democratic president Anna Keller left.", ""},
      {"Former Democratic committee chairman Marcus Hale left.", ""},
      {"Democratic Republic of the Congo President Marcus Hale left.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text + named, "member-of") == row.facts);
  }
  CHECK(facts_of("Anna Keller, the Democratic Senate Majority Leader, left.", "member-of").empty());
}

TEST_CASE("a body may be named for the post that heads it") {
  const auto names = [](std::string_view text) {
    std::string all;
    const Extraction extraction = reader().read(read_body(text));
    for (const LocalEntity& entity : extraction.entities) all += entity.name + "; ";
    return all;
  };
  CHECK(names("The Office of the Vice President met Anna Keller.") ==
        "Office of the Vice President; Anna Keller; ");
  CHECK(names("The Office of Water met Anna Keller.") == "Office of Water; Anna Keller; ");
}

TEST_CASE("an acronym that the article spells is no known body with the same letters") {
  const auto known = [](std::string_view text) {
    std::string all;
    const Extraction extraction = reader().read(read_body(text));
    for (const LocalEntity& entity : extraction.entities) all += entity.known;
    return all;
  };
  CHECK(known("The People's Convention Congress (PCC) was glad. The PCC left.").empty());
  CHECK(known("The Communist Party of Cuba (PCC) was glad. The PCC left.")
            .find("party:communist-party-of-cuba") == 0);
}

TEST_CASE("a weak name behind a city is the state") {
  CHECK(facts_of("Anna Keller, the mayor of South Bend, Indiana, left.", "located-in") ==
        "South Bend | located-in | Indiana | - | happened\n");
}

TEST_CASE("an acronym's letters tell how far a name reaches") {
  const std::string body = "Nairobi Educational, Scientific and Cultural Organization";
  CHECK(facts_of("Anna Keller joined the " + body + " (NESCO). Marcus Hale criticized NESCO.",
                 "criticized") == "Marcus Hale | criticized | " + body + " | - | happened\n");
}
