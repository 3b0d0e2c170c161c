package outcome

import (
	"reflect"
	"regexp"
	"strings"
	"sync"

	"github.com/outcomemap/outcomemap/internal/rule"
)

// prose finds HTML in the texts of a map. It looks at every text, plain or CommonMark: a tag has no
// business in either.
func (c *check) prose() {
	if m := reflect.ValueOf(c.m).Elem(); c.on(rule.HTML) && anyAngle(m) {
		c.tags(m, "")
	}
}

// tag matches an HTML tag or the start of a comment, but not the autolinks of CommonMark.
var tag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<(/?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*|/)?>|!--)`)
})

// anyAngle reports whether any text has an angle bracket. Few maps do, and the pointers that a
// finding needs cost more than the look.
func anyAngle(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.IndexByte(v.String(), '<') >= 0
	case reflect.Struct:
		for i := range v.NumField() {
			if anyAngle(v.Field(i)) {
				return true
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return false
		}
		for i := range v.Len() {
			if anyAngle(v.Index(i)) {
				return true
			}
		}
	}
	return false
}

// tags walks the model, whose types are not recursive.
func (c *check) tags(v reflect.Value, pointer string) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); strings.IndexByte(s, '<') >= 0 {
			if found := tag().FindString(s); found != "" {
				c.find(rule.HTML, pointer, "HTML in a text: "+found, "write CommonMark, or plain text")
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			c.tags(v.Field(i), pointer+"/"+name)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			c.tags(v.Index(i), at(pointer, i))
		}
	}
}
