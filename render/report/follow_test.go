package report_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// far is a map in which each of two stones leads to each of two others, past so many columns between: from dot to dot.
// A second pathway fills these columns.
func far(between int) *outcome.Map {
	column := func(id string) outcome.Column {
		return outcome.Column{ID: id, Heading: id, Stones: []outcome.Stone{{ID: id + "1", Text: "First of " + id}, {ID: id + "2", Text: "Second of " + id}}}
	}
	m := &outcome.Map{Title: "Far", Columns: []outcome.Column{column("a")}}
	other := pathway.Pathway{ID: "near", Title: "Near"}
	for i := range between {
		id := string(rune('m' + i))
		m.Columns = append(m.Columns, column(id))
		other.Steps = append(other.Steps, pathway.Step{Column: id, Stones: []string{id + "1", id + "2"}})
	}
	m.Columns = append(m.Columns, column("z"))
	m.Pathways = []pathway.Pathway{{ID: "far", Title: "Far", Steps: []pathway.Step{{Column: "a", Stones: []string{"a1", "a2"}}, {Column: "z", Stones: []string{"z1", "z2"}}}}, other}
	return m
}

// follows asks a browser, after each way to ask for the routes of a stone, which links light up, and whether the line
// that is drawn for them runs along the whole of each and along no other.
const follows = `<pre></pre><script>
const lines = [], picture = document.getElementById("picture");
const card = picture.querySelector('a[data-stone="a1"]');
const mouse = (type, on, more) => on.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: "mouse", ...more }));
const on = (arcs, path, share) => {
	const at = path.getPointAtLength(share * path.getTotalLength());
	return arcs.some((arc) => arc.isPointInStroke(at));
};
const tell = (what) => {
	const arcs = [...picture.querySelectorAll(".arc")];
	arcs.forEach((arc) => arc.style.strokeDasharray = "none");
	const links = [...picture.querySelectorAll('[data-pathway="far"] [data-from]')];
	const name = (l) => l.dataset.from + "-" + l.dataset.to;
	const shares = [...Array(41)].map((_, i) => (i + 1) / 42);
	lines.push([what,
		"lit " + links.filter((l) => l.classList.contains("lit")).map(name).join(" "),
		"drawn " + links.filter((l) => shares.every((s) => on(arcs, l, s))).map(name).join(" "),
		"strong " + arcs.every((arc) => getComputedStyle(arc).opacity === "1" && getComputedStyle(arc).stroke !== "none"),
		"whole " + [...picture.querySelectorAll('[data-pathway="far"] [data-hub]')].filter((h) => getComputedStyle(h).opacity === "1").length].join("; "));
};
tell("nothing");
mouse("pointerover", card); tell("hovered");
mouse("pointerleave", picture); tell("left");
card.focus(); card.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true })); tell("space");
document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })); tell("escape");
mouse("click", card, { detail: 1 }); tell("clicked");
mouse("click", card, { detail: 1 }); tell("again");
const button = document.querySelector('.tools button[data-path="far"]');
button.click(); tell("pathway");
document.querySelector("pre").textContent = lines.join("\n");
</script></body>`

// Who asks for the routes of a stone sees them lit from end to end: also the way between two dots that a link takes past
// columns of others.
func TestTheWayBetweenDotsLightsUp(t *testing.T) {
	for _, between := range []int{1, 3} {
		page := write(t, far(between))
		require.Contains(t, page, "data-hub")
		page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(page, "") // it would refuse the script
		told := needtool.Told(t, strings.Replace(page, "</body>", follows, 1))
		all := "a1-z1 a1-z2 a2-z1 a2-z2"
		none := "lit ; drawn ; strong true; whole 1"
		one := "lit a1-z1 a1-z2; drawn a1-z1 a1-z2; strong true; whole 0"
		want := []string{"nothing; " + none, "hovered; " + one, "left; " + none, "space; " + one, "escape; " + none, "clicked; " + one, "again; " + none,
			"pathway; lit " + all + "; drawn ; strong true; whole 1"}
		assert.Equal(t, want, told, fmt.Sprint(between, " columns between"))
	}
}
