// An organization, event, agreement ... is known by the set of its content words, countries
// replaced by their ids and acronyms by what they stand for: "20th CPC National Congress" = "20th
// National Congress of the Communist Party of China". Without its country the set still leads to
// the one candidate of the article. People are known by the words of their names.

#include "extract/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/acronyms.h"
#include "extract/entity_drafts.h"
#include "extract/name_keys.h"
#include "extract/names.h"
#include "extract/people.h"

namespace entente {
namespace {

class EntityFinder {
 public:
  EntityFinder(Document& document, Acronyms acronyms)
      : document_(document),
        mentions_(document.mentions),
        drafts_(document),
        acronyms_(std::move(acronyms)) {}

  std::vector<LocalEntity> find(const Words& words, const Gazetteer& gazetteer) {
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      if (!mentions_[m].known.empty()) drafts_.assign(m, known_draft(mentions_[m]));
    }
    for (const Mention& mention : mentions_) {
      if (!is_thing(mention) || mention.type != "organization") continue;
      NameKey key = key_of(document_, acronyms_, mention);
      if (!key.owner.empty()) owners_[std::move(key.words)].insert(std::move(key.owner));
    }
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      if (is_thing(mentions_[m])) drafts_.assign(m, thing_draft(mentions_[m]));
    }
    find_people(document_, words, drafts_);
    return drafts_.finish(gazetteer);
  }

 private:
  std::size_t known_draft(const Mention& mention) {
    const auto [place, fresh] = by_known_.emplace(mention.known, drafts_.size());
    if (fresh) {
      EntityDraft draft;
      draft.type = mention.type;
      draft.known = mention.known;
      if (mention.type != "country" && mention.type != "place")
        draft.key = full_key(document_, acronyms_, mention);
      drafts_.add(std::move(draft));
    }
    return place->second;
  }

  std::size_t thing_draft(const Mention& mention) {
    if (mention.tokens.size() == 1) {
      const auto acronym = acronyms_.find(fold(mention.name));
      if (acronym != acronyms_.end() && mentions_[acronym->second].tokens != mention.tokens) {
        Mention& long_form = mentions_[acronym->second];
        if (long_form.entity < 0)
          drafts_.assign(acronym->second,
                         long_form.known.empty() ? thing_draft(long_form) : known_draft(long_form));
        drafts_[static_cast<std::size_t>(long_form.entity)].acronyms.insert(mention.name);
        return static_cast<std::size_t>(long_form.entity);
      }
    }
    EntityDraft draft = keyed(mention);
    const auto owners = owners_.find(draft.key.words);
    const bool rivals = owners != owners_.end() && owners->second.size() > 1;
    const std::uint32_t begin = mention.tokens.begin;
    const bool definite = begin > 0 && document_.tokens[begin - 1].lower == "the";
    std::vector<std::size_t> candidates;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const EntityDraft& other = drafts_[d];
      if (other.key.words != draft.key.words || !alike(other.type, draft.type)) continue;
      if (!other.key.ordinal.empty() && !draft.key.ordinal.empty() &&
          other.key.ordinal != draft.key.ordinal)
        continue;
      if (other.key.owner == draft.key.owner && !(rivals && definite && draft.key.owner.empty()))
        return d;
      // Of the National Assemblies of two countries only "the National Assembly" is one of them.
      if (rivals ? definite && draft.key.owner.empty() && !other.key.owner.empty()
                 : other.key.owner.empty() || draft.key.owner.empty())
        candidates.push_back(d);
    }
    if (candidates.size() == 1) {
      EntityDraft& only = drafts_[candidates.front()];
      if (only.key.owner.empty()) only.key.owner = draft.key.owner;
      return candidates.front();
    }
    if (candidates.size() > 1) return latest(candidates);
    return drafts_.add(std::move(draft));
  }

  static bool is_thing(const Mention& mention) {
    return mention.entity < 0 && !mention.type.empty() && mention.type != "person";
  }

  EntityDraft keyed(const Mention& mention) const {
    EntityDraft draft;
    draft.type = mention.type;
    draft.described = mention.how == kDescribed;
    draft.key = key_of(document_, acronyms_, mention);
    return draft;
  }

  static bool alike(const std::string& a, const std::string& b) {
    const auto actor = [](const std::string& type) {
      return type == "organization" || type == "party";
    };
    return a == b || (actor(a) && actor(b));
  }

  // "the Communist Party", when two were named: the one named last.
  std::size_t latest(const std::vector<std::size_t>& candidates) {
    std::size_t best = candidates.front();
    for (const Mention& mention : mentions_) {
      if (mention.entity >= 0 &&
          std::find(candidates.begin(), candidates.end(),
                    static_cast<std::size_t>(mention.entity)) != candidates.end()) {
        best = static_cast<std::size_t>(mention.entity);
      }
    }
    return best;
  }

  Document& document_;
  std::vector<Mention>& mentions_;
  EntityDrafts drafts_;
  const Acronyms acronyms_;
  std::map<std::string, std::size_t> by_known_;
  // Of bodies of one name: the countries whose they are said to be.
  std::map<std::set<std::string>, std::set<std::set<std::string>>> owners_;
};

}  // namespace

std::vector<LocalEntity> find_entities(Document& document, const Words& words,
                                       const Gazetteer& gazetteer) {
  Acronyms acronyms = find_acronyms(document, gazetteer);
  return EntityFinder(document, std::move(acronyms)).find(words, gazetteer);
}

}  // namespace entente
