#include "extract/gazetteer.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"

namespace entente {
namespace {

// "US" and "WHO" are names, "us" and "who" are not.
bool only_capitals(std::string_view form) {
  bool any = false;
  for (const char c : form) {
    if (c >= 'a' && c <= 'z') return false;
    any = any || (c >= 'A' && c <= 'Z');
  }
  return any && form.size() <= 6;
}

// Of a key: the word that a plus sign is.
constexpr std::string_view kPlus = " +";

void note_country(std::unordered_map<std::string, std::string>& countries, std::string_view city,
                  std::string_view country) {
  const auto [at, fresh] = countries.emplace(fold(city), country);
  if (!fresh && at->second != country) at->second.clear();
}

std::string type_of(std::string_view id) { return std::string(id.substr(0, id.find(':'))); }

}  // namespace

void Gazetteer::add(std::string_view form, KnownName name) {
  std::string key = fold(form);
  if (key.empty()) return;
  if (form.ends_with('+')) key += kPlus;  // "OPEC+" is another than "OPEC"
  name.upper = only_capitals(form);
  const auto words = static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
  std::uint32_t& most = longest_[key.substr(0, key.find(' '))];
  most = std::max(most, words);
  const auto [place, fresh] = names_.emplace(key, name);
  // "Congolese": of two countries, so the list does not decide.
  if (!fresh && name.type == "country" && place->second.type == "country" &&
      place->second.id != name.id) {
    place->second.id.clear();
    place->second.type.clear();
    return;
  }
  // A form that is known both in capitals only and otherwise is known otherwise.
  if (!fresh && place->second.id == name.id)
    place->second.upper = place->second.upper && name.upper;
}

Gazetteer::Gazetteer(const std::filesystem::path& data) {
  const std::filesystem::path folder = data / "gazetteers";
  const auto add_listed = [&](const char* file, bool places) {
    Tsv tsv;
    if (places) {
      read_tsv(tsv, folder / file, {"id", "name", "kind", "form"});
    } else {
      read_tsv(tsv, folder / file, {"id", "type", "name", "kind", "form"});
    }
    for (const Tsv::Row& row : tsv.rows) {
      const std::string id(row.fields[0]);
      const std::string_view name = row.fields[places ? 1 : 2];
      const std::string_view kind = row.fields[places ? 2 : 3];
      const std::string_view form = row.fields[places ? 3 : 4];
      if (kind == "capital") {
        add(form, {"", "place", std::string(form), KnownName::Kind::City});
        note_country(capitals_, form, id);
        continue;
      }
      const bool demonym = kind == "demonym" || kind == "adjective";
      const KnownName known{id, type_of(id), std::string(name),
                            demonym ? KnownName::Kind::Demonym : KnownName::Kind::Name};
      by_id_.emplace(id, known);
      add(form, known);
    }
  };
  add_listed("countries.tsv", true);
  add_listed("regions.tsv", true);
  add_listed("organizations.tsv", false);
  add_listed("parties.tsv", false);
  Tsv divisions;
  read_tsv(divisions, folder / "divisions.tsv", {"name", "country", "surname"});
  for (const Tsv::Row& row : divisions.rows) add_city(row.fields[0], row.fields[2] == "1", true);
  Tsv cities;
  read_tsv(cities, folder / "cities.tsv", {"name", "country", "region", "capital", "surname"});
  for (const Tsv::Row& row : cities.rows) {
    add_city(row.fields[0], row.fields[3] != "1" && row.fields[4] == "1", false);
    note_country(cities_, row.fields[0], row.fields[1]);
  }
  Tsv agencies;
  read_tsv(agencies, folder / "agencies.tsv", {"form", "country"});
  for (const Tsv::Row& row : agencies.rows) note_country(agencies_, row.fields[0], row.fields[1]);
  Tsv domains;
  read_tsv(domains, folder / "domains.tsv", {"domain", "country"});
  for (const Tsv::Row& row : domains.rows) note_country(domains_, row.fields[0], row.fields[1]);
}

void Gazetteer::add_city(std::string_view name, bool weak, bool division) {
  KnownName city{"", "place", std::string(name), KnownName::Kind::City};
  city.weak = weak;
  city.division = division;
  add(name, city);
}

Gazetteer::Match Gazetteer::find(const std::vector<std::string>& folded,
                                 const std::vector<std::string_view>& written, std::size_t at,
                                 std::size_t most_words) const {
  const auto most = longest_.find(folded[at].substr(0, folded[at].find(' ')));
  if (most == longest_.end()) return {};
  Match best;
  std::string key;
  for (std::size_t n = 1;
       n <= std::min<std::size_t>(most->second, most_words) && at + n <= folded.size(); ++n) {
    const bool plus = written[at + n - 1] == "+";
    if (folded[at + n - 1].empty() && !plus) break;  // a mark, not a word
    if (n > 1 && !plus) key += ' ';
    key += plus ? std::string(kPlus) : folded[at + n - 1];
    const auto found = names_.find(key);
    if (found == names_.end()) continue;
    if (found->second.upper && !only_capitals(written[at])) continue;
    best = {static_cast<std::uint32_t>(n), &found->second};
  }
  return best;
}

const std::string* Gazetteer::only(const std::unordered_map<std::string, std::string>& countries,
                                   const std::string& folded) {
  const auto found = countries.find(folded);
  return found == countries.end() || found->second.empty() ? nullptr : &found->second;
}

const std::string* Gazetteer::country_of_capital(const std::string& folded) const {
  return only(capitals_, folded);
}

const std::string* Gazetteer::country_of_city(const std::string& folded) const {
  const std::string* capital = country_of_capital(folded);
  return capital != nullptr ? capital : only(cities_, folded);
}

const std::string* Gazetteer::country_of_outlet(std::string_view outlet) const {
  std::vector<std::string> words;
  std::vector<std::string_view> written;
  for (std::size_t begin = 0; begin < outlet.size();) {
    const std::size_t end = std::min(outlet.find_first_of(" /,()|", begin), outlet.size());
    if (end > begin) {
      written.push_back(outlet.substr(begin, end - begin));
      words.push_back(fold(written.back()));
    }
    begin = end + 1;
  }
  if (const std::string* whole = only(agencies_, fold(outlet))) return whole;
  const std::size_t dot = outlet.rfind('.');  // "post.example.ke"
  if (dot != outlet.npos && dot > 0 && outlet.find(' ') == outlet.npos) {
    if (const std::string* domain = only(domains_, fold(outlet.substr(dot + 1)))) return domain;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const std::string* agency = only(agencies_, words[i])) return agency;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Match match = find(words, written, i);
    if (match.name != nullptr && match.name->type == "country" && !match.name->id.empty())
      return &match.name->id;
    if (const std::string* capital = country_of_capital(words[i])) return capital;
  }
  return nullptr;
}

const std::string* Gazetteer::country_of_agency(std::string_view name) const {
  return only(agencies_, fold(name));
}

const KnownName* Gazetteer::known(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? nullptr : &found->second;
}

}  // namespace entente
