// Arguments: the schema, the map. Prints the nanoseconds of one parse and validation.
import Ajv from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { clock } from "./clock.mjs";

const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
const source = readFileSync(process.argv[3], "utf8");
console.log(await clock(() => {
  if (!validate(JSON.parse(source))) throw new Error(JSON.stringify(validate.errors[0]));
}));
