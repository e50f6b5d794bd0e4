#include "extract/role_extent.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kDeterminers = {"the",   "a",    "an",   "his", "her",   "its",
                              "their", "this", "both", "two", "three", "all"};
const Strings kDefinite = {"the", "his", "her", "its", "their", "this", "both", "two", "all"};
// Of a state, where its adjective stands before them: "commander of the Kenyan army".
const Strings kServices = {"army",       "navy", "military",   "police", "forces",
                           "delegation", "side", "parliament", "senate", "judiciary"};
// Before a post of one time: ", previously the governor of X".
const Strings kOnce = {"then", "previously", "formerly", "currently", "now"};
const Strings kSettlements = {"city",     "town",        "village",  "port",    "state",
                              "province", "region",      "district", "county",  "republic",
                              "kingdom",  "territory",   "canton",   "borough", "emirate",
                              "island",   "municipality"};
const Strings kPrivate = {"business", "media", "academic", "other"};
const Strings kGovernmentWords = {"government", "state", "republic", "people"};

class RoleExtent {
 public:
  RoleExtent(const Document& document, const Words& words, const RoleNames& names)
      : document_(document), tokens_(document.tokens), words_(words), names_(names) {}

  void grow_left(Role& role) const {
    std::uint32_t left = role.title.begin;
    const std::uint32_t floor =
        document_.roles.empty() || document_.roles.back().tokens.begin < names_.range.begin
            ? names_.range.begin
            : std::max(names_.range.begin, document_.roles.back().tokens.end);
    while (left > floor && !names_.inside[left - 1] && modifier(left - 1)) --left;
    // "mines and energy minister"
    while (!role.plural && left > floor + 1 && left < role.title.begin &&
           tokens_[left - 1].lower == "and" && words_.portfolios.contains(tokens_[left].lower) &&
           words_.portfolios.contains(tokens_[left - 2].lower) && !names_.inside[left - 2])
      left -= 2;
    // "the party's 2020 presidential nominee"
    if (left > floor + 1 && role.kind == "party" && tokens_[left - 1].tag == Tag::Num &&
        text_of(document_, tokens_[left - 1]).size() == 4 && tokens_[left - 2].lower == "'s")
      --left;
    if (left > floor && left < role.title.begin && tokens_[left - 1].tag == Tag::Adv) --left;
    role.title.begin = left;
    bool owned = false;
    for (;;) {
      if (left > floor && names_.owner_type(names_.ends[left]) &&
          names_.mention(names_.ends[left]).tokens.begin >= floor) {
        own(role, names_.ends[left]);
        owned = true;
        left = names_.mention(names_.ends[left]).tokens.begin;
      } else if (left > floor + 1 &&
                 (tokens_[left - 1].lower == "'s" || tokens_[left - 1].lower == "'") &&
                 names_.owner_type(names_.ends[left - 1]) &&
                 names_.mention(names_.ends[left - 1]).tokens.begin >= floor) {
        own(role, names_.ends[left - 1]);
        owned = true;
        role.definite = true;
        left = names_.mention(names_.ends[left - 1]).tokens.begin;
      } else if (left > floor + 3 && tokens_[left - 1].lower == ")" &&
                 tokens_[left - 3].lower == "(" && names_.owner_type(names_.ends[left - 3])) {
        left -= 3;  // "Communist Party of Vietnam (CPV) General Secretary"
      } else if (const std::uint32_t open = before_brackets(left); open > floor) {
        left = open;  // "Asamblea Verde (Green Assembly) president NAME"
      } else if (left > floor && !names_.inside[left - 1] &&
                 words_.role_modifiers.contains(tokens_[left - 1].lower) && owned) {
        --left;
      } else {
        break;
      }
    }
    while (left > floor && kDeterminers.contains(tokens_[left - 1].lower)) {
      role.definite = role.definite || kDefinite.contains(tokens_[left - 1].lower);
      --left;
    }
    // "NAME, then the president of X"
    if (left > floor + 1 && kOnce.contains(tokens_[left - 1].lower) &&
        tokens_[left - 2].lower == ",")
      --left;
    if (left > floor + 1 && role.owners.empty() && tokens_[left - 1].lower == "whose") {
      const std::uint32_t end = tokens_[left - 2].lower == "," ? left - 2 : left - 1;
      if (names_.owner_type(
              names_.ends[end])) {  // "the Commission, whose secretary-general, NAME, said"
        own(role, names_.ends[end]);
        role.definite = true;
        --left;
      }
    }
    role.tokens.begin = left;
  }

  void grow_right(Role& role) const {
    role.title.end = past_more_portfolios(role.title.end);
    std::uint32_t end = role.title.end;
    bool owned = false;
    while (end + 1 < names_.range.end) {
      const std::string& joint = tokens_[end].lower;
      if (joint == "responsible" && tokens_[end + 1].lower == "for") {
        ++end;  // "minister responsible for foreign affairs"
        continue;
      }
      if (joint == "to") {  // "ambassador to Kenya": whose ambassador is not said here
        const std::uint32_t behind = behind_to(end);
        if (behind == end) break;
        end = behind;
        continue;
      }
      const bool from = joint == "from" && role.kind == "legislator";  // "senator from Ohio"
      const bool with = joint == "with" && kPrivate.contains(role.kind) && works_with(end + 1);
      const std::int32_t inner = names_.starts[past_articles(end + 1)];
      const bool body = inner >= 0 && names_.mention(inner).type == "organization";
      const bool in = joint == "in" && (owned || (body && role.kind == "minister"));
      if (!names_.joins_owner(end) && !from && !with && !in) break;
      const std::uint32_t settled = past_settlement(end + 1);
      const std::string& post = tokens_[role.title.end - 1].lower;
      const bool minister = role.kind == "minister" || post == "minister" || post == "secretary";
      const std::uint32_t affairs = owned || !minister ? end : affairs_end(end + 1);
      if (const std::uint32_t portfolio =
              owned || settled > end + 1 ? end : std::max(affairs, portfolio_end(end + 1));
          portfolio > end) {
        end = portfolio;
        role.title.end = end;
        continue;
      }
      if (const std::uint32_t matter = joint == "for" ? past_matter(end + 1) : end; matter > end) {
        end = matter;
        break;
      }
      if (joint == "for" && role.kind == "legislator" && names_.starts[end + 1] < 0) {
        while (end + 1 < names_.range.end && tokens_[end + 1].tag == Tag::Propn) ++end;
        ++end;  // "member of parliament for a town"
        break;
      }
      const std::uint32_t next = past_articles(settled);
      if (next >= names_.range.end || names_.starts[next] < 0 ||
          !names_.owner_type(names_.starts[next]))
        break;
      const std::int32_t m = names_.starts[next];
      const std::uint32_t after = names_.mention(m).tokens.end;
      // "advisor for U.S. President NAME", but "Emir of Qatar Sheikh NAME"
      const auto next_post = words_.roles.find(tokens_, after, names_.range.end);
      const bool rank = next_post && joint == "of" && *next_post->value == "royal";
      if (names_.mention(m).type == "country" && next_post && !rank) break;
      const bool abroad = names_.mention(m).type == "country" && role.kind == "diplomat" && !owned;
      const bool settlement = settled > end + 1;  // "attorney for the city of Vienna"
      if (joint == "for" && !settlement && (names_.mention(m).type == "place" || abroad)) {
        // "secretary for East Asia", "member of parliament for a town", "special envoy for Yemen"
        end = after;
        break;
      }
      if (after + 1 < names_.range.end && tokens_[after].lower == "'s" &&
          names_.starts[after + 1] >= 0 && names_.owner_type(names_.starts[after + 1])) {
        // "of Vietnam's Communist Party": the party
        role.owners.push_back(static_cast<std::uint32_t>(names_.starts[after + 1]));
        owned = true;
        end = names_.mention(names_.starts[after + 1]).tokens.end;
        continue;
      }
      if (names_.mention(m).demonym &&
          !(after < names_.range.end && (kGovernmentWords.contains(tokens_[after].lower) ||
                                         kServices.contains(tokens_[after].lower))))
        break;
      role.owners.push_back(static_cast<std::uint32_t>(m));
      if (const std::uint32_t part = past_part(after); part > after) {
        end = part;  // "head of the Institute's research department"
        break;
      }
      // "US envoy for Iran" is the United States' post.
      const bool first = !owned && (role.owners.size() == 1 || joint != "for");
      if (first) std::rotate(role.owners.begin(), role.owners.end() - 1, role.owners.end());
      owned = true;
      end = names_.mention(m).demonym ? after + 1 : after;
      if (end + 2 < names_.range.end && tokens_[end].lower == "(" && tokens_[end + 2].lower == ")")
        end += 3;  // "(CPV)"
    }
    role.tokens.end = std::max(role.title.end, end);
  }

  // "Kenya, where NAME is president,"
  void owner_where(Role& role) const {
    const std::uint32_t is = role.tokens.begin - 1;
    if (!role.owners.empty() || role.tokens.begin < names_.range.begin + 5 ||
        (tokens_[is].lower != "is" && tokens_[is].lower != "was") ||
        !names_.names_person(names_.ends[is], 0))
      return;
    const std::uint32_t where = names_.mention(names_.ends[is]).tokens.begin - 1;
    if (where > names_.range.begin + 1 && tokens_[where].lower == "where" &&
        tokens_[where - 1].lower == "," && names_.owner_type(names_.ends[where - 1]) &&
        !names_.mention(names_.ends[where - 1]).demonym)
      role.owners.push_back(static_cast<std::uint32_t>(names_.ends[where - 1]));
  }

 private:
  // Where the brackets open that close before `left`, around one name and behind an owner; 0 =
  // there are none.
  std::uint32_t before_brackets(std::uint32_t left) const {
    if (left < names_.range.begin + 4 || tokens_[left - 1].lower != ")" ||
        names_.ends[left - 1] < 0)
      return 0;
    const std::uint32_t begin = names_.mention(names_.ends[left - 1]).tokens.begin;
    const bool around = begin > names_.range.begin && tokens_[begin - 1].lower == "(";
    return around && names_.owner_type(names_.ends[begin - 1]) ? begin - 1 : 0;
  }

  // The nearest owner counts; but "Kenya's UN ambassador" is Kenya's.
  void own(Role& role, std::int32_t m) const {
    const auto owner = static_cast<std::uint32_t>(m);
    if (role.owners.empty()) {
      role.owners.push_back(owner);
    } else if (role.kind == "diplomat" && names_.mention(m).type == "country" &&
               document_.mentions[role.owners.front()].type != "country") {
      role.owners.front() = owner;
    } else if (names_.mention(m).type == "organization" && role.kind != "regional" &&
               document_.mentions[role.owners.front()].known.starts_with("place:")) {
      role.owners.front() = owner;  // "Security Council Middle East Coordinator"
    }
  }

  bool modifier(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (words_.role_modifiers.contains(token.lower)) {
      // "was dismissed and appointed president" tells what happened, "the appointed president" who
      // he is.
      const bool told = token.tag == Tag::Participle || token.tag == Tag::Past;
      return i == names_.range.begin || !told ||
             !(names_.form_of_be(i - 1) || tokens_[i - 1].lower == "and");
    }
    if (kDeterminers.contains(token.lower) || text_of(document_, token).size() < 3) return false;
    const bool word = token.tag == Tag::Adj || token.tag == Tag::Noun;
    // "recent actions President NAME has taken"
    const bool object = token.tag == Tag::Noun && token.lemma != token.lower &&
                        !is_capital(document_, token) && i + 1 < names_.range.end &&
                        is_capital(document_, tokens_[i + 1]);
    return word && !object && !is_time(i) &&
           token.lower.find_first_of("0123456789") == std::string::npos &&
           i + 1 <= names_.range.end && next_to_title(i);
  }

  // Ordinary adjectives and nouns count only right before the post: "political advisor", "trade
  // minister".
  bool next_to_title(std::uint32_t i) const {
    return i + 1 < names_.range.end &&
           (words_.roles.find(tokens_, i + 1, names_.range.end).has_value());
  }

  bool is_time(std::uint32_t i) const {
    return std::any_of(
        document_.times.begin(), document_.times.end(),
        [&](const TimeMention& time) { return time.tokens.begin <= i && i < time.tokens.end; });
  }

  // One past "and Regional Integration" behind "minister of foreign affairs"; not past "and
  // Defence" of "and Defence Minister NAME".
  std::uint32_t past_more_portfolios(std::uint32_t end) const {
    if (end + 1 >= names_.range.end || tokens_[end].lower != "and" ||
        !words_.portfolios.contains(tokens_[end - 1].lower))
      return end;
    const std::uint32_t more = portfolio_end(end + 1);
    for (std::uint32_t i = end + 1; i <= more && i < names_.range.end; ++i) {
      if (words_.roles.find(tokens_, i, names_.range.end)) return end;
    }
    return std::max(more, end);
  }

  // One past "the dialogue" of "the Kenyan envoy for the dialogue, NAME, said"; 0 = no name
  // follows.
  std::uint32_t past_matter(std::uint32_t begin) const {
    std::uint32_t i = begin;
    while (i < std::min(begin + 5, names_.range.end) && !names_.inside[i] &&
           (tokens_[i].tag == Tag::Noun || tokens_[i].tag == Tag::Adj ||
            kDeterminers.contains(tokens_[i].lower)))
      ++i;
    if (i == begin || i + 1 >= names_.range.end || tokens_[i - 1].tag != Tag::Noun) return 0;
    if (names_.names_person(names_.starts[i], i)) return i;
    const bool apposed = tokens_[i].lower == "," &&
                         names_.names_person(names_.starts[i + 1], i + 1) &&
                         names_.closes(names_.mention(names_.starts[i + 1]).tokens.end);
    return apposed ? i : 0;
  }

  // One past "'s research department" behind a body's name; `i` = it is not there.
  std::uint32_t past_part(std::uint32_t i) const {
    static const Strings kParts = {"department", "division", "office",  "branch",  "unit",
                                   "programme",  "program",  "section", "bureau",  "board",
                                   "team",       "arm",      "wing",    "project", "desk"};
    if (i + 1 >= names_.range.end || tokens_[i].lower != "'s") return i;
    std::uint32_t end = i + 1;
    while (end < names_.range.end && !names_.inside[end] &&
           (tokens_[end].tag == Tag::Noun || tokens_[end].tag == Tag::Adj))
      ++end;
    return end > i + 1 && kParts.contains(tokens_[end - 1].lower) ? end : i;
  }

  // "a researcher with the Institute"
  bool works_with(std::uint32_t i) const {
    if (i < names_.range.end && tokens_[i].lower == "the") ++i;
    return i < names_.range.end && names_.starts[i] >= 0 &&
           names_.mention(names_.starts[i]).type == "organization";
  }

  // Over "the Polish city of", "the state of"; `i` = it is not there.
  std::uint32_t past_settlement(std::uint32_t i) const {
    std::uint32_t k = i;
    while (k < names_.range.end && names_.starts[k] < 0 &&
           (kDeterminers.contains(tokens_[k].lower) || tokens_[k].tag == Tag::Adj))
      ++k;
    if (k > i && k < names_.range.end && names_.starts[k] >= 0 &&
        names_.mention(names_.starts[k]).type == "country")
      k = names_.mention(names_.starts[k]).tokens.end;
    while (k < names_.range.end && names_.starts[k] < 0 && tokens_[k].tag == Tag::Adj) ++k;
    const bool settlement = k > i && k + 2 < names_.range.end && names_.starts[k] < 0 &&
                            kSettlements.contains(tokens_[k].lower) && tokens_[k + 1].lower == "of";
    return settlement ? k + 2 : i;
  }

  // Over "the", "the government of", "the ruling", "the yellow-shirt", "the opposition".
  std::uint32_t past_articles(std::uint32_t i) const {
    const std::uint32_t begin = i;
    while (i < names_.range.end && names_.starts[i] < 0 &&
           (kDeterminers.contains(tokens_[i].lower) || tokens_[i].tag == Tag::Adj ||
            kGovernmentWords.contains(tokens_[i].lower)))
      ++i;
    std::uint32_t end = i;  // nouns that tell what sort of body the next name is
    while (end < std::min(begin + 6, names_.range.end) && names_.starts[end] < 0 &&
           (tokens_[end].tag == Tag::Noun || tokens_[end].tag == Tag::Adj ||
            tokens_[end].lower == "-"))
      ++end;
    const bool body = end < names_.range.end && names_.starts[end] >= 0 &&
                      !names_.mention(names_.starts[end]).demonym &&
                      names_.owner_type(names_.starts[end]) &&
                      names_.mention(names_.starts[end]).type != "country" &&
                      names_.mention(names_.starts[end]).type != "place";
    return body ? end : i;
  }

  // One past "the Interior", "Foreign Affairs and International Cooperation"; `begin` - 1 when what
  // begins there is no portfolio.
  std::uint32_t portfolio_end(std::uint32_t begin) const {
    std::uint32_t end = begin - 1;
    for (std::uint32_t i = begin; i < std::min(begin + 9, names_.range.end); ++i) {
      const Token& token = tokens_[i];
      if (names_.starts[i] >= 0 && !names_.mention(names_.starts[i]).demonym &&
          names_.owner_type(names_.starts[i]) && !words_.portfolios.contains(token.lower))
        break;
      if (names_.starts[i] >= 0 && names_body(names_.mention(names_.starts[i])))
        break;  // "Labour Party"
      if (words_.portfolios.contains(token.lower)) {
        end = i + 1;
        continue;
      }
      const bool goes_on = token.tag == Tag::Adj || token.tag == Tag::Noun ||
                           token.tag == Tag::Propn || token.lower == "and" || token.lower == "," ||
                           token.lower == "the";
      if (!goes_on || names_.names_person(names_.starts[i], i)) break;
    }
    return end;
  }

  // One past "East Asian and Pacific Affairs"; `begin` - 1 when that does not begin there.
  std::uint32_t affairs_end(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i < std::min(begin + 7, names_.range.end); ++i) {
      const Token& token = tokens_[i];
      if (token.lower == "affairs") {
        // "the Taiwan Affairs Office" is a body.
        const bool body = i + 1 < names_.range.end && names_.starts[i + 1] < 0 &&
                          is_capital(document_, tokens_[i + 1]);
        return i > begin && !body ? i + 1 : begin - 1;
      }
      const bool joint = token.lower == "and" || token.lower == "," || token.lower == "the";
      const bool name = is_capital(document_, token) && !names_.names_person(names_.starts[i], i);
      if (!joint && !name) break;
    }
    return begin - 1;
  }

  // "Water Institute", not "Foreign Affairs", which may be taken for a body, too.
  bool names_body(const Mention& name) const {
    std::uint32_t end = name.tokens.begin + 1;  // "Great Council of Kenya"
    while (end < name.tokens.end && tokens_[end].lower != "of") ++end;
    const std::string& last = tokens_[end - 1].lower;
    const HeadWord* head = words_.head(last, HeadWord::Where::Last);
    return name.type == "party" || (name.type == "organization" && name.tokens.size() > 1 &&
                                    !words_.portfolios.contains(last) && head != nullptr &&
                                    head->type == "organization" && !last.ends_with("services"));
  }

  // One past "to Kenya", "to the alliance".
  std::uint32_t behind_to(std::uint32_t to) const {
    const std::uint32_t next = past_articles(to + 1);
    if (next >= names_.range.end) return to;
    if (names_.starts[next] >= 0 && names_.owner_type(names_.starts[next]))
      return names_.mention(names_.starts[next]).tokens.end;
    const bool noun =
        next > to + 1 && (tokens_[next].tag == Tag::Noun || tokens_[next].tag == Tag::Propn);
    return noun ? next + 1 : to;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  const RoleNames& names_;
};

}  // namespace

void grow_role(Role& role, const Document& document, const Words& words, const RoleNames& names) {
  const RoleExtent extent(document, words, names);
  extent.grow_left(role);
  extent.grow_right(role);
  extent.owner_where(role);
}

}  // namespace entente
