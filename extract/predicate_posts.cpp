#include "extract/predicate_posts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/capitals.h"
#include "extract/modality.h"
#include "extract/outer_names.h"
#include "extract/role_kinds.h"
#include "extract/syntax.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

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

// Words of a sentence: of whom a post is told, and which word tells it.
struct Holder {
  std::uint32_t person = 0;
  std::uint32_t told = 0;
};

class PredicatePosts {
 public:
  PredicatePosts(const Document& document, const std::vector<LocalEntity>& entities,
                 const Words& words)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        words_(words),
        kinds_(document, entities, words) {}

  std::vector<StructuralFact> find() {
    std::optional<Syntax> syntax;
    std::uint32_t parsed = 0;
    for (const Role& role : document_.roles) {
      const bool its = tokens_[role.tokens.begin].lower == "its" && role.owners.empty();
      if (role.person >= 0 || role.plural) continue;
      const std::uint32_t sentence = sentence_of(document_, role.tokens.begin);
      if (!syntax || parsed != sentence) syntax.emplace(document_, document_.sentences[sentence]);
      parsed = sentence;
      if (!syntax->parsed()) continue;
      if (first_to_do(*syntax, role)) continue;
      const auto holder = holder_told(*syntax, syntax->head_of(role.title), role.tokens.begin);
      if (!holder) continue;
      const bool made = its || role.owners.empty();
      if (made && !its && !kinds_.of_state(role)) continue;
      std::optional<std::uint32_t> whose =
          made ? maker_of(*syntax, *holder) : std::optional(role.owners.front());
      if (whose && made && !its) whose = state_of(*whose);
      if (!whose && made && !its && kAppointed.contains(role.kind))
        whose = appointing_state(*syntax, role, *holder);
      if (!whose) continue;
      const Mention& owner = document_.mentions[*whose];
      if (owner.entity < 0 || kinds_.seat_of_party(role, owner) || kinds_.seeks(role) ||
          kinds_.continental(role, owner) ||
          (type(owner) == "country" && kinds_.private_kind(role)))
        continue;
      const auto person = person_at(holder->person);
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
      if (!kinds_.former(role)) fact.status = status_of(*syntax, words_, holder->told);
      facts_.push_back(fact);
    }
    return std::move(facts_);
  }

 private:
  // "became the first Asian president to visit": that tells of the visit.
  static bool first_to_do(const Syntax& syntax, const Role& role) {
    bool ranked = false;
    const std::uint32_t before = std::max(syntax.range().begin + 1, role.tokens.begin) - 1;
    for (std::uint32_t i = before; i < role.title.end; ++i)
      ranked = ranked || is_rank(syntax.token(i));
    const std::uint32_t post = syntax.head_of(role.title);
    const auto to_do = [&](std::uint32_t c) {
      return c > post && (syntax.is(c, "acl") || syntax.is(c, "xcomp")) && syntax.infinitive(c);
    };
    const auto verb = syntax.head(post);
    return ranked && (std::ranges::any_of(syntax.children(post), to_do) ||
                      (verb && std::ranges::any_of(syntax.children(*verb), to_do)));
  }

  // "was relieved of his post and appointed director"
  static bool goes_on_passive(const Syntax& syntax, std::uint32_t verb) {
    const auto above = syntax.head(verb);
    return syntax.is(verb, "conj") && above && is_verb(syntax.token(*above).tag) &&
           syntax.passive(*above) && !syntax.child(verb, "nsubj") && !syntax.child(verb, "aux");
  }

  // Of whom the post at `post` is told.
  std::optional<Holder> holder_told(const Syntax& syntax, std::uint32_t post,
                                    std::uint32_t begin) const {
    if (syntax.has_copula(post)) {
      const auto subject = syntax.child(post, "nsubj");
      if (!subject) return std::nullopt;
      const auto who = syntax.head(post);  // "NAME, who is president of X,"
      if (syntax.token(*subject).lower == "who" && who) return Holder{*who, post};
      return Holder{*subject, post};
    }
    const auto above = syntax.head(post);
    if (!above) return std::nullopt;
    if (syntax.is(post, "nsubj") && syntax.has_copula(*above))
      return Holder{*above, *above};  // "The president of X is NAME"
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
    if (takes || kBecomes.contains(lemma) || passive || goes_on_passive(syntax, verb)) {
      const auto subject = syntax.subject(verb);
      if (!subject) return std::nullopt;
      return Holder{*subject, verb};
    }
    for (const std::uint32_t object : syntax.objects(verb)) {
      if (object != post) return Holder{object, verb};
    }
    // "appointed NAME director of X", read as one noun phrase
    if (begin > syntax.range().begin && syntax.head(begin - 1) == post)
      return Holder{begin - 1, verb};
    return std::nullopt;
  }

  // Whose name has the token, or whom "he" or "she" means.
  std::optional<Member> person_at(std::uint32_t token) const {
    if (const auto m = name_at(document_, token)) {
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
    if (!is_verb(syntax.token(holder.told).tag)) return std::nullopt;
    const auto subject = syntax.subject(holder.told);
    if (!subject || *subject == holder.person) return std::nullopt;
    const auto m = name_at(document_, *subject);
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
      const auto owner =
          syntax.deprel(c) == Deprel::NmodPoss ? name_at(document_, c) : std::nullopt;
      if (owner) return type(document_.mentions[*owner]) == "country" ? owner : std::nullopt;
      if (syntax.deprel(c) == Deprel::NmodPoss) return std::nullopt;
    }
    if (!is_verb(syntax.token(holder.told).tag)) return std::nullopt;
    std::optional<std::uint32_t> maker = syntax.subject(holder.told);
    if (maker == holder.person) {
      maker.reset();
      for (const std::uint32_t c : syntax.children(holder.told)) {
        if (syntax.deprel(c) == Deprel::OblAgent) maker = c;
      }
    }
    return maker ? country_led(*maker) : std::nullopt;
  }

  // The country that the word names, or whose president or premier it names.
  std::optional<std::uint32_t> country_led(std::uint32_t word) {
    const auto name = name_at(document_, word);
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
      if (!leads || role.person < 0 || role.owners.empty() || kinds_.former(role)) continue;
      const Mention& owner = document_.mentions[role.owners.front()];
      if (owner.entity >= 0 && type(owner) == "country")
        leads_->emplace(document_.mentions[static_cast<std::size_t>(role.person)].entity,
                        role.owners.front());
    }
  }

  const std::string& type(const Mention& mention) const {
    return entities_[static_cast<std::size_t>(mention.entity)].type;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  const RoleKinds kinds_;
  // Heads of state and of government, and a mention of the country of each; found when asked for.
  std::optional<std::unordered_map<std::int32_t, std::uint32_t>> leads_;
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_predicate_posts(const Document& document,
                                                 const std::vector<LocalEntity>& entities,
                                                 const Words& words) {
  return PredicatePosts(document, entities, words).find();
}

}  // namespace entente
