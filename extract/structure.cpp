#include "extract/structure.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "extract/affiliations.h"
#include "extract/between.h"
#include "extract/capitals.h"
#include "extract/held_posts.h"
#include "extract/listed.h"
#include "extract/listed_talks.h"
#include "extract/parts.h"
#include "extract/predicate_posts.h"
#include "extract/seats.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr std::array<std::string_view, 17> kRules = {
    "title",      "apposition", "predicate",   "inside",         "owner",      "within",
    "seat",       "kin",        "affiliation", "presence",       "backed",     "settlement",
    "membership", "listed",     "alliance",    "listed-meeting", "listed-call"};

std::vector<StructuralFact> find_guests(const Document& document,
                                        const std::vector<LocalEntity>& entities) {
  static const Strings kComing = {"will", "expected", "invited", "scheduled", "due", "confirmed"};
  std::vector<StructuralFact> facts;
  for (const ListedGuest& found : find_listed_guests(document, entities)) {
    StructuralFact fact;
    fact.sentence = found.sentence;
    fact.subject = found.guest.entity;
    fact.object = found.event_entity;
    fact.subject_words = found.guest.head;
    fact.trigger = found.guest.head;
    fact.links = found.guest.links;
    fact.object_words = found.event;
    if (found.sentence != found.heading) {  // from the name to the words above it, to the event
      fact.object_words = found.guest.head;
      fact.links = {{span_of(document, found.guest.head), span_of(document, found.word), "list"},
                    {span_of(document, found.word), span_of(document, found.event), "list"}};
    }
    const TokenRange range = document.sentences[found.heading].tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (kComing.contains(document.tokens[i].lower)) fact.status = Status::Planned;
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

// Leads from the name in the list to the words above it, and from there to who is named there.
std::vector<StructuralFact> find_talks(const Document& document,
                                       const std::vector<LocalEntity>& entities, bool call) {
  std::vector<StructuralFact> facts;
  for (const ListedTalk& found : find_listed_talks(document, entities)) {
    if (found.call != call) continue;
    StructuralFact fact;
    fact.sentence = found.sentence;
    fact.subject = found.guest.entity;
    fact.object = found.host.entity;
    fact.subject_words = fact.object_words = fact.trigger = found.guest.head;
    fact.links = {{span_of(document, found.guest.head), span_of(document, found.word), "list"},
                  {span_of(document, found.word), span_of(document, found.host.head), "list"}};
    fact.links.insert(fact.links.end(), found.host.links.begin(), found.host.links.end());
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace

StructuralFact fact_of(const Document& document, const Mention& subject, const Mention& object,
                       TokenRange trigger, double confidence) {
  StructuralFact fact;
  fact.sentence = subject.sentence;
  fact.subject = subject.entity;
  fact.object = object.entity;
  fact.subject_words = subject.tokens;
  fact.object_words = object.tokens;
  fact.trigger = trigger;
  fact.links = capital_links(document, object);
  fact.confidence = confidence;
  return fact;
}

bool is_structural_rule(std::string_view name) {
  return std::find(kRules.begin(), kRules.end(), name) != kRules.end();
}

std::vector<StructuralFact> find_structural(const Document& document,
                                            const std::vector<LocalEntity>& entities,
                                            const Words& words, std::string_view rule) {
  if (rule == "title") return find_held_posts(document, entities, words, true);
  if (rule == "apposition") return find_held_posts(document, entities, words, false);
  if (rule == "presence" || rule == "backed") return {};  // read in facts.cpp
  if (rule == "predicate") return find_predicate_posts(document, entities, words);
  if (rule == "affiliation") return find_affiliations(document, entities, words);
  if (rule == "inside") return find_inner_parts(document, entities);
  if (rule == "owner") return find_owned_parts(document, entities);
  if (rule == "kin") return find_kin(document, entities, words);
  if (rule == "settlement") return find_settlements(document, entities);
  if (rule == "listed") return find_guests(document, entities);
  if (rule == "alliance") return find_alliances(document, entities);
  if (rule == "listed-meeting") return find_talks(document, entities, false);
  if (rule == "listed-call") return find_talks(document, entities, true);
  if (rule == "membership") return find_memberships(document, entities);
  return find_seats(document, entities, rule == "seat");
}

}  // namespace entente
