// In order: the post before it in a list; "In Kenya, X met President Y"; "his foreign minister"; a
// title of one state only; the state that acts in the sentence or in the one before; the country
// from which the report comes, where a guest from abroad meets the holder; the outlet's country or,
// where that is not known, the one that the article is about, whose post of that name nobody else
// holds. Never a country that has no such office, nor one office of two people.

#include "extract/owners.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/acting_states.h"
#include "extract/front_matter.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kStateKinds = {"head-of-state", "head-of-government", "minister"};
const Strings kStateTitles = {"president", "minister"};                 // "vice president"
const Strings kRanks = {"military", "religious", "royal", "academic"};  // of data/words/roles.tsv
// Posts of a state, too, behind one of which the state is said.
const Strings kInList = {"security", "military", "judge", "spokesperson"};
const Strings kPrivate = {"business", "media", "academic", "other"};
const Strings kCounterparts = {"counterpart", "counterparts", "number", "numbers", "colleague"};
const Strings kMeets = {"meet", "receive", "welcome", "greet", "host", "thank", "join"};
const Strings kJoints = {"and", ",", "&", "as", "well", "the", "including", "with"};
const Strings kStays = {"visit", "trip", "arrive", "arrival", "travel", "fly", "stay"};

constexpr std::uint32_t kEnough = 4;       // mentions of the country that an article is about
constexpr std::uint32_t kEnoughAlone = 2;  // where it names no other
constexpr std::uint32_t kByFar = 3;        // times as many as of the next country
constexpr std::uint32_t kDateline = 16;    // tokens
constexpr std::uint32_t kNear = 5;         // likewise
constexpr std::uint32_t kLongest = 500;    // likewise: a longer sentence is a table or a trap

constexpr std::int32_t kNone = -1;

using Office = std::pair<std::int32_t, std::string>;  // a country and key_of

class OwnerFinder {
 public:
  OwnerFinder(Document& document, const std::vector<LocalEntity>& entities, const Words& words,
              const Gazetteer& gazetteer)
      : document_(document),
        entities_(entities),
        words_(words),
        gazetteer_(gazetteer),
        states_(document, entities),
        outlets_country_(country_of_outlet()) {
    for (std::size_t m = document.mentions.size(); m-- > 0;) {
      const std::int32_t entity = document.mentions[m].entity;
      if (entity < 0 || type_of(entity) != "country") continue;
      named_[entity] = static_cast<std::uint32_t>(m);
      by_id_.emplace(entities[static_cast<std::size_t>(entity)].known, entity);
    }
    for (const auto& [country, m] : named_)
      weight_[country] = entities[static_cast<std::size_t>(country)].mentions;
    for (const Mention& name : document.mentions) {
      if (name.entity < 0) continue;
      if (name.nested) {
        if (type_of(name.entity) == "country" && in_state_body(name)) ++weight_[name.entity];
      } else if (name.type == "place") {
        if (const auto country = country_around(name)) ++weight_[*country];
      }
    }
    weigh_title();
    for (std::size_t r = 0; r < document.roles.size(); ++r) {
      const Role& role = document.roles[r];
      const std::optional<std::int32_t> country = country_of(role);
      if (!country || role.person < 0) continue;
      holders_[{*country, key_of(document.roles[post_of(document, r).value_or(r)])}].insert(
          entity_of(role.person));
      explicit_.emplace(entity_of(role.person), *country);
    }
  }

  void find() {
    for (const Role& role : document_.roles) {
      if (role.person >= 0 && role.owners.empty() && received_abroad(role))
        received_.insert(entity_of(role.person));
    }
    find_near();
    find_rivals();
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      Role& role = document_.roles[r];
      if (!lacks_owner(role) || companion_of(role)) continue;
      std::optional<std::uint32_t> owner;
      if (of_state(role) || kInList.contains(role.kind)) owner = owner_in_list(r);
      if (!owner && of_state(role)) owner = owner_at_home(role);
      if (!owner && outlets_country_ == nullptr && once_of_state(role)) owner = home(role);
      if (owner && !guest_of(role, mention(*owner).entity)) own(role, *owner);
    }
  }

 private:
  // "Kenya" of "Parliament of Kenya", not of "Kenya Tea Company".
  bool in_state_body(const Mention& inner) const {
    static const Strings kStateBodies = {
        "congress", "house",      "senate", "parliament", "government", "court",   "ministry",
        "assembly", "department", "army",   "military",   "navy",       "embassy", "legislature"};
    const TokenRange sentence = document_.sentences[inner.sentence].tokens;
    for (std::uint32_t m = mention_from(sentence.begin);
         m < document_.mentions.size() && mention(m).tokens.begin <= inner.tokens.begin; ++m) {
      const TokenRange outer = mention(m).tokens;
      if (mention(m).nested || outer.end < inner.tokens.end) continue;
      for (std::uint32_t i = outer.begin; i < outer.end; ++i) {
        if (kStateBodies.contains(document_.tokens[i].lower)) return true;
      }
    }
    return false;
  }

  // The title tells what the article is about.
  void weigh_title() {
    std::vector<std::string> folded;
    std::vector<std::string_view> written;
    const std::string_view title = document_.article.title;
    for (std::size_t begin = 0; begin < title.size();) {
      const std::size_t end = std::min(title.find_first_of(" ,:;'\n", begin), title.size());
      if (end > begin) {
        written.push_back(title.substr(begin, end - begin));
        folded.push_back(fold(written.back()));
      }
      begin = end + 1;
    }
    for (std::size_t i = 0; i < folded.size();) {
      const Gazetteer::Match match = gazetteer_.find(folded, written, i);
      const auto country = match.name == nullptr ? by_id_.end() : by_id_.find(match.name->id);
      if (country != by_id_.end()) ++weight_[country->second];
      i += std::max<std::size_t>(match.length, 1);
    }
  }

  // A line of a list says itself whose the post is.
  bool in_list(const Role& role) const {
    return document_.blocks[sentence_of(role).block].kind == BlockKind::Item;
  }

  bool lacks_owner(const Role& role) const {
    return role.person >= 0 && role.owners.empty() && !in_list(role) &&
           sentence_of(role).tokens.size() <= kLongest &&
           !explicit_.contains(entity_of(role.person));
  }

  static void own(Role& role, std::uint32_t owner) {
    role.owners.push_back(owner);
    role.inferred = true;
  }

  // What the sentence itself and the one before tell of a post decides first. A person who would
  // then be of two countries, and an office of one that would have two holders, get none.
  void find_near() {
    std::map<std::size_t, std::uint32_t> found;                // roles: their owner
    std::map<std::int32_t, std::set<std::int32_t>> countries;  // of a person
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      const Role& role = document_.roles[r];
      if (!lacks_owner(role)) continue;
      const auto owner = owner_near(r);
      if (!owner || guest_of(role, mention(*owner).entity)) continue;
      found.emplace(r, *owner);
      countries[entity_of(role.person)].insert(mention(*owner).entity);
    }
    std::map<Office, std::set<std::int32_t>> holders;
    for (const auto& [r, owner] : found)
      holders[{mention(owner).entity, key_of(document_.roles[r])}].insert(
          entity_of(document_.roles[r].person));
    for (const auto& [r, owner] : found) {
      Role& role = document_.roles[r];
      const Office office{mention(owner).entity, key_of(role)};
      const bool doubtful = countries[entity_of(role.person)].size() > 1 ||
                            (unique(role) && holders[office].size() > 1);
      decided_.emplace(entity_of(role.person), doubtful ? kNone : office.first);
      if (doubtful) continue;
      own(role, owner);
      holders_[office].insert(entity_of(role.person));
    }
  }

  // "Foreign Minister NAME visited Nairobi", "Interior Minister NAME met Kenyan Interior Minister
  // Y": whoever he is, he is not of Kenya.
  bool guest_of(const Role& role, std::int32_t country) const {
    const TokenRange sentence = sentence_of(role).tokens;
    const TokenRange name = mention(static_cast<std::uint32_t>(role.person)).tokens;
    const std::uint32_t verb = std::max(role.tokens.end, name.end);
    if (verb + 1 >= sentence.end || !leads(role)) return false;
    const std::string& does = document_.tokens[verb].lemma;
    if (does == "meet" || does == "receive" || does == "host") {
      const auto other = first_from(document_.roles, verb + 1);
      return other != document_.roles.cend() && other->tokens.begin <= verb + 2 &&
             other->person >= 0 && other->person != role.person && !other->inferred &&
             country_of(*other) == country &&
             mention(other->owners.front()).tokens.begin <= verb + 2;
    }
    const bool to = document_.tokens[verb + 1].tag == Tag::Adp;
    if (does != "visit" && !(to && kStays.contains(does))) return false;
    const std::uint32_t m = mention_from(verb + 1);
    if (m >= document_.mentions.size() || mention(m).tokens.begin > verb + (to ? 2 : 1))
      return false;
    if (mention(m).entity == country) return true;
    const std::string* capital = gazetteer_.country_of_capital(fold(mention(m).name));
    return capital != nullptr && *capital == entities_[static_cast<std::size_t>(country)].known;
  }

  std::optional<std::uint32_t> owner_near(std::size_t r) const {
    const Role& role = document_.roles[r];
    if (const auto by = companion_of(role)) return owner_of_traveller(*by, role);
    const bool its = document_.tokens[role.tokens.begin].lower == "its";
    std::optional<std::uint32_t> owner;
    if (of_state(role) || kInList.contains(role.kind)) owner = owner_in_list(r);
    if (!owner && its && !kPrivate.contains(role.kind)) owner = owner_before(role);
    if (owner || !of_state(role)) return owner;
    owner = owner_where(role);
    if (!owner) owner = owner_in_place(role);
    if (!owner) owner = owner_visited(role);
    if (!owner) owner = owner_of_pronoun(role);
    if (!owner && !is_another_s(role)) owner = owner_by_title(role);
    if (!owner && !is_another_s(role)) owner = owner_served(role);
    return owner;
  }

  // Where "accompanied by" stands before the post of who came with somebody: the first word.
  std::optional<std::uint32_t> companion_of(const Role& role) const {
    const std::uint32_t begin = sentence_of(role).tokens.begin;
    for (std::uint32_t i = role.tokens.begin; i > begin + 1; --i) {
      if (document_.tokens[i - 1].lower == "by" && document_.tokens[i - 2].lower == "accompanied")
        return i - 2;
      if (is_verb(document_.tokens[i - 1].tag)) return std::nullopt;
    }
    return std::nullopt;
  }

  // Who comes with a visitor is of the visitor's country, not of the host's.
  std::optional<std::uint32_t> owner_of_traveller(std::uint32_t by, const Role& role) const {
    const std::uint32_t begin = sentence_of(role).tokens.begin;
    std::optional<std::uint32_t> owner;
    for (const Mention& name : document_.mentions) {
      if (name.tokens.begin >= by) break;
      if (name.tokens.begin < begin || name.type != "person") continue;
      const auto country = explicit_.find(name.entity);
      owner = country == explicit_.end() ? std::nullopt : std::optional(named_.at(country->second));
    }
    return owner;
  }

  // "Taoiseach NAME": one state only calls it so.
  std::optional<std::uint32_t> owner_by_title(const Role& role) const {
    const auto country =
        by_id_.find(std::string(words_.offices.only(document_.tokens, role.title)));
    if (country == by_id_.end() || taken(country->second, role)) return std::nullopt;
    return named_.at(country->second);
  }

  // "Kenya signed after Premier NAME spoke", "Kenya will sign. Premier NAME said"
  std::optional<std::uint32_t> owner_served(const Role& role) const {
    if (const auto state = states_.served_by(role))
      return taken(mention(*state).entity, role) ? std::nullopt : state;
    const std::uint32_t s = mention(static_cast<std::uint32_t>(role.person)).sentence;
    if (s == 0 || !is_body(s) || !is_body(s - 1) ||
        role.tokens.begin != document_.sentences[s].tokens.begin || !leads(role))
      return std::nullopt;
    const auto state = states_.of_sentence(s - 1);
    if (!state || taken(mention(*state).entity, role)) return std::nullopt;
    // A paper's own minister needs no country, whoever acted before, nor does one of where it is.
    const std::int32_t country = mention(*state).entity;
    const bool alone = !names_abroad(document_.sentences[s - 1].tokens, role, country);
    // A new paragraph goes on with the country of a person only where it names it.
    const std::uint32_t before = document_.sentences[s - 1].tokens.begin;
    const std::uint32_t after = document_.sentences[s].tokens.begin;
    const bool of_person =
        std::any_of(first_from(document_.roles, before), first_from(document_.roles, after),
                    [&](const Role& one) {
                      return one.person >= 0 && !one.owners.empty() && one.owners.front() == *state;
                    });
    if (of_person && document_.sentences[s - 1].block != document_.sentences[s].block &&
        !names_land(document_.sentences[s].tokens, country))
      return std::nullopt;
    const std::optional<std::int32_t> place = dateline();
    const TokenRange here = document_.sentences[s].tokens;
    for (const auto& [other, m] : named_) {
      if (other == country || taken(other, role)) continue;
      if (place == other && !names(here, country)) return std::nullopt;
      if (entities_[static_cast<std::size_t>(other)].known ==
          (outlets_country_ == nullptr ? std::string() : *outlets_country_))
        return std::nullopt;
      if (outlets_country_ == nullptr && !alone &&
          weight_.at(other) >= kByFar * weight_.at(country))
        return std::nullopt;
    }
    return state;
  }

  bool is_body(std::uint32_t sentence) const {
    return document_.blocks[document_.sentences[sentence].block].kind == BlockKind::Body;
  }

  // Is it he who acts or whose something is: "NAME said", "NAME's visit", "signed by NAME"?
  bool leads(const Role& role) const {
    const Mention& person = mention(static_cast<std::uint32_t>(role.person));
    const TokenRange sentence = sentence_of(role).tokens;
    const std::uint32_t begin = std::min(role.tokens.begin, person.tokens.begin);
    const std::uint32_t end = std::max(role.tokens.end, person.tokens.end);
    if (end < sentence.end && document_.tokens[end].lower == "'s") return true;
    if (begin > sentence.begin && document_.tokens[begin - 1].lower == "by") return true;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Token& token = document_.tokens[i];
      if (token.head == kNotParsed) return begin == sentence.begin;
      if (begin <= token.head && token.head < end && token.head != i) continue;
      // "X and Minister NAME met"
      const Token& first = token.deprel == Deprel::Conj ? document_.tokens[token.head] : token;
      return first.deprel == Deprel::Nsubj || first.deprel == Deprel::NsubjPass;
    }
    return false;
  }

  // Who is named without a country by such an office of a state: of two of them only one can be
  // the home country's, and nothing tells which.
  void find_rivals() {
    for (const Role& role : document_.roles) {
      const std::int32_t person = role.person < 0 ? kNone : entity_of(role.person);
      if (lacks_owner(role) && of_state(role) && unique(role) && !decided_.contains(person) &&
          !received_.contains(person) && !is_another_s(role))
        rivals_[key_of(role)].insert(person);
    }
  }

  bool has_rival(const Role& role, std::int32_t country) const {
    if (!unique(role)) return false;
    const auto rivals = rivals_.find(key_of(role));
    if (rivals == rivals_.end()) return false;
    const bool another = std::any_of(rivals->second.begin(), rivals->second.end(),
                                     [&](auto one) { return one != entity_of(role.person); });
    if (!another) return false;
    // Where the article is about one country and no place abroad is near, they held it one after
    // the other.
    const std::uint32_t s = mention(static_cast<std::uint32_t>(role.person)).sentence;
    if (names_abroad(sentence_of(role).tokens, role, country) ||
        (s > 0 && names_abroad(document_.sentences[s - 1].tokens, role, country)))
      return true;
    return std::any_of(named_.begin(), named_.end(), [&](const auto& one) {
      return one.first != country && !taken(one.first, role) &&
             kByFar * weight_.at(one.first) > weight_.at(country);
    });
  }

  // Has a state one of these at a time? Not of "Minister NAME", "Justice NAME".
  bool unique(const Role& role) const {
    if (role.kind == "head-of-state" || role.kind == "head-of-government" || reigns(role))
      return true;
    return role.title.size() > 1 &&
           (role.kind == "minister" || document_.tokens[role.title.end - 1].lower == "president");
  }

  // What is not told near it.
  std::optional<std::uint32_t> owner_at_home(const Role& role) const {
    const std::int32_t person = entity_of(role.person);
    if (is_another_s(role) || received_.contains(person)) return std::nullopt;
    std::optional<std::uint32_t> owner = owner_of_dateline(role);
    if (!owner) owner = home_of_dateline(role);
    if (!owner) owner = home_of_outlet(role);
    if (!owner && outlets_country_ == nullptr) owner = home(role);
    if (!owner) return owner;
    const std::int32_t country = mention(*owner).entity;
    const auto decided = decided_.find(person);
    if (decided != decided_.end() ? decided->second != country : has_rival(role, country))
      return std::nullopt;
    return owner;
  }

  // "Congolese President NAME", where the word before is of two countries; "his father, President
  // NAME".
  bool is_another_s(const Role& role) const {
    const auto capital = [&](std::uint32_t i) {
      const Token& token = document_.tokens[i];
      return (token.tag == Tag::Adj || token.tag == Tag::Propn) &&
             is_upper(decode_at(text_of(document_, token), 0).value);
    };
    const bool head = role.kind == "head-of-state" || role.kind == "head-of-government";
    const std::uint32_t word = role.title.begin;
    const bool inside = capital(word) &&
                        !words_.role_modifiers.contains(document_.tokens[word].lower) &&
                        !words_.roles.find(document_.tokens, word, role.title.end);
    if (head && inside) return true;
    if (role.tokens.begin == sentence_of(role).tokens.begin) return false;
    if (head && capital(role.tokens.begin - 1)) return true;
    const Token& before = document_.tokens[role.tokens.begin - 1];
    static const Strings kHis = {"his", "her", "their"};
    return before.tag == Tag::Noun && role.tokens.begin >= sentence_of(role).tokens.begin + 2 &&
           kHis.contains(document_.tokens[role.tokens.begin - 2].lower);
  }

  // "X met President NAME today in Lusaka, Zambia": NAME is host there, and not of this country.
  bool received_abroad(const Role& role) const {
    const std::uint32_t end = mention(static_cast<std::uint32_t>(role.person)).tokens.end;
    const Deprel does = document_.tokens[end - 1].deprel;
    if (document_.tokens[end - 1].head == kNotParsed || does == Deprel::Nsubj ||
        does == Deprel::NsubjPass)
      return false;
    const TokenRange sentence = sentence_of(role).tokens;
    for (std::uint32_t i = end; i + 1 < std::min(sentence.end, end + kNear); ++i) {
      if (is_verb(document_.tokens[i].tag)) return false;
      if (document_.tokens[i].lower != "in") continue;
      const std::uint32_t m = mention_from(i + 1);
      if (m >= document_.mentions.size() || mention(m).tokens.begin != i + 1) return false;
      const auto country = country_at(m);
      if (!country) return false;
      const auto home = outlets_country_ == nullptr ? by_id_.end() : by_id_.find(*outlets_country_);
      return home != by_id_.end() && mention(*country).entity != home->second;
    }
    return false;
  }

  const std::string& type_of(std::int32_t entity) const {
    return entities_[static_cast<std::size_t>(entity)].type;
  }
  const Mention& mention(std::uint32_t m) const { return document_.mentions[m]; }
  std::int32_t entity_of(std::int32_t m) const {
    return mention(static_cast<std::uint32_t>(m)).entity;
  }

  bool of_state(const Role& role) const {
    for (std::uint32_t i = role.tokens.begin; i < role.title.end; ++i) {
      if (words_.former.contains(document_.tokens[i].lower)) return false;
    }
    if (regional(role)) return false;
    return kStateKinds.contains(role.kind) || justice(role) ||
           words_.offices.listed(document_.tokens, role.title) ||
           kStateTitles.contains(document_.tokens[role.title.end - 1].lower);
  }

  // "Chief Justice", not "Social Justice".
  bool justice(const Role& role) const {
    const std::string& first = document_.tokens[role.title.begin].lower;
    return document_.tokens[role.title.end - 1].lower == "justice" &&
           (role.title.size() == 1 || first == "chief" || first == "associate");
  }

  // "King NAME", not "Prince NAME": of a state.
  bool reigns(const Role& role) const {
    return role.kind == "royal" && words_.offices.listed(document_.tokens, role.title);
  }

  // "Chief Minister", "First Minister": of a part of a state.
  bool regional(const Role& role) const {
    const std::uint32_t last = role.title.end - 1;
    return last > role.title.begin && document_.tokens[last].lower == "minister" &&
           (document_.tokens[last - 1].lower == "chief" ||
            document_.tokens[last - 1].lower == "first");
  }

  // "Former Prime Minister NAME"
  bool once_of_state(const Role& role) const {
    const bool head = role.kind == "head-of-government" || role.kind == "head-of-state";
    return !of_state(role) && head && !regional(role) && !is_another_s(role);
  }

  // The country in which a city lies, if the article names it.
  std::optional<std::int32_t> country_around(const Mention& place) const {
    const std::string* id = gazetteer_.country_of_city(fold(place.name));
    const auto found = id == nullptr ? by_id_.end() : by_id_.find(*id);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<std::int32_t> country_of(const Role& role) const {
    if (role.owners.empty()) return std::nullopt;
    const std::int32_t entity = mention(role.owners.front()).entity;
    if (entity < 0 || type_of(entity) != "country") return std::nullopt;
    return entity;
  }

  // One post of a state has one holder: heads by their kind, others by their title.
  std::string key_of(const Role& role) const {
    const std::string& last = document_.tokens[role.title.end - 1].lower;
    const bool chosen = last.ends_with("elect") || last.ends_with("designate");
    if (!chosen && (role.kind == "head-of-state" || role.kind == "head-of-government"))
      return role.kind;
    std::string key;
    for (std::uint32_t i = role.title.begin; i < role.title.end; ++i)
      key += document_.tokens[i].lower + ' ';
    return key;
  }

  bool has_post(std::int32_t country, const Role& role) const {
    const std::string& id = entities_[static_cast<std::size_t>(country)].known;
    return words_.offices.possible(document_.tokens, role.title, id);
  }

  // Is the post another's, or none that the country has?
  bool taken(std::int32_t country, const Role& role) const {
    if (!has_post(country, role)) return true;
    const auto found = holders_.find({country, key_of(role)});
    return found != holders_.end() && !found->second.contains(entity_of(role.person));
  }

  // "Kenyan Premier A and Foreign Minister B": Kenya's.
  std::optional<std::uint32_t> owner_in_list(std::size_t r) const {
    if (r == 0) return std::nullopt;
    const Role& role = document_.roles[r];
    const Role& before = document_.roles[r - 1];
    const auto country = country_of(before);
    if (!country || before.person < 0 || taken(*country, role)) return std::nullopt;
    const Mention& person = mention(static_cast<std::uint32_t>(before.person));
    if (person.sentence != mention(static_cast<std::uint32_t>(role.person)).sentence ||
        person.tokens.begin < before.tokens.begin)
      return std::nullopt;
    for (std::uint32_t i = person.tokens.end; i < role.tokens.begin; ++i) {
      if (!kJoints.contains(document_.tokens[i].lower)) return std::nullopt;
    }
    return before.owners.front();
  }

  // "in Kenya, where X met President Y"
  std::optional<std::uint32_t> owner_where(const Role& role) const {
    const std::uint32_t floor = sentence_of(role).tokens.begin;
    for (std::uint32_t i = role.tokens.begin; i-- > floor + 1;) {
      const std::string& low = document_.tokens[i].lower;
      if (low == ";") return std::nullopt;
      if (low != "where" || document_.tokens[i - 1].lower != ",") continue;
      for (std::uint32_t m = mention_from(floor);
           m < document_.mentions.size() && mention(m).tokens.begin < i; ++m) {
        if (mention(m).tokens.end != i - 1) continue;
        const auto country = country_at(m);
        if (country && !taken(mention(*country).entity, role)) return country;
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  const Sentence& sentence_of(const Role& role) const {
    return document_.sentences[mention(static_cast<std::uint32_t>(role.person)).sentence];
  }

  // The first mention that begins at or behind a token.
  std::uint32_t mention_from(std::uint32_t token) const {
    const auto found = first_from(document_.mentions, token);
    return static_cast<std::uint32_t>(found - document_.mentions.begin());
  }

  // The country that a mention names or in which it lies: a mention of it.
  std::optional<std::uint32_t> country_at(std::uint32_t m) const {
    const Mention& place = mention(m);
    if (place.entity < 0 || place.nested || place.demonym) return std::nullopt;
    if (type_of(place.entity) == "country") return m;
    if (type_of(place.entity) != "place") return std::nullopt;
    const auto country = country_around(place);
    return country ? std::optional(named_.at(*country)) : std::nullopt;
  }

  bool verb_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (is_verb(document_.tokens[i].tag)) return true;
    }
    return false;
  }

  // "In Kenya, X met President Y": who acts may come from elsewhere.
  std::optional<std::uint32_t> owner_in_place(const Role& role) const {
    const TokenRange sentence = sentence_of(role).tokens;
    const std::uint32_t in =
        document_.tokens[sentence.begin].lower == "while" ? sentence.begin + 1 : sentence.begin;
    if (in + 1 >= sentence.end || document_.tokens[in].lower != "in") return std::nullopt;
    const std::uint32_t m = mention_from(in + 1);
    if (m >= document_.mentions.size() || mention(m).tokens.begin != in + 1) return std::nullopt;
    const std::uint32_t end = mention(m).tokens.end;
    if (end >= sentence.end || document_.tokens[end].lower != ",") return std::nullopt;
    const auto country = country_at(m);
    if (!country || taken(mention(*country).entity, role) || !verb_between(end, role.tokens.begin))
      return std::nullopt;
    return country;
  }

  // "During his visit to Kenya, X met President Y", "X arrived in Nairobi and met President Y"
  std::optional<std::uint32_t> owner_visited(const Role& role) const {
    const TokenRange sentence = sentence_of(role).tokens;
    for (std::uint32_t m = mention_from(sentence.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < role.tokens.begin; ++m) {
      const std::uint32_t begin = mention(m).tokens.begin;
      if (begin < sentence.begin + 2) continue;
      const std::string& to = document_.tokens[begin - 1].lower;
      const Token& stay = document_.tokens[begin - 2];
      if ((to != "to" && to != "in") || !kStays.contains(stay.lemma)) continue;
      const auto country = country_at(m);
      const TokenRange between{mention(m).tokens.end, role.tokens.begin};
      if (country && !taken(mention(*country).entity, role) &&
          verb_between(between.begin, between.end) && !another_thing(between))
        return country;
    }
    return std::nullopt;
  }

  // "a visit to Kenya in 2022; a meeting with President NAME"
  bool another_thing(TokenRange range) const {
    return std::any_of(document_.tokens.begin() + range.begin, document_.tokens.begin() + range.end,
                       [](const Token& token) { return token.lower == ";"; });
  }

  // "Kenya sent its foreign minister, NAME", "Kenyan President X sent his foreign minister, NAME"
  std::optional<std::uint32_t> owner_of_pronoun(const Role& role) const {
    const std::string& whose = document_.tokens[role.tokens.begin].lower;
    const bool its = whose == "its";
    if (!its && whose != "his" && whose != "her") return std::nullopt;
    const TokenRange sentence = sentence_of(role).tokens;
    for (std::uint32_t m = mention_from(role.tokens.begin);
         m-- > 0 && mention(m).tokens.begin >= sentence.begin;) {
      const Mention& named = mention(m);
      if (named.nested || named.entity < 0) continue;
      const std::string& type = type_of(named.entity);
      if (its) {
        if (named.demonym || type == "person" || type == "place") continue;
        return type == "country" && !taken(named.entity, role) ? std::optional(m) : std::nullopt;
      }
      if (type != "person") continue;
      const auto country = explicit_.find(named.entity);
      if (country == explicit_.end() || taken(country->second, role)) return std::nullopt;
      return named_.at(country->second);
    }
    return std::nullopt;
  }

  // "Kenya rejected the plan. Its envoy, NAME, said": whoever acted in the sentence before, if that
  // names no other body.
  std::optional<std::uint32_t> owner_before(const Role& role) const {
    const std::uint32_t s = mention(static_cast<std::uint32_t>(role.person)).sentence;
    const TokenRange here = document_.sentences[s].tokens;
    if (s == 0 || role.tokens.begin != here.begin) return std::nullopt;
    const TokenRange before = document_.sentences[s - 1].tokens;
    std::optional<std::uint32_t> actor;
    for (std::uint32_t m = mention_from(before.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < before.end; ++m) {
      const Mention& named = mention(m);
      if (named.nested || named.demonym || named.entity < 0) continue;
      const std::string& type = type_of(named.entity);
      const bool body = type == "organization" || type == "party";
      const Token& last = document_.tokens[named.tokens.end - 1];
      const Deprel does = last.deprel;
      // A sentence that names one actor only has no tree.
      const bool opens = last.head == kNotParsed && named.tokens.begin <= before.begin + 1;
      if (actor) {
        if (body && named.entity != mention(*actor).entity) return std::nullopt;
      } else if (opens || does == Deprel::Nsubj || does == Deprel::NsubjPass) {
        if (!body && type != "country") return std::nullopt;
        actor = m;
      } else if (body) {
        return std::nullopt;
      }
    }
    return actor;
  }

  // "VIENNA, 3 May - Kenyan President X met Chancellor Y."
  std::optional<std::uint32_t> owner_of_dateline(const Role& role) const {
    const auto country = dateline();
    const auto person = static_cast<std::uint32_t>(role.person);
    if (!country || weight_.at(*country) < 2 || taken(*country, role)) return std::nullopt;
    const Token& name = document_.tokens[mention(person).tokens.end - 1];
    if (name.head == kNotParsed || !kMeets.contains(document_.tokens[name.head].lemma))
      return std::nullopt;
    const TokenRange sentence = sentence_of(role).tokens;
    bool guest = false;  // a name or a pronoun, the pronoun's person being one of the report
    for (std::uint32_t m = mention_from(sentence.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < sentence.end; ++m) {
      const Mention& named = mention(m);
      if (named.entity < 0 || named.nested || m == person) continue;
      if (type_of(named.entity) == "country" && named.entity != *country) return std::nullopt;
      if (type_of(named.entity) != "person") continue;
      const auto from = explicit_.find(named.entity);
      if (from != explicit_.end() && from->second == *country) return std::nullopt;
      guest = guest || from != explicit_.end();
    }
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      guest =
          guest || (document_.tokens[i].tag == Tag::Pron && document_.tokens[i].head == name.head);
    return guest ? std::optional(named_.at(*country)) : std::nullopt;
  }

  // "NAIROBI, Nov 9 - Finance Minister X said": no other country is told of more often.
  std::optional<std::uint32_t> home_of_dateline(const Role& role) const {
    const auto country = dateline();
    if (!country || weight_.at(*country) < kEnoughAlone || !leads(role) || taken(*country, role) ||
        abroad_before(role, *country))
      return std::nullopt;
    // A paper that writes from abroad may tell of its own country's guests there.
    if (outlets_country_ != nullptr &&
        entities_[static_cast<std::size_t>(*country)].known != *outlets_country_)
      return std::nullopt;
    for (const auto& [other, m] : named_) {
      if (other != *country && !taken(other, role) && weight_.at(other) > weight_.at(*country))
        return std::nullopt;
    }
    return named_.at(*country);
  }

  // The country from which the report comes: that of "NAIROBI, Nov 9 - ", if the article names it.
  std::optional<std::int32_t> dateline() const {
    if (document_.sentences.empty()) return std::nullopt;
    const std::uint32_t first = document_.sentences.front().tokens.begin;
    const std::uint32_t m = mention_from(first);
    if (m >= document_.mentions.size() || mention(m).tokens.begin != first || !dashed(first))
      return std::nullopt;
    const auto place = country_at(m);
    return place ? std::optional(mention(*place).entity) : std::nullopt;
  }

  bool dashed(std::uint32_t first) const {
    for (std::uint32_t i = first; i < std::min(first + kDateline, size()); ++i) {
      const std::string& mark = document_.tokens[i].lower;
      if (mark == "--" || mark == "-" || mark == "–" || mark == "—") return true;
    }
    return false;
  }

  std::optional<std::uint32_t> home(const Role& role) const {
    std::optional<std::int32_t> first;
    std::uint32_t most = 0;
    std::uint32_t next = 0;
    std::uint32_t top = 0;  // of the countries that have no such post
    for (const auto& [country, m] : named_) {
      const std::uint32_t count = weight_.at(country);
      if (of_state(role) && !has_post(country, role)) top = std::max(top, count);
      if (of_state(role) && taken(country, role)) continue;
      if (count > most) {
        next = most;
        most = count;
        first = country;
      } else {
        next = std::max(next, count);
      }
    }
    // Of "King NAME" few countries can be meant; one that is named in passing is not.
    if (!first || abroad_before(role, *first) || (next > 0 && most < top)) return std::nullopt;
    // "Kenya's parliament thanked President NAME" needs less of the rest of the article.
    const TokenRange sentence = sentence_of(role).tokens;
    const bool here =
        names({sentence.begin, role.tokens.begin}, *first) && !names_abroad(sentence, role, *first);
    const std::uint32_t enough = here || named_.size() == 1 ? kEnoughAlone : kEnough;
    const bool clear = here ? most > next : most >= kByFar * next;
    return most >= enough && clear ? std::optional(named_.at(*first)) : std::nullopt;
  }

  // That of an address where the name tells nothing; nullptr = not known.
  const std::string* country_of_outlet() const {
    const Article& article = document_.article;
    if (const std::string* id = gazetteer_.country_of_outlet(article.outlet)) return id;
    return gazetteer_.country_of_outlet(host_of(article.url));
  }

  // A paper says "the foreign minister" of its own country's, unless it writes from another.
  std::optional<std::uint32_t> home_of_outlet(const Role& role) const {
    const auto country =
        outlets_country_ == nullptr ? by_id_.end() : by_id_.find(*outlets_country_);
    if (country == by_id_.end() || taken(country->second, role) ||
        abroad_before(role, country->second) || !writes_from(country->second))
      return std::nullopt;
    return named_.at(country->second);
  }

  // No dateline, or one in that country: "NAIROBI, Nov 9 - ".
  bool writes_from(std::int32_t country) const {
    const std::uint32_t first = document_.sentences.front().tokens.begin;
    const std::uint32_t m = mention_from(first);
    if (m >= document_.mentions.size() || mention(m).tokens.begin != first) return true;
    const auto place = country_at(m);
    return !dashed(first) || (place && mention(*place).entity == country);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.tokens.size()); }

  // "He opened Kenya's parliament with President NAME": the sentence is about another country,
  // whose post may be meant.
  bool abroad_before(const Role& role, std::int32_t home) const {
    const TokenRange sentence = sentence_of(role).tokens;
    if (names_abroad({sentence.begin, role.tokens.begin}, role, home)) return true;
    if (leads(role)) return told_abroad(role, home);
    // "Kenya is glad. X met Foreign Minister NAME": whom somebody meets may be from there.
    if (names_abroad({role.tokens.end, sentence.end}, role, home)) return true;
    const std::uint32_t s = mention(static_cast<std::uint32_t>(role.person)).sentence;
    return s > 0 && !names(sentence, home) &&
           names_abroad(document_.sentences[s - 1].tokens, role, home);
  }

  // "Austria will follow. Minister NAME said", "Austrian President X agreed. Minister NAME said":
  // the paragraph is about another country.
  bool told_abroad(const Role& role, std::int32_t home) const {
    const std::uint32_t s = mention(static_cast<std::uint32_t>(role.person)).sentence;
    if (s == 0 || document_.sentences[s - 1].block != document_.sentences[s].block ||
        role.tokens.begin != document_.sentences[s].tokens.begin)
      return false;
    const TokenRange before = document_.sentences[s - 1].tokens;
    const auto abroad = [&](std::int32_t country) {
      return country != home && !taken(country, role);
    };
    const auto state = states_.of_sentence(s - 1);
    if (state && abroad(mention(*state).entity)) return true;
    return std::any_of(first_from(document_.roles, before.begin),
                       first_from(document_.roles, before.end), [&](const Role& one) {
                         const auto country = country_of(one);
                         return one.person >= 0 && country && abroad(*country);
                       });
  }

  // The country or one of its cities.
  bool names_land(TokenRange range, std::int32_t country) const {
    for (std::uint32_t m = mention_from(range.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < range.end; ++m) {
      const auto land = country_at(m);
      if (mention(m).entity == country || (land && mention(*land).entity == country)) return true;
    }
    return false;
  }

  bool names(TokenRange range, std::int32_t entity) const {
    for (std::uint32_t m = mention_from(range.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < range.end; ++m) {
      if (mention(m).entity == entity) return true;
    }
    return false;
  }

  // Is another country named there, or a city of one, whose post it may be?
  bool names_abroad(TokenRange range, const Role& role, std::int32_t home) const {
    for (std::uint32_t m = mention_from(range.begin);
         m < document_.mentions.size() && mention(m).tokens.begin < range.end; ++m) {
      const Mention& named = mention(m);
      if (named.entity < 0) continue;
      if (type_of(named.entity) == "country") {
        if (named.entity != home && !taken(named.entity, role)) return true;
      } else if (type_of(named.entity) == "place") {
        const std::string* id = gazetteer_.country_of_city(fold(named.name));
        const auto country = id == nullptr ? by_id_.end() : by_id_.find(*id);
        if (id == nullptr) continue;
        if (country == by_id_.end() || (country->second != home && !taken(country->second, role)))
          return true;
      }
    }
    return false;
  }

  Document& document_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  const Gazetteer& gazetteer_;
  ActingStates states_;
  const std::string* outlets_country_;            // its id
  std::map<std::int32_t, std::uint32_t> named_;   // countries: their first mention
  std::map<std::string, std::int32_t> by_id_;     // countries by their id in the gazetteer
  std::map<std::int32_t, std::uint32_t> weight_;  // mentions of a country and of its cities
  std::map<Office, std::set<std::int32_t>> holders_;
  std::map<std::string, std::set<std::int32_t>> rivals_;  // by key_of: who may hold it anywhere
  std::map<std::int32_t, std::int32_t> decided_;   // people: their country by what is near; kNone
  std::set<std::int32_t> received_;                // people who received somebody abroad
  std::map<std::int32_t, std::int32_t> explicit_;  // people whose country is said somewhere
};

}  // namespace

std::optional<std::size_t> post_of(const Document& document, std::size_t r) {
  const auto counterpart = [&](const Role& role) {
    return kCounterparts.contains(document.tokens[role.title.end - 1].lower);
  };
  const Role& role = document.roles[r];
  if (!counterpart(role)) return r;
  std::uint32_t sentence = 0;
  while (document.sentences[sentence].tokens.end <= role.tokens.begin) ++sentence;
  for (std::size_t k = r; k-- > 0;) {
    const Role& before = document.roles[k];
    if (before.tokens.begin < document.sentences[sentence].tokens.begin) break;
    // "Foreign Minister Prince NAME"
    const bool office = !kRanks.contains(before.kind) && !counterpart(before);
    if (office && before.person >= 0 && before.person != role.person) return k;
  }
  return std::nullopt;
}

void find_owners(Document& document, const std::vector<LocalEntity>& entities, const Words& words,
                 const Gazetteer& gazetteer) {
  OwnerFinder(document, entities, words, gazetteer).find();
}

}  // namespace entente
