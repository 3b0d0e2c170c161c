package render_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// walk is a map that fits on a page of a manual: one pathway, from two activities to one impact.
var walk = outcome.Map{
	Title: "Walking group",
	Columns: []outcome.Column{
		{ID: "do", Heading: "What we do", Stones: []outcome.Stone{{ID: "lead", Text: "Lead a walk each week"}, {ID: "train", Text: "Train walk leaders"}}},
		{ID: "feel", Heading: "How they feel", Stones: []outcome.Stone{{ID: "fun", Text: "That was fun"}, {ID: "known", Text: "People know my name"}}},
		{ID: "difference", Heading: "What difference does this make?", Stones: []outcome.Stone{{ID: "less-alone", Text: "Older people are less alone"}}},
	},
	Pathways: []pathway.Pathway{{ID: "company", Title: "Good company", Steps: []pathway.Step{
		{Column: "do", Stones: []string{"lead", "train"}}, {Column: "feel", Stones: []string{"fun", "known"}}, {Column: "difference", Stones: []string{"less-alone"}},
	}}},
}

// The picture is for a browser: redirect it into a file that ends in .svg.
func ExampleSVG() {
	var picture strings.Builder
	if err := render.SVG(&picture, &walk, render.WithTheme(render.Light())); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Count(picture.String(), "data-stone="), "cards")
	fmt.Println(strings.Count(picture.String(), "data-from="), "links")
	// Output:
	// 5 cards
	// 6 links
}

// Two stones that both lead to two others are drawn through one hub, yet all four links are listed.
func ExampleLayout() {
	g, err := render.Layout(&walk)
	if err != nil {
		log.Fatal(err)
	}
	for _, hub := range g.Hubs {
		fmt.Println(hub.From, "lead to", hub.To)
	}
	for _, link := range g.Links {
		fmt.Println(link.From, "->", link.To, "by", len(link.Points), "points")
	}
	// Output:
	// [lead train] lead to [fun known]
	// lead -> fun by 3 points
	// lead -> known by 3 points
	// train -> fun by 3 points
	// train -> known by 3 points
	// fun -> less-alone by 2 points
	// known -> less-alone by 2 points
}

// An option for something that the map does not have is an error, before anything is written.
func ExamplePathway() {
	err := render.SVG(os.Stdout, &walk, render.Pathway("compny"))
	fmt.Println(err)
	// Output:
	// render: the map has no pathway "compny"
}

// Graphviz keeps the columns: each is one rank.
func ExampleDOT() {
	var graph strings.Builder
	if err := render.DOT(&graph, &walk); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Count(graph.String(), "rank=same"), "columns")
	for line := range strings.Lines(graph.String()) {
		if edge, _, ok := strings.Cut(line, " [class="); ok {
			fmt.Println(strings.TrimSpace(edge))
		}
	}
	// Output:
	// 3 columns
	// s0 -> s2
	// s0 -> s3
	// s1 -> s2
	// s1 -> s3
	// s2 -> s4
	// s3 -> s4
}
