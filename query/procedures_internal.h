#pragma once
// What the files of procedures share. Not for others: their door is procedures.h.

#include <chrono>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/error.h"
#include "query/procedures.h"

namespace entente {

// The options of a procedure: a map, or null for none. All throw cypher::Failure for a value of
// another type than is asked for.
class OptionMap {
 public:
  // `known`: all keys that the procedure takes.
  OptionMap(const cypher::Value& options, std::span<const std::string_view> known);

  std::string text(std::string_view key) const;                   // "" = not there
  std::vector<std::string> texts(std::string_view key) const;     // a list, or one text
  std::optional<std::int64_t> count(std::string_view key) const;  // positive
  // A date, or text such as '2024-08'; the first or the last day of it.
  std::optional<std::chrono::sys_days> first_day(std::string_view key) const;
  std::optional<std::chrono::sys_days> last_day(std::string_view key) const;
  // One of `words`; the first where the key is not there.
  std::string choice(std::string_view key, std::initializer_list<std::string_view> words) const;

 private:
  const cypher::Value* find(std::string_view key) const;
  cypher::Map map_;
};

[[noreturn]] void refuse_option(const std::string& message);

void add_text_procedures(cypher::Procedures& procedures, const SentenceSearcher& search);
void add_graph_procedures(cypher::Procedures& procedures);

}  // namespace entente
