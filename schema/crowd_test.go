package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Three stones in each of two columns, and what leads from the one to the other.
const crowd = `{"outcomeMap":"1","title":"T","columns":[
{"id":"a","stones":[{"id":"a1","text":"1"},{"id":"a2","text":"2"},{"id":"a3","text":"3"}]},
{"id":"b","stones":[{"id":"b1","text":"4"},{"id":"b2","text":"5"},{"id":"b3","text":"6"}]}],
"pathways":[{"id":"p","title":"P","steps":[{"column":"a","stones":["a1","a2","a3"]},{"column":"b","stones":["b1","b2","b3"]}],
"links":[%s]}]}`

// A short link can stand for many: those are bounded as well.
func TestLinksOfWholeColumnsCountForEachStone(t *testing.T) {
	for _, tt := range []struct {
		why, links string
		limit      int
		at         string // "" where the map is read
	}{
		{"seven: three, one and three", `{"from":"a","to":"b1"},{"from":"a1","to":"b2"},{"from":"a2","to":"b"}`, 7, ""},
		{"the last is too many", `{"from":"a","to":"b1"},{"from":"a1","to":"b2"},{"from":"a2","to":"b"}`, 6, "/pathways/0/links/2"},
		{"the second is", `{"from":"a","to":"b1"},{"from":"a1","to":"b2"},{"from":"a2","to":"b"}`, 3, "/pathways/0/links/1"},
		{"from column to column they meet in one point", `{"from":"a","to":"b"}`, 1, ""},
		{"one by one each counts once", `{"from":"a1","to":"b1"},{"from":"a1","to":"b2"},{"from":"a1","to":"b3"}`, 3, ""},
		{"what names nothing counts once", `{"from":"x","to":"b1"},{"from":"a1","to":"y"}`, 2, ""},
	} {
		for _, format := range []Format{JSON, YAML} {
			res, err := Load(strings.NewReader(fmt.Sprintf(crowd, tt.links)), WithFormat(format), WithLimits(Limits{Links: tt.limit}))
			require.NoError(t, err)
			if tt.at == "" {
				assert.NotNil(t, res.Map, tt.why)
				continue
			}
			assert.Nil(t, res.Map, tt.why)
			require.Len(t, res.Findings, 1, tt.why)
			f := res.Findings[0]
			assert.Equal(t, "OM103 "+tt.at, f.Rule+" "+f.Pointer, tt.why)
			assert.Equal(t, 5, f.Pos.Line, tt.why)
			assert.Contains(t, f.Message, fmt.Sprintf("more than %d links", tt.limit))
		}
	}
}

// 65,536 links of 65,536 stones each are none where numbers have 32 bits.
func TestLinksOfWholeColumnsAreCountedInFull(t *testing.T) {
	const n = 1 << 16
	var stones, ids, links strings.Builder
	for i := range n {
		comma := ","
		if i == 0 {
			comma = ""
		}
		fmt.Fprintf(&stones, `%s{"id":"a%d","text":"%d"}`, comma, i, i)
		fmt.Fprintf(&ids, `%s"a%d"`, comma, i)
		links.WriteString(comma + `{"from":"a","to":"z"}`)
	}
	src := fmt.Sprintf(`{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[%s]},{"id":"b","stones":[{"id":"z","text":"Z"}]}],
"pathways":[{"id":"p","steps":[{"column":"a","stones":[%s]},{"column":"b","stones":["z"]}],"links":[%s]}]}`, &stones, &ids, &links)
	_, err := Read(strings.NewReader(src))
	require.ErrorContains(t, err, "more than 1000000 links, where one from or to a whole column counts")
}
