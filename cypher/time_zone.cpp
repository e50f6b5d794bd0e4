#include "cypher/time_zone.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <cstdlib>
#include <map>
#include <memory>

#include "cypher/calendar.h"

namespace entente::cypher {
namespace {

constexpr std::int32_t kMaxOffset = 18 * 3600;

// Zones are slow to load and few, so each is kept, by thread. nullptr: no such zone.
const icu::BasicTimeZone* find_zone(const std::string& name) {
  thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> zones;
  const auto known = zones.find(name);
  if (known != zones.end()) return dynamic_cast<icu::BasicTimeZone*>(known->second.get());
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return dynamic_cast<icu::BasicTimeZone*>(
      zones.emplace(name, std::move(zone)).first->second.get());
}

std::optional<std::int32_t> two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  const char tens = text[at];
  const char ones = text[at + 1];
  if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return std::nullopt;
  return (tens - '0') * 10 + ones - '0';
}

}  // namespace

std::optional<std::int32_t> offset_at_local(const std::string& name, const LocalDateTime& local) {
  const icu::BasicTimeZone* zone = find_zone(name);
  if (!zone) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffsetFromLocal(static_cast<double>(local_seconds(local)) * 1000, UCAL_TZ_LOCAL_FORMER,
                           UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + saving) / 1000;
}

std::optional<std::int32_t> offset_at(const std::string& name, std::int64_t epoch_seconds) {
  const icu::BasicTimeZone* zone = find_zone(name);
  if (!zone) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(epoch_seconds) * 1000, false, raw, saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + saving) / 1000;
}

std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::int32_t parts[3] = {0, 0, 0};
  std::size_t at = 1;
  for (std::int32_t& part : parts) {
    if (at == text.size()) break;
    if (text[at] == ':' && at > 1) ++at;
    const auto digits = two_digits(text, at);
    if (!digits) return std::nullopt;
    part = *digits;
    at += 2;
  }
  if (at != text.size() || at == 1 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  const std::int32_t seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  if (seconds > kMaxOffset) return std::nullopt;
  return text[0] == '-' ? -seconds : seconds;
}

std::optional<Zone> parse_zone(std::string_view text, const LocalDateTime& local) {
  if (const auto offset = parse_offset(text)) return Zone{*offset, ""};
  const std::string name(text);
  const auto offset = offset_at_local(name, local);
  if (!offset) return std::nullopt;
  return Zone{*offset, name};
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t seconds = std::abs(offset);
  std::string text =
      fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
  return text;
}

}  // namespace entente::cypher
