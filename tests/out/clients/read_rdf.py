"""rdflib reads our Turtle and JSON-LD: read_rdf.py FOLDER. Both hold the same triples; these tell the graph's entities, facts, dates, sentences
and articles exactly."""
import sys
import urllib.parse

try:
    import rdflib
    from rdflib.compare import isomorphic
except ImportError:
    print("rdflib is not installed: skipped")
    sys.exit(77)

from expected import days, load

ENT = rdflib.Namespace("urn:entente:term:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("https://schema.org/")
CLASSES = {"person": "Person", "party": "PoliticalParty", "organization": "Organization", "country": "Country", "place": "Place",
           "event": "Event", "initiative": "Project", "agreement": "CreativeWork"}


def iri(kind, name):
    return rdflib.URIRef(f"urn:entente:{kind}:" + urllib.parse.quote(name, safe=":"))


def main(folder):
    for name in ("sample", "hostile", "empty", "meeting"):
        nodes, edges = load(f"{folder}/{name}.json")
        graph = rdflib.Graph().parse(f"{folder}/{name}.ttl", format="turtle")
        other = rdflib.Graph().parse(f"{folder}/{name}.jsonld", format="json-ld")
        assert isomorphic(graph, other), (name, set(graph) ^ set(other))
        assert all(term.datatype is None or not term.ill_typed for term in graph.objects() if isinstance(term, rdflib.Literal)), name
        text = lambda subject, predicate: [str(value) for value in graph.objects(subject, predicate)]
        for key, node in nodes.items():
            subject = iri("entity", key)
            assert (subject, rdflib.RDF.type, SCHEMA[CLASSES.get(node["type"], "Thing")]) in graph, (name, key)
            assert text(subject, SCHEMA.name) == [node["name"]], (name, key)
            assert sorted(text(subject, SCHEMA.alternateName)) == sorted(set(node["aliases"])), (name, key)
        facts = {fact["key"]: fact for group in edges.values() for fact in group}
        assert len(set(graph.subjects(rdflib.RDF.type, ENT.Relation))) == len(facts), name
        for key, fact in facts.items():
            subject = iri("fact", key)
            assert (subject, ENT.subject, iri("entity", fact["source"])) in graph, (name, key)
            assert (subject, ENT.object, iri("entity", fact["target"])) in graph, (name, key)
            assert (subject, ENT.predicate, iri("relation", fact["relation"])) in graph, (name, key)
            assert text(subject, ENT.status) == [fact["status"]], (name, key)
            want = list(days(fact["date"])) if fact["date"] else []
            assert text(subject, ENT.firstDate) + text(subject, ENT.lastDate) == want, (name, key)
            if fact["date"] and "/" not in fact["date"]:
                assert text(subject, ENT.date) == [fact["date"]], (name, key)
            for said in fact["evidence"]:
                sentences = [one for one in graph.objects(subject, PROV.wasDerivedFrom) if text(one, SCHEMA.text) == [said["text"]]]
                assert sentences, (name, key, said)
                assert any((one, PROV.wasQuotedFrom, iri("article", said["article"])) in graph for one in sentences), (name, said)
            assert len(list(graph.objects(subject, PROV.wasDerivedFrom))) == len(fact["evidence"]), (name, key)
        if name == "meeting":
            event = next(graph.objects(None, ENT.occasion))
            assert len(set(graph.objects(event, SCHEMA.attendee))) == 2 and len(set(graph.objects(event, ENT.participation))) == 2
    print("rdflib", rdflib.__version__, "reads all")


main(sys.argv[1])
