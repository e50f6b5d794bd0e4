#include "extract/offices.h"

#include <algorithm>

#include "base/error.h"
#include "base/tsv.h"

namespace entente {

Offices::Offices(const std::filesystem::path& data) {
  Tsv tsv;
  read_tsv(tsv, data / "words" / "offices.tsv", {"form", "which", "countries"});
  for (const Tsv::Row& row : tsv.rows) {
    Office office;
    office.only = row.fields[1] == "only";
    if (!office.only && row.fields[1] != "never")
      throw Error(Fault::Input, Place{tsv.file, row.line, 0}, "expected \"only\" or \"never\"");
    std::string_view rest = row.fields[2];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) office.countries.emplace(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto words = std::count(row.fields[0].begin(), row.fields[0].end(), ' ') + 1;
    longest_ = std::max(longest_, static_cast<std::uint32_t>(words));
    offices_.emplace(row.fields[0], std::move(office));
  }
}

// The longest listed phrase of the title, the first of these: "prime minister" of "acting prime
// minister", nothing of "advisor to the president".
const Offices::Office* Offices::find(const std::vector<Token>& tokens, TokenRange title) const {
  const Office* best = nullptr;
  std::uint32_t most = 0;
  for (std::uint32_t begin = title.begin; begin < title.end; ++begin) {
    const std::string& low = tokens[begin].lower;
    if (low == "of" || low == "for" || low == "to") break;
    std::string phrase;
    for (std::uint32_t i = begin; i < std::min(title.end, begin + longest_); ++i) {
      phrase += (i > begin ? " " : "") + tokens[i].lower;
      const auto found = offices_.find(phrase);
      if (found == offices_.end() || i + 1 - begin <= most) continue;
      best = &found->second;
      most = i + 1 - begin;
    }
  }
  return best;
}

bool Offices::possible(const std::vector<Token>& tokens, TokenRange title,
                       std::string_view country) const {
  const Office* office = find(tokens, title);
  return office == nullptr || office->only == office->countries.contains(std::string(country));
}

const std::unordered_set<std::string>* Offices::of_few(const std::vector<Token>& tokens,
                                                       TokenRange title) const {
  constexpr std::size_t few = 3;
  const Office* office = find(tokens, title);
  return office != nullptr && office->only && office->countries.size() <= few ? &office->countries
                                                                              : nullptr;
}

}  // namespace entente
