// Identity is tested through build_graph, which gathers what each article says of offices and
// owners.

#include "graph/identity.h"

#include "graph/build.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using test::Reading;

namespace {

// The graph's entities: "id=name(mentions)" in order of id, separated by spaces.
std::string entities_of(const std::vector<ReadArticle>& articles) {
  const KnowledgeGraph graph = build_graph(articles, Ontology{});
  std::string text;
  for (const auto vertex : graph.vertices_by_id()) {
    if (graph[vertex].type == "country") continue;  // they are there to be owners
    text += (text.empty() ? "" : " ") + graph[vertex].id;
  }
  return text;
}

Reading article(const std::string& id) { return {id, "A text of no matter."}; }

// An article with one person who holds an office; an empty title: none.
ReadArticle officer(const std::string& id, std::vector<std::string> names, const std::string& title,
                    const std::string& country) {
  Reading read = article(id);
  read.entity("person", names);
  if (title.empty()) return read;
  read.entity("country", {country}, "country:" + country);
  read.fact(names.front(), "holds-position", country).qualifier("title", title);
  return read;
}

// An article with one body, a part of `country`; an empty country: of nothing.
ReadArticle body(const std::string& id, const std::string& type, std::vector<std::string> names,
                 const std::string& country = "") {
  Reading read = article(id);
  read.entity(type, names);
  if (country.empty()) return read;
  read.entity("country", {country}, "country:" + country);
  read.fact(names.front(), "part-of", country);
  return read;
}

// Names the countries of the corpus, so that their names and demonyms are known.
ReadArticle atlas() {
  return article("z.txt")
      .entity("country", {"Alba", "Alban", "Republic of Alba"}, "country:Alba")
      .entity("country", {"Borea", "Borean"}, "country:Borea");
}

}  // namespace

TEST_CASE("full names are compared without diacritics, hyphens and case") {
  CHECK(entities_of({article("a").entity("person", {"Đỗ Văn Lâm"}),
                     article("b").entity("person", {"Do Van Lam"})}) == "person:do-van-lam");
  CHECK(entities_of({article("a").entity("person", {"Kim Sun-ok"}),
                     article("b").entity("person", {"Kim Sun Ok"}),
                     article("c").entity("person", {"Kim Sunok"})}) == "person:kim-sun-ok");
  CHECK(entities_of({article("a").entity("person", {"Ann Lee"}),
                     article("b").entity("person", {"Ann Leigh"})}) ==
        "person:ann-lee person:ann-leigh");
  CHECK(entities_of({article("a").entity("person", {"Ann Lee"}),
                     article("b").entity("organization", {"Ann Lee"})}) ==
        "organization:ann-lee person:ann-lee");
}

TEST_CASE("one id of the gazetteer is one entity, whatever the names") {
  CHECK(entities_of({article("a").entity("place", {"Saint Mary"}, "place:1"),
                     article("b").entity("place", {"St. Mary"}, "place:1")}) == "place:1");
  CHECK(entities_of({article("a").entity("place", {"Saint Mary"}, "place:1"),
                     article("b").entity("place", {"Saint Mary"}, "place:2")}) ==
        "place:1 place:2");
  SECTION("one that is not listed joins the listed one of its name") {
    CHECK(entities_of({article("a").entity("place", {"Saint Mary"}, "place:1"),
                       article("b").entity("place", {"Saint Mary"})}) == "place:1");
  }
  SECTION("but none of two") {
    CHECK(entities_of({article("a").entity("place", {"Saint Mary"}, "place:1"),
                       article("b").entity("place", {"Saint Mary"}, "place:2"),
                       article("c").entity("place", {"Saint Mary"})}) ==
          "place:1 place:2 place:saint-mary");
  }
}

TEST_CASE("a country is known by any of its names that is no other country's") {
  const ReadArticle other = article("a").entity("country", {"Alban Kingdom", "Alban"});
  const KnowledgeGraph graph = build_graph({other, atlas()}, Ontology{});
  CHECK(graph.vertices_by_id().size() == 2);
  const ReadArticle shared =
      article("y").entity("country", {"New Alba", "Alban"}, "country:new-alba");
  CHECK(build_graph({other, shared, atlas()}, Ontology{}).find("country:alban-kingdom"));
}

TEST_CASE("homonyms in offices of different countries stay two") {
  const ReadArticle alban = officer("a", {"Ann Lee"}, "minister", "Alba");
  const ReadArticle borean = officer("b", {"Ann Lee"}, "minister", "Borea");
  CHECK(entities_of({alban, borean}) == "person:ann-lee person:ann-lee-2");
  SECTION("someone without office joins the only one there is") {
    CHECK(entities_of({alban, officer("c", {"Ann Lee"}, "", "")}) == "person:ann-lee");
  }
  SECTION("but neither of two") {
    CHECK(entities_of({alban, borean, officer("c", {"Ann Lee"}, "", "")}) ==
          "person:ann-lee person:ann-lee-2 person:ann-lee-3");
  }
  SECTION("an article that gives both offices shows that it is one person") {
    Reading both = article("c");
    both.entity("person", {"Ann Lee"});
    both.entity("country", {"Alba"}, "country:Alba").entity("country", {"Borea"}, "country:Borea");
    both.fact("Ann Lee", "holds-position", "Alba").qualifier("title", "minister");
    both.fact("Ann Lee", "holds-position", "Borea").qualifier("title", "envoy");
    CHECK(entities_of({alban, borean, both}) == "person:ann-lee");
  }
  SECTION("two offices of one country are no reason") {
    CHECK(entities_of({alban, officer("c", {"Ann Lee"}, "mayor", "Alba")}) == "person:ann-lee");
  }
}

TEST_CASE("a single name joins a full one only on grounds") {
  const ReadArticle full = officer("a", {"Ann Lee", "Lee"}, "president", "Alba");
  SECTION("the same office") {
    CHECK(entities_of({full, officer("b", {"Lee"}, "President", "Alba")}) == "person:ann-lee");
  }
  SECTION("another office of the same owner") {
    CHECK(entities_of({full, officer("b", {"Lee"}, "minister", "Alba")}) == "person:ann-lee");
  }
  SECTION("another country") {
    CHECK(entities_of({full, officer("b", {"Lee"}, "president", "Borea")}) ==
          "person:ann-lee person:lee");
  }
  SECTION("no office") {
    CHECK(entities_of({full, officer("b", {"Lee"}, "", "")}) == "person:ann-lee person:lee");
  }
  SECTION("two who bear it") {
    const ReadArticle second = officer("c", {"Tom Lee", "Lee"}, "minister", "Alba");
    CHECK(entities_of({full, second, officer("b", {"Lee"}, "mayor", "Alba")}) ==
          "person:ann-lee person:lee person:tom-lee");
    CHECK(entities_of({full, second, officer("b", {"Lee"}, "minister", "Alba")}) ==
          "person:ann-lee person:tom-lee");
  }
  SECTION("a name that nobody is called by alone") {
    CHECK(entities_of({officer("a", {"Ann Lee"}, "president", "Alba"),
                       officer("b", {"Lee"}, "president", "Alba")}) == "person:ann-lee person:lee");
  }
}

TEST_CASE("single names are one only in the same office") {
  CHECK(entities_of({officer("a", {"Lee"}, "president", "Alba"),
                     officer("b", {"Lee"}, "president", "Alba")}) == "person:lee");
  CHECK(entities_of({officer("a", {"Lee"}, "president", "Alba"),
                     officer("b", {"Lee"}, "mayor", "Alba")}) == "person:lee person:lee-2");
  CHECK(entities_of({article("a").entity("person", {"Lee"}),
                     article("b").entity("person", {"Lee"})}) == "person:lee person:lee-2");
}

TEST_CASE("two single names in one office never pull two people together") {
  // Both "Lee"s are the president; each full name fits, so neither is taken.
  CHECK(entities_of({officer("a", {"Ann Lee", "Lee"}, "president", "Alba"),
                     officer("b", {"Tom Lee", "Lee"}, "president", "Alba"),
                     officer("c", {"Lee"}, "president", "Alba"),
                     officer("d", {"Lee"}, "president", "Alba")}) ==
        "person:ann-lee person:lee person:tom-lee");
}

TEST_CASE("a name that goes on after a shorter one is the same only with the same office") {
  CHECK(entities_of({officer("a", {"Ann Lee"}, "minister", "Alba"),
                     officer("b", {"Ann Lee Moss"}, "minister", "Alba")}) == "person:ann-lee-moss");
  CHECK(entities_of({officer("a", {"Ann Lee"}, "", ""),
                     officer("b", {"Ann Lee Moss"}, "minister", "Alba")}) ==
        "person:ann-lee person:ann-lee-moss");
  CHECK(entities_of({officer("a", {"Ann Lee"}, "minister", "Borea"),
                     officer("b", {"Ann Lee Moss"}, "minister", "Alba")}) ==
        "person:ann-lee person:ann-lee-moss");
  CHECK(entities_of({officer("a", {"Lee Moss"}, "minister", "Alba"),
                     officer("b", {"Ann Lee Moss"}, "minister", "Alba")}) ==
        "person:ann-lee-moss person:lee-moss");
  SECTION("and not when two go on") {
    CHECK(entities_of({officer("a", {"Ann Lee"}, "minister", "Alba"),
                       officer("b", {"Ann Lee Moss"}, "minister", "Alba"),
                       officer("c", {"Ann Lee Park"}, "minister", "Alba")}) ==
          "person:ann-lee person:ann-lee-moss person:ann-lee-park");
  }
  SECTION("and not when one article names both") {
    Reading both = article("a");
    both.entity("person", {"Ann Lee"}).entity("person", {"Ann Lee Moss"});
    both.entity("country", {"Alba"}, "country:Alba");
    both.fact("Ann Lee", "holds-position", "Alba").qualifier("title", "minister");
    both.fact("Ann Lee Moss", "holds-position", "Alba").qualifier("title", "minister");
    CHECK(entities_of({both}) == "person:ann-lee person:ann-lee-moss");
  }
}

TEST_CASE("another spelling of a full name is the same person only in the same office") {
  const auto same = [](const std::string& one, const std::string& other,
                       const std::string& title = "minister", const std::string& land = "Alba") {
    const std::string found =
        entities_of({officer("a", {one}, "minister", "Alba"), officer("b", {other}, title, land)});
    return found.find(' ') == std::string::npos;
  };
  CHECK(same("Mohammed Reller", "Muhamad Reller"));
  CHECK(same("Anton Kelensky", "Anton Kelenskiy"));
  CHECK(same("Anna Keller", "Anna M. Keller"));
  CHECK(same("Keller Anna", "Anna Keller"));
  CHECK_FALSE(same("Anton Kelensky", "Anton Kelenskiy", "president"));
  CHECK_FALSE(same("Anton Kelensky", "Anton Kelenskiy", "minister", "Borea"));
  CHECK_FALSE(same("Anton Kelensky", "Anton Kelenskiy", ""));
  // Short words are names of their own, and no name is made of sound alone.
  CHECK_FALSE(same("Kim Jong Il", "Kim Jong Ul"));
  CHECK_FALSE(same("Maia Keller", "Maria Keller"));
  CHECK_FALSE(same("Mohammed Kelensky", "Muhamad Kelenskiy"));
  CHECK_FALSE(same("Anna Keller", "Bella Keller"));
  SECTION("not when an article names both") {
    Reading both = article("a");
    both.entity("person", {"Mohammed Reller"}).entity("person", {"Muhamad Reller"});
    both.entity("country", {"Alba"}, "country:Alba");
    both.fact("Mohammed Reller", "holds-position", "Alba").qualifier("title", "minister");
    both.fact("Muhamad Reller", "holds-position", "Alba").qualifier("title", "minister");
    CHECK(entities_of({both}) == "person:mohammed-reller person:muhamad-reller");
  }
  SECTION("there may be three spellings") {
    CHECK(entities_of({officer("a", {"Anton Kelensky"}, "minister", "Alba"),
                       officer("b", {"Anton Kelenskyy"}, "minister", "Alba"),
                       officer("c", {"Anton Kelenskiy"}, "minister", "Alba")}) ==
          "person:anton-kelenskiy");
  }
}

TEST_CASE("an acronym joins the one that is introduced with it") {
  const ReadArticle introduced =
      article("a").entity("party", {"Farmers Union of Alba", "FUA"}).acronym("FUA");
  CHECK(entities_of({introduced, article("b").entity("organization", {"FUA"})}) ==
        "party:farmers-union-of-alba");
  SECTION("but none of two") {
    const ReadArticle other =
        article("c").entity("organization", {"Fishers Union of Arden", "FUA"}).acronym("FUA");
    CHECK(entities_of({introduced, other, article("b").entity("organization", {"FUA"})}) ==
          "organization:fishers-union-of-arden organization:fua party:farmers-union-of-alba");
    SECTION("unless its country tells which") {
      CHECK(entities_of({introduced, other, body("b", "organization", {"FUA"}, "Alba"),
                         body("d", "organization", {"Fishers Union of Arden"}, "Borea")}) ==
            "organization:fishers-union-of-arden party:farmers-union-of-alba");
    }
  }
  SECTION("a person is no acronym") {
    CHECK(entities_of({introduced, article("b").entity("person", {"FUA"})}) ==
          "party:farmers-union-of-alba person:fua");
  }
}

TEST_CASE("a party that some call an organization has the type that most mentions give") {
  CHECK(entities_of({article("a").entity("party", {"Green Front"}).mentions(5),
                     article("b").entity("organization", {"Green Front"}).mentions(2)}) ==
        "party:green-front");
  CHECK(entities_of({article("a").entity("party", {"Green Front"}).mentions(1),
                     article("b").entity("organization", {"Green Front"}).mentions(2)}) ==
        "organization:green-front");
}

TEST_CASE("bodies that every country has are told apart by their country") {
  const ReadArticle alban = body("a", "organization", {"National Assembly"}, "Alba");
  const ReadArticle borean = body("b", "organization", {"National Assembly"}, "Borea");
  const ReadArticle open = body("c", "organization", {"National Assembly"});
  CHECK(entities_of({alban, borean}) ==
        "organization:national-assembly organization:national-assembly-2");
  CHECK(entities_of({alban, open}) == "organization:national-assembly");
  CHECK(entities_of({alban, borean, open}) ==
        "organization:national-assembly organization:national-assembly-2 "
        "organization:national-assembly-3");
}

TEST_CASE("a country in the name of a body is its country") {
  const ReadArticle named =
      body("a", "organization", {"Alban National Assembly", "National Assembly"});
  CHECK(entities_of({named, body("b", "organization", {"National Assembly"}, "Alba"), atlas()}) ==
        "organization:alban-national-assembly");
  CHECK(
      entities_of({named, body("b", "organization", {"National Assembly of the Republic of Alba"}),
                   atlas()}) == "organization:alban-national-assembly");
  CHECK(entities_of({named, body("b", "organization", {"National Assembly"}, "Borea"), atlas()}) ==
        "organization:alban-national-assembly organization:national-assembly");
  CHECK(entities_of({named, body("b", "organization", {"Borean National Assembly"}), atlas()}) ==
        "organization:alban-national-assembly organization:borean-national-assembly");
  SECTION("the short name alone joins where no other has it") {
    const ReadArticle open = body("b", "organization", {"National Assembly"});
    CHECK(entities_of({named, open, atlas()}) == "organization:alban-national-assembly");
    CHECK(entities_of(
              {named, open, body("c", "organization", {"Borean National Assembly"}), atlas()}) ==
          "organization:alban-national-assembly organization:borean-national-assembly "
          "organization:national-assembly");
  }
  SECTION("one word is too little") {
    CHECK(entities_of({body("a", "organization", {"Bank of Alba"}),
                       body("b", "organization", {"Alban Bank"}), atlas()}) ==
          "organization:alban-bank organization:bank-of-alba");
  }
  SECTION("a body of two countries is neither's") {
    CHECK(entities_of({body("a", "organization", {"Alba Borea Trade Council"}),
                       body("b", "organization", {"Trade Council"}), atlas()}) ==
          "organization:alba-borea-trade-council organization:trade-council");
  }
}

TEST_CASE("a body joins the one that another article also calls so, when countries agree") {
  const ReadArticle full =
      body("a", "organization", {"Ministry of Foreign Affairs", "Foreign Ministry"}, "Alba");
  CHECK(entities_of({full, body("b", "organization", {"Foreign Ministry"}, "Alba")}) ==
        "organization:ministry-of-foreign-affairs");
  CHECK(entities_of({full, body("b", "organization", {"Foreign Ministry"})}) ==
        "organization:ministry-of-foreign-affairs");
  CHECK(entities_of({full, body("b", "organization", {"Foreign Ministry"}, "Borea")}) ==
        "organization:foreign-ministry organization:ministry-of-foreign-affairs");
  SECTION("two that share a short name are no reason to join each other") {
    CHECK(entities_of({body("a", "party", {"Green Front of Arden", "Green Front"}),
                       body("b", "party", {"Green Front of Boden", "Green Front"}),
                       body("c", "party", {"Green Front"})}) ==
          "party:green-front party:green-front-of-arden party:green-front-of-boden");
  }
}

TEST_CASE("groups that are only words stay with their article or their country") {
  CHECK(entities_of({article("a").entity("group", {"protesters"}),
                     article("b").entity("group", {"protesters"})}) ==
        "group:protesters group:protesters-2");
  CHECK(entities_of({body("a", "group", {"protesters"}, "Alba"),
                     body("b", "group", {"protesters"}, "Alba")}) == "group:protesters");
  CHECK(entities_of({article("a").entity("group", {"Northern Rebels"}),
                     article("b").entity("group", {"Northern Rebels"})}) ==
        "group:northern-rebels");
}

TEST_CASE("what is only described stays in its article, and keeps no one else apart") {
  ReadArticle described = article("a").entity("agreement", {"trade deal"});
  described.extraction.entities[0].described = true;
  const ReadArticle named = article("b").entity("agreement", {"Trade Deal"});
  ReadArticle again = named;
  again.article.id = "c";
  CHECK(entities_of({described, named, again}) == "agreement:trade-deal agreement:trade-deal-2");
}

TEST_CASE("names without letters do not make one entity of two") {
  CHECK(entities_of({article("a").entity("event", {"???"}),
                     article("b").entity("event", {"!!!"})}) == "event:unnamed event:unnamed-2");
}
