#pragma once
// Work on all cores with results in the order of the input, and no more of it in memory than a
// window.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

// `produce` runs in a thread of its own and gives its items one by one to the function it gets,
// which waits while the window is full. `work` runs in `threads` threads. `consume` runs in the
// calling thread, in the order of the items, and `idle` there too, about ten times a second. What
// any of them throws is thrown here, once all have stopped.
template <typename In, typename Out>
class InOrder {
 public:
  struct Steps {
    std::function<void(const std::function<void(In)>& give)> produce;
    std::function<Out(In)> work;  // from several threads at once
    std::function<void(Out)> consume;
    std::function<void()> idle;
  };

  InOrder(Steps steps, unsigned threads) : steps_(std::move(steps)), window_(4 * threads + 4) {
    threads_.emplace_back([this] { produce(); });
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  }
  ~InOrder() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void run() {
    while (std::shared_ptr<Job> job = next_done()) {
      if (job->problem) std::rethrow_exception(job->problem);
      steps_.consume(std::move(*job->out));
    }
    if (producer_problem_) std::rethrow_exception(producer_problem_);
  }

 private:
  struct Job {
    std::optional<In> in;
    std::optional<Out> out;
    std::exception_ptr problem;
    bool done = false;
  };
  struct Stop {};

  void produce() {
    std::exception_ptr problem;
    try {
      steps_.produce([this](In in) { give(std::move(in)); });
    } catch (const Stop&) {
      return;
    } catch (...) {
      problem = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    producer_problem_ = problem;
    closed_ = true;
    changed_.notify_all();
  }

  void give(In in) {
    auto job = std::make_shared<Job>();
    job->in = std::move(in);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || in_order_.size() < window_; });
    if (stopped_) throw Stop();
    in_order_.push_back(job);
    to_do_.push_back(std::move(job));
    changed_.notify_all();
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopped_ || closed_ || !to_do_.empty(); });
      if (stopped_ || to_do_.empty()) return;
      const std::shared_ptr<Job> job = std::move(to_do_.front());
      to_do_.pop_front();
      lock.unlock();
      try {
        job->out = steps_.work(std::move(*job->in));
      } catch (...) {
        job->problem = std::current_exception();
      }
      job->in.reset();
      lock.lock();
      job->done = true;
      changed_.notify_all();
    }
  }

  // The next job in order, once it is done; null after the last.
  std::shared_ptr<Job> next_done() {
    std::unique_lock lock(mutex_);
    while (true) {
      const auto ready = [this] { return in_order_.empty() ? closed_ : in_order_.front()->done; };
      const bool is_ready = changed_.wait_for(lock, std::chrono::milliseconds(100), ready);
      lock.unlock();
      steps_.idle();
      lock.lock();
      if (!is_ready) continue;
      if (in_order_.empty()) return nullptr;
      std::shared_ptr<Job> job = std::move(in_order_.front());
      in_order_.pop_front();
      changed_.notify_all();
      return job;
    }
  }

  Steps steps_;
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> in_order_;
  std::deque<std::shared_ptr<Job>> to_do_;
  std::exception_ptr producer_problem_;
  bool closed_ = false;   // nothing more will be given
  bool stopped_ = false;  // nobody waits for the rest
  std::vector<std::thread> threads_;
};

}  // namespace entente
