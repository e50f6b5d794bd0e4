#include "extract/pattern.h"

#include <algorithm>

#include "base/error.h"

namespace entente {
namespace {

using Kind = PatternElement::Kind;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// "subject", "object:organization", "both", "=award"
void read_slot(PatternElement& element, const std::string& text, const Error& broken) {
  if (text.starts_with('=')) {
    element.kind = Kind::Typed;
    element.types = split(text.substr(1), ',');
    return;
  }
  const std::string end = text.substr(0, text.find(':'));
  if (end.size() < text.size()) element.types = split(text.substr(end.size() + 1), ',');
  if (end == "subject") {
    element.kind = Kind::Subject;
  } else if (end == "object") {
    element.kind = Kind::Object;
  } else if (end == "both") {
    element.kind = Kind::Both;
  } else {
    throw broken;
  }
}

PatternElement read_element(std::string text, const Error& broken) {
  PatternElement element;
  if (text == "...") {
    element.kind = Kind::Gap;
    return element;
  }
  if (text.size() > 1 && text.ends_with('?')) {
    element.optional = true;
    text.pop_back();
  }
  if (text.starts_with('{') && text.ends_with('}')) {
    read_slot(element, text.substr(1, text.size() - 2), broken);
    return element;
  }
  if (text.size() > 2 && text[text.size() - 2] == '.') {
    const char form = text.back();
    if (form == 'v')
      element.kind = Kind::Verb;
    else if (form == 'p')
      element.kind = Kind::Passive;
    else if (form == 'n')
      element.kind = Kind::Noun;
    else
      throw broken;
    text.resize(text.size() - 2);
  }
  element.lemmas = split(text, '|');
  return element;
}

bool is_slot(const PatternElement& element) {
  return element.kind == Kind::Subject || element.kind == Kind::Object ||
         element.kind == Kind::Both;
}

void check(const Pattern& pattern, const Place& place) {
  const auto count = [&](Kind kind) {
    return std::count_if(pattern.elements.begin(), pattern.elements.end(),
                         [&](const PatternElement& e) { return e.kind == kind; });
  };
  const bool pair = count(Kind::Subject) == 1 && count(Kind::Object) == 1 && count(Kind::Both) == 0;
  const bool both = count(Kind::Subject) == 0 && count(Kind::Object) == 0 && count(Kind::Both) == 1;
  if (!pair && !both)
    throw Error(Fault::Input, place,
                "a pattern needs {subject} and {object} once each, or {both} once");
  const bool anchored =
      std::any_of(pattern.elements.begin(), pattern.elements.end(), [](const PatternElement& e) {
        return !is_slot(e) && e.kind != Kind::Typed && e.kind != Kind::Gap && !e.optional;
      });
  if (!anchored) throw Error(Fault::Input, place, "a pattern needs a word that must be there");
}

}  // namespace

bool Pattern::has_verb_subject() const {
  if (elements.size() < 2 || !is_slot(elements[0])) return false;
  return elements[1].kind == Kind::Verb || elements[1].kind == Kind::Passive;
}

std::vector<Pattern> compile_patterns(const Relation& relation) {
  std::vector<Pattern> patterns;
  for (std::size_t k = 0; k < relation.patterns.size(); ++k) {
    const RelationPattern& source = relation.patterns[k];
    const Place place{relation.file, source.line, 0};
    Pattern pattern;
    pattern.relation = &relation;
    pattern.rule = relation.name + "/" + std::to_string(k + 1);
    if (source.text.starts_with('@')) {
      pattern.structural = source.text.substr(1);
    } else {
      for (const std::string& word : split(source.text, ' ')) {
        pattern.elements.push_back(read_element(
            word, Error(Fault::Input, place,
                        "cannot read \"" + word + "\" of pattern \"" + source.text + "\"")));
      }
      check(pattern, place);
    }
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

}  // namespace entente
