#pragma once
// Dependency trees (Universal Dependencies) by a network: two recurrent layers, then heads by a
// biaffine score, relations and tags. The model is made by train/; data/models/MODELS.md names what
// it learned from. Tested by tests/extract/parser_test.cpp.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "extract/batches.h"
#include "extract/tags.h"
#include "net/layers.h"

namespace entente {

struct Tree {
  std::vector<std::uint32_t> heads;  // counted from 1; 0 = root
  std::vector<Deprel> deprels;
  std::vector<TagLabel> labels;  // tags again, with the whole sentence in view
};

class Parser {
 public:
  // Throws Error{Fault::Input} when the file is no model of this shape. `labels`: of the tagger
  // that the model was trained with.
  Parser(const std::filesystem::path& model, std::size_t labels);

  // One tree a sentence; of a sentence in pieces, later pieces hang on the first. The result does
  // not depend on which sentences come together.
  std::vector<Tree> parse(const std::vector<std::vector<WordInput>>& sentences,
                          Kernel kernel = best_kernel()) const;

 private:
  explicit Parser(const Tensors& tensors, std::size_t labels);
  std::vector<Tree> parse_pieces(const std::vector<Piece>& pieces, Kernel kernel) const;
  void find_heads(const float* words, const float* heads, std::size_t count, Tree& tree,
                  Kernel kernel) const;
  void find_deprels(const float* words, const float* heads, std::size_t count, Tree& tree,
                    Kernel kernel) const;

  Encoder encoder_;
  Affine tag_;
  Affine arc_head_;
  Affine arc_word_;
  Affine arc_;
  Affine label_head_;
  Affine label_word_;
  Affine label_;
  std::vector<float> arc_bias_;
  std::vector<float> root_arc_;  // what arc_head_ and label_head_ make of the root
  std::vector<float> root_label_;
};

}  // namespace entente
