#pragma once
// The formats that a graph can be handed on in: one table, from which `export` and its help are
// made.

#include <string>
#include <string_view>
#include <vector>

#include "out/export_input.h"

namespace entente {

struct ExportFile {
  std::string name;  // within the folder, perhaps "subfolder/name"; empty when the format is one
                     // file
  std::string bytes;
};

struct ExportFormat {
  std::string_view name;         // as in --format: "gexf"
  std::string_view extension;    // that chooses it: ".gexf"
  bool folder = false;           // writes several files into a folder
  ExportOptions heeds;           // which options mean something to it
  std::string_view description;  // one line
  std::string_view hint;         // what to do with it, for a closing line; may be empty
  std::vector<ExportFile> (*write)(const ExportInput& input);
};

const std::vector<ExportFormat>& export_formats();
const ExportFormat* find_export_format(std::string_view name_or_extension);  // nullptr = unknown

}  // namespace entente
