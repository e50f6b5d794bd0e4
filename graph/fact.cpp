#include "graph/fact.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> kStatusNames = {"happened", "planned", "denied",
                                                          "hypothetical"};

}  // namespace

std::string_view to_string(Status status) { return kStatusNames[static_cast<std::size_t>(status)]; }

std::optional<Status> parse_status(std::string_view text) {
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kStatusNames[i] == text) return static_cast<Status>(i);
  }
  return std::nullopt;
}

const std::string& source_of(const Evidence& evidence) {
  return evidence.copy_of.empty() ? evidence.article : evidence.copy_of;
}

std::size_t sources(const Fact& fact) {
  std::vector<std::string_view> texts;
  for (const Evidence& evidence : fact.evidence) texts.push_back(source_of(evidence));
  std::ranges::sort(texts);
  return static_cast<std::size_t>(std::unique(texts.begin(), texts.end()) - texts.begin());
}

double confidence(const Fact& fact) {
  // A source that says it three times is as sure as its clearest sentence.
  std::vector<std::pair<std::string_view, double>> said;
  for (const Evidence& evidence : fact.evidence) {
    said.emplace_back(source_of(evidence), evidence.confidence);
  }
  std::ranges::sort(said);
  double doubt = 1.0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool best = i + 1 == said.size() || said[i + 1].first != said[i].first;
    if (best) doubt *= 1.0 - said[i].second;
  }
  return 1.0 - doubt;
}

}  // namespace entente
