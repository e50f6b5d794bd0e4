#include "out/svg.h"

#include "out/picture.h"
#include "tests/catch.h"
#include "tests/out/sample.h"

using namespace entente;
using namespace entente::test;

namespace {

std::string sample_svg() { return draw(view_of(sample_graph()), sample_style(), {}); }

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("titles are sentences, not names of nodes") {
  const std::string svg = sample_svg();
  CHECK_FALSE(has(svg, "&#45;&gt;"));
  CHECK_FALSE(has(svg, "xlink:title"));
  CHECK(has(svg, "<title>Lâm Thế Khôi met Shen Daoren 5 times, Aug–Nov 2024"));
  CHECK(has(svg, "<title>Phạm Đức Ngọc (also Ngọc): named 1 time in 1 article</title>"));
}

TEST_CASE("the picture says what it is to those who cannot see it, and scales") {
  const std::string svg = sample_svg();
  const std::string root =
      svg.substr(svg.find("<svg"), svg.find('>', svg.find("<svg")) - svg.find("<svg"));
  CHECK(has(root, "role=\"img\""));
  CHECK(has(root, "viewBox=\""));
  CHECK_FALSE(has(root, "pt\""));
  CHECK_FALSE(has(root, " height=\""));
  CHECK(has(svg, "<desc id=\"desc\">21 entities"));
}

TEST_CASE("no leftovers: comments, document types, transparent strokes, bare fonts") {
  const std::string svg = sample_svg();
  CHECK_FALSE(has(svg, "<!--"));
  CHECK_FALSE(has(svg, "<!DOCTYPE"));
  CHECK_FALSE(has(svg, "\"transparent\""));
  CHECK(has(svg, "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\""));
  CHECK_FALSE(has(svg, "font-family=\"DejaVu Sans\""));
  CHECK_FALSE(has(svg, "<script"));
}

TEST_CASE("an edge links to its article when that is on the web, and to nothing else") {
  View view = view_of(chain(2));
  view.edges[0].url = "https://example.org/news?a=1&b=2";
  CHECK(has(draw(view, sample_style(), {}), "xlink:href=\"https://example.org/news?a=1&amp;b=2\""));
  view.edges[0].url = "javascript:alert(1)";
  const std::string svg = draw(view, sample_style(), {});
  CHECK_FALSE(has(svg, "javascript"));
  CHECK_FALSE(has(svg, "<a "));
}
