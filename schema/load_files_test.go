package schema

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
	if file = f.spoil(file); file == nil {
		return nil, nil
	}
	f.open.Add(1)
	return closed{file, f.open}, nil
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
		{"there is none, and no error either", func(f fs.File) fs.File { return nil }, fs.ErrInvalid},
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
