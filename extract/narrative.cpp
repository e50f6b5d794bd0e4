#include "extract/narrative.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "extract/circumstances.h"
#include "extract/syntax.h"

namespace entente {
namespace {

constexpr std::uint32_t kFar = 12;         // sentences for which a day is remembered
constexpr std::uint32_t kCloseBy = 3;      // sentences behind a day that go on telling of it
constexpr std::chrono::days kFresh{31};    // between a day that is told and the report of it
constexpr std::chrono::days kLongest{14};  // a trip of which single deeds are told

constexpr std::string_view kStay = "visit";  // Occasion::kind

constexpr std::uint32_t kLongestClause = 40;  // words before its verb
constexpr int kHighest = 4;                   // words from a noun up to the verb that it hangs on

// Who is named behind these did not take part.
const std::unordered_set<std::string_view> kSpeaks = {
    "say",   "tell",  "announce", "report", "warn",    "add",  "state", "declare",
    "claim", "write", "vow",      "pledge", "confirm", "deny", "note"};
// What follows may be of a later day of the stay.
const std::unordered_set<std::string_view> kArrives = {
    "arrive", "come",   "travel", "fly",   "land", "visit", "tour",
    "go",     "return", "begin",  "start", "head", "leave", "depart"};
// What follows tells of a life.
const std::unordered_set<std::string_view> kEnds = {"die", "bear", "bury"};
// "held a summit", "oversaw the signing": what they hold took place then.
const std::unordered_set<std::string_view> kHolds = {"hold",    "have",    "witness",  "attend",
                                                     "oversee", "conduct", "conclude", "open",
                                                     "begin",   "start",   "close",    "join"};
const std::unordered_set<std::string_view> kMeetings = {"talk",    "meeting", "call",
                                                        "summit",  "visit",   "conversation",
                                                        "session", "dinner",  "discussion"};
const std::unordered_set<std::string_view> kStays = {"visit", "trip", "tour", "stay"};
const std::unordered_set<std::string_view> kOneDay = {"one-day", "day-long", "daylong"};
// "The promise came at a meeting".
const std::unordered_set<std::string_view> kCameUp = {"come", "make", "give", "issue"};
const std::unordered_set<std::string_view> kLeads = {"chair", "lead",     "head",
                                                     "host",  "co-chair", "preside"};
const std::unordered_set<std::string_view> kLed = {"meeting", "talk",    "session",   "delegation",
                                                   "summit",  "council", "conference"};
const std::unordered_set<std::string_view> kWhose = {"their", "his", "her"};
// Place in the list = how many, but for "a".
constexpr std::array<std::string_view, 8> kCounts = {"a",    "one",  "two", "three",
                                                     "four", "five", "six", "seven"};
// The clause that one begins tells of another time.
const std::unordered_set<std::string_view> kApart = {"after", "before", "since",
                                                     "when",  "until",  "once"};
const std::unordered_set<std::string_view> kAround = {"after", "following", "during", "at", "in"};

// What has been told of a day, or of the days of a trip.
struct Day {
  DateRange when;
  std::string phrase;  // that gave it
  Span word;           // of the deed that it was told with
  std::uint32_t sentence = 0;
  std::set<std::string> ends;
};

// Of two who met or spoke, the day told last: what they agreed on was then.
struct Meeting {
  Day day;
  bool several = false;  // days were told
};

class Narrative {
 public:
  Narrative(const Document& document, const Ontology& ontology,
            const std::vector<LocalEntity>& entities, std::vector<Fact>& facts)
      : document_(document), ontology_(ontology), entities_(entities), facts_(facts) {
    for (const LocalEntity& entity : entities) {
      if (entity.type == "person") people_.insert(entity.id);
    }
  }

  void date() {
    std::size_t fact = 0;
    std::size_t time = 0;
    std::size_t phrase = 0;
    std::vector<Untold> untold;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const TokenRange tokens = document_.sentences[s].tokens;
      const std::uint32_t end = document_.tokens[tokens.end - 1].span.end;
      const std::size_t first = fact;
      while (fact < facts_.size() && facts_[fact].evidence.front().sentence.begin < end) ++fact;
      const std::size_t times = time;
      while (time < document_.times.size() && document_.times[time].tokens.begin < tokens.end)
        ++time;
      while (phrase < document_.phrases.size() &&
             document_.phrases[phrase].tokens.begin < tokens.begin)
        ++phrase;
      if (first == fact && times == time && !day_) continue;
      const Syntax syntax(document_, document_.sentences[s]);
      if (times == time && syntax.parsed()) join_meeting(s, syntax, phrase);
      if (first == fact && times == time) continue;
      const bool begins = begin_day(s, {first, fact}) ||
                          (times < time && syntax.parsed() && begin_day(s, syntax, phrase));
      if (begins) count_from(syntax, {first, fact});
      if (syntax.parsed()) tell(s, syntax, {first, fact}, {times, time});
      if (!begins && tells_another(syntax, {times, time}) && !aside(syntax, phrase, {times, time}))
        day_.reset();
      for (std::size_t f = first; f < fact; ++f) {
        if (told_before_its_day(facts_[f])) untold.push_back({s, f, {times, time}});
      }
    }
    day_.reset();
    last_meeting_.reset();
    for (const Untold& lead : untold) {
      const Syntax syntax(document_, document_.sentences[lead.sentence]);
      if (syntax.parsed()) tell(lead.sentence, syntax, {lead.fact, lead.fact + 1}, lead.times);
    }
  }

 private:
  struct Slice {  // of facts_ or of Document::times
    std::size_t begin;
    std::size_t end;
  };

  // What two agreed on in the lead, before the day on which they met is told.
  struct Untold {
    std::uint32_t sentence;
    std::size_t fact;
    Slice times;
  };

  bool told_before_its_day(const Fact& fact) const {
    return !fact.when && together_.empty() && symmetric(fact) && !occasion(fact);
  }

  bool begin_day(std::uint32_t sentence, Slice facts) {
    bool begun = false;
    for (std::size_t f = facts.begin; f < facts.end; ++f) {
      const Fact& fact = facts_[f];
      if (!fact.when || fact.status != Status::Happened ||
          fact.evidence.front().date_phrase.empty() || !of_report(fact) || !fresh(*fact.when))
        continue;
      const Evidence& evidence = fact.evidence.front();
      if (!begun) turn_to(Day{*fact.when, evidence.date_phrase, evidence.trigger, sentence, {}});
      begun = true;
      if (*fact.when != day_->when) continue;
      day_->ends.insert({fact.subject, fact.object});
      if (symmetric(fact)) meet(fact);
    }
    return begun;
  }

  // The day of what the main clause tells, be it a fact or not: "X said in Y on Monday".
  bool begin_day(std::uint32_t sentence, const Syntax& syntax, std::size_t phrase) {
    const std::uint32_t verb = told_verb(syntax);
    const std::string& lemma = syntax.token(verb).lemma;
    const bool now = done_now(syntax, verb);
    if (!(now || finite_past(syntax, verb)) || kArrives.contains(lemma) || kEnds.contains(lemma) ||
        ends_stay(syntax, verb))
      return false;
    const auto time = time_of(document_, syntax, {verb});
    if (!time) return false;
    const TimeMention& said = document_.times[*time];
    if (now && said.when != document_.written) return false;
    if (!one_day(said.when) || !fresh(said.when)) return false;
    turn_to(Day{said.when,
                std::string(slice(document_.article.text, span_of(document_, said.tokens))),
                document_.tokens[verb].span,
                sentence,
                {}});
    const bool speaks = kSpeaks.contains(syntax.token(verb).lemma);
    join_day(syntax, phrase,
             [&](std::uint32_t who) { return !speaks || talks(syntax, verb, who); });
    return true;
  }

  // "wrapped up a visit on Monday": what she did there may have been before.
  static bool ends_stay(const Syntax& syntax, std::uint32_t verb) {
    return std::ranges::any_of(syntax.objects(verb), [&](std::uint32_t object) {
      return kStays.contains(syntax.token(object).lemma);
    });
  }

  // Those of the sentence's phrases of whose heads `joins` holds are of the day.
  template <typename Joins>
  void join_day(const Syntax& syntax, std::size_t phrase, const Joins& joins) {
    for (std::size_t p = phrase; p < document_.phrases.size(); ++p) {
      const Phrase& who = document_.phrases[p];
      if (who.tokens.begin >= syntax.range().end) break;
      if (!joins(syntax.head_of(who.tokens))) continue;
      for (const Member& member : who.members)
        day_->ends.insert(entities_[static_cast<std::size_t>(member.entity)].id);
    }
  }

  // "The promise came at a meeting with X": right behind what was told of the day, X is of it.
  // Likewise of "The meeting was chaired by X", "The delegation was led by X".
  void join_meeting(std::uint32_t sentence, const Syntax& syntax, std::size_t phrase) {
    if (!day_ || sentence - day_->sentence > kCloseBy) return;
    const std::uint32_t verb = syntax.head_of(syntax.range());
    if (!finite_past(syntax, verb)) return;
    const std::string& lemma = syntax.token(verb).lemma;
    const auto subject = syntax.child(verb, "nsubj");
    const bool led = subject && kLeads.contains(lemma) && syntax.passive(verb) &&
                     kLed.contains(syntax.token(*subject).lemma);
    join_day(syntax, phrase, [&](std::uint32_t who) {
      while (syntax.is(who, "flat")) who = *syntax.head(who);  // "H.E. X"
      const auto above = syntax.head(who);
      if (led) return above == verb && syntax.preposition(who) == "by";
      return above && kCameUp.contains(lemma) && syntax.preposition(who) == "with" &&
             syntax.head(*above) == verb && kMeetings.contains(syntax.token(*above).lemma) &&
             kAround.contains(syntax.preposition(*above));
    });
  }

  // Does the sentence tell of something long ago, of others than the day is told of?
  bool aside(const Syntax& syntax, std::size_t phrase, Slice times) const {
    if (!day_ || !syntax.parsed()) return false;
    for (std::size_t t = times.begin; t < times.end; ++t) {
      if (document_.times[t].when.last >= day_->when.first - kFresh) return false;
    }
    bool names = false;
    for (std::size_t p = phrase; p < document_.phrases.size(); ++p) {
      if (document_.phrases[p].tokens.begin >= syntax.range().end) break;
      for (const Member& member : document_.phrases[p].members) {
        names = true;
        if (day_->ends.contains(entities_[static_cast<std::size_t>(member.entity)].id))
          return false;
      }
    }
    return names;
  }

  // The verb of the main clause; of "X met Y, a minister said" that of what was said.
  static std::uint32_t told_verb(const Syntax& syntax) {
    const std::uint32_t root = syntax.head_of(syntax.range());
    if (!kSpeaks.contains(syntax.token(root).lemma)) return root;
    for (const std::uint32_t c : syntax.children(root)) {
      const bool before = c < root && is_verb(syntax.token(c).tag);
      if (before && syntax.is(c, "ccomp") && !syntax.child(c, "mark")) return c;
    }
    return root;
  }

  // Is `who` the speaker or one spoken to? "told X", and whoever is named beside either; a dateline
  // may be read as the subject with the speaker beside it.
  static bool talks(const Syntax& syntax, std::uint32_t verb, std::uint32_t who) {
    while (syntax.is(who, "appos") || syntax.is(who, "conj")) who = *syntax.head(who);
    if (syntax.subject(verb) == who) return true;
    return syntax.head(who) == verb && (syntax.is(who, "iobj") || syntax.is(who, "obj"));
  }

  void turn_to(Day day) {
    if (day_ && day_->when == day.when) day.ends = std::move(day_->ends);
    day_ = std::move(day);
  }

  // A deed on its day, or a stay of some days: "travelled to X and Y from May 3 to 6".
  bool of_report(const Fact& fact) const {
    const DateRange& when = *fact.when;
    if (!occasion(fact)) return false;
    if (deed(fact)) return one_day(when);
    return when.first < when.last && when.last - when.first < kLongest;
  }

  // Of a text of which only the year is known, a day is told by it.
  bool one_day(const DateRange& when) const {
    return when.first == when.last || when == document_.written;
  }

  // Is one of the times not still to come and no end of a stretch ("since May"), and told of by the
  // main line, not aside ("had met in May", "X, who met Y in May")? What follows may be of that.
  bool tells_another(const Syntax& syntax, Slice times) const {
    const std::optional<DateRange>& published = document_.written;
    for (std::size_t t = times.begin; t < times.end; ++t) {
      const TimeMention& time = document_.times[t];
      const bool till_now = published && time.when.last >= published->first &&
                            time.when.last - time.when.first > kLongest;  // "in recent months"
      if (time.side != TimeSide::At || ahead(time) || till_now) continue;
      if (!syntax.parsed() || in_main_line(syntax, syntax.head_of(time.tokens))) return true;
    }
    return false;
  }

  bool ahead(const TimeMention& time) const {
    return document_.written && time.when.first > document_.written->last;
  }

  // Does the time that `word` heads belong to a clause in the simple past that the sentence
  // consists of? "last week's attack" only names the attack.
  bool in_main_line(const Syntax& syntax, std::uint32_t word) const {
    const auto named = syntax.head(word);
    if (named && *named > word && !syntax.heads_clause(*named)) return false;
    while (!syntax.heads_clause(word)) {
      const auto above = syntax.head(word);
      if (!above) return true;
      word = *above;
    }
    if (!finite_past(syntax, word)) return false;
    for (auto above = syntax.head(word); above; above = syntax.head(word)) {
      if (!syntax.is(word, "conj") && !syntax.is(word, "parataxis") && !syntax.is(word, "ccomp"))
        return false;
      word = *above;
    }
    return true;
  }

  // A life is told from day to day as well, but without saying that it is the same day.
  bool fresh(const DateRange& when) const {
    const std::optional<DateRange>& published = document_.written;
    return published && when.first >= published->first - kFresh &&
           when.first <= published->last + std::chrono::days{1};
  }

  // "met on Monday, two days after she signed": the day of the main clause is known.
  void count_from(const Syntax& syntax, Slice facts) {
    for (std::size_t f = facts.begin; f < facts.end; ++f) {
      Fact& fact = facts_[f];
      const std::uint32_t word = token_from(document_, fact.evidence.front().trigger.begin);
      if (fact.when || fact.status != Status::Happened || !day_ ||
          word == document_.tokens.size() || !deed(fact) || day_->when.first != day_->when.last)
        continue;
      const auto days = days_after(syntax, word);
      if (!days) continue;
      fact.when = DateRange{day_->when.first - *days, day_->when.first - *days};
      Evidence& evidence = fact.evidence.front();
      evidence.date_phrase = day_->phrase;
      evidence.links.push_back({evidence.trigger, day_->word, "day"});
    }
  }

  // How long before the main clause the clause of `verb` took place, as it says itself.
  static std::optional<std::chrono::days> days_after(const Syntax& syntax, std::uint32_t verb) {
    const auto above = syntax.head(verb);
    const auto mark = syntax.child(verb, "mark");
    if (!above || !syntax.is(verb, "advcl") || !mark || syntax.token(*mark).lower != "after" ||
        *mark < syntax.range().begin + 2)
      return std::nullopt;
    const std::string& unit = syntax.token(*mark - 1).lower;
    const std::string& count = syntax.token(*mark - 2).lower;
    const auto counted = std::ranges::find(kCounts, count);
    if (counted == kCounts.end() || (unit != "day" && unit != "days")) return std::nullopt;
    return std::chrono::days{std::max<std::ptrdiff_t>(1, counted - kCounts.begin())};
  }

  void meet(const Fact& fact) {
    const auto [met, first] = together_.try_emplace(ends_of(fact), Meeting{*day_, false});
    if (!first && met->second.day.when != day_->when) met->second = {*day_, true};
    last_meeting_ = *day_;
    last_meeting_->ends = {fact.subject, fact.object};
  }

  void tell(std::uint32_t sentence, const Syntax& syntax, Slice facts, Slice times) {
    if (!day_ && together_.empty()) return;
    for (std::size_t f = facts.begin; f < facts.end; ++f) {
      Fact& fact = facts_[f];
      Evidence& evidence = fact.evidence.front();
      const std::uint32_t word = token_from(document_, evidence.trigger.begin);
      if (fact.when || fact.status != Status::Happened || word == document_.tokens.size()) continue;
      if (stance(fact) ? !said_in_past(syntax, word)
                       : !(deed(fact) || one_day_stay(syntax, fact)) || !evidence.said_by.empty() ||
                             !told_in_past(syntax, word, fact))
        continue;
      const Day* day = day_of(fact, sentence, syntax);
      if (day == nullptr || (day->sentence != sentence && other_time(syntax, word, times)))
        continue;
      fact.when = day->when;
      evidence.date_phrase = day->phrase;
      evidence.links.push_back({evidence.trigger, day->word, "day"});
      date_presence(fact, facts);
      if (day_ && day == &*day_) day_->ends.insert({fact.subject, fact.object});
    }
  }

  // "X met Y in Vienna": whoever was there for it was there on its day.
  void date_presence(const Fact& met, Slice facts) {
    const auto place = met.qualifiers.find("place");
    if (place == met.qualifiers.end()) return;
    for (std::size_t f = facts.begin; f < facts.end; ++f) {
      Fact& visit = facts_[f];
      Evidence& evidence = visit.evidence.front();
      const bool there = visit.object == place->second &&
                         (visit.subject == met.subject || visit.subject == met.object);
      if (visit.when || !there || !stay(visit) ||
          evidence.trigger.begin != met.evidence.front().trigger.begin)
        continue;
      visit.when = met.when;
      evidence.date_phrase = met.evidence.front().date_phrase;
      evidence.links.push_back(met.evidence.front().links.back());
    }
  }

  // nullptr = not known.
  const Day* day_of(const Fact& fact, std::uint32_t sentence, const Syntax& syntax) const {
    const bool of_meeting = day_ && last_meeting_ && last_meeting_->when == day_->when;
    const bool alive =
        day_ && (sentence - day_->sentence <= kFar || (of_meeting && shares(*last_meeting_, fact)));
    const auto met = together_.find(ends_of(fact));
    if (met != together_.end() && (((symmetric(fact) || of_people(fact)) && !met->second.several) ||
                                   (alive && !occasion(fact))))
      return &met->second.day;
    if (last_meeting_ && shares(*last_meeting_, fact) && at_the_meeting(syntax))
      return &*last_meeting_;
    return alive && day_->sentence != sentence && shares(*day_, fact) ? &*day_ : nullptr;
  }

  bool shares(const Day& day, const Fact& fact) const {
    // What somebody else says of one who was there may be said on another day.
    const bool to_him = occasion(fact) || symmetric(fact);
    return day.ends.contains(fact.subject) || (to_him && day.ends.contains(fact.object)) ||
           (stance(fact) && day.ends.contains(fact.evidence.front().said_by));
  }

  bool of_people(const Fact& fact) const {
    return people_.contains(fact.subject) && people_.contains(fact.object);
  }

  // "During their talks, ...": it goes on telling of the meeting that it told of.
  static bool at_the_meeting(const Syntax& syntax) {
    for (std::uint32_t t = syntax.range().begin; t < syntax.range().end; ++t) {
      if (!kMeetings.contains(syntax.token(t).lemma) || syntax.preposition(t) != "during") continue;
      const auto known = syntax.child(t, "det");
      const auto whose = syntax.child(t, "nmod");
      if (known && syntax.token(*known).lower == "the") return true;
      if (whose && kWhose.contains(syntax.token(*whose).lower)) return true;
    }
    return false;
  }

  static std::pair<std::string, std::string> ends_of(const Fact& fact) {
    return std::minmax(fact.subject, fact.object);
  }

  bool symmetric(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && relation->symmetric;
  }

  bool occasion(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && relation->occasion.has_value();
  }

  // Neither a state nor a stay, which may last longer than the day.
  bool deed(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && !relation->state && !stay(fact);
  }

  // "during a one-day trip to X"
  bool one_day_stay(const Syntax& syntax, const Fact& fact) const {
    if (!stay(fact)) return false;
    std::uint32_t at = token_from(document_, fact.evidence.front().object.begin);
    for (int k = 0; k < kHighest; ++k) {
      const auto above = syntax.head(at);
      if (!above) return false;
      at = *above;
      const auto& words = syntax.children(at);
      if (std::ranges::any_of(
              words, [&](std::uint32_t c) { return kOneDay.contains(syntax.token(c).lower); }))
        return true;
    }
    return false;
  }

  bool stay(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && relation->occasion && relation->occasion->kind == kStay;
  }

  // What somebody declares to be for or against: known of the day on which it was said.
  bool stance(const Fact& fact) const {
    const Relation* relation = ontology_.relation(fact.relation);
    return relation != nullptr && relation->declared();
  }

  // "stressed that Austria supports the plan"
  bool said_in_past(const Syntax& syntax, std::uint32_t word) const {
    for (int k = 0; k < kHighest; ++k) {
      const auto above = syntax.head(word);
      if (!above) return false;
      if (syntax.is(word, "ccomp"))
        return is_verb(syntax.token(*above).tag) && finite_past(syntax, *above) &&
               !counted_from(*above);
      word = *above;
    }
    return false;
  }

  // "met", "was received", "said after talks with", "held a summit"; not "has met", "a day after
  // X met Y", "at odds over the attack".
  bool told_in_past(const Syntax& syntax, std::uint32_t word, const Fact& fact) const {
    if (is_verb(syntax.token(word).tag)) {
      const bool today = day_ && day_->when == document_.written;
      return (finite_past(syntax, word) || (today && done_now(syntax, word))) &&
             !counted_from(word);
    }
    const Relation* relation = ontology_.relation(fact.relation);
    if (!relation->symmetric && !(relation->occasion && relation->occasion->about_object))
      return false;
    for (int k = 0; k < kHighest; ++k) {
      const auto above = syntax.head(word);
      if (!above) return false;
      if (is_verb(syntax.token(*above).tag)) {
        const bool then = kAround.contains(syntax.preposition(word)) ||
                          (syntax.is(word, "obj") && kHolds.contains(syntax.token(*above).lemma));
        return then && finite_past(syntax, *above) && !counted_from(*above);
      }
      if (!syntax.preposition(word).empty() && syntax.preposition(word) != "of") return false;
      word = *above;
    }
    return false;
  }

  // "Today, the ministry is designating ...": how a government tells what it does.
  static bool done_now(const Syntax& syntax, std::uint32_t verb) {
    const auto aux = syntax.child(verb, "aux");
    if (syntax.token(verb).tag != Tag::Gerund || !aux) return false;
    const std::string& low = syntax.token(*aux).lower;
    return low == "is" || low == "are";
  }

  bool finite_past(const Syntax& syntax, std::uint32_t verb) const {
    const Tag tag = syntax.token(verb).tag;
    if (tag != Tag::Past && tag != Tag::Participle) return false;
    const auto subject = syntax.child(verb, "nsubj");
    bool was = tag == Tag::Past ||  // "later called on X", taken for a participle
               (subject && !syntax.passive(verb) && !syntax.child(verb, "aux"));
    for (const std::uint32_t c : syntax.children(verb)) {
      if (c > verb || !(syntax.is(c, "aux") || syntax.is(c, "cop"))) continue;
      const std::string& low = syntax.token(c).lower;
      const bool had = low == "had" && earlier_that_day(syntax, verb);
      if (low != "was" && low != "were" && low != "did" && !had) return false;
      was = true;
    }
    return was;
  }

  // "had met earlier in Vienna", not "had met earlier this month", "earlier than", "a day earlier"
  static bool earlier_that_day(const Syntax& syntax, std::uint32_t verb) {
    return std::ranges::any_of(syntax.children(verb), [&](std::uint32_t c) {
      return syntax.token(c).lower == "earlier" && syntax.children(c).empty();
    });
  }

  // Does another time stand in the clause of `word`, or before it? "upgraded a deal, which dates
  // from 2008" has none.
  bool other_time(const Syntax& syntax, std::uint32_t word, Slice times) const {
    for (std::size_t t = times.begin; t < times.end; ++t) {
      std::uint32_t at = syntax.head_of(document_.times[t].tokens);
      if (ahead(document_.times[t]) || is_for(syntax, at) ||
          of_arrival(syntax, at, word, document_.times[t]))
        continue;
      if (document_.times[t].tokens.begin < word) return true;
      while (!syntax.heads_clause(at)) {
        const auto above = syntax.head(at);
        if (!above) return true;
        at = *above;
      }
      if (!syntax.is(at, "acl") || at < word) return true;
    }
    return false;
  }

  // "X, who arrived on Sunday, later met Y": later than the day told last.
  bool of_arrival(const Syntax& syntax, std::uint32_t at, std::uint32_t word,
                  const TimeMention& time) const {
    const auto came = syntax.head(at);
    return came && syntax.is(*came, "acl") && *came < word &&
           kArrives.contains(syntax.token(*came).lemma) && day_ &&
           time.when.last < day_->when.first && says_later(syntax, word);
  }

  static bool says_later(const Syntax& syntax, std::uint32_t verb) {
    for (auto above = syntax.head(verb); above && syntax.is(verb, "conj");
         above = syntax.head(verb))
      verb = *above;
    return std::ranges::any_of(syntax.children(verb), [&](std::uint32_t c) {
      const std::string& low = syntax.token(c).lower;
      return low == "later" || low == "also" || low == "afterwards" || low == "subsequently";
    });
  }

  // "came a day after X signed Y", "recalled how, when X signed Y"
  bool counted_from(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i-- > 0 && verb - i < kLongestClause;) {
      const Token& token = document_.tokens[i];
      if (token.head == verb && kApart.contains(token.lower)) return true;
    }
    return false;
  }

  const Document& document_;
  const Ontology& ontology_;
  const std::vector<LocalEntity>& entities_;
  std::vector<Fact>& facts_;
  std::unordered_set<std::string_view> people_;  // LocalEntity::id
  std::optional<Day> day_;
  std::map<std::pair<std::string, std::string>, Meeting> together_;  // by those who met
  std::optional<Day> last_meeting_;                                  // ends: who met
};

}  // namespace

void date_by_narrative(const Document& document, const Ontology& ontology,
                       const std::vector<LocalEntity>& entities, std::vector<Fact>& facts) {
  Narrative(document, ontology, entities, facts).date();
}

}  // namespace entente
