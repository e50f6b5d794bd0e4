#!/bin/sh
# Installs the programs that read our exports in the tests: setup.sh FOLDER. Python's networkx goes into a virtual environment,
# graphology's readers into node_modules, both under FOLDER, at fixed versions. What cannot be installed (no
# network, no python3-venv, no npm) is left out with a message; its tests are then skipped.
set -u
target=${1:?usage: setup.sh FOLDER}
mkdir -p "$target" || exit 1

if [ ! -e "$target/venv/ready" ]; then
  if python3 -m venv "$target/venv" >"$target/venv.log" 2>&1 &&
     "$target/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1 >>"$target/venv.log" 2>&1
  then touch "$target/venv/ready"
  else echo "clients: networkx cannot be installed, its tests are skipped (see $target/venv.log)"
  fi
fi

if [ ! -e "$target/node_modules/ready" ]; then
  if command -v npm >/dev/null 2>&1 &&
     npm install --prefix "$target" --no-save --no-audit --no-fund --ignore-scripts \
       graphology@0.26.0 graphology-types@0.24.8 graphology-gexf@0.13.2 graphology-graphml@0.5.2 \
       @xmldom/xmldom@0.8.10 >"$target/npm.log" 2>&1
  then touch "$target/node_modules/ready"
  else echo "clients: graphology cannot be installed, its tests are skipped (see $target/npm.log)"
  fi
fi
exit 0
