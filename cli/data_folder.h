#pragma once
// Where the ontology, the word lists and the styles lie.

#include <filesystem>

namespace entente {

// $ENTENTE_DATA, else share/entente beside the program's bin, else the source tree that the program
// was built from. Throws Error{Fault::System} when none of them holds an ontology.
std::filesystem::path data_folder();

}  // namespace entente
