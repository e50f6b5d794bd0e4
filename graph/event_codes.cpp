// The relation's codes, refined by the words of the trigger. Tested by event_codes_test.cpp.

#include "graph/event_codes.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

// The folded words that state the fact in this sentence, with a blank at both ends. A graph file
// may lie about its spans.
std::string trigger_words(const Evidence& evidence) {
  const Span sentence = evidence.sentence;
  const Span trigger = evidence.trigger;
  const bool inside = sentence.begin <= trigger.begin && trigger.begin <= trigger.end &&
                      trigger.end - sentence.begin <= evidence.quote.size();
  if (!inside) return " ";
  const Span within{trigger.begin - sentence.begin, trigger.end - sentence.begin};
  return ' ' + fold(slice(evidence.quote, within)) + ' ';
}

bool has_word(std::string_view words, std::string_view wanted) {
  const bool open = wanted.ends_with('*');
  const std::string_view stem = wanted.substr(0, wanted.size() - (open ? 1 : 0));
  return words.find(' ' + std::string(stem) + (open ? "" : " ")) != std::string_view::npos;
}

EventCodes codes_by_trigger(const Relation& relation, const Fact& fact) {
  if (relation.trigger_codes.empty()) return relation.codes;
  for (const Evidence& evidence : fact.evidence) {
    const std::string words = trigger_words(evidence);
    for (const TriggerCodes& some : relation.trigger_codes) {
      if (std::ranges::any_of(some.words,
                              [&](const auto& word) { return has_word(words, word); })) {
        return some.codes;
      }
    }
  }
  return relation.codes;
}

}  // namespace

EventCodes event_codes(const Relation& relation, const Fact& fact) {
  const EventCodes codes = codes_by_trigger(relation, fact);
  const PloverCategory* category = plover_category(codes.plover);
  if (fact.status != Status::Planned || category == nullptr || category->intent.empty()) {
    return codes;
  }
  if (codes.plover == "AGREE") return codes;  // an intention already
  return {"AGREE", "", std::string(category->intent)};
}

std::string_view event_context(Status status) {
  switch (status) {
    case Status::Happened:
      return "";
    case Status::Planned:
      return "future";
    case Status::Denied:
      return "negation";
    case Status::Hypothetical:
      return "hypothetical";
  }
  return "";
}

}  // namespace entente
