#include "extract/layers.h"

#include <vector>

namespace entente {
namespace {

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return line;
}

class Lines {
 public:
  explicit Lines(const Document& document) : document_(document) {}

  void add(Span span, std::string_view what) {
    out_ += std::to_string(span.begin) + '\t' + std::to_string(span.end) + '\t' +
            std::string(what) + '\t' + one_line(slice(document_.article.text, span)) + '\n';
  }
  void add(TokenRange range, std::string_view what) { add(span_of(document_, range), what); }
  std::string take() { return std::move(out_); }

 private:
  const Document& document_;
  std::string out_;
};

std::string names_in(const Phrase& phrase, const Extraction& extraction) {
  std::string names;
  for (const Member& member : phrase.members) {
    names +=
        (names.empty() ? "" : " + ") +
        (member.entity < 0 ? std::string("?")
                           : extraction.entities[static_cast<std::size_t>(member.entity)].name);
  }
  return names;
}

}  // namespace

std::string layer_lines(const Document& document, const Extraction& extraction,
                        std::string_view stage) {
  Lines lines(document);
  if (stage == "tokenize") {
    for (const Token& token : document.tokens) lines.add(token.span, token.lower);
  } else if (stage == "split") {
    for (const Sentence& sentence : document.sentences)
      lines.add(sentence.tokens, to_string(document.blocks[sentence.block].kind));
  } else if (stage == "words") {
    for (const Word& word : document.words) lines.add(word.span, "word");
  } else if (stage == "times" || stage == "dates") {
    for (const TimeMention& time : document.times) lines.add(time.tokens, to_iso(time.when));
  } else if (stage == "tag") {
    for (const Word& word : document.words)
      lines.add(word.span, std::string(upos(word.tag)) + ' ' + std::string(penn_name(word.penn)));
  } else if (stage == "guess") {
    for (const Guess& guess : document.guesses) lines.add(guess.tokens, guess.type);
  } else if (stage == "names") {
    for (const Mention& mention : document.mentions)
      lines.add(mention.tokens, (mention.type.empty() ? "?" : mention.type) + " by " + mention.how);
  } else if (stage == "entities") {
    for (const Mention& mention : document.mentions) {
      if (mention.entity >= 0)
        lines.add(mention.tokens, extraction.entities[static_cast<std::size_t>(mention.entity)].id);
    }
  } else if (stage == "roles") {
    for (const Role& role : document.roles) lines.add(role.tokens, role.kind);
  } else if (stage == "phrases") {
    for (const Phrase& phrase : document.phrases)
      lines.add(phrase.tokens, names_in(phrase, extraction));
  } else if (stage == "facts") {
    for (const Fact& fact : extraction.facts)
      lines.add(fact.evidence.front().sentence,
                fact.subject + ' ' + fact.relation + ' ' + fact.object);
  }
  return lines.take();
}

std::string drawn_trees(const Document& document) {
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    const TokenRange range = sentence.words;
    if (document.words[range.begin].head == kNotParsed) continue;
    std::vector<std::vector<std::uint32_t>> below(range.size());
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      const std::uint32_t head = document.words[w].head;
      (head == w ? waiting : below[head - range.begin]).push_back(w);
    }
    out += one_line(slice(document.article.text, span_of(document, sentence.tokens))) + '\n';
    std::vector<std::size_t> depth(range.size(), 1);
    while (!waiting.empty()) {
      const std::uint32_t w = waiting.back();
      waiting.pop_back();
      const Word& word = document.words[w];
      out += std::string(2 * depth[w - range.begin], ' ') +
             std::string(slice(document.article.text, word.span)) + "  " +
             std::string(to_string(word.deprel)) + ' ' + std::string(upos(word.tag)) + '\n';
      const auto& children = below[w - range.begin];
      for (auto child = children.rbegin(); child != children.rend(); ++child) {
        depth[*child - range.begin] = depth[w - range.begin] + 1;
        waiting.push_back(*child);
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace entente
