#pragma once
// The words of a report as HTML: names that lead to their dossiers, dates, sentences, quotes. The
// one escaper of HTML is here.

#include <cstddef>
#include <string>
#include <string_view>

#include "out/report_content.h"

namespace entente {

// `text` on one line, for an element's content or an attribute between double quotes. Control
// characters and overrides of direction: see printable().
std::string page_text(std::string_view text);

// A link to a page on the web, `html` within it; `html` alone where the address is not one that a
// browser should open.
std::string web_link(std::string_view url, std::string_view html);

// A link within the page: "#f12".
std::string page_link(std::string_view kind, std::size_t number, std::string_view html);

std::string capitalized(std::string_view text);  // the first letter, if it is of the alphabet
std::string counted(std::size_t number, std::string_view one,
                    std::string_view many);  // "1,204 facts"
std::string date_html(DateRange when);

class ReportWords {
 public:
  explicit ReportWords(const ReportContent& content) : content_(content) {}

  std::string name(std::string_view entity) const;    // plain; its id where it has none
  std::string entity(std::string_view entity) const;  // linked with the dossier, if there is one
  std::string pair(const ReportContent::Pair& pair) const;

  // "Ann Lind met Bo Tarn", with links; then the place and what else the phrase does not say.
  std::string sentence(const Fact& fact) const;
  // The same in the dossier of `own`, under the relation's label: what the sentence begins with
  // need not be said again.
  std::string sentence_of(const Fact& fact, std::string_view own) const;
  // The same of all who were there.
  std::string sentence(const Occurrence& occurrence) const;

  // What a reader must know before believing it. "planned " for what did not happen, to stand
  // before the sentence, which is worded as if it had; " according to Ann Lind" for what nobody
  // else says, to stand after it. Empty = neither.
  std::string status(const Fact& fact) const;
  std::string speakers(const Fact& fact) const;

  std::string fact_link(const Fact& fact) const;  // its number
  std::string fact_links(const std::vector<const Fact*>& facts) const;

  std::string quote(const Evidence& evidence) const;  // with its ends and trigger marked
  // Whom words of the quote stand for that are none of the entity's names: "“he” is Ann Lind".
  std::string stand_ins(const Fact& fact, const Evidence& evidence) const;

  std::string title(const Article& article) const;  // with a link where it is on the web
  std::string source(std::string_view id) const;    // title, outlet, date, number in the index

 private:
  std::string filled(const Fact& fact, std::string_view phrase, const std::string& subject,
                     const std::string& object) const;
  std::string value(const std::string& qualifier) const;

  const ReportContent& content_;
};

}  // namespace entente
