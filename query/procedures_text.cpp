// entente.search and entente.find. Tested by procedures_test.cpp.

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "base/error.h"
#include "base/utf8.h"
#include "cypher/execution.h"
#include "query/names.h"
#include "query/procedures_internal.h"

namespace entente {

using cypher::List;
using cypher::NodeId;
using cypher::PropertyGraph;
using cypher::Type;
using cypher::Value;

namespace {

constexpr std::size_t kUsualLimit = 1000;
constexpr std::array<std::string_view, 3> kSearchOptions = {"limit", "since", "until"};

// Articles by id.
class ArticleNodes {
 public:
  explicit ArticleNodes(const PropertyGraph& graph)
      : graph_(graph), label_(graph.find_label("Article")), id_(graph.find_key("id")) {
    if (!label_ || !id_ || graph.has_index(*id_)) return;
    for (const NodeId node : graph.nodes_with(*label_)) {
      const Value id = graph.property(node, *id_);
      if (id.is(Type::String)) by_id_.emplace(id.string(), node);
    }
  }

  // Null where the graph has no such article.
  Value operator()(const std::string& id) const {
    if (!label_ || !id_) return Value();
    if (!graph_.has_index(*id_)) {
      const auto it = by_id_.find(id);
      return it == by_id_.end() ? Value() : Value(it->second);
    }
    for (const NodeId node : graph_.nodes_where(*id_, Value(id))) {
      if (std::ranges::binary_search(graph_.labels(node), *label_)) return Value(node);
    }
    return Value();
  }

 private:
  const PropertyGraph& graph_;
  std::optional<cypher::LabelId> label_;
  std::optional<cypher::KeyId> id_;
  std::unordered_map<std::string, NodeId> by_id_;
};

std::vector<FoundSentence> search(const SentenceSearcher& searcher, const SentenceSearch& wanted) {
  try {
    return searcher(wanted);
  } catch (const Error& error) {
    if (error.fault() == Fault::Usage) refuse_option(error.what());
    throw;
  }
}

std::vector<List> search_rows(const SentenceSearcher& searcher, cypher::Surroundings& around,
                              cypher::Arguments arguments) {
  if (arguments[0].is_null()) return {};
  const OptionMap options(arguments[1], kSearchOptions);
  SentenceSearch wanted{arguments[0].string()};
  wanted.limit = static_cast<std::size_t>(
      options.count("limit").value_or(static_cast<std::int64_t>(kUsualLimit)));
  wanted.since = options.first_day("since");
  wanted.until = options.last_day("until");
  const ArticleNodes articles(around.graph);
  std::vector<List> rows;
  for (const FoundSentence& found : search(searcher, wanted)) {
    rows.push_back({articles(found.article), Value(found.text),
                    Value(std::int64_t{found.span.begin}), Value(std::int64_t{found.span.end}),
                    Value(found.score)});
  }
  return rows;
}

std::string text_of(const Value& value) { return value.is(Type::String) ? value.string() : ""; }

// What fits a name, best first; of equals who is named more often.
class NameSearch {
 public:
  NameSearch(const PropertyGraph& graph, const std::string& text)
      : graph_(graph),
        text_(text),
        folded_(fold(text)),
        article_(graph.find_label("Article")),
        id_(graph.find_key("id")),
        name_(graph.find_key("name")),
        aliases_(graph.find_key("aliases")),
        mentions_(graph.find_key("mentions")) {}

  void look_at(NodeId node) {
    if (!graph_.exists(node) || !name_) return;
    if (article_ && std::ranges::binary_search(graph_.labels(node), *article_)) return;
    const double score = fit(node);
    if (score > 0) found_.emplace_back(-score, -number(node), node);
  }

  std::vector<List> rows() {
    std::ranges::sort(found_);
    std::vector<List> rows;
    for (const auto& [score, mentions, node] : found_) {
      rows.push_back({Value(node), Value(-score)});
    }
    return rows;
  }

 private:
  // 1 = the id or a whole name, 0.5 = words of a name, 0 = not at all.
  double fit(NodeId node) const {
    if (id_ && text_of(graph_.property(node, *id_)) == text_) return 1;
    const std::string name = text_of(graph_.property(node, *name_));
    if (name.empty() || folded_.empty()) return 0;
    std::vector<std::string> aliases;
    const Value others = aliases_ ? graph_.property(node, *aliases_) : Value();
    if (others.is(Type::List)) {
      for (const Value& alias : others.list()) aliases.push_back(text_of(alias));
    }
    switch (name_fit(name, aliases, folded_)) {
      case NameFit::Exact:
        return 1;
      case NameFit::Words:
        return 0.5;
      case NameFit::None:
        break;
    }
    return 0;
  }

  std::int64_t number(NodeId node) const {
    const Value mentions = mentions_ ? graph_.property(node, *mentions_) : Value();
    return mentions.is(Type::Integer) ? mentions.integer() : 0;
  }

  const PropertyGraph& graph_;
  const std::string& text_;
  std::string folded_;
  std::optional<cypher::LabelId> article_;
  std::optional<cypher::KeyId> id_, name_, aliases_, mentions_;
  std::vector<std::tuple<double, std::int64_t, NodeId>> found_;
};

std::vector<List> find_rows(cypher::Surroundings& around, cypher::Arguments arguments) {
  if (arguments[0].is_null()) return {};
  NameSearch search(around.graph, arguments[0].string());
  for (std::uint32_t i = 0; i < around.graph.node_bound(); ++i) {
    around.meter.step();
    search.look_at(NodeId{i});
  }
  return search.rows();
}

}  // namespace

void add_text_procedures(cypher::Procedures& procedures, const SentenceSearcher& search) {
  const auto node = cypher::only(Type::Node), text = cypher::only(Type::String);
  const auto whole = cypher::only(Type::Integer), number = cypher::only(Type::Float);
  if (search) {
    procedures.add({"entente.search",
                    {{"words", text}, {"options", cypher::only(Type::Map)}},
                    {{"article", node},
                     {"sentence", text},
                     {"start", whole},
                     {"end", whole},
                     {"score", number}},
                    [search](cypher::Surroundings& around, cypher::Arguments arguments) {
                      return search_rows(search, around, arguments);
                    },
                    1,
                    "sentences with these words, best first; options: limit, since, until"});
  }
  procedures.add({"entente.find",
                  {{"name", text}},
                  {{"node", node}, {"score", number}},
                  find_rows,
                  0,
                  "entities by any name: score 1 for a whole name, 0.5 for words of one"});
}

}  // namespace entente
