# A condition on relationships or nodes on the way must be part of the search: the shortest path
# that meets it is wanted, not the shortest path if it happens to meet it.

Feature: Filters inside of the search for shortest paths

  Scenario Outline: A condition on each relationship, inline: a ring with a shortcut and a pair of parallel relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (b)-[:M {w: 2}]->(d),
        (a)-[:M {w: 3}]->(c),
        (c)-[:S {w: 4}]->(d),
        (a)-[:S {w: 5}]->(b),
        (d)-[:M {w: 6}]->(e),
        (e)-[:M {w: 7}]->(a)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})<path>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | path                   | paths                    |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]->+ | [[3, 4], [5, 2]]         |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]-+  | [[3, 4], [5, 2], [7, 6]] |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]->+ | [[3, 4]]                 |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]-+  | [[3, 4], [7, 6]]         |
      | 'a'  | 'e' | -[r WHERE r.w >= 2]->+ | [[3, 4, 6], [5, 2, 6]]   |
      | 'a'  | 'e' | -[r WHERE r.w >= 2]-+  | [[7]]                    |
      | 'a'  | 'e' | -[r WHERE r.w >= 3]->+ | [[3, 4, 6]]              |
      | 'a'  | 'e' | -[r WHERE r.w >= 3]-+  | [[7]]                    |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]->+ | [[6, 7]]                 |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]-+  | [[2, 5], [4, 3], [6, 7]] |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]->+ | [[6, 7]]                 |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]-+  | [[4, 3], [6, 7]]         |
      | 'b'  | 'e' | -[r WHERE r.w >= 2]->+ | [[2, 6]]                 |
      | 'b'  | 'e' | -[r WHERE r.w >= 2]-+  | [[2, 6], [5, 7]]         |
      | 'b'  | 'e' | -[r WHERE r.w >= 3]->+ | []                       |
      | 'b'  | 'e' | -[r WHERE r.w >= 3]-+  | [[5, 7]]                 |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]->+ | [[4, 6, 7]]              |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]-+  | [[3]]                    |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]->+ | [[4, 6, 7]]              |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]-+  | [[3]]                    |

  Scenario Outline: allShortestPaths with a condition on all relationships: a ring with a shortcut and a pair of parallel relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (b)-[:M {w: 2}]->(d),
        (a)-[:M {w: 3}]->(c),
        (c)-[:S {w: 4}]->(d),
        (a)-[:S {w: 5}]->(b),
        (d)-[:M {w: 6}]->(e),
        (e)-[:M {w: 7}]->(a)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE all(r IN relationships(p) WHERE r.w >= <least>)
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | least | paths                    |
      | 'a'  | 'd' | 2     | [[3, 4], [5, 2], [7, 6]] |
      | 'a'  | 'd' | 3     | [[3, 4], [7, 6]]         |
      | 'a'  | 'e' | 2     | [[7]]                    |
      | 'a'  | 'e' | 3     | [[7]]                    |
      | 'd'  | 'a' | 2     | [[2, 5], [4, 3], [6, 7]] |
      | 'd'  | 'a' | 3     | [[4, 3], [6, 7]]         |
      | 'b'  | 'e' | 2     | [[2, 6], [5, 7]]         |
      | 'b'  | 'e' | 3     | [[5, 7]]                 |
      | 'c'  | 'a' | 2     | [[3]]                    |
      | 'c'  | 'a' | 3     | [[3]]                    |

  Scenario Outline: A label on each node that is entered: a ring with a shortcut and a pair of parallel relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (b)-[:M {w: 2}]->(d),
        (a)-[:M {w: 3}]->(c),
        (c)-[:S {w: 4}]->(d),
        (a)-[:S {w: 5}]->(b),
        (d)-[:M {w: 6}]->(e),
        (e)-[:M {w: 7}]->(a)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})(()-->(:<label>)){1,}(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | label | paths    |
      | 'a'  | 'd' | P     | []       |
      | 'a'  | 'd' | Q     | []       |
      | 'a'  | 'e' | P     | []       |
      | 'a'  | 'e' | Q     | []       |
      | 'd'  | 'a' | P     | []       |
      | 'd'  | 'a' | Q     | []       |
      | 'b'  | 'e' | P     | []       |
      | 'b'  | 'e' | Q     | [[2, 6]] |
      | 'c'  | 'a' | P     | []       |
      | 'c'  | 'a' | Q     | []       |

  Scenario Outline: At least so many relationships: a ring with a shortcut and a pair of parallel relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (b)-[:M {w: 2}]->(d),
        (a)-[:M {w: 3}]->(c),
        (c)-[:S {w: 4}]->(d),
        (a)-[:S {w: 5}]->(b),
        (d)-[:M {w: 6}]->(e),
        (e)-[:M {w: 7}]->(a)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})-[]-><often>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | often | paths                                                                            |
      | 'a'  | 'd' | {2,}  | [[1, 2], [3, 4], [5, 2]]                                                         |
      | 'a'  | 'd' | {3,}  | [[1, 2, 6, 7, 3, 4], [3, 4, 6, 7, 1, 2], [3, 4, 6, 7, 5, 2], [5, 2, 6, 7, 3, 4]] |
      | 'a'  | 'e' | {2,}  | [[1, 2, 6], [3, 4, 6], [5, 2, 6]]                                                |
      | 'a'  | 'e' | {3,}  | [[1, 2, 6], [3, 4, 6], [5, 2, 6]]                                                |
      | 'd'  | 'a' | {2,}  | [[6, 7]]                                                                         |
      | 'd'  | 'a' | {3,}  | []                                                                               |
      | 'b'  | 'e' | {2,}  | [[2, 6]]                                                                         |
      | 'b'  | 'e' | {3,}  | []                                                                               |
      | 'c'  | 'a' | {2,}  | [[4, 6, 7]]                                                                      |
      | 'c'  | 'a' | {3,}  | [[4, 6, 7]]                                                                      |

  Scenario Outline: allShortestPaths with a condition on the whole path: a ring with a shortcut and a pair of parallel relationships
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:Q {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (b)-[:M {w: 2}]->(d),
        (a)-[:M {w: 3}]->(c),
        (c)-[:S {w: 4}]->(d),
        (a)-[:S {w: 5}]->(b),
        (d)-[:M {w: 6}]->(e),
        (e)-[:M {w: 7}]->(a)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE reduce(sum = 0, r IN relationships(p) | sum + r.w) >= 8
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | paths                                                   |
      | 'a'  | 'd' | [[7, 6]]                                                |
      | 'a'  | 'e' | [[1, 2, 6], [1, 5, 7], [3, 4, 6], [5, 1, 7], [5, 2, 6]] |
      | 'd'  | 'a' | [[6, 7]]                                                |
      | 'b'  | 'e' | [[1, 7], [2, 6], [5, 7]]                                |
      | 'c'  | 'a' | [[3, 1, 5], [3, 5, 1], [4, 2, 5], [4, 6, 7]]            |

  Scenario Outline: A condition on each relationship, inline: a ladder
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:Q {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:P {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(c),
        (b)-[:S {w: 3}]->(d),
        (c)-[:M {w: 4}]->(d),
        (c)-[:S {w: 5}]->(e),
        (d)-[:M {w: 6}]->(f),
        (e)-[:M {w: 7}]->(f),
        (f)-[:S {w: 8}]->(e)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})<path>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | path                   | paths                             |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]->+ | [[2, 4]]                          |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]-+  | [[2, 4]]                          |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]->+ | []                                |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]-+  | []                                |
      | 'a'  | 'e' | -[r WHERE r.w >= 2]->+ | [[2, 5]]                          |
      | 'a'  | 'e' | -[r WHERE r.w >= 2]-+  | [[2, 5]]                          |
      | 'a'  | 'e' | -[r WHERE r.w >= 3]->+ | []                                |
      | 'a'  | 'e' | -[r WHERE r.w >= 3]-+  | []                                |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]->+ | []                                |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]-+  | [[4, 2]]                          |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]->+ | []                                |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]-+  | []                                |
      | 'b'  | 'e' | -[r WHERE r.w >= 2]->+ | [[3, 6, 8]]                       |
      | 'b'  | 'e' | -[r WHERE r.w >= 2]-+  | [[3, 4, 5], [3, 6, 7], [3, 6, 8]] |
      | 'b'  | 'e' | -[r WHERE r.w >= 3]->+ | [[3, 6, 8]]                       |
      | 'b'  | 'e' | -[r WHERE r.w >= 3]-+  | [[3, 4, 5], [3, 6, 7], [3, 6, 8]] |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]->+ | []                                |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]-+  | [[2]]                             |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]->+ | []                                |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]-+  | []                                |

  Scenario Outline: allShortestPaths with a condition on all relationships: a ladder
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:Q {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:P {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(c),
        (b)-[:S {w: 3}]->(d),
        (c)-[:M {w: 4}]->(d),
        (c)-[:S {w: 5}]->(e),
        (d)-[:M {w: 6}]->(f),
        (e)-[:M {w: 7}]->(f),
        (f)-[:S {w: 8}]->(e)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE all(r IN relationships(p) WHERE r.w >= <least>)
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | least | paths                             |
      | 'a'  | 'd' | 2     | [[2, 4]]                          |
      | 'a'  | 'd' | 3     | []                                |
      | 'a'  | 'e' | 2     | [[2, 5]]                          |
      | 'a'  | 'e' | 3     | []                                |
      | 'd'  | 'a' | 2     | [[4, 2]]                          |
      | 'd'  | 'a' | 3     | []                                |
      | 'b'  | 'e' | 2     | [[3, 4, 5], [3, 6, 7], [3, 6, 8]] |
      | 'b'  | 'e' | 3     | [[3, 4, 5], [3, 6, 7], [3, 6, 8]] |
      | 'c'  | 'a' | 2     | [[2]]                             |
      | 'c'  | 'a' | 3     | []                                |

  Scenario Outline: A label on each node that is entered: a ladder
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:Q {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:P {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(c),
        (b)-[:S {w: 3}]->(d),
        (c)-[:M {w: 4}]->(d),
        (c)-[:S {w: 5}]->(e),
        (d)-[:M {w: 6}]->(f),
        (e)-[:M {w: 7}]->(f),
        (f)-[:S {w: 8}]->(e)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})(()-->(:<label>)){1,}(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | label | paths    |
      | 'a'  | 'd' | P     | []       |
      | 'a'  | 'd' | Q     | [[1, 3]] |
      | 'a'  | 'e' | P     | [[2, 5]] |
      | 'a'  | 'e' | Q     | []       |
      | 'd'  | 'a' | P     | []       |
      | 'd'  | 'a' | Q     | []       |
      | 'b'  | 'e' | P     | []       |
      | 'b'  | 'e' | Q     | []       |
      | 'c'  | 'a' | P     | []       |
      | 'c'  | 'a' | Q     | []       |

  Scenario Outline: At least so many relationships: a ladder
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:Q {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:P {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(c),
        (b)-[:S {w: 3}]->(d),
        (c)-[:M {w: 4}]->(d),
        (c)-[:S {w: 5}]->(e),
        (d)-[:M {w: 6}]->(f),
        (e)-[:M {w: 7}]->(f),
        (f)-[:S {w: 8}]->(e)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})-[]-><often>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | often | paths                                      |
      | 'a'  | 'd' | {2,}  | [[1, 3], [2, 4]]                           |
      | 'a'  | 'd' | {3,}  | []                                         |
      | 'a'  | 'e' | {2,}  | [[2, 5]]                                   |
      | 'a'  | 'e' | {3,}  | [[1, 3, 6, 8], [2, 4, 6, 8], [2, 5, 7, 8]] |
      | 'd'  | 'a' | {2,}  | []                                         |
      | 'd'  | 'a' | {3,}  | []                                         |
      | 'b'  | 'e' | {2,}  | [[3, 6, 8]]                                |
      | 'b'  | 'e' | {3,}  | [[3, 6, 8]]                                |
      | 'c'  | 'a' | {2,}  | []                                         |
      | 'c'  | 'a' | {3,}  | []                                         |

  Scenario Outline: allShortestPaths with a condition on the whole path: a ladder
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:Q {n: 'b'}), (c:P {n: 'c'}), (d:Q {n: 'd'}), (e:P {n: 'e'}), (f:Q {n: 'f'}),
        (a)-[:M {w: 1}]->(b),
        (a)-[:M {w: 2}]->(c),
        (b)-[:S {w: 3}]->(d),
        (c)-[:M {w: 4}]->(d),
        (c)-[:S {w: 5}]->(e),
        (d)-[:M {w: 6}]->(f),
        (e)-[:M {w: 7}]->(f),
        (f)-[:S {w: 8}]->(e)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE reduce(sum = 0, r IN relationships(p) | sum + r.w) >= 8
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | paths                                                                                              |
      | 'a'  | 'd' | [[2, 5, 7, 6], [2, 5, 8, 6]]                                                                       |
      | 'a'  | 'e' | [[1, 3, 4, 5], [1, 3, 6, 7], [1, 3, 6, 8], [2, 4, 6, 7], [2, 4, 6, 8], [2, 5, 7, 8], [2, 5, 8, 7]] |
      | 'd'  | 'a' | [[6, 7, 5, 2], [6, 8, 5, 2]]                                                                       |
      | 'b'  | 'e' | [[1, 2, 5], [3, 4, 5], [3, 6, 7], [3, 6, 8]]                                                       |
      | 'c'  | 'a' | [[4, 3, 1]]                                                                                        |

  Scenario Outline: A condition on each relationship, inline: loops and ways back
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:Q {n: 'c'}), (d:Q {n: 'd'}),
        (a)-[:M {w: 1}]->(a),
        (a)-[:M {w: 2}]->(b),
        (b)-[:M {w: 3}]->(a),
        (b)-[:S {w: 4}]->(c),
        (b)-[:M {w: 5}]->(c),
        (c)-[:M {w: 6}]->(d),
        (d)-[:S {w: 7}]->(b),
        (c)-[:S {w: 8}]->(c)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})<path>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | path                   | paths                            |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]->+ | [[2, 4, 6], [2, 5, 6]]           |
      | 'a'  | 'd' | -[r WHERE r.w >= 2]-+  | [[2, 7], [3, 7]]                 |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]->+ | []                               |
      | 'a'  | 'd' | -[r WHERE r.w >= 3]-+  | [[3, 7]]                         |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]->+ | [[7, 3]]                         |
      | 'd'  | 'a' | -[r WHERE r.w >= 2]-+  | [[7, 2], [7, 3]]                 |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]->+ | [[7, 3]]                         |
      | 'd'  | 'a' | -[r WHERE r.w >= 3]-+  | [[7, 3]]                         |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]->+ | [[6, 7, 3]]                      |
      | 'c'  | 'a' | -[r WHERE r.w >= 2]-+  | [[4, 2], [4, 3], [5, 2], [5, 3]] |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]->+ | [[6, 7, 3]]                      |
      | 'c'  | 'a' | -[r WHERE r.w >= 3]-+  | [[4, 3], [5, 3]]                 |

  Scenario Outline: allShortestPaths with a condition on all relationships: loops and ways back
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:Q {n: 'c'}), (d:Q {n: 'd'}),
        (a)-[:M {w: 1}]->(a),
        (a)-[:M {w: 2}]->(b),
        (b)-[:M {w: 3}]->(a),
        (b)-[:S {w: 4}]->(c),
        (b)-[:M {w: 5}]->(c),
        (c)-[:M {w: 6}]->(d),
        (d)-[:S {w: 7}]->(b),
        (c)-[:S {w: 8}]->(c)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE all(r IN relationships(p) WHERE r.w >= <least>)
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | least | paths                            |
      | 'a'  | 'd' | 2     | [[2, 7], [3, 7]]                 |
      | 'a'  | 'd' | 3     | [[3, 7]]                         |
      | 'd'  | 'a' | 2     | [[7, 2], [7, 3]]                 |
      | 'd'  | 'a' | 3     | [[7, 3]]                         |
      | 'c'  | 'a' | 2     | [[4, 2], [4, 3], [5, 2], [5, 3]] |
      | 'c'  | 'a' | 3     | [[4, 3], [5, 3]]                 |

  Scenario Outline: A label on each node that is entered: loops and ways back
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:Q {n: 'c'}), (d:Q {n: 'd'}),
        (a)-[:M {w: 1}]->(a),
        (a)-[:M {w: 2}]->(b),
        (b)-[:M {w: 3}]->(a),
        (b)-[:S {w: 4}]->(c),
        (b)-[:M {w: 5}]->(c),
        (c)-[:M {w: 6}]->(d),
        (d)-[:S {w: 7}]->(b),
        (c)-[:S {w: 8}]->(c)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})(()-->(:<label>)){1,}(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | label | paths    |
      | 'a'  | 'd' | P     | []       |
      | 'a'  | 'd' | Q     | []       |
      | 'd'  | 'a' | P     | [[7, 3]] |
      | 'd'  | 'a' | Q     | []       |
      | 'c'  | 'a' | P     | []       |
      | 'c'  | 'a' | Q     | []       |

  Scenario Outline: At least so many relationships: loops and ways back
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:Q {n: 'c'}), (d:Q {n: 'd'}),
        (a)-[:M {w: 1}]->(a),
        (a)-[:M {w: 2}]->(b),
        (b)-[:M {w: 3}]->(a),
        (b)-[:S {w: 4}]->(c),
        (b)-[:M {w: 5}]->(c),
        (c)-[:M {w: 6}]->(d),
        (d)-[:S {w: 7}]->(b),
        (c)-[:S {w: 8}]->(c)
      """
    When executing query:
      """
      MATCH p = ALL SHORTEST (x {n: <from>})-[]-><often>(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | often | paths                  |
      | 'a'  | 'd' | {2,}  | [[2, 4, 6], [2, 5, 6]] |
      | 'a'  | 'd' | {3,}  | [[2, 4, 6], [2, 5, 6]] |
      | 'd'  | 'a' | {2,}  | [[7, 3]]               |
      | 'd'  | 'a' | {3,}  | [[7, 3, 1]]            |
      | 'c'  | 'a' | {2,}  | [[6, 7, 3]]            |
      | 'c'  | 'a' | {3,}  | [[6, 7, 3]]            |

  Scenario Outline: allShortestPaths with a condition on the whole path: loops and ways back
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (c:Q {n: 'c'}), (d:Q {n: 'd'}),
        (a)-[:M {w: 1}]->(a),
        (a)-[:M {w: 2}]->(b),
        (b)-[:M {w: 3}]->(a),
        (b)-[:S {w: 4}]->(c),
        (b)-[:M {w: 5}]->(c),
        (c)-[:M {w: 6}]->(d),
        (d)-[:S {w: 7}]->(b),
        (c)-[:S {w: 8}]->(c)
      """
    When executing query:
      """
      MATCH (x {n: <from>}), (y {n: <to>})
      MATCH p = allShortestPaths((x)-[*]-(y))
      WHERE reduce(sum = 0, r IN relationships(p) | sum + r.w) >= 8
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | paths            |
      | 'a'  | 'd' | [[2, 7], [3, 7]] |
      | 'd'  | 'a' | [[7, 2], [7, 3]] |
      | 'c'  | 'a' | [[5, 3]]         |
