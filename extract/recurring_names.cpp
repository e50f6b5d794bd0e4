#include "extract/recurring_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/names.h"
#include "extract/sentence_mentions.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// A city's name that acts as a person does: "NAME said", "NAME's bill".
bool city_as_surname(const Mention& mention, const std::vector<Token>& tokens,
                     const std::string& folded, const Gazetteer& gazetteer) {
  const std::uint32_t begin = mention.tokens.begin;
  const std::uint32_t end = mention.tokens.end;
  const bool city = mention.type == "place" || (mention.type.empty() && mention.how == "gazetteer");
  if (!city || mention.nested || mention.tokens.size() != 1 || !mention.known.empty() ||
      mention.division || end >= tokens.size() || gazetteer.country_of_capital(folded) != nullptr)
    return false;
  static const Strings kToPeople = {
      "thanked", "met",       "told",     "asked",         "urged",     "accused",   "invited",
      "praised", "called",    "joined",   "congratulated", "succeeded", "replaced",  "defeated",
      "elected", "appointed", "welcomed", "received",      "hosted",    "criticized"};
  const bool adverb = tokens[end].tag == Tag::Adv && end + 1 < tokens.size();
  const Tag next = tokens[adverb ? end + 1 : end].tag;
  const bool acts = is_verb(next) || next == Tag::Aux;
  const bool placed = begin > 0 && tokens[begin - 1].tag == Tag::Adp;
  const bool met = begin > 0 && kToPeople.contains(tokens[begin - 1].lower);
  return (acts || met || tokens[end].lower == "'s") && !placed;
}

// "Trong" of "Nguyen Phu Trong", whatever the network takes it for.
void name_people(Document& document, const TokenForms& forms, const Words& words,
                 const Gazetteer& gazetteer) {
  std::set<std::string> parts;  // last words of people's names, and family names that come first
  for (const Mention& mention : document.mentions) {
    if (mention.type != "person" || mention.tokens.size() < 2) continue;
    std::uint32_t last = mention.tokens.end - 1;
    while (last > mention.tokens.begin && is_suffix(document.tokens[last].lower)) --last;
    if (last > mention.tokens.begin && document.tokens[last].lower == ",") --last;
    parts.insert(forms.folded[last]);
    if (words.family_first.contains(forms.folded[mention.tokens.begin]))
      parts.insert(forms.folded[mention.tokens.begin]);
  }
  for (Mention& mention : document.mentions) {
    const std::string& folded = forms.folded[mention.tokens.begin];
    if (mention.how == kGuessed && mention.tokens.size() == 1 && parts.contains(folded))
      mention.type = "person";
    if (parts.contains(folded) && city_as_surname(mention, document.tokens, folded, gazetteer)) {
      mention.type = "person";
      mention.how = "family name";
    }
  }
}

// A name that got no type has the type that the same name has elsewhere in the article.
void spread_types(std::vector<Mention>& mentions) {
  std::map<std::string, std::map<std::string, int>> votes;
  for (const Mention& mention : mentions) {
    if (!mention.type.empty()) ++votes[fold(mention.name)][mention.type];
  }
  for (Mention& mention : mentions) {
    if (!mention.type.empty()) continue;
    const auto found = votes.find(fold(mention.name));
    if (found == votes.end()) continue;
    mention.type =
        std::max_element(found->second.begin(), found->second.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    mention.how = "same name elsewhere";
  }
}

// "Russia's Security Council" is not that of the United Nations, nor is "the Security Council"
// beside it.
void own_bodies(std::vector<Mention>& mentions, const std::vector<Token>& tokens) {
  static const Strings kCommonBodies = {"council",    "assembly", "court",     "congress",
                                        "parliament", "bank",     "commission"};
  std::set<std::string> owned;
  for (const Mention& mention : mentions) {
    const std::uint32_t begin = mention.tokens.begin;
    const std::uint32_t end = mention.tokens.end;
    if (mention.type != "organization" || mention.known.empty() || begin < 2 ||
        tokens[begin - 1].lower != "'s" || !kCommonBodies.contains(tokens[end - 1].lower) ||
        (end < tokens.size() && tokens[end].tag == Tag::Noun))  // "Kenya's Security Council seat"
      continue;
    const bool land = std::ranges::any_of(mentions, [&](const Mention& owner) {
      return owner.type == "country" && owner.tokens.end + 1 == begin;
    });
    if (land) owned.insert(fold(mention.name));
  }
  for (Mention& mention : mentions) {
    if (mention.type == "organization" && owned.contains(fold(mention.name))) mention.known.clear();
  }
}

}  // namespace

void type_recurring_names(Document& document, const TokenForms& forms, const Words& words,
                          const Gazetteer& gazetteer) {
  name_people(document, forms, words, gazetteer);
  spread_types(document.mentions);
  own_bodies(document.mentions, document.tokens);
}

}  // namespace entente
