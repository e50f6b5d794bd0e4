#include "extract/modality.h"

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

}  // namespace

TEST_CASE("whether it happened") {
  const std::vector<Row> rows = {
      {"it did", "Kenya helped Austria.", "aided", "Kenya | aided | Austria | - | happened\n"},
      {"it will", "Kenya will help Austria.", "aided", "Kenya | aided | Austria | - | planned\n"},
      {"it is to come", "Ahead of her visit to Vienna, Anna Keller spoke.", "visited",
       "Anna Keller | visited | Vienna | - | planned\n"},
      {"he is to", "Anna Keller is to visit Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | planned\n"},
      {"he was due to", "Anna Keller was due to visit Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | planned\n"},
      {"no longer", "Kenya no longer supports Austria.", "supports",
       "Kenya | supports | Austria | - | denied\n"},
      {"neither", "Neither Kenya nor Austria supports Hungary.", "supports",
       "Kenya | supports | Hungary | - | denied\nAustria | supports | Hungary | - | denied\n"},
      {"called off", "Anna Keller's visit to Vienna was called off.", "visited",
       "Anna Keller | visited | Vienna | - | denied\n"},
      {"fell through", "Anna Keller's visit to Vienna fell through.", "visited",
       "Anna Keller | visited | Vienna | - | denied\n"},
      {"did not take place", "The visit of Anna Keller to Vienna did not take place.", "visited",
       "Anna Keller | visited | Vienna | - | denied\n"},
      {"a planned visit cancelled", "Anna Keller cancelled a planned visit to Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | denied\n"},
      {"unlikely", "A meeting between Anna Keller and Marcus Hale is unlikely.", "met-with",
       "Anna Keller | met-with | Marcus Hale | - | hypothetical\n"},
      {"expected", "Anna Keller is expected in Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | planned\n"},
      {"no longer expected", "Anna Keller is not expected in Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | denied\n"},
      {"had been expected", "Anna Keller had been expected in Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | hypothetical\n"},
      {"the first to", "Anna Keller was the first Kenyan president to visit Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | happened\n"},
      {"no ally", "Kenya is no ally of Austria.", "partners-with",
       "Kenya | partners-with | Austria | - | denied\n"},
      {"allegedly", "Kenya allegedly attacked Austria.", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"stopped short of it", "Kenya stopped short of condemning Austria.", "criticized",
       "Kenya | criticized | Austria | - | denied\n"},
      {"said where they met", "Anna Keller met Marcus Hale to reaffirm her support for Kenya.",
       "supports", "Anna Keller | supports | Kenya | - | happened\n"},
      {"what they meet for is to come", "Anna Keller met Marcus Hale to support Kenya.", "supports",
       "Anna Keller | supports | Kenya | - | planned\n"},
      {"steps that were taken", "Anna Keller has taken steps to support Kenya.", "supports",
       "Anna Keller | supports | Kenya | - | happened\n"},
      {"would cease", "The plan is a danger, meaning Kenya would cease to support Austria.",
       "supports", "Kenya | supports | Austria | - | hypothetical\n"},
      {"until, of what was", "Anna Keller led Kenya until Austria attacked Hungary.", "attacked",
       "Austria | attacked | Hungary | - | happened\n"},
      {"until, of a promise", "Anna Keller promised protests until Austria attacked Hungary.",
       "attacked", "Austria | attacked | Hungary | - | hypothetical\n"},
      {"the recent deal", "They discussed the recent deal between Kenya and Austria.",
       "agreed-with", "Kenya | agreed-with | Austria | - | happened\n"},
      {"a deal", "They discussed a deal between Kenya and Austria.", "agreed-with",
       "Kenya | agreed-with | Austria | - | hypothetical\n"},
      {"alleged", "A report alleged that Kenya attacked Austria and sanctioned Hungary.",
       "sanctioned", "Kenya | sanctioned | Hungary | - | hypothetical\n"},
      {"how it will be done", "Anna Keller will end the drought by visiting Kenya.", "visited",
       "Anna Keller | visited | Kenya | - | planned\n"},
      {"aid that is announced", "Austria announced 20 million euros in new aid to Kenya.", "aided",
       "Austria | aided | Kenya | - | planned\n"},
      {"said it would, behind and",
       "Anna Keller said Kenya valued the friendship and would support Austria.", "supports",
       "Kenya | supports | Austria | - | planned\n"},
      {"a question", "Did Kenya attack Austria?", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"no evidence that", "There is no evidence that Kenya attacked Austria.", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"kept from it", "Kenya prevented Austria from attacking Hungary.", "attacked",
       "Austria | attacked | Hungary | - | denied\n"},
      {"has yet to", "Kenya has yet to sign the Nairobi Water Treaty with Austria.", "signed",
       "Kenya | signed | Nairobi Water Treaty | - | denied\n"},
      {"was to have", "Anna Keller was to have visited Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | hypothetical\n"},
      {"must be ready to", "Kenya must be ready to attack Austria.", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"is reported to have", "Anna Keller is reported to have visited Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | hypothetical\n"},
      {"had it been", "Had Kenya attacked Austria, Hungary would have left.", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"reports that", "Kenya denied reports that Anna Keller had visited Vienna.", "visited",
       "Anna Keller | visited | Vienna | - | hypothetical\n"},
      {"did not say", "Kenya did not say that it had attacked Austria.", "attacked",
       "Kenya | attacked | Austria | - | hypothetical\n"},
      {"it was another", "It was not Kenya that attacked Austria.", "attacked",
       "Kenya | attacked | Austria | - | denied\n"},
      {"plans dropped", "The plans for a meeting between Anna Keller and Marcus Hale were dropped.",
       "met-with", "Anna Keller | met-with | Marcus Hale | - | denied\n"},
      {"promised", "Kenya promised to cooperate with Hungary on arming Austria.", "aided",
       "Kenya | aided | Austria | - | planned\n"},
      {"warned against it", "Kenya warned Austria against attacking Hungary.", "attacked", ""},
      {"accused of it, said the other way round", "Austria was accused by Kenya of arming Hungary.",
       "aided", ""},
      {"met neither", "Anna Keller met neither Marcus Hale nor Ivo Tarn.", "met-with",
       "Anna Keller | met-with | Marcus Hale | - | denied\n"
       "Anna Keller | met-with | Ivo Tarn | - | denied\n"},
      {"not him but another", "Anna Keller met not Marcus Hale but Ivo Tarn.", "met-with",
       "Anna Keller | met-with | Ivo Tarn | - | happened\n"},
      {"accused of it", "Kenya accused Austria of arming Hungary.", "aided", ""},
      {"it may", "Kenya may help Austria.", "aided",
       "Kenya | aided | Austria | - | hypothetical\n"},
      {"it did not", "Kenya did not help Austria.", "aided",
       "Kenya | aided | Austria | - | denied\n"},
      {"it said it would", "Kenya said it would help Austria.", "aided",
       "Kenya | aided | Austria | - | planned\n"},
      {"a refusal happened", "Kenya refused to help Austria.", "rejected",
       "Kenya | rejected | Austria | - | happened\n"},
      {"so the help is left out", "Kenya refused to help Austria.", "aided", ""},
      {"a threat happened", "Kenya threatened to attack Austria.", "threatened",
       "Kenya | threatened | Austria | - | happened\n"},
      {"so the attack is left out", "Kenya threatened to attack Austria.", "attacked", ""},
      {"a refusal said with not", "Kenya will not negotiate with Austria.", "rejected",
       "Kenya | rejected | Austria | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(facts_of(row.text, row.relation) == row.facts);
  }
}
