#include "extract/pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.h"

namespace entente {
namespace {

using AnchorKind = PatternAnchor::Kind;
using StepPlace = PatternStep::Place;
using What = PatternStep::What;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// One word of the notation.
struct Element {
  enum class Kind { Slot, Verb, Passive, Noun, Word } kind = Kind::Word;
  What slot = What::Nothing;        // of a Slot
  std::vector<std::string> types;   // of a Slot
  std::vector<std::string> heads;   // of a Slot
  std::vector<std::string> lemmas;  // of the others
  bool optional = false;
  bool forbidden = false;
};

class Compiler {
 public:
  Compiler(const RelationPattern& source, Place place) : source_(source), place_(std::move(place)) {
    for (const std::string& text : split(source.text, ' ')) elements_.push_back(read(text));
  }

  void compile(Pattern& pattern) {
    take_prefixes(pattern);
    if (at_end()) fail("found no anchor");
    take_anchor(pattern);
    while (!at_end()) {
      const bool forbidden = elements_[at_].forbidden;
      pattern.steps.push_back(take_step());
      PatternStep& step = pattern.steps.back();
      step.forbidden = forbidden;
      step.on_anchor = behind_verb_;
      if (step.what == What::Noun || step.what == What::Verb) behind_verb_ = false;
      if (owner_) pattern.steps.push_back(*std::exchange(owner_, std::nullopt));
    }
    check(pattern);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Fault::Input, place_, what + " in pattern \"" + source_.text + "\"");
  }

  Element read(std::string text) const {
    Element element;
    const std::string written = text;
    if (text.size() > 1 && text.starts_with('!')) {
      element.forbidden = true;
      text.erase(0, 1);
    }
    if (text.size() > 1 && text.ends_with('?')) {
      element.optional = true;
      text.pop_back();
    }
    if (text.starts_with('{') && text.ends_with('}')) {
      read_slot(element, text.substr(1, text.size() - 2));
      return element;
    }
    if (text.size() > 2 && text[text.size() - 2] == '.') {
      switch (text.back()) {
        case 'v':
          element.kind = Element::Kind::Verb;
          break;
        case 'p':
          element.kind = Element::Kind::Passive;
          break;
        case 'n':
          element.kind = Element::Kind::Noun;
          break;
        default:
          fail("found \"" + written + "\", expected .v, .p or .n");
      }
      text.resize(text.size() - 2);
    }
    element.lemmas = split(text, '|');
    return element;
  }

  // "subject", "object:organization", "object@summit|forum", "both", "=award"
  void read_slot(Element& element, const std::string& text) const {
    element.kind = Element::Kind::Slot;
    if (text.starts_with('=')) {
      element.slot = What::Typed;
      element.types = split(text.substr(1), ',');
      return;
    }
    const std::size_t at = std::min(text.find('@'), text.size());
    if (at < text.size()) element.heads = split(text.substr(at + 1), '|');
    const std::size_t colon = std::min(text.find(':'), at);
    const std::string end = text.substr(0, colon);
    if (colon < at) element.types = split(text.substr(colon + 1, at - colon - 1), ',');
    if (end == "subject") {
      element.slot = What::Subject;
    } else if (end == "object") {
      element.slot = What::Object;
    } else if (end == "both") {
      element.slot = What::Both;
    } else {
      fail("found slot \"" + text + "\", expected subject, object, both or =TYPE");
    }
  }

  bool at_end() const { return at_ == elements_.size(); }
  bool next_is(Element::Kind kind) const { return !at_end() && elements_[at_].kind == kind; }
  bool next_is_word(const char* word) const {
    return next_is(Element::Kind::Word) && elements_[at_].lemmas.front() == word;
  }
  bool is_slot(std::size_t at) const {
    return at < elements_.size() && elements_[at].kind == Element::Kind::Slot;
  }
  bool is_owned_slot(std::size_t at) const {  // "{object} 's"
    return is_slot(at) && at + 1 < elements_.size() && is_owner_mark(at + 1);
  }
  bool is_owner_mark(std::size_t at) const {
    return elements_[at].kind == Element::Kind::Word && elements_[at].lemmas.front() == "'s";
  }
  const Element& take(Element::Kind kind, const char* expected) {
    if (!next_is(kind)) fail(std::string("expected ") + expected);
    return elements_[at_++];
  }

  static PatternStep slot_step(StepPlace place, const Element& slot) {
    PatternStep step;
    step.place = place;
    step.what = slot.slot;
    step.types = slot.types;
    step.heads = slot.heads;
    return step;
  }

  // "planned:", "denied:", "happened:", "also:" before the pattern itself.
  void take_prefixes(Pattern& pattern) {
    for (; next_is(Element::Kind::Word) && elements_[at_].lemmas.front().ends_with(':'); ++at_) {
      const std::string& prefix = elements_[at_].lemmas.front();
      if (prefix == "planned:") {
        pattern.status = Status::Planned;
      } else if (prefix == "denied:") {
        pattern.status = Status::Denied;
      } else if (prefix == "happened:") {
        pattern.status = Status::Happened;
      } else if (prefix == "also:") {
        pattern.also = true;
      } else {
        fail("found \"" + prefix + "\", expected planned:, denied:, happened: or also:");
      }
    }
  }

  // Index of the verb whose subject the noun is that begins the pattern: "deal.n sign.p by {both}",
  // "{object} 's offer.n reject.p by {subject}"; 0 = there is none.
  std::size_t verb_of_noun() const {
    const bool owned = elements_.size() > at_ + 2 && elements_[at_].kind == Element::Kind::Slot &&
                       is_owner_mark(at_ + 1) && elements_[at_ + 2].kind == Element::Kind::Noun;
    if (!owned && elements_[at_].kind != Element::Kind::Noun) return 0;
    for (std::size_t k = at_ + 1; k < elements_.size(); ++k) {
      const bool verb =
          elements_[k].kind == Element::Kind::Verb || elements_[k].kind == Element::Kind::Passive;
      if (verb && elements_[k - 1].kind != Element::Kind::Word) return k;
    }
    return 0;
  }

  void take_verb_of_noun(Pattern& pattern, std::size_t verb) {
    PatternAnchor& anchor = pattern.anchor;
    anchor.kind =
        elements_[verb].kind == Element::Kind::Passive ? AnchorKind::Passive : AnchorKind::Verb;
    anchor.lemmas = elements_[verb].lemmas;
    const std::optional<Element> owner =
        elements_[at_].kind == Element::Kind::Slot ? std::optional(elements_[at_]) : std::nullopt;
    at_ += owner ? 3 : 1;
    PatternStep noun = word_step(StepPlace::Subject, What::Noun, elements_[at_ - 1]);
    noun.owned = true;  // nobody acts but the verb's agent
    pattern.steps.push_back(noun);
    if (owner) pattern.steps.push_back(slot_step(StepPlace::Owner, *owner));
    while (at_ < verb) pattern.steps.push_back(take_step());
    ++at_;
    behind_verb_ = true;
  }

  void take_anchor(Pattern& pattern) {
    PatternAnchor& anchor = pattern.anchor;
    if (const std::size_t verb = verb_of_noun(); verb > 0) {
      take_verb_of_noun(pattern, verb);
      return;
    }
    if (next_is(Element::Kind::Noun)) {
      anchor.kind = AnchorKind::Noun;
      anchor.lemmas = elements_[at_++].lemmas;
      return;
    }
    const Element& slot = take(Element::Kind::Slot, "a slot or a noun at the beginning");
    if (next_is_word("'s")) {
      ++at_;
      anchor.kind = AnchorKind::Noun;
      pattern.steps.push_back(slot_step(StepPlace::Owner, slot));
    } else if (next_is_word(",")) {
      ++at_;
      anchor.kind = AnchorKind::Apposition;
      pattern.steps.push_back(slot_step(StepPlace::Subject, slot));
      take_owner(pattern);
    } else {
      pattern.steps.push_back(slot_step(StepPlace::Subject, slot));
      if (next_is(Element::Kind::Passive)) {
        anchor.kind = AnchorKind::Passive;
        anchor.lemmas = elements_[at_++].lemmas;
        return;
      }
      const Element& verb = take(Element::Kind::Verb, "a verb, \"'s\" or a comma behind the slot");
      anchor.lemmas = verb.lemmas;
      if (verb.lemmas != std::vector<std::string>{"be"}) return;
      if (next_is(Element::Kind::Word) && is_slot(at_ + 1) && !is_owned_slot(at_ + 1)) {
        anchor.kind = AnchorKind::Being;
        return;
      }
      anchor.kind = AnchorKind::Predicate;
      if (next_is(Element::Kind::Word)) anchor.prepositions = elements_[at_++].lemmas;
      take_owner(pattern);
    }
    anchor.lemmas = take(Element::Kind::Noun, "a noun").lemmas;
  }

  // "is X's partner", ", X's partner"
  void take_owner(Pattern& pattern) {
    if (!next_is(Element::Kind::Slot)) return;
    pattern.steps.push_back(slot_step(StepPlace::Owner, elements_[at_++]));
    if (!next_is_word("'s")) fail("expected \"'s\" behind the slot");
    ++at_;
  }

  PatternStep take_step() {
    const Element& first = elements_[at_++];
    switch (first.kind) {
      case Element::Kind::Slot:
        if (next_is_word("'s")) return owned_noun(first);
        return direct_slot(first);
      case Element::Kind::Noun:
        return word_step(StepPlace::Direct, What::Noun, first);
      case Element::Kind::Verb:
        return word_step(StepPlace::Clause, What::Verb, first);
      case Element::Kind::Passive:
        fail("a passive verb must come first");
      case Element::Kind::Word:
        break;
    }
    PatternStep step;
    const bool particle = first.lemmas.size() == 1 && is_particle(first.lemmas.front());
    if (particle || is_negation(first.lemmas)) {  // "break.v up", "accept.v not"
      step.place = StepPlace::Word;
    } else if (is_owned_slot(at_)) {
      const Element& slot = elements_[at_++];  // "for X's visit"
      step = owned_noun(slot);
      step.place = StepPlace::Behind;
    } else if (next_is(Element::Kind::Verb)) {  // "to attack"
      step = word_step(StepPlace::Clause, What::Verb, elements_[at_++]);
    } else if (next_is(Element::Kind::Slot)) {
      const bool clause = first.lemmas.front() == "that" || first.lemmas.front() == "if";
      step = slot_step(clause ? StepPlace::Clause : StepPlace::Behind, elements_[at_++]);
      if (clause && next_is(Element::Kind::Word)) step.auxiliaries = elements_[at_++].lemmas;
    } else if (next_is(Element::Kind::Noun)) {
      step = word_step(StepPlace::Behind, What::Noun, elements_[at_++]);
    } else {
      step.place = StepPlace::Word;
    }
    step.words = first.lemmas;
    step.or_direct = first.optional;
    return step;
  }

  PatternStep direct_slot(const Element& slot) {
    PatternStep step = slot_step(StepPlace::Direct, slot);
    step.recipient = next_is(Element::Kind::Noun);
    return step;
  }

  // "reject X's proposal": the noun first, then whose it is.
  PatternStep owned_noun(const Element& slot) {
    ++at_;
    PatternStep step =
        word_step(StepPlace::Direct, What::Noun, take(Element::Kind::Noun, "a noun"));
    step.owned = true;
    owner_ = slot_step(StepPlace::Owner, slot);
    return step;
  }

  static bool is_particle(const std::string& word) {
    return word == "up" || word == "off" || word == "out" || word == "down" || word == "away" ||
           word == "back" || word == "dead" || word == "short";
  }

  static bool is_negation(const std::vector<std::string>& words) {
    return std::ranges::find(words, "never") != words.end() ||
           std::ranges::find(words, "not") != words.end();
  }

  static PatternStep word_step(StepPlace place, What what, const Element& word) {
    PatternStep step;
    step.place = place;
    step.what = what;
    step.lemmas = word.lemmas;
    return step;
  }

  void check(const Pattern& pattern) const {
    const auto count = [&](What what) {
      return std::ranges::count_if(pattern.steps, [&](const PatternStep& step) {
        return step.what == what && !step.forbidden;
      });
    };
    const bool pair =
        count(What::Subject) == 1 && count(What::Object) == 1 && count(What::Both) == 0;
    const bool both =
        count(What::Subject) == 0 && count(What::Object) == 0 && count(What::Both) == 1;
    if (!pair && !both) fail("expected {subject} and {object} once each, or {both} once,");
  }

  const RelationPattern& source_;
  Place place_;
  std::vector<Element> elements_;
  std::size_t at_ = 0;
  std::optional<PatternStep> owner_;  // of the noun that was taken last
  bool behind_verb_ = false;  // of a pattern that begins with a noun, no word came since its verb
};

}  // namespace

std::vector<Pattern> compile_patterns(const Relation& relation) {
  std::vector<Pattern> patterns;
  for (std::size_t k = 0; k < relation.patterns.size(); ++k) {
    const RelationPattern& source = relation.patterns[k];
    Pattern pattern;
    pattern.relation = &relation;
    pattern.rule = relation.name + "/" + std::to_string(k + 1);
    if (source.text.starts_with('@')) {
      pattern.structural = source.text.substr(1);
    } else {
      Compiler(source, Place{relation.file, source.line, 0}).compile(pattern);
    }
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

PatternSet compile_patterns(const std::vector<Relation>& relations) {
  PatternSet set;
  for (const Relation& relation : relations) {
    if (relation.symmetric) set.symmetric.insert(relation.name);
    for (Pattern& pattern : compile_patterns(relation)) {
      const auto index = static_cast<std::uint32_t>(set.patterns.size());
      for (const std::string& lemma : pattern.anchor.lemmas) {
        if (lemma == "*") {
          set.any_verb.push_back(index);
        } else {
          set.by_lemma[lemma].push_back(index);
        }
      }
      set.patterns.push_back(std::move(pattern));
    }
  }
  return set;
}

}  // namespace entente
