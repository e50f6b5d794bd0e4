#include "extract/tagger.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, kTags> kNames = {
    "ADJ",        "ADP",       "ADV",          "AUX",       "CCONJ",
    "DET",        "INTJ",      "NOUN",         "NUM",       "PART",
    "PRON",       "PROPN",     "PUNCT",        "SCONJ",     "SYM",
    "X",          "VERB.base", "VERB.present", "VERB.past", "VERB.participle",
    "VERB.gerund"};

constexpr std::uint32_t kSeed = 2166136261U;

std::uint32_t hash(std::string_view text, std::uint32_t seed = kSeed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
  return seed;
}

std::uint32_t mix(std::uint32_t template_id, std::uint32_t a, std::uint32_t b = 0) {
  std::uint32_t h = template_id * 0x9E3779B1U ^ a;
  h = (h ^ (h >> 15)) * 0x85EBCA6BU;
  h = (h ^ b) * 0xC2B2AE35U;
  h ^= h >> 13;
  return h == 0 ? 1 : h;  // 0 marks a free row
}

// "Xx", "XX", "x-x", "9", ... : runs of one kind of character become one.
std::uint32_t shape_of(std::string_view form) {
  std::string shape;
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = decode_at(form, i);
    i += c.length;
    const char kind = is_upper(c.value)    ? 'X'
                      : is_letter(c.value) ? 'x'
                      : is_digit(c.value)  ? '9'
                      : c.value < 128      ? static_cast<char>(c.value)
                                           : '?';
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape += kind;
    if (shape.size() > 8) break;
  }
  return hash(shape);
}

}  // namespace

std::string_view to_string(Tag tag) { return kNames[static_cast<std::size_t>(tag)]; }

WordShape word_shape(std::string_view form) {
  WordShape shape;
  const std::string low = lower(form);
  shape.word = hash(low);
  shape.shape = shape_of(form);
  shape.capital = !form.empty() && is_upper(decode_at(form, 0).value);
  for (std::size_t n = 1; n <= 3; ++n) {
    shape.prefixes[n - 1] = hash(std::string_view(low).substr(0, std::min(n, low.size())));
  }
  for (std::size_t n = 1; n <= 4; ++n) {
    shape.suffixes[n - 1] =
        hash(std::string_view(low).substr(low.size() - std::min(n, low.size())));
  }
  return shape;
}

void tag_features(const std::vector<WordShape>& words, std::size_t i, Tag previous, Tag before,
                  std::vector<std::uint32_t>& out) {
  static const WordShape edge = {hash("<edge>"), hash("<edge>"), {}, {}, false};
  const auto at = [&](std::ptrdiff_t offset) -> const WordShape& {
    const std::ptrdiff_t j = static_cast<std::ptrdiff_t>(i) + offset;
    return j < 0 || j >= static_cast<std::ptrdiff_t>(words.size())
               ? edge
               : words[static_cast<std::size_t>(j)];
  };
  const WordShape& w = words[i];
  const auto t1 = static_cast<std::uint32_t>(previous) + 1;
  const auto t2 = static_cast<std::uint32_t>(before) + 1;
  const std::uint32_t first = i == 0 ? 1 : 0;
  out.clear();
  out.push_back(mix(1, w.word));
  for (std::uint32_t n = 0; n < 4; ++n) out.push_back(mix(2 + n, w.suffixes[n]));
  for (std::uint32_t n = 0; n < 3; ++n) out.push_back(mix(6 + n, w.prefixes[n]));
  out.push_back(mix(9, w.shape, first));
  out.push_back(mix(10, t1));
  out.push_back(mix(11, t1, t2));
  out.push_back(mix(12, t1, w.word));
  out.push_back(mix(13, at(-1).word));
  out.push_back(mix(14, at(-1).word, w.word));
  out.push_back(mix(15, at(-2).word));
  out.push_back(mix(16, at(1).word));
  out.push_back(mix(17, at(1).word, w.word));
  out.push_back(mix(18, at(2).word));
  out.push_back(mix(19, at(1).suffixes[2]));
  out.push_back(mix(20, at(-1).suffixes[2]));
  out.push_back(mix(21, t1, at(1).word));
  out.push_back(mix(22, t1, w.suffixes[2]));
  out.push_back(mix(23, at(1).shape, w.shape));
  out.push_back(mix(24, at(-1).shape, w.shape));
  out.push_back(mix(25, at(1).suffixes[1], t1));
  out.push_back(mix(26, 0));
}

Tagger::Tagger(const std::filesystem::path& model) {
  // Layout, little endian: "ENTTAG1\n", u32 rows, u32 weights, rows x {u32 feature, u32 count},
  // weights x {u8 tag, i16 value}.
  const std::string bytes = read_file(model);
  const auto broken = [&] {
    return Error(Fault::Input, Place{model.string(), 0, 0},
                 "not a tagger model; run scripts/train");
  };
  constexpr std::size_t header = 16;
  if (bytes.size() < header || bytes.compare(0, 8, "ENTTAG1\n") != 0) throw broken();
  const auto u32 = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (unsigned k = 0; k < 4; ++k) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
    }
    return value;
  };
  const std::size_t rows = u32(8);
  const std::size_t weights = u32(12);
  if (bytes.size() != header + rows * 8 + weights * 3) throw broken();
  std::size_t capacity = 16;
  while (capacity < rows * 2) capacity *= 2;
  rows_.resize(capacity);
  weights_.reserve(weights);
  for (std::size_t k = 0; k < weights; ++k) {
    const std::size_t at = header + rows * 8 + k * 3;
    const auto tag = static_cast<std::uint8_t>(bytes[at]);
    if (tag >= kTags) throw broken();
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    const auto high = static_cast<unsigned char>(bytes[at + 2]);
    weights_.push_back({tag, static_cast<std::int16_t>(low | (high << 8))});
  }
  std::uint32_t begin = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    Row row;
    row.feature = u32(header + r * 8);
    row.begin = begin;
    row.end = begin + u32(header + r * 8 + 4);
    begin = row.end;
    if (row.feature == 0 || row.end > weights) throw broken();
    std::size_t slot = row.feature & (capacity - 1);
    while (rows_[slot].feature != 0) slot = (slot + 1) & (capacity - 1);
    rows_[slot] = row;
  }
}

std::vector<Tag> Tagger::tag(const std::vector<std::string_view>& forms,
                             const std::vector<bool>& proper) const {
  std::vector<WordShape> words;
  words.reserve(forms.size());
  for (const std::string_view form : forms) words.push_back(word_shape(form));
  std::vector<Tag> tags;
  tags.reserve(forms.size());
  std::vector<std::uint32_t> features;
  Tag previous = Tag::Punct;
  Tag before = Tag::Punct;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!proper.empty() && proper[i]) {
      before = previous;
      previous = Tag::Propn;
      tags.push_back(previous);
      continue;
    }
    tag_features(words, i, previous, before, features);
    std::array<std::int32_t, kTags> scores{};
    for (const std::uint32_t feature : features) {
      std::size_t slot = feature & (rows_.size() - 1);
      while (rows_[slot].feature != 0 && rows_[slot].feature != feature) {
        slot = (slot + 1) & (rows_.size() - 1);
      }
      for (std::uint32_t k = rows_[slot].begin; k < rows_[slot].end; ++k) {
        scores[weights_[k].tag] += weights_[k].value;
      }
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    before = previous;
    previous = static_cast<Tag>(best - scores.begin());
    tags.push_back(previous);
  }
  return tags;
}

}  // namespace entente
