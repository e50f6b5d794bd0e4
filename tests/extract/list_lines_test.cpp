#include "extract/list_lines.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

// "Anna Keller | director | Danube Institute", one a line, of a list with these lines below the
// line `above`.
std::string posts(const std::string& lines, const std::string& above = "Participants:") {
  RawArticle raw;
  raw.article.id = "page";
  raw.article.text =
      "Talks on forests\n\nAustrian officials opened the Nairobi Climate Summit on Wednesday and "
      "spoke of the need for more money.\n\n" +
      above + "\n\n" + lines;
  const Extraction extraction = reader().read(reader().load(raw));
  std::string found;
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != "holds-position") continue;
    found += name_of(extraction.entities, fact.subject) + " | " + fact.qualifiers.at("title") +
             " | " + name_of(extraction.entities, fact.object) + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("what stands behind the post in a list's line is the body, whatever its words are") {
  CHECK(posts("- Anna Keller, Secretary-Treasurer, OTWU\n"
              "- Marcus Hale, Executive Director, Families @ Home\n"
              "- Paul Winter, Senior Policy Analyst, Danube Workers United\n") ==
        "Anna Keller | Secretary-Treasurer | OTWU\n"
        "Marcus Hale | Executive Director | Families @ Home\n"
        "Paul Winter | Senior Policy Analyst | Danube Workers United\n");
}

TEST_CASE("a field behind \"of\" is part of the post where a body follows, an office is none") {
  CHECK(posts("- Anna Keller, Director of Mother and Child Health, Danube Foundation\n"
              "- Marcus Hale, Assistant Director of Research and Fair Trade, Vienna Institute\n"
              "- Clara Stein, Chief of Surgery at Salzburg Children's Hospital\n"
              "- Paul Winter, Director of the Office of Public Works, Ministry of Trade\n") ==
        "Anna Keller | Director of Mother and Child Health | Danube Foundation\n"
        "Marcus Hale | Assistant Director of Research and Fair Trade | Vienna Institute\n"
        "Clara Stein | Chief of Surgery | Salzburg Children's Hospital\n"
        "Paul Winter | Director | Office of Public Works\n");
}

TEST_CASE("each of several posts has its own owner, and who assists somebody has none") {
  CHECK(posts("- Anna Keller, Assistant to the President and Director of the Trade Council\n"
              "- Marcus Hale, Special Assistant to the President and Senior Director for Forests, "
              "National Trade Council, Chancellery Office\n"
              "- Paul Winter, Chair & CEO, Danube Foundation\n") ==
        "Anna Keller | Director | Trade Council\n"
        "Marcus Hale | Special Assistant to the President | Chancellery Office\n"
        "Marcus Hale | Senior Director for Forests | National Trade Council\n"
        "Paul Winter | Chair | Danube Foundation\n"
        "Paul Winter | CEO | Danube Foundation\n");
}

TEST_CASE("a state or its chamber stands before the post without a comma") {
  CHECK(posts("- Anna Keller, Ohio State Senator\n- Marcus Hale, Ohio Senate Deputy Whip\n"
              "- Paul Winter, Ohio County Comptroller\n- Clara Stein, Maine State Senator\n"
              "- Eva Lang, New York City Comptroller\n") ==
        "Anna Keller | State Senator | Ohio\n"
        "Marcus Hale | Deputy Whip | Ohio Senate\n"
        "Paul Winter | County Comptroller | Ohio\n"
        "Clara Stein | State Senator | Maine\n"
        "Eva Lang | Comptroller | New York City\n");
}

TEST_CASE("the name of a body may hold commas, and letters behind a name are no name") {
  CHECK(posts("- Anna Keller, Senior Official of the Bureau of Trade, Forests, and Labor, Ministry "
              "of Trade\n- Dr. Marcus Hale, Ph.D., President, Salzburg College (SC)\n"
              "- Paul Winter, Chargé d’Affaires, a.i., Austrian Embassy Nairobi\n") ==
        "Anna Keller | Senior Official | Bureau of Trade, Forests, and Labor\n"
        "Marcus Hale | President | Salzburg College\n"
        "Paul Winter | Chargé d’Affaires | Austrian Embassy Nairobi\n");
}

TEST_CASE("a line parted by a dash or a bracket, or under a country, is read alike") {
  CHECK(posts("- Anna Keller – Director, Danube Foundation\n"
              "- Marcus Hale (President, Salzburg College)\n") ==
        "Anna Keller | Director | Danube Foundation\n"
        "Marcus Hale | President | Salzburg College\n");
  CHECK(posts("Kenya Participants:\n- Anna Keller, Minister of Trade\nUganda Participants:\n"
              "- Marcus Hale, Minister of Labour\n",
              "Participants at the talks included:") ==
        "Anna Keller | Minister of Trade | Kenya\n"
        "Marcus Hale | Minister of Labour | Uganda\n");
}

TEST_CASE("what is no body gives no post of one") {
  for (const char* line : {
           "- Anna Keller, Actor and Singer\n",
           "- Anna Keller, Minister of Trade, Forests and Water\n",  // all of it one office
           "- Anna Keller, Director, Painter\n",
           "- Anna Keller, Artistic Director, The Public, New York, New York\n",
           "- Anna Keller, Ohio State Representative-elect\n",  // not yet
           "- Anna Keller, Nominee for Director, Danube Bank\n",
           "- Anna Keller, Baker and wife of the Minister of Trade\n",
           "- Danube Foundation, Director, Salzburg College\n",
       }) {
    CAPTURE(line);
    CHECK(posts(line) == "");
  }
}

TEST_CASE("a bold line above the list says whom it lists, and so do people who were included") {
  const std::string lines = "- Anna Keller, Director, Danube Foundation\n- Paul Winter, Baker\n";
  for (const char* above : {"**Union Participants**", "**<u>Members of the Delegation:</u>**",
                            "State leaders from today’s meeting included:"}) {
    CAPTURE(above);
    CHECK(posts(lines, above) == "Anna Keller | Director | Danube Foundation\n");
  }
  for (const char* above : {"**Our Authors**", "Leaders say that these books included:",
                            "**Participants in the fair met on Wednesday**"}) {
    CAPTURE(above);
    CHECK(posts(lines, above) == "");
  }
}

TEST_CASE("two bodies behind one post are two, and a rank is no part of a body") {
  CHECK(posts("- Anna Keller, President, Danube Water and NATO\n"
              "- Marcus Hale, Senior Bureau Official, Ministry of Trade\n") ==
        "Anna Keller | President | Danube Water\n"
        "Marcus Hale | Senior Bureau Official | Ministry of Trade\n");
}

TEST_CASE("without a comma the post stands between what owns it and the name") {
  CHECK(posts("- Danube & Forest Council Director Anna Keller\n- Linz Mayor Marcus Hale\n"
              "- Kenya Lt. Governor Paul Winter\n") ==
        "Anna Keller | Director | Danube & Forest Council\n"
        "Marcus Hale | Mayor | Linz\n"
        "Paul Winter | Lt. Governor | Kenya\n");
  CHECK(posts("- Former Director Anna Keller\n- Young Painter Marcus Hale\n") == "");
}

TEST_CASE("a list of names and bodies says of each that it is one") {
  const std::string lines =
      "- Anna Keller, National Water League\n- Marcus Hale, Voice of Women\n"
      "- Paul Winter, Rain and Snow\n- Clara Stein, Vienna Institute\n";
  RawArticle raw;
  raw.article.id = "page";
  raw.article.text =
      "Talks on forests\n\nAustrian officials opened the talks on Wednesday and spoke of the need "
      "for more money.\n\nParticipants:\n\n" +
      lines;
  const auto members = [&] {
    const Extraction extraction = reader().read(reader().load(raw));
    return std::ranges::count(extraction.facts, "member-of", &Fact::relation);
  };
  CHECK(members() == 4);
  raw.article.text += "- Peter Novak\n- Eva Lang\n- Jonas Frey\n";  // no such list any more
  CHECK(members() == 2);
}

TEST_CASE("who is named with his post before the name has its owner behind it") {
  CHECK(
      posts("- President Anna Keller, Republic of Austria\n- Foreign Minister Marcus Hale (Kenya)\n"
            "- Director Paul Winter, Danube Bank\n- Clara Stein, President of the Republic of "
            "Kenya\n") ==
      "Anna Keller | President | Austria\n"
      "Marcus Hale | Foreign Minister | Kenya\n"
      "Paul Winter | Director | Danube Bank\n"
      "Clara Stein | President | Kenya\n");
  // a rank that goes with anybody
  CHECK(posts("- Reverend Anna Keller, Danube Foundation\n- General Marcus Hale, Danube Group\n"
              "- Professor Paul Winter, Danube Bank\n") == "");
}

TEST_CASE("an office of several fields is one, and what it is about lies elsewhere") {
  const std::string lines =
      "- Anna Keller, Cabinet Secretary for Trade, Water and Industry\n"
      "- Marcus Hale, Secretary of State for Africa, Austria\n";
  CHECK(posts(lines) == "Marcus Hale | Secretary of State for Africa | Austria\n");
  RawArticle raw;
  raw.article.id = "page";
  raw.article.text =
      "Talks\n\nAustrian officials opened the Nairobi Climate Summit on Wednesday "
      "and spoke of the need for more money.\n\nParticipants:\n\n" +
      lines;
  for (const Fact& fact : reader().read(reader().load(raw)).facts)
    CHECK(fact.relation != "located-in");
}

TEST_CASE("names in bold are names, and what stands before the colon owns the post") {
  CHECK(posts("- **Anna Keller**, Director, Danube Bank\n- *Marcus Hale* (Chair, Vienna Club)\n"
              "- **World Bank**: Paul Winter, Country Director\n") ==
        "Anna Keller | Director | Danube Bank\n"
        "Marcus Hale | Chair | Vienna Club\n"
        "Paul Winter | Country Director | World Bank\n");
}
