#include "out/picture.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/error.h"
#include "base/utf8.h"
#include "graph/ontology.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

std::string drawn(const KnowledgeGraph& graph, PictureFormat format) {
  PictureOptions options;
  options.format = format;
  return draw(view_of(graph), sample_style(), options);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size())
    ++found;
  return found;
}

}  // namespace

TEST_CASE("every format begins as its readers expect") {
  const KnowledgeGraph graph = chain(3);
  CHECK(drawn(graph, PictureFormat::Dot).starts_with("digraph entente {"));
  CHECK(drawn(graph, PictureFormat::Svg).starts_with("<?xml"));
  CHECK(drawn(graph, PictureFormat::Png).starts_with("\x89PNG\r\n"));
  CHECK(drawn(graph, PictureFormat::Pdf).starts_with("%PDF-"));
}

TEST_CASE("the same view gives the same bytes, whatever was drawn before") {
  const PictureFormat format =
      GENERATE(PictureFormat::Dot, PictureFormat::Svg, PictureFormat::Png, PictureFormat::Pdf);
  const std::string first = drawn(sample_graph(), format);
  drawn(clique(5), PictureFormat::Svg);
  if (format == PictureFormat::Pdf) sleep(1);  // its dates must not be those of the clock
  CHECK(drawn(sample_graph(), format) == first);
}

TEST_CASE("two threads may draw at once") {
  const std::string alone = drawn(chain(4), PictureFormat::Svg);
  std::string one;
  std::string two;
  std::thread other([&] { one = drawn(chain(4), PictureFormat::Svg); });
  two = drawn(chain(4), PictureFormat::Svg);
  other.join();
  CHECK(one == alone);
  CHECK(two == alone);
}

TEST_CASE("the sample's picture holds every node, every edge, and whole Vietnamese names") {
  const std::string svg = drawn(sample_graph(), PictureFormat::Svg);
  CHECK(count(svg, "class=\"node ") == 21);
  CHECK(count(svg, "class=\"edge ") == 28);
  for (const std::string_view name :
       {"Lâm Thế Khôi", "Phạm Đức Ngọc", "Nguyễn Quý Trường", "Étienne Marchal"}) {
    CAPTURE(name);
    CHECK(svg.find(">" + std::string(name) + "<") != std::string::npos);
  }
  CHECK(svg.find("met ×5 · Aug–Nov 2024") != std::string::npos);
  CHECK(svg.find(">Person<") == std::string::npos);  // the legend's cells have room at both sides
  CHECK(svg.find("General Secretary,") != std::string::npos);
}

TEST_CASE("the legend has the types and relations of the picture, and no others") {
  const std::string svg =
      drawn(graph_of({fact("person:a", "visited", "place:b")}), PictureFormat::Svg);
  CHECK(svg.find("Person") != std::string::npos);
  CHECK(svg.find("Place") != std::string::npos);
  CHECK(svg.find("visited") != std::string::npos);
  CHECK(svg.find("Party") == std::string::npos);
  CHECK(svg.find("signed") == std::string::npos);
}

TEST_CASE("small, odd and empty graphs can be drawn") {
  CHECK(count(drawn(chain(2), PictureFormat::Svg), "class=\"node ") == 2);
  CHECK(count(drawn(star(30), PictureFormat::Svg), "class=\"edge ") == 30);
  CHECK(count(drawn(clique(8), PictureFormat::Svg), "class=\"edge ") == 28);
  CHECK(count(drawn(graph_of({fact("a", "supports", "a")}), PictureFormat::Svg), "class=\"edge ") ==
        1);
  CHECK(drawn(graph_of({}), PictureFormat::Svg).find("Nothing to draw") != std::string::npos);
}

TEST_CASE("large graphs are drawn whole, with names on the hubs only") {
  const std::string svg = drawn(crowd(450, 5), PictureFormat::Svg);
  CHECK(count(svg, "class=\"node ") == 450);
  CHECK(count(svg, "font-weight=\"bold\"") < 100);
}

TEST_CASE("a view too large to draw is refused with what to do instead, unless forced") {
  View view;
  for (int i = 0; i < 3001; ++i)
    view.nodes.push_back({"person:" + std::to_string(i), "person", "x", "", 0, "", ""});
  try {
    draw(view, sample_style(), {});
    FAIL("3001 entities were drawn");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Usage);
    CHECK(std::string(error.what()).find("--top") != std::string::npos);
  }
}

TEST_CASE("what is planned is paler, and what is denied is struck out") {
  const auto look = [](Status status) {
    const KnowledgeGraph graph = graph_of({fact("a", "visited", "b", "2024", status)});
    ViewOptions all;
    all.filter.status.reset();
    PictureOptions options;
    options.format = PictureFormat::Dot;
    return draw(make_view(graph, sample_ontology(), all), sample_style(), options);
  };
  CHECK(look(Status::Happened).find("visited · 2024") != std::string::npos);
  CHECK(look(Status::Planned).find("color=\"#B0B6BD\"") != std::string::npos);
  CHECK(look(Status::Planned).find("(planned)") != std::string::npos);
  CHECK(look(Status::Denied).find("<S>visited (denied)") != std::string::npos);
}

TEST_CASE("in every view and theme, an SVG says what it shows and carries no script") {
  const Ontology ontology = load_ontology(ENTENTE_DATA_DIR);
  std::vector<Fact> facts;
  for (const Fact& one :
       {fact("person:a", "met-with", "person:b", "2024-08-19"),
        fact("person:a", "met-with", "person:b", "2024-11-02"),
        fact("person:c", "visited", "place:p", "2024", Status::Denied),
        fact("person:b", "visited", "place:p", "2025", Status::Planned),
        fact("person:a", "supports", "person:c", "2024-03", Status::Hypothetical)})
    facts.push_back(one);
  facts[1].id += "2";
  facts[0].evidence.front().article = "good";
  facts[2].evidence.front().article = "bad";
  KnowledgeGraph graph = graph_of(facts);
  Article good;
  good.id = "good";
  good.url = "https://example.org/a?b=1&c=2";
  Article bad;
  bad.id = "bad";
  bad.url = "javascript:alert(1)";
  graph.articles = {bad, good};
  for (const Form form : {Form::Network, Form::Timeline, Form::Communities}) {
    for (const char* theme : {"light", "dark", "print"}) {
      CAPTURE(static_cast<int>(form), theme);
      const Style style = load_style(ENTENTE_DATA_DIR, ontology, theme);
      ViewOptions options;
      options.filter.status.reset();
      options.form = form;
      const View view = make_view(graph, ontology, options);
      const std::string svg = draw(view, style, {});
      CHECK(svg.find("role=\"img\" aria-labelledby=\"title desc\"") != std::string::npos);
      CHECK(svg.find("<title id=\"title\">Who ") != std::string::npos);
      CHECK(svg.find("<desc id=\"desc\">4 entities") != std::string::npos);
      CHECK(svg.find("<script") == std::string::npos);
      CHECK(svg.find("javascript:") == std::string::npos);
      CHECK(svg.find("xlink:href=\"https://example.org/a?b=1&amp;c=2\"") != std::string::npos);
      CHECK(svg.find("<title>" + std::string(form == Form::Timeline
                                                 ? "a met b, 19 Aug 2024 (1 article)"
                                                 : "a met b 2 times, Aug–Nov 2024")) !=
            std::string::npos);
      CHECK(svg.find("text-decoration=\"line-through\"") != std::string::npos);
      CHECK(count(svg, "-strike\"") == 1);
      CHECK(svg.find("stroke-dasharray") != std::string::npos);
      CHECK(svg.find("fill=\"" + lower(style.ground) + "\"") != std::string::npos);
      // Titles are sentences or nothing, never ids.
      CHECK(svg.find("<title>rule-") == std::string::npos);
      CHECK(svg.find("<title>mark-") == std::string::npos);
      CHECK(svg.find("<title>group-") == std::string::npos);
      CHECK(draw(view, style, {}) == svg);
    }
  }
}

TEST_CASE("every format is drawn of every view") {
  for (const Form form : {Form::Timeline, Form::Communities}) {
    ViewOptions options;
    options.form = form;
    const View view = make_view(sample_graph(), sample_ontology(), options);
    for (const PictureFormat format :
         {PictureFormat::Dot, PictureFormat::Png, PictureFormat::Pdf}) {
      PictureOptions as;
      as.format = format;
      CHECK(draw(view, sample_style(), as).size() > 1000);
    }
  }
}

TEST_CASE("nothing lies on anything else, whatever the view and the arrangement") {
  for (const Form form : {Form::Network, Form::Communities}) {
    ViewOptions options;
    options.form = form;
    for (const KnowledgeGraph& graph : {sample_graph(), crowd(60, 3), clique(8)}) {
      const View view = make_view(graph, sample_ontology(), options);
      for (const unsigned seed : {1U, 2U}) {
        CAPTURE(static_cast<int>(form), view.nodes.size(), seed);
        PictureOptions arranged;
        arranged.seed = seed;
        const Clutter found = clutter_of(view, sample_style(), arranged);
        CHECK(found.hits.empty());
        CHECK(found.hidden == 0);
      }
    }
  }
}

TEST_CASE("a timeline of too many occasions is refused with what to do instead") {
  View view;
  view.form = Form::Timeline;
  view.nodes.push_back({"person:a", "person", "a", "", 0, "", ""});
  for (int i = 0; i < 151; ++i) view.edges.emplace_back();
  try {
    draw(view, sample_style(), {});
    FAIL("151 occasions were drawn");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("--since") != std::string::npos);
  }
}

TEST_CASE("names are whole however long they are") {
  Entity body;
  body.id = "organization:o";
  body.type = "organization";
  body.name =
      "Joint Standing Committee of Both Houses for the Examination of All Questions That Other "
      "Committees Have Left Open and of Their Unforeseeable Consequences";
  const std::string svg = drawn(graph_of({fact("person:a", "member-of", "organization:o")}, {body}),
                                PictureFormat::Svg);
  CHECK(svg.find("Unforeseeable") != std::string::npos);
  CHECK(svg.find("Consequences") != std::string::npos);
}
