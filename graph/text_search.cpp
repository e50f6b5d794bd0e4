// An index without content (https://www.sqlite.org/fts5.html): FTS5 must be told a sentence's text
// when it goes, and cannot mark what matched, since it does not have the text; a function of our
// own asks it for the places and cuts the text with FTS5's own tokenizer, which takes letters and
// digits of any script for words. Tested by text_search_test.cpp.

#include "graph/text_search.h"

#include <algorithm>
#include <limits>
#include <sstream>

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "graph/sqlite.h"

namespace entente {

const char* const kTextSearchSql = R"sql(
CREATE TABLE sentence(
  id INTEGER PRIMARY KEY, article TEXT NOT NULL,
  sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL);
CREATE INDEX sentence_article ON sentence(article);
CREATE VIRTUAL TABLE sentence_index USING fts5(
  text, content='', tokenize='unicode61 remove_diacritics 2');
)sql";

namespace {

constexpr std::size_t kMostWords = 100;

struct Term {
  std::string text;
  bool quoted = false;
  bool prefix = false;
};

// Blanks for what cannot be in a query of FTS5, which ends at a NUL.
std::string without_controls(std::string_view words) {
  std::string text = repair_utf8(words);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

std::vector<Term> terms_of(std::string_view text) {
  std::vector<Term> terms;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    Term term;
    term.quoted = text[at] == '"';
    if (term.quoted) ++at;
    const std::size_t end =
        std::min(text.find_first_of(term.quoted ? "\"" : " \"", at), text.size());
    term.text = text.substr(at, end - at);
    at = end + (term.quoted ? 1 : 0);
    if (!term.quoted && term.text.ends_with('*')) {
      term.prefix = true;
      term.text.pop_back();
    }
    if (term.quoted && at < text.size() && text[at] == '*') {
      term.prefix = true;
      ++at;
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

bool is_word(const Term& term) { return !fold(term.text).empty(); }

// AND, OR and NOT mean something only between words.
bool is_operator(const std::vector<Term>& terms, std::size_t i, std::string_view name) {
  return !terms[i].quoted && terms[i].text == name && i > 0 && i + 1 < terms.size();
}

// One side of an OR: all of `with`, none of `without`.
struct Alternative {
  std::vector<std::string> with, without;
};

std::string joined(const std::vector<std::string>& parts, std::string_view by) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += by;
    text += part;
  }
  return '(' + text + ')';
}

std::string quoted(const Term& term) {
  std::string text = "\"";
  for (const char c : term.text) {
    if (c != '"') text += c;
  }
  return text + (term.prefix ? "\"*" : "\"");
}

std::vector<Alternative> alternatives(std::string_view words) {
  std::vector<Term> terms = terms_of(words);
  std::erase_if(terms, [](const Term& term) { return !is_word(term); });
  if (terms.size() > kMostWords) {
    throw Error(Fault::Usage, "found " + std::to_string(terms.size()) +
                                  " words to look for, expected at most " +
                                  std::to_string(kMostWords));
  }
  std::vector<Alternative> all(1);
  bool without = false;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Alternative& now = all.back();
    if (is_operator(terms, i, "OR") && !now.with.empty()) {
      all.emplace_back();
    } else if (is_operator(terms, i, "NOT") && !now.with.empty()) {
      without = true;
    } else if (!is_operator(terms, i, "AND")) {
      (without ? now.without : now.with).push_back(quoted(terms[i]));
      without = false;
    }
  }
  std::erase_if(all, [](const Alternative& one) { return one.with.empty(); });
  return all;
}

// ---- Where the words of a query stand in a sentence: the SQL function entente_matches

struct Tokens {
  std::vector<Span> spans;  // bytes of the text
};

int add_token(void* tokens, int flags, const char*, int, int begin, int end) {
  if ((flags & FTS5_TOKEN_COLOCATED) == 0) {
    static_cast<Tokens*>(tokens)->spans.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return SQLITE_OK;
}

// The stretches of tokens that phrases of the query match, overlapping ones run together.
std::vector<Span> matched_tokens(const Fts5ExtensionApi* api, Fts5Context* context) {
  std::vector<Span> stretches;
  int count = 0;
  if (api->xInstCount(context, &count) != SQLITE_OK) return stretches;
  for (int i = 0; i < count; ++i) {
    int phrase = 0, column = 0, first = 0;
    if (api->xInst(context, i, &phrase, &column, &first) != SQLITE_OK) break;
    stretches.push_back({static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(first + api->xPhraseSize(context, phrase))});
  }
  std::ranges::sort(stretches);
  std::vector<Span> apart;
  for (const Span one : stretches) {
    if (!apart.empty() && one.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, one.end);
    } else {
      apart.push_back(one);
    }
  }
  return apart;
}

// entente_matches(sentence_index, text): "begin end begin end ..." in bytes of `text`, which must
// be what was indexed.
void give_matches(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result,
                  int arguments, sqlite3_value** values) {
  if (arguments != 1) return;
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  Tokens tokens;
  if (text == nullptr || api->xTokenize(context, text, sqlite3_value_bytes(values[0]), &tokens,
                                        add_token) != SQLITE_OK) {
    return;
  }
  std::string spans;
  for (const Span match : matched_tokens(api, context)) {
    if (match.begin >= match.end || match.end > tokens.spans.size()) continue;
    spans += std::to_string(tokens.spans[match.begin].begin) + ' ' +
             std::to_string(tokens.spans[match.end - 1].end) + ' ';
  }
  sqlite3_result_text(result, spans.data(), static_cast<int>(spans.size()), SQLITE_TRANSIENT);
}

std::vector<Span> read_spans(const std::string& text) {
  std::vector<Span> spans;
  std::istringstream numbers(text);
  for (Span span; numbers >> span.begin >> span.end;) spans.push_back(span);
  return spans;
}

// ---- Searching

std::optional<DateRange> published(Connection& connection, const std::string& article) {
  Statement row(connection, "SELECT published FROM article WHERE id = ?");
  row.bind(1, article);
  return row.step() ? parse_iso(row.text(0)) : std::nullopt;
}

bool in_time(Connection& connection, const std::string& article, const SentenceSearch& search) {
  if (!search.since && !search.until) return true;
  const std::optional<DateRange> when = published(connection, article);
  return when && (!search.since || when->last >= *search.since) &&
         (!search.until || when->first <= *search.until);
}

[[noreturn]] void damaged(const Connection& connection, const std::string& article) {
  throw Error(Fault::Input, Place{connection.name()},
              "damaged graph: a sentence outside of the text of " + printable(article));
}

// Columns `column` and the next.
Span span_at(const Connection& connection, const Statement& row, int column,
             const std::string& article) {
  const std::int64_t begin = row.number(column), end = row.number(column + 1);
  if (begin < 0 || end < begin || end > std::numeric_limits<std::uint32_t>::max()) {
    damaged(connection, article);
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

struct Hit {
  std::int64_t row = 0;
  FoundSentence found;
};

std::vector<Hit> ranked(Connection& connection, const std::string& match,
                        const SentenceSearch& search) {
  Statement rows(connection,
                 "SELECT sentence.id, article, sentence_begin, sentence_end, "
                 "bm25(sentence_index) AS score FROM sentence_index "
                 "JOIN sentence ON sentence.id = sentence_index.rowid "
                 "WHERE sentence_index MATCH ? ORDER BY score, article, sentence_begin");
  rows.bind(1, match);
  std::vector<Hit> hits;
  while (hits.size() < search.limit && rows.step()) {
    Hit hit;
    hit.row = rows.number(0);
    hit.found.article = rows.text(1);
    hit.found.span = span_at(connection, rows, 2, hit.found.article);
    hit.found.score = -rows.real(4);
    if (in_time(connection, hit.found.article, search)) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

std::string match_expression(std::string_view words) {
  std::vector<std::string> parts;
  for (const Alternative& one : alternatives(without_controls(words))) {
    std::string part = joined(one.with, " AND ");
    if (!one.without.empty()) part = '(' + part + " NOT " + joined(one.without, " OR ") + ')';
    parts.push_back(part);
  }
  if (parts.empty()) {
    throw Error(Fault::Usage, "found no word to look for in \"" + printable(words) + '"');
  }
  return joined(parts, " OR ");
}

// How FTS5 hands out its functions: https://www.sqlite.org/fts5.html#extending_fts5
void prepare_search(Connection& connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (api == nullptr ||
      api->xCreateFunction(api, "entente_matches", nullptr, give_matches, nullptr) != SQLITE_OK) {
    throw Error(Fault::System, "this SQLite has no full-text search (FTS5)");
  }
}

void add_sentences(Connection& connection, std::string_view article, std::string_view text,
                   const std::vector<Span>& sentences) {
  Statement row(connection,
                "INSERT INTO sentence(article, sentence_begin, sentence_end) VALUES(?, ?, ?)");
  Statement index(connection, "INSERT INTO sentence_index(rowid, text) VALUES(?, ?)");
  for (const Span span : sentences) {
    if (span.begin > span.end || span.end > text.size()) {
      throw Error(Fault::Input, Place{printable(article)}, "a sentence outside of the text");
    }
    row.bind(1, article).bind(2, std::int64_t{span.begin}).bind(3, std::int64_t{span.end}).run();
    index.bind(1, std::int64_t{sqlite3_last_insert_rowid(connection.handle())});
    index.bind(2, slice(text, span)).run();
  }
}

void remove_sentences(Connection& connection, std::string_view article) {
  Statement old(connection, "SELECT text FROM article WHERE id = ?");
  old.bind(1, article);
  if (!old.step()) return;
  const std::string text = old.text(0);
  Statement rows(connection,
                 "SELECT id, sentence_begin, sentence_end FROM sentence WHERE article = ?");
  rows.bind(1, article);
  Statement index(connection,
                  "INSERT INTO sentence_index(sentence_index, rowid, text) VALUES('delete', ?, ?)");
  while (rows.step()) {
    const Span span = span_at(connection, rows, 1, std::string(article));
    if (span.end > text.size()) damaged(connection, std::string(article));
    index.bind(1, rows.number(0)).bind(2, slice(text, span)).run();
  }
  Statement gone(connection, "DELETE FROM sentence WHERE article = ?");
  gone.bind(1, article).run();
}

std::vector<FoundSentence> find_sentences(Connection& connection, const SentenceSearch& search) {
  const std::string match = match_expression(search.words);
  Statement texts(connection, "SELECT text FROM article WHERE id = ?");
  Statement places(connection,
                   "SELECT entente_matches(sentence_index, ?) FROM sentence_index "
                   "WHERE sentence_index MATCH ? AND rowid = ?");
  std::vector<FoundSentence> sentences;
  for (Hit& hit : ranked(connection, match, search)) {
    FoundSentence& found = hit.found;
    texts.bind(1, found.article);
    const std::string text = texts.step() ? texts.text(0) : std::string();
    texts.run();
    if (found.span.end > text.size()) damaged(connection, found.article);
    found.text = slice(text, found.span);
    places.bind(1, found.text).bind(2, match).bind(3, hit.row);
    if (places.step()) found.matches = read_spans(places.text(0));
    places.run();
    sentences.push_back(std::move(found));
  }
  return sentences;
}

}  // namespace entente
