package render

import (
	"strconv"
	"strings"
)

// Words are the fixed words of a picture. Pairs are the form for one and that for any other number;
// %d stands for the number, %s for a text. A language with more forms uses one that suits all, such as
// "Stones: %d". The words of a report are a list of their own, report.Words.
type Words struct {
	Map        string    // what the picture is
	Stones     [2]string // counts
	Columns    [2]string
	Pathways   [2]string
	Links      [2]string
	Pathway    string    // heading of the legend of pathways
	Progress   string    // heading of the legend of progress
	Confidence string    // heading of the legend of confidence
	Link       string    // heading of the legend of links
	NotRated   string    // no assessment counts
	NoPathway  string    // a stone that is in no pathway
	To         string    // between the ends of a range of levels
	LeadsTo    string    // in the label of a card, before what it leads to
	More       string    // behind a list that was cut short
	AllLead    string    // in words, beside a step: each stone of the one before leads to each of it
	Hub        string    // every stone on one side of a hub leads to every one on the other
	LinkCount  string    // what the number on an arrow of an overview is
	Less       string    // a link with a negative effect
	Change     string    // heading of the legend of changes
	Before     string    // before what a rating was
	Turn       string    // what stands before and behind the arrow of a rating that changed
	AsOf       string    // %s is the day that ratings are shown of
	Since      string    // %s is the day that ratings are compared with
	Moves      [6]string // counts of ratings: risen, fallen, new, with more confidence, with less, changed otherwise
	Same       string    // count of ratings that did not change
	Source     string    // before publisher, date and address
	Untitled   string    // a map, column or pathway without a title
	ReadRight  string    // how the map is read
	ReadLeft   string    // how it is read in a language that runs from right to left
}

// English returns the words that are used unless [WithWords] replaces them.
func English() Words {
	return Words{
		Map:        "Outcome map",
		Stones:     [2]string{"%d stepping stone", "%d stepping stones"},
		Columns:    [2]string{"%d column", "%d columns"},
		Pathways:   [2]string{"%d pathway", "%d pathways"},
		Links:      [2]string{"%d link", "%d links"},
		Pathway:    "Pathways",
		Progress:   "Progress",
		Confidence: "Confidence",
		Link:       "Links",
		NotRated:   "Not rated",
		NoPathway:  "In no pathway",
		To:         "to",
		LeadsTo:    "Leads to",
		More:       "and %d more",
		AllLead:    "each of the above leads to each of these",
		Hub:        "each stone before the dot leads to each one after it",
		LinkCount:  "how many links lead to the next column",
		Less:       "leads to less of it",
		Change:     "Change",
		Before:     "before",
		Turn:       "before, and now",
		AsOf:       "as of %s",
		Since:      "changes since %s",
		Moves:      [6]string{"%d further on", "%d fallen back", "%d newly rated", "%d surer", "%d less sure", "%d changed otherwise"},
		Same:       "%d unchanged",
		Source:     "Source",
		Untitled:   "Untitled",
		ReadRight:  "read from left to right",
		ReadLeft:   "read from right to left",
	}
}

// count puts n into the form that suits it.
func count(forms [2]string, n int) string {
	form := forms[1]
	if n == 1 {
		form = forms[0]
	}
	return strings.Replace(form, "%d", strconv.Itoa(n), 1)
}
