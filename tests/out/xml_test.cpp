#include "out/xml.h"

#include <sstream>

#include "tests/catch.h"

using namespace entente;

TEST_CASE("XML text escapes its own signs and leaves out what XML forbids") {
  CHECK(xml_text("a<b>&\"c\"'") == "a&lt;b&gt;&amp;&quot;c&quot;'");
  CHECK(xml_text(std::string("\x01\x1b\x00z", 4)) == "z");
  CHECK(xml_text("a\tb\nc") == "a\tb\nc");
  CHECK(xml_text("\xEF\xBF\xBE\xEF\xBF\xBF!") == "!");
  CHECK(xml_text("\xFF!") == "\xEF\xBF\xBD!");
  CHECK(xml_text("Nguyễn 🕊") == "Nguyễn 🕊");
}

TEST_CASE("elements are indented, closed in order, and empty ones are short") {
  std::ostringstream out;
  XmlWriter xml(out);
  xml.open("a").attribute("x", "1 < 2");
  xml.open("b");
  xml.close();
  xml.open("c");
  xml.text("t & u");
  xml.close();
  xml.close();
  CHECK(out.str() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x=\"1 &lt; 2\">\n  <b/>\n  <c>t &amp; "
        "u</c>\n</a>\n");
}
