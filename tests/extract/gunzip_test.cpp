#include "extract/gunzip.h"

#include "tests/catch.h"
#include "tests/extract/packed.h"

using namespace entente;

namespace {

struct Unpacked {
  std::string bytes, problem;
};

Unpacked unpack_all(const std::string& packed) {
  std::istringstream in(packed);
  GunzipStream stream(in);
  std::ostringstream out;
  if (stream.peek() != std::char_traits<char>::eof()) out << stream.rdbuf();
  return {out.str(), stream.problem()};
}

std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t seed = 5; bytes.size() < size;) {
    seed = seed * 1664525 + 1013904223;
    bytes += static_cast<char>(seed >> 24);
  }
  return bytes;
}

const std::string kLine = "{\"text\":\"The council met on Monday.\"}\n";

}  // namespace

TEST_CASE("all members of a gzip file come out, and zeros behind them do no harm", "[gunzip]") {
  const std::string large = noise(300'000);
  const Unpacked whole =
      unpack_all(gzip("one ") + gzip("") + gzip(large) + gzip(" end") + std::string(500, '\0'));
  CHECK(whole.bytes == "one " + large + " end");
  CHECK(whole.problem.empty());
}

TEST_CASE("gzip data that is damaged ends with a reason", "[gunzip]") {
  const std::string packed = gzip(noise(50'000));
  for (const std::size_t size : {1, 5, 18, 200, 40'000}) {
    CAPTURE(size);
    CHECK(unpack_all(packed.substr(0, size)).problem == "gzip data that ends too early");
  }
  std::string spoilt = packed;
  spoilt[packed.size() - 6] ^= 1;  // the sum
  CHECK(unpack_all(spoilt).problem.starts_with("broken gzip data behind byte "));
  CHECK(unpack_all("\x1fno gzip at all").problem.starts_with("broken gzip data"));
  CHECK(unpack_all(packed + "more").problem.starts_with("broken gzip data"));
}

TEST_CASE("behind damage the next member is found", "[gunzip]") {
  std::string first = gzip(noise(50'000));
  first[first.size() - 6] ^= 1;
  std::istringstream in(first + "\x1f\x8b\x08 none, this, \x1f\x8b" + gzip("the second"));
  GunzipStream stream(in);
  stream.ignore(1'000'000);
  CHECK_FALSE(stream.problem().empty());
  std::string rest;
  while (rest != "the second" && stream.resume()) std::getline(stream, rest);
  CHECK(rest == "the second");
  CHECK(stream.problem().empty());
  CHECK_FALSE(stream.resume());
}

TEST_CASE("a bomb is given up", "[gunzip]") {
  std::string zeros(1 << 20, 'a');
  std::string bomb;
  const std::string member = gzip(zeros);
  for (int i = 0; i < 400; ++i) bomb += member;
  std::istringstream in(bomb);
  GunzipStream stream(in);
  std::size_t size = 0;
  while (stream.read(zeros.data(), static_cast<std::streamsize>(zeros.size())) ||
         stream.gcount() > 0) {
    size += static_cast<std::size_t>(stream.gcount());
  }
  CHECK(stream.problem() == "gzip data that grows more than 200-fold");
  CHECK(size < 70u << 20);
  CHECK_FALSE(stream.resume());
  CHECK(read_bytes(gzip(std::string(11'000'000, 'a'))).warnings ==
        std::vector<std::string>{"f: larger than 10 MB"});
}

TEST_CASE("a packed message is unpacked whatever its header", "[gunzip]") {
  std::string problem;
  CHECK(unpack(gzip("The council met."), 100, problem) == "The council met.");
  CHECK(problem.empty());
  CHECK(unpack({"\x78\x9c\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27", 11}, 100, problem) == "abc");
  CHECK(problem.empty());
  CHECK(unpack({"\x4b\x4c\x4a\x06\x00", 5}, 100, problem) == "abc");
  CHECK(problem.empty());
  CHECK(unpack(gzip(std::string(1000, 'a')), 99, problem).size() == 100);
  CHECK(problem.empty());
  const std::string cut = gzip(noise(1000)).substr(0, 700);
  unpack(cut, 2000, problem);
  CHECK(problem == "packed data that ends too early");
  unpack("\x1f\x8b\x08 and then no gzip", 100, problem);
  CHECK(problem == "broken packed data");
}

TEST_CASE("packed inputs are what the same inputs are when they are not", "[gunzip]") {
  for (const std::string& bytes :
       {kLine + kLine, std::string("<html><p>The council met.</p>"), std::string("The council.")}) {
    const StreamResult plain = read_bytes(bytes);
    const StreamResult packed = read_bytes(gzip(bytes));
    REQUIRE(packed.articles.size() == plain.articles.size());
    CHECK(packed.warnings == plain.warnings);
    for (std::size_t i = 0; i < plain.articles.size(); ++i) {
      CHECK(packed.articles[i].article.text == plain.articles[i].article.text);
      CHECK(packed.articles[i].format == plain.articles[i].format);
    }
  }
}

TEST_CASE("of damaged lines those before the damage are read, of a damaged text nothing",
          "[gunzip]") {
  const std::string first = gzip(kLine + kLine);
  std::string last = gzip(noise(1000));
  const StreamResult lines = read_bytes(first + last.substr(0, 100));
  CHECK(lines.articles.size() == 2);
  REQUIRE_FALSE(lines.warnings.empty());
  CHECK(lines.warnings.back() == "f: gzip data that ends too early");
  const std::string text = gzip("The council met on Monday.");
  const StreamResult cut = read_bytes(text.substr(0, text.size() - 9));
  CHECK(cut.articles.empty());
  CHECK(cut.warnings == std::vector<std::string>{"f: gzip data that ends too early"});
}
