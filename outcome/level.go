package outcome

import (
	"slices"

	"github.com/outcomemap/outcomemap/internal/suggest"
)

// Levels returns the levels that a column may have, in their usual order, then those of a results
// chain.
func Levels() []Level {
	return []Level{Activities, Participants, Reactions, Learning, Behaviour, Impact, Inputs, Outputs, Outcomes}
}

func (l Level) known() bool { return slices.Contains(Levels(), l) }

func hintLevel(l Level) string {
	var names []string
	for _, known := range Levels() {
		names = append(names, string(known))
	}
	return suggest.Hint(string(l), names)
}
