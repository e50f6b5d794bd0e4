#include "extract/listed_talks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kCalls = {"call", "phone", "telephone", "teleconference", "videoconference"};
// Those who are the host's own: who joined them is not. Without such a word he may be an aide.
const Strings kOwn = {"team", "staff", "aide", "adviser", "advisor", "delegation", "cabinet"};
const Strings kMeetings = {"meeting",  "talk",       "roundtable", "discussion",
                           "briefing", "conference", "session",    "conversation"};

// The lemma's first token in the sentence that is one of these; nullopt = none.
std::optional<std::uint32_t> find_word(const Document& document, TokenRange range,
                                       const Strings& lemmas) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (lemmas.contains(document.tokens[i].lemma)) return i;
  }
  return std::nullopt;
}

// "joined" of "X was joined on the call by:", "Joining" of "Joining X at the meeting were:"
std::optional<std::uint32_t> joins(const Document& document, TokenRange range) {
  std::uint32_t end = range.end;
  while (end > range.begin && document.tokens[end - 1].tag == Tag::Punct) --end;
  if (end <= range.begin + 2) return std::nullopt;
  const std::string& last = document.tokens[end - 1].lower;
  if (document.tokens[range.begin].lower == "joining" && (last == "were" || last == "was"))
    return range.begin;
  if (last != "by") return std::nullopt;
  for (std::uint32_t i = range.begin + 1; i + 1 < end; ++i) {
    const std::string& before = document.tokens[i - 1].lower;
    if (document.tokens[i].lower == "joined" && (before == "was" || before == "were")) return i;
  }
  return std::nullopt;
}

// The first person of the sentence's words; nullopt = none stands before anybody else.
std::optional<Member> host_in(const Document& document, const std::vector<LocalEntity>& entities,
                              TokenRange range) {
  const auto phrase = first_from(document.phrases, range.begin);
  if (phrase == document.phrases.end() || phrase->tokens.begin >= range.end ||
      phrase->members.empty() || phrase->possessive)
    return std::nullopt;
  const Member& first = phrase->members.front();
  const bool person = entities[static_cast<std::size_t>(first.entity)].type == "person";
  return person ? std::optional(first) : std::nullopt;
}

}  // namespace

std::vector<ListedTalk> find_listed_talks(const Document& document,
                                          const std::vector<LocalEntity>& entities) {
  std::vector<ListedTalk> talks;
  for (const ListOfPeople& list : find_lists(document)) {
    const TokenRange range = document.sentences[list.heading].tokens;
    const auto word = joins(document, range);
    const bool call = find_word(document, range, kCalls).has_value();
    if (!word || !find_word(document, range, kOwn) ||
        (!call && !find_word(document, range, kMeetings)))
      continue;
    const bool behind = *word == range.begin;
    const auto host =
        host_in(document, entities,
                behind ? TokenRange{*word + 1, range.end} : TokenRange{range.begin, *word});
    if (!host) continue;
    for (Member& guest : listed_members(document, entities, list)) {
      if (guest.entity == host->entity) continue;
      talks.push_back(
          {sentence_of(document, guest.head.begin), {*word, *word + 1}, *host, guest, call});
    }
  }
  return talks;
}

}  // namespace entente
