#include "extract/groups.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* groups;
};

std::string groups_of(std::string_view text) {
  Document document = tagged(text);
  find_names(document, words(), gazetteer());
  find_groups(document, words());
  std::string line;
  for (const Mention& mention : document.mentions) {
    if (mention.type != kGroupType) continue;
    if (!line.empty()) line += " / ";
    line += mention.name;
  }
  return line;
}

}  // namespace

TEST_CASE("actors whom the text does not name") {
  const std::vector<Row> rows = {
      {"a noun for people", "The rebels left.", "rebels"},
      {"with what stands before it", "Kenyan riot police came.", "Kenyan riot police"},
      {"a country's own", "Austria's troops waited.", "Austria's troops"},
      {"numbers are no part of it", "They saw 20 Kenyan soldiers.", "Kenyan soldiers"},
      {"two that are new", "They saw two Kenyan soldiers.", "Kenyan soldiers"},
      {"two that are known", "They saw the two Kenyan soldiers.", ""},
      {"one of a group", "They saw a Kenyan soldier.", "Kenyan soldier"},
      {"whom a weapon is meant for", "Missiles targeting Kenyan troops fell.", "Kenyan troops"},
      {"to oppose is no opposition", "Kenya's opposition to the plan grew.", ""},
      {"one who is known", "They saw the soldier.", ""},
      {"an unnamed minister", "They saw a Kenyan minister.", "Kenyan minister"},
      {"a post of a country", "They saw the president of Kenya.", "president of Kenya"},
      {"a post with a name", "They saw Kenyan President Anna Keller.", ""},
      {"posts of a country", "They saw the leaders of Kenya.", "leaders of Kenya"},
      {"posts of two countries", "They saw the leaders of Kenya and Austria.", ""},
      {"machines of a country", "Kenyan helicopters came.", "Kenyan helicopters"},
      {"machines of nobody", "The helicopters came.", ""},
      {"a faction", "They saw opposition leaders.", "opposition leaders"},
      {"a body of people is no group", "The workers union met.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(groups_of(row.text) == row.groups);
  }
}

TEST_CASE("bodies of a state in small letters, where its country is said") {
  const std::vector<Row> rows = {
      {"behind an adjective", "The Kenyan foreign ministry agreed.", "Kenyan foreign ministry"},
      {"behind an owner", "Austria's parliament agreed.", "Austria's parliament"},
      {"of nobody", "The foreign ministry agreed.", ""},
      {"before another noun", "The Kenyan parliament building burnt.", ""},
      {"of two", "The Kenyan and Austrian parliaments agreed.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    Document document = tagged(row.text);
    find_names(document, words(), gazetteer());
    find_groups(document, words());
    std::string bodies;
    for (const Mention& mention : document.mentions) {
      if (mention.how == kBody) bodies += mention.name;
    }
    CHECK(bodies == row.groups);
  }
}
