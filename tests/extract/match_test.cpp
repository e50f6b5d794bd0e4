#include "extract/match.h"

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

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(facts_of(row.text, row.relation) == row.facts);
  }
}

}  // namespace

TEST_CASE("who acts") {
  check({
      {"it, who said so", "Kenya said it had accused Austria.", "accused",
       "Kenya | accused | Austria | - | happened\n"},
      {"it is not a person", "President Anna Keller said it had accused Austria.", "accused", ""},
      {"two nationalities", "Kenyan and Austrian troops held exercises.", "cooperated-with",
       "Kenya | cooperated-with | Austria | - | happened\n"},
      {"whose raids they are", "Kenyan raids killed three Austrian soldiers.", "attacked",
       "Kenya | attacked | Austrian soldiers | - | happened\n"},
      {"a city for its government", "Nairobi rejected a proposal from Austria.", "rejected",
       "Nairobi | rejected | Austria | - | happened\n"},
      {"a quantity", "Thousands of Kenyan farmers protested against Austria.", "protested-against",
       "Kenyan farmers | protested-against | Austria | - | happened\n"},
  });
}

TEST_CASE("of a body of people, those whom the text names") {
  check({
      {"led by her", "A Kenyan delegation led by Anna Keller met Marcus Hale.", "met-with",
       "Kenyan delegation | met-with | Marcus Hale | - | happened\n"
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"which had her", "A Kenyan delegation, which included Anna Keller, met Marcus Hale.",
       "met-with",
       "Kenyan delegation | met-with | Marcus Hale | - | happened\n"
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"a rally is no delegation", "A rally led by Anna Keller met Marcus Hale.", "met-with", ""},
      {"including, hung on the verb",
       "Anna Keller met senior officials, including President Marcus Hale.", "met-with",
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"including, behind another",
       "Anna Keller met with Ivo Tarn and members of the team, including Marcus Hale.", "met-with",
       "Anna Keller | met-with | Ivo Tarn | - | happened\n"
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"among them", "Anna Keller met several ministers, among them Prime Minister Marcus Hale.",
       "met-with", "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"for two countries", "The leaders of Kenya and Austria met on Monday.", "met-with",
       "Kenya | met-with | Austria | - | happened\n"},
      {"from two countries", "The officials from Kenya and Austria met on Monday.", "met-with",
       "Kenya | met-with | Austria | - | happened\n"},
      {"the countries themselves", "Kenya and Austria met on Monday.", "met-with", ""},
      {"before another occasion", "Anna Keller spoke before a trip to Austria.", "spoke-with", ""},
  });
}

TEST_CASE("to whom it is done") {
  check({
      {"whose proposal", "Kenya rejected an Austrian proposal.", "rejected",
       "Kenya | rejected | Austria | - | happened\n"},
      {"whose property", "Kenyan troops shelled Austrian positions.", "attacked",
       "Kenyan troops | attacked | Austria | - | happened\n"},
      {"of two objects the one that gets it", "Kenya gave Austria 5 million dollars.", "aided",
       "Kenya | aided | Austria | - | happened\n"},
      {"the subject of the clause", "Kenya demanded that Austria leave.", "demanded-of",
       "Kenya | demanded-of | Austria | - | happened\n"},
      {"who must", "Kenya said that Austria must leave.", "demanded-of",
       "Kenya | demanded-of | Austria | - | happened\n"},
      {"who need not", "Kenya said that Austria can leave.", "demanded-of", ""},
      {"behind a participle", "Kenya lifted a ban imposed on Austria.", "conceded-to",
       "Kenya | conceded-to | Austria | - | happened\n"},
      {"past what the slot does not take",
       "Kenyan students staged rallies in Vienna against President Marcus Hale.",
       "protested-against", "Kenyan students | protested-against | Marcus Hale | - | happened\n"},
      {"where the subject is, not to whom", "The Austrian Embassy in Kenya suspended aid.",
       "sanctioned", ""},
      {"with whom it was prepared, not with whom it was held",
       "The Nairobi Institute, in coordination with the Vienna Institute, hosted a roundtable.",
       "met-with", ""},
      {"with the third, not with each other",
       "Anna Keller and Marcus Hale met with farmers to discuss taxes.", "spoke-with", ""},
      {"Kenya, not its ambassador", "Austria recalled its ambassador to Kenya.", "sanctioned",
       "Austria | sanctioned | Kenya | - | happened\n"},
      {"a particle", "Kenyan police broke up a protest by students.", "coerced",
       "Kenyan police | coerced | students | - | happened\n"},
  });
}

TEST_CASE("what hangs elsewhere") {
  check({
      {"past a place", "Following talks in Vienna between Anna Keller and Marcus Hale, they left.",
       "met-with", "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"one of", "Kenya is one of Austria's closest allies.", "partners-with",
       "Kenya | partners-with | Austria | - | happened\n"},
      {"whose companion", "Anna Keller arrived in Nairobi with Foreign Minister Marcus Hale.",
       "visited",
       "Anna Keller | visited | Nairobi | - | happened\n"
       "Marcus Hale | visited | Nairobi | - | happened\n"},
      {"a title read as a name", "In Vienna, Ms Keller met with Prime Minister Marcus Hale.",
       "met-with", "Keller | met-with | Marcus Hale | - | happened\n"},
      {"behind what an invitation is to",
       "Anna Keller accepted an invitation to visit Vienna from Chancellor Marcus Hale.", "invited",
       "Marcus Hale | invited | Anna Keller | - | happened\n"},
      {"officials at the beginning", "Officials from Austria and Kenya met.", "met-with",
       "Austria | met-with | Kenya | - | happened\n"},
      {"who invited to an event", "Kenya was invited to the Nairobi Climate Summit by Austria.",
       "invited", "Austria | invited | Kenya | - | happened\n"},
      {"two people of two countries",
       "Prime Ministers Anna Keller of Austria and Marcus Hale of Kenya met.", "met-with",
       "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"behind a time",
       "Earlier on Sunday, FM Anna Keller, accompanied by Commerce Minister Ivo Tarn, hosted a "
       "breakfast meeting with the Commerce Adviser Marcus Hale.",
       "met-with", "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"who is visiting",
       "Foreign Minister Anna Keller received at Green Palace on Wednesday visiting Kenyan Foreign "
       "Minister Marcus Hale.",
       "met-with", "Anna Keller | met-with | Marcus Hale | - | happened\n"},
      {"each other", "Kenya and Austria accused each other of lying.", "accused",
       "Kenya | accused | Austria | - | happened\nAustria | accused | Kenya | - | happened\n"},
      {"what broke out", "Clashes broke out between Kenya and Austria.", "attacked",
       "Kenya | attacked | Austria | - | happened\nAustria | attacked | Kenya | - | happened\n"},
  });
}

TEST_CASE("what is nobody's deed") {
  check({
      {"an arrest before", "Following her arrest by Kenyan police, Anna Keller was released.",
       "conceded-to", ""},
      {"a staff", "Anna Keller is a member of the staff of the Labour Party.", "member-of", ""},
      {"with reporters", "Anna Keller and Marcus Hale met with reporters.", "met-with", ""},
      {"whose supporters", "Supporters of President Anna Keller blocked roads in the capital.",
       "protested-against", ""},
      {"on the phone", "Anna Keller held telephone talks with Marcus Hale.", "met-with", ""},
      {"not a call", "Anna Keller called Marcus Hale a decent man on Monday.", "spoke-with", ""},
      {"a call", "Anna Keller called Marcus Hale on Monday.", "spoke-with",
       "Anna Keller | spoke-with | Marcus Hale | - | happened\n"},
      {"hosts", "Kenya in coordination with Austria hosted talks with Hungary.", "met-with",
       "Kenya | met-with | Hungary | - | happened\n"},
      {"whom they invited", "Anna Keller and Marcus Hale invited farmers to discuss the drought.",
       "spoke-with", ""},
      {"an abbreviation that describes", "Anna Keller pledged U.S. support.", "supports", ""},
      {"behind a dash", "Kenya sent aid to Austria \u2014 tanks, food and drones.", "aided",
       "Kenya | aided | Austria | - | happened\n"},
      {"nobody in particular", "Anna Keller met with officials in Vienna.", "met-with", ""},
      {"whose ministers came", "The foreign ministers of Kenya and Austria arrived in Hungary.",
       "visited", ""},
      {"expectations", "Anna Keller and Marcus Hale have yet to meet the expectations of voters.",
       "met-with", ""},
      {"cooperation on something", "Kenya praised progress in cooperation at talks with Austria.",
       "cooperated-with", ""},
      {"not hers to cancel", "Anna Keller cancelled a visit to Kenya.", "sanctioned", ""},
  });
}

TEST_CASE("one deed of a relation is told once") {
  check({{"the owner, not the place too", "Kenyan troops demolished Austrian homes in Hungary.",
          "coerced", "Kenyan troops | coerced | Austria | - | happened\n"}});
}
