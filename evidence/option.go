package evidence

// An Option changes what is asked of [NewIndex] or [Score].
type Option func(*config)

type config struct {
	asOf Date
}

func newConfig(opts []Option) config {
	var c config
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

// known reports whether something with date d was there on the day asked for.
func (c config) known(d Date) bool { return c.asOf == "" || d.Compare(c.asOf) <= 0 }
