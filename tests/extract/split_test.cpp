// Tokens -> sentences.

#include <string>

#include "extract/tokenize.h"
#include "tests/catch.h"
#include "tests/extract/reading.h"

namespace entente {
namespace {

// " / " stands where one sentence ends and the next begins; the text is read without it.
const char* const kRows[] = {
    // Plain ends.
    "The talks ended. / Both sides left.",
    "Will it hold? / Nobody knows! / We wait.",
    "It rose in 2023. / Exports fell.",
    "Exports fell 5. / 12 people left.",
    "The deal was signed\u2026 / The end came fast.",
    "They waited... and waited.",
    "They left. . . / Then they came back.",
    "The fleet of Harbor Lines, e.g. ferries, i.e. large ones, grew.",
    "no capital. here it goes on",
    "One.",
    "No stop at the end",
    "The price is $5. / $6 was asked.",
    "It ended. / iPhone sales rose.",
    "It ended. / \u4F60\u597D",
    // A full stop without a space.
    "They want closer ties. / The ministers met in 2021.",
    // Titles and initials.
    "Mr. Roe met Gen. Doe and Sen. Poe.",
    "He met J. A. Roe. / The talks were long.",
    "In St. Albans, Dr. Roe spoke.",
    "Lt.-Gen. Roe and Prof. Doe met.",
    "He chose Plan B. / The others chose Plan A.",
    "They know more than I. / He left.",
    // Dotted acronyms.
    "The U.S. President met the U.K. Foreign Secretary.",
    "He flew to the U.S. / The visit lasted a week.",
    "He flew to the U.S. / \"We are ready,\" he said.",
    "The U.S. \"pivot\" went on.",
    "The (U.S.) team won.",
    "He lives in Washington, D.C. / His wife lives there too.",
    "She holds a Ph.D. / She also sings.",
    // Companies.
    "Acme Inc. Chief Executive Jane Roe left Bolt Corp. last year.",
    "He runs Acme Inc. / The company makes pumps.",
    "He runs Acme Co. Ltd. / Meanwhile, Bolt Ltd. makes valves.",
    "Acme Inc. was sold to Bolt Corp.",
    "Yahoo! Inc. was sold.",
    // Months, times of day.
    "They met on Jan. 5 in Rome.",
    "They met in Sept. / The talks failed.",
    "It began at 5 p.m. Monday and at 3 p.m. EST on Friday.",
    "It began at 5 p.m. / Hundreds came.",
    "It began at 5 p.m. and ended at 6 a.m. Eastern time.",
    "Points, papers, etc. / Everyone left.",
    "It is No. 5 of Vol. 3, Art. 2.",
    "The answer was no. / Five people left.",
    "Smith vs. Jones goes on.",
    // Datelines.
    "HANOI, Vietnam (AP) - The two leaders met. / They signed.",
    "SPRINGFIELD, Ill. (AP) \u2014 The governor spoke.",
    "GENEVA, Jan. 5 (Reuters) - Talks began.",
    "WASHINGTON, D.C. (AP) -- Talks began.",
    "LIMA, Feb. 3. (EFE) - Talks began.",
    // Quotes and brackets.
    "\"We agree.\" / \"We do not.\"",
    "\u201CWe agree.\u201D / \u201CWe do not.\u201D",
    "He said: \"We agree.\" / The other side left.",
    "\"We agree,\" he said. / \"We will sign.\"",
    "\"Will it hold?\" Roe asked. / \"Yes!\" / The talks went on.",
    "\"Will it hold?\" he asked.",
    "\"Stop!\" / The crowd said nothing.",
    "He said, 'We agree.' / Then he left.",
    "(Reporting by J. Roe.) / The end.",
    "He left (in May.) / Nobody came.",
    "It is true (see below). / The rest is not.",
    "He called it \"war.\" / It was not.",
    "They said \u2018no.\u2019 / Others agreed.",
    "``We agree.'' / The end.",
    // Lists and marks.
    "1. Introduction to trade",
    "\u2022 First point. / \u2022 Second point.",
    "He left. / #peace",
    "Really?! / Yes.",
    "It ended [sic]. / [They] left.",
};

TEST_CASE("sentences end where a reader would end them", "[split]") {
  for (std::string expected : kRows) {
    std::string text = expected;
    for (std::size_t at = 0; (at = text.find(" / ", at)) != std::string::npos;) {
      text.replace(at, 3, " ");
    }
    CHECK(sentences_of(read_body(text)) == expected);
  }
}

TEST_CASE("a full stop without a space after it ends a sentence between two words", "[split]") {
  CHECK(sentences_of(read_body("They want closer ties.The ministers met.")) ==
        "They want closer ties. / The ministers met.");
  CHECK(sentences_of(read_body("\"We want ties.\"The ministers met.")) ==
        "\"We want ties.\" / The ministers met.");
  CHECK(sentences_of(read_body("He joined the U.N.The ministers met.")) ==
        "He joined the U.N. / The ministers met.");
  CHECK(sentences_of(read_body("It fell to 5.The ministers met.")) ==
        "It fell to 5. / The ministers met.");
}

TEST_CASE("the end of a block ends a sentence, a line break does not", "[split]") {
  CHECK(sentences_of(read_body("A title\n\nThe talks of Mr.\n\nEnded")) ==
        "A title / The talks of Mr. / Ended");
  CHECK(sentences_of(read_body("The talks\nended. Both\nleft.")) ==
        "The talks\nended. / Both\nleft.");
}

}  // namespace
}  // namespace entente
