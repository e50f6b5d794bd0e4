#include "extract/name_tagger.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "extract/batches.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, kNameTypes> kNames = {
    "person", "party", "organization", "initiative", "country",
    "place",  "event", "agreement",    "award",      "other"};

// Labels of a word: 0 outside, 1 + 2 type the first of a name, 2 + 2 type another of it.
constexpr std::size_t kLabels = 1 + 2 * kNameTypes;
constexpr std::size_t kOutside = 0;

bool begins(std::size_t label) { return label % 2 == 1; }
bool goes_on(std::size_t label) { return label > 0 && label % 2 == 0; }
bool may_follow(std::size_t label, std::size_t before) {
  return !goes_on(label) || before == label || before + 1 == label;
}

}  // namespace

std::string_view to_string(NameType type) { return kNames[static_cast<std::size_t>(type)]; }
std::optional<NameType> name_type_of(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<NameType>(found - kNames.begin());
}

NameTagger::NameTagger(const std::filesystem::path& model, std::size_t labels)
    : NameTagger(Tensors(model), labels) {}

NameTagger::NameTagger(const Tensors& tensors, std::size_t labels)
    : encoder_(tensors),
      label_(tensors, "name"),
      step_(tensors.floats("step", {1, kLabels * kLabels})) {
  if (label_.inputs() != encoder_.width() || label_.outputs() != kLabels ||
      tensors.shape("tag").rows != labels + 1)
    throw tensors.wrong("the model of names does not fit its tagger or its shape");
  for (std::size_t before = 0; before < kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      if (!may_follow(label, before)) step_[before * kLabels + label] = -1e9F;
    }
  }
}

std::vector<std::vector<FoundName>> NameTagger::find(
    const std::vector<std::vector<WordInput>>& sentences, Kernel kernel) const {
  const std::vector<Piece> pieces = pieces_of(sentences);
  std::vector<std::vector<FoundName>> by_piece(pieces.size());
  for_each_batch(pieces, [&](const Batch& batch) {
    const std::vector<float> scores = label_(encoder_(batch.words, batch.lengths, kernel), kernel);
    std::size_t first = 0;
    for (std::size_t k = 0; k < batch.pieces.size(); ++k) {
      by_piece[batch.pieces[k]] = best_names(scores.data() + first * kLabels, batch.lengths[k]);
      first += batch.lengths[k];
    }
  });
  std::vector<std::vector<FoundName>> found(sentences.size());
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (const FoundName& name : by_piece[p]) {
      found[pieces[p].sentence].push_back(
          {name.begin + pieces[p].begin, name.end + pieces[p].begin, name.type});
    }
  }
  return found;
}

// Viterbi's algorithm.
std::vector<FoundName> NameTagger::best_names(const float* scores, std::size_t words) const {
  std::vector<std::uint8_t> back(words * kLabels, 0);
  std::array<float, kLabels> best{};
  for (std::size_t label = 0; label < kLabels; ++label)
    best[label] = goes_on(label) ? -1e9F : scores[label];
  for (std::size_t i = 1; i < words; ++i) {
    std::array<float, kLabels> next{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::size_t from = 0;
      for (std::size_t before = 1; before < kLabels; ++before) {
        if (best[before] + step_[before * kLabels + label] >
            best[from] + step_[from * kLabels + label])
          from = before;
      }
      back[i * kLabels + label] = static_cast<std::uint8_t>(from);
      next[label] = best[from] + step_[from * kLabels + label] + scores[i * kLabels + label];
    }
    best = next;
  }
  std::vector<FoundName> names;
  auto label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  auto end = static_cast<std::uint32_t>(words);
  for (std::size_t i = words; i-- > 0; label = back[i * kLabels + label]) {
    if (label == kOutside || begins(label)) {
      if (begins(label)) {
        names.push_back(
            {static_cast<std::uint32_t>(i), end, static_cast<NameType>((label - 1) / 2)});
      }
      end = static_cast<std::uint32_t>(i);
    }
  }
  std::reverse(names.begin(), names.end());
  return names;
}

}  // namespace entente
