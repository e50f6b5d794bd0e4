#pragma once
// The words of data/words/page.toml: what stands around an article on a page. All phrases are
// folded (base/utf8.h) and compared with folded lines. Immutable once loaded.

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace entente {

using Phrases = std::set<std::string, std::less<>>;

struct PageWords {
  struct Sections {
    Phrases end;       // nothing below belongs to the article
    Phrases terminal;  // mostly the end of the page
    Phrases starts;    // beginnings of such lines
    Phrases inlined;   // a few headlines inside the article
  } sections;
  struct Lines {
    Phrases whole, starts, labels, anywhere, share;
  } lines;
  struct Lists {       // of those who took part
    Phrases whole;     // lines above them: "participants"
    Phrases anywhere;  // in such a line that ends in a colon: "delegation includes"
    Phrases joined;    // in such a line that ends in "by:": "attended"
    Phrases people;    // behind "the following": "leaders"
    Phrases included;  // ends of such a line behind these people: "included"
    Phrases joining;   // beginnings of a line that ends so: "joining"
    Phrases whose;     // between the two: "from", "at"
    Phrases guests;    // ends of a bold line above marked ones: "participants"
    Phrases titles;    // beginnings of a list's lines: "prime minister"
  } lists;
  struct Byline {
    Phrases starts, anywhere, published, updated, outlets;
    Phrases mastheads;       // ends of an outlet's name at the top of its page: "herald"
    Phrases tells;           // behind an author's name: "is a", "has covered"
    Phrases mail_providers;  // lower case, not folded: "gmail.com"
  } byline;
  struct Captions {
    Phrases labels, credits, marks, inside;
    Phrases commas;   // labels before a comma: "image caption"
    Phrases between;  // in a credit: "Jane Example for The Daily"
    Phrases sources;  // a credit that is nothing else: "agencies"
  } captions;
  struct Names {
    Phrases common;    // capitalised words that name nobody: "president", "monday"
    Phrases pronouns;  // first words of sentences that go on with what stands above
  } names;
  struct Html {  // lower case, not folded
    Phrases words, parts, content, captions;
  } html;
  std::map<std::string, unsigned, std::less<>> months;  // 1..12
};

// Bytes of the longest phrase with which `key` begins, at a word's end; 0 = none.
std::size_t phrase_at_start(std::string_view key, const Phrases& phrases);
// The same at the end of `key`.
std::size_t phrase_at_end(std::string_view key, const Phrases& phrases);
// The first phrase that stands in `key` as whole words; empty = none.
std::string_view phrase_within(std::string_view key, const Phrases& phrases);

}  // namespace entente
