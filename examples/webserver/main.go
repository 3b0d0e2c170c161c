// Command webserver serves a folder of map files: a list of them, and a page and a picture for each, drawn
// anew at each request, told apart by ETag, with errors that say what to do.
//
//	go run ./examples/webserver [-addr localhost:8080] FOLDER
//
// It serves until it is stopped, and exits with 2 where it could not run. A map that is at fault is told
// to whoever asks for it.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "address to listen at")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "Usage of webserver [flags] FOLDER:")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		fail("want one folder of map files, such as examples/maps")
	}
	folder, err := os.OpenRoot(flag.Arg(0)) // no link leads out of it
	if err != nil {
		fail(err)
	}
	fmt.Printf("the maps in %s are at http://%s/\n", flag.Arg(0), *addr)
	server := http.Server{Addr: *addr, Handler: newHandler(folder.FS()), ReadHeaderTimeout: 5 * time.Second}
	fail(server.ListenAndServe())
}

func fail(why any) {
	fmt.Fprintf(os.Stderr, "webserver: %v\n", why)
	os.Exit(2)
}
