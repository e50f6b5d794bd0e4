#include "graph/fact.h"

#include <algorithm>
#include <array>

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

// Both functions below rest on evidence being sorted by article.
std::size_t sources(const Fact& fact) {
  std::size_t count = 0;
  const std::string* last = nullptr;
  for (const Evidence& evidence : fact.evidence) {
    if (last == nullptr || *last != evidence.article) ++count;
    last = &evidence.article;
  }
  return count;
}

double confidence(const Fact& fact) {
  double doubt = 1.0;
  for (std::size_t i = 0; i < fact.evidence.size();) {
    // An article that says it three times is as sure as its clearest sentence.
    const std::string& article = fact.evidence[i].article;
    double best = 0.0;
    for (; i < fact.evidence.size() && fact.evidence[i].article == article; ++i) {
      best = std::max(best, fact.evidence[i].confidence);
    }
    doubt *= 1.0 - best;
  }
  return 1.0 - doubt;
}

}  // namespace entente
