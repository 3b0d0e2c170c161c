package standards_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/standards"
	"github.com/outcomemap/outcomemap/pathway"
)

func TestStandardsAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, std := range standards.All() {
		assert.False(t, seen[std.ID], "%s stands twice", std.ID)
		seen[std.ID] = true
		levels := map[string]bool{}
		for _, l := range std.Confidence {
			assert.False(t, levels[l.ID], "%s %s", std.ID, l.ID)
			levels[l.ID] = true
			assert.NotEmpty(t, l.Label)
			assert.NotEmpty(t, l.Definition)
		}
		body := evidence.Body{Standard: std}
		assert.NotEmpty(t, body.EffectiveStandard().Progress, "progress is the library's own where a standard has none")
	}
	assert.Len(t, seen, 4)
	assert.Len(t, standards.GRADE().Confidence, 4)
	assert.Len(t, standards.Nesta().Confidence, 5)
	assert.Len(t, standards.ICD203().Confidence, 7)
	std := standards.Nesta()
	std.Confidence[0].Label = "changed"
	assert.Equal(t, "Level 1", standards.Nesta().Confidence[0].Label, "each call makes its own")
}

// The borders are those that the directive prints.
func TestInWords(t *testing.T) {
	for _, tt := range []struct {
		chance float64
		want   string
	}{
		{0, "Almost no chance"}, {0.049, "Almost no chance"}, {0.05, "Very unlikely"}, {0.2, "Unlikely"},
		{0.45, "Roughly even chance"}, {0.5, "Roughly even chance"}, {0.55, "Likely"}, {0.8, "Very likely"},
		{0.95, "Almost certain"}, {1, "Almost certain"}, {-0.1, ""}, {1.1, ""}, {math.NaN(), ""},
	} {
		assert.Equal(t, tt.want, standards.InWords(tt.chance), "%v", tt.chance)
	}
}

// A map rates on one standard; its order decides which of two ratings is the weaker.
func Example() {
	body := evidence.Body{
		Standard: standards.GRADE(),
		Assessments: []evidence.Assessment{
			{About: pathway.Target{Pathway: "p", Stone: "s"}, Confidence: "high", By: "A"},
			{About: pathway.Target{Pathway: "p", Stone: "s"}, Confidence: "very-low", By: "B"},
		},
	}
	fmt.Println(evidence.NewIndex(&body).Rating(pathway.Target{Pathway: "p", Stone: "s"}).Confidence)
	// Output: very-low to high
}

// The words that ICD 203 gives to a chance, for a sentence in a report.
func ExampleInWords() {
	for _, chance := range []float64{0.02, 0.5, 0.63} {
		fmt.Println(standards.InWords(chance))
	}
	// Output:
	// Almost no chance
	// Roughly even chance
	// Likely
}
