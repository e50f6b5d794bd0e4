#include "extract/feed.h"

#include "base/utf8.h"
#include "tests/catch.h"
#include "tests/extract/packed.h"

using namespace entente;

namespace {

std::string rss(const std::string& items, const std::string& head = "<?xml version=\"1.0\"?>\n") {
  return head +
         "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:media=\"http://search.yahoo.com/mrss/\" "
         "xmlns:a=\"http://www.w3.org/2005/Atom\">\n<channel><title>Valley &amp; Hill Post</title>"
         "<image><title>A picture</title></image>"
         "<a:link rel=\"self\" href=\"http://x.example/feed\"/>\n" +
         items + "</channel></rss>\n";
}

std::string atom(const std::string& entries) {
  return "<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>"
         "<title>Lake Agency</title><id>urn:1</id>\n" +
         entries + "</feed>";
}

Document document_of(const RawArticle& raw) {
  static const auto words = load_page_words(ENTENTE_DATA_DIR);
  return load_document(raw, *words);
}

const std::string kItem =
    "<item><title>Last</title><link>http://x.example/last</link>"
    "<description>The council met.</description></item>";

}  // namespace

TEST_CASE("items of an RSS feed are articles", "[feed]") {
  const StreamResult result = read_bytes(rss(
      "<item><title>Keller &amp;amp; Hale meet</title>\n"
      "<link> http://x.example/1 </link><guid isPermaLink=\"false\">7</guid>"
      "<a:link rel=\"related\" href=\"http://x.example/other\"/>"
      "<pubDate>Mon, 06 Sep 2021 22:45:00 GMT</pubDate>"
      "<dc:creator><![CDATA[Jane Example]]></dc:creator><dc:creator>Otto Berg</dc:creator>"
      "<media:title>Another</media:title><media:description>No</media:description>"
      "<description>Short.</description><content:encoded><![CDATA[<p>The council met Anna Keller "
      "on Monday.</p><p>They spoke for &lt;three&gt; hours.</p>]]></content:encoded></item>\n"
      "<item><title>Second</title><guid>http://x.example/2</guid>"
      "<author>desk@x.example (Ann Lind)</author>"
      "<source url=\"http://y.example/feed\">Other Post</source>"
      "<description>&lt;p&gt;The council met.&lt;/p&gt;</description></item>\n"
      "<item><description>The council met again.</description></item>"));
  CHECK(result.warnings.empty());
  CHECK(result.ids() ==
        std::vector<std::string>{"http://x.example/1", "http://x.example/2", "f:7"});
  const Document first = document_of(result.articles.at(0));
  CHECK(first.article.title == "Keller & Hale meet");
  CHECK(first.article.outlet == "Valley & Hill Post");
  CHECK(first.article.author == "Jane Example, Otto Berg");
  CHECK(first.article.url == "http://x.example/1");
  CHECK(to_iso(first.article.published.value()) == "2021-09-06");
  CHECK(first.article.published_from == "record");
  CHECK(first.article.text ==
        "Keller & Hale meet\n\nThe council met Anna Keller on Monday.\n\n"
        "They spoke for <three> hours.");
  const Document second = document_of(result.articles.at(1));
  CHECK(second.article.author == "Ann Lind");
  CHECK(second.article.outlet == "Other Post");
  CHECK(second.article.text == "Second\n\nThe council met.");
  CHECK_FALSE(second.article.published);
  CHECK(document_of(result.articles.at(2)).article.text == "The council met again.");
}

TEST_CASE("entries of an Atom feed are articles, whatever form their content has", "[feed]") {
  const auto text_of = [](const std::string& content) {
    const StreamResult result = read_bytes(
        atom("<entry><title type='html'>Talks &amp;amp; tea</title>"
             "<link rel='edit' href='http://x.example/edit'/><link href='http://x.example/1'/>"
             "<id>urn:2</id><updated>2021-09-08T10:00:00Z</updated>"
             "<published>2021-09-07T10:00:00Z</published><author><name>Jane Example</name>"
             "<email>jane@x.example</email></author><author><name>Otto Berg</name></author>" +
             content + "</entry>"));
    CAPTURE(content);
    CHECK(result.warnings.empty());
    REQUIRE(result.articles.size() == 1);
    const Document document = document_of(result.articles[0]);
    CHECK(document.article.title == "Talks & tea");
    CHECK(document.article.url == "http://x.example/1");
    CHECK(document.article.outlet == "Lake Agency");
    CHECK(document.article.author == "Jane Example, Otto Berg");
    CHECK(to_iso(document.article.published.value()) == "2021-09-07");
    return document.article.text;
  };
  const std::string expected = "Talks & tea\n\nThe council met.\n\nIt was a <brief> talk.";
  CHECK(text_of("<content type='html'>&lt;p>The council met.&lt;/p>"
                "&lt;p>It was a &amp;lt;brief> talk.&lt;/p></content>"
                "<summary>Other words.</summary>") == expected);
  CHECK(text_of("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                "<p>The council met.</p><p>It was a &lt;brief> <b>talk</b>.</p></div></content>") ==
        expected);
  CHECK(text_of("<content>The council met.\n\nIt was a &lt;brief> talk.</content>") == expected);
  CHECK(text_of("<content src='http://x.example/full'/><summary type='text'>The council met.\n\n"
                "It was a &lt;brief> talk.</summary>") == expected);
  CHECK(text_of("<content type='image/png'>iVBORw0KGgo=</content>"
                "<summary type='html'>&lt;p>The council met.&lt;/p>"
                "&lt;p>It was a &amp;lt;brief> talk.&lt;/p></summary>") == expected);
}

TEST_CASE("RSS 1.0 keeps its items beside the channel", "[feed]") {
  const StreamResult result = read_bytes(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel><title>Old Post</title></channel><item><title>One</title>"
      "<link>http://x.example/1</link><dc:date>2009-08-07</dc:date>"
      "<description>The council met.</description></item></rdf:RDF>");
  REQUIRE(result.ids() == std::vector<std::string>{"http://x.example/1"});
  CHECK(result.articles[0].article.outlet == "Old Post");
  CHECK(result.articles[0].published == "2009-08-07");
}

TEST_CASE("a feed is told from a page by its first element", "[feed]") {
  CHECK(is_feed("<?xml version='1.0'?><!-- <html> -->\n<!DOCTYPE rss>\n<rss version='2.0'>"));
  CHECK(is_feed("<atom:feed xmlns:atom='x'>"));
  CHECK(is_feed("<rdf:RDF>"));
  CHECK_FALSE(is_feed("<?xml version='1.0'?><html><rss>"));
  CHECK_FALSE(is_feed("<!-- <rss> "));
  CHECK_FALSE(is_feed("text < rss"));
  CHECK(read_bytes(gzip(rss(kItem))).ids() == std::vector<std::string>{"http://x.example/last"});
}

TEST_CASE("what is wrong in a feed costs its item, and is told", "[feed]") {
  struct Row {
    std::string what, bytes;
    std::vector<std::string> ids;
    std::string message;
  };
  const std::vector<std::string> last = {"http://x.example/last"};
  const Row row = GENERATE_COPY(values<Row>({
      {"an item without text", rss("<item><title>One</title></item>\n" + kItem), last,
       "f:4: an item without content or description"},
      {"too large",
       rss(kItem + "<!--" + std::string(10'485'761, 'a') + "-->"),
       {},
       "f: a feed larger than 10 MB"},
      {"cut off", rss(kItem).substr(0, rss(kItem).size() - 60), {}, "broken XML: "},
      {"elements that cross",
       rss("<item><guid>1</guid><description>Two</description><b></item></b>\n" + kItem),
       {"1", "http://x.example/last"},
       "broken XML: "},
      {"HTML's own entities",
       rss("<item><link>http://x.example/1</link><description>Two&nbsp;men"
           "&unknown; met &eacute;</description></item>" +
           kItem),
       {"http://x.example/1", "http://x.example/last"},
       ""},
      {"control characters",
       rss("<item><link>http://x.example/1</link><description>Two\x0bmen"
           "</description></item>" +
           kItem),
       {"http://x.example/1", "http://x.example/last"},
       ""},
      {"bytes that are no UTF-8",
       rss("<item><link>http://x.example/1</link><title>\xff\xfe</title><description>Two \xc3("
           "</description></item>" +
           kItem),
       {"http://x.example/1", "http://x.example/last"},
       "broken XML: "},
      {"an unknown prefix",
       rss("<item><x:y>1</x:y><link>http://x.example/1</link><description>Two"
           "</description></item>"),
       {"http://x.example/1"},
       ""},
      {"no item", rss(""), {}, ""},
  }));
  DYNAMIC_SECTION(row.what) {
    const StreamResult result = read_bytes(row.bytes);
    CHECK(result.ids() == row.ids);
    for (const RawArticle& raw : result.articles) {
      CHECK(find_invalid_utf8(raw.article.text + raw.article.title) == std::string::npos);
    }
    if (row.message.empty()) {
      CHECK(result.warnings.empty());
    } else {
      REQUIRE(result.warnings.size() == 1);
      CHECK(result.warnings[0].find(row.message) != std::string::npos);
    }
  }
}

TEST_CASE("nothing is fetched for a feed, and no entity grows", "[feed]") {
  const std::string outside =
      "<!DOCTYPE rss SYSTEM 'file:///nowhere.dtd' [<!ENTITY file SYSTEM 'file:///etc/passwd'>"
      "<!ENTITY word 'expanded'>]>\n";
  const StreamResult result = read_bytes(
      rss("<item><title>One</title><link>http://x.example/1</link><description>Before &file; "
          "&word; after, and that is all.</description></item>",
          outside));
  REQUIRE(result.articles.size() == 1);
  const std::string text = document_of(result.articles[0]).article.text;
  CHECK(text == "One\n\nBefore after, and that is all.");

  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaa'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  bomb += "]>\n";
  const StreamResult laughs =
      read_bytes(rss("<item a=\"&a11;\"><title>&a11;</title><link>http://x.example/1</link>"
                     "<description>The council met &a11;.</description></item>",
                     bomb));
  for (const RawArticle& raw : laughs.articles) CHECK(raw.article.text.size() < 1000);
  std::string deep = rss("<item><description>");
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  CHECK(read_bytes(deep).articles.size() <= 1);
}

TEST_CASE("feeds cut anywhere do no harm", "[feed]") {
  const std::string whole = rss(kItem) + atom("<entry><content>One</content></entry>");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CHECK(read_bytes(whole.substr(0, size)).articles.size() <= 1);
  }
}
