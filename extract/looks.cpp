// One line by itself: a table of questions, the first that says yes decides.

#include "extract/looks.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

struct Ask {
  std::string_view bytes;
  const PageLine& line;
  const PageWords& words;
  LineLook& answer;
};

bool says(const Ask& ask, Look look, std::string reason) {
  ask.answer.look = look;
  ask.answer.reason = std::move(reason);
  return true;
}

bool is_whole_sentence(const PageLine& line) {
  return line.ending == PageLine::Ending::Stop && line.words > 8;
}

bool is_rule_line(const Ask& ask) {
  const bool rule = ask.line.mark == PageLine::Mark::Rule || ask.line.key.empty();
  return rule && says(ask, Look::Rule, "rule");
}

// "[LATEST] Latest Stories" -> "latest stories"; "Comments (12)" -> "comments".
std::string section_key(std::string_view bytes, const PageLine& line) {
  std::string key = line.key;
  if (bytes.starts_with('[')) {
    const std::size_t close = bytes.find(']');
    if (close != bytes.npos && close + 1 < bytes.size()) key = fold(bytes.substr(close + 1));
  }
  const auto droppable = [](char c) { return c == ' ' || (c >= '0' && c <= '9'); };
  while (!key.empty() && droppable(key.back())) key.pop_back();
  while (!key.empty() && droppable(key.front())) key.erase(0, 1);
  return key;
}

bool is_section(const Ask& ask) {
  if (ask.line.words > 8) return false;
  const std::string key = section_key(ask.bytes, ask.line);
  const auto& sections = ask.words.sections;
  const std::string reason = "section '" + std::string(ask.bytes) + "'";
  if (sections.end.contains(key)) return says(ask, Look::End, reason);
  if (sections.terminal.contains(key)) return says(ask, Look::Terminal, reason);
  if (sections.inlined.contains(key)) return says(ask, Look::Inline, reason);
  const bool open = ask.line.words <= 7 && ask.line.ending == PageLine::Ending::None;
  if (open && phrase_at_start(key, sections.starts) > 0) return says(ask, Look::Terminal, reason);
  return false;
}

bool is_number(const Ask& ask) {
  return ask.line.key.find_first_not_of("0123456789 ") == ask.line.key.npos &&
         says(ask, Look::Furniture, "number");
}

bool is_all_share_words(const Ask& ask) {
  if (ask.line.words > 10) return false;
  std::string_view rest = ask.line.key;
  while (!rest.empty()) {
    const std::size_t length = phrase_at_start(rest, ask.words.lines.share);
    if (length == 0) return false;
    rest.remove_prefix(std::min(rest.size(), length + 1));
  }
  return says(ask, Look::Furniture, "share buttons");
}

// "Topics :EconomyTrade", "Tags: economy, trade", "Correction: an earlier version ..."
bool is_labelled(const Ask& ask) {
  std::size_t colon = ask.bytes.substr(0, 40).find(':');
  if (colon == ask.bytes.npos) colon = ask.bytes.substr(0, 40).find(" | ");
  if (colon == ask.bytes.npos || ask.line.words > 80) return false;
  const std::string label = fold(ask.bytes.substr(0, colon));
  return ask.words.lines.labels.contains(label) &&
         says(ask, Look::Furniture, "'" + label + "' line");
}

// "@reader 2 days ago": who wrote what stands below.
bool is_posting(const Ask& ask) {
  if (ask.line.words > 8 || ask.line.ending != PageLine::Ending::None) return false;
  if (!ask.bytes.starts_with('@') && !ask.line.key.ends_with(" ago")) return false;
  ask.answer.promotion = true;
  return says(ask, Look::Furniture, "posting");
}

// "[LTM] Lake Mining reported a loss": news of a listed company.
bool is_listed_company(const Ask& ask) {
  const std::size_t close = ask.bytes.substr(0, 7).find(']');
  if (!ask.bytes.starts_with('[') || close == ask.bytes.npos || close < 3) return false;
  const std::string_view letters = ask.bytes.substr(1, close - 1);
  return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         says(ask, Look::Furniture, "listed company");
}

bool is_furniture(const Ask& ask) {
  const auto& lines = ask.words.lines;
  if (is_number(ask) || is_all_share_words(ask) || is_labelled(ask) || is_posting(ask) ||
      is_listed_company(ask)) {
    return true;
  }
  if (lines.whole.contains(section_key(ask.bytes, ask.line)))
    return says(ask, Look::Furniture, "menu");
  const bool copyright = ask.bytes.starts_with("©") || ask.bytes.starts_with("(c) ");
  if (copyright && ask.line.words <= 25) return says(ask, Look::Furniture, "copyright");
  if (ask.line.words <= 25) {
    if (const std::size_t length = phrase_at_start(ask.line.key, lines.starts)) {
      const std::string phrase = ask.line.key.substr(0, length);
      ask.answer.promotion = !ask.words.captions.credits.contains(phrase);
      return says(ask, Look::Furniture, "'" + phrase + "' line");
    }
  }
  if (ask.line.words > 40) return false;
  const std::string_view phrase = phrase_within(ask.line.key, lines.anywhere);
  ask.answer.promotion = !phrase.empty();
  return !phrase.empty() && says(ask, Look::Furniture, "'" + std::string(phrase) + "'");
}

bool has_second_name(std::string_view bytes) {  // "By Jane ...", not "By then ..."
  const std::size_t space = bytes.find_first_of(" :");
  if (space == bytes.npos) return false;
  const std::size_t next = bytes.find_first_not_of(" :", space);
  return next != bytes.npos && is_upper(decode_at(bytes, next).value);
}

// "YEREVAN, July 3. /WIRE/.", "SAN JOSE, Costa Rica (Wire) —": a line of its own.
bool is_lone_dateline(const Ask& ask) {
  if (ask.line.words > 9 || ask.line.words < 2) return false;
  const bool capitals = ask.bytes.size() > 2 && is_upper(decode_at(ask.bytes, 0).value) &&
                        is_upper(decode_at(ask.bytes, 1).value);
  const bool open = ask.bytes.ends_with(" —") || ask.bytes.ends_with(" –") ||
                    ask.bytes.ends_with(" --") || ask.bytes.ends_with(" -");
  return capitals && (open || ask.bytes.ends_with("/.") || ask.bytes.ends_with("/"));
}

bool is_byline(const Ask& ask) {
  if (is_lone_dateline(ask)) return says(ask, Look::Byline, "dateline");
  if (is_whole_sentence(ask.line) || ask.line.words > 30) return false;
  const auto& byline = ask.words.byline;
  const bool sentence = ask.line.ending == PageLine::Ending::Stop &&
                        phrase_at_start(ask.line.key, byline.published) == 0 &&
                        phrase_at_start(ask.line.key, byline.updated) == 0;
  if (!sentence) ask.answer.date = read_date_line(ask.bytes, ask.words);
  const bool labelled = ask.answer.date && ask.answer.date->kind != DateLine::Kind::Plain;
  if (ask.answer.date && (labelled || ask.line.words <= 14)) return says(ask, Look::Byline, "date");
  ask.answer.date.reset();
  if (ask.line.words <= 20 && !phrase_within(ask.line.key, byline.anywhere).empty()) {
    return says(ask, Look::Byline, "byline");
  }
  if (!named_outlet(ask.bytes, ask.words).empty()) return says(ask, Look::Byline, "outlet");
  if (ask.line.words <= 12 && !mail_address(ask.bytes).empty())
    return says(ask, Look::Byline, "mail address");
  const bool open = ask.line.ending == PageLine::Ending::None;
  const std::size_t length = phrase_at_start(ask.line.key, byline.starts);
  const bool phrase = ask.line.key.substr(0, length).find(' ') != std::string::npos;
  const bool named =
      open && ask.line.words <= 15 && length > 0 && (phrase || has_second_name(ask.bytes));
  const bool upper = is_upper(decode_at(ask.bytes, 0).value) || ask.bytes.starts_with("by ");
  return named && upper && (phrase || ask.line.lower_words * 3 <= ask.line.words) &&
         says(ask, Look::Byline, "byline");
}

bool is_caption(const Ask& ask) {
  const auto caption = read_caption(ask.bytes, ask.words);
  if (!caption) return false;
  if (caption->said.begin == caption->said.end) return says(ask, Look::Furniture, "picture credit");
  ask.answer.caption = caption;
  return says(ask, Look::Caption, "caption");
}

// No-break spaces stand between crumbs. Where a line was wrapped, its indentation counts for
// nothing.
std::string with_plain_spaces(std::string_view text) {
  std::string result;
  bool wrapped = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (c.value == '\n' || c.value == '\r') {
      while (result.ends_with(' ')) result.pop_back();
      result += ' ';
      wrapped = true;
    } else if (is_space(c.value)) {
      if (!wrapped) result += ' ';
    } else {
      wrapped = false;
      result += text.substr(at, c.length);
    }
    at += c.length;
  }
  return result;
}

// "POLITICS  ECONOMY  CULTURE", "Home | English | Deutsch"
bool is_menu_line(const std::string& line) {
  const auto count = [&](std::string_view mark) {
    std::size_t found = 0;
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + mark.size()))
      ++found;
    return found;
  };
  return count(" | ") >= 2 || count("  ") >= 2;
}

bool is_breadcrumb(const Ask& ask) {
  if (ask.line.words > 20 || ask.line.ending != PageLine::Ending::None) return false;
  constexpr std::array<std::string_view, 6> kSteps = {" / ", " > ", " » ", " › ", " >> ", " → "};
  const std::string line = with_plain_spaces(ask.bytes);
  if (is_menu_line(line)) return says(ask, Look::Furniture, "menu");
  const bool crumb = std::any_of(kSteps.begin(), kSteps.end(), [&](std::string_view step) {
    return line.find(step) != line.npos;
  });
  return crumb && says(ask, Look::Furniture, "breadcrumb");
}

// "—A. Name, office" under a quotation.
bool is_attribution(const Ask& ask) {
  const bool dash =
      ask.bytes.starts_with("—") || ask.bytes.starts_with("–") || ask.bytes.starts_with("―");
  return dash && ask.line.ending == PageLine::Ending::None && ask.line.words <= 25 &&
         says(ask, Look::Furniture, "attribution of a quotation");
}

bool is_link_or_image(const Ask& ask) {
  for (std::string_view arrow : {">>", "→", "➜", "➡", "☛", "👉"}) {
    if (ask.bytes.starts_with(arrow)) return says(ask, Look::Furniture, "link");
  }
  const bool markdown = ask.bytes.starts_with("![") ||
                        (ask.bytes.starts_with('[') && ask.bytes.ends_with(')') &&
                         ask.bytes.find("](") != ask.bytes.npos && ask.line.words <= 30);
  const bool address = ask.bytes.find(' ') == ask.bytes.npos &&
                       (ask.bytes.starts_with("http") || ask.bytes.starts_with("www."));
  return (markdown || address) && says(ask, Look::Furniture, "link");
}

constexpr std::array kQuestions = {is_rule_line, is_section,   is_link_or_image, is_caption,
                                   is_byline,    is_furniture, is_breadcrumb,    is_attribution};

// A paragraph without a stop at its end, yet no menu: menus have few words in lower case.
bool is_long_paragraph(std::string_view bytes, const PageLine& line) {
  if (line.lower_words * 5 < line.words * 2) return false;
  return line.words >= 30 || (line.words >= 15 && has_inner_stop(bytes));
}

// Where an agency's letters stand behind the last stop: "... customers need. ABC/DEF"; npos =
// nowhere.
std::size_t closing_credit(std::string_view bytes) {
  std::size_t begin = bytes.npos;
  for (std::string_view stop : {". ", ".\" ", ".” ", ".-", ".–", "./"}) {
    const std::size_t at = bytes.rfind(stop);
    if (at == bytes.npos || at < 3) continue;
    if (begin == bytes.npos || at + stop.size() > begin) begin = at + stop.size();
  }
  if (begin == bytes.npos || begin >= bytes.size() || bytes.size() - begin > 24) return bytes.npos;
  const std::string_view before = bytes.substr(0, bytes.rfind('.', begin));
  const bool word = before.size() >= 3 && before.back() >= 'a' && before.back() <= 'z' &&
                    before[before.size() - 2] >= 'a' && before[before.size() - 2] <= 'z';
  const std::string_view tail = bytes.substr(begin);
  const bool letters = std::all_of(tail.begin(), tail.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || c == '/' || c == '-' || c == ' ';
  });
  return word && letters ? begin : bytes.npos;
}

Look shape_of(std::string_view bytes, const PageLine& line) {
  const bool item = line.mark == PageLine::Mark::Item;
  if (line.mark == PageLine::Mark::Heading) return Look::Headline;
  if (line.ending == PageLine::Ending::Stop && line.words >= (item ? 6U : 3U))
    return Look::Sentence;
  if (!item && is_long_paragraph(bytes, line)) return Look::Sentence;
  if (line.ending == PageLine::Ending::Weak && line.words >= 3) return Look::Weak;
  return Look::Headline;
}

}  // namespace

LineLook look_at(std::string_view text, const PageLine& line, std::optional<BlockKind> known,
                 const PageWords& words) {
  LineLook answer;
  const Ask ask{slice(text, line.span), line, words, answer};
  for (const auto question : kQuestions) {
    if (question(ask)) return answer;
  }
  answer.credit = closing_credit(ask.bytes);
  if (answer.credit != std::string_view::npos && line.words >= 4) {
    answer.look = Look::Sentence;
  } else if (known == BlockKind::Caption && is_bare_credit(ask.bytes, words)) {
    says(ask, Look::Furniture, "picture credit");
  } else if (known == BlockKind::Caption) {
    answer.caption = CaptionParts{.said = {0, line.span.end - line.span.begin}};
    says(ask, Look::Caption, "caption");
  } else {
    answer.look = known == BlockKind::Heading ? Look::Headline : shape_of(ask.bytes, line);
  }
  return answer;
}

std::string_view named_outlet(std::string_view line, const PageWords& words) {
  const std::size_t colon = line.substr(0, 32).find(':');
  if (colon == line.npos || !words.byline.outlets.contains(fold(line.substr(0, colon)))) return {};
  const auto size = static_cast<std::uint32_t>(line.size());
  const Span name = trim(line, {static_cast<std::uint32_t>(colon + 1), size});
  const PageLine measured = measure_line(line, name, 0);
  const bool fits =
      measured.words >= 1 && measured.words <= 6 && measured.ending == PageLine::Ending::None;
  return fits ? slice(line, name) : std::string_view{};
}

std::string_view mail_address(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at == line.npos || at == 0 || at + 1 >= line.size()) return {};
  constexpr std::string_view kStops = " \t<>()[],;:\"'|";
  const std::size_t before = line.find_last_of(kStops, at);
  const std::size_t begin = before == line.npos ? 0 : before + 1;
  const std::size_t end = std::min(line.find_first_of(kStops, at), line.size());
  const std::string_view address = line.substr(begin, end - begin);
  const bool domain = address.find('.', at - begin) != address.npos && !address.ends_with('.');
  return begin < at && domain ? address : std::string_view{};
}

}  // namespace entente
