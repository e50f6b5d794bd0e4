#pragma once
// Whole files. Errors are thrown as Error{Fault::System} and name the path and the system's reason.

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

std::string read_file(const std::filesystem::path& path);

// Writes to a temporary file beside `path`, syncs it and renames it over `path`:
// a reader sees the old bytes or the new, never half. A full disk leaves the old file as it was.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace entente
