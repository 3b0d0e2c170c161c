"""Answers, with networkx, what networkx_test.go asks: a list of graphs in, a list of answers out."""

import json
import sys

import networkx as nx

INFINITE = 10**6


def answer(graph):
    g = nx.DiGraph()
    g.add_nodes_from(graph["nodes"])
    for from_, to, cost in graph["links"]:
        g.add_edge(from_, to, capacity=cost)
    loops = [sorted(c) for c in nx.strongly_connected_components(g) if len(c) > 1]
    for node in graph["first"]:
        g.add_edge("(start)", node, capacity=INFINITE)
    for node in graph["last"]:
        g.add_edge(node, "(end)", capacity=INFINITE)
    g.add_nodes_from(["(start)", "(end)"])
    routes = [path[1:-1] for path in nx.all_simple_paths(g, "(start)", "(end)")]
    doms = []
    if routes:
        parent = nx.immediate_dominators(g, "(start)")
        node = parent["(end)"]
        while node != "(start)":
            doms.append(node)
            node = parent[node]
    flow = nx.maximum_flow_value(g, "(start)", "(end)")
    return {"loops": sorted(loops), "routes": sorted(routes), "dominators": doms[::-1], "flow": flow}


json.dump([answer(graph) for graph in json.load(sys.stdin)], sys.stdout)
