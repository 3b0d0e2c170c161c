package table

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/schema"
)

func TestRefusals(t *testing.T) {
	const table = "What we do\tWho with\nTeach\tPupils\n"
	for _, tt := range []struct{ name, text, want, why string }{
		{"empty", "", "x.txt:1:1: error: OM401 the text is empty", "nothing at all"},
		{"blank", "\ufeff \n\t\n\u00a0\n", "x.txt:1:1: error: OM401 the text is empty", "nothing to be seen"},
		{"prose", "A report.\n\nIt has commas, and stops.\n", "x.txt:1:1: error: OM401 the text holds no table: no line has a tab", "no tab, no table"},
		{"contents", "Contents\n\nBackground\t3\nOur map\t5\n", "x.txt:3:1: error: OM401 the text has tabs, but no row of headings", "page numbers are no headings"},
		{"list", "1.\tTeach\n2.\tPlay\n3.\tSing\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "numbers of items are no headings"},
		{"form", "Name:\tAnna\nRole:\tChair\nTown:\tLeith\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "labels on the left: a form"},
		{"figures", "Area\tYear\n12\t2020\n13\t2021\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "a table of figures"},
		{"data", "Graph\tTool\tCards\nreal\tdot\t40\nreal\telk\t41\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "a column of figures"},
		{"long cells", strings.Repeat("word ", 16) + "\t" + strings.Repeat("long", 26) + "\nTeach\tPupils\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "headings are short"},
		{"indented prose", "\tA paragraph with an indent.\n\tAnd another one.\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "indents"},
		{"headings alone", "What we do\tWho with\n\nThe end\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "no stones"},
		{"headings twice", "What we do\tWho with\nWhat we do\tWho with\n", "x.txt:1:1: error: OM401 the text has tabs, but no row of headings", "no stones"},
		{"letter with commas", "Dear Anna, dear Ben, dear all,\nwe meet on Friday, at noon, in the hall,\n", "x.txt:1:1: error: OM401 the text holds no table", "as many commas a line, but spaces behind them"},
		{"list with commas", "What we do,Who with,How they feel\nTeach,Pupils,Good\nPlay,Parents,Glad,Proud\n", "x.txt:1:1: error: OM401 the text holds no table", "not as many cells in each line"},
		{"binary", table + "\x89PNG\x00", "x.txt:3:1: error: OM102 the text is not UTF-8", "where it starts to be binary"},
		{"zip", "PK\x03\x04\x00\x00", "x.txt:1:5: error: OM102 the text holds a NUL byte: this is a binary file", "a spreadsheet's own format"},
		{"Latin-1", "Stra\xdfe\tx\n", "x.txt:1:5: error: OM102 the text is not UTF-8", "an old encoding"},
		{"UTF-16", "\xff\xfeW\x00h\x00", "x.txt:1:1: error: OM102 the text is UTF-16", "what Windows calls Unicode"},
		{"huge line", table + strings.Repeat("x", maxLine+1), "x.txt:3:1: error: OM103 line 3 is longer than 1048576 bytes", "no row is that long"},
		{"huge text", strings.Repeat(table, 1+(4<<20)/len(table)), "x.txt:1:1: error: OM103 the text is longer than the limit of 4194304 bytes", "larger than the default"},
		{"too many cells", strings.Repeat(strings.Repeat("\t", 1<<10)+"\n", 600), "x.txt:1:1: error: OM103 the text has more than 100000 cells", "a hostile file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res, err := Load(strings.NewReader(tt.text), Name("x.txt"))
			assert.Nil(t, res)
			var fault *schema.Error
			require.ErrorAs(t, err, &fault, tt.why)
			require.Len(t, fault.Findings, 1)
			assert.ErrorContains(t, err, tt.want, tt.why)
			assert.NotEmpty(t, fault.Findings[0].Hint)
		})
	}
}

func TestReaderFails(t *testing.T) {
	cause := errors.New("cable pulled")
	_, err := Load(iotest.ErrReader(cause), nil) // a nil option sets nothing
	assert.ErrorIs(t, err, cause)
	_, err = Load(io.LimitReader(strings.NewReader("a\tb\nc\td\n"), 1<<20), MaxBytes(3))
	assert.ErrorContains(t, err, "limit of 3 bytes")
}

// What is as long as it may be is read.
func TestLimits(t *testing.T) {
	const text = "What we do\tWho with\nTeach\tPupils\n"
	_, err := Load(strings.NewReader(text), MaxBytes(len(text)))
	assert.NoError(t, err)
	_, err = Load(strings.NewReader(text), MaxBytes(len(text)-1))
	assert.ErrorContains(t, err, "limit of 32 bytes")
	_, err = Load(strings.NewReader(text + strings.Repeat("x", maxLine)))
	assert.NoError(t, err)
}

// A hundred columns are the most that a table has.
func TestManyColumns(t *testing.T) {
	wide := func(n int) string {
		return "Map\n\n" + strings.Repeat("Roots\t", n-1) + "Stems\n" + strings.Repeat("Water\t", n-1) + "Air\n"
	}
	assert.Len(t, read(t, wide(maxColumns)).Map.Columns, 100)
	_, err := Load(strings.NewReader(wide(maxColumns + 1)))
	assert.ErrorContains(t, err, "no row of headings")
}
