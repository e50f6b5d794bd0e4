// What bylines, datelines and closing credits say of the article.

#include "base/utf8.h"
#include "extract/page.h"
#include "extract/published.h"

namespace entente {
namespace {

std::string author_of(std::string_view byline) {
  const std::string key = fold(byline.substr(0, 3));
  if (!key.starts_with("by")) return {};
  std::string_view name = byline.substr(2);
  name = name.substr(0, name.find_first_of(",|·•0123456789(<"));
  const Span span = trim(name, {0, static_cast<std::uint32_t>(name.size())});
  name = slice(name, span);
  while (name.starts_with(':') || name.starts_with(' ')) name.remove_prefix(1);
  return std::string(name);
}

void find_author(const Page& page, PageReading& reading) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].kind != BlockKind::Byline || !reading.author.empty()) continue;
    reading.author = author_of(page.bytes(i));
    const bool mail_next = i + 1 < page.lines.size() &&
                           page.lines[i + 1].kind == BlockKind::Byline &&
                           !mail_address(page.bytes(i + 1)).empty();
    if (reading.author.empty() && mail_next && is_byline_like(page, i))
      reading.author = page.bytes(i);
  }
}

void find_published(const Page& page, PageReading& reading) {
  std::optional<DateLine::Kind> best;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const auto& date = page.lines[i].look.date;
    if (!date || page.lines[i].kind != BlockKind::Byline) continue;
    const bool plain = date->kind == DateLine::Kind::Plain;
    if (plain && page.last > page.first && i > page.first)
      continue;  // a bare date names what is below it
    if (best && *best <= date->kind) continue;
    best = date->kind;
    reading.published = date->when;
    reading.published_from = "line " + std::to_string(page.lines[i].line->number);
  }
}

void read_opening_dateline(const Page& page, PageReading& reading) {
  if (page.first >= page.last) return;
  const auto dateline = read_dateline(page.bytes(page.first), page.words);
  if (!dateline) return;
  if (!reading.published && dateline->when) {
    reading.published = dateline->when;
    reading.published_from = "dateline";
  }
  if (reading.outlet.empty()) reading.outlet = dateline->agency;
}

void read_closing_credit(const Page& page, PageReading& reading) {
  for (std::size_t i = page.first; i < page.last && reading.outlet.empty(); ++i) {
    const std::size_t credit = page.lines[i].look.credit;
    const bool body = page.lines[i].kind == BlockKind::Body;
    if (body && credit != std::string_view::npos) reading.outlet = page.bytes(i).substr(credit);
  }
}

// "Source: The Daily", or "PORT AZUL (Wire) - 3 May 2001" on a line of its own.
void read_outlet_lines(const Page& page, PageReading& reading) {
  for (std::size_t i = 0; i < page.lines.size() && reading.outlet.empty(); ++i) {
    if (page.lines[i].kind != BlockKind::Byline) continue;
    reading.outlet = named_outlet(page.bytes(i), page.words);
    const auto dateline = read_dateline(page.bytes(i), page.words);
    if (reading.outlet.empty() && dateline) reading.outlet = dateline->agency;
  }
}

// The editors' mail: its domain is the outlet's, unless a mail provider's.
void read_mail_address(const Page& page, PageReading& reading) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].kind != BlockKind::Byline || !reading.outlet.empty()) continue;
    const std::string address = lower(mail_address(page.bytes(i)));
    if (address.empty()) continue;
    const std::string domain = address.substr(address.find('@') + 1);
    if (!page.words.byline.mail_providers.contains(domain)) reading.outlet = domain;
  }
}

}  // namespace

bool is_byline_like(const Page& page, std::size_t i) {
  const PageLine& line = *page.lines[i].line;
  return line.words <= 4 && line.lower_words <= 1 && line.mark == PageLine::Mark::None &&
         is_upper(decode_at(page.bytes(i), 0).value);
}

void read_about(const Page& page, PageReading& reading) {
  find_author(page, reading);
  find_published(page, reading);
  read_opening_dateline(page, reading);
  if (reading.outlet.empty()) reading.outlet = masthead_of(page);
  read_closing_credit(page, reading);
  read_outlet_lines(page, reading);
  read_mail_address(page, reading);
}

}  // namespace entente
