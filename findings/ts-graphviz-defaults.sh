#!/usr/bin/env bash
# ts-graphviz 3.0.7: a graph that is read and written again has all its edges in one colour.
#
# Expected: a red edge, then a blue one. In DOT a statement such as `edge [color=red]` holds for what is "defined
# afterwards", until another one (graphviz.org, "DOT Language", "Attributes"); graphlib-dot 0.6.4 gives each edge its
# colour.
# Seen: of several such statements the last one is kept and written at the beginning, so that both edges are blue; and a
# node that stood before `node [shape=box]` becomes a box.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ts-graphviz@3.0.7 graphlib-dot@0.6.4 >&2

cat > try.mjs <<'JS'
import graphlib from "graphlib-dot";
import { fromDot, toDot } from "ts-graphviz";
const dot = "digraph { a; edge [color=red]; a -> b; node [shape=box]; edge [color=blue]; b -> c; }";
console.log(toDot(fromDot(dot)).replace(/\s+/g, " "));
const graph = graphlib.read(dot);
console.log(JSON.stringify(graph.edges().map((edge) => graph.edge(edge).color)), JSON.stringify(graph.node("a")));
JS
seen=$(node try.mjs)
echo "$seen"
[ "$seen" = 'digraph { edge [ color = "blue"; ]; node [ shape = "box"; ]; "a"; "a" -> "b"; "b" -> "c"; }
["red","blue"] {}' ] || { echo "this has changed"; exit 1; }
