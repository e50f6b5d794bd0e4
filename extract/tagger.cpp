#include "extract/tagger.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace entente {
namespace {

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

WordShape word_shape(std::string_view form) {
  WordShape shape;
  std::string low = lower(form);
  for (char& c : low) c = c >= '0' && c <= '9' ? '0' : c;
  shape.form = hash(form);
  shape.lower = hash(low);
  shape.shape = shape_of(form);
  for (std::size_t n = 1; n <= shape.prefixes.size(); ++n) {
    shape.prefixes[n - 1] = hash(std::string_view(low).substr(0, std::min(n, low.size())));
  }
  for (std::size_t n = 1; n <= shape.suffixes.size(); ++n) {
    shape.suffixes[n - 1] =
        hash(std::string_view(low).substr(low.size() - std::min(n, low.size())));
  }
  return shape;
}

void tag_features(const std::vector<WordShape>& words, std::size_t i, TagLabel previous,
                  TagLabel before, std::vector<std::uint32_t>& out) {
  static const WordShape edge = {hash("<edge>"), hash("<edge>"), hash("<edge>"), {}, {}};
  const auto at = [&](std::ptrdiff_t offset) -> const WordShape& {
    const std::ptrdiff_t j = static_cast<std::ptrdiff_t>(i) + offset;
    return j < 0 || j >= static_cast<std::ptrdiff_t>(words.size())
               ? edge
               : words[static_cast<std::size_t>(j)];
  };
  const WordShape& w = words[i];
  const std::uint32_t t1 = previous + 1U;
  const std::uint32_t t2 = before + 1U;
  const std::uint32_t first = i == 0 ? 1 : 0;
  out.clear();
  std::uint32_t id = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0) { out.push_back(mix(++id, a, b)); };
  add(0);
  add(w.form);
  add(w.lower);
  for (const std::uint32_t suffix : w.suffixes) add(suffix);
  for (const std::uint32_t prefix : w.prefixes) add(prefix);
  add(w.shape);
  add(w.shape, first);
  add(t1);
  add(t1, t2);
  add(t1, w.lower);
  add(at(-1).lower);
  add(at(-1).lower, w.lower);
  add(at(-2).lower);
  add(at(1).lower);
  add(at(1).lower, w.lower);
  add(at(2).lower);
  add(at(1).suffixes[2]);
  add(at(-1).suffixes[2]);
  add(at(1).lower, t1);
  add(w.suffixes[2], t1);
  add(w.suffixes[2], at(1).suffixes[2]);
  add(at(1).shape, w.shape);
  add(at(-1).shape, w.shape);
  add(at(1).suffixes[1], t1);
}

Tagger::Tagger(const std::filesystem::path& model) {
  // Layout, little endian: "ENTTAG2\n", u32 labels, u32 rows, u32 weights, labels x {u8 tag,
  // u8 penn}, rows x {u32 feature, u32 count}, weights x {u8 label, i16 value}.
  const std::string bytes = read_file(model);
  const auto broken = [&] {
    return Error(Fault::Input, Place{model.string(), 0, 0},
                 "not a tagger model; run scripts/train");
  };
  constexpr std::size_t header = 20;
  if (bytes.size() < header || bytes.compare(0, 8, "ENTTAG2\n") != 0) throw broken();
  const auto u32 = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (unsigned k = 0; k < 4; ++k) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
    }
    return value;
  };
  const std::size_t labels = u32(8);
  const std::size_t rows = u32(12);
  const std::size_t weights = u32(16);
  const std::size_t first_row = header + labels * 2;
  const std::size_t first_weight = first_row + rows * 8;
  if (labels == 0 || labels >= kNoLabel || bytes.size() != first_weight + weights * 3)
    throw broken();
  for (std::size_t k = 0; k < labels; ++k) {
    const auto tag = static_cast<std::uint8_t>(bytes[header + k * 2]);
    const auto penn = static_cast<std::uint8_t>(bytes[header + k * 2 + 1]);
    if (tag >= kTags || penn >= kPenns) throw broken();
    labels_.push_back({static_cast<Tag>(tag), penn});
  }
  std::size_t capacity = 16;
  while (capacity < rows * 2) capacity *= 2;
  rows_.resize(capacity);
  weights_.reserve(weights);
  for (std::size_t k = 0; k < weights; ++k) {
    const std::size_t at = first_weight + k * 3;
    const auto label = static_cast<TagLabel>(bytes[at]);
    if (label >= labels) throw broken();
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    const auto high = static_cast<unsigned char>(bytes[at + 2]);
    weights_.push_back({label, static_cast<std::int16_t>(low | (high << 8))});
  }
  std::uint32_t begin = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    Row row;
    row.feature = u32(first_row + r * 8);
    row.begin = begin;
    row.end = begin + u32(first_row + r * 8 + 4);
    begin = row.end;
    if (row.feature == 0 || row.end > weights) throw broken();
    std::size_t slot = row.feature & (capacity - 1);
    while (rows_[slot].feature != 0) slot = (slot + 1) & (capacity - 1);
    rows_[slot] = row;
  }
}

std::vector<TagLabel> Tagger::tag(const std::vector<std::string_view>& forms) const {
  std::vector<WordShape> words;
  words.reserve(forms.size());
  for (const std::string_view form : forms) words.push_back(word_shape(form));
  std::vector<TagLabel> result;
  result.reserve(forms.size());
  std::vector<std::uint32_t> features;
  std::vector<const Row*> found;
  std::array<std::int32_t, kNoLabel> scores{};
  TagLabel previous = kNoLabel;
  TagLabel before = kNoLabel;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    tag_features(words, i, previous, before, features);
    // Rows and weights lie far apart: asked for first, read later, they come together.
    for (const std::uint32_t feature : features) {
      __builtin_prefetch(&rows_[feature & (rows_.size() - 1)]);
    }
    found.clear();
    for (const std::uint32_t feature : features) {
      std::size_t slot = feature & (rows_.size() - 1);
      while (rows_[slot].feature != 0 && rows_[slot].feature != feature) {
        slot = (slot + 1) & (rows_.size() - 1);
      }
      if (rows_[slot].begin == rows_[slot].end) continue;
      __builtin_prefetch(&weights_[rows_[slot].begin]);
      found.push_back(&rows_[slot]);
    }
    std::fill_n(scores.begin(), labels_.size(), 0);
    for (const Row* row : found) {
      for (std::uint32_t k = row->begin; k < row->end; ++k)
        scores[weights_[k].label] += weights_[k].value;
    }
    const auto end = scores.begin() + static_cast<std::ptrdiff_t>(labels_.size());
    const auto label =
        static_cast<TagLabel>(std::max_element(scores.begin(), end) - scores.begin());
    before = previous;
    previous = label;
    result.push_back(label);
  }
  return result;
}

}  // namespace entente
