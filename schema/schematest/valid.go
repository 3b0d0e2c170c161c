package schematest

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/findings"
)

// An Option changes what [Valid] asks of map files.
type Option func(*config)

type config struct {
	profile  outcome.Profile
	settings []outcome.RuleSetting
	read     []schema.Option
	fail     outcome.Severity
}

// Profile sets how strict to be: "draft", "review" or "final". Without it, it is review.
func Profile(p outcome.Profile) Option { return func(c *config) { c.profile = p } }

// Settings changes what single rules weigh in every file, each with the reason for it.
func Settings(settings ...outcome.RuleSetting) Option {
	return func(c *config) { c.settings = append(c.settings, settings...) }
}

// FailOn sets the least severity that fails, [outcome.Error] without it. Findings that weigh less
// are logged.
func FailOn(s outcome.Severity) Option { return func(c *config) { c.fail = s } }

// Reading hands options on to package schema, such as [schema.WithLimits].
func Reading(opts ...schema.Option) Option {
	return func(c *config) { c.read = append(c.read, opts...) }
}

// Valid checks every map file of a file system that matches a pattern, each in a subtest where t is
// a [*testing.T], and fails those with errors, showing the lines at fault. It fails at once where no
// file matches, and for a profile or a rule that there is not. The pattern is that of
// [schema.LoadAll]: "**/*.yaml" is every YAML file in every folder. Files are read several at a time.
func Valid(t testing.TB, fsys fs.FS, pattern string, opts ...Option) {
	t.Helper()
	c := config{fail: outcome.Error}
	for _, opt := range opts {
		if opt != nil {
			opt(&c)
		}
	}
	if err := c.ready(); err != nil {
		t.Fatal(err)
	}
	files := 0
	for res, err := range schema.LoadAll(context.Background(), fsys, pattern, c.read...) {
		if res == nil {
			t.Fatal(err)
		}
		files++
		c.file(t, res, err)
	}
	if files == 0 {
		t.Fatalf("no map file matches %q", pattern)
	}
}

// ready turns what was asked for into options, or says why that makes no sense.
func (c *config) ready() error {
	p, err := outcome.ParseProfile(string(c.profile))
	if err != nil {
		return err
	}
	for _, s := range c.settings {
		switch r, ok := outcome.RuleByID(s.Rule); {
		case !ok:
			return fmt.Errorf("schematest: no rule %q", s.Rule)
		case r.Fixed():
			return fmt.Errorf("schematest: rule %s cannot be changed: a file cannot be read without it", s.Rule)
		}
	}
	c.read = append(c.read, schema.Profile(p), schema.Settings(c.settings...))
	return nil
}

func (c *config) file(t testing.TB, res *schema.Result, err error) {
	t.Helper()
	tt, ok := t.(*testing.T)
	if !ok {
		c.judge(t, res, err)
		return
	}
	tt.Run(res.Name, func(t *testing.T) {
		t.Helper()
		c.judge(t, res, err)
	})
}

// judge fails for findings that weigh enough, and logs the others.
func (c *config) judge(t testing.TB, res *schema.Result, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
		return
	}
	var heavy, light []outcome.Finding
	for _, f := range res.Findings {
		if f.Severity >= c.fail {
			heavy = append(heavy, f)
		} else {
			light = append(light, f)
		}
	}
	if len(light) > 0 {
		t.Log("\n" + text(res, light))
	}
	if len(heavy) > 0 {
		t.Error("\n" + text(res, heavy))
	}
}

// text prints findings with the lines at fault.
func text(res *schema.Result, fs []outcome.Finding) string {
	var b strings.Builder
	source := findings.Sources(func(string) ([]byte, error) { return []byte(res.Source), nil })
	if err := findings.Write(&b, fs, findings.Text, source); err != nil {
		return err.Error()
	}
	if res.More > 0 {
		fmt.Fprintf(&b, "and %d more that were not kept\n", res.More)
	}
	return b.String()
}
