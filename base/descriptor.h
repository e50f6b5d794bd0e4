#pragma once
// An open file, and what is done with it by the system's own calls: streams hide the reason when
// something fails. Used within the room only.

#include <filesystem>
#include <string_view>

namespace entente {

// Closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

  // 0, or the reason why the last bytes may not have arrived (a network drive says so only here).
  int close();

 private:
  int number_;
};

// 0, or the reason of the failure.
int write_all(int descriptor, std::string_view bytes);

// Makes a rename in the folder survive a power cut. Some file systems cannot; that is no failure.
void sync_folder(const std::filesystem::path& folder);

}  // namespace entente
