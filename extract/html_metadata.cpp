// For each field the sources are asked in the order of how often they are right: JSON-LD, then meta
// elements, then what the page shows. Where a date came from is kept, since all relative dates of
// the article hang on it.

#include "extract/html_metadata.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "extract/front_matter.h"
#include "extract/published.h"

namespace entente {
namespace {

using Json = rapidjson::Value;

constexpr std::size_t kMostJson = 20000;  // values of JSON-LD that are looked at

// ---- JSON-LD

struct Linked {
  std::string headline, published, author, outlet, url, body;
};

std::string_view text_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

const Json* member(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

// A text, an object with a name, or a list of these.
std::string name_in(const Json* value, int depth = 0) {
  if (!value || depth > 3) return {};
  if (value->IsString()) return std::string(text_of(*value));
  if (value->IsObject()) return name_in(member(*value, "name"), depth + 1);
  std::string joined;
  if (value->IsArray()) {
    for (const Json& item : value->GetArray()) {
      const std::string name = name_in(&item, depth + 1);
      if (!name.empty()) joined += (joined.empty() ? "" : ", ") + name;
    }
  }
  return joined;
}

bool is_article(const Json& object) {
  const Json* type = member(object, "@type");
  const std::string types = name_in(type);
  for (std::string_view kind : {"Article", "BlogPosting", "Report", "LiveBlog"}) {
    if (types.find(kind) != types.npos) return true;
  }
  return false;
}

Linked linked_of(const Json& object) {
  Linked result;
  result.headline = name_in(member(object, "headline"));
  if (result.headline.empty()) result.headline = name_in(member(object, "name"));
  result.published = name_in(member(object, "datePublished"));
  result.author = name_in(member(object, "author"));
  result.outlet = name_in(member(object, "publisher"));
  if (const Json* url = member(object, "url"); url && url->IsString()) result.url = text_of(*url);
  result.body = name_in(member(object, "articleBody"));
  return result;
}

// Lists of other articles hang on these.
bool leads_away(std::string_view key) {
  return key == "itemListElement" || key == "hasPart" || key == "mentions" || key == "citation" ||
         key == "relatedLink" || key == "isBasedOn" || key == "comment";
}

// The first article in a JSON-LD value, its outer objects before its inner ones.
std::optional<Linked> find_article(const Json& root) {
  std::vector<const Json*> open = {&root};
  for (std::size_t next = 0; next < open.size() && next < kMostJson; ++next) {
    const Json& value = *open[next];
    if (value.IsArray()) {
      for (const Json& item : value.GetArray()) open.push_back(&item);
    } else if (value.IsObject()) {
      if (is_article(value)) return linked_of(value);
      for (const auto& field : value.GetObject()) {
        const bool nested = field.value.IsArray() || field.value.IsObject();
        if (nested && !leads_away(text_of(field.name))) open.push_back(&field.value);
      }
    }
  }
  return std::nullopt;
}

// Line breaks inside strings and comments around the whole are common mistakes.
std::string repaired_json(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == text.npos || end == text.npos || end < begin) return {};
  std::string json(text.substr(begin, end - begin + 1));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return json;
}

Linked read_linked(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != "script" ||
        lower(attribute(tree[i], "type")).find("ld+json") == std::string::npos)
      continue;
    std::string text;
    for (std::uint32_t k = i + 1; k < tree[i].end; ++k) text += tree[k].text;
    const std::string json = repaired_json(text);
    rapidjson::Document document;
    constexpr unsigned kFlags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag;
    document.Parse<kFlags>(json.data(), json.size());
    if (document.HasParseError()) continue;
    if (auto found = find_article(document)) return *found;
  }
  return {};
}

// ---- Meta elements

constexpr std::array kTitleNames = {"og:title", "twitter:title", "dc.title", "parsely-title",
                                    "sailthru.title"};
constexpr std::array kOutletNames = {"og:site_name", "application-name", "publisher",
                                     "dc.publisher", "article:publisher"};
constexpr std::array kAuthorNames = {"author",     "article:author",  "parsely-author",
                                     "dc.creator", "sailthru.author", "byl"};
constexpr std::array kUrlNames = {"og:url", "parsely-link"};
constexpr std::array kPublishedNames = {"article:published_time",
                                        "og:published_time",
                                        "datepublished",
                                        "article:published",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "publish-date",
                                        "publish_date",
                                        "publishdate",
                                        "pubdate",
                                        "publication_date",
                                        "pub_date",
                                        "date.published",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dcterms.created",
                                        "dc.date.created",
                                        "dc.date",
                                        "dcterms.date",
                                        "cxenseparse:recs:publishtime",
                                        "og:article:published_time",
                                        "article.published",
                                        "originalpublicationdate",
                                        "date"};

// The content of the first meta element with the first of these names.
template <std::size_t N>
std::pair<std::string, std::string> meta(const HtmlTree& tree,
                                         const std::array<const char*, N>& names) {
  for (const char* name : names) {
    for (const HtmlNode& node : tree) {
      if (node.tag != "meta") continue;
      for (const char* key : {"property", "name", "itemprop"}) {
        const std::string_view content = attribute(node, "content");
        if (!content.empty() && lower(attribute(node, key)) == name)
          return {std::string(content), name};
      }
    }
  }
  return {};
}

std::string canonical_link(const HtmlTree& tree) {
  for (const HtmlNode& node : tree) {
    if (node.tag == "link" && lower(attribute(node, "rel")) == "canonical") {
      return std::string(attribute(node, "href"));
    }
  }
  return {};
}

// ---- Elements of the page

std::string first_text(const HtmlTree& tree, std::string_view tag) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == tag) {
      if (std::string text =
              tag == "title" && tree[i].end > i + 1 ? tree[i + 1].text : text_inside(tree, i);
          !text.empty()) {
        return plain_text(text);
      }
    }
  }
  return {};
}

bool is_inside(const HtmlTree& tree, std::uint32_t at, std::string_view tag) {
  while (at != 0) {
    at = tree[at].parent;
    if (tree[at].tag == tag) return true;
  }
  return false;
}

struct TimeElement {
  std::string date;
  std::string from;
};

// A time that the page calls the date of publication, else the first one of the article.
TimeElement shown_time(const HtmlTree& tree) {
  TimeElement inside;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    std::string_view date = attribute(tree[i], "datetime");
    if (date.empty()) date = attribute(tree[i], "content");
    const bool called =
        lower(attribute(tree[i], "itemprop")) == "datepublished" ||
        (tree[i].tag == "time" &&
         tree[i].attributes.end() !=
             std::find_if(tree[i].attributes.begin(), tree[i].attributes.end(),
                          [](const auto& attr) { return attr.first == "pubdate"; }));
    if (called) return {date.empty() ? text_inside(tree, i) : std::string(date), "datePublished"};
    if (inside.date.empty() && tree[i].tag == "time" && !date.empty() &&
        is_inside(tree, i, "article")) {
      inside = {std::string(date), "time element"};
    }
  }
  return inside;
}

// ---- Choosing

void take(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

void take_date(Article& article, std::string_view value, std::string_view from,
               const PageWords& words) {
  if (article.published || value.empty()) return;
  if (const auto found = find_day(value, words)) {
    article.published = found->when;
    article.published_from = from;
  }
}

// "A headline | The outlet", "A headline - The outlet" -> "A headline".
std::string without_outlet(const std::string& title, const std::string& outlet) {
  for (std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos || at == 0) continue;
    const bool known = !outlet.empty() && fold(title.substr(at + mark.size())) == fold(outlet);
    if (known || mark == " | ") return title.substr(0, at);
  }
  return title;
}

bool is_address(std::string_view text) { return text.find("://") != text.npos; }

}  // namespace

HtmlMetadata read_metadata(const HtmlTree& tree, const PageWords& words) {
  HtmlMetadata result;
  Article& article = result.article;
  const Linked linked = read_linked(tree);
  article.author = plain_text(linked.author);
  article.outlet = plain_text(linked.outlet);
  result.body = plain_text(linked.body);

  take(article.outlet, meta(tree, kOutletNames).first);
  if (is_address(article.outlet)) article.outlet.clear();
  take(article.title, without_outlet(plain_text(linked.headline), article.outlet));
  take(article.title, without_outlet(meta(tree, kTitleNames).first, article.outlet));
  take(article.title, first_text(tree, "h1"));
  take(article.title, without_outlet(first_text(tree, "title"), article.outlet));
  take(article.author, meta(tree, kAuthorNames).first);
  if (is_address(article.author)) article.author.clear();
  for (const std::string& url : {canonical_link(tree), meta(tree, kUrlNames).first, linked.url}) {
    if (is_address(url)) take(article.url, url);
  }

  take_date(article, linked.published, "JSON-LD datePublished", words);
  const auto [date, name] = meta(tree, kPublishedNames);
  take_date(article, date, name, words);
  const TimeElement time = shown_time(tree);
  take_date(article, time.date, time.from, words);
  return result;
}

}  // namespace entente
