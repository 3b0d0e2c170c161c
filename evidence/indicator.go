package evidence

import "github.com/outcomemap/outcomemap/pathway"

// An Indicator is a quantity, or an ordered or described quality, that is followed over time.
type Indicator struct {
	ID         string             `json:"id"`
	Title      string             `json:"title,omitempty"`      // plain text
	Definition string             `json:"definition,omitempty"` // CommonMark
	About      pathway.Target     `json:"about,omitzero"`
	Source     string             `json:"source,omitempty"` // id of a [Source]
	Unit       string             `json:"unit,omitempty"`
	Measure    Measure            `json:"measure,omitempty"`
	Direction  IndicatorDirection `json:"direction,omitempty"`
	Combine    Combine            `json:"combine,omitempty"`
	Baseline   Baselines          `json:"baseline,omitempty"` // in a file one object or a list
	Periods    []Period           `json:"periods,omitempty"`
	Refs       []pathway.Ref      `json:"refs,omitempty"`
	Extra      pathway.Extra      `json:"extra,omitempty"`
}

// Measure is what kind of value an [Indicator] has.
type Measure string

// The measures of an [Indicator].
const (
	UnitMeasure Measure = "unit"
	Percentage  Measure = "percentage"
	Ordinal     Measure = "ordinal"
	Nominal     Measure = "nominal"
	Qualitative Measure = "qualitative"
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
	Value      *Value            `json:"value,omitempty"` // nil: unknown
	Date       Date              `json:"date,omitempty"`
	Dimensions map[string]string `json:"dimensions,omitempty"` // whom the row counts; none: everyone
	Notes      string            `json:"notes,omitempty"`      // CommonMark
	Extra      pathway.Extra     `json:"extra,omitempty"`
}

// A Period is the value of an [Indicator] over a span of time, with what was aimed at.
type Period struct {
	Start       Date              `json:"start,omitempty"`
	End         Date              `json:"end,omitempty"`
	Target      *Value            `json:"target,omitempty"` // nil: unknown, as for the next three
	Actual      *Value            `json:"actual,omitempty"`
	Numerator   *float64          `json:"numerator,omitempty"`
	Denominator *float64          `json:"denominator,omitempty"`
	Dimensions  map[string]string `json:"dimensions,omitempty"` // whom the row counts; none: everyone
	Notes       string            `json:"notes,omitempty"`      // CommonMark
	Extra       pathway.Extra     `json:"extra,omitempty"`
}
