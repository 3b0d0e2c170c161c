package jsonpointer

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
		why  string
	}{
		{"", "", 0, "equal"},
		{"", "/a", -1, "the whole comes before its parts"},
		{"/a/9", "/a/10", -1, "places in a list count as numbers"},
		{"/a/19", "/a/20", -1, "of equal length too"},
		{"/a/9", "/a/1b", -1, "a number comes before a name, or 9, 10 and 1b would go round in a circle"},
		{"/a/9", "/a/", -1, "an empty key is a name"},
		{"/a", "/a/0", -1, "an object comes before what is in it"},
		{"/a/1/x", "/a/1/b", 1, "then by name"},
	} {
		assert.Equal(t, tt.want, Compare(tt.a, tt.b), tt.why)
		assert.Equal(t, -tt.want, Compare(tt.b, tt.a), tt.why)
	}
}

// Sorting needs a total order: no three parts may go round in a circle.
func TestCompareIsTransitive(t *testing.T) {
	parts := []string{"", "/", "/0", "/00", "/1", "/01", "/9", "/10", "/1b", "/b", "/b/2", "/b/10", "/~0", "/ä"}
	for _, a := range parts {
		for _, b := range parts {
			for _, c := range parts {
				if Compare(a, b) <= 0 && Compare(b, c) <= 0 {
					assert.LessOrEqual(t, Compare(a, c), 0, "%q, %q, %q", a, b, c)
				}
			}
		}
	}
}
