// A post is a phrase of data/words/roles.tsv, grown to the left over its modifiers, its owner
// ("Chinese", "Vietnam's", "Foreign Ministry") and an article, and to the right over "of", "at",
// "for" and an owner.

#include "extract/roles.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/groups.h"
#include "extract/listed.h"
#include "extract/role_lists.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kOwnerPrepositions = {"of", "at", "for", "under"};
const Strings kDeterminers = {"the",   "a",    "an",   "his", "her",   "its",
                              "their", "this", "both", "two", "three", "all"};
const Strings kDefinite = {"the", "his", "her", "its", "their", "this", "both", "two", "all"};
const Strings kOwnerTypes = {"country", "organization", "party", "place", "initiative", "event"};
const Strings kRanks = {"military", "religious", "royal", "academic"};  // of roles.tsv
// Of a state, where its adjective stands before them: "commander of the Kenyan army".
const Strings kServices = {"army",       "navy", "military",   "police", "forces",
                           "delegation", "side", "parliament", "senate", "judiciary"};
const Strings kForms = {"be", "been", "was", "were", "is", "are", "being"};
// Before a post of one time: ", previously the governor of X".
const Strings kOnce = {"then", "previously", "formerly", "currently", "now"};
const Strings kSettlements = {"city",     "town",        "village",  "port",    "state",
                              "province", "region",      "district", "county",  "republic",
                              "kingdom",  "territory",   "canton",   "borough", "emirate",
                              "island",   "municipality"};
// Bodies that one of their own leads, whatever the state's president is called.
const Strings kLedByOwn = {"court",      "tribunal", "association", "federation",
                           "university", "bank",     "institute",   "club",
                           "society",    "league",   "academy"};
const Strings kLed = {"led", "lead", "headed", "chaired"};
const Strings kNotOfBody = {"head-of-government", "minister", "legislator",
                            "religious",          "royal",    "military"};
const Strings kPrivate = {"business", "media", "academic", "other"};
const Strings kGovernmentWords = {"government", "state", "republic", "people"};

class RoleFinder {
 public:
  RoleFinder(Document& document, const Words& words)
      : document_(document), tokens_(document.tokens), words_(words) {
    starts_.assign(tokens_.size() + 1, -1);
    ends_.assign(tokens_.size() + 1, -1);
    inside_.assign(tokens_.size(), false);
    for (std::size_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      // What could not be told to name anything is words of the post: "Minister of Foreign
      // Affairs".
      if (mention.type.empty() || mention.type == kGroupType ||
          (mention.nested && !in_group(mention)))
        continue;
      starts_[mention.tokens.begin] = static_cast<std::int32_t>(m);
      ends_[mention.tokens.end] = static_cast<std::int32_t>(m);
      for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) inside_[i] = true;
    }
  }

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      range_ = sentence.tokens;
      for (std::uint32_t i = range_.begin; i < range_.end;) {
        const auto match = inside_[i] ? std::nullopt : words_.roles.find(tokens_, i, next_name(i));
        const bool verb = match && match->length == 1 && is_verb(tokens_[i].tag) &&
                          tokens_[i].tag != Tag::Participle &&
                          tokens_[i].lower.find('-') == std::string::npos;  // "president-elect"
        const bool part_of_compound =
            match && match->length == 1 && i + 1 < range_.end && tokens_[i + 1].lower == "-";
        const std::uint32_t after = match ? i + match->length : i;  // "his first official visit"
        const bool modifies = match && after < range_.end && !inside_[after] &&
                              tokens_[after].tag == Tag::Noun &&
                              !words_.roles.find(tokens_, after, range_.end);
        // "deputy health minister" is one post.
        const bool before_post = match && match->length == 1 && after < range_.end &&
                                 words_.role_modifiers.contains(tokens_[i].lower) &&
                                 words_.roles.find(tokens_, after, next_name(after));
        // "CMS" is no plural of "CM".
        const bool acronym = match && match->length == 1 && names_in_capitals(i) &&
                             match->value->back() == Words::kPlural;
        if (!match || verb || part_of_compound || modifies || before_post || acronym) {
          ++i;
          continue;
        }
        Role role;
        role.plural = match->value->back() == Words::kPlural;
        role.kind = match->value->substr(0, match->value->size() - (role.plural ? 1 : 0));
        role.title = {i, i + match->length};
        role.tokens = role.title;
        grow_left(role);
        grow_right(role);
        owner_where(role);
        attach(role);
        i = std::max(role.tokens.end, i + 1);
        document_.roles.push_back(std::move(role));
      }
      attach_lists();
    }
  }

 private:
  // "French" of "French officials" is read as without the group.
  bool in_group(const Mention& name) const {
    return std::any_of(
        document_.mentions.begin(), document_.mentions.end(), [&](const Mention& group) {
          return group.type == kGroupType && group.tokens.begin <= name.tokens.begin &&
                 name.tokens.end <= group.tokens.end;
        });
  }

  // The first token from `i` on that is part of a name: "speaker of the" of "of the House".
  std::uint32_t next_name(std::uint32_t i) const {
    while (i < range_.end && !inside_[i]) ++i;
    return i;
  }

  const Mention& mention(std::int32_t m) const {
    return document_.mentions[static_cast<std::size_t>(m)];
  }
  bool owner_type(std::int32_t m) const { return m >= 0 && kOwnerTypes.contains(mention(m).type); }

  void grow_left(Role& role) const {
    std::uint32_t left = role.title.begin;
    const std::uint32_t floor =
        document_.roles.empty() || document_.roles.back().tokens.begin < range_.begin
            ? range_.begin
            : std::max(range_.begin, document_.roles.back().tokens.end);
    while (left > floor && !inside_[left - 1] && modifier(left - 1)) --left;
    // "mines and energy minister"
    while (!role.plural && left > floor + 1 && left < role.title.begin &&
           tokens_[left - 1].lower == "and" && words_.portfolios.contains(tokens_[left].lower) &&
           words_.portfolios.contains(tokens_[left - 2].lower) && !inside_[left - 2])
      left -= 2;
    // "the party's 2020 presidential nominee"
    if (left > floor + 1 && role.kind == "party" && tokens_[left - 1].tag == Tag::Num &&
        text_of(document_, tokens_[left - 1]).size() == 4 && tokens_[left - 2].lower == "'s")
      --left;
    if (left > floor && left < role.title.begin && tokens_[left - 1].tag == Tag::Adv) --left;
    role.title.begin = left;
    bool owned = false;
    for (;;) {
      if (left > floor && owner_type(ends_[left]) && mention(ends_[left]).tokens.begin >= floor) {
        own(role, ends_[left]);
        owned = true;
        left = mention(ends_[left]).tokens.begin;
      } else if (left > floor + 1 &&
                 (tokens_[left - 1].lower == "'s" || tokens_[left - 1].lower == "'") &&
                 owner_type(ends_[left - 1]) && mention(ends_[left - 1]).tokens.begin >= floor) {
        own(role, ends_[left - 1]);
        owned = true;
        role.definite = true;
        left = mention(ends_[left - 1]).tokens.begin;
      } else if (left > floor + 3 && tokens_[left - 1].lower == ")" &&
                 tokens_[left - 3].lower == "(" && owner_type(ends_[left - 3])) {
        left -= 3;  // "Communist Party of Vietnam (CPV) General Secretary"
      } else if (const std::uint32_t open = before_brackets(left); open > floor) {
        left = open;  // "Asamblea Verde (Green Assembly) president NAME"
      } else if (left > floor && !inside_[left - 1] &&
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
      if (owner_type(ends_[end])) {  // "the Commission, whose secretary-general, NAME, said"
        own(role, ends_[end]);
        role.definite = true;
        --left;
      }
    }
    role.tokens.begin = left;
  }

  // Where the brackets open that close before `left`, around one name and behind an owner; 0 =
  // there are none.
  std::uint32_t before_brackets(std::uint32_t left) const {
    if (left < range_.begin + 4 || tokens_[left - 1].lower != ")" || ends_[left - 1] < 0) return 0;
    const std::uint32_t begin = mention(ends_[left - 1]).tokens.begin;
    const bool around = begin > range_.begin && tokens_[begin - 1].lower == "(";
    return around && owner_type(ends_[begin - 1]) ? begin - 1 : 0;
  }

  // The nearest owner counts; but "Kenya's UN ambassador" is Kenya's.
  void own(Role& role, std::int32_t m) const {
    const auto owner = static_cast<std::uint32_t>(m);
    if (role.owners.empty()) {
      role.owners.push_back(owner);
    } else if (role.kind == "diplomat" && mention(m).type == "country" &&
               document_.mentions[role.owners.front()].type != "country") {
      role.owners.front() = owner;
    } else if (mention(m).type == "organization" && role.kind != "regional" &&
               document_.mentions[role.owners.front()].known.starts_with("place:")) {
      role.owners.front() = owner;  // "Security Council Middle East Coordinator"
    }
  }

  bool modifier(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (words_.role_modifiers.contains(token.lower)) {
      // "was appointed president" tells what happened, "the appointed president" who he is.
      return i == range_.begin || token.tag != Tag::Participle ||
             !kForms.contains(tokens_[i - 1].lower);
    }
    if (kDeterminers.contains(token.lower) || text_of(document_, token).size() < 3) return false;
    const bool word = token.tag == Tag::Adj || token.tag == Tag::Noun;
    // "recent actions President NAME has taken"
    const bool object = token.tag == Tag::Noun && token.lemma != token.lower &&
                        !is_upper(decode_at(text_of(document_, token), 0).value) &&
                        i + 1 < range_.end &&
                        is_upper(decode_at(text_of(document_, tokens_[i + 1]), 0).value);
    return word && !object && !is_time(i) &&
           token.lower.find_first_of("0123456789") == std::string::npos && i + 1 <= range_.end &&
           next_to_title(i);
  }

  // Ordinary adjectives and nouns count only right before the post: "political advisor", "trade
  // minister".
  bool next_to_title(std::uint32_t i) const {
    return i + 1 < range_.end && (words_.roles.find(tokens_, i + 1, range_.end).has_value());
  }

  bool is_time(std::uint32_t i) const {
    return std::any_of(
        document_.times.begin(), document_.times.end(),
        [&](const TimeMention& time) { return time.tokens.begin <= i && i < time.tokens.end; });
  }

  // One past "and Regional Integration" behind "minister of foreign affairs"; not past "and
  // Defence" of "and Defence Minister NAME".
  std::uint32_t past_more_portfolios(std::uint32_t end) const {
    if (end + 1 >= range_.end || tokens_[end].lower != "and" ||
        !words_.portfolios.contains(tokens_[end - 1].lower))
      return end;
    const std::uint32_t more = portfolio_end(end + 1);
    for (std::uint32_t i = end + 1; i <= more && i < range_.end; ++i) {
      if (words_.roles.find(tokens_, i, range_.end)) return end;
    }
    return std::max(more, end);
  }

  void grow_right(Role& role) const {
    role.title.end = past_more_portfolios(role.title.end);
    std::uint32_t end = role.title.end;
    bool owned = false;
    while (end + 1 < range_.end) {
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
      const bool body = starts_[past_articles(end + 1)] >= 0 &&
                        mention(starts_[past_articles(end + 1)]).type == "organization";
      const bool in = joint == "in" && (owned || (body && role.kind == "minister"));
      if (!kOwnerPrepositions.contains(joint) && !from && !with && !in) break;
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
      if (joint == "for" && role.kind == "legislator" && starts_[end + 1] < 0) {
        while (end + 1 < range_.end && tokens_[end + 1].tag == Tag::Propn) ++end;
        ++end;  // "member of parliament for a town"
        break;
      }
      const std::uint32_t next = past_articles(settled);
      if (next >= range_.end || starts_[next] < 0 || !owner_type(starts_[next])) break;
      const std::int32_t m = starts_[next];
      const std::uint32_t after = mention(m).tokens.end;
      // "advisor for U.S. President NAME"
      if (mention(m).type == "country" && after < range_.end &&
          words_.roles.find(tokens_, after, range_.end))
        break;
      const bool abroad = mention(m).type == "country" && role.kind == "diplomat" && !owned;
      const bool settlement = settled > end + 1;  // "attorney for the city of Vienna"
      if (joint == "for" && !settlement && (mention(m).type == "place" || abroad)) {
        // "secretary for East Asia", "member of parliament for a town", "special envoy for Yemen"
        end = after;
        break;
      }
      if (after + 1 < range_.end && tokens_[after].lower == "'s" && starts_[after + 1] >= 0 &&
          owner_type(starts_[after + 1])) {
        // "of Vietnam's Communist Party": the party
        role.owners.push_back(static_cast<std::uint32_t>(starts_[after + 1]));
        owned = true;
        end = mention(starts_[after + 1]).tokens.end;
        continue;
      }
      if (mention(m).demonym &&
          !(after < range_.end && (kGovernmentWords.contains(tokens_[after].lower) ||
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
      end = mention(m).demonym ? after + 1 : after;
      if (end + 2 < range_.end && tokens_[end].lower == "(" && tokens_[end + 2].lower == ")")
        end += 3;  // "(CPV)"
    }
    role.tokens.end = std::max(role.title.end, end);
  }

  // One past "the dialogue" of "the Kenyan envoy for the dialogue, NAME, said"; 0 = no name
  // follows.
  std::uint32_t past_matter(std::uint32_t begin) const {
    std::uint32_t i = begin;
    while (i < std::min(begin + 5, range_.end) && !inside_[i] &&
           (tokens_[i].tag == Tag::Noun || tokens_[i].tag == Tag::Adj ||
            kDeterminers.contains(tokens_[i].lower)))
      ++i;
    if (i == begin || i + 1 >= range_.end || tokens_[i - 1].tag != Tag::Noun) return 0;
    if (names_person(starts_[i], i)) return i;
    const bool apposed = tokens_[i].lower == "," && names_person(starts_[i + 1], i + 1) &&
                         closes(mention(starts_[i + 1]).tokens.end);
    return apposed ? i : 0;
  }

  // "Kenya, where NAME is president,"
  void owner_where(Role& role) const {
    const std::uint32_t is = role.tokens.begin - 1;
    if (!role.owners.empty() || role.tokens.begin < range_.begin + 5 ||
        (tokens_[is].lower != "is" && tokens_[is].lower != "was") || !names_person(ends_[is], 0))
      return;
    const std::uint32_t where = mention(ends_[is]).tokens.begin - 1;
    if (where > range_.begin + 1 && tokens_[where].lower == "where" &&
        tokens_[where - 1].lower == "," && owner_type(ends_[where - 1]) &&
        !mention(ends_[where - 1]).demonym)
      role.owners.push_back(static_cast<std::uint32_t>(ends_[where - 1]));
  }

  // One past "'s research department" behind a body's name; `i` = it is not there.
  std::uint32_t past_part(std::uint32_t i) const {
    static const Strings kParts = {"department", "division", "office",  "branch",  "unit",
                                   "programme",  "program",  "section", "bureau",  "board",
                                   "team",       "arm",      "wing",    "project", "desk"};
    if (i + 1 >= range_.end || tokens_[i].lower != "'s") return i;
    std::uint32_t end = i + 1;
    while (end < range_.end && !inside_[end] &&
           (tokens_[end].tag == Tag::Noun || tokens_[end].tag == Tag::Adj))
      ++end;
    return end > i + 1 && kParts.contains(tokens_[end - 1].lower) ? end : i;
  }

  // "a researcher with the Institute"
  bool works_with(std::uint32_t i) const {
    if (i < range_.end && tokens_[i].lower == "the") ++i;
    return i < range_.end && starts_[i] >= 0 && mention(starts_[i]).type == "organization";
  }

  // Over "the Polish city of", "the state of"; `i` = it is not there.
  std::uint32_t past_settlement(std::uint32_t i) const {
    std::uint32_t k = i;
    while (k < range_.end && starts_[k] < 0 &&
           (kDeterminers.contains(tokens_[k].lower) || tokens_[k].tag == Tag::Adj))
      ++k;
    if (k > i && k < range_.end && starts_[k] >= 0 && mention(starts_[k]).type == "country")
      k = mention(starts_[k]).tokens.end;
    while (k < range_.end && starts_[k] < 0 && tokens_[k].tag == Tag::Adj) ++k;
    const bool settlement = k > i && k + 2 < range_.end && starts_[k] < 0 &&
                            kSettlements.contains(tokens_[k].lower) && tokens_[k + 1].lower == "of";
    return settlement ? k + 2 : i;
  }

  // Over "the", "the government of", "the ruling", "the yellow-shirt", "the opposition".
  std::uint32_t past_articles(std::uint32_t i) const {
    const std::uint32_t begin = i;
    while (i < range_.end && starts_[i] < 0 &&
           (kDeterminers.contains(tokens_[i].lower) || tokens_[i].tag == Tag::Adj ||
            kGovernmentWords.contains(tokens_[i].lower)))
      ++i;
    std::uint32_t end = i;  // nouns that tell what sort of body the next name is
    while (end < std::min(begin + 6, range_.end) && starts_[end] < 0 &&
           (tokens_[end].tag == Tag::Noun || tokens_[end].tag == Tag::Adj ||
            tokens_[end].lower == "-"))
      ++end;
    const bool body = end < range_.end && starts_[end] >= 0 && !mention(starts_[end]).demonym &&
                      owner_type(starts_[end]) && mention(starts_[end]).type != "country" &&
                      mention(starts_[end]).type != "place";
    return body ? end : i;
  }

  // One past "the Interior", "Foreign Affairs and International Cooperation"; `begin` - 1 when what
  // begins there is no portfolio.
  std::uint32_t portfolio_end(std::uint32_t begin) const {
    std::uint32_t end = begin - 1;
    for (std::uint32_t i = begin; i < std::min(begin + 9, range_.end); ++i) {
      const Token& token = tokens_[i];
      if (starts_[i] >= 0 && !mention(starts_[i]).demonym && owner_type(starts_[i]) &&
          !words_.portfolios.contains(token.lower))
        break;
      if (starts_[i] >= 0 && names_body(mention(starts_[i]))) break;  // "Labour Party"
      if (words_.portfolios.contains(token.lower)) {
        end = i + 1;
        continue;
      }
      const bool goes_on = token.tag == Tag::Adj || token.tag == Tag::Noun ||
                           token.tag == Tag::Propn || token.lower == "and" || token.lower == "," ||
                           token.lower == "the";
      if (!goes_on || names_person(starts_[i], i)) break;
    }
    return end;
  }

  // One past "East Asian and Pacific Affairs"; `begin` - 1 when that does not begin there.
  std::uint32_t affairs_end(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i < std::min(begin + 7, range_.end); ++i) {
      const Token& token = tokens_[i];
      if (token.lower == "affairs") {
        // "the Taiwan Affairs Office" is a body.
        const bool body = i + 1 < range_.end && starts_[i + 1] < 0 &&
                          is_upper(decode_at(text_of(document_, tokens_[i + 1]), 0).value);
        return i > begin && !body ? i + 1 : begin - 1;
      }
      const bool joint = token.lower == "and" || token.lower == "," || token.lower == "the";
      const bool name =
          is_upper(decode_at(text_of(document_, token), 0).value) && !names_person(starts_[i], i);
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
    if (next >= range_.end) return to;
    if (starts_[next] >= 0 && owner_type(starts_[next])) return mention(starts_[next]).tokens.end;
    const bool noun =
        next > to + 1 && (tokens_[next].tag == Tag::Noun || tokens_[next].tag == Tag::Propn);
    return noun ? next + 1 : to;
  }

  // "Prime Minister NAME of Singapore"
  void owner_behind_name(Role& role) const {
    const std::uint32_t of = mention(role.person).tokens.end;
    if (!role.owners.empty() || of + 1 >= range_.end || tokens_[of].lower != "of") return;
    const std::uint32_t owner = tokens_[of + 1].lower == "the" ? of + 2 : of + 1;
    if (owner >= range_.end || !owner_type(starts_[owner]) || mention(starts_[owner]).demonym)
      return;
    const std::string& type = mention(starts_[owner]).type;
    if (type == "place" && kPrivate.contains(role.kind)) return;  // where he lives
    // "Opposition leader NAME of the Alliance": where he sits is not said
    if (type == "organization" && role.kind == "legislator") return;
    if (type == "country" || type == "organization" || type == "place")
      role.owners.push_back(static_cast<std::uint32_t>(starts_[owner]));
  }

  // "President NAME" and "NAME, president of X,".
  void attach(Role& role) const {
    if (one_of(role)) {  // "One of Kenya's Vice Presidents, NAME, said"
      const std::int32_t person =
          tokens_[role.tokens.end].lower == "," ? person_at(role.tokens.end + 1) : -1;
      if (person < 0 || !closes(mention(person).tokens.end)) return;
      role.person = person;
      role.plural = false;
      return;
    }
    if (role.plural || assisted(role)) return;
    role.tokens.end = past_posting(role);
    if (const std::int32_t person = person_at(past_acronym(role.tokens.end)); person >= 0) {
      if (command(person)) return;
      role.person = person;
      owner_behind_name(role);
      led_by(role);
      return;
    }
    if (role.tokens.end + 1 < range_.end && tokens_[role.tokens.end].lower == "," &&
        !follows_name(role)) {
      const std::int32_t person = person_at(role.tokens.end + 1);
      const bool closed = person >= 0 && closes(mention(person).tokens.end);
      // "The chairman of X, NAME, said"
      if (closed && (role.definite || !role.owners.empty())) {
        role.person = person;
        return;
      }
    }
    const std::uint32_t begin = role.tokens.begin;
    if (role.tokens.end < range_.end && tokens_[role.tokens.end].lower == "'s")
      return;  // "NAME, the chairman's brother"
    if (follows_name(role)) {
      role.person = ends_[past_also(begin) - 1];
    } else if (const std::int32_t person = name_before_country(begin); person >= 0) {
      role.person = person;
    } else if (begin > range_.begin && tokens_[begin - 1].lower == "(" &&
               names_person(ends_[begin - 1], 0)) {
      role.person = ends_[begin - 1];
    } else if (begin > range_.begin && !document_.roles.empty()) {
      // "NAME, general secretary of X and president of Y"
      const Role& before = document_.roles.back();
      const std::string& joint = tokens_[begin - 1].lower;
      if (before.person >= 0 && before.tokens.end == begin - 1 &&
          (joint == "and" || joint == ",") &&
          mention(before.person).tokens.end <= before.tokens.begin) {
        role.person = before.person;
      }
    }
  }

  // "Deputy Commander NATO General NAME": capitals before another post name no person.
  bool command(std::int32_t person) const {
    const TokenRange name = mention(person).tokens;
    return name.size() == 1 && names_in_capitals(name.begin) && name.end < range_.end &&
           words_.roles.find(tokens_, name.end, range_.end).has_value();
  }

  bool one_of(const Role& role) const {
    const std::uint32_t begin = role.tokens.begin;
    return role.plural && begin > range_.begin + 1 && role.tokens.end + 1 < range_.end &&
           tokens_[begin - 1].lower == "of" && tokens_[begin - 2].lower == "one";
  }

  // "The Supreme Court is led by President NAME": the court's.
  void led_by(Role& role) const {
    std::uint32_t i = role.tokens.begin;
    if (!role.owners.empty() || kNotOfBody.contains(role.kind) || i < range_.begin + 3 ||
        tokens_[i - 1].lower != "by" || !kLed.contains(tokens_[i - 2].lower))
      return;
    i -= 2;
    while (i > range_.begin &&
           (tokens_[i - 1].lower == "," || tokens_[i - 1].lower == "which" ||
            tokens_[i - 1].tag == Tag::Adv || kForms.contains(tokens_[i - 1].lower)))
      --i;
    if (ends_[i] < 0 || mention(ends_[i]).type != "organization") return;
    std::uint32_t begin = mention(ends_[i]).tokens.begin;
    while (begin > range_.begin && tokens_[begin - 1].tag == Tag::Det) --begin;
    const bool inner =  // "a delegation of the Court"
        begin > range_.begin && kOwnerPrepositions.contains(tokens_[begin - 1].lower);
    const bool own =
        std::any_of(tokens_.begin() + mention(ends_[i]).tokens.begin, tokens_.begin() + i,
                    [](const Token& token) { return kLedByOwn.contains(token.lower); });
    if (!inner && (own || role.kind == "judge"))
      role.owners.push_back(static_cast<std::uint32_t>(ends_[i]));
  }

  // "the President" of "Assistant to the President NAME"
  bool assisted(const Role& role) const {
    static const Strings kAssist = {"assistant", "advisor",    "adviser", "counselor",
                                    "aide",      "counsellor", "deputy",  "envoy"};
    const std::uint32_t begin = role.tokens.begin;
    return begin > range_.begin + 1 && tokens_[begin].lower == "the" &&
           tokens_[begin - 1].lower == "to" && kAssist.contains(tokens_[begin - 2].lower);
  }

  // One past "(NSA)".
  std::uint32_t past_acronym(std::uint32_t i) const {
    const bool acronym = i + 2 < range_.end && tokens_[i].lower == "(" &&
                         tokens_[i + 2].lower == ")" && names_in_capitals(i + 1);
    return acronym ? i + 3 : i;
  }

  bool names_in_capitals(std::uint32_t i) const {
    const std::string_view form = text_of(document_, tokens_[i]);
    return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) {
             return is_upper(static_cast<unsigned char>(c));
           });
  }

  // A mark, perhaps behind "of Canada".
  bool closes(std::uint32_t i) const {
    if (i + 1 < range_.end && (tokens_[i].lower == "of" || tokens_[i].lower == "from") &&
        owner_type(starts_[i + 1]))
      i = mention(starts_[i + 1]).tokens.end;
    return i < range_.end && tokens_[i].tag == Tag::Punct;
  }

  // The person whose name begins at `i`, titles before it left out; -1 = none.
  std::int32_t person_at(std::uint32_t i) const {
    // "the Chilean NAME"
    if (i + 1 < range_.end && tokens_[i].lower == "the" && starts_[i + 1] >= 0 &&
        mention(starts_[i + 1]).demonym)
      i = mention(starts_[i + 1]).tokens.end;
    // "the Hon. NAME"
    if (i + 1 < range_.end && tokens_[i].lower == "the") {
      const auto title = words_.titles.find(tokens_, i + 1, range_.end);
      if (title && *title->value == "courtesy") ++i;
    }
    while (i < range_.end && !names_person(starts_[i], i)) {
      const auto title = words_.titles.find(tokens_, i, range_.end);
      const auto rank = words_.roles.find(tokens_, i, range_.end);
      const bool before_name = rank && kRanks.contains(*rank->value);
      if (!title && !before_name) return -1;
      i += title ? title->length : rank->length;
      if (i < range_.end && tokens_[i].lower == ".") ++i;
    }
    return i < range_.end ? starts_[i] : -1;
  }

  // "NAME, president of X,": the post is his, whoever is named next.
  bool follows_name(const Role& role) const {
    const std::uint32_t begin = past_also(role.tokens.begin);
    return begin > range_.begin + 1 && tokens_[begin - 1].lower == "," &&
           names_person(ends_[begin - 1], 0);
  }

  // Where "also vice chairman of X" begins.
  std::uint32_t past_also(std::uint32_t begin) const {
    static const Strings kAdverbs = {"also", "currently", "now", "concurrently"};
    return begin > range_.begin && kAdverbs.contains(tokens_[begin - 1].lower) ? begin - 1 : begin;
  }

  // One past the place in "ambassador in Vienna NAME"; the end of the role where there is none.
  std::uint32_t past_posting(const Role& role) const {
    static const Strings kAt = {"in", "to", "at"};
    const std::uint32_t end = role.tokens.end;
    if (role.kind != "diplomat" || end + 2 >= range_.end || !kAt.contains(tokens_[end].lower) ||
        !owner_type(starts_[end + 1]))
      return end;
    const std::uint32_t past = mention(starts_[end + 1]).tokens.end;
    return person_at(past) >= 0 ? past : end;
  }

  // "President NAME of Kenya (KE), chair of the Union,"; -1 = no such name ends before `begin`.
  std::int32_t name_before_country(std::uint32_t begin) const {
    if (begin < range_.begin + 4 || tokens_[begin - 1].lower != ",") return -1;
    std::uint32_t end = begin - 1;
    if (end > range_.begin + 3 && tokens_[end - 1].lower == ")" && tokens_[end - 3].lower == "(")
      end -= 3;
    if (ends_[end] < 0 || !owner_type(ends_[end]) || mention(ends_[end]).demonym) return -1;
    std::uint32_t of = mention(ends_[end]).tokens.begin;
    while (of > range_.begin && tokens_[of - 1].tag == Tag::Det) --of;
    const bool hers = of > range_.begin + 1 && tokens_[of - 1].lower == "of";
    return hers && names_person(ends_[of - 1], 0) ? ends_[of - 1] : -1;
  }

  bool names_person(std::int32_t m, std::uint32_t begin) const {
    return m >= 0 && mention(m).type == "person" &&
           (begin == 0 || mention(m).tokens.begin == begin);
  }

  // "general secretary of X and president NAME": the first post has the same holder; "NAME, chair
  // and founder of X": the same owner.
  void attach_lists() {
    for (std::size_t r = document_.roles.size(); r-- > 1;) {
      Role& before = document_.roles[r - 1];
      const Role& role = document_.roles[r];
      const bool joined = before.tokens.begin >= range_.begin && !role.definite &&
                          before.tokens.end + 1 == role.tokens.begin &&
                          tokens_[before.tokens.end].lower == "and";
      if (joined && before.owners.empty() && before.person >= 0 && before.person == role.person)
        before.owners = role.owners;
      // "Kenyan Deputy Prime Minister and Defence Minister NAME"
      Role& last = document_.roles[r];
      if (joined && last.owners.empty() && last.kind == "minister" && !before.owners.empty() &&
          mention(static_cast<std::int32_t>(before.owners.front())).type == "country" &&
          before.title.begin >
              mention(static_cast<std::int32_t>(before.owners.front())).tokens.begin &&
          before.person < 0 && last.person >= 0 && !last.plural)
        last.owners = before.owners;
      if (before.tokens.begin < range_.begin || before.person >= 0 || before.plural ||
          role.person < 0)
        continue;
      // "nominated X for president and filmmaker NAME for vice president"
      const bool sought = before.tokens.begin > range_.begin && before.owners.empty() &&
                          tokens_[before.tokens.begin - 1].lower == "for";
      if (mention(role.person).tokens.begin >= role.tokens.end && !sought &&
          before.tokens.end + 1 == role.tokens.begin && tokens_[before.tokens.end].lower == "and" &&
          !role.definite) {
        before.person = role.person;
      }
    }
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const Words& words_;
  std::vector<std::int32_t> starts_;  // mention that begins at a token
  std::vector<std::int32_t> ends_;    // mention that ends before a token
  std::vector<bool> inside_;          // a mention covers the token
  TokenRange range_;
};

}  // namespace

void find_roles(Document& document, const Words& words) {
  document.roles.clear();
  RoleFinder(document, words).find();
  split_role_lists(document, words);
  find_listed_posts(document, words);
}

}  // namespace entente
