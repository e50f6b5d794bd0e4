// The clauses of a query: MATCH, WITH, RETURN and the rest.

#include "cypher/parser.h"
#include "cypher/parser_internal.h"

namespace entente::cypher {

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ <= kMaxNesting) return;
  --parser_.nesting_;
  parser_.tokens_.fail("NestedTooDeep", parser_.tokens_.peek().span,
                       "nested deeper than " + std::to_string(kMaxNesting) + " levels");
}

Query Parser::parse_all() {
  Mode mode = Mode::Run;
  if (tokens_.accept_word("EXPLAIN")) mode = Mode::Explain;
  if (tokens_.accept_word("PROFILE")) mode = Mode::Profile;
  Query result = query();
  result.mode = mode;
  tokens_.accept(";");
  if (!tokens_.at_end()) tokens_.unexpected("a clause or the end of the query");
  return result;
}

Query Parser::query() {
  const Nesting nesting(*this);
  const std::size_t first = tokens_.position();
  Query result;
  result.parts.push_back(single_query());
  while (tokens_.is_word("UNION")) {
    const Span where = tokens_.take().span;
    const bool all = tokens_.accept_word("ALL");
    if (!all) tokens_.accept_word("DISTINCT");
    if (result.parts.size() > 1 && all != result.union_all) {
      tokens_.fail("InvalidClauseComposition", where,
                   "found both UNION and UNION ALL, expected one of them throughout");
    }
    result.union_all = all;
    result.parts.push_back(single_query());
  }
  result.span = tokens_.span_from(first);
  return result;
}

bool Parser::at_clause_end() const {
  return tokens_.at_end() || tokens_.is_word("UNION") || tokens_.is_symbol("}") ||
         tokens_.is_symbol(";");
}

SingleQuery Parser::single_query() {
  SingleQuery result;
  do {
    result.clauses.push_back(clause());
    if (std::holds_alternative<ReturnClause>(result.clauses.back().node)) break;
  } while (!at_clause_end());
  if (!at_clause_end()) tokens_.unexpected("the end of the query after RETURN");
  return result;
}

Clause Parser::clause() {
  const std::size_t first = tokens_.position();
  Clause result;
  if (tokens_.is_word("MATCH") || tokens_.is_word("OPTIONAL")) {
    result.node = match_clause();
  } else if (tokens_.accept_word("UNWIND")) {
    result.node = unwind_clause();
  } else if (tokens_.accept_word("WITH")) {
    result.node = WithClause{projection(true)};
  } else if (tokens_.accept_word("RETURN")) {
    result.node = ReturnClause{projection(false)};
  } else if (tokens_.accept_word("CREATE")) {
    result.node = create_clause();
  } else if (tokens_.accept_word("MERGE")) {
    result.node = merge_clause();
  } else if (tokens_.accept_word("SET")) {
    result.node = SetClause{set_items()};
  } else if (tokens_.accept_word("REMOVE")) {
    result.node = remove_clause();
  } else if (tokens_.is_word("DELETE") || tokens_.is_word("DETACH")) {
    result.node = delete_clause();
  } else if (tokens_.accept_word("CALL")) {
    result.node = call_clause();
  } else {
    tokens_.unexpected(
        "a clause: MATCH, UNWIND, WITH, RETURN, CALL, CREATE, MERGE, SET, REMOVE or DELETE");
  }
  result.span = tokens_.span_from(first);
  return result;
}

MatchClause Parser::match_clause() {
  MatchClause result;
  result.optional = tokens_.accept_word("OPTIONAL");
  tokens_.expect_word("MATCH");
  result.patterns = patterns();
  if (tokens_.accept_word("WHERE")) result.where = expression();
  return result;
}

UnwindClause Parser::unwind_clause() {
  UnwindClause result;
  result.list = expression();
  tokens_.expect_word("AS");
  result.variable = tokens_.expect_name("a variable");
  return result;
}

Projection Parser::projection(bool with) {
  const std::size_t first = tokens_.position();
  Projection result;
  result.distinct = tokens_.accept_word("DISTINCT");
  // ALL says nothing, unless it is the quantifier all(...).
  if (!result.distinct && !tokens_.is_symbol("(", 1)) tokens_.accept_word("ALL");
  if (tokens_.accept("*")) {
    result.star = true;
    while (tokens_.accept(",")) result.items.push_back(projection_item());
  } else {
    do result.items.push_back(projection_item());
    while (tokens_.accept(","));
  }
  order_and_page(result);
  if (with && tokens_.accept_word("WHERE")) result.where = expression();
  result.span = tokens_.span_from(first);
  return result;
}

ProjectionItem Parser::projection_item() {
  const std::size_t first = tokens_.position();
  ProjectionItem item;
  item.expression = expression();
  item.name = tokens_.source_from(first);
  if (const auto* variable = as<Variable>(*item.expression)) item.name = variable->name;
  if (tokens_.accept_word("AS")) {
    item.aliased = true;
    item.name = tokens_.expect_name("a name for the column");
  }
  item.span = tokens_.span_from(first);
  return item;
}

void Parser::order_and_page(Projection& projection) {
  if (tokens_.accept_word("ORDER")) {
    tokens_.expect_word("BY");
    do {
      SortItem item;
      item.expression = expression();
      if (tokens_.accept_word("DESC") || tokens_.accept_word("DESCENDING")) {
        item.descending = true;
      } else if (!tokens_.accept_word("ASC")) {
        tokens_.accept_word("ASCENDING");
      }
      projection.order.push_back(std::move(item));
    } while (tokens_.accept(","));
  }
  if (tokens_.accept_word("SKIP") || tokens_.accept_word("OFFSET")) projection.skip = expression();
  if (tokens_.accept_word("LIMIT")) projection.limit = expression();
}

CreateClause Parser::create_clause() {
  CreateClause result;
  do {
    const std::size_t first = tokens_.position();
    PathPattern path;
    if (tokens_.is_name() && tokens_.is_symbol("=", 1)) {
      path.variable = tokens_.expect_name("a variable");
      tokens_.expect("=");
    }
    PathPattern elements = simple_path();
    elements.variable = std::move(path.variable);
    elements.span = tokens_.span_from(first);
    result.patterns.push_back(std::move(elements));
  } while (tokens_.accept(","));
  return result;
}

MergeClause Parser::merge_clause() {
  MergeClause result;
  std::string variable;
  if (tokens_.is_name() && tokens_.is_symbol("=", 1)) {
    variable = tokens_.expect_name("a variable");
    tokens_.expect("=");
  }
  result.pattern = simple_path();
  result.pattern.variable = std::move(variable);
  while (tokens_.accept_word("ON")) {
    std::vector<SetItem>* items = &result.on_match;
    if (tokens_.accept_word("CREATE")) {
      items = &result.on_create;
    } else {
      tokens_.expect_word("MATCH");
    }
    tokens_.expect_word("SET");
    for (SetItem& item : set_items()) items->push_back(std::move(item));
  }
  return result;
}

std::vector<SetItem> Parser::set_items() {
  std::vector<SetItem> items;
  do items.push_back(set_item());
  while (tokens_.accept(","));
  return items;
}

// Takes `target.key` apart.
static bool split_property(ExpressionPtr& target, std::string& key) {
  auto* property = as<Property>(*target);
  if (!property) return false;
  key = property->key;
  ExpressionPtr object = std::move(property->object);
  target = std::move(object);
  return true;
}

SetItem Parser::set_item() {
  const std::size_t first = tokens_.position();
  SetItem item{SetItem::Kind::Replace, nullptr, "", nullptr, {}};
  if (tokens_.is_name() && tokens_.is_symbol(":", 1)) {
    item.kind = SetItem::Kind::Labels;
    const std::string name = tokens_.expect_name("a variable");
    item.target = make(Variable{name}, first);
    item.labels = label_names();
    return item;
  }
  item.target = postfix();
  if (split_property(item.target, item.key)) {
    item.kind = SetItem::Kind::Property;
    tokens_.expect("=");
  } else if (!as<Variable>(*item.target)) {
    tokens_.unexpected("a property to set");
  } else if (tokens_.accept("+=")) {
    item.kind = SetItem::Kind::Add;
  } else {
    tokens_.expect("=");
  }
  item.value = expression();
  return item;
}

RemoveClause Parser::remove_clause() {
  RemoveClause result;
  do {
    const std::size_t first = tokens_.position();
    RemoveClause::Item item;
    if (tokens_.is_name() && tokens_.is_symbol(":", 1)) {
      const std::string name = tokens_.expect_name("a variable");
      item.target = make(Variable{name}, first);
      item.labels = label_names();
    } else {
      item.target = postfix();
      if (!split_property(item.target, item.key)) {
        tokens_.unexpected("a property or a label to remove");
      }
    }
    result.items.push_back(std::move(item));
  } while (tokens_.accept(","));
  return result;
}

DeleteClause Parser::delete_clause() {
  DeleteClause result;
  result.detach = tokens_.accept_word("DETACH");
  tokens_.expect_word("DELETE");
  do result.targets.push_back(expression());
  while (tokens_.accept(","));
  return result;
}

CallClause Parser::call_clause() {
  const std::size_t first = tokens_.position();
  CallClause result;
  result.procedure = tokens_.expect_name("the name of a procedure");
  while (tokens_.accept(".")) result.procedure += "." + tokens_.expect_name("a name");
  if (tokens_.accept("(")) {
    result.has_arguments = true;
    result.arguments = expressions_until(")");
  }
  result.span = tokens_.span_from(first);
  if (!tokens_.accept_word("YIELD")) return result;
  result.has_yield = true;
  if (tokens_.accept("*")) {
    result.yield_all = true;
  } else {
    do result.yields.push_back(yield_item());
    while (tokens_.accept(","));
  }
  if (tokens_.accept_word("WHERE")) result.where = expression();
  return result;
}

CallClause::Yield Parser::yield_item() {
  const std::size_t first = tokens_.position();
  CallClause::Yield yield;
  yield.field = tokens_.expect_name("a field that the procedure yields");
  yield.variable = tokens_.accept_word("AS") ? tokens_.expect_name("a variable") : yield.field;
  yield.span = tokens_.span_from(first);
  return yield;
}

Query parse(std::string_view query) {
  if (query.size() > kMaxQueryBytes) {
    throw QueryError(ErrorType::SyntaxError, Phase::Compile, "TooLong", query, {},
                     "the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes");
  }
  return Parser(query).parse_all();
}

}  // namespace entente::cypher
