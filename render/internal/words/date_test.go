package words_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render/internal/words"
)

func TestDate(t *testing.T) {
	const months = "I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII"
	for _, tt := range []struct {
		date         evidence.Date
		months, want string
		is           bool
		why          string
	}{
		{"2021", months, "2021", true, "a year stands for itself"},
		{"2021-11", months, "2021, XI", true, "a month has its own sentence"},
		{"2021-02-09", months, "9. II 2021", true, "a day without its zero"},
		{"2021-13", months, "", false, "no such month"},
		{"2021-02-30", months, "", false, "no such day"},
		{"", months, "", false, "none"},
		{"spring", months, "", false, "not a date"},
		{"2021-11", "one|two", "2021, ", true, "a list that is no year of months"},
	} {
		got, is := words.Date(tt.date, tt.months, "{day}. {month} {year}", "{year}, {month}")
		assert.Equal(t, tt.want, got, tt.why)
		assert.Equal(t, tt.is, is, tt.why)
	}
}
