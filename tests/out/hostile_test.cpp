// Names, titles and sentences come from the web. Whatever they hold, each format stays what it is.

#include <libxml/parser.h>

#include <sstream>

#include "base/utf8.h"
#include "out/export.h"
#include "out/picture.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph hostile_graph() {
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  const std::vector<std::string> texts = hostile_texts();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Entity made = entity("person:" + texts[i] + std::to_string(i), {texts[i], "b" + texts[i]});
    made.name = texts[i];
    entities.push_back(made);
    if (i == 0) continue;
    Fact said = fact(entities[i - 1].id, "met-with", made.id, "2024");
    said.qualifiers["title"] = texts[i];
    said.evidence = {evidence("a.txt", texts[i])};
    facts.push_back(said);
  }
  return graph_of(facts, entities);
}

View hostile_view() {
  View view = view_of(hostile_graph());
  view.title = hostile_texts()[0] + hostile_texts()[1];
  view.subtitle = hostile_texts()[4] + hostile_texts()[6];
  return view;
}

bool is_xml(const std::string& text) {
  xmlDocPtr document = xmlReadMemory(text.data(), static_cast<int>(text.size()), "x.xml", nullptr,
                                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
  const bool good = document != nullptr;
  xmlFreeDoc(document);
  return good;
}

bool is_quiet(const std::string& text) {  // no control character, no override of direction
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.length;
    const bool control =
        (c.value < 0x20 && c.value != '\n' && c.value != '\t' && c.value != '\r') ||
        c.value == 0x7F;
    const bool turned =
        (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069);
    if (control || turned) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("pictures hold hostile names as text") {
  PictureOptions options;
  const std::string svg = draw(hostile_view(), sample_style(), options);
  CHECK(is_xml(svg));
  CHECK(is_quiet(svg));
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  CHECK(svg.find("&amp;lt;b&amp;gt; &amp;amp;amp;") != std::string::npos);
  options.format = PictureFormat::Dot;
  CHECK(is_quiet(draw(hostile_view(), sample_style(), options)));
  options.format = PictureFormat::Png;
  CHECK(draw(hostile_view(), sample_style(), options).size() > 1000);
}

TEST_CASE("a link in a picture cannot leave its attribute") {
  View view = view_of(graph_of({fact("person:a", "met-with", "person:b")}));
  view.edges[0].url = "https://a.example/\"><script>alert(1)</script>&lt;&quot;";
  const std::string svg = draw(view, sample_style(), {});
  CHECK(is_xml(svg));
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("https://a.example/%22%3E%3Cscript%3Ealert(1)") != std::string::npos);
}

TEST_CASE("timelines and communities hold hostile names as text, plain ones too") {
  for (const Form form : {Form::Timeline, Form::Communities}) {
    for (const bool plain : {false, true}) {
      CAPTURE(static_cast<int>(form), plain);
      ViewOptions chosen;
      chosen.form = form;
      chosen.plain_names = plain;
      const View view = make_view(hostile_graph(), sample_ontology(), chosen);
      PictureOptions options;
      const std::string svg = draw(view, sample_style(), options);
      CHECK(is_xml(svg));
      CHECK(is_quiet(svg));
      CHECK(svg.find("<script") == std::string::npos);
      options.format = PictureFormat::Dot;
      CHECK(is_quiet(draw(view, sample_style(), options)));
    }
  }
}

TEST_CASE("names keep every sign that can be shown") {
  const KnowledgeGraph graph = graph_of({fact("person:a", "met-with", "person:b")}, {[] {
                                          Entity made = entity("person:a");
                                          made.name = "C:\\n \\N &lt; \"q\" &";
                                          return made;
                                        }()});
  const std::string svg = draw(view_of(graph), sample_style(), {});
  CHECK(svg.find(">C:\\n \\N &amp;lt; &quot;q&quot; &amp;<") != std::string::npos);
}

TEST_CASE("every export of hostile names is well formed and quiet") {
  const KnowledgeGraph graph = hostile_graph();
  const Ontology ontology = sample_ontology();
  const Style style = sample_style();
  const Filter filter;
  for (const ExportFormat& format : export_formats()) {
    for (const ExportFile& file : format.write({graph, ontology, style, filter})) {
      CAPTURE(format.name, file.name);
      CHECK(find_invalid_utf8(file.bytes) == std::string_view::npos);
      if (file.bytes.starts_with("<?xml")) CHECK(is_xml(file.bytes));
      // JSON keeps what it can say; who shows it sees to that.
      if (!file.bytes.starts_with("{")) CHECK(is_quiet(file.bytes));
    }
  }
}
