#pragma once
// Named time zones ("Europe/Stockholm") and offsets ("+01:00"). The rules come from ICU.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cypher/temporal.h"

namespace entente::cypher {

struct Zone {
  std::int32_t offset = 0;  // seconds east of UTC; where `name` is given, it depends on the moment
  std::string name;         // empty = the offset is all
};

// Offsets of a named zone in seconds; nullopt where ICU knows no such zone. A local time that
// happens twice is the first of the two; one that is skipped counts by the offset before.
std::optional<std::int32_t> offset_at_local(const std::string& name, const LocalDateTime& local);
std::optional<std::int32_t> offset_at(const std::string& name, std::int64_t epoch_seconds);

// "Z", "+01", "+0100", "+01:00", "+01:00:30"; nullopt for anything else or beyond 18 hours.
std::optional<std::int32_t> parse_offset(std::string_view text);
// An offset or the name of a zone, with its offset at `local`.
std::optional<Zone> parse_zone(std::string_view text, const LocalDateTime& local);

std::string offset_text(std::int32_t offset);  // "Z", "+01:00", "+00:53:28"

}  // namespace entente::cypher
