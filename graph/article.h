#pragma once
// An article as the graph keeps it: what it says of itself, and its text.

#include <optional>
#include <string>

#include "base/date.h"

namespace entente {

struct Article {
  std::string id;   // the file's name as given, or the record's url
  std::string url;  // empty = not known
  std::string title;
  std::string outlet;
  std::string author;
  std::optional<DateRange> published;
  std::string published_from;  // where the date was found: "line 2", "article:published_time",
                               // "url"; empty = nowhere
  std::string text;            // UTF-8; all spans point into it
};

}  // namespace entente
