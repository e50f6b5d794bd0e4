// Times that are counted from another date: from the last that the text told, or a stretch of time
// before or after the publication. Tested by tests/extract/times_told_test.cpp.

#include <array>

#include "extract/times_parser.h"

namespace entente {
namespace {

TimeMatch told_match(TimeUnit unit, int shift, std::size_t begin, std::size_t end) {
  TimeMatch match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Told;
  match.phrase.unit = unit;
  match.phrase.shift = shift;
  return match;
}

bool is_duration(std::string_view preposition) {
  return is_among(preposition, {"over", "for", "throughout", "within"});
}

}  // namespace

// Whether nothing follows that "before" or "after" could belong to: "the day before."
bool TimeParser::closes(std::size_t i) const {
  const std::string_view next = word(i).lower;
  return next.empty() || is_among(next, {",", ".", ";", ":", ")", "!", "?", "\"", "and", "but",
                                         "in", "at", "with", "by", "-", "--", "\u2013", "\u2014"});
}

// "two days later", "a year earlier", "three days before".
std::optional<TimeMatch> TimeParser::later_or_earlier(std::size_t i) const {
  const bool lasts = is_duration(before(i).lower);
  if (!is_count(i) || !is(i + 1, Kind::Unit) || vague(i) || lasts || before(i).kind == Kind::Dash) {
    return std::nullopt;
  }
  const std::size_t at = i + 2;
  const bool later = is_among(word(at).lower, {"later", "afterwards", "afterward"});
  const bool earlier = says(at, "earlier") && !says(at + 1, "than");
  const bool after = says(at, "after") && closes(at + 1);
  const bool prior = is_among(word(at).lower, {"before", "prior", "previously"}) && closes(at + 1);
  if (!later && !earlier && !after && !prior) return std::nullopt;
  constexpr int farthest = 100;
  const int count = word(i).value;
  const bool countable = unit(i + 1) != TimeUnit::Weekend && unit(i + 1) != TimeUnit::Quarter;
  if (count < 1 || count >= farthest || !countable) return std::nullopt;
  TimeMatch match = told_match(unit(i + 1), later || after ? count : -count, i, at + 1);
  match.phrase.counted = true;
  return match;
}

// "the following day", "that same year", "the next morning", "the previous Friday", "the following
// May". Not "the same day as the vote", not "over the following year".
std::optional<TimeMatch> TimeParser::told(std::size_t i) const {
  const bool that = says(i, "that");
  const int shift = word(i).value;
  std::size_t begin = i;
  std::size_t at = i + 1;
  if (that) {
    if (says(at, "same")) ++at;
  } else {
    if (says(i - 1, "very")) --begin;
    if (before(begin).lower == "that" && shift == 0) return std::nullopt;  // tried from "that"
    if (before(begin).lower != "the") return std::nullopt;
    --begin;
  }
  if (shift < 0 && word(i).kind == Kind::Turn) return std::nullopt;
  const TimeWord& what = word(at);
  if (shift == 0 && is_among(word(at + 1).lower, {"as", "that", "when", "because"})) {
    return std::nullopt;
  }
  constexpr std::size_t opening =
      2;  // "On the same day she left", not "left the same day she came"
  if (shift == 0 && !that && !introduced_ && begin >= opening &&
      is_among(word(at + 1).lower, {"he", "she", "they", "it", "his", "her", "their"})) {
    return std::nullopt;
  }
  if (shift > 0 && is_duration(before(begin).lower)) return std::nullopt;
  if (what.kind == Kind::DayPart) return told_match(TimeUnit::Day, shift, begin, at + 1);
  if (what.kind == Kind::Unit && what.lower.back() != 's' && what.lower != "quarter") {
    const bool ahead = word(i).kind == Kind::Turn && before(begin).lower == "in";
    if (ahead) return std::nullopt;  // "in the next year": from now, or from then
    return told_match(unit(at), shift, begin, at + 1);
  }
  const bool named = (what.kind == Kind::Weekday || what.kind == Kind::Month) && !what.shortened;
  if (!named || that || (what.kind == Kind::Month && shift == 0)) return std::nullopt;
  TimeMatch match = told_match(TimeUnit::Day, shift, begin, at + 1);
  if (what.kind == Kind::Weekday) {
    match.phrase.weekday = match.phrase.last_weekday = value(at);
  } else {
    match.phrase.unit = TimeUnit::Month;
    match.phrase.first.month = match.phrase.last.month = value(at);
  }
  return match;
}

// "the day before", "the night after", "the year prior"; "the end of the year".
std::optional<TimeMatch> TimeParser::told_unit(std::size_t i) const {
  if (before(i).lower != "the") return std::nullopt;
  if (says(i - 1, "the") && before(i, 2).lower == "of" && is(i, Kind::Unit) &&
      is_among(before(i, 3).lower, {"end", "beginning", "start", "middle", "close"}) &&
      unit(i) != TimeUnit::Day && unit(i) != TimeUnit::Weekend && word(i).lower.back() != 's') {
    TimeMatch match = told_match(unit(i), 0, i - 1, i + 1);
    match.phrase.of_published = true;
    return match;
  }
  const bool after = is_among(word(i + 1).lower, {"after", "afterwards"});
  const bool prior = is_among(word(i + 1).lower, {"before", "prior"});
  const bool plural = word(i).lower.back() == 's';
  if (plural || says(i, "quarter") || (!after && !prior) || !closes(i + 2)) return std::nullopt;
  const TimeUnit counted = is(i, Kind::DayPart) ? TimeUnit::Day : unit(i);
  return told_match(counted, after ? 1 : -1, i - 1, i + 2);
}

// "earlier in the day", "late in the year", behind the first word.
std::optional<TimeMatch> TimeParser::in_the_unit(std::size_t i) const {
  const bool plural = !word(i + 2).lower.empty() && word(i + 2).lower.back() == 's';
  if (!says(i, "in") || !says(i + 1, "the") || !is(i + 2, Kind::Unit) || plural) {
    return std::nullopt;
  }
  if (says(i + 2, "quarter") || says(i + 3, "of")) return std::nullopt;
  TimeMatch match = told_match(unit(i + 2), 0, i, i + 3);
  match.phrase.of_published = unit(i + 2) != TimeUnit::Day;
  return match;
}

// "recent weeks": not counted, so as far back as these words may reach.
std::optional<TimeMatch> TimeParser::recent(std::size_t i) const {
  struct Reach {
    std::string_view units;
    TimeUnit unit;
    int count;
  };
  static constexpr std::array<Reach, 4> reaches = {{{"days", TimeUnit::Day, 14},
                                                    {"weeks", TimeUnit::Week, 8},
                                                    {"months", TimeUnit::Month, 6},
                                                    {"years", TimeUnit::Year, 6}}};
  for (const Reach& reach : reaches) {
    if (!says(i + 1, reach.units)) continue;
    TimeMatch match{{}, before(i).lower == "the" ? i - 1 : i, i + 2};
    match.phrase.kind = TimePhrase::Kind::Stretch;
    match.phrase.unit = reach.unit;
    match.phrase.shift = -reach.count;
    return match;
  }
  return std::nullopt;
}

// "the past week", "the last 24 hours", "the next two weeks", "the coming month". Not "the last
// two days of the visit", nor "the last day".
std::optional<TimeMatch> TimeParser::stretch(std::size_t i) const {
  if (says(i, "recent")) return recent(i);
  if (before(i).lower != "the" || says(i, "final") || word(i).value == 0) return std::nullopt;
  const int shift = word(i).value;
  const bool counted = is_count(i + 1);
  const int count = counted ? word(i + 1).value : 1;
  const std::size_t at = i + (counted ? 2 : 1);
  constexpr int farthest = 100;
  const bool hours = says(at, "hours") && counted && count % 24 == 0;
  const bool decades = says(at, "decade") || says(at, "decades");
  if (!hours && !decades && !is(at, Kind::Unit)) return std::nullopt;
  if (count < 1 || count >= farthest) return std::nullopt;
  if (is_among(word(at + 1).lower, {"of", "before", "after", "'s", "was", "is"}) ||
      (says(at + 1, "and") && is_count(at + 2))) {
    return std::nullopt;
  }
  if (!counted && word(i).kind == Kind::Turn && (shift > 0 || says(at, "day"))) return std::nullopt;
  TimeMatch match{{}, i - 1, at + 1};
  match.phrase.kind = TimePhrase::Kind::Stretch;
  match.phrase.unit = hours ? TimeUnit::Day : decades ? TimeUnit::Year : unit(at);
  match.phrase.shift = shift * (hours ? count / 24 : decades ? count * 10 : count);
  const TimeUnit of = match.phrase.unit;
  if (of == TimeUnit::Weekend || of == TimeUnit::Quarter) return std::nullopt;
  return match;
}

}  // namespace entente
