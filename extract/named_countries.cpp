#include "extract/named_countries.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/front_matter.h"
#include "extract/report_place.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

}  // namespace

NamedCountries::NamedCountries(const Document& document, const std::vector<LocalEntity>& entities,
                               const Gazetteer& gazetteer)
    : document_(document),
      entities_(entities),
      gazetteer_(gazetteer),
      outlets_id_(find_outlets_id()) {
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
}

// "Kenya" of "Parliament of Kenya", not of "Kenya Tea Company".
bool NamedCountries::in_state_body(const Mention& inner) const {
  static const Strings kStateBodies = {
      "congress", "house",      "senate", "parliament", "government", "court",   "ministry",
      "assembly", "department", "army",   "military",   "navy",       "embassy", "legislature"};
  const TokenRange sentence = document_.sentences[inner.sentence].tokens;
  for (std::uint32_t m = mention_from(document_, sentence.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin <= inner.tokens.begin;
       ++m) {
    const TokenRange outer = document_.mentions[m].tokens;
    if (document_.mentions[m].nested || outer.end < inner.tokens.end) continue;
    for (std::uint32_t i = outer.begin; i < outer.end; ++i) {
      if (kStateBodies.contains(document_.tokens[i].lower)) return true;
    }
  }
  return false;
}

// The title tells what the article is about.
void NamedCountries::weigh_title() {
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

// That of an address where the name tells nothing; nullptr = not known.
const std::string* NamedCountries::find_outlets_id() const {
  const Article& article = document_.article;
  if (const std::string* id = gazetteer_.country_of_outlet(article.outlet)) return id;
  if (const std::string* id = gazetteer_.country_of_outlet(host_of(article.url))) return id;
  constexpr std::size_t top = 3;  // blocks
  for (std::size_t b = 0; b < std::min(top, document_.blocks.size()); ++b) {
    const Block& block = document_.blocks[b];
    if (block.kind == BlockKind::Body || block.kind == BlockKind::Title) break;
    const std::string_view text = slice(article.text, block.span);
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.find(" - ")));
    if (const std::string* id = gazetteer_.country_of_agency(line)) return id;
  }
  return nullptr;
}

std::optional<std::int32_t> NamedCountries::with_id(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

const std::string* NamedCountries::id_around(const Mention& place) const {
  return gazetteer_.country_of_city(fold(place.name));
}

std::optional<std::int32_t> NamedCountries::country_around(const Mention& place) const {
  const std::string* id = id_around(place);
  return id == nullptr ? std::nullopt : with_id(*id);
}

std::optional<std::uint32_t> NamedCountries::country_at(std::uint32_t m) const {
  const Mention& place = document_.mentions[m];
  if (place.entity < 0 || place.nested || place.demonym) return std::nullopt;
  if (type_of(place.entity) == "country") return m;
  if (type_of(place.entity) != "place") return std::nullopt;
  const auto country = country_around(place);
  return country ? std::optional(named_.at(*country)) : std::nullopt;
}

bool NamedCountries::names(TokenRange range, std::int32_t entity) const {
  for (std::uint32_t m = mention_from(document_, range.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < range.end; ++m) {
    if (document_.mentions[m].entity == entity) return true;
  }
  return false;
}

bool NamedCountries::names_land(TokenRange range, std::int32_t country) const {
  for (std::uint32_t m = mention_from(document_, range.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < range.end; ++m) {
    const auto land = country_at(m);
    if (document_.mentions[m].entity == country ||
        (land && document_.mentions[*land].entity == country))
      return true;
  }
  return false;
}

bool NamedCountries::land_or_capital(const Mention& place, std::int32_t country) const {
  if (place.entity == country) return true;
  const std::string* capital = gazetteer_.country_of_capital(fold(place.name));
  return capital != nullptr && *capital == id_of(country);
}

std::optional<std::int32_t> NamedCountries::dateline() const {
  const auto m = dateline_place(document_);
  const auto place = m ? country_at(*m) : std::nullopt;
  return place ? std::optional(document_.mentions[*place].entity) : std::nullopt;
}

bool NamedCountries::writes_from(std::int32_t country) const {
  const auto m = dateline_place(document_);
  if (!m) return true;
  const auto place = country_at(*m);
  return place && document_.mentions[*place].entity == country;
}

}  // namespace entente
