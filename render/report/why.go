package report

import (
	"errors"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/outcome"
)

// replaced reports whether the caller has other words for a key. A reason that another package worded in
// English stands as it is where nobody has.
func (t *teller) replaced(key string) bool { return t.Words[key] != english[key] }

// refusals are the reasons why evidence cannot be weighed, each with the key of its words.
var refusals = [...]struct {
	err error
	key string
}{
	{bayes.ErrNotChance, "refusal.chance"}, {bayes.ErrImpossible, "refusal.impossible"}, {bayes.ErrContradiction, "refusal.contradiction"},
	{bayes.ErrCorrelation, "refusal.correlation"}, {evidence.ErrGroup, "refusal.group"},
}

// refusal words why evidence was refused. Only in English it says which figure is at fault.
func (t *teller) refusal(err error) string {
	for _, r := range refusals {
		if errors.Is(err, r.err) && t.replaced(r.key) {
			return t.word(r.key)
		}
	}
	return plain(err.Error())
}

// why words what keeps a condition from being met.
func (t *teller) why(card *evidence.Scorecard, o outcome.OpenPoint) string {
	key := "mayne.why." + o.Reason
	missing := card.Ratings.Stones - card.Ratings.Rated
	switch {
	case o.Reason == "stones-unrated" && missing == 1:
		key += ".one"
	case o.Reason == "stones-unrated":
		key += ".other"
	}
	switch {
	case o.Err != nil:
		return t.say(key, "why", strings.TrimSuffix(t.refusal(o.Err), "."))
	case !t.replaced(key):
		return plain(o.Why)
	case o.Reason == "stone-lowest":
		return t.say(key, "level", t.progress.of(t.index.Rating(o.About).Progress).Word)
	}
	return t.say(key, "n", itoa(missing), "of", itoa(card.Ratings.Stones))
}
