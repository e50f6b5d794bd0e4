// Reads data/style.toml and checks it against the ontology.

#include "out/style.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "out/plain.h"
#include "query/suggest.h"

namespace entente {
namespace {

struct StyleFile {
  std::string name;
  toml::table root;
};

[[noreturn]] void refuse(const StyleFile& file, const toml::source_region& at,
                         const std::string& message) {
  throw Error(Fault::Input, Place{file.name, at.begin.line, at.begin.column}, message);
}

StyleFile read_style(const std::filesystem::path& path) {
  const std::string bytes = read_file(path);
  try {
    return StyleFile{path.string(), toml::parse(bytes, path.string())};
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    throw Error(Fault::Input, Place{path.string(), at.line, at.column},
                std::string(error.description()));
  }
}

std::string text(const StyleFile& file, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) refuse(file, table.source(), "missing key \"" + std::string(key) + "\"");
  const auto value = node->value_exact<std::string>();
  if (!value) refuse(file, node->source(), "\"" + std::string(key) + "\" must be a string");
  return *value;
}

std::string color(const StyleFile& file, const toml::table& table, std::string_view key) {
  const std::string value = text(file, table, key);
  const bool good = value.size() == 7 && value[0] == '#' &&
                    value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  if (!good) {
    refuse(file, table.get(key)->source(),
           "\"" + value + "\" is no colour of the form \"#1F2933\"");
  }
  return value;
}

// A word that goes into a Graphviz attribute as it stands.
std::string word(const StyleFile& file, const toml::table& table, std::string_view key) {
  const std::string value = text(file, table, key);
  if (value.empty() ||
      value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos) {
    refuse(file, table.get(key)->source(), "\"" + value + "\" is no name of a shape or dash");
  }
  return value;
}

const toml::table& section(const StyleFile& file, const toml::table& within, std::string_view key) {
  const toml::node* node = within.get(key);
  if (node == nullptr || !node->is_table()) {
    refuse(file, within.source(), "missing table [" + std::string(key) + "]");
  }
  return *node->as_table();
}

const toml::table& entry(const StyleFile& file, const toml::key& key, const toml::node& node) {
  if (!node.is_table()) {
    refuse(file, node.source(), "\"" + std::string(key.str()) + "\" must be a table");
  }
  return *node.as_table();
}

struct Color {
  std::string line;
  std::string fill;
};

// What the names of colours stand for in one theme.
class Palette {
 public:
  Palette(const StyleFile& file, const toml::table& theme) : file_(file) {
    for (auto&& [key, node] : section(file, theme, "colors")) {
      const toml::table& one = entry(file, key, node);
      colors_[std::string(key.str())] = {color(file, one, "line"), color(file, one, "fill")};
    }
  }

  // The colour that the `color` of `table` names.
  const Color& of(const toml::table& table) const {
    const std::string name = text(file_, table, "color");
    const auto known = colors_.find(name);
    if (known != colors_.end()) return known->second;
    std::vector<std::string> names;
    for (const auto& [one, colors] : colors_) names.push_back(one);
    refuse(file_, table.get("color")->source(),
           "the theme has no colour \"" + name + "\"; known: " + join(names, ", "));
  }

 private:
  const StyleFile& file_;
  std::map<std::string, Color, std::less<>> colors_;
};

const toml::table& theme_of(const StyleFile& file, std::string_view name) {
  const toml::table& themes = section(file, file.root, "themes");
  if (themes.contains(name)) return section(file, themes, name);
  std::vector<std::string> known;
  for (auto&& [key, node] : themes) known.emplace_back(key.str());
  throw Error(Fault::Usage, "unknown theme \"" + printable(name) + "\"; known: " +
                                join(known, ", ") + did_you_mean(suggest(name, known)));
}

EdgeStyle edge_style(const StyleFile& file, const toml::table& table, const Palette& palette) {
  EdgeStyle style{palette.of(table).line, word(file, table, "dash")};
  if (style.dash != "solid" && style.dash != "dashed" && style.dash != "dotted") {
    refuse(file, table.get("dash")->source(),
           "unknown dash \"" + style.dash + "\"; known: solid, dashed, dotted");
  }
  return style;
}

template <typename Known, typename Styles>
void check_all_styled(const StyleFile& file, const Known& known, const Styles& styles,
                      std::string_view what) {
  for (const auto& one : known) {
    if (styles.contains(one.name)) continue;
    refuse(file, section(file, file.root, what).source(),
           "[" + std::string(what) + "] has no line for \"" + one.name + "\" of the ontology");
  }
}

}  // namespace

Style load_style(const std::filesystem::path& data, const Ontology& ontology,
                 std::string_view theme) {
  const StyleFile file = read_style(data / "style.toml");
  const toml::table& look = theme_of(file, theme);
  const Palette palette(file, look);
  Style style;
  style.font = text(file, file.root, "font");
  style.ground = color(file, look, "ground");
  style.panel = color(file, look, "panel");
  style.faint = color(file, look, "faint");
  style.text = color(file, look, "text");
  style.secondary = color(file, look, "secondary");
  for (auto&& [key, node] : section(file, file.root, "types")) {
    const std::string name(key.str());
    if (ontology.type(name) == nullptr) {
      refuse(file, key.source(), "unknown entity type \"" + name + "\"");
    }
    const toml::table& table = entry(file, key, node);
    const Color& colors = palette.of(table);
    style.types[name] = {word(file, table, "shape"), colors.fill, colors.line};
  }
  for (auto&& [key, node] : section(file, file.root, "relations")) {
    const std::string name(key.str());
    if (ontology.relation(name) == nullptr) {
      refuse(file, key.source(), "unknown relation \"" + name + "\"");
    }
    style.relations[name] = edge_style(file, entry(file, key, node), palette);
  }
  check_all_styled(file, ontology.types, style.types, "types");
  check_all_styled(file, ontology.relations, style.relations, "relations");
  return style;
}

std::string paler(const std::string& color, const Style& style) {
  const auto part_of = [](const std::string& of, std::size_t at) {
    unsigned part = 0;
    std::from_chars(of.data() + at, of.data() + at + 2, part, 16);
    return part;
  };
  std::string result = "#";
  for (std::size_t at = 1; at < 7; at += 2) {
    const unsigned mixed = (part_of(color, at) + part_of(style.ground, at)) / 2;
    result += "0123456789ABCDEF"[mixed / 16];
    result += "0123456789ABCDEF"[mixed % 16];
  }
  return result;
}

}  // namespace entente
