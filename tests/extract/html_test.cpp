#include "extract/html.h"

#include <filesystem>

#include "base/files.h"
#include "base/utf8.h"
#include "extract/html_charset.h"
#include "extract/html_tree.h"
#include "tests/catch.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const PageWords& words() {
  static const auto loaded = load_page_words(ENTENTE_DATA_DIR);
  return *loaded;
}

HtmlPage page_of(std::string_view name) {
  return read_html(read_file(fs::path(ENTENTE_TEST_DIR) / "extract" / "pages" / name), words());
}

std::vector<std::string> of_kind(const HtmlPage& page, BlockKind kind) {
  std::vector<std::string> result;
  for (const Block& block : page.blocks) {
    if (block.kind == kind) result.emplace_back(slice(page.article.text, block.span));
  }
  return result;
}

void check_spans(const HtmlPage& page) {
  std::uint32_t end = 0;
  for (const Block& block : page.blocks) {
    REQUIRE(block.span.begin < block.span.end);
    REQUIRE(block.span.begin == (end == 0 ? 0 : end + 2));  // one empty line between paragraphs
    end = block.span.end;
  }
  CHECK(end == page.article.text.size());
  CHECK(find_invalid_utf8(page.article.text) == std::string::npos);
}

std::string date_of(const HtmlPage& page) {
  return page.article.published
             ? to_iso(*page.article.published) + " " + page.article.published_from
             : "";
}

constexpr std::string_view kBody =
    "<article><p>The council of the lake met on Monday, in Vado, and spoke of trout, carp and pike "
    "for hours.</p>"
    "<p>Mayor Ines Modelo said, after the meeting, that the fish would otherwise be gone by "
    "2030.</p></article>";

}  // namespace

TEST_CASE("a page of common build gives its article and nothing around it", "[html]") {
  const HtmlPage page = page_of("article.html");
  check_spans(page);
  CHECK(page.article.title == "Norvia & Sudland share the water of the Lin");
  CHECK(page.article.author == "Jane Example, Max Example");
  CHECK(page.article.outlet == "Valley Post");
  CHECK(page.article.url == "https://valley-post.example/world/lin-water");
  CHECK(date_of(page) == "2018-04-03 JSON-LD datePublished");
  CHECK(of_kind(page, BlockKind::Title) == std::vector<std::string>{page.article.title});
  CHECK(of_kind(page, BlockKind::Caption) ==
        std::vector<std::string>{
            "President Otto Muster and Premier Ana Prueba sign the treaty in Vado."});
  CHECK(of_kind(page, BlockKind::Heading) == std::vector<std::string>{"Farmers doubt it"});
  const auto body = of_kind(page, BlockKind::Body);
  REQUIRE(body.size() == 5);
  CHECK(body[0] ==
        "President Otto Muster of Sudland and Premier Ana Prueba of Norvia signed a treaty on "
        "Tuesday, under which "
        "both countries take half of the river’s water.");
  for (const char* never :
       {"Estland", "Borduria", "cookies", "umbrella", "Facebook", "Example Media", "track"}) {
    CAPTURE(never);
    CHECK(page.article.text.find(never) == std::string::npos);
  }
}

TEST_CASE("a page of tables and line breaks is read by its breaks", "[html]") {
  const HtmlPage page = page_of("breaks.html");
  check_spans(page);
  CHECK(of_kind(page, BlockKind::Body) ==
        std::vector<std::string>{
            "Estland's envoy Karl Muster arrived in Norvia on Monday, May 4, and met Premier Ana "
            "Prueba.",
            "They spoke about the harbour of Vado, which Estland wants to lease, and about the "
            "fishing grounds "
            "in the north.",
            "The envoy will stay until Friday. He will also visit Port Azul, his embassy said.",
            "Nothing was signed."});
}

TEST_CASE("a date of publication is looked for where pages keep it", "[html]") {
  struct Row {
    std::string_view what, head, date;
  };
  const Row row = GENERATE(values<Row>({
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-04-03"}</script>)",
       "2018-04-03 JSON-LD datePublished"},
      {"JSON-LD in a list, with a line break in a text",
       "<script "
       "type='application/"
       "ld+json'>[{\"@type\":\"Report\",\"name\":\"a\nb\",\"datePublished\":\"2018-04-03\"}]"
       "</script>",
       "2018-04-03 JSON-LD datePublished"},
      {"broken JSON-LD, then a meta element",
       R"(<script type="application/ld+json">{"@type":</script><meta property="article:published_time" content="2018-04-04T10:00Z">)",
       "2018-04-04 article:published_time"},
      {"a meta element in other letters", R"(<META NAME="DatePublished" CONTENT="April 5, 2018">)",
       "2018-04-05 datepublished"},
      {"an element with a microdata name",
       R"(<span itemprop="datePublished" content="2018-04-06"></span>)",
       "2018-04-06 datePublished"},
      {"an article of a list is another article",
       R"(<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2001-01-01"}]}</script>)",
       ""},
      {"a revision is no publication",
       R"(<meta property="article:modified_time" content="2018-04-04">)", ""},
  }));
  DYNAMIC_SECTION(row.what) {
    const HtmlPage page = read_html(
        "<html><head>" + std::string(row.head) + "</head><body>" + std::string(kBody), words());
    CHECK(date_of(page) == row.date);
    CHECK(of_kind(page, BlockKind::Body).size() == 2);
  }
}

TEST_CASE("a time element counts inside the article alone", "[html]") {
  const std::string time = "<time datetime=\"2018-04-07\">7 April</time>";
  CHECK(date_of(read_html(time + std::string(kBody), words())).empty());
  const HtmlPage page = read_html("<article>" + time + std::string(kBody.substr(9)), words());
  CHECK(date_of(page) == "2018-04-07 time element");
}

TEST_CASE("an article that only JSON-LD holds is read from there", "[html]") {
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body += "Paragraph " + std::to_string(i) +
            " tells how the council met in Vado and spoke of the fish.\\n\\n";
  }
  const HtmlPage page = read_html(
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A lake","articleBody":")" +
          body + R"("}</script><p>Please log in to read on.</p>)",
      words());
  check_spans(page);
  CHECK(of_kind(page, BlockKind::Body).size() == 6);
}

TEST_CASE("class names never take the whole article away", "[html]") {
  const HtmlPage page = read_html(
      "<div class=\"sidebar-layout\"><form id=\"promo\">" + std::string(kBody) + "</form></div>",
      words());
  CHECK(of_kind(page, BlockKind::Body).size() == 2);
}

TEST_CASE("a link inside a sentence stays, whatever its class", "[html]") {
  const HtmlPage page = read_html(
      "<p>The council of the <a class=\"tag-link related\">Lake Council</a> met in Vado, on "
      "Monday, to speak of the "
      "trout.</p>",
      words());
  CHECK(of_kind(page, BlockKind::Body) ==
        std::vector<std::string>{
            "The council of the Lake Council met in Vado, on Monday, to speak of the trout."});
}

TEST_CASE("pages without an article have no body", "[html]") {
  const std::string html =
      GENERATE(std::string(), std::string("<"), std::string("<html><body></body></html>"),
               std::string("<ul><li><a href=a>Rain in June</a><li><a href=b>Snow in May</a></ul>"),
               std::string("<script>let a = \"The council met on Monday.\";</script>"),
               std::string("<style>p { }</style><!-- The council met on Monday. -->"));
  CAPTURE(html);
  const HtmlPage page = read_html(html, words());
  CHECK(of_kind(page, BlockKind::Body).empty());
}

TEST_CASE("hostile pages do no harm", "[html]") {
  std::string html = GENERATE(
      []() {
        std::string s = "<p>The council of the lake met on Monday, in Vado.</p>";
        for (int i = 0; i < 50'000; ++i) s += "<div>";
        return s;
      }(),
      []() {
        std::string s = "<p>The council of the lake met on Monday, in Vado.</p>";
        for (int i = 0; i < 20'000; ++i) s += "<span class=comment><b>x</b>";
        return s;
      }(),
      "<p>The council of the lake met on Monday, in Vado.</p>" + std::string(1'000'000, '<'),
      "<p>The council of the lake met on Monday, in Vado.</p><p>" + std::string(5'000'000, 'a'),
      std::string("<p>The council of the lake met on Monday, in Vado.</p>&#0; &#xD800; &#x110000; "
                  "&nosuch; &amp &#1;"),
      std::string("<p>The council of the lake met on Monday, in "
                  "Vado.</p>\x01\x02\x1B[31m</p></p></html><html>"));
  const HtmlPage page = read_html(html, words());
  check_spans(page);
  CHECK(page.article.text.find("The council of the lake met on Monday, in Vado.") !=
        std::string::npos);
}

TEST_CASE("a page names its charset, and its bytes overrule it", "[html]") {
  CHECK(html_charset("<meta charset=\"windows-1252\"><p>Jos\xE9") == "windows-1252");
  CHECK(html_charset("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\xF0") ==
        "koi8-r");
  CHECK(html_charset("<meta charset=iso-8859-1><p>Jos\xC3\xA9") == "utf-8");
  CHECK(html_charset("<p>Jos\xE9").empty());
  CHECK(html_charset("\xFF\xFE<\0") == "UTF-16LE");
  CHECK(html_charset("<meta charset=utf-16>\xE9") == "utf-8");
}

TEST_CASE("a fragment becomes plain text", "[html]") {
  CHECK(plain_text("no marks") == "no marks");
  CHECK(plain_text("Norvia &amp; Sudland") == "Norvia & Sudland");
  CHECK(plain_text("<p>One <b>two</b></p><p>Three</p>") == "One two\nThree");
  CHECK(plain_text("5 &lt; 6\nand more") == "5 < 6\nand more");
  CHECK(plain_text("") == "");
}

TEST_CASE("single breaks part the lines of a list, not those of a sentence", "[html]") {
  const auto with = [](const std::string& paragraph) {
    const std::string body(kBody.substr(0, kBody.size() - std::string_view("</article>").size()));
    return read_html(body + "<p>Participants:</p><p>" + paragraph + "</p></article>", words());
  };
  const HtmlPage list = with(
      "Anna Keller, Director of the Office of Trout<br>Marcus Hale, Minister of Carp, Austria<br>"
      "Paul Winter, Chief of Staff");
  CHECK(of_kind(list, BlockKind::Item) ==
        std::vector<std::string>{"Anna Keller, Director of the Office of Trout",
                                 "Marcus Hale, Minister of Carp, Austria",
                                 "Paul Winter, Chief of Staff"});
  check_spans(list);
  const HtmlPage sentence = with(
      "Anna Keller, the director of the office, said on Monday that the<br>Austrian trout, carp "
      "and pike would be gone by then, and so<br>Would the eels, unless it rained.");
  CHECK(of_kind(sentence, BlockKind::Item).empty());
  CHECK(sentence.article.text.find("the Austrian trout") != std::string::npos);
}
