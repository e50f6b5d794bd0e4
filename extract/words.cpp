#include "extract/words.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/error.h"
#include "base/files.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace entente {
namespace {

void load_titles(PhraseTable& table, const std::filesystem::path& path) {
  Tsv tsv;
  read_tsv(tsv, path, {"form", "kind", "gender"});
  for (const Tsv::Row& row : tsv.rows) table.add(lower(row.fields[0]), std::string(row.fields[1]));
}

std::string plural_of(const std::string& noun) {
  if (noun.ends_with("man")) return noun.substr(0, noun.size() - 2) + "en";
  if (noun.ends_with('y') && !noun.ends_with("ey")) return noun.substr(0, noun.size() - 1) + "ies";
  if (noun.ends_with("ss") || noun.ends_with("ch")) return noun + "es";
  return noun + "s";
}

// "prime minister" -> also "prime ministers", with Words::kPlural behind the kind.
void load_roles(PhraseTable& table, const std::filesystem::path& path) {
  Tsv tsv;
  read_tsv(tsv, path, {"form", "kind"});
  for (const Tsv::Row& row : tsv.rows) {
    const std::string form = lower(row.fields[0]);
    const std::string kind(row.fields[1]);
    table.add(form, kind);
    if (form.find(" of ") == std::string::npos) table.add(plural_of(form), kind + Words::kPlural);
  }
}

// "NOUN:50,VERB:30" -> which tags, and how often.
void read_tags(Words& words, std::string_view form, std::string_view lemma, std::string_view tags) {
  Words::Form& entry = words.forms[std::string(form)];
  if (entry.lemma.empty()) entry.lemma = lemma;
  std::size_t proper = 0;
  std::size_t all = 0;
  while (!tags.empty()) {
    const std::string_view item = tags.substr(0, tags.find(','));
    tags.remove_prefix(std::min(tags.size(), item.size() + 1));
    const std::string_view tag = item.substr(0, item.find(':'));
    std::size_t count = 1;
    if (tag.size() < item.size()) {
      std::from_chars(item.data() + tag.size() + 1, item.data() + item.size(), count);
    }
    all += count;
    if (tag == "NOUN") entry.noun = true;
    if (tag == "VERB") entry.verb = true;
    if (tag == "ADJ") entry.adjective = true;
    if (tag == "PROPN") proper += count;
  }
  entry.proper = proper * 2 > all;
}

void load_forms(Words& words, const std::filesystem::path& path) {
  Tsv tsv;
  read_tsv(tsv, path, {"form", "lemma", "tags"});
  for (const Tsv::Row& row : tsv.rows) {
    read_tags(words, row.fields[0], row.fields[1], row.fields[2]);
    const std::string form(row.fields[0]);
    const std::string lemma(row.fields[1]);
    if (row.fields[2].find("VERB") != std::string_view::npos)
      words.verb_lemmas.emplace(form, lemma);
    if (row.fields[2].find("NOUN") != std::string_view::npos)
      words.noun_lemmas.emplace(form, lemma);
  }
}

void load_heads(Words& words, const std::filesystem::path& path) {
  Tsv tsv;
  read_tsv(tsv, path, {"form", "type", "position", "ordinal"});
  for (const Tsv::Row& row : tsv.rows) {
    HeadWord head{std::string(row.fields[1]), HeadWord::Where::Last, row.fields[3] == "1"};
    if (row.fields[2] == "first") {
      head.where = HeadWord::Where::First;
    } else if (row.fields[2] == "any") {
      head.where = HeadWord::Where::Any;
    } else if (row.fields[2] != "last") {
      throw Error(Fault::Input, Place{tsv.file, row.line, 0},
                  "position \"" + std::string(row.fields[2]) + "\"; expected first, last or any");
    }
    words.heads[std::string(row.fields[0])].push_back(head);
  }
}

// One word a line.
void load_set(std::unordered_set<std::string>& set, const std::filesystem::path& path) {
  const std::string bytes = read_file(path);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (end > begin && bytes[begin] != '#') set.insert(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
}

void load_modality(Words& words, const std::filesystem::path& path) {
  Tsv tsv;
  read_tsv(tsv, path, {"word", "kind", "status"});
  static const std::map<std::string_view, Governor> kKinds = {
      {"verb", Governor::Verb}, {"noun", Governor::Noun}, {"adjective", Governor::Adjective}};
  for (const Tsv::Row& row : tsv.rows) {
    const auto kind = kKinds.find(row.fields[1]);
    const std::optional<Status> status = parse_status(row.fields[2]);
    if (kind == kKinds.end() || !status) {
      throw Error(Fault::Input, Place{tsv.file, row.line, 0},
                  "found \"" + std::string(row.fields[1]) + "\" and \"" +
                      std::string(row.fields[2]) +
                      "\"; expected verb, noun or adjective, and a status");
    }
    words.modality[{std::string(row.fields[0]), kind->second}] = *status;
  }
}

bool vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < word.size(); ++k)
    count += vowel(word[k]) && (k == 0 || !vowel(word[k - 1])) ? 1U : 0U;
  return count;
}

// "begg" of "begged", "rebell" of "rebelled".
bool doubled(std::string_view stem) {
  if (stem.size() < 4) return false;
  const char last = stem.back();
  if (vowel(last) || last != stem[stem.size() - 2]) return false;
  if (last == 'l') return stem[stem.size() - 3] == 'e' && syllables(stem) > 1;
  return std::string_view("sfz").find(last) == std::string_view::npos;
}

// Has the stem of "annihilated", "besieging", "captured" lost an e?
bool lost_e(std::string_view stem) {
  if (stem.size() < 3) return false;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  if (last == before) return false;
  if (std::string_view("vzcsu").find(last) != std::string_view::npos) return true;
  if (last == 'g') return vowel(before) || before == 'r' || (before == 'n' && syllables(stem) > 1);
  if (last == 'l' && !vowel(before)) return before != 'r' && before != 'w';
  static constexpr std::string_view kEnds[] = {"at", "ut", "ad", "id", "od", "ud",
                                               "ak", "ok", "ik", "ar", "ir", "ur",
                                               "um", "in", "af", "il", "ed", "or"};
  const char third = stem[stem.size() - 3];
  if (vowel(third) && third != 'i' && third != 'u') return false;
  return std::find(std::begin(kEnds), std::end(kEnds), stem.substr(stem.size() - 2)) !=
         std::end(kEnds);
}

bool hisses(std::string_view stem) {
  return stem.ends_with("ch") || stem.ends_with("sh") || stem.ends_with("ss") ||
         stem.ends_with('x') || stem.ends_with("zz");
}

// Without a list: the commonest endings of regular words.
std::string guess_verb_lemma(const std::string& form, Tag tag, const Words& words) {
  const auto ends = [&](std::string_view end) {
    return form.size() > end.size() + 2 && form.ends_with(end);
  };
  // "referenced" -> "reference": the stem that is a word.
  const auto stem = [&](std::size_t cut) {
    std::string bare = form.substr(0, form.size() - cut);
    if (words.forms.contains(bare)) return bare;
    if (words.forms.contains(bare + "e")) return bare + "e";
    if (doubled(bare)) {
      bare.pop_back();
    } else if (lost_e(bare)) {
      bare += 'e';
    }
    return bare;
  };
  const bool past = tag == Tag::Past || tag == Tag::Participle;
  if (tag == Tag::Gerund && ends("ing")) return stem(3);
  if (past && ends("ied")) return form.substr(0, form.size() - 3) + "y";
  if (past && form.ends_with("eed")) return form.substr(0, form.size() - 1);
  if (past && ends("ed")) return stem(2);
  if (tag == Tag::Present && ends("ies")) return form.substr(0, form.size() - 3) + "y";
  if (tag == Tag::Present && ends("es") && hisses(form.substr(0, form.size() - 2)))
    return form.substr(0, form.size() - 2);
  if (tag == Tag::Present && ends("s")) return form.substr(0, form.size() - 1);
  return form;
}

}  // namespace

std::string lemma_of(const std::string& lower, Tag tag, const Words& words) {
  if (is_verb(tag)) {
    const auto found = words.verb_lemmas.find(lower);
    return found != words.verb_lemmas.end() ? found->second : guess_verb_lemma(lower, tag, words);
  }
  if (tag == Tag::Noun) {
    const auto found = words.noun_lemmas.find(lower);
    if (found != words.noun_lemmas.end()) return found->second;
    if (lower.size() > 4 && lower.ends_with("ies")) return lower.substr(0, lower.size() - 3) + "y";
    if (lower.size() > 4 && lower.ends_with("es") && hisses(lower.substr(0, lower.size() - 2)))
      return lower.substr(0, lower.size() - 2);
    if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss")) {
      return lower.substr(0, lower.size() - 1);
    }
    return lower;
  }
  if (tag == Tag::Aux) {
    const auto found = words.forms.find(lower);
    if (found != words.forms.end() && !found->second.lemma.empty()) return found->second.lemma;
  }
  return lower;
}

void PhraseTable::add(std::string_view phrase, std::string value) {
  const auto words = static_cast<std::uint32_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1);
  std::uint32_t& most = longest_[std::string(phrase.substr(0, phrase.find(' ')))];
  most = std::max(most, words);
  phrases_.emplace(phrase, std::move(value));
}

std::optional<PhraseTable::Match> PhraseTable::find(const std::vector<Token>& tokens,
                                                    std::uint32_t at, std::uint32_t end) const {
  if (at >= end || at >= tokens.size()) return std::nullopt;
  const auto most = longest_.find(tokens[at].lower);
  if (most == longest_.end()) return std::nullopt;
  std::optional<Match> best;
  std::string phrase;
  for (std::uint32_t n = 1; n <= most->second && at + n <= end; ++n) {
    if (n > 1) phrase += ' ';
    phrase += tokens[at + n - 1].lower;
    const auto found = phrases_.find(phrase);
    if (found != phrases_.end()) best = Match{n, &found->second};
  }
  return best;
}

const HeadWord* Words::head(std::string_view lower_form, HeadWord::Where where,
                            bool numbered) const {
  const auto found = heads.find(std::string(lower_form));
  if (found == heads.end()) return nullptr;
  const HeadWord* best = nullptr;
  for (const HeadWord& head : found->second) {
    if (head.where != where && head.where != HeadWord::Where::Any) continue;
    if (head.numbered && !numbered) continue;
    if (best == nullptr || (head.numbered && !best->numbered)) best = &head;
  }
  return best;
}

bool Words::is_common(std::string_view lower_form) const {
  const auto found = forms.find(std::string(lower_form));
  return found != forms.end() && !found->second.proper;
}

Words load_words(const std::filesystem::path& data) {
  Words words;
  load_forms(words, data / "words" / "forms.tsv");
  load_roles(words.roles, data / "words" / "roles.tsv");
  load_titles(words.titles, data / "words" / "titles.tsv");
  load_heads(words, data / "words" / "heads.tsv");
  words.offices = Offices(data);
  load_set(words.role_modifiers, data / "words" / "role-modifiers.txt");
  load_set(words.former, data / "words" / "former.txt");
  load_set(words.portfolios, data / "words" / "portfolios.txt");
  load_set(words.groups, data / "words" / "groups.txt");
  load_set(words.bodies, data / "words" / "bodies.txt");
  load_set(words.owned_groups, data / "words" / "groups-owned.txt");
  load_modality(words, data / "words" / "modality.tsv");
  Tsv forenames;
  read_tsv(forenames, data / "gazetteers" / "forenames.tsv",
           {"form", "countries", "gender", "word"});
  for (const Tsv::Row& row : forenames.rows) {
    if (!row.fields[2].empty()) words.genders.emplace(fold(row.fields[0]), row.fields[2].front());
    if (row.fields[3] != "1") words.forenames.insert(fold(row.fields[0]));
  }
  Tsv surnames;
  read_tsv(surnames, data / "gazetteers" / "surnames.tsv", {"form", "countries", "order", "word"});
  for (const Tsv::Row& row : surnames.rows) {
    if (row.fields[2] == "family-first") words.family_first.insert(fold(row.fields[0]));
    if (row.fields[3] != "1") words.surnames.insert(fold(row.fields[0]));
  }
  return words;
}

}  // namespace entente
