package render_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

// measure asks a browser, not our own metrics, which texts leave their card, their heading or the page,
// and which cards overlap. It writes one line a fault, and how much was looked at.
const measure = `<script>
const faults = [], say = (what, e) => faults.push(what + ": " + (e.textContent || e.getAttribute("aria-label")));
const inside = (a, b, slack) => a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
let texts = 0;
for (const svg of document.querySelectorAll("svg")) {
	const page = svg.getBoundingClientRect(), cards = [];
	for (const text of svg.querySelectorAll("text")) {
		texts++;
		if (!inside(text.getBoundingClientRect(), page, 0)) say("outside of the page", text);
	}
	for (const card of svg.querySelectorAll("[data-stone]")) {
		const box = card.querySelector("rect").getBoundingClientRect();
		for (const text of card.querySelectorAll("text"))
			if (!inside(text.getBoundingClientRect(), box, 0)) say("outside of its card", text);
		for (const other of cards)
			if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) say("cards overlap", card);
		cards.push(box);
	}
}
document.body.innerHTML = "<pre></pre>";
document.querySelector("pre").textContent = faults.concat("texts: " + texts).join("\n");
</script>`

func TestTextStaysInsideInABrowser(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	maps := []*outcome.Map{readMap(t, "board.json"), readMap(t, "board-rated.json"), languages(), longLevels("en"), longLevels("ar")}
	for range 12 {
		maps = append(maps, randomMap(r))
	}
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><body>")
	for _, m := range maps {
		page.WriteString(svg(t, m))
		page.WriteString(svg(t, m, render.CardWidth(140)))
	}
	page.WriteString(measure)
	lines := needtool.Told(t, page.String())
	assert.Empty(t, lines[:len(lines)-1], "in the fonts of this machine")
	assert.Greater(t, len(lines[len(lines)-1]), len("texts: 99"), "%s", lines[len(lines)-1])
}

// languages is a map whose stones say the same in many scripts: article 1 of the Universal Declaration
// of Human Rights (United Nations, 1948), first sentence, as the OHCHR publishes its translations.
func languages() *outcome.Map {
	m := &outcome.Map{Title: "Languages", Columns: []outcome.Column{{ID: "a", Heading: "Tous les êtres humains naissent libres et égaux"}, {ID: "b", Heading: "所有人在尊严和权利上一律平等"}}}
	for i, s := range []string{
		"All human beings are born free and equal in dignity and rights.",
		"Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
		"Все люди рождаются свободными и равными в своем достоинстве и правах.",
		"Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
		"人人生而自由，在尊严和权利上一律平等。",
		"すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
		"모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
		"يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.",
		"כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
		"มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
		"सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
		"Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
		"Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։",
		"ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
		"সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
		"மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும் உரிமைகளிலும் சமமானவர்கள்.",
		"👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 equal 😀😀😀😀😀😀😀😀😀😀",
	} {
		c := &m.Columns[i%2]
		c.Stones = append(c.Stones, outcome.Stone{ID: string(rune('a' + i)), Text: s})
	}
	return m
}
