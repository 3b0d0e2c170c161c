package table

import "github.com/outcomemap/outcomemap/outcome"

// An Option changes how a text is read.
type Option func(*config)

type config struct {
	file      string
	profile   outcome.Profile
	maxBytes  int
	delimiter byte
}

// Name names the file in the places of findings. The name also serves as the map's title where no
// line does.
func Name(name string) Option { return func(c *config) { c.file = name } }

// Profile says how much findings weigh; [outcome.Review] without it.
func Profile(p outcome.Profile) Option { return func(c *config) { c.profile = p } }

// MaxBytes sets the size above which a text is refused; 4 MiB without it.
func MaxBytes(n int) Option { return func(c *config) { c.maxBytes = n } }

// Delimiter sets what stands between cells. Without it that is the tab; and in a text without a
// table of tabs the semicolon or the comma, if every line has the same number of cells, three at
// least.
func Delimiter(b byte) Option { return func(c *config) { c.delimiter = b } }
