// Checks the JSON Schema of the map file with ajv and with the JSON language service. The argument is
// the folder of package schema. Exits with 1 and says what does not hold.
import Ajv from "ajv/dist/2020.js";
import jsonService from "vscode-json-languageservice";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { getLanguageService, TextDocument } = jsonService;
const folder = process.argv[2];
const read = (...parts) => JSON.parse(readFileSync(join(folder, ...parts), "utf8"));
const schema = read("outcomemap.schema.json");
let failed = 0;
const hold = (what, ok, detail = "") => {
  if (!ok) {
    failed++;
    console.error(`does not hold: ${what} ${detail}`);
  }
};

// ajv: compiles without a word in strict mode, accepts good maps and refuses what is wrong.
const ajv = new Ajv({ strict: true, allErrors: true });
const validate = ajv.compile(schema);
hold("every part of the format is accepted", validate(read("testdata", "good", "every_part.json")), JSON.stringify(validate.errors));
const small = () => ({ outcomeMap: "1", title: "T", columns: [{ id: "a", stones: [{ id: "s", text: "S" }] }] });
hold("a small map is accepted", validate(small()));
const spoilt = {
  "a newer version": (m) => (m.outcomeMap = "2"),
  "no title": (m) => delete m.title,
  "an unknown field": (m) => (m.columns[0].colour = "red"),
  "a number for a text": (m) => (m.columns[0].stones[0].text = 5),
  "an unknown level": (m) => (m.columns[0].level = "impct"),
  "steps and stones": (m) => (m.pathways = [{ id: "p", steps: [], stones: [] }]),
  "half a link": (m) => (m.evidence = { claims: [{ about: { from: "s" } }] }),
  "a chance of three": (m) => (m.evidence = { claims: [{ about: { stone: "s" }, prior: [0.1, 0.2, 0.3] }] }),
  "a chance above one": (m) => (m.evidence = { claims: [{ about: { stone: "s" }, prior: 2 }] }),
};
for (const [name, spoil] of Object.entries(spoilt)) {
  const m = small();
  spoil(m);
  hold(`${name} is refused`, !validate(m));
}

// Patterns are read by several engines for regular expressions, and have to mean the same in all.
for (const { def, text, ok } of read("testdata", "patterns.json")) {
  const accepts = ajv.getSchema(`${schema.$id}#/$defs/${def}`);
  hold(`${def} ${JSON.stringify(text)} is ${ok ? "accepted" : "refused"}`, accepts(text) === ok);
}

// Every property says what it is for.
const walk = (node, path) => {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (!path.endsWith("/not")) hold(`${path}/${name} has a description`, (property.description ?? "").length > 10);
  }
  for (const [name, child] of Object.entries(node.$defs ?? {})) {
    hold(`${name} has a title`, child.title);
    walk(child, name);
  }
};
walk(schema, "map");

// The language service: completion offers names with their descriptions, and values of enums.
const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: ["*.json"], schema }] });
const complete = async (text) => {
  const at = text.indexOf("|");
  const document = TextDocument.create("file:///map.json", "json", 1, text.replace("|", ""));
  const list = await service.doComplete(document, document.positionAt(at), service.parseJSONDocument(document));
  return new Map(list.items.map((item) => [item.label, JSON.stringify(item.documentation ?? "")]));
};
const offers = async (text, wanted) => {
  const items = await complete(text);
  for (const [label, words] of Object.entries(wanted)) {
    hold(`${label} is offered in ${text}`, items.has(label), [...items.keys()].join(" "));
    hold(`${label} is explained in ${text}`, !words || (items.get(label) ?? "").includes(words), items.get(label));
  }
};
await offers("{|}", { outcomeMap: "Version of the file format", title: "Title of the map", columns: "from left to right", pathways: "mechanisms of change", evidence: "known about the map" });
await offers('{"columns": [{|}]}', { level: "activities", stones: "stepping stones", heading: "above the column" });
await offers('{"columns": [{"level": |}]}', { '"activities"': "", '"impact"': "", '"outcomes"': "" });
await offers('{"columns": [{"stones": [{|}]}]}', { text: "150 characters", id: "not used by another" });
await offers('{"pathways": [{"links": [{|}]}]}', { from: "Where it starts", mechanism: "leads to the other", effect: "positive" });
await offers('{"evidence": {"items": [{"bears": [{|}]}]}}', { sensitivity: "chance to find this", typeIError: "Type I error", about: "What it is about" });
await offers('{"evidence": {"items": [{"bears": [{"about": {|}}]}]}}', { stone: "stepping stone", rival: "rival explanation", pathway: "whole contribution claim" });
await offers('{"evidence": {"indicators": [{"baseline": {|}}]}}', { value: "number, or a text", dimensions: "Whom the row counts" });
await offers('{"evidence": {"indicators": [{"baseline": [{|}]}]}}', { value: "number, or a text" });
await offers('{"outcomeMap": |}', { '"1"': "" });

const broken = TextDocument.create("file:///map.json", "json", 1, '{"outcomeMap": "1", "title": "T",\n "columns": [{"id": "a", "colour": "red"}]}');
const problems = await service.doValidation(broken, service.parseJSONDocument(broken));
hold("an unknown field is underlined where it stands", problems.length === 1 && problems[0].range.start.line === 1 && problems[0].range.start.character === 25, JSON.stringify(problems));
const fine = TextDocument.create("file:///map.json", "json", 1, readFileSync(join(folder, "testdata", "good", "every_part.json"), "utf8"));
hold("nothing is underlined in a good map", (await service.doValidation(fine, service.parseJSONDocument(fine))).length === 0);

if (failed) process.exit(1);
console.log("ajv and the language service agree with the schema");
