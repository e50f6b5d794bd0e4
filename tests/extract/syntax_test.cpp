#include "extract/syntax.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* verb;  // as it stands in `text`
  const char* subject;
  const char* object;
};

std::string word_at(const Document& document, std::optional<std::uint32_t> word) {
  return word ? std::string(text_of(document, document.tokens[*word])) : "";
}

}  // namespace

TEST_CASE("the subject and the object of a verb") {
  const std::vector<Row> rows = {
      {"active", "Kenya accused Austria.", "accused", "Kenya", "Austria"},
      {"a relative clause", "Kenya, which accused Austria, left.", "accused", "Kenya", "Austria"},
      {"control", "Kenya agreed to help Austria.", "help", "Kenya", "Austria"},
      {"control by the object", "Kenya asked Austria to help Hungary.", "help", "Austria",
       "Hungary"},
      {"joined verbs", "Kenya came and accused Austria.", "accused", "Kenya", "Austria"},
      {"passive: the one to whom it is done", "Austria was accused by Kenya.", "accused", "Austria",
       "Austria"},
      {"a perfect that is read as two words",
       "Kenya has severed diplomatic relations with Austria.", "severed", "Kenya", "relations"},
      {"a perfect with a time between", "Anna Keller had on Monday met Marcus Hale in Vienna.",
       "met", "Keller", "Hale"},
      {"the same of a clause on her",
       "Anna Keller, who had on Monday received Marcus Hale in Vienna, was glad.", "received",
       "Keller", "Hale"},
      {"the first to", "Anna Keller, the first president to visit Kenya, spoke.", "visit", "Keller",
       "Kenya"},
      {"said of the subject", "Marcus Hale was a minister who visited Kenya.", "visited", "Hale",
       "Kenya"},
      {"in the process of", "Kenya is in the process of donating tanks to Austria.", "donating",
       "Kenya", "tanks"},
      {"where one is", "Anna Keller is in Kenya attending a summit.", "attending", "Keller",
       "summit"},
      {"whose statement", "Kenya issued a statement condemning Austria.", "condemning", "Kenya",
       "Austria"},
      {"not who voted on it", "Kenya voted against a resolution condemning Austria.", "condemning",
       "", "Austria"},
      {"not who vetoed it", "Kenya vetoed a resolution condemning Austria.", "condemning", "",
       "Austria"},
      {"condemned for it", "Kenya condemned Austria for attacking Hungary.", "attacking", "Austria",
       "Hungary"},
      {"prevented from it", "Kenya prevented Austria from attacking Hungary.", "attacking",
       "Austria", "Hungary"},
      {"the past is not joined to an infinitive", "Kenya asked Austria to stay and took Hungary.",
       "took", "Kenya", "Hungary"},
      {"what had been before", "Kenya found that Austria had left and took Hungary.", "took",
       "Kenya", "Hungary"},
      {"whose efforts", "Austria reviewed efforts by Kenya to support Hungary.", "support", "Kenya",
       "Hungary"},
      {"whose efforts are backed",
       "Austria voiced support for the efforts of Kenya to help Hungary.", "help", "Kenya",
       "Hungary"},
      {"shot dead", "Kenyan troops shot dead an Austrian soldier.", "shot", "troops", "soldier"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    const Document document = analysed(row.text).document;
    const Syntax syntax(document, document.sentences.front());
    REQUIRE(syntax.parsed());
    std::optional<std::uint32_t> verb;
    for (std::uint32_t t = syntax.range().begin; t < syntax.range().end; ++t) {
      if (word_at(document, t) == row.verb) verb = t;
    }
    REQUIRE(verb);
    CHECK(word_at(document, syntax.subject(*verb)) == row.subject);
    const std::vector<std::uint32_t> objects = syntax.objects(*verb);
    REQUIRE_FALSE(objects.empty());
    CHECK(word_at(document, objects.front()) == row.object);
  }
}
