#!/bin/sh
# Installs the programs that read our exports in the tests: setup.sh FOLDER. Python's readers go into a virtual environment,
# graphology's and Cytoscape's into node_modules, both under FOLDER, at fixed versions. What cannot be installed (no
# network, no python3-venv, no npm) is left out with a message; its tests are then skipped.
set -u
target=${1:?usage: setup.sh FOLDER}
mkdir -p "$target" || exit 1

# Readers in Python, at fixed versions. Another list is another environment.
python='networkx==3.6.1 igraph==1.0.0 rdflib==7.6.0 followthemoney==4.11.2 PyYAML==6.0.3 markdown-it-py==4.3.0
  antlr4-cypher==0.1.2'
if [ "$(cat "$target/venv/ready" 2>/dev/null)" != "$python" ]; then
  # shellcheck disable=SC2086
  if python3 -m venv "$target/venv" >"$target/venv.log" 2>&1 &&
     "$target/venv/bin/pip" install --quiet --disable-pip-version-check $python >>"$target/venv.log" 2>&1
  then printf %s "$python" >"$target/venv/ready"
  else echo "clients: readers in Python cannot be installed, their tests are skipped (see $target/venv.log)"
  fi
fi

if [ ! -e "$target/node_modules/cytoscape" ] || [ ! -e "$target/node_modules/ready" ]; then
  if command -v npm >/dev/null 2>&1 &&
     npm install --prefix "$target" --no-save --no-audit --no-fund --ignore-scripts \
       graphology@0.26.0 graphology-types@0.24.8 graphology-gexf@0.13.2 graphology-graphml@0.5.2 \
       @xmldom/xmldom@0.8.10 cytoscape@3.34.0 >"$target/npm.log" 2>&1
  then touch "$target/node_modules/ready"
  else echo "clients: graphology cannot be installed, its tests are skipped (see $target/npm.log)"
  fi
fi
exit 0
