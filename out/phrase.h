#pragma once
// A fact read aloud: the phrase of its relation, with names in it.

#include <map>
#include <string>
#include <string_view>

#include "graph/fact.h"
#include "graph/ontology.h"

namespace entente {

// "{subject} met {object}". An office is "{subject}: {title}, {object}", whether it is held now or
// was then; a relation that the ontology does not have, "{subject} its-name {object}".
std::string phrase_of(const Ontology& ontology, const Fact& fact);

// `phrase` with what `values` has for "subject", "object" and qualifiers, in one pass: a name may
// itself hold braces. What it has nothing for stays as it is.
std::string filled_phrase(std::string_view phrase,
                          const std::map<std::string, std::string>& values);

}  // namespace entente
