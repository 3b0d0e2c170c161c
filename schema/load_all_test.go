package schema

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
