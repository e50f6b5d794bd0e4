// A fact read aloud: see phrase.h.

#include "out/phrase.h"

namespace entente {

std::string phrase_of(const Ontology& ontology, const Fact& fact) {
  if (fact.qualifiers.contains("title")) return "{subject}: {title}, {object}";
  const Relation* relation = ontology.relation(fact.relation);
  return relation != nullptr ? relation->phrase : "{subject} " + fact.relation + " {object}";
}

std::string filled_phrase(std::string_view phrase,
                          const std::map<std::string, std::string>& values) {
  std::string text;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t close = phrase[at] == '{' ? phrase.find('}', at) : std::string_view::npos;
    const auto value = close == std::string_view::npos
                           ? values.end()
                           : values.find(std::string(phrase.substr(at + 1, close - at - 1)));
    if (value != values.end()) {
      text += value->second;
      at = close + 1;
    } else {
      text += phrase[at++];
    }
  }
  return text;
}

}  // namespace entente
