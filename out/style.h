#pragma once
// Shapes and colours: data/style.toml.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "graph/ontology.h"

namespace entente {

struct NodeStyle {
  std::string shape;   // a Graphviz shape, or "rounded": a box with round corners
  std::string fill;    // "#rrggbb"
  std::string stroke;  // "#rrggbb"
};

struct EdgeStyle {
  std::string color;  // "#rrggbb"
  std::string dash;   // "solid", "dashed", "dotted"
};

struct Style {
  std::map<std::string, NodeStyle, std::less<>> types;      // every type of the ontology
  std::map<std::string, EdgeStyle, std::less<>> relations;  // every relation of the ontology
  std::string font;
  std::string ground;     // "#rrggbb", as all below: the page
  std::string panel;      // what a group of entities lies on
  std::string faint;      // its outline, thin rules
  std::string text;       // names
  std::string secondary;  // second lines and captions
};

// `theme`: one of the file's, "light", "dark" or "print". Throws Error{Fault::Usage} for one that
// it does not have. Throws Error with file and line when a type or relation of `ontology` is
// missing, or one is unknown.
Style load_style(const std::filesystem::path& data, const Ontology& ontology,
                 std::string_view theme = "light");

// Half-way to the page: what is planned, denied or only imagined is paler than what happened.
std::string paler(const std::string& color, const Style& style);

}  // namespace entente
