// A snapshot that lies in a file of our own making, as its stamp tells, is mapped after a look at
// the header alone: 400 MB are opened as fast as 4. Any other file is read into memory, so that
// nobody can change it meanwhile, and every checksum and every number that leads somewhere is
// looked at before anything is believed.

#include "graph/snapshot.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ranges>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "graph/snapshot_format.h"

namespace entente {
namespace {

constexpr std::array<char, 8> kMagic = {'E', 'n', 't', 'S', 'n', 'a', 'p', '\n'};
constexpr std::uint32_t kVersion = 2;  // raised when the layout, or what a section means, changes
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint64_t kAlignment = 64;
constexpr std::uint64_t kMostOfAnything = 0xffffffff;
constexpr std::int32_t kLastDay = 2932896;  // 9999-12-31

std::uint64_t aligned(std::uint64_t at) { return (at + kAlignment - 1) / kAlignment * kAlignment; }

std::span<const char> bytes_before_checksum(const SnapshotHeader& header) {
  return {reinterpret_cast<const char*>(&header), offsetof(SnapshotHeader, checksum)};
}

// nullopt: no snapshot of ours, of these tables, and of this size.
std::optional<SnapshotHeader> read_header(std::span<const char> bytes, std::uint64_t fingerprint) {
  SnapshotHeader header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic || header.version != kVersion || header.byte_order != kByteOrder ||
      header.fingerprint != fingerprint ||
      header.checksum != checksum(bytes_before_checksum(header))) {
    return std::nullopt;
  }
  const auto expected = layout(header.counts);
  if (!expected || total_bytes(*expected) != bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < kSections; ++i) {
    const SectionPlace& found = header.sections[i];
    if (found.begin != (*expected)[i].begin || found.bytes != (*expected)[i].bytes) {
      return std::nullopt;
    }
  }
  return header;
}

bool ascends_to(std::span<const std::uint32_t> begin, std::size_t end) {
  return !begin.empty() && begin.front() == 0 && begin.back() == end &&
         std::ranges::is_sorted(begin);
}

template <typename T>
bool all_below(std::span<const T> numbers, std::uint64_t bound) {
  return std::ranges::all_of(numbers, [bound](T number) { return number < bound; });
}

bool checksums_hold(const SnapshotHeader& header, std::span<const char> bytes) {
  return std::ranges::all_of(header.sections, [&](const SectionPlace& place) {
    return checksum(bytes.subspan(place.begin, place.bytes)) == place.checksum;
  });
}

}  // namespace

std::optional<std::array<SectionPlace, kSections>> layout(const SnapshotCounts& c) {
  for (const std::uint64_t count :
       {c.entities, c.articles, c.facts, c.keys, c.id_bytes, c.name_bytes, c.key_bytes,
        c.relation_bytes, c.type_bytes, c.entities + c.articles}) {
    if (count >= kMostOfAnything) return std::nullopt;
  }
  if (c.relations > 0xffff || c.types > 0xffff) return std::nullopt;
  const std::uint64_t nodes = c.entities + c.articles;
  const std::array<std::uint64_t, kSections> bytes = {
      4 * (c.entities + 1),   // OutBegin
      4 * c.facts,            // OutTarget
      2 * c.facts,            // OutRelation
      4 * (c.entities + 1),   // InBegin
      4 * c.facts,            // InSource
      4 * c.facts,            // InEdge
      2 * c.facts,            // InRelation
      3 * c.facts,            // InMark
      4 * c.facts,            // LastDay
      8 * c.facts,            // Confidence
      2 * c.facts,            // Sources
      3 * c.facts,            // Mark
      4 * c.facts,            // Fact
      2 * c.entities,         // Type
      4 * c.entities,         // Mentions
      4 * (nodes + 1),        // IdBegin
      c.id_bytes,             // Ids
      4 * (nodes + 1),        // NameBegin
      c.name_bytes,           // Names
      4 * nodes,              // ByName
      4 * (c.keys + 1),       // KeyBegin
      c.key_bytes,            // Keys
      2 * c.keys,             // KeyTitle
      4 * c.keys,             // KeyEntity
      4 * (c.relations + 1),  // RelationBegin
      c.relation_bytes,       // Relations
      4 * c.relations,        // RelationCount
      4 * (c.types + 1),      // TypeBegin
      c.type_bytes,           // Types
      4 * c.types             // TypeCount
  };
  std::array<SectionPlace, kSections> places;
  std::uint64_t at = aligned(sizeof(SnapshotHeader));
  for (std::size_t i = 0; i < kSections; ++i) {
    places[i] = {at, bytes[i], 0};
    at = aligned(at + bytes[i]);
  }
  return places;
}

std::uint64_t total_bytes(const std::array<SectionPlace, kSections>& sections) {
  return aligned(sections.back().begin + sections.back().bytes);
}

// Four lanes, so that memory and not arithmetic is what it waits for.
std::uint64_t checksum(std::span<const char> bytes) {
  constexpr std::uint64_t kPrime = 0x9e3779b185ebca87U;
  std::array<std::uint64_t, 4> lanes = {kPrime, 2, 3, bytes.size()};
  const auto mix = [](std::uint64_t& lane, std::uint64_t word) {
    lane = (lane ^ word) * kPrime;
    lane ^= lane >> 29U;
  };
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), bytes.data() + at, 32);
    for (std::size_t i = 0; i < 4; ++i) mix(lanes[i], words[i]);
  }
  for (; at < bytes.size(); ++at) mix(lanes[0], static_cast<unsigned char>(bytes[at]));
  for (std::size_t i = 1; i < 4; ++i) mix(lanes[0], lanes[i]);
  return lanes[0];
}

SnapshotImage::SnapshotImage(const SnapshotCounts& counts) {
  header_.counts = counts;
  header_.sections = *layout(counts);
  size_ = total_bytes(header_.sections);
  bytes_ = std::make_unique<char[]>(size_);  // zeros: also what lies between the sections
}

Snapshot SnapshotImage::finish(std::uint64_t fingerprint) {
  header_.magic = kMagic;
  header_.version = kVersion;
  header_.byte_order = kByteOrder;
  header_.fingerprint = fingerprint;
  for (SectionPlace& place : header_.sections) {
    place.checksum = checksum({bytes_.get() + place.begin, place.bytes});
  }
  std::memcpy(bytes_.get(), &header_, sizeof header_);
  Snapshot snapshot;
  snapshot.image_ = std::move(bytes_);
  snapshot.image_size_ = size_;
  snapshot.point_into({snapshot.image_.get(), size_});
  return snapshot;
}

void Snapshot::point_into(std::span<const char> bytes) {
  SnapshotHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const auto raw = [&](Section which) {
    const SectionPlace& place = header.sections[static_cast<std::size_t>(which)];
    return bytes.subspan(place.begin, place.bytes);
  };
  const auto set = [&]<typename T>(std::span<const T>& into, Section which) {
    const auto section = raw(which);
    into = {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
  };
  const auto texts = [&](Section begin, Section text) {
    std::span<const std::uint32_t> begins;
    set(begins, begin);
    const auto section = raw(text);
    return TextColumn(begins, {section.data(), section.size()});
  };
  entities = static_cast<std::uint32_t>(header.counts.entities);
  articles = static_cast<std::uint32_t>(header.counts.articles);
  fingerprint = header.fingerprint;
  set(graph.out_begin, Section::OutBegin);
  set(graph.out_target, Section::OutTarget);
  set(graph.out_relation, Section::OutRelation);
  set(graph.in_begin, Section::InBegin);
  set(graph.in_source, Section::InSource);
  set(graph.in_edge, Section::InEdge);
  set(graph.in_relation, Section::InRelation);
  set(last_day, Section::LastDay);
  set(confidence, Section::Confidence);
  set(sources, Section::Sources);
  const auto marks = [&](Section which) {
    std::span<const std::uint8_t> bytes_of_it;
    set(bytes_of_it, which);
    return MarkColumn(bytes_of_it);
  };
  mark = marks(Section::Mark);
  in_mark = marks(Section::InMark);
  set(fact, Section::Fact);
  set(type, Section::Type);
  set(mentions, Section::Mentions);
  ids = texts(Section::IdBegin, Section::Ids);
  names = texts(Section::NameBegin, Section::Names);
  set(by_name, Section::ByName);
  keys = texts(Section::KeyBegin, Section::Keys);
  set(key_title, Section::KeyTitle);
  set(key_entity, Section::KeyEntity);
  relations = texts(Section::RelationBegin, Section::Relations);
  set(relation_count, Section::RelationCount);
  types = texts(Section::TypeBegin, Section::Types);
  set(type_count, Section::TypeCount);
}

bool TextColumn::is_sound() const { return ascends_to(begin_, bytes_.size()); }

// Every number that leads somewhere leads to where something is. What is said there may be wrong,
// as it may be in the tables of a file that somebody sent.
bool Snapshot::is_sound() const {
  const MappedGraph& g = graph;
  const std::uint64_t facts = g.out_target.size();
  const std::uint64_t nodes = std::uint64_t{entities} + articles;
  if (!ascends_to(g.out_begin, facts) || !ascends_to(g.in_begin, facts) || !ids.is_sound() ||
      !names.is_sound() || !keys.is_sound() || !relations.is_sound() || !types.is_sound()) {
    return false;
  }
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (key_title[i] > keys[i].size()) return false;
  }
  for (std::uint32_t i = 0; i < facts; ++i) {
    const std::int32_t first = first_day(i);
    if (first == kNoDay && last_day[i] == kNoDay) continue;
    if (first == kNoDay || last_day[i] > kLastDay || last_day[i] < first) return false;
  }
  if (!all_below(g.in_edge, facts)) return false;
  for (std::uint32_t i = 0; i < facts; ++i) {
    if (in_mark[i] != mark[g.in_edge[i]]) return false;
  }
  return all_below(g.out_target, entities) && all_below(g.in_source, entities) &&
         all_below(g.out_relation, relations.size()) &&
         all_below(g.in_relation, relations.size()) && all_below(type, types.size()) &&
         all_below(by_name, nodes) && all_below(key_entity, entities);
}

std::optional<Snapshot> Snapshot::open(const std::filesystem::path& file,
                                       std::uint64_t fingerprint) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return std::nullopt;
  Snapshot snapshot;
  if (mapped->is_own()) {
    const auto header = read_header(mapped->bytes(), fingerprint);
    if (!header) return std::nullopt;
    if (mapped->stamp() == FileStamp{header->file_number, header->modified}) {
      snapshot.point_into(mapped->bytes());
      snapshot.file_ = std::move(mapped);
      return snapshot;
    }
  }
  std::string copy;
  try {
    copy = read_file(file);
  } catch (const Error&) {
    return std::nullopt;
  }
  const auto header = read_header(copy, fingerprint);
  if (!header || !checksums_hold(*header, copy)) return std::nullopt;
  snapshot.image_size_ = copy.size();
  snapshot.image_ = std::make_unique_for_overwrite<char[]>(copy.size());
  std::ranges::copy(copy, snapshot.image_.get());
  snapshot.point_into({snapshot.image_.get(), snapshot.image_size_});
  if (!snapshot.is_sound()) return std::nullopt;
  return snapshot;
}

bool Snapshot::keep(const std::filesystem::path& graph_file) {
  const auto seal = [this](FileStamp stamp) {
    SnapshotHeader header;
    std::memcpy(&header, image_.get(), sizeof header);
    header.file_number = stamp.number;
    header.modified = stamp.modified;
    header.checksum = checksum(bytes_before_checksum(header));
    std::memcpy(image_.get(), &header, sizeof header);
  };
  return write_cache(snapshot_path(graph_file), graph_file, {image_.get(), image_size_}, seal);
}

std::int32_t Snapshot::first_day(std::uint32_t edge) const {
  const std::uint32_t days = mark[edge] >> MarkColumn::kStatusBits;
  return days == 0 ? kNoDay : MarkColumn::kDayBefore + static_cast<std::int32_t>(days);
}

std::optional<std::uint32_t> Snapshot::entity(std::string_view id) const {
  return find(id, 0, entities);
}
std::optional<std::uint32_t> Snapshot::article(std::string_view id) const {
  return find(id, entities, entities + articles);
}

std::optional<std::uint32_t> Snapshot::find(std::string_view id, std::uint32_t begin,
                                            std::uint32_t end) const {
  const auto nodes = std::views::iota(begin, end);
  const auto found =
      std::ranges::lower_bound(nodes, id, {}, [this](std::uint32_t node) { return ids[node]; });
  if (found == nodes.end() || ids[*found] != id) return std::nullopt;
  return *found;
}

std::span<const std::uint32_t> Snapshot::named(std::string_view name) const {
  const auto [begin, end] = std::ranges::equal_range(
      by_name, name, {}, [this](std::uint32_t node) { return names[node]; });
  return {begin, end};
}

std::pair<std::uint32_t, std::uint32_t> Snapshot::keyed(std::string_view wanted) const {
  const auto all = std::views::iota(std::uint32_t{0}, keys.size());
  const auto range =
      std::ranges::equal_range(all, wanted, {}, [this](std::uint32_t i) { return key(i); });
  const auto begin = static_cast<std::uint32_t>(range.begin() - all.begin());
  return {begin, begin + static_cast<std::uint32_t>(range.size())};
}

std::size_t Snapshot::topology_bytes() const {
  const MappedGraph& g = graph;
  return g.out_begin.size_bytes() + g.out_target.size_bytes() + g.out_relation.size_bytes() +
         g.in_begin.size_bytes() + g.in_source.size_bytes() + g.in_edge.size_bytes() +
         g.in_relation.size_bytes() + in_mark.bytes().size_bytes();
}

std::filesystem::path snapshot_path(const std::filesystem::path& graph_file) {
  std::filesystem::path path = graph_file;
  path += ".snapshot";
  return path;
}

}  // namespace entente
