#pragma once
// A Cypher query over the knowledge graph, answered as a table.

#include <string>
#include <string_view>
#include <vector>

#include "cypher/engine.h"
#include "query/news_graph.h"
#include "query/table.h"

namespace entente {

// A node is its entity's or article's id, a relationship its fact's id, a path the list of both in
// turn. Dates and times are ISO text; maps are in Cypher's notation.
Table cypher_table(const cypher::Result& result, const NewsGraph& graph);

// "name=value" of the command line. A number, true, false, null, a quoted string, a list and a map
// mean what they mean in Cypher; anything else is text. Throws Error{Fault::Usage} without a name.
void add_parameter(std::string_view assignment, cypher::Map& parameters);

}  // namespace entente
