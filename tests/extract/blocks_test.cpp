#include "extract/blocks.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/utf8.h"
#include "extract/captions.h"
#include "extract/load.h"
#include "tests/catch.h"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const PageWords& words() {
  static const auto loaded = load_page_words(ENTENTE_DATA_DIR);
  return *loaded;
}

PageReading read(std::string_view text, std::string_view title = {}) {
  return read_page(text, 0, title, words());
}

Document load(const fs::path& path) {
  RawArticle raw;
  raw.article.text = read_file(path);
  return load_document(raw, words());
}

// "body: first bytes" of every block, for tables.
std::vector<std::string> dump(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<std::string> result;
  for (const Block& block : blocks) {
    result.push_back(std::string(to_string(block.kind)) + ": " +
                     std::string(slice(text, block.span)));
  }
  return result;
}

// All that is read for facts.
std::string read_text(const Document& document) {
  std::string result;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::Body && block.kind != BlockKind::Caption) continue;
    result += std::string(slice(document.article.text, block.span)) + "\n";
  }
  return result;
}

std::vector<std::string_view> of_kind(const Document& document, BlockKind kind) {
  std::vector<std::string_view> result;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) result.push_back(slice(document.article.text, block.span));
  }
  return result;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

void check_order(std::string_view text, const std::vector<Block>& blocks) {
  std::uint32_t end = 0;
  for (const Block& block : blocks) {
    REQUIRE(block.span.begin < block.span.end);
    REQUIRE(block.span.begin >= end);
    REQUIRE(block.span.end <= text.size());
    CHECK(block.reason.empty() == (block.kind == BlockKind::Body));
    const std::string_view bytes = slice(text, block.span);
    CHECK(!std::isspace(static_cast<unsigned char>(bytes.front())));
    CHECK(!std::isspace(static_cast<unsigned char>(bytes.back())));
    end = block.span.end;
  }
}

const fs::path kPages = fs::path(ENTENTE_TEST_DIR) / "extract" / "pages";
const fs::path kSeeds = fs::path(ENTENTE_SOURCE_DIR) / ".." / "shared" / "seeds";
const fs::path kGold = fs::path(ENTENTE_SOURCE_DIR) / ".." / "shared" / "gold" / "seeds";

}  // namespace

TEST_CASE("a page dump is the article, its title, its date and much that is neither", "[blocks]") {
  const Document page = load(kPages / "sidebar.txt");
  check_order(page.article.text, page.blocks);
  CHECK(page.article.title == "Ministers of two valleys open a shared bridge");
  CHECK(page.article.author == "Jane Example");
  CHECK(to_iso(page.article.published.value()) == "2019-03-14");
  CHECK(page.article.published_from == "line 11");
  CHECK(of_kind(page, BlockKind::Caption) ==
        std::vector<std::string_view>{"Minister Ana Prueba and Minister Otto Muster cut the ribbon "
                                      "of the new bridge at Vado on March 13, 2019."});
  CHECK(of_kind(page, BlockKind::Body).size() == 5);
  const std::string text = read_text(page);
  CHECK(has(text, "Minister Muster will visit the Norvian capital in May."));
  CHECK(has(text, "\"Who would have thought it twelve years ago?\""));
  for (const char* never : {"King", "Estland", "Borduria", "harvest", "parliament", "Jane", "Max",
                            "WhatsApp", "NNA", "Agency", "Copyright", "reader77", "Topics"}) {
    CAPTURE(never);
    CHECK_FALSE(has(text, never));
  }
}

TEST_CASE("headlines around an article do not become its text, nor their one-line summaries",
          "[blocks]") {
  const Document page = load(kPages / "teasers.txt");
  CHECK(page.article.title == "Norvia sends an envoy to Sudland");
  CHECK(of_kind(page, BlockKind::Body).size() == 3);
  CHECK_FALSE(has(read_text(page), "bakers"));
}

TEST_CASE("paragraphs wrapped by hand are one block each", "[blocks]") {
  const Document page = load(kPages / "wrapped.txt");
  check_order(page.article.text, page.blocks);
  CHECK(page.article.title == "Lake towns sign a pact on fishing");
  CHECK(to_iso(page.article.published.value()) == "2021-06-09");
  const auto body = of_kind(page, BlockKind::Body);
  REQUIRE(body.size() == 3);
  CHECK(body[1].ends_with("where the\ncouncil has its seat."));
  CHECK(of_kind(page, BlockKind::Heading) == std::vector<std::string_view>{"What comes next"});
}

TEST_CASE("a wire story's last line ends before its mark", "[blocks]") {
  const std::string text =
      "Talks on forests\n\n"
      "VIENNA, May 3, 2024 (Wire) -- Anna Keller met Marcus Hale on Thursday to speak of "
      "forests.\n\n"
      "Austria is Kenya's third largest trading partner in the region. \u25A0\n";
  const PageReading page = read(text);
  CHECK(std::ranges::count(page.blocks, BlockKind::Body, &Block::kind) == 2);
}

TEST_CASE("a wrapped line of a list goes on in an indented line", "[blocks]") {
  const std::string text =
      "Talks on forests\n\n"
      "Austrian officials opened the Nairobi Climate Summit on Wednesday, and\n"
      "spoke of the need for more money for the forests of the country and of\n"
      "the whole region, which have become smaller in every year since 1990.\n\n"
      "Participants:\n\n"
      "-   Anna Keller, Director of the Office of Forests, Rivers and Good\n"
      "    Neighbours of the Danube, the Enns, the Mur and the old\n"
      "    Mountains, Vienna\n";
  const PageReading page = read(text);
  const auto item = std::ranges::find(page.blocks, BlockKind::Item, &Block::kind);
  REQUIRE(item != page.blocks.end());
  CHECK(slice(text, item->span).ends_with("Mountains, Vienna"));
}

TEST_CASE("a long link in a paragraph wrapped by hand does not cut it", "[blocks]") {
  const std::string text =
      "The mayors of the seven towns around the lake signed a pact on\n"
      "Tuesday that limits the catch of trout for five years. In\n"
      "[April](https://lake.example/2021/04/12/"
      "the-council-and-the-mayors-of-the-seven-towns-speak-of-trout-and-of-much-else),\n"
      "Mayor Ines Modelo said that the fish would otherwise be gone by\n"
      "2030. The pact was drawn up by the Lake Council, which met in the\n"
      "Town Hall of Port Azul on Monday.\n";
  const PageReading page = read_page(text, 0, "Lake towns sign a pact", words());
  REQUIRE(page.blocks.size() == 1);
  CHECK(page.blocks[0].kind == BlockKind::Body);
}

TEST_CASE("a bare date on the first line is the publication, and the sources are no body",
          "[blocks]") {
  const Document page = load(kPages / "wire.txt");
  CHECK(to_iso(page.article.published.value()) == "2021-05-07");
  CHECK(page.article.published_from == "line 1");
  CHECK(page.article.title.empty());
  CHECK(of_kind(page, BlockKind::Body).size() == 3);
  CHECK(of_kind(page, BlockKind::Caption) ==
        std::vector<std::string_view>{"The cutter leaves the harbour of Vado."});
  CHECK_FALSE(has(read_text(page), "radio"));
}

TEST_CASE("each line is called what it is", "[blocks]") {
  struct Row {
    std::string_view what, text;
    std::vector<std::string> blocks;
  };
  const Row row = GENERATE(values<Row>({
      {"an opening dateline belongs to the body",
       "PORT AZUL - The council met on Monday.",
       {"body: PORT AZUL - The council met on Monday."}},
      {"a heading stands between paragraphs",
       "The council met on Monday.\n\nMore to come\n\nThe mayor spoke on Tuesday.",
       {"body: The council met on Monday.", "heading: More to come",
        "body: The mayor spoke on Tuesday."}},
      {"three headlines in a row are a list",
       "The council met on Monday.\n\nRain in June\nSnow in May\nSun in April\n\nThe mayor spoke "
       "on Tuesday.",
       {"body: The council met on Monday.", "boilerplate: Rain in June", "boilerplate: Snow in May",
        "boilerplate: Sun in April", "body: The mayor spoke on Tuesday."}},
      {"a promotion in the middle goes, the article goes on",
       "The council met on Monday.\nClick here to follow our channel\nThe mayor spoke on Tuesday.",
       {"body: The council met on Monday.", "boilerplate: Click here to follow our channel",
        "body: The mayor spoke on Tuesday."}},
      {"an inline section takes its headlines alone",
       "The council met on Monday.\nREAD MORE:\nRain expected in June\nThe mayor spoke on Tuesday.",
       {"body: The council met on Monday.", "boilerplate: READ MORE:",
        "boilerplate: Rain expected in June", "body: The mayor spoke on Tuesday."}},
      {"a credit in letters closes the article",
       "The council met on Monday.\nThe mayor spoke on Tuesday. ABC/DEF",
       {"body: The council met on Monday.", "body: The mayor spoke on Tuesday.",
        "boilerplate: ABC/DEF"}},
      {"staff and input are credits",
       "The council met on Monday.\n(With input from Wire)\nOtto Muster contributed to this report",
       {"body: The council met on Monday.", "boilerplate: (With input from Wire)",
        "boilerplate: Otto Muster contributed to this report"}},
      {"a repeated paragraph is read once",
       "The council of the lake met on Monday.\n\nThe council of the lake met on Monday.",
       {"body: The council of the lake met on Monday.",
        "boilerplate: The council of the lake met on Monday."}},
      {"a few words of a paragraph that stand alone are a pull quote",
       "\"We will not build a wall here,\" said the mayor of the lake on Monday evening.\n\n"
       "\"We will not build a wall\"\n\nThe council met on Tuesday.",
       {"body: \"We will not build a wall here,\" said the mayor of the lake on Monday evening.",
        "boilerplate: \"We will not build a wall\"", "body: The council met on Tuesday."}},
      {"what hangs together with a section's title is its list, whole sentences too",
       "Mayor Otto Muster met the council on Monday in Vado.\n\nThe talks took two hours and a "
       "half.\n\nRelated\nThe queen met Ines Modelo in Port Azul on Sunday.\nThe king met her "
       "in June.\n\nMuster will meet the council of Vado again in May.",
       {"body: Mayor Otto Muster met the council on Monday in Vado.",
        "body: The talks took two hours and a half.", "boilerplate: Related",
        "boilerplate: The queen met Ines Modelo in Port Azul on Sunday.",
        "boilerplate: The king met her in June.",
        "body: Muster will meet the council of Vado again in May."}},
      {"a section's sentence of other people does not end it",
       "Mayor Otto Muster met the council of Vado.\nMore on this story\nThe old queen met Ines "
       "Modelo.\nThe members of the council thanked Otto Muster for coming.\nThe council will "
       "meet again in Vado on Tuesday evening.",
       {"body: Mayor Otto Muster met the council of Vado.", "boilerplate: More on this story",
        "boilerplate: The old queen met Ines Modelo.",
        "body: The members of the council thanked Otto Muster for coming.",
        "body: The council will meet again in Vado on Tuesday evening."}},
      {"the author is told of at the end",
       "By Jane Example\n\nThe council met on Monday.\n\nThe mayor spoke on Tuesday.\n\nJane "
       "Example is a reporter in Vado. She met the queen in May.",
       {"byline: By Jane Example", "body: The council met on Monday.",
        "body: The mayor spoke on Tuesday.",
        "boilerplate: Jane Example is a reporter in Vado. She met the queen in May."}},
      {"a byline in lower case ends the headline before it",
       "The towns of the lake meet in Vado\nby Jane Example\n\nThe council met on Monday.",
       {"title: The towns of the lake meet in Vado", "byline: by Jane Example",
        "body: The council met on Monday."}},
      {"lines that count on are a list",
       "The council met on Monday.\n1 Rain falls in June.\n2 Snow falls in May.",
       {"body: The council met on Monday.", "boilerplate: 1 Rain falls in June.",
        "boilerplate: 2 Snow falls in May."}},
      {"carriage returns end lines too",
       "Lake towns meet\r\n\r\nThe council met on Monday.\r\n",
       {"title: Lake towns meet", "body: The council met on Monday."}},
      {"a breadcrumb is no title, even with no-break spaces",
       "NEWS\u00A0/\u00A0LAKES\nLake towns meet\nThe council met on Monday.",
       {"boilerplate: NEWS\u00A0/\u00A0LAKES", "title: Lake towns meet",
        "body: The council met on Monday."}},
      {"a menu on one line is no title",
       "Home | English | Deutsch\nPOLITICS  LAKES  SPORT\nLake towns meet\nThe council met on "
       "Monday.",
       {"boilerplate: Home | English | Deutsch", "boilerplate: POLITICS  LAKES  SPORT",
        "title: Lake towns meet", "body: The council met on Monday."}},
      {"a line typed by hand is read without its full stop",
       "Otto Muster met Ana Prueba in Vado",
       {"body: Otto Muster met Ana Prueba in Vado"}},
      {"ideographs have no spaces",
       "国务院总理在首都会见了外国代表团，双方就贸易问题举行了会谈。",
       {"body: 国务院总理在首都会见了外国代表团，双方就贸易问题举行了会谈。"}},
  }));
  DYNAMIC_SECTION(row.what) {
    const PageReading page = read(row.text);
    check_order(row.text, page.blocks);
    CHECK(dump(row.text, page.blocks) == row.blocks);
  }
}

TEST_CASE("menus, lists of links and blank pages have no body", "[blocks]") {
  const std::string_view text = GENERATE(
      as<std::string_view>(), "", "   \n\n\t\n", "Home\nNews\nSport\nWeather\nContact us\nImprint",
      "• Rain expected in June\n• Snow in May\n• Sun in April\n• Fog in March\n• Hail in July",
      "=====\n-----\n", "12\n13\n14", "\xEF\xBB\xBF");
  for (const Block& block : read(text).blocks) CHECK(block.kind != BlockKind::Body);
}

TEST_CASE("a title that the metadata give is found on the page, with or without the outlet's name",
          "[blocks]") {
  const std::string_view text =
      "Menu of the day\nLake towns meet | The Daily Example\nThe towns of the lake meet on "
      "Monday.\n";
  const PageReading page = read(text, "Lake towns meet");
  CHECK(page.title == "Lake towns meet");
  REQUIRE(page.blocks.size() == 3);
  CHECK(page.blocks[1].kind == BlockKind::Title);
  CHECK(read(text).title == "Lake towns meet");
}

TEST_CASE("a dateline tells the agency and the day when nothing else does", "[blocks]") {
  const PageReading page = read("VADO, Sept. 3, 2021 (Wire) - The council met on Friday.");
  CHECK(page.outlet == "Wire");
  REQUIRE(page.published);
  CHECK(to_iso(*page.published) == "2021-09-03");
  CHECK(page.published_from == "dateline");
}

TEST_CASE("the outlet is known from a line that names it", "[blocks]") {
  CHECK(read("Lake towns meet\nSource: The Daily Example\nThe council met on Monday.").outlet ==
        "The Daily Example");
  CHECK(read("Lake towns meet\nVADO (Wire) - 3 May 2001\nThe council met on Monday.").outlet ==
        "Wire");
  CHECK(read("Lake towns meet\nThe council met on Monday.\ndesk@lake.example").outlet ==
        "lake.example");
  CHECK(read("Lake towns meet\nThe council met on Monday.\njane@gmail.com").outlet.empty());
}

TEST_CASE("what stands at the top of a page is its outlet, not its title", "[blocks]") {
  const std::string story =
      "Home  News  Sport\n\nMinisters of two valleys open a shared bridge\n\nThe ministers of the "
      "two valleys opened a shared bridge on Monday.\nThe bridge is long.\n";
  for (const auto& [line, outlet] : std::vector<std::pair<std::string, std::string>>{
           {"The Vado Post - News of the Two Valleys", "The Vado Post"},
           {"VADO NEWS AGENCY", "VADO NEWS AGENCY"},
           {"Lake News Agency (LNA) - A voice of the lake", "Lake News Agency"},
           {"Lake Radio", "Lake Radio"}}) {
    CAPTURE(line);
    const PageReading page = read(line + "\n" + story);
    CHECK(page.title == "Ministers of two valleys open a shared bridge");
    CHECK(page.outlet == outlet);
  }
  CHECK(read("Ministers write a letter to the Vado Post\n\nThe ministers wrote a letter to the "
             "Vado Post on Monday.\n")
            .title == "Ministers write a letter to the Vado Post");
}

TEST_CASE("a date of running text is never the publication", "[blocks]") {
  const PageReading page = read(
      "Lake towns meet\n\nThe treaty was signed on May 3, 1999.\n\nMay 4, 2001\n\nThe council met "
      "on Monday.");
  CHECK_FALSE(page.published);
}

TEST_CASE("the date of publication may stand at the foot, and beats a revision at the head",
          "[blocks]") {
  const PageReading page = read(
      "Lake towns meet\nUpdated: May 4, 2001\n\nThe council met on Monday.\n\nMost Read\nRain in "
      "June\nFirst "
      "Published: May 3, 2001");
  REQUIRE(page.published);
  CHECK(to_iso(*page.published) == "2001-05-03");
  CHECK(page.published_from == "line 8");
}

TEST_CASE("a caption ends before its credit and begins behind its label", "[captions]") {
  struct Row {
    std::string_view line, said;
  };
  const Row row = GENERATE(values<Row>({
      {"(Cover: The queen opens the bridge, May 3, 2001. /Wire)",
       "The queen opens the bridge, May 3, 2001."},
      {"The queen opens the bridge in Vado. Photo: Wire", "The queen opens the bridge in Vado."},
      {"The queen opens the bridge | Representative image", "The queen opens the bridge"},
      {"The bridge carried 20 million cars - ABC Illustrative image",
       "The bridge carried 20 million cars"},
      {"The queen opens the bridge. (Wire Photo/O. Muster)", "The queen opens the bridge."},
      {"The queen opens the bridge (Wire/Otto Muster)", "The queen opens the bridge"},
      {"FILE PHOTO: The queen opens the bridge in Vado", "The queen opens the bridge in Vado"},
      {"The queen opens the bridge. Image: O. Muster (photos), A. Prueba (montage).",
       "The queen opens the bridge."},
      {"The queen opens the bridge. Photo by Otto Muster", "The queen opens the bridge."},
      {"Image caption, The queen opens the bridge", "The queen opens the bridge"},
      {"The queen opens the bridge in Vado. Otto Muster/Lake Pictures",
       "The queen opens the bridge in Vado."},
      {"The queen opens the bridge. / PHOTO: LAKE PICTURES/O. MUSTER",
       "The queen opens the bridge."},
      {"The queen opens the bridge, photo: Wire", "The queen opens the bridge"},
      {"The queen opens the bridge | Agencies", "The queen opens the bridge"},
      {"Photo: Wire", ""},
  }));
  CAPTURE(row.line);
  const auto caption = read_caption(row.line, words());
  REQUIRE(caption);
  CHECK(slice(row.line, caption->said) == row.said);
}

TEST_CASE("an ordinary sentence is no caption", "[captions]") {
  const std::string_view line =
      GENERATE(as<std::string_view>(), "The queen opened the bridge on Tuesday.",
               "He joined the Lake Council (LC)", "The picture shows a queen, he said.",
               "They met the Lake Council (LC).", "She won with 51/49 votes.",
               "The title: a bridge too far.");
  CAPTURE(line);
  CHECK_FALSE(read_caption(line, words()));
}

TEST_CASE("long lines and many lines are read in bounded time and without harm", "[blocks]") {
  const std::string text = GENERATE(
      std::string(3'000'000, 'a'), std::string(3'000'000, '"'), std::string(3'000'000, '.'),
      [] {
        std::string s;
        for (int i = 0; i < 100'000; ++i) s += "Comments\n";
        return s;
      }(),
      [] {
        std::string s;
        for (int i = 0; i < 60'000; ++i) s += "Rain expected in the north\n";
        return s + "The council met on Monday.\n";
      }());
  const PageReading page = read(text);
  check_order(text, page.blocks);
}

TEST_CASE("the five seed pages are read as the gold has it", "[seeds]") {
  if (!fs::exists(kSeeds)) {
    WARN("skipped: ../shared/seeds is not there");
    return;
  }
  for (const auto& entry : fs::directory_iterator(kSeeds)) {
    CAPTURE(entry.path().string());
    const Document page = load(entry.path());
    check_order(page.article.text, page.blocks);
    rapidjson::Document gold;
    gold.Parse(read_file(kGold / entry.path().filename().replace_extension(".json")).c_str());
    REQUIRE(gold.IsObject());
    CHECK(page.article.title == gold["title"].GetString());
    const std::string day = gold["published"].IsString() ? gold["published"].GetString() : "";
    CHECK((page.article.published ? to_iso(*page.article.published) : "") == day);

    const std::string text = " " + fold(read_text(page)) + " ";
    for (const auto& name : gold["boilerplate_never"].GetArray()) {
      // A name of the list may stand in the article as a part of a longer one.
      const std::string key = " " + fold(name.GetString()) + " ";
      const std::string article =
          page.article.text.substr(0, page.article.text.find(gold["body_ends_before"].GetString()));
      if (has(" " + fold(article) + " ", key)) continue;
      CAPTURE(name.GetString());
      CHECK_FALSE(has(text, key));
    }

    // Every line above the end of the body that ends as a sentence does is read, unless it repeats
    // one.
    const std::size_t end = page.article.text.find(gold["body_ends_before"].GetString());
    REQUIRE(end != std::string::npos);
    for (const PageLine& line : read_lines(page.article.text.substr(0, end), 0)) {
      const bool sentence = line.ending == PageLine::Ending::Stop && line.words > 8;
      if (sentence) CHECK(has(text, " " + line.key + " "));
    }
    for (const Block& block : page.blocks) {
      if (block.kind == BlockKind::Body) CHECK(block.span.end <= end);
    }
  }
}
