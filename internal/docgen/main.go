// Command docgen writes the pages of the documentation that are made from the code. Run it from
// the top of the repository, as go generate does.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// pages are made anew at each run; a test holds what is committed against them.
var pages = map[string]func() []byte{
	"docs/cookbook.md": cookbookPage,
	"docs/format.md":   formatPage,
	"docs/rules.md":    rulesPage,
}

func main() {
	for name, page := range pages {
		if err := os.WriteFile(filepath.FromSlash(name), page(), 0o644); err != nil {
			log.Fatal(err)
		}
		fmt.Println("wrote", name)
	}
}
