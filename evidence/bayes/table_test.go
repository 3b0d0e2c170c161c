package bayes_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// Table 12.1 of Humphreys and Jacobs (2023). A sensitive government (S), a free press (X),
// corruption (C), a report of it (R), the government removed (Y). Each of the 16 equally likely
// cases is one setting of S, X and two mechanisms: corruption happens always, or unless a sensitive
// government meets a free press; a free press reports corruption, or nobody does; the government
// falls where there is corruption and a report of it. The question: did the press's not being free
// keep the government in office, given that it stayed?
type country struct{ s, x, always, reports bool }

func (c country) corruption(x bool) bool { return c.always || !c.s || !x }
func (c country) report(x bool) bool     { return c.reports && x && c.corruption(x) }
func (c country) removed(x bool) bool    { return c.corruption(x) && c.report(x) }
func (c country) effect() bool           { return c.removed(true) && !c.removed(false) }

// clue reads what is seen of a country, one digit a letter.
func (c country) clue(letters string) string {
	seen := ""
	for _, letter := range letters {
		is := map[rune]bool{'S': c.s, 'X': c.x, 'C': c.corruption(c.x), 'R': c.report(c.x)}[letter]
		seen += map[bool]string{false: "0", true: "1"}[is]
	}
	return seen
}

func stayed() (all []country) {
	for i := range 16 {
		c := country{i&1 > 0, i&2 > 0, i&4 > 0, i&8 > 0}
		if !c.removed(c.x) {
			all = append(all, c)
		}
	}
	return all
}

func TestPublishedClueStrategies(t *testing.T) {
	var table struct {
		Prior      rational
		Strategies map[string]map[string][2]rational
		Reduction  map[string]rational `json:"variance_reduction"`
	}
	oracle(t, "II_table_12_1", &table)
	cases := stayed()
	require.Len(t, cases, 13, "exact over 13")
	with, without := 0., 0.
	for _, c := range cases {
		if c.effect() {
			with++
		} else {
			without++
		}
	}
	prior := with / (with + without)
	assert.InDelta(t, table.Prior.float(), prior, 1e-15)

	require.Len(t, table.Reduction, 6)
	for letters, want := range table.Reduction {
		found := map[string]*bayes.Likelihoods{} // of each thing that may be seen
		for _, c := range cases {
			seen := c.clue(letters)
			if found[seen] == nil {
				found[seen] = &bayes.Likelihoods{}
			}
			if c.effect() {
				found[seen].Sensitivity += 1 / with
			} else {
				found[seen].TypeIError += 1 / without
			}
		}
		variance, published := 0., table.Strategies[letters]
		for seen, l := range found {
			l.Sensitivity, l.TypeIError = min(1, l.Sensitivity), min(1, l.TypeIError)
			posterior, err := l.Posterior(prior, true)
			require.NoError(t, err)
			chance := l.Sensitivity*prior + l.TypeIError*(1-prior)
			variance += chance * posterior * (1 - posterior)
			if row, ok := published[seen]; ok {
				assert.InDelta(t, row[0].float(), chance, 1e-12, "%s=%s", letters, seen)
				assert.InDelta(t, row[1].float(), posterior, 1e-12, "%s=%s", letters, seen)
				delete(published, seen)
			}
			if len(letters) == 1 {
				assert.InDelta(t, want.float(), l.ExpectedLearning(prior), 1e-12, "%s by the closed formula", letters)
			}
		}
		assert.Empty(t, published, "every row of %s was met", letters)
		assert.InDelta(t, want.float(), 1-variance/(prior*(1-prior)), 1e-12, "%s by the outcomes", letters)
	}
}

func rat(x float64) *big.Rat { return new(big.Rat).SetFloat64(x) }
