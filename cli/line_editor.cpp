// libedit's own interface (man 3 editline). While a line is edited, Ctrl-C is a key like others, so
// that no signal has to be caught. libedit counts in characters of the locale, we in bytes.

#include "cli/line_editor.h"

#include <histedit.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "base/utf8.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr int kRemembered = 1000;       // entries of the history
constexpr std::size_t kMostShown = 40;  // completions on the screen

int characters(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) ++count;
  return count;
}

// Words side by side below the line, as the terminal is wide.
void show(std::FILE* out, const std::vector<std::string>& words) {
  std::fputc('\n', out);
  for (std::size_t i = 0; i < words.size() && i < kMostShown; ++i) {
    std::fprintf(out, "%s  ", printable(words[i]).c_str());
  }
  if (words.size() > kMostShown) std::fprintf(out, "...");
  std::fputc('\n', out);
}

}  // namespace

fs::path history_file(const std::string& state_home, const std::string& home) {
  // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/
  if (state_home.starts_with('/')) return fs::path(state_home) / "entente" / "history";
  return home.empty() ? fs::path() : fs::path(home) / ".local/state/entente/history";
}

struct LineEditor::Library {
  EditLine* editor = nullptr;
  History* history = nullptr;
  HistEvent event{};
  fs::path file;
  std::function<Completion(std::string_view)> completer;
  std::string prompt;
  bool cancelled = false;

  static Library& of(EditLine* editor) {
    void* library = nullptr;
    el_get(editor, EL_CLIENTDATA, &library);
    return *static_cast<Library*>(library);
  }
  static char* give_prompt(EditLine* editor) { return of(editor).prompt.data(); }
  static unsigned char cancel(EditLine* editor, int) {
    of(editor).cancelled = true;
    return CC_NEWLINE;
  }
  static unsigned char complete(EditLine* editor, int) { return of(editor).complete_line(); }

  unsigned char complete_line() {
    const LineInfo* info = el_line(editor);
    const std::string_view before(info->buffer,
                                  static_cast<std::size_t>(info->cursor - info->buffer));
    const Completion found = completer(before);
    if (found.words.empty() || found.begin > before.size()) return CC_ERROR;
    const std::string_view typed = before.substr(found.begin);
    std::string common = common_beginning(found.words);
    const bool longer = common.size() > typed.size();
    if (found.words.size() == 1 || longer) {
      // What was typed may be in another case.
      if (!typed.empty()) el_deletestr(editor, characters(typed));
      el_insertstr(editor, common.c_str());
    }
    if (found.words.size() == 1 || longer) return CC_REFRESH;
    show(stdout, found.words);
    return CC_REDISPLAY;
  }
};

LineEditor::LineEditor(fs::path history, std::function<Completion(std::string_view)> completer)
    : library_(std::make_unique<Library>()) {
  std::setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  Library& library = *library_;
  library.file = std::move(history);
  library.completer = std::move(completer);
  library.history = history_init();
  ::history(library.history, &library.event, H_SETSIZE, kRemembered);
  ::history(library.history, &library.event, H_SETUNIQUE, 1);
  if (!library.file.empty()) {
    ::history(library.history, &library.event, H_LOAD, library.file.c_str());
  }
  library.editor = el_init("entente", stdin, stdout, stderr);
  EditLine* editor = library.editor;
  el_set(editor, EL_CLIENTDATA, library_.get());
  el_set(editor, EL_PROMPT, Library::give_prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_HIST, ::history, library.history);
  el_set(editor, EL_SETTY, "-d", "-isig", nullptr);
  el_set(editor, EL_ADDFN, "entente-cancel", "Give up the line", Library::cancel);
  el_set(editor, EL_ADDFN, "entente-complete", "Complete the word", Library::complete);
  el_set(editor, EL_BIND, "^C", "entente-cancel", nullptr);
  el_set(editor, EL_BIND, "^I", "entente-complete", nullptr);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
}

LineEditor::~LineEditor() {
  if (!library_->file.empty()) {
    std::error_code problem;  // without a place for it, nothing is remembered
    fs::create_directories(library_->file.parent_path(), problem);
    ::history(library_->history, &library_->event, H_SAVE, library_->file.c_str());
  }
  el_end(library_->editor);
  history_end(library_->history);
}

LineEditor::Outcome LineEditor::read(const std::string& prompt, std::string& line) {
  library_->prompt = prompt;
  library_->cancelled = false;
  int count = 0;
  const char* text = el_gets(library_->editor, &count);
  if (library_->cancelled) {
    std::fputs("^C\n", stdout);
    std::fflush(stdout);
    return Outcome::Cancelled;
  }
  if (text == nullptr || count <= 0) return Outcome::End;
  line.assign(text, static_cast<std::size_t>(count));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return Outcome::Line;
}

void LineEditor::remember(const std::string& entry) {
  ::history(library_->history, &library_->event, H_ENTER, entry.c_str());
}

}  // namespace entente
