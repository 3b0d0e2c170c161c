package evidence

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// Span is the yardstick: every date around the ends of months and centuries, and what is no date.
func TestLastDayAgreesWithSpan(t *testing.T) {
	check := func(d Date) {
		_, last, err := d.Span()
		want := -1
		if err == nil {
			want = (last.Year()*100+int(last.Month()))*100 + last.Day()
		}
		assert.Equal(t, want, d.lastDay(), "%q", string(d))
		assert.Equal(t, err == nil, d.Valid(), "%q", string(d))
	}
	for _, year := range []int{0, 1, 1900, 1999, 2000, 2023, 2024, 2100, 9999} {
		check(Date(fmt.Sprintf("%04d", year)))
		for month := range 15 {
			check(Date(fmt.Sprintf("%04d-%02d", year, month)))
			for day := range 34 {
				check(Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day)))
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		b := make([]byte, []int{0, 3, 4, 5, 7, 10, 11}[r.IntN(7)])
		for i := range b {
			b[i] = "00112--: +"[r.IntN(10)]
		}
		check(Date(b))
	}
}

func TestSpan(t *testing.T) {
	for _, tt := range []struct {
		date        Date
		first, last string // "": no date
	}{
		{"2021", "2021-01-01", "2021-12-31"},
		{"2021-04", "2021-04-01", "2021-04-30"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2021-12-31", "2021-12-31", "2021-12-31"},
		{"", "", ""},
		{"2021-13", "", ""},
		{"2021-6-1", "", ""},
	} {
		first, last, err := tt.date.Span()
		if tt.first == "" {
			assert.ErrorContains(t, err, fmt.Sprintf("date %q is not YYYY", tt.date))
			continue
		}
		assert.NoError(t, err)
		assert.Equal(t, tt.first, first.Format(time.DateOnly), "%s", tt.date)
		assert.Equal(t, tt.last, last.Format(time.DateOnly), "%s", tt.date)
	}
}

func TestDatesCompareByTheirLastDay(t *testing.T) {
	for _, tt := range []struct {
		a, b Date
		want int
		why  string
	}{
		{"2022", "2022-12-31", 0, "a year ends with its last day"},
		{"2022", "2022-11", 1, ""},
		{"2024-02", "2024-02-29", 0, "a leap year"},
		{"2024-02", "2024-02-28", 1, ""},
		{"", "0000", -1, "unknown is older than any"},
		{"", "May", 0, "malformed is unknown"},
		{"2023-02-29", "1900", -1, "so is a day that does not exist"},
	} {
		assert.Equal(t, tt.want, tt.a.Compare(tt.b), "%s, %s: %s", tt.a, tt.b, tt.why)
		assert.Equal(t, -tt.want, tt.b.Compare(tt.a))
	}
}
