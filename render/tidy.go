package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// TableFormat is a way to write a table down.
type TableFormat string

// The formats of a table.
const (
	CSV  TableFormat = "csv"  // RFC 4180, with a header
	JSON TableFormat = "json" // a list of objects
)

// Table writes scorecards as one tidy table (Wickham 2014) for R, pandas or a spreadsheet: a row
// for each pathway, step, stone, link, claim of the chain, claim about the whole (its contribution)
// and rival, in that order within a pathway; kind, pathway and target tell a row from all others.
// Columns are the same in every row; what is not known or does not apply is an empty cell, null in
// JSON. Chances lie in [0, 1], weights are in decibels, and an infinite one is inf or -inf. In CSV
// a text that a spreadsheet would take for a formula gets an apostrophe in front. The scorecards
// are those that [evidence.Score] made of this map. Costs are linear in the map and the scorecards.
func Table(w io.Writer, m *outcome.Map, cards []evidence.Scorecard, format TableFormat) error {
	rows := tidy(m, cards)
	switch format {
	case CSV:
		return writeCSV(w, rows)
	case JSON:
		out, err := json.MarshalIndent(rows, "", "  ")
		if err != nil {
			return fmt.Errorf("render: %w", err)
		}
		return output.Write(w, append(out, '\n'))
	}
	return fmt.Errorf("render: no format %q of a table: want %q or %q", format, CSV, JSON)
}

// A row is one line of the table: a pathway, a step, a stone, a link, a claim or a rival. A pointer
// that is nil, and a text that is empty, is not known or does not apply.
type row struct {
	Kind           string  `json:"kind"` // "pathway", "step", "stone", "link", "claim", "contribution" or "rival"
	Pathway        string  `json:"pathway"`
	Target         string  `json:"target"` // its id, or "from -> to"
	Text           string  `json:"text"`   // what it says, of a link what it leads from and to
	Stones         *int    `json:"stones"`
	Rated          *int    `json:"rated"`
	ProgressLow    string  `json:"progress_low"`
	ProgressHigh   string  `json:"progress_high"`
	ConfidenceLow  string  `json:"confidence_low"`
	ConfidenceHigh string  `json:"confidence_high"`
	VerdictLow     string  `json:"verdict_low"`
	VerdictHigh    string  `json:"verdict_high"`
	Citations      *int    `json:"citations"` // of a link: items that support it; of a pathway: robustness by citations
	Against        *int    `json:"against"`   // items that speak against a link
	Sources        *int    `json:"sources"`   // of a pathway: robustness by sources, at the most
	Tests          *int    `json:"tests"`
	PriorLow       *number `json:"prior_low"`
	PriorHigh      *number `json:"prior_high"`
	WeightLow      *number `json:"weight_db_low"`
	WeightMid      *number `json:"weight_db_mid"`
	WeightHigh     *number `json:"weight_db_high"`
	ChanceLow      *number `json:"chance_low"` // after the evidence; of a pathway the product of its chain
	ChanceMid      *number `json:"chance_mid"`
	ChanceHigh     *number `json:"chance_high"`
	FrechetLow     *number `json:"frechet_low"`  // of a pathway, the bound at its low end
	WeakestHigh    *number `json:"weakest_high"` // of a pathway, the weakest claim at its high end
	BreaksHere     bool    `json:"breaks_here"`  // the story of the pathway breaks here

	// Of a claim its chance, of a pathway the product of its chain, with each item counted in full, and with
	// the weightiest of each claim alone: the gap is what counting one thing twice could do.
	InFullLow  *number `json:"in_full_low"`
	InFullMid  *number `json:"in_full_mid"`
	InFullHigh *number `json:"in_full_high"`
	AloneLow   *number `json:"alone_low"`
	AloneMid   *number `json:"alone_mid"`
	AloneHigh  *number `json:"alone_high"`
	RouteLow   *number `json:"route_low"` // of a pathway: that some route holds by its links alone
	RouteMid   *number `json:"route_mid"`
	RouteHigh  *number `json:"route_high"`
}

// tidy makes the rows.
func tidy(m *outcome.Map, cards []evidence.Scorecard) []row {
	rows := []row{}
	n := newNames(m)
	for _, c := range cards {
		t := tidier{card: c, names: n}
		rows = append(rows, t.whole())
		for _, step := range c.Ratings.Steps {
			rows = append(rows, t.step(step))
			for _, stone := range step.Stones {
				rows = append(rows, t.rated("stone", stone))
			}
		}
		for _, l := range c.Structure.Links {
			rows = append(rows, t.link(l))
		}
		for claim := range c.Claims() {
			kind := "claim"
			switch claim.About.Kind() {
			case pathway.RivalTarget:
				kind = "rival"
			case pathway.PathwayTarget:
				kind = "contribution"
			}
			rows = append(rows, t.claim(kind, *claim))
		}
	}
	return rows
}

// tidier makes the rows of one scorecard.
type tidier struct {
	card  evidence.Scorecard
	names *names
}

func (t tidier) about(kind string, about pathway.Target) row {
	return row{Kind: kind, Pathway: t.card.Pathway, Target: bareID(about), Text: t.names.text(about), BreaksHere: about == t.card.Breaks.At}
}

// bareID is the id of what a target names. Stones and columns share one space of ids, and pathways and
// rivals have kinds of rows of their own, so that no two rows of a kind are taken for one.
func bareID(t pathway.Target) string {
	if t.Kind() == pathway.LinkTarget {
		return t.From + " -> " + t.To
	}
	return firstOf(t.Stone, t.Column, t.Rival, t.Assumption, t.Criterion, t.Pathway)
}

func (t tidier) whole() row {
	r, s, p := t.card.Ratings, t.card.Structure, t.card.Probative
	row := t.about("pathway", pathway.Target{Pathway: t.card.Pathway})
	row.Stones, row.Rated = &r.Stones, &r.Rated
	row.ProgressLow, row.ProgressHigh = r.Progress.Level.Low, r.Progress.Level.High
	row.ConfidenceLow, row.ConfidenceHigh = r.Confidence.Level.Low, r.Confidence.Level.High
	if s.Citations != nil {
		row.Citations = &s.Citations.High
	}
	if s.Sources != nil {
		row.Sources = &s.Sources.High
	}
	row.ChanceLow, row.ChanceMid, row.ChanceHigh = lowMidHigh(p.IfIndependent)
	row.FrechetLow, _, _ = lowMidHigh(p.Lowest)
	_, _, row.WeakestHigh = lowMidHigh(p.WeakestLink)
	row.count(p.DoubleCounting)
	if p.Reliability != nil {
		row.RouteLow, row.RouteMid, row.RouteHigh = lowMidHigh(&p.Reliability.Chance)
	}
	return row
}

func (t tidier) step(s evidence.StepRatings) row {
	row := t.rated("step", s.Whole)
	if s.Whole.About == (pathway.Target{}) {
		row = t.about("step", pathway.Target{Pathway: t.card.Pathway, Column: s.Column})
	}
	stones, rated := len(s.Stones), 0
	for _, stone := range s.Stones {
		if stone.Progress.Rated() && stone.Confidence.Rated() {
			rated++
		}
	}
	row.Stones, row.Rated = &stones, &rated
	return row
}

func (t tidier) rated(kind string, r evidence.Rating) row {
	row := t.about(kind, r.About)
	row.ProgressLow, row.ProgressHigh = r.Progress.Low, r.Progress.High
	row.ConfidenceLow, row.ConfidenceHigh = r.Confidence.Low, r.Confidence.High
	row.VerdictLow, row.VerdictHigh = r.Verdict.Low, r.Verdict.High
	return row
}

func (t tidier) link(l evidence.LinkSupport) row {
	r := l.Rating
	r.About = l.About
	row := t.rated("link", r)
	citations, against := len(l.Citations), len(l.Against)
	row.Citations, row.Against = &citations, &against
	return row
}

func (t tidier) claim(kind string, c evidence.ClaimScore) row {
	r := c.Rating
	r.About = c.About
	row := t.rated(kind, r)
	if c.Text != "" {
		row.Text = c.Text
	}
	tests := len(c.Tests)
	row.Tests = &tests
	if c.Prior != nil {
		row.PriorLow, row.PriorHigh = (*number)(&c.Prior.Low), (*number)(&c.Prior.High)
	}
	row.WeightLow, row.WeightMid, row.WeightHigh = lowMidHigh(c.Weight)
	row.ChanceLow, row.ChanceMid, row.ChanceHigh = lowMidHigh(c.Posterior)
	row.count(c.DoubleCounting)
	return row
}

// count notes what the figure is at both ends of what dependence among the items can do.
func (r *row) count(d *evidence.DoubleCounting) {
	if d != nil {
		r.InFullLow, r.InFullMid, r.InFullHigh = lowMidHigh(&d.Independent)
		r.AloneLow, r.AloneMid, r.AloneHigh = lowMidHigh(&d.Dominant)
	}
}

func lowMidHigh(e *bayes.Estimate) (low, mid, high *number) {
	if e == nil {
		return nil, nil, nil
	}
	low, mid, high = new(number), new(number), new(number)
	*low, *mid, *high = number(e.Low), number(e.Mid), number(e.High)
	return low, mid, high
}

// A number is a figure that may be infinite, which JSON has no number for.
type number float64

func (x number) text() string {
	switch {
	case math.IsInf(float64(x), 1):
		return "inf"
	case math.IsInf(float64(x), -1):
		return "-inf"
	}
	return strconv.FormatFloat(float64(x), 'g', -1, 64)
}

// MarshalJSON writes a number, or "inf" and "-inf" as texts.
func (x number) MarshalJSON() ([]byte, error) {
	if math.IsInf(float64(x), 0) {
		return json.Marshal(x.text())
	}
	return []byte(x.text()), nil
}

func writeCSV(w io.Writer, rows []row) error {
	var out bytes.Buffer
	c := csv.NewWriter(&out)
	fields := reflect.VisibleFields(reflect.TypeFor[row]())
	line := make([]string, len(fields))
	for i, f := range fields {
		line[i] = f.Tag.Get("json")
	}
	errs := []error{c.Write(line)}
	for _, r := range rows {
		v := reflect.ValueOf(r)
		for i := range fields {
			line[i] = cell(v.Field(i).Interface())
		}
		errs = append(errs, c.Write(line))
	}
	c.Flush()
	if err := errors.Join(append(errs, c.Error())...); err != nil {
		return err
	}
	return output.Write(w, out.Bytes())
}

// cell writes a value into a table. A text that a spreadsheet would take for a formula gets an
// apostrophe in front.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
			return "'" + v
		}
		return v
	case bool:
		return strconv.FormatBool(v)
	case *int:
		if v != nil {
			return strconv.Itoa(*v)
		}
	case *number:
		if v != nil {
			return v.text()
		}
	}
	return ""
}
