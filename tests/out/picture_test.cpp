#include "out/picture.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/error.h"
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
