#include "tests/graph/corpus.h"

#include <array>
#include <sstream>

#include "graph/copies.h"
#include "tests/support/build.h"

namespace entente::test {
namespace {

// Not std::uniform_int_distribution, whose numbers differ between libraries.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 2862933555777941757U + 3037000493U) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<const char*, 12> given = {"Ann", "Bới", "Carl", "Đào", "Eve", "Finn",
                                               "Gül", "Hue", "Ida",  "Jon", "Kim", "Lou"};
constexpr std::array<const char*, 10> family = {"Lee", "Møss", "Nash", "Orr",  "Park",
                                                "Quy", "Ray",  "Sánz", "Tran", "Ude"};
constexpr std::array<const char*, 6> countries = {"Alba",  "Borea",  "Corvia",
                                                  "Dorne", "Elonia", "Farland"};
constexpr std::array<const char*, 4> titles = {"president", "foreign minister", "Prime Minister",
                                               "envoy"};
constexpr std::array<const char*, 7> dates = {
    "", "", "2023", "2024-05", "2024-05-07", "2024-05-08", "2023-02-01/2023-02-03"};

struct Person {
  std::string full;
  std::string single;
  std::size_t country;
};

Person person(std::size_t number) {
  const std::string last = family[number % family.size()];
  const std::string first = given[(number / family.size() + number) % given.size()];
  // Beyond 120 people a middle name keeps them apart.
  const std::size_t more = number / (given.size() * family.size());
  const std::string middle = more == 0 ? " " : " M" + std::string(more, 'o') + " ";
  return {first + middle + last, last, number % countries.size()};
}

void add_person(Reading& read, const std::string& name, const Person& who, bool in_full) {
  std::vector<std::string> names = {name};
  if (in_full) names.push_back(who.single);
  read.entity("person", names);
}

std::string body(std::size_t number) {
  Numbers numbers(number + 1);
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(numbers.below(1000)) + ' ';
  return text;
}

ReadArticle article(std::size_t number, std::size_t people) {
  Numbers numbers(number + 1);
  const Person a = person(numbers.below(people));
  Person b = person(numbers.below(people));
  while (b.single == a.single) b = person(numbers.below(people));
  Person c = person(numbers.below(people));
  while (c.single == a.single || c.single == b.single) c = person(numbers.below(people));
  const bool with_colleague = numbers.below(3) == 0;
  const bool in_full = numbers.below(4) > 0;
  const std::string a_name = in_full ? a.full : a.single;
  const std::string country_a = countries[a.country];
  const std::string country_b = countries[b.country];
  const std::string title = titles[numbers.below(titles.size())];
  const std::string office = title + ' ' + a_name + " of " + country_a + '.';
  const std::string meeting =
      a_name + (with_colleague ? " and " + c.full : "") + " met " + b.full + '.';
  const std::string visit = b.full + " visited " + country_a + '.';
  Reading read("article-" + std::to_string(number) + ".txt",
               office + '\n' + meeting + '\n' + visit + '\n' + country_b + " was quiet.");
  add_person(read, a_name, a, in_full);
  add_person(read, b.full, b, true);
  if (with_colleague) add_person(read, c.full, c, true);
  read.entity("country", {country_a}, "country:" + country_a);
  if (country_b != country_a) read.entity("country", {country_b}, "country:" + country_b);
  read.fact(a_name, "holds-position", country_a, "", office).qualifier("title", title);
  const char* day = dates[numbers.below(dates.size())];
  read.fact(a_name, "met-with", b.full, day, meeting);
  if (with_colleague) read.fact(c.full, "met-with", b.full, day, meeting);
  read.fact(b.full, "visited", country_a, dates[numbers.below(dates.size())], visit);
  if (numbers.below(5) == 0) read.status(Status::Planned);
  // Two in three articles have a body that another one has as well.
  read.get().extraction.sketch = sketch_of(body(number % 3 == 2 ? number : number / 3));
  return read;
}

void dump_evidence(std::ostream& out, const Evidence& evidence) {
  out << "    " << evidence.article;
  for (const Span span : {evidence.sentence, evidence.trigger, evidence.subject, evidence.object}) {
    out << ' ' << span.begin << '-' << span.end;
  }
  for (const Link& link : evidence.links) {
    out << ' ' << link.from.begin << '>' << link.to.begin << link.rule;
  }
  out << ' ' << evidence.quote << '|' << evidence.rule << '|' << evidence.said_by << '|'
      << evidence.date_phrase << '|' << evidence.confidence << '|';
  if (!evidence.copy_of.empty()) out << "copy of " << evidence.copy_of;
  out << '\n';
}

void dump_event(std::ostream& out, const Event& event) {
  out << event.id << '|' << event.kind << '|' << to_string(event.status) << '|'
      << (event.when ? to_iso(*event.when) : "-") << '|' << event.place << '|' << event.sources
      << '\n';
  for (const Participant& one : event.participants) {
    out << "  " << one.role << ": " << one.entity << '\n';
  }
  for (const std::string& fact : event.facts) out << "  of " << fact << '\n';
  for (const std::string& article : event.articles) out << "  in " << article << '\n';
  for (const std::string& other : event.conflicts) out << "  against " << other << '\n';
}

}  // namespace

std::vector<ReadArticle> corpus(std::size_t articles) {
  std::vector<ReadArticle> made;
  const std::size_t people = 12 + articles / 8;
  for (std::size_t i = 0; i < articles; ++i) made.push_back(article(i, people));
  return made;
}

Ontology ontology() { return load_ontology(std::string(ENTENTE_TEST_DIR) + "/graph/data"); }

std::string dump(const KnowledgeGraph& graph) {
  std::ostringstream out;
  for (const Article& article : graph.articles) {
    out << article.id << '|' << article.title << '|'
        << (article.published ? to_iso(*article.published) : "") << '\n';
  }
  for (const auto vertex : graph.vertices_by_id()) {
    const Entity& entity = graph[vertex];
    out << entity.id << '|' << entity.type << '|' << entity.name << '|' << entity.mentions << '\n';
    for (const std::string& alias : entity.aliases) out << "  = " << alias << '\n';
    for (const std::string& article : entity.articles) out << "  in " << article << '\n';
  }
  for (const auto& edge : graph.edges_by_id()) {
    const Fact& fact = graph[edge];
    out << fact.id << ' ' << fact.subject << ' ' << fact.relation << ' ' << fact.object << ' '
        << to_string(fact.status) << ' ' << (fact.when ? to_iso(*fact.when) : "-") << ' '
        << fact.event << '\n';
    for (const auto& [key, value] : fact.qualifiers) out << "  " << key << ": " << value << '\n';
    for (const Evidence& evidence : fact.evidence) dump_evidence(out, evidence);
  }
  for (const Event& event : graph.events) dump_event(out, event);
  return out.str();
}

}  // namespace entente::test
