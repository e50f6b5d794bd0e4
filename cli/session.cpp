#include "cli/session.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "query/suggest.h"

namespace entente {
namespace {

std::string spelling(const CLI::Option& option) {
  std::string text;
  for (const std::string& name : option.get_snames()) text += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) text += "--" + name + ", ";
  if (text.empty()) return option.get_name(true);
  text.resize(text.size() - 2);
  const bool flag = option.get_items_expected_max() == 0;
  return flag ? text : text + " " + option.get_type_name();
}

std::vector<std::string> long_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

Session::Session(const Command& command, std::vector<std::string> arguments, Terminal& where)
    : terminal(where), command_(command), arguments_(std::move(arguments)) {
  options.set_help_flag("-h,--help", "this text");
  options.add_flag("-q,--quiet", terminal.quiet, "no progress and no closing line");
  options.add_option("--color", color_, "auto (the default), always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

bool Session::parse() {
  std::vector<std::string> reversed(arguments_.rbegin(), arguments_.rend());
  try {
    options.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    write_help();
    return false;
  } catch (const CLI::ParseError& error) {
    throw Error(Fault::Usage,
                complaint(error) + "\nTry: entente " + std::string(command_.name) + " --help");
  }
  if (color_ != "auto") {
    choose_color(terminal, color_ == "always" ? ColorChoice::Always : ColorChoice::Never);
  }
  return true;
}

std::string Session::complaint(const CLI::ParseError& error) const {
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    for (const CLI::Option* option : options.get_options()) {
      if (option->get_required() && option->count() == 0) {
        return "missing " + spelling(*option) + ": " + option->get_description();
      }
    }
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    for (const std::string& extra : options.remaining()) {
      const std::string name = extra.substr(0, extra.find('='));
      if (name.size() > 1 && name[0] == '-') {
        return "unknown option " + printable(name) +
               did_you_mean(suggest(name, long_names(options)));
      }
    }
    return "too many arguments: \"" + printable(options.remaining().front()) + '"';
  }
  return printable(error.what());
}

void Session::say(const std::string& message) const {
  if (!terminal.quiet) terminal.messages << message << std::endl;
}

void Session::write_help() const {
  std::ostream& out = terminal.out;
  const Paint& paint = terminal.paint;
  out << paint.bold("entente " + std::string(command_.name)) << ' ' << command_.arguments << '\n'
      << command_.help << '\n';
  if (!command_.more.empty()) out << command_.more << '\n';
  out << '\n' << paint.bold("Examples") << '\n';
  for (const std::string_view example : command_.examples) out << "  " << example << '\n';
  std::size_t widest = 0;
  for (const CLI::Option* option : options.get_options()) {
    widest = std::max(widest, spelling(*option).size());
  }
  for (const bool positional : {true, false}) {
    bool first = true;
    for (const CLI::Option* option : options.get_options()) {
      if (option->get_positional() != positional) continue;
      if (first) out << '\n' << paint.bold(positional ? "Arguments" : "Options") << '\n';
      first = false;
      const std::string name = spelling(*option);
      out << "  " << name << std::string(widest + 2 - name.size(), ' ') << option->get_description()
          << '\n';
    }
  }
}

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) words.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace entente
