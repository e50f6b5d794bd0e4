#pragma once
// What a Cypher expression can be: one tagged value of 16 bytes. Small things lie in it, the rest
// behind a counted pointer to something that never changes, so a copy is cheap and safe.

#include <boost/container/flat_map.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cypher/temporal.h"

namespace entente::cypher {

// In the order of Value's alternatives.
enum class Type : std::uint8_t {
  Null,
  Boolean,
  Integer,
  Float,
  String,
  List,
  Map,
  Node,
  Relationship,
  Path,
  Date,
  LocalTime,
  Time,
  LocalDateTime,
  DateTime,
  Duration
};
inline constexpr std::size_t kTypes = 16;
std::string_view to_string(Type type);  // "Integer"

// Dense numbers, given by the graph. They mean nothing in another graph.
struct NodeId {
  std::uint32_t value = 0;
  friend auto operator<=>(const NodeId&, const NodeId&) = default;
};
struct RelationshipId {
  std::uint32_t value = 0;
  friend auto operator<=>(const RelationshipId&, const RelationshipId&) = default;
};

class Value;
using List = std::vector<Value>;
using Map = boost::container::flat_map<std::string, Value>;  // by key, so that output is stable

struct Path {
  std::vector<NodeId> nodes;                  // never empty
  std::vector<RelationshipId> relationships;  // one less; each joins its two neighbours in `nodes`
};

// Bytes that strings, lists and maps of this thread hold: what keeps a query within its memory.
inline thread_local std::int64_t live_bytes = 0;

template <typename T>
struct Shared : boost::intrusive_ref_counter<Shared<T>> {
  explicit Shared(T content) : value(std::move(content)) { live_bytes += bytes(); }
  ~Shared() { live_bytes -= bytes(); }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  std::int64_t bytes() const {
    if constexpr (requires { value.size(); }) {
      return static_cast<std::int64_t>(value.size() * sizeof(typename T::value_type));
    }
    return 0;
  }

  T value;
};

class Value {
 public:
  Value() = default;  // null
  explicit Value(bool v) : data_(v) {}
  explicit Value(std::int64_t v) : data_(v) {}
  explicit Value(double v) : data_(v) {}
  explicit Value(std::string v) : data_(share(std::move(v))) {}
  explicit Value(std::string_view v) : Value(std::string(v)) {}
  explicit Value(const char* v) : Value(std::string(v)) {}
  explicit Value(List v);
  explicit Value(Map v);
  explicit Value(NodeId v) : data_(v) {}
  explicit Value(RelationshipId v) : data_(v) {}
  explicit Value(Path v) : data_(share(std::move(v))) {}
  explicit Value(Date v) : data_(v) {}
  explicit Value(LocalTime v) : data_(v) {}
  explicit Value(Time v) : data_(share(v)) {}
  explicit Value(LocalDateTime v) : data_(share(v)) {}
  explicit Value(DateTime v) : data_(share(std::move(v))) {}
  explicit Value(Duration v) : data_(share(v)) {}

  Type type() const { return static_cast<Type>(data_.index()); }
  bool is(Type type) const { return this->type() == type; }
  bool is_null() const { return is(Type::Null); }
  bool is_number() const { return is(Type::Integer) || is(Type::Float); }
  bool is_true() const { return is(Type::Boolean) && boolean(); }

  // REQUIRES: the value is of that type.
  bool boolean() const { return std::get<bool>(data_); }
  std::int64_t integer() const { return std::get<std::int64_t>(data_); }
  double floating() const { return std::get<double>(data_); }
  double number() const;  // of an Integer or a Float
  const std::string& string() const { return held<std::string>(); }
  const List& list() const { return held<List>(); }
  const Map& map() const { return held<Map>(); }
  NodeId node() const { return std::get<NodeId>(data_); }
  RelationshipId relationship() const { return std::get<RelationshipId>(data_); }
  const Path& path() const { return held<Path>(); }
  Date date() const { return std::get<Date>(data_); }
  LocalTime local_time() const { return std::get<LocalTime>(data_); }
  const Time& time() const { return held<Time>(); }
  const LocalDateTime& local_date_time() const { return held<LocalDateTime>(); }
  const DateTime& date_time() const { return held<DateTime>(); }
  const Duration& duration() const { return held<Duration>(); }

 private:
  template <typename T>
  using Pointer = boost::intrusive_ptr<const Shared<T>>;
  template <typename T>
  static Pointer<T> share(T content) {
    return Pointer<T>(new Shared<T>(std::move(content)));
  }
  template <typename T>
  const T& held() const {
    return std::get<Pointer<T>>(data_)->value;
  }

  std::variant<std::monostate, bool, std::int64_t, double, Pointer<std::string>, Pointer<List>,
               Pointer<Map>, NodeId, RelationshipId, Pointer<Path>, Date, LocalTime, Pointer<Time>,
               Pointer<LocalDateTime>, Pointer<DateTime>, Pointer<Duration>>
      data_;
};

static_assert(sizeof(Value) == 16);

inline double Value::number() const {
  return is(Type::Integer) ? static_cast<double>(integer()) : floating();
}

}  // namespace entente::cypher
