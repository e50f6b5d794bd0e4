#include "extract/facts.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "extract/circumstances.h"
#include "extract/entity_countries.h"
#include "extract/fillers.h"
#include "extract/gaps.h"
#include "extract/match.h"
#include "extract/modality.h"
#include "extract/structure.h"
#include "extract/syntax.h"

namespace entente {
namespace {

using Members = std::vector<Member>;

// A fact whose date is that of an occasion told before: "agreed during the talks".
struct Undated {
  std::size_t fact = 0;  // index of the facts found
  std::string occasion;  // lemma: "talk"
  Span word;             // of the occasion
};

// Which relations tell of such an occasion.
const std::map<std::string_view, std::vector<std::string_view>> kTells = {
    {"call", {"spoke-with"}},
    {"conversation", {"spoke-with", "met-with"}},
    {"visit", {"visited"}},
    {"trip", {"visited"}},
    {"stay", {"visited"}},
    {"tour", {"visited"}},
    {"ceremony", {"signed", "met-with", "attended"}}};

const std::unordered_set<std::string_view> kSpeaks = {"say",   "tell", "announce",
                                                      "speak", "warn", "declare"};
// "Kenyan-backed"
const std::unordered_set<std::string_view> kBacked = {"backed", "supported", "sponsored"};
constexpr double kPresence = 0.85;     // times the confidence of the occasion
constexpr std::size_t kMostSides = 6;  // more in one list are no pairs: a gathering

// What all sentences of an article share.
struct Reading {
  const Document& document;
  const std::vector<LocalEntity>& entities;
  const PatternSet& patterns;
  const Words& words;
  const Gazetteer& gazetteer;
  const Pattern* presence = nullptr;    // the rule "@presence"; nullptr = no relation has it
  const Pattern* backing = nullptr;     // likewise "@backed"
  std::vector<std::int32_t> countries;  // of each entity
  std::unordered_map<std::string_view, std::int32_t> known;  // LocalEntity::known -> entity
};

// A fact with one piece of evidence, which quotes the whole sentence.
Fact make_fact(const Reading& reading, const Sentence& sentence, const Pattern& pattern,
               const Member& subject, const Member& object, TokenRange trigger) {
  const Document& document = reading.document;
  Fact fact;
  fact.relation = pattern.relation->name;
  fact.subject = reading.entities[static_cast<std::size_t>(subject.entity)].id;
  fact.object = reading.entities[static_cast<std::size_t>(object.entity)].id;
  Evidence evidence;
  evidence.article = document.article.id;
  evidence.sentence = span_of(document, sentence.tokens);
  if (trigger.size() > 0) evidence.trigger = span_of(document, trigger);
  evidence.subject = span_of(document, subject.head);
  evidence.object = span_of(document, object.head);
  evidence.quote = slice(document.article.text, evidence.sentence);
  evidence.rule = pattern.rule;
  evidence.links = subject.links;
  evidence.links.insert(evidence.links.end(), object.links.begin(), object.links.end());
  evidence.confidence = 0.95;
  for (const Link& link : evidence.links) evidence.confidence *= link.rule == "role" ? 0.95 : 0.9;
  fact.evidence.push_back(std::move(evidence));
  return fact;
}

// Of ids in the gazetteer: the entity.
std::unordered_map<std::string_view, std::int32_t> find_known(
    const std::vector<LocalEntity>& entities) {
  std::unordered_map<std::string_view, std::int32_t> known;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (!entities[e].known.empty()) known.emplace(entities[e].known, static_cast<std::int32_t>(e));
  }
  return known;
}

class SentenceReader {
 public:
  SentenceReader(const Reading& reading, std::uint32_t sentence, std::vector<Fact>& facts,
                 std::vector<Undated>& undated)
      : reading_(reading),
        document_(reading.document),
        sentence_(reading.document.sentences[sentence]),
        syntax_(document_, sentence_),
        fillers_(document_, syntax_),
        matcher_(fillers_, reading.entities, syntax_),
        facts_(facts),
        undated_(undated) {}

  void read() {
    if (!syntax_.parsed()) return;
    for (std::uint32_t t = sentence_.tokens.begin; t < sentence_.tokens.end; ++t) {
      const Token& token = document_.tokens[t];
      try_patterns(token.lemma, t);
      if (token.lower != token.lemma) try_patterns(token.lower, t);
      if (reading_.backing != nullptr) try_backed(t);
      if (is_verb(token.tag)) {
        if (kSpeaks.contains(token.lemma)) try_speech(t);
        for (const std::uint32_t p : reading_.patterns.any_verb)
          try_pattern(reading_.patterns.patterns[p], t);
      }
    }
  }

 private:
  const std::string& type_of(std::int32_t entity) const {
    return reading_.entities[static_cast<std::size_t>(entity)].type;
  }

  void try_patterns(const std::string& word, std::uint32_t at) {
    const auto found = reading_.patterns.by_lemma.find(word);
    if (found == reading_.patterns.by_lemma.end()) return;
    const Relation* done = nullptr;  // of several patterns of a relation the first tells its ends
    for (const std::uint32_t p : found->second) {
      const Pattern& pattern = reading_.patterns.patterns[p];
      if (pattern.relation == done && !pattern.also) continue;
      if (try_pattern(pattern, at)) done = pattern.relation;
    }
  }

  bool try_pattern(const Pattern& pattern, std::uint32_t at) {
    const std::size_t before = facts_.size();
    for (const Match& match : matcher_.match(pattern, at)) emit(pattern, match);
    return facts_.size() > before;
  }

  void emit(const Pattern& pattern, const Match& match) {
    if (const Members& sides = match.both; !sides.empty()) {
      if (sides.size() > kMostSides) return;
      for (std::size_t a = 0; a < sides.size(); ++a) {
        for (std::size_t b = a + 1; b < sides.size(); ++b) {
          if (sides.size() > 2 && (same_side(sides[a].entity, sides[b].entity) ||
                                   hosts(sides, sides[a].entity, sides[b].entity)))
            continue;
          add(pattern, match, sides[a], sides[b]);
          if (!pattern.relation->symmetric) add(pattern, match, sides[b], sides[a]);
        }
      }
      return;
    }
    if (match.objects.empty()) return;
    const std::vector<Gap> gaps = gaps_behind(document_, sentence_, match.objects.front().head.end);
    const auto in_gap = [&](const Member& object) {
      return std::ranges::any_of(gaps, [&](const Gap& gap) {
        return gap.object->tokens.begin <= object.head.begin &&
               object.head.begin < gap.object->tokens.end;
      });
    };
    for (const Member& subject : match.subjects) {
      for (const Member& object : match.objects) {
        if (!in_gap(object)) add(pattern, match, subject, object);
      }
      for (const Gap& gap : gaps) {
        for (const Member& object : gap.object->members) {
          if (same_kind(object.entity, match.objects.front().entity))
            add(pattern, match, subject, object, &gap);
        }
      }
    }
  }

  bool same_kind(std::int32_t a, std::int32_t b) const {
    const auto lies = [&](std::int32_t e) {
      return type_of(e) == "country" || type_of(e) == "place";
    };
    return type_of(a) == type_of(b) || (lies(a) && lies(b));
  }

  bool same_side(std::int32_t a, std::int32_t b) const {
    const std::int32_t country = reading_.countries[static_cast<std::size_t>(a)];
    return country >= 0 && country == reading_.countries[static_cast<std::size_t>(b)];
  }

  // "Foreign Minister X, Defence Minister Y and Kenyan President Z": X and Y, whose country goes
  // without saying, are of one side.
  bool hosts(const Members& sides, std::int32_t a, std::int32_t b) const {
    const auto country = [&](std::int32_t e) {
      return reading_.countries[static_cast<std::size_t>(e)];
    };
    if (country(a) >= 0 || country(b) >= 0 || type_of(a) != "person" || type_of(b) != "person")
      return false;
    return std::ranges::any_of(sides,
                               [&](const Member& side) { return country(side.entity) >= 0; });
  }

  void add(const Pattern& pattern, const Match& match, const Member& subject, const Member& object,
           const Gap* gap = nullptr) {
    if (subject.entity == object.entity || at_home(pattern, subject, object)) return;
    Fact fact = make_fact(reading_, sentence_, pattern, subject, object,
                          {match.trigger, match.trigger + 1});
    fact.status = status(match);
    if (fact.status == Status::Happened && !stays(*pattern.relation) && awaits(match))
      fact.status = Status::Planned;
    if (excepted(subject.head) || excepted(object.head)) fact.status = Status::Denied;
    if (pattern.status) fact.status = joined(*pattern.status, fact.status, match.deed);
    if (fact.status == Status::Denied && any_such(object.entity)) return;
    const bool before = pattern.status == Status::Happened;
    if (before) {
      fact.status = Status::Happened;
    } else if (gap == nullptr) {
      take_time(fact, pattern, match, subject.entity);
    } else {
      set_time(fact, match, gap->time);
    }
    // A plan told in the present whose day is over: the day is not the deed's.
    const std::optional<DateRange>& published = document_.article.published;
    if (pattern.status && fact.when && published && fact.when->last < published->first) {
      fact.when.reset();
      fact.evidence.front().date_phrase.clear();
    }
    fact.evidence.front().said_by = speaker(match, subject.entity);
    const bool apart = dated_words(fact, match).size() < match.words.size();
    const Members places = apart                   ? Members{}
                           : gap == nullptr        ? places_of(match, subject.entity, object.entity)
                           : gap->place == nullptr ? Members{}
                                                   : gap->place->members;
    if (!places.empty()) {
      const std::int32_t place = places.front().entity;
      fact.qualifiers["place"] = reading_.entities[static_cast<std::size_t>(place)].id;
    }
    facts_.push_back(fact);
    if (!gathers(*pattern.relation)) return;
    for (const Member& place : places) {
      for (const Member& person : {subject, object}) add_presence(fact, person, place);
    }
  }

  // "did not sign an agreement": which one is not said, so that there is none to speak of.
  bool any_such(std::int32_t entity) const {
    const LocalEntity& thing = reading_.entities[static_cast<std::size_t>(entity)];
    return thing.described && thing.name.find(' ') == std::string::npos;
  }

  // Who goes to his own country comes home from a visit.
  bool at_home(const Pattern& pattern, const Member& subject, const Member& object) const {
    const Relation& relation = *pattern.relation;
    if (!stays(relation)) return false;
    const std::int32_t home = reading_.countries[static_cast<std::size_t>(subject.entity)];
    if (home < 0 || home == object.entity) return home == object.entity && home >= 0;
    // "travelled to Vienna for dinner with NAME", who lives there
    const std::string* land = reading_.gazetteer.country_of_city(
        fold(reading_.entities[static_cast<std::size_t>(object.entity)].name));
    return pattern.also && land != nullptr &&
           reading_.entities[static_cast<std::size_t>(home)].known == *land;
  }

  static bool stays(const Relation& relation) {
    return relation.occasion && relation.occasion->kind == "visit";
  }

  // "is in Vienna for talks": he is there, the talks may be to come.
  bool awaits(const Match& match) const {
    return std::ranges::any_of(match.words, [&](std::uint32_t word) {
      const auto where = syntax_.head(word);
      const auto be = where ? syntax_.child(*where, "cop") : std::nullopt;
      return be && syntax_.preposition(word) == "for" &&
             (document_.tokens[*be].lower == "is" || document_.tokens[*be].lower == "are");
    });
  }

  static bool gathers(const Relation& relation) {
    return relation.occasion &&
           (relation.occasion->kind == "meeting" || relation.occasion->kind == "signing");
  }

  // "X said in Nairobi on Monday": X was there.
  void try_speech(std::uint32_t verb) {
    const auto subject = reading_.presence == nullptr ? std::nullopt : syntax_.subject(verb);
    if (!subject) return;
    Match match;
    match.words = {verb};
    match.trigger = match.deed = verb;
    for (const Member& person : fillers_.members_at(*subject)) {
      for (const Member& place : places_of(match, person.entity, person.entity)) {
        Fact speech =
            make_fact(reading_, sentence_, *reading_.presence, person, place, {verb, verb + 1});
        speech.status = status(match);
        if (speech.status != Status::Happened) continue;
        take_time(speech, *reading_.presence, match, person.entity);
        add_presence(speech, person, place);
      }
    }
  }

  // "the Kenyan-backed rebels", "X, a Kenyan-backed party"
  void try_backed(std::uint32_t word) {
    const std::string_view form = text_of(document_, document_.tokens[word]);
    const std::size_t hyphen = form.rfind('-');
    if (hyphen == std::string_view::npos || !kBacked.contains(form.substr(hyphen + 1))) return;
    const std::string_view who = form.substr(0, hyphen);
    const KnownName* name = reading_.gazetteer.find({fold(who)}, {who}, 0, 1).name;
    const auto backer = name == nullptr ? reading_.known.end() : reading_.known.find(name->id);
    auto backed = syntax_.head(word);
    if (backer == reading_.known.end() || !backed || *backed < word) return;
    if (syntax_.has_copula(*backed)) {
      backed = syntax_.subject(*backed);
    } else if (syntax_.is(*backed, "appos")) {
      backed = syntax_.head(*backed);
    }
    if (!backed) return;
    Member subject;
    subject.entity = backer->second;
    subject.head = {word, word + 1};
    for (const Member& object : fillers_.members_at(*backed)) {
      const Pattern& rule = *reading_.backing;
      if (object.entity == subject.entity ||
          std::ranges::find(rule.relation->objects, type_of(object.entity)) ==
              rule.relation->objects.end())
        continue;
      facts_.push_back(make_fact(reading_, sentence_, rule, subject, object, {word, word + 1}));
    }
  }

  // "X met Y in Nairobi": who is not from there was there on a visit.
  void add_presence(const Fact& occasion, const Member& person, const Member& place) {
    if (reading_.presence == nullptr || type_of(person.entity) != "person") return;
    const std::int32_t from = reading_.countries[static_cast<std::size_t>(person.entity)];
    const std::string* there = reading_.gazetteer.country_of_city(
        fold(reading_.entities[static_cast<std::size_t>(place.entity)].name));
    if (from < 0 || there == nullptr) return;
    const std::string& home = reading_.entities[static_cast<std::size_t>(from)].known;
    if (home.empty() || home == *there) return;
    Fact visit = make_fact(reading_, sentence_, *reading_.presence, person, place, {});
    Evidence& evidence = visit.evidence.front();
    const Evidence& told = occasion.evidence.front();
    evidence.trigger = told.trigger;
    evidence.said_by = told.said_by;
    evidence.date_phrase = told.date_phrase;
    evidence.confidence *= kPresence;
    visit.when = occasion.when;
    visit.status = occasion.status;
    facts_.push_back(std::move(visit));
  }

  Status status(const Match& match) const {
    Status of_nouns = Status::Happened;
    for (std::size_t k = 1; k < match.words.size() && of_nouns == Status::Happened; ++k) {
      if (!is_verb(document_.tokens[match.words[k]].tag))
        of_nouns = status_of_noun(syntax_, reading_.words, match.words[k]);
    }
    Status status = status_of(syntax_, reading_.words, match.deed);
    // "will not accept": the refusal is what happened.
    if (match.says_not && status == Status::Denied) status = Status::Happened;
    return of_nouns == Status::Happened || status == Status::Denied ? status : of_nouns;
  }

  // "met neither X nor Y", "met not X but Y"
  bool excepted(TokenRange name) const {
    for (std::uint32_t t = name.begin; t-- > sentence_.tokens.begin;) {
      const Token& token = document_.tokens[t];
      if (token.lower == "neither" || token.lower == "nor" || token.lower == "not") return true;
      const bool title = token.tag == Tag::Propn || token.tag == Tag::Noun ||
                         token.tag == Tag::Adj || token.tag == Tag::Det;
      if (!title) return false;
    }
    return false;
  }

  // What the clause says of a pattern that is a plan or a refusal by itself: "is expected in",
  // "had been expected in", "did not cancel her visit to".
  Status joined(Status of_pattern, Status of_clause, std::uint32_t deed) const {
    const bool had = std::ranges::any_of(syntax_.children(deed), [&](std::uint32_t c) {
      return syntax_.token(c).lower == "had" && syntax_.is(c, "aux");
    });
    if (of_clause == Status::Happened)
      return had && of_pattern == Status::Planned ? Status::Hypothetical : of_pattern;
    if (of_pattern == Status::Denied && of_clause == Status::Denied) return Status::Planned;
    if (of_pattern == Status::Denied && of_clause == Status::Planned) return Status::Denied;
    return of_clause;
  }

  // What is dated with the deed. "after a visit to X, met Y on Monday": the visit was not then.
  std::vector<std::uint32_t> dated_words(const Fact& fact, const Match& match) const {
    const Pattern* rule = reading_.presence;  // of the same relation as every visit
    if (rule == nullptr || fact.relation != rule->relation->name) return match.words;
    for (std::size_t k = 1; k < match.words.size(); ++k) {
      const std::string_view before = syntax_.preposition(match.words[k]);
      if (before == "after" || before == "before" || before == "following")
        return {match.words.begin() + static_cast<std::ptrdiff_t>(k), match.words.end()};
    }
    return match.words;
  }

  // "flew to Vienna, where she met X on Monday": that day she was there.
  std::optional<std::uint32_t> time_there(const Match& match, std::int32_t visitor) const {
    for (const std::uint32_t place : match.fillers) {
      for (const std::uint32_t verb : syntax_.children(place)) {
        if (document_.tokens[verb].tag != Tag::Past || !syntax_.is(verb, "acl")) continue;
        const auto& words = syntax_.children(verb);
        const bool where = std::ranges::any_of(words, [&](std::uint32_t c) {
          return c < verb && document_.tokens[c].lower == "where";
        });
        const auto subject = where ? syntax_.subject(verb) : std::nullopt;
        if (!subject) continue;
        const Members who = fillers_.members_at(*subject);
        if (who.size() == 1 && who.front().entity == visitor)
          return time_of(document_, syntax_, {verb});
      }
    }
    return std::nullopt;
  }

  void take_time(Fact& fact, const Pattern& pattern, const Match& match,
                 std::int32_t subject) const {
    auto time = time_of(document_, syntax_, dated_words(fact, match));
    const bool caption = document_.blocks[sentence_.block].kind == BlockKind::Caption;
    if (!time && caption) time = only_time(document_, sentence_.tokens);
    if (!time && stays(*pattern.relation)) time = time_there(match, subject);
    if (!time) {
      if (const auto occasion = occasion_of(syntax_, match.words)) {
        undated_.push_back(
            {facts_.size(), document_.tokens[*occasion].lemma, document_.tokens[*occasion].span});
      }
      return;
    }
    set_time(fact, match, *time);
  }

  void set_time(Fact& fact, const Match& match, std::uint32_t time) const {
    const TimeMention& when = document_.times[time];
    fact.when = when.when;
    fact.evidence.front().date_phrase =
        slice(document_.article.text, span_of(document_, when.tokens));
    const std::optional<DateRange>& published = document_.article.published;
    // The next day may have begun where it took place: "met" stays so.
    const bool past = document_.tokens[match.deed].tag == Tag::Past;
    const bool to_come = fact.status == Status::Happened && published &&
                         fact.when->first > published->last + std::chrono::days{past ? 1 : 0};
    if (!to_come) return;
    if (!past) {
      fact.status = Status::Planned;
      return;
    }
    fact.when.reset();  // "signed a plan on growth in 2030"
    fact.evidence.front().date_phrase.clear();
  }

  // Where it took place, "the hall" before "Vienna".
  Members places_of(const Match& match, std::int32_t subject, std::int32_t object) const {
    std::vector<std::uint32_t> words = match.words;
    for (const std::uint32_t filler : match.fillers) {
      if (filler > match.words.front()) words.push_back(filler);
    }
    Members places;
    for (const Phrase& phrase : document_.phrases) {
      if (phrase.tokens.begin < sentence_.tokens.begin) continue;
      if (phrase.tokens.begin >= sentence_.tokens.end) break;
      if (phrase.members.size() != 1) continue;
      const std::int32_t entity = phrase.members.front().entity;
      if (entity == subject || entity == object || type_of(entity) != "place") continue;
      if (tells_where(syntax_, syntax_.head_of(phrase.tokens), words))
        places.push_back(phrase.members.front());
    }
    return places;
  }

  std::string speaker(const Match& match, std::int32_t subject) const {
    const auto word = speaker_of(syntax_, match.words.front());
    if (!word) return "";
    const Members members = fillers_.members_at(*word);
    if (members.size() != 1 || (members.front().entity == subject && *word == match.words.front()))
      return "";
    return reading_.entities[static_cast<std::size_t>(members.front().entity)].id;
  }

  const Reading& reading_;
  const Document& document_;
  const Sentence& sentence_;
  Syntax syntax_;
  Fillers fillers_;
  Matcher matcher_;
  std::vector<Fact>& facts_;
  std::vector<Undated>& undated_;
};

std::string words_of(const Document& document, TokenRange range) {
  std::string text;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && document.tokens[i].span.begin > document.tokens[i - 1].span.end)
      text += ' ';
    text += text_of(document, document.tokens[i]);
  }
  return text;
}

// "ambassador" of "the new ambassador", but all of "visiting fellow".
TokenRange without_praise(const Document& document, const Words& words, TokenRange title) {
  static const std::unordered_set<std::string_view> kPassing = {
      "new",      "newly",    "appointed",       "elected",       "current",    "incumbent",
      "sitting",  "visiting", "newly-appointed", "newly-elected", "re-elected", "reelected",
      "longtime", "veteran",  "long-time",       "embattled",     "popular",    "powerful",
      "youngest", "oldest",   "influential",     "disgraced",     "respective", "own"};
  const auto post = words.roles.find(document.tokens, title.end - 1, title.end);
  const bool academic = post && *post->value == "academic";
  while (!academic && title.begin + 1 < title.end &&
         kPassing.contains(document.tokens[title.begin].lower))
    ++title.begin;
  return title;
}

// "foreign minister" of "the foreign ministers of X and Y, NAME and NAME".
std::string title_of(const Document& document, const Words& words, TokenRange range) {
  range = without_praise(document, words, range);
  std::string title = words_of(document, range);
  const auto post = words.roles.find(document.tokens, range.end - 1, range.end);
  if (post && post->value->back() == Words::kPlural && title.ends_with('s')) title.pop_back();
  return title;
}

void add_structural(const Reading& reading, const Pattern& pattern, std::vector<Fact>& facts) {
  const auto fits = [&](std::int32_t entity, const std::vector<std::string>& types) {
    const std::string& type = reading.entities[static_cast<std::size_t>(entity)].type;
    return std::ranges::find(types, type) != types.end();
  };
  for (const StructuralFact& found :
       find_structural(reading.document, reading.entities, reading.words, pattern.structural)) {
    if (!fits(found.subject, pattern.relation->subjects) ||
        !fits(found.object, pattern.relation->objects))
      continue;
    Fact fact = make_fact(reading, reading.document.sentences[found.sentence], pattern,
                          {found.subject, found.subject_words, {}},
                          {found.object, found.object_words, found.links}, found.trigger);
    if (found.title.size() > 0) {
      const std::string title = title_of(reading.document, reading.words, found.title);
      fact.qualifiers["title"] =
          found.former.size() == 0 ? title : words_of(reading.document, found.former) + ' ' + title;
    }
    fact.evidence.front().confidence = found.confidence;
    fact.status = found.status;
    facts.push_back(std::move(fact));
  }
}

// "ended a three-day visit on Monday", of which Monday is one day.
bool lasts_days(const Fact& visit) {
  const std::string& quote = visit.evidence.front().quote;
  const std::size_t days = quote.find("-day ");
  return visit.when->first == visit.when->last && days != quote.npos &&
         !quote.substr(0, days).ends_with("one");
}

// "During the talks, X agreed": on the day of the talks that were told and dated last, where one of
// these two took part.
void date_by_occasion(const std::vector<Undated>& undated, std::vector<Fact>& facts) {
  static const std::vector<std::string_view> kMeeting = {"met-with"};
  for (const Undated& one : undated) {
    Fact& fact = facts[one.fact];
    if (fact.status != Status::Happened) continue;
    const auto told = kTells.find(one.occasion);
    const std::vector<std::string_view>& relations = told == kTells.end() ? kMeeting : told->second;
    for (std::size_t f = one.fact; f-- > 0;) {
      const Fact& before = facts[f];
      const bool shared = before.subject == fact.subject || before.subject == fact.object ||
                          before.object == fact.subject || before.object == fact.object;
      if (!before.when || before.status != Status::Happened || !shared ||
          before.evidence.front().date_phrase.empty() ||
          std::ranges::find(relations, before.relation) == relations.end() ||
          (told != kTells.end() && lasts_days(before)))
        continue;
      fact.when = before.when;
      Evidence& evidence = fact.evidence.front();
      evidence.date_phrase = before.evidence.front().date_phrase;
      evidence.links.push_back({one.word, before.evidence.front().trigger, "occasion"});
      break;
    }
  }
}

// One sentence states a fact once, whichever patterns found it and, where that says the same,
// whichever way round: the first that is dated stays.
void keep_one_a_sentence(const PatternSet& patterns, std::vector<Fact>& facts) {
  using Key = std::tuple<std::string, std::string, std::string, std::uint32_t, std::string>;
  std::map<Key, std::size_t> kept;
  std::vector<bool> drop(facts.size(), false);
  for (std::size_t f = 0; f < facts.size(); ++f) {
    const Fact& fact = facts[f];
    const auto title = fact.qualifiers.find("title");
    const bool turned = fact.object < fact.subject && patterns.symmetric.contains(fact.relation);
    const auto [at, is_new] =
        kept.emplace(Key{turned ? fact.object : fact.subject, fact.relation,
                         turned ? fact.subject : fact.object, fact.evidence.front().sentence.begin,
                         title == fact.qualifiers.end() ? "" : title->second},
                     f);
    if (is_new) continue;
    const Fact& first = facts[at->second];
    const bool came_about = fact.status == Status::Happened && first.status == Status::Hypothetical;
    const bool better = came_about || (fact.when && !first.when && fact.status == first.status);
    drop[better ? std::exchange(at->second, f) : f] = true;
  }
  std::size_t f = 0;
  std::erase_if(facts, [&](const Fact&) { return drop[f++]; });
}

// "threatened to ban X" is a threat, "refused to help Y" a refusal, "urged X to help Y" a request:
// what did not come about is left out where who would have done it has a fact that did.
void drop_undone(std::vector<Fact>& facts) {
  using Key = std::pair<std::string, std::uint32_t>;
  const auto key = [](const std::string& end, const Fact& fact) {
    return Key{end, fact.evidence.front().sentence.begin};
  };
  std::set<Key> done;
  for (const Fact& fact : facts) {
    if (fact.status != Status::Happened || fact.evidence.front().rule.starts_with("holds-position"))
      continue;
    done.insert(key(fact.subject, fact));
    done.insert(key(fact.object, fact));
  }
  std::erase_if(facts, [&](const Fact& fact) {
    const bool undone = fact.status == Status::Hypothetical || fact.status == Status::Denied;
    return undone && done.contains(key(fact.subject, fact));
  });
}

}  // namespace

std::vector<Fact> find_facts(const Document& document, const std::vector<LocalEntity>& entities,
                             const PatternSet& patterns, const Words& words,
                             const Gazetteer& gazetteer) {
  const auto rule = [&](std::string_view name) -> const Pattern* {
    const auto found = std::ranges::find(patterns.patterns, name, &Pattern::structural);
    return found == patterns.patterns.end() ? nullptr : &*found;
  };
  const Reading reading{document,
                        entities,
                        patterns,
                        words,
                        gazetteer,
                        rule("presence"),
                        rule("backed"),
                        find_countries(document, entities),
                        find_known(entities)};
  std::vector<Fact> facts;
  for (const Pattern& pattern : patterns.patterns) {
    if (!pattern.structural.empty()) add_structural(reading, pattern, facts);
  }
  std::vector<Undated> undated;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    SentenceReader(reading, s, facts, undated).read();
  date_by_occasion(undated, facts);
  keep_one_a_sentence(patterns, facts);
  drop_undone(facts);
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return a.evidence.front().sentence.begin < b.evidence.front().sentence.begin;
  });
  return facts;
}

}  // namespace entente
