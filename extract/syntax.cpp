#include "extract/syntax.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr std::uint32_t kNear = 15;  // words from an effort to its verb
constexpr int kDeepest = 8;          // clauses between a verb and its subject

const Strings kRelative = {"who", "which", "that", "whom"};
// "promised X to visit": who promises visits. After other verbs with an object, X does.
const Strings kSubjectControl = {"promise", "vow",   "pledge",  "threaten", "use",
                                 "take",    "pay",   "meet",    "visit",    "phone",
                                 "host",    "greet", "contact", "join",     "telephone"};
// What is asked of an object, though the parser may hang it on the verb as a purpose.
const Strings kObjectControl = {"urge",     "ask",   "invite",    "request", "call", "tell",
                                "order",    "allow", "encourage", "enable",  "help", "persuade",
                                "pressure", "force", "command",   "beg"};

// "told X after meeting Y": who told him met Y.
const Strings kBesides = {"after", "before",    "while", "since", "when",
                          "upon",  "following", "by",    "in",    "without"};
// "met visiting President X", read as what X does
const Strings kReceives = {"meet", "receive", "welcome", "host", "greet"};
// "accused X of arming Y": X arms.
const Strings kOfObject = {
    "accuse",  "blame",     "thank",   "praise",   "suspect",   "convict",      "charge",
    "acquit",  "criticize", "condemn", "denounce", "criticise", "congratulate", "fault",
    "rebuke",  "slam",      "blast",   "punish",   "penalize",  "penalise",     "fine",
    "jail",    "arrest",    "detain",  "sue",      "prosecute", "sentence",     "honor",
    "honour",  "commend",   "applaud", "hail",     "laud",      "reward",       "warn",
    "caution", "castigate", "chide",   "berate",   "scold",     "reproach",     "reprimand",
    "forgive", "pardon",    "excuse",  "target",   "sanction",  "indict",       "ridicule"};
// "prevented X from attacking": X attacks, or would.
const Strings kFromObject = {"prevent", "stop",  "bar",      "ban",        "prohibit", "block",
                             "keep",    "deter", "restrain", "discourage", "dissuade", "hinder"};
const Strings kParticles = {"up", "off", "over", "down"};  // "sealed off the area"
// "issued a statement demanding": who issued it demands.
const Strings kStatements = {
    "statement", "declaration", "letter", "resolution", "communique",  "message", "report",
    "speech",    "decree",      "note",   "petition",   "manifesto",   "leaflet", "call",
    "order",     "law",         "bill",   "act",        "legislation", "motion",  "ruling"};
// Whose a statement becomes: who "vetoed a resolution demanding" demands nothing.
const Strings kIssues = {"issue",    "adopt",     "pass",    "approve", "sign",    "publish",
                         "release",  "send",      "back",    "write",   "make",    "deliver",
                         "give",     "support",   "endorse", "draft",   "read",    "enact",
                         "announce", "table",     "submit",  "propose", "sponsor", "circulate",
                         "present",  "introduce", "file"};
// "the first president to visit": that president visited.
const Strings kRanks = {"first",  "last",   "only",  "latest",   "second",
                        "third",  "fourth", "fifth", "sixth",    "seventh",
                        "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
// "is in the process of building": who is in it builds.
const Strings kProcesses = {"process", "midst", "course", "verge", "brink", "point", "middle"};
// "the right of X to act", "efforts by X to act"
const Strings kOwned = {"right",     "duty",      "decision",   "refusal",        "ability",
                        "attempt",   "failure",   "obligation", "willingness",    "unwillingness",
                        "readiness", "intention", "effort",     "responsibility", "inability"};
// "up to 100 farmers" are as good a subject as 100 farmers.
const Strings kAtMost = {"up", "over", "around", "about"};

bool nominal(Tag tag) {
  return tag == Tag::Noun || tag == Tag::Propn || tag == Tag::Pron || tag == Tag::Num ||
         tag == Tag::Det || tag == Tag::Adj;
}

}  // namespace

bool is_rank(const Token& word) {
  const std::string& form = word.lower;
  const bool counted = form.size() > 2 && form.front() >= '0' && form.front() <= '9';
  const bool ordinal =
      form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd");
  return kRanks.contains(form) || (counted && ordinal);
}

Syntax::Syntax(const Document& document, const Sentence& sentence)
    : document_(document), range_(sentence.tokens), children_(sentence.tokens.size()) {
  for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
    const std::uint32_t above = document.tokens[t].head;
    if (above == kNotParsed || above == t) continue;
    parsed_ = true;
    children_[above - range_.begin].push_back(t);
  }
}

std::optional<std::uint32_t> Syntax::head(std::uint32_t t) const {
  const std::uint32_t above = token(t).head;
  if (above == kNotParsed || above == t) return std::nullopt;
  return above;
}

std::optional<std::uint32_t> Syntax::child(std::uint32_t t, std::string_view relation) const {
  for (const std::uint32_t c : children(t)) {
    if (is(c, relation)) return c;
  }
  return std::nullopt;
}

std::uint32_t Syntax::head_of(TokenRange tokens) const {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const auto above = head(t);
    const bool outside = !above || *above < tokens.begin || *above >= tokens.end;
    if (outside && token(t).deprel != Deprel::Punct) return t;
  }
  return tokens.begin;
}

std::string_view Syntax::preposition(std::uint32_t t) const {
  for (const std::uint32_t c : children(t)) {
    if (is(c, "case") && token(c).lower != "'s" && token(c).lower != "'") return token(c).lower;
  }
  return {};
}

bool Syntax::heads_clause(std::uint32_t t) const {
  return is_verb(token(t).tag) || has_copula(t) || child(t, "nsubj").has_value();
}

// "X called on Y to": whatever hangs on it, nobody is called so.
bool Syntax::calls_on(std::uint32_t verb) const {
  if (token(verb).lower != "called" || verb + 1 >= range_.end) return false;
  const std::string& next = token(verb + 1).lower;
  return (next == "on" || next == "upon") && !child(verb, "aux");
}

bool Syntax::passive(std::uint32_t verb) const {
  const Token& word = token(verb);
  if (word.tag != Tag::Participle && word.tag != Tag::Past && word.tag != Tag::Adj) return false;
  if (perfect_of(verb) || split_perfect(verb) || calls_on(verb)) return false;
  bool auxiliary = false;
  for (const std::uint32_t c : children(verb)) {
    switch (token(c).deprel) {
      case Deprel::AuxPass:
      case Deprel::NsubjPass:
      case Deprel::CsubjPass:
        return true;
      case Deprel::OblAgent:  // "received by X", but "spoke by phone" may be read so, too
        if (word.tag != Tag::Past) return true;
        break;
      case Deprel::Cop:
        return word.tag != Tag::Past;
      case Deprel::Aux:
      case Deprel::Nsubj:
        auxiliary = true;
        break;
      default:
        break;
    }
  }
  if (auxiliary || word.tag != Tag::Participle) return false;
  if (word.deprel == Deprel::Conj) {  // "was arrested and deported"
    const auto above = head(verb);
    return above && is_verb(token(*above).tag) && passive(*above);
  }
  return word.deprel == Deprel::Acl || word.deprel == Deprel::Advcl ||
         word.deprel == Deprel::Amod || word.deprel == Deprel::Root;
}

bool Syntax::infinitive(std::uint32_t verb) const {
  for (const std::uint32_t c : children(verb)) {
    if (c < verb && is(c, "mark") && token(c).lower == "to") return true;
  }
  return false;
}

std::optional<std::uint32_t> Syntax::subject(std::uint32_t verb, int depth) const {
  if (depth > kDeepest) return std::nullopt;
  const Token& word = token(verb);
  const auto above = head(verb);
  std::optional<std::uint32_t> own;  // of two, which is an error, the one nearer to the verb
  for (const std::uint32_t c : children(verb)) {
    if (is(c, "nsubj") && (!own || c < verb)) own = c;
  }
  if (own) {
    const bool relative = kRelative.contains(token(*own).lower) && token(*own).tag != Tag::Noun;
    if (!relative) return own;
    if (!above || word.deprel != Deprel::AclRelcl) return std::nullopt;
    return described(*above, depth);
  }
  for (const std::uint32_t c : children(verb)) {
    if (stands_before(c, verb)) return c;
  }
  if (const auto behind = behind_time(verb)) return behind;
  if (const auto have = split_perfect(verb)) return subject(*have, depth + 1);
  if (!above) return std::nullopt;
  if (const auto have = perfect_of(verb)) return subject(*have, depth + 1);
  switch (word.deprel) {
    case Deprel::Xcomp:
    case Deprel::Advcl:
    case Deprel::Ccomp:  // "asked X to visit", read as a clause
      return controller(verb, *above, depth);
    case Deprel::Acl:
    case Deprel::AclRelcl: {
      // "officials visiting Kenya", "the man accused by", but "his plan to visit"
      if (const auto blamed = blamed_by(*above); blamed && word.tag == Tag::Gerund) return blamed;
      if (const auto guest = guest_of(verb)) return guest;
      const bool ranked = infinitive(verb) && has_rank(*above);
      const std::string& lemma = token(*above).lemma;
      if (!ranked && infinitive(verb)) return owner_of_plan(*above, depth);
      if (kStatements.contains(lemma) && !passive(verb)) return author_of(*above, depth);
      if (kProcesses.contains(lemma) && word.tag == Tag::Gerund)
        return owner_of_plan(*above, depth);
      return described(*above, depth);
    }
    case Deprel::Csubj: {  // "it is willing to withdraw", read as if "it" stood for the clause
      if (token(*above).tag != Tag::Adj || !infinitive(verb)) return std::nullopt;
      for (const std::uint32_t c : children(*above)) {
        if (c < *above && token(c).tag == Tag::Pron) return c;
      }
      return std::nullopt;
    }
    case Deprel::Conj: {  // "urged X to leave and spoke with Y": the past goes on from no
                          // infinitive, nor from what "had" been before
      std::uint32_t first = *above;
      while (word.tag == Tag::Past && (infinitive(first) || had_been(first)) && head(first))
        first = *head(first);
      return heads_clause(first) ? subject(first, depth + 1) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<std::uint32_t> Syntax::singular_relative(std::uint32_t verb) const {
  static const Strings kSingular = {"is", "was", "has", "does"};
  if (deprel(verb) != Deprel::AclRelcl) return std::nullopt;
  const auto pronoun = child(verb, "nsubj");
  if (!pronoun || *pronoun > verb || !kRelative.contains(token(*pronoun).lower))
    return std::nullopt;
  const Token& word = token(verb);
  bool singular = word.tag == Tag::Present && word.lower != word.lemma && word.lower.ends_with('s');
  for (const std::uint32_t c : children(verb))
    singular = singular || (c < verb && kSingular.contains(token(c).lower));
  return singular ? pronoun : std::nullopt;
}

bool Syntax::names(std::uint32_t word) const {
  const auto found = first_from(document_.mentions, word);
  return found != document_.mentions.end() && found->tokens.begin == word && !found->type.empty() &&
         !found->demonym;
}

// The name that `word` is part of; nullptr = none.
const Mention* Syntax::name_over(std::uint32_t word) const {
  auto found =
      std::upper_bound(document_.mentions.begin(), document_.mentions.end(), word,
                       [](std::uint32_t at, const Mention& one) { return at < one.tokens.begin; });
  if (found == document_.mentions.begin()) return nullptr;
  --found;
  return word < found->tokens.end ? &*found : nullptr;
}

// A word of a person's name: "received in Vienna President X"
bool Syntax::person(std::uint32_t word) const {
  const Mention* name = name_over(word);
  return name != nullptr && name->type == "person";
}

// "On Monday, President X, who ..., met": X, read as if he were the Monday.
std::optional<std::uint32_t> Syntax::behind_time(std::uint32_t verb) const {
  for (const std::uint32_t c : children(verb)) {
    if (c > verb) break;
    const auto time = is(c, "advmod") ? child(c, "obl") : std::optional(c);  // "Earlier on Monday"
    if (!time || !is(*time, "obl") || token(*time).tag != Tag::Propn || name_over(*time) != nullptr)
      continue;
    for (const std::uint32_t name : children(*time)) {
      const auto second = child(name, "flat");
      const bool of_person = person(name) || (second && person(*second));
      if (name < verb && is(name, "appos") && of_person) return name;
    }
  }
  return std::nullopt;
}

// "up to 100 farmers", "at least 20 soldiers"
bool Syntax::at_most(std::uint32_t noun) const {
  const auto first = child(noun, "case");
  if (!first || !child(noun, "nummod")) return false;
  const std::string_view next = token(*first + 1).lower;
  return kAtMost.contains(token(*first).lower) ||
         (token(*first).lower == "at" && (next == "least" || next == "most"));
}

// "found that X had left"
bool Syntax::had_been(std::uint32_t verb) const {
  return deprel(verb) == Deprel::Ccomp &&
         std::any_of(children(verb).begin(), children(verb).end(), [&](std::uint32_t c) {
           return c < verb && is(c, "aux") && token(c).lower == "had";
         });
}

// A name or noun right before its verb is the subject, whatever the parser made of it.
bool Syntax::stands_before(std::uint32_t word, std::uint32_t verb) const {
  if (word > verb || (!preposition(word).empty() && !at_most(word))) return false;
  switch (token(word).deprel) {
    case Deprel::Discourse:
    case Deprel::Dep:
    case Deprel::Vocative:
    case Deprel::Dislocated:
    case Deprel::List:
    case Deprel::Compound:
    case Deprel::Appos:
    case Deprel::NmodDesc:
    case Deprel::NmodUnmarked:
    case Deprel::Obl:
    case Deprel::OblUnmarked:
      break;
    case Deprel::Advmod:  // "Italy announced"
      if (!names(word)) return false;
      break;
    default:
      return false;
  }
  for (std::uint32_t t = word + 1; t < verb; ++t) {
    const Tag tag = token(t).tag;
    if (token(t).head != word && tag != Tag::Adv && tag != Tag::Aux && tag != Tag::Propn)
      return false;
    if (tag == Tag::Punct) return false;
  }
  return true;
}

std::optional<std::uint32_t> Syntax::controller(std::uint32_t verb, std::uint32_t above,
                                                int depth) const {
  const Token& word = token(verb);
  if (word.deprel == Deprel::Ccomp && !infinitive(verb)) return std::nullopt;
  if (const auto guest = guest_of(verb)) return guest;
  // "told reporters after meeting X": not the reporters met X
  const auto opens = child(verb, "mark");
  const bool besides = word.tag == Tag::Gerund && opens && kBesides.contains(token(*opens).lower);
  const bool asked = besides                        ? false
                     : word.deprel == Deprel::Xcomp ? !kSubjectControl.contains(token(above).lemma)
                                                    : kObjectControl.contains(token(above).lemma);
  if (asked && !passive(above)) {
    for (const std::uint32_t c : children(above)) {
      const bool object = is(c, "obj") || is(c, "iobj") ||
                          (is(c, "obl") && (preposition(c) == "on" || preposition(c) == "upon"));
      if (object && c < verb) return c;
    }
  }
  // "reviewed efforts by X to visit", "voiced support for the efforts of X to visit"
  const std::uint32_t from = std::max(above + 1, verb - std::min(verb, kNear));
  for (std::uint32_t t = verb; infinitive(verb) && t > from;) {
    if (!kOwned.contains(token(--t).lemma) || is_verb(token(t).tag)) continue;
    if (const auto owner = owner_named(t); owner && !is(t, "nsubj")) return owner;
    break;
  }
  const auto mark = child(verb, "mark");
  for (const std::uint32_t c : children(above)) {  // "arranged for X to visit"
    if (c > above && mark && c + 1 == *mark && infinitive(verb) && preposition(c) == "for")
      return c;
  }
  const bool kept_from =
      mark && token(*mark).lower == "from" && kFromObject.contains(token(above).lemma);
  const bool opened = mark || child(verb, "case");  // not "is suing X, charging that"
  if (((opened && kOfObject.contains(token(above).lemma)) || kept_from) &&
      word.tag == Tag::Gerund && !passive(above)) {
    for (const std::uint32_t c : objects(above)) {
      if (c < verb) return c;
    }
  }
  if (!heads_clause(above)) return owner_of_plan(above, depth);
  return subject(above, depth + 1);
}

// "extended an invitation to X to visit": X, wherever parsers hang him.
std::optional<std::uint32_t> Syntax::guest_of(std::uint32_t verb) const {
  const auto mark = child(verb, "mark");
  if (!mark || !infinitive(verb)) return std::nullopt;
  const std::uint32_t from = *mark - std::min(*mark - range_.begin, kNear);
  for (std::uint32_t t = *mark; t-- > from;) {
    if (is_verb(token(t).tag)) break;
    if (token(t).lemma != "invitation" || t + 1 >= *mark || token(t + 1).lower != "to") continue;
    const auto guest = head(t + 1);
    return guest && *guest > t && *guest < *mark ? guest : std::nullopt;
  }
  return std::nullopt;
}

// "X was accused by Y of arming", read as if Y armed: X.
std::optional<std::uint32_t> Syntax::blamed_by(std::uint32_t agent) const {
  const auto verb = head(agent);
  if (!verb || !kOfObject.contains(token(*verb).lemma) || !passive(*verb) ||
      preposition(agent) != "by")
    return std::nullopt;
  for (const std::uint32_t c : children(*verb)) {
    if (token(c).deprel == Deprel::NsubjPass) return c;
  }
  return std::nullopt;
}

// "the first president to visit"
bool Syntax::has_rank(std::uint32_t noun) const {
  return std::any_of(children(noun).begin(), children(noun).end(),
                     [&](std::uint32_t c) { return c < noun && is_rank(token(c)); });
}

// "X, the first president": is there but a comma between `name` and what `noun` heads?
bool Syntax::right_behind(std::uint32_t name, std::uint32_t noun) const {
  std::uint32_t begin = noun;
  for (const std::uint32_t c : children(noun)) {
    if (token(c).deprel != Deprel::Punct) begin = std::min(begin, c);
  }
  if (begin < range_.begin + 2 || token(begin - 1).lower != ",") return false;
  const std::uint32_t last = begin - 2;
  return last == name || (head(last) == name && (is(last, "flat") || is(last, "compound")));
}

// Whom a noun describes: of "X is the president who visited" and "X, the first president to
// visit" X, else itself.
std::uint32_t Syntax::described(std::uint32_t noun, int depth) const {
  if (depth > kDeepest) return noun;
  const bool common = token(noun).tag == Tag::Noun;
  const auto above = head(noun);
  if (common && deprel(noun) == Deprel::Appos && above && right_behind(*above, noun)) return *above;
  if (common && deprel(noun) == Deprel::Nsubj && above) {  // an apposition read as a second subject
    const auto first = child(*above, "nsubj");
    if (first && *first < noun && right_behind(*first, noun)) return *first;
  }
  // "X became the first president to visit": X visited
  if (common && above && token(*above).lemma == "become" && is(noun, "xcomp")) {
    const auto who = subject(*above, depth + 1);
    return who ? *who : noun;
  }
  // "X is in Kenya attending": X attends
  if (!has_copula(noun) || (!common && preposition(noun).empty())) return noun;
  for (const std::uint32_t c : children(noun)) {
    if (is(c, "nsubj") && c < noun && token(c).tag != Tag::Pron && token(c).tag != Tag::Det)
      return c;
  }
  return noun;
}

// Whose "a statement demanding" is: of "X's statement", "a statement by X", "X issued a statement".
std::optional<std::uint32_t> Syntax::author_of(std::uint32_t noun, int depth) const {
  for (const std::uint32_t c : children(noun)) {
    const bool by = is(c, "nmod") && (preposition(c) == "by" || preposition(c) == "from");
    if (by || token(c).deprel == Deprel::NmodPoss) return c;
  }
  const auto above = head(noun);
  const bool acted_on = above && is_verb(token(*above).tag) &&
                        (is(noun, "obj") || token(noun).deprel == Deprel::NsubjPass);
  if (acted_on && !kIssues.contains(token(*above).lemma)) return std::nullopt;
  if (above && (token(*above).lemma == "vote" || token(*above).lemma == "abstain"))
    return std::nullopt;  // "voted against a resolution condemning"
  return owner_of_plan(noun, depth);
}

// "his plan", "the right of X", "efforts by X"
std::optional<std::uint32_t> Syntax::owner_named(std::uint32_t noun) const {
  for (const std::uint32_t c : children(noun)) {
    if (token(c).deprel == Deprel::NmodPoss) return c;
  }
  for (const std::uint32_t c : children(noun)) {
    const std::string_view before = preposition(c);
    if (kOwned.contains(token(noun).lemma) && is(c, "nmod") && (before == "of" || before == "by"))
      return c;
  }
  return std::nullopt;
}

// Of "his plan to visit" he, of "X has a plan to visit" X, of "the right of X to visit" X.
std::optional<std::uint32_t> Syntax::owner_of_plan(std::uint32_t noun, int depth) const {
  if (const auto owner = owner_named(noun)) return owner;
  if (has_copula(noun)) return subject(noun, depth + 1);  // "X is in the process of building"
  const auto above = head(noun);
  if (!above || !heads_clause(*above) || is(noun, "nsubj")) return std::nullopt;
  return subject(*above, depth + 1);
}

// "has severed relations", read as if it had relations that are severed: "has".
std::optional<std::uint32_t> Syntax::perfect_of(std::uint32_t verb) const {
  if (token(verb).tag != Tag::Participle || token(verb).deprel != Deprel::Amod || verb == 0)
    return std::nullopt;
  const auto noun = head(verb);
  const auto have = noun ? head(*noun) : std::nullopt;
  if (!have || !is(*noun, "obj") || token(*have).lemma != "have") return std::nullopt;
  std::uint32_t before = verb - 1;
  while (before > *have && token(before).tag == Tag::Adv) --before;
  return before == *have ? have : std::nullopt;
}

// "had on Monday spoken with": where a time stands between, parsers take "had" for the verb.
std::optional<std::uint32_t> Syntax::split_perfect(std::uint32_t verb) const {
  constexpr std::uint32_t farthest = 6;  // tokens
  const Tag tag = token(verb).tag;
  if ((tag != Tag::Participle && tag != Tag::Past) || child(verb, "mark") || child(verb, "nsubj"))
    return std::nullopt;
  for (std::uint32_t t = verb; t-- > range_.begin && verb - t <= farthest;) {
    if (token(t).lower == "," || (is_verb(token(t).tag) && token(t).lemma != "have")) break;
    if (token(t).lemma != "have") continue;
    const bool between = t + 1 < verb && !child(t, "obj") && child(t, "nsubj");
    const bool own = child(verb, "aux") && child(verb, "aux") != t;
    return between && !own ? std::optional(t) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Syntax::objects(std::uint32_t verb) const {
  std::vector<std::uint32_t> found;
  if (perfect_of(verb)) return {*head(verb)};
  bool relative = false;  // "that X signed": what is signed stands before it
  for (const std::uint32_t c : children(verb)) {
    const bool object =
        is(c, "obj") || is(c, "iobj") || (token(c).deprel == Deprel::NsubjPass && !calls_on(verb));
    if (!object) continue;
    if (kRelative.contains(token(c).lower) && token(c).tag != Tag::Noun) {
      relative = true;
    } else {
      found.push_back(c);
    }
  }
  const auto above = head(verb);
  if (found.empty() && !relative && !passive(verb)) found = misread_objects(verb);
  if (!above || !found.empty()) return found;
  const bool own_subject = child(verb, "nsubj").has_value();
  const bool elsewhere = std::any_of(children(verb).begin(), children(verb).end(), [&](auto c) {
    return token(c).lower == "where" || token(c).lower == "when";  // "Vienna, where he helped"
  });
  if (token(verb).deprel == Deprel::AclRelcl && !elsewhere && !tells_claim(verb) &&
      (relative || passive(verb) || (own_subject && subject(verb) != above)))
    found.push_back(described(*above, 0));
  if (token(verb).deprel == Deprel::Acl && passive(verb)) found.push_back(described(*above, 0));
  if (token(verb).deprel == Deprel::Conj && passive(verb) && is_verb(token(*above).tag))
    return objects(*above);
  return found;
}

// "a claim by X that Y had met Z": what is claimed, no clause of X, on whom parsers hang it.
bool Syntax::tells_claim(std::uint32_t verb) const {
  static const Strings kClaims = {"claim",  "report",     "allegation",   "statement",
                                  "rumor",  "suggestion", "accusation",   "assertion",
                                  "rumour", "news",       "announcement", "speculation"};
  const auto by = head(verb);
  const auto claim = by ? head(*by) : std::nullopt;
  return claim && kClaims.contains(token(*claim).lemma) && is(*by, "nmod") &&
         *by + 1 < range_.end && token(*by + 1).lower == "that";
}

// "kidnapped up to 16 advisers", "forced out on Monday 20 refugees": what parsers take for a place
// or a time.
// A person's name, or "the ambassador of Kenya, NAME", whose name may hang on the country.
bool Syntax::names_guest(std::uint32_t word) const {
  if (person(word)) return true;
  const auto named = [&](std::uint32_t c) { return is(c, "appos") && person(c); };
  return std::ranges::any_of(children(word), [&](std::uint32_t c) {
    return named(c) || (is(c, "nmod") && std::ranges::any_of(children(c), named));
  });
}

std::vector<std::uint32_t> Syntax::misread_objects(std::uint32_t verb) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t c : children(verb)) {
    if (c > verb && is(c, "xcomp") && token(c).tag == Tag::Adj) {  // "shot dead two men"
      for (const std::uint32_t object : children(c)) {
        if (is(object, "obj")) found.push_back(object);
      }
    }
    // "received in Vienna visiting President X"
    if (c > verb && token(c).lower == "visiting" && !child(c, "mark") &&
        (is(c, "advcl") || (is(c, "xcomp") && kReceives.contains(token(verb).lemma)))) {
      const auto guest = child(c, "obj");
      if (guest && person(*guest)) found.push_back(*guest);
    }
    const auto subject = child(verb, "nsubj");
    if (is(c, "nsubj") && c > verb && *subject < verb && names_guest(c)) found.push_back(c);
    if (c < verb || token(c).deprel != Deprel::Obl) continue;
    const std::string_view before = preposition(c);
    if (kParticles.contains(before) && token(verb + 1).lower == before) found.push_back(c);
    if (before.empty() && token(c).tag == Tag::Propn && person(c)) found.push_back(c);
    if (token(c).tag != Tag::Noun) continue;
    const bool up_to = before == "to" && child(c, "nummod") && token(verb + 1).lower == "up";
    if (before.empty() || up_to) found.push_back(c);
  }
  return found;
}

std::vector<std::uint32_t> Syntax::conjuncts(std::uint32_t t) const {
  std::vector<std::uint32_t> all = {t};
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const std::uint32_t c : children(all[k])) {
      if (is(c, "conj") && nominal(token(c).tag)) all.push_back(c);
    }
  }
  return all;
}

}  // namespace entente
