#pragma once
// An Obsidian vault: a note for every entity and every article, linked by what is said. Source:
// https://help.obsidian.md (properties, internal links).

#include <string>
#include <vector>

#include "out/export.h"

namespace entente {

// "Index.md", "People/Ann Lind.md", "Articles/...": names that every file system takes, each once
// in the vault whatever the case of its letters, since a link says the name alone.
std::vector<ExportFile> obsidian_vault(const ExportInput& input);

}  // namespace entente
