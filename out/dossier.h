#pragma once
// A dossier in Markdown: every entity with what it is called and what is said of it, each with its
// sentences and where they stand. For a word processor or a static page.

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

void write_dossier(std::ostream& out, const ExportInput& input);

}  // namespace entente
