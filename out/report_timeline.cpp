// The timeline of a report: what has a date, a table a year.

#include <ostream>

#include "out/report_sections.h"

namespace entente {
namespace {

int year_of(const Occurrence& one) {
  return static_cast<int>(std::chrono::year_month_day(one.when->first).year());
}

// The facts that a row stands for: all of the report that are of its event.
std::vector<const Fact*> facts_of(const ReportContent& content, const Occurrence& one) {
  if (one.event == nullptr) return {&content.graph[one.fact]};
  return content.facts_at.at(one.event->id);
}

void write_row(std::ostream& out, const ReportContent& content, const Occurrence& one) {
  const ReportWords words(content);
  const Fact& fact = content.graph[one.fact];
  out << "<tr><th scope=\"row\">" << date_html(*one.when) << "</th><td>" << words.status(fact)
      << words.sentence(one) << words.speakers(fact);
  if (one.sources > 1) {
    out << " <span class=\"sources\">" << counted(one.sources, "source", "sources") << "</span>";
  }
  out << "</td><td class=\"numbers\">" << words.fact_links(facts_of(content, one))
      << "</td></tr>\n";
}

void open_year(std::ostream& out, int year) {
  out << "<table class=\"timeline\">\n<caption><h3>" << year
      << "</h3></caption>\n<thead class=\"hidden\"><tr><th scope=\"col\">Date</th>"
         "<th scope=\"col\">What happened</th><th scope=\"col\">Facts</th></tr></thead>\n<tbody>\n";
}

}  // namespace

void write_report_timeline(std::ostream& out, const ReportContent& content) {
  out << "<section id=\"timeline\" aria-labelledby=\"timeline-heading\">\n"
         "<h2 id=\"timeline-heading\">Timeline</h2>\n<p class=\"note\">";
  std::size_t undated = 0;
  for (const KnowledgeGraph::Edge e : content.facts) undated += content.graph[e].when ? 0 : 1;
  if (content.timeline.empty()) {
    out << "No fact has a date.";
  } else {
    out << "What has a date, as exactly as the articles give it: a day, a month, a year. The "
           "numbers lead to the sentences.";
  }
  if (undated > 0) {
    out << ' ' << counted(undated, "fact", "facts")
        << (undated == 1 ? " has no date and stands" : " have no date and stand")
        << " under <a href=\"#connections\">Connections</a> only.";
  }
  out << "</p>\n";
  int year = 0;
  for (const Occurrence& one : content.timeline) {
    if (year_of(one) != year) {
      if (year != 0) out << "</tbody>\n</table>\n";
      year = year_of(one);
      open_year(out, year);
    }
    write_row(out, content, one);
  }
  if (year != 0) out << "</tbody>\n</table>\n";
  out << "</section>\n";
}

}  // namespace entente
