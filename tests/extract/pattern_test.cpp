#include "extract/pattern.h"

#include "base/error.h"
#include "tests/catch.h"

using namespace entente;

namespace {

using StepPlace = PatternStep::Place;
using What = PatternStep::What;
using Kind = PatternAnchor::Kind;
using Strings = std::vector<std::string>;

Relation relation_with(const std::string& pattern) {
  Relation relation;
  relation.name = "test";
  relation.file = "data/relations/test.toml";
  relation.patterns.push_back({pattern, 7});
  return relation;
}

Pattern compiled(const std::string& pattern) {
  static Relation relation;
  relation = relation_with(pattern);
  return compile_patterns(relation).front();
}

}  // namespace

TEST_CASE("a verb, its object and a preposition behind it") {
  const Pattern pattern = compiled("{subject:person} pay|make.v visit.n to? {object}");
  CHECK(pattern.rule == "test/1");
  CHECK(pattern.anchor.kind == Kind::Verb);
  CHECK(pattern.anchor.lemmas == Strings{"pay", "make"});
  REQUIRE(pattern.steps.size() == 3);
  CHECK(pattern.steps[0].place == StepPlace::Subject);
  CHECK(pattern.steps[0].types == Strings{"person"});
  CHECK(pattern.steps[1].place == StepPlace::Direct);
  CHECK(pattern.steps[1].what == What::Noun);
  CHECK(pattern.steps[2].place == StepPlace::Behind);
  CHECK(pattern.steps[2].words == Strings{"to"});
  CHECK(pattern.steps[2].or_direct);
}

TEST_CASE("what a pattern may hang on") {
  CHECK(compiled("{object} receive.p by {subject}").anchor.kind == Kind::Passive);
  CHECK(compiled("talk.n between {both}").anchor.kind == Kind::Noun);
  CHECK(compiled("{subject} 's visit.n to {object}").anchor.kind == Kind::Noun);
  CHECK(compiled("{subject} , member.n of {object}").anchor.kind == Kind::Apposition);
  const Pattern predicate = compiled("{subject} be.v on visit.n to {object}");
  CHECK(predicate.anchor.kind == Kind::Predicate);
  CHECK(predicate.anchor.prepositions == Strings{"on"});
}

TEST_CASE("whose the object is") {
  const Pattern pattern = compiled("{subject} reject.v {object} 's plan.n");
  REQUIRE(pattern.steps.size() == 3);
  CHECK(pattern.steps[1].what == What::Noun);
  CHECK(pattern.steps[1].owned);
  CHECK(pattern.steps[2].place == StepPlace::Owner);
  CHECK(pattern.steps[2].what == What::Object);
}

TEST_CASE("a noun at the beginning is the subject of the verb behind it") {
  const Pattern deal = compiled("deal|pact.n sign.p by {both}");
  CHECK(deal.anchor.kind == Kind::Passive);
  CHECK(deal.anchor.lemmas == Strings{"sign"});
  REQUIRE(deal.steps.size() == 2);
  CHECK(deal.steps[0].place == StepPlace::Subject);
  CHECK(deal.steps[0].what == What::Noun);
  CHECK(deal.steps[0].lemmas == Strings{"deal", "pact"});
  CHECK(deal.steps[1].place == StepPlace::Behind);
  const Pattern offer = compiled("{object} 's offer.n reject.p by {subject}");
  CHECK(offer.anchor.lemmas == Strings{"reject"});
  REQUIRE(offer.steps.size() == 3);
  CHECK(offer.steps[1].place == StepPlace::Owner);
  CHECK(compiled("plan.n of {subject} to attack.v {object}").anchor.kind == Kind::Noun);
  const Pattern tour = compiled("tour.n take.v {subject} to {object}");
  REQUIRE(tour.steps.size() == 3);
  CHECK_FALSE(tour.steps[0].on_anchor);
  CHECK(tour.steps[1].on_anchor);  // whom the verb takes, not the noun
}

TEST_CASE("clauses and the words that open them") {
  const Pattern infinitive = compiled("{subject} threaten.v to attack.v {object}");
  REQUIRE(infinitive.steps.size() == 3);
  CHECK(infinitive.steps[1].place == StepPlace::Clause);
  CHECK(infinitive.steps[1].what == What::Verb);
  const Pattern must = compiled("{subject} say.v that {object} must|should");
  REQUIRE(must.steps.size() == 2);
  CHECK(must.steps[1].place == StepPlace::Clause);
  CHECK(must.steps[1].auxiliaries == Strings{"must", "should"});
  const Pattern unless = compiled("{subject} threaten.v if|unless {object}");
  CHECK(unless.steps[1].place == StepPlace::Clause);
  CHECK(unless.steps[1].words == Strings{"if", "unless"});
}

TEST_CASE("a particle belongs to its verb, a slot before a noun to a verb with two objects") {
  const Pattern particle = compiled("{subject} break.v up protest.n of {object}");
  REQUIRE(particle.steps.size() == 4);
  CHECK(particle.steps[1].place == StepPlace::Word);
  CHECK(particle.steps[2].place == StepPlace::Direct);
  CHECK(compiled("{subject} give.v {object} aid.n").steps[1].recipient);
  CHECK_FALSE(compiled("{subject} help.v {object}").steps[1].recipient);
}

TEST_CASE("what a pattern says of the whole: a plan, a refusal, one more pattern") {
  const Pattern planned = compiled("planned: {subject} expect.p in {object}");
  CHECK(planned.status == Status::Planned);
  CHECK_FALSE(planned.also);
  CHECK(planned.anchor.kind == Kind::Passive);
  const Pattern both = compiled("also: denied: {subject} cancel.v visit.n to {object}");
  CHECK(both.status == Status::Denied);
  CHECK(both.also);
  CHECK_FALSE(compiled("{subject} expect.p in {object}").status);
  CHECK(compiled("happened: {object} *.v at invitation.n of {subject}").status == Status::Happened);
  CHECK(compiled("denied: deal.n sign.p by {both}").anchor.lemmas == Strings{"sign"});
}

TEST_CASE("steps that must not be there, and slots with a head") {
  const Pattern pattern = compiled("{subject} hold.v talk.n !phone|video with {object@chair|head}");
  REQUIRE(pattern.steps.size() == 4);
  CHECK_FALSE(pattern.steps[1].forbidden);
  CHECK(pattern.steps[2].forbidden);
  CHECK(pattern.steps[2].place == StepPlace::Word);
  CHECK(pattern.steps[2].words == Strings{"phone", "video"});
  CHECK(pattern.steps[3].heads == Strings{"chair", "head"});
  CHECK(compiled("{subject} address.v {object:event@summit}").steps[1].types == Strings{"event"});
  const Pattern clause = compiled("{subject} join.v {object} !in *.v");
  REQUIRE(clause.steps.size() == 3);
  CHECK(clause.steps[2].forbidden);
  CHECK(clause.steps[2].place == StepPlace::Clause);
  CHECK(compiled("{subject} accept.v never {object} 's plan.n").steps[1].place == StepPlace::Word);
}

TEST_CASE("be with a place, and an apposition with an owner") {
  const Pattern being = compiled("{subject} be.v in {object} for talk.n");
  CHECK(being.anchor.kind == Kind::Being);
  CHECK(being.anchor.lemmas == Strings{"be"});
  REQUIRE(being.steps.size() == 3);
  CHECK(being.steps[1].place == StepPlace::Behind);
  const Pattern apposition = compiled("{subject} , {object} 's partner.n");
  CHECK(apposition.anchor.kind == Kind::Apposition);
  REQUIRE(apposition.steps.size() == 2);
  CHECK(apposition.steps[1].place == StepPlace::Owner);
  CHECK(compiled("{subject} be.v {object} 's partner.n").anchor.kind == Kind::Predicate);
}

TEST_CASE("a structural rule has neither anchor nor steps") {
  const Pattern pattern = compiled("@title");
  CHECK(pattern.structural == "title");
  CHECK(pattern.steps.empty());
}

TEST_CASE("patterns are found by the word that they hang on") {
  const PatternSet set = compile_patterns(
      std::vector<Relation>{relation_with("{subject} meet|see.v {object}"),
                            relation_with("{subject} *.v in meeting.n with {object}")});
  CHECK(set.by_lemma.at("see") == std::vector<std::uint32_t>{0});
  CHECK(set.any_verb == std::vector<std::uint32_t>{1});
}

TEST_CASE("a pattern that cannot work is refused with its place") {
  for (const char* pattern :
       {"{subject} visit.v", "visit.v {object}", "{subject} {object}", "{subject} visit.q {object}",
        "{subject} visit.v {whom}", "{both} meet.v {object}", "{subject} visit? {object}",
        "maybe: {subject} visit.v {object}", "planned:", "{subject} visit.v !{object}"}) {
    CAPTURE(pattern);
    try {
      compiled(pattern);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(std::string(error.what()).starts_with("data/relations/test.toml:7: "));
    }
  }
}
