package main
import ("bytes";"fmt";"os";"runtime";"runtime/pprof";"github.com/outcomemap/outcomemap/schema";"github.com/outcomemap/outcomemap/render";"runtime/debug")
type cw struct{ n int }
func (c *cw) Write(p []byte)(int,error){ c.n+=len(p); return len(p),nil }
func main(){ runtime.MemProfileRate=1; debug.SetGCPercent(-1)
 var ms runtime.MemStats; p:=func(s string){ runtime.ReadMemStats(&ms); fmt.Fprintln(os.Stderr,s,ms.TotalAlloc,ms.Mallocs,ms.HeapSys) }
 p("start")
 src,_ := os.ReadFile(os.Args[1])
 m,_:=schema.Read(bytes.NewReader(src)); p("read")
 var w cw
 render.SVG(&w,m,render.FewestCrossings(true)); p("svg"); 
 f,_:=os.Create("/tmp/zz.mem"); pprof.WriteHeapProfile(f); f.Close()
}
