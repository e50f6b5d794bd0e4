// An organization, event, agreement ... is known by the set of its content words, countries
// replaced by their ids and acronyms by what they stand for: "20th CPC National Congress" = "20th
// National Congress of the Communist Party of China". Without its country the set still leads to
// the one candidate of the article. People are known by the words of their names.

#include "extract/entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/capitals.h"
#include "extract/names.h"

namespace entente {
namespace {

const std::unordered_set<std::string_view> kEmptyWords = {"of",  "the",  "and", "for", "on", "in",
                                                          "s",   "a",    "an",  "to",  "co", "ltd",
                                                          "inc", "corp", "plc", "llc"};

bool is_ordinal(const std::string& word) {
  return word.size() > 2 && word[0] >= '0' && word[0] <= '9' &&
         (word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") ||
          word.ends_with("rd"));
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  return line;
}

struct Draft {
  std::string type;
  std::string known;
  std::set<std::string> key;  // content words
  std::string ordinal;        // "43rd": which of several that follow one another; empty = not said
  std::set<std::string> owner;  // country ids, of its name or in front of it
  std::map<std::string, std::uint32_t> names;
  std::set<std::string> acronyms;
  std::set<std::string>
      surfaces;  // as it stands in the text, where that differs: "Party (CPV) Committee"
  std::vector<std::string> words;  // of a person's fullest name, folded
  std::uint32_t mentions = 0;
  std::size_t first = SIZE_MAX;  // its first mention
  bool described = false;        // "a cooperation agreement": has no name
  bool firm = true;              // false: one weak sign that there is such a person
};

class EntityFinder {
 public:
  EntityFinder(Document& document, const Words& words, const Gazetteer& gazetteer)
      : document_(document), words_(words), gazetteer_(gazetteer) {}

  std::vector<LocalEntity> find() {
    find_acronyms();
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      if (!mentions()[m].known.empty()) assign(m, known_draft(mentions()[m]));
    }
    for (const Mention& mention : mentions()) {
      if (!is_thing(mention) || mention.type != "organization") continue;
      Draft draft = keyed(mention);
      if (!draft.owner.empty()) owners_[std::move(draft.key)].insert(std::move(draft.owner));
    }
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      if (is_thing(mentions()[m])) assign(m, thing_draft(mentions()[m]));
    }
    find_people();
    return finish();
  }

 private:
  std::vector<Mention>& mentions() { return document_.mentions; }
  std::string_view token_text(std::uint32_t i) const {
    return text_of(document_, document_.tokens[i]);
  }

  static bool looks_acronym(std::string_view form) {
    std::size_t capitals = 0;
    for (const char c : form) capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
    return capitals >= 2 && capitals * 3 >= form.size() * 2;
  }

  // "Communist Party of Vietnam (CPV)", also inside a longer name.
  void find_acronyms() {
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      const Mention& mention = mentions()[m];
      const std::uint32_t end = mention.tokens.end;
      if (mention.type == "person" || mention.tokens.size() < 2) continue;
      if (end + 2 < document_.tokens.size() && document_.tokens[end].lower == "(" &&
          document_.tokens[end + 2].lower == ")" && looks_acronym(token_text(end + 1)) &&
          (fits(mention, token_text(end + 1)) || foreign_letters(mention, end + 1))) {
        if (mention.type.empty()) take_type_of_acronym(mentions()[m], end + 1);
        acronyms_.emplace(fold(token_text(end + 1)), spelled_by(m, token_text(end + 1)));
        forget_namesake(mentions()[m], end + 1);
      }
      for (std::uint32_t i = mention.tokens.begin + 1; i + 2 < end; ++i) {
        if (document_.tokens[i].lower != "(" || !looks_acronym(token_text(i + 1))) continue;
        const std::size_t inner = nested_before(m, i);
        if (inner != m || fits(mention, token_text(i + 1)))
          acronyms_.emplace(fold(token_text(i + 1)), inner);
      }
    }
    for (std::size_t m = 0; m < mentions().size(); ++m) spell(mentions()[m]);
  }

  // "NA Chairman NAME" of an article on one National Assembly, that never puts the two together.
  void spell(const Mention& mention) {
    if (mention.tokens.size() != 1 || !mention.known.empty() || mention.type != "organization" ||
        !looks_acronym(token_text(mention.tokens.begin)))
      return;
    const std::string acronym = fold(token_text(mention.tokens.begin));
    const auto [first, last] = by_initials().equal_range(acronym);
    std::set<std::string> names;
    for (auto one = first; one != last; ++one) names.insert(fold(mentions()[one->second].name));
    if (names.size() == 1) acronyms_.emplace(acronym, first->second);
  }

  // Mentions of bodies by the first letters of their words.
  const std::multimap<std::string, std::size_t>& by_initials() {
    if (!initials_.empty()) return initials_;
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      const Mention& body = mentions()[m];
      if (body.tokens.size() > 1 && (body.type == "organization" || body.type == "party"))
        initials_.emplace(initials_of(body), m);
    }
    return initials_;
  }

  std::string initials_of(const Mention& mention) const {
    std::string initials;
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if (!word.empty() && !kEmptyWords.contains(word)) initials += word.front();
    }
    return initials;
  }

  // A known body with the same letters is not meant where the article spells them otherwise.
  void forget_namesake(const Mention& spelled, std::uint32_t acronym) {
    const auto first = std::ranges::find_if(mentions(), [&](const Mention& m) {
      return m.tokens == TokenRange{acronym, acronym + 1} && !m.known.empty();
    });
    if (first == mentions().end() || spelled.known == first->known) return;
    const KnownName* known = gazetteer_.known(first->known);
    if (known == nullptr || shares_word(spelled, known->name)) return;
    const std::string id = first->known;
    const std::string type = spelled.type;
    for (Mention& one : mentions()) {
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

  // What is short for it tells what an unknown name is: "World Water Watch (WWW)".
  void take_type_of_acronym(Mention& mention, std::uint32_t acronym) {
    const auto found = std::ranges::find_if(
        mentions(), [&](const Mention& m) { return m.tokens.begin == acronym && !m.nested; });
    const bool told = found != mentions().end() && !found->type.empty() && found->type != "person";
    mention.type = told ? found->type : "organization";
    mention.how = "acronym";
  }

  // Of the names that end where mention `m` does the one whose first letters are the acronym: "CPC"
  // is the party, not the "20th National Congress of the Communist Party of China"; `m` when none
  // is.
  std::size_t spelled_by(std::size_t m, std::string_view acronym) {
    for (std::size_t inner = 0; inner < mentions().size(); ++inner) {
      const Mention& mention = mentions()[inner];
      if (mention.tokens.end != mentions()[m].tokens.end ||
          mention.tokens.begin < mentions()[m].tokens.begin)
        continue;
      if (initials_of(mention) == fold(acronym)) return inner;
    }
    return m;
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
    const std::size_t m = mention_from(acronym);
    if (m >= mentions().size() || mentions()[m].tokens != TokenRange{acronym, acronym + 1} ||
        !mentions()[m].known.empty() || mentions()[m].type == "person" ||
        mentions()[m].type == "place")
      return false;
    const std::string name = " " + fold(mention.name);
    const std::string letters = fold(token_text(acronym));
    return letters.size() > 2 && std::any_of(letters.begin(), letters.end(), [&](char letter) {
             return name.find(std::string(" ") + letter) != std::string::npos;
           });
  }

  // The nested mention that ends at `at` (before the bracket), else the mention itself.
  std::size_t nested_before(std::size_t outer, std::uint32_t at) {
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      const Mention& inner = mentions()[m];
      if (inner.nested && inner.tokens.begin == mentions()[outer].tokens.begin &&
          inner.tokens.end <= at + 3 && inner.tokens.end + 0 >= at && inner.tokens.size() >= 2)
        return m;
    }
    return outer;
  }

  std::size_t known_draft(const Mention& mention) {
    const auto [place, fresh] = by_known_.emplace(mention.known, drafts_.size());
    if (fresh) {
      Draft draft;
      draft.type = mention.type;
      draft.known = mention.known;
      if (mention.type != "country" && mention.type != "place") read_key(mention, draft);
      drafts_.push_back(std::move(draft));
    }
    return place->second;
  }

  // "Democratic Party" = "Democratic", "Houthis" = "Houthi": what says only that it is a body.
  static void drop_form(std::set<std::string>& key) {
    for (const char* word : {"party", "corporation", "company"}) {
      if (key.size() > 1) key.erase(word);
    }
    if (key.size() != 1) return;
    const std::string& only = *key.begin();
    if (only.size() > 4 && only.ends_with('s') && !only.ends_with("ss"))
      key = {only.substr(0, only.size() - 1)};
  }

  // Content words of a name, with countries as ids and acronyms spelled out.
  void read_key(const Mention& mention, Draft& draft, int depth = 0) {
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      const std::string word = fold(document_.tokens[i].lower);
      if (word.empty() || kEmptyWords.contains(word)) continue;
      if (mention.how == kDescribed && document_.tokens[i].tag != Tag::Noun) continue;
      if (i > mention.tokens.begin && document_.tokens[i - 1].lower == "(")
        continue;  // an acronym in brackets
      const std::optional<std::size_t> inner = country_inside(mention, i);
      if (inner) {
        draft.owner.insert(mentions()[*inner].known);
        i = mentions()[*inner].tokens.end - 1;
        continue;
      }
      if (const auto body = body_inside(mention, i)) {
        draft.key.insert(mentions()[*body].known);
        i = mentions()[*body].tokens.end - 1;
        continue;
      }
      const auto acronym = acronyms_.find(word);
      if (acronym != acronyms_.end() && looks_acronym(token_text(i)) && depth < 2 &&
          mention.tokens.size() > 1) {
        const Mention& full = mentions()[acronym->second];
        if (is_known_body(full)) {
          draft.key.insert(full.known);
        } else {
          read_key(full, draft, depth + 1);
        }
        continue;
      }
      if (is_ordinal(word) && mention.type != "event") {
        if (depth == 0) draft.ordinal = word;
        continue;
      }
      draft.key.insert(word);
    }
    if (depth == 0 && draft.owner.empty()) {  // "Vietnam's National Assembly"
      const std::uint32_t begin = mention.tokens.begin;
      constexpr std::uint32_t kLongestOwner = 40;  // tokens
      for (std::size_t m = mention_from(begin - std::min(begin, kLongestOwner));
           m < mentions().size() && mentions()[m].tokens.begin < begin; ++m) {
        const Mention& before = mentions()[m];
        if (!before.known.starts_with("country:")) continue;
        if (before.tokens.end + 1 == begin && document_.tokens[begin - 1].lower == "'s")
          draft.owner.insert(before.known);
      }
    }
  }

  // The first mention that begins at token `at` or behind it.
  std::size_t mention_from(std::uint32_t at) {
    const auto found = first_from(mentions(), at);
    return static_cast<std::size_t>(found - mentions().begin());
  }

  std::optional<std::size_t> country_inside(const Mention& mention, std::uint32_t at) {
    for (std::size_t m = mention_from(at);
         m < mentions().size() && mentions()[m].tokens.begin == at; ++m) {
      const Mention& inner = mentions()[m];
      if (inner.nested && inner.tokens.end <= mention.tokens.end &&
          inner.known.starts_with("country:"))
        return m;
    }
    return std::nullopt;
  }

  // "AU" of "AU Commission", "African Union" of "African Union Commission".
  std::optional<std::size_t> body_inside(const Mention& mention, std::uint32_t at) {
    for (std::size_t m = mention_from(at);
         m < mentions().size() && mentions()[m].tokens.begin == at; ++m) {
      const Mention& inner = mentions()[m];
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
      if ((i < part.begin || i >= part.end) && !word.empty() && !kEmptyWords.contains(word))
        return true;
    }
    return false;
  }

  std::size_t thing_draft(const Mention& mention) {
    if (mention.tokens.size() == 1) {
      const auto acronym = acronyms_.find(fold(mention.name));
      if (acronym != acronyms_.end() && mentions()[acronym->second].tokens != mention.tokens) {
        Mention& long_form = mentions()[acronym->second];
        if (long_form.entity < 0)
          assign(acronym->second,
                 long_form.known.empty() ? thing_draft(long_form) : known_draft(long_form));
        drafts_[static_cast<std::size_t>(long_form.entity)].acronyms.insert(mention.name);
        return static_cast<std::size_t>(long_form.entity);
      }
    }
    Draft draft = keyed(mention);
    const auto owners = owners_.find(draft.key);
    const bool rivals = owners != owners_.end() && owners->second.size() > 1;
    const std::uint32_t begin = mention.tokens.begin;
    const bool definite = begin > 0 && document_.tokens[begin - 1].lower == "the";
    std::vector<std::size_t> candidates;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const Draft& other = drafts_[d];
      if (other.key != draft.key || !alike(other.type, draft.type)) continue;
      if (!other.ordinal.empty() && !draft.ordinal.empty() && other.ordinal != draft.ordinal)
        continue;
      if (other.owner == draft.owner && !(rivals && definite && draft.owner.empty())) return d;
      // Of the National Assemblies of two countries only "the National Assembly" is one of them.
      if (rivals ? definite && draft.owner.empty() && !other.owner.empty()
                 : other.owner.empty() || draft.owner.empty())
        candidates.push_back(d);
    }
    if (candidates.size() == 1) {
      Draft& only = drafts_[candidates.front()];
      if (only.owner.empty()) only.owner = draft.owner;
      return candidates.front();
    }
    if (candidates.size() > 1) return latest(candidates);
    drafts_.push_back(std::move(draft));
    return drafts_.size() - 1;
  }

  static bool is_thing(const Mention& mention) {
    return mention.entity < 0 && !mention.type.empty() && mention.type != "person";
  }

  Draft keyed(const Mention& mention) {
    Draft draft;
    draft.type = mention.type;
    draft.described = mention.how == kDescribed;
    read_key(mention, draft);
    drop_form(draft.key);
    if (draft.key.empty()) draft.key.swap(draft.owner);
    return draft;
  }

  static bool alike(const std::string& a, const std::string& b) {
    const auto actor = [](const std::string& type) {
      return type == "organization" || type == "party";
    };
    return a == b || (actor(a) && actor(b));
  }

  // "the Communist Party", when two were named: the one named last.
  std::size_t latest(const std::vector<std::size_t>& candidates) {
    std::size_t best = candidates.front();
    for (const Mention& mention : mentions()) {
      if (mention.entity >= 0 &&
          std::find(candidates.begin(), candidates.end(),
                    static_cast<std::size_t>(mention.entity)) != candidates.end()) {
        best = static_cast<std::size_t>(mention.entity);
      }
    }
    return best;
  }

  void assign(std::size_t m, std::size_t draft) {
    mentions()[m].entity = static_cast<std::int32_t>(draft);
    drafts_[draft].first = std::min(drafts_[draft].first, m);
    if (!mentions()[m].nested) ++drafts_[draft].mentions;
    if (mentions()[m].how == kCapital) return;  // no name of the country
    ++drafts_[draft].names[mentions()[m].name];
    const std::string surface =
        one_line(slice(document_.article.text, span_of(document_, mentions()[m].tokens)));
    if (surface != mentions()[m].name) drafts_[draft].surfaces.insert(surface);
  }

  static std::vector<std::string> split_words(const std::string& name) {
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

  // Longest names first, so that short ones find them.
  void find_people() {
    std::vector<std::size_t> order;
    for (std::size_t m = 0; m < mentions().size(); ++m) {
      if (mentions()[m].type == "person") order.push_back(m);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return split_words(mentions()[a].name).size() > split_words(mentions()[b].name).size();
    });
    for (const std::size_t m : order) {
      const std::vector<std::string> words = split_words(mentions()[m].name);
      if (words.size() < 2) continue;
      if (const auto person = person_called(words, m)) {
        assign(m, *person);
      } else {
        assign(m, new_person(words, true));
      }
    }
    for (std::size_t m = 0; m < mentions().size();
         ++m) {  // one word, of any type that is only a guess
      Mention& mention = mentions()[m];
      const bool guess =
          mention.type == "person" || mention.type.empty() ||
          ((mention.how == "preposition" || mention.how == "weak" || mention.how == "acronym") &&
           mention.known.empty());
      if (!guess || mention.tokens.size() != 1 || mention.nested) continue;
      const std::vector<std::string> words = split_words(mention.name);
      if (words.empty()) continue;
      if (const std::string reign = reign_before(mention);
          !reign.empty() && mention.type == "person") {
        assign(m, monarch(reign, mention));
        continue;
      }
      auto person = person_called(words, m);
      if (!person && !ambiguous_ && mention.how == kGuessed) person = called_by_forename(words[0]);
      if (person) {
        if (mention.entity >= 0 && mention.entity != static_cast<std::int32_t>(*person))
          unassign(m);
        if (mention.type != "person") mention.how = "short name";
        mention.type = "person";
        assign(m, *person);
        meant_[words] = *person;
      } else if (mention.type == "person" && !ambiguous_) {
        const bool firm = mention.how == "title" || mention.how == "post" || mention.how == "kin";
        assign(m, new_person(words, firm));
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
    return std::string(token_text(mention.tokens.begin - 1));
  }

  // Who is called "Sheikh NAME bin NAME" in full, where "Sheikh NAME" stands. Names of several
  // words have their person before.
  std::optional<std::size_t> monarch_in_full(const std::string& reign, const Mention& mention) {
    if (!monarchs_) {
      monarchs_.emplace();
      for (const Mention& full : mentions()) {
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

  void unassign(std::size_t m) {
    Draft& draft = drafts_[static_cast<std::size_t>(mentions()[m].entity)];
    const auto name = draft.names.find(mentions()[m].name);
    if (--name->second == 0) draft.names.erase(name);
    --draft.mentions;
    mentions()[m].entity = -1;
  }

  std::size_t new_person(const std::vector<std::string>& words, bool firm) {
    Draft draft;
    draft.type = "person";
    draft.words = words;
    draft.firm = firm;
    drafts_.push_back(std::move(draft));
    return drafts_.size() - 1;
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

  std::vector<LocalEntity> finish() {
    std::vector<std::int32_t> renumbered(drafts_.size(), -1);
    std::vector<LocalEntity> entities;
    for (const Mention& mention : mentions()) {  // in order of appearance
      if (mention.entity < 0) continue;
      const auto d = static_cast<std::size_t>(mention.entity);
      const Draft& draft = drafts_[d];
      const bool only_inside =
          draft.mentions == 0 && draft.type == "place";  // "Nanning" in "Nanning Group"
      if (renumbered[d] >= 0 || only_inside || (!draft.firm && draft.mentions < 2)) continue;
      renumbered[d] = static_cast<std::int32_t>(entities.size());
      entities.push_back(entity_of(draft, "e" + std::to_string(entities.size())));
    }
    for (Mention& mention : mentions()) {
      if (mention.entity >= 0)
        mention.entity = renumbered[static_cast<std::size_t>(mention.entity)];
    }
    return entities;
  }

  static bool in_capitals(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      const CodePoint c = decode_at(name, at);
      if (is_lower(c.value)) return false;
      at += c.length;
    }
    return name.size() > 3;
  }

  // "BAKU", which only a dateline names, as the gazetteer writes it.
  std::string calm(const std::string& shouted) const {
    std::vector<std::string> folded;
    std::vector<std::string_view> written;
    for (std::size_t begin = 0; begin < shouted.size();) {
      const std::size_t end = std::min(shouted.find(' ', begin), shouted.size());
      written.push_back(std::string_view(shouted).substr(begin, end - begin));
      folded.push_back(fold(written.back()));
      begin = end + 1;
    }
    if (folded.empty()) return shouted;
    const Gazetteer::Match match = gazetteer_.find(folded, written, 0);
    return match.name != nullptr && match.length == folded.size() && !match.name->upper
               ? match.name->name
               : shouted;
  }

  LocalEntity entity_of(const Draft& draft, std::string id) const {
    LocalEntity entity;
    entity.id = std::move(id);
    entity.type = draft.type;
    entity.known = draft.known;
    entity.described = draft.described;
    entity.mentions = std::max(draft.mentions, 1U);
    for (const auto& [name, count] : draft.names) {
      entity.names.push_back(name);
      const bool longer = name.size() > entity.name.size();
      const bool shouted = name.size() == entity.name.size() &&
                           lower(entity.name) == lower(name);  // "BEIJING" before "Beijing"
      if (entity.name.empty() || (longer && !draft.acronyms.contains(name)) || shouted)
        entity.name = name;
    }
    if (const KnownName* known = gazetteer_.known(draft.known)) entity.name = known->name;
    if (draft.type == "place" && in_capitals(entity.name)) entity.name = calm(entity.name);
    if (!std::binary_search(entity.names.begin(), entity.names.end(), entity.name)) {
      entity.names.insert(std::upper_bound(entity.names.begin(), entity.names.end(), entity.name),
                          entity.name);
    }
    for (const std::string& surface : draft.surfaces) {
      const auto place = std::lower_bound(entity.names.begin(), entity.names.end(), surface);
      if (place == entity.names.end() || *place != surface) entity.names.insert(place, surface);
    }
    entity.acronyms.assign(draft.acronyms.begin(), draft.acronyms.end());
    return entity;
  }

  Document& document_;
  const Words& words_;
  const Gazetteer& gazetteer_;
  std::vector<Draft> drafts_;
  std::map<std::string, std::size_t> by_known_;
  // People by their title and first name.
  std::optional<std::map<std::string, std::set<std::size_t>>> monarchs_;
  // Of bodies of one name: the countries whose they are said to be.
  std::map<std::set<std::string>, std::set<std::set<std::string>>> owners_;
  std::multimap<std::string, std::size_t> initials_;  // by_initials
  std::map<std::string, std::size_t> acronyms_;  // folded acronym -> mention of what it stands for
  bool ambiguous_ = false;
  std::map<std::vector<std::string>, std::size_t> meant_;  // by a short name: whom it meant last
};

}  // namespace

std::vector<LocalEntity> find_entities(Document& document, const Words& words,
                                       const Gazetteer& gazetteer) {
  return EntityFinder(document, words, gazetteer).find();
}

}  // namespace entente
