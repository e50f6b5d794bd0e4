#pragma once
// FollowTheMoney, the model of Aleph and OpenSanctions: one entity a line in JSON. Source:
// https://followthemoney.tech

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// Entities by type; an occasion as Event with who was involved; an office as Position and
// Occupancy, memberships and marriages as such; all other facts as UnknownLink with the relation as
// role. A fact of a symmetric relation that its Event tells whole has no line of its own. Articles,
// and which entity stands in which (Documentation). Sentences are the `summary` of what they prove.
void write_followthemoney(std::ostream& out, const ExportInput& input);

}  // namespace entente
