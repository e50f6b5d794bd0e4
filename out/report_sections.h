#pragma once
// The sections of a report, each from its <section> to its </section>. report.cpp puts them
// together.

#include <iosfwd>
#include <string>
#include <string_view>

#include "out/report_html.h"
#include "out/style.h"
#include "out/view.h"

namespace entente {

// The picture inside the page: the SVG of `view` in which nodes lead to dossiers and lines to
// connections. What is not in the picture is said in words.
void write_report_diagram(std::ostream& out, const ReportContent& content, const View& view,
                          const std::string& svg);

void write_report_timeline(std::ostream& out, const ReportContent& content);
void write_report_dossiers(std::ostream& out, const ReportContent& content);
void write_report_connections(std::ostream& out, const ReportContent& content);
void write_report_articles(std::ostream& out, const ReportContent& content);

// The entities of one type, which stand together in ReportContent::entities.
struct EntityGroup {
  std::string heading;  // "People"; plain text
  std::size_t first;    // the numbers of its entities: from `first` ...
  std::size_t last;     // ... to `last`, included
};
std::vector<EntityGroup> entity_groups(const ReportContent& content);

std::string_view report_css();

// Rules that show the diagram `svg`, drawn in `light`, in the colours of `dark` on a dark screen.
std::string report_dark_css(const std::string& svg, const Style& light, const Style& dark);

}  // namespace entente
