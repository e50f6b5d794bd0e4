#include "cli/painted.h"

#include <sstream>

#include "cli/story.h"
#include "tests/catch.h"

using namespace entente;

namespace {

std::string written(const Painted& painted, std::size_t width, std::size_t indent,
                    bool color = false) {
  std::ostringstream out, messages;
  Terminal terminal{out, messages, true, false, false, width, Paint{color}};
  write_painted(terminal, painted, indent);
  return out.str();
}

}  // namespace

TEST_CASE("a paragraph is broken at the terminal's width and indented") {
  Painted painted;
  painted.add("one two three  four\nfive");
  CHECK(written(painted, 24, 4) == "    one two three four\n    five\n");
  CHECK(written(painted, 0, 2) == "  one two three four five\n");
}

TEST_CASE("colours take no room and end with each line") {
  Painted painted;
  painted.add("a braver ");
  painted.add("new and long", Emphasis::Name);
  painted.add(" word");
  CHECK(written(painted, 22, 2, false) == "  a braver new and\n  long word\n");
  CHECK(written(painted, 22, 2, true) ==
        "  a braver \x1b[1;36mnew and\x1b[0m\n  \x1b[1;36mlong\x1b[0m word\n");
}

TEST_CASE("text from an article cannot steer the terminal") {
  Painted painted;
  painted.add("a\x1b[2Jb\r\nc\xff\u202e");
  const std::string text = written(painted, 0, 0);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\xff') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  CHECK(text.find("b c") != std::string::npos);
}

TEST_CASE("counts read well") {
  CHECK(count(1, "article", "articles") == "1 article");
  CHECK(count(0, "article", "articles") == "0 articles");
  CHECK(count(999, "a", "b") == "999 b");
  CHECK(count(1000, "a", "b") == "1,000 b");
  CHECK(count(1234567, "a", "b") == "1,234,567 b");
}
