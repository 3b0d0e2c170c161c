package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render/internal/words"
)

// Words are the fixed words of a picture by their key. {name} stands for what the picture fills in; a
// sentence keeps all of these, in any order. A key that ends in .one is the form for one thing, .other
// the form for any other number. The words of a report are a list of their own, report.Words; where
// both say the same, they have it under one key.
type Words map[string]string

// English returns the words that are used unless [WithWords] replaces them: the list to translate. It
// is the caller's to change.
func English() Words {
	w := english()
	all := Words{}
	for key, at := range w.byKey() {
		all[key] = *at
	}
	return all
}

// wording is Words as drawing asks for them: each by its name, so that one that is not there does not
// compile. Pairs are the forms for one and for any other number.
type wording struct {
	Map        string // what the picture is
	Whole      string // the row of an overview that counts all stones
	Stones     [2]string
	Columns    [2]string
	Pathways   [2]string
	Links      [2]string
	Ratings    [2]string // how many there are, behind how many of them moved
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
	AllToOne   string    // each of several to the only one
	OneToAll   string    // the only one to each of several
	OneLeads   string    // the only one to the only one
	Hub        string    // every stone on one side of a hub leads to every one on the other
	LinkCount  string    // what the number on an arrow of an overview is
	Cards      string    // heading of the legend of cards
	StoneCount string    // what the number in a cell of an overview is
	Less       string    // a link with a negative effect
	Change     string    // heading of the legend of changes
	Before     string    // before what a rating was
	Turn       string    // what stands before and behind the arrow of a rating that changed
	Range      string    // what two signs of one rating say
	Stayed     string    // what stands where a rating did not change
	AsOf       string
	InFocus    string // before the pathways in focus
	Since      string
	Moves      [moves]string // counts of ratings that moved, and how
	Source     string        // before publisher, date and address
	Untitled   string        // a map, column or pathway without a title
	ReadRight  string        // how the map is read
	ReadLeft   string        // how it is read in a language that runs from right to left
	Months     string        // their names from January on, a bar between two
	Day        string        // a date that has all of its parts
	Month      string        // one that has no day
}

func english() wording {
	return wording{
		Map:        "Outcome map",
		Whole:      "Whole map",
		Stones:     [2]string{"{n} stepping stone", "{n} stepping stones"},
		Columns:    [2]string{"{n} column", "{n} columns"},
		Pathways:   [2]string{"{n} pathway", "{n} pathways"},
		Links:      [2]string{"{n} link", "{n} links"},
		Ratings:    [2]string{"of {n} rating", "of {n} ratings"},
		Pathway:    "Pathways",
		Progress:   "Progress",
		Confidence: "Confidence",
		Link:       "Links",
		NotRated:   "Not rated",
		NoPathway:  "In no pathway",
		To:         "to",
		LeadsTo:    "Leads to",
		More:       "and {n} more",
		AllLead:    "each of the above leads to each of these",
		AllToOne:   "each of the above leads to this",
		OneToAll:   "the above leads to each of these",
		OneLeads:   "the above leads to this",
		Hub:        "each stone before the dot leads to each one after it",
		LinkCount:  "how many links lead to the next column",
		Cards:      "Cards",
		StoneCount: "how many stepping stones",
		Less:       "leads to less of it",
		Change:     "Change",
		Before:     "before",
		Turn:       "before, and now",
		Range:      "from the lowest to the highest that raters gave",
		Stayed:     "the same as before",
		AsOf:       "as of {date}",
		InFocus:    "In focus: {pathways}",
		Since:      "changes since {date}",
		Moves: [moves]string{
			same: "{n} unchanged", further: "{n} further on", back: "{n} fallen back", newlyRated: "{n} newly rated",
			surer: "{n} surer", lessSure: "{n} less sure", otherwise: "{n} changed otherwise",
		},
		Source:    "Source",
		Untitled:  "Untitled",
		ReadRight: "read from left to right",
		ReadLeft:  "read from right to left",
		Months:    "January|February|March|April|May|June|July|August|September|October|November|December",
		Day:       "{day} {month} {year}",
		Month:     "{month} {year}",
	}
}

// byKey is where each word is kept.
func (w *wording) byKey() map[string]*string {
	return map[string]*string{
		"count.stones.one": &w.Stones[0], "count.stones.other": &w.Stones[1],
		"count.columns.one": &w.Columns[0], "count.columns.other": &w.Columns[1],
		"count.pathways.one": &w.Pathways[0], "count.pathways.other": &w.Pathways[1],
		"count.links.one": &w.Links[0], "count.links.other": &w.Links[1],
		"count.ratings.one": &w.Ratings[0], "count.ratings.other": &w.Ratings[1],

		"map.name": &w.Map, "map.whole": &w.Whole, "map.untitled": &w.Untitled, "map.right": &w.ReadRight, "map.left": &w.ReadLeft,
		"map.asof": &w.AsOf, "map.since": &w.Since, "map.focus": &w.InFocus, "map.source": &w.Source, "map.pathways": &w.Pathway, "map.loose": &w.NoPathway,
		"map.leads": &w.LeadsTo, "map.more": &w.More, "map.to": &w.To,
		"map.each": &w.AllLead, "map.each.toone": &w.AllToOne, "map.each.fromone": &w.OneToAll, "map.onetoone": &w.OneLeads,

		"date.months": &w.Months, "date.day": &w.Day, "date.month": &w.Month,

		"rating.progress": &w.Progress, "rating.confidence": &w.Confidence, "rating.none": &w.NotRated, "rating.before": &w.Before,

		"legend.links": &w.Link, "legend.hub": &w.Hub, "legend.less": &w.Less, "legend.number": &w.LinkCount, "legend.cards": &w.Cards, "legend.stones": &w.StoneCount,
		"legend.change": &w.Change, "legend.turn": &w.Turn, "legend.same": &w.Stayed, "legend.range": &w.Range,

		"move.further": &w.Moves[further], "move.back": &w.Moves[back], "move.new": &w.Moves[newlyRated], "move.surer": &w.Moves[surer],
		"move.lesssure": &w.Moves[lessSure], "move.otherwise": &w.Moves[otherwise], "move.same": &w.Moves[same],
	}
}

// replace puts a caller's words in the place of those that it has.
func (w *wording) replace(other Words) error {
	if len(other) == 0 {
		return nil
	}
	all, err := words.Over(English(), other)
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	for key, at := range w.byKey() {
		*at = all[key]
	}
	return nil
}

// count puts n into the form that suits it.
func count(forms [2]string, n int) string {
	form := forms[1]
	if n == 1 {
		form = forms[0]
	}
	return withNumber(form, n)
}

func withNumber(sentence string, n int) string {
	return strings.ReplaceAll(sentence, "{n}", strconv.Itoa(n))
}

// date words a date; what is none stays as it is.
func (w *wording) date(d evidence.Date) string {
	if told, ok := words.Date(d, w.Months, w.Day, w.Month); ok {
		return told
	}
	return string(d)
}

// onDay puts a date into a sentence.
func (w *wording) onDay(sentence string, day evidence.Date) string {
	return strings.ReplaceAll(sentence, "{date}", w.date(day))
}
