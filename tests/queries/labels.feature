# Label expressions: A|B, A&B, !A, % and parentheses, of nodes and of types of relationships.

Feature: Label expressions

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person:Author {n: 'a'}), (b:Person {n: 'b'}), (c:Company {n: 'c'}), (d {n: 'd'}),
        (a)-[:MET {w: 1}]->(b), (a)-[:SUED {w: 2}]->(c), (b)-[:OWNS {w: 3}]->(c), (c)-[:MET {w: 4}]->(d)
      """

  Scenario Outline: Nodes by <labels>
    When executing query:
      """
      MATCH (x <labels>)
      WITH x.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | labels                        | names                |
      | :Person                       | ['a', 'b']           |
      | :Person:Author                | ['a']                |
      | :Person&Author                | ['a']                |
      | :Person&!Author               | ['b']                |
      | :Person\|Company              | ['a', 'b', 'c']      |
      | :!Person                      | ['c', 'd']           |
      | :%                            | ['a', 'b', 'c']      |
      | :!%                           | ['d']                |
      | :(Person\|Company)&!Author    | ['b', 'c']           |
      | :!(Person\|Company)           | ['d']                |
      | :Person&Company               | []                   |
      | :Unknown                      | []                   |
      | :!Unknown                     | ['a', 'b', 'c', 'd'] |
      | :Author\|!%                   | ['a', 'd']           |
      | IS Company                   | ['c']                |
      | IS Person&Author             | ['a']                |

  Scenario Outline: Relationships by <types>
    When executing query:
      """
      MATCH ()-[r <types>]->()
      WITH r.w AS weight ORDER BY weight
      RETURN collect(weight) AS weights
      """
    Then the result should be, in any order:
      | weights   |
      | <weights> |
    And no side effects

    Examples:
      | types           | weights      |
      | :MET            | [1, 4]       |
      | :MET\|SUED      | [1, 2, 4]    |
      | :MET\|:SUED     | [1, 2, 4]    |
      | :!MET           | [2, 3]       |
      | :!(MET\|OWNS)   | [2]          |
      | :%              | [1, 2, 3, 4] |
      | :MET&SUED       | []           |
      | IS OWNS        | [3]          |
      | :Unknown        | []           |

  Scenario Outline: As a condition: <condition>
    When executing query:
      """
      MATCH (x)
      WHERE <condition>
      WITH x.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | condition                        | names           |
      | x:Person                         | ['a', 'b']      |
      | x:Person\|Company                | ['a', 'b', 'c'] |
      | x IS Person&!Author              | ['b']           |
      | NOT x:Person                     | ['c', 'd']      |
      | x:!Person AND x:%                | ['c']           |
      | any(y IN [x] WHERE y:Company)    | ['c']           |

  Scenario Outline: Along a path of <types>
    When executing query:
      """
      MATCH (x {n: 'a'})-[<types>*]->(y)
      WITH y.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | types         | names                     |
      | :MET          | ['b']                     |
      | :!OWNS        | ['b', 'c', 'd']           |
      | :MET\|OWNS    | ['b', 'c', 'd']           |
      | :%            | ['b', 'c', 'c', 'd', 'd'] |

  Scenario: A bar in a comprehension is no part of a label
    When executing query:
      """
      MATCH (x)
      WITH x ORDER BY x.n
      WITH collect(x) AS all
      RETURN [x IN all WHERE x:Person | x.n] AS names
      """
    Then the result should be, in any order:
      | names      |
      | ['a', 'b'] |
    And no side effects

  Scenario: Labels that are written are names only
    When executing query:
      """
      CREATE (:A|B)
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax
