#include "cypher/procedures.h"

namespace entente::cypher {
namespace {

std::string type_in_words(TypeSet types) {
  if (types == kAnyType) return "ANY";
  if (types == kNumber) return "NUMBER";
  std::string words;
  for (std::size_t i = 0; i < kTypes; ++i) {
    if ((types & only(static_cast<Type>(i))) == 0) continue;
    if (!words.empty()) words += " | ";
    for (const char c : to_string(static_cast<Type>(i))) {
      words += 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return words;
}

std::string in_words(const Procedure::Field& field) {
  return field.name + " :: " + type_in_words(field.types);
}

}  // namespace

std::string signature(const Procedure& procedure) {
  std::string text = procedure.name + '(';
  for (std::size_t i = 0; i < procedure.parameters.size(); ++i) {
    if (i > 0) text += ", ";
    text += in_words(procedure.parameters[i]);
    if (i + procedure.optional >= procedure.parameters.size()) text += " = null";
  }
  text += ") :: (";
  for (const Procedure::Field& field : procedure.results) {
    if (&field != &procedure.results.front()) text += ", ";
    text += in_words(field);
  }
  return text + ')';
}

void Procedures::add(Procedure procedure) {
  std::string name = procedure.name;
  procedures_.insert_or_assign(std::move(name), std::move(procedure));
}

const Procedure* Procedures::find(std::string_view name) const {
  const auto it = procedures_.find(name);
  return it == procedures_.end() ? nullptr : &it->second;
}

std::vector<const Procedure*> Procedures::all() const {
  std::vector<const Procedure*> all;
  for (const auto& [name, procedure] : procedures_) all.push_back(&procedure);
  return all;
}

}  // namespace entente::cypher
