#pragma once
// A query as it was written: clauses, patterns, expressions, each with its place in the text. The
// parser makes it; the binder fills in the fields under "bound".

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/span.h"
#include "cypher/compare.h"
#include "cypher/value.h"

namespace entente::cypher {

// A place in the frame, the flat row that all operators of a query share. Each variable, named or
// not, has its own; none is used for two things.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

struct Function;   // functions.h
struct Aggregate;  // aggregates.h
struct Procedure;  // procedures.h
struct Expression;
struct Query;
using ExpressionPtr = std::unique_ptr<Expression>;
using Expressions = std::vector<ExpressionPtr>;

// ---- Patterns

// A|B, A&B, !A, % (any); `:A:B` is A&B.
struct LabelExpression {
  enum class Kind { Name, And, Or, Not, Any };
  Kind kind = Kind::Name;
  std::string name;
  std::vector<LabelExpression> operands;
  std::uint32_t symbol = 0;  // bound: of the name, in BoundQuery::symbols
};

struct NodePattern {
  std::string variable;  // empty = not named
  std::optional<LabelExpression> labels;
  ExpressionPtr properties;  // a MapLiteral or a Parameter; may be null
  ExpressionPtr where;       // may be null
  Span span;
  // bound
  Slot slot = kNoSlot;
  bool introduced = false;  // here, and not by an earlier clause or element
};

struct Bounds {
  std::uint32_t min = 1;
  std::uint32_t max = UINT32_MAX;  // UINT32_MAX = no end
};

enum class Direction { Right, Left, Both };

struct RelationshipPattern {
  std::string variable;
  std::optional<LabelExpression> types;
  Direction direction = Direction::Both;
  std::optional<Bounds> length;  // [*1..3] or {1,3}; the variable is then a list
  bool both_arrows = false;      // <-[]->
  ExpressionPtr properties;
  ExpressionPtr where;
  Span span;
  // bound
  Slot slot = kNoSlot;       // the relationship, or with `length` the list of them
  Slot each_slot = kNoSlot;  // with `length`: the relationship that is looked at
  bool introduced = false;
};

struct PathPattern;
// ((x)-[r]->(y) WHERE ...){1,3}: its variables are lists outside of it.
struct QuantifiedGroup {
  std::unique_ptr<PathPattern> path;  // without selector and groups of its own
  Bounds bounds;
  Span span;
  // bound
  struct Variable {
    Slot inner = kNoSlot;  // in one repetition
    Slot outer = kNoSlot;  // the list over all
  };
  std::vector<Variable> variables = {};
  Slot relationships = kNoSlot;  // all relationships, in order
};
using Segment = std::variant<RelationshipPattern, QuantifiedGroup>;

// ANY SHORTEST, SHORTEST 3 GROUPS ...
struct Selector {
  enum class Kind { All, Any, AnyShortest, AllShortest, Shortest, ShortestGroups };
  Kind kind = Kind::All;
  ExpressionPtr count;    // a literal or a parameter; null = 1
  bool function = false;  // written shortestPath(...): WHERE is part of the search
};

struct PathPattern {
  std::string variable;
  Selector selector;
  std::vector<NodePattern> nodes;  // never empty
  std::vector<Segment> segments;   // one less; between two nodes each
  ExpressionPtr where;             // inside of parentheses; may be null
  Span span;
  // bound
  Slot slot = kNoSlot;  // of the path; kNoSlot where nobody asks for it
};

// ---- Expressions

struct Literal {
  Value value;
};
struct Parameter {
  std::string name;
};
struct Variable {
  std::string name;
  Slot slot = kNoSlot;  // bound
};
struct Property {
  ExpressionPtr object;
  std::string key;
  std::uint32_t symbol = 0;  // bound: of the key, in BoundQuery::symbols
};
struct Index {
  ExpressionPtr object;
  ExpressionPtr index;
};
struct Slice {
  ExpressionPtr object;
  ExpressionPtr from;  // may be null
  ExpressionPtr to;    // may be null
};
enum class UnaryOperator { Not, Minus, Plus, IsNull, IsNotNull };
struct Unary {
  UnaryOperator op;
  ExpressionPtr operand;
};
enum class BinaryOperator {
  Or,
  Xor,
  And,
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  Power,
  In,
  StartsWith,
  EndsWith,
  Contains,
  Matches
};
struct Binary {
  BinaryOperator op;
  ExpressionPtr left;
  ExpressionPtr right;
};
struct Comparison {  // a < b <= c: one operator less than operands
  Expressions operands;
  std::vector<ComparisonOperator> operators;
};
struct HasLabels {
  ExpressionPtr object;
  LabelExpression labels;
};
struct FunctionCall {
  std::string name;  // as written, with its dots
  Expressions arguments;
  bool distinct = false;
  bool star = false;  // count(*)
  // bound: one of the two
  const Function* function = nullptr;
  const Aggregate* aggregate = nullptr;
  Slot slot = kNoSlot;  // where the aggregate's result is found
};
struct Case {
  struct Alternative {
    Expressions when;
    ExpressionPtr then;
  };
  ExpressionPtr operand;  // may be null
  std::vector<Alternative> alternatives;
  ExpressionPtr otherwise;  // may be null
};
struct ListLiteral {
  Expressions elements;
};
struct MapLiteral {
  struct Entry {
    std::string key;
    ExpressionPtr value;
    std::uint32_t symbol = 0;  // bound: of the key
  };
  std::vector<Entry> entries;
};
struct MapProjection {  // n {.name, .*, other, key: 1}
  struct Element {
    std::string key;           // empty: all properties
    ExpressionPtr value;       // null: the property of that name
    std::uint32_t symbol = 0;  // bound: of the key
  };
  ExpressionPtr object;
  std::vector<Element> elements;
};
struct ListComprehension {
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr where;       // may be null
  ExpressionPtr projection;  // may be null
  Slot slot = kNoSlot;       // bound
};
struct Quantifier {
  enum class Kind { All, Any, None, Single };
  Kind kind;
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr where;
  Slot slot = kNoSlot;  // bound
};
struct Reduce {
  std::string accumulator;
  ExpressionPtr initial;
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr step;
  // bound
  Slot accumulator_slot = kNoSlot;
  Slot slot = kNoSlot;
};
// A pattern or a whole query inside of an expression; each has a plan of its own.
struct Subquery {
  enum class Kind {
    Exists,   // EXISTS { ... }, or a pattern as a predicate: whether there is a row
    Count,    // COUNT { ... }: how many rows
    Collect,  // COLLECT { ... }, or a pattern comprehension: one column as a list
    Path      // shortestPath(...) as a value: the first row's path, or null
  };
  Kind kind;
  bool is_pattern = false;                 // a bare pattern, which is allowed only as a predicate
  std::unique_ptr<Query> query = nullptr;  // for Collect and Path it returns one column
  std::uint32_t plan = 0;                  // bound: in Execution::subplans
};

struct Expression {
  using Node = std::variant<Literal, Parameter, Variable, Property, Index, Slice, Unary, Binary,
                            Comparison, HasLabels, FunctionCall, Case, ListLiteral, MapLiteral,
                            MapProjection, ListComprehension, Quantifier, Reduce, Subquery>;
  Node node;
  Span span;                 // in the query text
  std::string text;          // its tokens, one blank between: equal for what is written alike
  std::uint32_t height = 1;  // of the tree below
};

template <typename T>
T* as(Expression& e) {
  return std::get_if<T>(&e.node);
}
template <typename T>
const T* as(const Expression& e) {
  return std::get_if<T>(&e.node);
}

// ---- Clauses

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;  // the alias, or the text as it stands
  bool aliased = false;
  Span span;
  // bound
  Slot slot = kNoSlot;
  bool aggregates = false;
};
struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};
struct Projection {
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;  // bound: with those that the star stands for
  std::vector<SortItem> order;
  ExpressionPtr skip;
  ExpressionPtr limit;
  ExpressionPtr where;  // of WITH
  Span span;
  // bound
  std::vector<FunctionCall*> aggregates;  // in items and order; empty = no grouping
};

struct MatchClause {
  bool optional = false;
  std::vector<PathPattern> patterns;
  ExpressionPtr where;
};
struct UnwindClause {
  ExpressionPtr list;
  std::string variable;
  Slot slot = kNoSlot;  // bound
};
struct WithClause {
  Projection projection;
};
struct ReturnClause {
  Projection projection;
};
struct CreateClause {
  std::vector<PathPattern> patterns;
};
struct SetItem {
  enum class Kind { Property, Replace, Add, Labels };  // n.x = 1, n = {}, n += {}, n:A
  Kind kind;
  ExpressionPtr target;
  std::string key;
  ExpressionPtr value;
  std::vector<std::string> labels;
};
struct MergeClause {
  PathPattern pattern;
  std::vector<SetItem> on_create;
  std::vector<SetItem> on_match;
};
struct SetClause {
  std::vector<SetItem> items;
};
struct RemoveClause {
  struct Item {
    ExpressionPtr target;
    std::string key;  // empty: labels
    std::vector<std::string> labels;
  };
  std::vector<Item> items;
};
struct DeleteClause {
  bool detach = false;
  Expressions targets;
};
struct CallClause {
  struct Yield {
    std::string field;
    std::string variable;
    Span span;
    // bound
    std::uint32_t column = 0;
    Slot slot = kNoSlot;
  };
  std::string procedure;
  bool has_arguments = false;  // written with parentheses
  Expressions arguments;
  bool has_yield = false;
  bool yield_all = false;  // YIELD *
  std::vector<Yield> yields;
  ExpressionPtr where;
  Span span;
  const Procedure* bound = nullptr;
};

struct Clause {
  using Node = std::variant<MatchClause, UnwindClause, WithClause, ReturnClause, CreateClause,
                            MergeClause, SetClause, RemoveClause, DeleteClause, CallClause>;
  Node node;
  Span span;
  std::vector<Slot> visible;  // bound: slots that later clauses can see
};

struct Column {
  std::string name;
  Slot slot = kNoSlot;
};

struct SingleQuery {
  std::vector<Clause> clauses;
  std::vector<Column> columns;  // bound: what it returns
};

enum class Mode { Run, Explain, Profile };

struct Query {
  Mode mode = Mode::Run;
  std::vector<SingleQuery> parts;  // joined by UNION
  bool union_all = false;
  Span span;
  std::vector<Column> columns;  // bound
};

}  // namespace entente::cypher
