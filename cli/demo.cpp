// `entente demo`: what the program does, on articles of its own, with the commands that a user
// would type.

#include <fmt/format.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "cli/data_folder.h"
#include "cli/session.h"

namespace entente {
namespace {

// Two people of data/sample between whom there is a chain of meetings: a line each.
std::pair<std::string, std::string> people_of_demo() {
  const std::filesystem::path file = data_folder() / "demo.txt";
  const std::string text = read_file(file);
  const std::size_t line = text.find('\n');
  if (line == std::string::npos)
    throw Error(Fault::Input, Place{file.string(), 1, 0}, "expected two names, a line each");
  return {text.substr(0, line), text.substr(line + 1, text.find('\n', line + 1) - line - 1)};
}

class Demo {
 public:
  Demo(std::filesystem::path folder, Terminal& terminal)
      : folder_(std::move(folder)), terminal_(terminal) {}

  void run() {
    step("build", {(data_folder() / "sample").string(), "-o", in("sample.ent")});
    for (const char* picture : {"sample.svg", "sample.png", "sample.pdf"}) {
      step("render", {in("sample.ent"), "-o", in(picture), "--relation",
                      "met-with,visited,signed,witnessed-signing,agreed-with", "--top", "30"});
    }
    step("render", {in("sample.ent"), "-o", in("all.svg")});
    step("report", {in("sample.ent"), "-o", in("sample.html")});
    step("export", {in("sample.ent"), "-o", in("sample.gexf")});
    const auto [from, to] = people_of_demo();
    heading(fmt::format(
        "How two people are connected: entente path {} \"{}\" \"{}\" --via met-with --k 1",
        in("sample.ent"), from, to));
    step("path", {in("sample.ent"), from, to, "--via", "met-with", "--k", "1"});
    heading("Where it lies");
    terminal_.out << fmt::format(
        "the graph       {0}\nthe diagram     {1}   {2}   {3}   (everything: {4})\n"
        "to read, print  {6}\nfor Gephi       {5}\nask it more     entente stats {0}, entente "
        "--help\n",
        in("sample.ent"), in("sample.svg"), in("sample.png"), in("sample.pdf"), in("all.svg"),
        in("sample.gexf"), in("sample.html"));
  }

 private:
  std::string in(const char* name) const { return (folder_ / name).string(); }

  void heading(const std::string& text) { terminal_.out << "\n== " << text << '\n'; }

  void step(const std::string& command, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), command);
    const int code = run_program(arguments, terminal_);
    if (code != kDone)
      throw Error(Fault::System, fmt::format("entente {} ended with {}", command, code));
  }

  std::filesystem::path folder_;
  Terminal& terminal_;
};

}  // namespace

int run_demo(Session& session) {
  std::string folder = "entente-demo";
  session.options.add_option("FOLDER", folder, "the folder to make");
  if (!session.parse()) return kDone;
  if (std::filesystem::exists(folder))
    throw Error(Fault::Usage, fmt::format("\"{}\" is there already; name another", folder));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw Error(Fault::System, fmt::format("cannot make \"{}\": {}", folder, error.message()));
  Demo(folder, session.terminal).run();
  return kDone;
}

}  // namespace entente
