package outcome_test

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// garden is a map as a program makes one: a literal, with nothing to build and nothing to close.
func garden() *outcome.Map {
	return &outcome.Map{
		Title: "Community garden",
		Columns: []outcome.Column{
			{ID: "do", Heading: "What we do", Stones: []outcome.Stone{{ID: "plots", Text: "Open shared plots"}}},
			{ID: "feel", Heading: "How they feel", Stones: []outcome.Stone{{ID: "welcome", Text: "People feel welcome"}}},
			{ID: "gain", Heading: "What difference", Stones: []outcome.Stone{{ID: "company", Text: "Fewer people are lonely"}}},
		},
		Pathways: []pathway.Pathway{{
			ID: "meeting", Title: "Meeting each other",
			Steps: []pathway.Step{
				{Column: "do", Stones: []string{"plots"}}, {Column: "feel", Stones: []string{"welcome"}}, {Column: "gain", Stones: []string{"company"}},
			},
			Rivals: []pathway.Rival{{ID: "cafe", Text: "A café opened next door"}},
		}},
		Evidence: evidence.Body{Assessments: []evidence.Assessment{
			{About: pathway.Target{Pathway: "meeting", Stone: "plots"}, Progress: "great", Confidence: "high"},
			{About: pathway.Target{Pathway: "meeting", Stone: "welcome"}, Progress: "some", Confidence: "low"},
		}},
	}
}

// Check asks every question about references and method in one pass. A finding prints as one line.
func ExampleCheck() {
	m := garden()
	m.Pathways[0].Steps[2].Stones[0] = "compny"
	for _, f := range outcome.Check(m, outcome.Review) {
		if f.Severity == outcome.Error {
			fmt.Println(f.Pointer, f)
		}
	}
	// Output:
	// /pathways/0/steps/2/stones/0 error: OM202 no stone "compny" (did you mean "company"?)
}

// The checklist of contribution analysis says what is still to be done.
func ExampleConditions() {
	m := garden()
	cards := evidence.Score(m.Pathways, &m.Evidence)
	for _, c := range outcome.Conditions(m, cards)[0] {
		fmt.Printf("%t: %s\n", c.Met(), c.Kind)
		for _, o := range c.Open {
			fmt.Printf("  %s: %s\n", o.About, o.Why)
		}
	}
	// Output:
	// false: the theory of change is plausible
	//   meeting: nothing is said of what has to hold for it to work
	// true: the activities were carried out
	// false: evidence verifies the chain of results
	//   meeting: do -> feel: no evidence was found that supports this link
	//   meeting: feel -> gain: no evidence was found that supports this link
	//   meeting: 1 of 3 stones is not rated
	// false: other explanations are dealt with
	//   meeting: rival cafe: nobody has looked at this explanation
}

// Where does a stone stand, and which pathways run through it?
func ExampleNewIndex() {
	x := outcome.NewIndex(garden())
	stone, column := x.Stone("welcome")
	fmt.Printf("%q stands under %q\n", stone.Text, column.Heading)
	for _, p := range x.Through("welcome") {
		fmt.Println("in pathway", p.Title)
	}
	// Output:
	// "People feel welcome" stands under "How they feel"
	// in pathway Meeting each other
}

// Scores name things by their ids; a reader wants the map's own words.
func ExampleIndex_Name() {
	m := garden()
	x := outcome.NewIndex(m)
	for _, card := range evidence.Score(m.Pathways, &m.Evidence) {
		fmt.Printf("%s breaks at %q: %s\n", x.Name(pathway.Target{Pathway: card.Pathway}), x.Name(card.Breaks.At), card.Breaks.Why)
	}
	// Output:
	// Meeting each other breaks at "What we do → How they feel": nothing tests or supports it
}

// Who has a list of stones gets the steps from their columns, as in a map file.
func ExampleIndex_Steps() {
	for _, step := range outcome.NewIndex(garden()).Steps("company", "plots") {
		fmt.Println(step.Column, step.Stones)
	}
	// Output:
	// do [plots]
	// gain [company]
}

// What if the last stone were reached? A clone is changed, and the map stays as it is.
func ExampleMap_Clone() {
	m := garden()
	whatIf := m.Clone()
	whatIf.Evidence.Assessments = append(whatIf.Evidence.Assessments, evidence.Assessment{
		About: pathway.Target{Pathway: "meeting", Stone: "company"}, Progress: "some", Confidence: "medium",
	})
	for _, version := range []*outcome.Map{m, whatIf} {
		ratings := evidence.Score(version.Pathways, &version.Evidence)[0].Ratings
		fmt.Printf("%s: weakest progress %s\n", ratings.Completeness, ratings.Progress.Level)
	}
	// Output:
	// incomplete: weakest progress none to some
	// complete: weakest progress some
}

// What a caller sees when it shows a rule of the catalogue.
func ExampleRuleByID() {
	r, _ := outcome.RuleByID("OM204")
	fmt.Println(r.ID, r.Name, "is an", r.In(outcome.Review), "in a review")
	fmt.Println(r.Summary)
	// Output:
	// OM204 step order is an error in a review
	// The steps of a pathway are not in the order of the columns, or two share one column.
}

// What happened to a map since last year.
func ExampleDiff() {
	a := &outcome.Map{Columns: []outcome.Column{
		{ID: "feel", Stones: []outcome.Stone{{ID: "help", Text: "Help"}}},
		{ID: "gain", Stones: []outcome.Stone{{ID: "skills", Text: "Skills"}}},
	}}
	b := &outcome.Map{Columns: []outcome.Column{
		{ID: "feel"},
		{ID: "gain", Stones: []outcome.Stone{{ID: "skills", Text: "New skills"}, {ID: "help", Text: "Help"}}},
	}}
	b.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Stone: "help"}, Progress: "some", By: "Ann"}}
	for _, c := range outcome.Diff(a, b) {
		fmt.Println(c)
	}
	// Output:
	// stone "skills", text: changed from "Skills" to "New skills"
	// stone "help": moved from "feel" to "gain"
	// assessment "help, by Ann": added
}

// A national framework was revised after a council had made it its own.
func ExampleMerge() {
	framework := &outcome.Map{Title: "Framework", Columns: []outcome.Column{
		{ID: "feel", Heading: "How they feel", Stones: []outcome.Stone{{ID: "help", Text: "Help"}}},
	}}
	council, revised := framework.Clone(), framework.Clone()
	council.Title = "Our council"
	council.Columns[0].Stones[0].Text = "Help in our town"
	revised.Columns[0].Stones[0].Text = "Help in time"
	revised.Columns[0].Stones = append(revised.Columns[0].Stones, outcome.Stone{ID: "trust", Text: "Trust"})

	merged, conflicts := outcome.Merge(framework, council, revised)
	for _, stone := range merged.Columns[0].Stones {
		fmt.Printf("%s: %s: %s\n", merged.Title, stone.ID, stone.Text)
	}
	for _, c := range conflicts {
		fmt.Println("to settle:", c)
	}
	// Output:
	// Our council: help: Help in our town
	// Our council: trust: Trust
	// to settle: stone "help", text: was "Help", ours "Help in our town", theirs "Help in time"
}
