#include "extract/listed.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "extract/groups.h"
#include "extract/list_lines.h"
#include "extract/names.h"
#include "extract/syntax.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kPrivate = {"business", "media", "academic", "other"};  // kinds of roles.tsv
const Strings kOwnerTypes = {"country", "organization", "party", "initiative"};
const Strings kDashes = {":", "-", "--", "–", "—", "|"};
const Strings kBeforePost = {",", "and", "&", ";", "(", "-", "--", "–", "—", ":", "|"};
// Posts that the country above the lines has; of a place only some.
const Strings kOfState = {"minister", "diplomat", "legislator", "military",
                          "regional", "security", "judge"};
const Strings kOfPlace = {"regional", "legislator"};
const Strings kGuests = {"participant", "attendee", "delegate", "guest",
                         "signatory",   "speaker",  "panelist", "panellist"};
// "INTERNATIONAL ORGANIZATIONS" above some of the lines
const Strings kManyBodies = {"organizations", "organisations", "agencies",     "ministries",
                             "institutions",  "countries",     "partners",     "companies",
                             "states",        "governments",   "associations", "universities"};
const Strings kPresent = {"attend", "join", "attendance", "present"};

// More than articles have; a hostile text stays bounded.
constexpr std::size_t kMostLists = 50;
constexpr std::size_t kMostLines = 500;

bool is_phrase_of(const Document& document, const Mention& mention) {
  return !mention.nested && mention.type != kGroupType && !mention.demonym &&
         !document.sentences.empty();
}

// The mentions of a sentence that are no parts of others: indices.
std::vector<std::uint32_t> names_in(const Document& document, std::uint32_t sentence) {
  const TokenRange range = document.sentences[sentence].tokens;
  auto m = first_from(document.mentions, range.begin);
  std::vector<std::uint32_t> names;
  for (; m != document.mentions.end() && m->tokens.begin < range.end; ++m) {
    if (is_phrase_of(document, *m))
      names.push_back(static_cast<std::uint32_t>(m - document.mentions.begin()));
  }
  return names;
}

bool is_guests(const Token& token) {
  const std::string& word = token.lower;
  return kGuests.contains(token.lemma) ||
         (word.ends_with('s') && kGuests.contains(word.substr(0, word.size() - 1)));
}

// "From Kenya:", "*Union participants:*", "Kenyan Attendees": says who stands below it.
bool is_title(const Document& document, std::uint32_t sentence) {
  const TokenRange range = document.sentences[sentence].tokens;
  std::uint32_t end = range.end;
  while (end > range.begin + 1 &&
         (document.tokens[end - 1].lower == "*" || document.tokens[end - 1].lower == "**"))
    --end;
  return document.tokens[end - 1].lower == ":" || is_guests(document.tokens[end - 1]);
}

// The only person whom a line names, or the one before its first comma; nullopt = none or several.
std::optional<std::uint32_t> only_person(const Document& document,
                                         const std::vector<std::uint32_t>& names) {
  std::optional<std::uint32_t> person;
  for (const std::uint32_t m : names) {
    const Mention& name = document.mentions[m];
    if (name.type != "person") continue;
    if (person) {
      const TokenRange first = document.mentions[*person].tokens;
      const bool closed =
          document.tokens[first.end].lower == "," &&
          std::none_of(
              document.tokens.begin() + first.end, document.tokens.begin() + name.tokens.begin,
              [](const Token& token) { return token.lower == ";" || token.lower == "and"; });
      return closed && name.how == kGuessed ? person : std::nullopt;
    }
    person = m;
  }
  return person;
}

class ListedPosts {
 public:
  ListedPosts(Document& document, const Words& words)
      : document_(document), words_(words), tokens_(document.tokens) {}

  void read(const ListOfPeople& list) {
    std::optional<std::uint32_t> group = whose(list.heading);  // "Kenya:" above the lines
    for (const std::uint32_t line : list.lines) {
      range_ = document_.sentences[line].tokens;
      names_ = names_in(document_, line);
      const bool title = is_title(document_, line);
      if (!title && read_by_form(line, group)) continue;
      const auto person = title ? std::nullopt : only_person(document_, names_);
      if (!person) {
        if (title) {
          group = opener();
          if (!group) group = whose(line);
        } else if (names_.size() == 1 && owns(names_.front()) &&
                   mention(names_.front()).tokens == range_) {
          group = names_.front();  // "Kenya" above the lines
        }
        continue;
      }
      read_line(*person, opener(), group);
    }
  }

  // Puts the posts that lines have by their form in the place of those found by words alone.
  void finish() {
    if (lines_.empty()) return;
    std::erase_if(document_.roles, [&](const Role& role) {
      const auto line =
          std::upper_bound(lines_.begin(), lines_.end(), role.tokens.begin,
                           [](std::uint32_t at, const TokenRange& one) { return at < one.end; });
      return line != lines_.end() && line->begin <= role.tokens.begin;
    });
    std::move(roles_.begin(), roles_.end(), std::back_inserter(document_.roles));
    std::stable_sort(document_.roles.begin(), document_.roles.end(),
                     [](const Role& a, const Role& b) { return a.tokens.begin < b.tokens.begin; });
  }

 private:
  const Mention& mention(std::uint32_t m) const { return document_.mentions[m]; }
  bool owns(std::uint32_t m) const { return kOwnerTypes.contains(mention(m).type); }
  bool is(std::uint32_t i, const Strings& words) const {
    return i >= range_.begin && i < range_.end && words.contains(tokens_[i].lower);
  }

  // "Kenya" of "Members of the Kenyan delegation:"
  std::optional<std::uint32_t> whose(std::uint32_t heading) const {
    const TokenRange range = document_.sentences[heading].tokens;
    auto at = first_from(document_.mentions, range.begin);
    for (; at != document_.mentions.end() && at->tokens.begin < range.end; ++at) {
      const auto m = static_cast<std::uint32_t>(at - document_.mentions.begin());
      const Mention& name = *at;
      if (name.entity < 0 || name.tokens.end >= range.end ||
          (name.type != "country" && name.type != "place"))
        continue;
      const Token& next = tokens_[name.tokens.end];
      if (next.lemma == "delegation" || is_guests(next)) return m;
    }
    return std::nullopt;
  }

  // "NAME, post and post of the BODY, BODY"
  bool read_by_form(std::uint32_t sentence, std::optional<std::uint32_t> group) {
    const auto line = read_list_line(document_, words_, sentence);
    if (!line || line->posts.empty()) return false;
    const auto person = mention_at(line->person.begin);
    if (!person || mention(*person).type != "person") return false;
    std::optional<std::uint32_t> first;
    if (line->opener.size() > 0) first = mention_at(line->opener.begin);
    const bool post_first = line->posts.front().words.begin < line->person.begin;
    lines_.push_back({post_first ? range_.begin : line->person.end, range_.end});
    for (std::size_t p = 0; p < line->posts.size(); ++p) {
      const LinePost& post = line->posts[p];
      Role role;
      role.tokens = post.words;
      role.title = post.title;
      role.kind = post.kind;
      role.person = static_cast<std::int32_t>(*person);
      const auto words = owner_of(*line, p);
      const auto owner = words ? mention_at(words->begin) : std::nullopt;
      if (owner && (owns(*owner) || mention(*owner).type == "place")) {
        role.owners.push_back(*owner);
      } else if (!words) {
        inherit(role, first, group);
      }
      roles_.push_back(std::move(role));
    }
    return true;
  }

  std::optional<std::uint32_t> mention_at(std::uint32_t token) const {
    for (const std::uint32_t m : names_) {
      if (mention(m).tokens.begin == token) return m;
    }
    return std::nullopt;
  }

  // Whose the post is that does not say so itself: "Kenya: NAME, minister", "From Kenya:".
  void inherit(Role& role, std::optional<std::uint32_t> first,
               std::optional<std::uint32_t> group) const {
    if (first && (mention(*first).type != "country" || !kPrivate.contains(role.kind))) {
      role.owners.push_back(*first);
    } else if (group && passes_on(*group, role)) {
      role.owners.push_back(*group);
      role.inferred = true;  // said above, not in the line
    }
  }

  bool passes_on(std::uint32_t group, const Role& role) const {
    const std::string& type = mention(group).type;
    const bool minister =  // "Secretary of Agriculture", "Deputy Minister"
        type == "country" && std::any_of(tokens_.begin() + role.title.begin,
                                         tokens_.begin() + role.title.end, [](const Token& token) {
                                           return token.lower == "secretary" ||
                                                  token.lower == "minister";
                                         });
    if (minister && tokens_[role.title.begin].lower != "executive" &&
        tokens_[role.title.end - 1].lower != "general")
      return true;
    return (type == "place" ? kOfPlace : kOfState).contains(role.kind) || type == "organization";
  }

  // "Kenya" of "Kenya: NAME", "From Kenya:"
  std::optional<std::uint32_t> opener() const {
    if (names_.empty() || !owns(names_.front())) return std::nullopt;
    const TokenRange name = mention(names_.front()).tokens;
    bool begins = name.begin <= range_.begin + 2;
    for (std::uint32_t i = range_.begin; i < name.begin; ++i)
      begins = begins && (tokens_[i].lower == "the" || tokens_[i].lower == "from" ||
                          tokens_[i].lower == "for");
    return begins && is(name.end, kDashes) ? std::optional(names_.front()) : std::nullopt;
  }

  void read_line(std::uint32_t person, std::optional<std::uint32_t> first,
                 std::optional<std::uint32_t> group) {
    const auto begin = first_from(document_.roles, range_.begin);
    auto end = begin;
    while (end != document_.roles.end() && end->tokens.begin < range_.end) ++end;
    for (auto role = begin; role != end; ++role) {
      if (role->plural) continue;
      if (role->person < 0 && goes_with(*role, mention(person).tokens))
        role->person = static_cast<std::int32_t>(person);
      if (role->person < 0 || !role->owners.empty()) continue;
      if (const auto owner = owner_behind(role->tokens.end)) role->owners.push_back(*owner);
    }
    for (auto role = end; role != begin;) {
      --role;
      if (role->person < 0 || !role->owners.empty()) continue;
      const auto next = role + 1;
      const bool listed = next != end && next->person == role->person && !next->owners.empty() &&
                          next->tokens.begin == role->tokens.end + 1;
      if (listed) {  // "President and CEO, the Institute"
        role->owners = next->owners;
      } else {
        inherit(*role, first, group);
      }
    }
  }

  // "NAME, minister", "minister, NAME"
  bool goes_with(const Role& role, TokenRange name) const {
    if (role.tokens.begin >= name.end) return is(role.tokens.begin - 1, kBeforePost);
    return role.tokens.end < name.begin && is(role.tokens.end, kBeforePost) && !role.owners.empty();
  }

  // ", the Institute", with nothing but a mark behind.
  std::optional<std::uint32_t> owner_behind(std::uint32_t i) const {
    if (!is(i, {","})) return std::nullopt;
    ++i;
    if (i < range_.end && tokens_[i].lower == "the") ++i;
    for (const std::uint32_t m : names_) {
      if (mention(m).tokens.begin != i || !owns(m)) continue;
      const std::uint32_t end = mention(m).tokens.end;
      const bool closed = end >= range_.end || tokens_[end].tag == Tag::Punct;
      return closed ? std::optional(m) : std::nullopt;
    }
    return std::nullopt;
  }

  Document& document_;
  const Words& words_;
  const std::vector<Token>& tokens_;
  TokenRange range_;
  std::vector<std::uint32_t> names_;
  std::vector<TokenRange> lines_;  // read by their form, behind the name; in order
  std::vector<Role> roles_;        // of these
};

// The noun that "following" describes, or "following" itself before a colon.
std::optional<TokenRange> following(const Document& document, TokenRange range) {
  const std::vector<Token>& tokens = document.tokens;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].lower != "following") continue;
    std::uint32_t end = i + 1;
    while (end < range.end && (tokens[end].tag == Tag::Adj || tokens[end].tag == Tag::Noun ||
                               tokens[end].tag == Tag::Propn))
      ++end;
    const bool article = i > range.begin && tokens[i - 1].lower == "the";
    const bool noun =
        end > i + 1 && (tokens[end - 1].tag == Tag::Noun || tokens[end - 1].tag == Tag::Propn);
    const bool alone = end == i + 1 && end < range.end && tokens[end].lower == ":";
    if (noun || (alone && article)) return TokenRange{article ? i - 1 : i, end};
  }
  return std::nullopt;
}

std::vector<std::uint32_t> events_in(const Document& document, std::uint32_t sentence) {
  std::vector<std::uint32_t> events = names_in(document, sentence);
  std::erase_if(events, [&](std::uint32_t m) {
    return document.mentions[m].type != "event" || document.mentions[m].entity < 0;
  });
  return events;
}

bool only_event(const std::vector<LocalEntity>& entities) {
  return std::ranges::count(entities, "event", &LocalEntity::type) == 1;
}

// The event whose name has the token; nullptr = none.
const Mention* event_at(const Document& document, std::uint32_t sentence, std::uint32_t token) {
  for (const std::uint32_t m : names_in(document, sentence)) {
    const Mention& name = document.mentions[m];
    if (name.type == "event" && name.entity >= 0 && name.tokens.begin <= token &&
        token < name.tokens.end)
      return &name;
  }
  return nullptr;
}

// "Participants in the Summit included X and Y."
void add_included(const Document& document, std::uint32_t sentence,
                  std::vector<ListedGuest>& guests) {
  const TokenRange range = document.sentences[sentence].tokens;
  const auto begin = document.tokens.begin();
  const auto says = [&](const auto& word) {
    return std::any_of(begin + range.begin, begin + range.end, word);
  };
  if (!says([](const Token& token) { return kGuests.contains(token.lemma); }) ||
      !says([](const Token& token) { return token.lemma == "include"; }))
    return;
  const Syntax syntax(document, document.sentences[sentence]);
  if (!syntax.parsed()) return;
  for (std::uint32_t verb = range.begin; verb < range.end; ++verb) {
    if (document.tokens[verb].lemma != "include" || !is_verb(document.tokens[verb].tag)) continue;
    const auto subject = syntax.subject(verb);
    if (!subject || !kGuests.contains(document.tokens[*subject].lemma)) continue;
    const Mention* event = nullptr;
    for (const std::uint32_t child : syntax.children(*subject)) {
      if (const Mention* name = event_at(document, sentence, child)) event = name;
    }
    if (event == nullptr) continue;
    for (const std::uint32_t object : syntax.objects(verb)) {
      const auto phrase = std::lower_bound(
          document.phrases.begin(), document.phrases.end(), object,
          [](const Phrase& one, std::uint32_t at) { return one.tokens.end <= at; });
      if (phrase == document.phrases.end() || phrase->tokens.begin > object) continue;
      for (const Member& guest : phrase->members)
        guests.push_back({sentence, sentence, guest.head, event->tokens, event->entity, guest});
    }
  }
}

}  // namespace

std::vector<ListOfPeople> find_lists(const Document& document) {
  std::vector<ListOfPeople> lists;
  const auto kind = [&](std::size_t s) {
    return document.blocks[document.sentences[s].block].kind;
  };
  for (std::uint32_t s = 1; s < document.sentences.size(); ++s) {
    if (kind(s) != BlockKind::Item) continue;
    if (kind(s - 1) == BlockKind::Body) {
      if (lists.size() == kMostLists) break;
      lists.push_back({s - 1, {}});
    }
    if (!lists.empty() && lists.back().lines.size() < kMostLines) lists.back().lines.push_back(s);
  }
  return lists;
}

void find_listed_posts(Document& document, const Words& words) {
  ListedPosts posts(document, words);
  for (const ListOfPeople& list : find_lists(document)) posts.read(list);
  posts.finish();
}

std::vector<Member> listed_members(const Document& document,
                                   const std::vector<LocalEntity>& entities,
                                   const ListOfPeople& list) {
  std::vector<Member> members;
  for (const std::uint32_t line : list.lines) {
    const TokenRange range = document.sentences[line].tokens;
    if (is_title(document, line)) continue;
    const std::vector<std::uint32_t> names = names_in(document, line);
    std::optional<std::uint32_t> who = only_person(document, names);
    if (!who && names.size() == 1) {
      const Mention& name = document.mentions[names.front()];
      std::uint32_t end = range.end;
      while (end > name.tokens.end && document.tokens[end - 1].tag == Tag::Punct) --end;
      if (name.tokens.begin <= range.begin + 1 && name.tokens.end == end &&
          kOwnerTypes.contains(name.type) &&
          !kManyBodies.contains(document.tokens[name.tokens.end - 1].lower))
        who = names.front();
    }
    if (!who || document.mentions[*who].entity < 0) continue;
    const Mention& name = document.mentions[*who];
    if (entities[static_cast<std::size_t>(name.entity)].type == "initiative") continue;
    members.push_back({name.entity, name.tokens, {}});
  }
  return members;
}

void find_followers(Document& document, const std::vector<LocalEntity>& entities) {
  for (const ListOfPeople& list : find_lists(document)) {
    const auto words = following(document, document.sentences[list.heading].tokens);
    if (!words) continue;
    Phrase phrase{.tokens = *words, .members = listed_members(document, entities, list)};
    if (phrase.members.empty()) continue;
    for (Member& member : phrase.members) {
      member.links.push_back({span_of(document, *words), span_of(document, member.head), "list"});
      member.head = *words;
    }
    const auto overlaps = [&](const Phrase& other) {
      return other.tokens.begin < words->end && words->begin < other.tokens.end;
    };
    std::erase_if(document.phrases, overlaps);
    const auto at = first_from(document.phrases, words->begin);
    document.phrases.insert(at, std::move(phrase));
  }
}

std::vector<ListedOfBody> find_listed_of_bodies(const Document& document) {
  std::vector<ListedOfBody> found;
  for (const ListOfPeople& list : find_lists(document)) {
    for (const std::uint32_t line : list.lines) {
      const std::vector<std::uint32_t> names = names_in(document, line);
      if (names.size() != 2) continue;
      const Mention& person = document.mentions[names[0]];
      const Mention& body = document.mentions[names[1]];
      std::uint32_t i = person.tokens.end;
      if (person.type != "person" || document.tokens[i].lower != ",") continue;
      ++i;
      if (document.tokens[i].lower == "the") ++i;
      std::uint32_t end = document.sentences[line].tokens.end;
      while (end > body.tokens.end && document.tokens[end - 1].tag == Tag::Punct) --end;
      if (body.tokens.begin == i && body.tokens.end == end &&
          (body.type == "organization" || body.type == "party"))
        found.push_back({names[0], names[1]});
    }
  }
  return found;
}

std::vector<ListedGuest> find_listed_guests(const Document& document,
                                            const std::vector<LocalEntity>& entities) {
  std::vector<ListedGuest> guests;
  const std::vector<Token>& tokens = document.tokens;
  for (const ListOfPeople& list : find_lists(document)) {
    const TokenRange range = document.sentences[list.heading].tokens;
    if (following(document, range)) continue;  // its verb says what they did
    std::optional<std::uint32_t> word;
    for (std::uint32_t i = range.begin; i < range.end && !word; ++i) {
      if (kGuests.contains(tokens[i].lemma) || kPresent.contains(tokens[i].lemma)) word = i;
    }
    std::vector<std::uint32_t> events = events_in(document, list.heading);
    const bool bare = events.empty() && list.heading > 0 && only_event(entities);
    if (bare) events = events_in(document, list.heading - 1);
    if (!word || events.size() != 1) continue;
    for (Member& guest : listed_members(document, entities, list)) {
      const Mention& name = document.mentions[events.front()];
      guests.push_back({sentence_of(document, guest.head.begin),
                        list.heading,
                        {*word, *word + 1},
                        name.tokens,
                        name.entity,
                        guest});
    }
  }
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) add_included(document, s, guests);
  return guests;
}

}  // namespace entente
