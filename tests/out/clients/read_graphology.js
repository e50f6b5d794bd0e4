// graphology (what Gephi Lite and others use) reads our GEXF, GraphML and its own JSON, and Cytoscape.js its own:
// read_graphology.js MODULES FOLDER. Strict about GEXF's attributes: each must be declared.
const fs = require('fs');
const path = require('path');
const [modules, folder] = process.argv.slice(2);
const load = (name) => require(path.join(path.resolve(modules), 'node_modules', name));

let Graph, gexf, graphml, cytoscape;
try {
  Graph = load('graphology');
  gexf = load('graphology-gexf');
  graphml = load('graphology-graphml');
  cytoscape = load('cytoscape');
} catch (error) {
  console.log('graphology or Cytoscape is not installed: skipped');
  process.exit(77);
}

const assert = require('assert');
const symmetric = new Set(['met-with', 'spoke-with']);

function expected(name) {
  const data = JSON.parse(fs.readFileSync(path.join(folder, name + '.json'), 'utf8'));
  const edges = new Map();
  for (const fact of data.edges) {
    let ends = [fact.source, fact.target];
    if (symmetric.has(fact.relation)) ends = ends.sort();
    const key = [...ends, fact.relation, fact.status].join(' | ');
    edges.set(key, (edges.get(key) || 0) + 1);
  }
  return {nodes: data.nodes, edges};
}

function check(graph, file, want) {
  assert.strictEqual(graph.order, want.nodes.length, file);
  assert.strictEqual(graph.size, want.edges.size, file);
  for (const node of want.nodes) {
    const attributes = graph.getNodeAttributes(node.id);
    assert.strictEqual(attributes.entity_type, node.type, file);
    assert.ok(!('type' in attributes), file);
    assert.strictEqual(attributes.mentions, node.mentions, file);
    assert.ok(Number.isFinite(attributes.x) && Number.isFinite(attributes.y), file);
  }
  graph.forEachEdge((id, attributes, source, target) => {
    const key = [source, target, attributes.relation, attributes.status].join(' | ');
    assert.strictEqual(attributes.facts, want.edges.get(key), file + ': ' + key);
    assert.strictEqual(attributes.symmetric, symmetric.has(attributes.relation), key);
    assert.ok(attributes.weight >= 1, key);
  });
}

function checkCytoscape(json, name, want) {
  const drawn = cytoscape({headless: true, elements: json.elements});
  assert.strictEqual(drawn.nodes().length, want.nodes.length, name);
  assert.strictEqual(drawn.edges().length, want.edges.size, name);
  for (const node of want.nodes) {
    const found = drawn.getElementById(node.id);
    assert.strictEqual(found.data('entity_type'), node.type, name);
    assert.deepStrictEqual(found.data('aliases'), node.aliases, name);
    assert.ok(Number.isFinite(found.position('x')) && Number.isFinite(found.position('y')), name);
  }
  drawn.edges().forEach((edge) => {
    const key = [edge.source().id(), edge.target().id(), edge.data('relation'), edge.data('status')].join(' | ');
    assert.strictEqual(edge.data('facts'), want.edges.get(key), name + ': ' + key);
    assert.ok(edge.data('interaction').startsWith(edge.data('relation')), key);
  });
}

for (const name of ['sample', 'hostile', 'empty']) {
  const want = expected(name);
  const text = (extension) => fs.readFileSync(path.join(folder, name + extension), 'utf8');
  const strict = {allowUndeclaredAttributes: false, addMissingNodes: false};
  check(gexf.parse(Graph, text('.gexf'), strict), name + '.gexf', want);
  check(graphml.parse(Graph.MultiDirectedGraph || Graph, text('.graphml')), name + '.graphml', want);
  check(Graph.from(JSON.parse(text('.graphology'))), name + '.graphology', want);
  checkCytoscape(JSON.parse(text('.cyjs')), name, want);
  let undirected = 0;
  for (const key of want.edges.keys()) undirected += symmetric.has(key.split(' | ')[2]) ? 1 : 0;
  const mixed = gexf.parse(Graph, text('-mixed.gexf'), strict);
  assert.strictEqual(mixed.size, want.edges.size);
  assert.strictEqual(mixed.undirectedSize, undirected);
  assert.strictEqual(Graph.from(JSON.parse(text('-mixed.graphology'))).undirectedSize, undirected);
  const pairs = new Set([...want.edges.keys()].map((key) => key.split(' | ').slice(0, 2).sort().join(' | ')));
  assert.strictEqual(gexf.parse(Graph, text('-pairs.gexf'), strict).size, pairs.size);
  assert.strictEqual(Graph.from(JSON.parse(text('-pairs.graphology'))).size, pairs.size);
}
console.log('graphology and Cytoscape read all');
