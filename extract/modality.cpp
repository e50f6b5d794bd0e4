// From the deed upwards: each word says something of what hangs on it, by its auxiliaries, by a
// negation, or by what it is (data/words/modality.tsv), until a clause stands by itself.

#include "extract/modality.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

constexpr int kHighest = 8;  // words from the deed up
constexpr int kDeepest = 2;  // questions within a question

const Strings kNegation = {"not", "n't", "never", "hardly", "cannot"};
const Strings kWill = {"will", "shall", "'ll", "wo"};
const Strings kWould = {"would", "'d"};
const Strings kMay = {"may", "might", "could", "can", "ca", "should", "must", "ought"};
const Strings kIf = {"if", "unless", "whether", "lest", "provided"};
const Strings kInstead = {"without", "instead", "rather"};
const Strings kDue = {"due", "set", "about", "ready", "bound"};
// What somebody is accused of need not have been.
const Strings kAlleges = {"accuse", "blame", "suspect", "charge", "acquit"};
const Strings kNobody = {"neither", "no", "none", "nobody"};
// "thanked X for its support": what for has been.
const Strings kMoved = {"thank",     "praise",  "commend",   "congratulate", "blame",
                        "criticize", "condemn", "criticise", "honor",        "honour",
                        "applaud",   "laud",    "fault",     "apologize",    "apologise"};
// "allegedly attacked"
const Strings kPerhaps = {"allegedly",   "supposedly", "purportedly", "perhaps", "possibly",
                          "potentially", "ostensibly", "nearly",      "almost",  "theoretically",
                          "presumably",  "probably",   "maybe"};
// "The visit did not take place": of these the whole clause speaks of the visit.
const Strings kComesAbout = {"take", "happen", "occur", "proceed", "materialize", "materialise"};
// "A visit is unlikely".
const Strings kOutlook = {"possible", "likely",   "unlikely", "imminent", "due",
                          "certain",  "expected", "planned",  "scheduled"};
// What has been said though it is denied or rejected.
const Strings kUttered = {"accusation", "allegation", "criticism", "demand",    "request",
                          "appeal",     "threat",     "complaint", "rebuke",    "ultimatum",
                          "charge",     "offer",      "proposal",  "invitation"};
// "refrain from visiting"
const Strings kKeepsFrom = {"refrain",  "abstain", "prevent",  "stop",       "bar",   "ban",
                            "prohibit", "block",   "keep",     "discourage", "deter", "shy",
                            "dissuade", "forbid",  "restrain", "desist"};
// What is said where one meets or speaks: "met X to reiterate support" reiterated it.
const Strings kSaidThere = {"reiterate", "reaffirm", "underscore", "underline", "stress",
                            "emphasize", "express",  "convey",     "thank",     "congratulate",
                            "emphasise", "affirm",   "highlight",  "commend",   "praise",
                            "condole",   "protest",  "complain",   "condemn",   "welcome",
                            "apologize", "restate",  "apologise",  "denounce",  "commemorate"};
const Strings kMeets = {"take",    "tweet",   "post",       "meet",  "speak",  "talk",
                        "call",    "phone",   "telephone",  "write", "hold",   "host",
                        "gather",  "convene", "address",    "visit", "confer", "receive",
                        "welcome", "rally",   "demonstrate"};
// "supports talks between X and Y": there may be none yet.
const Strings kFavors = {"support", "back", "favor", "favour", "encourage", "promote", "foster"};
// "a planned round of talks": the talks are as planned as the round.
const Strings kPart = {"round", "session", "series", "leg", "phase", "cycle"};
// "has taken steps to support X" supported X.
const Strings kSteps = {"action", "step", "measure", "move"};
const Strings kGives = {"provide", "give", "send", "deliver", "donate", "contribute", "spend"};
const Strings kHelps = {"support", "help", "assist", "aid", "protect", "strengthen"};
// "the recent deal between X and Y", whatever is said of it.
const Strings kStands = {"recent", "ongoing",  "continued", "continuing",   "existing", "current",
                         "latest", "previous", "earlier",   "longstanding", "enduring"};
// "is leaving for X" today or later.
const Strings kLeaves = {"leave", "depart", "arrive"};
// "meaning that X would leave": no plan.
const Strings kImplies = {"mean", "imply", "suggest", "argue", "predict"};
const Strings kToCome = {"ahead", "for", "until", "pending"};
const Strings kOfIt = {"of", "for", "to", "on", "about", "against", "in", "with"};
// Who reports something leaves it as it is.
const Strings kSaying = {"say",     "tell",  "announce",  "report",    "claim",       "state",
                         "add",     "note",  "stress",    "confirm",   "write",       "declare",
                         "explain", "argue", "insist",    "emphasize", "admit",       "recall",
                         "reveal",  "warn",  "reiterate", "emphasise", "acknowledge", "disclose"};

class Governors {
 public:
  Governors(const Syntax& syntax, const Words& words, int depth = 0)
      : syntax_(syntax), words_(words), depth_(depth) {}

  Status of(std::uint32_t deed) {
    std::optional<std::uint32_t> at = deed;
    for (int k = 0; at && k < kHighest && status_ != Status::Denied; ++k)
      at = heads_clause(*at) ? above_verb(*at) : above_noun(*at);
    return status_;
  }

  // What governs `verb` says of it. Deeper than kDeepest nothing is asked: the tree of a hostile
  // sentence would cost too much.
  Status governs(std::uint32_t verb) const {
    return depth_ < kDeepest ? Governors(syntax_, words_, depth_ + 1).of(verb) : Status::Happened;
  }

  // "must be ready to" is no plan, "did not plan to" neither.
  void weaken(Status to) {
    const bool stronger = to == Status::Denied || status_ == Status::Happened ||
                          (to == Status::Hypothetical && status_ == Status::Planned);
    if (stronger) status_ = to;
  }

  // Its adjectives and "no".
  void describe(std::uint32_t noun) {
    for (const std::uint32_t c : syntax_.children(noun)) {
      if (c > noun) continue;
      const Token& word = syntax_.token(c);
      if (word.lower == "no" || kNegation.contains(word.lower)) weaken(Status::Denied);
      if (syntax_.is(c, "amod") || syntax_.is(c, "compound")) take(Governor::Adjective, word.lower);
    }
  }

  Status status() const { return status_; }

 private:
  bool heads_clause(std::uint32_t word) const {
    return is_verb(syntax_.token(word).tag) || syntax_.has_copula(word);
  }

  bool take(Governor kind, const std::string& word) {
    const auto found = words_.modality.find({word, kind});
    if (found == words_.modality.end()) return false;
    weaken(found->second);
    return true;
  }

  // A verb, first as it is with its particle: "call off" is not "call".
  bool take_verb(std::uint32_t verb) {
    return take_with_particle(verb) || take(Governor::Verb, syntax_.token(verb).lemma);
  }

  bool take_with_particle(std::uint32_t verb) {
    const std::string& lemma = syntax_.token(verb).lemma;
    for (const std::uint32_t c : syntax_.children(verb)) {
      const bool particle = c > verb && syntax_.children(c).empty();
      if (particle && take(Governor::Verb, lemma + ' ' + syntax_.token(c).lower)) return true;
    }
    return verb + 1 < syntax_.range().end &&
           take(Governor::Verb, lemma + ' ' + syntax_.token(verb + 1).lower);
  }

  // "the report that X met Y": not of a report on a meeting.
  void take_content(std::uint32_t noun) {
    const std::string& lemma = syntax_.token(noun).lemma;
    if (!take(Governor::Noun, lemma + " that")) take(Governor::Noun, lemma);
  }

  // "Did Kenya attack Austria?"
  bool asked(std::uint32_t verb) const {
    const std::uint32_t last = syntax_.range().end - 1;
    const bool question =
        syntax_.token(last).lower == "?" || (last > verb && syntax_.token(last - 1).lower == "?");
    return question && (!syntax_.head(verb) || syntax_.is(verb, "parataxis"));
  }

  // Auxiliaries and negations; false when there are none.
  bool own_words(std::uint32_t verb) {
    bool any = false;
    if (inverted_above(verb)) weaken(Status::Hypothetical);
    for (const std::uint32_t c : syntax_.children(verb)) {
      const Token& word = syntax_.token(c);
      const bool bold = syntax_.token(verb).lemma == "hesitate";  // "will not hesitate to strike"
      if (kNegation.contains(word.lower) && c < verb && !only_follows(c) && !bold)
        weaken(Status::Denied);
      if (word.lower == "longer" && c > syntax_.range().begin && syntax_.token(c - 1).lower == "no")
        weaken(Status::Denied);
      if (syntax_.is(c, "nsubj") && nobody(c)) weaken(Status::Denied);
      if (syntax_.is(c, "cc") && (word.lower == "neither" || word.lower == "nor"))
        weaken(Status::Denied);
      if (syntax_.is(c, "mark") && kIf.contains(word.lower)) weaken(Status::Hypothetical);
      if (syntax_.is(c, "advmod") && kPerhaps.contains(word.lower)) weaken(Status::Hypothetical);
      if (syntax_.is(c, "mark") && word.lower == "of" && c > syntax_.range().begin &&
          syntax_.token(c - 1).lower == "short")  // "stopped short of condemning"
        weaken(Status::Denied);
      if ((syntax_.is(c, "mark") || syntax_.is(c, "case")) && kInstead.contains(word.lower))
        weaken(Status::Denied);
      if (syntax_.deprel(c) != Deprel::Aux) continue;
      any = true;
      if (inverted(verb, c)) weaken(Status::Hypothetical);
      if (kWill.contains(word.lower)) weaken(Status::Planned);
      if (kWould.contains(word.lower))
        weaken(reported(verb) && !perfect(verb) ? Status::Planned : Status::Hypothetical);
      if (kMay.contains(word.lower)) weaken(Status::Hypothetical);
    }
    return any;
  }

  // "said that X would", "according to Y, X would", not "meaning that X would"
  bool reported(std::uint32_t verb) const {
    auto above = syntax_.head(verb);
    while (above && syntax_.is(verb, "conj") && is_verb(syntax_.token(*above).tag)) {
      verb = *above;  // "said X was glad and would"
      above = syntax_.head(verb);
    }
    const bool told = std::ranges::any_of(syntax_.children(verb), [&](std::uint32_t c) {
      return syntax_.preposition(c) == "according";
    });
    if (told) return true;
    return above && syntax_.is(verb, "ccomp") && !kImplies.contains(syntax_.token(*above).lemma);
  }

  // "Had X signed, Y would"
  bool inverted(std::uint32_t verb, std::uint32_t auxiliary) const {
    const std::string& word = syntax_.token(auxiliary).lower;
    const auto subject = syntax_.child(verb, "nsubj");
    return subject && auxiliary < *subject && (word == "had" || word == "should");
  }

  // The same, where the auxiliary is read as the main verb's.
  bool inverted_above(std::uint32_t verb) const {
    const auto above = syntax_.head(verb);
    if (!above || !syntax_.is(verb, "advcl") || syntax_.child(verb, "mark")) return false;
    return std::ranges::any_of(syntax_.children(*above), [&](std::uint32_t c) {
      return syntax_.is(c, "aux") && inverted(verb, c);
    });
  }

  // "is leaving"
  bool now(std::uint32_t gerund) const {
    return std::ranges::any_of(syntax_.children(gerund), [&](std::uint32_t c) {
      const std::string& word = syntax_.token(c).lower;
      return syntax_.is(c, "aux") && (word == "is" || word == "are");
    });
  }

  // "has yet to sign"
  bool yet_to(std::uint32_t verb) const {
    const auto to = syntax_.child(verb, "mark");
    return to && *to > syntax_.range().begin && syntax_.token(*to).lower == "to" &&
           syntax_.token(*to - 1).lower == "yet";
  }

  bool perfect(std::uint32_t verb) const {  // "to have signed"
    return std::ranges::any_of(syntax_.children(verb), [&](std::uint32_t c) {
      return syntax_.token(c).lower == "have" && syntax_.deprel(c) == Deprel::Aux;
    });
  }

  // "It was not X that attacked"
  bool cleft(std::uint32_t verb) const {
    const auto what = syntax_.head(verb);
    const auto it = what ? syntax_.child(*what, "nsubj") : std::nullopt;
    return it && syntax_.has_copula(*what) && syntax_.token(*it).lower == "it";
  }

  // "Neither X nor Y", "No soldier", "None of them"
  bool nobody(std::uint32_t subject) const {
    if (kNobody.contains(syntax_.token(subject).lower)) return true;
    return std::ranges::any_of(syntax_.children(subject), [&](std::uint32_t c) {
      return c < subject && kNobody.contains(syntax_.token(c).lower);
    });
  }

  // "alleged that X bombed Y and killed Z": both clauses are alleged.
  void take_alleged(std::uint32_t clause) {
    const auto governor = syntax_.head(clause);
    if (!governor || syntax_.infinitive(clause)) return;
    if (syntax_.token(*governor).lemma == "allege") weaken(Status::Hypothetical);
  }

  // "accused X of arming Y", the gerund under the verb or under its object
  bool alleged(std::uint32_t above) const {
    if (kAlleges.contains(syntax_.token(above).lemma)) return true;
    const bool of_verb = syntax_.is(above, "obj") || syntax_.is(above, "obl");
    const auto verb = of_verb ? syntax_.head(above) : std::nullopt;
    return verb && kAlleges.contains(syntax_.token(*verb).lemma);
  }

  // "is to meet", "was due to visit"
  bool is_to(std::uint32_t verb) const {
    bool to = false;  // seen from the verb backwards: "is to meet", not "to be met"
    const std::vector<std::uint32_t>& around = syntax_.children(verb);
    for (auto c = around.rbegin(); c != around.rend(); ++c) {
      const Token& word = syntax_.token(*c);
      if (*c > verb) continue;
      const bool mark = syntax_.is(*c, "mark");
      if ((to && word.lemma == "be") || (mark && kDue.contains(word.lower))) return true;
      to = to || (mark && word.lower == "to");
    }
    return false;
  }

  bool only_follows(std::uint32_t t) const {  // "not only met X but"
    return t + 1 < syntax_.range().end && syntax_.token(t + 1).lower == "only";
  }

  std::optional<std::uint32_t> above_verb(std::uint32_t verb) {
    const Token& word = syntax_.token(verb);
    const bool finite = own_words(verb) || word.tag == Tag::Past || word.tag == Tag::Present;
    if (word.tag == Tag::Gerund && kLeaves.contains(word.lemma) && now(verb))
      weaken(Status::Planned);
    if (is_to(verb)) weaken(perfect(verb) ? Status::Hypothetical : Status::Planned);
    if (yet_to(verb)) weaken(Status::Denied);
    if (!is_verb(word.tag)) describe(verb);  // "is no member of"
    if (asked(verb)) weaken(Status::Hypothetical);
    const auto above = syntax_.head(verb);
    if (!above) return std::nullopt;
    if (word.tag == Tag::Gerund && alleged(*above)) weaken(Status::Hypothetical);
    switch (word.deprel) {
      case Deprel::Conj:  // "will visit X and meet Y"
        if (finite && syntax_.deprel(*above) == Deprel::Ccomp && !syntax_.child(verb, "nsubj"))
          take_alleged(*above);
        return finite || !is_verb(syntax_.token(*above).tag) ? std::nullopt : above;
      case Deprel::Ccomp:
        if (!syntax_.infinitive(verb)) {
          const Token& governor = syntax_.token(*above);
          if (!is_verb(governor.tag)) {  // "the allegation that X met Y"
            take_content(*above);
          } else if (kSaying.contains(governor.lemma)) {  // "did not say that X met Y"
            const Status said = governs(*above);
            if (said == Status::Denied || said == Status::Hypothetical)
              weaken(Status::Hypothetical);
          } else if (!tells_why(verb)) {
            take_verb(*above);
          }
          return std::nullopt;
        }
        return governed(verb, *above);
      case Deprel::Xcomp:
        return governed(verb, *above);
      case Deprel::Acl:
        if (syntax_.infinitive(verb)) return governed(verb, *above);
        if (word.tag == Tag::Gerund && of_it(verb)) {  // "the need of helping X"
          take(Governor::Noun, syntax_.token(*above).lemma);
          return above;
        }
        // "the allegation that X met Y", "an allegation he met Y"
        if (syntax_.child(verb, "mark") || syntax_.child(verb, "nsubj")) take_content(*above);
        return std::nullopt;
      case Deprel::AclRelcl:  // "no evidence that X met Y", read as if it were about what X met
        if (is_content(verb)) take_content(*above);
        if (cleft(verb)) own_words(*above);
        return std::nullopt;
      case Deprel::Advcl:
        if (syntax_.infinitive(verb)) return governed(verb, *above);
        if (kept_from(verb)) {  // "prevented X from visiting", "decided against visiting"
          weaken(Status::Denied);
          return std::nullopt;
        }
        if (const auto mark = syntax_.child(verb, "mark");
            mark && syntax_.token(*mark).lower == "against") {  // "warned against visiting"
          weaken(Status::Hypothetical);
          return std::nullopt;
        }
        // "a day before X opens talks": not yet
        if (word.tag == Tag::Present && before_it(verb)) weaken(Status::Planned);
        if (const auto mark = syntax_.child(verb, "mark");
            mark && syntax_.token(*mark).lower == "until") {
          if (open_until(*above)) weaken(Status::Hypothetical);
          return std::nullopt;
        }
        if (word.tag == Tag::Gerund && next_to(verb) && governs(*above) == Status::Planned)
          weaken(Status::Planned);
        if (word.tag == Tag::Gerund && about_it(verb)) {  // "promised to cooperate on curbing"
          take_verb(*above);
          return above;
        }
        // "will fly to X, meeting Y", "will help by sending", not "after meeting Y"
        return word.tag == Tag::Gerund && !apart(verb) ? above : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  // "promised protests until X signed", "will not talk until X has left": it had not come about.
  bool open_until(std::uint32_t above) const {
    const auto found = words_.modality.find({syntax_.token(above).lemma, Governor::Verb});
    const bool of_plan = found != words_.modality.end() && found->second != Status::Happened;
    return of_plan || governs(above) != Status::Happened;
  }

  bool before_it(std::uint32_t verb) const {
    const auto mark = syntax_.child(verb, "mark");
    return mark && syntax_.token(*mark).lower == "before";
  }

  bool about_it(std::uint32_t gerund) const {
    const auto mark = syntax_.child(gerund, "mark");
    return mark &&
           (syntax_.token(*mark).lower == "on" || syntax_.token(*mark).lower == "about" ||
            syntax_.token(*mark).lower == "toward" || syntax_.token(*mark).lower == "towards");
  }

  // "a role in helping X", "the aim of helping X": as much as the role, the aim
  bool of_it(std::uint32_t gerund) const {
    const auto mark = syntax_.child(gerund, "mark");
    return mark && (syntax_.token(*mark).lower == "of" || syntax_.token(*mark).lower == "in");
  }

  // "will tour X before addressing Y": both are to come
  bool next_to(std::uint32_t gerund) const {
    const auto mark = syntax_.child(gerund, "mark");
    return mark &&
           (syntax_.token(*mark).lower == "before" || syntax_.token(*mark).lower == "after");
  }

  // "after meeting": an occasion of its own
  bool apart(std::uint32_t gerund) const {
    const auto mark = syntax_.child(gerund, "mark");
    if (!mark) return false;
    const auto above = syntax_.head(gerund);  // "acted to protect X by arming Y": armed Y
    return syntax_.token(*mark).lower != "by" || (above && syntax_.infinitive(*above));
  }

  // "discussed why X left": X left.
  bool tells_why(std::uint32_t verb) const {
    return std::ranges::any_of(syntax_.children(verb), [&](std::uint32_t c) {
      const std::string& word = syntax_.token(c).lower;
      return c < verb && (word == "why" || word == "how" || word == "when" || word == "where");
    });
  }

  bool kept_from(std::uint32_t gerund) const {
    const auto mark = syntax_.child(gerund, "mark");
    const auto above = syntax_.head(gerund);
    if (!mark || !above || syntax_.token(gerund).tag != Tag::Gerund) return false;
    const std::string& word = syntax_.token(*mark).lower;
    const std::string& lemma = syntax_.token(*above).lemma;
    return (word == "from" && kKeepsFrom.contains(lemma)) ||
           (word == "against" && (lemma == "decide" || lemma == "vote"));
  }

  // A clause with "that" which lacks nothing.
  bool is_content(std::uint32_t verb) const {
    bool that = false;
    bool subject = false;
    bool object = false;
    for (const std::uint32_t c : syntax_.children(verb)) {
      const bool is_that = syntax_.token(c).lower == "that";
      that = that || (is_that && c < verb);
      subject = subject || (syntax_.is(c, "nsubj") && !is_that);
      object = object || (syntax_.is(c, "obj") && !is_that);
    }
    return that && subject && (object || syntax_.passive(verb));
  }

  // "the first president to visit"
  bool ranked(std::uint32_t noun) const {
    return std::ranges::any_of(syntax_.children(noun), [&](std::uint32_t c) {
      return c < noun && is_rank(syntax_.token(c));
    });
  }

  // "became the tenth country to ratify", of which parsers hang the infinitive on "became"
  bool became_ranked(std::uint32_t verb, std::uint32_t above) const {
    const auto what = syntax_.child(above, "xcomp");
    return syntax_.token(above).lemma == "become" && what && *what < verb && ranked(*what);
  }

  std::optional<std::uint32_t> governed(std::uint32_t verb, std::uint32_t above) {
    const Token& word = syntax_.token(above);
    const bool going = word.lemma == "go" && word.tag == Tag::Gerund;
    const Governor kind = is_verb(word.tag)       ? Governor::Verb
                          : word.tag == Tag::Noun ? Governor::Noun
                                                  : Governor::Adjective;
    if (going) {
      weaken(Status::Planned);
    } else if (kind == Governor::Verb && take_with_particle(above)) {
      return above;
    } else if (kind == Governor::Verb ? became_ranked(verb, above) : ranked(above)) {
      return above;
    } else if (said_there(verb, above) || took_steps(verb, above)) {
      return above;
    } else if (kind == Governor::Verb && ends_perhaps(above)) {
      weaken(Status::Hypothetical);
    } else if (!take(kind, kind == Governor::Adjective ? word.lower : word.lemma) &&
               syntax_.infinitive(verb)) {  // "is reported to have met"
      weaken(perfect(verb) ? Status::Hypothetical : Status::Planned);
    }
    return above;
  }

  // "met X to reiterate support", which parsers may hang on any noun between
  bool said_there(std::uint32_t verb, std::uint32_t above) const {
    const Token& word = syntax_.token(above);
    if (!kSaidThere.contains(syntax_.token(verb).lemma) || perfect(verb)) return false;
    if (is_verb(word.tag)) return kMeets.contains(word.lemma);
    const auto verb_above = noun_verb(above);
    return verb_above && kMeets.contains(syntax_.token(*verb_above).lemma) &&
           !words_.modality.contains({word.lemma, Governor::Noun});
  }

  // The verb that the noun belongs to, through other nouns.
  std::optional<std::uint32_t> noun_verb(std::uint32_t noun) const {
    auto at = syntax_.head(noun);
    for (int k = 0; at && k < kHighest && !is_verb(syntax_.token(*at).tag); ++k)
      at = syntax_.head(*at);
    return at;
  }

  // "took steps to support", "actions that X has taken to support"
  bool took_steps(std::uint32_t verb, std::uint32_t above) const {
    if (!kHelps.contains(syntax_.token(verb).lemma)) return false;
    if (kGives.contains(syntax_.token(above).lemma)) return true;  // "gave money to help X"
    if (syntax_.token(above).lemma != "take") return false;
    return std::ranges::any_of(syntax_.objects(above), [&](std::uint32_t object) {
      return kSteps.contains(syntax_.token(object).lemma);
    });
  }

  // "would cease to be": nothing has ceased.
  bool ends_perhaps(std::uint32_t verb) const {
    const auto found = words_.modality.find({syntax_.token(verb).lemma, Governor::Verb});
    return found != words_.modality.end() && found->second == Status::Denied &&
           governs(verb) == Status::Hypothetical;
  }

  // "dropped plans for a visit", "the plans were dropped"
  bool given_up(std::uint32_t noun) const {
    const auto verb = syntax_.head(noun);
    const bool acted_on =
        verb && (syntax_.is(noun, "obj") || syntax_.deprel(noun) == Deprel::NsubjPass);
    if (!acted_on || !words_.modality.contains({syntax_.token(noun).lemma, Governor::Noun}))
      return false;
    const auto found = words_.modality.find({syntax_.token(*verb).lemma, Governor::Verb});
    return found != words_.modality.end() && found->second == Status::Denied;
  }

  // "the recent deal", "their continued support"
  bool stands(std::uint32_t noun) const {
    return std::ranges::any_of(syntax_.children(noun), [&](std::uint32_t c) {
      return c < noun && syntax_.is(c, "amod") && kStands.contains(syntax_.token(c).lower);
    });
  }

  // "the talks", "their talks"
  bool definite(std::uint32_t noun) const {
    return std::ranges::any_of(syntax_.children(noun), [&](std::uint32_t c) {
      return syntax_.token(c).lower == "the" || syntax_.deprel(c) == Deprel::NmodPoss;
    });
  }

  // "cancelled", "did not discuss"
  bool denies(std::uint32_t verb) const {
    const auto found = words_.modality.find({syntax_.token(verb).lemma, Governor::Verb});
    return found != words_.modality.end() && found->second == Status::Denied;
  }

  // "ahead of her visit", of which "ahead" is an adverb of its own
  bool ahead_of(std::uint32_t noun) const {
    const auto of = syntax_.child(noun, "case");
    return of && *of > syntax_.range().begin && syntax_.token(*of).lower == "of" &&
           syntax_.token(*of - 1).lower == "ahead";
  }

  std::optional<std::uint32_t> above_noun(std::uint32_t noun) {
    describe(noun);
    const auto above = syntax_.head(noun);
    if (!above) return std::nullopt;
    const Token& word = syntax_.token(*above);
    const std::string_view preposition = syntax_.preposition(noun);
    if (syntax_.is(noun, "obj") || syntax_.deprel(noun) == Deprel::NsubjPass ||
        syntax_.is(noun, "xcomp")) {
      if (stands(noun) && !denies(*above)) return std::nullopt;
      // "the accusation by X was rejected": it was made
      if (kUttered.contains(syntax_.token(noun).lemma) && denies(*above)) return std::nullopt;
      if (kFavors.contains(word.lemma) && !definite(noun)) weaken(Status::Hypothetical);
      take_verb(*above);
      return above;
    }
    if (syntax_.is(noun, "nsubj")) {  // "the talks will be held": only the time to come counts
      if (is_verb(word.tag) && take_with_particle(*above)) return above;  // "fell through"
      if (kComesAbout.contains(word.lemma)) return above;
      if (word.tag == Tag::Adj && kOutlook.contains(word.lower) &&
          take(Governor::Adjective, word.lower))
        return above;
      for (const std::uint32_t c : syntax_.children(*above)) {
        if (kWill.contains(syntax_.token(c).lower) && syntax_.deprel(c) == Deprel::Aux)
          weaken(Status::Planned);
      }
      return std::nullopt;
    }
    if (syntax_.is(noun, "conj")) return above;
    if (stands(noun)) return std::nullopt;
    if (preposition == "of" && kPart.contains(word.lemma)) return above;
    const bool moved = preposition == "for" && kMoved.contains(word.lemma);
    if ((kToCome.contains(preposition) && !moved) || ahead_of(noun)) weaken(Status::Planned);
    if (kInstead.contains(preposition)) weaken(Status::Denied);
    const bool told = word.lemma == "say" || word.lemma == "tell";  // "said of her talks"
    if (kOfIt.contains(preposition) && !(told && is_verb(word.tag))) {
      is_verb(word.tag) ? take_verb(*above) : take(Governor::Noun, word.lemma);
    }
    if (given_up(*above)) weaken(Status::Denied);
    return std::nullopt;
  }

  const Syntax& syntax_;
  const Words& words_;
  int depth_ = 0;
  Status status_ = Status::Happened;
};

}  // namespace

Status status_of(const Syntax& syntax, const Words& words, std::uint32_t deed) {
  return Governors(syntax, words).of(deed);
}

Status status_of_noun(const Syntax& syntax, const Words& words, std::uint32_t noun) {
  Governors governors(syntax, words);
  governors.describe(noun);
  return governors.status();
}

std::optional<std::uint32_t> speaker_of(const Syntax& syntax, std::uint32_t deed) {
  std::uint32_t at = deed;
  for (int k = 0; k < kHighest; ++k) {
    for (const std::uint32_t c : syntax.children(at)) {
      if (syntax.preposition(c) == "according") return c;
      const bool aside = syntax.is(c, "parataxis") && kSaying.contains(syntax.token(c).lemma);
      if (aside) return syntax.subject(c);
    }
    const auto above = syntax.head(at);
    if (!above || syntax.deprel(at) == Deprel::AclRelcl) return std::nullopt;
    const bool said = syntax.is(at, "ccomp") || syntax.is(at, "parataxis");
    if (said && kSaying.contains(syntax.token(*above).lemma)) return syntax.subject(*above);
    at = *above;
  }
  return std::nullopt;
}

}  // namespace entente
