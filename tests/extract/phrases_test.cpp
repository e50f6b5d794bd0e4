#include "extract/phrases.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* phrases;
};

}  // namespace

TEST_CASE("phrases stand for those who are meant") {
  const std::vector<Row> rows = {
      {"a list with posts",
       "Premier Anna Keller, top legislator Paul Zorbach and Foreign Minister Marcus Hale left.",
       "Anna Keller + Paul Zorbach + Marcus Hale"},
      {"posts behind a name",
       "Anna Keller, president of Austria and chairwoman of the Green Party, left.", "Anna Keller"},
      {"he acts", "President Marcus Hale came. He left.", "Marcus Hale / Marcus Hale"},
      {"a pronoun ahead of its name", "Before he left, President Marcus Hale spoke.",
       "Marcus Hale / Marcus Hale"},
      {"he is not whom he meets",
       "President Marcus Hale came. In Vienna he met Ivo Tarn, president of the Green Party.",
       "Marcus Hale / Vienna / Marcus Hale / Ivo Tarn"},
      {"a leader is rather who was called of that country",
       "Kenyan President Anna Keller met Austrian President Marcus Hale and Foreign Minister Ivo "
       "Tarn. The Kenyan leader smiled.",
       "Anna Keller / Marcus Hale + Ivo Tarn / Anna Keller"},
      {"a post without a name",
       "Kenyan President Anna Keller met Austrian President Marcus Hale. The Kenyan president "
       "smiled.",
       "Anna Keller / Marcus Hale / Anna Keller"},
      {"the president is not the vice president",
       "Kenyan President Anna Keller met Kenyan Vice President Marcus Hale. The Kenyan president "
       "smiled.",
       "Anna Keller / Marcus Hale / Anna Keller"},
      {"a vice president who is alone",
       "Kenyan Vice President Marcus Hale came. The vice president smiled.",
       "Marcus Hale / Marcus Hale"},
      {"the two leaders",
       "Kenyan President Anna Keller met Austrian President Marcus Hale. The two leaders smiled.",
       "Anna Keller / Marcus Hale / Anna Keller + Marcus Hale"},
      {"both countries", "Kenya met Austria. Both countries were glad.",
       "Kenya / Austria / Kenya + Austria"},
      {"the two whose people were named",
       "Kenyan President Anna Keller met Austrian President Marcus Hale after the war in Hungary. "
       "The two governments were glad.",
       "Anna Keller / Marcus Hale / Hungary / Kenya + Austria"},
      {"the two",
       "Kenyan President Anna Keller met Austrian President Marcus Hale in Nairobi. The two will "
       "speak again.",
       "Anna Keller / Marcus Hale / Nairobi / Anna Keller + Marcus Hale"},
      {"three countries of one row",
       "Kenya, Austria and Hungary came. The three countries were glad.",
       "Kenya + Austria + Hungary / Kenya + Austria + Hungary"},
      {"three countries, named one by one",
       "Kenya came. Austria and Hungary followed. The three states were glad.",
       "Kenya / Austria + Hungary / Kenya + Austria + Hungary"},
      {"three ministers",
       "The foreign ministers of Kenya, Austria and Hungary met. The three ministers smiled.",
       "Kenya + Austria + Hungary / Kenya + Austria + Hungary"},
      {"four are not three", "Kenya, Austria and Hungary came. The four countries were glad.",
       "Kenya + Austria + Hungary"},
      {"where something was is no party to it",
       "Kenya met Hungary in Austria. Both parties were glad.",
       "Kenya / Hungary / Austria / Kenya + Hungary"},
      {"who has no name is not passed over",
       "President Marcus Hale came. The Kenyan king met Ivo Tarn. He left.",
       "Marcus Hale / Ivo Tarn"},
      {"the president who is told of most",
       "Austrian President Marcus Hale came. Hale spoke. Hale smiled. Kenyan President Anna Keller "
       "left. "
       "The "
       "president smiled.",
       "Marcus Hale / Marcus Hale / Marcus Hale / Anna Keller / Marcus Hale"},
      {"a minister is no leader",
       "Kenyan Foreign Minister Anna Keller came. The Kenyan leader left.", "Anna Keller"},
      {"the leader of those to whom counterparts belong",
       "Kenyan President Anna Keller met her Austrian counterpart, Marcus Hale, and Austrian "
       "minister Ivo Tarn. The Austrian leader left.",
       "Anna Keller / Marcus Hale + Ivo Tarn / Marcus Hale"},
      {"the capital", "He met them in the Austrian capital, Vienna, and in the town Nairobi.",
       "Vienna / Nairobi"},
      {"here is where the report is written", "VIENNA, May 3 - President Marcus Hale arrived here.",
       "Vienna / Marcus Hale / Vienna"},
      {"at noon she met somebody else",
       "President Anna Keller came. At noon she met the other man, Ivo Tarn, president of the "
       "Green Party.",
       "Anna Keller / Anna Keller / Ivo Tarn"},
      {"three are not two", "Kenya, Austria and Hungary were there. The two countries were glad.",
       "Kenya + Austria + Hungary"},
      {"an adjective is no actor", "Kenyan farmers met Austrian farmers.", ""},
      {"a government is its country", "The Kenyan government was glad.", "Kenya"},
      {"his wife", "President Marcus Hale and his wife Anna Hale left.", "Marcus Hale + Anna Hale"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(phrases_of(analysed(row.text)) == row.phrases);
  }
}

TEST_CASE("two sentences about two people do not become a list") {
  CHECK(phrases_of(analysed("Anna Keller met Paul Zorbach and Marcus Hale visited Kenya.")) ==
        "Anna Keller / Paul Zorbach / Marcus Hale / Kenya");
}
