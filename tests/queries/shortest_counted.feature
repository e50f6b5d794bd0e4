# How many shortest paths there are, which is known without going through them.

Feature: Shortest paths that are only counted

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(b),
        (a)-[:S {w: 3}]->(c),
        (b)-[:M {w: 4}]->(d),
        (b)-[:S {w: 5}]->(d),
        (c)-[:M {w: 6}]->(d),
        (d)-[:M {w: 7}]->(e),
        (e)-[:M {w: 8}]->(e)
      """

  Scenario Outline: Parallel relationships and ways around multiply
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})<path>(y {n: <to>}) RETURN <counted> AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | path                   | counted           | paths |
      | 'a'  | 'b' | -[]->+                 | count(p)          | 2     |
      | 'a'  | 'd' | -[]->+                 | count(p)          | 5     |
      | 'a'  | 'd' | -[]->+                 | count(*)          | 5     |
      | 'a'  | 'd' | -[]-+                  | count(*)          | 5     |
      | 'a'  | 'e' | -[]->+                 | count(p)          | 5     |
      | 'a'  | 'd' | -[:M]->+               | count(p)          | 2     |
      | 'a'  | 'd' | -[r WHERE r.w > 1]->+  | count(p)          | 3     |
      | 'a'  | 'd' | -[]->+                 | count(p) + 1      | 6     |
      | 'a'  | 'd' | -[]->+                 | count(x)          | 5     |
      | 'a'  | 'd' | -[]->+                 | count(DISTINCT p) | 5     |
      | 'a'  | 'd' | -[]->+                 | count(DISTINCT x) | 1     |
      | 'e'  | 'a' | -[]->+                 | count(p)          | 0     |
      | 'd'  | 'd' | -[]->*                 | count(p)          | 1     |

  Scenario: Counts of several pairs, by where they end
    When executing query:
      """
      MATCH p = ALL SHORTEST (x:P)-[]->+(y:Q) RETURN y.n AS y, count(p) AS paths, count(*) AS rows
      """
    Then the result should be, in any order:
      | y   | paths | rows |
      | 'd' | 8     | 8    |
      | 'e' | 8     | 8    |
    And no side effects

  Scenario: What differs from one path to the next is looked at in each
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: 'a'})-[r]->+(y {n: 'd'})
      RETURN count(p) AS paths, count(r[0].w) AS first, sum(r[0].w) AS sum, collect(length(p)) AS lengths
      """
    Then the result should be, in any order:
      | paths | first | sum | lengths         |
      | 5     | 5     | 9   | [2, 2, 2, 2, 2] |
    And no side effects

  Scenario: The old spelling
    When executing query:
      """
      MATCH (x {n: 'a'}), (y {n: 'e'}) MATCH p = allShortestPaths((x)-[*]->(y)) RETURN count(p) AS paths
      """
    Then the result should be, in any order:
      | paths |
      | 5     |
    And no side effects
