// Tested by tests/extract/times_test.cpp.

#include "extract/times_resolve.h"

#include <algorithm>
#include <chrono>

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using Range = std::optional<DateRange>;

int year_of(sys_days date) { return static_cast<int>(year_month_day(date).year()); }

// Months since the year 0, so that they can be counted on.
int month_number(sys_days date) {
  const year_month_day parts(date);
  return static_cast<int>(parts.year()) * 12 +
         static_cast<int>(static_cast<unsigned>(parts.month())) - 1;
}
Range month_of_number(int number) {
  if (number < 12) return std::nullopt;
  return month(number / 12, static_cast<unsigned>(number % 12) + 1);
}

// Days since the Monday of the same week, 0..6.
int weekday_index(sys_days date) {
  return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1;
}
sys_days monday_of(sys_days date) { return date - days(weekday_index(date)); }

Range between(const Range& first, const Range& last) {
  if (!first || !last || first->first > last->last) return std::nullopt;
  return DateRange{first->first, last->last};
}

Range point_in(const CalendarPoint& point, int in_year) {
  if (point.month == 0) return year(in_year);
  if (point.day == 0) return month(in_year, point.month);
  return day(in_year, point.month, point.day);
}

// From `first` of year `in_year` to the next `last`.
Range span_in(const TimePhrase& phrase, int in_year) {
  const auto order = [](const CalendarPoint& p) { return p.month * 32 + p.day; };
  const bool turns =
      order(phrase.last) < order(phrase.first) && phrase.last.month != phrase.first.month;
  return between(point_in(phrase.first, in_year), point_in(phrase.last, in_year + (turns ? 1 : 0)));
}

class Resolver {
 public:
  Resolver(const TimePhrase& phrase, const TimeContext& context, std::optional<sys_days> today)
      : phrase_(phrase), context_(context), today_(today) {}

  Range resolve() const {
    const Range found = phrase();
    if (!found || !phrase_.week_of) return found;
    const bool sunday = weekday_index(found->first) == 6;  // a week may begin with it
    const sys_days first = sunday ? found->first : monday_of(found->first);
    return DateRange{first, first + days(6)};
  }

 private:
  Range phrase() const {
    if (phrase_.kind == TimePhrase::Kind::Fixed) return phrase_.fixed;
    if (phrase_.kind == TimePhrase::Kind::Calendar) return calendar();
    if (phrase_.kind == TimePhrase::Kind::Told) return told();
    if (!today_) return std::nullopt;
    if (phrase_.kind == TimePhrase::Kind::Stretch) return stretch();
    return phrase_.kind == TimePhrase::Kind::Weekday ? weekdays() : unit();
  }

  bool future() const { return context_.tense == TimeContext::Tense::Future; }
  bool future_in_past() const { return context_.tense == TimeContext::Tense::FutureInPast; }
  std::optional<int> named_year(const YearWord& year) const {
    if (year.year != 0) return year.year;
    if (year.told && context_.told) return year_of(context_.told->first);
    if (year.shift && today_) return year_of(*today_) + *year.shift;
    return std::nullopt;
  }

  bool fits_weekday(const Range& range) const {
    return range && weekday_index(range->first) == static_cast<int>(*phrase_.weekday);
  }

  Range calendar() const;
  Range in_month(int number) const;
  Range in_unnamed_month() const;
  Range in_unnamed_year() const;
  Range turned_month() const;
  Range weekdays() const;
  sys_days nearest(unsigned weekday) const;
  Range unit() const;
  Range told() const;
  Range stretch() const;

  const TimePhrase& phrase_;
  const TimeContext& context_;
  std::optional<sys_days> today_;
};

Range Resolver::calendar() const {
  const auto first_year = named_year(phrase_.first.year);
  const auto last_year = named_year(phrase_.last.year);
  const bool needed = phrase_.first.year.known() || phrase_.last.year.known();
  if (needed && !first_year && !last_year) return std::nullopt;
  if (phrase_.first.month == 0 && phrase_.first.month_shift && first_year) {
    return month(*first_year, static_cast<unsigned>(month_number(*today_) % 12) + 1);
  }
  if (phrase_.first.month == 0 && phrase_.first.day != 0) return in_unnamed_month();
  if (first_year && last_year) {
    return between(point_in(phrase_.first, *first_year), point_in(phrase_.last, *last_year));
  }
  if (first_year) return span_in(phrase_, *first_year);
  if (last_year) {
    const Range same = span_in(phrase_, *last_year);
    const bool over = same && year_of(same->last) > *last_year;
    return over ? span_in(phrase_, *last_year - 1) : same;
  }
  if (phrase_.turn) return turned_month();
  if (context_.year != 0) {
    const Range same = span_in(phrase_, context_.year);
    if (!phrase_.weekday || fits_weekday(same)) return same;
  }
  return in_unnamed_year();
}

Range Resolver::in_month(int number) const {
  const Range all = month_of_number(number);
  if (!all) return std::nullopt;
  const year_month_day parts(all->first);
  const auto at = [&](unsigned day_of_month) {
    return day(static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()), day_of_month);
  };
  return between(at(phrase_.first.day), at(phrase_.last.day));
}

// "on the 8th": the last such day not after today; in the future, the first not before it.
Range Resolver::in_unnamed_month() const {
  if (!today_) return std::nullopt;
  const int now = month_number(*today_);
  if (phrase_.first.month_shift) return in_month(now + *phrase_.first.month_shift);
  constexpr int enough = 3;  // months: of three in a row one has the day
  for (int step = 0; step < enough; ++step) {
    const Range found = in_month(future() ? now + step : now - step);
    if (!found) continue;
    if (future() ? found->last >= *today_ : found->first <= *today_) return found;
  }
  return std::nullopt;
}

// "June 12", "in June": the last not after today; in the future, and for a day that is near, the
// first not before it. A day of the week beside the date decides between the two.
Range Resolver::in_unnamed_year() const {
  if (!today_) return std::nullopt;
  const int now = year_of(*today_);
  constexpr int enough = 9;  // years: there is a 29 February among them
  Range past;
  for (int step = 0; step < enough && !past; ++step) {
    const Range found = span_in(phrase_, now - step);
    if (found && found->first <= *today_) past = found;
  }
  Range coming;
  for (int step = -1; step < enough && !coming; ++step) {
    const Range found = span_in(phrase_, now + step);
    if (found && found->last >= *today_) coming = found;
  }
  if (phrase_.weekday) {
    const bool fits = fits_weekday(past);
    if (fits != fits_weekday(coming)) return fits ? past : coming;
  }
  if (future_in_past() && past && coming) {
    if (context_.said_on) return past->last >= *context_.said_on ? past : coming;
    return coming->first - *today_ < *today_ - past->last ? coming : past;
  }
  const days soon_enough{context_.limit ? 180 : 60};
  const days long_ago{context_.limit ? 180 : 300};
  const bool soon = context_.open && phrase_.first.day != 0 && past && coming &&
                    coming->first - *today_ <= soon_enough && *today_ - past->first > long_ago;
  // Where a text comes from, it may be a day earlier than where it took place.
  const bool overnight = phrase_.first.day != 0 && past && coming &&
                         coming->first - *today_ <= days{1} && *today_ - past->first > days{300};
  return future() || soon || overnight ? coming : past;
}

Range Resolver::turned_month() const {
  if (!today_) return std::nullopt;
  const int now = month_number(*today_);
  const int same_year = year_of(*today_) * 12 + static_cast<int>(phrase_.first.month) - 1;
  if (*phrase_.turn < 0) return month_of_number(same_year < now ? same_year : same_year - 12);
  if (*phrase_.turn > 0) return month_of_number(same_year > now ? same_year : same_year + 12);
  return month_of_number(same_year);
}

// The day `weekday` nearest to today on the side of it that the phrase and the clause speak of.
sys_days Resolver::nearest(unsigned weekday) const {
  const sys_days this_week = monday_of(*today_) + days(weekday);
  if (phrase_.week_shift) return this_week + days(7 * *phrase_.week_shift);
  if (!phrase_.turn) {
    if (future_in_past() && context_.said_on) {  // the first not before it
      const int ahead = static_cast<int>(weekday) - weekday_index(*context_.said_on) + 7;
      return *context_.said_on + days(ahead % 7);
    }
    const sys_days past = this_week > *today_ ? this_week - days(7) : this_week;
    const sys_days coming = this_week < *today_ ? this_week + days(7) : this_week;
    if (future_in_past()) return *today_ - past <= days(3) ? past : coming;
    return future() ? coming : past;
  }
  if (*phrase_.turn < 0) return this_week < *today_ ? this_week : this_week - days(7);
  if (*phrase_.turn > 0) return this_week > *today_ ? this_week : this_week + days(7);
  const bool was = context_.tense == TimeContext::Tense::Past && this_week > *today_;
  return was ? this_week - days(7) : this_week;
}

Range Resolver::weekdays() const {
  const unsigned from = *phrase_.weekday;
  const unsigned to = *phrase_.last_weekday;
  const sys_days first = nearest(from);
  return DateRange{first, first + days((to + 7 - from) % 7)};
}

Range Resolver::unit() const {
  const int shift = phrase_.shift;
  Range range;
  switch (phrase_.unit) {
    case TimeUnit::Day:
      range = DateRange{*today_ + days(shift), *today_ + days(shift)};
      break;
    case TimeUnit::Week: {
      const sys_days first = monday_of(*today_) + days(7 * shift);
      range = DateRange{first, first + days(6)};
      if (phrase_.so_far && shift == 0) range->last = *today_;
      break;
    }
    case TimeUnit::Weekend: {
      const bool was = shift == 0 && context_.tense == TimeContext::Tense::Past;
      const bool before = (phrase_.latest || was) && weekday_index(*today_) < 5;
      const sys_days first = monday_of(*today_) + days(5 + 7 * (before ? -1 : shift));
      range = DateRange{first, first + days(1)};
      break;
    }
    case TimeUnit::Month:
      range = month_of_number(month_number(*today_) + shift);
      break;
    case TimeUnit::Quarter: {
      const int first = (month_number(*today_) / 3 + shift) * 3;
      range = between(month_of_number(first), month_of_number(first + 2));
      break;
    }
    case TimeUnit::Year:
      range = year(year_of(*today_) + shift);
      break;
  }
  return range;
}

// "the following day", "two weeks later", "the previous Friday".
Range Resolver::told() const {
  if (!context_.told) return std::nullopt;
  const sys_days from = context_.told->first;
  const int shift = phrase_.shift;
  if (phrase_.weekday) {
    const days ahead((static_cast<int>(*phrase_.weekday) - weekday_index(from) + 7) % 7);
    if (shift == 0 && ahead != days(0)) return std::nullopt;
    const sys_days next = from + (ahead == days(0) ? days(7) : ahead);
    const sys_days found = shift == 0 ? from : shift > 0 ? next : from + ahead - days(7);
    return DateRange{found, found};
  }
  if (phrase_.first.month != 0) {
    const int now = month_number(from);
    const int same_year = year_of(from) * 12 + static_cast<int>(phrase_.first.month) - 1;
    if (shift < 0) return month_of_number(same_year < now ? same_year : same_year - 12);
    return month_of_number(same_year > now ? same_year : same_year + 12);
  }
  if (phrase_.unit == TimeUnit::Week && phrase_.counted) {
    constexpr days either_side{3};  // "a week later" may be six days later
    const sys_days middle = from + days(7 * shift);
    return DateRange{middle - either_side, middle + either_side};
  }
  return Resolver(phrase_, context_, from).unit();
}

Range Resolver::stretch() const {
  const int shift = phrase_.shift;
  sys_days other = *today_;
  if (phrase_.unit == TimeUnit::Day || phrase_.unit == TimeUnit::Week) {
    other += days(shift * (phrase_.unit == TimeUnit::Week ? 7 : 1));
  } else {
    const int months = shift * (phrase_.unit == TimeUnit::Year ? 12 : 1);
    const Range month = month_of_number(month_number(*today_) + months);
    if (!month) return std::nullopt;
    const auto day_of_month = year_month_day(*today_).day();
    other = std::min(month->last, month->first + (day_of_month - std::chrono::day(1)));
  }
  return DateRange{std::min(other, *today_), std::max(other, *today_)};
}

// Days counted on may leave the years that can be written.
Range writable(const Range& range) {
  constexpr int last_year = 9999;
  const bool in_years = range && year_of(range->first) >= 1 && year_of(range->last) <= last_year;
  return in_years ? range : std::nullopt;
}

// A day that lies in a year as far as is known: "on the 8th" of a text of 2024. A week or month
// before its first day are let pass.
bool day_within(const DateRange& year, const Range& first, const Range& last) {
  constexpr std::chrono::days before{31};
  return precision(year) == Precision::Year && first && last && first->first == first->last &&
         last->first == last->last && first->first >= year.first - before &&
         last->last <= year.last + before;
}

Range resolve_from(const TimePhrase& phrase, const TimeContext& context,
                   std::optional<sys_days> today) {
  return writable(Resolver(phrase, context, today).resolve());
}

}  // namespace

std::optional<DateRange> resolve_time(const TimePhrase& phrase, const TimeContext& context) {
  if (!context.published) return resolve_from(phrase, context, std::nullopt);
  const Range first = resolve_from(phrase, context, context.published->first);
  if (context.published->first == context.published->last) return first;
  const Range last = resolve_from(phrase, context, context.published->last);
  if (first == last) return first;
  return day_within(*context.published, first, last) ? context.published : std::nullopt;
}

}  // namespace entente
