#pragma once
// The graph as arrays in one file beside the GRAPH file, to be mapped: who is joined to whom
// (mapped_graph.h), what is asked of a fact inside of a search, and what entities are called. What
// it does not hold (quotes, qualifiers, aliases in full) is read from the tables when it is wanted:
// see lazy_graph.h, which all but tests and benches use.
//
// It is derived from the tables and can be made again from them at any time. A file that is
// missing, of another format, of other tables, torn or changed by anyone is told and not used.
// doc/formats.md has the layout. Tested by snapshot_test.cpp.

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "base/mapped_file.h"
#include "graph/fact.h"
#include "graph/mapped_graph.h"

namespace entente {

class Connection;
class SnapshotImage;

// Texts in a row.
class TextColumn {
 public:
  TextColumn() = default;
  // `begin`: of each text in `bytes`, and one behind the last.
  TextColumn(std::span<const std::uint32_t> begin, std::string_view bytes)
      : begin_(begin), bytes_(bytes) {}
  std::uint32_t size() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  std::string_view operator[](std::uint32_t i) const {
    return bytes_.substr(begin_[i], begin_[i + 1] - begin_[i]);
  }
  bool is_sound() const;  // whether each text lies within the bytes

 private:
  std::span<const std::uint32_t> begin_;
  std::string_view bytes_;
};

// Of each fact its status and its first day in three bytes, the lowest first: the status (as
// Status) in two bits, above them the days since 0000-12-31, 0 where the text does not say. A
// search for paths checks them without looking elsewhere.
class MarkColumn {
 public:
  static constexpr std::uint32_t kStatusBits = 2;
  static constexpr std::int32_t kDayBefore = -719163;  // 0000-12-31, in days since 1970

  MarkColumn() = default;
  explicit MarkColumn(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::span<const std::uint8_t> bytes() const { return bytes_; }
  std::uint32_t operator[](std::uint32_t i) const {
    const std::uint8_t* mark = bytes_.data() + std::size_t{3} * i;
    return mark[0] | static_cast<std::uint32_t>(mark[1]) << 8U |
           static_cast<std::uint32_t>(mark[2]) << 16U;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

class Snapshot {
 public:
  static constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
  static constexpr std::uint16_t kManySources = 65535;  // so many or more

  // Made of the tables. REQUIRES: in a transaction. Throws Error{Fault::Input} when they do not fit
  // together or hold more than four billion of something.
  static Snapshot from_tables(Connection& connection);
  // nullopt: no snapshot of these tables lies there.
  static std::optional<Snapshot> open(const std::filesystem::path& file, std::uint64_t fingerprint);

  // Whether it lies in memory: made of the tables, or read from a file that others may have made.
  bool in_memory() const { return image_ != nullptr; }
  // Writes it beside `graph_file`. False when that cannot be: a full disk, a folder where nothing
  // may be written. REQUIRES: in_memory()
  bool keep(const std::filesystem::path& graph_file);

  // A vertex is an entity; those and articles are nodes: entities first, both in order of id.
  MappedGraph graph;
  std::uint32_t entities = 0;
  std::uint32_t articles = 0;
  std::uint64_t fingerprint = 0;  // of the tables that it was made of

  // By edge.
  MarkColumn mark;
  std::span<const std::int32_t> last_day;  // since 1970; kNoDay where the text does not say
  std::span<const double> confidence;
  std::span<const std::uint16_t> sources;  // at most kManySources
  std::span<const std::uint32_t> fact;     // fact.number

  Status status(std::uint32_t edge) const { return static_cast<Status>(mark[edge] & 3U); }
  std::int32_t first_day(std::uint32_t edge) const;  // as last_day

  MarkColumn in_mark;  // the same as mark, by place of graph.in_edge

  // By entity.
  std::span<const std::uint16_t> type;  // into types
  std::span<const std::uint32_t> mentions;

  // By node.
  TextColumn ids;
  TextColumn names;                        // an article's is its title
  std::span<const std::uint32_t> by_name;  // nodes in order of name, then of number

  // Every name and alias, folded, in order of what remains of it without titles (name_key.h), then
  // of entity.
  TextColumn keys;
  std::span<const std::uint16_t> key_title;  // bytes of the title before what it is sorted by
  std::span<const std::uint32_t> key_entity;

  TextColumn relations;  // sorted
  std::span<const std::uint32_t> relation_count;
  TextColumn types;  // sorted
  std::span<const std::uint32_t> type_count;

  std::string_view key(std::uint32_t i) const { return keys[i].substr(key_title[i]); }

  // Nodes by id; nullopt: none has it.
  std::optional<std::uint32_t> entity(std::string_view id) const;
  std::optional<std::uint32_t> article(std::string_view id) const;
  std::span<const std::uint32_t> named(std::string_view name) const;  // part of by_name
  // The range of keys whose key() is `wanted`.
  std::pair<std::uint32_t, std::uint32_t> keyed(std::string_view wanted) const;

  std::size_t topology_bytes() const;  // of the arrays of `graph`, and in_mark

 private:
  friend class SnapshotImage;
  void point_into(std::span<const char> bytes);
  bool is_sound() const;
  std::optional<std::uint32_t> find(std::string_view id, std::uint32_t begin,
                                    std::uint32_t end) const;

  std::optional<MappedFile> file_;
  std::unique_ptr<char[]> image_;  // where it is not mapped
  std::size_t image_size_ = 0;
};

std::filesystem::path snapshot_path(const std::filesystem::path& graph_file);

}  // namespace entente
