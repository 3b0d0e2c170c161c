package schema

import "github.com/outcomemap/outcomemap/outcome"

// An Option changes how a map file is read and checked.
type Option func(*config)

type config struct {
	name     string
	format   Format // "": told by name or content
	profile  outcome.Profile
	settings []outcome.RuleSetting
	limits   Limits
	least    outcome.Severity // findings that weigh less are not looked for
	judge    bool             // jsonschema judges the whole file: for tests
}

func configure(opts []Option) config {
	c := config{profile: outcome.Review}
	for _, opt := range opts {
		if opt != nil {
			opt(&c)
		}
	}
	c.limits = c.limits.orDefault()
	return c
}

// Name gives the name of the file, for positions and, by its ending, for the format. [ReadFile],
// [ReadFS] and [LoadAll] know it themselves.
func Name(file string) Option { return func(c *config) { c.name = file } }

// WithFormat says in which format the file is. Without it the name tells, and else the content: JSON
// begins with a brace or a bracket.
func WithFormat(f Format) Option { return func(c *config) { c.format = f } }

// Profile says how strict to be; [outcome.Review] is the default.
func Profile(p outcome.Profile) Option { return func(c *config) { c.profile = p } }

// Settings changes what single rules weigh. They apply after the map's own settings; of two for
// one rule the later counts. Rules without which a file cannot be read stay as they are.
func Settings(settings ...outcome.RuleSetting) Option {
	return func(c *config) { c.settings = append(c.settings, settings...) }
}

// Limits keep a stranger's file from using up a machine. A zero field takes its default.
type Limits struct {
	Bytes     int // of the file; 128 MiB
	Depth     int // lists and objects inside one another, at most 10,000; 64, where a map needs 8
	Stones    int // stepping stones; 1,000,000
	Links     int // stated links, one between a whole column and a stone counted for each stone of the column; 1,000,000
	YAMLNodes int // values and keys of a YAML file, each of which takes some 250 bytes; 4,000,000
	Findings  int // findings kept; 1,000
}

// maxDepth is what no option can raise the depth above: values are read by recursion.
const maxDepth = 10_000

func (l Limits) orDefault() Limits {
	pick := func(n, otherwise int) int {
		if n <= 0 {
			return otherwise
		}
		return n
	}
	return Limits{
		Bytes:     pick(l.Bytes, 128<<20),
		Depth:     min(pick(l.Depth, 64), maxDepth),
		Stones:    pick(l.Stones, 1_000_000),
		Links:     pick(l.Links, 1_000_000),
		YAMLNodes: pick(l.YAMLNodes, 4_000_000),
		Findings:  pick(l.Findings, 1_000),
	}
}

// WithLimits sets limits for files that are trusted more, or less, than a stranger's.
func WithLimits(l Limits) Option { return func(c *config) { c.limits = l } }
