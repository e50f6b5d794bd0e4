// `entente search`: sentences by their words.

#include "base/utf8.h"
#include "cli/painted.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/sentences.h"

namespace entente {
namespace {

Painted painted(const FoundSentence& found) {
  Painted text;
  text.add("“");
  std::uint32_t at = 0;
  for (const Span match : found.matches) {
    if (match.begin < at || match.end > found.text.size()) continue;
    text.add(slice(found.text, {at, match.begin}));
    text.add(slice(found.text, match), Emphasis::Trigger);
    at = match.end;
  }
  text.add(std::string_view(found.text).substr(at));
  text.add("”");
  return text;
}

// Title, outlet, date, article and bytes.
std::string source(const KnownSentence& sentence) {
  std::string line;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  if (sentence.article != nullptr) {
    add(one_line(sentence.article->title));
    add(one_line(sentence.article->outlet));
    if (sentence.article->published) add(to_words(*sentence.article->published));
  }
  const Span span = sentence.found.span;
  add(one_line(sentence.found.article) + ' ' + std::to_string(span.begin) + '-' +
      std::to_string(span.end));
  return line;
}

void write_sentences(const Story& story, const KnowledgeGraph& graph,
                     const std::vector<KnownSentence>& sentences) {
  for (const KnownSentence& one : sentences) {
    if (&one != &sentences.front()) story.terminal.out << '\n';
    write_painted(story.terminal, painted(one.found), 0);
    Painted line;
    line.add(source(one), Emphasis::Dim);
    write_painted(story.terminal, line, 4);
    Painted entities;
    for (const KnowledgeGraph::Vertex entity : one.entities) {
      entities.add(entities.text().empty() ? "" : " · ");
      entities.add(story.name(graph[entity].id), Emphasis::Name);
    }
    if (!one.entities.empty()) write_painted(story.terminal, entities, 4);
    for (const KnowledgeGraph::Edge fact : one.facts) {
      write_wrapped(story.terminal, graph[fact].id + ": " + story.sentence(graph[fact]), 4);
    }
  }
}

}  // namespace

int run_search(Session& session) {
  ReadingOptions reading;
  SentenceSearch search;
  std::string since, until;
  reading.add_graph(session.options);
  session.options
      .add_option("WORDS", search.words, "words of a sentence; \"words together\", begin*, OR, NOT")
      ->required();
  session.options.add_option("--limit", search.limit, "at most so many sentences (default 20)")
      ->type_name("N")
      ->check(CLI::PositiveNumber.description(""));
  session.options
      .add_option("--since", since,
                  "articles published from this date on: 2024-08-19, 2024-08, 2024")
      ->type_name("DATE");
  session.options.add_option("--until", until, "and up to this date, itself included")
      ->type_name("DATE");
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  if (!since.empty()) search.since = date_of("--since", since).first;
  if (!until.empty()) search.until = date_of("--until", until).last;
  const AskedGraph open(reading.graph());
  std::vector<FoundSentence> found = Store(reading.graph(), Store::Mode::Read).search(search);
  ExcerptWish wish;
  for (const FoundSentence& one : found) wish.articles.push_back(one.article);
  const KnowledgeGraph graph = open.graph.graph().excerpt(wish);
  const std::vector<KnownSentence> sentences = know_sentences(graph, std::move(found));
  if (format != TableFormat::Text || sentences.empty()) {
    return answer(session, sentence_table(graph, sentences), format, "no sentence has these words");
  }
  write_sentences({session.terminal, graph, open.ontology}, graph, sentences);
  return kDone;
}

}  // namespace entente
