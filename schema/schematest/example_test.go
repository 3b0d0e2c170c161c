package schematest_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// Five lines of a test guard a folder of maps: every file has to be ready to publish.
func ExampleValid() {
	TestMaps := func(t *testing.T) {
		schematest.Valid(t, os.DirFS("."), "maps/**/*.yaml", schematest.Profile("final"))
	}
	_ = TestMaps // go test runs it
}

// Who checks maps tests the checker with maps that are broken in known ways.
func ExampleBreak() {
	m := schematest.Random(5, 30)
	b, err := schematest.Break(m, "stone twice in a pathway")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("wanted:", b.Rule, b.Pointer)
	for _, f := range outcome.Check(b.Map, outcome.Review) {
		if f.Severity == outcome.Error {
			fmt.Println("found: ", f.Rule, f.Pointer, f.Message)
		}
	}
	// Output:
	// wanted: OM205 /pathways/2/steps/0/stones/1
	// found:  OM205 /pathways/2/steps/0/stones/1 stone "fault-stone-0" stands twice in the pathway
}

// A picture is compared with one that somebody looked at. GOLDEN_UPDATE=1 go test accepts a new one.
func ExampleGolden() {
	TestPicture := func(t *testing.T) {
		var picture bytes.Buffer
		if err := schema.Write(&picture, schematest.Random(1, 30), schema.JSON); err != nil { // or render.SVG
			t.Fatal(err)
		}
		schematest.Golden(t, "picture.svg", picture.Bytes())
	}
	_ = TestPicture // go test runs it
}

// What your program promises for every map is tried on many: here that a map of any size has its stones
// counted. The same seed gives the same map.
func ExampleRandom() {
	for seed := range uint64(3) {
		m, stones := schematest.Random(seed, 40), 0
		for _, c := range m.Columns {
			stones += len(c.Stones)
		}
		fmt.Println(stones, len(m.Pathways) > 0)
	}
	// Output:
	// 40 true
	// 40 true
	// 40 true
}
