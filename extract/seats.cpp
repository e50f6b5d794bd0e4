#include "extract/seats.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/outer_names.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kWithin = {"at", "of", "under", "within"};

// "in western Kenya"
bool direction(const std::string& lower) {
  static const Strings kDirections = {
      "western",       "eastern",       "northern",     "southern",     "central",
      "northeastern",  "northwestern",  "southeastern", "southwestern", "north-eastern",
      "north-western", "south-eastern", "south-western"};
  return kDirections.contains(lower);
}

class Seats {
 public:
  Seats(const Document& document, const std::vector<LocalEntity>& entities)
      : document_(document), tokens_(document.tokens), entities_(entities) {}

  std::vector<StructuralFact> find(bool places) {
    for (std::size_t m = 0; m + 1 < document_.mentions.size(); ++m) {
      const Mention& part = document_.mentions[m];
      if (part.nested || part.entity < 0) continue;
      const Mention* whole = next_name(document_, m);
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
    const Mention* city =
        next_name(document_, static_cast<std::size_t>(name - document_.mentions.data()));
    if (city == nullptr || city->sentence != name->sentence || city->entity < 0) return name;
    for (std::uint32_t i = name->tokens.end; i < city->tokens.begin; ++i) {
      if (!kCapital.contains(tokens_[i].lower)) return name;
    }
    return city;
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

  // "Secretary for NAME, Kenya": what the post is about does not lie where the post is.
  bool in_title(const Mention& name) const {
    const auto next =
        std::upper_bound(document_.roles.begin(), document_.roles.end(), name.tokens.begin,
                         [](std::uint32_t at, const Role& role) { return at < role.tokens.begin; });
    if (next == document_.roles.begin()) return false;
    const TokenRange title = (next - 1)->title;
    return title.begin <= name.tokens.begin && name.tokens.end <= title.end;
  }

  // "met NAME, director of the Council in NAME", "talks with the Movement in NAME": that was there,
  // wherever the body sits.
  bool met_there(const Mention& body) const {
    static const Strings kMeets = {"meet",    "talk",    "receive", "host",        "greet",
                                   "confer",  "meeting", "session", "summit",      "conference",
                                   "hold",    "round",   "visit",   "negotiation", "negotiate",
                                   "convene", "gather",  "speech",  "speak",       "address"};
    const auto begin = tokens_.begin();
    return type(body) != "place" &&
           std::any_of(begin + document_.sentences[body.sentence].tokens.begin,
                       begin + body.tokens.begin,
                       [](const Token& token) { return kMeets.contains(token.lemma); });
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
  std::vector<StructuralFact> facts_;
};

}  // namespace

std::vector<StructuralFact> find_seats(const Document& document,
                                       const std::vector<LocalEntity>& entities, bool places) {
  return Seats(document, entities).find(places);
}

}  // namespace entente
