#include "extract/warc.h"

#include "tests/catch.h"
#include "tests/extract/packed.h"

using namespace entente;

namespace {

constexpr std::string_view kPage =
    "<html><body><p>The council met Anna Keller on Monday.</p></body></html>";

std::string record(const std::string& headers, const std::string& block) {
  return "WARC/1.0\r\n" + headers + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string http(const std::string& fields, std::string_view body, int status = 200) {
  return "HTTP/1.1 " + std::to_string(status) + " OK\r\n" + fields + "\r\n" + std::string(body);
}

const std::string kHtml = "Content-Type: text/html; charset=UTF-8\r\n";

std::string response(const std::string& url, const std::string& block) {
  return record("WARC-Type: response\r\nWARC-Target-URI: " + url +
                    "\r\nWARC-Date: 2021-03-04T05:06:07Z\r\n"
                    "Content-Type: application/http; msgtype=response\r\n",
                block);
}

std::string page(const std::string& url) { return response(url, http(kHtml, kPage)); }

const std::string kInfo = record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n",
                                 "software: none\r\n");

std::vector<std::string> urls(int count) {
  std::vector<std::string> result;
  for (int i = 1; i <= count; ++i) result.push_back("http://x.example/" + std::to_string(i));
  return result;
}

}  // namespace

TEST_CASE("the pages of a web archive are articles, and nothing else in it", "[warc]") {
  const std::string bytes =
      kInfo +
      record("WARC-Type: request\r\nWARC-Target-URI: http://x.example/1\r\n",
             "GET / HTTP/1.1\r\n") +
      page("<http://x.example/1>") + response("http://x.example/no", http(kHtml, kPage, 404)) +
      response("http://x.example/p", http("Content-Type: image/png\r\n", "\x89PNG")) +
      response("dns:x.example", "20210304 10.0.0.1") +
      response("http://x.example/2", http("", kPage)) +
      record(
          "WARC-Type: resource\r\nWARC-Target-URI: http://x.example/3\r\n"
          "content-type:\r\n text/html\r\n",
          std::string(kPage)) +
      record("WARC-Type: metadata\r\n", std::string(kPage));
  const StreamResult plain = read_bytes(bytes);
  CHECK(plain.warnings.empty());
  CHECK(plain.ids() == urls(3));
  for (const RawArticle& raw : plain.articles) {
    CHECK(raw.article.text == kPage);
    CHECK(raw.article.url == raw.article.id);
    CHECK(raw.format == RawArticle::Format::Html);
  }
  CHECK(plain.articles[0].fetched == "2021-03-04T05:06:07Z");
  CHECK(plain.articles[0].place.line == 3);
  CHECK(read_bytes(gzip(bytes)).ids() == urls(3));
  CHECK(read_bytes(gzip(kInfo) + gzip(page("http://x.example/1"))).ids() == urls(1));
}

TEST_CASE("a page is what the server had, however it was sent", "[warc]") {
  const auto text_of = [](const std::string& fields, const std::string& body) {
    const StreamResult result =
        read_bytes(response("http://x.example/1", http(kHtml + fields, body)));
    CAPTURE(fields);
    REQUIRE(result.articles.size() == 1);
    CHECK(result.warnings.empty());
    return result.articles[0].article.text;
  };
  const std::string whole(kPage);
  const std::string packed = gzip(whole);
  const auto chunked = [](const std::string& body) {
    return "a;x=1\r\n" + body.substr(0, 10) + "\r\n3\r\n" + body.substr(10, 3) + "\r\n" +
           [&] {
             std::ostringstream size;
             size << std::hex << body.size() - 13;
             return size.str();
           }() +
           "\r\n" + body.substr(13) + "\r\n0\r\n\r\n";
  };
  CHECK(text_of("Transfer-Encoding: chunked\r\n", chunked(whole)) == kPage);
  CHECK(text_of("Content-Encoding: gzip\r\n", packed) == kPage);
  CHECK(text_of("Content-Encoding: gzip\r\ntransfer-encoding: Chunked\r\n", chunked(packed)) ==
        kPage);
  // A crawler that undid both and left the header.
  CHECK(text_of("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", whole) == kPage);
  CHECK(text_of("Content-Encoding: br\r\n", whole) == kPage);
  CHECK(text_of("Content-Encoding: identity\r\n", whole) == kPage);
}

TEST_CASE("the server's charset goes before the page's, but not before its bytes", "[warc]") {
  const auto read = [](const std::string& charset, const std::string& body) {
    return read_bytes(
               response("http://x.example/1",
                        http("Content-Type: text/html;charset=\"" + charset + "\"\r\n", body)))
        .articles.at(0)
        .article.text;
  };
  CHECK(read("windows-1252", "<meta charset=koi8-r><p>Jos\xE9") == "<meta charset=koi8-r><p>José");
  CHECK(read("koi8-r", "<p>José") == "<p>José");
}

TEST_CASE("what is broken in an archive costs its record, not those behind it", "[warc]") {
  const std::string one = page("http://x.example/1"), two = page("http://x.example/2");
  struct Row {
    std::string what, broken, message;
  };
  const std::string half = one.substr(0, one.size() / 2 + 100);
  std::string long_one = one;
  long_one.replace(long_one.find("Content-Length: "), 16, "Content-Length: 1");
  std::string short_one = one;
  const std::size_t digits = short_one.find("Content-Length: ") + 16;
  short_one.replace(digits, short_one.find('\r', digits) - digits, "60");
  const Row row = GENERATE_COPY(values<Row>({
      {"too long a length", long_one, "cut off: "},
      {"too short a length", short_one, "does not end where its Content-Length says"},
      {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n", "expected a Content-Length"},
      {"no number", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", "found \"-5\""},
      {"a length beyond all", "WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n",
       "a record that is cut off: "},
      {"a length that is none", "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n",
       "expected a Content-Length"},
      {"no record", "<html>\r\n\r\n", "expected the first line of a record"},
      {"a chunk cut off",
       response("http://x.example/0", http(kHtml + "Transfer-Encoding: chunked\r\n", "ff\r\n<p>")),
       "http://x.example/0: a chunk that is cut off"},
      {"a chunk without size",
       response("http://x.example/0",
                http(kHtml + "Transfer-Encoding: chunked\r\n", "2\r\n<p\r\nx\r\n")),
       "found no size of a chunk"},
      {"a coding that we lack",
       response("http://x.example/0", http(kHtml + "Content-Encoding: br\r\n", "\x0b\x02")),
       "content encoding \"br\"; only gzip and deflate are read"},
      {"packed and cut off",
       response("http://x.example/0",
                http(kHtml + "Content-Encoding: gzip\r\n", gzip(kPage).substr(0, 30))),
       "packed data that ends too early"},
      {"a header without end", response("http://x.example/0", "HTTP/1.1 200 OK\r\nA: b"), ""},
      {"NUL bytes", response("http://x.example/0", http(kHtml, std::string("<p>\0", 4))),
       "http://x.example/0: it contains NUL bytes"},
      {"nothing in it", response("http://x.example/0", http(kHtml, " \r\n")),
       "http://x.example/0: an empty page"},
      {"too large", response("http://x.example/0", http(kHtml, std::string(10'485'761, 'a'))),
       "http://x.example/0: larger than 10 MB"},
      {"far too large", response("http://x.example/0", http(kHtml, std::string(30'000'000, 'a'))),
       "http://x.example/0: larger than 10 MB"},
  }));
  DYNAMIC_SECTION(row.what) {
    const StreamResult result = read_bytes(kInfo + row.broken + two + page("http://x.example/3"));
    const std::vector<std::string> ids = result.ids();
    REQUIRE(ids.size() >= 2);
    CHECK(ids[ids.size() - 2] == "http://x.example/2");
    CHECK(ids.back() == "http://x.example/3");
    CHECK(ids.size() == 2);
    if (row.message.empty()) {
      CHECK(result.warnings.empty());  // of no known type: no page
    } else {
      REQUIRE(result.warnings.size() == 1);
      CHECK(result.warnings[0].find(row.message) != std::string::npos);
      CHECK(result.warnings[0].starts_with("f:2: "));
    }
  }
  SECTION("cut off at its end") {
    const StreamResult result = read_bytes(two + half);
    CHECK(result.ids() == std::vector<std::string>{"http://x.example/2"});
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].starts_with("f:2: a record that is cut off: "));
  }
  SECTION("the crawler cut it") {
    const StreamResult result =
        read_bytes(record("WARC-Type: response\r\nWARC-Truncated: length\r\n"
                          "WARC-Target-URI: http://x.example/1\r\n",
                          http(kHtml, kPage)));
    CHECK(result.articles.size() == 1);
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0] == "f:1: http://x.example/1: the crawler cut the page off: length");
  }
}

TEST_CASE("a damaged member of a packed archive costs its record", "[warc]") {
  std::string second = gzip(page("http://x.example/2"));
  for (const std::size_t at : {second.size() / 3, second.size() / 2, second.size() - 7}) {
    std::string spoilt = second;
    spoilt[at] ^= 0x55;
    const StreamResult result =
        read_bytes(gzip(page("http://x.example/1")) + spoilt + gzip(page("http://x.example/3")) +
                   gzip(page("http://x.example/4")));
    const std::vector<std::string> ids = result.ids();
    REQUIRE(ids.size() >= 3);
    CHECK(ids.front() == "http://x.example/1");
    CHECK(ids[ids.size() - 2] == "http://x.example/3");
    CHECK(ids.back() == "http://x.example/4");
    CHECK_FALSE(result.warnings.empty());
  }
  const std::string cut = gzip(page("http://x.example/1")) + second.substr(0, second.size() / 2);
  const StreamResult result = read_bytes(cut);
  CHECK(result.ids() == urls(1));
  CHECK(result.warnings.size() == 1);
}

TEST_CASE("archives cut anywhere do no harm", "[warc]") {
  const std::string whole = kInfo + page("http://x.example/1") + page("http://x.example/2");
  const std::string packed =
      gzip(kInfo) + gzip(page("http://x.example/1")) + gzip(page("http://x.example/2"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK(read_bytes(whole.substr(0, size)).articles.size() <= 2);
  }
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CHECK(read_bytes(packed.substr(0, size)).articles.size() <= 2);
  }
}

TEST_CASE("a page from an archive is the article that it is as a file", "[warc]") {
  const auto words = load_page_words(ENTENTE_DATA_DIR);
  const std::string html =
      "<html><head><title>Talks</title><link rel=canonical href='http://x.example/1'>"
      "<meta property='article:published_time' content='2021-03-01'></head><body><article>"
      "<h1>Talks</h1><p>The council met Anna Keller on Monday, an official said.</p>"
      "<p>They spoke for three hours, and nobody told what about.</p></article></body></html>";
  const StreamResult archive = read_bytes(response("http://x.example/1", http(kHtml, html)));
  const Document one = load_document(archive.articles.at(0), *words);
  const Document other = load_document(read_bytes(html).articles.at(0), *words);
  CHECK(one.article.text == other.article.text);
  CHECK(one.article.title == other.article.title);
  CHECK(one.article.url == other.article.url);
  CHECK(one.article.outlet == other.article.outlet);
  CHECK(to_iso(one.article.published.value()) == "2021-03-01");
  CHECK(one.article.published_from == other.article.published_from);
}

TEST_CASE("the day of the crawl is asked last", "[warc]") {
  const auto words = load_page_words(ENTENTE_DATA_DIR);
  const Document silent =
      load_document(read_bytes(page("http://x.example/1")).articles.at(0), *words);
  CHECK(to_iso(silent.article.published.value()) == "2021-03-04");
  CHECK(silent.article.published_from == "day of the crawl");
  const Document address =
      load_document(read_bytes(page("http://x.example/2020/02/03/a")).articles.at(0), *words);
  CHECK(to_iso(address.article.published.value()) == "2020-02-03");
}
