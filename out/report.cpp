// A report: see report.h. The page around its sections: head, contents, how to read it.

#include "out/report.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "out/picture.h"
#include "out/report_sections.h"
#include "out/view.h"
#include "out/wording.h"
#include "query/occasions.h"

namespace entente {
namespace {

constexpr std::size_t kAllNames = 400;  // entities up to which the contents name each
constexpr std::size_t kFewNames = 20;   // entities of a type that need no letters to be found
constexpr std::size_t kMostTold = 6;    // names in the head of the page

std::vector<const Fact*> all_facts(const ReportContent& content) {
  std::vector<const Fact*> facts;
  for (const KnowledgeGraph::Edge e : content.facts) facts.push_back(&content.graph[e]);
  return facts;
}

std::optional<DateRange> published(const std::vector<Article>& articles) {
  std::optional<DateRange> span;
  for (const Article& article : articles) {
    if (!article.published) continue;
    if (!span) span = article.published;
    span->first = std::min(span->first, article.published->first);
    span->last = std::max(span->last, article.published->last);
  }
  return span;
}

class Page {
 public:
  Page(std::ostream& out, const ReportContent& content, const ReportOptions& options)
      : out_(out), content_(content), options_(options), words_(content) {}

  // `colors`: further rules of style, for the diagram.
  void write(const View& view, const std::string& svg, const std::string& colors) {
    has_diagram_ = !view.nodes.empty();
    write_head(title(view), colors);
    write_contents();
    out_ << "<main id=\"main\">\n";
    if (has_diagram_) write_report_diagram(out_, content_, view, svg);
    write_report_timeline(out_, content_);
    write_report_dossiers(out_, content_);
    write_report_connections(out_, content_);
    write_report_articles(out_, content_);
    write_notes();
    out_ << "</main>\n</body>\n</html>\n";
  }

 private:
  std::string title(const View& view) const {
    if (!options_.title.empty()) return options_.title;
    return title_of(view, content_.graph, options_.about, all_facts(content_));
  }

  void write_head(const std::string& title, const std::string& colors) const {
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"generator\" content=\"Entente\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            // Whatever an article says: nothing is fetched, nothing runs.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<title>"
         << page_text(title) << "</title>\n<style>\n"
         << report_css() << colors
         << "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
            "<header>\n<p class=\"kicker\">Report from "
         << counted(content_.read, "article", "articles") << "</p>\n<h1>" << page_text(title)
         << "</h1>\n<p class=\"standfirst\">";
    write_figures();
    out_
        << "</p>\n<p class=\"note\">A program read these sentences; it misses many and may misread "
           "some. Compare a quote with its article before you print it. "
           "<a href=\"#notes\">How to read this report</a></p>\n</header>\n";
  }

  void write_figures() const {
    std::set<std::string_view> outlets;
    for (const Article& article : content_.articles) {
      if (!article.outlet.empty()) outlets.insert(article.outlet);
    }
    out_ << counted(content_.facts.size(), "fact", "facts") << " about "
         << counted(content_.entities.size(), "person, country or other entity",
                    "people, countries and others")
         << ", from " << counted(content_.sentences, "sentence", "sentences") << " of "
         << counted(content_.read, "article", "articles");
    if (!outlets.empty()) out_ << " of " << counted(outlets.size(), "outlet", "outlets");
    if (const auto when = published(content_.articles)) {
      out_ << ", published " << date_html(*when);
    }
    if (content_.entries > 0) {
      out_ << ", and " << counted(content_.entries, "entry", "entries") << " of the reader";
    }
    out_ << ". Most is told of " << in_a_row(most_told()) << '.';
  }

  std::vector<std::string> most_told() const {
    std::vector<std::string_view> ids;
    for (const KnowledgeGraph::Vertex v : content_.entities) ids.push_back(content_.graph[v].id);
    std::ranges::stable_sort(ids, std::greater(),
                             [&](std::string_view id) { return content_.facts_of.at(id).size(); });
    ids.resize(std::min(ids.size(), kMostTold));
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const std::string_view id : ids) {
      names.push_back(words_.entity(id) + " (" + std::to_string(content_.facts_of.at(id).size()) +
                      ")");
    }
    return names;
  }

  void write_contents() const {
    out_ << "<nav class=\"contents\" aria-labelledby=\"contents-heading\">\n"
            "<h2 id=\"contents-heading\">Contents</h2>\n<ul>\n";
    if (has_diagram_) out_ << "<li><a href=\"#diagram\">Diagram</a></li>\n";
    out_ << "<li><a href=\"#timeline\">Timeline</a></li>\n"
            "<li><a href=\"#dossiers\">Dossiers</a>\n<ul>\n";
    for (const EntityGroup& group : entity_groups(content_)) {
      const std::string target = "#group-" + std::to_string(group.first);
      out_ << "<li><a href=\"" << target << "\">" << page_text(group.heading) << "</a> ("
           << group.last - group.first + 1 << ')';
      write_names(group);
      out_ << "</li>\n";
    }
    if (!content_.unconnected.empty()) {
      out_ << "<li><a href=\"#unconnected\">Also named</a> (" << content_.unconnected.size()
           << ")</li>\n";
    }
    out_ << "</ul>\n</li>\n<li><a href=\"#connections\">Connections</a></li>\n"
            "<li><a href=\"#articles\">Articles</a></li>\n"
            "<li><a href=\"#notes\">How to read this report</a></li>\n</ul>\n</nav>\n";
  }

  // Every name; of very many, the first of each letter.
  void write_names(const EntityGroup& group) const {
    const bool all = content_.entities.size() <= kAllNames;
    if (!all && group.last - group.first < kFewNames) return;
    out_ << "\n<ul class=\"" << (all ? "names" : "letters") << "\">\n";
    std::string letter;
    for (std::size_t i = group.first; i <= group.last; ++i) {
      const Entity& entity = content_.graph[content_.entities[i - 1]];
      const std::string folded = fold(entity.name);
      const std::string first = folded.empty() ? "–" : initial(folded);
      if (!all && first == letter) continue;
      letter = first;
      out_ << "<li>" << (all ? words_.entity(entity.id) : page_link("e", i, page_text(first)))
           << "</li>\n";
    }
    out_ << "</ul>\n";
  }

  static std::string initial(const std::string& folded) {
    return capitalized(folded.substr(0, decode_at(folded, 0).length));
  }

  void write_notes() const {
    out_
        << "<section id=\"notes\" aria-labelledby=\"notes-heading\">\n"
           "<h2 id=\"notes-heading\">How to read this report</h2>\n<dl>\n"
           "<dt>Facts</dt><dd>Each is what at least one sentence says of two entities, and bears a "
           "number by which all parts of the report refer to it. Being named together makes no "
           "fact. What is not here may still be true: a missing connection proves "
           "nothing.</dd>\n"
           "<dt>Dates</dt><dd>They come from the words of the sentence and are no more exact "
           "than those. Where they say nothing, there is none.</dd>\n"
           "<dt>Status</dt><dd>What is not marked happened, as the articles say. "
           "<strong class=\"status planned\">planned</strong>, "
           "<strong class=\"status denied\">denied</strong> and "
           "<strong class=\"status hypothetical\">hypothetical</strong> facts are marked so, in "
           "front.";
    if (content_.other_statuses > 0) {
      out_ << ' ' << counted(content_.other_statuses, "fact is", "facts are")
           << " left out for their status; the option --status all brings them in.";
    }
    out_ << "</dd>\n"
            "<dt>According to</dt><dd>Somebody is quoted as saying so; the article itself does "
            "not.</dd>\n"
            "<dt>Sources</dt><dd>Articles with different texts. A wire story that many print is "
            "one source.</dd>\n"
            "<dt>Sure</dt><dd>How far the program trusts its own reading of the sentences. It "
            "does not know whether they are true.</dd>\n</dl>\n</section>\n";
  }

  std::ostream& out_;
  const ReportContent& content_;
  const ReportOptions& options_;
  ReportWords words_;
  bool has_diagram_ = false;
};

View view_of(const ReportContent& content, const ReportOptions& options) {
  ViewOptions view;
  view.filter = options.filter;
  view.about = options.about;
  view.hops = options.hops;
  if (content.entities.size() > options.top) view.top = options.top;
  View drawn = make_view(content.graph, content.ontology, view);
  for (View::Edge& edge : drawn.edges) edge.url.clear();  // its lines lead to places in the page
  return drawn;
}

}  // namespace

Report make_report(const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
                   const ReportOptions& options) {
  const ReportContent content = report_content(graph, ontology, options);
  Report report{{}, content.entities.size(), content.facts.size(), content.read};
  if (content.facts.empty()) return report;
  const View view = view_of(content, options);
  PictureOptions picture;
  picture.seed = options.seed;
  const std::string svg = view.nodes.empty() ? std::string() : draw(view, style, picture);
  const std::string colors = options.dark ? report_dark_css(svg, style, *options.dark) : "";
  std::ostringstream out;
  Page(out, content, options).write(view, svg, colors);
  report.page = out.str();
  return report;
}

}  // namespace entente
