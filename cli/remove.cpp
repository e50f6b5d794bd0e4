// `entente remove`: articles out, and what they alone said.

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/session.h"
#include "cli/story.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "graph/store.h"
#include "query/names.h"
#include "query/suggest.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

// All or nothing: one unknown id, and the graph stays as it is.
void check_known(const std::vector<std::string>& ids, const Store& store) {
  std::vector<std::string> known;
  for (const ArticleStamp& stamp : store.stamps()) known.push_back(stamp.id);
  for (const std::string& id : ids) {
    if (std::binary_search(known.begin(), known.end(), id)) continue;
    throw NotFound{"no article has the id \"" + printable(id) + '"' +
                   did_you_mean(suggest(id, known)) + "; nothing was removed"};
  }
}

}  // namespace

int run_remove(Session& session) {
  std::string graph;
  std::vector<std::string> ids;
  session.options.add_option("GRAPH", graph, "a graph that `entente build` made")->required();
  session.options.add_option("ARTICLE", ids, "ids, as `entente articles` lists them")->required();
  if (!session.parse()) return kDone;
  if (!fs::exists(graph)) throw Error(Fault::System, Place{graph}, "no such file");
  const Ontology ontology = load_ontology(data_folder());
  Store store(graph, Store::Mode::Write);
  check_known(ids, store);
  std::size_t removed = 0;
  for (const std::string& id : ids) removed += store.remove(id) ? 1 : 0;
  tell_warnings(session.terminal, store.fold(ontology));
  if (!session.terminal.quiet) {
    session.say(count(removed, "article", "articles") + " removed" +
                what_is_there(store.totals(), graph));
  }
  return kDone;
}

}  // namespace entente
