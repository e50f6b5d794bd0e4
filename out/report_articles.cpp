// The index of a report: the articles that it quotes, and those that gave nothing.

#include <ostream>

#include "out/report_sections.h"
#include "out/wording.h"

namespace entente {
namespace {

void write_row(std::ostream& out, const ReportContent& content, const Article& article) {
  const ReportWords words(content);
  const std::size_t number = content.number_of_article(article.id);
  out << "<tr id=\"a" << number << "\"><th scope=\"row\">" << number << "</th><td>"
      << words.title(article);
  if (is_web_address(article.url)) {
    out << "<span class=\"address\"> " << page_text(article.url) << "</span>";
  } else if (content.graph.article(article.id) == nullptr) {
    out << " (what the reader entered)";
  } else if (!article.title.empty()) {
    out << "<span class=\"from\"><bdi>" << page_text(article.id) << "</bdi></span>";
  }
  std::string from = article.outlet.empty() ? "" : "<bdi>" + page_text(article.outlet) + "</bdi>";
  if (!article.author.empty()) {
    from += (from.empty() ? "by <bdi>" : ", by <bdi>") + page_text(article.author) + "</bdi>";
  }
  if (!from.empty()) out << "<span class=\"from\">" << from << "</span>";
  out << "</td><td>" << (article.published ? date_html(*article.published) : "")
      << "</td><td class=\"numbers\">" << words.fact_links(content.facts_in.at(article.id))
      << "</td></tr>\n";
}

void write_silent(std::ostream& out, const ReportContent& content) {
  if (content.silent.empty()) return;
  out << "<h3>Read without finding a fact</h3>\n<ul class=\"silent\">\n";
  const ReportWords words(content);
  for (const Article& article : content.silent) {
    out << "<li>" << words.title(article);
    if (!article.outlet.empty()) out << ", <bdi>" << page_text(article.outlet) << "</bdi>";
    if (article.published) out << ", " << date_html(*article.published);
    out << "</li>\n";
  }
  out << "</ul>\n";
}

}  // namespace

void write_report_articles(std::ostream& out, const ReportContent& content) {
  out << "<section id=\"articles\" aria-labelledby=\"articles-heading\">\n"
         "<h2 id=\"articles-heading\">Articles</h2>\n<table class=\"articles\">\n"
         "<caption class=\"hidden\">The articles that are quoted, in order of publication"
         "</caption>\n<thead><tr><th scope=\"col\"><abbr title=\"Number\">No.</abbr></th>"
         "<th scope=\"col\">Article</th>"
         "<th scope=\"col\">Published</th><th scope=\"col\">Facts</th></tr></thead>\n<tbody>\n";
  for (const Article& article : content.articles) write_row(out, content, article);
  out << "</tbody>\n</table>\n";
  write_silent(out, content);
  out << "</section>\n";
}

}  // namespace entente
