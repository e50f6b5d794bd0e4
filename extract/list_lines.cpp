#include "extract/list_lines.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/groups.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kDashes = {"-", "--", "–", "—", "|"};
const Strings kJoints = {"and", "&"};
const Strings kPrepositions = {"of", "for", "to", "at", "in", "on", "from", "with", "under"};
// Behind a comma they belong to the name.
const Strings kSuffixes = {"jr",    "jr.", "sr",    "sr.",  "ii",   "iii",  "iv",  "j.d.",
                           "jd",    "phd", "ph.d.", "ph.d", "m.d.", "md",   "esq", "esq.",
                           "m.p.h", "mph", "mba",   "rn",   "r.n.", "d.d.", "mp",  "m.p."};
const Strings kParticles = {"bin", "ibn", "al",  "el",  "de", "da", "dos", "das", "do",   "del",
                            "van", "von", "der", "den", "du", "di", "la",  "le",  "bint", "y"};
const Strings kSmall = {"of", "for", "the", "and", "&",  "@",  "/",  "on", "in",
                        "at", "to",  "'s",  "'",   "de", "la", "du", "-",  "with"};
// Behind the noun of a post.
const Strings kBehindPost = {"pro",     "tempore", "tem", "emeritus",
                             "emerita", "a.i.",    "ad",  "interim"};
// Before a post they belong to it: "Senior Bureau Official" is of no "Senior Bureau".
const Strings kRanks = {"deputy",  "senior",  "acting",    "former",    "assistant",
                        "vice",    "chief",   "principal", "associate", "first",
                        "interim", "special", "lt",        "lt.",       "lieutenant"};
const Strings kKin = {"wife",   "husband", "spouse", "son",   "daughter", "brother",
                      "sister", "mother",  "father", "widow", "parent"};
// They do not hold the post yet.
const Strings kNotYet = {"nominee", "candidate", "appointee", "designate", "contender"};
const Strings kOwnerTypes = {"country", "organization", "party", "initiative", "place"};
const Strings kPrivate = {"business", "media", "academic", "other", "spokesperson"};
// Of a state or a part of one: what has no word for a body behind them may be more of the post.
const Strings kOfState = {"minister", "legislator", "regional", "judge", "royal", "military"};
const Strings kParts = {"state", "city", "county", "province"};  // "Kenya County Comptroller"
constexpr std::uint32_t kLongestName = 6;                        // tokens
constexpr std::uint32_t kLongestOpener = 6;
constexpr std::uint32_t kLongestPlace = 4;

class LineReader {
 public:
  LineReader(const Document& document, const Words& words, TokenRange range)
      : document_(document), words_(words), tokens_(document.tokens), range_(range) {
    while (range_.end > range_.begin && ends_line(range_.end - 1)) --range_.end;
  }

  std::optional<ListLine> read() {
    std::uint32_t i = past_opener();
    i = past_titles(i);
    const std::uint32_t end = name_end(i);
    line_.person = {i, end};
    const std::uint32_t mark = past_marks(end);
    if (mark >= range_.end || !names_person(line_.person)) return std::nullopt;
    if (!cut(mark)) return std::nullopt;
    if (parts_.empty() || !read_parts()) return std::nullopt;
    decide_owners();
    return std::move(line_);
  }

  // "Kenya Trade Council Director NAME", "Linz Mayor NAME", "President NAME, Kenya"
  std::optional<ListLine> read_post_first() {
    std::uint32_t begin = range_.begin;
    if (lower(begin) == "the") ++begin;
    std::uint32_t post = begin;
    std::optional<Head> head;
    std::uint32_t end = post;
    for (; post < range_.end && !head; ++post) {
      if (lower(post) == ",") return std::nullopt;
      const auto role = words_.roles.find(tokens_, post, range_.end);
      end = post + (role ? role->length : 1);
      head = head_of({post, end});
    }
    if (!head) return std::nullopt;
    --post;
    while (post > begin && kRanks.contains(lower(post - 1))) --post;
    const std::uint32_t name = past_titles(end);
    line_.person = {name, name_end(name)};
    if (name >= range_.end || !surely_person(line_.person)) return std::nullopt;
    LinePost found{.words = {begin, end}, .title = {post, end}, .kind = head->kind, .owner = {}};
    if (post == begin) {  // "Minister NAME, Kenya"
      line_.posts.push_back(std::move(found));
      return owner_behind() ? std::optional(std::move(line_)) : std::nullopt;
    }
    if (line_.person.end < range_.end) return std::nullopt;
    found.owner = {begin, post};
    for (std::uint32_t i = begin; i < post; ++i) {
      if (!capital(i) && !kSmall.contains(lower(i))) return std::nullopt;
    }
    if (!may_own(found)) return std::nullopt;
    line_.posts.push_back(std::move(found));
    return std::move(line_);
  }

 private:
  struct Open {  // a post whose complement may be a body or a field
    std::size_t post;
    TokenRange complement;
  };

  const std::string& lower(std::uint32_t i) const { return tokens_[i].lower; }
  bool ends_line(std::uint32_t i) const {
    return lower(i) == "." || lower(i) == "," || lower(i) == ";";
  }
  bool capital(std::uint32_t i) const { return is_capital(document_, tokens_[i]); }
  bool in_capitals(std::uint32_t i) const {
    const std::string_view form = text_of(document_, tokens_[i]);
    return form.size() > 1 && std::none_of(form.begin(), form.end(), [](char c) {
             return is_lower(static_cast<unsigned char>(c));
           });
  }
  bool dash(std::uint32_t i) const {
    return kDashes.contains(lower(i)) && i > range_.begin && i + 1 < range_.end &&
           tokens_[i - 1].span.end < tokens_[i].span.begin &&
           tokens_[i].span.end < tokens_[i + 1].span.begin;
  }

  // Past what makes words bold: "**NAME**,".
  std::uint32_t past_marks(std::uint32_t i) const {
    while (i < range_.end && is_mark(i)) ++i;
    return i;
  }
  bool is_mark(std::uint32_t i) const {
    return lower(i).find_first_not_of("*_") == std::string::npos;
  }

  // The mention of a body, country or place that begins at `i`; nullptr = none.
  const Mention* owner_at(std::uint32_t i) const {
    auto m = first_from(document_.mentions, i);
    for (; m != document_.mentions.end() && m->tokens.begin == i; ++m) {
      if (!m->nested && kOwnerTypes.contains(m->type)) return &*m;
    }
    return nullptr;
  }
  // The same, also inside another name, of those that are known: "Kenya" of "Kenya State".
  template <typename Fits>
  const Mention* known_at(std::uint32_t i, const Fits& fits) const {
    auto m = first_from(document_.mentions, i);
    for (; m != document_.mentions.end() && m->tokens.begin == i; ++m) {
      if (listed(*m) && fits(*m)) return &*m;
    }
    return nullptr;
  }
  const Mention* land_at(std::uint32_t i) const { return known_at(i, land); }
  const Mention* body_at(std::uint32_t i) const {
    return known_at(i, [](const Mention& m) { return kOwnerTypes.contains(m.type) && !land(m); });
  }
  // The same of one that may have begun just before: "Republic of Kenya" at "Kenya".
  const Mention* owner_over(std::uint32_t i) const {
    const Mention* m = owner_at(i);
    for (std::uint32_t k = 1; m == nullptr && k <= 3 && i >= range_.begin + k; ++k) {
      m = owner_at(i - k);
      if (m != nullptr && m->tokens.end <= i) m = nullptr;
    }
    return m;
  }
  const Mention* owner_of_all(TokenRange range) const {
    const Mention* m = owner_at(range.begin);
    return m != nullptr && m->tokens == range ? m : nullptr;
  }
  static bool listed(const Mention& mention) {
    return !mention.known.empty() || mention.how == "gazetteer";
  }
  static bool land(const Mention& mention) {
    return mention.type == "country" || mention.type == "place";
  }

  // Has it a word for a body: "council", "office"?
  bool names_body(TokenRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (!capital(i)) continue;
      const HeadWord* word = words_.head(
          lower(i), i + 1 == range.end ? HeadWord::Where::Last : HeadWord::Where::First);
      if (word != nullptr &&
          (word->type == "organization" || word->type == "party" || word->type == "initiative"))
        return true;
    }
    return false;
  }

  // Past "Kenya:".
  std::uint32_t past_opener() {
    const std::uint32_t last = std::min(range_.begin + kLongestOpener, range_.end);
    for (std::uint32_t i = range_.begin; i < last; ++i) {
      if (lower(i) == ",") break;
      if (lower(i) != ":") continue;
      std::uint32_t begin = past_marks(range_.begin);
      if (lower(begin) == "the") ++begin;
      std::uint32_t end = i;
      while (end > begin && is_mark(end - 1)) --end;
      if (owner_of_all({begin, end}) == nullptr) break;
      line_.opener = {begin, end};
      return past_marks(i + 1);
    }
    return range_.begin;
  }

  // Past "The Honorable", "Dr."; not past a forename that is a title elsewhere ("Don").
  std::uint32_t past_titles(std::uint32_t i) const {
    i = past_marks(i);
    const std::uint32_t last = name_end(i);
    for (;;) {
      const std::uint32_t begin = i;
      if (i < range_.end && (lower(i) == "the" || lower(i) == "t.h.")) ++i;
      if (const auto title = words_.titles.find(tokens_, i, last)) i += title->length;
      if (i > begin && i < last && lower(i) == ".") ++i;
      if (i == begin || i + 2 > last) return begin;
    }
  }

  std::uint32_t name_end(std::uint32_t i) const {
    while (i < range_.end && lower(i) != "," && lower(i) != "(" && lower(i) != ":" && !dash(i) &&
           !is_mark(i))
      ++i;
    return i;
  }

  bool names_person(TokenRange name) const {
    if (name.size() < 2 || name.size() > kLongestName || !capital(name.begin)) return false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (!capital(i) && !kParticles.contains(lower(i))) return false;
      if (i > name.begin && in_capitals(i) && !in_capitals(name.begin) && lower(i).size() > 4)
        return false;
    }
    const bool forename = words_.forenames.contains(fold(lower(name.begin)));
    if (forename) return true;
    const bool post = words_.roles.find(tokens_, name.begin, name.end).has_value();
    const Mention* other = owner_at(name.begin);
    return !post && !names_body(name) && (other == nullptr || !listed(*other));
  }

  // "Kenya" of "Minister NAME, Kenya", "OPEC" of "Director NAME, OPEC"; a rank goes with anybody.
  bool owner_behind() {
    static const Strings kRanked = {"military", "religious", "royal", "academic"};
    static const Strings kOfBodies = {"business", "leader", "international"};
    const std::string& kind = line_.posts.front().kind;
    if (line_.person.end >= range_.end || !cut(line_.person.end) || parts_.size() != 1 ||
        begins_post(parts_.front().begin, parts_.front().end) || !read_body(parts_.front()) ||
        line_.bodies.size() != 1 || kRanked.contains(kind))
      return false;
    const Mention* m = owner_of_all(line_.bodies.front());
    return (m != nullptr && land(*m)) || kOfBodies.contains(kind);
  }

  bool surely_person(TokenRange name) const {
    if (!names_person(name)) return false;
    const auto m = first_from(document_.mentions, name.begin);
    const bool found = m != document_.mentions.end() && m->tokens == name && m->type == "person";
    return found || words_.forenames.contains(fold(lower(name.begin)));
  }

  // May what stands before the post be whose it is?
  bool may_own(LinePost& post) const {
    const HeadWord* last = words_.head(lower(post.owner->end - 1), HeadWord::Where::Last);
    const bool settled = last != nullptr && last->type == "place";  // "Linz County"
    const Mention* m = owner_of_all(*post.owner);
    post.place = (settled || post.kind == "regional") && !names_body(*post.owner);
    if (m != nullptr) return listed(*m) || names_body(*post.owner) || post.place;
    return names_body(*post.owner) || post.place;
  }

  // Cuts what stands behind the name into parts at commas; false = brackets or marks that no such
  // line has.
  bool cut(std::uint32_t i) {
    const bool bracket = lower(i) == "(";
    if (lower(i) == ":") return false;
    std::uint32_t begin = i + 1;
    std::uint32_t end = range_.end;
    if (bracket) {
      while (end > begin && lower(end - 1) != ")") --end;
      if (end != range_.end || end == begin) return false;
      --end;
    }
    for (std::uint32_t k = begin; k <= end; ++k) {
      const bool mark = k == end || lower(k) == "," || lower(k) == ";" || dash(k);
      if (k < end && lower(k) == "(") {  // "(CPV)", "(MD)"
        if (begin < k) parts_.push_back({begin, k});
        while (k < end && lower(k) != ")") ++k;
        if (k >= end) return false;
        begin = k + 1;
        if (begin < end && lower(begin) != "," && lower(begin) != ";") return false;
        continue;
      }
      if (!mark) {
        if (lower(k) == ":" || lower(k) == ")") return false;
        continue;
      }
      if (begin < k) parts_.push_back({begin, k});
      begin = k + 1;
    }
    std::erase_if(parts_, [&](TokenRange part) { return aside(part); });
    return join_enumerations();
  }

  // "Jr.", "a.i.", "ad interim"
  bool aside(TokenRange part) const {
    const bool suffix = part.size() == 1 && kSuffixes.contains(lower(part.begin));
    bool small = true;
    for (std::uint32_t i = part.begin; i < part.end; ++i) small = small && !capital(i);
    return suffix || (small && !kJoints.contains(lower(part.begin)));
  }

  // "the Bureau of Democracy, Human Rights, and Labor" is one part; "President, Chairman, and CEO"
  // are three.
  bool join_enumerations() {
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      if (!kJoints.contains(lower(parts_[p].begin)) || parts_[p].size() < 2) continue;
      if (begins_post(parts_[p].begin + 1, parts_[p].end)) {
        ++parts_[p].begin;
        continue;
      }
      std::size_t first = p;
      while (first > 0 && !holds_list(parts_[first])) --first;
      if (!holds_list(parts_[first])) return false;
      parts_[first].end = parts_[p].end;
      parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                   parts_.begin() + static_cast<std::ptrdiff_t>(p) + 1);
      p = first;
    }
    return true;
  }

  // "Director of the Bureau of Democracy", "Department of Trade": more may follow.
  bool holds_list(TokenRange part) const {
    for (std::uint32_t i = part.begin + 1; i < part.end; ++i) {
      if (kPrepositions.contains(lower(i))) return true;
    }
    return false;
  }

  // One past the nouns that begin at `i`: before "of", "and".
  std::uint32_t nouns_end(std::uint32_t i, std::uint32_t end) const {
    while (i < end) {
      if (const auto role = words_.roles.find(tokens_, i, end)) {
        i += role->length;
      } else if (kPrepositions.contains(lower(i)) || kJoints.contains(lower(i))) {
        break;
      } else {
        ++i;
      }
    }
    return i;
  }

  struct Head {
    std::uint32_t begin = 0;  // of the words of roles.tsv
    std::string kind;
  };

  // The post that the nouns end in; nullopt = they name none of one person.
  std::optional<Head> head_of(TokenRange nouns) const {
    std::uint32_t end = nouns.end;
    while (end > nouns.begin && kBehindPost.contains(lower(end - 1))) --end;
    for (std::uint32_t i = nouns.begin; i < end; ++i) {
      const auto role = words_.roles.find(tokens_, i, end);
      if (!role || i + role->length != end) continue;
      if (role->value->back() == Words::kPlural || kKin.contains(lower(end - 1)) ||
          kNotYet.contains(lower(end - 1)) || !capital(i))
        return std::nullopt;
      // "Chief Risk Officer": of a company
      const bool office = end - i == 1 && lower(i) == "officer" && i > nouns.begin;
      return Head{i, office ? "business" : *role->value};
    }
    if (end == nouns.begin || !capital(end - 1)) return std::nullopt;
    if (lower(end - 1) == "assistant")
      return Head{end - 1, "other"};                   // "Assistant to the President"
    const std::string& last = tokens_[end - 1].lower;  // "Secretary-Treasurer"
    const std::size_t hyphen = last.rfind('-');
    if (hyphen == std::string::npos) return std::nullopt;
    Token part;
    part.lower = last.substr(hyphen + 1);
    const auto role = words_.roles.find({part}, 0, 1);
    if (!role || role->value->back() == Words::kPlural) return std::nullopt;
    return Head{end - 1, *role->value};
  }

  bool begins_post(std::uint32_t i, std::uint32_t end) const {
    return head_of({i, nouns_end(i, end)}).has_value();
  }

  bool read_parts() {
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      const TokenRange part = parts_[p];
      if (begins_post(part.begin, part.end)) {
        if (!line_.bodies.empty()) return false;
        if (!read_posts(part)) return false;
      } else if (!read_body(part)) {
        return false;
      }
    }
    return !line_.posts.empty() || parts_.size() == 1;
  }

  // "Chairman and CEO of the Institute"
  bool read_posts(TokenRange part) {
    std::uint32_t begin = part.begin;
    while (begin < part.end) {
      const std::uint32_t nouns = nouns_end(begin, part.end);
      const auto head = head_of({begin, nouns});
      // "Director and Innovation": one post, or a post and what? Not "director of research and
      // ...".
      if (!head || (nouns < part.end && kJoints.contains(lower(nouns)) &&
                    !begins_post(nouns + 1, part.end) && !holds_list({head->begin, nouns})))
        return false;
      std::uint32_t end = nouns;
      while (end < part.end && !(kJoints.contains(lower(end)) && begins_post(end + 1, part.end)))
        ++end;
      add_post({begin, end}, nouns, *head);
      begin = end + 1;
    }
    return true;
  }

  void add_post(TokenRange words, std::uint32_t nouns, const Head& head) {
    LinePost post{.words = words, .title = words, .kind = head.kind, .owner = {}};
    if (const auto owner = owner_before(words.begin, head.begin, nouns)) {
      post.owner = owner;
      post.title.begin = owner->end;
      if (lower(post.title.begin) == "'s") ++post.title.begin;
      const bool part =
          kParts.contains(lower(post.title.begin)) || kParts.contains(lower(owner->end - 1));
      if (part && kPrivate.contains(post.kind)) post.kind = "regional";
    } else if (const auto land = land_before(words.begin, head.begin)) {
      post.owner = land;
      post.title.begin = land->end;
      post.place = true;
      if (kPrivate.contains(post.kind)) post.kind = "regional";
    }
    const std::string_view preposition = nouns < words.end ? lower(nouns) : std::string_view();
    if (preposition == "to") {
      post.assists = true;
    } else if (kPrepositions.contains(preposition) && nouns + 1 < words.end && !post.owner) {
      open_.push_back({line_.posts.size(), {nouns, words.end}});
    }
    line_.posts.push_back(std::move(post));
  }

  // "Kenya" of "Kenya State Senator", "Danube Council" of "Danube Council Director". `head`: where
  // the words for the post begin.
  std::optional<TokenRange> owner_before(std::uint32_t begin, std::uint32_t head,
                                         std::uint32_t nouns) const {
    if (begin >= head || kRanks.contains(lower(begin))) return std::nullopt;
    for (std::uint32_t end = head; end > begin + 1; --end) {
      const HeadWord* word = words_.head(lower(end - 1), HeadWord::Where::Last);
      if (capital(end - 1) && word != nullptr && word->type == "organization" &&
          !kParts.contains(lower(end - 1)))
        return TokenRange{begin, end};
    }
    const Mention* m = owner_at(begin);
    if (m == nullptr || (land(*m) && !listed(*m))) m = land_at(begin);
    if (m == nullptr) return std::nullopt;
    // "Kenya House" of "Kenya House Majority Leader"
    const bool house = m->tokens.end > head && m->tokens.end < nouns && names_body(m->tokens) &&
                       head_of({m->tokens.end, nouns});
    return house || (m->tokens.end <= head && listed(*m)) ? std::optional(m->tokens) : std::nullopt;
  }

  // "Linz" of "Linz State Senator", also where no list knows it
  std::optional<TokenRange> land_before(std::uint32_t begin, std::uint32_t head) const {
    for (std::uint32_t i = begin; i <= head && i < begin + kLongestPlace; ++i) {
      if (i > begin && kParts.contains(lower(i)) && capital(i)) return TokenRange{begin, i};
      if (!capital(i) || kRanks.contains(lower(i)) || words_.role_modifiers.contains(lower(i)) ||
          words_.portfolios.contains(lower(i)))
        break;
    }
    return std::nullopt;
  }

  bool read_body(TokenRange part) {
    std::uint32_t begin = part.begin;
    if (lower(begin) == "the" && part.size() > 1) ++begin;
    const TokenRange body{begin, part.end};
    if (!capital(begin)) return false;
    for (std::uint32_t i = begin; i < body.end; ++i) {
      const char32_t first = decode_at(text_of(document_, tokens_[i]), 0).value;
      if (!capital(i) && !kSmall.contains(lower(i)) && !is_digit(first)) return false;
    }
    const Mention* known = owner_of_all(body);
    if (known != nullptr && land(*known)) {
      // "Minister of Trade, Kenya"; behind a body it is where that is
      const bool post = line_.bodies.empty() && !line_.posts.empty() &&
                        !kPrivate.contains(line_.posts.back().kind);
      if (post) line_.bodies.push_back(body);
      return true;
    }
    const bool sure = (known != nullptr && listed(*known)) || names_body(body);
    const bool office =  // "Minister of Trade, Water and Industry"
        !line_.posts.empty() && line_.posts.back().kind == "minister" &&
        words_.portfolios.contains(lower(body.end - 1)) &&
        words_.head(lower(begin), HeadWord::Where::First) == nullptr;
    if ((!sure || office) && more_of_field(body)) return true;
    if (known == nullptr && !sure) {
      const bool plain = body.size() == 1 && !in_capitals(begin) && words_.is_common(lower(begin));
      if (plain) return false;
      if (line_.posts.empty()) {
        if (body.size() == 1 && !in_capitals(begin)) return false;
        line_.doubtful = true;
        line_.bodies.push_back(body);
        return true;
      }
      if (kOfState.contains(line_.posts.back().kind) && !in_capitals(begin)) return false;
      if (two_bodies(body)) return true;
    }
    line_.bodies.push_back(body);
    return true;
  }

  // "Danube Water and OTWU", where one of them is known by itself
  bool two_bodies(TokenRange part) {
    for (std::uint32_t i = part.begin + 1; i + 1 < part.end; ++i) {
      if (!kJoints.contains(lower(i))) continue;
      const TokenRange left{part.begin, i};
      const TokenRange right{i + 1, part.end};
      const auto known = [&](TokenRange side) {
        const Mention* m = body_at(side.begin);
        return m != nullptr && m->tokens == side;
      };
      if (!known(left) && !known(right)) continue;
      line_.bodies.push_back(left);
      line_.bodies.push_back(right);
      return true;
    }
    return false;
  }

  // "Innovation and Growth" of "Director of Research, Innovation and Growth"
  bool more_of_field(TokenRange part) const {
    if (open_.empty() || open_.back().post + 1 != line_.posts.size()) return false;
    return std::any_of(tokens_.begin() + part.begin, tokens_.begin() + part.end,
                       [](const Token& token) { return kJoints.contains(token.lower); });
  }

  // Is what stands behind "of", "at" or "for" whose the post is, or what it is about?
  void decide_owners() {
    for (const Open& open : open_) {
      LinePost& post = line_.posts[open.post];
      const auto owner = owner_in(open.complement, post);
      if (!owner || owner->begin <= post.title.begin) continue;
      post.owner = owner;
      post.title.end = owner->begin;
      while (
          post.title.end > post.title.begin &&
          (lower(post.title.end - 1) == "the" || kPrepositions.contains(lower(post.title.end - 1))))
        --post.title.end;
    }
  }

  // `complement` begins with its preposition.
  std::optional<TokenRange> owner_in(TokenRange complement, const LinePost& post) const {
    for (std::uint32_t i = complement.begin; i + 1 < complement.end; ++i) {
      const std::string_view preposition = lower(i);
      if (preposition != "of" && preposition != "at" && preposition != "for" &&
          preposition != "with")
        continue;
      const bool first = i == complement.begin;
      const bool article = lower(i + 1) == "the";
      const TokenRange rest{article ? i + 2 : i + 1, complement.end};
      if (rest.begin >= rest.end || !capital(rest.begin)) continue;
      const bool portfolio =  // "Secretary of Commerce", which may be known as a body
          post.kind == "minister" &&
          std::all_of(tokens_.begin() + rest.begin, tokens_.begin() + rest.end,
                      [&](const Token& token) { return words_.portfolios.contains(token.lower); });
      if (portfolio) continue;
      const Mention* m = owner_over(rest.begin);
      const bool whole =
          m != nullptr &&
          (m->tokens.end == rest.end ||
           (m->tokens.end < rest.end && kPrepositions.contains(lower(m->tokens.end))));
      const bool known = whole && listed(*m);
      if (known && land(*m)) {
        if (preposition != "of" || kPrivate.contains(post.kind)) continue;
        return m->tokens;
      }
      if (known) return m->tokens;
      const bool body = names_body({rest.begin, nouns_end(rest.begin, rest.end)});
      const bool alone = line_.bodies.empty();
      if (preposition == "at" || preposition == "with" ||
          (body && (article || alone) && !(kOfState.contains(post.kind) && !article)) ||
          (!first && body) ||
          (first && preposition == "of" && whole && alone && !land(*m) && m->how != "post"))
        return body || !whole ? rest : m->tokens;
    }
    return std::nullopt;
  }

  const Document& document_;
  const Words& words_;
  const std::vector<Token>& tokens_;
  TokenRange range_;
  ListLine line_;
  std::vector<TokenRange> parts_;  // behind the name
  std::vector<Open> open_;
};

}  // namespace

std::optional<ListLine> read_list_line(const Document& document, const Words& words,
                                       std::uint32_t sentence) {
  const TokenRange range = document.sentences[sentence].tokens;
  auto line = LineReader(document, words, range).read_post_first();
  return line ? line : LineReader(document, words, range).read();
}

std::optional<TokenRange> owner_of(const ListLine& line, std::size_t post) {
  const LinePost& asked = line.posts[post];
  if (asked.owner) return asked.owner;
  if (!line.bodies.empty()) {
    if (!asked.assists) return line.bodies.front();
    // "Assistant to the President and Director for Trade, Trade Council, The White House"
    const bool taken = std::ranges::any_of(
        line.posts, [](const LinePost& one) { return !one.owner && !one.assists; });
    if (!taken || line.bodies.size() > 1) return line.bodies.back();
    return std::nullopt;
  }
  if (asked.assists || asked.title != asked.words || post + 1 == line.posts.size())
    return std::nullopt;
  // "President and CEO of the Institute"
  const LinePost& next = line.posts[post + 1];
  const bool joined = asked.words.end + 1 == next.words.begin;
  return joined && next.title.begin == next.words.begin ? next.owner : std::nullopt;
}

}  // namespace entente
