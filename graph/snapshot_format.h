#pragma once
// The bytes of a snapshot: a header, then arrays, each at a multiple of 64 bytes. All numbers are
// as this machine has them; a machine that has them otherwise sees a foreign file. Used by
// snapshot*.cpp only; doc/formats.md describes it.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "base/mapped_file.h"

namespace entente {

enum class Section : std::uint32_t {
  OutBegin,
  OutTarget,
  OutRelation,
  InBegin,
  InSource,
  InEdge,
  InRelation,
  InMark,
  LastDay,
  Confidence,
  Sources,
  Mark,
  Fact,
  Type,
  Mentions,
  IdBegin,
  Ids,
  NameBegin,
  Names,
  ByName,
  KeyBegin,
  Keys,
  KeyTitle,
  KeyEntity,
  RelationBegin,
  Relations,
  RelationCount,
  TypeBegin,
  Types,
  TypeCount
};
inline constexpr std::size_t kSections = 30;

// All below 2^32.
struct SnapshotCounts {
  std::uint64_t entities = 0;
  std::uint64_t articles = 0;
  std::uint64_t facts = 0;
  std::uint64_t keys = 0;
  std::uint64_t relations = 0;
  std::uint64_t types = 0;
  std::uint64_t id_bytes = 0;
  std::uint64_t name_bytes = 0;
  std::uint64_t key_bytes = 0;
  std::uint64_t relation_bytes = 0;
  std::uint64_t type_bytes = 0;
};

struct SectionPlace {
  std::uint64_t begin = 0;  // in the file
  std::uint64_t bytes = 0;
  std::uint64_t checksum = 0;
};

struct SnapshotHeader {
  std::array<char, 8> magic = {};
  std::uint32_t version = 0;
  std::uint32_t byte_order = 0;
  std::uint64_t fingerprint = 0;  // of the tables that it was made of
  SnapshotCounts counts;
  std::array<SectionPlace, kSections> sections;
  // Of the file itself when it was written: another number or time, and it is a copy or changed.
  std::uint64_t file_number = 0;
  std::int64_t modified = 0;
  std::uint64_t checksum = 0;  // of the header before it
};

// Where each section lies; nullopt when a count is too large.
std::optional<std::array<SectionPlace, kSections>> layout(const SnapshotCounts& counts);
std::uint64_t total_bytes(const std::array<SectionPlace, kSections>& sections);

// Not against malice: it tells torn and damaged bytes.
std::uint64_t checksum(std::span<const char> bytes);

// A snapshot while it is made.
class SnapshotImage {
 public:
  // REQUIRES: layout(counts)
  explicit SnapshotImage(const SnapshotCounts& counts);

  // REQUIRES: T is what the section holds.
  template <typename T>
  std::span<T> section(Section which) {
    const SectionPlace& place = header_.sections[static_cast<std::size_t>(which)];
    return {reinterpret_cast<T*>(bytes_.get() + place.begin), place.bytes / sizeof(T)};
  }

  class Snapshot finish(std::uint64_t fingerprint);

 private:
  SnapshotHeader header_;
  std::size_t size_ = 0;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace entente
