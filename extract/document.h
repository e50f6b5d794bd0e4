#pragma once
// An article on its way through the stages. `article.text` never changes after loading; every later
// layer points into it, by bytes (Span) or by token (TokenRange). Each layer names the stage that
// fills it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "extract/tags.h"
#include "graph/article.h"
#include "graph/fact.h"

namespace entente {

// What a stretch of the text is. Only Body, Item and Caption are read for facts. An Item is a line
// of a list of those who took part; the Body above the first says what they are.
enum class BlockKind { Title, Body, Item, Heading, Caption, Byline, Boilerplate };
std::string_view to_string(BlockKind kind);

struct Block {
  Span span;  // whole lines of the text without surrounding white space; never empty
  BlockKind kind = BlockKind::Body;
  std::string reason;  // why it is not body: "section 'Also Read'", "menu", "repeats line 7"; empty
                       // for Body
};

struct TokenRange {  // half-open: indices of Document::tokens (of Sentence::words: of words)
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

inline constexpr std::uint32_t kNotParsed = 0xFFFFFFFF;

struct Token {
  Span span;                        // bytes of the text
  std::string lower;                // lower case; curly quotes and apostrophes made straight
  std::string lemma{};              // tag; lower case
  Tag tag = Tag::Other;             // tag; parse says it again, knowing the sentence
  std::uint32_t head = kNotParsed;  // parse: index of Document::tokens; the token itself = root
  Deprel deprel = Deprel::Dep;      // parse: what it is to its head
};

// What trees are made of: a token, or a part of one between hyphens ("U.S.-led").
struct Word {
  Span span;                        // bytes of the text
  std::uint32_t token = 0;          // index of Document::tokens
  std::uint8_t label = 0;           // tag: index of Tagger::labels()
  Tag tag = Tag::Other;             // tag; parse says it again
  Penn penn = 0;                    // likewise
  std::uint32_t head = kNotParsed;  // parse: index of Document::words; the word itself = root
  Deprel deprel = Deprel::Dep;      // parse
};

struct Sentence {
  TokenRange tokens;        // never empty
  std::uint32_t block = 0;  // index of Document::blocks
  TokenRange words{};       // cut_words: indices of Document::words
};

// Words that name something: "Xi Jinping", "Vietnamese" (the country), "CPC".
struct Mention {
  TokenRange tokens;
  std::uint32_t sentence = 0;  // index of Document::sentences
  std::string type;            // EntityType::name; empty = could not be told, no entity
  std::string known;           // id in a gazetteer; empty = not listed
  std::string name;            // as written, on one line, without an acronym in brackets
  bool demonym = false;        // "Vietnamese"
  bool division = false;       // a province or a state of a federation
  bool nested = false;         // inside a longer name: "China" in "Communist Party of China"
  std::string how;             // what told its type: "gazetteer", "title", "organization word" ...
  std::int32_t entity = -1;    // index of Extraction::entities; resolve
};

// What the network takes for a name.
struct Guess {
  TokenRange tokens;
  std::string_view type;  // EntityType::name; "other" = a name of no entity: a law, a people
};

// A post and who may hold it: "Chinese President", ", general secretary of the CPC Central
// Committee".
struct Role {
  TokenRange tokens;                  // all of it, the owner's words included
  TokenRange title;                   // "general secretary"
  std::string kind;                   // data/words/roles.tsv
  std::vector<std::uint32_t> owners;  // mentions: the country or organization; empty = not said
  bool definite =
      false;  // begins with "the", "his", "both" ...: can refer to somebody without naming him
  bool plural = false;    // "leaders"
  bool inferred = false;  // find_owners: the owner is not said with it
  std::int32_t person =
      -1;  // mention: who is named with it, "President NAME" or "NAME, president"; -1 = nobody
};

// Who a noun phrase stands for, and the words that tell it.
struct Member {
  std::int32_t entity = -1;  // index of Extraction::entities
  TokenRange head;           // the name, or the description or pronoun that stands for it
  std::vector<Link> links;   // from `head` to a name; empty for a name
  bool by_people = false;    // people act for it: "the ministers of Kenya and Austria"
};

// A noun phrase that stands for actors or places, with titles, posts and lists: "Chinese Premier A,
// B and C".
struct Phrase {
  TokenRange tokens;
  std::vector<Member> members;  // empty = somebody, but it could not be told who
  bool possessive = false;      // "his", or "'s" follows
};

// How what is told stands to a time, by the preposition before it.
enum class TimeSide : std::uint8_t {
  At,      // "on May 3", "in 2012", "from May 3 to 7"
  Since,   // "since 2012", "from May on": the time is its beginning
  Until,   // "until next May", "by 2030": the time is its end
  Before,  // "before the 1990s": at no time that is known
  After,   // "after May 3"
};

// A temporal expression of the text.
struct TimeMention {
  TokenRange tokens;
  DateRange when;
  TimeSide side = TimeSide::At;
};

struct Document {
  Article article;
  std::vector<Block> blocks;         // load; in order, disjoint
  std::vector<Token> tokens;         // tokenize; of Body, Item and Caption blocks only
  std::vector<Sentence> sentences;   // split; in order
  std::vector<Word> words;           // cut_words; in order
  std::vector<TimeMention> times;    // find_times; in order, disjoint
  std::optional<DateRange> written;  // find_times; published, or the year that the text tells
  std::vector<Guess> guesses;        // guess_names; in order, disjoint
  std::vector<Mention> mentions;     // find_names; in order; only nested ones overlap others
  std::vector<Role> roles;           // find_roles; in order
  std::vector<Phrase> phrases;       // find_phrases; in order, disjoint
};

// From the first byte of the first token of `range` to the last byte of its last. REQUIRES: not
// empty.
Span span_of(const Document& document, TokenRange range);
// The bytes under a token.
std::string_view text_of(const Document& document, const Token& token);
bool is_capital(const Document& document, const Token& token);  // begins with a capital letter

// Index of the sentence that has the token; sentences.size() = it is behind all of them.
std::uint32_t sentence_of(const Document& document, std::uint32_t token);
// Index of the first token that begins at the byte or behind it; tokens.size() = none does.
std::uint32_t token_from(const Document& document, std::uint32_t byte);

// Index of the first mention that begins at the token or behind it; mentions.size() = none does.
std::uint32_t mention_from(const Document& document, std::uint32_t token);

// The first of a document's guesses, mentions, times, roles or phrases that begins at the token or
// behind it: an iterator.
template <typename Items>
auto first_from(Items& items, std::uint32_t token) {
  return std::ranges::lower_bound(items, token, {},
                                  [](const auto& item) { return item.tokens.begin; });
}

}  // namespace entente
