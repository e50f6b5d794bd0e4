#include "extract/name_flags.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

// Rows of the table: the first token of a listed phrase has the first of two rows, the others the
// second.
enum Row : std::uint8_t {
  kCountry = 1,
  kDemonym = 3,
  kCity = 5,
  kPlace = 7,
  kOrganization = 9,
  kParty = 11,
  kOtherKnown = 13,
  kRole = 15,
  kTitle = 17,
  kModifier = 19,
  kForename,
  kSurname,
  kFamilyFirst,
  kCommon,
  kProper,
  kUnknownWord,
  kFirstWord,
  kHead  // and the rows that follow: one a type
};

constexpr std::array<std::string_view, 10> kHeadTypes = {
    "person", "party", "organization", "initiative", "country",
    "place",  "event", "agreement",    "award",      "group"};

Row row_of(const KnownName& name) {
  if (name.kind == KnownName::Kind::Demonym) return kDemonym;
  if (name.kind == KnownName::Kind::City) return kCity;
  if (name.type == "country") return kCountry;
  if (name.type == "place") return kPlace;
  if (name.type == "organization") return kOrganization;
  if (name.type == "party") return kParty;
  return kOtherKnown;
}

}  // namespace

std::vector<NameFlags> name_flags(const Document& document, TokenRange range, const Words& words,
                                  const Gazetteer& gazetteer) {
  const std::size_t n = range.size();
  std::vector<NameFlags> flags(n);
  std::vector<std::string> folded;
  std::vector<std::string_view> written;
  folded.reserve(n);
  written.reserve(n);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    folded.push_back(fold(document.tokens[i].lower));
    written.push_back(text_of(document, document.tokens[i]));
  }
  const auto add = [&](std::size_t i, unsigned row) {
    NameFlags& token = flags[i];
    if (token.count < kMostFlags) token.rows[token.count++] = static_cast<std::uint8_t>(row);
  };
  const auto add_phrase = [&](std::size_t i, std::size_t length, Row row) {
    for (std::size_t k = i; k < std::min(i + length, n); ++k) add(k, row + (k > i ? 1U : 0U));
  };
  std::size_t known_until = 0;
  std::size_t role_until = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto at = range.begin + static_cast<std::uint32_t>(i);
    const std::string& low = document.tokens[at].lower;
    if (i == 0) add(i, kFirstWord);
    if (i >= known_until && is_upper(decode_at(written[i], 0).value)) {
      if (const auto match = gazetteer.find(folded, written, i); match.name != nullptr) {
        add_phrase(i, match.length, row_of(*match.name));
        known_until = i + match.length;
      }
    }
    if (i >= role_until) {
      if (const auto role = words.roles.find(document.tokens, at, range.end)) {
        add_phrase(i, role->length, kRole);
        role_until = i + role->length;
      } else if (const auto title = words.titles.find(document.tokens, at, range.end)) {
        add_phrase(i, title->length, kTitle);
        role_until = i + title->length;
      }
    }
    if (const auto heads = words.heads.find(low); heads != words.heads.end()) {
      const auto type = std::find(kHeadTypes.begin(), kHeadTypes.end(), heads->second.front().type);
      if (type != kHeadTypes.end())
        add(i, static_cast<unsigned>(kHead) + static_cast<unsigned>(type - kHeadTypes.begin()));
    }
    if (words.forenames.contains(folded[i])) add(i, kForename);
    if (words.surnames.contains(folded[i])) add(i, kSurname);
    if (words.family_first.contains(folded[i])) add(i, kFamilyFirst);
    if (words.role_modifiers.contains(low)) add(i, kModifier);
    const auto form = words.forms.find(low);
    add(i, form == words.forms.end() ? kUnknownWord : form->second.proper ? kProper : kCommon);
  }
  return flags;
}

}  // namespace entente
