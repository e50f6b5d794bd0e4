// The connections of a report: every pair of entities, every fact between them, every sentence that
// states it.

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

#include "graph/ledger.h"
#include "out/report_sections.h"
#include "out/wording.h"

namespace entente {
namespace {

std::string date_in_words(const std::optional<DateRange>& when) {
  if (!when) return "no date in the text";
  switch (precision(*when)) {
    case Precision::Month:
      return date_html(*when) + " (the month)";
    case Precision::Year:
      return date_html(*when) + " (the year)";
    case Precision::Interval:
      return date_html(*when) + " (from the first to the last day)";
    case Precision::Day:
      break;
  }
  return date_html(*when);
}

// One sentence, and where else the same text was printed.
struct Said {
  const Evidence* evidence;
  std::vector<const Evidence*> copies;
};

std::vector<Said> said_of(const Fact& fact) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  std::vector<Said> all;
  for (const Evidence& evidence : fact.evidence) {
    const auto [at, is_new] = known.emplace(
        std::pair<std::string_view, std::string_view>(source_of(evidence), evidence.quote),
        all.size());
    if (is_new || all[at->second].evidence->article == evidence.article) {
      all.push_back({&evidence, {}});
    } else {
      all[at->second].copies.push_back(&evidence);
    }
  }
  return all;
}

class Connections {
 public:
  Connections(std::ostream& out, const ReportContent& content)
      : out_(out), content_(content), words_(content) {}

  void write(const ReportContent::Pair& pair, std::size_t number) const {
    const bool lone = pair.facts.size() == 1;  // its sentence names both: heading enough
    out_ << "<div class=\"pair\" id=\"p" << number << "\">\n";
    if (!lone) out_ << "<h3>" << words_.pair(pair) << "</h3>\n";
    for (const Fact* fact : pair.facts) write_fact(*fact, lone ? "h3" : "h4");
    out_ << "</div>\n";
  }

 private:
  void write_fact(const Fact& fact, std::string_view heading) const {
    const std::size_t number = content_.number_of_fact(fact.id);
    out_ << "<div class=\"fact\" id=\"f" << number << "\">\n<" << heading
         << "><span class=\"number\">" << number << "</span> " << words_.status(fact)
         << words_.sentence(fact) << "</" << heading << ">\n";
    write_facts_of(fact);
    for (const Said& said : said_of(fact)) write_said(fact, said);
    out_ << "</div>\n";
  }

  void write_facts_of(const Fact& fact) const {
    out_ << "<p class=\"meta\">" << date_in_words(fact.when) << " · " << to_string(fact.status)
         << words_.speakers(fact) << " · " << counted(sources(fact), "source", "sources") << " · "
         << std::min(99L, std::lround(100 * confidence(fact))) << "&#160;% sure</p>\n";
    const Event* event = content_.graph.event(fact.event);
    if (event == nullptr) return;
    for (const std::string& other : other_words(content_.graph, *event)) {
      out_ << "<p class=\"conflict\"><strong>Contradicted:</strong> another sentence says "
           << page_text(other) << "</p>\n";
    }
  }

  void write_said(const Fact& fact, const Said& said) const {
    const Evidence& evidence = *said.evidence;
    out_ << "<figure>\n<blockquote dir=\"auto\"><p>" << words_.quote(evidence)
         << "</p></blockquote>\n<figcaption>";
    if (!evidence.said_by.empty()) {
      out_ << "According to " << words_.entity(evidence.said_by) << ". ";
    }
    out_ << (is_of_reader(evidence) ? "Entered by the reader: " : "")
         << words_.source(evidence.article);
    for (const Evidence* copy : said.copies) {
      out_ << (copy == said.copies.front() ? "; the same text: " : "; ")
           << words_.source(copy->article);
    }
    out_ << '.';
    if (!evidence.date_phrase.empty()) {
      out_ << " Date from “<bdi>" << page_text(evidence.date_phrase) << "</bdi>”.";
    }
    const std::string stand_ins = words_.stand_ins(fact, evidence);
    if (!stand_ins.empty()) out_ << ' ' << stand_ins << '.';
    out_ << "</figcaption>\n</figure>\n";
  }

  std::ostream& out_;
  const ReportContent& content_;
  ReportWords words_;
};

}  // namespace

void write_report_connections(std::ostream& out, const ReportContent& content) {
  out << "<section id=\"connections\" aria-labelledby=\"connections-heading\">\n"
         "<h2 id=\"connections-heading\">Connections</h2>\n"
         "<p class=\"note\">Every fact with every sentence that states it, word for word. "
         "<mark class=\"end\">Who and whom</mark> the sentence connects is set bold, "
         "<mark class=\"trigger\">the words that say so</mark> are underlined.</p>\n";
  const Connections connections(out, content);
  for (std::size_t i = 0; i < content.pairs.size(); ++i) {
    connections.write(content.pairs[i], i + 1);
  }
  out << "</section>\n";
}

}  // namespace entente
