#include "extract/affiliations.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/listed.h"
#include "extract/outer_names.h"
#include "extract/role_kinds.h"
#include "extract/syntax.h"

namespace entente {
namespace {

class Affiliations {
 public:
  Affiliations(const Document& document, const std::vector<LocalEntity>& entities,
               const Words& words)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        words_(words),
        kinds_(document, entities, words) {}

  std::vector<StructuralFact> find() {
    seats_of_parties();
    parties_before_names();
    parties_behind_names();
    listed_of_bodies();
    genitives_of_parties();
    sides_of_parties();
    people_of_bodies();
    elected_for_parties();
    return std::move(facts_);
  }

 private:
  // "Democratic Senator NAME"
  void seats_of_parties() {
    for (const Role& role : document_.roles) {
      if (role.person < 0 || role.owners.empty() ||
          !kinds_.seat_of_party(role, document_.mentions[role.owners.front()]) ||
          kinds_.former(role))
        continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      const Mention& party = document_.mentions[role.owners.front()];
      if (person.entity >= 0 && !only_adjective(party)) add(person, party, role.title, 0.9);
    }
  }

  // "Democrat NAME"
  void parties_before_names() {
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& party = document_.mentions[m];
      const Mention* person = next_name(document_, m);
      if (party.nested || party.entity < 0 || type(party) != "party" || party.tokens.size() > 1 ||
          person == nullptr || person->type != "person" || person->entity < 0)
        continue;
      if (person->tokens.begin == party.tokens.end) add(*person, party, party.tokens, 0.9);
    }
  }

  // "NAME, a Democrat,", "NAME of the Labour Party"
  void parties_behind_names() {
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& person = document_.mentions[m];
      const Mention* party = next_name(document_, m);
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
  }

  void listed_of_bodies() {
    for (const ListedOfBody& one : find_listed_of_bodies(document_)) {
      const Mention& person = document_.mentions[one.person];
      const Mention& body = document_.mentions[one.body];
      const std::uint32_t comma = person.tokens.end;
      if (person.entity >= 0 && body.entity >= 0) add(person, body, {comma, comma + 1}, 0.85);
    }
  }

  // "the Green Party's NAME"
  void genitives_of_parties() {
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& party = document_.mentions[m];
      const Mention* person = next_name(document_, m);
      if (party.nested || party.entity < 0 || type(party) != "party" || person == nullptr ||
          person->type != "person" || person->entity < 0 ||
          person->tokens.begin != party.tokens.end + 1 || tokens_[party.tokens.end].lower != "'s")
        continue;
      add(*person, party, {party.tokens.end, party.tokens.end + 1}, 0.85);
    }
  }

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
      const Mention* body = next_name(document_, m);
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
      if (role.person < 0 || kinds_.former(role) || kinds_.private_kind(role)) continue;
      const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
      if (person.entity < 0) continue;
      const std::uint32_t floor = document_.sentences[person.sentence].tokens.begin;
      std::uint32_t begin = role.title.begin;
      if (!role.owners.empty() && !role.inferred)
        begin = std::min(begin, document_.mentions[role.owners.front()].tokens.begin);
      begin = std::max(begin, floor);
      for (std::uint32_t i = begin > floor ? begin - 1 : begin; i < role.title.end; ++i) {
        const auto party = parties.find(tokens_[i].lower);
        if (party == parties.end() || !is_capital(document_, tokens_[i])) continue;
        const auto covered = name_at(document_, i);
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
      const auto person = subject ? name_at(document_, *subject) : std::nullopt;
      if (person && document_.mentions[*person].type == "person")
        add(document_.mentions[*person], party, {begin - 2, begin - 1}, 0.9);
    }
  }

  void add(const Mention& part, const Mention& whole, TokenRange trigger, double confidence) {
    facts_.push_back(fact_of(document_, part, whole, trigger, confidence));
  }

  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  const RoleKinds kinds_;
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_affiliations(const Document& document,
                                              const std::vector<LocalEntity>& entities,
                                              const Words& words) {
  return Affiliations(document, entities, words).find();
}

}  // namespace entente
