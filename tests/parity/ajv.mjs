// Judges texts with ajv in strict mode, for as long as there are any.
//
// In: a line {"model", "text"} a text; an empty line ends a batch.
// Out: a line {"profile": "0110…"} a batch, in the order of its texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [schemas, packages] = process.argv.slice(2);
const require = createRequire(packages);
const classes = { validate: require("ajv/dist/2020.js").default, "draft-07": require("ajv").default };

const judges = {};
for (const [profile, byModel] of Object.entries(JSON.parse(readFileSync(schemas, "utf8")))) {
  const ajv = new classes[profile]({ strict: true, logger: false });
  judges[profile] = Object.fromEntries(Object.entries(byModel).map(([model, schema]) => [model, ajv.compile(schema)]));
}

let verdicts = {};
for await (const line of createInterface({ input: process.stdin })) {
  if (line) {
    const { model, text } = JSON.parse(line);
    const data = JSON.parse(text);
    for (const profile in judges) {
      verdicts[profile] = (verdicts[profile] ?? "") + (judges[profile][model](data) ? "1" : "0");
    }
  } else {
    process.stdout.write(JSON.stringify(verdicts) + "\n");
    verdicts = {};
  }
}
