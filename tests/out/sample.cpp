// See sample.h.

#include "tests/out/sample.h"

#include <map>
#include <set>

#include "tests/support/build.h"

namespace entente::test {
namespace {

struct RelationRow {
  const char* name;
  const char* label;
  bool symmetric;
};

const std::vector<RelationRow>& relation_rows() {
  static const std::vector<RelationRow> rows = {
      {"accused", "accused", false},
      {"agreed-with", "agreed with", true},
      {"aided", "aided", false},
      {"attacked", "attacked", false},
      {"attended", "attended", false},
      {"awarded", "awarded", false},
      {"coerced", "coerced", false},
      {"conceded-to", "conceded to", false},
      {"cooperated-with", "cooperated with", true},
      {"criticized", "criticized", false},
      {"demanded-of", "demanded of", false},
      {"holds-position", "leads", false},
      {"invested-in", "invested in", false},
      {"investigated", "investigated", false},
      {"invited", "invited", false},
      {"located-in", "in", false},
      {"mediated-between", "mediated", false},
      {"member-of", "member of", false},
      {"met-with", "met", true},
      {"mobilized-against", "mobilized against", false},
      {"opposes", "opposes", false},
      {"part-of", "part of", false},
      {"participates-in", "takes part in", false},
      {"partners-with", "partner of", true},
      {"protested-against", "protested against", false},
      {"rejected", "rejected", false},
      {"requested-of", "requested of", false},
      {"sanctioned", "sanctioned", false},
      {"signed", "signed", false},
      {"spoke-with", "spoke with", true},
      {"spouse-of", "married to", true},
      {"supports", "supports", false},
      {"threatened", "threatened", false},
      {"trades-with", "trades with", true},
      {"visited", "visited", false},
      {"witnessed-signing", "witnessed", false},
  };
  return rows;
}

Entity named(const std::string& id, const std::string& name,
             std::vector<std::string> aliases = {}) {
  Entity made = entity(id, std::move(aliases));
  made.name = name;
  return made;
}

// `count` facts of one pair and relation: from the first to the last date, by turns.
void add(std::vector<Fact>& facts, const std::string& from, const std::string& relation,
         const std::string& to, const std::vector<std::string>& dates) {
  for (std::size_t i = 0; i < dates.size(); ++i) {
    Fact made = fact(from, relation, to, dates[i]);
    made.id += ":" + std::to_string(i);
    const std::string article = "a" + std::to_string(facts.size() % 17) + ".txt";
    made.evidence = {evidence(article, "Said of " + from + " and " + to + ".")};
    facts.push_back(made);
  }
}

Fact office(const std::string& who, const std::string& title, const std::string& where) {
  Fact made = fact(who, "holds-position", where);
  made.qualifiers["title"] = title;
  return made;
}

std::string person(std::size_t i) {
  const std::string digits = std::to_string(i);
  return "person:p" + std::string(digits.size() < 2 ? 2 - digits.size() : 0, '0') + digits;
}

KnowledgeGraph meetings(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::vector<Fact> facts;
  std::set<std::size_t> people;
  for (const auto& [a, b] : pairs) {
    add(facts, person(a), "met-with", person(b),
        {"2024-" + std::string(a % 2 == 0 ? "03" : "11") + "-" + std::to_string(10 + b % 18)});
    people.insert({a, b});
  }
  std::vector<Entity> entities;
  for (const std::size_t p : people) {
    entities.push_back(named(person(p), "Nguyễn Văn Mẫu " + std::to_string(p)));
  }
  return graph_of(facts, entities);
}

}  // namespace

Ontology sample_ontology() {
  Ontology ontology;
  ontology.types = {{"person", "Person", "People", true},
                    {"party", "Party", "Parties", true},
                    {"organization", "Organization", "Organizations", true},
                    {"initiative", "Initiative", "Initiatives"},
                    {"country", "Country", "Countries", true},
                    {"place", "Place", "Places"},
                    {"event", "Event", "Events"},
                    {"agreement", "Agreement", "Agreements"},
                    {"award", "Award", "Awards"},
                    {"group", "Group", "Groups", true}};
  for (const RelationRow& row : relation_rows()) {
    Relation relation;
    relation.name = row.name;
    relation.label = row.label;
    relation.phrase = "{subject} " + relation.label + " {object}";
    relation.symmetric = row.symmetric;
    if (row.symmetric) relation.codes = {"CONSULT", "", "040"};
    if (relation.name == "visited") relation.codes = {"CONSULT", "visit", "042"};
    if (relation.name == "signed") relation.codes = {"SUPPORT", "", "057"};
    ontology.relations.push_back(relation);
  }
  return ontology;
}

Style sample_style() { return load_style(ENTENTE_DATA_DIR, sample_ontology()); }

KnowledgeGraph sample_graph() {
  const std::vector<Entity> entities = {
      named("person:lam-the-khoi", "Lâm Thế Khôi", {"Chairman Khôi", "Khôi"}),
      named("person:pham-duc-ngoc", "Phạm Đức Ngọc", {"Ngọc"}),
      named("person:luong-hoai-an", "Lương Hoài An"),
      named("person:nguyen-quy-truong", "Nguyễn Quý Trường"),
      named("person:bui-thao-sam", "Bùi Thảo Sâm"),
      named("person:shen-daoren", "Shen Daoren"),
      named("person:lu-qiaofeng", "Lu Qiaofeng"),
      named("person:wen-yilan", "Wen Yilan"),
      named("person:etienne-marchal", "Étienne Marchal"),
      named("person:jonah-beddoes", "Jonah Beddoes"),
      named("person:vadim-portnov", "Vadim Portnov"),
      named("party:peoples-renewal-party", "People's Renewal Party of Annamia"),
      named("party:union-party", "Union Party of Cathara"),
      named("country:annamia", "Annamia"),
      named("place:port-lotus", "Port Lotus"),
      named("place:lutecia", "Lutecia"),
      named("organization:asc", "Association of Southern Coasts"),
      named("event:pacific-forum", "Pacific Forum, Lima Bay"),
      named("initiative:silk-causeway", "Silk Causeway Initiative"),
      named("agreement:csp-1", "Comprehensive Strategic Partnership Annamia–Columbe"),
      named("agreement:csp-2", "Comprehensive Strategic Partnership Annamia–Gallie"),
  };
  std::vector<Fact> facts;
  const std::string khoi = "person:lam-the-khoi", ngoc = "person:pham-duc-ngoc",
                    an = "person:luong-hoai-an", truong = "person:nguyen-quy-truong",
                    sam = "person:bui-thao-sam", shen = "person:shen-daoren",
                    lu = "person:lu-qiaofeng", wen = "person:wen-yilan",
                    marchal = "person:etienne-marchal", beddoes = "person:jonah-beddoes",
                    portnov = "person:vadim-portnov";
  add(facts, khoi, "met-with", shen,
      {"2024-08-19", "2024-09-02", "2024-10-11", "2024-10-30", "2024-11-15"});
  add(facts, khoi, "met-with", marchal, {"2024-10-06", "2024-10-07"});
  add(facts, khoi, "met-with", beddoes, {"2024-09-25"});
  add(facts, khoi, "met-with", portnov, {"2024-06-20"});
  add(facts, ngoc, "met-with", lu, {"2023-12-03", "2024-03-01", "2024-06-24", "2024-10-12"});
  add(facts, ngoc, "met-with", portnov, {"2024-06-20"});
  add(facts, truong, "met-with", shen, {"2023-12-12", "2023-12-13"});
  add(facts, truong, "met-with", beddoes, {"2023-09-10"});
  add(facts, sam, "met-with", wen, {"2023", "2024-02", "2024-08-14"});
  add(facts, an, "met-with", shen, {"2024-11-15"});
  add(facts, khoi, "visited", "place:lutecia", {"2024-10"});
  add(facts, khoi, "spoke-with", shen, {"2024-07-26"});
  add(facts, shen, "visited", "place:port-lotus", {"2023-12"});
  add(facts, beddoes, "visited", "place:port-lotus", {"2023-09"});
  add(facts, portnov, "visited", "place:port-lotus", {"2024-06"});
  add(facts, truong, "signed", "agreement:csp-1", {"2023-09-10"});
  add(facts, beddoes, "signed", "agreement:csp-1", {"2023-09-10"});
  add(facts, khoi, "signed", "agreement:csp-2", {"2024-10-07"});
  add(facts, marchal, "signed", "agreement:csp-2", {"2024-10-07"});
  add(facts, shen, "supports", "initiative:silk-causeway", {""});
  add(facts, an, "attended", "event:pacific-forum", {"2024-11-15"});
  add(facts, shen, "attended", "event:pacific-forum", {"2024-11-15"});
  add(facts, beddoes, "attended", "event:pacific-forum", {"2024-11-16"});
  add(facts, ngoc, "attended", "organization:asc", {"2023", "2024-05", "2024-10"});
  facts.push_back(office(khoi, "General Secretary", "party:peoples-renewal-party"));
  facts.push_back(office(shen, "General Secretary", "party:union-party"));
  facts.push_back(office(ngoc, "Prime Minister", "country:annamia"));
  facts.push_back(office(sam, "Foreign Minister", "country:annamia"));
  return graph_of(facts, entities);
}

View view_of(const KnowledgeGraph& graph) { return make_view(graph, sample_ontology(), {}); }

KnowledgeGraph star(std::size_t leaves) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 1; i <= leaves; ++i) pairs.emplace_back(0, i);
  return meetings(pairs);
}

KnowledgeGraph clique(std::size_t size) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = i + 1; j < size; ++j) pairs.emplace_back(i, j);
  }
  return meetings(pairs);
}

KnowledgeGraph chain(std::size_t size) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 1; i < size; ++i) pairs.emplace_back(i - 1, i);
  return meetings(pairs);
}

KnowledgeGraph crowd(std::size_t size, unsigned seed) {
  // Numbers of our own: the library's distributions differ from one to the next.
  std::uint64_t state = seed;
  const auto next = [&](std::size_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % below);
  };
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 1; i < size; ++i) {
    pairs.emplace(next(i), i);
    const std::size_t hub = next(std::max<std::size_t>(size / 12, 1));
    if (i % 3 == 0 && hub < i) pairs.emplace(hub, i);
  }
  return meetings({pairs.begin(), pairs.end()});
}

std::vector<std::string> hostile_mix(std::size_t count, unsigned seed) {
  static const std::vector<std::string> pieces = {"<",
                                                  ">",
                                                  "&",
                                                  "\"",
                                                  "'",
                                                  "`",
                                                  "\\",
                                                  "/",
                                                  "]]>",
                                                  "<![CDATA[",
                                                  "-->",
                                                  "<!--",
                                                  "</name>",
                                                  "<script>",
                                                  "&amp;",
                                                  "&#0;",
                                                  "\n",
                                                  "\r\n",
                                                  "\r",
                                                  "\t",
                                                  std::string(1, '\0'),
                                                  "\x01",
                                                  "\x07",
                                                  "\x1b[2J",
                                                  "\x7f",
                                                  "\xC2\x85",
                                                  "\xC2\x9B",
                                                  "\xE2\x80\xA8",
                                                  "\xE2\x80\xAE",
                                                  "\xE2\x80\xAC",
                                                  "\xE2\x81\xA6",
                                                  "\xE2\x80\x8B",
                                                  "\xEF\xBB\xBF",
                                                  "\xEF\xBF\xBE",
                                                  "\xEF\xBF\xBF",
                                                  "\xED\xA0\x80",
                                                  "\xED\xB0\x80",
                                                  "\xC3",
                                                  "\xFF",
                                                  "\xF0\x9F",
                                                  "=",
                                                  "+",
                                                  "-",
                                                  "@",
                                                  "=1+1",
                                                  "@SUM(A1)",
                                                  "-- ",
                                                  ";",
                                                  ",",
                                                  "|",
                                                  "#",
                                                  "^",
                                                  "[",
                                                  "]",
                                                  "[[",
                                                  "]]",
                                                  "(",
                                                  ")",
                                                  "{",
                                                  "}",
                                                  "{{x}}",
                                                  "${x}",
                                                  "$$",
                                                  "%%",
                                                  "==",
                                                  "~~",
                                                  "**",
                                                  "__",
                                                  "![",
                                                  "](",
                                                  "1. ",
                                                  "1) ",
                                                  "- ",
                                                  "> ",
                                                  "# ",
                                                  "```",
                                                  "---",
                                                  "\\n",
                                                  "\\u0041",
                                                  "\\",
                                                  ":",
                                                  "?",
                                                  "*",
                                                  "..",
                                                  "CON",
                                                  "NUL",
                                                  " ",
                                                  "  ",
                                                  "a",
                                                  "Anna",
                                                  "Keller",
                                                  "\xC3\xA9",
                                                  "Nguy\xE1\xBB\x85n",
                                                  "e\xCC\x81",
                                                  "\xE4\xB8\xAD",
                                                  "\xF0\x9F\x95\x8A",
                                                  "\xD7\xA9",
                                                  "\xD8\xA7"};
  std::uint64_t state = seed;
  const auto next = [&](std::size_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % below);
  };
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t parts = i == 1 ? 30000 : 1 + next(12); parts > 0; --parts) {
      text += pieces[next(pieces.size())];
    }
    texts.push_back(text);
  }
  return texts;
}

std::vector<std::string> hostile_texts() {
  return {
      "<script>alert(1)</script>",
      "Tom & \"Jerry\" 'O''Neil'",
      "&lt;b&gt; &amp;amp; &#60;i&#62;",
      "line one\nline two\r\nline three",
      "C:\\new\\table \\N \\G \\l",
      "\xE2\x80\xAE"
      "drow\xE2\x80\xAC and \xE2\x81\xA6isolate\xE2\x81\xA9",
      std::string("nul\x01 bell\x07 escape\x1b[31m del\x7f"),
      "]]> --> <!-- comment ${env} {{template}}",
      "\xF0\x9F\x95\x8A peace \xF0\x9F\x87\xBB\xF0\x9F\x87\xB3",
      "=HYPERLINK(\"http://example.com\")",
      " ",
      "a|b;c,d\te",
      "\xEF\xBF\xBE noncharacter \xEF\xBF\xBF",
      "%anonymous",
      "Cafe\xCC\x81 Nguye\xCC\x82\xCC\x83n",
  };
}

}  // namespace entente::test
