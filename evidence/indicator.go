package evidence

import "github.com/outcomemap/outcomemap/pathway"

// An Indicator is a quantity, or an ordered or described quality, that is followed over time.
type Indicator struct {
	ID         string             `json:"id"`
	Title      string             `json:"title,omitempty"`      // plain text
	Definition string             `json:"definition,omitempty"` // CommonMark
	About      pathway.Target     `json:"about,omitzero"`       // what it indicates; zero: nobody said
	Source     string             `json:"source,omitempty"`     // id of a [Source]
	Unit       string             `json:"unit,omitempty"`       // of its values, such as "percent" (plain text)
	Measure    Measure            `json:"measure,omitempty"`
	Direction  IndicatorDirection `json:"direction,omitempty"`
	Combine    Combine            `json:"combine,omitempty"`
	Baseline   Baselines          `json:"baseline,omitempty"` // in a file one object or a list
	Periods    []Period           `json:"periods,omitempty"`  // one a span and set of dimensions
	Refs       []pathway.Ref      `json:"refs,omitempty"`
	Extra      pathway.Extra      `json:"extra,omitempty"`
}

// Measure is what kind of value an [Indicator] has.
type Measure string

// The measures of an [Indicator].
const (
	UnitMeasure Measure = "unit"        // a count or an amount
	Percentage  Measure = "percentage"  // out of a hundred
	Ordinal     Measure = "ordinal"     // ranks
	Nominal     Measure = "nominal"     // names
	Qualitative Measure = "qualitative" // words
)

// IndicatorDirection says which way is better.
type IndicatorDirection string

// The directions of an [Indicator].
const (
	Up   IndicatorDirection = "up"   // more is better
	Down IndicatorDirection = "down" // less is better
)

// Combine says how the rows of an [Indicator] may be added up.
type Combine string

// The ways to combine.
const (
	CombineRatio  Combine = "ratio"  // add numerators and denominators
	CombineSum    Combine = "sum"    // add values
	CombineLatest Combine = "latest" // the newest stands
	CombineNone   Combine = "none"   // never
)

// A Baseline is the value of an [Indicator] before the work began.
type Baseline struct {
	Value      *Value            `json:"value,omitempty"`      // nil: unknown
	Date       Date              `json:"date,omitempty"`       // when it was measured
	Dimensions map[string]string `json:"dimensions,omitempty"` // whom the row counts; none: everyone
	Notes      string            `json:"notes,omitempty"`      // CommonMark
	Extra      pathway.Extra     `json:"extra,omitempty"`
}

// A Period is the value of an [Indicator] over a span of time, with what was aimed at.
type Period struct {
	Start       Date              `json:"start,omitempty"`  // its first day; of a month or a year the first
	End         Date              `json:"end,omitempty"`    // its last day, included; of a month or a year the last
	Target      *Value            `json:"target,omitempty"` // what was aimed at; nil: unknown, as for the next three
	Actual      *Value            `json:"actual,omitempty"` // what was measured
	Numerator   *float64          `json:"numerator,omitempty"`
	Denominator *float64          `json:"denominator,omitempty"`
	Dimensions  map[string]string `json:"dimensions,omitempty"` // whom the row counts; none: everyone
	Notes       string            `json:"notes,omitempty"`      // CommonMark
	Extra       pathway.Extra     `json:"extra,omitempty"`
}
