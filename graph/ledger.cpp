// The ledger's text. Fields stand between bars, the reason after " # "; a backslash takes the
// meaning from the character after it. Tested by ledger_test.cpp.

#include "graph/ledger.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kSpecial = "\\|#<>@";
constexpr std::string_view kUndated = "undated";
constexpr std::string_view kUntitled = "untitled";
constexpr std::string_view kAny = "any";
constexpr std::string_view kDateForms =
    "a date (2024-08-19, 2024-08, 2024, FIRST/LAST), undated or any";
constexpr std::size_t kMostFields = 64;
constexpr std::string_view kHeader =
    "# What the reader decided; every build replays it. Delete a line to undo it.\n"
    "# same | A | B      differ | A | B      rename | A | NAME      retype | A | TYPE\n"
    "# reject | A | RELATION | B | DATE | STATUS | TITLE\n"
    "# correct | A | RELATION | B | DATE | STATUS | TITLE | KEY=VALUE ...\n"
    "# add | A | TYPE      add | A | RELATION | B | DATE | STATUS | KEY=VALUE ...\n"
    "# reject | A      # a reason may end a line\n";

std::string_view trim(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    plain += text[i];
  }
  return plain;
}

// The first `wanted` that no backslash precedes; npos = none.
std::size_t find_plain(std::string_view text, char wanted, std::size_t from = 0) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == wanted) {
      return i;
    }
  }
  return std::string_view::npos;
}

// "person:ann-lind"
bool looks_like_id(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
         text.find(' ') == std::string_view::npos &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

// What is wrong with a line, without its place.
struct Complaint {
  std::string message;
};

[[noreturn]] void refuse(const std::string& expected, std::string_view found) {
  throw Complaint{"expected " + expected + ", found \"" + printable(found) + '"'};
}

EntityRef read_ref(std::string_view field) {
  EntityRef ref;
  if (const std::size_t at = find_plain(field, '@'); at != std::string_view::npos) {
    ref.article = unescape(trim(field.substr(at + 1)));
    if (ref.article.empty()) refuse("the name of an article after @", field);
    field = trim(field.substr(0, at));
  }
  const std::size_t open = find_plain(field, '<');
  if (open != std::string_view::npos) {
    const std::size_t close = find_plain(field, '>', open);
    if (close != field.size() - 1) refuse("NAME <ID>, and nothing after >", field);
    ref.id = unescape(trim(field.substr(open + 1, close - open - 1)));
    field = trim(field.substr(0, open));
  } else if (find_plain(field, '>') != std::string_view::npos) {
    refuse("< before >", field);
  }
  ref.name = unescape(field);
  if (ref.id.empty() && looks_like_id(ref.name)) std::swap(ref.id, ref.name);
  const bool can_be_found = !ref.id.empty() || !fold(ref.name).empty();
  if (!can_be_found) refuse("an entity: NAME, ID or NAME <ID>", field);
  return ref;
}

// A line's fields and its reason.
struct Fields {
  std::vector<std::string_view> fields;
  std::string_view reason;
};

Fields split(std::string_view line) {
  Fields parts;
  std::size_t end = line.size();
  for (std::size_t at = find_plain(line, '#'); at != std::string_view::npos;
       at = find_plain(line, '#', at + 1)) {
    if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t') continue;
    end = at;
    parts.reason = trim(line.substr(at + 1));
    break;
  }
  line = line.substr(0, end);
  for (std::size_t begin = 0;;) {
    const std::size_t bar = find_plain(line, '|', begin);
    parts.fields.push_back(trim(line.substr(begin, bar - begin)));
    if (bar == std::string_view::npos) return parts;
    begin = bar + 1;
  }
}

void expect_fields(const Fields& parts, std::size_t from, std::size_t to, const char* form) {
  if (parts.fields.size() >= from && parts.fields.size() <= to) return;
  throw Complaint{"expected " + std::string(form) + ", found " +
                  std::to_string(parts.fields.size() - 1) + " of them"};
}

// A date that may be unknown.
std::optional<DateRange> read_date(std::string_view text) {
  if (text == kUndated) return std::nullopt;
  if (const auto when = parse_iso(text)) return when;
  refuse(std::string(kDateForms), text);
}

// The fields of a fact up to its title, as far as they are there.
void read_fact(const Fields& parts, Decision& decision) {
  decision.relation = unescape(parts.fields[2]);
  if (decision.relation.empty()) refuse("a relation", "");
  decision.b = read_ref(parts.fields[3]);
  const auto field = [&](std::size_t i) {
    const bool is_given =
        i < parts.fields.size() && !parts.fields[i].empty() && parts.fields[i] != kAny;
    return is_given ? std::optional(parts.fields[i]) : std::nullopt;
  };
  if (const auto date = field(4)) {
    decision.any_date = false;
    decision.when = read_date(*date);
  }
  if (const auto status = field(5)) {
    decision.status = parse_status(*status);
    if (!decision.status) refuse("happened, planned, denied, hypothetical or any", *status);
  }
}

void read_title(const Fields& parts, Decision& decision) {
  if (parts.fields.size() <= 6) return;
  const std::string_view title = parts.fields[6];
  if (title.empty() || title == kAny) return;
  decision.title = title == kUntitled ? "" : unescape(title);
}

bool is_key(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

// "topic=trade"
void read_value(std::string_view field, Decision& decision) {
  const std::size_t equals = field.find('=');
  const std::string_view key = trim(field.substr(0, equals));
  if (equals == std::string_view::npos || !is_key(key)) refuse("KEY=VALUE", field);
  const std::string_view text = trim(field.substr(equals + 1));
  std::string value = unescape(text);
  if (key == "date" && !value.empty()) {
    const auto when = read_date(value);
    value = when ? to_iso(*when) : "";
  } else if (key == "status" && !parse_status(value)) {
    refuse("status=happened, planned, denied or hypothetical", field);
  } else if (key == "place" && !value.empty()) {
    value = to_string(read_ref(text));
  }
  if (!decision.values.emplace(key, std::move(value)).second) refuse("each key once", field);
}

void read_values(const Fields& parts, std::size_t from, Decision& decision) {
  for (std::size_t i = from; i < parts.fields.size(); ++i) read_value(parts.fields[i], decision);
}

void read_reject(const Fields& parts, Decision& decision) {
  if (parts.fields.size() == 2) {
    decision.kind = Decision::Kind::RejectEntity;
    return;
  }
  expect_fields(parts, 4, 7, "reject | A | RELATION | B | DATE | STATUS | TITLE");
  decision.kind = Decision::Kind::RejectFact;
  read_fact(parts, decision);
  read_title(parts, decision);
}

void read_correct(const Fields& parts, Decision& decision) {
  expect_fields(parts, 8, kMostFields,
                "correct | A | RELATION | B | DATE | STATUS | TITLE | KEY=VALUE");
  decision.kind = Decision::Kind::CorrectFact;
  read_fact(parts, decision);
  read_title(parts, decision);
  read_values(parts, 7, decision);
}

void read_add(const Fields& parts, Decision& decision) {
  if (parts.fields.size() == 3) {
    decision.kind = Decision::Kind::AddEntity;
    decision.type = unescape(parts.fields[2]);
    if (decision.type.empty()) refuse("a type", "");
    return;
  }
  expect_fields(parts, 4, kMostFields, "add | A | RELATION | B | DATE | STATUS | KEY=VALUE");
  decision.kind = Decision::Kind::AddFact;
  read_fact(parts, decision);
  decision.any_date = false;
  if (!decision.status) decision.status = Status::Happened;
  read_values(parts, 6, decision);
  for (const auto& [key, value] : decision.values) {
    if (value.empty() || key == "date" || key == "status") refuse("a qualifier with a value", key);
  }
}

Decision read_decision(std::string_view line) {
  const Fields parts = split(line);
  Decision decision;
  decision.reason = parts.reason;
  const std::string_view word = parts.fields.front();
  if (word == "same" || word == "differ") {
    expect_fields(parts, 3, 3, "two entities after same or differ");
    decision.kind = word == "same" ? Decision::Kind::Same : Decision::Kind::Differ;
    decision.b = read_ref(parts.fields[2]);
  } else if (word == "rename") {
    expect_fields(parts, 3, 3, "an entity and its new name after rename");
    decision.kind = Decision::Kind::Rename;
    decision.name = unescape(parts.fields[2]);
    if (fold(decision.name).empty()) refuse("a name with a letter or a digit", decision.name);
  } else if (word == "retype") {
    expect_fields(parts, 3, 3, "an entity and its new type after retype");
    decision.kind = Decision::Kind::Retype;
    decision.type = unescape(parts.fields[2]);
    if (decision.type.empty()) refuse("a type", "");
  } else if (word == "reject") {
    read_reject(parts, decision);
  } else if (word == "correct") {
    read_correct(parts, decision);
  } else if (word == "add") {
    read_add(parts, decision);
  } else {
    refuse("same, differ, rename, retype, reject, correct or add", word);
  }
  decision.a = read_ref(parts.fields[1]);
  if (decision.kind == Decision::Kind::AddEntity && fold(decision.a.name).empty()) {
    refuse("the name of the new entity", parts.fields[1]);
  }
  return decision;
}

std::string_view word_of(Decision::Kind kind) {
  switch (kind) {
    case Decision::Kind::Same:
      return "same";
    case Decision::Kind::Differ:
      return "differ";
    case Decision::Kind::Rename:
      return "rename";
    case Decision::Kind::Retype:
      return "retype";
    case Decision::Kind::RejectEntity:
    case Decision::Kind::RejectFact:
      break;
    case Decision::Kind::CorrectFact:
      return "correct";
    case Decision::Kind::AddEntity:
    case Decision::Kind::AddFact:
      return "add";
  }
  return "reject";
}

std::string fact_fields(const Decision& decision) {
  const std::string date = decision.any_date
                               ? std::string(kAny)
                               : (decision.when ? to_iso(*decision.when) : std::string(kUndated));
  std::string text = " | " + escape(decision.relation) + " | " + to_string(decision.b) + " | " +
                     date + " | " +
                     std::string(decision.status ? to_string(*decision.status) : kAny);
  if (decision.title) {
    text += " | " + (decision.title->empty() ? std::string(kUntitled) : escape(*decision.title));
  } else if (decision.kind == Decision::Kind::CorrectFact) {
    text += " | " + std::string(kAny);
  }
  for (const auto& [key, value] : decision.values) {
    const bool no_date = key == "date" && value.empty();
    text += " | " + key + '=' +
            (no_date          ? std::string(kUndated)
             : key == "place" ? value
                              : escape(value));
  }
  return text;
}

// The name in a field that is an entity, or its id where it has no name.
std::string_view words_of(std::string_view field) {
  const std::size_t end = std::min(find_plain(field, '<'), find_plain(field, '@'));
  const std::string_view name = trim(field.substr(0, end));
  return name.empty() ? field : name;
}

DecisionText text_of(std::string_view line, const Decision& decision, const char* file) {
  const Fields parts = split(line);
  const auto span = [file](std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(text.data() - file);
    return Span{begin, begin + static_cast<std::uint32_t>(text.size())};
  };
  DecisionText written{
      std::string(line), span(line), span(words_of(parts.fields[1])), span(parts.fields[0]), {}};
  written.b = written.a;
  if (!decision.relation.empty()) {
    written.word = span(parts.fields[2]);
    written.b = span(words_of(parts.fields[3]));
  } else if (decision.kind == Decision::Kind::Same || decision.kind == Decision::Kind::Differ) {
    written.b = span(words_of(parts.fields[2]));
  }
  return written;
}

}  // namespace

Ledger parse_ledger(const std::string& file, std::string_view bytes) {
  Ledger ledger{file, {}, {}};
  const char* const begin = bytes.data();
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::uint32_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = trim(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    try {
      if (find_invalid_utf8(line) != std::string_view::npos) refuse("UTF-8", line);
      ledger.decisions.push_back(read_decision(line));
      ledger.decisions.back().line = number;
      ledger.texts.push_back(text_of(line, ledger.decisions.back(), begin));
    } catch (const Complaint& complaint) {
      throw Error(Fault::Input, Place{file, number}, complaint.message);
    }
  }
  return ledger;
}

std::string to_line(const Decision& decision) {
  std::string line = std::string(word_of(decision.kind)) + " | " + to_string(decision.a);
  if (decision.kind == Decision::Kind::Same || decision.kind == Decision::Kind::Differ) {
    line += " | " + to_string(decision.b);
  } else if (decision.kind == Decision::Kind::Rename) {
    line += " | " + escape(decision.name);
  } else if (!decision.type.empty()) {
    line += " | " + escape(decision.type);
  } else if (!decision.relation.empty()) {
    line += fact_fields(decision);
  }
  if (!decision.reason.empty()) line += "  # " + printable(decision.reason);
  return line;
}

std::string to_string(const EntityRef& ref) {
  std::string text = escape(ref.name);
  if (!ref.id.empty()) text += (text.empty() ? "<" : " <") + escape(ref.id) + '>';
  if (!ref.article.empty()) text += " @ " + escape(ref.article);
  return text;
}

EntityRef parse_entity_ref(std::string_view text) {
  try {
    return read_ref(trim(text));
  } catch (const Complaint& complaint) {
    throw Error(Fault::Usage, complaint.message);
  }
}

std::filesystem::path ledger_path(const std::filesystem::path& graph) {
  std::filesystem::path path = graph;
  path += ".ledger";
  return path;
}

std::string read_ledger(const std::filesystem::path& graph) {
  const std::filesystem::path path = ledger_path(graph);
  std::error_code problem;
  if (!std::filesystem::exists(path, problem) && !problem) return {};
  return read_file(path);
}

std::string with_line(std::string bytes, const Decision& decision) {
  if (bytes.empty()) bytes = kHeader;
  if (bytes.back() != '\n') bytes += '\n';
  return bytes + to_line(decision) + '\n';
}

std::string without_line(const Ledger& ledger, std::string_view bytes, std::uint32_t line) {
  const auto found = std::ranges::find(ledger.decisions, line, &Decision::line);
  if (found == ledger.decisions.end()) {
    throw Error(Fault::Usage, Place{ledger.file, line}, "no decision stands on this line");
  }
  const Span span = ledger.texts[static_cast<std::size_t>(found - ledger.decisions.begin())].line;
  const std::size_t before = bytes.rfind('\n', span.begin);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes.find('\n', span.end), bytes.size() - 1) + 1;
  return std::string(bytes.substr(0, begin)) + std::string(bytes.substr(end));
}

std::string ledger_name(const std::filesystem::path& ledger) {
  return repair_utf8(ledger.filename().string());
}

}  // namespace entente
