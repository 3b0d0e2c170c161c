package evidence

import (
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// An Option changes what [NewIndex] or [Score] work out.
type Option func(*config)

type config struct {
	asOf       Date
	thresholds bayes.Thresholds
	aim        float64
	ends       pathway.Ends
}

func newConfig(opts []Option) config {
	c := config{aim: 0.5}
	for _, opt := range opts {
		if opt != nil {
			opt(&c)
		}
	}
	return c
}

// AsOf turns the clock back: assessments, items that were sought and periods of indicators that are
// newer than d are left out. What has no date is oldest and stays, and so do plans and claims. A
// date that is a month or a year counts as its last day. An empty or malformed d sets no limit.
func AsOf(d Date) Option {
	return func(c *config) {
		if c.asOf = ""; d.Valid() {
			c.asOf = d
		}
	}
}

// Thresholds sets from where on a test is decisive, for the classes of Van Evera. Without it they
// are 2 on presence and on absence.
func Thresholds(t bayes.Thresholds) Option { return func(c *config) { c.thresholds = t } }

// Aim sets the posterior that break-even asks about: how wrong may a Type I error be until the claim
// is down to it? Without it, or outside of 0 to 1, it is 0.5: more probable than not.
func Aim(posterior float64) Option {
	return func(c *config) {
		if c.aim = 0.5; posterior > 0 && posterior < 1 {
			c.aim = posterior
		}
	}
}

// Between asks layer 2 and the reliability of layer 3 about the routes between other stones, or
// columns, than the first and the last step of the pathway.
func Between(ends pathway.Ends) Option { return func(c *config) { c.ends = ends } }

// known reports whether something with date d was there on the day asked for.
func (c config) known(d Date) bool { return c.asOf == "" || d.Compare(c.asOf) <= 0 }
