#include "extract/tags.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, kTags> kTagNames = {
    "ADJ",        "ADP",       "ADV",          "AUX",       "CCONJ",
    "DET",        "INTJ",      "NOUN",         "NUM",       "PART",
    "PRON",       "PROPN",     "PUNCT",        "SCONJ",     "SYM",
    "X",          "VERB.base", "VERB.present", "VERB.past", "VERB.participle",
    "VERB.gerund"};

constexpr std::array<std::string_view, kPenns> kPennNames = {
    "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",
    "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS",
    "NNS", "PDT", "POS",  "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",
    "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB", "XX",  "``"};

constexpr std::array<std::string_view, kDeprels> kDeprelNames = {
    "acl",         "acl:relcl",    "advcl",        "advcl:relcl", "advmod",     "amod",
    "appos",       "aux",          "aux:pass",     "case",        "cc",         "cc:preconj",
    "ccomp",       "compound",     "compound:prt", "conj",        "cop",        "csubj",
    "csubj:outer", "csubj:pass",   "dep",          "det",         "det:predet", "discourse",
    "dislocated",  "expl",         "fixed",        "flat",        "goeswith",   "iobj",
    "list",        "mark",         "nmod",         "nmod:desc",   "nmod:poss",  "nmod:unmarked",
    "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",      "obj",        "obl",
    "obl:agent",   "obl:unmarked", "orphan",       "parataxis",   "punct",      "reparandum",
    "root",        "vocative",     "xcomp"};

template <std::size_t N>
std::optional<std::uint8_t> index_of(const std::array<std::string_view, N>& names,
                                     std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - names.begin());
}

std::string_view before(std::string_view name, char mark) {
  return name.substr(0, std::min(name.find(mark), name.size()));
}

}  // namespace

std::string_view to_string(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }
std::string_view upos(Tag tag) { return before(to_string(tag), '.'); }

std::string_view penn_name(Penn penn) { return kPennNames.at(penn); }
std::optional<Penn> penn_of(std::string_view name) { return index_of(kPennNames, name); }

std::optional<Tag> tag_of(std::string_view upos, Penn penn) {
  if (upos == "VERB") {
    const std::string_view name = penn_name(penn);
    if (name == "VBD") return Tag::Past;
    if (name == "VBN") return Tag::Participle;
    if (name == "VBG") return Tag::Gerund;
    if (name == "VBZ" || name == "VBP") return Tag::Present;
    return Tag::Base;
  }
  const auto index = index_of(kTagNames, upos);
  return index ? std::optional(static_cast<Tag>(*index)) : std::nullopt;
}

std::string_view to_string(Deprel deprel) { return kDeprelNames[static_cast<std::size_t>(deprel)]; }
std::string_view universal(Deprel deprel) { return before(to_string(deprel), ':'); }
std::optional<Deprel> deprel_of(std::string_view name) {
  const auto index = index_of(kDeprelNames, name);
  return index ? std::optional(static_cast<Deprel>(*index)) : std::nullopt;
}

}  // namespace entente
