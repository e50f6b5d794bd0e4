// The diagram of a report: the SVG that `render` writes, put into the page. Nodes and lines are
// known by their ids, "node-3" and "edge-5" (doc/formats.md).

#include <algorithm>
#include <charconv>
#include <locale>
#include <optional>
#include <ostream>
#include <sstream>

#include "out/report_sections.h"

namespace entente {
namespace {

constexpr std::string_view kRoot = "<svg ";

std::optional<std::size_t> number_after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  std::size_t number = 0;
  const auto end = std::from_chars(text.data() + prefix.size(), text.data() + text.size(), number);
  return end.ec == std::errc() ? std::optional(number) : std::nullopt;
}

// Takes the attribute out of a tag, wherever it stands.
void drop_attribute(std::string& tag, const std::string& name) {
  const std::size_t begin = tag.find(' ' + name + "=\"");
  if (begin == std::string::npos) return;
  const std::size_t end = tag.find('"', begin + name.size() + 3);
  if (end != std::string::npos) tag.erase(begin, end + 1 - begin);
}

struct Size {
  double width = 1000;
  double height = 1000;
};

// CSS pixels, from the first viewBox="0.00 0.00 640.50 480.00", which is in points.
Size size_of(std::string_view svg) {
  constexpr std::string_view box = "viewBox=\"";
  const std::size_t at = svg.find(box);
  if (at == std::string_view::npos) return {};
  std::istringstream numbers(std::string(svg.substr(at + box.size(), 100)));
  numbers.imbue(std::locale::classic());
  double x = 0, y = 0, width = 0, height = 0;
  if (!(numbers >> x >> y >> width >> height) || !(width > 0 && width < 1e5)) return {};
  return {width * 96 / 72, height * 96 / 72};
}

// Copies SVG tag by tag. Text in it has no bare "<": it was escaped.
class InlineSvg {
 public:
  InlineSvg(const ReportContent& content, const View& view) : content_(content), view_(view) {}

  std::string of(std::string_view svg) {
    svg.remove_prefix(std::min(svg.find(kRoot), svg.size()));
    while (!svg.empty()) {
      const std::size_t open = std::min(svg.find('<'), svg.size());
      result_ += svg.substr(0, open);
      svg.remove_prefix(open);
      const std::size_t close = svg.find('>');
      if (close == std::string_view::npos) break;
      add(svg.substr(0, close + 1));
      svg.remove_prefix(close + 1);
    }
    return std::move(result_);
  }

 private:
  void add(std::string_view tag) {
    if (tag.starts_with("<a ") || tag == "</a>") return;  // the page leads there
    if (tag.starts_with(kRoot)) {
      add_root(tag);
    } else if (tag.starts_with("<g ") || tag == "<g>") {
      result_ += tag;
      add_link(tag);
    } else if (tag == "</g>") {
      if (!linked_.empty() && linked_.back()) result_ += "</a>";
      if (!linked_.empty()) linked_.pop_back();
      result_ += tag;
    } else {
      result_ += tag;
    }
  }

  // A group, since what an image holds cannot be reached by keyboard. Its full width is told to the
  // page's style, which shows it whole or at that width.
  void add_root(std::string_view tag) {
    std::string root(tag);
    for (const char* name : {"role", "aria-labelledby", "aria-describedby", "style"}) {
      drop_attribute(root, name);
    }
    root.insert(kRoot.size(),
                "role=\"group\" aria-labelledby=\"diagram-heading\" "
                "aria-describedby=\"diagram-words\" style=\"--full:" +
                    std::to_string(static_cast<int>(size_of(root).width)) + "px\" ");
    result_ += root;
  }

  // A link around what the group holds, where it is a node or a line.
  void add_link(std::string_view tag) {
    const std::size_t id = tag.find("id=\"");
    const std::string_view name = id == std::string_view::npos ? "" : tag.substr(id + 4);
    std::string target;
    std::string label;
    if (const auto node = number_after(name, "node-"); node && *node < view_.nodes.size()) {
      const View::Node& what = view_.nodes[*node];
      target = "#e" + std::to_string(content_.number_of_entity(what.id));
      label = what.label + ", " + what.caption;
    } else if (const auto edge = number_after(name, "edge-"); edge && *edge < view_.edges.size()) {
      const View::Edge& what = view_.edges[*edge];
      const View::Node& from = view_.nodes[what.source];
      const View::Node& to = view_.nodes[what.target];
      target = "#p" + std::to_string(content_.number_of_pair(from.id, to.id));
      label = from.label + ", " + to.label + ": " + what.label;
    }
    linked_.push_back(!target.empty());
    if (target.empty()) return;
    result_ += "<a href=\"" + target + "\" aria-label=\"" + page_text(label) + "\">";
  }

  const ReportContent& content_;
  const View& view_;
  std::string result_;
  std::vector<bool> linked_;  // of each open group, whether a link was put into it
};

}  // namespace

void write_report_diagram(std::ostream& out, const ReportContent& content, const View& view,
                          const std::string& svg) {
  const Size size = size_of(svg);
  out << "<section id=\"diagram\" class=\"" << (size.width > size.height ? "wide" : "tall")
      << "\" aria-labelledby=\"diagram-heading\">\n"
         "<h2 id=\"diagram-heading\">Diagram</h2>\n"
         "<p class=\"skip-line\"><a class=\"skip\" href=\"#timeline\">Skip the diagram</a></p>\n"
         "<figure class=\"diagram\">\n<input type=\"checkbox\" id=\"full\"> "
         "<label for=\"full\">Full size</label>\n<section class=\"canvas\" tabindex=\"0\" "
         "aria-label=\"Diagram, may be scrolled sideways\">\n"
      << InlineSvg(content, view).of(svg) << "</section>\n<figcaption id=\"diagram-words\">";
  const std::size_t left_out = content.entities.size() - view.nodes.size();
  if (left_out > 0) {
    out << view.nodes.size() << " of " << counted(content.entities.size(), "entity", "entities")
        << ", the best connected, and " << counted(view.edges.size(), "line", "lines")
        << " between them; the others would not fit. ";
  } else {
    out << counted(view.nodes.size(), "entity", "entities") << " and "
        << counted(view.edges.size(), "line", "lines") << ". ";
  }
  out << "A name leads to its dossier, a line to its sentences: all that the diagram shows stands "
         "in words under <a href=\"#connections\">Connections</a>.</figcaption>\n</figure>\n"
         "</section>\n";
}

}  // namespace entente
