package words_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render/internal/words"
)

func TestOver(t *testing.T) {
	table := map[string]string{"list.and": " and ", "rated": "{n} of {of} rated", "title": "Map"}
	for _, tt := range []struct {
		why         string
		other, want map[string]string
		err         string
	}{
		{"nothing is replaced", nil, table, ""},
		{"what is left out stays", map[string]string{"title": "Karte"}, map[string]string{"list.and": " and ", "rated": "{n} of {of} rated", "title": "Karte"}, ""},
		{"names in any order", map[string]string{"rated": "von {of} sind {n} bewertet"}, map[string]string{"list.and": " and ", "rated": "von {of} sind {n} bewertet", "title": "Map"}, ""},
		{"a name may come twice", map[string]string{"rated": "{of}: {n}, only {n}"}, map[string]string{"list.and": " and ", "rated": "{of}: {n}, only {n}", "title": "Map"}, ""},
		{"braces that name nothing", map[string]string{"title": "none }{"}, map[string]string{"list.and": " and ", "rated": "{n} of {of} rated", "title": "none }{"}, ""},
		{"spaces between two stay, one at each end", map[string]string{"list.and": "  und\t\u202e "}, map[string]string{"list.and": " und ", "rated": "{n} of {of} rated", "title": "Map"}, ""},
		{"nothing but spaces", map[string]string{"title": "  "}, map[string]string{"list.and": " and ", "rated": "{n} of {of} rated", "title": ""}, ""},
		{"a key that is not there", map[string]string{"titel": "Karte"}, nil, `no word has the key "titel"`},
		{"a name is missing", map[string]string{"rated": "{n} bewertet"}, nil, `the words of "rated" name [n], not [n of]`},
		{"a name too many", map[string]string{"title": "{n}"}, nil, `the words of "title" name [n], not []`},
		{"of two faults the first by key", map[string]string{"zz": "", "aa": ""}, nil, `no word has the key "aa"`},
	} {
		got, err := words.Over(table, tt.other)
		if tt.err != "" {
			require.EqualError(t, err, tt.err, tt.why)
			continue
		}
		require.NoError(t, err, tt.why)
		assert.Equal(t, tt.want, got, tt.why)
	}
	assert.Equal(t, "Map", table["title"], "the table is left alone")
}
