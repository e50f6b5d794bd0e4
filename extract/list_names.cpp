#include "extract/list_names.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "extract/list_lines.h"
#include "extract/listed.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kOwnerTypes = {"country", "organization", "party", "initiative", "place"};

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }
bool holds(TokenRange outer, TokenRange inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

class ListNames {
 public:
  ListNames(Document& document, const Words& words) : document_(document), words_(words) {}

  void mend() {
    for (const ListOfPeople& list : find_lists(document_)) {
      std::vector<std::pair<std::uint32_t, ListLine>> lines;
      for (const std::uint32_t line : list.lines) {
        if (auto read = read_list_line(document_, words_, line))
          lines.emplace_back(line, std::move(*read));
      }
      const bool all = of_bodies(lines, list.lines.size());
      for (const auto& [line, read] : lines) {
        sentence_ = line;
        if (!read.doubtful || all) take(read);
      }
    }
    apply();
  }

 private:
  // A list of nothing but "NAME, BODY", where some are bodies by their words.
  static bool of_bodies(const std::vector<std::pair<std::uint32_t, ListLine>>& lines,
                        std::size_t all) {
    std::size_t sure = 0;
    std::size_t doubtful = 0;
    for (const auto& [line, read] : lines) {
      if (!read.posts.empty() || read.bodies.size() != 1) continue;
      ++(read.doubtful ? doubtful : sure);
    }
    return all >= 4 && (sure + doubtful) * 5 >= all * 4 && sure * 4 >= all;
  }

  void take(const ListLine& line) {
    name(line.person, "person");
    for (std::size_t p = 0; p < line.posts.size(); ++p) {
      const LinePost& post = line.posts[p];
      if (post.owner) name(*post.owner, post.place ? "place" : "organization");
      drop_inside(post);
    }
    for (const TokenRange body : line.bodies) name(body, "organization");
  }

  // Indices of the line's mentions that overlap the words.
  template <typename Each>
  void each_over(TokenRange range, const Each& each) const {
    const TokenRange line = document_.sentences[sentence_].tokens;
    auto m = first_from(document_.mentions, line.begin);
    for (; m != document_.mentions.end() && m->tokens.begin < range.end; ++m) {
      if (overlap(m->tokens, range))
        each(static_cast<std::size_t>(m - document_.mentions.begin()), *m);
    }
  }

  bool fits(const Mention& mention, std::string_view type) const {
    return type == "person" || type == "place" ? mention.type == type
                                               : kOwnerTypes.contains(mention.type);
  }

  // The words are one name of this type, unless they are known as another that fits.
  void name(TokenRange range, std::string_view type) {
    bool there = false;
    each_over(range, [&](std::size_t, const Mention& mention) {
      const bool suffix = type == "person" && holds(mention.tokens, range) &&
                          mention.tokens.begin == range.begin;  // "NAME, Jr."
      there =
          there || (!mention.nested && fits(mention, type) && (mention.tokens == range || suffix));
    });
    if (there) return;
    bool nested = false;  // in a longer name that is none
    each_over(range, [&](std::size_t m, const Mention& mention) {
      if (mention.tokens == range && fits(mention, type)) {
        alone_.push_back(m);
        nested = true;
        return;
      }
      const bool inner = holds(range, mention.tokens) && mention.tokens != range &&
                         mention.how == "gazetteer" && type != "person" &&
                         (mention.tokens.begin == range.begin || word_before(mention) == "of");
      if (inner) {
        nested_.push_back(m);
      } else {
        dropped_.push_back(m);
      }
    });
    if (nested) return;
    Mention mention;
    mention.tokens = range;
    mention.sentence = sentence_;
    mention.type = document_.tokens[range.end - 1].lower == "party" ? "party" : type;
    mention.how = kListed;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = document_.tokens[i];
      const bool glued = i > range.begin && token.span.begin == document_.tokens[i - 1].span.end;
      if (i > range.begin && !glued) mention.name += ' ';
      mention.name += text_of(document_, token);
    }
    added_.push_back(std::move(mention));
  }

  // What the network took for a name in the words of a post: "National Economic" of "National
  // Economic Advisor", "Child Health" of "Director of Child Health".
  void drop_inside(const LinePost& post) {
    each_over(post.words, [&](std::size_t m, const Mention& mention) {
      const bool owner = post.owner && overlap(mention.tokens, *post.owner);
      const bool sure = mention.how == "gazetteer" || !mention.known.empty() ||
                        mention.type == "country" ||
                        (mention.type == "person" && word_before(mention) == "to");
      if (!owner && !sure) dropped_.push_back(m);
    });
  }

  // The word before a name: "Chief of Staff to NAME".
  std::string_view word_before(const Mention& mention) const {
    return mention.tokens.begin == 0 ? std::string_view()
                                     : document_.tokens[mention.tokens.begin - 1].lower;
  }

  void apply() {
    for (const std::size_t m : nested_) document_.mentions[m].nested = true;
    for (const std::size_t m : alone_) document_.mentions[m].nested = false;
    std::sort(dropped_.begin(), dropped_.end());
    std::vector<Mention> kept;
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
      if (!std::binary_search(dropped_.begin(), dropped_.end(), m))
        kept.push_back(std::move(document_.mentions[m]));
    }
    document_.mentions = std::move(kept);
    std::move(added_.begin(), added_.end(), std::back_inserter(document_.mentions));
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                               : a.tokens.end > b.tokens.end;
                     });
  }

  Document& document_;
  const Words& words_;
  std::uint32_t sentence_ = 0;
  std::vector<Mention> added_;
  std::vector<std::size_t> dropped_;  // indices of mentions
  std::vector<std::size_t> nested_;   // now in a longer name
  std::vector<std::size_t> alone_;    // no longer in one
};

}  // namespace

void name_listed(Document& document, const Words& words) { ListNames(document, words).mend(); }

}  // namespace entente
