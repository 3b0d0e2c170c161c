package house

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	option = regexp.MustCompile(`(?m)^func (\w+)\(.*\) Option$`)
	named  = regexp.MustCompile(`(?m)^type (\w+) `)
)

// An option is named after what it sets; only where its package has a type of that name it begins with
// With. So who has seen one package can guess the options of all others.
func TestOptionsAreNamedAlike(t *testing.T) {
	api, options := os.DirFS("../../api"), 0
	require.NoError(t, fs.WalkDir(api, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		page, err := fs.ReadFile(api, name)
		if err != nil {
			return err
		}
		types := map[string]bool{}
		for _, m := range named.FindAllSubmatch(page, -1) {
			types[string(m[1])] = true
		}
		for _, m := range option.FindAllSubmatch(page, -1) {
			options++
			set, with := strings.CutPrefix(string(m[1]), "With")
			assert.Equal(t, types[set], with, "%s: %s", name, m[0])
		}
		return nil
	}))
	assert.Greater(t, options, 30, "the options of five packages")
}
