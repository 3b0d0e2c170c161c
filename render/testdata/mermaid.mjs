// Reads each chart named on the command line with Mermaid's own parser, as strict as it gets. It runs
// where the packages mermaid and jsdom are: node mermaid.mjs FILE...
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import fs from "node:fs";

const require = createRequire(process.env.NODE_MODULES + "/");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<!doctype html>");
globalThis.window = window;
globalThis.document = window.document;
const entry = process.env.NODE_MODULES + "/mermaid/dist/mermaid.core.mjs";
const { default: mermaid } = await import(pathToFileURL(entry));
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxEdges: 1e6, maxTextSize: 1e8 });

for (const file of process.argv.slice(2)) {
	const source = fs.readFileSync(file, "utf8");
	await mermaid.parse(source);
	const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
	const vertices = [...db.getVertices().values()].filter((v) => v.id.startsWith("s")).map((v) => v.text);
	console.log(JSON.stringify({ vertices, edges: db.getEdges().length, subgraphs: db.getSubGraphs().length, title: db.getAccTitle() }));
}
