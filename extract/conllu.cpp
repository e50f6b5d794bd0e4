#include "extract/conllu.h"

#include <charconv>

#include "base/error.h"
#include "base/files.h"
#include "extract/glyph.h"

namespace entente {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  return fields;
}

std::uint32_t number_of(std::string_view field, const Place& place) {
  std::uint32_t value = 0;
  const auto [stop, fault] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (fault != std::errc() || stop != field.data() + field.size())
    throw Error(Fault::Input, place, "found \"" + std::string(field) + "\", expected a number");
  return value;
}

}  // namespace

std::vector<ConlluSentence> read_conllu(const std::filesystem::path& file) {
  const std::string bytes = read_file(file);
  std::vector<ConlluSentence> sentences;
  ConlluSentence current;
  std::string document;
  std::uint32_t number = 0;
  std::uint32_t range_end = 0;  // last word of a token of several words
  bool range_glued = false;
  std::vector<std::uint32_t> lines;  // of the words of `current`
  const auto finish = [&] {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (current.tokens[i].head > lines.size())
        throw Error(Fault::Input, Place{file.string(), lines[i], 0},
                    "found head " + std::to_string(current.tokens[i].head) +
                        ", expected one of the sentence");
    }
    lines.clear();
    if (!current.tokens.empty()) sentences.push_back(std::move(current));
    current = {};
    current.document = document;
    range_end = 0;
  };
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = std::string_view(bytes).substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      finish();
    } else if (line.starts_with("# newdoc")) {
      const std::size_t name = line.find("= ");
      document = name == std::string_view::npos ? "" : line.substr(name + 2);
      current.document = document;
      current.paragraph = true;
    } else if (line.starts_with("# newpar")) {
      current.paragraph = true;
    } else if (line.starts_with("# text = ")) {
      current.text = line.substr(9);
    } else if (line[0] != '#') {
      const std::vector<std::string_view> fields = fields_of(line);
      const Place place{file.string(), number, 0};
      if (fields.size() != 10)
        throw Error(Fault::Input, place,
                    "found " + std::to_string(fields.size()) + " fields, expected 10");
      const bool glued = fields[9].find("SpaceAfter=No") != std::string_view::npos;
      if (const std::size_t dash = fields[0].find('-'); dash != std::string_view::npos) {
        range_end = number_of(fields[0].substr(dash + 1), place);
        range_glued = glued;
        continue;
      }
      if (fields[0].find('.') != std::string_view::npos) continue;
      const std::uint32_t id = number_of(fields[0], place);
      if (id != current.tokens.size() + 1)
        throw Error(Fault::Input, place,
                    "found word " + std::to_string(id) + ", expected " +
                        std::to_string(current.tokens.size() + 1));
      lines.push_back(number);
      current.tokens.push_back(
          {std::string(fields[1]), std::string(fields[2]), std::string(fields[3]),
           std::string(fields[4]), std::string(fields[5]), number_of(fields[6], place),
           std::string(fields[7]), id < range_end || (id == range_end ? range_glued : glued)});
    }
  }
  finish();
  return sentences;
}

std::string to_conllu(const Document& document, const Morphology& morphology, const Words& words) {
  std::string out;
  std::size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    ++number;
    const TokenRange range = sentence.words;
    if (document.words[range.begin].head == kNotParsed) continue;
    std::string text(slice(document.article.text, span_of(document, sentence.tokens)));
    for (char& c : text) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    out += "# sent_id = " + std::to_string(number) + "\n# text = " + text + "\n";
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      const Word& word = document.words[w];
      const std::string form(slice(document.article.text, word.span));
      const bool glued = w + 1 < range.end && word.span.end == document.words[w + 1].span.begin;
      out += std::to_string(w - range.begin + 1) + '\t' + form + '\t';
      out += word.tag == Tag::Propn ? form : lemma_of(lower_token(form), word.tag, words);
      out += '\t';
      out += upos(word.tag);
      out += '\t';
      out += penn_name(word.penn);
      out += '\t' + morphology.features(word, lower_token(form)) + '\t';
      out += std::to_string(word.head == w ? 0 : word.head - range.begin + 1) + '\t';
      out += to_string(word.deprel);
      out += glued ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
    }
    out += '\n';
  }
  return out;
}

}  // namespace entente
