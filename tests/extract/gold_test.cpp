// The whole way from pages to a graph, against what careful readers found. The floors lie a little
// under what was measured; a change that falls below one has broken something.

#include "tests/support/gold.h"

#include <filesystem>
#include <iostream>
#include <map>

#include "extract/read.h"
#include "graph/build.h"
#include "graph/verify.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Built {
  KnowledgeGraph graph;
  std::map<std::string, std::string, std::less<>> texts;
};

Built build(const std::string& folder) {
  std::vector<ReadArticle> articles;
  std::map<std::string, std::string, std::less<>> texts;
  read_articles(
      {folder},
      [&](const RawArticle& raw) {
        const Document document = reader().load(raw);
        texts[document.article.id] = document.article.text;
        articles.push_back({document.article, reader().read(document)});
      },
      [](const Warning& warning) { FAIL(warning.message); });
  return {build_graph(std::move(articles), reader().ontology()), std::move(texts)};
}

void check_quotes(const Built& built) {
  const VerifyReport report = verify(built.graph, [&](std::string_view id) {
    const auto found = built.texts.find(id);
    return found == built.texts.end() ? std::string() : found->second;
  });
  CHECK(report.evidence > 0);
  for (const std::string& failure : report.failures) FAIL_CHECK(failure);
}

}  // namespace

TEST_CASE("the sample is read as well as it was") {
  const Built built = build(std::string(ENTENTE_DATA_DIR) + "/sample");
  check_quotes(built);
  const GoldScore score = score_gold(built.graph, std::string(ENTENTE_TEST_DIR) + "/sample");
  CAPTURE(score.entity_f1(), score.fact_precision(), score.core_recall());
  CHECK(score.entity_f1() >= 0.88);
  CHECK(score.fact_precision() >= 0.97);
  CHECK(score.core_recall() >= 0.76);
  CHECK(score.person_merges == 0);
  CHECK(score.person_duplicates == 0);
}

TEST_CASE("the five seeds are read as well as they were") {
  const std::filesystem::path shared =
      std::filesystem::path(ENTENTE_SOURCE_DIR).parent_path() / "shared";
  if (!std::filesystem::exists(shared / "gold" / "seeds")) {
    std::cout << "skipped: " << shared.string() << " is not there\n";
    return;
  }
  const Built built = build((shared / "seeds").string());
  check_quotes(built);
  const GoldScore score = score_gold(built.graph, shared / "gold" / "seeds");
  CAPTURE(score.entity_f1(), score.fact_precision(), score.core_recall());
  CHECK(score.entity_f1() >= 0.91);
  CHECK(score.fact_precision() >= 0.97);
  CHECK(score.core_recall() >= 0.86);
  CHECK(score.person_merges == 0);
  CHECK(score.person_duplicates == 0);
}
