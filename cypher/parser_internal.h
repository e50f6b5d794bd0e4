#pragma once
// The recursive-descent parser behind parser.h; its methods lie in parse_clauses.cpp,
// parse_patterns.cpp and parse_expressions.cpp. It never goes back: where a bracket may begin two
// things, the tokens behind its closing bracket decide, so that time is linear.

#include <optional>
#include <string>
#include <vector>

#include "cypher/ast.h"
#include "cypher/parser.h"
#include "cypher/token_stream.h"

namespace entente::cypher {

class Parser {
 public:
  explicit Parser(std::string_view query) : tokens_(query) {}
  Query parse_all();

 private:
  // One more bracket, as long as it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  // Clauses
  Query query();
  SingleQuery single_query();
  bool at_clause_end() const;
  Clause clause();
  MatchClause match_clause();
  UnwindClause unwind_clause();
  Projection projection(bool with);
  ProjectionItem projection_item();
  void order_and_page(Projection& projection);
  CreateClause create_clause();
  MergeClause merge_clause();
  std::vector<SetItem> set_items();
  SetItem set_item();
  RemoveClause remove_clause();
  DeleteClause delete_clause();
  CallClause call_clause();
  CallClause::Yield yield_item();

  // Patterns
  std::vector<PathPattern> patterns();
  PathPattern path_pattern();
  std::optional<Selector> selector();
  PathPattern shortest_path_function(Selector::Kind kind);
  void path_elements(PathPattern& path);
  void parenthesised(PathPattern& path);
  void append(PathPattern& path, NodePattern node);
  void append(PathPattern& path, Segment segment);
  bool at_parenthesised_path() const;
  NodePattern node_pattern();
  RelationshipPattern relationship_pattern();
  void relationship_filler(RelationshipPattern& relationship);
  std::optional<Bounds> star_bounds();
  std::optional<Bounds> quantifier();
  std::uint32_t bound();
  LabelExpression label_expression(bool pipes);
  LabelExpression label_conjunction();
  LabelExpression label_factor();
  std::vector<std::string> label_names();
  ExpressionPtr pattern_properties();
  bool at_path_pattern(std::size_t ahead) const;
  bool at_relationship(std::size_t ahead) const;
  PathPattern simple_path();

  // Expressions
  ExpressionPtr expression();
  ExpressionPtr or_expression();
  ExpressionPtr xor_expression();
  ExpressionPtr and_expression();
  ExpressionPtr not_expression();
  ExpressionPtr comparison();
  ExpressionPtr predicate();
  ExpressionPtr sum();
  ExpressionPtr product();
  ExpressionPtr power();
  ExpressionPtr unary();
  ExpressionPtr postfix();
  ExpressionPtr atom();
  ExpressionPtr bracketed(std::size_t first);
  ExpressionPtr integer(bool negative, std::size_t first);
  ExpressionPtr floating(std::size_t first);
  ExpressionPtr word_or_call(std::size_t first);
  bool at_reserved_word() const;
  ExpressionPtr function_call(std::size_t first);
  ExpressionPtr case_expression(std::size_t first);
  ExpressionPtr quantified(Quantifier::Kind kind, std::size_t first);
  ExpressionPtr reduce(std::size_t first);
  ExpressionPtr subquery(Subquery::Kind kind, std::size_t first);
  ExpressionPtr pattern_subquery(Subquery::Kind kind, PathPattern path, ExpressionPtr where,
                                 ExpressionPtr value, std::size_t first);
  ExpressionPtr pattern_comprehension(std::size_t first);
  ExpressionPtr map_projection(ExpressionPtr object, std::size_t first);
  ExpressionPtr map_literal();
  Expressions expressions_until(std::string_view close);
  ExpressionPtr make(Expression::Node node, std::size_t first);
  ExpressionPtr binary(BinaryOperator op, ExpressionPtr left, ExpressionPtr right,
                       std::size_t first);

  TokenStream tokens_;
  std::uint32_t nesting_ = 0;
  // In [x IN list WHERE x:A | ...] the bar ends the expression and is no part of a label.
  bool bar_ends_ = false;
};

}  // namespace entente::cypher
