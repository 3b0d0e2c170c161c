package render_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
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

// The same map in words, as a terminal or a screen reader wants it.
func ExampleText() {
	if err := render.Text(os.Stdout, &walk, render.TextWidth(60)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Walking group
	// =============
	// Outcome map · 5 stepping stones · 1 pathway · 6 links
	//
	// What we do (2)
	// --------------
	// - Lead a walk each week
	// - Train walk leaders
	//
	// How they feel (2)
	// -----------------
	// - That was fun
	// - People know my name
	//
	// What difference does this make? (1)
	// -----------------------------------
	// - Older people are less alone
	//
	// A: Good company
	// ---------------
	// What we do
	//   - Lead a walk each week
	//   - Train walk leaders
	// How they feel (each of the above leads to each of these)
	//   - That was fun
	//   - People know my name
	// What difference does this make? (each of the above leads to
	// this)
	//   - Older people are less alone
}

// The same map for a wiki.
func ExampleMarkdown() {
	if err := render.Markdown(os.Stdout, &walk); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # Walking group
	//
	// Outcome map · 5 stepping stones · 1 pathway · 6 links
	//
	// | What we do | How they feel | What difference does this make? |
	// | --- | --- | --- |
	// | Lead a walk each week | That was fun | Older people are less alone |
	// | Train walk leaders | People know my name | |
	//
	// ## A: Good company
	//
	// | What we do | How they feel | What difference does this make? |
	// | --- | --- | --- |
	// | Lead a walk each week | That was fun | Older people are less alone |
	// | Train walk leaders | People know my name | |
	//
	// - What we do → How they feel (each of the above leads to each of these)
	// - How they feel → What difference does this make? (each of the above leads to this)
}

// Every figure of a scorecard with its inputs, its rule and, in the notes, where the rule is from.
func ExampleExplain() {
	var text strings.Builder
	if err := render.Explain(&text, &walk, evidence.Score(walk.Pathways, &walk.Evidence)); err != nil {
		log.Fatal(err)
	}
	headline, _, _ := strings.Cut(text.String(), "1. Ratings")
	fmt.Print(headline)
	// Output:
	// Pathway: Good company (company)
	//   Ratings: incomplete; 0 of 5 stones rated.
	//   The story breaks at What we do (do) -> How they feel (feel): nothing tests or supports it.
	//   Other explanations: 1 point open.
}

// One tidy table for R, pandas or a spreadsheet; what is not known is an empty cell.
func ExampleTable() {
	var table strings.Builder
	if err := render.Table(&table, &walk, evidence.Score(walk.Pathways, &walk.Evidence), render.CSV); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(table.String()) {
		cells := strings.Split(line, ",")
		fmt.Println(strings.Join([]string{cells[0], cells[2], cells[4], cells[5]}, ","))
	}
	// Output:
	// kind,target,stones,rated
	// pathway,company,5,0
	// step,do,2,0
	// stone,lead,,
	// stone,train,,
	// step,feel,2,0
	// stone,fun,,
	// stone,known,,
	// step,difference,1,0
	// stone,less-alone,,
	// link,do -> feel,,
	// link,feel -> difference,,
}

// What moved in a year: ratings newer than the day are drawn with what they were before.
func ExampleSince() {
	m := walk.Clone()
	known := pathway.Target{Pathway: "company", Stone: "known"}
	m.Evidence.Assessments = []evidence.Assessment{
		{About: known, Progress: "none", Confidence: "low", Date: "2021-11"},
		{About: known, Progress: "some", Confidence: "low", Date: "2022-11"},
	}
	var picture strings.Builder
	if err := render.SVG(&picture, m, render.Since("2021-12-31")); err != nil {
		log.Fatal(err)
	}
	for _, moved := range []string{"1 further on", "1 fallen back"} {
		fmt.Println(moved, strings.Contains(picture.String(), moved))
	}
	// Output:
	// 1 further on true
	// 1 fallen back false
}

// A chart for a wiki that draws Mermaid: a subgraph a column.
func ExampleMermaid() {
	var chart strings.Builder
	if err := render.Mermaid(&chart, &walk); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(chart.String()) {
		if strings.Contains(line, "subgraph") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// subgraph c0["What we do"]
	// subgraph c1["How they feel"]
	// subgraph c2["What difference does this make?"]
}

// A map too big to read is counted, pathway by pathway and column by column.
func ExampleOverview() {
	var picture strings.Builder
	if err := render.Overview(&picture, &walk); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(picture.String(), "Good company"), strings.Contains(picture.String(), "Lead a walk"))
	// Output:
	// true false
}

// The colours of a house: take a theme that comes along and replace what differs. Nothing is shared
// between two calls of Light, so that it is yours to change.
func ExampleWithTheme() {
	theme := render.Light()
	theme.Screen.Header = []string{"#5B2A86", "#7A4FA0"}
	theme.Screen.Pathways = []string{"#5B2A86", "#C2410C", "#0F766E"}
	var picture strings.Builder
	if err := render.SVG(&picture, &walk, render.WithTheme(theme)); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(picture.String(), "#5B2A86"))
	// Output:
	// true
}

// A picture in another language: translate what it shows; the rest stays English. The whole list is English.
func ExampleWithWords() {
	words := render.Words{
		"map.name":         "Wirkungslandkarte",
		"count.stones.one": "{n} Schritt", "count.stones.other": "{n} Schritte",
		"count.pathways.one": "{n} Pfad", "count.pathways.other": "{n} Pfade",
		"count.links.one": "{n} Verbindung", "count.links.other": "{n} Verbindungen",
	}
	var text strings.Builder
	if err := render.Text(&text, &walk, render.WithWords(words)); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Split(text.String(), "\n")[2])
	// Output:
	// Wirkungslandkarte · 5 Schritte · 1 Pfad · 6 Verbindungen
}
