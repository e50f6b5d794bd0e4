#include "extract/structure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/between.h"
#include "extract/capitals.h"
#include "extract/listed.h"
#include "extract/listed_talks.h"
#include "extract/modality.h"
#include "extract/role_holders.h"
#include "extract/syntax.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// Names that belong to a state when its adjective or name stands in them: "Vietnamese National
// Assembly".
const Strings kStateWords = {
    "ministry",    "assembly",    "parliament", "army",         "navy",       "government",
    "court",       "congress",    "police",     "embassy",      "council",    "customs",
    "senate",      "department",  "cabinet",    "agency",       "commission", "committee",
    "bureau",      "forces",      "force",      "guard",        "office",     "administration",
    "duma",        "secretariat", "treasury",   "parliament's", "knesset",    "bundestag",
    "diet",        "house",       "consulate",  "legislature",  "judiciary",  "tribunal",
    "chancellery", "admiralty",   "ministries"};
const Strings kBodies = {"committee",  "council",   "secretariat", "congress", "commission",
                         "politburo",  "assembly",  "bureau",      "board",    "mission",
                         "parliament", "presidium", "leadership"};
// Kinds of data/words/roles.tsv that no state appoints.
const Strings kPrivate = {"business", "media", "academic", "religious", "other"};
const Strings kOfState = {"diplomat", "regional", "head-of-state", "head-of-government",
                          "minister"};
// Whom a head of state or government appoints.
const Strings kAppointed = {"minister", "head-of-government"};
const Strings kBecomes = {"become", "remain", "serve", "act", "work"};
const Strings kMakes = {"swear",   "inaugurate", "elect",   "reelect", "re-elect",
                        "appoint", "name",       "confirm", "install", "choose",
                        "pick",    "designate",  "crown",   "approve"};
// "took over as", "succeeded NAME as", "took the oath as", "resigned as": who acts holds the post
// or held it.
const Strings kTakes = {"take",   "succeed", "replace", "assume",
                        "return", "resign",  "step",    "retire"};
const Strings kHolds = {"hold",   "take",   "assume",
                        "occupy", "resume", "fill"};  // "held the post of"
const Strings kPost = {"post", "position", "office", "job", "title", "portfolio"};
const Strings kMembers = {"politician", "activist", "lawmaker"};  // of a party: no posts
// Who seeks a post has none; whose he is tells his party.
const Strings kSeeks = {"candidate", "nominee", "contender", "hopeful", "challenger"};
const Strings kWithin = {"at", "of", "under", "within"};

class Structure {
 public:
  Structure(const Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document), tokens_(document.tokens), entities_(entities), words_(words) {}

  std::vector<StructuralFact> titles(bool before) {
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      const Role& role = document_.roles[r];
      if (role.person < 0 || role.owners.empty()) continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      if (before != (person.tokens.begin >= role.tokens.end) || person.entity < 0) continue;
      const Mention& owner = document_.mentions[role.owners.front()];
      const std::optional<TokenRange> title = title_of(r);
      if (owner.entity < 0 || !title || seat_of_party(role) || seeks(role)) continue;
      // "Kenyan businessman NAME": of that country, but no post of it
      const bool counterpart = title->begin != role.title.begin;
      if (seat_from(role, owner) || continental(role, owner) || shared_by_list(r)) continue;
      const bool land = type(owner) == "country" ||
                        (type(owner) == "place" && owner.tokens.end <= role.title.begin);
      if (land && !counterpart && kPrivate.contains(role.kind)) continue;
      StructuralFact fact;
      fact.sentence = person.sentence;
      fact.subject = person.entity;
      fact.object = owner.entity;
      fact.subject_words = person.tokens;
      fact.object_words = owner.tokens;
      fact.trigger = role.title;
      fact.title = *title;
      if (const auto word = former_word(role); word && *word < title->begin)
        fact.former = {*word, *word + 1};  // "former Kenyan president NAME"
      // "NAME, formerly the president and director of X"
      if (r > 0 && !former(role)) {
        const Role& first = document_.roles[r - 1];
        const auto word = former_word(first);
        if (word && first.person == role.person && first.tokens.end + 1 == role.tokens.begin &&
            tokens_[first.tokens.end].lower == "and")
          fact.former = {*word, *word + 1};
      }
      fact.confidence = 0.95;
      fact.links = capital_links(document_, owner);
      if (role.inferred) {
        fact.object_words = role.title;
        fact.links.push_back(
            {span_of(document_, role.title), span_of(document_, owner.tokens), "owner"});
        fact.confidence = 0.8;
      }
      facts_.push_back(fact);
    }
    return std::move(facts_);
  }

  // "Democratic Senator NAME", "NAME of the Labour Party"
  std::vector<StructuralFact> affiliations() {
    for (const Role& role : document_.roles) {
      if (role.person < 0 || role.owners.empty() || !seat_of_party(role) || former(role)) continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      const Mention& party = document_.mentions[role.owners.front()];
      if (person.entity >= 0 && !only_adjective(party)) add(person, party, role.title, 0.9);
    }
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {  // "Democrat NAME"
      const Mention& party = document_.mentions[m];
      const Mention* person = next_name(m);
      if (party.nested || party.entity < 0 || type(party) != "party" || party.tokens.size() > 1 ||
          person == nullptr || person->type != "person" || person->entity < 0)
        continue;
      if (person->tokens.begin == party.tokens.end) add(*person, party, party.tokens, 0.9);
    }
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& person = document_.mentions[m];
      const Mention* party = next_name(m);
      if (person.type != "person" || person.entity < 0 || party == nullptr || party->entity < 0 ||
          type(*party) != "party" || party->sentence != person.sentence)
        continue;
      const std::uint32_t of = person.tokens.end;
      std::uint32_t i = of + 1;
      if (tokens_[of].lower == "," && i + 1 == party->tokens.begin && tokens_[i].lower == "a")
        add(person, *party, {of, of + 1}, 0.9);  // "NAME, a Democrat,"
      while (i < party->tokens.begin && tokens_[i].lower == "the") ++i;
      if (tokens_[of].lower == "of" && i == party->tokens.begin)
        add(person, *party, {of, of + 1}, 0.9);
    }
    for (const ListedOfBody& one : find_listed_of_bodies(document_)) {
      const Mention& person = document_.mentions[one.person];
      const Mention& body = document_.mentions[one.body];
      const std::uint32_t comma = person.tokens.end;
      if (person.entity >= 0 && body.entity >= 0) add(person, body, {comma, comma + 1}, 0.85);
    }
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {  // "the Green Party's NAME"
      const Mention& party = document_.mentions[m];
      const Mention* person = next_name(m);
      if (party.nested || party.entity < 0 || type(party) != "party" || person == nullptr ||
          person->type != "person" || person->entity < 0 ||
          person->tokens.begin != party.tokens.end + 1 || tokens_[party.tokens.end].lower != "'s")
        continue;
      add(*person, party, {party.tokens.end, party.tokens.end + 1}, 0.85);
    }
    sides_of_parties();
    people_of_bodies();
    elected_for_parties();
    return std::move(facts_);
  }

  // "NAME is president of X", "NAME was elected president of X"
  std::vector<StructuralFact> predicates() {
    std::optional<Syntax> syntax;
    std::uint32_t parsed = 0;
    for (const Role& role : document_.roles) {
      const bool its = tokens_[role.tokens.begin].lower == "its" && role.owners.empty();
      if (role.person >= 0 || role.plural) continue;
      const std::uint32_t sentence = sentence_of(document_, role.tokens.begin);
      if (!syntax || parsed != sentence) syntax.emplace(document_, document_.sentences[sentence]);
      parsed = sentence;
      if (!syntax->parsed()) continue;
      const auto holder = holder_of(*syntax, syntax->head_of(role.title), role.tokens.begin);
      if (!holder) continue;
      const bool made = its || role.owners.empty();
      if (made && !its && !kOfState.contains(role.kind)) continue;
      std::optional<std::uint32_t> whose =
          made ? maker_of(*syntax, *holder) : std::optional(role.owners.front());
      if (whose && made && !its) whose = state_of(*whose);
      if (!whose && made && !its && kAppointed.contains(role.kind))
        whose = appointing_state(*syntax, role, *holder);
      if (!whose) continue;
      const Mention& owner = document_.mentions[*whose];
      if (owner.entity < 0 || seat_of_party(role, owner) || seeks(role) ||
          continental(role, owner) || (type(owner) == "country" && kPrivate.contains(role.kind)))
        continue;
      const auto person = person_at(holder->first);
      if (!person) continue;
      StructuralFact fact;
      fact.sentence = sentence;
      fact.subject = person->entity;
      fact.object = owner.entity;
      fact.subject_words = person->head;
      fact.object_words = owner.tokens;
      fact.trigger = role.title;
      fact.title = role.title;
      fact.links = capital_links(document_, owner);
      fact.links.insert(fact.links.end(), person->links.begin(), person->links.end());
      if (made) {
        const TokenRange word =
            its ? TokenRange{role.tokens.begin, role.tokens.begin + 1} : role.title;
        fact.object_words = word;
        fact.links.push_back({span_of(document_, word), span_of(document_, owner.tokens), "owner"});
      }
      if (!former(role)) fact.status = status_of(*syntax, words_, holder->second);
      facts_.push_back(fact);
    }
    return std::move(facts_);
  }

  std::vector<StructuralFact> inside() {
    for (const Mention& inner : document_.mentions) {
      if (!inner.nested || inner.entity < 0) continue;
      for (const Mention& outer : document_.mentions) {
        if (outer.tokens.begin > inner.tokens.begin || outer.tokens.end < inner.tokens.end ||
            outer.tokens == inner.tokens)
          continue;
        if (outer.entity < 0 || outer.entity == inner.entity || tightest(inner, outer)) continue;
        if (belongs(inner, outer)) add(outer, inner, outer.tokens, 0.9);
      }
    }
    return std::move(facts_);
  }

  std::vector<StructuralFact> owners() {
    for (const Mention& owned : document_.mentions) {
      const std::uint32_t begin = behind_genitive(owned);
      if (owned.nested || owned.entity < 0 || begin < 2 || tokens_[begin - 1].lower != "'s" ||
          before_post(owned))
        continue;
      for (const Mention& owner : document_.mentions) {
        if (owner.nested || owner.entity < 0 || owner.tokens.end != begin - 1 ||
            owner.sentence != owned.sentence)
          continue;
        const bool of_country = type(owner) == "country";  // "Kenya's Labour Party", too
        if ((type(owned) == "party" && of_country) ||
            (type(owned) == "organization" &&
             (of_country || type(owner) == "organization" || type(owner) == "party"))) {
          add(owned, owner, {begin - 1, begin}, 0.9);
        }
      }
    }
    return std::move(facts_);
  }

  // Where the phrase behind "'s" begins: over "ruling", "main opposition", "state-run", but not
  // over "ally" or "rival", before the name.
  std::uint32_t behind_genitive(const Mention& owned) const {
    static const Strings kInner = {"opposition", "state",        "news",    "agency",
                                   "government", "central",      "bank",    "television",
                                   "spy",        "intelligence", "service", "broadcaster"};
    constexpr std::uint32_t kWords = 5;
    const std::uint32_t floor = document_.sentences[owned.sentence].tokens.begin;
    const std::uint32_t end = owned.tokens.end;
    std::uint32_t i = owned.tokens.begin;
    if (end < tokens_.size() && tokens_[end].tag == Tag::Noun) return i;  // "largest Union partner"
    while (i > floor && owned.tokens.begin - i < kWords && tokens_[i - 1].lower != "'s") {
      const Token& token = tokens_[i - 1];
      const bool word = token.tag == Tag::Adj || token.tag == Tag::Participle ||
                        token.tag == Tag::Gerund || token.lower == "-" ||
                        kInner.contains(token.lower);
      if (!word || capital(i - 1)) return owned.tokens.begin;
      --i;
    }
    return i;
  }

  // "Kenya's UN ambassador": the post is Kenya's, not the organization.
  bool before_post(const Mention& name) const {
    const auto after = std::lower_bound(
        document_.roles.begin(), document_.roles.end(), name.tokens.end,
        [](const Role& role, std::uint32_t end) { return role.title.begin < end; });
    return after != document_.roles.end() && after->kind == "diplomat" &&
           after->title.begin == name.tokens.end;
  }

  // "in western Kenya"
  static bool direction(const std::string& lower) {
    static const Strings kDirections = {
        "western",       "eastern",       "northern",     "southern",     "central",
        "northeastern",  "northwestern",  "southeastern", "southwestern", "north-eastern",
        "north-western", "south-eastern", "south-western"};
    return kDirections.contains(lower);
  }

  // "the College at the University"; with `places`: "the Hall in Beijing", "Beijing, China".
  std::vector<StructuralFact> within(bool places) {
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& part = document_.mentions[m];
      if (part.nested || part.entity < 0) continue;
      const Mention* whole = next_name(m);
      if (whole == nullptr || whole->entity < 0 || whole->entity == part.entity ||
          whole->sentence != part.sentence)
        continue;
      std::uint32_t i = part.tokens.end;
      const std::uint32_t joint = i++;
      const std::string& word = tokens_[joint].lower;
      while (i < whole->tokens.begin && tokens_[i].lower == "the") ++i;
      // "in western Kenya", "Kisumu, western Kenya"
      const bool joins = word == "in" || (word == "," && type(*whole) == "country");
      if (places && joins && i < whole->tokens.begin && direction(tokens_[i].lower)) ++i;
      if (i != whole->tokens.begin || (places && in_costume(part))) continue;
      if (places && word == "in") whole = past_country(whole);
      if (whole->demonym || whole->entity == part.entity) continue;
      const bool fits = places ? (word == "," && city_and_country(part, *whole)) ||
                                     (word == "in" && seat(part, *whole) && !met_there(part))
                               : kWithin.contains(word) && bodies(part, *whole);
      if (fits) add(part, *whole, {joint, joint + 1}, 0.85);
    }
    return std::move(facts_);
  }

 private:
  // "Democratic", where the article nowhere names the Democratic Party.
  bool only_adjective(const Mention& party) const {
    if (party.tokens.size() > 1 || !party.known.empty() || party.entity < 0 ||
        !words_.role_modifiers.contains(tokens_[party.tokens.begin].lower))
      return false;
    return std::none_of(
        document_.mentions.begin(), document_.mentions.end(),
        [&](const Mention& one) { return one.entity == party.entity && one.tokens.size() > 1; });
  }

  // "NAME of the Institute said": nothing else stands behind, and he has no post there.
  void people_of_bodies() {
    std::unordered_set<std::int32_t> holders;
    for (const Role& role : document_.roles) {
      if (!role.owners.empty()) holders.insert(role.person);
    }
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& person = document_.mentions[m];
      const Mention* body = next_name(m);
      if (person.type != "person" || person.entity < 0 || person.nested || body == nullptr ||
          body->entity < 0 || type(*body) != "organization" || body->demonym ||
          body->sentence != person.sentence || person.tokens.size() < 2)
        continue;
      const std::uint32_t of = person.tokens.end;
      std::uint32_t i = of + 1;
      if (tokens_[of].lower != "of") continue;
      while (i < body->tokens.begin && tokens_[i].lower == "the") ++i;
      const std::uint32_t end = body->tokens.end;
      const bool closed =
          end < tokens_.size() && (tokens_[end].tag == Tag::Punct || is_verb(tokens_[end].tag) ||
                                   tokens_[end].tag == Tag::Aux || tokens_[end].lower == "and" ||
                                   tokens_[end].lower == "at" || tokens_[end].lower == "in");
      if (i == body->tokens.begin && closed && !holders.contains(static_cast<std::int32_t>(m)))
        add(person, *body, {of, of + 1}, 0.85);
    }
  }

  // "Democratic committee chairman NAME", "the Republican Senate Majority Leader", where the
  // article names the party.
  void sides_of_parties() {
    std::unordered_map<std::string, const Mention*> parties;  // by "democratic"
    for (const Mention& party : document_.mentions) {
      if (party.entity >= 0 && party.tokens.size() == 2 && type(party) == "party" &&
          tokens_[party.tokens.end - 1].lower == "party")
        parties.emplace(tokens_[party.tokens.begin].lower, &party);
    }
    if (parties.empty()) return;
    for (const Role& role : document_.roles) {
      if (role.person < 0 || former(role) || kPrivate.contains(role.kind)) continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      if (person.entity < 0) continue;
      const std::uint32_t floor = document_.sentences[person.sentence].tokens.begin;
      std::uint32_t begin = role.title.begin;
      if (!role.owners.empty() && !role.inferred)
        begin = std::min(begin, document_.mentions[role.owners.front()].tokens.begin);
      begin = std::max(begin, floor);
      for (std::uint32_t i = begin > floor ? begin - 1 : begin; i < role.title.end; ++i) {
        const auto party = parties.find(tokens_[i].lower);
        if (party == parties.end() || !capital(i)) continue;
        const auto covered = name_at(i);
        if (covered && type(document_.mentions[*covered]) != "organization") break;
        StructuralFact fact = fact_of(document_, person, *party->second, {i, i + 1}, 0.85);
        fact.object_words = {i, i + 1};
        fact.links.push_back({span_of(document_, TokenRange{i, i + 1}),
                              span_of(document_, party->second->tokens), "party"});
        facts_.push_back(std::move(fact));
        break;
      }
    }
  }

  bool capital(std::uint32_t i) const {
    return is_upper(decode_at(text_of(document_, tokens_[i]), 0).value);
  }

  // "NAME was elected as a Democrat"
  void elected_for_parties() {
    for (const Mention& party : document_.mentions) {
      const std::uint32_t begin = party.tokens.begin;
      if (party.nested || party.entity < 0 || type(party) != "party" || begin < 3 ||
          (tokens_[begin - 1].lower != "a" && tokens_[begin - 1].lower != "an") ||
          tokens_[begin - 2].lower != "as" || tokens_[begin - 3].lower != "elected" ||
          (party.tokens.end < tokens_.size() && tokens_[party.tokens.end].tag == Tag::Noun))
        continue;
      const Syntax syntax(document_, document_.sentences[party.sentence]);
      if (!syntax.parsed() || begin - 3 < syntax.range().begin) continue;
      const auto subject = syntax.subject(begin - 3);
      const auto person = subject ? name_at(*subject) : std::nullopt;
      if (person && document_.mentions[*person].type == "person")
        add(document_.mentions[*person], party, {begin - 2, begin - 1}, 0.9);
    }
  }

  // A seat in a parliament or an office of the state goes with a membership, it is no post of the
  // party: "Democratic Senator NAME".
  bool seat_of_party(const Role& role) const {
    return seat_of_party(role, document_.mentions[role.owners.front()]);
  }
  bool seat_of_party(const Role& role, const Mention& owner) const {
    // "the GRA's Member of Parliament": no chamber is its own member's.
    const std::string& last = tokens_[role.title.end - 1].lower;
    if (owner.entity >= 0 && type(owner) == "organization" && owner.tokens.size() == 1 &&
        owner.tokens.end <= role.title.begin && (last == "parliament" || last == "mp"))
      return true;
    // "an MP from the Alliance"
    if (owner.entity >= 0 && type(owner) == "organization" && (last == "mp" || last == "mep") &&
        owner.tokens.begin > role.title.end && tokens_[role.title.end].lower == "from")
      return true;
    return owner.entity >= 0 && type(owner) == "party" &&
           (role.kind == "legislator" || seeks(role) ||
            kMembers.contains(tokens_[role.title.end - 1].lower) ||
            (kOfState.contains(role.kind) && owner.tokens.end <= role.title.begin));
  }

  // "a lawmaker from Nairobi": no post of the city.
  bool seat_from(const Role& role, const Mention& owner) const {
    const std::string& last = tokens_[role.title.end - 1].lower;
    return type(owner) == "place" && owner.tokens.begin > role.title.end && kMembers.contains(last);
  }

  // "European commissioner": of a body that the adjective does not name.
  bool continental(const Role& role, const Mention& owner) const {
    return type(owner) == "place" && owner.demonym && role.kind == "international";
  }

  // "a footballer and MP from the Labour Party": only the MP is of the party.
  bool shared_by_list(std::size_t r) const {
    const Role& role = document_.roles[r];
    if (role.kind != "other" || r + 1 >= document_.roles.size()) return false;
    const Role& next = document_.roles[r + 1];
    return next.owners == role.owners && role.tokens.end + 1 == next.tokens.begin &&
           next.kind == "legislator" && tokens_[role.tokens.end].lower == "and";
  }

  bool seeks(const Role& role) const { return kSeeks.contains(tokens_[role.title.end - 1].lower); }

  // Of whom the post at `post` is told, and the word that tells it.
  using Holder = std::pair<std::uint32_t, std::uint32_t>;
  std::optional<Holder> holder_of(const Syntax& syntax, std::uint32_t post,
                                  std::uint32_t begin) const {
    if (syntax.has_copula(post)) {
      const auto subject = syntax.child(post, "nsubj");
      if (!subject) return std::nullopt;
      const auto who = syntax.head(post);  // "NAME, who is president of X,"
      if (syntax.token(*subject).lower == "who" && who) return std::pair{*who, post};
      return std::pair{*subject, post};
    }
    const auto above = syntax.head(post);
    if (!above) return std::nullopt;
    if (syntax.is(post, "nsubj") && syntax.has_copula(*above))
      return std::pair{*above, *above};  // "The president of X is NAME"
    std::uint32_t verb = *above;
    bool as = syntax.preposition(post) == "as";
    if (kPost.contains(syntax.token(verb).lemma) && syntax.preposition(post) == "of") {
      const auto holds = syntax.head(verb);  // "held the post of president of X"
      if (!holds || !syntax.is(verb, "obj") || !kHolds.contains(syntax.token(*holds).lemma))
        return std::nullopt;
      verb = *holds;
      as = true;
    }
    if (!is_verb(syntax.token(verb).tag)) return std::nullopt;
    const bool said = syntax.is(post, "xcomp") || syntax.is(post, "obj") || as;
    const std::string& lemma = syntax.token(verb).lemma;
    const bool takes =
        as && !syntax.passive(verb) && (kTakes.contains(lemma) || kHolds.contains(lemma));
    if (!said || (!takes && !kBecomes.contains(lemma) && !kMakes.contains(lemma)))
      return std::nullopt;
    // "Kenya named NAME as its minister", read as passive
    const bool passive =
        syntax.passive(verb) && (syntax.child(verb, "aux") || !syntax.child(verb, "obj"));
    if (takes || kBecomes.contains(lemma) || passive) {
      const auto subject = syntax.subject(verb);
      if (!subject) return std::nullopt;
      return std::pair{*subject, verb};
    }
    for (const std::uint32_t object : syntax.objects(verb)) {
      if (object != post) return std::pair{object, verb};
    }
    // "appointed NAME director of X", read as one noun phrase
    if (begin > syntax.range().begin && syntax.head(begin - 1) == post)
      return std::pair{begin - 1, verb};
    return std::nullopt;
  }

  // Whose name has the token, or whom "he" or "she" means.
  std::optional<Member> person_at(std::uint32_t token) const {
    if (const auto m = name_at(token)) {
      const Mention& name = document_.mentions[*m];
      if (name.type != "person") return std::nullopt;
      return Member{name.entity, name.tokens, {}, false};
    }
    if (tokens_[token].lower != "he" && tokens_[token].lower != "she") return std::nullopt;
    // "NAME said that he": who is meant is told least surely behind another name.
    auto other = first_from(document_.mentions,
                            document_.sentences[sentence_of(document_, token)].tokens.begin);
    for (; other != document_.mentions.end() && other->tokens.begin < token; ++other) {
      if (other->type == "person" && !other->nested) return std::nullopt;
    }
    const auto phrase = first_from(document_.phrases, token);
    if (phrase == document_.phrases.end() || phrase->tokens.begin != token ||
        phrase->members.size() != 1)
      return std::nullopt;
    const Member& member = phrase->members.front();
    const bool known =
        member.entity >= 0 && entities_[static_cast<std::size_t>(member.entity)].type == "person";
    return known ? std::optional(member) : std::nullopt;
  }

  // "Kenya named NAME as its foreign minister": Kenya.
  std::optional<std::uint32_t> maker_of(const Syntax& syntax, const Holder& holder) const {
    if (!is_verb(syntax.token(holder.second).tag)) return std::nullopt;
    const auto subject = syntax.subject(holder.second);
    if (!subject || *subject == holder.first) return std::nullopt;
    const auto m = name_at(*subject);
    if (!m || document_.mentions[*m].demonym) return std::nullopt;
    const std::string& what = type(document_.mentions[*m]);
    const bool body = what == "country" || what == "organization" || what == "party";
    return body ? m : std::nullopt;
  }

  // Kenya of "Kenya", "Kenya's parliament".
  std::optional<std::uint32_t> state_of(std::uint32_t m) const {
    const Mention& maker = document_.mentions[m];
    if (type(maker) == "country") return m;
    for (std::uint32_t k = m + 1;
         k < document_.mentions.size() && document_.mentions[k].tokens.begin < maker.tokens.end;
         ++k) {
      const Mention& inner = document_.mentions[k];
      if (inner.nested && inner.entity >= 0 && type(inner) == "country") return k;
    }
    return std::nullopt;
  }

  // "Kenyan President X appointed NAME foreign minister", "Kenya's ninth prime minister": Kenya.
  std::optional<std::uint32_t> appointing_state(const Syntax& syntax, const Role& role,
                                                const Holder& holder) {
    for (const std::uint32_t c : syntax.children(syntax.head_of(role.title))) {
      const auto owner = syntax.deprel(c) == Deprel::NmodPoss ? name_at(c) : std::nullopt;
      if (owner) return type(document_.mentions[*owner]) == "country" ? owner : std::nullopt;
      if (syntax.deprel(c) == Deprel::NmodPoss) return std::nullopt;
    }
    if (!is_verb(syntax.token(holder.second).tag)) return std::nullopt;
    std::optional<std::uint32_t> maker = syntax.subject(holder.second);
    if (maker == holder.first) {
      maker.reset();
      for (const std::uint32_t c : syntax.children(holder.second)) {
        if (syntax.deprel(c) == Deprel::OblAgent) maker = c;
      }
    }
    return maker ? country_led(*maker) : std::nullopt;
  }

  // The country that the word names, or whose president or premier it names.
  std::optional<std::uint32_t> country_led(std::uint32_t word) {
    const auto name = name_at(word);
    if (name && type(document_.mentions[*name]) == "country")
      return document_.mentions[*name].demonym ? std::nullopt : name;
    const auto after = std::ranges::upper_bound(document_.phrases, word, {},
                                                [](const Phrase& one) { return one.tokens.begin; });
    if (after == document_.phrases.begin()) return std::nullopt;
    const Phrase& phrase = *std::prev(after);
    if (phrase.tokens.end <= word || phrase.members.size() != 1) return std::nullopt;
    if (!leads_) find_leaders();
    const auto found = leads_->find(phrase.members.front().entity);
    return found == leads_->end() ? std::nullopt : std::optional(found->second);
  }

  void find_leaders() {
    leads_.emplace();
    for (const Role& role : document_.roles) {
      const bool leads = role.kind == "head-of-state" || role.kind == "head-of-government";
      if (!leads || role.person < 0 || role.owners.empty() || former(role)) continue;
      const Mention& owner = document_.mentions[role.owners.front()];
      if (owner.entity >= 0 && type(owner) == "country")
        leads_->emplace(document_.mentions[static_cast<std::size_t>(role.person)].entity,
                        role.owners.front());
    }
  }

  // The name that has the token.
  std::optional<std::uint32_t> name_at(std::uint32_t token) const {
    auto name = first_from(document_.mentions,
                           document_.sentences[sentence_of(document_, token)].tokens.begin);
    for (; name != document_.mentions.end() && name->tokens.begin <= token; ++name) {
      if (!name->nested && name->entity >= 0 && token < name->tokens.end)
        return static_cast<std::uint32_t>(name - document_.mentions.begin());
    }
    return std::nullopt;
  }

  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }

  bool former(const Role& role) const { return former_word(role).has_value(); }

  std::optional<std::uint32_t> former_word(const Role& role) const {
    for (std::uint32_t i = role.tokens.begin; i < role.title.end; ++i) {
      const std::string& word = tokens_[i].lower;
      if (words_.former.contains(word) || word.starts_with("ex-") || word.starts_with("then-"))
        return i;
    }
    return std::nullopt;
  }

  // The words of the post; of "his Kenyan counterpart NAME" those of whose counterpart he is.
  std::optional<TokenRange> title_of(std::size_t r) const {
    const auto post = post_of(document_, r);
    return post ? std::optional(document_.roles[*post].title) : std::nullopt;
  }

  // A third name lies between the two: the party's country is the party's, not the committee's.
  bool tightest(const Mention& inner, const Mention& outer) const {
    return std::any_of(
        document_.mentions.begin(), document_.mentions.end(), [&](const Mention& between) {
          const bool around_inner = between.tokens.begin <= inner.tokens.begin &&
                                    inner.tokens.end <= between.tokens.end &&
                                    between.tokens != inner.tokens;
          const bool in_outer = outer.tokens.begin <= between.tokens.begin &&
                                between.tokens.end <= outer.tokens.end &&
                                between.tokens != outer.tokens;
          return around_inner && in_outer && between.entity >= 0 && between.entity != inner.entity;
        });
  }

  bool belongs(const Mention& inner, const Mention& outer) const {
    const std::string& part = type(outer);
    const std::string& whole = type(inner);
    if (part == "event") return whole == "party" || whole == "organization";
    if (part != "organization" && part != "party") return false;
    if (whole == "party" || whole == "organization") {
      // In front, only of a body of it: "CPC Central Committee", not "ASEAN College".
      return inner.tokens.begin > outer.tokens.begin ||
             kBodies.contains(tokens_[outer.tokens.end - 1].lower);
    }
    if (whole != "country" || (inner.demonym && rebels(outer))) return false;
    for (std::uint32_t i = outer.tokens.begin; i < outer.tokens.end; ++i) {
      if (kStateWords.contains(tokens_[i].lower)) return true;
    }
    return false;
  }

  // "Syrian Democratic Forces", "Irish Liberation Army": where they fight, not whose they are.
  bool rebels(const Mention& name) const {
    static const Strings kArmed = {"army", "forces", "force", "council"};
    static const Strings kCauses = {"democratic", "free",      "liberation", "resistance",
                                    "insurgent",  "rebel",     "salvation",  "opposition",
                                    "islamic",    "republican"};
    bool cause = false;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
      cause = cause || kCauses.contains(tokens_[i].lower);
    return cause && kArmed.contains(tokens_[name.tokens.end - 1].lower);
  }

  // "dressed as the Reaper"
  bool in_costume(const Mention& name) const {
    std::uint32_t i = name.tokens.begin;
    while (i > 0 && tokens_[i - 1].tag == Tag::Det) --i;
    return i > 1 && tokens_[i - 1].lower == "as" &&
           (tokens_[i - 2].lower == "dressed" || tokens_[i - 2].lower == "disguised");
  }

  // Of "the US capital city of NAME" the city; else the name itself.
  const Mention* past_country(const Mention* name) const {
    static const Strings kCapital = {"capital", "city", "of", ","};
    if (type(*name) != "country" || name->tokens.end >= tokens_.size() ||
        tokens_[name->tokens.end].lower != "capital")
      return name;
    const Mention* city = next_name(static_cast<std::size_t>(name - document_.mentions.data()));
    if (city == nullptr || city->sentence != name->sentence || city->entity < 0) return name;
    for (std::uint32_t i = name->tokens.end; i < city->tokens.begin; ++i) {
      if (!kCapital.contains(tokens_[i].lower)) return name;
    }
    return city;
  }

  const Mention* next_name(std::size_t m) const {
    for (std::size_t k = m + 1; k < document_.mentions.size(); ++k) {
      if (!document_.mentions[k].nested) return &document_.mentions[k];
    }
    return nullptr;
  }

  bool bodies(const Mention& part, const Mention& whole) const {
    return type(part) == "organization" &&
           (type(whole) == "organization" || type(whole) == "party");
  }

  bool seat(const Mention& part, const Mention& whole) const {
    if (type(whole) != "place" && type(whole) != "country") return false;
    return type(part) == "place" ||
           (type(part) == "organization" && part.tokens.size() > 1 && part.known.empty());
  }

  bool city_and_country(const Mention& part, const Mention& whole) const {
    const bool around =
        type(whole) == "country" || (whole.division && !part.division) || region_of(part, whole);
    if (type(part) != "place" || !around || whole.demonym || in_title(part)) return false;
    // "Hanoi, Vietnam and China" and "New York, New Jersey, Ohio, and" are lists.
    const std::uint32_t after = whole.tokens.end;
    if (after >= tokens_.size()) return true;
    if (tokens_[after].lower != ",") return tokens_[after].lower != "and";
    std::uint32_t next = after + 1;
    while (next < tokens_.size() && tokens_[next].tag == Tag::Propn) ++next;
    const bool goes_on =
        next < tokens_.size() && (tokens_[next].lower == "," || tokens_[next].lower == "and");
    return next == after + 1 || !goes_on;
  }

  // "met NAME, director of the Council in NAME": they met there, wherever the council sits.
  bool met_there(const Mention& body) const {
    static const Strings kMeets = {"meet", "talk", "receive", "host", "greet", "confer"};
    const auto next =
        std::upper_bound(document_.roles.begin(), document_.roles.end(), body.tokens.begin,
                         [](std::uint32_t at, const Role& role) { return at < role.tokens.begin; });
    if (next == document_.roles.begin()) return false;
    const Role& role = *(next - 1);
    if (role.person < 0 || role.tokens.end < body.tokens.end) return false;
    const auto begin = tokens_.begin();
    return std::any_of(
        begin + document_.sentences[body.sentence].tokens.begin, begin + role.tokens.begin,
        [](const Token& token) { return is_verb(token.tag) && kMeets.contains(token.lemma); });
  }

  // "Secretary for NAME, Kenya": what the post is about does not lie where the post is.
  bool in_title(const Mention& name) const {
    const auto next =
        std::upper_bound(document_.roles.begin(), document_.roles.end(), name.tokens.begin,
                         [](std::uint32_t at, const Role& role) { return at < role.tokens.begin; });
    if (next == document_.roles.begin()) return false;
    const TokenRange title = (next - 1)->title;
    return title.begin <= name.tokens.begin && name.tokens.end <= title.end;
  }

  // "London, England,": a city and a known region, which no third name follows.
  bool region_of(const Mention& city, const Mention& region) const {
    const std::uint32_t after = region.tokens.end;
    if (!city.known.empty() || city.how != "gazetteer" || !region.known.starts_with("place:") ||
        (city.tokens.begin > 0 && tokens_[city.tokens.begin - 1].lower == ",") ||
        after >= tokens_.size() || tokens_[after].tag != Tag::Punct)
      return false;
    if (tokens_[after].lower != "," || after + 1 >= tokens_.size()) return true;
    return tokens_[after + 1].tag != Tag::Propn && tokens_[after + 1].lower != "and";
  }

  void add(const Mention& part, const Mention& whole, TokenRange trigger, double confidence) {
    facts_.push_back(fact_of(document_, part, whole, trigger, confidence));
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  // Heads of state and of government, and a mention of the country of each; found when asked for.
  std::optional<std::unordered_map<std::int32_t, std::uint32_t>> leads_;
  std::vector<StructuralFact> facts_;
};

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
  Structure structure(document, entities, words);
  if (rule == "title") return structure.titles(true);
  if (rule == "apposition") return structure.titles(false);
  if (rule == "presence" || rule == "backed") return {};  // read in facts.cpp
  if (rule == "predicate") return structure.predicates();
  if (rule == "affiliation") return structure.affiliations();
  if (rule == "inside") return structure.inside();
  if (rule == "owner") return structure.owners();
  if (rule == "kin") return find_kin(document, entities, words);
  if (rule == "settlement") return find_settlements(document, entities);
  if (rule == "listed") return find_guests(document, entities);
  if (rule == "alliance") return find_alliances(document, entities);
  if (rule == "listed-meeting") return find_talks(document, entities, false);
  if (rule == "listed-call") return find_talks(document, entities, true);
  if (rule == "membership") return find_memberships(document, entities);
  return structure.within(rule == "seat");
}

}  // namespace entente
