#include "cypher/temporal_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cypher/calendar.h"
#include "cypher/duration.h"
#include "cypher/time_zone.h"

namespace entente::cypher {
namespace {

// Reads from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  bool skip(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::size_t digits_ahead() const {
    const auto end = std::ranges::find_if(rest_, [](char c) { return c < '0' || c > '9'; });
    return static_cast<std::size_t>(end - rest_.begin());
  }
  // Exactly `count` digits.
  std::optional<std::int64_t> digits(std::size_t count) {
    if (count == 0 || count > 18 || digits_ahead() < count) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(rest_.data(), rest_.data() + count, number);
    rest_.remove_prefix(count);
    return number;
  }

 private:
  std::string_view rest_;
};

// After the year: "W302" or "-W30-2" style, by whether the parts are set off by hyphens.
std::optional<Date> parse_week(Scanner& in, std::int64_t year, bool hyphens) {
  const auto week = in.digits(2);
  if (!week) return std::nullopt;
  if (in.done()) return from_week({year, *week, 1});
  if (hyphens && !in.skip('-')) return std::nullopt;
  const auto day = in.digits(1);
  if (!day || !in.done()) return std::nullopt;
  return from_week({year, *week, *day});
}

std::optional<Date> parse_with_hyphens(Scanner& in, std::int64_t year) {
  if (in.skip('W')) return parse_week(in, year, true);
  if (in.digits_ahead() == 3) {
    const auto day = in.digits(3);
    return in.done() ? from_ordinal(year, *day) : std::nullopt;
  }
  const auto month = in.digits(2);
  if (!month) return std::nullopt;
  if (in.done()) return from_civil({year, *month, 1});
  if (!in.skip('-')) return std::nullopt;
  const auto day = in.digits(2);
  if (!day || !in.done()) return std::nullopt;
  return from_civil({year, *month, *day});
}

std::optional<Date> parse_compact(Scanner& in, std::int64_t year) {
  if (in.skip('W')) return parse_week(in, year, false);
  const std::size_t length = in.digits_ahead();
  if (length == 3) {
    const auto day = in.digits(3);
    return in.done() ? from_ordinal(year, *day) : std::nullopt;
  }
  if (length != 2 && length != 4) return std::nullopt;
  const auto month = in.digits(2);
  const auto day = length == 4 ? in.digits(2) : std::optional<std::int64_t>(1);
  if (!in.done()) return std::nullopt;
  return from_civil({year, *month, *day});
}

// The fraction of a second after the point, in nanoseconds.
std::optional<std::int64_t> parse_fraction(Scanner& in) {
  const std::size_t length = in.digits_ahead();
  if (length == 0 || length > 9) return std::nullopt;
  std::int64_t nanos = *in.digits(length);
  for (std::size_t i = length; i < 9; ++i) nanos *= 10;
  return nanos;
}

// Where an offset or a zone begins in the text of a time.
std::size_t zone_begin(std::string_view text) {
  return std::min(text.find_first_of("Z+-["), text.size());
}

// The offset and the zone in brackets behind a date and time; UTC where there is none.
std::optional<DateTime> with_zone(const LocalDateTime& local, std::string_view text) {
  if (text.empty()) return DateTime{local, 0, ""};
  const std::size_t bracket = std::min(text.find('['), text.size());
  const auto offset = parse_offset(text.substr(0, bracket));
  if (bracket > 0 && !offset) return std::nullopt;
  if (bracket == text.size()) return DateTime{local, *offset, ""};
  if (text.back() != ']') return std::nullopt;
  const std::string zone(text.substr(bracket + 1, text.size() - bracket - 2));
  if (!offset) {
    const auto found = offset_at_local(zone, local);
    return found ? std::optional(DateTime{local, *found, zone}) : std::nullopt;
  }
  // The offset says which moment is meant; the zone says what the clocks there show then.
  const LocalDateTime utc = add_clock(local, -*offset);
  const auto there = offset_at(zone, local_seconds(utc));
  if (!there) return std::nullopt;
  return DateTime{add_clock(utc, *there), *there, zone};
}

// "1.5" or "-3" and the letter behind it.
struct Amount {
  long double number;
  char unit;
};
std::optional<Amount> parse_amount(std::string_view& rest) {
  const std::size_t end = rest.find_first_not_of("+-.0123456789");
  if (end == 0 || end == std::string_view::npos || end > 24) return std::nullopt;
  const std::string digits(rest.substr(rest.front() == '+' ? 1 : 0, end));
  long double number = 0;
  const char* last = digits.data() + digits.size() - (rest.front() == '+' ? 1 : 0);
  const auto [stop, error] = std::from_chars(digits.data(), last, number);
  if (error != std::errc() || stop != last) return std::nullopt;
  const char unit = rest[end];
  rest.remove_prefix(end + 1);
  return Amount{number, unit};
}

std::optional<Duration> parse_dated_duration(std::string_view text) {
  const auto local = parse_local_date_time(text);
  if (!local) return std::nullopt;
  const Civil c = civil(local->date);
  return Duration{c.year * 12 + c.month, c.day, local->time.nanos / kNanosPerSecond,
                  static_cast<std::int32_t>(local->time.nanos % kNanosPerSecond)};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Scanner in(text);
  const bool negative = in.skip('-');
  const bool is_signed = negative || in.skip('+');
  // A sign makes room for more digits, up to the hyphen.
  const auto digits = in.digits(is_signed ? in.digits_ahead() : 4);
  if (!digits) return std::nullopt;
  const std::int64_t year = negative ? -*digits : *digits;
  if (in.done()) return from_civil({year, 1, 1});
  return in.skip('-') ? parse_with_hyphens(in, year) : parse_compact(in, year);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  Scanner in(text);
  const auto hour = in.digits(2);
  if (!hour) return std::nullopt;
  const bool colons = in.peek() == ':';
  std::int64_t parts[2] = {0, 0};
  for (std::int64_t& part : parts) {
    if (in.done() || in.peek() == '.') break;
    if (colons && !in.skip(':')) return std::nullopt;
    const auto digits = in.digits(2);
    if (!digits) return std::nullopt;
    part = *digits;
  }
  std::int64_t nanos = 0;
  if (in.skip('.')) {
    const auto fraction = parse_fraction(in);
    if (!fraction) return std::nullopt;
    nanos = *fraction;
  }
  if (!in.done() || *hour > 23 || parts[0] > 59 || parts[1] > 59) return std::nullopt;
  return LocalTime{((*hour * 60 + parts[0]) * 60 + parts[1]) * kNanosPerSecond + nanos};
}

std::optional<Time> parse_time(std::string_view text) {
  const std::size_t zone = zone_begin(text);
  const auto local = parse_local_time(text.substr(0, zone));
  const auto offset =
      zone == text.size() ? std::optional<std::int32_t>(0) : parse_offset(text.substr(zone));
  if (!local || !offset) return std::nullopt;
  return Time{*local, *offset};
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view text) {
  const std::size_t t = text.find('T');
  const auto date = parse_date(text.substr(0, t));
  const auto time = t == std::string_view::npos ? std::optional<LocalTime>(LocalTime{})
                                                : parse_local_time(text.substr(t + 1));
  if (!date || !time) return std::nullopt;
  return LocalDateTime{*date, *time};
}

std::optional<DateTime> parse_date_time(std::string_view text) {
  const std::size_t t = std::min(text.find('T'), text.size());
  const std::size_t zone = t + zone_begin(text.substr(t));
  const auto local = parse_local_date_time(text.substr(0, zone));
  if (!local) return std::nullopt;
  return with_zone(*local, text.substr(zone));
}

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.size() < 2 || text.front() != 'P') return std::nullopt;
  text.remove_prefix(1);
  if (text.find('-', 1) != std::string_view::npos &&
      text.find_first_of("YMWDHS") == std::string_view::npos) {
    return parse_dated_duration(text);
  }
  DurationParts parts;
  bool time = false;
  while (!text.empty()) {
    if (text.front() == 'T' && !time && text.size() > 1) {
      time = true;
      text.remove_prefix(1);
    }
    const auto amount = parse_amount(text);
    if (!amount) return std::nullopt;
    switch (amount->unit) {
      case 'Y':
        parts.months += time ? 0 : amount->number * 12;
        break;
      case 'M':
        (time ? parts.seconds : parts.months) += amount->number * (time ? 60 : 1);
        break;
      case 'W':
        parts.days += amount->number * 7;
        break;
      case 'D':
        parts.days += amount->number;
        break;
      case 'H':
        parts.seconds += amount->number * 3600;
        break;
      case 'S':
        parts.seconds += amount->number;
        break;
      default:
        return std::nullopt;
    }
    const bool date_unit = amount->unit == 'Y' || amount->unit == 'W' || amount->unit == 'D';
    const bool time_unit = amount->unit == 'H' || amount->unit == 'S';
    if ((time && date_unit) || (!time && time_unit)) return std::nullopt;
  }
  return to_duration(parts);
}

std::string to_string(Date date) {
  const Civil c = civil(date);
  const char* sign = c.year < 0 ? "-" : c.year > 9999 ? "+" : "";
  return fmt::format("{}{:04}-{:02}-{:02}", sign, c.year < 0 ? -c.year : c.year, c.month, c.day);
}

std::string to_string(LocalTime time) {
  const std::int64_t seconds = time.nanos / kNanosPerSecond;
  const std::int64_t nanos = time.nanos % kNanosPerSecond;
  std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 == 0 && nanos == 0) return text;
  text += fmt::format(":{:02}", seconds % 60);
  if (nanos == 0) return text;
  if (nanos % 1'000'000 == 0) return text + fmt::format(".{:03}", nanos / 1'000'000);
  if (nanos % 1'000 == 0) return text + fmt::format(".{:06}", nanos / 1'000);
  return text + fmt::format(".{:09}", nanos);
}

std::string to_string(const Time& time) { return to_string(time.local) + offset_text(time.offset); }

std::string to_string(const LocalDateTime& time) {
  return to_string(time.date) + "T" + to_string(time.time);
}

std::string to_string(const DateTime& time) {
  const std::string zone = time.zone.empty() ? "" : "[" + time.zone + "]";
  return to_string(time.local) + offset_text(time.offset) + zone;
}

std::string to_string(const Duration& d) {
  std::string date;
  const auto add = [](std::string& text, std::int64_t number, char unit) {
    if (number != 0) text += fmt::format("{}{}", number, unit);
  };
  add(date, d.months / 12, 'Y');
  add(date, d.months % 12, 'M');
  add(date, d.days, 'D');

  // Seconds and nanoseconds with one sign, as they are written.
  std::int64_t seconds = d.seconds;
  std::int64_t nanos = d.nanos;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= kNanosPerSecond;
  }
  std::string time;
  add(time, seconds / 3600, 'H');
  add(time, seconds / 60 % 60, 'M');
  const std::int64_t rest = seconds % 60;
  if (nanos != 0) {
    std::string fraction = fmt::format("{:09}", nanos < 0 ? -nanos : nanos);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    time += fmt::format("{}{}.{}S", rest < 0 || nanos < 0 ? "-" : "", rest < 0 ? -rest : rest,
                        fraction);
  } else {
    add(time, rest, 'S');
  }
  if (date.empty() && time.empty()) return "PT0S";
  return "P" + date + (time.empty() ? "" : "T" + time);
}

}  // namespace entente::cypher
