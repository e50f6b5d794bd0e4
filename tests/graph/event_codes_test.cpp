#include "graph/event_codes.h"

#include <set>

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;

namespace {

EventCodes codes(const Ontology& ontology, Fact fact, const std::string& words = "") {
  Evidence& evidence = fact.evidence.front();
  if (!words.empty()) {
    evidence.quote = "They " + words + " it.";
    evidence.sentence = {100, 100 + static_cast<std::uint32_t>(evidence.quote.size())};
    evidence.trigger = {105, 105 + static_cast<std::uint32_t>(words.size())};
  }
  return event_codes(*ontology.relation(fact.relation), fact);
}

}  // namespace

TEST_CASE("issue 4: the relations cover all sixteen categories of PLOVER, each with a CAMEO code") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  std::set<std::string_view> all, covered;
  for (const PloverCategory& category : plover_categories()) all.insert(category.name);
  CHECK(all.size() == 16);
  for (const Relation& relation : ontology.relations) {
    CAPTURE(relation.name);
    const bool is_event = !relation.codes.plover.empty();
    CHECK(is_event == !relation.codes.cameo.empty());
    if (is_event) covered.insert(relation.codes.plover);
    for (const TriggerCodes& some : relation.trigger_codes) covered.insert(some.codes.plover);
    // What lasts but is done by nobody is no event.
    if (relation.name == "part-of" || relation.name == "spouse-of") CHECK_FALSE(is_event);
  }
  CHECK(covered == all);
}

TEST_CASE("the words that state a fact may tell its category and mode") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  const Fact eased = test::fact("country:a", "conceded-to", "country:b");
  CHECK(codes(ontology, eased, "apologized to") == EventCodes{"CONCEDE", "", "080"});
  CHECK(codes(ontology, eased, "has Released") == EventCodes{"RETREAT", "release", "0841"});
  const Fact held = test::fact("country:a", "coerced", "b");
  CHECK(codes(ontology, held, "deported") == EventCodes{"COERCE", "deport", "174"});
  CHECK(codes(ontology, held, "banned").mode == "ban");
  CHECK(codes(ontology, held, "bandaged").mode.empty());  // "banned" is a whole word, "arrest*" not
  CHECK(codes(ontology, held, "abducted").plover == "ASSAULT");
  CHECK(codes(ontology, test::fact("a", "visited", "country:b")) ==
        EventCodes{"CONSULT", "visit", "042"});
}

TEST_CASE("a planned cooperation is an agreement, a planned attack stays what it is") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  const auto planned = [&](const std::string& relation) {
    return codes(ontology, test::fact("country:a", relation, "country:b", "", Status::Planned));
  };
  CHECK(planned("met-with") == EventCodes{"AGREE", "", "036"});
  CHECK(planned("aided") == EventCodes{"AGREE", "", "033"});
  CHECK(planned("agreed-with") == EventCodes{"AGREE", "", "030"});
  CHECK(planned("attacked").plover == "ASSAULT");
  CHECK(event_context(Status::Planned) == "future");
  CHECK(event_context(Status::Denied) == "negation");
  CHECK(event_context(Status::Happened).empty());
  CHECK(codes(ontology, test::fact("country:a", "met-with", "country:b", "", Status::Hypothetical))
            .plover == "CONSULT");
}

TEST_CASE("spans that lie outside of the quote are no words") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  Fact fact = test::fact("country:a", "coerced", "b");
  fact.evidence[0].quote = "arrested";
  for (const Span trigger : {Span{0, 500}, Span{7, 3}, Span{4000000000U, 4000000001U}}) {
    fact.evidence[0].sentence = {5, 13};
    fact.evidence[0].trigger = trigger;
    CHECK(event_codes(*ontology.relation("coerced"), fact).mode.empty());
  }
}
