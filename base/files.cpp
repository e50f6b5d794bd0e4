#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>

#include "base/descriptor.h"
#include "base/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view what, int reason) {
  throw Error(Fault::System, Place{path.string(), 0, 0},
              std::string(what) + ": " + std::generic_category().message(reason));
}

// A name beside `path` that another process, or another thread of this one, does not use.
fs::path temporary_name(const fs::path& path) {
  static std::atomic<unsigned> counter{0};
  fs::path name = path;
  name.replace_filename("." + path.filename().string() + "." + std::to_string(::getpid()) + "-" +
                        std::to_string(counter++) + ".tmp");
  return name;
}

// A pipe or a device: there is no old content to keep, so the bytes go straight into it.
void write_directly(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok()) fail(path, "cannot open to write", errno);
  int reason = write_all(file.number(), bytes);
  if (reason == 0) reason = file.close();
  if (reason != 0) fail(path, "cannot write", reason);
}

// Writes `bytes` to the new file `temporary` with the rights `mode` (-1: as the umask has it).
// Returns 0 or the reason of the failure.
int write_synced(Descriptor& file, std::string_view bytes, int mode) {
  int reason = write_all(file.number(), bytes);
  if (reason == 0 && mode >= 0 && ::fchmod(file.number(), static_cast<mode_t>(mode)) != 0) {
    reason = errno;
  }
  if (reason == 0 && ::fsync(file.number()) != 0) reason = errno;
  const int closed = file.close();
  return reason != 0 ? reason : closed;
}

void replace_file(const fs::path& path, std::string_view bytes, int mode) {
  const fs::path temporary = temporary_name(path);
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.ok()) fail(path, "cannot write", errno);
  int reason = write_synced(file, bytes, mode);
  if (reason == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) reason = errno;
  if (reason != 0) {
    ::unlink(temporary.c_str());
    fail(path, "cannot write", reason);
  }
  sync_folder(path.parent_path());
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) fail(path, "cannot open", errno);
  struct stat info = {};
  std::string bytes;
  if (::fstat(file.number(), &info) == 0 && S_ISREG(info.st_mode)) {
    bytes.reserve(static_cast<std::size_t>(info.st_size));
  }
  std::string block(std::size_t{1} << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(file.number(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, "cannot read", errno);
    if (count == 0) return bytes;
    bytes.append(block, 0, static_cast<std::size_t>(count));
  }
}

void write_file(const fs::path& path, std::string_view bytes) {
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0) return replace_file(path, bytes, -1);
  if (S_ISDIR(info.st_mode)) fail(path, "cannot write", EISDIR);
  if (!S_ISREG(info.st_mode)) return write_directly(path, bytes);
  // A link stays a link: what it points at is replaced.
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  replace_file(error ? path : target, bytes, static_cast<int>(info.st_mode & 07777U));
}

}  // namespace entente
