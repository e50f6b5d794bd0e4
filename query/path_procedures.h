#pragma once
// What Cypher's patterns cannot say of paths in a graph of facts: routes that pass each entity
// once, with parallel facts as one step; the most certain ones; those in order of time.
//
//   CALL entente.paths(from, to, options) YIELD path, confidence, parallel
//     one row for each route, best first. In `path` each step is one fact, the one that is most
//     certain (weighted), comes first (inTimeOrder) or else has most sources; `parallel` is how
//     many facts each step has, `confidence` the product of those in the path.
//   CALL entente.reach(from, to, options) YIELD entities, connected
//     how many entities can be reached from `from`, itself included, and whether `to` is one
//
// `options` is a map: relations, types, states (lists of names), status, since, until, asOf
// (dates), minSources, not (list of ids) choose facts and entities as Filter and RouteRules have
// it; max (6), weighted, inTimeOrder, count (3; 0 = all of the best length), longer (false) choose
// routes. Without status all facts are meant.

#include "cypher/procedures.h"

namespace entente {

void add_path_procedures(cypher::Procedures& procedures);

}  // namespace entente
