package evidence

// Ratings is layer 1 of a [Scorecard]: what people judged of each stone of the pathway, on an
// ordinal scale. Levels are compared and counted. They are never averaged, never compared across
// standards, and never turned into likelihoods.
type Ratings struct {
	Standard     Standard      `json:"standard"`
	Completeness Completeness  `json:"completeness"`
	Stones       int           `json:"stones"` // in the pathway, each once
	Rated        int           `json:"rated"`  // of them, with progress and confidence both: the coverage
	Differ       int           `json:"differ"` // of them, where raters differ and none is agreed
	Progress     Weakest       `json:"progress"`
	Confidence   Weakest       `json:"confidence"`
	Steps        []StepRatings `json:"steps,omitempty"` // in order
	Whole        Rating        `json:"whole,omitzero"`  // of the pathway as a whole; it enters no figure
	Agreement    Agreement     `json:"agreement"`       // of those who rated apart from each other
}

// Agreement is how far raters agree on the stones of a pathway beyond chance: Krippendorff's alpha
// for ordered levels, over what each said on their own in the round that counts. A figure is nil
// where no stone has two raters or their ratings never vary.
type Agreement struct {
	Stones     int      `json:"stones"` // that two raters or more judged
	Progress   *float64 `json:"progress,omitempty"`
	Confidence *float64 `json:"confidence,omitempty"`
}

// Completeness says whether all ratings of a pathway are there.
type Completeness string

// The two kinds. A pathway without stones is incomplete.
const (
	Complete   Completeness = "complete"   // every stone has progress and confidence
	Incomplete Completeness = "incomplete" // the weakest level is a range: an unrated stone may be weaker
)

// Weakest is what the ratings of a pathway come to on one of the standard's two scales: a chain is
// as far as its least advanced stone, and as sure as its least sure one.
type Weakest struct {
	Rated   int        `json:"rated"`             // stones with a rating on this scale
	Level   LevelRange `json:"level,omitzero"`    // a range where raters differ or a stone is unrated
	OfRated LevelRange `json:"ofRated,omitzero"`  // the same over the rated stones alone
	At      string     `json:"at,omitempty"`      // column of the first step with a stone of the weakest rated level
	DropsAt string     `json:"dropsAt,omitempty"` // column of the first step whose weakest is below that of the rated step before
}

// Weakest returns the scale that [Breaks] goes by: Progress where some stone's progress is below the
// highest level, else Confidence where some stone's confidence is, else nil. What is weak in a step without
// a column does not count, as nothing could name it.
func (r *Ratings) Weakest() *Weakest {
	switch {
	case r.Progress.At != "" && r.Progress.below(r.Standard.Progress):
		return &r.Progress
	case r.Confidence.At != "" && r.Confidence.below(r.Standard.Confidence):
		return &r.Confidence
	}
	return nil
}

// weak reports whether some rating is below the highest level of its scale, be it in a step that has
// no column to name it by.
func (r *Ratings) weak() bool {
	return r.Progress.below(r.Standard.Progress) || r.Confidence.below(r.Standard.Confidence)
}

// below reports whether some stone is rated below the highest level.
func (w *Weakest) below(levels []Level) bool {
	return w.Rated > 0 && len(levels) > 0 && w.OfRated.Low != levels[len(levels)-1].ID
}

// StepRatings are the ratings of one step.
type StepRatings struct {
	Column     string   `json:"column"`
	Progress   []int    `json:"progress"`         // stones per level of the standard; under the lower one where raters differ
	Confidence []int    `json:"confidence"`       // the same
	Stones     []Rating `json:"stones,omitempty"` // in order, the unrated too
	Whole      Rating   `json:"whole,omitzero"`   // of the step as a whole; it enters no figure
}
