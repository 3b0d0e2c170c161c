package table

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
)

func TestShapes(t *testing.T) {
	for _, tt := range []struct {
		name, why, text, want string
		findings              []string
	}{
		{
			name: "other headings", why: "headings are data",
			text: "Our garden\n\nRoots\tStems\tFlowers\nWater the beds\tGardeners\tPeople rest here\n",
			want: "Our garden\nRoots (): Water the beds\nStems (): Gardeners\nFlowers (): People rest here\n",
		},
		{
			name: "German", why: "known wordings of another language give levels",
			text: "Nachbarschaft\n\nWas wir tun\tMit wem\tWirkung\nWir kochen\tNachbarn\tNiemand isst allein\n",
			want: "Nachbarschaft\nWas wir tun (activities): Wir kochen\nMit wem (participants): Nachbarn\nWirkung (impact): Niemand isst allein\n",
		},
		{
			name: "Chinese", why: "a script without cases and without Latin letters",
			text: "社区花园\n\n我们做什么\t和谁一起\n种花\t邻居\n",
			want: "社区花园\n我们做什么 (): 种花\n和谁一起 (): 邻居\n",
		},
		{
			name: "CRLF", why: "Windows",
			text: "Map\r\n\r\nWhat we do\tWho with\r\nTeach\tPupils\r\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n",
		},
		{
			name: "CR", why: "line ends of old",
			text: "Map\r\rWhat we do\tWho with\rTeach\tPupils\r",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n",
		},
		{
			name: "trailing tabs", why: "columns that are empty throughout are none",
			text: "Map\n\nWhat we do\tWho with\t\t\nTeach\tPupils\t\t\n\tParents\t\t\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils | Parents\n",
		},
		{
			name: "trimmed rows", why: "an editor took the tabs at the end of lines away",
			text: "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\nPlay\tParents\tGood\n",
			want: "Map\nWhat we do (activities): Teach | Play\nWho with (participants): Pupils | Parents\nHow they feel (reactions): Good\n",
		},
		{
			name: "a row without tabs", why: "kept as a first cell, and said so",
			text: "Map\n\nWhat we do\tWho with\nTeach\tPupils\nPlay\nSing\tParents\n",
			want: "Map\nWhat we do (activities): Teach | Play | Sing\nWho with (participants): Pupils | Parents\n", findings: []string{"OM402 5:1"},
		},
		{
			name: "text right below", why: "it may be rows that lost their tabs",
			text: "Map\n\nWhat we do\tWho with\nTeach\tPupils\nPlay\nSing\n\nMore text\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n", findings: []string{"OM402 5:1"},
		},
		{
			name: "text right below rows that keep their tabs", why: "a row would have kept them",
			text: "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\nPlay\tParents\t\nSo we think.\n\nMore text\n",
			want: "Map\nWhat we do (activities): Teach | Play\nWho with (participants): Pupils | Parents\nHow they feel (reactions): Good\n",
		},
		{
			name: "a title right below", why: "it stands on the next table, and is no row of this one",
			text: "Map\n\nWhat we do\tWho with\nTeach\tPupils\nPlay\tParents\nReading\nWhat we do\tWho with\nTeach\tPupils\n",
			want: "Map\nWhat we do (activities): Teach | Play\nWho with (participants): Pupils | Parents\n> Reading: Teach | Pupils\n",
		},
		{
			name: "empty lines between rows", why: "still one table",
			text: "Map\n\nWhat we do\tWho with\tHow they feel\n\nTeach\tPupils\tGood\n\nPlay\tParents\tGlad\n\nSing\tAll\tProud\n\nThe end.\n",
			want: "Map\nWhat we do (activities): Teach | Play | Sing\nWho with (participants): Pupils | Parents | All\nHow they feel (reactions): Good | Glad | Proud\n",
		},
		{
			name: "an empty line inside", why: "the row behind it is as wide",
			text: "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n\nPlay every day of the whole long week, in the yard or in the hall or where there is room\tParents\tGlad\n",
			want: "Map\nWhat we do (activities): Teach | Play every day of the whole long week, in the yard or in the hall or where there is room\nWho with (participants): Pupils | Parents\nHow they feel (reactions): Good | Glad\n",
		},
		{
			name: "headings over headings", why: "the upper row spans columns; it is reported",
			text: "Map\n\nOurs\t\t\tTheirs\nWhat we do\tWho with\tHow they feel\tImpact\nTeach\tPupils\tGood\tBetter lives\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\nHow they feel (reactions): Good\nImpact (impact): Better lives\n", findings: []string{"OM402 3:1"},
		},
		{
			name: "too many cells", why: "what has no column is reported whole",
			text: "Map\n\nWhat we do\tWho with\nTeach\tPupils\tStray one\tStray two\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n", findings: []string{"OM402 4:14"},
		},
		{
			name: "a row cut in two", why: "a line break in a cell; other rows keep their tabs",
			text:     "Map\n\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\t\nPlay\tParents and\nfriends\tGood\nSing\tAll\tGood\nRun\tAll\tFit\n",
			want:     "Map\nWhat we do (activities): Teach | Play | friends | Sing | Run\nWho with (participants): Pupils | Parents and | Good | All | All\nHow they feel (reactions): Good | Fit\n",
			findings: []string{"OM402 5:1", "OM402 5:6", "OM402 6:1", "OM402 6:1"},
		},
		{
			name: "a line of the page above", why: "the headings are the row that fits the rows below it",
			text: "Annual report\tDraft\nWhat we do\tWho with\tHow they feel\nTeach\tPupils\tGood\n",
			want: "Outcome map\nWhat we do (activities): Teach\nWho with (participants): Pupils\nHow they feel (reactions): Good\n", findings: []string{"OM402 1:1", "OM405 1:1"},
		},
		{
			name: "row numbers", why: "a first column of figures without a heading holds no stones",
			text: "Map\n\n\tWhat we do\tWho with\n1\tTeach\tPupils\n2\tPlay\tParents\n",
			want: "Map\nWhat we do (activities): Teach | Play\nWho with (participants): Pupils | Parents\n", findings: []string{"OM402 3:1"},
		},
		{
			name: "numbered rows", why: "a heading above figures makes no column of stones",
			text: "Map\n\nNo.\tWhat we do\tWho with\n1.\tTeach\tPupils\n2.\tPlay\tParents\n",
			want: "Map\nWhat we do (activities): Teach | Play\nWho with (participants): Pupils | Parents\n", findings: []string{"OM402 3:1"},
		},
		{
			name: "two columns and an empty line", why: "two cells are too few to say that the table goes on: the row is left out, and told",
			text: "Map\n\nWhat we do\tWho with\nTeach\tPupils\n\nWritten by\tAnna\n",
			want: "Map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n", findings: []string{"OM406 6:1"},
		},
		{
			name: "a column without a heading", why: "kept, and reported",
			text: "Map\n\nWhat we do\t\tHow they feel\nTeach\tPupils\tGood\n",
			want: "Map\nWhat we do (activities): Teach\n (): Pupils\nHow they feel (reactions): Good\n", findings: []string{"OM402 3:12"},
		},
		{
			name: "one column", why: "maps with one column exist; the tab shows that it is a table",
			text: "Map\n\nActivities\t\nTeach\t\nPlay\t\n",
			want: "Map\nActivities (activities): Teach | Play\n",
		},
		{
			name: "levels repeat", why: "a results chain",
			text: "Map\n\nInputs\tShort-term outcomes\tLong-term outcomes\nMoney\tSkills\tJobs\n",
			want: "Map\nInputs (inputs): Money\nShort-term outcomes (outcomes): Skills\nLong-term outcomes (outcomes): Jobs\n",
		},
		{
			name: "quoted cells", why: "what spreadsheets make of line breaks and quotes",
			text: "Map\n\nWhat we do\tWho with\n\"Teach \"\"reading\"\"\nand writing\"\t\"Pupils\nParents\"\n",
			want: "Map\nWhat we do (activities): Teach \"reading\" and writing\nWho with (participants): Pupils | Parents\n",
		},
		{
			name: "bullets in a cell", why: "several stones in one cell",
			text:     "Map\n\nWhat we do\tWho with\n• Teach • Play • sing\t• Pupils\n",
			want:     "Map\nWhat we do (activities): Teach | Play | sing\nWho with (participants): Pupils\n",
			findings: []string{"OM402 4:1"},
		},
		{
			name: "entities and spaces", why: "what pasting leaves behind",
			text: "Map\n\nWhat we do\tWho with\n Teach\u00a0&amp;  play\u200b \tR&D\n",
			want: "Map\nWhat we do (activities): Teach & play\nWho with (participants): R&D\n",
		},
		{
			name: "HTML cells", why: "blocks are stones, inline tags are not; unknown tags are text",
			text: "Map\n\n<b>What we do</b>\tWho with\n<ul><li>Teach <i>all</i></li><li>Play</ul>\tPupils<br>Parents<br>and friends <aged 7>\n",
			want: "Map\nWhat we do (activities): Teach all | Play\nWho with (participants): Pupils | Parents and friends <aged 7>\n",
		},
		{
			name: "byte order mark", why: "skipped, and reported",
			text: "\ufeffWhat we do\tWho with\nTeach\tPupils\n",
			want: "Outcome map\nWhat we do (activities): Teach\nWho with (participants): Pupils\n", findings: []string{"OM121 1:1", "OM405 1:1"},
		},
		{
			name: "a sentence in two rows", why: "the weak word counts because the cell below goes on",
			text:     "Map\n\nWhat we do\tWho with\nWe help people with\tPupils\ntheir garden\tParents\nWe help people to\tAll\nPlay games\t\n",
			want:     "Map\nWhat we do (activities): We help people with | their garden | We help people to | Play games\nWho with (participants): Pupils | Parents | All\n",
			findings: []string{"OM402 4:1", "OM402 5:1"},
		},
		{
			name: "another table below", why: "headings behind an empty line start a new table, if rows follow them",
			text: "Map\n\nRoots\tStems\tFlowers\nWater\tAir\tSun\n\nName\tRole\tTown\nAnna\tChair\tLeith\n",
			want: "Map\nRoots (): Water\nStems (): Air\nFlowers (): Sun\n", findings: []string{"OM406 6:1"},
		},
		{
			name: "semicolons", why: "a spreadsheet's export",
			text: "What we do;Who with;How they feel\nTeach;Pupils;Good\n\"Play; sing\";;Glad\n",
			want: "Outcome map\nWhat we do (activities): Teach | Play; sing\nWho with (participants): Pupils\nHow they feel (reactions): Good | Glad\n", findings: []string{"OM405 1:1"},
		},
		{
			name: "commas", why: "a spreadsheet's export",
			text: "What we do,Who with,How they feel\nTeach,Pupils,Good\n\"Play, sing\",,Glad\n",
			want: "Outcome map\nWhat we do (activities): Teach | Play, sing\nWho with (participants): Pupils\nHow they feel (reactions): Good | Glad\n", findings: []string{"OM405 1:1"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res := read(t, tt.text)
			assert.Equal(t, tt.want, outline(res.Map), tt.why)
			if tt.findings == nil {
				tt.findings = []string{}
			}
			assert.Equal(t, tt.findings, places(res.Findings), tt.why)
		})
	}
}

// head is a map of three columns that the pathways below are matched to.
const head = "Map\n\nWhat we do\tWho with\tHow they feel\n" +
	"Teach reading to all\tPupils\tI feel welcome here\n" +
	"Teach writing to all\tParents\tWe learn together\n\n"

func TestPathways(t *testing.T) {
	const columns = "Map\nWhat we do (activities): Teach reading to all | Teach writing to all\nWho with (participants): Pupils | Parents\n" +
		"How they feel (reactions): I feel welcome here | We learn together\n"
	for _, tt := range []struct {
		name, why, text, want string
		findings              []string
	}{
		{
			name: "titled by the line above", why: "a section heading stands further up",
			text: "Our pathways\n\nReading\n\nReading\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\tPupils\tI feel welcome here\n",
			want: columns + "> Reading: Teach reading to all | Pupils | I feel welcome here\n",
		},
		{
			name: "text between title and table", why: "prose is no title",
			text: "Reading\n\nThis pathway is about reading. It matters.\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\tPupils\t\n",
			want: columns + "> Reading: Teach reading to all | Pupils\n",
		},
		{
			name: "rows between title and table", why: "a line of a table of contents is no title",
			text: "Reading\n\nPage\t3\n\nWhat we do\tWho with\tHow they feel\t\nTeach reading to all\tPupils\t\tStray\n",
			want: columns + "> Reading: Teach reading to all | Pupils\n", findings: []string{"OM402 12:30"},
		},
		{
			name: "no empty lines", why: "the title touches both tables",
			text: "Reading\nWhat we do?\twho with\tHow they feel:\nTeach reading to all\tPupils\t\nWriting\nWhat we do\tWho with\tHow they feel\nTeach writing to all\t\t\n",
			want: columns + "> Reading: Teach reading to all | Pupils\n> Writing: Teach writing to all\n",
		},
		{
			name: "no title", why: "reported, and left out",
			text: "What we do\tWho with\tHow they feel\nTeach reading to all\tPupils\t\n",
			want: columns + "> : Teach reading to all | Pupils\n", findings: []string{"OM405 7:1"},
		},
		{
			name: "the same title twice", why: "two tables of one name may be one pathway",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\tPupils\t\n\nReading\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\t\t\n",
			want: columns + "> Reading: Teach reading to all | Pupils\n> Reading: Teach reading to all\n", findings: []string{"OM405 14:1"},
		},
		{
			name: "near texts", why: "case, marks, white space and a slip of the pen are forgiven and reported",
			text:     "Reading\n\nWhat we do\tWho with\tHow they feel\nteach Reading to all\tParents.\tI feel wellcome here\n\tPupils\tWe  learn together\n",
			want:     columns + "> Reading: Teach reading to all | Parents + Pupils | I feel welcome here + We learn together\n",
			findings: []string{"OM404 10:1", "OM404 10:22", "OM404 10:31", "OM404 11:9"},
		},
		{
			name: "not matched", why: "kept as a stone of its own; two letters of six are no slip",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\tPupps\tSomething else\n",
			want: "Map\nWhat we do (activities): Teach reading to all | Teach writing to all\nWho with (participants): Pupils | Parents | Pupps\n" +
				"How they feel (reactions): I feel welcome here | We learn together | Something else\n> Reading: Teach reading to all | Pupps | Something else\n",
			findings: []string{"OM403 10:22", "OM403 10:28"},
		},
		{
			name: "the other column's stone", why: "a stone is looked for in its own column",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\nParents\t\t\n",
			want: "Map\nWhat we do (activities): Teach reading to all | Teach writing to all | Parents\nWho with (participants): Pupils | Parents\n" +
				"How they feel (reactions): I feel welcome here | We learn together\n> Reading: Parents\n",
			findings: []string{"OM403 10:1"},
		},
		{
			name: "not matched because damaged", why: "both are said, at the same place",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\nTeach reading and\tPupils\n",
			want: "Map\nWhat we do (activities): Teach reading to all | Teach writing to all | Teach reading and\nWho with (participants): Pupils | Parents\n" +
				"How they feel (reactions): I feel welcome here | We learn together\n> Reading: Teach reading and | Pupils\n",
			findings: []string{"OM402 10:1", "OM403 10:1"},
		},
		{
			name: "new text behind a button", why: "where a summary is still asked for, a text is none",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n<div>+</div><div>ADD SUMMARY</div><div>Sing</div>\tPupils\t\n",
			want: "Map\nWhat we do (activities): Teach reading to all | Teach writing to all | Sing\nWho with (participants): Pupils | Parents\n" +
				"How they feel (reactions): I feel welcome here | We learn together\n> Reading: Sing | Pupils\n",
			findings: []string{"OM403 10:40"},
		},
		{
			name: "twice in a pathway", why: "kept once, and reported",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\nTeach reading to all\tPupils\t\n\tPupils\t\n",
			want: columns + "> Reading: Teach reading to all | Pupils\n", findings: []string{"OM402 11:2"},
		},
		{
			name: "fewer columns", why: "a pathway may skip one",
			text: "Reading\n\nWhat we do\tHow they feel\nTeach reading to all\tWe learn together\n",
			want: columns + "> Reading: Teach reading to all | We learn together\n",
		},
		{
			name: "other columns", why: "not of this map, and reported",
			text: "People\n\nName\tRole\nAnna\tChair\n",
			want: columns, findings: []string{"OM406 9:1"},
		},
		{
			name: "no headings", why: "rows of texts are not lost without a word",
			text: "Loose\n\nThis row ends with a stop.\tSo does this one.\tAnd this.\nAnother.\tOne.\tMore.\n",
			want: columns, findings: []string{"OM406 9:1"},
		},
		{
			name: "ratings", why: "levels by id and by label; n/a is none; in any order, in tags or not",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n" +
				"<div>+</div> <div>ADD SUMMARY</div> <div><p>Teach reading to all</p><p>Progress: Great Confidence: n/a</p></div>\t" +
				"Pupils Progress: no progress Confidence: High Parents Progress: n/a Confidence: low\t" +
				"<div>We learn together <b>Progress</b>: some Confidence: medium</div>\n",
			want: columns + "> Reading: Teach reading to all | Pupils + Parents | We learn together\n" +
				"= reading / Teach reading to all: great, \n= reading / Pupils: none, high\n= reading / Parents: , low\n= reading / We learn together: some, medium\n",
		},
		{
			name: "unknown ratings", why: "reported and left out",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n<p>Teach reading to all</p><p>Progress: 80 percent Confidence: high</p>\t<p>Progress: some</p>\t\n",
			want: columns + "> Reading: Teach reading to all\n= reading / Teach reading to all: , high\n", findings: []string{"OM209 10:4", "OM402 10:76"},
		},
		{
			name: "summaries", why: "text where the button was is the summary of the step",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n" +
				"<div>+</div><div>It ran all year.</div>\t<div>+</div><div>ADD SUMMARY</div>\t<div>+</div><div>Summary</div><div>Mostly <em>good</em>.</div><div>We learn together Progress: n/a Confidence: n/a</div>\n" +
				"<p>Teach reading to all</p><p>Progress: n/a Confidence: n/a</p>\t<p>Pupils</p>\t\n",
			want: columns + "> Reading: Teach reading to all {It ran all year.} | Pupils | We learn together {Mostly good.}\n",
		},
		{
			name: "buttons without tags", why: "what is left where a paste lost the tags",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n" +
				"+ ADD SUMMARY Teach reading to all Progress: n/a Confidence: n/a\tEDIT SUMMARY They came. Pupils Progress: n/a Confidence: low\t+\n",
			want: "Map\nWhat we do (activities): Teach reading to all | Teach writing to all\nWho with (participants): Pupils | Parents | They came. Pupils\n" +
				"How they feel (reactions): I feel welcome here | We learn together\n> Reading: Teach reading to all | They came. Pupils\n= reading / They came. Pupils: , low\n",
			findings: []string{"OM403 10:66"},
		},
		{
			name: "buttons and texts without ratings", why: "a button that asks for a summary says that there is none yet",
			text: "Reading\n\nWhat we do\tWho with\tHow they feel\n" +
				"<div>+</div><div>ADD SUMMARY</div><div>Teach reading to all</div>\t<div>+</div><div>Edit summary</div><div>They came.</div>\t<div>+</div><div>we learn together</div>\n",
			want: columns + "> Reading: Teach reading to all | {They came.} | We learn together\n", findings: []string{"OM404 10:141"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res := read(t, head+tt.text)
			assert.Equal(t, tt.want, outline(res.Map), tt.why)
			if tt.findings == nil {
				tt.findings = []string{}
			}
			assert.Equal(t, tt.findings, places(res.Findings), tt.why)
		})
	}
}

// Where no table shows the whole map, the pathways make it, and there is nothing to match to.
func TestPathwaysAlone(t *testing.T) {
	res := read(t, "Report\n\nReading\n\nWhat we do\tWho with\n<p>Teach</p><p>Progress: some Confidence: low</p>\tPupils\n\n"+
		"Writing\n\nWhat we do\tWho with\n<p>teach</p><p>Progress: n/a Confidence: n/a</p>\tParents\n")
	assert.Equal(t, "Report\nWhat we do (activities): Teach\nWho with (participants): Pupils | Parents\n"+
		"> Reading: Teach | Pupils\n> Writing: Teach | Parents\n= reading / Teach: some, low\n", outline(res.Map))
	assert.Equal(t, []string{"OM404 11:4"}, places(res.Findings))
}

// The map's table is not always the first one.
func TestMapAmongTables(t *testing.T) {
	res := read(t, "Report\n\nName\tRole\nAnna\tChair\n\nThe map\n\n"+head)
	require.Len(t, res.Map.Columns, 3)
	assert.Equal(t, "Report", res.Map.Title)
	assert.Equal(t, []string{"OM406 3:1"}, places(res.Findings))
}

func TestProfileWeighs(t *testing.T) {
	text := head + "Reading\n\nWhat we do\tWho with\tHow they feel\nSomething else\t\t\n"
	for profile, want := range map[outcome.Profile]outcome.Severity{outcome.Draft: outcome.Warning, outcome.Review: outcome.Warning, outcome.Final: outcome.Error} {
		res := read(t, text, Profile(profile))
		assert.Equal(t, want, res.Findings[0].Severity, profile)
	}
}

func TestTitles(t *testing.T) {
	const table = "What we do\tWho with\nTeach\tPupils\n"
	for _, tt := range []struct{ text, file, want, why string }{
		{"\n\n# The map\n\nText.\n\n" + table, "", "The map", "Markdown"},
		{"<h1>Our <b>map</b></h1>\n\n" + table, "", "Our map", "HTML"},
		{"www.example.org\n- an item\nA sentence that says something.\nOur map\n" + table, "", "Our map", "the first line that can be a title"},
		{table, "some/our_new-map.txt", "our new-map", "the file's name stands in"},
		{table, "", "Outcome map", "nothing else is known"},
		{"Our" + strings.Repeat(" map", 49) + "s\n" + table, "", "Our" + strings.Repeat(" map", 49) + "s", "two hundred letters"},
		{"Our" + strings.Repeat(" map", 49) + "s!\n" + table, "", "Outcome map", "and one are a paragraph"},
		{strings.Repeat("long ", 100) + "\n" + table, "", "Outcome map", "a paragraph is no title"},
	} {
		res := read(t, tt.text, Name(tt.file))
		assert.Equal(t, tt.want, res.Map.Title, tt.why)
	}
}

func TestColumnIDs(t *testing.T) {
	m := read(t, "Map\n\nActivities\tRoots\tOutcomes\tOutcomes\t根\nRoots\tActivities\t\t\t木\n").Map
	var ids []string
	for _, c := range m.Columns {
		ids = append(ids, c.ID)
	}
	assert.Equal(t, []string{"activities", "roots", "outcomes", "outcomes-2", "column-5"}, ids, "by level where it is there once, else by heading")
	assert.Equal(t, "roots", read(t, "Map\n\nActivities\tRoots\nTeach\tWater\n").Map.Columns[1].ID, "no level is none, also where it is there once")
	assert.Equal(t, "map", read(t, "花园\n\na\tb\nc\td\n").Map.ID, "a title without Latin letters")
	assert.Equal(t, "pathway-1", read(t, "Map\n\nRoots\tStems\nWater\tLight\n\n读书\n\nRoots\tStems\nWater\tLight\n").Map.Pathways[0].ID)
	assert.Equal(t, "roots-2", m.Columns[0].Stones[0].ID, "columns and stones share their ids")
	assert.Equal(t, "column-5-1", m.Columns[4].Stones[0].ID, "a stone without Latin letters is named by its place")
}

func TestHints(t *testing.T) {
	res := read(t, head+"Reading\n\nWhat we do\tWho with\tHow they feel\n<p>Teach reading to all</p><p>Progress: 80</p>\tI feel welcome here\t\n")
	require.Len(t, res.Findings, 2)
	assert.Equal(t, "add the level to evidence.standard, or use one of its levels: none, some, great", res.Findings[0].Hint)
	assert.Equal(t, "/columns/1/stones/2", res.Findings[1].Pointer, "behind the two that the map has")
	assert.Equal(t, `column "reactions" has a stone with this text`, res.Findings[1].Hint)
}

func TestDelimiter(t *testing.T) {
	const text = "What we do;Who with\nTeach;Pupils\n"
	assert.Equal(t, []int{1, 1}, stonesByColumn(read(t, text, Delimiter(';')).Map))
	_, err := Load(strings.NewReader(text))
	assert.Error(t, err, "two cells a line could be prose")
}
