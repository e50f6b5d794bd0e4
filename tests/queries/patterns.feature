# What the compatibility kit leaves out of patterns: inline WHERE, subqueries, shortestPath() as an
# expression, selectors over patterns of several parts, and what is refused.

Feature: Patterns beyond the kit

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a', age: 30}), (b:P {n: 'b', age: 40}), (c:P {n: 'c', age: 50}), (d:Q {n: 'd'}),
        (a)-[:MET {w: 1}]->(b), (b)-[:MET {w: 2}]->(c), (a)-[:SUED {w: 3}]->(c), (c)-[:MET {w: 4}]->(d)
      """

  Scenario Outline: A condition within an element
    When executing query:
      """
      MATCH <pattern>
      WITH x.n + y.n AS pair ORDER BY pair
      RETURN collect(pair) AS pairs
      """
    Then the result should be, in any order:
      | pairs   |
      | <pairs> |
    And no side effects

    Examples:
      | pattern                                             | pairs              |
      | (x WHERE x.age > 30)-->(y)                          | ['bc', 'cd']       |
      | (x:P WHERE x.age < 50)-[r:MET]->(y)                 | ['ab', 'bc']       |
      | (x)-[r WHERE r.w >= 3]->(y)                         | ['ac', 'cd']       |
      | (x)-[r:MET WHERE r.w > x.age / 20]->(y)             | ['cd']             |
      | (x)-->(y WHERE y:Q OR y.age = 40)                   | ['ab', 'cd']       |
      | (x WHERE EXISTS { (x)-[:SUED]->() })-[:MET]->(y)    | ['ab']             |
      | (x {n: 'a'})-[:MET]->{2}(y)                         | ['ac']             |
      | (x {n: 'a'})-[:MET WHERE true]->+(y:Q)              | ['ad']             |
      | (x)-[r*2 {w: 2}]->(y)                               | []                 |
      | (x)-[r:MET*1..2]->(y:Q)                             | ['bd', 'cd']       |
      | (x:P&!Q)-[:MET\|SUED]->(y {n: 'c'})                 | ['ac', 'bc']       |

  Scenario Outline: Subqueries: <expression>
    When executing query:
      """
      MATCH (x {n: 'a'})
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                                                   | value           |
      | COUNT { (x)-->() }                                                           | 2               |
      | COUNT { MATCH (x)-->(y) WHERE y.age > 45 }                                   | 1               |
      | EXISTS { (x)-[:SUED]->(:P) }                                                 | true            |
      | EXISTS { (x)<--() }                                                          | false           |
      | COLLECT { MATCH (x)-->(y) RETURN y.n ORDER BY y.n }                          | ['b', 'c']      |
      | size([(x)-->(y) WHERE y.age > 40 \| y.n])                                    | 1               |
      | length(shortestPath((x)-[*]->(:Q)))                                          | 2               |
      | [r IN relationships(shortestPath((x)-[:MET*]->(:Q))) \| r.w]                 | [1, 2, 4]       |
      | shortestPath((x)<-[*]-(:Q))                                                  | null            |
      | size(allShortestPaths((x)-[*]-({n: 'c'})))                                   | 1               |
      | reduce(total = 0, r IN [1, 2, 3] \| total + r)                               | 6               |
      | x {.n, next: 'b'}                                                            | {n: 'a', next: 'b'} |
      | x {.*}                                                                       | {n: 'a', age: 30} |
      | x.n =~ '[a-c]'                                                               | true            |
      | x.n =~ 'b.*'                                                                 | false           |

  Scenario Outline: Selectors over several parts
    When executing query:
      """
      MATCH p = <selector> <path>
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | selector          | path                                                  | paths                       |
      | ALL SHORTEST      | (x {n: 'a'})-[:MET]->()-[]->+(y:Q)                    | [[1, 2, 4]]                 |
      | ALL SHORTEST      | (x {n: 'a'})-[]->+(:P)-[:MET]->(y:Q)                  | [[3, 4]]                    |
      | SHORTEST 2        | (x {n: 'a'})-[]->*()-[:MET]->(y:Q)                    | [[1, 2, 4], [3, 4]]         |
      | SHORTEST 1 GROUPS | (x {n: 'a'})((u)-[r]->(v))+(y:Q)                      | [[3, 4]]                    |
      | SHORTEST 2 GROUPS | (x {n: 'a'})((u)-[r]->(v))+(y:Q)                      | [[1, 2, 4], [3, 4]]         |
      | ANY SHORTEST      | ((x {n: 'a'})-[r]->+(y:Q) WHERE size(r) > 2)          | [[1, 2, 4]]                 |
      | ANY               | (x {n: 'c'})-[]->+(y)                                 | [[4]]                       |
      | ALL PATHS         | (x {n: 'a'})-[]->+(y:Q)                               | [[1, 2, 4], [3, 4]]         |
      | SHORTEST 5 PATHS  | (x {n: 'a'})-[]->+(y:Q)                               | [[1, 2, 4], [3, 4]]         |
      | ANY 2 PATHS       | (x {n: 'a'})-[]->+(y:Q)                               | [[1, 2, 4], [3, 4]]         |
      | ALL SHORTEST      | (x:P)-[]->{1,9}(y:Q)                                  | [[2, 4], [3, 4], [4]]       |

  Scenario: WHERE behind the pattern chooses among what a selector has chosen
    When executing query:
      """
      MATCH p = ANY SHORTEST (x {n: 'a'})-[r]->+(y:Q)
      WHERE size(r) > 2
      RETURN count(p) AS paths
      """
    Then the result should be, in any order:
      | paths |
      | 0     |
    And no side effects

  Scenario: WHERE behind shortestPath is part of the search
    When executing query:
      """
      MATCH (x {n: 'a'}), (y:Q)
      MATCH p = shortestPath((x)-[*]->(y))
      WHERE length(p) > 2
      RETURN [r IN relationships(p) | r.w] AS path
      """
    Then the result should be, in any order:
      | path      |
      | [1, 2, 4] |
    And no side effects

  Scenario: The number of paths is a parameter
    And parameters are:
      | count | 1 |
    When executing query:
      """
      MATCH p = SHORTEST $count (x {n: 'a'})-[]->+(y:Q)
      RETURN length(p) AS length
      """
    Then the result should be, in any order:
      | length |
      | 2      |
    And no side effects

  Scenario: A relationship stands for one thing in a MATCH, also in two parts of a path
    When executing query:
      """
      MATCH (x {n: 'a'})-[r]-+(y)-[s]-+(z {n: 'a'})
      WITH size(r) + size(s) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths      |
      | [3, 3, 3, 3] |
    And no side effects

  Scenario: Variables of a group are lists
    When executing query:
      """
      MATCH (x {n: 'a'})((u)-[r:MET]->(v)){3}(y)
      RETURN [z IN u | z.n] AS u, [e IN r | e.w] AS r, [z IN v | z.n] AS v, y.n AS y
      """
    Then the result should be, in any order:
      | u               | r         | v               | y   |
      | ['a', 'b', 'c'] | [1, 2, 4] | ['b', 'c', 'd'] | 'd' |
    And no side effects

  Scenario: No repetition: the ends are one node, the lists empty
    When executing query:
      """
      MATCH (x:Q)((u)-[r]->(v)){0,2}(y)
      RETURN y.n AS y, u, r, v
      """
    Then the result should be, in any order:
      | y   | u  | r  | v  |
      | 'd' | [] | [] | [] |
    And no side effects

  Scenario: Words of the language are names, too
    When executing query:
      """
      MATCH (end {n: 'a'})-[set:SUED]->(order)
      WITH end, order, set.w AS limit, CASE WHEN true THEN end.n ELSE end END AS skip
      RETURN end.n AS `end`, order.n AS order, limit, skip ORDER BY limit SKIP 0 LIMIT 1
      """
    Then the result should be, in any order:
      | end | order | limit | skip |
      | 'a' | 'c'   | 3     | 'a'  |
    And no side effects

  Scenario: No path is no row
    When executing query:
      """
      MATCH p = ANY SHORTEST (x:Q)-[]->+(y:P)
      RETURN p
      """
    Then the result should be, in any order:
      | p |
    And no side effects

  Scenario Outline: Refused: <why>
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | why                          | query                                                          | detail                  |
      | a group within a group       | MATCH (a)(((x)-->(y)){2}){3}(b) RETURN a                       | UnexpectedSyntax        |
      | a path variable in a group   | MATCH (a)(p = (x)-->(y)){2}(b) RETURN a                        | UnexpectedSyntax        |
      | a known variable in a group  | MATCH (x) MATCH (a)((x)-->(y)){2}(b) RETURN a                  | VariableAlreadyBound    |
      | nodes side by side           | MATCH (a)(b) RETURN a                                          | UnexpectedSyntax        |
      | no number and no GROUPS      | MATCH p = SHORTEST (a)-[]->+(b) RETURN p                       | UnexpectedSyntax        |
      | no paths                     | MATCH p = SHORTEST 0 (a)-[]->+(b) RETURN p                     | NegativeIntegerArgument |
      | an empty quantifier          | MATCH (a)-[]->{}(b) RETURN a                                   | UnexpectedSyntax        |
      | two relationships            | MATCH p = shortestPath((a)-[*]-(b)-[*]-(c)) RETURN p           | UnexpectedSyntax        |
      | a group's variable as one    | MATCH (a)((x)-[r]->(y)){2}(b) MATCH (x)-->(c) RETURN c         | VariableTypeConflict    |
      | writing a condition          | CREATE (a WHERE a.x = 1)                                       | UnexpectedSyntax        |
      | writing in a subquery        | RETURN COUNT { CREATE (a) } AS x                               | InvalidClauseComposition |
      | a pattern as a value         | MATCH (a) RETURN (a)-->() AS x                                 | UnexpectedSyntax        |
