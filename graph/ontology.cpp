#include "graph/ontology.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>
#include <sstream>
#include <utility>

#include "base/error.h"
#include "base/files.h"

namespace entente {
namespace {

// One TOML file while it is read; every complaint names its line.
struct TomlFile {
  std::string name;
  toml::table root;
};

[[noreturn]] void refuse(const TomlFile& file, const toml::source_region& at,
                         const std::string& message) {
  throw Error(Fault::Input, Place{file.name, at.begin.line, at.begin.column}, message);
}

TomlFile read_toml(const std::filesystem::path& path) {
  const std::string bytes = read_file(path);
  try {
    return TomlFile{path.string(), toml::parse(bytes, path.string())};
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    throw Error(Fault::Input, Place{path.string(), at.line, at.column},
                std::string(error.description()));
  }
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void check_keys(const TomlFile& file, const toml::table& table,
                std::initializer_list<std::string_view> known) {
  for (auto&& [key, node] : table) {
    if (std::ranges::find(known, key.str()) != known.end()) continue;
    refuse(file, key.source(),
           "unknown key \"" + std::string(key.str()) +
               "\"; known keys: " + join({known.begin(), known.end()}));
  }
}

const toml::node& need(const TomlFile& file, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) refuse(file, table.source(), "missing key \"" + std::string(key) + "\"");
  return *node;
}

std::string text_of(const TomlFile& file, const toml::node& node, std::string_view what) {
  const auto text = node.value_exact<std::string>();
  if (!text || text->empty()) {
    refuse(file, node.source(), std::string(what) + ": expected a text in quotes, not empty");
  }
  return *text;
}

std::string need_text(const TomlFile& file, const toml::table& table, std::string_view key) {
  return text_of(file, need(file, table, key), key);
}

bool flag(const TomlFile& file, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<bool>();
  if (!value) refuse(file, node->source(), std::string(key) + ": expected true or false");
  return *value;
}

const toml::array& list_of(const TomlFile& file, const toml::node& node, std::string_view key) {
  const toml::array* list = node.as_array();
  if (list == nullptr) refuse(file, node.source(), std::string(key) + ": expected a list [...]");
  return *list;
}

// The tables of `[[key]]`; none where the key is absent.
std::vector<const toml::table*> tables_of(const TomlFile& file, std::string_view key) {
  std::vector<const toml::table*> tables;
  const toml::node* node = file.root.get(key);
  if (node == nullptr) return tables;
  for (const toml::node& element : list_of(file, *node, key)) {
    const toml::table* table = element.as_table();
    if (table == nullptr) {
      refuse(file, element.source(), "expected [[" + std::string(key) + "]]");
    }
    tables.push_back(table);
  }
  return tables;
}

// Words that stand for each other in a pattern, by the name under which "<name>" takes them in:
// "sell|buy|lease".
using WordLists = std::map<std::string, std::string, std::less<>>;

bool names_list(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

// Adds the lists of `[words]`, texts of words between white space. No name may come twice.
void read_words(const TomlFile& file, WordLists& lists) {
  const toml::node* node = file.root.get("words");
  if (node == nullptr) return;
  const toml::table* table = node->as_table();
  if (table == nullptr) refuse(file, node->source(), "expected [words]");
  for (auto&& [key, value] : *table) {
    if (!names_list(key.str()))
      refuse(file, key.source(), "the name of a list is written in small letters and hyphens");
    std::string alternatives;
    std::istringstream words(text_of(file, value, key.str()));
    for (std::string word; words >> word;) alternatives += (alternatives.empty() ? "" : "|") + word;
    if (alternatives.empty()) refuse(file, value.source(), "a list without a word");
    if (!lists.emplace(key.str(), std::move(alternatives)).second)
      refuse(file, key.source(), "list \"" + std::string(key.str()) + "\" is there twice");
  }
}

// `pattern` with the words of each "<name>" in its place.
std::string with_words(const TomlFile& file, const toml::node& node, std::string_view pattern,
                       const WordLists& lists) {
  std::string text;
  for (std::size_t open; (open = pattern.find('<')) != pattern.npos;) {
    const std::size_t close = pattern.find('>', open);
    const std::string_view name =
        close == pattern.npos ? pattern.substr(open) : pattern.substr(open + 1, close - open - 1);
    const auto list = lists.find(name);
    if (list == lists.end()) {
      refuse(file, node.source(),
             "found \"" + std::string(name) + "\", expected the name of a list of [words]");
    }
    text.append(pattern.substr(0, open)).append(list->second);
    pattern.remove_prefix(close + 1);
  }
  return text.append(pattern);
}

// Every list of the file's own must be of use.
void check_use(const TomlFile& file) {
  const toml::table* lists = file.root["words"].as_table();
  if (lists == nullptr) return;
  for (auto&& [key, value] : *lists) {
    const std::string taken = "<" + std::string(key.str()) + ">";
    const bool used = std::ranges::any_of(
        list_of(file, need(file, file.root, "patterns"), "patterns"), [&](const toml::node& node) {
          return text_of(file, node, "patterns").find(taken) != std::string::npos;
        });
    if (!used) refuse(file, key.source(), "no pattern takes " + taken);
  }
}

std::vector<EntityType> read_types(const TomlFile& file) {
  check_keys(file, file.root, {"type", "words"});
  std::vector<EntityType> types;
  for (const toml::table* table : tables_of(file, "type")) {
    check_keys(file, *table, {"name", "label", "plural", "actor"});
    EntityType type{need_text(file, *table, "name"), need_text(file, *table, "label"),
                    need_text(file, *table, "plural"), flag(file, *table, "actor")};
    if (std::ranges::find(types, type.name, &EntityType::name) != types.end()) {
      refuse(file, table->source(), "type \"" + type.name + "\" is there twice");
    }
    types.push_back(std::move(type));
  }
  if (types.empty()) throw Error(Fault::Input, Place{file.name}, "no [[type]] in it");
  return types;
}

std::vector<std::string> read_ends(const TomlFile& file, std::string_view key,
                                   const std::vector<EntityType>& types) {
  const toml::array& list = list_of(file, need(file, file.root, key), key);
  std::vector<std::string> ends;
  for (const toml::node& node : list) {
    ends.push_back(text_of(file, node, key));
    if (std::ranges::find(types, ends.back(), &EntityType::name) != types.end()) continue;
    std::string known;
    for (const EntityType& type : types) known += (known.empty() ? "" : ", ") + type.name;
    refuse(file, node.source(), "unknown type \"" + ends.back() + "\"; known types: " + known);
  }
  if (ends.empty()) refuse(file, list.source(), std::string(key) + ": expected at least one type");
  return ends;
}

std::vector<RelationPattern> read_patterns(const TomlFile& file, WordLists lists) {
  read_words(file, lists);
  check_use(file);
  std::vector<RelationPattern> patterns;
  for (const toml::node& node : list_of(file, need(file, file.root, "patterns"), "patterns")) {
    patterns.push_back(
        {with_words(file, node, text_of(file, node, "patterns"), lists), node.source().begin.line});
  }
  return patterns;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// "Xi | visited | Hanoi", perhaps with more fields: the three must be there, the middle one is
// `relation`.
void check_example_fact(const TomlFile& file, const toml::node& node, std::string_view fact,
                        std::string_view relation) {
  const std::size_t first = fact.find('|');
  const std::size_t second = first == fact.npos ? first : fact.find('|', first + 1);
  if (second == fact.npos || trim(fact.substr(0, first)).empty() ||
      trim(fact.substr(second + 1)).empty()) {
    refuse(file, node.source(),
           "expected \"subject | " + std::string(relation) + " | object\", found \"" +
               std::string(fact) + "\"");
  }
  const std::string_view named = trim(fact.substr(first + 1, second - first - 1));
  if (named == relation) return;
  refuse(file, node.source(),
         "example of another relation: \"" + std::string(named) + "\"; expected \"" +
             std::string(relation) + "\"");
}

std::vector<RelationExample> read_examples(const TomlFile& file, std::string_view relation) {
  std::vector<RelationExample> examples;
  for (const toml::table* table : tables_of(file, "example")) {
    check_keys(file, *table, {"text", "facts"});
    RelationExample example{need_text(file, *table, "text"), {}, table->source().begin.line};
    for (const toml::node& node : list_of(file, need(file, *table, "facts"), "facts")) {
      example.facts.push_back(text_of(file, node, "facts"));
      check_example_fact(file, node, example.facts.back(), relation);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::string read_phrase(const TomlFile& file) {
  std::string phrase = need_text(file, file.root, "phrase");
  for (const std::string_view end : {"{subject}", "{object}"}) {
    if (phrase.find(end) != std::string::npos) continue;
    refuse(file, need(file, file.root, "phrase").source(),
           "phrase: expected {subject} and {object} in it, found \"" + phrase + "\"");
  }
  return phrase;
}

// The text of `key`, where it is there.
std::string maybe_text(const TomlFile& file, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  return node == nullptr ? std::string() : text_of(file, *node, key);
}

void check_category(const TomlFile& file, const toml::table& table, const std::string& name) {
  if (name.empty() || plover_category(name) != nullptr) return;
  std::string known;
  for (const PloverCategory& category : plover_categories()) {
    known += (known.empty() ? "" : ", ") + std::string(category.name);
  }
  refuse(file, table.get("plover")->source(),
         "unknown category \"" + name + "\"; known categories: " + known);
}

// 01 to 20, and digits that tell more.
void check_cameo(const TomlFile& file, const toml::table& table, const std::string& code) {
  if (code.empty()) return;
  const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
  const bool right = digits && code.size() >= 2 && code.size() <= 4 && code.substr(0, 2) >= "01" &&
                     code.substr(0, 2) <= "20";
  if (right) return;
  refuse(file, table.get("cameo")->source(),
         "cameo: expected a code such as \"04\" or \"1053\", found \"" + code + '"');
}

EventCodes read_codes(const TomlFile& file, const toml::table& table) {
  EventCodes codes{maybe_text(file, table, "plover"), maybe_text(file, table, "mode"),
                   maybe_text(file, table, "cameo")};
  check_category(file, table, codes.plover);
  check_cameo(file, table, codes.cameo);
  return codes;
}

// `[[code]]`: what it does not say is as in `usual`.
std::vector<TriggerCodes> read_trigger_codes(const TomlFile& file, const EventCodes& usual) {
  std::vector<TriggerCodes> all;
  for (const toml::table* table : tables_of(file, "code")) {
    check_keys(file, *table, {"words", "plover", "mode", "cameo"});
    TriggerCodes some{{}, read_codes(file, *table)};
    for (const toml::node& node : list_of(file, need(file, *table, "words"), "words")) {
      some.words.push_back(text_of(file, node, "words"));
    }
    if (some.codes.plover.empty()) some.codes.plover = usual.plover;
    if (some.codes.cameo.empty()) some.codes.cameo = usual.cameo;
    all.push_back(std::move(some));
  }
  return all;
}

std::optional<Occasion> read_occasion(const TomlFile& file, bool symmetric, bool state) {
  const toml::node* node = file.root.get("occasion");
  if (node == nullptr) return std::nullopt;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    refuse(file, node->source(),
           "occasion: expected { kind = \"...\", subject = \"...\", object = \"...\" }");
  }
  check_keys(file, *table, {"kind", "subject", "object", "about_object"});
  Occasion occasion{need_text(file, *table, "kind"), need_text(file, *table, "subject"),
                    need_text(file, *table, "object"), flag(file, *table, "about_object")};
  if (occasion.kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string::npos) {
    refuse(file, table->get("kind")->source(),
           "kind: expected small letters and hyphens, found \"" + occasion.kind + "\"");
  }
  if (state) refuse(file, node->source(), "a lasting state is no occasion");
  if (symmetric && occasion.subject != occasion.object) {
    refuse(file, node->source(), "a symmetric relation needs the same role at both ends");
  }
  return occasion;
}

Relation read_relation(const std::filesystem::path& path, const std::vector<EntityType>& types,
                       const WordLists& shared) {
  const TomlFile file = read_toml(path);
  const toml::table& root = file.root;
  check_keys(file, root,
             {"label", "phrase", "symmetric", "state", "occasion", "subject", "object", "plover",
              "mode", "cameo", "patterns", "words", "example", "code"});
  Relation relation;
  relation.name = path.stem().string();
  relation.label = need_text(file, root, "label");
  relation.phrase = read_phrase(file);
  relation.symmetric = flag(file, root, "symmetric");
  relation.state = flag(file, root, "state");
  relation.occasion = read_occasion(file, relation.symmetric, relation.state);
  relation.subjects = read_ends(file, "subject", types);
  relation.objects = read_ends(file, "object", types);
  relation.codes = read_codes(file, root);
  relation.trigger_codes = read_trigger_codes(file, relation.codes);
  relation.patterns = read_patterns(file, shared);
  relation.examples = read_examples(file, relation.name);
  relation.file = file.name;
  if (relation.symmetric && relation.subjects != relation.objects) {
    refuse(file, need(file, root, "symmetric").source(),
           "a symmetric relation needs the same types at both ends");
  }
  return relation;
}

std::vector<std::filesystem::path> relation_files(const std::filesystem::path& folder) {
  std::error_code problem;
  std::vector<std::filesystem::path> paths;
  auto entry = std::filesystem::directory_iterator(folder, problem);
  for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
    if (entry->path().extension() == ".toml") paths.push_back(entry->path());
  }
  if (problem) throw Error(Fault::System, Place{folder.string()}, problem.message());
  return paths;
}

}  // namespace

// Categories and their order: the PLOVER manual, 0.7; codes: its table CAMEO2PLOVER.
const std::array<PloverCategory, 16>& plover_categories() {
  static constexpr std::array<PloverCategory, 16> categories = {{
      {"AGREE", "verbal cooperation", "030"},
      {"CONSULT", "verbal cooperation", "036"},
      {"SUPPORT", "verbal cooperation", "032"},
      {"CONCEDE", "verbal cooperation", "035"},
      {"COOPERATE", "material cooperation", "031"},
      {"AID", "material cooperation", "033"},
      {"RETREAT", "material cooperation", "035"},
      {"REQUEST", "verbal conflict", ""},
      {"ACCUSE", "verbal conflict", ""},
      {"REJECT", "verbal conflict", ""},
      {"THREATEN", "verbal conflict", ""},
      {"PROTEST", "material conflict", ""},
      {"SANCTION", "material conflict", ""},
      {"MOBILIZE", "material conflict", ""},
      {"COERCE", "material conflict", ""},
      {"ASSAULT", "material conflict", ""},
  }};
  return categories;
}

const PloverCategory* plover_category(std::string_view name) {
  const auto found = std::ranges::find(plover_categories(), name, &PloverCategory::name);
  return found == plover_categories().end() ? nullptr : &*found;
}

const EntityType* Ontology::type(std::string_view name) const {
  const auto found = std::ranges::find(types, name, &EntityType::name);
  return found == types.end() ? nullptr : &*found;
}

const Relation* Ontology::relation(std::string_view name) const {
  const auto found = std::ranges::lower_bound(
      relations, name, {}, [](const Relation& r) -> std::string_view { return r.name; });
  return found != relations.end() && found->name == name ? &*found : nullptr;
}

Ontology load_ontology(const std::filesystem::path& data) {
  Ontology ontology;
  const TomlFile file = read_toml(data / "ontology.toml");
  ontology.types = read_types(file);
  WordLists shared;
  read_words(file, shared);
  for (const std::filesystem::path& path : relation_files(data / "relations")) {
    ontology.relations.push_back(read_relation(path, ontology.types, shared));
  }
  std::ranges::sort(ontology.relations, {}, &Relation::name);
  return ontology;
}

std::string place_of_rule(const Ontology& ontology, std::string_view rule) {
  const std::size_t slash = rule.rfind('/');
  if (slash == rule.npos) return "";
  const Relation* relation = ontology.relation(rule.substr(0, slash));
  std::size_t number = 0;
  const std::string_view digits = rule.substr(slash + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  if (relation == nullptr || !whole || number == 0 || number > relation->patterns.size()) return "";
  const std::filesystem::path file(relation->file);
  return (file.parent_path().filename() / file.filename()).string() + ':' +
         std::to_string(relation->patterns[number - 1].line);
}

}  // namespace entente
