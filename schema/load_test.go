package schema

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t testing.TB, m *outcome.Map, format Format) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Write(&out, m, format))
	return out.Bytes()
}

// goodMaps are the maps of the examples and every part of the format.
func goodMaps(t testing.TB) []string {
	files, err := filepath.Glob("../examples/maps/*.yaml")
	require.NoError(t, err)
	more, err := filepath.Glob("testdata/good/*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	require.NotEmpty(t, more)
	return append(files, more...)
}

func TestRoundTripOfFiles(t *testing.T) {
	for _, file := range goodMaps(t) {
		bothWays(t, filepath.Base(file), func(t *testing.T, way Option) {
			m, err := ReadFile(file, way)
			require.NoError(t, err)
			assertRoundTrip(t, m, way)
		})
	}
}

func TestRoundTripOfRandomMaps(t *testing.T) {
	maps := uint64(40)
	if testing.Short() {
		maps = 12
	}
	for seed := range maps {
		bothWays(t, fmt.Sprint(seed), func(t *testing.T, way Option) {
			assertRoundTrip(t, mapgen.Map(seed, int(seed)), way)
		})
	}
}

// assertRoundTrip writes m and reads it, in one format and across to the other.
func assertRoundTrip(t *testing.T, m *outcome.Map, way Option) {
	t.Helper()
	asJSON := write(t, m, JSON)
	fromJSON, err := Read(bytes.NewReader(asJSON), way)
	require.NoError(t, err)
	asYAML := write(t, fromJSON, YAML)
	fromYAML, err := Read(bytes.NewReader(asYAML), way)
	require.NoError(t, err)
	assert.Equal(t, fromJSON, fromYAML, "JSON and YAML")
	assert.Equal(t, string(asJSON), string(write(t, fromYAML, JSON)), "from JSON to YAML and back")
	assert.Equal(t, string(asYAML), string(write(t, fromYAML, YAML)))
	if m.Version != "" {
		assert.Equal(t, m, fromJSON, "as it was before it was written")
	}
}

// The two files of every part say the same, one in each format.
func TestBothFormatsReadTheSame(t *testing.T) {
	fromYAML, err := ReadFile("testdata/good/every_part.yaml")
	require.NoError(t, err)
	fromJSON, err := ReadFile("testdata/good/every_part.json")
	require.NoError(t, err)
	assert.Equal(t, fromYAML, fromJSON)
}

const small = `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}]%s}`

func read(t *testing.T, more string, opts ...Option) *outcome.Map {
	t.Helper()
	m, err := Read(strings.NewReader(fmt.Sprintf(small, more)), opts...)
	require.NoError(t, err)
	return m
}

func TestExtraIsKept(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{`{ "b" : 1.50 , "a":[ 1e400,-0, "\u00e9\/\n" ] }`, `{"b":1.50,"a":[1e400,-0,"é/\n"]}`, "compact, order and number text as they are, least escapes"},
		{`{}`, ``, "none"},
		{`{"x":{"y":null,"z":[true,false,{}]}}`, `{"x":{"y":null,"z":[true,false,{}]}}`, "null has a meaning of its author's"},
		{`{"1":"1","~":"~1"}`, `{"1":"1","~":"~1"}`, "odd names"},
	} {
		m := read(t, `,"extra":`+tt.in)
		assert.Equal(t, tt.want, string(m.Extra), tt.why)
		back, err := Read(bytes.NewReader(write(t, m, YAML)))
		require.NoError(t, err)
		assert.Equal(t, tt.want, string(back.Extra), "%s: by way of YAML", tt.why)
	}
}

// "$schema" is for editors: any text will do, and it is not kept.
func TestSchemaAddressIsForEditors(t *testing.T) {
	m := read(t, `,"$schema":"file:///etc/passwd"`)
	assert.NotContains(t, string(write(t, m, JSON)), "passwd")
	_, err := Read(strings.NewReader(fmt.Sprintf(small, `,"$schema":5`)))
	require.ErrorContains(t, err, "OM111")
}

func TestDraftKeepsUnknownFields(t *testing.T) {
	const more = `,"colour":{"b":[1.0]},"extra":{"z":1,"colour2":2},"colour2":3,"evidence":{"items":[{"id":"i","titel":null}]}`
	bothWays(t, "draft", func(t *testing.T, way Option) {
		m := read(t, more, Profile(outcome.Draft), way)
		assert.Equal(t, `{"z":1,"colour2":2,"colour":{"b":[1.0]}}`, string(m.Extra), "what extra has already stays")
		assert.Equal(t, `{"titel":null}`, string(m.Evidence.Items[0].Extra))
	})
	_, err := Read(strings.NewReader(fmt.Sprintf(small, more)))
	require.Error(t, err, "review")
}

// In a draft a misspelt field is kept as it is; what a reader of the map cannot do without is still an error.
func TestDraftIsLenient(t *testing.T) {
	src := `{"outcomeMap":"1","titel":"T","columns":[{"id":"a b","level":"impct","stones":[{"txet":"S"}]}],"provenance":{"date":"May","url":"javascript:x"}}`
	res, err := Load(strings.NewReader(src), Profile(outcome.Draft))
	require.NoError(t, err)
	require.NoError(t, res.Err())
	assert.Equal(t, "a b", res.Map.Columns[0].ID)
	assert.Equal(t, `{"txet":"S"}`, string(res.Map.Columns[0].Stones[0].Extra))
	res, err = Load(strings.NewReader(strings.Replace(src, `"May"`, "5", 1)), Profile(outcome.Draft))
	require.NoError(t, err)
	require.ErrorContains(t, res.Err(), "OM111", "a number where text is wanted cannot be kept")
}

func TestShorthand(t *testing.T) {
	const columns = `"columns":[{"level":"activities","stones":[{"id":"a1","text":"A"},{"id":"a2","text":"B"}]},{"id":"i","level":"impact","stones":[{"id":"i1","text":"C"}]}]`
	src := `{"outcomeMap":"1","title":"T",` + columns + `,"pathways":[{"id":"p","stones":["i1","a2","nowhere","a1"]},{"id":"q","links":[],"steps":[]},{"id":"r","stones":["nowhere"]}]}`
	res, err := Load(strings.NewReader(src), WithFormat(JSON))
	require.NoError(t, err)
	assert.Equal(t, "activities", res.Map.Columns[0].ID, "its level, where it has no id")
	assert.Equal(t, []pathway.Step{{Column: "activities", Stones: []string{"a2", "nowhere", "a1"}}, {Column: "i", Stones: []string{"i1"}}},
		res.Map.Pathways[0].Steps, "grouped by column, in the order of the list")
	assert.NotNil(t, res.Map.Pathways[1].Links, "an empty list says that there are none")
	assert.Nil(t, res.Map.Pathways[0].Links)
	assert.Nil(t, res.Map.Pathways[1].Steps)
	var dangling []string
	for _, f := range res.Findings {
		if f.Severity == outcome.Error {
			dangling = append(dangling, f.Rule+" "+f.Pointer)
		}
	}
	assert.Equal(t, []string{"OM202 /pathways/0/stones/2"}, dangling, "pointers lead into the file")
}

func TestSettings(t *testing.T) {
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","colour":"red","heading":5}],"rules":[{"rule":"OM302","severity":"off","because":"to come"}]}`
	find := func(opts ...Option) []outcome.Finding {
		fs, err := Validate(strings.NewReader(src), opts...)
		require.NoError(t, err)
		return fs
	}
	assert.Equal(t, []string{"1:52 OM113", "1:77 OM111"}, spots(find()), "the map turns OM302 off")
	off := outcome.RuleSetting{Rule: "OM113", Severity: outcome.Off}
	assert.Equal(t, []string{"1:77 OM111"}, spots(find(Settings(off))))
	warn := outcome.RuleSetting{Rule: "OM113", Severity: outcome.Warning, Because: "colours are new"}
	fs := find(Settings(off, warn), Settings(outcome.RuleSetting{Rule: "OM111", Severity: outcome.Off}))
	require.Len(t, fs, 2, "later ones win, and a wrong type is always told")
	assert.Equal(t, outcome.Warning, fs[0].Severity)
	assert.Equal(t, "colours are new", fs[0].Because)
}

func TestLimits(t *testing.T) {
	long := `,"pathways":[{"id":"p","links":[{"from":"s","to":"a"},{"from":"a","to":"s"}]}],"extra":{"a":{"b":{}}}`
	for _, tt := range []struct {
		limits Limits
		want   string
	}{
		{Limits{}, ""},
		{Limits{Bytes: 100}, "more than 100 bytes"},
		{Limits{Bytes: 187}, ""},
		{Limits{Bytes: 186}, "more than 186 bytes"},
		{Limits{Depth: 2}, "inside one another"},
		{Limits{Depth: 3}, "inside one another"},
		{Limits{Depth: 1 << 30}, ""},
		{Limits{Links: 1}, "more than 1 links"},
		{Limits{YAMLNodes: 10}, "more than 10 values"},
	} {
		src := fmt.Sprintf(small, long)
		require.Len(t, src, 187)
		for _, format := range []Format{JSON, YAML} {
			if format == JSON && tt.limits.YAMLNodes > 0 {
				continue
			}
			res, err := Load(strings.NewReader(src), WithFormat(format), WithLimits(tt.limits))
			require.NoError(t, err)
			if tt.want == "" {
				for _, f := range res.Findings {
					assert.NotEqual(t, "OM103", f.Rule)
				}
				continue
			}
			require.ErrorContains(t, res.Err(), tt.want, "%s %+v", format, tt.limits)
			require.ErrorContains(t, res.Err(), "OM103")
		}
	}
	_, err := Read(strings.NewReader(fmt.Sprintf(small, `,"factors":[1,2,3,4,5,6]`)), WithLimits(Limits{Findings: 3}))
	var faults *Error
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.Findings, 3, "two, and that there are more")
	assert.Equal(t, "OM103", faults.Findings[2].Rule)
	_, err = Read(strings.NewReader("a: [&a 1, &b 2, &c 3, &d 4]"), WithFormat(YAML), WithLimits(Limits{Findings: 3}))
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, []string{"1:11 OM104", "1:17 OM103", "1:5 OM104"}, spots(faults.Findings), "of YAML alike")
	res, err := Load(strings.NewReader(fmt.Sprintf(small, `,"factors":[1,2,3,4,5,6]`)), WithLimits(Limits{Findings: 1}))
	require.NoError(t, err)
	assert.Equal(t, "OM111", res.Findings[0].Rule, "one is always kept")
	assert.Equal(t, 1, res.More, "and that there are more is told here")
	_, err = Read(strings.NewReader(`{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"},{"id":"r","text":"R"}]}]}`), WithLimits(Limits{Stones: 1}))
	require.ErrorContains(t, err, "more than 1 stepping stones")
}

// What is written in the documentation of Limits.
func TestDefaultLimits(t *testing.T) {
	want := Limits{Bytes: 134_217_728, Depth: 64, Stones: 1_000_000, Links: 1_000_000, YAMLNodes: 4_000_000, Findings: 1_000}
	assert.Equal(t, want, configure(nil).limits)
	assert.Equal(t, want, configure([]Option{WithLimits(Limits{Depth: -1, Findings: -1})}).limits)
	assert.Equal(t, 10_000, configure([]Option{WithLimits(Limits{Depth: 10_001})}).limits.Depth)
}

// Memory holds no more than twice the findings that are kept, however many there are.
func TestFindingsAreLetGoOnTheWay(t *testing.T) {
	r := run{config: configure([]Option{WithLimits(Limits{Findings: 10})}), res: new(Result)}
	for range 10_000 {
		r.add(pending{Finding: outcome.Finding{Severity: outcome.Info}})
		require.LessOrEqual(t, len(r.pending), 20)
	}
}

// Where there are more findings than are kept, the heaviest stay.
func TestFindingsKept(t *testing.T) {
	var stones []string
	for i := range 50 {
		stones = append(stones, fmt.Sprintf(`{"id":"x%d","text":"X%d"}`, i, i))
	}
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[` + strings.Join(stones, ",") + `]}],"pathways":[{"id":"p","steps":[{"column":"a","stones":["nowhere"]}]}]}`
	res, err := Load(strings.NewReader(src), WithLimits(Limits{Findings: 5}))
	require.NoError(t, err)
	assert.Len(t, res.Findings, 5)
	assert.Greater(t, res.More, 40)
	assert.ErrorContains(t, res.Err(), "nowhere")
}

func TestFormatIsToldByNameOrContent(t *testing.T) {
	asJSON := fmt.Sprintf(small, "")
	for _, tt := range []struct {
		name, src string
		want      Format
	}{
		{"", asJSON, JSON},
		{"", "\n\t" + asJSON, JSON},
		{"", "# a comment\n" + asJSON, YAML},
		{"", "\ufeff" + asJSON, JSON},
		{"map.yaml", asJSON, YAML},
		{"map.YML", asJSON, YAML},
		{"map.json", asJSON, JSON},
		{"map.txt", asJSON, JSON},
	} {
		res, err := Load(strings.NewReader(tt.src), Name(tt.name))
		require.NoError(t, err)
		assert.Equal(t, tt.want, res.Format, tt.name)
		assert.NoError(t, res.Err())
	}
}

// A file by name has its warnings, and its name in every place.
func TestLoadFile(t *testing.T) {
	res, err := LoadFile("../examples/maps/programme-board.yaml")
	require.NoError(t, err)
	require.NoError(t, res.Err())
	require.NotNil(t, res.Map)
	require.NotEmpty(t, res.Findings)
	for _, f := range res.Findings {
		assert.Equal(t, "../examples/maps/programme-board.yaml", f.Pos.File)
		assert.Less(t, f.Severity, outcome.Error)
	}
	other, err := LoadFile("../examples/maps/programme-board.yaml", Name("board.yaml"), Profile(outcome.Final))
	require.NoError(t, err)
	require.Error(t, other.Err())
	assert.Equal(t, "board.yaml", other.Name, "the caller's own name wins")
}

// What dangles in many places is one finding at the first of them in the file, whatever the order in
// which its parts are looked at.
func TestOneFindingForManyPlaces(t *testing.T) {
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}],"evidence":{"assessments":[{"about":{"stone":"x"}}],"claims":[` +
		strings.Repeat(`{"about":{"stone":"x"}},`, 10) + `{"about":{"stone":"y"}}]}}`
	res, err := Load(strings.NewReader(src), WithFormat(JSON))
	require.NoError(t, err)
	require.Len(t, res.Findings, 2, "one an id")
	f := res.Findings[0]
	assert.Equal(t, `no stone "x", in 11 places`, f.Message)
	assert.Equal(t, "/evidence/assessments/0/about/stone", f.Pointer)
	assert.Len(t, f.Related, 10)
	assert.Positive(t, f.Related[0].Pos.Line)
}

func TestReaderThatFails(t *testing.T) {
	broken := iotest.ErrReader(fs.ErrPermission)
	_, err := Load(broken, Name("x.json"))
	require.ErrorIs(t, err, fs.ErrPermission)
	require.ErrorContains(t, err, "x.json")
	_, err = Read(broken)
	require.ErrorIs(t, err, fs.ErrPermission)
	_, err = Validate(broken)
	require.ErrorIs(t, err, fs.ErrPermission)
	_, err = ReadFile("testdata/none.yaml")
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = LoadFile("testdata/none.yaml")
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, "testdata/none.yaml")
	_, err = ReadFS(os.DirFS("testdata"), "none.yaml")
	require.ErrorIs(t, err, fs.ErrNotExist)
	m, err := Read(iotest.OneByteReader(strings.NewReader(fmt.Sprintf(small, ""))))
	require.NoError(t, err)
	assert.Equal(t, "T", m.Title)
}

func TestLoadAll(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3)) // several at a time, on any machine
	good, bad := &fstest.MapFile{Data: []byte(fmt.Sprintf(small, ""))}, &fstest.MapFile{Data: []byte("{")}
	fsys := fstest.MapFS{"a.json": good, "maps/b.json": bad, "maps/deep/er/c.json": good, "maps/d.txt": bad, "other/e.json": good}
	for _, tt := range []struct {
		pattern string
		want    []string
	}{
		{"*.json", []string{"a.json"}},
		{"**/*.json", []string{"a.json", "maps/b.json", "maps/deep/er/c.json", "other/e.json"}},
		{"maps/**", []string{"maps/b.json", "maps/d.txt", "maps/deep/er/c.json"}},
		{"maps/**/**/c.json", []string{"maps/deep/er/c.json"}},
		{"maps/*/er/?.json", []string{"maps/deep/er/c.json"}},
		{"**/deep/**/*.json", []string{"maps/deep/er/c.json"}},
		{"./maps/b.json", []string{"maps/b.json"}},
		{"maps/*.yaml", nil},
		{"maps/none.json", nil},
		{"maps", nil},
	} {
		var names []string
		for res, err := range LoadAll(context.Background(), fsys, tt.pattern) {
			require.NoError(t, err)
			names = append(names, res.Name)
			assert.Equal(t, strings.HasSuffix(res.Name, "b.json") || strings.HasSuffix(res.Name, "d.txt"), res.Err() != nil)
		}
		assert.Equal(t, tt.want, names, tt.pattern)
	}
	for range LoadAll(context.Background(), fsys, "**") {
		break // the rest is waited for, and dropped
	}
	for _, pattern := range []string{"[", "none/*"} {
		for res, err := range LoadAll(context.Background(), fsys, pattern) {
			assert.Nil(t, res)
			assert.Error(t, err)
		}
	}
	done, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range LoadAll(done, fsys, "**") {
		if n++; n == 1 {
			cancel()
			continue
		}
		assert.ErrorIs(t, err, context.Canceled)
	}
	assert.Equal(t, 2, n)
}

// files counts how many of its files are open, and can have something wrong with them.
type files struct {
	fstest.MapFS
	open  *atomic.Int32
	spoil func(fs.File) fs.File
}

func (f files) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	f.open.Add(1)
	return closed{f.spoil(file), f.open}, nil
}

type closed struct {
	fs.File
	open *atomic.Int32
}

func (c closed) Close() error {
	c.open.Add(-1)
	return c.File.Close()
}

type (
	noStat   struct{ fs.File }
	slow     struct{ fs.File }
	failing  struct{ fs.File }
	emptyNow struct{ fs.File } // says that it has no bytes, as those of /proc do
)

func (noStat) Stat() (fs.FileInfo, error) { return nil, fs.ErrPermission }
func (s slow) Read(b []byte) (int, error) { time.Sleep(5 * time.Millisecond); return s.File.Read(b) }
func (failing) Read([]byte) (int, error)  { return 0, fs.ErrPermission }
func (emptyNow) Stat() (fs.FileInfo, error) {
	return fs.Stat(fstest.MapFS{"x": &fstest.MapFile{}}, "x")
}

// Files are closed whatever comes of them, and no reading goes on when the loop has ended.
func TestFilesAreClosed(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	maps := fstest.MapFS{}
	for i := range 8 {
		maps[fmt.Sprintf("%d.json", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, small, "")}
	}
	for _, tt := range []struct {
		why   string
		spoil func(fs.File) fs.File
		want  error
	}{
		{"as it is", func(f fs.File) fs.File { return f }, nil},
		{"its size is not known", func(f fs.File) fs.File { return noStat{f} }, nil},
		{"its size is not true", func(f fs.File) fs.File { return emptyNow{f} }, nil},
		{"slow", func(f fs.File) fs.File { return slow{f} }, nil},
		{"it cannot be read", func(f fs.File) fs.File { return failing{f} }, fs.ErrPermission},
	} {
		fsys := files{maps, new(atomic.Int32), tt.spoil}
		_, err := ReadFS(fsys, "0.json")
		require.ErrorIs(t, err, tt.want, tt.why)
		assert.Zero(t, fsys.open.Load(), "%s: ReadFS", tt.why)
		for res, err := range LoadAll(context.Background(), fsys, "*") {
			require.ErrorIs(t, err, tt.want, tt.why)
			assert.Equal(t, "0.json", res.Name, "%s: the name is there in any case", tt.why)
			break
		}
		assert.Zero(t, fsys.open.Load(), "%s: LoadAll", tt.why)
	}
}

// closedTo is a file system of which nobody may list some folders.
type closedTo struct {
	fstest.MapFS
	folders []string
}

func (c closedTo) ReadDir(name string) ([]fs.DirEntry, error) {
	if slices.Contains(c.folders, name) {
		return nil, fs.ErrPermission
	}
	return c.MapFS.ReadDir(name)
}

// Where nothing can match nobody looks.
func TestLoadAllListsNoMoreThanItNeeds(t *testing.T) {
	good := &fstest.MapFile{Data: fmt.Appendf(nil, small, "")}
	fsys := closedTo{fstest.MapFS{"a.json": good, "maps/b.json": good, "maps/private/c.json": good, "other/d.json": good}, []string{"other", "maps/private"}}
	for pattern, want := range map[string]error{"*.json": nil, "maps/*.json": nil, "maps/*/c.json": fs.ErrPermission, "*/d.json": fs.ErrPermission, "**": fs.ErrPermission} {
		var got error
		for _, err := range LoadAll(context.Background(), fsys, pattern) {
			got = errors.Join(got, err)
		}
		assert.ErrorIs(t, got, want, pattern)
	}
}

func TestErrorListsAtMostAHundred(t *testing.T) {
	err := &Error{Findings: make([]outcome.Finding, 150)}
	assert.Equal(t, 100, strings.Count(err.Error(), "\n"))
	assert.True(t, strings.HasSuffix(err.Error(), "and 50 more"))
	var as *Error
	assert.True(t, errors.As(fmt.Errorf("wrapped: %w", err), &as))
}
