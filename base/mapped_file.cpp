#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

namespace entente {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_of(const struct stat& info) {
  return {static_cast<std::uint64_t>(info.st_ino), nanoseconds(info.st_mtim)};
}

bool write_all(int descriptor, std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

// Makes the rename itself survive a power cut. Some file systems cannot; that is no failure.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.ok()) ::fsync(opened.number());
}

// Whether the name still means the open file: who had it before us may have renamed it.
bool is_at(const fs::path& name, int descriptor) {
  struct stat named = {};
  struct stat opened = {};
  return ::lstat(name.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 &&
         named.st_ino == opened.st_ino && named.st_dev == opened.st_dev && S_ISREG(opened.st_mode);
}

}  // namespace

std::optional<MappedFile> MappedFile::open(const fs::path& file) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info = {};
  if (!opened.ok() || ::fstat(opened.number(), &info) != 0 || !S_ISREG(info.st_mode) ||
      info.st_size <= 0) {
    return std::nullopt;
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, opened.number(), 0);
  if (at == MAP_FAILED) return std::nullopt;
  MappedFile mapped;
  mapped.bytes_ = {static_cast<const char*>(at), size};
  mapped.stamp_ = stamp_of(info);
  mapped.is_own_ = info.st_uid == ::geteuid() || info.st_uid == 0;
  return mapped;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), stamp_(other.stamp_), is_own_(other.is_own_) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(stamp_, other.stamp_);
  std::swap(is_own_, other.is_own_);
  return *this;
}

// One temporary file, always of the same name and locked while somebody writes it: what a killed
// writer left is taken over by the next. Its time is set to a whole second, so that a later change
// can be told.
bool write_cache(const fs::path& file, const fs::path& of, std::span<const char> bytes,
                 const std::function<void(FileStamp)>& seal) {
  fs::path temporary = file;
  temporary += ".new";
  const Descriptor opened(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
  if (!opened.ok() || ::flock(opened.number(), LOCK_EX | LOCK_NB) != 0) return false;
  if (!is_at(temporary, opened.number())) return false;
  struct stat source = {};
  struct stat info = {};
  if (::stat(of.c_str(), &source) != 0 || ::fstat(opened.number(), &info) != 0) return false;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const timespec second{static_cast<time_t>(now.time_since_epoch().count()), 0};
  const std::array<timespec, 2> times = {second, second};
  seal({static_cast<std::uint64_t>(info.st_ino), nanoseconds(second)});
  const bool written =
      ::ftruncate(opened.number(), 0) == 0 &&
      ::fchmod(opened.number(), source.st_mode & 0666U) == 0 && write_all(opened.number(), bytes) &&
      ::futimens(opened.number(), times.data()) == 0 && ::fsync(opened.number()) == 0 &&
      ::rename(temporary.c_str(), file.c_str()) == 0;
  if (written) {
    sync_folder(file.parent_path());
  } else {
    ::unlink(temporary.c_str());
  }
  return written;
}

}  // namespace entente
