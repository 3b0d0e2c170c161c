package pathway

// A Pathway is one mechanism of change through an outcome map: an ordered list of steps, one for
// each column that it passes.
type Pathway struct {
	ID          string       `json:"id"`                    // unique among the map's pathways
	Title       string       `json:"title,omitempty"`       // plain text
	Short       string       `json:"short,omitempty"`       // a short title, for legends and tables
	Summary     string       `json:"summary,omitempty"`     // what difference it makes, in a sentence (CommonMark)
	Description string       `json:"description,omitempty"` // CommonMark
	Steps       []Step       `json:"steps,omitempty"`       // in the order of the map's columns
	Links       []Link       `json:"links,omitzero"`        // nil: all implied; empty: none at all
	Assumptions []Assumption `json:"assumptions,omitempty"` // what has to hold for the mechanism to work
	Rivals      []Rival      `json:"rivals,omitempty"`      // what else could explain the result
	Refs        []Ref        `json:"refs,omitempty"`        // its names elsewhere
	Extra       Extra        `json:"extra,omitempty"`       // carried, never interpreted
}

// A Step holds the stepping stones that a pathway has in one column, in order.
type Step struct {
	Column  string   `json:"column"`            // id of the column
	Stones  []string `json:"stones,omitempty"`  // ids of stepping stones in that column
	Summary string   `json:"summary,omitempty"` // what was learned at this step (CommonMark)
	Extra   Extra    `json:"extra,omitempty"`   // carried, never interpreted
}

// A Link says that one stepping stone, or one whole step, leads to another.
type Link struct {
	From      string `json:"from"`                // a stone, or a column for its whole step
	To        string `json:"to"`                  // a stone, or a column for its whole step; never From
	Effect    Effect `json:"effect,omitempty"`    // "" where not stated
	Mechanism string `json:"mechanism,omitempty"` // why the one leads to the other (CommonMark)
	Notes     string `json:"notes,omitempty"`     // CommonMark
	Refs      []Ref  `json:"refs,omitempty"`      // its names elsewhere
	Extra     Extra  `json:"extra,omitempty"`     // carried, never interpreted
}

// Effect is the sign of a link: whether more of the one makes more or less of the other. It changes
// no route and no score.
type Effect string

// The effects of a link. The zero value means that none is stated.
const (
	Positive Effect = "positive"
	Negative Effect = "negative"
)

// An Assumption is something that has to hold, or a risk that must not come true, for the pathway
// to work.
type Assumption struct {
	ID    string         `json:"id"`             // unique in the pathway
	Kind  AssumptionKind `json:"kind,omitempty"` // "" reads as an assumption
	Text  string         `json:"text"`           // CommonMark
	About Target         `json:"about,omitzero"` // inside this pathway; zero: the whole pathway
	Refs  []Ref          `json:"refs,omitempty"` // its names elsewhere
	Extra Extra          `json:"extra,omitempty"`
}

// AssumptionKind tells what has to hold from what must not happen.
type AssumptionKind string

// The kinds of an assumption.
const (
	Assumed AssumptionKind = "assumption" // has to hold
	Risk    AssumptionKind = "risk"       // must not happen
)

// A Rival is another explanation of the result, or another influence on it.
type Rival struct {
	ID    string `json:"id"`   // unique in the pathway
	Text  string `json:"text"` // CommonMark
	Refs  []Ref  `json:"refs,omitempty"`
	Extra Extra  `json:"extra,omitempty"`
}
