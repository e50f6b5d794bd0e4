#include "extract/entity_drafts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/capitals.h"

namespace entente {
namespace {

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  return line;
}

bool in_capitals(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode_at(name, at);
    if (is_lower(c.value)) return false;
    at += c.length;
  }
  return name.size() > 3;
}

// "BAKU", which only a dateline names, as the gazetteer writes it.
std::string calm(const std::string& shouted, const Gazetteer& gazetteer) {
  std::vector<std::string> folded;
  std::vector<std::string_view> written;
  for (std::size_t begin = 0; begin < shouted.size();) {
    const std::size_t end = std::min(shouted.find(' ', begin), shouted.size());
    written.push_back(std::string_view(shouted).substr(begin, end - begin));
    folded.push_back(fold(written.back()));
    begin = end + 1;
  }
  if (folded.empty()) return shouted;
  const Gazetteer::Match match = gazetteer.find(folded, written, 0);
  return match.name != nullptr && match.length == folded.size() && !match.name->upper
             ? match.name->name
             : shouted;
}

LocalEntity entity_of(const EntityDraft& draft, std::string id, const Gazetteer& gazetteer) {
  LocalEntity entity;
  entity.id = std::move(id);
  entity.type = draft.type;
  entity.known = draft.known;
  entity.described = draft.described;
  entity.mentions = std::max(draft.mentions, 1U);
  for (const auto& [name, count] : draft.names) {
    entity.names.push_back(name);
    const bool longer = name.size() > entity.name.size();
    const bool shouted = name.size() == entity.name.size() &&
                         lower(entity.name) == lower(name);  // "BEIJING" before "Beijing"
    if (entity.name.empty() || (longer && !draft.acronyms.contains(name)) || shouted)
      entity.name = name;
  }
  if (const KnownName* known = gazetteer.known(draft.known)) entity.name = known->name;
  if (draft.type == "place" && in_capitals(entity.name)) entity.name = calm(entity.name, gazetteer);
  if (!std::binary_search(entity.names.begin(), entity.names.end(), entity.name)) {
    entity.names.insert(std::upper_bound(entity.names.begin(), entity.names.end(), entity.name),
                        entity.name);
  }
  for (const std::string& surface : draft.surfaces) {
    const auto place = std::lower_bound(entity.names.begin(), entity.names.end(), surface);
    if (place == entity.names.end() || *place != surface) entity.names.insert(place, surface);
  }
  entity.acronyms.assign(draft.acronyms.begin(), draft.acronyms.end());
  return entity;
}

}  // namespace

std::size_t EntityDrafts::add(EntityDraft draft) {
  drafts_.push_back(std::move(draft));
  return drafts_.size() - 1;
}

void EntityDrafts::assign(std::size_t m, std::size_t draft) {
  document_.mentions[m].entity = static_cast<std::int32_t>(draft);
  drafts_[draft].first = std::min(drafts_[draft].first, m);
  if (!document_.mentions[m].nested) ++drafts_[draft].mentions;
  if (document_.mentions[m].how == kCapital) return;  // no name of the country
  ++drafts_[draft].names[document_.mentions[m].name];
  const std::string surface =
      one_line(slice(document_.article.text, span_of(document_, document_.mentions[m].tokens)));
  if (surface != document_.mentions[m].name) drafts_[draft].surfaces.insert(surface);
}

void EntityDrafts::unassign(std::size_t m) {
  EntityDraft& draft = drafts_[static_cast<std::size_t>(document_.mentions[m].entity)];
  const auto name = draft.names.find(document_.mentions[m].name);
  if (--name->second == 0) draft.names.erase(name);
  --draft.mentions;
  document_.mentions[m].entity = -1;
}

std::vector<LocalEntity> EntityDrafts::finish(const Gazetteer& gazetteer) {
  std::vector<std::int32_t> renumbered(drafts_.size(), -1);
  std::vector<LocalEntity> entities;
  for (const Mention& mention : document_.mentions) {  // in order of appearance
    if (mention.entity < 0) continue;
    const auto d = static_cast<std::size_t>(mention.entity);
    const EntityDraft& draft = drafts_[d];
    const bool only_inside =
        draft.mentions == 0 && draft.type == "place";  // "Nanning" in "Nanning Group"
    if (renumbered[d] >= 0 || only_inside || (!draft.firm && draft.mentions < 2)) continue;
    renumbered[d] = static_cast<std::int32_t>(entities.size());
    entities.push_back(entity_of(draft, "e" + std::to_string(entities.size()), gazetteer));
  }
  for (Mention& mention : document_.mentions) {
    if (mention.entity >= 0) mention.entity = renumbered[static_cast<std::size_t>(mention.entity)];
  }
  return entities;
}

}  // namespace entente
