package evidence

import "github.com/outcomemap/outcomemap/pathway"

// Body is the whole body of evidence of a map.
type Body struct {
	Standard    Standard      `json:"standard,omitzero"` // zero: [DefaultStandard]
	Sources     []Source      `json:"sources,omitempty"`
	Items       []Item        `json:"items,omitempty"`
	Groups      []Group       `json:"groups,omitempty"`
	Criteria    []Criterion   `json:"criteria,omitempty"`
	Claims      []Claim       `json:"claims,omitempty"`
	Indicators  []Indicator   `json:"indicators,omitempty"`
	Rounds      []Round       `json:"rounds,omitempty"` // reporting rounds, oldest first
	Assessments []Assessment  `json:"assessments,omitempty"`
	Extra       pathway.Extra `json:"extra,omitempty"`
}

// A Standard is the scale on which progress and confidence are rated: levels in rising order.
type Standard struct {
	ID         string        `json:"id,omitempty"`
	Progress   []Level       `json:"progress,omitempty"`
	Confidence []Level       `json:"confidence,omitempty"`
	Refs       []pathway.Ref `json:"refs,omitempty"`
	Extra      pathway.Extra `json:"extra,omitempty"`
}

// A Level is one rung of a [Standard]'s scale.
type Level struct {
	ID         string        `json:"id"`
	Label      string        `json:"label,omitempty"`      // plain text; "": the id serves
	Definition string        `json:"definition,omitempty"` // CommonMark
	Extra      pathway.Extra `json:"extra,omitempty"`
}

// A Source is where evidence comes from: a survey, a set of interviews, a register.
type Source struct {
	ID         string        `json:"id"`
	Title      string        `json:"title,omitempty"` // plain text
	Kind       string        `json:"kind,omitempty"`  // free, such as "survey" or "interview"
	URL        string        `json:"url,omitempty"`
	Tags       []string      `json:"tags,omitempty"`
	Collection Collection    `json:"collection,omitzero"`
	Refs       []pathway.Ref `json:"refs,omitempty"`
	Extra      pathway.Extra `json:"extra,omitempty"`
}

// Collection says how a source is gathered.
type Collection struct {
	Method string           `json:"method,omitempty"` // free text, such as "telephone interviews"
	When   string           `json:"when,omitempty"`   // free text, such as "every spring"
	By     string           `json:"by,omitempty"`     // whoever gathers it
	Status CollectionStatus `json:"status,omitempty"`
	Extra  pathway.Extra    `json:"extra,omitempty"`
}

// CollectionStatus tells a source that is still to be gathered from one that is there.
type CollectionStatus string

// The states of a collection. The zero value means that nothing is stated.
const (
	CollectionPlanned CollectionStatus = "planned"
	Collected         CollectionStatus = "collected"
)

// An Item is one piece of evidence, or a piece that was looked for in vain or is still to be
// sought.
type Item struct {
	ID     string        `json:"id"`
	Source string        `json:"source,omitempty"` // id of a [Source]
	Text   string        `json:"text,omitempty"`   // what was found; for an absent item, what was expected (CommonMark)
	URL    string        `json:"url,omitempty"`
	Date   Date          `json:"date,omitempty"` // when it was found, or looked for
	Tags   []string      `json:"tags,omitempty"`
	Status Status        `json:"status,omitempty"` // "" reads as observed
	Cost   *float64      `json:"cost,omitempty"`   // of a planned item, in any one unit; nil: not known
	Group  string        `json:"group,omitempty"`  // id of a [Group]
	Bears  []Bearing     `json:"bears,omitempty"`
	Refs   []pathway.Ref `json:"refs,omitempty"`
	Extra  pathway.Extra `json:"extra,omitempty"`
}

// Status tells found from looked for and not found from not yet sought.
type Status string

// The states of an [Item].
const (
	Observed Status = "observed" // found
	Absent   Status = "absent"   // looked for and not found
	Planned  Status = "planned"  // not yet sought: changes nothing
)

// A Bearing says what an item tells about one target, and how strongly.
type Bearing struct {
	About       pathway.Target `json:"about"`
	Direction   Direction      `json:"direction,omitempty"`
	Sensitivity *Range         `json:"sensitivity,omitempty"` // P(found | the target holds); nil: not judged
	TypeIError  *Range         `json:"typeIError,omitempty"`  // P(found | it does not); nil: not judged
	Because     string         `json:"because,omitempty"`     // the reason for the two numbers (CommonMark)
	Extra       pathway.Extra  `json:"extra,omitempty"`
}

// Direction says whether an item speaks for or against its target.
type Direction string

// The directions of a [Bearing]. The zero value means that none is stated.
const (
	Supports    Direction = "supports"    // found, it speaks for the target
	Contradicts Direction = "contradicts" // found, it speaks against it
	Mixed       Direction = "mixed"       // in part the one, in part the other: it counts for neither in layer 2
)

// A Group says how the items that name it hang together, so that one thing is not counted twice.
type Group struct {
	ID     string        `json:"id"`
	Policy Policy        `json:"policy,omitempty"` // "" reads as independent
	Bears  []Bearing     `json:"bears,omitempty"`  // of a package: replaces its members' likelihoods for these targets
	Rho    *Rho          `json:"rho,omitempty"`    // of a correlated pair
	Refs   []pathway.Ref `json:"refs,omitempty"`
	Extra  pathway.Extra `json:"extra,omitempty"`
}

// Policy is the way in which the items of a [Group] are counted.
type Policy string

// The policies of a [Group].
const (
	Independent Policy = "independent" // each counts, given the target
	Package     Policy = "package"     // the group is one item, judged as a whole
	Dominant    Policy = "dominant"    // the weightiest counts alone
	Correlated  Policy = "correlated"  // a pair with a stated correlation
)

// Rho holds the correlation of two items, each in [-1, 1], in the two states of the target.
type Rho struct {
	IfTrue  float64       `json:"ifTrue"`  // where the target holds
	IfFalse float64       `json:"ifFalse"` // where it does not
	Extra   pathway.Extra `json:"extra,omitempty"`
}

// A Criterion says how one would know that a target is reached.
type Criterion struct {
	ID    string         `json:"id"`
	Text  string         `json:"text"`           // CommonMark
	About pathway.Target `json:"about,omitzero"` // zero: nobody said of what
	Refs  []pathway.Ref  `json:"refs,omitempty"`
	Extra pathway.Extra  `json:"extra,omitempty"`
}

// A Claim puts a target into words as it is tested, with the chance given to it beforehand. Of two about
// one target the first counts, and one in a pathway counts there before one in every pathway.
type Claim struct {
	About pathway.Target `json:"about"`
	Text  string         `json:"text,omitempty"`  // the claim as tested (CommonMark)
	Prior *Range         `json:"prior,omitempty"` // nil: evidence has weight, but there is no posterior
	Refs  []pathway.Ref  `json:"refs,omitempty"`
	Extra pathway.Extra  `json:"extra,omitempty"`
}
