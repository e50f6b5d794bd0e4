#include "extract/morphology.h"

#include "base/tsv.h"

namespace entente {

Morphology::Morphology(const std::filesystem::path& data) {
  Tsv table;
  read_tsv(table, data / "models" / "morphology.tsv", {"form", "upos", "xpos", "features"});
  for (const Tsv::Row& row : table.rows) {
    const std::string form(row.fields[0] == "*" ? "" : row.fields[0]);
    features_.emplace(form + '\t' + std::string(row.fields[1]) + '\t' + std::string(row.fields[2]),
                      row.fields[3]);
  }
}

std::string Morphology::features(const Word& word, const std::string& lower) const {
  const std::string tags =
      '\t' + std::string(upos(word.tag)) + '\t' + std::string(penn_name(word.penn));
  auto found = features_.find(lower + tags);
  if (found == features_.end()) found = features_.find(tags);
  if (found == features_.end()) return "_";
  std::string features = found->second;
  // "you" and "it" look the same as subject and object: the tree tells.
  if (const std::size_t subject = features.find("Case=Nom");
      subject != std::string::npos && word.head != kNotParsed &&
      (universal(word.deprel) == "obj" || universal(word.deprel) == "obl" ||
       universal(word.deprel) == "iobj" || universal(word.deprel) == "nmod")) {
    features.replace(subject, 8, "Case=Acc");
  }
  return features;
}

}  // namespace entente
