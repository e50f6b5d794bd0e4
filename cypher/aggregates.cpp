#include "cypher/aggregates.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "cypher/arithmetic.h"
#include "cypher/compare.h"
#include "cypher/error.h"

namespace entente::cypher {
namespace {

class Count : public Accumulator {
 public:
  void add(Arguments) override { ++count_; }
  void add(Arguments, std::int64_t times) override { count_ += times; }
  Value result() override { return Value(count_); }

 private:
  std::int64_t count_ = 0;
};

class Collect : public Accumulator {
 public:
  void add(Arguments arguments) override { list_.push_back(arguments[0]); }
  Value result() override { return Value(std::move(list_)); }

 private:
  List list_;
};

void require_summable(std::string_view name, const Value& v) {
  if (!v.is_number() && !v.is(Type::Duration)) invalid_argument(name, v, "a number or a Duration");
}

class Sum : public Accumulator {
 public:
  void add(Arguments arguments) override {
    require_summable("sum", arguments[0]);
    sum_ = sum_.is_null() ? arguments[0] : apply(BinaryOperator::Add, sum_, arguments[0]);
  }
  Value result() override { return sum_.is_null() ? Value(std::int64_t{0}) : sum_; }

 private:
  Value sum_;
};

class Average : public Accumulator {
 public:
  void add(Arguments arguments) override {
    const Value& v = arguments[0];
    require_summable("avg", v);
    ++count_;
    if (v.is(Type::Duration)) {
      duration_ = duration_.is_null() ? v : apply(BinaryOperator::Add, duration_, v);
    } else {
      mean_ += (v.number() - mean_) / static_cast<double>(count_);
    }
  }
  Value result() override {
    if (count_ == 0) return Value();
    if (duration_.is_null()) return Value(mean_);
    return apply(BinaryOperator::Divide, duration_, Value(count_));
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  Value duration_;
};

template <bool largest>
class Extreme : public Accumulator {
 public:
  void add(Arguments arguments) override {
    const Value& v = arguments[0];
    if (best_.is_null() || (largest ? order(v, best_) > 0 : order(v, best_) < 0)) best_ = v;
  }
  Value result() override { return best_; }

 private:
  Value best_;
};

// Both percentiles: of the sorted values, the one at that share, or what lies between two.
template <bool continuous>
class Percentile : public Accumulator {
 public:
  void add(Arguments arguments) override {
    number_argument("percentile", arguments[0]);
    share_ = number_argument("percentile", arguments[1]);
    if (!(0 <= share_ && share_ <= 1)) {
      throw Failure{ErrorType::ArgumentError, "NumberOutOfRange",
                    "found a percentile beyond 0.0 to 1.0"};
    }
    values_.push_back(arguments[0]);
  }
  Value result() override {
    if (values_.empty()) return Value();
    std::ranges::sort(values_, [](const Value& a, const Value& b) { return order(a, b) < 0; });
    const double last = static_cast<double>(values_.size()) - 1;
    if constexpr (continuous) {
      const double at = share_ * last;
      const double low = values_[static_cast<std::size_t>(std::floor(at))].number();
      const double high = values_[static_cast<std::size_t>(std::ceil(at))].number();
      return Value(low + (high - low) * (at - std::floor(at)));
    }
    const double at = std::ceil(share_ * (last + 1)) - 1;
    return values_[static_cast<std::size_t>(std::max(at, 0.0))];
  }

 private:
  List values_;
  double share_ = 0;
};

// Welford's method. `sample`: divided by one less than the count.
template <bool sample>
class Deviation : public Accumulator {
 public:
  void add(Arguments arguments) override {
    const double value = number_argument("stDev", arguments[0]);
    ++count_;
    const double delta = value - mean_;
    mean_ += delta / count_;
    squares_ += delta * (value - mean_);
  }
  Value result() override {
    const double divisor = sample ? count_ - 1 : count_;
    return Value(divisor > 0 ? std::sqrt(squares_ / divisor) : 0.0);
  }

 private:
  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

template <typename T>
std::unique_ptr<Accumulator> start() {
  return std::make_unique<T>();
}

constexpr TypeSet kSummable = kNumber | only(Type::Duration);

constexpr Aggregate kAggregates[] = {
    {"count", 1, kAnyType, only(Type::Integer), start<Count>},
    {"collect", 1, kAnyType, only(Type::List), start<Collect>, true},
    {"sum", 1, kSummable, kSummable, start<Sum>},
    {"avg", 1, kSummable, kSummable, start<Average>},
    {"min", 1, kAnyType, kAnyType, start<Extreme<false>>},
    {"max", 1, kAnyType, kAnyType, start<Extreme<true>>},
    {"percentilecont", 2, kNumber, only(Type::Float), start<Percentile<true>>, true},
    {"percentiledisc", 2, kNumber, kNumber, start<Percentile<false>>, true},
    {"stdev", 1, kNumber, only(Type::Float), start<Deviation<true>>},
    {"stdevp", 1, kNumber, only(Type::Float), start<Deviation<false>>},
};

}  // namespace

const Aggregate* find_aggregate(std::string_view name) {
  const std::string wanted = lower(name);
  const auto* it = std::ranges::find(kAggregates, wanted, &Aggregate::name);
  return it == std::end(kAggregates) ? nullptr : it;
}

}  // namespace entente::cypher
