#pragma once
// The mentions of one sentence, made of the tokens that were found to be a name: how it is called,
// what a list knows of it, which names lie inside it. Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_tokens.h"

namespace entente {

// "Jr." in lower case: belongs to the words of a name, but not to what somebody is called.
bool is_suffix(std::string_view lower);

class SentenceMentions {
 public:
  // Appends to `mentions`, in the order in which they are found. What is given must outlive it.
  SentenceMentions(const NameTokens& tokens, std::uint32_t sentence, std::vector<Mention>& mentions)
      : tokens_(tokens), sentence_(sentence), mentions_(mentions) {}

  void add(TokenRange range, std::string type, std::string how);
  void add_known(std::uint32_t begin, const Gazetteer::Match& match);
  // Known names and organizations inside a longer name.
  void add_nested(TokenRange name);

 private:
  void add_body(TokenRange name);
  bool behind_city(const Mention& state) const;
  std::uint32_t past_suffix(std::uint32_t end) const;

  const NameTokens& tokens_;
  std::uint32_t sentence_;  // index of Document::sentences
  std::vector<Mention>& mentions_;
};

}  // namespace entente
