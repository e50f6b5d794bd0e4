#include "extract/acronyms.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/utf8.h"

namespace entente {
namespace {

const std::unordered_set<std::string_view> kEmptyWords = {"of",  "the",  "and", "for", "on", "in",
                                                          "s",   "a",    "an",  "to",  "co", "ltd",
                                                          "inc", "corp", "plc", "llc"};

class AcronymFinder {
 public:
  AcronymFinder(Document& document, const Gazetteer& gazetteer)
      : document_(document), mentions_(document.mentions), gazetteer_(gazetteer) {}

  Acronyms find() {
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      const Mention& mention = mentions_[m];
      const std::uint32_t end = mention.tokens.end;
      if (mention.type == "person" || mention.tokens.size() < 2) continue;
      if (end + 2 < document_.tokens.size() && document_.tokens[end].lower == "(" &&
          document_.tokens[end + 2].lower == ")" && looks_acronym(token_text(end + 1)) &&
          (fits(mention, token_text(end + 1)) || foreign_letters(mention, end + 1))) {
        if (mention.type.empty()) take_type_of_acronym(mentions_[m], end + 1);
        acronyms_.emplace(fold(token_text(end + 1)), spelled_by(m, token_text(end + 1)));
        forget_namesake(mentions_[m], end + 1);
      }
      for (std::uint32_t i = mention.tokens.begin + 1; i + 2 < end; ++i) {
        if (document_.tokens[i].lower != "(" || !looks_acronym(token_text(i + 1))) continue;
        const std::size_t inner = nested_before(m, i);
        if (inner != m || fits(mention, token_text(i + 1)))
          acronyms_.emplace(fold(token_text(i + 1)), inner);
      }
    }
    for (const Mention& mention : mentions_) spell(mention);
    return std::move(acronyms_);
  }

 private:
  std::string_view token_text(std::uint32_t i) const {
    return text_of(document_, document_.tokens[i]);
  }

  // The acronym's first letter begins a word of the name.
  bool fits(const Mention& mention, std::string_view acronym) const {
    const std::string letters = fold(acronym);
    std::string name = " " + fold(mention.name);
    return !letters.empty() && name.find(std::string(" ") + letters[0]) != std::string::npos;
  }

  // "Republican Labour Party (CHL)": the letters of the name in its own language. Some are the
  // same, and nothing else is known by them.
  bool foreign_letters(const Mention& mention, std::uint32_t acronym) {
    if (mention.nested || (mention.type != "organization" && mention.type != "party") ||
        (mention.how != mention.type + " word" && mention.how != "gazetteer"))
      return false;
    const std::size_t m = mention_from(document_, acronym);
    if (m >= mentions_.size() || mentions_[m].tokens != TokenRange{acronym, acronym + 1} ||
        !mentions_[m].known.empty() || mentions_[m].type == "person" ||
        mentions_[m].type == "place")
      return false;
    const std::string name = " " + fold(mention.name);
    const std::string letters = fold(token_text(acronym));
    return letters.size() > 2 && std::any_of(letters.begin(), letters.end(), [&](char letter) {
             return name.find(std::string(" ") + letter) != std::string::npos;
           });
  }

  // What is short for it tells what an unknown name is: "World Water Watch (WWW)".
  void take_type_of_acronym(Mention& mention, std::uint32_t acronym) {
    const auto found = std::ranges::find_if(
        mentions_, [&](const Mention& m) { return m.tokens.begin == acronym && !m.nested; });
    const bool told = found != mentions_.end() && !found->type.empty() && found->type != "person";
    mention.type = told ? found->type : "organization";
    mention.how = "acronym";
  }

  // Of the names that end where mention `m` does the one whose first letters are the acronym: "CPC"
  // is the party, not the "20th National Congress of the Communist Party of China"; `m` when none
  // is.
  std::size_t spelled_by(std::size_t m, std::string_view acronym) {
    for (std::size_t inner = 0; inner < mentions_.size(); ++inner) {
      const Mention& mention = mentions_[inner];
      if (mention.tokens.end != mentions_[m].tokens.end ||
          mention.tokens.begin < mentions_[m].tokens.begin)
        continue;
      if (initials_of(mention) == fold(acronym)) return inner;
    }
    return m;
  }

  std::string initials_of(const Mention& mention) const {
    std::string initials;
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if (!word.empty() && !is_empty_word(word)) initials += word.front();
    }
    return initials;
  }

  // A known body with the same letters is not meant where the article spells them otherwise.
  void forget_namesake(const Mention& spelled, std::uint32_t acronym) {
    const auto first = std::ranges::find_if(mentions_, [&](const Mention& m) {
      return m.tokens == TokenRange{acronym, acronym + 1} && !m.known.empty();
    });
    if (first == mentions_.end() || spelled.known == first->known) return;
    const KnownName* known = gazetteer_.known(first->known);
    if (known == nullptr || shares_word(spelled, known->name)) return;
    const std::string id = first->known;
    const std::string type = spelled.type;
    for (Mention& one : mentions_) {
      if (one.known != id || one.tokens.size() > 1 || !looks_acronym(token_text(one.tokens.begin)))
        continue;
      one.known.clear();
      one.type = type;
      one.how = "acronym";
    }
  }

  // Has the name a word of the mention, but for "of" and "party"?
  bool shares_word(const Mention& mention, std::string_view name) const {
    static const std::set<std::string> kForms = {"party", "of", "the", "and", "for", "de"};
    const std::string words = " " + fold(name) + " ";
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if (!word.empty() && !kForms.contains(word) && words.find(" " + word + " ") != words.npos)
        return true;
    }
    return false;
  }

  // The nested mention that ends at `at` (before the bracket), else the mention itself.
  std::size_t nested_before(std::size_t outer, std::uint32_t at) {
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      const Mention& inner = mentions_[m];
      if (inner.nested && inner.tokens.begin == mentions_[outer].tokens.begin &&
          inner.tokens.end <= at + 3 && inner.tokens.end + 0 >= at && inner.tokens.size() >= 2)
        return m;
    }
    return outer;
  }

  // "NA Chairman NAME" of an article on one National Assembly, that never puts the two together.
  void spell(const Mention& mention) {
    if (mention.tokens.size() != 1 || !mention.known.empty() || mention.type != "organization" ||
        !looks_acronym(token_text(mention.tokens.begin)))
      return;
    const std::string acronym = fold(token_text(mention.tokens.begin));
    const auto [first, last] = by_initials().equal_range(acronym);
    std::set<std::string> names;
    for (auto one = first; one != last; ++one) names.insert(fold(mentions_[one->second].name));
    if (names.size() == 1) acronyms_.emplace(acronym, first->second);
  }

  // Mentions of bodies by the first letters of their words.
  const std::multimap<std::string, std::size_t>& by_initials() {
    if (!initials_.empty()) return initials_;
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      const Mention& body = mentions_[m];
      if (body.tokens.size() > 1 && (body.type == "organization" || body.type == "party"))
        initials_.emplace(initials_of(body), m);
    }
    return initials_;
  }

  Document& document_;
  std::vector<Mention>& mentions_;
  const Gazetteer& gazetteer_;
  std::multimap<std::string, std::size_t> initials_;  // by_initials
  Acronyms acronyms_;
};

}  // namespace

bool looks_acronym(std::string_view form) {
  std::size_t capitals = 0;
  for (const char c : form) capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
  return capitals >= 2 && capitals * 3 >= form.size() * 2;
}

bool is_empty_word(std::string_view folded) { return kEmptyWords.contains(folded); }

Acronyms find_acronyms(Document& document, const Gazetteer& gazetteer) {
  return AcronymFinder(document, gazetteer).find();
}

}  // namespace entente
