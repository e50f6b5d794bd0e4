#include "extract/name_repairs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/names.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kOwnerPrepositions = {"of", "for", "to", "at"};
// Last words of posts that a company or another body has: not "Internet entrepreneur".
const Strings kBodyPosts = {"ceo",      "cfo",        "coo",   "executive", "officer",
                            "chairman", "chairwoman", "chair", "director",  "chairperson"};
// Bodies of people, never places.
const Strings kPeople = {"movement",   "party",       "alliance",  "union",        "front",
                         "federation", "council",     "committee", "commission",   "ministry",
                         "league",     "association", "agency",    "organization", "organisation",
                         "coalition",  "foundation",  "institute", "brotherhood",  "militia"};
constexpr std::uint32_t kLongestPost = 6;  // tokens
constexpr std::uint32_t kDateline = 16;

class Repair {
 public:
  Repair(Document& document, const Words& words)
      : document_(document), words_(words), tokens_(document.tokens) {
    drop_agency();
    starts_.assign(tokens_.size() + 1, -1);
    ends_.assign(tokens_.size() + 1, -1);
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      if (document.mentions[m].nested) continue;
      starts_[document.mentions[m].tokens.begin] = static_cast<std::int32_t>(m);
      ends_[document.mentions[m].tokens.end] = static_cast<std::int32_t>(m);
    }
  }

  void repair() {
    const std::size_t count = document_.mentions.size();
    for (std::size_t m = 0; m < count; ++m) {
      if (document_.mentions[m].nested) continue;
      if (short_for_post(m) || body_of_a_state(m) || portfolio(m) || side_of_house(m) ||
          person_behind_portfolio(m) || portfolio_before_post(m))
        continue;
      body_not_place(m);
      cut_side(document_.mentions[m]);
      cut_district(m);
      adjective_before_post(document_.mentions[m]);
      part_from_body(m);
      office_of_post(m);
      speaker_of_house(m);
      person_behind_post(m);
      body_of_post(m);
      post_behind_body(m);
      place_of_post(m);
    }
    name_spouses();
    join_by_acronym();
    name_parties();
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  }

 private:
  // "NAIROBI, Nov 9 (KNA) -- ": who sends the news takes no part in them.
  void drop_agency() {
    if (document_.sentences.empty()) return;
    const TokenRange first = document_.sentences.front().tokens;
    for (std::uint32_t i = first.begin; i + 2 < std::min(first.end, first.begin + kDateline); ++i) {
      const std::string& mark = tokens_[i + 2].lower;
      const bool dash = mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
      if (!dash || tokens_[i + 1].lower != ")") continue;
      std::erase_if(document_.mentions, [&](const Mention& mention) {
        return mention.tokens.end == i + 1 && mention.tokens.begin > first.begin &&
               tokens_[mention.tokens.begin - 1].lower == "(";
      });
      return;
    }
  }

  std::uint32_t begin_of_sentence(const Mention& mention) const {
    return document_.sentences[mention.sentence].tokens.begin;
  }

  // Two words at least, none of them an ordinary one.
  bool no_words(TokenRange range) const {
    if (range.size() < 2 || range.size() > 5) return false;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (words_.is_common(tokens_[i].lower)) return false;
    }
    return true;
  }

  void make_person(Mention& mention, TokenRange tokens, const char* how) {
    mention.type = "person";
    mention.known.clear();
    mention.how = how;
    set_name(mention, tokens);
  }

  void set_name(Mention& mention, TokenRange tokens) {
    mention.tokens = tokens;
    mention.name.clear();
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const bool glued = i > tokens.begin && tokens_[i].span.begin == tokens_[i - 1].span.end;
      if (i > tokens.begin && !glued) mention.name += ' ';
      mention.name += text_of(document_, tokens_[i]);
    }
  }

  // "Chief of Army Staff (COAS)": the letters of a post are no body.
  bool short_for_post(std::size_t m) {
    Mention& name = document_.mentions[m];
    const std::uint32_t open = name.tokens.begin - 1;
    const std::uint32_t floor = begin_of_sentence(name);
    if (name.tokens.size() != 1 || name.tokens.begin < floor + 3 || !name.known.empty() ||
        tokens_[open].lower != "(" || name.tokens.end >= tokens_.size() ||
        tokens_[name.tokens.end].lower != ")")
      return false;
    for (std::uint32_t begin = open; begin > floor && open - begin < kLongestPost;) {
      --begin;
      const auto role = words_.roles.find(tokens_, begin, open);
      if (!role || begin + role->length != open) continue;
      std::string letters;
      for (std::uint32_t i = begin; i < open; ++i) {
        letters += tokens_[i].lower.front();
      }
      if (letters != tokens_[name.tokens.begin].lower) continue;
      name.type.clear();
      return true;
    }
    return false;
  }

  // "Secretary of the Security Council": a post of states, so not the body of the world that is
  // called so, too.
  bool body_of_a_state(std::size_t m) {
    Mention& name = document_.mentions[m];
    const TokenRange body = name.tokens;
    const std::uint32_t floor = begin_of_sentence(name);
    if (name.known.empty() || name.type != "organization" || body.begin < floor + 3 ||
        tokens_[body.begin - 1].lower != "the" || tokens_[body.begin - 2].lower != "of")
      return false;
    const std::uint32_t begin = body.begin - 3;
    const auto role = words_.roles.find(tokens_, begin, body.end);
    if (!role || begin + role->length != body.end ||
        (*role->value != "security" && *role->value != "military"))
      return false;
    name.type.clear();
    name.known.clear();
    return true;
  }

  // "Minister for Foreign Affairs and Regional Integration": what an office is in charge of is no
  // body.
  bool portfolio(std::size_t m) {
    Mention& name = document_.mentions[m];
    const std::uint32_t begin = name.tokens.begin;
    if (!name.known.empty() || name.type == "person") return false;
    const bool minister = begin > 1 && tokens_[begin - 2].lower == "minister";
    std::uint32_t end = begin;
    while (end < name.tokens.end &&
           (words_.portfolios.contains(tokens_[end].lower) ||
            (minister && tokens_[end].lower != "of" && words_.is_common(tokens_[end].lower) &&
             end + 1 < name.tokens.end) ||
            (tokens_[end].lower == "and" && end > begin &&
             words_.portfolios.contains(tokens_[end - 1].lower)) ||
            (words_.is_common(tokens_[end].lower) && tokens_[end].tag == Tag::Adj)))
      ++end;
    const bool whole = end == name.tokens.end || tokens_[end].lower == "of";
    if (end == begin || !whole || !words_.portfolios.contains(tokens_[end - 1].lower)) return false;
    const bool after_other = begin > 1 && tokens_[begin - 1].lower == "and" &&
                             words_.portfolios.contains(tokens_[begin - 2].lower);
    if (!after_other && !behind_preposition(name)) return false;
    name.type.clear();
    for (std::size_t k = m + 1; k < document_.mentions.size(); ++k) {  // "of Kenya"
      Mention& inner = document_.mentions[k];
      if (inner.tokens.begin >= name.tokens.end) break;
      if (inner.tokens.begin > end) inner.nested = false;
    }
    return true;
  }

  // One past "Affairs", "International Economics"; `begin` when no portfolio begins there.
  std::uint32_t past_portfolio(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t past = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      const HeadWord* head = words_.head(tokens_[i].lower, HeadWord::Where::Last);
      if (head != nullptr && head->type == "organization") return begin;
      if (words_.portfolios.contains(tokens_[i].lower)) {
        past = i + 1;
      } else if (!words_.is_common(tokens_[i].lower) || tokens_[i].tag == Tag::Noun) {
        break;
      }
    }
    return past;
  }

  // "Domestic Policy Advisor NAME", "White House Intergovernmental Affairs Director NAME": what a
  // post is in charge of is no body.
  bool portfolio_before_post(std::size_t m) {
    Mention& name = document_.mentions[m];
    if (!name.known.empty() || name.type == "person" || name.tokens.end >= tokens_.size() ||
        !words_.roles.find(tokens_, name.tokens.end, static_cast<std::uint32_t>(tokens_.size())))
      return false;
    Mention* body = nullptr;
    if (m + 1 < document_.mentions.size()) {
      Mention& inner = document_.mentions[m + 1];
      if (inner.nested && inner.tokens.begin == name.tokens.begin && !inner.known.empty())
        body = &inner;
    }
    const std::uint32_t begin = body == nullptr ? name.tokens.begin : body->tokens.end;
    const bool affairs = name.how == kGuessed && name.tokens.size() == 2 && body == nullptr &&
                         tokens_[name.tokens.end - 1].lower == "affairs";
    if (affairs) {  // "Intergovernmental Affairs Director NAME"
      name.type.clear();
      return true;
    }
    if (begin == name.tokens.end || past_portfolio(begin, name.tokens.end) != name.tokens.end)
      return false;
    if (body != nullptr) body->nested = false;
    name.type.clear();
    return true;
  }

  // "director for Africa NAME", "envoy for Climate NAME", read as one name.
  bool person_behind_portfolio(std::size_t m) {
    const TokenRange whole = document_.mentions[m].tokens;
    if (!document_.mentions[m].known.empty() || !behind_preposition(document_.mentions[m]))
      return false;
    std::uint32_t begin = whole.begin;
    for (std::size_t k = m + 1; k < document_.mentions.size(); ++k) {
      const Mention& inner = document_.mentions[k];
      if (inner.tokens.begin >= whole.end) break;
      if (inner.nested && inner.tokens.begin == whole.begin) begin = inner.tokens.end;
    }
    begin = past_portfolio(begin, whole.end);
    if (begin == whole.begin || begin + 1 >= whole.end || whole.end - begin > 4) return false;
    const bool office = words_.portfolios.contains(tokens_[begin - 1].lower);
    const bool given = words_.forenames.contains(fold(text_of(document_, tokens_[begin])));
    if (!given && !(office && no_words({begin, whole.end}))) return false;
    make_person(document_.mentions[m], {begin, whole.end}, "post");
    for (std::size_t k = m + 1; k < document_.mentions.size(); ++k) {
      Mention& inner = document_.mentions[k];
      if (inner.tokens.begin >= whole.end) break;
      if (inner.tokens.end <= begin) inner.nested = false;
    }
    return true;
  }

  // "Office of the Vice President": a body that is named for its head.
  void office_of_post(std::size_t m) {
    Mention& name = document_.mentions[m];
    const std::uint32_t of = name.tokens.end;
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    if (tokens_[of - 1].lower != "office" || !capital(of - 1) || of + 2 >= size ||
        tokens_[of].lower != "of" || tokens_[of + 1].lower != "the" || !capital(of + 2))
      return;
    const auto post = words_.roles.find(tokens_, of + 2, size);
    if (!post || !capital(of + 1 + post->length)) return;
    set_name(name, {name.tokens.begin, of + 2 + post->length});
    name.known.clear();
    name.type = "organization";
    name.how = "post";
  }

  // "Senate Minority Leader": the minority is part of the post.
  void cut_side(Mention& name) {
    const std::uint32_t last = name.tokens.end - 1;
    const std::string& side = tokens_[last].lower;
    if (name.tokens.size() < 2 || (side != "minority" && side != "majority") ||
        last + 1 >= tokens_.size() || !name.known.empty() ||
        !words_.roles.find(tokens_, last + 1, static_cast<std::uint32_t>(tokens_.size())))
      return;
    name.tokens.end = last;
    name.name.resize(name.name.size() - side.size());
    while (name.name.ends_with(' ')) name.name.pop_back();
  }

  // "United States District Judge": the district is part of the post.
  void cut_district(std::size_t m) {
    Mention& name = document_.mentions[m];
    const std::uint32_t end = name.tokens.end;
    if (name.type != "place" || name.tokens.size() < 2 || end >= tokens_.size() ||
        tokens_[end - 1].lower != "district" ||
        (tokens_[end].lower != "judge" && tokens_[end].lower != "attorney"))
      return;
    const TokenRange owner{name.tokens.begin, end - 1};
    const auto inner =
        std::find_if(document_.mentions.begin(), document_.mentions.end(),
                     [&](const Mention& one) { return one.nested && one.tokens == owner; });
    if (inner == document_.mentions.end()) return;
    name = *inner;
    name.nested = false;
  }

  // "the Republican Senate Majority Leader": a party's side of a house is no body.
  bool side_of_house(std::size_t m) {
    Mention& name = document_.mentions[m];
    if (!name.known.empty() || name.type != "organization" || name.tokens.size() != 2) return false;
    const std::string& side = tokens_[name.tokens.begin].lower;
    if (tokens_[name.tokens.begin + 1].lower == "senate" && side != "federal" &&
        side != "national" && words_.role_modifiers.contains(side)) {
      ++name.tokens.begin;  // "the Republican Senate"
      name.name.erase(0, side.size());
      name.name.erase(0, name.name.find_first_not_of(' '));
      return false;
    }
    if (m + 1 >= document_.mentions.size()) return false;
    Mention& party = document_.mentions[m + 1];
    const bool is_party = party.type == "party" || party.known.starts_with("party:");
    if (!party.nested || !is_party || party.tokens.begin != name.tokens.begin) return false;
    party.nested = false;
    name.type.clear();
    return true;
  }

  // "Green Renewal Movement", "Center for Peace", guessed to be places.
  void body_not_place(std::size_t m) {
    Mention& name = document_.mentions[m];
    if (name.type != "place" || name.how != "network" || name.tokens.size() < 2) return;
    const HeadWord* first = words_.head(tokens_[name.tokens.begin].lower, HeadWord::Where::First);
    const bool for_something = first != nullptr && first->type == "organization" &&
                               tokens_[name.tokens.begin + 1].lower == "for";
    if (for_something || kPeople.contains(tokens_[name.tokens.end - 1].lower))
      name.type = "organization";
  }

  // "speaker of the National Assembly NAME", where a body was taken for all of it
  void part_from_body(std::size_t m) {
    const Mention whole = document_.mentions[m];
    if (whole.type != "organization" || !whole.known.empty() || !behind_preposition(whole)) return;
    std::uint32_t last = whole.tokens.begin;
    for (std::uint32_t i = whole.tokens.begin; i < whole.tokens.end; ++i) {
      if (words_.head(tokens_[i].lower, HeadWord::Where::Last) != nullptr) last = i + 1;
    }
    if (last < whole.tokens.begin + 2 || !no_words({last, whole.tokens.end})) return;
    Mention person = whole;
    make_person(person, {last, whole.tokens.end}, "post");
    Mention& body = document_.mentions[m];
    body.tokens.end = last;
    body.name.resize(body.name.size() - person.name.size());
    while (body.name.ends_with(' ')) body.name.pop_back();
    document_.mentions.push_back(std::move(person));
  }

  // "of" before a name, and a post before that.
  bool behind_preposition(const Mention& name) const {
    std::uint32_t i = name.tokens.begin;
    const std::uint32_t floor = begin_of_sentence(name);
    while (i > floor && !kOwnerPrepositions.contains(tokens_[i - 1].lower) && modifies(i - 1)) --i;
    return i > floor + 1 && kOwnerPrepositions.contains(tokens_[i - 1].lower) &&
           post_ends(i - 1, floor);
  }

  // "the yellow-shirt"
  bool modifies(std::uint32_t i) const {
    const Tag tag = tokens_[i].tag;
    return tag == Tag::Det || tag == Tag::Adj || tag == Tag::Noun || tokens_[i].lower == "-";
  }

  bool post_ends(std::uint32_t end, std::uint32_t floor) const {
    for (std::uint32_t begin = end; begin > floor && end - begin < kLongestPost;) {
      --begin;
      const auto role = words_.roles.find(tokens_, begin, end);
      if (role && begin + role->length == end && role->value->back() != Words::kPlural) return true;
    }
    return false;
  }

  // "special envoy for Yemen NAME": a name that was told to be nothing.
  void person_behind_post(std::size_t m) {
    const Mention& name = document_.mentions[m];
    if (!name.type.empty() || name.tokens.size() < 2 || name.tokens.size() > 5) return;
    std::uint32_t at = name.tokens.begin;
    if (at > begin_of_sentence(name) && tokens_[at - 1].lower == ",") {
      // "The leader of the Network, NAME, said"
      const std::uint32_t end = name.tokens.end;
      if (end >= tokens_.size() || tokens_[end].lower != ",") return;
      --at;
    }
    if (ends_[at] < 0) return;
    const Mention& region = document_.mentions[static_cast<std::size_t>(ends_[at])];
    if (region.type.empty() || region.type == "person" || !behind_preposition(region)) return;
    make_person(document_.mentions[m], name.tokens, "post");
  }

  // "Speaker of the House NAME", where a body was taken for the end of it
  void speaker_of_house(std::size_t m) {
    const Mention whole = document_.mentions[m];
    if (whole.type != "organization" || !whole.known.empty()) return;
    const std::uint32_t floor = begin_of_sentence(whole);
    for (std::uint32_t i = whole.tokens.begin;
         i > floor && whole.tokens.begin - i < kLongestPost;) {
      --i;
      const auto role = words_.roles.find(tokens_, i, whole.tokens.end);
      const std::uint32_t end = i + (role ? static_cast<std::uint32_t>(role->length) : 0);
      if (end <= whole.tokens.begin || end >= whole.tokens.end) continue;
      if (!no_words({end, whole.tokens.end})) return;
      make_person(document_.mentions[m], {end, whole.tokens.end}, "post");
      return;
    }
  }

  // "a senator from NAME", "NAME's chief constable": a name that was told to be nothing.
  void place_of_post(std::size_t m) {
    static const std::unordered_set<std::string_view> kOfPlaces = {
        "senator", "governor", "mayor", "constable", "congressman", "congresswoman", "sheriff"};
    Mention& name = document_.mentions[m];
    const bool unsure = name.type.empty() ||
                        (name.type == "person" && name.how == kGuessed && name.tokens.size() == 1);
    if (!unsure || !capital(name.tokens.begin)) return;
    const std::uint32_t begin = name.tokens.begin;
    std::uint32_t end = name.tokens.end;
    const bool behind = begin > begin_of_sentence(name) + 1 &&
                        (tokens_[begin - 1].lower == "of" || tokens_[begin - 1].lower == "from") &&
                        kOfPlaces.contains(tokens_[begin - 2].lower);
    bool before = end + 2 < tokens_.size() && tokens_[end].lower == "'s";
    if (before && words_.role_modifiers.contains(tokens_[++end].lower)) ++end;
    before = before && end < tokens_.size() && kOfPlaces.contains(tokens_[end].lower);
    if (!behind && !before) return;
    name.type = "place";
    name.how = "post";
  }

  // First letters of the words that have capitals, in capitals as they are.
  std::string initials(TokenRange range) const {
    std::string letters;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string_view form = text_of(document_, tokens_[i]);
      if (capital(i)) letters += form.front();
    }
    return letters;
  }

  // "Nairobi Educational, Scientific and Cultural Organization (NESCO)", read as two names: the
  // acronym's letters say how far it reaches.
  void join_by_acronym() {
    std::vector<TokenRange> joined;
    for (Mention& last : document_.mentions) {
      const std::uint32_t end = last.tokens.end;
      if (last.nested || end + 2 >= tokens_.size() || tokens_[end].lower != "(" ||
          tokens_[end + 2].lower != ")" || last.tokens.begin < 2)
        continue;
      const std::string_view acronym = text_of(document_, tokens_[end + 1]);
      std::uint32_t before = last.tokens.begin;
      while (before > begin_of_sentence(last) &&
             (tokens_[before - 1].lower == "," || tokens_[before - 1].lower == "and"))
        --before;
      if (before == last.tokens.begin || acronym.size() < 3) continue;
      const auto first = std::find_if(
          document_.mentions.begin(), document_.mentions.end(), [&](const Mention& one) {
            return !one.nested && one.tokens.end == before && one.sentence == last.sentence;
          });
      if (first == document_.mentions.end() ||
          initials({first->tokens.begin, last.tokens.end}) != acronym)
        continue;
      set_name(*first, {first->tokens.begin, last.tokens.end});
      first->type = "organization";
      first->how = "acronym";
      const auto inside = std::find_if(document_.mentions.begin(), document_.mentions.end(),
                                       [&](const Mention& one) {
                                         return one.tokens == TokenRange{end + 1, end + 2};
                                       });
      first->known = inside == document_.mentions.end() ? "" : inside->known;
      joined.push_back(last.tokens);
    }
    for (const TokenRange range : joined) {
      std::erase_if(document_.mentions, [&](const Mention& mention) {
        return range.begin <= mention.tokens.begin && mention.tokens.end <= range.end;
      });
    }
  }

  // "Green MP NAME", where the article names the Green Party.
  void name_parties() {
    static const std::unordered_set<std::string_view> kSeats = {
        "mp",          "msp",           "mep",         "senator",    "representative",
        "congressman", "congresswoman", "lawmaker",    "legislator", "governor",
        "mayor",       "mps",           "meps",        "senators",   "representatives",
        "congressmen", "lawmakers",     "legislators", "governors",  "mayors"};
    std::unordered_set<std::string> parties;
    for (const Mention& mention : document_.mentions) {
      if (mention.type == "party" && mention.tokens.size() == 2 &&
          tokens_[mention.tokens.end - 1].lower == "party")
        parties.insert(tokens_[mention.tokens.begin].lower);
    }
    if (parties.empty()) return;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const TokenRange range = document_.sentences[s].tokens;
      for (std::uint32_t i = range.begin; i + 2 < range.end; ++i) {
        if (!capital(i) || !parties.contains(tokens_[i].lower)) continue;
        const bool person = capital(i + 1) && capital(i + 2);  // "Green NAME NAME"
        if (!person && !kSeats.contains(tokens_[i + 1].lower)) continue;
        const auto covers = [&](const Mention& mention) {
          return mention.tokens.begin <= i && i < mention.tokens.end;
        };
        const auto name =
            std::find_if(document_.mentions.begin(), document_.mentions.end(), covers);
        if (name != document_.mentions.end() && person && name->tokens == TokenRange{i, i + 3} &&
            (name->type.empty() || name->type == "person") &&
            words_.forenames.contains(fold(tokens_[i + 1].lower))) {
          make_person(*name, {i + 1, i + 3}, "party");
        } else if (!kSeats.contains(tokens_[i + 1].lower) ||
                   (name != document_.mentions.end() && !name->type.empty())) {
          continue;
        } else if (name != document_.mentions.end()) {
          document_.mentions.erase(name);
        }
        Mention party;
        party.sentence = s;
        party.type = "party";
        party.how = "post";
        set_name(party, {i, i + 1});
        document_.mentions.push_back(std::move(party));
      }
    }
  }

  // "Roman Catholic Pope": what a post is of by its adjective is no body.
  void adjective_before_post(Mention& name) const {
    const std::uint32_t end = name.tokens.end;
    const auto all = static_cast<std::uint32_t>(tokens_.size());
    if (name.type != "organization" || !name.known.empty() || end >= all ||
        !words_.role_modifiers.contains(tokens_[end - 1].lower))
      return;
    const auto post = words_.roles.find(tokens_, end, all);
    if (post && *post->value == "religious") name.type.clear();
  }

  // "her husband NAME", "his widow, NAME,": also with one name.
  void name_spouses() {
    static const std::unordered_set<std::string_view> kSpouse = {"wife", "husband", "widow",
                                                                 "widower", "spouse"};
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const TokenRange range = document_.sentences[s].tokens;
      for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
        const std::string& whose = tokens_[i - 1].lower;
        if (!kSpouse.contains(tokens_[i].lower) || (whose != "his" && whose != "her")) continue;
        const bool comma = tokens_[i + 1].lower == ",";
        const std::uint32_t begin = comma ? i + 2 : i + 1;
        if (begin + 1 >= range.end || !capital(begin) || words_.is_common(tokens_[begin].lower) ||
            (comma && tokens_[begin + 1].lower != ","))
          continue;
        const auto name = std::find_if(
            document_.mentions.begin(), document_.mentions.end(), [&](const Mention& mention) {
              return mention.tokens.begin <= begin && begin < mention.tokens.end;
            });
        if (name != document_.mentions.end()) {
          const bool told = name->type.empty() || name->type == "person";
          if (told && name->tokens.begin == begin && name->tokens.size() == 1)
            make_person(*name, name->tokens, "kin");
          continue;
        }
        std::uint32_t end = begin + 1;
        while (end < range.end && capital(end)) ++end;
        Mention person;
        person.sentence = s;
        make_person(person, {begin, end}, "kin");
        document_.mentions.push_back(std::move(person));
      }
    }
  }

  // "chief executive of ACME", "ACME chairman NAME"
  void body_of_post(std::size_t m) {
    Mention& name = document_.mentions[m];
    const bool unsure = name.type.empty() ||
                        (name.type == "person" && name.how == kGuessed && name.tokens.size() == 1);
    if (!unsure || !capital(name.tokens.begin)) return;
    const std::uint32_t floor = begin_of_sentence(name);
    const std::uint32_t at = name.tokens.begin;
    const bool of = at > floor + 1 &&
                    (tokens_[at - 1].lower == "of" || tokens_[at - 1].lower == "at") &&
                    body_post_ends(at - 1, floor);
    const auto end = static_cast<std::uint32_t>(tokens_.size());
    const auto post = words_.roles.find(tokens_, name.tokens.end, end);
    const std::uint32_t behind =
        name.tokens.end + (post ? static_cast<std::uint32_t>(post->length) : 0);
    const bool before =
        post && kBodyPosts.contains(tokens_[behind - 1].lower) && person_begins(behind);
    if (!of && !before) return;
    name.type = "organization";
    name.how = "post";
  }

  // "NAME, Gender Policy Council Director,": the post is no part of the body's name.
  void post_behind_body(std::size_t m) {
    Mention& name = document_.mentions[m];
    const TokenRange all = name.tokens;
    if (name.type == "person" || all.size() < 3 || all.begin < begin_of_sentence(name) + 2 ||
        tokens_[all.begin - 1].lower != "," || m == 0 ||
        document_.mentions[m - 1].type != "person" ||
        document_.mentions[m - 1].tokens.end != all.begin - 1 || all.end >= tokens_.size() ||
        tokens_[all.end].tag != Tag::Punct)
      return;
    for (std::uint32_t post = all.begin + 2; post < all.end; ++post) {
      const auto role = words_.roles.find(tokens_, post, all.end);
      if (!role || post + role->length != all.end ||
          !kBodyPosts.contains(tokens_[all.end - 1].lower))
        continue;
      set_name(name, {all.begin, post});
      name.type = "organization";
      name.how = "post";
      return;
    }
  }

  bool capital(std::uint32_t i) const { return is_capital(document_, tokens_[i]); }

  bool body_post_ends(std::uint32_t end, std::uint32_t floor) const {
    for (std::uint32_t begin = end; begin > floor && end - begin < kLongestPost;) {
      --begin;
      const auto role = words_.roles.find(tokens_, begin, end);
      if (role && begin + role->length == end) return kBodyPosts.contains(tokens_[end - 1].lower);
    }
    return false;
  }

  bool person_begins(std::uint32_t i) const {
    return i < tokens_.size() && starts_[i] >= 0 &&
           document_.mentions[static_cast<std::size_t>(starts_[i])].type == "person";
  }

  Document& document_;
  const Words& words_;
  const std::vector<Token>& tokens_;
  std::vector<std::int32_t> starts_;  // mention that begins at a token
  std::vector<std::int32_t> ends_;    // mention that ends before a token
};

}  // namespace

void repair_names(Document& document, const Words& words) { Repair(document, words).repair(); }

}  // namespace entente
