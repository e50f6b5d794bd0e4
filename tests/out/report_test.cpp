// The report, read back by libxml2's HTML parser: what is in it, and whether a reader finds the way
// by ear, by keyboard and on paper.

#include "out/report.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

#include <map>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "out/marked_quote.h"
#include "out/phrase.h"
#include "out/report_html.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

class Html {
 public:
  explicit Html(const std::string& page)
      : document_(htmlReadMemory(page.data(), static_cast<int>(page.size()), "x.html", "UTF-8",
                                 HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_RECOVER),
                  xmlFreeDoc) {
    REQUIRE(document_);
  }

  // Text of each node that the path finds, in order of the page.
  std::vector<std::string> texts(const std::string& path) const {
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(
        xmlXPathNewContext(document_.get()), xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()),
        xmlXPathFreeObject);
    REQUIRE(found);
    std::vector<std::string> all;
    const xmlNodeSetPtr nodes = found->nodesetval;
    for (int i = 0; nodes != nullptr && i < nodes->nodeNr; ++i) {
      xmlChar* text = xmlNodeGetContent(nodes->nodeTab[i]);
      all.emplace_back(reinterpret_cast<const char*>(text));
      xmlFree(text);
    }
    return all;
  }

  std::size_t count(const std::string& path) const { return texts(path).size(); }
  std::string text(const std::string& path) const {
    const std::vector<std::string> all = texts(path);
    REQUIRE(all.size() == 1);
    return all.front();
  }

 private:
  std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document_;
};

std::string page_of(const KnowledgeGraph& graph, const ReportOptions& options = {}) {
  return make_report(graph, sample_ontology(), sample_style(), options).page;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

ReportOptions any_status() {
  ReportOptions options;
  options.filter.status.reset();
  return options;
}

// Anna met Marcus (two articles with one text, and one of its own), and plans to visit Kenya; what
// he did is only said by her.
KnowledgeGraph small_graph() {
  Fact met = fact("person:anna-keller", "met-with", "person:marcus-hale", "2024-08");
  const std::string quote = "The minister met Marcus Hale in August.";
  for (const char* article : {"one.txt", "two.txt", "three.txt"}) {
    Evidence said = evidence(article, quote, 100);
    said.subject = {100, 112};
    said.trigger = {113, 116};
    said.object = {117, 128};
    said.date_phrase = "in August";
    if (article == std::string("two.txt")) said.copy_of = "one.txt";
    met.evidence.push_back(said);
  }
  met.evidence.erase(met.evidence.begin());
  Fact visit = fact("person:anna-keller", "visited", "country:kenya", "2025", Status::Planned);
  Fact told = fact("person:marcus-hale", "criticized", "country:kenya");
  told.evidence.front().said_by = "person:anna-keller";
  Fact office =
      fact("person:anna-keller", "holds-position", "country:austria", "2022-01-05/2024-03-01");
  office.qualifiers["title"] = "Minister of Finance";
  KnowledgeGraph graph = graph_of({met, visit, told, office}, {entity("person:cy-moor")});
  for (Article& article : graph.articles) {
    if (article.id != "one.txt") continue;
    article.title = "Talks at the port";
    article.outlet = "Harbour Wire";
    article.author = "Ilse Brandt";
    article.url = "https://harbourwire.example/talks?a=1&b=\"2\"";
    article.published = parse_iso("2024-08-20");
  }
  return graph;
}

}  // namespace

TEST_CASE("a report holds every entity, fact, sentence and article once") {
  const KnowledgeGraph graph = sample_graph();
  const Report report = make_report(graph, sample_ontology(), sample_style(), {});
  CHECK(report.entities == 21);
  const std::size_t facts = graph.edges_by_id().size();
  CHECK(report.facts == facts);
  const Html page(report.page);
  CHECK(page.count("//*[@class='dossier']/h4") == 21);
  CHECK(page.count("//*[@class='fact']/*[self::h3 or self::h4]/*[@class='number']") == facts);
  CHECK(page.count("//blockquote") == facts);
  CHECK(page.count("//table[@class='articles']/tbody/tr") == report.articles);
  CHECK(page.count("//*[@class='pair']") == 27);  // of 28 relations: two are of one pair
  // Each fact stands in the dossiers of both ends.
  CHECK(page.count("//ul[@class='facts']/li") == 2 * facts);
  std::set<std::string> quotes;
  for (const KnowledgeGraph::Edge e : graph.edges_by_id()) {
    quotes.insert("“" + graph[e].evidence.front().quote + "”");
  }
  const std::vector<std::string> told = page.texts("//blockquote/p");
  CHECK(std::set<std::string>(told.begin(), told.end()) == quotes);
}

TEST_CASE("the timeline has what has a date, in order, a table a year") {
  const Html page(page_of(sample_graph()));
  CHECK(page.texts("//table[@class='timeline']/caption/h3") ==
        std::vector<std::string>{"2023", "2024"});
  CHECK(page.count("//table[@class='timeline']/tbody/tr") == 36);
  CHECK(page.texts("//table[@class='timeline']/tbody/tr/th")[0] == "2023");
  CHECK(page.texts("//table[@class='timeline']/tbody/tr/th/time/@datetime")[2] == "2023-09");
  CHECK(has(page.text("//*[@id='timeline']/p"), "5 facts have no date"));
}

TEST_CASE("dates, status, speakers and copies are told in words") {
  const KnowledgeGraph graph = small_graph();
  const Html page(page_of(graph, any_status()));
  const std::vector<std::string> metas = page.texts("//p[@class='meta']");
  REQUIRE(metas.size() == 4);
  const std::string all = metas[0] + '\n' + metas[1] + '\n' + metas[2] + '\n' + metas[3];
  CHECK(has(all, "Aug 2024 (the month) · happened · 2 sources"));
  CHECK(has(all, "2025 (the year) · planned · 1 source"));
  CHECK(has(all, "no date in the text · happened according to anna keller · 1 source"));
  CHECK(has(all, "(from the first to the last day)"));
  const std::vector<std::string> captions = page.texts("//*[@class='fact']/figure/figcaption");
  CHECK(captions.size() == 5);  // the copy has none of its own
  std::string sources;
  for (const std::string& caption : captions) sources += caption + '\n';
  CHECK(has(sources,
            "Talks at the port, Harbour Wire, 20 Aug 2024, article 1; the same text: "
            "two.txt, article "));
  CHECK(has(sources, "Date from “in August”. “The minister” is anna keller."));
  CHECK(has(sources, "According to anna keller. a.txt"));
  CHECK(page.texts("//*[@id='e1']//h5") == std::vector<std::string>{"Offices", "Met", "Visited"});
  CHECK(page.texts("//*[@id='e1']/p[@class='who']") ==
        std::vector<std::string>{"Minister of Finance, austria"});
  // Whoever reads only the headings does not take a plan for a deed.
  CHECK(has(page.text("//*[@class='fact']/h3[strong]"), "planned anna keller visited kenya"));
  // What did not happen is left out by default, and that is said.
  CHECK(has(Html(page_of(graph)).text("//*[@id='notes']"), "1 fact is left out for their status"));
}

TEST_CASE("ends and trigger are marked in a quote, and the marks lose nothing") {
  const Html page(page_of(small_graph()));
  CHECK(page.texts("//*[@id='f1']//blockquote")[0] == "“The minister met Marcus Hale in August.”");
  CHECK(page.texts("//*[@id='f1']/figure[1]//mark[@class='end']") ==
        std::vector<std::string>{"The minister", "Marcus Hale"});
  CHECK(page.texts("//*[@id='f1']/figure[1]//mark[@class='trigger']") ==
        std::vector<std::string>{"met"});

  Evidence said = evidence("a.txt", "abcdef", 10);
  const auto parts = [&] {
    std::string text;
    for (const QuotePart& part : quote_parts(said)) {
      text += std::string(part.text) + (part.mark == QuoteMark::None ? "." : "!");
    }
    return text;
  };
  CHECK(parts() == "abcdef!");
  said.subject = {11, 13};
  said.object = {12, 15};  // overlaps the one before
  said.trigger = {9, 11};  // begins outside
  CHECK(parts() == "a.bc!def.");
  said.subject = {15, 17};  // goes beyond
  said.object = {4, 2};
  CHECK(parts() == "abcdef.");
}

TEST_CASE("phrases are filled in one pass") {
  const Ontology ontology = sample_ontology();
  Fact said = fact("a", "visited", "b");
  CHECK(phrase_of(ontology, said) == "{subject} visited {object}");
  CHECK(phrase_of(ontology, fact("a", "unheard-of", "b")) == "{subject} unheard-of {object}");
  said.qualifiers["title"] = "king";
  CHECK(phrase_of(ontology, said) == "{subject}: {title}, {object}");
  CHECK(filled_phrase("{subject}{x} {", {{"subject", "{object}"}, {"object", "no"}}) ==
        "{object}{x} {");
}

TEST_CASE("a report can be read by ear and walked by keyboard") {
  const std::string text = page_of(small_graph(), any_status());
  CHECK(text.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  const Html page(text);
  CHECK(page.count("//h1") == 1);
  CHECK(page.count("//header") == 1);
  CHECK(page.count("//nav[@aria-labelledby]") == 1);
  CHECK(page.count("//main[@id='main']") == 1);
  CHECK(page.texts("//body/*[1]/@href") == std::vector<std::string>{"#main"});
  CHECK(page.count("//section") == page.count("//section[@aria-labelledby or @aria-label]"));
  CHECK(page.count("//th") == page.count("//th[@scope]"));
  CHECK(page.count("//table") == page.count("//table/caption"));
  CHECK(page.count("//svg[@aria-labelledby='diagram-heading'][@aria-describedby]") == 1);
  CHECK(page.count("//svg//a") == page.count("//svg//a[string-length(@aria-label) > 3]"));
  CHECK(page.count("//svg//a") == 4 + 4);  // nodes and lines
  // Headings go down one level at a time.
  int level = 0;
  for (std::size_t at = 0; (at = text.find("<h", at)) != std::string::npos; ++at) {
    const char digit = text[at + 2];
    if (digit < '1' || digit > '6') continue;
    CHECK(digit - '0' <= level + 1);
    level = digit - '0';
  }
  CHECK(level == 2);
}

TEST_CASE("every link within a report leads somewhere, every other one to the web") {
  for (const std::string& text :
       {page_of(sample_graph()), page_of(small_graph(), any_status()), page_of(crowd(80, 3))}) {
    const Html page(text);
    const std::vector<std::string> ids = page.texts("//@id");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& target : page.texts("//@href | //@aria-labelledby")) {
      if (target.starts_with("https://")) continue;
      CAPTURE(target);
      CHECK(known.contains(target.starts_with("#") ? target.substr(1) : target));
    }
    CHECK(page.count("//script | //link | //img | //iframe | //object | //@src | //@onclick") == 0);
    CHECK_FALSE(has(text, "@import"));
    CHECK_FALSE(has(text, "url("));
    CHECK(has(text, "default-src 'none'"));
  }
}

TEST_CASE("links lead to http and https only, and hold no quote mark") {
  CHECK(web_link("https://a.example/x?a=1&b=\"2\"", "t") ==
        "<a rel=\"external noopener noreferrer\" "
        "href=\"https://a.example/x?a=1&amp;b=%222%22\">t</a>");
  CHECK(web_link("http://a.example/\xE2\x80\xAE", "t") ==
        "<a rel=\"external noopener noreferrer\" href=\"http://a.example/%E2%80%AE\">t</a>");
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "//a.example", "",
                          "https://a.example/ b", "file:///etc/passwd"}) {
    CHECK(web_link(bad, "t") == "t");
  }
}

TEST_CASE("a great graph gets a diagram of its best connected, and says so") {
  const Report report = make_report(crowd(300, 5), sample_ontology(), sample_style(), {});
  const Html page(report.page);
  CHECK(page.count("//*[@class='dossier']") == report.entities);
  const std::size_t drawn = page.count("//svg//a[starts-with(@href, '#e')]");
  CHECK(drawn <= 30);
  CHECK(drawn > 20);
  CHECK(has(page.text("//*[@id='diagram-words']"),
            std::to_string(drawn) + " of " + std::to_string(report.entities) + " entities"));
  ReportOptions options;
  options.top = 10;
  CHECK(Html(page_of(crowd(300, 5), options)).count("//svg//a[starts-with(@href, '#e')]") <= 10);
}

TEST_CASE("what the reader entered is no article") {
  Fact entered = fact("person:anna-keller", "met-with", "person:marcus-hale", "2024");
  entered.evidence = {evidence("g.ent.ledger", "add | anna keller | met-with | marcus hale")};
  entered.evidence.front().rule = "ledger";
  KnowledgeGraph graph = graph_of({entered, fact("a", "visited", "b")});
  std::erase_if(graph.articles, [](const Article& each) { return each.id == "g.ent.ledger"; });
  const Report report = make_report(graph, sample_ontology(), sample_style(), {});
  CHECK(report.articles == 1);
  const Html page(report.page);
  CHECK(page.text("//p[@class='kicker']") == "Report from 1 article");
  CHECK(has(page.text("//p[@class='standfirst']"),
            "from 1 sentence of 1 article, and 1 entry of the reader"));
  CHECK(page.count("//figcaption[contains(., 'Entered by the reader: g.ent.ledger')]") == 1);
}

TEST_CASE("who somebody is does not depend on what was asked") {
  ReportOptions options;
  options.filter.relations = {"met-with"};
  CHECK(Html(page_of(small_graph(), options)).text("//p[@class='who']") ==
        "Minister of Finance, austria");
}

TEST_CASE("the contents name every entity, or the letters where there are too many") {
  const Html few(page_of(sample_graph()));
  CHECK(few.count("//ul[@class='names']/li") == 21);
  std::vector<Fact> facts;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (int i = 0; i < 20; ++i) {
      facts.push_back(fact(std::string(1, a) + std::to_string(i), "visited", "country:kenya"));
    }
  }
  const Html many(page_of(graph_of(facts)));
  CHECK(many.count("//ul[@class='names']") == 0);
  const std::vector<std::string> letters = many.texts("//ul[@class='letters']/li");
  REQUIRE(letters.size() == 26);
  CHECK(letters[1] == "B");
  CHECK(many.texts("//ul[@class='letters']/li/a/@href")[1] == "#e21");
}

TEST_CASE("a report grows with its graph, not faster") {
  ReportOptions options;
  options.top = 5;
  const std::size_t small = page_of(crowd(500, 5), options).size();
  const std::size_t large = page_of(crowd(2000, 5), options).size();
  CHECK(large < 5 * small);
}

TEST_CASE("a report on one entity has those near it only") {
  ReportOptions options;
  options.about = "person:p00";
  const Html page(page_of(chain(6), options));
  CHECK(page.count("//*[@class='dossier']") == 2);
  CHECK(page.count("//*[@class='fact']") == 1);
  options.hops = 2;
  CHECK(Html(page_of(chain(6), options)).count("//*[@class='dossier']") == 3);
  options.about = "person:nobody";
  CHECK(page_of(chain(6), options).empty());
  CHECK(page_of(graph_of({})).empty());
}

TEST_CASE("what gave no fact is named in a report on all of a graph, not in one on a part") {
  const KnowledgeGraph graph = small_graph();
  CHECK(Html(page_of(graph)).text("//*[@class='unconnected']/dd") == "cy moor");
  ReportOptions options;
  options.filter.relations = {"visited", "met-with"};
  CHECK(Html(page_of(graph, options)).count("//*[@class='unconnected']") == 0);
}

TEST_CASE("hostile names, titles and sentences come back as text") {
  const std::vector<std::string> texts = hostile_mix(120, 11);
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  std::vector<Article> articles;
  const auto shown = [](const std::string& text) {  // U+FFFE and U+FFFF are no characters of HTML
    std::string line = printable(text);
    for (const char* none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
      for (std::size_t at; (at = line.find(none)) != std::string::npos;) line.erase(at, 3);
    }
    return line;
  };
  std::set<std::string> names, quotes, titles;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string id = "person:r" + std::to_string(i);
    Entity made = entity(id, {texts[(i + 1) % texts.size()]});
    made.name = "n" + texts[i];
    names.insert(shown(made.name));
    entities.push_back(made);
    Article article;
    article.id = "r" + std::to_string(i);
    article.title = "t" + texts[i];
    article.outlet = texts[(i + 2) % texts.size()];
    article.author = texts[(i + 3) % texts.size()];
    article.url = (i % 2 == 0 ? "https://a.example/" : "javascript:") + texts[i];
    titles.insert(shown(article.title));
    articles.push_back(article);
    Fact said = fact("person:r0", "visited", id, i % 3 == 0 ? "2024" : "");
    said.qualifiers["title"] = texts[(i + 4) % texts.size()];
    said.qualifiers[texts[(i + 5) % texts.size()]] = texts[(i + 6) % texts.size()];
    said.evidence = {evidence(article.id, "q" + texts[i])};
    quotes.insert("“" + shown("q" + texts[i]) + "”");
    facts.push_back(said);
  }
  KnowledgeGraph graph = graph_of(facts, entities);
  std::ranges::sort(articles, {}, &Article::id);
  graph.articles = articles;
  ReportOptions options;
  options.title = texts[3];
  const std::string text = page_of(graph, options);
  CHECK(find_invalid_utf8(text) == std::string::npos);
  CHECK(text.find('\0') == std::string::npos);
  const Html page(text);
  const auto found = [&](const std::string& path) {
    const std::vector<std::string> all = page.texts(path);
    return std::set<std::string>(all.begin(), all.end());
  };
  CHECK(found("//*[@class='dossier']/h4") == names);
  CHECK(found("//blockquote/p") == quotes);
  CHECK(found("//table[@class='articles']//cite") == titles);
  CHECK(page.text("//h1") == shown(texts[3]));
  CHECK(page.count("//script | //@onclick | //@src") == 0);
  CHECK(page.count("//@href[not(starts-with(., '#') or starts-with(., 'https://a.example/'))]") ==
        0);
}

TEST_CASE("the same facts in any order give the same report") {
  const KnowledgeGraph graph = sample_graph();
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  for (const KnowledgeGraph::Vertex v : graph.vertices_by_id()) {
    entities.insert(entities.begin(), graph[v]);
  }
  for (const KnowledgeGraph::Edge e : graph.edges_by_id()) facts.insert(facts.begin(), graph[e]);
  CHECK(page_of(graph) == page_of(graph_of(facts, entities)));
}

TEST_CASE("on a dark screen the diagram has the colours of the dark theme") {
  const Style light = load_style(ENTENTE_DATA_DIR, sample_ontology(), "light");
  ReportOptions options;
  options.filter.status.reset();
  const std::string plain = make_report(sample_graph(), sample_ontology(), light, options).page;
  options.dark = load_style(ENTENTE_DATA_DIR, sample_ontology(), "dark");
  const std::string page = make_report(sample_graph(), sample_ontology(), light, options).page;
  CHECK(plain.find(".canvas [fill=") == std::string::npos);
  CHECK(page.size() < plain.size() + 6000);
  const auto rule = [](std::string part, std::string_view from, std::string to) {
    return ".canvas [" + part + "=\"" + std::string(from) + "\"] { " + part + ": " + to + "; }";
  };
  // Of data/style.toml: page, names, boxes of people, lines of meetings.
  CHECK(page.find(rule("fill", "#ffffff", "#14181d")) != std::string::npos);
  CHECK(page.find(rule("fill", "#1f2933", "#f0f4f8")) != std::string::npos);
  CHECK(page.find(rule("fill", "#e6f0f8", "#10314a")) != std::string::npos);
  CHECK(page.find(rule("stroke", "#0072b2", "#5ab4f0")) != std::string::npos);
  // Every colour of the diagram has a rule.
  const std::size_t diagram = page.find("<svg ");
  for (const std::string part : {"fill", "stroke"}) {
    const std::string begin = " " + part + "=\"#";
    std::size_t found = 0;
    for (std::size_t at = diagram; (at = page.find(begin, at)) != std::string::npos; ++at) {
      const std::string color = page.substr(at + begin.size() - 1, 7);
      CAPTURE(part, color);
      CHECK(page.find(".canvas [" + part + "=\"" + color + "\"]") != std::string::npos);
      ++found;
    }
    CHECK(found > 20);
  }
}

TEST_CASE("no two parts of the light theme share a colour that the dark theme tells apart") {
  const Style light = load_style(ENTENTE_DATA_DIR, sample_ontology(), "light");
  const Style dark = load_style(ENTENTE_DATA_DIR, sample_ontology(), "dark");
  std::map<std::string, std::string> in_the_dark;
  const auto check = [&](const std::string& from, const std::string& to) {
    CAPTURE(from, to);
    CHECK(in_the_dark.emplace(from, to).first->second == to);
  };
  check(light.ground, dark.ground);
  check(light.panel, dark.panel);
  check(light.faint, dark.faint);
  check(light.text, dark.text);
  check(light.secondary, dark.secondary);
  for (const auto& [name, drawn] : light.types) {
    check(drawn.fill, dark.types.at(name).fill);
    check(drawn.stroke, dark.types.at(name).stroke);
  }
  for (const auto& [name, drawn] : light.relations) {
    check(drawn.color, dark.relations.at(name).color);
    check(paler(drawn.color, light), paler(dark.relations.at(name).color, dark));
  }
}
