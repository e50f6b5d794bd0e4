#include "extract/name_keys.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "extract/names.h"

namespace entente {
namespace {

bool is_ordinal(const std::string& word) {
  return word.size() > 2 && word[0] >= '0' && word[0] <= '9' &&
         (word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") ||
          word.ends_with("rd"));
}

// "Democratic Party" = "Democratic", "Houthis" = "Houthi": what says only that it is a body.
void drop_form(std::set<std::string>& key) {
  for (const char* word : {"party", "corporation", "company"}) {
    if (key.size() > 1) key.erase(word);
  }
  if (key.size() != 1) return;
  const std::string& only = *key.begin();
  if (only.size() > 4 && only.ends_with('s') && !only.ends_with("ss"))
    key = {only.substr(0, only.size() - 1)};
}

class KeyReader {
 public:
  KeyReader(const Document& document, const Acronyms& acronyms)
      : document_(document), mentions_(document.mentions), acronyms_(acronyms) {}

  // Content words of a name, with countries as ids and acronyms spelled out.
  void read(const Mention& mention, NameKey& key, int depth) const {
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if (word.empty() || is_empty_word(word)) continue;
      if (mention.how == kDescribed && document_.tokens[i].tag != Tag::Noun) continue;
      if (i > mention.tokens.begin && document_.tokens[i - 1].lower == "(")
        continue;  // an acronym in brackets
      const std::optional<std::size_t> inner = country_inside(mention, i);
      if (inner) {
        key.owner.insert(mentions_[*inner].known);
        i = mentions_[*inner].tokens.end - 1;
        continue;
      }
      if (const auto body = body_inside(mention, i)) {
        key.words.insert(mentions_[*body].known);
        i = mentions_[*body].tokens.end - 1;
        continue;
      }
      const auto acronym = acronyms_.find(word);
      if (acronym != acronyms_.end() && looks_acronym(token_text(i)) && depth < 2 &&
          mention.tokens.size() > 1) {
        const Mention& full = mentions_[acronym->second];
        if (is_known_body(full)) {
          key.words.insert(full.known);
        } else {
          read(full, key, depth + 1);
        }
        continue;
      }
      if (is_ordinal(word) && mention.type != "event") {
        if (depth == 0) key.ordinal = word;
        continue;
      }
      key.words.insert(word);
    }
    if (depth == 0 && key.owner.empty()) {  // "Vietnam's National Assembly"
      const std::uint32_t begin = mention.tokens.begin;
      constexpr std::uint32_t kLongestOwner = 40;  // tokens
      for (std::size_t m = mention_from(document_, begin - std::min(begin, kLongestOwner));
           m < mentions_.size() && mentions_[m].tokens.begin < begin; ++m) {
        const Mention& before = mentions_[m];
        if (!before.known.starts_with("country:")) continue;
        if (before.tokens.end + 1 == begin && document_.tokens[begin - 1].lower == "'s")
          key.owner.insert(before.known);
      }
    }
  }

 private:
  std::string_view token_text(std::uint32_t i) const {
    return text_of(document_, document_.tokens[i]);
  }

  std::optional<std::size_t> country_inside(const Mention& mention, std::uint32_t at) const {
    for (std::size_t m = mention_from(document_, at);
         m < mentions_.size() && mentions_[m].tokens.begin == at; ++m) {
      const Mention& inner = mentions_[m];
      if (inner.nested && inner.tokens.end <= mention.tokens.end &&
          inner.known.starts_with("country:"))
        return m;
    }
    return std::nullopt;
  }

  // "AU" of "AU Commission", "African Union" of "African Union Commission".
  std::optional<std::size_t> body_inside(const Mention& mention, std::uint32_t at) const {
    for (std::size_t m = mention_from(document_, at);
         m < mentions_.size() && mentions_[m].tokens.begin == at; ++m) {
      const Mention& inner = mentions_[m];
      if (inner.nested && inner.tokens.end <= mention.tokens.end &&
          has_more_than(mention, inner.tokens) && is_known_body(inner))
        return m;
    }
    return std::nullopt;
  }

  static bool is_known_body(const Mention& mention) {
    return mention.known.starts_with("organization:") || mention.known.starts_with("party:");
  }

  bool has_more_than(const Mention& mention, TokenRange part) const {
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if ((i < part.begin || i >= part.end) && !word.empty() && !is_empty_word(word)) return true;
    }
    return false;
  }

  const Document& document_;
  const std::vector<Mention>& mentions_;
  const Acronyms& acronyms_;
};

}  // namespace

NameKey full_key(const Document& document, const Acronyms& acronyms, const Mention& mention) {
  NameKey key;
  KeyReader(document, acronyms).read(mention, key, 0);
  return key;
}

NameKey key_of(const Document& document, const Acronyms& acronyms, const Mention& mention) {
  NameKey key = full_key(document, acronyms, mention);
  drop_form(key.words);
  if (key.words.empty()) key.words.swap(key.owner);
  return key;
}

}  // namespace entente
