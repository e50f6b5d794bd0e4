// `entente check`: how one article is read, from its blocks to the sentences that gave nothing.

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/session.h"
#include "cli/story.h"
#include "extract/load.h"
#include "extract/read.h"
#include "graph/build.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/similar.h"

namespace entente {
namespace {

constexpr std::size_t kLabelColumn = 14;

std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::size_t end = 0;
  for (std::size_t used = 0; end < text.size();) {
    const CodePoint c = decode_at(text, end);
    used += display_width(std::string_view(text).substr(end, c.length));
    if (used + 1 > columns) break;
    end += c.length;
  }
  return text.substr(0, end) + "…";
}

std::string label(std::string_view text) {
  return "  " + std::string(text) +
         std::string(text.size() < kLabelColumn ? kLabelColumn - text.size() : 1, ' ');
}

void write_heading(Terminal& terminal, const std::string& text) {
  terminal.out << '\n' << terminal.paint.trigger(text) << '\n';
}

void write_article(Terminal& terminal, const Article& article) {
  terminal.out << terminal.paint.bold(one_line(article.id)) << '\n';
  const auto line = [&](std::string_view what, const std::string& value) {
    terminal.out << label(what) << (value.empty() ? terminal.paint.dim("not found") : value)
                 << '\n';
  };
  line("title", one_line(article.title));
  line("outlet", one_line(article.outlet));
  line("published", article.published ? to_words(*article.published) + " (from " +
                                            one_line(article.published_from) + ")"
                                      : "");
  if (!article.url.empty()) line("url", one_line(article.url));
}

std::string painted_block(const Paint& paint, BlockKind kind, const std::string& text) {
  switch (kind) {
    case BlockKind::Title:
    case BlockKind::Heading:
      return paint.bold(text);
    case BlockKind::Body:
    case BlockKind::Item:
    case BlockKind::Caption:
      return text;
    case BlockKind::Byline:
    case BlockKind::Boilerplate:
      break;
  }
  return paint.dim(text);
}

void write_blocks(Terminal& terminal, const Document& document) {
  write_heading(terminal, "Blocks (body, items and captions are read for facts)");
  const std::size_t width = terminal.width == 0 ? 100 : terminal.width;
  for (const Block& block : document.blocks) {
    std::string text = one_line(slice(document.article.text, block.span));
    const std::string reason = block.reason.empty() ? "" : " (" + one_line(block.reason) + ")";
    const std::size_t used = kLabelColumn + 2 + display_width(reason);
    text = shortened(text, width > used + 20 ? width - used : 20);
    terminal.out << label(to_string(block.kind)) << painted_block(terminal.paint, block.kind, text)
                 << terminal.paint.dim(reason) << '\n';
  }
}

struct NamedThing {
  std::string type;
  std::string name;
  std::vector<std::pair<std::string, std::size_t>>
      forms;  // "Lind (short-name)" and how often, in order of the text
};

std::vector<NamedThing> named_things(const Document& document, const Reader::Check& check) {
  std::vector<NamedThing> things;
  std::map<std::string, std::size_t> place;  // entity id, or the words where there is none -> index
  for (const Reader::Check::Name& name : check.names) {
    const std::string words = one_line(slice(document.article.text, name.span));
    const std::string key = name.entity.empty() ? "no entity: " + words : name.entity;
    const auto [it, is_new] = place.emplace(key, things.size());
    if (is_new) {
      const auto entity =
          std::find_if(check.extraction.entities.begin(), check.extraction.entities.end(),
                       [&](const LocalEntity& one) { return one.id == name.entity; });
      const bool known = entity != check.extraction.entities.end();
      things.push_back({known ? entity->type : name.type,
                        known ? one_line(entity->name) : words + " (no entity)",
                        {}});
    }
    auto& forms = things[it->second].forms;
    const std::string form =
        "“" + words + "”" + (name.how.empty() ? "" : " by " + one_line(name.how));
    const auto old = std::find_if(forms.begin(), forms.end(),
                                  [&](const auto& one) { return one.first == form; });
    if (old == forms.end()) {
      forms.emplace_back(form, 1);
    } else {
      ++old->second;
    }
  }
  return things;
}

void write_names(Terminal& terminal, const Document& document, const Reader::Check& check) {
  write_heading(terminal, "Names");
  for (const NamedThing& thing : named_things(document, check)) {
    terminal.out << label(one_line(thing.type)) << terminal.paint.subject(thing.name) << '\n';
    std::string forms;
    for (const auto& [form, times] : thing.forms) {
      forms += (forms.empty() ? "" : ", ") + form + (times > 1 ? " ×" + std::to_string(times) : "");
    }
    write_wrapped(terminal, forms, kLabelColumn + 2);
  }
}

void write_dates(Terminal& terminal, const Document& document, const Reader::Check& check) {
  write_heading(terminal, "Dates");
  for (const Reader::Check::Time& time : check.times) {
    terminal.out << label(to_iso(time.when)) << "“"
                 << one_line(slice(document.article.text, time.span)) << "”\n";
  }
}

void write_facts(Terminal& terminal, const Reader& reader, const KnowledgeGraph& graph) {
  const Story story{terminal, graph, reader.ontology()};
  Filter all;
  all.status.reset();
  const auto facts = facts_in_time(graph, std::nullopt, all);
  write_heading(terminal, "Facts (" + std::to_string(facts.size()) + ")");
  for (const KnowledgeGraph::Edge edge : facts) {
    const Fact& fact = graph[edge];
    terminal.out << "  " << terminal.paint.bold(story.sentence(graph[edge]))
                 << (fact.when ? ", " + to_words(*fact.when) : "") << '\n';
    for (const Evidence& evidence : fact.evidence) {
      terminal.out << terminal.paint.dim("      " + one_line(evidence.rule)) << '\n';
      story.quote_only(evidence, 6);
    }
  }
}

void write_similar(Terminal& terminal, const KnowledgeGraph& graph) {
  const std::vector<SimilarPair> pairs = similar_entities(graph, std::nullopt, {});
  if (pairs.empty()) return;
  write_heading(terminal, "Names that may be one, kept apart");
  for (const SimilarPair& pair : pairs) {
    terminal.out << label(pair.reason) << one_line(graph[pair.a].name) << " · "
                 << one_line(graph[pair.b].name) << '\n';
  }
}

void write_silent(Terminal& terminal, const Document& document, const Reader::Check& check) {
  if (check.without_facts.empty()) return;
  write_heading(terminal, "Sentences with two names and a verb that gave no fact");
  for (const Span span : check.without_facts) {
    write_wrapped(terminal, "- " + one_line(slice(document.article.text, span)), 2);
  }
}

void write_check(Terminal& terminal, const Reader& reader, const RawArticle& raw) {
  const Document document = reader.load(raw);
  const Reader::Check check = reader.check(document);
  write_article(terminal, document.article);
  write_blocks(terminal, document);
  write_names(terminal, document, check);
  write_dates(terminal, document, check);
  const KnowledgeGraph graph =
      build_graph({{document.article, check.extraction}}, reader.ontology());
  write_facts(terminal, reader, graph);
  write_similar(terminal, graph);
  write_silent(terminal, document, check);
}

// Lines of fields between tabs, each field safe to print.
std::string printable_lines(std::string_view text) {
  std::string safe;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\t\n", begin), text.size());
    safe += printable(text.substr(begin, end - begin));
    if (end < text.size()) safe += text[end];
    begin = end + 1;
  }
  return safe;
}

std::string stage_names() {
  std::string names;
  for (const Stage& stage : stages())
    names += (names.empty() ? "" : ", ") + std::string(stage.name);
  return names;
}

}  // namespace

int run_check(Session& session) {
  std::string path;
  std::string stage;
  bool tree = false;
  session.options.add_option("ARTICLE", path, "a file, or - for standard input")->required();
  CLI::Option* chosen = session.options.add_option(
      "--stage", stage, "show what this stage of reading found: " + stage_names());
  session.options.add_flag("--tree", tree, "with --stage parse: trees drawn, not CoNLL-U")
      ->needs(chosen);
  if (!session.parse()) return kDone;
  Terminal& terminal = session.terminal;
  const Reader reader(data_folder());
  std::size_t articles = 0;
  read_articles(
      {path},
      [&](const RawArticle& raw) {
        if (articles++ > 0) terminal.out << '\n';
        if (stage.empty()) {
          write_check(terminal, reader, raw);
        } else {
          terminal.out << printable_lines(reader.stage_result(reader.load(raw), stage, tree));
        }
      },
      [&](const Warning& warning) {
        terminal.messages << "entente: " << printable(to_string(warning.place)) << ": "
                          << printable(warning.message) << '\n';
      });
  return articles > 0 ? kDone : kBadInput;
}

}  // namespace entente
