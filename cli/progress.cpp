#include "cli/progress.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kWidth = 30;

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t full = total == 0 ? 0 : std::min(kWidth, done * kWidth / total);
  return '[' + std::string(full, '#') + std::string(kWidth - full, '.') + ']';
}

}  // namespace

Progress::Progress(Terminal& terminal, std::size_t total)
    : terminal_(terminal), total_(total), start_(Clock::now()), drawn_(start_) {}

void Progress::show(std::size_t done) {
  const Clock::time_point now = Clock::now();
  if (!is_shown(terminal_) || now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  visible_ = true;
  const double minutes = std::chrono::duration<double, std::ratio<60>>(now - start_).count();
  const auto rate = static_cast<std::size_t>(static_cast<double>(done) / minutes);
  terminal_.messages << '\r';
  if (done <= total_) {
    terminal_.messages << bar(done, total_) << ' ' << done << " of " << total_;
  } else {
    terminal_.messages << done;  // a file held more than could be seen without reading it
  }
  terminal_.messages << " articles, " << rate << " a minute\x1b[K" << std::flush;
}

void Progress::clear() {
  if (visible_) terminal_.messages << "\r\x1b[K" << std::flush;
  visible_ = false;
}

}  // namespace entente
