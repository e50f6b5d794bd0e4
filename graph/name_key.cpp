#include "graph/name_key.h"

#include <array>

namespace entente {
namespace {

// Folded words that may stand before a name and are no part of it; longer ones first.
constexpr std::array<std::string_view, 44> kTitles = {"secretary of state",
                                                      "secretary general",
                                                      "general secretary",
                                                      "vice president",
                                                      "prime minister",
                                                      "foreign minister",
                                                      "defence minister",
                                                      "defense minister",
                                                      "crown prince",
                                                      "the",
                                                      "mr",
                                                      "mrs",
                                                      "ms",
                                                      "miss",
                                                      "dr",
                                                      "prof",
                                                      "professor",
                                                      "sir",
                                                      "dame",
                                                      "lord",
                                                      "lady",
                                                      "president",
                                                      "premier",
                                                      "chancellor",
                                                      "chairman",
                                                      "chairwoman",
                                                      "chairperson",
                                                      "comrade",
                                                      "secretary",
                                                      "minister",
                                                      "ambassador",
                                                      "senator",
                                                      "governor",
                                                      "king",
                                                      "queen",
                                                      "prince",
                                                      "princess",
                                                      "sheikh",
                                                      "pope",
                                                      "general",
                                                      "gen",
                                                      "colonel",
                                                      "sen",
                                                      "speaker"};

}  // namespace

std::string_view without_titles(std::string_view folded) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view title : kTitles) {
      if (folded.size() > title.size() + 1 && folded.starts_with(title) &&
          folded[title.size()] == ' ') {
        folded.remove_prefix(title.size() + 1);
        again = true;
        break;
      }
    }
  }
  return folded;
}

bool has_words(std::string_view text, std::string_view run) {
  for (std::size_t at = text.find(run); at != std::string_view::npos; at = text.find(run, at + 1)) {
    const std::size_t end = at + run.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

}  // namespace entente
