#include "cli/summary.h"

#include "base/utf8.h"
#include "cli/story.h"

namespace entente {

std::string build_summary(const BuildCounts& counts, const Totals& totals,
                          const std::string& file) {
  std::string kinds;
  const auto add = [&](std::size_t number, const std::string& what) {
    if (number > 0) kinds += (kinds.empty() ? "" : ", ") + std::to_string(number) + ' ' + what;
  };
  add(counts.added, "new");
  add(counts.changed, "changed");
  add(counts.read_anew, "read anew");
  add(counts.as_before, "as before");
  std::string line = count(counts.articles(), "article", "articles") + " read (" + kinds + ")";
  if (counts.skipped > 0) line += ", " + std::to_string(counts.skipped) + " skipped";
  return line + what_is_there(totals, file);
}

std::string what_is_there(const Totals& totals, const std::string& file) {
  return ": " + count(totals.entities, "entity", "entities") + ", " +
         count(totals.facts, "fact", "facts") + " -> " + printable(file);
}

}  // namespace entente
