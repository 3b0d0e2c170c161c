package outcome_test

import (
	"math"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// A fault spoils the sound map in one way and names every finding of the review profile.
type fault struct {
	why   string
	spoil func(*Map)
	want  string // "rule pointer", several by a comma
}

// referenceFaults are ids that stand twice, or that nothing bears.
var referenceFaults = []fault{
	{"three sources of one id, and one without", func(m *Map) {
		s := m.Evidence.Sources
		m.Evidence.Sources = append(s, s[0], s[0], evidence.Source{}, evidence.Source{})
	}, "OM201 /evidence/sources/2/id, OM201 /evidence/sources/3/id"},
	{"two indicators of one id", func(m *Map) { m.Evidence.Indicators = append(m.Evidence.Indicators, m.Evidence.Indicators[0]) }, "OM201 /evidence/indicators/1/id"},
	{"two pathways of one id, of which the first keeps it", func(m *Map) {
		m.Pathways = append(m.Pathways, pathway.Pathway{ID: "p", Steps: m.Pathways[0].Steps})
		m.Evidence.Assessments = m.Evidence.Assessments[1:]
	}, "OM201 /pathways/1/id, OM309 /pathways/0/steps/0/stones/0"},
	{"pathways, stones and columns without an id are not twice anything", func(m *Map) {
		m.Pathways = append(m.Pathways, pathway.Pathway{}, pathway.Pathway{})
		m.Columns[0].Stones = append(m.Columns[0].Stones, Stone{Text: "One"}, Stone{Text: "Two"})
	}, ""},
	{"assumptions of one id in one pathway", func(m *Map) {
		m.Pathways[0].Assumptions = append(m.Pathways[0].Assumptions, m.Pathways[0].Assumptions[0])
	}, "OM201 /pathways/0/assumptions/1/id"},
	{"but not in two", func(m *Map) {
		m.Pathways = append(m.Pathways, m.Pathways[0])
		m.Pathways[1].ID = "q"
		for _, a := range m.Evidence.Assessments[:5] {
			a.About.Pathway, a.Confidence = "q", ""
			m.Evidence.Assessments = append(m.Evidence.Assessments, a)
		}
	}, ""},
	{"round nobody knows", func(m *Map) { m.Evidence.Assessments[4].Round = "r9" }, "OM202 /evidence/assessments/4/round"},
	{"group nobody knows", func(m *Map) { m.Evidence.Items[0].Group = "g" }, "OM202 /evidence/items/0/group"},
	{"source of an indicator that nobody knows", func(m *Map) { m.Evidence.Indicators[0].Source = "cuont" }, "OM202 /evidence/indicators/0/source"},
	{"another pathway nobody knows", func(m *Map) { m.Evidence.Assessments[0].Also = []string{"p", "q"} }, "OM202 /evidence/assessments/0/also/1"},
	{"criterion of a stone nobody knows", func(m *Map) { m.Evidence.Criteria[0].About.Stone = "fde" }, "OM202 /evidence/criteria/0/about/stone"},
	{"criterion of nothing is as good as one of something", func(m *Map) { m.Evidence.Criteria[0].About = target{} }, ""},
	{"indicator of a stone nobody knows", func(m *Map) { m.Evidence.Indicators[0].About.Stone = "bkae" }, "OM202 /evidence/indicators/0/about/stone"},
	{"assumption about a stone nobody knows", func(m *Map) { m.Pathways[0].Assumptions[0].About.Stone = "bkae" }, "OM202 /pathways/0/assumptions/0/about/stone"},
	{"assumption about nothing", func(m *Map) { m.Pathways[0].Assumptions[0].About = target{} }, ""},
	{"package about a stone nobody knows", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Package, Bears: []evidence.Bearing{{About: target{Stone: "fde"}}}}}
	}, "OM202 /evidence/groups/0/bears/0/about/stone"},
	{"link from nowhere", func(m *Map) { m.Pathways[0].Links[1].From = "taech" }, "OM202 /pathways/0/links/1/from"},
	{"half a link is for the structure to tell", func(m *Map) {
		m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{To: "joy"}, pathway.Link{From: "joy"}, pathway.Link{})
	}, ""},
	{"link between stones of which one is elsewhere", func(m *Map) {
		m.Pathways[0].Steps[2].Stones = []string{"fed"}
		m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: "joy", To: "skill"})
		m.Evidence.Assessments[3].About.Stone = "bake"
	}, "OM301 /columns/2/stones/1, OM206 /pathways/0/links/2/to"},
	{"evidence on a link to itself", func(m *Map) { m.Evidence.Items[1].Bears[0].About.To = "joy" }, "OM208 /evidence/items/1/bears/0/about"},
	{"confidence off the scale", func(m *Map) { m.Evidence.Assessments[4].Confidence = "hihg" }, "OM209 /evidence/assessments/4/confidence"},
	{"verdict on a step, and on the pathway", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments,
			evidence.Assessment{About: target{Pathway: "p", Column: "feel"}, Verdict: evidence.Holds}, evidence.Assessment{About: target{Pathway: "p"}, Verdict: evidence.Holds})
	}, "OM212 /evidence/assessments/6/verdict, OM212 /evidence/assessments/7/verdict"},
	{"progress of a link, an assumption and a criterion", func(m *Map) {
		for _, t := range []target{{Pathway: "p", From: "joy", To: "fed"}, {Pathway: "p", Assumption: "flour"}, {Criterion: "c1"}} {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: t, Progress: "some"})
		}
	}, "OM212 /evidence/assessments/6/progress, OM212 /evidence/assessments/7/progress, OM212 /evidence/assessments/8/progress"},
	{"a stone in the step of another column, which leaves its own without one", func(m *Map) {
		steps := m.Pathways[0].Steps
		steps[0].Stones, steps[1].Stones = append(steps[0].Stones, steps[1].Stones[0]), nil
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Pathway: "p", From: steps[0].Stones[0], To: steps[2].Stones[0]}})
	}, "OM203 /pathways/0/steps/0/stones/2"},
	{"the last step moved to the front, which puts none of the others out of order", func(m *Map) {
		s := m.Pathways[0].Steps
		m.Pathways[0].Steps = []pathway.Step{s[2], s[0], s[1]}
	}, "OM204 /pathways/0/steps/0/column"},
	{"the first moved to the end", func(m *Map) {
		s := m.Pathways[0].Steps
		m.Pathways[0].Steps = []pathway.Step{s[1], s[2], s[0]}
	}, "OM204 /pathways/0/steps/2/column"},
	{"a step that was pasted twice", func(m *Map) {
		m.Pathways[0].Steps = append([]pathway.Step{m.Pathways[0].Steps[0]}, m.Pathways[0].Steps...)
	}, "OM204 /pathways/0/steps/1/column"},
	{"a column that was pasted twice, the last", func(m *Map) { m.Columns = append(m.Columns, m.Columns[2]) }, "OM201 /columns/3/id"},
	{"or one before it", func(m *Map) { m.Columns = slices.Insert(m.Columns, 2, m.Columns[1]) }, "OM201 /columns/2/id"},
	{"an assessment of a misspelt stone", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "p", Stone: "feed"}, Confidence: "high"})
	}, "OM202 /evidence/assessments/6/about/stone"},
	{"evidence of a misspelt stone", func(m *Map) { m.Evidence.Items[0].Bears[0].About.Stone = "feed" }, "OM202 /evidence/items/0/bears/0/about/stone"},
	{"a stone that was pasted twice", func(m *Map) {
		m.Columns[1].Stones = append(m.Columns[1].Stones, m.Columns[1].Stones...)
	}, "OM201 /columns/1/stones/1/id"},
	{"an agreed rating of a misspelt stone, in whose place raters differ", func(m *Map) {
		m.Evidence.Rounds = append(m.Evidence.Rounds, evidence.Round{ID: "r2"})
		about := target{Pathway: "p", Stone: "joy"}
		m.Evidence.Assessments = append(m.Evidence.Assessments,
			evidence.Assessment{About: about, Round: "r2", Progress: "none", By: "Ann"}, evidence.Assessment{About: about, Round: "r2", Progress: "great", By: "Ben"},
			evidence.Assessment{About: target{Pathway: "p", Stone: "jooy"}, Round: "r2", Progress: "some", Agreed: true})
	}, "OM202 /evidence/assessments/8/about/stone"},
	{"a column of a wrong name: its stones say which it is", func(m *Map) {
		m.Pathways[0].Steps[1].Column = "nonsense"
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Pathway: "p", Column: "feel"}})
	}, "OM202 /pathways/0/steps/1/column"},
	{"a column misspelt, without stones", func(m *Map) {
		m.Pathways[0].Steps[1] = pathway.Step{Column: "fel"}
		m.Pathways[0].Links = nil
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Pathway: "p", Column: "feel"}})
		m.Evidence.Assessments[2].About.Stone, m.Evidence.Items[1].Bears[0].About = "bake", target{Stone: "fed"}
	}, "OM202 /pathways/0/steps/1/column, OM301 /columns/1/stones/0"},
	{"a stone misspelt counts as being there", func(m *Map) {
		m.Pathways[0].Steps[2].Stones[0] = "fde"
	}, "OM202 /pathways/0/steps/2/stones/0"},
	{"a stone twice, and not assessed", func(m *Map) {
		m.Pathways[0].Steps[2].Stones = []string{"fed", "skill", "skill"}
		m.Evidence.Assessments[3].About.Stone = "fed"
	}, "OM205 /pathways/0/steps/2/stones/2, OM309 /pathways/0"},
	{"a stone three times is told of once", func(m *Map) { m.Pathways[0].Steps[2].Stones = []string{"fed", "skill", "fed", "fed"} }, "OM205 /pathways/0/steps/2/stones/2"},
	{"evidence on a link out of the pathway", func(m *Map) {
		m.Columns[2].Stones = append(m.Columns[2].Stones, Stone{ID: "more", Text: "More"})
		m.Evidence.Items[1].Bears[0].About.To = "more"
	}, "OM301 /columns/2/stones/2, OM206 /evidence/items/1/bears/0/about/to"},
	{"evidence on a column that is nearly one of the pathway", func(m *Map) {
		m.Columns = append(m.Columns, Column{ID: "gains", Stones: []Stone{{ID: "more", Text: "More"}}})
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Pathway: "p", Column: "gains"}})
	}, "OM301 /columns/3/stones/0, OM304 /pathways/0, OM206 /evidence/claims/1/about/column"},
	{"a stone in its own step, and in that of another column", func(m *Map) { m.Pathways[0].Steps[2].Stones = []string{"fed", "skill", "joy"} }, "OM203 /pathways/0/steps/2/stones/2"},
	{"nothing is told of what is in a pathway that nobody knows", func(m *Map) {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Pathway: "q", Rival: "nobody"}})
	}, "OM202 /evidence/claims/1/about/pathway"},
	{"evidence on a link to nowhere", func(m *Map) { m.Evidence.Items[1].Bears[0].About.To = "nobody" }, "OM202 /evidence/items/1/bears/0/about/to"},
	{"a rival of no pathway that nobody knows", func(m *Map) {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Rival: "mall"}})
	}, "OM202 /evidence/claims/1/about/rival"},
	{"a rival of any pathway", func(m *Map) {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Rival: "shop"}})
	}, ""},
	{"a pathway through the first column alone takes no stone from the other", func(m *Map) {
		m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: []pathway.Step{{Column: "do", Stones: []string{"teach"}}}, Rivals: m.Pathways[0].Rivals})
		m.Evidence.Assessments[1].About.Pathway = ""
	}, "OM304 /pathways/1"},
}

// figureFaults are numbers and dates that cannot be, or that say little.
var figureFaults = []fault{
	{"a cost below nothing", func(m *Map) { m.Evidence.Items[0].Cost = new(-.5) }, "OM118 /evidence/items/0/cost"},
	{"a cost that is no number, as code can make one", func(m *Map) { m.Evidence.Items[0].Cost = new(math.NaN()) }, "OM118 /evidence/items/0/cost"},
	{"no cost", func(m *Map) { m.Evidence.Items[0].Cost = new(0.) }, ""},
	{"a Type I error above 1", func(m *Map) {
		m.Evidence.Items[0].Bears[0].TypeIError, m.Evidence.Items[0].Bears[0].Direction = &num{Low: .2, High: 1.5}, ""
	}, "OM118 /evidence/items/0/bears/0/typeIError, OM316 /evidence/items/0/bears/0"},
	{"a sensitivity below 0", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity.Low = -.5 },
		"OM118 /evidence/items/0/bears/0/sensitivity, OM316 /evidence/items/0/bears/0"},
	{"a sensitivity that is no number", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = &num{Low: math.NaN(), High: .5} },
		"OM118 /evidence/items/0/bears/0/sensitivity"},
	{"a Type I error without a sensitivity", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = nil }, "OM322 /evidence/items/0/bears/0"},
	{"said to support, and as probable either way", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = &num{Low: .1, High: .2} }, "OM315 /evidence/items/0/bears/0"},
	{"said to support, and it may", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = &num{Low: .1, High: .25} }, ""},
	{"said to contradict, and as probable either way", func(m *Map) {
		b := &m.Evidence.Items[0].Bears[0]
		b.Direction, b.Sensitivity = evidence.Contradicts, &num{Low: .2, High: .25}
	}, "OM315 /evidence/items/0/bears/0"},
	{"said to contradict, and it may", func(m *Map) {
		b := &m.Evidence.Items[0].Bears[0]
		b.Direction, b.Sensitivity = evidence.Contradicts, &num{Low: .15, High: .25}
	}, ""},
	{"certain to be found", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity.High = 1 }, "OM316 /evidence/items/0/bears/0"},
	{"a claim certain to fail", func(m *Map) { m.Evidence.Claims[0].Prior = &num{Low: 0, High: .5} }, "OM323 /evidence/claims/0/prior"},
	{"a claim without a prior", func(m *Map) { m.Evidence.Claims[0].Prior = nil }, ""},
	{"a correlation below -1", func(m *Map) { pair(m).Rho.IfTrue = -1.5 }, "OM118 /evidence/groups/0/rho"},
	{"a correlation above 1", func(m *Map) { pair(m).Rho.IfFalse = 1.5 }, "OM118 /evidence/groups/0/rho"},
	{"full correlation", func(m *Map) { pair(m).Rho.IfTrue, pair(m).Rho.IfFalse = -1, 1 }, ""},
	{"a pair without its correlation", func(m *Map) { pair(m).Rho = nil }, "OM210 /evidence/groups/0"},
	{"a period of a day", func(m *Map) { p := &m.Evidence.Indicators[0].Periods[0]; p.Start, p.End = "2021-05-01", "2021-05-01" }, ""},
	{"a period that ends the day before", func(m *Map) { p := &m.Evidence.Indicators[0].Periods[0]; p.Start, p.End = "2021-05-02", "2021-05-01" },
		"OM211 /evidence/indicators/0/periods/0"},
	{"a period inside of a year", func(m *Map) { p := &m.Evidence.Indicators[0].Periods[0]; p.Start, p.End = "2021-05", "2021" }, ""},
	{"a period without an end", func(m *Map) { m.Evidence.Indicators[0].Periods[0].End = "" }, ""},
	{"out of none", func(m *Map) { m.Evidence.Indicators[0].Periods[0].Denominator = new(0.) }, "OM324 /evidence/indicators/0/periods/0/denominator"},
	{"out of a half", func(m *Map) { m.Evidence.Indicators[0].Periods[0].Denominator = new(.5) }, ""},
	{"words as a target", func(m *Map) { m.Evidence.Indicators[0].Periods[0].Target = evidence.Text("many") }, "OM324 /evidence/indicators/0/periods/0/target"},
	{"a number of words", func(m *Map) {
		x := &m.Evidence.Indicators[0]
		x.Measure, x.Baseline, x.Periods[0].Actual = evidence.Qualitative, evidence.Baselines{{Value: evidence.Text("few")}, {Value: evidence.Number(2)}}, nil
	}, "OM324 /evidence/indicators/0/baseline/1/value"},
	{"ranks and names may be either", func(m *Map) {
		x := &m.Evidence.Indicators[0]
		x.Measure, x.Periods[0].Target = evidence.Ordinal, evidence.Text("third")
	}, ""},
}

// pair makes the two items of the sound map a correlated group, once.
func pair(m *Map) *evidence.Group {
	if len(m.Evidence.Groups) == 0 {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Correlated, Rho: &evidence.Rho{}}}
		m.Evidence.Items[0].Group, m.Evidence.Items[1].Group = "g", "g"
	}
	return &m.Evidence.Groups[0]
}

// methodFaults are weak in a map that is sound.
var methodFaults = []fault{
	{"cited alone", func(m *Map) { m.Evidence.Items[0].Bears = nil; m.Evidence.Claims = nil }, ""},
	{"judged by its package alone", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Package, Bears: m.Evidence.Items[1].Bears}}
		m.Evidence.Items[1].Bears, m.Evidence.Items[1].Group = nil, "g"
	}, ""},
	{"in a package that is not judged", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Package}}
		m.Evidence.Items[1].Bears, m.Evidence.Items[1].Group = nil, "g"
	}, "OM210 /evidence/groups/0, OM312 /evidence/items/1"},
	{"a source without items", func(m *Map) {
		m.Evidence.Sources = append(m.Evidence.Sources, evidence.Source{ID: "walk"}, evidence.Source{})
	}, "OM319 /evidence/sources/2"},
	{"three items of one source on one claim", func(m *Map) { twins(m, 2, func(*evidence.Item) {}) }, "OM318 /evidence/items/2/bears/0, OM318 /evidence/items/3/bears/0"},
	{"of which the second is planned", func(m *Map) { twins(m, 1, func(i *evidence.Item) { i.Status = evidence.Planned }) }, ""},
	{"or states no source", func(m *Map) { twins(m, 2, func(i *evidence.Item) { i.Source = "" }) }, ""},
	{"or has no weight", func(m *Map) { twins(m, 1, func(i *evidence.Item) { i.Bears[0].Sensitivity = nil }) }, "OM322 /evidence/items/2/bears/0"},
	{"or bears on another claim", func(m *Map) { twins(m, 1, func(i *evidence.Item) { i.Bears[0].About.Stone = "joy" }) }, ""},
	{"one item twice on one claim", func(m *Map) { i := &m.Evidence.Items[0]; i.Bears = append(i.Bears, i.Bears[0]) }, ""},
	{"a single assessment", func(m *Map) { m.Evidence.Assessments = m.Evidence.Assessments[4:5] }, "OM309 /pathways/0"},
	{"an assessment of the pathway alone", func(m *Map) {
		m.Evidence.Assessments = []evidence.Assessment{{About: target{Pathway: "p"}, Progress: "some"}}
	}, "OM309 /pathways/0"},
	{"a stone assessed for every pathway", func(m *Map) { m.Evidence.Assessments[0].About.Pathway = "" }, ""},
	{"a stone assessed here, and for another pathway as well", func(m *Map) { secondPathway(m, "q") }, ""},
	{"and not for the other", func(m *Map) { secondPathway(m, "") }, "OM309 /pathways/1/steps/0/stones/0"},
	{"sure in the other pathway, for which nobody cites anything", func(m *Map) {
		secondPathway(m, "")
		m.Pathways[1].Steps[0].Stones = []string{"fed"}
		m.Evidence.Assessments[4].Also = []string{""}
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "q", Stone: "fed"}, Confidence: "high"})
	}, "OM311 /evidence/assessments/6"},
	{"sure in the other pathway, for which it is cited as well", func(m *Map) {
		secondPathway(m, "")
		m.Pathways[1].Steps[0].Stones = []string{"fed"}
		m.Evidence.Assessments[4].Also = []string{"q"}
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "q", Stone: "fed"}, Confidence: "high"})
	}, ""},
	{"sure of what nobody can say", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{Confidence: "high"}, evidence.Assessment{About: target{Stone: "joy", Rival: "shop"}, Confidence: "high"})
	}, "OM120 /evidence/assessments/6/about, OM120 /evidence/assessments/7/about"},
	{"sure, in a word that the scale lacks", func(m *Map) { m.Evidence.Assessments[0].Confidence = "quite" }, "OM209 /evidence/assessments/0/confidence"},
	{"a stone assessed where the id is misspelt is not told of twice", func(m *Map) { m.Evidence.Assessments[0].About.Stone = "bkae" }, "OM202 /evidence/assessments/0/about/stone"},
	{"nor a pathway", func(m *Map) {
		m.Pathways[0].ID = "bread"
		for i := range m.Evidence.Assessments {
			m.Evidence.Assessments[i].About.Pathway = "braed"
		}
		m.Evidence.Items[0].Bears[0].About.Pathway, m.Evidence.Items[1].Bears[0].About.Pathway, m.Evidence.Claims[0].About.Pathway = "bread", "bread", "bread"
	}, "OM202 /evidence/assessments/0/about/pathway"},
	{"two steps in one column, of which nothing else is told", func(m *Map) {
		s := m.Pathways[0].Steps
		m.Pathways[0].Steps = []pathway.Step{s[0], s[1], {Column: "gain", Stones: []string{"fed"}}, {Column: "gain", Stones: []string{"skill"}}}
		m.Pathways[0].Links = []pathway.Link{}
	}, "OM204 /pathways/0/steps/3/column"},
	{"a step without a column, of which nothing else is told", func(m *Map) { m.Pathways[0].Steps[1].Column = ""; m.Pathways[0].Links = []pathway.Link{} }, ""},
	{"a pathway of two steps with no link between them", func(m *Map) {
		q := m.Pathways[0]
		q.ID, q.Steps, q.Links, q.Assumptions = "q", q.Steps[1:], []pathway.Link{}, nil
		m.Pathways = append(m.Pathways, q)
		for _, id := range []string{"joy", "fed", "skill"} {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "q", Stone: id}, Progress: "some"})
		}
	}, "OM321 /pathways/1"},
	{"a pathway of one step without stones has no gap", func(m *Map) {
		m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: []pathway.Step{{Column: "gain"}}})
	}, ""},
	{"a pathway without steps", func(m *Map) { m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q"}) }, ""},
	{"a pathway that skips the first column", func(m *Map) {
		m.Pathways[0].Steps, m.Pathways[0].Links = m.Pathways[0].Steps[1:], nil
		m.Pathways[0].Assumptions, m.Evidence.Assessments, m.Evidence.Indicators = nil, m.Evidence.Assessments[2:], nil
	}, "OM301 /columns/0/stones/0, OM301 /columns/0/stones/1"},
	{"a joint at the end of the text", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake bread. " }, ""},
	{"an initial is no sentence", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake with J. Smith" }, ""},
	{"nor is a title", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake with Dr. Smith" }, ""},
	{"a word of three letters ends one", func(m *Map) { m.Columns[0].Stones[0].Text = "Buy rye. Bake it" }, "OM307 /columns/0/stones/0/text"},
	{"a question", func(m *Map) { m.Columns[0].Stones[0].Text = "Who bakes? We do" }, "OM307 /columns/0/stones/0/text"},
	{"a small letter goes on", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake bread! and sell it" }, ""},
	{"and a new statement", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake bread, and sell it" }, "OM307 /columns/0/stones/0/text"},
	{"the same text in another column", func(m *Map) { m.Columns[2].Stones[0].Text = "JOY in  baking" }, "OM308 /columns/2/stones/0/text"},
	{"no text is not the same text", func(m *Map) { m.Columns[0].Stones[0].Text, m.Columns[0].Stones[1].Text = "", " " }, ""},
	{"long in bytes alone", func(m *Map) { m.Columns[0].Stones[0].Text = strings.Repeat("é", 100) }, ""},
	{"a comment", func(m *Map) { m.Columns[0].Stones[1].Notes = "a <!-- b" }, "OM320 /columns/0/stones/1/notes"},
	{"HTML in a list of texts", func(m *Map) { m.Columns[0].Stones[1].Tags = []string{"a", "<i>"} }, "OM320 /columns/0/stones/1/tags/1"},
	{"JSON of one's own is no prose", func(m *Map) { m.Extra = pathway.Extra(`{"a":"<b>"}`) }, ""},
	{"an address in angles", func(m *Map) { m.Summary = "<who@example.org>" }, ""},
}

// secondPathway adds one through the last stone, which is assessed in the first pathway, and in those that
// are named as well.
func secondPathway(m *Map, also string) {
	m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Steps: []pathway.Step{{Column: "gain", Stones: []string{"skill"}}}})
	m.Evidence.Assessments[3].Also = []string{also, "p"}
}

// twins adds more items like the first, one way or another.
func twins(m *Map, n int, change func(*evidence.Item)) {
	for i := range n {
		twin := m.Clone().Evidence.Items[0]
		twin.ID = string(rune('k' + i))
		change(&twin)
		m.Evidence.Items = append(m.Evidence.Items, twin)
	}
}
