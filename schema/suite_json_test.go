package schema

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/schema/internal/scan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decided are the files on which RFC 8259 leaves a reader free, with what this one does and why.
var decided = map[string]struct {
	accept bool
	why    string
}{
	"i_number_double_huge_neg_exp":                   {true, "JSON it is; as a figure of a map it reads as 0"},
	"i_number_huge_exp":                              {true, "JSON it is; as a figure of a map it is refused, in an extra it is kept as text"},
	"i_number_neg_int_huge_exp":                      {true, "the same"},
	"i_number_pos_double_huge_exp":                   {true, "the same"},
	"i_number_real_neg_overflow":                     {true, "the same"},
	"i_number_real_pos_overflow":                     {true, "the same"},
	"i_number_real_underflow":                        {true, "the same"},
	"i_number_too_big_neg_int":                       {true, "a number like any other"},
	"i_number_too_big_pos_int":                       {true, "a number like any other"},
	"i_number_very_big_negative_int":                 {true, "a number like any other"},
	"i_object_key_lone_2nd_surrogate":                {false, "half a character stands for nothing, and each reader makes something else of it"},
	"i_string_1st_surrogate_but_2nd_missing":         {false, "half a character"},
	"i_string_1st_valid_surrogate_2nd_invalid":       {false, "half a character"},
	"i_string_UTF-16LE_with_BOM":                     {false, "not UTF-8"},
	"i_string_UTF-8_invalid_sequence":                {false, "not UTF-8"},
	"i_string_UTF8_surrogate_U+D800":                 {false, "not UTF-8"},
	"i_string_incomplete_surrogate_and_escape_valid": {false, "half a character"},
	"i_string_incomplete_surrogate_pair":             {false, "half a character"},
	"i_string_incomplete_surrogates_escape_valid":    {false, "half a character"},
	"i_string_invalid_lonely_surrogate":              {false, "half a character"},
	"i_string_invalid_surrogate":                     {false, "half a character"},
	"i_string_invalid_utf-8":                         {false, "not UTF-8"},
	"i_string_inverted_surrogates_U+1D11E":           {false, "half a character, twice"},
	"i_string_iso_latin_1":                           {false, "not UTF-8"},
	"i_string_lone_second_surrogate":                 {false, "half a character"},
	"i_string_lone_utf8_continuation_byte":           {false, "not UTF-8"},
	"i_string_not_in_unicode_range":                  {false, "not UTF-8"},
	"i_string_overlong_sequence_2_bytes":             {false, "not UTF-8"},
	"i_string_overlong_sequence_6_bytes":             {false, "not UTF-8"},
	"i_string_overlong_sequence_6_bytes_null":        {false, "not UTF-8"},
	"i_string_truncated-utf-8":                       {false, "not UTF-8"},
	"i_string_utf16BE_no_BOM":                        {false, "not UTF-8"},
	"i_string_utf16LE_no_BOM":                        {false, "not UTF-8"},
	"i_structure_500_nested_arrays":                  {false, "deeper than 64, the default limit"},
	"i_structure_UTF-8_BOM_empty_object":             {true, "the mark is skipped, with a warning"},
}

// The 318 parsing files of JSONTestSuite (Nicolas Seriot, MIT licence), all with the same verdict:
// y has to be accepted as JSON, n refused, i is decided above.
func TestJSONTestSuite(t *testing.T) {
	archive, err := zip.OpenReader("testdata/jsontestsuite.zip")
	require.NoError(t, err)
	defer archive.Close()
	count := map[byte]int{}
	for _, file := range archive.File {
		if path.Dir(file.Name) != "test_parsing" {
			continue
		}
		r, err := file.Open()
		require.NoError(t, err)
		src, err := io.ReadAll(r)
		require.NoError(t, err)
		name := strings.TrimSuffix(path.Base(file.Name), ".json")
		count[name[0]]++
		switch accepted := isJSON(string(src)); name[0] {
		case 'y':
			assert.True(t, accepted, name)
		case 'n':
			assert.False(t, accepted, name)
		default:
			verdict, ok := decided[name]
			require.True(t, ok, "%s is not decided", name)
			assert.Equal(t, verdict.accept, accepted, "%s: %s", name, verdict.why)
		}
		bothWays(t, name, func(t *testing.T, way Option) {
			res, err := Load(bytes.NewReader(src), WithFormat(JSON), way)
			require.NoError(t, err)
			require.Error(t, res.Err(), "none of them is a map")
			requirePlaces(t, res)
		})
	}
	assert.Equal(t, map[byte]int{'y': 95, 'n': 188, 'i': 35}, count)
}

// isJSON reports whether a text is JSON, whatever it holds.
func isJSON(src string) bool {
	src = strings.TrimPrefix(src, byteMark)
	if _, bad := unreadable(src); bad {
		return false
	}
	s := scan.New(src, 64)
	return s.Skip() && s.End()
}
