// Argument: the layout that ours made, for its cards and links. Prints the nanoseconds of one layout.
import ELK from "elkjs";
import { readFileSync } from "node:fs";
import { clock } from "./clock.mjs";

const geometry = JSON.parse(readFileSync(process.argv[2], "utf8"));
const get = (o, ...names) => names.map((n) => o[n]).find((v) => v !== undefined);
const cards = get(geometry, "cards", "Cards"), links = get(geometry, "links", "Links");
const id = (c) => get(c, "stone", "Stone", "id", "ID");
const known = new Set(cards.map(id));
const graph = () => ({
  id: "map",
  layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT" },
  children: cards.map((c) => ({ id: id(c), width: 180, height: 60 })),
  edges: links.map((l, i) => ({ id: `l${i}`, sources: [get(l, "from", "From")], targets: [get(l, "to", "To")] })).filter((e) => known.has(e.sources[0]) && known.has(e.targets[0])),
});
if (graph().edges.length === 0) throw new Error("no links");
const elk = new ELK();
console.log(await clock(() => elk.layout(graph())));
