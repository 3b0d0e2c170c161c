// Package order arranges the items of a layered graph: which stands above which, so that few links
// cross, and at what height, so that links run straight. It knows layers, nodes and links only.
//
// The rule to know: what counts is what is drawn. A link that skips layers is split by a dummy in
// each layer between, and the dummy takes part in everything: it is ordered, it crosses, and it is
// given room, so that the link passes between cards and not behind one. Whatever else is drawn (a
// hub where many links meet, a layer of its own for hubs) is a node to this package.
//
// Start with [New], then [Minimise] for an order, [Crossings] to count, [Place] for heights. All
// budgets are counts of steps, never time: same graph in, same order out, at any number of
// processors and on any architecture. Memory is linear in items and links, save for a table of
// bounded size; time is near linear for graphs of more than a few thousand nodes, and below that
// grows with what better orders are worth. Nothing is written to what the caller passed in.
//
// It does not assign layers, draw, or route links. Links inside one layer are left out altogether:
// they cross nothing that a change of order between layers could mend.
package order
