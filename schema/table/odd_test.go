package table

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// base is the table of a whole map, for rows that are a pathway of it.
const base = "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\nPlay\tParents\tGlad\n\nReading\n\nWhat we do\tWho with\tHow they feel\n"

// odd are tables at the edge of what is one, with what to look at.
var odd = []struct{ why, text string }{
	{"a fourth row is too deep for headings", "One is a sentence.\tTwo is.\tThree is.\nFour is one.\tFive is.\tSix is.\nSeven is one.\tEight is.\tNine is.\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n"},
	{"a third is not", "One is a sentence.\tTwo is.\tThree is.\nFour is one.\tFive is.\tSix is.\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n"},
	{"where no row fits the one below, the first may be the headings", "Roots\tStems\nWater\tLight\tAir\nCut\tDry\tGrind\tSow\n"},
	{"rows with names of their own", "\tWhat we do\tWho with\nSpring\tTeach\tPupils\nAutumn\tPlay\tParents\n"},
	{"an indent", "\tWhat we do\nThe spring\tTeach\n"},
	{"one word twice is no heading", "Outcomes\tOutcomes\nTeach\tPupils\n"},
	{"fifteen words make a heading", "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen\tWho with\nTeach\tPupils\n"},
	{"a hundred letters do", strings.Repeat("long ", 9) + strings.Repeat("x", 55) + "\tWho with\nTeach\tPupils\n"},
	{"a hundred and one do not", strings.Repeat("long ", 9) + strings.Repeat("x", 56) + "\tWho with\nTeach\tPupils\n"},
	{"the row below the headings lost its tabs", "Map\n\nWhat we do\tWho with\nTeach\nPlay\tPupils\n"},
	{"headings with a tab more than their rows", "Map\n\nWhat we do\tWho with\t\nTeach\tPupils\nPlay\tParents\n"},
	{"a heading over two columns", "Our garden\t\nRoots\tStems\nWater\tGardeners\n"},
	{"a heading over two columns and no more", "Our garden\t\nRoots\tStems\n"},
	{"figures alone", "What we do\tWho with\n1\t2\n"},
	{"names and years", "Area\tYear\nLeith\t2020\nHull\t2021\n"},
	{"one year may be a text", "Area\tYear\nLeith\t2020\nHull\tlater\n"},
	{"known headings begin the next table", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\nWhat we do\tHow they feel\nTeach\tGood\n"},
	{"an empty line, sentences, and another row", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n\nPlay every day.\tParents.\tThey feel glad.\nSing\tAll\tProud\n"},
	{"of equally unknown headings those that others repeat", "Report\n\nRoots\tStems\nWater\tLight\n\nPests\tCures\nAphids\tSoap\n\nReading\n\nPests\tCures\nAphids\tSoap\n"},
	{"a heading twice is two columns", "Map\n\nActivities\tOutcomes\tOutcomes\nTeach\tRead\tThrive\n\nReading\n\nActivities\tOutcomes\tOutcomes\nTeach\tRead\tThrive\n"},
	{"a title above three lines", strings.TrimSuffix(base, "What we do\tWho with\tHow they feel\n") + "It is.\nIt was.\nIt will be.\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n"},
	{"above four it is too far", strings.TrimSuffix(base, "What we do\tWho with\tHow they feel\n") + "It is.\nIt was.\nIt will be.\nIt may be.\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n"},
	{"a title without Latin letters", strings.Replace(base, "Reading", "读书", 1) + "Teach\tPupils\tGood\n"},
	{"two loose cells a row could be prose", base + "Teach\tPupils\tGood\n\nMore.\n\nThis is one.\tThis another.\nAnd this.\tAnd that.\n"},
	{"a loose row alone is told as well", base + "Teach\tPupils\tGood\n\nSing\tAll\tProud\tHome\n"},
	{"an indent, or figures, alone are no row", base + "Teach\tPupils\tGood\n\n\t\t\tPage 3\n\nIt is.\n\nTotal\t12\t14\t26\n"},
	{"a short row behind an empty line", base + "Teach\tPupils\tGood\n\nPlay\tParents\n"},
	{"two loose cells a row behind a map of two columns", "Map\n\nWhat we do\tWho with\nTeach\tPupils\n\nThis is one.\tThis another.\nAnd this.\tAnd that.\n\nPlay\tParents\n"},
	{"a loose cell beside a map of one column", "Map\n\nWhat we do\t\nTeach\t\n\nPlay\t\n\n\t\n"},
	{"a title in quotes", "\"Our map\"\n\nWhat we do\tWho with\nTeach\tPupils\n"},
	{"a column without entries", "Map\n\nInputs\tWhat we do\tWho with\n\tTeach\tPupils\n\tPlay\tParents\n"},
	{"a fault in a column without a heading", "Map\n\nWhat we do\t\tWho with\nTeach\tSing\tPupils\nPlay\tRelationships and\tParents\n"},
	{"an empty line below two headings", "What we do\tWho with\n\nTeach\tPupils\n"},
	{"a stone that is called as a level", strings.Replace(base, "Play\tParents\tGlad", "Impact\t\t\nPlay\tParents\tGlad", 1) + "Impact\t\t\n"},
	{"row numbers in all tables", "Map\n\nNo.\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n\nReading\n\nNo.\tWhat we do\tWho with\n1\tPlay\tPupils\n"},
	{"rows cut in two", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\t\nPlay\tParents and\nfriends\tGood\nSing\tAll\tGood\nRun\tAll\tFit\n"},
	{"a byte order mark", "\ufeff" + base + "Teach\tPupils\tGood\n"},
	{"ratings in two parts", "<p>Teach</p><p>Confidence: high</p><p>Progress: some</p>\tPupils\n"},
	{"ratings twice", "<p>Teach</p><p>Confidence: high</p><p>Confidence: low</p>\tPupils\n"},
	{"progress twice in one part", "<p>Teach Progress: some Progress: great</p>\tPupils\n"},
	{"a bullet in the middle is none", "Teach • play\tPupils\n"},
	{"bullets", "• Teach • Play\tPupils\n"},
	{"blanks before a text that is not matched", "Sing\t   Pupps\n"},
	{"a line break in a sentence, a block that is none", "<p>Teach<br>reading to all</p><div>play</div>\tPupils\n"},
	{"two breaks", "<div>Teach<br></div><div>play</div>\tPupils\n"},
	{"a tag with a figure", "<h6>Teach</h6><h9>Play</h9>\tPupils\n"},
	{"a quote that is not closed", "\"Teach\tPupils\n"},
	{"a quote inside of a cell", "\"Teach\" them\tPupils\n"},
	{"a quote over three lines of which one is empty", "\"Teach\n\nreading\"\tPupils\n"},
	{"line breaks of word processors", "Teach\vPlay\tPupils\fParents\n"},
	{"what cannot be seen", "Tea\u00adch\tPu\u2060pils\tGo\u200bo\ufeffd\n"},
	{"blanks of all widths", "\u00a0Teach\u2003\tPupils\n"},
	{"a button alone", "<div>Summary</div><div>They came.</div>\tPupils\n"},
	{"a program's own tag", "<my-tag9>Teach</my-tag9>\tPupils\n"},
	{"a script closed that was never opened", "Teach</script>Play\tPupils\n"},
	{"a script in capitals at the very start", "<SCRIPT>x</SCRIPT>Teach\tPupils\n"},
	{"Markdown", "**Teach**\t__Pupils__\n"},
	{"marks that are not wrapped", "****\t**Pupils** and **parents**\n"},
	{"letters of all sorts", "Zoo\tÉcole_Élémentaire\n"},
	{"three summaries", "<div>+</div><div>One.</div><div>Two.</div><div>Three.</div>\tPupils\n"},
	{"more cells than headings, one of them empty", "Teach\tPupils\tGood\t\tStray\n"},
	{"two letters more than a short word forgives", "Teach\tPupil\n"},
	{"a word too short to forgive anything", "Teech\tPapils\n"},
	{"a mark, and headings in the last line of all", base + "Teach\tPupils\tGood\n\nNo.\tWhat we do\tWho with\tHow they feel"},
	{"a mark above words is no mark", "Map\n\nNo.\tWhat we do\tWho with\nTeach\tPupils\tGood\nPlay\tAll\tGlad\n"},
	{"a sentence above figures is none", "Map\n\nThese are few.\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n"},
	{"nor above cells that are empty", "Map\n\nThese are few.\tWhat we do\tWho with\n\tTeach\tPupils\n\tPlay\tParents\n"},
	{"a mark beside sentences", "Map\n\nNo.\tThis is one.\tAnd so.\n1\tTeach\tPupils\n2\tPlay\tParents\n"},
	{"a column of words and figures is no column of figures", "Map\n\nWhat we do\tWho with\nTeach\tPupils\nPlay\t12\nSing\t30\n"},
	{"headings that are repeated with their tabs at the end", "Map\n\nRoots\tStems\tLeaves\t\nWater\tAir\tSun\t\nRoots\tStems\tLeaves\t\nSoil\tWind\tMoon\t\n"},
	{"two of four cells are called as levels", "Map\n\nRoots\tStems\tLeaves\tFruit\nWater\tAir\tSun\tRain\nImpact\tOutputs\tTeach\tPlay\nSoil\tWind\tMoon\tDew\n"},
	{"half of the columns are too few for a pathway", "Map\n\nWhat we do\tWho with\tHow they feel\tImpact\nTeach\tPupils\tGood\tBetter lives\n\nReading\n\nWhat we do\tWho with\nTeach\tPupils\n"},
	{"row numbers and one column", "Map\n\nNumber\tWhat we do\n1\tTeach\n2\tPlay\n"},
	{"row numbers in the map's table alone", "Map\n\nNo.\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n\nReading\n\nWhat we do\tWho with\nPlay\tPupils\n"},
	{"one row keeps its tab, and most do not", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\t\nPlay\tParents\nSing\tAll\nRun\tAll\n"},
	{"the very last line lost its tabs", "Map\n\nWhat we do\tWho with\nTeach\tPupils\nPlay"},
	{"headings that are known, before those that others repeat", "Report\n\nRoots\tStems\tLeaves\nWater\tLight\tAir\n\nMore\n\nRoots\tStems\tLeaves\nWater\tSun\tAir\n\nOurs\n\nWhat we do\tWho with\nTeach\tPupils\n"},
	{"pathways alone, from the first line on", "What we do\tWho with\n<p>Teach</p><p>Progress: some Confidence: low</p>\tPupils\n"},
	{"a mark has four letters at most", "Map\n\nNums.\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n"},
	{"a mark, headings, and a last line that does not end", "Map\n\nNo.\tWhat we do\tWho with\n1\tTeach\tPupils"},
	{"a line break before the first word", "<br>teach\tPupils\n"},
	{"twice in a pathway, and rated the second time", base + "Teach\tPupils\tGood\n<p>teach</p><p>Progress: some Confidence: low</p>\t\n"},
	{"a tab at the very end", "Teach\tPupils\t"},
	{"blanks before a text in quotes", "\"   Teech\"\tPupils\n"},
	{"one row is short, and none keeps its tabs", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\nPlay\tParents\nSing\tAll\tGlad\n"},
	{"a fault in the line of a byte order mark", "\ufeffWhat we do\t\tWho with\nTeach\tSing\tPupils\n"},
	{"a button that asks for a summary", "<div>Add summary</div><div>They came.</div>\tPupils\n"},
	{"a mark of four letters", "Map\n\nNos.\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n"},
	{"headings with bullets", "Map\n\n• What we do\t• Who with\nTeach\tPupils\n"},
	{"a mark beside a sentence and a heading", "Map\n\nNo.\tThis is one.\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n"},
	{"an empty line, a line without tabs, and another row", "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n\nPlay all day\nSing\tAll\tProud\n"},
	{"a quoted cell at the very end", "Teach\t\"Pu\"\"pils\""},
	{"two lines of text that is quoted", "\"Teach\nreading\"\t\"Pu\"\"pils\"\n"},
}

// What is made of them, and what is said.
func TestOddTables(t *testing.T) {
	var out bytes.Buffer
	for _, tt := range odd {
		text := tt.text
		if strings.Count(text, "\n") < 2 || strings.HasPrefix(text, `"`) && !strings.Contains(text, "What we do") {
			text = base + text // the row of a pathway
		}
		fmt.Fprintf(&out, "# %s\n", tt.why)
		res, err := Load(strings.NewReader(text))
		var fault *schema.Error
		if errors.As(err, &fault) {
			fmt.Fprintln(&out, err)
		} else {
			out.WriteString(outline(res.Map))
			for _, f := range res.Findings {
				fmt.Fprintf(&out, "%v at %q\n", f, text[f.Pos.Offset:f.Pos.Offset+f.Pos.Length])
			}
		}
		fmt.Fprintln(&out)
	}
	schematest.Golden(t, "odd.txt", out.Bytes())
}
