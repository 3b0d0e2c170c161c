package house

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	garden = "maps/community-garden.yaml"

	// What the test makes stands in a call as:
	faulty = "FAULTY" // a map file with an error
	folder = "FOLDER" // that file's folder, which has no other
	out    = "OUT"    // a folder to write to
)

var examples = filepath.Join("..", "..", "examples")

// program tells how one of examples/ is called.
type program struct {
	sound   []string   // fine
	faulty  []string   // what it was given is at fault
	atFault int        // how it says so
	cannot  [][]string // it cannot run so, each for one reason
}

// programs are all of examples/. Whoever asks what differs asks nothing that a file that cannot be read
// answers: for compare and merge, as for diff, that is trouble.
var programs = map[string]program{
	"compare": {[]string{garden, garden}, []string{garden, faulty}, 2, [][]string{
		{garden}, {garden, garden, garden}, {"-format", "html", garden, garden}, {garden, "nowhere.yaml"},
	}},
	"convert": {[]string{"-from", "yaml", garden}, []string{"-from", "yaml", faulty}, 1, [][]string{
		{"-from", "yaml"}, {"-from", "yaml", garden, garden}, {"-from", "xml", garden}, {garden}, {"-from", "yaml", "-to", "xml", garden}, {"-from", "yaml", "nowhere.yaml"},
	}},
	"gallery": {[]string{"-maps", "maps", "-o", out}, []string{"-maps", folder, "-o", out}, 1, [][]string{
		{"-o", out, "maps"}, {"-maps", "nowhere", "-o", out}, {"-maps", "gallery", "-o", out}, {"-maps", "maps", "-o", garden},
	}},
	"merge": {[]string{garden, garden, garden}, []string{garden, faulty, garden}, 2, [][]string{
		{garden, garden}, {garden, garden, garden, garden}, {garden, garden, "nowhere.yaml"},
	}},
	"nextevidence": {[]string{garden}, []string{faulty}, 1, [][]string{{}, {garden, garden}, {"nowhere.yaml"}}},
	"programmeboard": {[]string{"-o", out}, nil, 0, [][]string{
		{"-o", out, garden}, {"-o", garden},
	}},
	"render": {[]string{garden}, []string{faulty}, 1, [][]string{
		{}, {garden, garden}, {"nowhere.yaml"}, {"-format", "png", garden}, {"-order", "random", garden}, {"-theme", "blue", garden}, {"-width", "wide", garden}, {"-pathway", "nobody", garden},
	}},
	"report": {[]string{garden}, []string{faulty}, 1, [][]string{
		{}, {garden, garden}, {"nowhere.yaml"}, {"-on", "spring", garden}, {"-o", filepath.Join("nowhere", "x.html"), garden},
	}},
	"score": {[]string{garden}, []string{faulty}, 1, [][]string{
		{}, {garden, garden}, {"nowhere.yaml"}, {"-on", "spring", garden}, {"-format", "xml", garden}, {"-pathway", "nobody", garden},
	}},
	"sensitivity": {[]string{"-item", "calls", garden}, []string{"-item", "calls", faulty}, 1, [][]string{
		{"-item", "calls"}, {"-item", "calls", garden, garden}, {"-item", "calls", "nowhere.yaml"}, {garden}, {"-item", "nobody", garden},
		{"-item", "calls", "-vary", "prior", garden}, {"-item", "calls", "-format", "png", garden}, {"-item", "calls", "-points", "1", garden}, {"-item", "calls", "-pathway", "nobody", garden},
	}},
	"slackbot": {[]string{garden}, []string{faulty}, 1, [][]string{
		{}, {garden, garden}, {"nowhere.yaml"}, {"-pathway", "nobody", garden}, {"maps/sssc-personal-assistants.yaml"},
	}},
	"spreadsheet": {[]string{"spreadsheet/testdata/plan.csv"}, []string{garden}, 1, [][]string{
		{}, {garden, garden}, {"nowhere.csv"}, {"spreadsheet"}, {"-o", filepath.Join("nowhere", "map.yaml"), "spreadsheet/testdata/plan.csv"},
	}},
	"validate": {[]string{garden}, []string{faulty}, 1, [][]string{
		{}, {"nowhere.yaml"}, {garden, "nowhere.yaml"}, {"-profile", "strict", garden}, {"-format", "xml", garden}, {"-rule", "OM999=off", garden}, {"-excerpts", "few", garden},
	}},
	"webserver": {nil, nil, 0, [][]string{ // serves until it is stopped
		{}, {"maps", "maps"}, {"nowhere"}, {"-addr", "localhost:99999999", "maps"},
	}},
}

// Every program that is there to be copied exits alike: with 0 where all is fine or it is asked for help,
// with 1 where what it was given is at fault, with 2 where it cannot run, and then says why, once. Its doc tells what that means for it.
func TestProgramsExitAlike(t *testing.T) {
	if testing.Short() {
		t.Skip("links every program")
	}
	bin, bad := t.TempDir(), filepath.Join(t.TempDir(), "faulty.yaml")
	require.NoError(t, os.WriteFile(bad, []byte("outcomeMap: \"1\"\ntitle: [Faulty\n"), 0o600))
	made := map[string]string{faulty: bad, folder: filepath.Dir(bad), out: t.TempDir()}
	build := exec.CommandContext(t.Context(), "go", "build", "-o", bin+string(filepath.Separator), module+"/examples/...")
	text, err := build.CombinedOutput()
	require.NoError(t, err, "%s", text)
	built, err := os.ReadDir(bin)
	require.NoError(t, err)
	assert.Len(t, built, len(programs))
	for _, file := range built {
		name := strings.TrimSuffix(file.Name(), ".exe")
		p, known := programs[name]
		require.True(t, known, "examples/%s: how is it called?", name)
		source, err := os.ReadFile(filepath.Join(examples, name, "main.go"))
		require.NoError(t, err)
		doc, _, _ := strings.Cut(string(source), "package main")
		assert.Regexp(t, `\bexits\s+(// )?with\b`, doc, "%s: its doc says so too", name)
		exits := func(want int, args ...string) (said string) {
			code, said := call(t, filepath.Join(bin, file.Name()), made, args)
			assert.Equal(t, want, code, "%s %q\n%s", name, args, said)
			assert.True(t, code < 2 || said != "", "%s %q: why?", name, args)
			return said
		}
		exits(0, "-h")
		assert.Equal(t, 1, strings.Count(exits(2, "-no-such-flag"), "-no-such-flag"), "%s: it says once which flag it does not know", name)
		if p.sound != nil {
			exits(0, p.sound...)
		}
		if p.faulty != nil {
			exits(p.atFault, p.faulty...)
		}
		for _, args := range p.cannot {
			exits(2, args...)
		}
	}
}

// call runs a program in examples/ and returns its exit code, and what it said on standard error.
func call(t *testing.T, program string, made map[string]string, args []string) (code int, said string) {
	t.Helper()
	given := slices.Clone(args)
	for i, arg := range given {
		given[i] = cmp.Or(made[arg], arg)
	}
	cmd := exec.CommandContext(t.Context(), program, given...)
	cmd.Dir = examples
	_, err := cmd.Output()
	exit := new(exec.ExitError)
	if errors.As(err, &exit) {
		return exit.ExitCode(), string(exit.Stderr)
	}
	require.NoError(t, err, "%s %q", program, args)
	return 0, ""
}
