#include "graph/exchange.h"

#include <sstream>

#include "base/error.h"
#include "tests/catch.h"

using namespace entente;

namespace {

const std::string kFirst = "{\"t\":\"graph\",\"format\":1}\n";

std::string refusal(const std::string& text) {
  std::istringstream in(text);
  try {
    read_export(in, "x.jsonl",
                {[](const ImportedArticle&) {}, [](const std::string&) {},
                 [](const std::string&, std::uint32_t, const std::vector<std::string>&) {}});
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    return error.what();
  }
  return {};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an export's articles come back as they were") {
  const std::string article =
      R"({"t":"article","id":"a.txt","url":null,"title":"Talks","outlet":null,"author":null,)"
      R"("published":"2024-08","published_from":"line 2","text":"A \u0000 b.","hash":"1f","reader":"r",)"
      R"("extraction":{"entities":[],"facts":[],"sentences":[],"sketch":""}})";
  std::istringstream in(kFirst + article + "\n{\"t\":\"ledger\",\"text\":\"# x\\n\"}\r\n" +
                        "{\"t\":\"node\",\"articles\":[\"a.txt\",\"b\"]}\n");
  std::vector<ImportedArticle> articles;
  std::string ledger, derived;
  std::vector<std::string> named;
  read_export(
      in, "x.jsonl",
      {[&](const ImportedArticle& one) { articles.push_back(one); },
       [&](const std::string& text) { ledger = text; },
       [&](const std::string& line, std::uint32_t number, const std::vector<std::string>& of) {
         derived = std::to_string(number) + line;
         named = of;
       }});
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].article.id == "a.txt");
  CHECK(articles[0].article.title == "Talks");
  CHECK(articles[0].article.url.empty());
  CHECK(articles[0].article.published == parse_iso("2024-08"));
  CHECK(articles[0].article.text == std::string("A \0 b.", 6));
  CHECK(articles[0].stamp.hash == "1f");
  CHECK(articles[0].stamp.reader == "r");
  CHECK(ledger == "# x\n");
  CHECK(named == std::vector<std::string>{"a.txt", "b"});
  CHECK(derived == "4{\"t\":\"node\",\"articles\":[\"a.txt\",\"b\"]}");
}

TEST_CASE("what is no export is refused with file, line and what was expected") {
  CHECK(has(refusal(""), "x.jsonl: an empty file; expected an export"));
  CHECK(has(refusal("{\"t\":\"graph\",\"format\":2}\n"), "x.jsonl:1: "));
  CHECK(has(refusal("{\"title\":\"a\",\"text\":\"b\"}\n"), "x.jsonl:1: broken record: no \"t\""));
  CHECK(
      has(refusal(kFirst + "{\"t\":\"vertex\"}\n"), "x.jsonl:2: found \"t\":\"vertex\"; expected"));
  CHECK(has(refusal(kFirst + "{\"t\":\"art"), "x.jsonl:2: "));
  CHECK(has(refusal(kFirst + "[1]"), "x.jsonl:2: expected an object"));
  CHECK(has(refusal(kFirst + "\xff\n"), "x.jsonl:2: "));
  CHECK(has(refusal(kFirst + "{\"t\":\"article\",\"id\":\"a\"}\n"),
            "x.jsonl:2: an article without its text"));
  CHECK(has(refusal(kFirst + R"({"t":"article","id":"a","url":null,"title":null,"outlet":null,)"
                             R"("author":null,"published":"soon","published_from":null,"text":"",)"
                             R"("hash":"","reader":"","extraction":{}})"),
            "found the date \"soon\""));
  CHECK(has(refusal(kFirst + std::string(100000, '[')), "x.jsonl:2: "));
}

TEST_CASE("an export is known by its beginning") {
  CHECK(is_export(kFirst));
  CHECK_FALSE(is_export("{\"t\":\"node\"}"));
  CHECK_FALSE(is_export(""));
}
