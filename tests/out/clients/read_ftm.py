"""followthemoney's own package reads our entities: read_ftm.py FOLDER. Every one is valid by its model, loses no value when it is cleaned,
and points to what is there and may stand there; all entities, articles, events and facts of the graph are told."""
import json
import sys
import unicodedata

try:
    from followthemoney import model
except ImportError:
    print("followthemoney is not installed: skipped")
    sys.exit(77)

from expected import SYMMETRIC, load

SCHEMATA = {"person": "Person", "party": "Organization", "organization": "Organization", "country": "PublicBody", "group": "LegalEntity",
            "initiative": "Project", "place": "Address", "event": "Event", "agreement": "Contract", "award": "Note"}


def squeeze(text):
    """As the package cleans names: one form of each letter, no blanks but single ones."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def main(folder):
    for name in ("sample", "hostile", "empty", "meeting"):
        nodes, edges = load(f"{folder}/{name}.json")
        with open(f"{folder}/{name}.ftm", encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        proxies = {}
        for record in records:
            raw = model.get_proxy(record, cleaned=True)
            proxy = model.get_proxy(record, cleaned=False)
            assert proxy.id == record["id"] and proxy.id not in proxies, (name, record)
            for prop, values in record["properties"].items():
                assert prop in proxy.schema.properties, (name, prop, record)
                assert len(proxy.get(prop)) == len(values) or not all(squeeze(value).isprintable() and squeeze(value) for value in values), \
                    (name, prop, values, proxy.get(prop))
            if all(value.isprintable() and value.strip() for values in record["properties"].values() for value in values):
                proxy.schema.validate(raw.to_dict())
            proxies[proxy.id] = proxy
        for proxy in proxies.values():
            for prop, value in proxy.itervalues():
                if prop.type.name == "entity":
                    assert value in proxies and proxies[value].schema.is_a(prop.range), (name, proxy.to_dict(), prop.name, value)
        schema = lambda *names: [proxy for proxy in proxies.values() if proxy.schema.name in names]
        things = {node: proxies[node.replace(":", "-")] for node in nodes}
        for node, proxy in things.items():
            assert proxy.schema.name == SCHEMATA[nodes[node]["type"]], (name, node)
            if nodes[node]["name"].isprintable() and nodes[node]["name"].strip():
                assert proxy.caption == squeeze(nodes[node]["name"]), (name, proxy.caption)
        facts = {fact["key"]: fact for group in edges.values() for fact in group}
        links = {proxy.first("recordId"): proxy for proxy in schema("UnknownLink", "Membership", "Family", "Occupancy")}
        events = {proxy.first("recordId"): proxy for proxy in schema("Event") if proxy.first("recordId")}
        for key, fact in facts.items():
            proxy = links.get(key)
            if proxy is None:  # told by its event
                assert fact["relation"] in SYMMETRIC, (name, fact)
                proxy = events[fact["event"]]
                assert {fact["source"].replace(":", "-"), fact["target"].replace(":", "-")} <= set(proxy.get("involved")), (name, fact)
            elif fact["date"] and "/" not in fact["date"]:
                assert proxy.first("date") == fact["date"], (name, fact)
            for said in fact["evidence"]:
                if said["text"].isprintable():
                    assert squeeze(said["text"]) in map(squeeze, proxy.get("summary")), (name, said)
        assert set(links) <= set(facts), name
        if name == "meeting":
            assert len(events) == 1 and len(links) == 1, (events, links)
        articles = {said["article"] for fact in facts.values() for said in fact["evidence"]}
        assert len(schema("Article")) == len(articles), name
        if name == "sample":
            assert len(schema("Occupancy")) == 4 and len(schema("Position")) == 4, name
    print("followthemoney reads all")


main(sys.argv[1])
