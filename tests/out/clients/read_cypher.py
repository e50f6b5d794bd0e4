"""A parser made of openCypher's own grammar reads our script: read_cypher.py FOLDER. Every statement is well formed, and has a row for each
entity, article and fact; what running it makes is tested in neo4j_test.cpp."""
import sys

try:
    from antlr4 import CommonTokenStream, InputStream
    from antlr4_cypher import CypherLexer, CypherParser
except ImportError:
    print("antlr4-cypher is not installed: skipped")
    sys.exit(77)

from expected import load


def main(folder):
    for name in ("sample", "hostile", "empty"):
        nodes, edges = load(f"{folder}/{name}.json")
        with open(f"{folder}/{name}.cypher", encoding="utf-8", newline="") as file:
            statements = file.read().split(";\n")
        assert statements.pop() == "", name
        rows = {"(n:Entity": 0, "(n:Article": 0, "MATCH (a": 0}
        for statement in statements:
            if "CREATE CONSTRAINT" in statement:  # Neo4j's own, not of openCypher
                continue
            parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(statement))))
            parser.script()
            assert parser.getNumberOfSyntaxErrors() == 0, (name, statement[:200])
            kind = next(kind for kind in rows if kind in statement.rsplit("] AS r\n", 1)[1])
            rows[kind] += statement.count("\n  {")
        facts = [fact for group in edges.values() for fact in group]
        articles = {said["article"] for fact in facts for said in fact["evidence"]}
        assert list(rows.values()) == [len(nodes), len(articles), len(facts)], (name, rows)
    print("a parser of openCypher reads all scripts")


main(sys.argv[1])
