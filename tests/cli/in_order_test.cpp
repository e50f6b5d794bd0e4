#include "cli/in_order.h"

#include <atomic>
#include <stdexcept>

#include "tests/catch.h"

using namespace entente;

namespace {

using Numbers = InOrder<int, int>;

// Steps that square the numbers up to `last` into `squares`, the even ones slowly.
Numbers::Steps squaring(int last, std::vector<int>& squares) {
  return {[last](const std::function<void(int)>& give) {
            for (int i = 0; i < last; ++i) give(i);
          },
          [](int number) {
            if (number % 2 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
            return number * number;
          },
          [&squares](int square) { squares.push_back(square); }, [] {}};
}

}  // namespace

TEST_CASE("results come in the order of the input, whatever the number of threads") {
  const unsigned threads = GENERATE(1U, 2U, 7U);
  std::vector<int> squares;
  Numbers(squaring(300, squares), threads).run();
  REQUIRE(squares.size() == 300);
  for (int i = 0; i < 300; ++i) REQUIRE(squares[static_cast<std::size_t>(i)] == i * i);
}

TEST_CASE("nothing to do ends at once") {
  std::vector<int> squares;
  Numbers(squaring(0, squares), 3).run();
  CHECK(squares.empty());
}

TEST_CASE("the producer waits while the window is full") {
  std::atomic<int> given = 0;
  int most_ahead = 0, taken = 0;
  Numbers({[&](const std::function<void(int)>& give) {
             for (int i = 0; i < 200; ++i) {
               give(i);
               ++given;
             }
           },
           [](int number) { return number; },
           [&](int) { most_ahead = std::max(most_ahead, given - taken++); }, [] {}},
          2)
      .run();
  CHECK(taken == 200);
  CHECK(most_ahead <= 4 * 2 + 4 + 1);
}

TEST_CASE("what a step throws is thrown by run, and all threads end") {
  const std::string guilty = GENERATE("produce", "work", "consume", "idle");
  CAPTURE(guilty);
  const auto fail_if = [&](const std::string& step) {
    if (step == guilty) throw std::runtime_error(step);
  };
  Numbers::Steps steps{[&](const std::function<void(int)>& give) {
                         for (int i = 0; i < 1000; ++i) give(i);
                         fail_if("produce");
                       },
                       [&](int number) {
                         if (number == 40) fail_if("work");
                         return number;
                       },
                       [&](int number) {
                         if (number == 40) fail_if("consume");
                       },
                       [&] { fail_if("idle"); }};
  CHECK_THROWS_AS(Numbers(steps, 3).run(), std::runtime_error);
}
