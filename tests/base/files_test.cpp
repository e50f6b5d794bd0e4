#include "base/files.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) count += entry.exists() ? 1 : 0;
  return count;
}

// The message of the Error that writing `bytes` to `path` throws; "" when it throws none.
std::string refusal(const fs::path& path, std::string_view bytes) {
  try {
    write_file(path, bytes);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::System);
    return error.what();
  }
  return {};
}

// No file may grow beyond `bytes` while this lives: what a full disk looks like from inside.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a file comes back as it was written, whatever its bytes") {
  const Scratch scratch;
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i * 31 >> 2);
  for (const std::string& content : {std::string(), std::string("Hà Nội\n"), bytes}) {
    write_file(scratch / "file", content);
    CHECK(read_file(scratch / "file") == content);
    CHECK(files_in(scratch.path()) == 1);
  }
}

TEST_CASE("a file that cannot be read says which and why") {
  const Scratch scratch;
  CHECK_THROWS_AS(read_file(scratch / "missing"), Error);
  CHECK_THROWS_AS(read_file(scratch.path()), Error);
  try {
    read_file(scratch / "missing");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::System);
    CHECK(error.what() ==
          (scratch / "missing").string() + ": cannot open: No such file or directory");
  }
}

TEST_CASE("a file that cannot be written says which and why, and leaves nothing behind") {
  const Scratch scratch;
  CHECK(refusal(scratch / "no/such/folder", "x") ==
        (scratch / "no/such/folder").string() + ": cannot write: No such file or directory");
  CHECK(refusal(scratch.path(), "x") == scratch.path().string() + ": cannot write: Is a directory");
  CHECK(files_in(scratch.path()) == 0);
}

TEST_CASE("a full disk leaves the old file as it was") {
  const Scratch scratch;
  write_file(scratch / "file", "old");
  {
    const FileSizeLimit limit(1000);
    CHECK(refusal(scratch / "file", std::string(5000, 'x')) ==
          (scratch / "file").string() + ": cannot write: File too large");
  }
  CHECK(read_file(scratch / "file") == "old");
  CHECK(files_in(scratch.path()) == 1);
}

TEST_CASE("a device is written into, not replaced") {
  write_file("/dev/null", "gone");
  CHECK(fs::is_character_file("/dev/null"));
  if (fs::exists("/dev/full")) {
    CHECK(refusal("/dev/full", "x") == "/dev/full: cannot write: No space left on device");
  }
}

TEST_CASE("replacing a file keeps its rights, and a link stays a link") {
  const Scratch scratch;
  write_file(scratch / "real", "old");
  fs::permissions(scratch / "real", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real", scratch / "link");
  write_file(scratch / "link", "new");
  CHECK(fs::is_symlink(scratch / "link"));
  CHECK(read_file(scratch / "real") == "new");
  CHECK(fs::status(scratch / "real").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a path without a folder is written where we stand") {
  const Scratch scratch;
  const fs::path before = fs::current_path();
  fs::current_path(scratch.path());
  write_file("here", "x");
  fs::current_path(before);
  CHECK(read_file(scratch / "here") == "x");
}
