// Markdown: see markdown.h.

#include "out/markdown.h"

#include "base/utf8.h"
#include "out/wording.h"

namespace entente {
namespace {

std::string trimmed(std::string_view text) {
  const std::string line = printable(text);
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(' ') + 1 - begin);
}

// "1." and "1)" begin a list, as do "-" and "+".
std::size_t list_mark(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(static_cast<unsigned char>(line[digits]))) ++digits;
  const bool numbered =
      digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (numbered) return digits;
  return !line.empty() && (line[0] == '-' || line[0] == '+') ? 0 : std::string_view::npos;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = trimmed(text);
  const std::size_t mark = list_mark(line);
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool special =
        std::string_view("\\`*_[]<>&|~$#%^=").find(line[i]) != std::string_view::npos;
    if (special || i == mark) escaped += '\\';
    escaped += line[i];
  }
  return escaped;
}

std::string markdown_link(std::string_view text, std::string_view url) {
  if (!is_web_address(url)) return markdown_text(text);
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    // No bracket of a note's link, and no end of an entity, which would be decoded.
    if (byte >= 0x80 || std::string_view("<>\\[]|^`;\"").find(c) != std::string_view::npos) {
      address += {'%', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      address += c;
    }
  }
  return '[' + markdown_text(text) + "](<" + address + ">)";
}

std::string markdown_sentence(const KnowledgeGraph& graph, const Ontology& ontology,
                              const Fact& fact, const std::string& subject,
                              const std::string& object) {
  const Relation* relation = ontology.relation(fact.relation);
  std::string sentence;
  std::string_view phrase = relation != nullptr ? std::string_view(relation->phrase)
                                                : std::string_view("{subject} {object}");
  if (relation == nullptr) sentence = markdown_text(fact.relation) + ": ";
  while (!phrase.empty()) {
    const bool is_subject = phrase.starts_with("{subject}");
    if (is_subject || phrase.starts_with("{object}")) {
      sentence += is_subject ? subject : object;
      phrase.remove_prefix(is_subject ? 9 : 8);
    } else {
      sentence += phrase.front();
      phrase.remove_prefix(1);
    }
  }
  std::string more;
  if (fact.status != Status::Happened) more = to_string(fact.status);
  for (const auto& [key, value] : fact.qualifiers) {
    const auto entity = graph.find(value);
    more += (more.empty() ? "" : "; ") + markdown_text(key) + ": " +
            markdown_text(entity ? graph[*entity].name : value);
  }
  return more.empty() ? sentence : sentence + " (" + more + ")";
}

}  // namespace entente
