# A part of a path in parentheses, or one relationship, with how often it is repeated.
# All repetitions together are a trail; variables inside are lists outside.

Feature: Quantified path patterns

  Scenario Outline: One relationship, repeated: a ring with a shortcut and a pair of parallel relationships
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
      MATCH p = (x {n: <from>})<path>(y)
      RETURN count(p) AS paths, sum(length(p)) AS relationships
      """
    Then the result should be, in any order:
      | paths   | relationships   |
      | <paths> | <relationships> |
    And no side effects

    Examples:
      | from | path            | paths | relationships |
      | 'a'  | -[:M\|S]->{2}   | 3     | 6             |
      | 'b'  | -[:M\|S]->{2}   | 1     | 2             |
      | 'a'  | -[:M\|S]->{1,2} | 6     | 9             |
      | 'b'  | -[:M\|S]->{1,2} | 2     | 3             |
      | 'a'  | -[:M\|S]->{,2}  | 7     | 9             |
      | 'b'  | -[:M\|S]->{,2}  | 3     | 3             |
      | 'a'  | -[:M\|S]->{2,3} | 6     | 15            |
      | 'b'  | -[:M\|S]->{2,3} | 2     | 5             |
      | 'a'  | -[:M\|S]->+     | 22    | 84            |
      | 'b'  | -[:M\|S]->+     | 7     | 23            |
      | 'a'  | -[:M\|S]->*     | 23    | 84            |
      | 'b'  | -[:M\|S]->*     | 8     | 23            |

  Scenario Outline: A condition in the repeated part: a ring with a shortcut and a pair of parallel relationships
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
      MATCH (x {n: <from>})((u)-[r]->(v) WHERE r.w >= <least>){1,2}(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | least | paths                      |
      | 'a'  | 2     | [[3], [3, 4], [5], [5, 2]] |
      | 'b'  | 2     | [[2], [2, 6]]              |
      | 'c'  | 2     | [[4], [4, 6]]              |
      | 'a'  | 4     | [[5]]                      |
      | 'b'  | 4     | []                         |
      | 'c'  | 4     | [[4], [4, 6]]              |

  Scenario Outline: Two relationships, repeated together: a ring with a shortcut and a pair of parallel relationships
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
      MATCH (x {n: <from>})((u)-->(v)-->(w))<often>(y)
      WITH size(v) AS times ORDER BY times
      RETURN count(*) AS paths, collect(times) AS times
      """
    Then the result should be, in any order:
      | paths   | times   |
      | <paths> | <times> |
    And no side effects

    Examples:
      | from | often | paths | times              |
      | 'a'  | {1}   | 3     | [1, 1, 1]          |
      | 'a'  | {1,2} | 6     | [1, 1, 1, 2, 2, 2] |
      | 'a'  | {2}   | 3     | [2, 2, 2]          |
      | 'b'  | {1}   | 1     | [1]                |
      | 'b'  | {1,2} | 4     | [1, 2, 2, 2]       |
      | 'b'  | {2}   | 3     | [2, 2, 2]          |

  Scenario Outline: Walked from its end: a ring with a shortcut and a pair of parallel relationships
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
      MATCH (y {n: <to>})
      MATCH (x)((u)-[r]->(v))<often>(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | to  | often | paths                              |
      | 'd' | {1,2} | [[1, 2], [2], [3, 4], [4], [5, 2]] |
      | 'd' | {3}   | [[7, 1, 2], [7, 3, 4], [7, 5, 2]]  |
      | 'c' | {1,2} | [[3], [7, 3]]                      |
      | 'c' | {3}   | [[6, 7, 3]]                        |

  Scenario Outline: One relationship, repeated: a ladder
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
      MATCH p = (x {n: <from>})<path>(y)
      RETURN count(p) AS paths, sum(length(p)) AS relationships
      """
    Then the result should be, in any order:
      | paths   | relationships   |
      | <paths> | <relationships> |
    And no side effects

    Examples:
      | from | path            | paths | relationships |
      | 'a'  | -[:M\|S]->{2}   | 3     | 6             |
      | 'b'  | -[:M\|S]->{2}   | 1     | 2             |
      | 'a'  | -[:M\|S]->{1,2} | 5     | 8             |
      | 'b'  | -[:M\|S]->{1,2} | 2     | 3             |
      | 'a'  | -[:M\|S]->{,2}  | 6     | 8             |
      | 'b'  | -[:M\|S]->{,2}  | 3     | 3             |
      | 'a'  | -[:M\|S]->{2,3} | 6     | 15            |
      | 'b'  | -[:M\|S]->{2,3} | 2     | 5             |
      | 'a'  | -[:M\|S]->+     | 13    | 39            |
      | 'b'  | -[:M\|S]->+     | 4     | 10            |
      | 'a'  | -[:M\|S]->*     | 14    | 39            |
      | 'b'  | -[:M\|S]->*     | 5     | 10            |

  Scenario Outline: A condition in the repeated part: a ladder
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
      MATCH (x {n: <from>})((u)-[r]->(v) WHERE r.w >= <least>){1,2}(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | least | paths                      |
      | 'a'  | 2     | [[2], [2, 4], [2, 5]]      |
      | 'b'  | 2     | [[3], [3, 6]]              |
      | 'c'  | 2     | [[4], [4, 6], [5], [5, 7]] |
      | 'a'  | 4     | []                         |
      | 'b'  | 4     | []                         |
      | 'c'  | 4     | [[4], [4, 6], [5], [5, 7]] |

  Scenario Outline: Two relationships, repeated together: a ladder
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
      MATCH (x {n: <from>})((u)-->(v)-->(w))<often>(y)
      WITH size(v) AS times ORDER BY times
      RETURN count(*) AS paths, collect(times) AS times
      """
    Then the result should be, in any order:
      | paths   | times   |
      | <paths> | <times> |
    And no side effects

    Examples:
      | from | often | paths | times              |
      | 'a'  | {1}   | 3     | [1, 1, 1]          |
      | 'a'  | {1,2} | 6     | [1, 1, 1, 2, 2, 2] |
      | 'a'  | {2}   | 3     | [2, 2, 2]          |
      | 'b'  | {1}   | 1     | [1]                |
      | 'b'  | {1,2} | 2     | [1, 2]             |
      | 'b'  | {2}   | 1     | [2]                |

  Scenario Outline: Walked from its end: a ladder
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
      MATCH (y {n: <to>})
      MATCH (x)((u)-[r]->(v))<often>(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | to  | often | paths                      |
      | 'd' | {1,2} | [[1, 3], [2, 4], [3], [4]] |
      | 'd' | {3}   | []                         |
      | 'c' | {1,2} | [[2]]                      |
      | 'c' | {3}   | []                         |

  Scenario Outline: One relationship, repeated: loops and ways back
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
      MATCH p = (x {n: <from>})<path>(y)
      RETURN count(p) AS paths, sum(length(p)) AS relationships
      """
    Then the result should be, in any order:
      | paths   | relationships   |
      | <paths> | <relationships> |
    And no side effects

    Examples:
      | from | path            | paths | relationships |
      | 'a'  | -[:M\|S]->{2}   | 4     | 8             |
      | 'b'  | -[:M\|S]->{2}   | 6     | 12            |
      | 'a'  | -[:M\|S]->{1,2} | 6     | 10            |
      | 'b'  | -[:M\|S]->{1,2} | 9     | 15            |
      | 'a'  | -[:M\|S]->{,2}  | 7     | 10            |
      | 'b'  | -[:M\|S]->{,2}  | 10    | 15            |
      | 'a'  | -[:M\|S]->{2,3} | 12    | 32            |
      | 'b'  | -[:M\|S]->{2,3} | 13    | 33            |
      | 'a'  | -[:M\|S]->+     | 54    | 256           |
      | 'b'  | -[:M\|S]->+     | 86    | 446           |
      | 'a'  | -[:M\|S]->*     | 55    | 256           |
      | 'b'  | -[:M\|S]->*     | 87    | 446           |

  Scenario Outline: A condition in the repeated part: loops and ways back
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
      MATCH (x {n: <from>})((u)-[r]->(v) WHERE r.w >= <least>){1,2}(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | from | least | paths                                                   |
      | 'a'  | 2     | [[2], [2, 3], [2, 4], [2, 5]]                           |
      | 'b'  | 2     | [[3], [3, 2], [4], [4, 6], [4, 8], [5], [5, 6], [5, 8]] |
      | 'c'  | 2     | [[6], [6, 7], [8], [8, 6]]                              |
      | 'a'  | 4     | []                                                      |
      | 'b'  | 4     | [[4], [4, 6], [4, 8], [5], [5, 6], [5, 8]]              |
      | 'c'  | 4     | [[6], [6, 7], [8], [8, 6]]                              |

  Scenario Outline: Two relationships, repeated together: loops and ways back
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
      MATCH (x {n: <from>})((u)-->(v)-->(w))<often>(y)
      WITH size(v) AS times ORDER BY times
      RETURN count(*) AS paths, collect(times) AS times
      """
    Then the result should be, in any order:
      | paths   | times   |
      | <paths> | <times> |
    And no side effects

    Examples:
      | from | often | paths | times                                                  |
      | 'a'  | {1}   | 4     | [1, 1, 1, 1]                                           |
      | 'a'  | {1,2} | 12    | [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]                   |
      | 'a'  | {2}   | 8     | [2, 2, 2, 2, 2, 2, 2, 2]                               |
      | 'b'  | {1}   | 6     | [1, 1, 1, 1, 1, 1]                                     |
      | 'b'  | {1,2} | 18    | [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2] |
      | 'b'  | {2}   | 12    | [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]                   |

  Scenario Outline: Walked from its end: loops and ways back
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
      MATCH (y {n: <to>})
      MATCH (x)((u)-[r]->(v))<often>(y)
      WITH [each IN r | each.w] AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | to  | often | paths                                                                                                          |
      | 'd' | {1,2} | [[4, 6], [5, 6], [6], [8, 6]]                                                                                  |
      | 'd' | {3}   | [[2, 4, 6], [2, 5, 6], [4, 8, 6], [5, 8, 6], [7, 4, 6], [7, 5, 6]]                                             |
      | 'c' | {1,2} | [[2, 4], [2, 5], [4], [4, 8], [5], [5, 8], [7, 4], [7, 5], [8]]                                                |
      | 'c' | {3}   | [[1, 2, 4], [1, 2, 5], [2, 4, 8], [2, 5, 8], [3, 2, 4], [3, 2, 5], [6, 7, 4], [6, 7, 5], [7, 4, 8], [7, 5, 8]] |
