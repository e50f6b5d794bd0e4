#include "extract/names.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* text;
  const char* entities;
};

}  // namespace

TEST_CASE("names get their type from their form and surroundings") {
  const std::vector<Row> rows = {
      {"Austrian President Anna Keller spoke.", "country Austria; person Anna Keller"},
      {"Mr. Zorbach left the hall.", "person Zorbach"},
      {"Marcus Hale, director of the Nairobi Water Institute, said the river was low.",
       "person Marcus Hale; organization Nairobi Water Institute"},
      {"The Ministry of Industry and Trade of Kenya agreed.",
       "organization Ministry of Industry and Trade of Kenya; country Kenya"},
      {"The United Party of Workers voted.", "party United Party of Workers"},
      {"Leaders came to the 14th Annual Meeting of the River States.",
       "event 14th Annual Meeting of the River States"},
      {"Kenya signed the Nairobi Water Treaty.", "country Kenya; agreement Nairobi Water Treaty"},
      {"Kenya joined the Clean Rivers Initiative.",
       "country Kenya; initiative Clean Rivers Initiative"},
      {"She won the Green River Prize.", "award Green River Prize"},
      {"They met near Lake Turkana.", "place Lake Turkana"},
      {"The head of Kenya's Security Council said the Security Council would meet.",
       "country Kenya; organization Security Council"},
      {"His Highness met Her Majesty Queen Rania and the Emir of Qatar Sheikh Hamad bin Khalifa.",
       "person Queen Rania; country Qatar; person Hamad bin Khalifa"},
      {"They went to the province of Nghe An on Monday.", "place Nghe An"},
      {"The Commonwealth and Opec met the ministers of OPEC+ there.",
       "organization Commonwealth of Nations; organization Organization of the Petroleum "
       "Exporting Countries; organization OPEC+"},
      {"President Anna Keller awarded the Order of Dostyk to Marcus Hale.",
       "person Anna Keller; award Order of Dostyk; person Marcus Hale"},
      {"The Government of Kenya met the Austrian Government.", "country Kenya; country Austria"},
      {"The Kenya Regional Government voted.",
       "organization Kenya Regional Government; country Kenya"},
      {"They met Kenyan Trade and Industry minister Anna Keller.",
       "country Kenya; person Anna Keller"},
      {"Kenya's President Duma Otieno left.", "country Kenya; person Duma Otieno"},
      {"They met President Park Soo-bin in Vienna.", "person Park Soo-bin; place Vienna"},
      {"They met Владимир Иванов and 习近平 there.", ""},
      {"They met President of Laos Somphone Vorasane.", "country Laos; person Somphone Vorasane"},
      {"They met the chairman of the National Assembly of Laos Somsak Vinhavong.",
       "organization National Assembly of Laos; country Laos; person Somsak "
       "Vinhavong"},
      {"They met the speaker of the National Assembly, Ruth Wanjiru.",
       "organization National Assembly; person Ruth Wanjiru"},
      {"They met the mayor of Vienna, Anna Hill.", "place Vienna; person Anna Hill"},
      {"They met President of Egypt Abdel Fattah el-Masri.",
       "country Egypt; person Abdel Fattah el-Masri"},
      {"They met the Kenyan Ambassador to Belarus Tesfaye Gebremariam.",
       "country Kenya; country Belarus; person Tesfaye Gebremariam"},
      {"The Kenyan Ambassador in Tokyo Ivan Petrov left.",
       "country Kenya; place Tokyo; person Ivan Petrov"},
      {"UN Special Envoy for Kenya Per-Olof Zorbach left.",
       "organization United Nations; country Kenya; person Per-Olof Zorbach"},
      {"Zorbach Water chief executive Marcus Hale left.",
       "organization Zorbach Water; person Marcus Hale"},
      {"The Minister for Foreign Affairs and Regional Integration of Kenya, Anna Keller, left.",
       "country Kenya; person Anna Keller"},
      {"The senior director for Africa Anna Banks left.", "place Africa; person Anna Banks"},
      {"The senior director for African Affairs Judd Zorbach left.",
       "place Africa; person Judd Zorbach"},
      {"The Kenyan NSA Anna Keller left.", "country Kenya; person Anna Keller"},
      {"The Zorbach Renewal Movement voted.", "organization Zorbach Renewal Movement"},
      {"Domestic Policy Advisor Anna Keller left.", "person Anna Keller"},
      {"The NSA left.", "organization National Security Agency"},
      {"Kenya signed a memorandum of understanding on trade.",
       "country Kenya; agreement memorandum of understanding on trade"},
      {"They met the Speaker of the Majilis Davit Zorbach.",
       "organization Majilis; person Davit Zorbach"},
      {"They met Prime Minister of Saint Lucia Philbert Zorbach.",
       "country Saint Lucia; person Philbert Zorbach"},
      {"The vice chairman of the Committee for External Relations Pham Duy Hai left.",
       "organization Committee for External Relations; person Pham Duy Hai"},
      {"The deputy chairperson of the Parliament Maria Keller left.",
       "organization Parliament; person Maria Keller"},
      {"The chief executive of Kenya Telecom Marcus Hale left.",
       "organization Kenya Telecom; country Kenya; person Marcus Hale"},
      {"The Justice and Labour Party voted.", "party Justice and Labour Party"},
      {"Senior U.S. State Department official Marcus Hale left.",
       "organization State Department; country United States; person Marcus Hale"},
      {"They met Sultan of Oman Sultan Qais bin Zorbach.", "country Oman; person Qais bin Zorbach"},
      {"They met Kenyan President Nana Zorbach.", "country Kenya; person Nana Zorbach"},
      {"They met Minister of State Sultan bin Ahmed Al Hale.", "person Sultan bin Ahmed Al Hale"},
      {"They met Kenya's Chief Cabinet Secretary Ken Morita.", "country Kenya; person Ken Morita"},
      {"They met the Chief of Army Staff (COAS) General Asif Hale.", "person Asif Hale"},
      {"They met Kenyan Prime Minister 'Ana Zorbach.", "country Kenya; person 'Ana Zorbach"},
      {"The Standing Committee of the Green Party Central Committee met.",
       "organization Standing Committee of the Green Party Central Committee; organization Green "
       "Party Central Committee"},
      {"NAIROBI, Nov 9 (Xinhua) -- Anna Keller left.", "place Nairobi; person Anna Keller"},
      {"People of Papua New Guinea voted.", "country Papua New Guinea"},
      {"Police came. Leaders left. Despite the rain, Noting this, The hall was full.", ""},
      {"On Monday the hall was full.", ""},
      {"The bill was USD 175 billion.", ""},
      {"The two signed three MoUs.", ""},
      {"Kenya-Austria relations are good.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(entities_of(analysed(row.text)) == row.entities);
  }
}

TEST_CASE("a post ends one name and begins another") {
  const Analysed read =
      analysed("Kenyan Foreign Minister Anna Keller met National Assembly Speaker Marcus Hale.");
  CHECK(entities_of(read) ==
        "country Kenya; person Anna Keller; organization National Assembly; person Marcus Hale");
}

TEST_CASE("names stand where the text has them") {
  const Analysed read = analysed("Anna Keller, president of Austria, met Marcus Hale in Nairobi.");
  for (const Mention& mention : read.document.mentions) {
    CHECK(slice(read.document.article.text, span_of(read.document, mention.tokens)) ==
          mention.name);
  }
}
