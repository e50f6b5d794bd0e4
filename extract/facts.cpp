// Patterns are tried at every item of a sentence. A pattern that begins with a slot and a verb
// finds the verb first and asks Clauses for its subject; any other is matched from left to right.
// What stands between two elements is passed over when it cannot change who did what: adverbs,
// dates, articles, whole prepositional phrases.

#include "extract/facts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>

#include "extract/clause.h"
#include "extract/phrases.h"
#include "extract/structure.h"

namespace entente {
namespace {

using Kind = PatternElement::Kind;

const std::unordered_set<std::string_view> kSaying = {"say",    "tell",    "announce", "report",
                                                      "claim",  "state",   "add",      "note",
                                                      "stress", "confirm", "write",    "declare"};

struct Match {
  std::size_t anchor = 0;              // item of the word that the pattern hangs on
  std::size_t last = 0;                // item of its last element
  std::optional<std::size_t> subject;  // items of phrases
  std::optional<std::size_t> object;
  std::optional<std::size_t> both;
};

class SentenceReader {
 public:
  SentenceReader(const Document& document, std::uint32_t sentence,
                 const std::vector<LocalEntity>& entities,
                 const std::vector<std::int32_t>& countries, std::vector<Fact>& facts)
      : document_(document),
        sentence_(document.sentences[sentence]),
        clauses_(document, sentence_),
        entities_(entities),
        countries_(countries),

        facts_(facts) {}

  void read(const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns) {
      if (pattern.elements.empty()) continue;
      for (std::size_t i = 0; i < clauses_.size(); ++i) {
        if (const auto match = match_at(pattern, i)) emit(pattern, *match);
      }
    }
  }

  Fact structural(const Pattern& pattern, const StructuralFact& found) const {
    Fact fact = make_fact(pattern, {found.subject, found.subject_words, {}},
                          {found.object, found.object_words, {}}, found.trigger);
    if (found.title.size() > 0) fact.qualifiers["title"] = words_of(found.title);
    fact.evidence.front().confidence = found.confidence;
    return fact;
  }

 private:
  std::string words_of(TokenRange range) const {
    std::string text;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (i > range.begin && document_.tokens[i].span.begin > document_.tokens[i - 1].span.end)
        text += ' ';
      text += text_of(document_, document_.tokens[i]);
    }
    return text;
  }

  bool lemma_in(const PatternElement& element, const std::string& lemma) const {
    if (element.lemmas.front() == "*") return lemma != "be" && lemma != "have";
    return std::find(element.lemmas.begin(), element.lemmas.end(), lemma) != element.lemmas.end();
  }

  bool word_matches(const PatternElement& element, std::size_t i) const {
    if (!clauses_.is_word(i)) return false;
    const Token& token = clauses_.token(i);
    switch (element.kind) {
      case Kind::Word:
        return lemma_in(element, token.lower);
      case Kind::Verb:
        return (is_verb(token.tag) || token.tag == Tag::Aux) && lemma_in(element, token.lemma) &&
               !clauses_.passive(i);
      case Kind::Passive:
        return is_verb(token.tag) && lemma_in(element, token.lemma) && clauses_.passive(i);
      case Kind::Noun:
        return (token.tag == Tag::Noun || token.tag == Tag::Propn || token.tag == Tag::Gerund) &&
               (lemma_in(element, token.lemma) || lemma_in(element, token.lower));
      default:
        return false;
    }
  }

  std::optional<Match> match_at(const Pattern& pattern, std::size_t i) const {
    Match match;
    if (pattern.has_verb_subject()) {
      if (!word_matches(pattern.elements[1], i)) return std::nullopt;
      match.anchor = i;
      match.last = i;
      const std::optional<std::size_t> subject = clauses_.subject(i);
      if (!subject) return std::nullopt;
      take_slot(match, pattern.elements[0].kind, *subject);
      if (match.both && clauses_.phrase(*subject)->members.size() < 2) return std::nullopt;
      const std::optional<Match> found = match_rest(pattern, 2, i + 1, match);
      if (found && found->both && other_party(found->last)) return std::nullopt;
      return found;
    }
    match.anchor = clauses_.size();
    return match_rest(pattern, 0, i, match);
  }

  // "A and B met C", "A and B met with C": not each other.
  bool other_party(std::size_t verb) const {
    const std::size_t end = clauses_.clause(verb).second;
    if (verb + 1 < end && clauses_.phrase(verb + 1) != nullptr) return true;
    for (std::size_t k = verb + 1; k < end; ++k) {
      if (!clauses_.is_word(k)) continue;
      if (clauses_.verb(k) && clauses_.finite(k)) return false;
      if (clauses_.token(k).lower == "with") return true;
    }
    return false;
  }

  static void take_slot(Match& match, Kind kind, std::size_t item) {
    if (kind == Kind::Subject) match.subject = item;
    if (kind == Kind::Object) match.object = item;
    if (kind == Kind::Both) match.both = item;
  }

  // Elements from `e` on against items from `at` on.
  std::optional<Match> match_rest(const Pattern& pattern, std::size_t e, std::size_t at,
                                  Match match) const {
    if (e == pattern.elements.size()) return match;
    const PatternElement& element = pattern.elements[e];
    if (element.kind == Kind::Gap) {
      for (std::size_t k = at; k <= std::min(clauses_.size(), at + 6); ++k) {
        if (const auto rest = match_rest(pattern, e + 1, k, match)) return rest;
        if (k == clauses_.size() || !gap_word(k)) break;
      }
      return std::nullopt;
    }
    if (element.optional) {
      PatternElement present = element;
      present.optional = false;
      if (const auto k = find_element(pattern, e, at)) {
        Match with = match;
        note(with, present, *k);
        if (const auto rest = match_rest(pattern, e + 1, *k + 1, with)) return rest;
      }
      return match_rest(pattern, e + 1, at, match);
    }
    // "his visit": the possessive is in the pronoun.
    if (element.kind == Kind::Word && lemma_in(element, "'s") && at > 0 &&
        possessive_pronoun(at - 1))
      return match_rest(pattern, e + 1, at, match);
    const auto k = find_element(pattern, e, at);
    if (!k) return std::nullopt;
    note(match, element, *k);
    return match_rest(pattern, e + 1, *k + 1, match);
  }

  void note(Match& match, const PatternElement& element, std::size_t k) const {
    match.last = k;
    take_slot(match, element.kind, k);
    const bool anchor =
        element.kind == Kind::Verb || element.kind == Kind::Passive || element.kind == Kind::Noun;
    if (anchor && match.anchor == clauses_.size()) match.anchor = k;
    if (element.kind == Kind::Noun && match.anchor < k && !clauses_.verb(match.anchor))
      match.anchor = k;
  }

  bool possessive_pronoun(std::size_t i) const {
    const Phrase* phrase = clauses_.phrase(i);
    return phrase != nullptr && phrase->possessive &&
           document_.tokens[phrase->tokens.begin].tag == Tag::Pron && phrase->tokens.size() == 1;
  }

  bool gap_word(std::size_t i) const {
    if (clauses_.phrase(i) != nullptr) return possessive_pronoun(i);
    if (!clauses_.is_word(i)) return true;
    const Token& token = clauses_.token(i);
    return !is_verb(token.tag) && token.tag != Tag::Punct && token.tag != Tag::Cconj &&
           token.tag != Tag::Sconj && token.tag != Tag::Adp;
  }

  bool is_slot(const PatternElement& element) const {
    return element.kind == Kind::Subject || element.kind == Kind::Object ||
           element.kind == Kind::Both || element.kind == Kind::Typed;
  }

  // The item at or soon after `at` that element `e` matches, over what may be passed over before
  // it.
  std::optional<std::size_t> find_element(const Pattern& pattern, std::size_t e,
                                          std::size_t at) const {
    const PatternElement& element = pattern.elements[e];
    std::size_t k = at;
    int phrases_passed = 0;  // prepositional: "talks on trade between", not "talks on an upgrade of
                             // the pact between"
    while (k < clauses_.size()) {
      if (is_slot(element)) {
        if (const Phrase* phrase = clauses_.phrase(k)) {
          if (slot_fits(pattern, e, *phrase)) return k;
          if (!phrase->possessive || e == 0) return std::nullopt;
          k += possessive_pronoun(k) ? 1 : 2;  // "attended the forum's meeting": the meeting
          continue;
        }
      } else if (word_matches(element, k)) {
        return k;
      }
      if (e == 0) return std::nullopt;
      const std::size_t next = pass_over(element, k);
      if (next == k) return std::nullopt;
      if (clauses_.is_word(k) && clauses_.token(k).tag == Tag::Adp &&
          ++phrases_passed > (lemma_in(element, "between") ? 1 : 2))
        return std::nullopt;
      k = next;
    }
    return std::nullopt;
  }

  bool slot_fits(const Pattern& pattern, std::size_t e, const Phrase& phrase) const {
    const PatternElement& element = pattern.elements[e];
    if (phrase.members.empty()) return false;
    if (element.kind == Kind::Both && phrase.members.size() < 2) return false;
    const bool owner_next = e + 1 < pattern.elements.size() &&
                            pattern.elements[e + 1].kind == Kind::Word &&
                            lemma_in(pattern.elements[e + 1], "'s");
    if (phrase.possessive != owner_next && (phrase.possessive || e == 0)) return false;
    const bool noun_next =
        e + 1 < pattern.elements.size() && pattern.elements[e + 1].kind == Kind::Noun;
    if (!noun_next && !owner_next && describes(phrase)) return false;
    return element.types.empty() || !members_of(phrase, element.types).empty();
  }

  // Says the tree that the phrase is only a part of a name or description that goes on behind it:
  // "Grateful Dead" of "Grateful Dead guitarist Jerry Garcia"?
  bool describes(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      const Token& token = document_.tokens[i];
      if (token.head == kNotParsed || token.head < phrase.tokens.end) continue;
      const Token& head = document_.tokens[token.head];
      if ((token.deprel == Deprel::Compound || token.deprel == Deprel::Amod) &&
          (head.tag == Tag::Noun || head.tag == Tag::Propn))
        return true;
    }
    return false;
  }

  // One past what may stand before `element` at `k`; `k` when it may not.
  std::size_t pass_over(const PatternElement& element, std::size_t k) const {
    if (!clauses_.is_word(k)) return clauses_.phrase(k) == nullptr ? k + 1 : k;  // a date
    const Token& token = clauses_.token(k);
    if (token.tag == Tag::Adv || token.lower == "also" || token.lower == "both") return k + 1;
    if (token.lower == "(") {
      std::size_t end = k + 1;
      while (end < clauses_.size() && end < k + 12 &&
             !(clauses_.is_word(end) && clauses_.token(end).lower == ")"))
        ++end;
      return end < clauses_.size() ? end + 1 : k;
    }
    const bool noun_next = element.kind == Kind::Noun || is_slot(element);
    if (noun_next && (token.tag == Tag::Det || token.tag == Tag::Adj || token.tag == Tag::Num ||
                      token.lower == "\""))
      return k + 1;
    if (element.kind == Kind::Noun &&
        (token.tag == Tag::Noun || token.tag == Tag::Propn || token.tag == Tag::Participle ||
         token.lower == "and" || token.lower == "-"))
      return k + 1;
    const bool preposition_next = element.kind == Kind::Word && !element.lemmas.empty() &&
                                  preposition(element.lemmas.front());
    if (preposition_next && token.tag == Tag::Adp) return after_prepositional(k);
    return k;
  }

  static bool preposition(const std::string& word) {
    static const std::unordered_set<std::string_view> kPrepositions = {
        "with", "to",   "in",      "of",   "by", "between", "for",   "at",
        "on",   "from", "against", "into", "as", "over",    "during"};
    return kPrepositions.contains(word);
  }

  // Past "in Beijing", "on trade and security", up to the next preposition, verb or mark.
  std::size_t after_prepositional(std::size_t k) const {
    std::size_t end = k + 1;
    bool content = false;
    while (end < clauses_.size() && end < k + 10) {
      if (clauses_.phrase(end) != nullptr) {
        content = true;
      } else if (clauses_.is_word(end)) {
        const Token& token = clauses_.token(end);
        const bool part = token.tag == Tag::Det || token.tag == Tag::Adj ||
                          token.tag == Tag::Noun || token.tag == Tag::Propn ||
                          token.tag == Tag::Num || token.tag == Tag::Adv || token.lower == "and" ||
                          token.lower == "'s" || token.tag == Tag::Part;
        if (!part) break;
        content = content || token.tag == Tag::Noun || token.tag == Tag::Propn;
      }
      ++end;
    }
    return content ? end : k;
  }

  using Members = std::vector<Member>;

  Members members(const Pattern& pattern, Kind kind, std::size_t item,
                  const std::vector<std::string>& types) const {
    for (const PatternElement& element : pattern.elements) {
      if (element.kind == kind && !element.types.empty())
        return members_of(*clauses_.phrase(item), element.types);
    }
    return members_of(*clauses_.phrase(item), types);
  }

  Members members_of(const Phrase& phrase, const std::vector<std::string>& types) const {
    Members fitting;
    for (const Member& member : phrase.members) {
      const std::string& type = entities_[static_cast<std::size_t>(member.entity)].type;
      if (std::find(types.begin(), types.end(), type) != types.end()) fitting.push_back(member);
    }
    return fitting;
  }

  void emit(const Pattern& pattern, const Match& match) {
    const TokenRange trigger = clauses_.items()[match.anchor].tokens;
    const auto add = [&](const Member& subject, const Member& object) {
      if (subject.entity == object.entity) return;
      Fact fact = make_fact(pattern, subject, object, trigger);
      finish(fact, match);
      facts_.push_back(std::move(fact));
    };
    if (match.both) {
      const Members sides = members(pattern, Kind::Both, *match.both, pattern.relation->subjects);
      if (sides.size() > 6) return;
      for (std::size_t a = 0; a < sides.size(); ++a) {
        for (std::size_t b = a + 1; b < sides.size(); ++b) {
          if (sides.size() == 2 || !same_side(sides[a].entity, sides[b].entity))
            add(sides[a], sides[b]);
        }
      }
      return;
    }
    for (const Member& subject :
         members(pattern, Kind::Subject, *match.subject, pattern.relation->subjects)) {
      for (const Member& object :
           members(pattern, Kind::Object, *match.object, pattern.relation->objects))
        add(subject, object);
    }
  }

  bool same_side(std::int32_t a, std::int32_t b) const {
    const std::int32_t country = countries_[static_cast<std::size_t>(a)];
    return country >= 0 && country == countries_[static_cast<std::size_t>(b)];
  }

  // A fact with one piece of evidence, which quotes the whole sentence.
  Fact make_fact(const Pattern& pattern, const Member& subject, const Member& object,
                 TokenRange trigger) const {
    Fact fact;
    fact.relation = pattern.relation->name;
    fact.subject = entities_[static_cast<std::size_t>(subject.entity)].id;
    fact.object = entities_[static_cast<std::size_t>(object.entity)].id;
    Evidence evidence;
    evidence.article = document_.article.id;
    evidence.sentence = span_of(document_, sentence_.tokens);
    evidence.trigger = span_of(document_, trigger);
    evidence.subject = span_of(document_, subject.head);
    evidence.object = span_of(document_, object.head);
    evidence.quote = slice(document_.article.text, evidence.sentence);
    evidence.rule = pattern.rule;
    evidence.links = subject.links;
    evidence.links.insert(evidence.links.end(), object.links.begin(), object.links.end());
    evidence.confidence = 0.95;
    for (const Link& link : evidence.links) evidence.confidence *= link.rule == "role" ? 0.95 : 0.9;
    fact.evidence.push_back(std::move(evidence));
    return fact;
  }

  void finish(Fact& fact, const Match& match) const {
    fact.status = clauses_.status(match.anchor);
    if (const auto time = clauses_.time_of(match.anchor)) {
      const TimeMention& when = document_.times[*time];
      fact.when = when.when;
      fact.evidence.front().date_phrase =
          slice(document_.article.text, span_of(document_, when.tokens));
      const std::optional<DateRange>& published = document_.article.published;
      if (fact.status == Status::Happened && published && fact.when->first > published->last)
        fact.status = Status::Planned;
    }
    if (const auto place = place_of(match))
      fact.qualifiers["place"] = entities_[static_cast<std::size_t>(*place)].id;
    fact.evidence.front().said_by = speaker(match);
  }

  // "in Beijing", "at the Great Hall" in the clause of the anchor.
  std::optional<std::int32_t> place_of(const Match& match) const {
    const auto [begin, end] = clauses_.clause(match.anchor);
    for (std::size_t k = std::max(begin, match.anchor) + 1; k < end; ++k) {
      const Phrase* phrase = clauses_.phrase(k);
      if (phrase == nullptr || phrase->members.size() != 1 || k == 0 || !clauses_.is_word(k - 1))
        continue;
      const std::string& before = clauses_.token(k - 1).lower;
      const bool the = before == "the" && k >= 2 && clauses_.is_word(k - 2);
      const std::string& preposition = the ? clauses_.token(k - 2).lower : before;
      if (preposition != "in" && preposition != "at") continue;
      const std::int32_t entity = phrase->members.front().entity;
      if (entities_[static_cast<std::size_t>(entity)].type == "place") return entity;
    }
    return std::nullopt;
  }

  // Who is quoted as saying what the sentence states: "..., X said", "according to X".
  std::string speaker(const Match& match) const {
    for (std::size_t k = 0; k < clauses_.size(); ++k) {
      std::optional<std::size_t> who;
      if (clauses_.verb(k) && k != match.anchor && kSaying.contains(clauses_.token(k).lemma)) {
        who = clauses_.subject(k);
        if (!who && k + 1 < clauses_.size() && clauses_.phrase(k + 1) != nullptr) who = k + 1;
      } else if (clauses_.is_word(k) && clauses_.token(k).lower == "according" &&
                 k + 2 < clauses_.size()) {
        for (std::size_t m = k + 2; m < std::min(clauses_.size(), k + 5) && !who; ++m) {
          if (clauses_.phrase(m) != nullptr) who = m;
        }
      }
      if (who && clauses_.phrase(*who)->members.size() == 1) {
        return entities_[static_cast<std::size_t>(clauses_.phrase(*who)->members.front().entity)]
            .id;
      }
    }
    return "";
  }

  const Document& document_;
  const Sentence& sentence_;
  Clauses clauses_;
  const std::vector<LocalEntity>& entities_;
  const std::vector<std::int32_t>& countries_;

  std::vector<Fact>& facts_;
};

}  // namespace

std::vector<Fact> find_facts(const Document& document, const std::vector<LocalEntity>& entities,
                             const std::vector<Pattern>& patterns) {
  std::vector<Fact> facts;
  const std::vector<std::int32_t> countries = find_countries(document, entities);
  for (const Pattern& pattern : patterns) {
    if (pattern.structural.empty()) continue;
    for (const StructuralFact& found : find_structural(document, entities, pattern.structural)) {
      const auto fits = [&](std::int32_t entity, const std::vector<std::string>& types) {
        return std::find(types.begin(), types.end(),
                         entities[static_cast<std::size_t>(entity)].type) != types.end();
      };
      if (!fits(found.subject, pattern.relation->subjects) ||
          !fits(found.object, pattern.relation->objects))
        continue;
      facts.push_back(SentenceReader(document, found.sentence, entities, countries, facts)
                          .structural(pattern, found));
    }
  }
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    SentenceReader(document, s, entities, countries, facts).read(patterns);
  // One sentence states a fact once, whichever patterns found it: the first stays.
  std::set<std::tuple<std::string, std::string, std::string, std::uint32_t, std::string>> seen;
  std::erase_if(facts, [&](const Fact& fact) {
    const auto title = fact.qualifiers.find("title");
    return !seen.emplace(fact.subject, fact.relation, fact.object,
                         fact.evidence.front().sentence.begin,
                         title == fact.qualifiers.end() ? "" : title->second)
                .second;
  });
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return a.evidence.front().sentence.begin < b.evidence.front().sentence.begin;
  });
  return facts;
}

}  // namespace entente
