#pragma once
// Files that are read where they lie, and caches that know whether they are still what was written.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

namespace entente {

// What a file is to the system. A copy has another number, what was written to has another time.
struct FileStamp {
  std::uint64_t number = 0;   // inode
  std::int64_t modified = 0;  // nanoseconds since 1970

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// The bytes of a whole file, mapped: what is not looked at is not read. Who writes to the file
// changes them, who cuts it off ends the program; so map only what nobody does that to.
class MappedFile {
 public:
  // nullopt: it is not there, is no plain file, is empty, or may not be read.
  static std::optional<MappedFile> open(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const char> bytes() const { return bytes_; }
  FileStamp stamp() const { return stamp_; }
  // Of this user, or of the system's administrator: nobody else can have made it.
  bool is_own() const { return is_own_; }

 private:
  MappedFile() = default;
  std::span<const char> bytes_;
  FileStamp stamp_;
  bool is_own_ = false;
};

// Replaces `file`, a cache of what is in `of`, by `bytes`: a reader sees the old or the new, never
// half, and who may not read `of` may not read it either. `seal` is told beforehand the stamp that
// the file will have and may put it into the bytes. False when it was not written, for whatever
// reason (somebody else is just writing it, for one): a cache may be absent.
bool write_cache(const std::filesystem::path& file, const std::filesystem::path& of,
                 std::span<const char> bytes, const std::function<void(FileStamp)>& seal);

}  // namespace entente
