#include "out/style.h"

#include <cmath>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/scratch.h"

using namespace entente;
using namespace entente::test;

namespace {

// What load_style says of the data file with `from` replaced by `to`; empty when it is content.
std::string complaint(const std::string& from, const std::string& to) {
  std::string text = read_file(std::filesystem::path(ENTENTE_DATA_DIR) / "style.toml");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const Scratch folder;
  write_file(folder / "style.toml", text);
  try {
    load_style(folder.path(), sample_ontology());
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("every type and relation has a style, and labels can be read on white") {
  for (const auto& [name, edge] : sample_style().relations) {
    const auto channel = [&, &color = edge.color](std::size_t at) {
      const double c = std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
      return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    CAPTURE(name);
    CHECK(1.05 / (light + 0.05) >= 4.5);
  }
}

TEST_CASE("the style that comes with the program fits the ontology that comes with it") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  const Style style = load_style(ENTENTE_DATA_DIR, ontology);
  CHECK(style.types.size() == ontology.types.size());
  CHECK(style.relations.size() == ontology.relations.size());
}

TEST_CASE("a style with a gap, a stranger or a slip is refused with its place") {
  CHECK(complaint("visited ", "visited ").empty());
  CHECK(complaint("visited ", "visitd ").find("unknown relation \"visitd\"") != std::string::npos);
  CHECK(complaint("\nvisited ", "\n# visited ").find("no line for \"visited\"") !=
        std::string::npos);
  CHECK(complaint("\nparty ", "\nparrty ").find("unknown entity type \"parrty\"") !=
        std::string::npos);
  CHECK(complaint("#FBE8DD", "orange").find("\"orange\" is no colour") != std::string::npos);
  CHECK(complaint("dash = \"dashed\"", "dash = \"wavy\"").find("unknown dash \"wavy\"") !=
        std::string::npos);
  CHECK(complaint("font = \"DejaVu Sans\"", "").find("missing key \"font\"") != std::string::npos);
  CHECK(complaint("[types]", "[types").find("style.toml:") != std::string::npos);
  CHECK(complaint("shape = \"hexagon\"", "shape = \"a,label=x\"").find("no name of a shape") !=
        std::string::npos);
}
