#include "out/style.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

// Of two colours, as WCAG 2 defines it: 1 to 21.
double contrast(const std::string& a, const std::string& b) {
  const auto light = [](const std::string& color) {
    const auto channel = [&](std::size_t at) {
      const double c = std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
      return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05;
  };
  return std::max(light(a), light(b)) / std::min(light(a), light(b));
}

}  // namespace

TEST_CASE("text stands out from what it stands on, and lines from the page, in every theme") {
  for (const char* theme : {"light", "dark", "print"}) {
    CAPTURE(theme);
    const Style style = load_style(ENTENTE_DATA_DIR, load_ontology(ENTENTE_DATA_DIR), theme);
    for (const std::string& text : {style.text, style.secondary}) {
      CHECK(contrast(text, style.ground) >= 4.5);
      CHECK(contrast(text, style.panel) >= 4.5);
    }
    for (const auto& [name, node] : style.types) {
      CAPTURE(name);
      CHECK(contrast(style.text, node.fill) >= 4.5);
      CHECK(contrast(style.secondary, node.fill) >= 4.5);
      CHECK(contrast(node.stroke, style.ground) >= 3);
      CHECK(contrast(node.stroke, node.fill) >= 3);
    }
    for (const auto& [name, edge] : style.relations) {
      CAPTURE(name);
      CHECK(contrast(edge.color, style.ground) >= 4.5);
      CHECK(contrast(edge.color, style.panel) >= 4.5);
    }
  }
}

TEST_CASE("the print theme has no colours") {
  const Style style = load_style(ENTENTE_DATA_DIR, load_ontology(ENTENTE_DATA_DIR), "print");
  std::vector<std::string> all = {style.ground, style.panel, style.faint, style.text,
                                  style.secondary};
  for (const auto& [name, node] : style.types) {
    all.push_back(node.fill);
    all.push_back(node.stroke);
  }
  for (const auto& [name, edge] : style.relations) all.push_back(edge.color);
  for (const std::string& color : all) {
    CAPTURE(color);
    CHECK(color.substr(1, 2) == color.substr(3, 2));
    CHECK(color.substr(3, 2) == color.substr(5, 2));
  }
}

TEST_CASE("an unknown theme is refused with those there are") {
  try {
    load_style(ENTENTE_DATA_DIR, sample_ontology(), "drak");
    FAIL("there is no such theme");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Usage);
    CHECK(std::string(error.what()).find("dark, light, print; did you mean \"dark\"?") !=
          std::string::npos);
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
  CHECK(complaint("\"#FBE8DD\"", "\"orange\"").find("\"orange\" is no colour") !=
        std::string::npos);
  CHECK(
      complaint("color = \"orange\"", "color = \"orangy\"").find("no colour \"orangy\"; known: ") !=
      std::string::npos);
  CHECK(complaint("dash = \"dashed\"", "dash = \"wavy\"").find("unknown dash \"wavy\"") !=
        std::string::npos);
  CHECK(complaint("font = \"DejaVu Sans\"", "").find("missing key \"font\"") != std::string::npos);
  CHECK(complaint("[types]", "[types").find("style.toml:") != std::string::npos);
  CHECK(complaint("shape = \"hexagon\"", "shape = \"a,label=x\"").find("no name of a shape") !=
        std::string::npos);
}
