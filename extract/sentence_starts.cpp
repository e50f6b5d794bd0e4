// Tested by tests/extract/split_test.cpp.

#include "extract/sentence_starts.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 139> kStarts = {
    "a",          "about",        "according", "across",    "additionally", "after",     "against",
    "all",        "along",        "also",      "although",  "amid",         "among",     "an",
    "analysts",   "and",          "another",   "any",       "around",       "as",        "at",
    "because",    "before",       "beyond",    "both",      "but",          "by",        "citing",
    "critics",    "despite",      "dozens",    "during",    "each",         "earlier",   "even",
    "every",      "few",          "finally",   "following", "for",          "four",      "from",
    "further",    "furthermore",  "he",        "her",       "here",         "his",       "how",
    "however",    "hundreds",     "i",         "if",        "in",           "including", "indeed",
    "instead",    "it",           "its",       "just",      "last",         "later",     "like",
    "many",       "meanwhile",    "more",      "moreover",  "most",         "much",      "my",
    "neither",    "nevertheless", "no",        "nobody",    "none",         "not",       "nothing",
    "noting",     "now",          "of",        "officials", "on",           "once",      "one",
    "only",       "other",        "others",    "our",       "over",         "police",    "recently",
    "separately", "several",      "she",       "similarly", "since",        "so",        "some",
    "still",      "such",         "than",      "that",      "the",          "their",     "then",
    "there",      "therefore",    "these",     "they",      "this",         "those",     "though",
    "thousands",  "three",        "through",   "thus",      "to",           "today",     "two",
    "unlike",     "until",        "upon",      "we",        "what",         "when",      "where",
    "whether",    "which",        "while",     "who",       "whose",        "why",       "with",
    "within",     "without",      "yesterday", "yet",       "you",          "your"};

}  // namespace

bool starts_sentences(std::string_view lower) {
  return std::binary_search(kStarts.begin(), kStarts.end(), lower);
}

}  // namespace entente
