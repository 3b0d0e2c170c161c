package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log"
	"net/http"
	"strings"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
)

// newHandler serves the map files of a folder: / lists them, /NAME is a page about NAME.yaml, and
// /NAME/map.svg its picture. Both take ?pathway=ID.
func newHandler(maps fs.FS) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", list(maps))
	mux.HandleFunc("GET /{name}", serve(maps, "text/html; charset=utf-8", page))
	mux.HandleFunc("GET /{name}/map.svg", serve(maps, "image/svg+xml", picture))
	return mux
}

// list names the files alone: to open each for its title would cost as much as to draw it.
func list(maps fs.FS) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		files, err := fs.Glob(maps, "*.yaml")
		if err != nil {
			refuse(w, err)
			return
		}
		for i, file := range files {
			files[i] = strings.TrimSuffix(file, ".yaml")
		}
		var b bytes.Buffer
		page := struct {
			Language, Title string
			Names           []string
		}{"en", "Outcome maps", files}
		if err := contents.Execute(&b, page); err != nil {
			refuse(w, err)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(b.Bytes()) // to a reader who may have left
	}
}

// A drawing is of the whole map, or of the one pathway that is named.
type drawing func(m *outcome.Map, pathway string) ([]byte, error)

// serve draws a map anew for each request, so that a file that was edited is seen at once. The same
// map gives the same bytes, so their digest is a strong ETag: who has the picture is told so.
func serve(maps fs.FS, contentType string, draw drawing) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := load(maps, r, draw)
		if err != nil {
			refuse(w, err)
			return
		}
		h := w.Header()
		h.Set("Content-Type", contentType)
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache") // ask each time, and be told when nothing changed
		h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(body)))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
	}
}

func load(maps fs.FS, r *http.Request, draw drawing) ([]byte, error) {
	m, err := schema.ReadFS(maps, r.PathValue("name")+".yaml")
	if err != nil {
		return nil, err
	}
	return draw(m, r.FormValue("pathway"))
}

// refuse says why there is no map: to the reader if it is the address, to the keeper of the file if
// it is what stands in it, to the log alone if it is anything else.
func refuse(w http.ResponseWriter, err error) {
	var unknown *render.NotFoundError
	var faulty *schema.Error
	switch {
	case errors.As(err, &unknown):
		http.Error(w, unknown.Error(), http.StatusNotFound)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		http.Error(w, "no such map", http.StatusNotFound)
	case errors.As(err, &faulty):
		http.Error(w, faulty.Error(), http.StatusInternalServerError)
	default:
		log.Print(err)
		http.Error(w, "the map cannot be read", http.StatusInternalServerError)
	}
}

const head = `<!doctype html>
<html lang="{{.Language}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{.Title}}</title>
<style>
body { font: 16px/1.5 Arial, sans-serif; margin: 1.5rem; color-scheme: light dark }
[aria-current] { color: inherit; font-weight: 700; text-decoration: none }
figure { margin: 1rem 0; overflow-x: auto }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
figure svg { min-width: 60rem; max-width: 100%; height: auto }
</style>
`

var contents = template.Must(template.New("contents").Parse(head + `<h1>{{.Title}}</h1>
<ul>{{range .Names}}<li><a href="/{{.}}">{{.}}</a></li>{{else}}<li>There is no .yaml file in the folder.</li>{{end}}</ul>
</html>
`))

var layout = template.Must(template.New("page").Parse(head + `<nav aria-label="Maps and pathways"><a href="/">All maps</a> · <a href="?"{{if not .Pathway}} aria-current="page"{{end}}>The whole map</a>{{range .Pathways}} · <a href="?pathway={{.ID}}"{{if eq .ID $.Pathway}} aria-current="page"{{end}}>{{or .Short .Title .ID}}</a>{{end}}</nav>
<main><h1 class="said">{{.Title}}</h1>
<figure>{{.Picture}}</figure></main>
</html>
`))

// page puts the picture, which shows its title and legend, below links to the other pictures. The heading is for
// those who hear the page.
func page(m *outcome.Map, pathway string) ([]byte, error) {
	picture, err := picture(m, pathway)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = layout.Execute(&b, struct {
		*outcome.Map
		Pathway string
		Picture template.HTML
	}{m, pathway, template.HTML(picture)}) //nolint:gosec // no text of a map can break out of the SVG
	return b.Bytes(), err
}

// picture draws the whole map, or one pathway.
func picture(m *outcome.Map, pathway string) ([]byte, error) {
	var opts []render.Option
	if pathway != "" {
		opts = append(opts, render.Pathway(pathway))
	}
	var b bytes.Buffer
	err := render.SVG(&b, m, opts...)
	return b.Bytes(), err
}
