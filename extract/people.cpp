#include "extract/people.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/names.h"

namespace entente {
namespace {

std::vector<std::string> split_words(const std::string& name) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  const std::string folded = fold(name);
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

class PeopleFinder {
 public:
  PeopleFinder(Document& document, const Words& words, EntityDrafts& drafts)
      : document_(document), mentions_(document.mentions), words_(words), drafts_(drafts) {}

  void find() {
    full_names();
    short_names();
  }

 private:
  // Longest names first, so that short ones find them.
  void full_names() {
    std::vector<std::size_t> order;
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      if (mentions_[m].type == "person") order.push_back(m);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return split_words(mentions_[a].name).size() > split_words(mentions_[b].name).size();
    });
    for (const std::size_t m : order) {
      const std::vector<std::string> words = split_words(mentions_[m].name);
      if (words.size() < 2) continue;
      if (const auto person = person_called(words, m)) {
        drafts_.assign(m, *person);
      } else {
        drafts_.assign(m, new_person(words, true));
      }
    }
  }

  // One word, of any type that is only a guess.
  void short_names() {
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      Mention& mention = mentions_[m];
      const bool guess =
          mention.type == "person" || mention.type.empty() ||
          ((mention.how == "preposition" || mention.how == "weak" || mention.how == "acronym") &&
           mention.known.empty());
      if (!guess || mention.tokens.size() != 1 || mention.nested) continue;
      const std::vector<std::string> words = split_words(mention.name);
      if (words.empty()) continue;
      if (const std::string reign = reign_before(mention);
          !reign.empty() && mention.type == "person") {
        drafts_.assign(m, monarch(reign, mention));
        continue;
      }
      auto person = person_called(words, m);
      if (!person && !ambiguous_ && mention.how == kGuessed) person = called_by_forename(words[0]);
      if (person) {
        if (mention.entity >= 0 && mention.entity != static_cast<std::int32_t>(*person))
          drafts_.unassign(m);
        if (mention.type != "person") mention.how = "short name";
        mention.type = "person";
        drafts_.assign(m, *person);
        meant_[words] = *person;
      } else if (mention.type == "person" && !ambiguous_) {
        const bool firm = mention.how == "title" || mention.how == "post" || mention.how == "kin";
        drafts_.assign(m, new_person(words, firm));
      } else if (ambiguous_) {
        mention.type.clear();
      }
    }
  }

  // "King" of "King NAME", "Pope" of "Pope NAME": with one name it is a name of its own, not short
  // for "NAME bin NAME".
  std::string reign_before(const Mention& mention) const {
    if (mention.tokens.begin == 0) return "";
    const auto post =
        words_.roles.find(document_.tokens, mention.tokens.begin - 1, mention.tokens.begin);
    if (!post || (*post->value != "royal" && *post->value != "religious")) return "";
    return std::string(text_of(document_, document_.tokens[mention.tokens.begin - 1]));
  }

  // Who is called "Sheikh NAME bin NAME" in full, where "Sheikh NAME" stands. Names of several
  // words have their person before.
  std::optional<std::size_t> monarch_in_full(const std::string& reign, const Mention& mention) {
    if (!monarchs_) {
      monarchs_.emplace();
      for (const Mention& full : mentions_) {
        if (full.type != "person" || full.entity < 0 || full.tokens.size() < 2) continue;
        if (const std::string title = reign_before(full); !title.empty())
          (*monarchs_)[title + ' ' + document_.tokens[full.tokens.begin].lower].insert(
              static_cast<std::size_t>(full.entity));
      }
    }
    const auto found = monarchs_->find(reign + ' ' + document_.tokens[mention.tokens.begin].lower);
    if (found == monarchs_->end() || found->second.size() != 1) return std::nullopt;
    return *found->second.begin();
  }

  std::size_t monarch(const std::string& reign, Mention& mention) {
    if (const auto full = monarch_in_full(reign, mention)) return *full;
    mention.name = reign + ' ' + mention.name;
    const std::vector<std::string> words = split_words(mention.name);
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].words == words) return d;
    }
    return new_person(words, true);
  }

  std::size_t new_person(const std::vector<std::string>& words, bool firm) {
    EntityDraft draft;
    draft.type = "person";
    draft.words = words;
    draft.firm = firm;
    return drafts_.add(std::move(draft));
  }

  // The one person of the article whom these words can call. Sets ambiguous_ when there are
  // several.
  std::optional<std::size_t> person_called(const std::vector<std::string>& words, std::size_t at) {
    ambiguous_ = false;
    std::vector<std::size_t> fits;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].type != "person" || drafts_[d].words.empty()) continue;
      if (drafts_[d].words == words) {
        if (words.size() > 1) return d;
        fits.push_back(d);
      } else if (can_call(words, drafts_[d].words)) {
        fits.push_back(d);
      }
    }
    if (fits.size() == 1) return fits.front();
    if (fits.size() > 1) {
      // A short name goes on meaning the person whom it meant before.
      const auto before = meant_.find(words);
      if (before != meant_.end() &&
          std::find(fits.begin(), fits.end(), before->second) != fits.end())
        return before->second;
      if (const auto first = introduced_before(fits, at)) return first;
      ambiguous_ = true;
    }
    return std::nullopt;
  }

  // "Isaias" without a title, where one person of the article has that given name.
  std::optional<std::size_t> called_by_forename(const std::string& word) const {
    std::optional<std::size_t> found;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].type != "person" || drafts_[d].words.empty() ||
          drafts_[d].words.front() != word)
        continue;
      if (found) return std::nullopt;
      found = d;
    }
    return found;
  }

  // Of several people of one short name the only one who was named in full before it.
  std::optional<std::size_t> introduced_before(const std::vector<std::size_t>& fits,
                                               std::size_t at) {
    std::set<std::size_t> before;
    for (const std::size_t draft : fits) {
      if (drafts_[draft].first < at) before.insert(draft);
    }
    if (before.size() != 1) return std::nullopt;
    return *before.begin();
  }

  // Do `part` and `full` name the same person? "trong" and "nguyen phu trong"; "joe r biden" and
  // "joe biden"; not two people of one family.
  bool can_call(const std::vector<std::string>& part, const std::vector<std::string>& full) const {
    if (part.size() >= full.size()) return false;
    if (part.size() == 1) {
      if (part[0].size() < 2) return false;
      // A father's name ("Mohammed bin Salman") does not call the son.
      const std::string& before_last = full[full.size() - 2];
      if (before_last == "bin" || before_last == "ibn" || before_last == "bint")
        return part[0] == full.front();
      if (part[0] == full.back()) return true;
      if (part[0] == full.front())
        return words_.family_first.contains(full.front()) ||
               !words_.forenames.contains(full.front()) || full.size() > 2;
      // Two family names, or a middle one that has become the usual one.
      return full.size() >= 3 &&
             (part[0].size() > 3 || (part[0].size() == 3 && !words_.forenames.contains(part[0]))) &&
             std::find(full.begin() + 1, full.end() - 1, part[0]) != full.end() - 1;
    }
    std::size_t at = 0;  // in order, all of them, first and last included
    for (const std::string& word : full) {
      if (at < part.size() &&
          (word == part[at] ||
           (at == 0 && (word[0] == part[at][0] && (word.size() == 1 || part[at].size() == 1)))))
        ++at;
    }
    return at == part.size() && (part.back() == full.back() || part.front() == full.front());
  }

  const Document& document_;
  std::vector<Mention>& mentions_;
  const Words& words_;
  EntityDrafts& drafts_;
  // People by their title and first name.
  std::optional<std::map<std::string, std::set<std::size_t>>> monarchs_;
  bool ambiguous_ = false;
  std::map<std::vector<std::string>, std::size_t> meant_;  // by a short name: whom it meant last
};

}  // namespace

void find_people(Document& document, const Words& words, EntityDrafts& drafts) {
  PeopleFinder(document, words, drafts).find();
}

}  // namespace entente
