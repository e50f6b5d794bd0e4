#pragma once
// The binder behind binder.h; its methods lie in bind_clauses.cpp, bind_projection.cpp,
// bind_patterns.cpp and bind_expressions.cpp.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cypher/binder.h"
#include "cypher/error.h"
#include "cypher/scope.h"

namespace entente::cypher {

class Binder {
 public:
  Binder(BoundQuery& bound, std::string_view text, const Procedures& procedures,
         const Map& parameters)
      : bound_(bound), text_(text), procedures_(procedures), parameters_(parameters) {}

  void bind_query(Query& query, const Scope& outer, bool nested);

 private:
  // How aggregates are taken at a place.
  enum class Aggregation {
    Forbidden,  // WHERE, UNWIND, ...
    Allowed,    // an item of a projection
    Inside      // an aggregate's argument
  };
  // A projected expression that sort keys and aggregating items may repeat.
  struct Projected {
    std::string text;
    Binding binding;
  };
  // What an expression's surroundings allow.
  struct Context {
    Aggregation aggregation = Aggregation::Forbidden;
    std::vector<FunctionCall*>* aggregates = nullptr;  // where Allowed: collected here
    bool predicate = false;                            // a pattern may stand here
    bool constant = false;                             // SKIP and LIMIT: no variables
    // What may be repeated; other variables of before are then out of reach.
    const std::vector<Projected>* grouping = nullptr;
    const std::set<std::string>* ambiguous = nullptr;  // out of reach, but named by an item
  };

  // Clauses
  void bind_part(SingleQuery& part, const Scope& outer, bool nested);
  void check_order(const SingleQuery& part, bool nested);
  void bind_clause(Clause& clause, SingleQuery& part, bool nested);
  void bind_clause(MatchClause& match);
  void bind_clause(UnwindClause& unwind);
  void bind_clause(CreateClause& create);
  void bind_clause(MergeClause& merge);
  void bind_clause(SetClause& set);
  void bind_clause(RemoveClause& remove);
  void bind_clause(DeleteClause& remove);
  void bind_call(CallClause& call, bool standalone);
  void bind_arguments(CallClause& call, bool standalone);
  void bind_set_items(std::vector<SetItem>& items);
  void bind_where(ExpressionPtr& where);

  // Projections
  void bind_projection(Projection& projection, bool with);
  void expand_star(Projection& projection, bool with);
  void bind_items(Projection& projection, std::vector<Projected>& projected);
  void bind_item(ProjectionItem& item, Context& context);
  void bind_order(Projection& projection, const Scope& before, const Scope& after,
                  const std::vector<Projected>& projected);
  void bind_page(ExpressionPtr& number);

  // Patterns
  void declare(PathPattern& path, std::set<Slot>& relationships);
  void declare(NodePattern& node);
  void declare(RelationshipPattern& relationship, std::set<Slot>& relationships);
  void declare(QuantifiedGroup& group);
  void bind_inside(PathPattern& path);
  void bind_inside(NodePattern& node);
  void bind_inside(RelationshipPattern& relationship);
  void bind_inside(QuantifiedGroup& group);
  void bind_selector(Selector& selector);
  void refuse_parameter(const ExpressionPtr& properties);
  void bind_written(PathPattern& path, bool merge);
  void bind_written(NodePattern& node, bool alone, bool merge);
  void bind_written(RelationshipPattern& relationship, bool merge);
  void bind_labels(LabelExpression& labels);
  void declare_path(PathPattern& path);

  // Expressions; each gives the type.
  StaticType bind(Expression& e, const Context& context);
  StaticType bind(ExpressionPtr& e, const Context& context) { return bind(*e, context); }
  StaticType bind_value(ExpressionPtr& e);  // where nothing special is allowed
  StaticType bind_node(Expression& e, Literal& literal, const Context& context);
  StaticType bind_node(Expression& e, Parameter& parameter, const Context& context);
  StaticType bind_node(Expression& e, Variable& variable, const Context& context);
  StaticType bind_node(Expression& e, Property& property, const Context& context);
  StaticType bind_node(Expression& e, Index& index, const Context& context);
  StaticType bind_node(Expression& e, Slice& slice, const Context& context);
  StaticType bind_node(Expression& e, Unary& unary, const Context& context);
  StaticType bind_node(Expression& e, Binary& binary, const Context& context);
  StaticType bind_node(Expression& e, Comparison& comparison, const Context& context);
  StaticType bind_node(Expression& e, HasLabels& has_labels, const Context& context);
  StaticType bind_node(Expression& e, FunctionCall& call, const Context& context);
  StaticType bind_node(Expression& e, Case& choice, const Context& context);
  StaticType bind_node(Expression& e, ListLiteral& list, const Context& context);
  StaticType bind_node(Expression& e, MapLiteral& map, const Context& context);
  StaticType bind_node(Expression& e, MapProjection& projection, const Context& context);
  StaticType bind_node(Expression& e, ListComprehension& comprehension, const Context& context);
  StaticType bind_node(Expression& e, Quantifier& quantifier, const Context& context);
  StaticType bind_node(Expression& e, Reduce& reduce, const Context& context);
  StaticType bind_node(Expression& e, Subquery& subquery, const Context& context);
  StaticType bind_aggregate(Expression& e, FunctionCall& call, const Context& context);
  void require(const Expression& e, const StaticType& found, TypeSet wanted,
               std::string_view expected, ErrorType error = ErrorType::SyntaxError);
  StaticType bind_logical(ExpressionPtr& operand, const Context& context);

  // A comprehension's variable, seen as long as it lives.
  class Local {
   public:
    Local(Binder& binder, const std::string& name, Slot slot, StaticType type);
    ~Local();
    Local(const Local&) = delete;
    Local& operator=(const Local&) = delete;

   private:
    Binder& binder_;
    std::string name_;
    Scope saved_;
  };

  Slot new_slot() { return bound_.slots++; }
  std::uint32_t symbol(const std::string& name);
  const Binding* find(const std::string& name) const;
  Binding& introduce(const std::string& name, StaticType type);
  [[noreturn]] void fail(std::string_view detail, Span where, const std::string& message) const;
  [[noreturn]] void fail(ErrorType type, std::string_view detail, Span where,
                         const std::string& message) const;

  BoundQuery& bound_;
  std::string_view text_;
  const Procedures& procedures_;
  const Map& parameters_;
  std::map<std::string, std::uint32_t> symbols_;
  Scope scope_;
};

// Whether an aggregate is called in the expression, outside of subqueries.
bool contains_aggregate(const Expression& e);

}  // namespace entente::cypher
