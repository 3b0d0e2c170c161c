// Package render draws an outcome map: as a picture (SVG), as a layout for others to draw, as a
// graph for Graphviz, as text.
//
// The rule to know: a picture is a table of cards under column headings, read from left to right (from
// right to left where the language is), and it says nothing that the map does not say. A step whose
// stones all lead to all of the next is drawn through one hub; progress and confidence are two signs,
// neither by colour alone; unrated has a look of its own and is not the lowest level.
//
// Start with [SVG]; [Layout] gives the same picture as coordinates, [DOT] and [Mermaid] the same graph,
// [Markdown] and [Text] the same map in words. All take the same options, and an option for a thing that the map lacks is an error before anything is written.
// Every function survives a map that is wrong: what does not exist is not drawn. Costs are linear in
// stones and links, sorting aside; a step of m stones that lead to n has m·n links.
//
// No text of a map can break out of its place: characters that XML forbids become U+FFFD, overrides of
// the writing direction are dropped, and there is no script, no external reference, and no link but
// http, https, mailto and relative ones. The same map gives the same bytes.
package render
