#include "train/annotations.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/files.h"

namespace entente {

std::vector<LabelledSentence::Name> LabelledSentence::names() const {
  std::vector<Name> names;
  std::string open;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const std::string type = labels[i].size() < 3 ? "O" : labels[i].substr(2);
    if (type == "O") {
      open.clear();
      continue;
    }
    if (labels[i][0] == 'B' || type != open) names.push_back({i, i, type});
    open = type;
    names.back().end = i + 1;
  }
  return names;
}

std::vector<LabelledSentence> read_iob2(const std::filesystem::path& file) {
  std::istringstream in(read_file(file));
  std::vector<LabelledSentence> sentences;
  LabelledSentence sentence;
  const auto finish = [&] {
    if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
  };
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) {
      finish();
      continue;
    }
    if (line[0] == '#') continue;
    std::istringstream fields(line);
    std::string index;
    std::string form;
    std::string label;
    if (!std::getline(fields, index, '\t') || !std::getline(fields, form, '\t') ||
        !std::getline(fields, label, '\t'))
      throw Error(Fault::Input, Place{file.string(), number, 0},
                  "found \"" + line + "\", expected number, word and label");
    sentence.forms.push_back(form);
    sentence.labels.push_back(label);
  }
  finish();
  return sentences;
}

std::vector<LabelledSentence> read_redocred(const std::filesystem::path& file) {
  rapidjson::Document json;
  json.Parse(read_file(file).c_str());
  if (json.HasParseError() || !json.IsArray())
    throw Error(Fault::Input, Place{file.string(), 0, 0}, "not a JSON array");
  static const std::set<std::string> kKept = {"PER", "ORG", "LOC", "MISC"};
  std::vector<LabelledSentence> sentences;
  for (const auto& article : json.GetArray()) {
    const std::size_t first = sentences.size();
    for (const auto& words : article["sents"].GetArray()) {
      sentences.emplace_back();
      for (const auto& word : words.GetArray())
        sentences.back().forms.emplace_back(word.GetString());
      sentences.back().labels.assign(sentences.back().forms.size(), "O");
    }
    for (const auto& entity : article["vertexSet"].GetArray()) {
      for (const auto& mention : entity.GetArray()) {
        const std::string type = mention["type"].GetString();
        auto& labels = sentences.at(first + mention["sent_id"].GetUint()).labels;
        const unsigned begin = mention["pos"][0].GetUint();
        const unsigned end = mention["pos"][1].GetUint();
        if (!kKept.contains(type) || end > labels.size() ||
            std::any_of(labels.begin() + begin, labels.begin() + end,
                        [](const std::string& label) { return label != "O"; }))
          continue;
        for (unsigned i = begin; i < end; ++i) labels[i] = (i == begin ? "B-" : "I-") + type;
      }
    }
  }
  return sentences;
}

std::vector<AnnotatedArticle> read_annotations(const std::filesystem::path& annotations,
                                               const std::filesystem::path& articles,
                                               std::size_t nth, std::size_t of) {
  std::map<std::string, RawArticle> by_url;
  read_articles(
      {articles.string()}, [&](const RawArticle& raw) { by_url.emplace(raw.article.url, raw); },
      [](const Warning&) {});
  std::vector<AnnotatedArticle> chosen;
  std::istringstream in(read_file(annotations));
  std::string line;
  std::size_t index = 0;
  bool wanted = false;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const auto fail = [&](const std::string& what) {
      throw Error(Fault::Input, Place{annotations.string(), number, 0}, what);
    };
    std::istringstream fields(line);
    std::string kind;
    std::string word;
    fields >> kind;
    if (kind == "article") {
      fields >> word;
      wanted = index++ % of == nth;
      if (!wanted) continue;
      const auto found = by_url.find(word);
      if (found == by_url.end()) fail("there is no article " + word);
      chosen.push_back({found->second, {}, {}});
      continue;
    }
    if (!wanted) continue;
    AnnotatedName name{};
    fields >> name.span.begin >> name.span.end >> word;
    const auto type = name_type_of(word);
    if (!fields || !type || (kind != "title" && kind != "text"))
      fail("found \"" + line + "\", expected title or text, two numbers and a type");
    name.type = *type;
    (kind == "title" ? chosen.back().title : chosen.back().text).push_back(name);
  }
  return chosen;
}

}  // namespace entente
