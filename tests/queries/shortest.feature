# ANY SHORTEST, ALL SHORTEST, SHORTEST k and SHORTEST k GROUPS, as GQL writes them.
# Each path is a trail: it uses no relationship twice. A path is shown by the weights of its relationships.

Feature: Shortest paths by selector

  Scenario Outline: All shortest paths along the arrows: a ring with a shortcut and a pair of parallel relationships
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
      | from | to  | path     | paths                             |
      | 'a'  | 'd' | -[]->+   | [[1, 2], [3, 4], [5, 2]]          |
      | 'a'  | 'd' | -[:M]->+ | [[1, 2]]                          |
      | 'a'  | 'e' | -[]->+   | [[1, 2, 6], [3, 4, 6], [5, 2, 6]] |
      | 'a'  | 'e' | -[:M]->+ | [[1, 2, 6]]                       |
      | 'd'  | 'a' | -[]->+   | [[6, 7]]                          |
      | 'd'  | 'a' | -[:M]->+ | [[6, 7]]                          |
      | 'b'  | 'e' | -[]->+   | [[2, 6]]                          |
      | 'b'  | 'e' | -[:M]->+ | [[2, 6]]                          |

  Scenario Outline: All shortest paths against the arrows: a ring with a shortcut and a pair of parallel relationships
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
      | from | to  | path     | paths                    |
      | 'a'  | 'd' | <-[]-+   | [[7, 6]]                 |
      | 'a'  | 'd' | <-[:M]-+ | [[7, 6]]                 |
      | 'a'  | 'e' | <-[]-+   | [[7]]                    |
      | 'a'  | 'e' | <-[:M]-+ | [[7]]                    |
      | 'd'  | 'a' | <-[]-+   | [[2, 1], [2, 5], [4, 3]] |
      | 'd'  | 'a' | <-[:M]-+ | [[2, 1]]                 |
      | 'b'  | 'e' | <-[]-+   | [[1, 7], [5, 7]]         |
      | 'b'  | 'e' | <-[:M]-+ | [[1, 7]]                 |

  Scenario Outline: All shortest paths in any direction: a ring with a shortcut and a pair of parallel relationships
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
      | from | to  | path    | paths                            |
      | 'a'  | 'd' | -[]-+   | [[1, 2], [3, 4], [5, 2], [7, 6]] |
      | 'a'  | 'd' | -[:M]-+ | [[1, 2], [7, 6]]                 |
      | 'a'  | 'e' | -[]-+   | [[7]]                            |
      | 'a'  | 'e' | -[:M]-+ | [[7]]                            |
      | 'd'  | 'a' | -[]-+   | [[2, 1], [2, 5], [4, 3], [6, 7]] |
      | 'd'  | 'a' | -[:M]-+ | [[2, 1], [6, 7]]                 |
      | 'b'  | 'e' | -[]-+   | [[1, 7], [2, 6], [5, 7]]         |
      | 'b'  | 'e' | -[:M]-+ | [[1, 7], [2, 6]]                 |

  Scenario Outline: Any shortest path: a ring with a shortcut and a pair of parallel relationships
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
      MATCH p = ANY SHORTEST (x {n: <from>})<path>(y {n: <to>})
      RETURN collect(length(p)) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->* | [2]     |
      | 'a'  | 'd' | -[]-*  | [2]     |
      | 'a'  | 'e' | -[]->* | [3]     |
      | 'a'  | 'e' | -[]-*  | [1]     |
      | 'd'  | 'a' | -[]->* | [2]     |
      | 'd'  | 'a' | -[]-*  | [2]     |
      | 'b'  | 'e' | -[]->* | [2]     |
      | 'b'  | 'e' | -[]-*  | [2]     |
      | 'c'  | 'a' | -[]->* | [3]     |
      | 'c'  | 'a' | -[]-*  | [1]     |

  Scenario Outline: The 2 shortest paths: a ring with a shortcut and a pair of parallel relationships
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
      MATCH p = SHORTEST 2 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->+ | [2, 2]  |
      | 'a'  | 'd' | -[]-+  | [2, 2]  |
      | 'a'  | 'e' | -[]->+ | [3, 3]  |
      | 'a'  | 'e' | -[]-+  | [1, 3]  |
      | 'd'  | 'a' | -[]->+ | [2]     |
      | 'd'  | 'a' | -[]-+  | [2, 2]  |
      | 'b'  | 'e' | -[]->+ | [2]     |
      | 'b'  | 'e' | -[]-+  | [2, 2]  |
      | 'c'  | 'a' | -[]->+ | [3]     |
      | 'c'  | 'a' | -[]-+  | [1, 3]  |

  Scenario Outline: The 4 shortest paths: a ring with a shortcut and a pair of parallel relationships
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
      MATCH p = SHORTEST 4 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths      |
      | 'a'  | 'd' | -[]->+ | [2, 2, 2, 6] |
      | 'a'  | 'd' | -[]-+  | [2, 2, 2, 2] |
      | 'a'  | 'e' | -[]->+ | [3, 3, 3]    |
      | 'a'  | 'e' | -[]-+  | [1, 3, 3, 3] |
      | 'd'  | 'a' | -[]->+ | [2]          |
      | 'd'  | 'a' | -[]-+  | [2, 2, 2, 2] |
      | 'b'  | 'e' | -[]->+ | [2]          |
      | 'b'  | 'e' | -[]-+  | [2, 2, 2, 4] |
      | 'c'  | 'a' | -[]->+ | [3]          |
      | 'c'  | 'a' | -[]-+  | [1, 3, 3, 3] |

  Scenario Outline: The shortest groups of paths: a ring with a shortcut and a pair of parallel relationships
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
      MATCH p = SHORTEST <k> GROUPS (x {n: <from>})-[]->+(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | k | paths                                                                                                    |
      | 'a'  | 'd' | 1 | [[1, 2], [3, 4], [5, 2]]                                                                                 |
      | 'a'  | 'd' | 2 | [[1, 2], [1, 2, 6, 7, 3, 4], [3, 4], [3, 4, 6, 7, 1, 2], [3, 4, 6, 7, 5, 2], [5, 2], [5, 2, 6, 7, 3, 4]] |
      | 'a'  | 'e' | 1 | [[1, 2, 6], [3, 4, 6], [5, 2, 6]]                                                                        |
      | 'a'  | 'e' | 2 | [[1, 2, 6], [3, 4, 6], [5, 2, 6]]                                                                        |
      | 'd'  | 'a' | 1 | [[6, 7]]                                                                                                 |
      | 'd'  | 'a' | 2 | [[6, 7]]                                                                                                 |
      | 'b'  | 'e' | 1 | [[2, 6]]                                                                                                 |
      | 'b'  | 'e' | 2 | [[2, 6]]                                                                                                 |

  Scenario Outline: All shortest paths along the arrows: a ladder
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
      | from | to  | path     | paths            |
      | 'a'  | 'd' | -[]->+   | [[1, 3], [2, 4]] |
      | 'a'  | 'd' | -[:M]->+ | [[2, 4]]         |
      | 'a'  | 'e' | -[]->+   | [[2, 5]]         |
      | 'a'  | 'e' | -[:M]->+ | []               |
      | 'd'  | 'a' | -[]->+   | []               |
      | 'd'  | 'a' | -[:M]->+ | []               |
      | 'b'  | 'e' | -[]->+   | [[3, 6, 8]]      |
      | 'b'  | 'e' | -[:M]->+ | []               |

  Scenario Outline: All shortest paths against the arrows: a ladder
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
      | from | to  | path     | paths            |
      | 'a'  | 'd' | <-[]-+   | []               |
      | 'a'  | 'd' | <-[:M]-+ | []               |
      | 'a'  | 'e' | <-[]-+   | []               |
      | 'a'  | 'e' | <-[:M]-+ | []               |
      | 'd'  | 'a' | <-[]-+   | [[3, 1], [4, 2]] |
      | 'd'  | 'a' | <-[:M]-+ | [[4, 2]]         |
      | 'b'  | 'e' | <-[]-+   | []               |
      | 'b'  | 'e' | <-[:M]-+ | []               |

  Scenario Outline: All shortest paths in any direction: a ladder
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
      | from | to  | path    | paths                                        |
      | 'a'  | 'd' | -[]-+   | [[1, 3], [2, 4]]                             |
      | 'a'  | 'd' | -[:M]-+ | [[2, 4]]                                     |
      | 'a'  | 'e' | -[]-+   | [[2, 5]]                                     |
      | 'a'  | 'e' | -[:M]-+ | [[2, 4, 6, 7]]                               |
      | 'd'  | 'a' | -[]-+   | [[3, 1], [4, 2]]                             |
      | 'd'  | 'a' | -[:M]-+ | [[4, 2]]                                     |
      | 'b'  | 'e' | -[]-+   | [[1, 2, 5], [3, 4, 5], [3, 6, 7], [3, 6, 8]] |
      | 'b'  | 'e' | -[:M]-+ | [[1, 2, 4, 6, 7]]                            |

  Scenario Outline: Any shortest path: a ladder
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
      MATCH p = ANY SHORTEST (x {n: <from>})<path>(y {n: <to>})
      RETURN collect(length(p)) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->* | [2]     |
      | 'a'  | 'd' | -[]-*  | [2]     |
      | 'a'  | 'e' | -[]->* | [2]     |
      | 'a'  | 'e' | -[]-*  | [2]     |
      | 'd'  | 'a' | -[]->* | []      |
      | 'd'  | 'a' | -[]-*  | [2]     |
      | 'b'  | 'e' | -[]->* | [3]     |
      | 'b'  | 'e' | -[]-*  | [3]     |
      | 'c'  | 'a' | -[]->* | []      |
      | 'c'  | 'a' | -[]-*  | [1]     |

  Scenario Outline: The 2 shortest paths: a ladder
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
      MATCH p = SHORTEST 2 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->+ | [2, 2]  |
      | 'a'  | 'd' | -[]-+  | [2, 2]  |
      | 'a'  | 'e' | -[]->+ | [2, 4]  |
      | 'a'  | 'e' | -[]-+  | [2, 4]  |
      | 'd'  | 'a' | -[]->+ | []      |
      | 'd'  | 'a' | -[]-+  | [2, 2]  |
      | 'b'  | 'e' | -[]->+ | [3]     |
      | 'b'  | 'e' | -[]-+  | [3, 3]  |
      | 'c'  | 'a' | -[]->+ | []      |
      | 'c'  | 'a' | -[]-+  | [1, 3]  |

  Scenario Outline: The 4 shortest paths: a ladder
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
      MATCH p = SHORTEST 4 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths      |
      | 'a'  | 'd' | -[]->+ | [2, 2]       |
      | 'a'  | 'd' | -[]-+  | [2, 2, 4, 4] |
      | 'a'  | 'e' | -[]->+ | [2, 4, 4, 4] |
      | 'a'  | 'e' | -[]-+  | [2, 4, 4, 4] |
      | 'd'  | 'a' | -[]->+ | []           |
      | 'd'  | 'a' | -[]-+  | [2, 2, 4, 4] |
      | 'b'  | 'e' | -[]->+ | [3]          |
      | 'b'  | 'e' | -[]-+  | [3, 3, 3, 3] |
      | 'c'  | 'a' | -[]->+ | []           |
      | 'c'  | 'a' | -[]-+  | [1, 3, 5, 5] |

  Scenario Outline: The shortest groups of paths: a ladder
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
      MATCH p = SHORTEST <k> GROUPS (x {n: <from>})-[]->+(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | k | paths                                              |
      | 'a'  | 'd' | 1 | [[1, 3], [2, 4]]                                   |
      | 'a'  | 'd' | 2 | [[1, 3], [2, 4]]                                   |
      | 'a'  | 'e' | 1 | [[2, 5]]                                           |
      | 'a'  | 'e' | 2 | [[1, 3, 6, 8], [2, 4, 6, 8], [2, 5], [2, 5, 7, 8]] |
      | 'd'  | 'a' | 1 | []                                                 |
      | 'd'  | 'a' | 2 | []                                                 |
      | 'b'  | 'e' | 1 | [[3, 6, 8]]                                        |
      | 'b'  | 'e' | 2 | [[3, 6, 8]]                                        |

  Scenario Outline: All shortest paths along the arrows: loops and ways back
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
      | from | to  | path     | paths                  |
      | 'a'  | 'd' | -[]->+   | [[2, 4, 6], [2, 5, 6]] |
      | 'a'  | 'd' | -[:M]->+ | [[2, 5, 6]]            |
      | 'd'  | 'a' | -[]->+   | [[7, 3]]               |
      | 'd'  | 'a' | -[:M]->+ | []                     |
      | 'c'  | 'a' | -[]->+   | [[6, 7, 3]]            |
      | 'c'  | 'a' | -[:M]->+ | []                     |

  Scenario Outline: All shortest paths against the arrows: loops and ways back
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
      | from | to  | path     | paths                  |
      | 'a'  | 'd' | <-[]-+   | [[3, 7]]               |
      | 'a'  | 'd' | <-[:M]-+ | []                     |
      | 'd'  | 'a' | <-[]-+   | [[6, 4, 2], [6, 5, 2]] |
      | 'd'  | 'a' | <-[:M]-+ | [[6, 5, 2]]            |
      | 'c'  | 'a' | <-[]-+   | [[4, 2], [5, 2]]       |
      | 'c'  | 'a' | <-[:M]-+ | [[5, 2]]               |

  Scenario Outline: All shortest paths in any direction: loops and ways back
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
      | from | to  | path    | paths                            |
      | 'a'  | 'd' | -[]-+   | [[2, 7], [3, 7]]                 |
      | 'a'  | 'd' | -[:M]-+ | [[2, 5, 6], [3, 5, 6]]           |
      | 'd'  | 'a' | -[]-+   | [[7, 2], [7, 3]]                 |
      | 'd'  | 'a' | -[:M]-+ | [[6, 5, 2], [6, 5, 3]]           |
      | 'c'  | 'a' | -[]-+   | [[4, 2], [4, 3], [5, 2], [5, 3]] |
      | 'c'  | 'a' | -[:M]-+ | [[5, 2], [5, 3]]                 |

  Scenario Outline: Any shortest path: loops and ways back
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
      MATCH p = ANY SHORTEST (x {n: <from>})<path>(y {n: <to>})
      RETURN collect(length(p)) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->* | [3]     |
      | 'a'  | 'd' | -[]-*  | [2]     |
      | 'd'  | 'a' | -[]->* | [2]     |
      | 'd'  | 'a' | -[]-*  | [2]     |
      | 'c'  | 'a' | -[]->* | [3]     |
      | 'c'  | 'a' | -[]-*  | [2]     |

  Scenario Outline: The 2 shortest paths: loops and ways back
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
      MATCH p = SHORTEST 2 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths |
      | 'a'  | 'd' | -[]->+ | [3, 3]  |
      | 'a'  | 'd' | -[]-+  | [2, 2]  |
      | 'd'  | 'a' | -[]->+ | [2, 3]  |
      | 'd'  | 'a' | -[]-+  | [2, 2]  |
      | 'c'  | 'a' | -[]->+ | [3, 4]  |
      | 'c'  | 'a' | -[]-+  | [2, 2]  |

  Scenario Outline: The 4 shortest paths: loops and ways back
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
      MATCH p = SHORTEST 4 (x {n: <from>})<path>(y {n: <to>})
      WITH length(p) AS length ORDER BY length
      RETURN collect(length) AS lengths
      """
    Then the result should be, in any order:
      | lengths   |
      | <lengths> |
    And no side effects

    Examples:
      | from | to  | path   | lengths      |
      | 'a'  | 'd' | -[]->+ | [3, 3, 4, 4] |
      | 'a'  | 'd' | -[]-+  | [2, 2, 3, 3] |
      | 'd'  | 'a' | -[]->+ | [2, 3]       |
      | 'd'  | 'a' | -[]-+  | [2, 2, 3, 3] |
      | 'c'  | 'a' | -[]->+ | [3, 4, 4, 5] |
      | 'c'  | 'a' | -[]-+  | [2, 2, 2, 2] |

  Scenario Outline: The shortest groups of paths: loops and ways back
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
      MATCH p = SHORTEST <k> GROUPS (x {n: <from>})-[]->+(y {n: <to>})
      WITH [r IN relationships(p) | r.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | to  | k | paths                                                                          |
      | 'a'  | 'd' | 1 | [[2, 4, 6], [2, 5, 6]]                                                         |
      | 'a'  | 'd' | 2 | [[1, 2, 4, 6], [1, 2, 5, 6], [2, 4, 6], [2, 4, 8, 6], [2, 5, 6], [2, 5, 8, 6]] |
      | 'd'  | 'a' | 1 | [[7, 3]]                                                                       |
      | 'd'  | 'a' | 2 | [[7, 3], [7, 3, 1]]                                                            |
      | 'c'  | 'a' | 1 | [[6, 7, 3]]                                                                    |
      | 'c'  | 'a' | 2 | [[6, 7, 3], [6, 7, 3, 1], [8, 6, 7, 3]]                                        |
