// A caption is known by a label before it ("Cover:"), by a credit behind it ("Photo: X", "/X",
// "(X/Y)", "| file photo"), or by a turn of phrase that hardly stands elsewhere ("pose for a group
// photo").

#include "extract/captions.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "extract/lines.h"

namespace entente {
namespace {

constexpr std::uint32_t kLongestCredit = 9;   // words
constexpr std::size_t kLongestCaption = 900;  // bytes

Span whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

std::uint32_t words_of(std::string_view text) { return measure_line(text, whole(text), 0).words; }

bool starts_upper(std::string_view text) {
  return !text.empty() && is_upper(decode_at(text, 0).value);
}

// "(Cover: ... /Agency)" -> what is between the brackets.
Span without_brackets(std::string_view line, Span span) {
  const std::string_view part = slice(line, span);
  const bool round = part.starts_with('(') && part.ends_with(')');
  const bool square = part.starts_with('[') && part.ends_with(']');
  if (!round && !square) return span;
  const std::string_view inside = part.substr(1, part.size() - 2);
  if (inside.find_first_of(round ? "()" : "[]") != inside.npos) return span;
  return trim(line, {span.begin + 1, span.end - 1});
}

// Bytes of a label with its colon or dash and the space behind it; 0 = none.
std::uint32_t label_length(std::string_view part, const PageWords& words) {
  const std::string_view head = part.substr(0, 48);
  std::size_t end = head.npos;
  std::size_t length = 0;
  for (std::string_view mark : {":", " - ", " – ", " — "}) {
    const std::size_t at = head.find(mark);
    if (at < end) {
      end = at;
      length = mark.size();
    }
  }
  const std::size_t comma = head.find(", ");
  if (comma < end && words.captions.commas.contains(fold(head.substr(0, comma))))
    return static_cast<std::uint32_t>(comma + 2);
  if (end == head.npos || !words.captions.labels.contains(fold(head.substr(0, end)))) return 0;
  return static_cast<std::uint32_t>(end + length);
}

// The byte where a credit with a label begins, "Photo: X", "Image: X (photos), Y."; npos = none.
std::size_t labelled_credit(std::string_view part, const PageWords& words) {
  const std::size_t colon = part.rfind(':');
  if (colon == part.npos || words_of(part.substr(colon)) > kLongestCredit) return part.npos;
  if (words_of(part.substr(colon)) == 0) return part.npos;
  // From the longest phrase down: the credit's words may be several.
  std::size_t begin = part.npos;
  std::size_t at = colon;
  for (int word = 0; word < 3 && at > 0; ++word) {
    const std::size_t space = at < 2 ? part.npos : part.find_last_of(" \t(|[", at - 1);
    const std::size_t start = space == part.npos ? 0 : space + 1;
    const std::string_view label = part.substr(start, colon - start);
    const std::string_view before = part.substr(0, space == part.npos ? 0 : space);
    const bool opens = starts_upper(label) || before.ends_with(',') || before.ends_with('.');
    if (opens && words.captions.credits.contains(fold(label))) begin = start;
    if (space == part.npos) break;
    at = space;
  }
  return begin;
}

// Where the last part of a line begins: behind its last stop, bar, dash or opening bracket; 0 = it
// is all one.
std::size_t last_part(std::string_view part) {
  std::size_t best = 0;
  for (std::string_view mark :
       {" | ", " - ", " – ", " — ", ". ", "? ", ".\" ", ".” ", " (", " [", ".(", ".["}) {
    const std::size_t at = part.rfind(mark);
    if (at != part.npos) best = std::max(best, at + mark.size());
  }
  return best;
}

// "VNA Illustrative image", "Courtesy of the museum", "Photo by A. Name", "© Agency".
bool is_credit(std::string_view tail, const PageWords& words) {
  const PageLine line = measure_line(tail, whole(tail), 0);
  if (line.words == 0 || line.words > kLongestCredit) return false;
  if (tail.starts_with("©")) return true;
  if (line.words <= 6 && line.ending == PageLine::Ending::None &&
      phrase_at_end(line.key, words.captions.marks) > 0) {
    return true;
  }
  const std::size_t start = phrase_at_start(line.key, words.captions.credits);
  if (start == 0 || !starts_upper(tail)) return false;
  const std::string_view phrase = std::string_view(line.key).substr(0, start);
  return phrase.ends_with(" by") || phrase.ends_with(" of") || phrase.ends_with("courtesy") ||
         tail.find(':') != tail.npos || tail.find('/') != tail.npos;
}

// "(AP Photo/A. Name)", "[Agency]", "(Agency/A. Name)": a bracket of names at the end.
bool is_bracket_credit(std::string_view inside, const PageWords& words, bool& certain) {
  const PageLine line = measure_line(inside, whole(inside), 0);
  if (line.words == 0 || line.words > kLongestCredit || !starts_upper(inside)) return false;
  if (!phrase_within(line.key, words.captions.credits).empty() ||
      !phrase_within(line.key, words.captions.marks).empty()) {
    return true;
  }
  if (line.lower_words > 0 || inside.find_first_of("0123456789:;") != inside.npos) return false;
  certain = false;
  return inside.find('/') != inside.npos || line.words <= 2;
}

struct Credit {
  std::size_t begin;
  bool certain = true;
};

std::optional<Credit> bracket_credit(std::string_view part, const PageWords& words) {
  const std::string_view body = part.substr(0, part.find_last_not_of('.') + 1);
  if (body.empty() || (body.back() != ')' && body.back() != ']')) return std::nullopt;
  const std::size_t open = body.rfind(body.back() == ')' ? '(' : '[');
  if (open == body.npos || open + 1 >= body.size()) return std::nullopt;
  Credit credit{open};
  const std::string_view inside = body.substr(open + 1, body.size() - open - 2);
  if (!is_bracket_credit(inside, words, credit.certain)) return std::nullopt;
  // An acronym is explained in brackets within a sentence: only a finished one has a credit behind
  // it.
  const std::string_view before = slice(part, trim(part, {0, static_cast<std::uint32_t>(open)}));
  const bool finished = before.ends_with('.') || before.ends_with('"') || before.ends_with("”");
  if (credit.certain || finished) return credit;
  if (inside.find('/') == inside.npos) return std::nullopt;
  return Credit{open};
}

// "... closed since 2012. Jane Example/Agency": a finished sentence, then names alone. Capitals
// alone are an agency's, which close an article.
std::optional<Credit> slashed_names(std::string_view part, std::size_t begin) {
  const std::string_view tail = part.substr(begin);
  const PageLine line = measure_line(tail, whole(tail), 0);
  const std::size_t slash = tail.find('/');
  const bool inside = slash != tail.npos && slash > 0 && slash + 1 < tail.size();
  const bool names =
      line.words >= 1 && line.words <= 6 && line.lower_words == 0 &&
      line.ending == PageLine::Ending::None && starts_upper(tail) &&
      tail.find_first_of("0123456789:;,") == tail.npos &&
      std::any_of(tail.begin(), tail.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const Span before = trim(part, {0, static_cast<std::uint32_t>(begin)});
  if (!inside || !names || !slice(part, before).ends_with('.')) return std::nullopt;
  return Credit{begin, false};
}

// "... October 31, 2022. /Agency"
std::optional<Credit> slash_credit(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  if (slash == part.npos || slash + 1 >= part.size() || slash == 0) return std::nullopt;
  const std::string_view before = part.substr(0, slash);
  const std::string_view tail = slice(part, trim(part, {static_cast<std::uint32_t>(slash + 1),
                                                        static_cast<std::uint32_t>(part.size())}));
  if (!before.ends_with(' ') && !before.ends_with('.')) return std::nullopt;
  const PageLine line = measure_line(tail, whole(tail), 0);
  const bool name =
      line.words >= 1 && line.words <= 3 && line.lower_words == 0 && starts_upper(tail);
  const std::string_view said = slice(part, trim(part, {0, static_cast<std::uint32_t>(slash)}));
  if (!name || line.ending != PageLine::Ending::None || !said.ends_with('.')) return std::nullopt;
  return Credit{slash, false};
}

std::optional<Credit> find_credit(std::string_view part, const PageWords& words) {
  const std::size_t labelled = labelled_credit(part, words);
  if (labelled != part.npos) return Credit{labelled};
  if (const auto bracket = bracket_credit(part, words)) return bracket;
  const std::size_t begin = last_part(part);
  if (is_credit(part.substr(begin), words)) return Credit{begin};
  if (const auto names = slashed_names(part, begin)) return names;
  const bool source = begin > 0 && words.captions.sources.contains(fold(part.substr(begin)));
  if (source) return Credit{begin};
  return slash_credit(part);
}

// The span up to a credit without the mark that leads to it.
Span before_credit(std::string_view line, Span span, std::size_t begin) {
  Span said = trim(line, {span.begin, span.begin + static_cast<std::uint32_t>(begin)});
  constexpr std::array<std::string_view, 9> kLeads = {"|", "-", "–", "—", "(", "[", "/", "•", ","};
  for (bool cut = true; cut;) {
    cut = false;
    for (std::string_view lead : kLeads) {
      if (!slice(line, said).ends_with(lead)) continue;
      said = trim(line, {said.begin, said.end - static_cast<std::uint32_t>(lead.size())});
      cut = true;
    }
  }
  return said;
}

}  // namespace

bool is_bare_credit(std::string_view line, const PageWords& words) {
  const PageLine measured = measure_line(line, whole(line), 0);
  if (measured.words > kLongestCredit || measured.ending != PageLine::Ending::None) return false;
  if (measured.lower_words != 1) return false;
  for (std::size_t at = line.find(' '); at != line.npos; at = line.find(' ', at + 1)) {
    const std::string_view rest = line.substr(at + 1);
    if (words.captions.between.contains(rest.substr(0, rest.find(' ')))) return true;
  }
  return false;
}

std::optional<CaptionParts> read_caption(std::string_view line, const PageWords& words) {
  if (line.size() > kLongestCaption) return std::nullopt;
  CaptionParts parts{.said = without_brackets(line, whole(line))};
  const std::uint32_t label = label_length(slice(line, parts.said), words);
  parts.said = trim(line, {parts.said.begin + label, parts.said.end});
  const auto credit = find_credit(slice(line, parts.said), words);
  if (credit) {
    parts.certain = credit->certain || label > 0;
    parts.said = before_credit(line, parts.said, credit->begin);
  }
  // "Photo: Agency" has a label and nothing else.
  if (label > 0 && !credit && measure_line(line, parts.said, 0).words <= 4)
    parts.said.end = parts.said.begin;
  if (label > 0 || credit) return parts;
  const bool phrase = !phrase_within(fold(line), words.captions.inside).empty();
  return phrase ? std::optional(parts) : std::nullopt;
}

}  // namespace entente
