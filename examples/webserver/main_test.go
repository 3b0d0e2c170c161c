package main

import (
	"encoding/xml"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// get asks the handler as a browser does, which takes a copy that it has if the server says so.
func get(t *testing.T, h http.Handler, address, etag string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if etag != "" {
		r.Header.Set("If-None-Match", etag)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPicture(t *testing.T) {
	h := newHandler(os.DirFS("../maps"))
	res := get(t, h, "/ten-stones/map.svg", "")
	assert.Equal(t, http.StatusOK, res.Code)
	assert.Equal(t, "image/svg+xml", res.Header().Get("Content-Type"))
	svg := res.Body.String()
	assert.Equal(t, 10, strings.Count(svg, "data-stone="), "cards of the whole map")
	assert.Equal(t, 6, strings.Count(get(t, h, "/ten-stones/map.svg?pathway=mending", "").Body.String(), "data-stone="), "stones of the pathway")
	require.NoError(t, xml.Unmarshal([]byte(svg), new(struct{})), "well-formed")
}

func TestList(t *testing.T) {
	res := get(t, newHandler(os.DirFS("../maps")), "/", "")
	assert.Equal(t, "text/html; charset=utf-8", res.Header().Get("Content-Type"))
	assert.Contains(t, res.Body.String(), `<li><a href="/ten-stones">ten-stones</a></li>`)
	assert.NotContains(t, res.Body.String(), "README", "map files alone")
	odd := newHandler(fstest.MapFS{"<b> & c.yaml": {}})
	assert.Contains(t, get(t, odd, "/", "").Body.String(), `<a href="/%3cb%3e%20&amp;%20c">&lt;b&gt; &amp; c</a>`, "a name is no markup")
	assert.Contains(t, get(t, newHandler(fstest.MapFS{}), "/", "").Body.String(), "no .yaml file")
}

func TestPage(t *testing.T) {
	res := get(t, newHandler(os.DirFS("../maps")), "/ten-stones", "")
	assert.Equal(t, "text/html; charset=utf-8", res.Header().Get("Content-Type"))
	html := res.Body.String()
	assert.Contains(t, html, "<title>Repair café</title>")
	assert.Contains(t, html, `<h1 class="said">Repair café</h1>`)
	assert.Contains(t, html, `<a href="/">All maps</a>`)
	assert.Contains(t, html, `<a href="?" aria-current="page">The whole map</a>`)
	assert.Contains(t, html, `<a href="?pathway=meeting">Meeting the neighbours</a>`)
	assert.Contains(t, html, ">Meeting the neighbours</text>", "the legend names what its letters stand for")
	assert.Equal(t, 10, strings.Count(html, "data-stone="))

	html = get(t, newHandler(os.DirFS("../maps")), "/ten-stones?pathway=meeting", "").Body.String()
	assert.Contains(t, html, `<a href="?">The whole map</a>`)
	assert.Contains(t, html, `<a href="?pathway=meeting" aria-current="page">Meeting the neighbours</a>`)
	assert.Equal(t, 6, strings.Count(html, "data-stone="))
}

// The same map is not sent twice; a map that was edited is, at the next request.
func TestLive(t *testing.T) {
	const text = "outcomeMap: '1'\ntitle: Before\ncolumns: [{level: activities, stones: [{id: a, text: A}]}]\n"
	maps := fstest.MapFS{"m.yaml": {Data: []byte(text)}}
	h := newHandler(maps)
	for _, address := range []string{"/m", "/m/map.svg"} {
		maps["m.yaml"].Data = []byte(text)
		first := get(t, h, address, "")
		etag := first.Header().Get("ETag")
		assert.Regexp(t, `^"[0-9a-f]{64}"$`, etag, address)

		again := get(t, h, address, etag)
		assert.Equal(t, http.StatusNotModified, again.Code, address)
		assert.Empty(t, again.Body.String(), address)

		maps["m.yaml"].Data = []byte(strings.Replace(text, "Before", "After", 1))
		changed := get(t, h, address, etag)
		assert.Equal(t, http.StatusOK, changed.Code, address)
		assert.Contains(t, changed.Body.String(), "After", address)
		assert.NotEqual(t, etag, changed.Header().Get("ETag"), address)
	}
}

func TestErrors(t *testing.T) {
	h := newHandler(fstest.MapFS{
		"sound.yaml":  {Data: []byte("outcomeMap: '1'\ntitle: T\ncolumns: [{level: activities, stones: [{id: a, text: A}]}]\n")},
		"broken.yaml": {Data: []byte("outcomeMap: '1'\ntitel: T\ncolumns: []\n")},
		"secret.txt":  {Data: []byte("secret")},
	})
	failing := newHandler(failingFS{})
	for _, tt := range []struct {
		why, address, want string
		status             int
	}{
		{"no such file", "/nowhere", "no such map", http.StatusNotFound},
		{"not a map file", "/secret.txt", "no such map", http.StatusNotFound},
		{"out of the folder", "/..%2Fmaps%2Fsound", "no such map", http.StatusNotFound},
		{"no such pathway", "/sound?pathway=nobody", `no pathway "nobody"`, http.StatusNotFound},
		{"no such pathway in the picture", "/sound/map.svg?pathway=nobody", `no pathway "nobody"`, http.StatusNotFound},
		{"a faulty file says where", "/broken", "broken.yaml:2:1: error: OM113", http.StatusInternalServerError},
		{"no page", "/sound/map.png", "not found", http.StatusNotFound},
	} {
		res := get(t, h, tt.address, "")
		assert.Equal(t, tt.status, res.Code, tt.why)
		assert.Contains(t, res.Body.String(), tt.want, tt.why)
		assert.Empty(t, res.Header().Get("ETag"), "%s: an error is not to be kept", tt.why)
	}
	res := get(t, failing, "/sound", "")
	assert.Equal(t, http.StatusInternalServerError, res.Code)
	assert.Equal(t, "the map cannot be read\n", res.Body.String(), "what is wrong with the disk is nobody's business")
}

type failingFS struct{}

func (failingFS) Open(string) (fs.File, error) {
	return nil, errors.New("disk 7 of /srv/secret is on fire")
}

// What stands in a map file stays text, whoever wrote it.
func TestStrangersText(t *testing.T) {
	h := newHandler(fstest.MapFS{"m.yaml": {Data: []byte(`
outcomeMap: '1'
title: "<script>alert(1)</script>"
columns: [{level: activities, heading: "</svg><script>", stones: [{id: a, text: "<img src=x onerror=alert(1)>"}]}]
`)}})
	for _, address := range []string{"/m", "/m/map.svg"} {
		res := get(t, h, address, "")
		got := res.Body.String()
		assert.NotContains(t, got, "<script", address)
		assert.NotContains(t, got, "<img", address)
		assert.Contains(t, res.Header().Get("Content-Security-Policy"), "default-src 'none'", address)
	}
}
