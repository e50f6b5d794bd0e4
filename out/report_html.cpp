// The words of a report: see report_html.h.

#include "out/report_html.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "graph/ledger.h"
#include "out/marked_quote.h"
#include "out/phrase.h"
#include "out/wording.h"
#include "out/xml.h"

namespace entente {
namespace {

constexpr std::string_view kSubject = "{subject}";

std::string isolated(std::string_view text) { return "<bdi>" + page_text(text) + "</bdi>"; }

std::string all_of(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!text.empty()) all += (all.empty() ? "" : std::string(between)) + text;
  }
  return all;
}

}  // namespace

std::string page_text(std::string_view text) { return xml_text(printable(text)); }

std::string web_link(std::string_view url, std::string_view html) {
  if (!is_web_address(url)) return std::string(html);
  return "<a rel=\"external noopener noreferrer\" href=\"" + page_text(quoted_address(url)) +
         "\">" + std::string(html) + "</a>";
}

std::string page_link(std::string_view kind, std::size_t number, std::string_view html) {
  return "<a href=\"#" + std::string(kind) + std::to_string(number) + "\">" + std::string(html) +
         "</a>";
}

std::string capitalized(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  }
  return result;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + ' ' + std::string(number == 1 ? one : many);
}

// What HTML has no notation for, an interval, is words only.
std::string date_html(DateRange when) {
  const std::string words = page_text(to_words(when));
  if (precision(when) == Precision::Interval) return words;
  return "<time datetime=\"" + to_iso(when) + "\">" + words + "</time>";
}

std::string ReportWords::name(std::string_view entity) const {
  const auto vertex = content_.graph.find(entity);
  const std::string name = vertex ? content_.graph[*vertex].name : std::string();
  const bool blank = printable(name).find_first_not_of(' ') == std::string::npos;
  return blank ? std::string(entity) : name;
}

std::string ReportWords::entity(std::string_view entity) const {
  const std::size_t number = content_.number_of_entity(entity);
  const std::string html = isolated(name(entity));
  return number == 0 ? html : page_link("e", number, html);
}

std::string ReportWords::pair(const ReportContent::Pair& pair) const {
  const std::string& a = content_.graph[pair.a].id;
  const std::string& b = content_.graph[pair.b].id;
  return a == b ? entity(a) : entity(a) + " and " + entity(b);
}

std::string ReportWords::value(const std::string& qualifier) const {
  return content_.graph.find(qualifier) ? entity(qualifier) : isolated(qualifier);
}

std::string ReportWords::filled(const Fact& fact, std::string_view phrase,
                                const std::string& subject, const std::string& object) const {
  const std::string whole = phrase_of(content_.ontology, fact);
  std::map<std::string, std::string> values;
  for (const auto& [key, text] : fact.qualifiers) values[key] = value(text);
  std::string place;
  std::vector<std::string> notes;
  for (const auto& [key, html] : values) {
    if (whole.find('{' + key + '}') != std::string::npos) continue;
    if (key == "place") {
      place = " <span class=\"at\">· " + html + "</span>";
    } else {
      notes.push_back(page_text(key) + ": " + html);
    }
  }
  values["subject"] = subject;
  values["object"] = object;
  // The phrase is ours, but for a relation that the ontology does not have.
  const std::string text = filled_phrase(page_text(phrase), values) + place;
  return notes.empty() ? text : text + " (" + all_of(notes, "; ") + ")";
}

std::string ReportWords::sentence(const Fact& fact) const {
  return filled(fact, phrase_of(content_.ontology, fact), entity(fact.subject),
                entity(fact.object));
}

std::string ReportWords::sentence_of(const Fact& fact, std::string_view own) const {
  const std::string phrase = phrase_of(content_.ontology, fact);
  const Relation* relation = content_.ontology.relation(fact.relation);
  const bool symmetric = relation != nullptr && relation->symmetric;
  const bool begins = fact.subject == own || symmetric;
  const std::string& other = fact.subject == own ? fact.object : fact.subject;
  if (!begins) return filled(fact, phrase, entity(fact.subject), isolated(name(own)));
  std::string_view rest = phrase;
  if (rest.starts_with(kSubject)) {
    rest.remove_prefix(kSubject.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
  }
  const std::string told = relation != nullptr ? relation->label + ' ' : std::string();
  if (!told.empty() && rest.starts_with(told)) rest.remove_prefix(told.size());
  return filled(fact, rest, isolated(name(own)), entity(other));
}

std::string ReportWords::sentence(const Occurrence& occurrence) const {
  const auto names = [&](const std::vector<KnowledgeGraph::Vertex>& entities) {
    std::vector<std::string> all;
    all.reserve(entities.size());
    for (const KnowledgeGraph::Vertex v : entities) all.push_back(entity(content_.graph[v].id));
    return in_a_row(all);
  };
  const Fact& fact = content_.graph[occurrence.fact];
  const Sides sides = sides_of(content_.graph, occurrence);
  std::string text =
      filled(fact, phrase_of(content_.ontology, fact), names(sides.subjects), names(sides.objects));
  for (const std::string& role : other_roles(content_.graph, occurrence)) {
    text += " <span class=\"at\">· " + page_text(role) + "</span>";
  }
  return text;
}

std::string ReportWords::status(const Fact& fact) const {
  if (fact.status == Status::Happened) return {};
  const std::string word(to_string(fact.status));
  return "<strong class=\"status " + word + "\">" + word + "</strong> ";
}

std::string ReportWords::speakers(const Fact& fact) const {
  std::set<std::string> ids;
  for (const Evidence& said : fact.evidence) {
    if (said.said_by.empty()) return {};  // this sentence says so by itself
    ids.insert(said.said_by);
  }
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const std::string& id : ids) names.push_back(entity(id));
  if (names.empty()) return {};
  return " <span class=\"said\">according to " + in_a_row(names) + "</span>";
}

std::string ReportWords::fact_link(const Fact& fact) const {
  const std::size_t number = content_.number_of_fact(fact.id);
  return page_link("f", number, "<span class=\"hidden\">fact </span>" + std::to_string(number));
}

std::string ReportWords::fact_links(const std::vector<const Fact*>& facts) const {
  std::vector<std::string> links;
  links.reserve(facts.size());
  for (const Fact* fact : facts) links.push_back(fact_link(*fact));
  return all_of(links, ", ");
}

std::string ReportWords::quote(const Evidence& evidence) const {
  std::string html = "“";
  for (const QuotePart& part : quote_parts(evidence)) {
    const std::string text = page_text(part.text);
    if (part.mark == QuoteMark::End) {
      html += "<mark class=\"end\">" + text + "</mark>";
    } else if (part.mark == QuoteMark::Trigger) {
      html += "<mark class=\"trigger\">" + text + "</mark>";
    } else {
      html += text;
    }
  }
  return html + "”";
}

std::string ReportWords::stand_ins(const Fact& fact, const Evidence& evidence) const {
  if (is_of_reader(evidence)) return {};
  const auto words_of = [&](Span span) {
    const Span in = evidence.sentence;
    const bool inside = span.begin >= in.begin && span.end <= in.end && span.begin < span.end &&
                        span.end - in.begin <= evidence.quote.size();
    return inside ? evidence.quote.substr(span.begin - in.begin, span.end - span.begin)
                  : std::string();
  };
  const auto stands_in = [&](const std::string& words, const std::string& id) {
    const auto vertex = content_.graph.find(id);
    if (words.empty() || !vertex) return false;
    const Entity& entity = content_.graph[*vertex];
    const std::string folded = fold(words);
    const auto is_same = [&](const std::string& name) { return fold(name) == folded; };
    return !is_same(entity.name) && std::ranges::none_of(entity.aliases, is_same);
  };
  std::vector<std::string> told;
  const auto tell = [&](Span span, const std::string& id) {
    const std::string words = words_of(span);
    if (stands_in(words, id)) {
      told.push_back("“" + isolated(words) + "” is " + isolated(name(id)));
    }
  };
  tell(evidence.subject, fact.subject);
  tell(evidence.object, fact.object);
  return all_of(told, "; ");
}

std::string ReportWords::title(const Article& article) const {
  const bool blank = printable(article.title).find_first_not_of(' ') == std::string::npos;
  return web_link(article.url, "<cite>" + isolated(blank ? article.id : article.title) + "</cite>");
}

std::string ReportWords::source(std::string_view id) const {
  const Article* article = content_.graph.article(id);
  const std::size_t number = content_.number_of_article(id);
  const std::string link = page_link("a", number, "article " + std::to_string(number));
  if (article == nullptr) return isolated(id) + ", " + link;
  return all_of({title(*article), article->outlet.empty() ? "" : isolated(article->outlet),
                 article->published ? date_html(*article->published) : "", link},
                ", ");
}

}  // namespace entente
