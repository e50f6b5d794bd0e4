#include "cli/data_folder.h"

#include <cstdlib>
#include <system_error>
#include <vector>

#include "base/error.h"

namespace entente {
namespace {

constexpr const char* kOntology = "ontology.toml";

bool holds_data(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / kOntology, ignored);
}

}  // namespace

std::filesystem::path data_folder() {
  if (const char* named = std::getenv("ENTENTE_DATA"); named != nullptr && *named != '\0') {
    if (holds_data(named)) return named;
    throw Error(Fault::System,
                "ENTENTE_DATA is " + std::string(named) + ", where there is no " + kOntology);
  }
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    auto installed = program.parent_path().parent_path() / "share" / "entente";
    if (holds_data(installed)) return installed;
  }
  if (holds_data(ENTENTE_SOURCE_DATA)) return ENTENTE_SOURCE_DATA;
  throw Error(
      Fault::System,
      std::string("cannot find the data files; set ENTENTE_DATA to the folder that holds ") +
          kOntology);
}

}  // namespace entente
